"""Boxes at the foot: equal heights, one line to stand on, full width where there is only one."""

import pytest

from cardgen.compose import Marker
from cardgen.display import Path, Role
from cardgen.theme import PETROL
from cardgen.values.geometry import to_mm
from tests.builders import card, entry, mistakes, page_of, safety, step, tips
from tests.layout.reading import discs, footer_rule, ink, panels, paths, rect_of, texts, words

KINDS = {
    "tips": (tips, PETROL.tips, Role.TIP),
    "mistakes": (mistakes, PETROL.mistakes, Role.MISTAKE),
    "safety": (safety, PETROL.safety, Role.SAFETY),
}
POINT = "Keep the weight over the middle of the foot."


@pytest.mark.parametrize("size", ["a5", "a4"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_single_box_takes_the_full_width(kind, size):
    make, colors, role = KINDS[kind]
    page = page_of(card(boxes=(make(POINT, POINT),)), size)
    (panel,) = panels(page, colors)
    scale = page.width / 148
    assert panel.width == pytest.approx(128 * scale, rel=0.01)
    assert panel.bottom < footer_rule(page), "clear of the foot"
    assert words(texts(page, role)) == POINT.split() * 2
    others = [panels(page, other) for name, (_, other, _) in KINDS.items() if name != kind]
    assert others == [[], []]


def test_without_boxes_there_is_no_panel_and_no_hole():
    page = page_of(card(boxes=(), steps=tuple(step(f"Part {n}", POINT * 3) for n in range(4))))
    assert not any(panels(page, colors) for _, colors, _ in KINDS.values())
    last = max(ink(item).bottom for item in texts(page, Role.STEP))
    assert footer_rule(page) - last < 0.25 * page.height


def test_even_boxes_share_the_width_evenly():
    page = page_of(card(boxes=(tips(POINT), mistakes(POINT))))
    (left,), (right,) = panels(page, PETROL.tips), panels(page, PETROL.mistakes)
    assert to_mm(left.width) == pytest.approx(62.0)
    assert to_mm(right.width) == pytest.approx(62.0)


def test_of_three_boxes_safety_stands_alone_and_lowest():
    page = page_of(card(boxes=(tips(POINT), mistakes(POINT), safety(POINT))), "a4")
    (left,), (right,), (last,) = (panels(page, colors) for _, colors, _ in KINDS.values())
    assert left.bottom == pytest.approx(right.bottom)
    assert last.y > left.bottom
    assert last.x == pytest.approx(left.x)
    assert last.right == pytest.approx(right.right)
    assert last.bottom < footer_rule(page), "clear of the foot"


def test_headings_of_a_row_stand_on_one_line():
    page = page_of()
    (left,), (right,) = texts(page, Role.TIPS_HEADING), texts(page, Role.MISTAKES_HEADING)
    assert left.y == pytest.approx(right.y)
    assert (left.text.strip(), right.text.strip()) == ("Tips", "Common mistakes")


@pytest.mark.parametrize("size", ["a4", "half-letter"])
def test_a_heading_stays_inside_its_box(size):
    made = card(
        lead=(), video=None, steps=(step("Rise", "Up."),), boxes=(tips("a a a a a a the seconds"), mistakes("Up."))
    )
    page = page_of(made, size)
    (heading,), (panel,) = texts(page, Role.MISTAKES_HEADING), panels(page, PETROL.mistakes)
    assert panel.width > 100
    assert ink(heading).right <= panel.right


def test_bars_and_panels_meet_without_a_seam():
    page = page_of()
    for colors in (PETROL.tips, PETROL.mistakes):
        (panel,) = panels(page, colors)
        bar = max((rect_of(path) for path in paths(page, colors.sign)), key=lambda rect: rect.height)
        assert (bar.x, bar.y, bar.height) == pytest.approx((panel.x, panel.y, panel.height))
        assert to_mm(bar.width) == pytest.approx(1.2)


def icons(page, colors):
    """The signs before the points, without the bar."""
    return sorted(
        (path for path in paths(page, colors.sign) if rect_of(path).height < 25), key=lambda path: rect_of(path).y
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_point_has_the_icon_of_its_box_before_it(kind):
    make, colors, role = KINDS[kind]
    page = page_of(card(boxes=(make(POINT, "Up.", POINT),)))
    firsts = {item.mark.order: item for item in reversed(texts(page, role))}.values()
    for icon, first in zip(icons(page, colors), sorted(firsts, key=lambda item: item.y), strict=True):
        box = rect_of(icon)
        assert box.right <= first.x
        assert box.y < first.y < box.bottom + 2


def test_icons_differ_in_form_and_not_in_colour_alone():
    page = page_of(card(boxes=(tips(POINT), mistakes(POINT), safety(POINT, POINT))), "a4")
    shapes = {kind: len(icons(page, colors)[0].segments) for kind, (_, colors, _) in KINDS.items()}
    assert len(set(shapes.values())) == 3


def test_points_of_points_stand_in_with_a_dash():
    boxes = (tips(POINT, entry("Both feet flat.", Marker.DASH, depth=1)),)
    page = page_of(card(boxes=boxes))
    outer, inner = texts(page, Role.TIP)[0], texts(page, Role.TIP)[-1]
    assert inner.x > outer.x
    dashes = [rect_of(path) for path in paths(page, PETROL.tips.heading)]
    (dash,) = dashes
    assert outer.x - 0.01 <= dash.x < dash.right < inner.x
    assert inner.y - 0.75 * inner.size < dash.y < inner.y


def test_points_of_a_step_stand_in_with_a_dash():
    page = page_of(
        card(steps=(step("Grip", "Choose one:", entry("overhand", Marker.DASH), entry("underhand", Marker.DASH)),))
    )
    outer, *inner = texts(page, Role.STEP)
    assert {item.x > outer.x for item in inner} == {True}
    dashes = [rect_of(path) for path in paths(page, PETROL.band) if rect_of(path).height < 5]
    assert len(dashes) == 2
    assert all(isinstance(item, Path) for item in paths(page))


def test_a_text_without_a_name_stands_on_the_middle_of_its_disc():
    page = page_of(card(steps=(step("", "Hold."), step("", "Rise."))))
    for disc, line in zip(discs(page), texts(page, Role.STEP), strict=True):
        middle = line.y - 0.727 * line.size / 2
        assert middle == pytest.approx(disc.y + disc.height / 2, abs=0.05)
