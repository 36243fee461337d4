"""The record of a pose in, a typed pose or the reason why not out."""

import pytest

from cardgen.figure.pose import ArmReach, Hand, LegDown, PoseError, Spot, Toes, read_pose, read_spot
from cardgen.figure.shape import Heads

STANDING = {"leg": [-2, -4], "arm": [-2, 6]}


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"arm": [0, 0]}, 'a pose says where both legs are: "leg", or "legR" and "legL"'),
        ({"leg": [0, 0]}, 'a pose says where both arms are: "arm", or "armR" and "armL"'),
        ({**STANDING, "tors": 3}, 'a pose has no field "tors"'),
        ({**STANDING, "torso": "low"}, '"torso" takes a number'),
        ({**STANDING, "torso": True}, '"torso" takes a number'),
        ({**STANDING, "leg": {"foot": 3}}, "a leg has angles, [thigh, shin], or a place to stand"),
        ({**STANDING, "leg": {"to": "hip"}}, "a foot is put down at [x, y] or [x, y, z]"),
        ({**STANDING, "arm": {"grip": 3}}, "an arm has angles, [upper, fore], or a place to reach for"),
        ({**STANDING, "arm": {"to": "nose"}}, '"to": nothing of the body is called "nose"'),
        ({**STANDING, "arm": {"to": [1, "x"]}}, '"to" is a place: [x, y]'),
        ({**STANDING, "at": {"nose": [0, 0]}}, '"at": nothing of the body is called "nose"'),
        ({**STANDING, "at": {"hip": [0]}}, '"at" takes two numbers, [x, y]'),
        ({**STANDING, "balance": "nose"}, '"balance": nothing of the body is called "nose"'),
        ({**STANDING, "arrows": [[[0, 0]]]}, "an arrow leads from one place to another"),
        ({**STANDING, "arrows": ["up"]}, '"arrows" takes lists of places'),
    ],
)
def test_a_record_that_describes_no_pose_is_refused_with_the_field(record, told):
    with pytest.raises(PoseError) as refused:
        read_pose(record)
    assert told in str(refused.value)


def test_one_side_may_differ_from_both():
    pose = read_pose({"leg": [1, 2], "legL": {"to": [3, 0], "wide": 4}, "arm": [5, 6]})
    assert pose.legs["R"].thigh == 1
    assert isinstance(pose.legs["L"], LegDown)
    assert pose.legs["L"].wide == 4


def test_a_foot_that_is_put_down_on_its_ball_has_bent_toes():
    pose = read_pose({"leg": {"ball": [0, 0]}, "arm": [0, 0], "at": {"hip": [0, 40]}})
    assert pose.legs["R"].foot.toes is Toes.BENT


def test_a_hand_may_lie_flat():
    arm = read_pose({**STANDING, "arm": {"to": [9, 2], "hand": "flat", "grip": 12}}).arms["R"]
    assert isinstance(arm, ArmReach)
    assert (arm.hand, arm.grip) == (Hand.FLAT, 12)


def test_places_are_points_or_ways_from_a_mark():
    assert read_spot([3, 4], "at") == Spot(offset=(3, 4, 0))
    assert read_spot("hands", "at") == Spot(mark="hands")
    assert read_spot(["hip", 1, 2, 3], "at") == Spot(mark="hip", offset=(1, 2, 3), deep=True)


def test_an_arrow_may_have_two_heads():
    one, both = read_pose({**STANDING, "arrows": [[[0, 0], [9, 9]], [[0, 0], [4, 9], [9, 9], "both"]]}).arrows
    assert (one.heads, both.heads) == (Heads.ONE, Heads.BOTH)
    assert len(both.way) == 3
