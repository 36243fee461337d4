"""What stands for a figure in speech, and what its poses are called."""

import pytest

from cardgen.figure.records import implements_of
from cardgen.figure.repertoire import Posed, posed, records
from cardgen.figure.wording import describe, labels
from cardgen.words import english


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "squat barbell",
            "Back Squat with a barbell: standing, hands at the shoulders; then squatting, hips below the knees",
        ),
        (
            "lateralraise dumbbell",
            "Lateral Raise with dumbbells: standing, arms straight down; then arms out to the sides",
        ),
        ("crunch_bodyweight", "Crunch: lying on the back, knees bent"),
        ("plank_bodyweight", "Plank: face down on forearms and feet, body straight"),
        (
            "lunge dumbbell",
            "Lunge with dumbbells: standing, arms straight down; then lunging, back knee near the floor",
        ),
        (
            "hangingkneeraise_bar",
            "Hanging Knee Raise: hanging from the hands, arms straight overhead; then knees raised",
        ),
        (
            "benchpress barbell",
            "Bench Press with a barbell: lying on a bench, arms straight above the chest; then elbows bent",
        ),
        ("proney_bodyweight", "Prone Y: lying face down, legs straight, arms straight overhead; then higher"),
        ("cobra_bodyweight", "Cobra: lying face down, legs straight, back arched"),
        ("foamrollcalves_roller", "Foam Roll Calves: leaning back on the hands, hips off the floor"),
        ("openbook_bodyweight", "Open Book: lying on the side"),
        ("sideplankknee_bodyweight", "Side Plank on Knees: on one arm and the feet, side to the floor"),
        ("seatedcurl dumbbell", "Seated Curl with dumbbells: sitting, arms straight down; then hands at the shoulders"),
    ],
)
def test_a_figure_is_told_as_it_is_seen(name, words):
    assert describe(posed(*name.split()), english()).startswith(words)


def test_the_implement_is_not_said_twice():
    assert describe(posed("squat", "dumbbell"), english()).startswith("Dumbbell Squat: ")


def test_one_bell_is_told_from_two():
    assert "with one dumbbell" in describe(posed("concentrationcurl", "dumbbell"), english())


def test_every_figure_has_words_and_each_later_pose_says_what_changes():
    for name, record in records().items():
        for implement in implements_of(record)[:2]:
            what = Posed(name=name, implement=implement)
            words = describe(what, english())
            assert len(words.split("; then ")) == len(labels(what))
            assert ": ;" not in words
            assert not words.endswith((": ", "; then "))


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("squat", ("start", "bottom")),
        ("deadlift", ("start", "top")),
        ("plank_bodyweight", ("hold",)),
        ("seatedrow", ("start", "finish")),
    ],
)
def test_poses_are_called_by_where_they_end(name, called):
    assert labels(posed(name)) == called
