"""What a movement works: the most specific kind that a title names, whatever else the title says."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.figure.movements import Action, families, family_of, movements
from cardgen.figure.movements.words import DATA
from cardgen.guide.anatomy import GROUPS


def works(title, equipment="", **more):
    family = family_of(title, equipment, **more)
    return " ".join(family.main) if family else None


@pytest.mark.parametrize(
    ("title", "equipment", "main"),
    [
        ("Concentration Curl", "Dumbbell", "biceps"),
        ("Behind the Neck Press", "Barbell", "front_delts"),
        ("Negative Dip", "Bodyweight", "chest triceps"),
        ("Chest Fly", "Dumbbell", "chest"),
        ("Seated Calf Raise", "Leverage Machine", "calves"),
        ("Alternating Seated Incline Dumbbell Curl", "Dumbbell", "biceps"),
        ("Single-Arm Chest-Supported Row", "Dumbbell", "lats mid_back"),
        ("Wide-Grip Seated Row", "Cable", "lats mid_back"),
        ("Lying Leg Curl", "Leverage Machine", "hamstrings"),
        ("Leg Press", "Leverage Machine", "quads"),
        ("Leg Press Calf Raise", "Leverage Machine", "calves"),
        ("Reverse Calf Raise", "Smith Machine", "tibialis"),
        ("Triceps Kickback", "Dumbbell", "triceps"),
        ("Glute Kickback", "Cable", "glutes"),
        ("Lateral Lunge", "Dumbbell", "quads"),
        ("Side Leg Raise", "Bodyweight", "abductors"),
        ("Front Raise", "Plate", "front_delts"),
        ("Front Leg Raise", "Bodyweight", "hip_flexors"),
        ("Pullover", "Dumbbell", "chest"),
        ("Pullover", "Barbell", "lats"),
        ("Close-Grip Smith Bench Press", "Smith Machine", "triceps"),
        ("Front Squat (Clean Grip)", "Barbell", "quads"),
        ("Copenhagen Plank", "Bodyweight", "adductors"),
        ("Shoulder External Rotation", "Band", "rotator_cuff"),
        ("Clamshell", "Band", "abductors"),
        ("Chin Tuck", "Bodyweight", "neck"),
        ("Goblet Squat", "Kettlebell", "glutes"),
        ("Hammer Curl", "Dumbbell", "forearms"),
        ("Zottman Curl", "Dumbbell", "biceps"),
        ("Larsen Press", "Barbell", "chest"),
        ("Low Pulley Row to Neck", "Cable", "rear_delts"),
        ("Pendulum Squat", "Leverage Machine", "quads"),
        ("Reverse Nordic Curl", "Bodyweight", "quads"),
        ("Curtsey Lunge", "Dumbbell", "glutes"),
        ("Hip Abductor", "Leverage Machine", "abductors glutes"),
        ("Side Hip Abductor", "Bodyweight", "abductors"),
        ("Standing Hip Abduction", "Leverage Machine", "abductors"),
        ("Hanging Oblique Knee Raise", "Bodyweight", "obliques"),
        ("One-Arm Clean and Jerk", "Kettlebell", "glutes hamstrings front_delts"),
    ],
)
def test_variants_work_what_their_kind_works(title, equipment, main):
    assert works(title, equipment) == main


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Squat to Press", "quads glutes front_delts"),
        ("Squat to Row", "quads lats mid_back"),
        ("Curl and Press", "biceps front_delts"),
        ("Lunge with Biceps Curl", "quads biceps"),
        ("Clean and Press", "glutes quads hamstrings mid_back front_delts side_delts lats"),
        ("Push-Up with Feet Elevated", "chest"),
        ("Squat with Chains", "quads"),
    ],
)
def test_two_movements_in_one_work_what_both_do(title, main):
    assert works(title, "Dumbbell") == main


@pytest.mark.parametrize("title", ["", "Qwertz", "Morning Routine", "Warm-Up", "Bench", "Barbell", "Grip", "The"])
def test_what_is_no_movement_works_nothing(title):
    assert works(title, "Barbell") is None


def test_where_two_kinds_are_named_the_text_tells_which():
    assert works("Kickback", "Cable") is None
    assert works("Kickback", "Cable", told=lambda muscle: int(muscle == "glutes")) == "glutes"
    assert works("Kickback", "Cable", told=lambda muscle: int(muscle == "triceps")) == "triceps"


@pytest.mark.parametrize(
    ("title", "action"),
    [
        ("Standing Hamstring Stretch", Action.STRETCH),
        ("Child's Pose", Action.STRETCH),
        ("Pigeon Pose", Action.STRETCH),
        ("Hamstring Curl", Action.WORK),
        ("Foam Roll Quads", Action.ROLL),
        ("Latissimus Dorsi-SMR", Action.ROLL),
    ],
)
def test_stretches_and_rolling_are_told_from_work(title, action):
    family = family_of(title)
    assert family is not None
    assert family.action is action


def test_every_muscle_of_the_table_is_one_of_the_map_and_stands_once():
    wrong = [
        family.id
        for family in families().values()
        if not family.main
        or not {*family.main, *family.helping} <= set(GROUPS)
        or len({*family.main, *family.helping}) < len(family.main) + len(family.helping)
    ]
    assert wrong == []
    assert {muscle for family in families().values() for muscle in family.main} == set(GROUPS)


def test_every_movement_works_what_its_title_says():
    differing = {}
    for movement in movements().values():
        held = next(iter(movement.implements or movement.fits), "bodyweight")
        family = family_of(movement.title, held, told=movement.family.main.count)
        if family != movement.family:
            differing[movement.id] = (movement.family.id, family and family.id)
    assert differing == {}


def test_no_name_of_a_family_is_given_away_to_another_by_its_own_words():
    lost = []
    with (DATA / "families.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["names"].split("; "):
                if "@" in name or "!" in name:
                    continue
                family = family_of(name, told=row["main"].split().count)
                if family is None or family.main != tuple(row["main"].split()):
                    lost.append((row["family"], name, family and family.id))
    assert lost == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_no_title_is_too_strange(title, equipment):
    family = family_of(title, equipment)
    assert family is None or family.main
