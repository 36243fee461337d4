"""The sample programs: each is in order with the guides that come with cardgen, and names no real person."""

from __future__ import annotations

import pytest

from cardgen.files.plans import program_files, read_names, read_plan
from cardgen.guide import read_guide
from cardgen.program.model import BlockKind, Stage
from cardgen.program.sums import clock_of, day_minutes, parts_of
from cardgen.values.errors import GuideError
from cardgen.values.resources import content_folder

PROGRAMS = content_folder() / "programs"
SAMPLES = program_files([PROGRAMS])


@pytest.fixture(scope="module")
def plans():
    names = read_names([content_folder()])
    return {path.stem: read_plan(path, names) for path in SAMPLES}


def test_there_are_four(plans):
    assert list(plans) == ["eight-stations", "full-body", "hotel-room", "strong-back"]


@pytest.mark.parametrize("stem", [path.stem for path in SAMPLES])
def test_a_sample_has_no_problem(plans, stem):
    plan = plans[stem]
    assert plan.problems == ()
    assert (plan.program.client, plan.program.trainer.name, plan.program.trainer.contact) == ("", "", "")


@pytest.mark.parametrize("stem", ["full-body", "hotel-room", "strong-back"])
def test_days_are_whole_and_short_enough_to_be_done(plans, stem):
    for day in plans[stem].program.days:
        assert 10 <= day_minutes(day) <= 60
        assert any(block.kind.stage is Stage.MAIN for block in day.blocks)
        assert abs(sum(part.minutes for part in parts_of(day)) - day_minutes(day)) < 5


def test_gym_days_begin_with_a_warm_up_and_end_with_a_cool_down(plans):
    for stem in ("full-body", "strong-back"):
        for day in plans[stem].program.days:
            assert [part.stage for part in parts_of(day)] == [Stage.WARM_UP, Stage.MAIN, Stage.COOL_DOWN]


def test_strong_back_is_built_round_the_back_extension_by_stem(plans):
    names = [it.exercise for it in plans["strong-back"].program.exercises]
    assert names.count("backextension_leveragemachine") == 2


def test_the_hotel_room_needs_a_band_and_nothing_else(plans):
    assert {guide.equipment for guide in plans["hotel-room"].resolved.unique} == {"Band", "Bodyweight"}


def test_the_circuit_has_eight_stations_and_26_minutes(plans):
    ((_, block),) = plans["eight-stations"].program.circuits()
    assert (block.kind, len(block.exercises), clock_of(block).total) == (BlockKind.CIRCUIT, 8, 26 * 60)


def test_a_program_is_no_guide():
    with pytest.raises(GuideError):
        read_guide(SAMPLES[0])
