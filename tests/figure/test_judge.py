"""What a coach would find wrong with a pose."""

import pytest

from cardgen.figure.judge import judge
from cardgen.figure.records import implements_of
from cardgen.figure.repertoire import Posed, movement, records
from cardgen.figure.scene import read_movement

STANDING = {"leg": [-2, -4], "arm": [-2, 6]}
LYING = {"at": {"hip": [0, 31.4]}, "torso": -90, "leg": {"to": [22, 0], "knee": 150}, "arm": [84, 86]}
BENCH = {"type": "bench", "pads": [[-52, 25, 8, 25]]}


def faults(pose, **record):
    return [fault.text for fault in judge(read_movement({"poses": [pose], **record}))]


def test_every_pose_of_every_movement_with_every_implement_is_one_that_a_body_can_take():
    found = {
        f"{name} {implement}": [str(fault) for fault in judge(movement(Posed(name=name, implement=implement)))]
        for name, record in records().items()
        for implement in implements_of(record)
    }
    assert {what: said for what, said in found.items() if said} == {}
    assert len(found) > 700


@pytest.mark.parametrize(
    ("pose", "told"),
    [
        ({"arm": {"to": [70, 90]}}, "the right hand misses its place by"),
        ({"at": {"footR": [0, -3]}}, "the right ball lies 3"),
        ({"leg": [0, 40]}, "the right knee bends backwards"),
        ({"leg": [20, -140]}, "the right knee is bent by 160°: no knee closes beyond 150°"),
        ({"leg": [-60, -60]}, "the right hip is bent by -60°: it goes from -35° to 148°"),
        ({"arm": [10, -60]}, "the right elbow bends backwards"),
        ({"arm": [0, 170]}, "the right elbow is bent by 170°: no elbow closes beyond 158°"),
        ({"arm": {"upper": 0, "fore": 90, "palm": -20}}, "the right wrist is bent by 110°: no wrist bends beyond 92°"),
        ({"torso": 45}, "the body falls over: its weight is at"),
    ],
)
def test_what_a_body_cannot_do_is_told_with_the_joint_and_its_range(pose, told):
    found = faults({**STANDING, **pose})
    assert any(told.replace("ball", "foot") in text for text in found), found


def test_a_body_that_stands_has_no_fault():
    assert faults(STANDING) == []


def test_a_spine_that_is_to_stay_straight_may_not_be_rounded():
    assert faults({**STANDING, "curl": 20}) == []
    assert faults({**STANDING, "curl": 20}, neutral=1) == ["the spine is to stay straight, and is rounded by 20°"]


def test_nobody_lies_inside_a_bench():
    assert faults(LYING, props=[BENCH]) == []
    sunk = faults({**LYING, "at": {"hip": [0, 23]}}, props=[BENCH])
    assert "the hip lies inside the bench" in sunk


def test_a_bar_on_the_back_needs_a_hand_on_it():
    bar = [{"type": "barbell", "at": "back"}]
    held = {"arm": {"to": "back", "grip": 22, "elbow": [-20, 30]}}
    assert faults({**STANDING, "torso": 7, **held}, props=bar) == []
    (told,) = faults({**STANDING, "torso": 7}, props=bar)
    assert told.startswith("no hand is on the barbell")


def test_a_machine_may_carry_who_would_fall_over():
    assert faults({**STANDING, "torso": 45, "held_up": 1}) == []


def test_the_bar_of_a_smith_machine_goes_straight():
    poses = [{**STANDING, "arm": {"to": [8, 60]}}, {**STANDING, "arm": {"to": [16, 60]}}]
    found = judge(read_movement({"poses": poses, "props": [{"type": "barbell"}]}, "smith"))
    assert [str(fault) for fault in found] == ["pose 2: the bar of the Smith machine leaves the upright by 8.0"]
