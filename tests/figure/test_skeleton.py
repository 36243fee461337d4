"""A pose in, joints in the room out."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.figure.pose import PoseError, read_pose
from cardgen.figure.proportions import ANKLE, FINGERS, FOREARM, HEEL, NOSE, PALM, SHANK, THIGH, TOE, TRUNK, UPPER_ARM
from cardgen.figure.skeleton import center_of_mass, solve, two_bones

angles = st.floats(min_value=-170, max_value=170)


def body(**fields):
    return solve(read_pose({"leg": [0, 0], "arm": [0, 0], **fields}))


def test_who_stands_has_the_soles_on_the_floor_and_the_head_above_the_hips():
    standing = body()
    assert standing["ankleR"][:2] == pytest.approx((0, ANKLE))
    assert standing["hip"][1] == pytest.approx(ANKLE + SHANK + THIGH)
    assert standing["sh"][1] == pytest.approx(ANKLE + SHANK + THIGH + TRUNK)
    assert standing["head"][0] == pytest.approx(standing["hip"][0])


@settings(max_examples=25)
@given(thigh=angles, shin=angles, upper=angles, fore=angles, torso=angles, roll=angles)
def test_bones_keep_their_lengths(thigh, shin, upper, fore, torso, roll):
    found = body(leg=[thigh, shin, 12], arm=[upper, fore, 30], torso=torso, roll=roll)
    for side in "RL":
        assert math.dist(found["hip" + side], found["knee" + side]) == pytest.approx(THIGH)
        assert math.dist(found["knee" + side], found["ankle" + side]) == pytest.approx(SHANK)
        assert math.dist(found["sh" + side], found["el" + side]) == pytest.approx(UPPER_ARM)
        assert math.dist(found["el" + side], found["wr" + side]) == pytest.approx(FOREARM)
    assert math.dist(found["hip"], found["sh"]) == pytest.approx(TRUNK)


@settings(max_examples=25)
@given(x=st.floats(-30, 30), y=st.floats(-30, 30))
def test_a_limb_reaches_what_is_near_enough_and_says_by_how_much_it_misses_the_rest(x, y):
    joint, end, miss = two_bones((0, 0, 0), (x, y, 3), (18, 19), (0, 0, 1))
    assert math.dist((0, 0, 0), joint) == pytest.approx(18, abs=0.2)
    assert math.dist(end, (x, y, 3)) == pytest.approx(miss, abs=0.2)


def test_a_joint_that_is_nailed_down_stays_there():
    assert body(at={"hip": [5, 32]}, leg={"to": [24, 0]})["hip"] == (5, 32, 0)


def test_a_hand_that_reaches_is_where_it_is_to_be():
    assert body(arm={"to": [20, 80], "grip": 12})["handR"] == pytest.approx((20, 80, 12))


def test_a_bar_on_the_back_is_balanced_over_mid_foot():
    squat = body(leg=[96, -34], balance="back", arm={"to": "back", "grip": 22})
    assert squat["back"][0] == pytest.approx(squat["ankleR"][0] + (TOE + HEEL) / 2, abs=0.01)


def test_the_centre_of_mass_of_who_stands_is_a_little_above_the_hips():
    x, y, z = center_of_mass(body())
    assert (abs(x) < 3, z) == (True, pytest.approx(0))
    assert 54 < y < 60  # 0.55 to 0.57 of the height, Winter (2009)


def test_a_rounded_back_brings_the_shoulders_forward():
    assert body(curl=60)["sh"][0] > body()["sh"][0] + 5


@pytest.mark.parametrize(("torso", "way"), [(0, (1, 0)), (-90, (0, 1)), (90, (0, -1))])
def test_a_nose_points_ahead_up_from_the_back_and_down_from_the_belly(torso, way):
    found = body(torso=torso)
    ahead = tuple(found["nose"][axis] - found["head"][axis] for axis in (0, 1))
    assert sum(a * b for a, b in zip(ahead, way, strict=True)) == pytest.approx(NOSE)


def test_an_open_hand_has_longer_fingers_than_a_flat_one():
    flat, opened = (body(arm={"to": [25, 80], "hand": hand, "fingers": 180}) for hand in ("flat", "open"))
    assert flat["wrR"] == opened["wrR"]
    assert flat["tipR"][1] - flat["wrR"][1] == pytest.approx(PALM)
    assert opened["tipR"][1] - opened["wrR"][1] == pytest.approx(FINGERS)


def test_what_is_put_down_cannot_be_nailed_too():
    with pytest.raises(PoseError, match='"at" holds'):
        body(leg={"to": [24, 0]})
