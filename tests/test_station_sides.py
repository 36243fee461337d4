"""Exercises for each side at a station: the coach says when to change, the poster what is done on each."""

from __future__ import annotations

import pytest

from cardgen.bundle.stations import compose_circuit
from cardgen.guide.model import plain_text
from cardgen.words import english
from tests.program import planned

GUIDES = {(it.title, it.equipment): it for it in planned.guides()}


def first_station(exercise, times="work: 45s, "):
    text = planned.plan(planned.day(f"{{kind: circuit, {times}rounds: 2, exercises: [{exercise}, Push Up]}}"))
    block = planned.read(text).days[0].blocks[0]
    guides = [GUIDES["Plank", "Bodyweight"], GUIDES["Push Up", "Bodyweight"]]
    return compose_circuit(block, guides, english()).stations[0]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", ""),
        ("side: left", ""),
        ("side: each", "Change sides after 22 seconds."),
        ("side: each, note: Breathe", "Breathe. Change sides after 22 seconds."),
        ("side: each, note: Switch legs at the whistle", "Switch legs at the whistle."),
    ],
)
def test_the_coach_says_when_sides_change_unless_the_trainer_does(more, said):
    assert plain_text(first_station(f"{{exercise: Plank, {more}}}").say) == said


@pytest.mark.parametrize(
    ("reps", "task"),
    [("8", ("8", "reps a side")), ("20s", ("20", "s a side")), ("AMRAP", ("max", "reps a side"))],
)
def test_without_a_clock_the_poster_says_that_it_is_done_on_each_side(reps, task):
    assert first_station(f"{{exercise: Plank, reps: {reps}, side: each}}", times="").task == task


def test_a_hold_on_both_sides_at_once_is_a_hold():
    assert first_station("{exercise: Plank, reps: 20s}", times="").task == ("20", "s hold")
