"""The muscle map: where it stands, what it shows and in which colours, and what is the same on paper at every size."""

import math
from itertools import pairwise

import pytest

from cardgen.display import Color, Op, Path, Stamp
from cardgen.figure import load_views, polygon
from cardgen.layout.ground.musclemap import (
    DETAIL_WIDTH,
    HATCH_SHARE,
    describe_map,
    groups_of,
    in_lines,
    on_band,
    place_map,
    plan_map,
    stage_look,
)
from cardgen.theme import PETROL, LineArt
from cardgen.values.geometry import Rect, mm, to_mm
from tests.builders import card, page_of, works
from tests.layout.reading import bodies, body_of, map_items, rect_of

BACK = {"works": works("glutes", "hamstrings"), "also": works("lower back")}
BOTH = {"works": works("glutes"), "also": works("abs", "forearms")}
FRONT_VIEW, BACK_VIEW = load_views()
INK, GRAY = Color(0, 0, 0), Color(0.5, 0.5, 0.5)
LINES = in_lines(LineArt(outline=INK, main=INK, plate=GRAY))
HEIGHTS_MM = (12.2, 15.2, 31.0, 35.8, 60.0, 119.0)


def drawn(height_mm, look=LINES, **muscles):
    """The items of a map of this height, its top left corner at (50, 80)."""
    made = card(**(muscles or BOTH))
    return place_map(made, plan_map(made, mm(height_mm)), 50.0, 80.0, look, 7)


def shapes(items, **values):
    return [it for it in items if isinstance(it, Path) and all(getattr(it, name) == v for name, v in values.items())]


def placed(view, group, body):
    """What the plates of a muscle cover in a view that stands in `body`."""
    scale = body.height / view.ink.height
    points = [point for plate in view.muscles[group] for point in polygon(plate)]
    xs = [body.x + (x - view.ink.x) * scale for x, _ in points]
    ys = [body.y + (y - view.ink.y) * scale for _, y in points]
    return Rect(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))


def lies_in(path, box):
    """Tell whether a path lies in a rectangle, but for the control points of its curves."""
    return box.inset(-0.12 * box.width, -0.12 * box.height).contains(rect_of(path))


# --- what is shown --------------------------------------------------------------------------------------------------


def test_a_muscle_that_is_seen_from_both_sides_is_coloured_on_both():
    page = page_of(card(works=works("calves"), also=works("abs", "lats")))
    front, back = (body_of(stamp) for stamp in bodies(page))
    paths = shapes(map_items(page), fill=PETROL.accent)
    assert len(paths) == 2
    for path, view, body in zip(paths, (FRONT_VIEW, BACK_VIEW), (front, back), strict=True):
        assert lies_in(path, placed(view, "calves", body))


def test_the_front_stands_at_the_left_and_the_hands_do_not_meet():
    front, back = (body_of(stamp) for stamp in bodies(page_of(card(**BOTH))))
    assert back.x - front.right == pytest.approx(0.025 * front.height)
    assert (front.y, front.height) == pytest.approx((back.y, back.height))
    assert front.width / front.height == pytest.approx(FRONT_VIEW.ink.width / FRONT_VIEW.ink.height)


def test_a_muscle_that_works_is_not_shown_as_helping_too():
    made = card(works=works("glutes", "lats", "glutes"), also=works("glutes", "biceps", "no such"))
    assert groups_of(made) == (("glutes", "lats"), ("biceps",))


# --- where it stands ------------------------------------------------------------------------------------------------


# --- colours --------------------------------------------------------------------------------------------------------


def drawings(size, **changes):
    return [stamp.drawing for stamp in bodies(page_of(card(**BOTH, **changes), size))]


def test_drawings_of_other_looks_have_names_of_their_own_that_a_file_may_use():
    names = {drawn(30.0, look)[0].drawing.name for look in (on_band(PETROL), stage_look(PETROL), LINES)}
    assert len(names) == 3
    assert drawn(30.0)[0].drawing.name != drawn(40.0)[0].drawing.name  # its lines are measured on paper
    assert all(name.isascii() and name.isalnum() for name in names)


@pytest.mark.parametrize("look", [on_band(PETROL), stage_look(PETROL)], ids=["band", "paper"])
def test_in_colour_all_is_filled(look):
    items = drawn(30.0, look)
    assert {it.fill for it in items if isinstance(it, Path)} == {look.main, look.helping}
    assert len({look.body, look.plate, look.main, look.helping}) == 4
    assert not any(it.stroke for it in items if isinstance(it, Path))


# --- in lines -------------------------------------------------------------------------------------------------------


