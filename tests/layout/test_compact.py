"""A6 and index cards: names run in, the code hangs out of a low band."""

import pytest

from cardgen.compose import Marker
from cardgen.display import Role
from cardgen.layout.cards.fit import Overflow
from cardgen.layout.ground.measures import measures_for
from cardgen.theme import PETROL
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm, to_mm
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from tests.builders import card, entry, fit, mistakes, page_of, step, tips, video, works
from tests.layout.reading import (
    INSTRUCTIONS,
    all_panels,
    band,
    codes,
    discs,
    footer_rule,
    ink,
    links,
    paths,
    texts,
    tiles,
    words,
)

SHEETS = ("105x148mm", "101.6x152.4mm", "127x203.2mm")
"""A6, and index cards of 4 x 6 and 5 x 8 inches."""
LONG = "Keep the ribs down and the neck long while the weight travels over the middle of the foot. "

every_sheet = pytest.mark.parametrize("size", SHEETS)


def size_of(page):
    (size,) = {item.size for item in texts(page, Role.STEP)}
    return size


@pytest.mark.parametrize(("size", "compact"), [(size, True) for size in SHEETS] + [
    ("129.9x200mm", True), ("200x129.9mm", True), ("130x200mm", False), ("half-letter", False), ("a5", False),
])  # fmt: skip
def test_cards_are_compact_below_130_millimetres_of_the_shorter_side(size, compact):
    page = page_of(size=size)
    assert (texts(page, Role.STEP_NAME) == []) == compact
    (tile,) = tiles(page)
    assert (tile.bottom > band(page).bottom) == compact


@every_sheet
def test_names_run_in_with_a_full_stop_bold_in_the_colour_of_the_band(size):
    steps = (step("Plant the Feet", "Set both feet flat."), step("Ready?", "Let the arms hang."), step("", "Rise."))
    page = page_of(card(steps=steps), size)
    found = texts(page, Role.STEP)
    bold = [item for item in found if {run.face for run in item.runs} == {Style.LEAD_IN.value}]
    assert [item.text for item in bold] == ["Plant the Feet. ", "Ready? "]
    assert {item.color for item in bold} == {PETROL.band}
    assert {item.color for item in found if item not in bold} == {PETROL.ink}
    assert words(found) == "Plant the Feet. Set both feet flat. Ready? Let the arms hang. Rise.".split()
    beside = [(name, item) for name in bold for item in found if item.y == name.y and item is not name]
    assert beside
    for name, rest in beside:
        assert rest.mark == name.mark
        assert rest.x == pytest.approx(name.x + sum(run.width for run in name.runs) * name.size)


def test_a_name_over_points_stands_alone():
    page = page_of(
        card(steps=(step("Grip", entry("overhand", Marker.DASH), entry("underhand", Marker.DASH)),)), SHEETS[0]
    )
    assert [item.text.strip() for item in texts(page, Role.STEP)] == ["Grip.", "overhand", "underhand"]
    assert len({item.y for item in texts(page, Role.STEP)}) == 3


@pytest.mark.parametrize("size", [*SHEETS, "148x105mm", "120x260mm"])
@pytest.mark.parametrize("length", [28, 64, 300])
def test_nothing_stands_under_or_beside_the_hanging_tile_within_three_millimetres(size, length):
    steps = tuple(step(f"Part {n}", "Hold the floor with both feet.") for n in range(4))
    page = page_of(card(steps=steps, video=video(length)), size)
    (tile,) = tiles(page)
    assert tile.bottom > band(page).bottom
    near = Rect(x=tile.x - mm(3), y=tile.y - mm(3), width=tile.width + mm(6), height=tile.height + mm(6))
    for item in texts(page, Role.STEP, Role.STEP_NUMBER, Role.TITLE, *INSTRUCTIONS):
        # from the cap line, which ascenders and round letters pass by a few hundredths of their size
        box = ink(item)
        cap = item.y - 0.72 * item.size
        body = Rect(x=box.x, y=max(box.y, cap), width=box.width, height=box.bottom - max(box.y, cap))
        assert not body.overlaps(near, tolerance=0.02 * item.size), item.text
    assert not any(panel.overlaps(near, tolerance=0.01) for panel in (*all_panels(page), *discs(page)))


def test_text_below_the_tile_takes_the_whole_width():
    page = page_of(card(steps=tuple(step(f"Part {n}", LONG) for n in range(4))), SHEETS[0])
    (tile,) = tiles(page)
    beside = [ink(item).right for item in texts(page, Role.STEP) if item.y < tile.bottom]
    below = [ink(item).right for item in texts(page, Role.STEP) if item.y > tile.bottom + mm(30)]
    assert max(beside) <= tile.x - mm(3) + 0.1
    assert max(below) > tile.x + mm(5)
    alone = page_of(card(steps=tuple(step(f"Part {n}", LONG) for n in range(4)), video=None), SHEETS[0])
    assert max(ink(item).right for item in texts(alone, Role.STEP)[:4]) > tile.x


@every_sheet
def test_the_tile_has_an_outline_where_it_hangs_over_the_paper(size):
    page = page_of(size=size)
    (path,) = paths(page, PETROL.paper)
    assert path.stroke == PETROL.band
    assert path.stroke_width > 0
    assert page_of().items != page.items
    (plain,) = paths(page_of(), PETROL.paper)
    assert plain.stroke is None


