"""Files of movements: presets, sets, likenesses, implements."""

import pytest

from cardgen.figure.pose import PoseError
from cardgen.figure.records import implements_of, laid_over, whole_records, with_implement

FILE = {
    "_presets": {"stand": {"leg": [0, 0], "torso": 1}},
    "_arms": {"hang": [0, 4]},
    "_props": {"chair": [{"type": "box", "x": 0, "w": 20, "h": 25}]},
    "curl": {
        "title": "Curl",
        "works": ["biceps"],
        "with": {"barbell": {"plate": 9}, "dumbbell": {"title": "Dumbbell Curl", "hands": "R", "pose": {"torso": 5}}},
        "poses": [{"like": "stand", "arm": "hang"}, {"like": "stand", "arm": [0, 130]}],
    },
    "seatedcurl": {"like": "curl", "title": "Seated Curl", "props": ["chair"], "poses": [{}, {"torso": -4}]},
}


def test_names_stand_for_what_the_file_says():
    found = whole_records(FILE, {})
    assert found["curl"]["poses"][0] == {"like": "stand", "leg": [0, 0], "torso": 1, "arm": [0, 4]}
    assert found["seatedcurl"]["props"] == [{"type": "box", "x": 0, "w": 20, "h": 25}]


def test_a_likeness_says_only_what_differs():
    seated = whole_records(FILE, {})["seatedcurl"]
    assert seated["works"] == ["biceps"]
    assert seated["poses"][1] == {"like": "stand", "leg": [0, 0], "torso": -4, "arm": [0, 130]}


def test_an_implement_brings_its_equipment_and_overrides():
    curl = whole_records(FILE, {})["curl"]
    assert implements_of(curl) == ("barbell", "dumbbell")
    assert with_implement(curl, "barbell")["props"] == [{"type": "barbell", "plate": 9}]
    dumbbell = with_implement(curl, "dumbbell")
    assert dumbbell["title"] == "Dumbbell Curl"
    assert [pose["torso"] for pose in dumbbell["poses"]] == [5, 5]
    assert dumbbell["props"] == [{"type": "dumbbell", "axis": "x", "hands": "R"}]


def test_a_limb_that_is_placed_anew_keeps_nothing_of_the_old():
    below, above = {"arm": {"to": [1, 2], "grip": 9}}, {"arm": {"upper": 3, "fore": 4}}
    assert laid_over(below, above) == above
    assert laid_over(below, {"arm": {"grip": 5}}) == {"arm": {"to": [1, 2], "grip": 5}}


def test_what_is_nailed_down_is_replaced_whole():
    assert laid_over({"at": {"hip": [0, 1]}}, {"at": {"sh": [2, 3]}}) == {"at": {"sh": [2, 3]}}


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"like": "squat", "poses": []}, '"like": there is no movement "squat" before it'),
        ({"props": ["sofa"], "poses": []}, 'there is no set of equipment "sofa"; known: chair'),
        ({"poses": [{"arm": "wing"}]}, 'there is no arm "wing"; known: hang'),
    ],
)
def test_a_name_that_stands_for_nothing_is_told(record, told):
    with pytest.raises(PoseError) as refused:
        whole_records({**{key: FILE[key] for key in ("_presets", "_arms", "_props")}, "new": record}, {})
    assert told in str(refused.value)


def test_a_file_may_be_like_movements_of_another():
    known = whole_records(FILE, {})
    assert whole_records({"slow": {"like": "curl", "title": "Slow Curl"}}, known)["slow"]["works"] == ["biceps"]