def strokes(items):
    """The hatching of a map: start and end of each stroke."""
    found = [it for it in items if isinstance(it, Path) and Op.LINE in {op for op, _ in it.segments}]
    return [(a[1], b[1]) for it in found for a, b in zip(it.segments[::2], it.segments[1::2], strict=True)]


@pytest.mark.parametrize("height", [*HEIGHTS_MM, 120.0, 180.0, 400.0])
def test_in_lines_what_works_is_solid_and_what_helps_is_hatched_as_finely_on_every_card(height):
    items = drawn(height)
    (solid,) = shapes(items, fill=INK)
    assert len([op for op, _ in solid.segments if op is Op.MOVE]) == len(BACK_VIEW.muscles["glutes"])
    pitch = mm(0.45 if height < 120 else 0.8)
    rows = sorted({round((x + y) * math.sqrt(0.5) / pitch, 4) for (x, y), _ in strokes(items)})
    assert all(row == pytest.approx(round(row), abs=1e-3) for row in rows)
    assert min(after - before for before, after in pairwise(rows)) == pytest.approx(1.0, abs=1e-3)
    for (x0, y0), (x1, y1) in strokes(items):
        assert x1 - x0 == pytest.approx(y0 - y1)
    hatches = [it for it in shapes(items, fill=None, stroke=INK) if Op.LINE in {op for op, _ in it.segments}]
    assert [it.stroke_width for it in hatches] == [pytest.approx(pitch * HATCH_SHARE)] * len(hatches)


@pytest.mark.parametrize("height", HEIGHTS_MM)
def test_hatching_lies_on_the_muscles_that_help(height):
    items = drawn(height)
    views = zip((FRONT_VIEW, BACK_VIEW), [body_of(it) for it in items if isinstance(it, Stamp)], strict=True)
    boxes = [
        placed(view, group, body) for view, body in views for group in ("abs", "forearms") if group in view.muscles
    ]
    for start, end in strokes(items):
        middle = Rect(x=(start[0] + end[0]) / 2, y=(start[1] + end[1]) / 2, width=0, height=0)
        assert any(box.contains(middle) for box in boxes)


@pytest.mark.parametrize("height", [*HEIGHTS_MM, 180.0])
def test_the_outline_of_a_body_in_lines_is_as_wide_on_paper_at_every_size_and_not_cut(height):
    for stamp in (it for it in drawn(height) if isinstance(it, Stamp)):
        outlined = [path for path in stamp.drawing.paths if path.stroke == INK]
        hairlines = [path for path in stamp.drawing.paths if path.stroke == GRAY and path.stroke_width != DETAIL_WIDTH]
        assert [to_mm(path.stroke_width * stamp.scale) for path in outlined] == [pytest.approx(0.22, rel=0.005)]
        assert [to_mm(path.stroke_width * stamp.scale) for path in hairlines] == [pytest.approx(0.09, rel=0.005)]
        assert not any(path.fill for path in stamp.drawing.paths)
        frame = Rect(x=0, y=0, width=stamp.drawing.width, height=stamp.drawing.height)
        (body,), half = outlined, outlined[0].stroke_width / 2
        corners = polygon(body.segments)
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
        inked = Rect(x=left, y=top, width=right - left, height=bottom - top).inset(-half, -half)
        assert frame.contains(inked)


@pytest.mark.parametrize("look", [on_band(PETROL), LINES], ids=["band", "lines"])
@pytest.mark.parametrize(("height", "shown"), [(15.2, False), (24.9, False), (25.1, True), (60.0, True)])
def test_knees_and_fingers_are_left_out_where_they_would_be_dirt(look, height, shown):
    for stamp in (it for it in drawn(height, look) if isinstance(it, Stamp)):
        assert any(path.stroke_width == DETAIL_WIDTH for path in stamp.drawing.paths) == shown


# --- in words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("main", "helping", "said"),
    [
        (works("glutes", "quads"), (), "Muscle map: works glutes, quads"),
        (works("glutes"), works("abs", "calves"), "Muscle map: works glutes; also abs, calves"),
        ((), works("abs"), "Muscle map: also abs"),
        (works("seat"), works("abs"), "Muscle map: works seat; also abs"),
    ],
)
def test_the_map_says_in_words_what_it_shows(main, helping, said):
    assert describe_map(card(works=main, also=helping)) == said
    assert {item.mark.alternative for item in map_items(page_of(card(works=main, also=helping)))} == {said}


@pytest.mark.parametrize(("language", "marked"), [("en", ""), ("en-GB", ""), ("de", "en"), ("pt-BR", "en")])
def test_words_for_the_map_are_english_on_every_card(language, marked):
    assert {item.mark.language for item in map_items(page_of(card(**BOTH, language=language)))} == {marked}