@every_sheet
@pytest.mark.parametrize("length", [11, 28, 64, 120])
def test_the_code_is_at_least_twenty_millimetres_wide(size, length):
    page = page_of(card(video=video(length), steps=card().steps[:1], boxes=()), size)
    (code,), (tile,) = codes(page), tiles(page)
    assert to_mm(code.width) >= 20.0 - 1e-6
    assert to_mm(tile.y) == pytest.approx(6.0)
    assert tile.right <= page.width - mm(6) + 1e-6
    (area,) = links(page)
    assert area.rect.contains(tile)
    assert tile.contains(area.rect)


@every_sheet
def test_the_floor_is_seven_and_a_half_on_a6_and_no_step_or_box_goes_below(size):
    floor = measures_for(parse_sheet(size)).floor
    width = float(size.partition("x")[0])
    assert floor == pytest.approx(max(7.5, 7.5 + 1.5 * (width - 105) / (148 - 105)))
    sizes = []
    for count in range(1, 60):
        page = fit(card(steps=tuple(step(f"Part {n}", LONG) for n in range(count))), size)
        if isinstance(page, Overflow):
            break
        sizes.append(min(item.size for item in texts(page, *INSTRUCTIONS)))
    assert f"at {floor:.3g} pt" in page.message
    assert min(sizes) >= floor
    assert min(sizes) == pytest.approx(floor, abs=0.3)


@every_sheet
def test_the_description_is_not_printed_and_it_is_said(size):
    page = page_of(size=size)
    assert texts(page, Role.LEAD) == []
    assert page.notes == (LeftOut.LEAD_OF_SMALL,)
    assert page_of(card(lead=()), size).notes == ()


def test_mistakes_have_a_short_heading():
    page = page_of(card(boxes=(tips("Up."), mistakes("Down."))), SHEETS[0])
    assert [item.text.strip() for item in texts(page, Role.TIPS_HEADING, Role.MISTAKES_HEADING)] == ["Tips", "Mistakes"]


@every_sheet
def test_boxes_end_above_the_footer_s_rule(size):
    page = page_of(size=size)
    left, right = all_panels(page)
    assert left.bottom == pytest.approx(right.bottom)
    assert left.bottom == pytest.approx(footer_rule(page) - 3.4 * measures_for(parse_sheet(size)).unit)


def test_muscles_stand_under_a_title_of_one_line_and_fall_off_the_end_of_theirs():
    few, many = works("glutes"), works("glutes", "hamstrings", "lower back", "upper back", "quadriceps")
    assert words(texts(page_of(card(title="Row", works=few), SHEETS[0]), Role.LEGEND)) == ["Works", "glutes"]
    page = page_of(card(title="Row", works=many), SHEETS[0])
    shown = words(texts(page, Role.LEGEND))
    assert shown == " ".join(("Works", ", ".join(muscle.name for muscle in many)[: len(" ".join(shown[1:]))])).split()
    assert 2 < len(shown) < 8
    assert len({item.y for item in texts(page, Role.LEGEND)}) == 1
    page = page_of(card(title="Standing Sandbag Shoulder Throw", works=few), SHEETS[0])
    assert texts(page, Role.LEGEND) == []
    assert len(texts(page, Role.TITLE)) > 1


@every_sheet
@pytest.mark.parametrize("title", ["Row", "Single Arm Row", "Single Arm Sandbag Shoulder Throw With Quarter Rotation"])
def test_a_title_keeps_clear_of_the_tile_and_inside_the_band(size, title):
    page = page_of(card(title=title), size)
    (tile,) = tiles(page)
    for line in texts(page, Role.TITLE):
        assert ink(line).right <= tile.x - mm(2.8)
        assert band(page).contains(ink(line))
    assert words(texts(page, Role.TITLE)) == title.split()


def test_an_overflow_names_the_step_by_the_name_it_has_in_the_guide():
    found = fit(card(steps=(step("Short", "Up."), step("The Long Part", LONG * 30, line=9))), SHEETS[0])
    assert 'the longest step is step 2 "The Long Part" (' in found.message
    assert found.location.line == 9


# --- defects --------------------------------------------------------------------------------------------------------


def test_the_title_is_read_before_the_code():
    page = page_of(size=SHEETS[0])
    order = [item.mark.role for item in sorted(texts(page), key=lambda item: item.mark.order)]
    assert order.index(Role.EYEBROW) < order.index(Role.TITLE) < order.index(Role.CAPTION)


def test_a_title_without_an_eyebrow_keeps_six_millimetres_to_the_edge():
    page = page_of(card(title="With", eyebrow=(), video=None), SHEETS[0])
    (title,) = texts(page, Role.TITLE)
    assert to_mm(ink(title).y) >= 6.0 - 0.05


def test_a_long_eyebrow_is_not_set_below_six_and_a_half_points():
    long = ("Adjustable incline bench with resistance bands and dumbbells", "intermediate")
    page = page_of(card(eyebrow=long), SHEETS[0])
    assert min(item.size for item in texts(page, Role.EYEBROW)) >= 6.5
