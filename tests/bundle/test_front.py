"""The cover in words: how many exercises, and with what."""

from __future__ import annotations

import pytest

from cardgen.bundle.front import booklet_title, describe_cover
from cardgen.words import english
from tests.bundle.made import guide

KIT = ("Band", "Barbell", "Cable", "Dumbbell", "Kettlebell")


@pytest.mark.parametrize(
    ("equipment", "facts"),
    [
        ((), ("0 exercises",)),
        (KIT[:1], ("1 exercise", "Band")),
        (KIT[:2], ("2 exercises", "Band and Barbell")),
        (KIT[:4], ("4 exercises", "Band, Barbell, Cable and Dumbbell")),
        (KIT, ("5 exercises", "Band, Barbell, Cable and 2 more")),
        (("Rope", *KIT, "Rope"), ("7 exercises", "Rope, Band, Barbell and 3 more")),
    ],
)
def test_the_cover_names_four_pieces_of_equipment_or_three_and_how_many_more(equipment, facts):
    assert describe_cover("Legs", "", [guide(equipment=name) for name in equipment], english()).facts == facts


@pytest.mark.parametrize(
    ("title", "gym", "expected"), [("Legs", "Gym", "Legs"), ("", "Gym", "Gym"), ("", "", "Workout cards")]
)
def test_a_booklet_is_called_by_its_title_else_by_the_gym(title, gym, expected):
    assert booklet_title(title, gym, english()) == expected
    eyebrow = "Workout cards" if expected != "Workout cards" else "Exercise by exercise"
    assert describe_cover(expected, "", [], english()).eyebrow == eyebrow
