"""The stage: a picture clear of the rail, labels under the poses, a key that names what is coloured, and only that."""

from dataclasses import replace
from itertools import chain

import pytest

from cardgen.display import Role, Stamp
from cardgen.figure.repertoire import posed
from cardgen.paint.etching import sketches
from cardgen.theme import PETROL
from cardgen.theme.stage import stage_colors
from cardgen.values.geometry import to_mm
from cardgen.values.use import Ink
from tests.builders import card, page_of, works, zones_on
from tests.layout.reading import around, bodies, figures, ink, map_items, stage, swatches, texts, tiles, words

NAMES = ("squat", "benchpress", "plank_bodyweight", "pullup", "pushup_bodyweight", "deadlift")
SIZES = ("a5", "a4", "letter", "105x148mm", "a3")
COLORS = stage_colors(PETROL)


def shown(name="squat", size="a5", **fields):
    made = {"works": works("quads"), "also": works("glutes"), **fields}
    return page_of(replace(card(**made), figure=posed(name)), size)


def labels_of(page):
    return [item for item in texts(page, Role.CAPTION) if "VIDEO" not in item.text and "WATCH" not in item.text]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_a_figure_stands_on_the_stage_and_clear_of_the_rail(name, size):
    page, unit = shown(name, size), zones_on(size).unit
    whole = around(*figures(page))
    assert stage(page).contains(whole)
    assert whole.right <= tiles(page)[0].x - 2 * unit
    assert max(to_mm(whole.width), to_mm(whole.height)) >= 18


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_labels_stand_under_their_poses_and_over_none(name, size):
    page = shown(name, size)
    poses, labels = figures(page), labels_of(page)
    assert len(labels) == len(poses) or len(poses) == 1
    for label, pose in zip(labels, poses, strict=False):
        assert pose.x - 8 <= label.x + label.width / 2 <= pose.right + 8
        assert label.y > pose.bottom - 0.25 * pose.height
        assert stage(page).contains(ink(label))
        assert not any(ink(label).overlaps(other) for other in poses if other != pose)


def test_a_pose_that_stands_alone_is_one_that_is_held():
    (label,) = labels_of(shown("plank_bodyweight"))
    assert label.text.strip() == "Hold"


def painted(drawing):
    """The shapes of a drawing, whether they are etched or not."""
    return tuple(sketches(drawing.etching)) if drawing.etching else drawing.paths


def inks_of(page):
    """The colours of muscles in figure and map."""
    stamps = [item for item in page.items if isinstance(item, Stamp)]
    fills = {shape.fill for stamp in stamps for shape in painted(stamp.drawing)}
    return {*fills, *(getattr(item, "fill", None) for item in map_items(page))} & {COLORS.worked, COLORS.helping}


@pytest.mark.parametrize("size", [*SIZES, "297x210mm"])
@pytest.mark.parametrize("also", [(), ("glutes",), ("glutes", "hamstrings", "calves", "lower back", "abs", "forearms")])
def test_the_key_has_a_square_for_every_colour_that_is_shown_and_for_no_other(also, size):
    page = shown(size=size, also=works(*also))
    squares = len(swatches(page))
    assert squares == len(inks_of(page)), size
    assert words(texts(page, Role.LEGEND))[:2] == ["Works", "quads"]


@pytest.mark.parametrize("size", [*SIZES, "297x210mm"])
def test_muscles_that_the_key_has_no_room_for_are_not_coloured_either(size):
    many = ("glutes", "hamstrings", "calves", "lower back", "abs", "forearms", "upper traps", "inner thighs")
    page = shown(size=size, also=works(*many))
    named = " ".join(words(texts(page, Role.LEGEND)))
    told = " ".join(item.mark.alternative for item in chain(map_items(page), bodies(page)))
    for name in many:
        assert name in named or name not in told


@pytest.mark.parametrize("size", [*SIZES, "297x210mm"])
@pytest.mark.parametrize("name", NAMES)
def test_no_map_is_lower_than_twenty_millimetres(name, size):
    assert all(to_mm(stamp.rect.height) >= 20 - 1e-6 for stamp in bodies(shown(name, size)))


def test_small_sheets_have_no_map_and_large_ones_under_the_code():
    assert bodies(shown(size="a5")) == bodies(shown(size="105x148mm")) == []
    large = shown(size="a4")
    (tile,) = tiles(large)
    assert bodies(large)
    assert all(stamp.rect.y > tile.bottom for stamp in bodies(large))


@pytest.mark.parametrize("size", ["a5", "a4", "297x210mm"])
def test_nothing_on_the_stage_stands_over_anything_else(size):
    page = shown(size=size)
    written = [ink(item) for item in [*labels_of(page), *texts(page, Role.LEGEND)]]
    drawn = [*figures(page), *(stamp.rect for stamp in bodies(page)), *tiles(page)]
    for at, one in enumerate(drawn):
        assert not any(one.overlaps(other) for other in drawn[at + 1 :] if other not in figures(page))
        assert not any(one.overlaps(other) for other in written if one not in figures(page))


@pytest.mark.parametrize("mode", [Ink.LOW, Ink.MONO])
def test_a_white_stage_is_closed_by_a_line(mode):
    theme = PETROL.inked(mode)
    page = page_of(replace(card(works=works("quads")), figure=posed("squat")), theme=theme)
    wide = [item for item in page.items if getattr(item, "fill", None) == stage_colors(theme).rule]
    assert wide


def test_what_is_seen_is_told_in_words():
    marks = [item.mark for item in shown().items if item.mark.role is Role.FIGURE]
    assert marks[0].alternative.startswith("Back Squat with a barbell: standing")
