import pytest

from cardgen.figure.movements.words import implement_of, words_of


@pytest.mark.parametrize(
    ("text", "rest", "implements"),
    [
        ("Pull-Ups", "pullup", ""),
        ("Bent Over Barbell Rows", "bentover row", "barbell"),
        ("Dumbbell Flyes", "fly", "dumbbell"),
        ("Standing Calf Raises", "standing calf raise", ""),
        ("Single-Leg Press", "oneleg press", ""),
        ("Langhantelrudern", "rudern", "barbell"),
        ("Überkopfdrücken", "uberkopfdrucken", ""),
        ("Élévations latérales à la poulie", "elevation laterale", "cable"),
        ("Farmer's Walk", "farmer walk", ""),
        ("EZ-Bar Curl", "curl", "ezbar"),
        ("Crunches", "crunch", ""),
        ("Triceps Press", "triceps press", ""),
        ("", "", ""),
        ("🏋 ---", "", ""),
    ],
)
def test_titles_are_taken_apart_into_words_that_can_be_compared(text, rest, implements):
    words = words_of(text)
    assert (words.rest, words.implements) == (frozenset(rest.split()), frozenset(implements.split()))


@pytest.mark.parametrize(
    ("equipment", "held"),
    [
        ("Leverage Machine", "machine"),
        ("Smith Machine", "smith"),
        ("Kettlebells", "kettlebell"),
        ("E-Z Curl Bar", "ezbar"),
        ("Medicine Ball", "medball"),
        ("body only", "bodyweight"),
        ("Kurzhantel", "dumbbell"),
        ("a pair of dumbbells and a bench", "dumbbell"),
        ("Barbell or dumbbells", None),
        ("other", None),
        ("Rope", None),
        ("", None),
    ],
)
def test_equipment_says_one_implement_or_none(equipment, held):
    assert implement_of(equipment) == held
