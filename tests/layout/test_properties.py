"""What holds for every card on every sheet."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings

from cardgen.compose import BoxKind
from cardgen.display import LinkArea, Page, Path, Role, Text
from cardgen.geometry import Rect, mm, to_mm
from cardgen.guide.model import plain_text
from cardgen.layout import fit as fitting
from cardgen.layout.body import NORMAL, STEP_GAP, type_at
from cardgen.layout.measures import Kit, measures_for
from cardgen.stock import parse_sheet
from cardgen.theme import PETROL
from cardgen.typeset.tidy import NO_BREAK, tidy
from tests.builders import cards, fit, fresh_case, sizes, type_case
from tests.layout.reading import (
    BODY,
    GROUNDS,
    INSTRUCTIONS,
    band,
    codes,
    discs,
    footer_rule,
    ink,
    panels,
    rect_of,
    texts,
    tiles,
    words,
)

HEADINGS = {Role.TIPS_HEADING, Role.MISTAKES_HEADING, Role.SAFETY_HEADING}
"""See test_boxes for these."""

few = settings(max_examples=90, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def without_lead(card):
    return replace(card, lead=())


def page_or_nothing(card, size):
    found = fit(card, size)
    assume(isinstance(found, Page))
    return found


@few
@given(card=cards(), size=sizes)
def test_a_card_becomes_a_page_of_its_sheet_or_an_overflow(card, size):
    found = fit(card, size)
    sheet = parse_sheet(size)
    if isinstance(found, Page):
        assert (found.width, found.height) == (sheet.width, sheet.height)
        assert {type(item) for item in found.items} <= {Text, Path, LinkArea}
    else:
        assert found.excess > 0
        assert f"for {sheet.name} by {to_mm(found.excess):.0f} mm" in found.message
        assert found.location in {step.location for step in card.steps}


@few
@given(card=cards(), size=sizes)
def test_all_text_stands_six_millimetres_from_the_edge(card, size):
    page = page_or_nothing(card, size)
    safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(mm(6), mm(6))
    for item in texts(page):
        # a side bearing may be negative by some hundredths of an em
        assert safe.contains(ink(item), tolerance=0.02 * item.size), item.text


@few
@given(card=cards(), size=sizes)
def test_no_instruction_is_set_below_the_floor_and_nothing_below_six_and_a_half(card, size):
    page = page_or_nothing(card, size)
    floor = measures_for(parse_sheet(size)).floor
    assert all(item.size >= floor - 1e-9 for item in texts(page, *INSTRUCTIONS))
    assert all(item.size >= 6.5 - 1e-9 for item in texts(page))
    assert len({item.size for item in texts(page, Role.STEP)}) == 1


@few
@given(card=cards(), size=sizes)
def test_no_text_stands_over_another(card, size):
    page = page_or_nothing(card, size)
    boxes = [(ink(item), item.text) for item in texts(page)]
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not one.overlaps(other), (first, second)


@few
@given(card=cards(), size=sizes)
def test_every_word_is_on_the_page_once_and_in_reading_order(card, size):
    page = page_or_nothing(card, size)

    def said(text):
        return tidy(text, language=card.language).replace(NO_BREAK, " ").split()

    lead = [] if page.notes else said(plain_text(card.lead))
    expected = said(" · ".join(part.upper() for part in card.eyebrow)) + said(card.title)
    expected += said("Works " + ", ".join(card.works)) if card.works else lead
    expected += ["WATCH", "VIDEO"] if card.video else []
    expected += lead if card.works else []
    for number, step in enumerate(card.steps, 1):
        expected += [str(number), *said(plain_text(step.name))]
        expected += [word for entry in step.entries for word in said(plain_text(entry.text))]
    for box in card.boxes:
        expected += said(box.heading) + [word for entry in box.entries for word in said(plain_text(entry.text))]
    expected += [word for note in (*card.footnotes, card.brand.name) for word in said(note)]
    expected += [card.video.label] if card.video else []
    assert words(texts(page)) == expected


@few
@given(card=cards(), size=sizes)
def test_text_stands_where_it_belongs(card, size):
    page = page_or_nothing(card, size)
    head, rule = band(page), footer_rule(page)
    (tile,) = tiles(page) or [None]
    for item in texts(page):
        box, role = ink(item), item.mark.role
        if role in GROUNDS and role not in HEADINGS:
            assert any(panel.contains(box) for panel in panels(page, GROUNDS[role])), item.text
        if role in BODY and role is not Role.LEAD:
            assert head.bottom <= box.y < box.bottom <= rule, item.text
        if role is Role.CAPTION:
            assert tile.contains(box)
        elif tile:
            assert not tile.overlaps(box), item.text
        if role in (Role.EYEBROW, Role.TITLE, Role.LEGEND):
            assert head.contains(box), item.text


@few
@given(card=cards(), size=sizes)
def test_the_code_lies_inside_its_tile_and_the_tile_inside_the_band(card, size):
    page = page_or_nothing(card, size)
    assert len(codes(page)) == len(tiles(page)) == bool(card.video)
    for code, tile in zip(codes(page), tiles(page), strict=True):
        assert tile.contains(code)
        assert band(page).contains(tile)


@few
@given(card=cards(), size=sizes)
def test_shapes_stay_on_the_page_and_apart(card, size):
    page = page_or_nothing(card, size)
    sheet = Rect(x=0, y=0, width=page.width, height=page.height)
    assert all(sheet.contains(rect_of(item)) for item in page.items if isinstance(item, Path))
    grounds = [panel for colors in (PETROL.tips, PETROL.mistakes, PETROL.safety) for panel in panels(page, colors)]
    blocks = [band(page), *discs(page), *grounds]
    assert len(grounds) == len(card.boxes)
    assert len(discs(page)) == len(card.steps)
    assert not any(one.overlaps(other) for one, other in combinations(blocks, 2))


@few
@given(card=cards(), size=sizes)
def test_boxes_of_a_row_are_equally_high_and_the_last_stands_on_the_foot(card, size):
    page = page_or_nothing(card, size)
    grounds = [panel for colors in (PETROL.tips, PETROL.mistakes, PETROL.safety) for panel in panels(page, colors)]
    assume(grounds)
    unit = measures_for(parse_sheet(size)).unit
    if card.video or card.brand.name or card.footnotes:
        assert max(panel.bottom for panel in grounds) == pytest.approx(footer_rule(page) - 3.8 * unit)
    for one, other in combinations(grounds, 2):
        if abs(one.y - other.y) < 1:
            assert one.height == pytest.approx(other.height)


@few
@given(card=cards(), size=sizes)
def test_the_next_larger_size_does_not_fit(card, size):
    page = page_or_nothing(card, size)
    kit = Kit(measures=measures_for(parse_sheet(size)), theme=PETROL, case=type_case())
    frame = fitting._frame(without_lead(card) if page.notes else card, kit)
    found = texts(page, Role.STEP)[0].size
    assert found <= frame.ceiling + 1e-9
    larger = found + fitting.SIZE_STEP
    assert (
        larger > frame.ceiling - 1e-9 or fitting._height(frame, type_at(larger, kit, NORMAL), kit.measures) > frame.room
    )


@few
@given(card=cards(), size=sizes)
def test_hardly_any_larger_size_would_fit(card, size):
    """Where boxes leave equal widths for a gain, a size or two may be passed over; no more."""
    page = page_or_nothing(card, size)
    kit = Kit(measures=measures_for(parse_sheet(size)), theme=PETROL, case=type_case())
    frame = fitting._frame(without_lead(card) if page.notes else card, kit)
    found = texts(page, Role.STEP)[0].size
    steps = int((frame.ceiling - found) / fitting.SIZE_STEP + 1e-6)
    fitted = [
        step
        for step in range(1, steps + 1)
        if fitting._height(frame, type_at(found + step * fitting.SIZE_STEP, kit), kit.measures) <= frame.room
    ]
    assert max(fitted, default=0) <= 3


@few
@given(card=cards(), size=sizes)
def test_slack_is_spread_and_no_gap_grows_beyond_its_limit(card, size):
    page = page_or_nothing(card, size)
    size_ = texts(page, Role.STEP)[0].size
    kit = Kit(measures=measures_for(parse_sheet(size)), theme=PETROL, case=type_case())
    ceiling = fitting._frame(without_lead(card) if page.notes else card, kit).ceiling
    roomy = size_ + fitting.SIZE_STEP > ceiling - 1e-9
    limit = fitting.GAP_LIMIT_LAST if roomy else fitting.GAP_LIMIT
    assume(
        not (roomy and card.boxes)
    )  # a short card with boxes opens all its gaps alike, so that the boxes reach the foot
    tops = discs(page)
    feet = [
        max(
            [disc.bottom]
            + [item.y for item in texts(page, Role.STEP, Role.STEP_NAME) if disc.y <= item.y - 1 and item.y < end]
        )
        for disc, end in zip(tops, [*(disc.y for disc in tops[1:]), page.height], strict=True)
    ]
    gaps = [below.y - foot for foot, below in zip(feet, tops[1:], strict=False)]
    assert all(gap <= limit * STEP_GAP * mm(0.1) * size_ for gap in gaps)


@few
@given(card=cards(), size=sizes)
def test_the_same_card_gives_an_equal_page(card, size):
    assert fit(card, size) == fit(card, size, fresh_case())


@few
@given(card=cards(), size=sizes)
def test_reading_order_has_no_gap_in_meaning(card, size):
    """Items of one paragraph share their order, no two paragraphs do, decoration has none."""
    page = page_or_nothing(card, size)
    by_order = {}
    for item in page.items:
        role = item.mark.role
        assert (item.mark.order == 0) == (role is Role.DECORATION)
        if item.mark.order:
            assert by_order.setdefault(item.mark.order, role) is role
    points = sum(len(box.entries) for box in card.boxes)
    assert sum(role in (Role.TIP, Role.MISTAKE, Role.SAFETY) for role in by_order.values()) == points
    assert sum(role is Role.STEP for role in by_order.values()) == sum(len(step.entries) for step in card.steps)
    assert len([role for role in by_order.values() if role is Role.STEP_NUMBER]) == len(card.steps)
    assert {box.kind for box in card.boxes} <= set(BoxKind)
