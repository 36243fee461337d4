"""What holds for every card on every sheet, in each composition."""

from functools import lru_cache
from itertools import combinations

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from cardgen.compose import CardStep, Detail, Marker
from cardgen.display import Image, LinkArea, Page, Path, Role, Stamp, Text, Turn
from cardgen.guide.model import plain_text
from cardgen.layout.ground.measures import measures_for
from cardgen.layout.ground.media import shows
from cardgen.layout.ground.overflow import Overflow
from cardgen.typeset.tidy import NO_BREAK, tidy
from cardgen.values.geometry import Rect, mm
from cardgen.values.stock import parse_sheet
from cardgen.values.use import Punch, Use
from tests.builders import ACROSS, SMALL, UPRIGHT, cards, fit, fresh_case, full_cards, page_of
from tests.layout.reading import (
    BODY,
    GROUNDS,
    INSTRUCTIONS,
    POINTS,
    all_panels,
    band,
    codes,
    discs,
    footer_rule,
    ink,
    panels,
    photos,
    rect_of,
    texts,
    tiles,
    words,
)
from tests.quick import examples

FULL_SHEETS = ("a4", "a5", "letter", "a3", "148x300mm")
COMPOSITIONS = {
    "upright": (cards(), UPRIGHT),
    "small": (cards(), SMALL),
    "across": (cards(), ACROSS),
    "full": (full_cards(), FULL_SHEETS),
}
FEW = {"upright": 30, "small": 20, "across": 20, "full": 20}
"""Examples of each."""
PHASES = (Phase.explicit, Phase.generate)
"""A card that fails is told as it was drawn: to make it smaller would lay out hundreds."""
fitted = lru_cache(maxsize=256)(fit)
"""Hypothesis draws the same cards for each property: they are laid out once."""


def property_of(test):
    """Run a test with random cards and sheets of each composition; it takes a card, the sheet's name and the page."""

    def run(kind):
        makes, sheets = COMPOSITIONS[kind]

        @settings(
            max_examples=examples(FEW[kind]), suppress_health_check=list(HealthCheck), phases=PHASES, database=None
        )
        @given(card=makes, size=st.sampled_from(sheets))
        def every(card, size):
            page = fitted(card, size)
            assume(isinstance(page, Page))
            test(card, size, page)

        every()  # the same source in every test, so the same examples

    run.__name__, run.__doc__ = test.__name__, test.__doc__
    return pytest.mark.parametrize("kind", COMPOSITIONS)(run)


def level(page):
    return [item for item in texts(page) if item.turn is Turn.NONE]


@pytest.mark.parametrize("kind", COMPOSITIONS)
def test_a_card_becomes_a_page_of_its_sheet_or_an_overflow_that_says_where(kind):
    makes, sheets = COMPOSITIONS[kind]

    @settings(max_examples=examples(FEW[kind]), suppress_health_check=list(HealthCheck), phases=PHASES, database=None)
    @given(card=makes, size=st.sampled_from(sheets))
    def every(card, size):
        found, sheet = fitted(card, size), parse_sheet(size)
        if isinstance(found, Overflow):
            assert found.message
            return
        assert (found.width, found.height) == (sheet.width, sheet.height)
        assert {type(item) for item in found.items} <= {Text, Path, LinkArea, Image, Stamp}

    every()


@property_of
def test_all_text_lies_inside_the_safe_edge(card, size, page):
    edge = measures_for(parse_sheet(size), card.detail).edge
    safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(edge, edge)
    assert edge == pytest.approx(mm(5))
    for item in level(page):
        box, slack = ink(item), 0.06 * item.size
        assert safe.x - slack <= box.x < box.right <= safe.right + slack, item.text
        assert safe.y - slack <= box.y < item.y <= safe.bottom + 1e-6, item.text


@property_of
def test_no_instruction_is_set_below_the_floor_and_nothing_below_six_and_a_half(card, size, page):
    measures = measures_for(parse_sheet(size), card.detail)
    assert all(item.size >= measures.floor - 1e-9 for item in texts(page, Role.STEP))
    assert all(item.size >= min(measures.box_floor, measures.floor) - 1e-9 for item in texts(page, *INSTRUCTIONS))
    assert all(item.size >= 6.5 - 1e-9 for item in level(page))
    assert {item.size for item in texts(page, Role.STEP)} <= {page.type_size}
    assert len({item.size for item in texts(page, *POINTS)}) <= 1


@property_of
def test_no_text_stands_over_another_nor_over_photographs_and_code(card, size, page):
    boxes = [(ink(item), item.text) for item in level(page)]
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not one.overlaps(other), (first, second)
    for image in photos(page):
        assert not any(image.rect.overlaps(box) for box, _ in boxes)
    for code in codes(page):
        assert not any(code.overlaps(box) for box, _ in boxes)


def said(text):
    return tidy(text, language="en").replace(NO_BREAK, " ").split()


def said_in(heading, parts):
    found = said(heading)
    for part in parts:
        name = said(plain_text(part.name)) if isinstance(part, CardStep) else []
        found += name
        for entry in part.entries if isinstance(part, CardStep) else [part]:
            found += said(plain_text(entry.text))
    return found


def bare(found):
    """Words without the stop of a name that runs in."""
    return sorted(word.rstrip(".") for word in found)


@property_of
def test_every_word_of_the_body_is_on_the_page_once(card, size, page):
    whole = card.detail is Detail.FULL
    parts = [(it.heading, it.parts) for it in card.sections] if whole else [("", card.steps)]
    expected = [word for heading, found in parts for word in said_in(heading, found)]
    expected += [word for box in (*card.boxes, *card.extras) for word in said_in(box.heading, box.entries)]
    if whole or not shows(card):
        expected += said(plain_text(card.lead)) if texts(page, Role.LEAD) else []
    found = words(texts(page, *BODY - {Role.STEP_NUMBER}))
    assert bare(found) == bare(expected)


@property_of
def test_lists_are_read_in_their_order(card, size, page):
    if card.detail is Detail.FULL:
        return
    body = [word for it in card.steps for word in said_in("", (it,))]
    assert bare(words(texts(page, Role.STEP, Role.STEP_NAME))) == bare(body)
    found = [word.rstrip(".") for word in words(texts(page, Role.STEP, Role.STEP_NAME))]
    assert found == [word.rstrip(".") for word in body]
    for item in texts(page, *POINTS):
        assert item.mark.order > max(step.mark.order for step in texts(page, Role.STEP, Role.STEP_NAME))


@property_of
def test_text_stands_where_it_belongs(card, size, page):
    head, rule = band(page), footer_rule(page)
    for item in texts(page):
        box, role = ink(item), item.mark.role
        if role in GROUNDS:
            assert any(panel.contains(box) for panel in panels(page, GROUNDS[role])), item.text
        if role in BODY:
            assert head.bottom <= box.y < box.bottom <= rule, item.text
        if role in (Role.EYEBROW, Role.TITLE):
            assert head.contains(box, tolerance=0.5), item.text


@property_of
def test_the_code_lies_inside_its_tile_and_can_be_scanned(card, size, page):
    measures = measures_for(parse_sheet(size), card.detail)
    assert len(codes(page)) == bool(card.video)
    for code in codes(page):
        assert any(tile.contains(code) for tile in tiles(page))
        assert code.width >= measures.code_side - 1e-6


@property_of
def test_shapes_stay_on_the_page_and_apart(card, size, page):
    sheet = Rect(x=0, y=0, width=page.width, height=page.height)
    assert all(sheet.contains(rect_of(item), tolerance=0.01) for item in page.items if isinstance(item, Path))
    grounds = all_panels(page)
    assert len(grounds) == len(card.boxes) + len(card.extras)
    blocks = [band(page), *discs(page), *grounds]
    assert not any(one.overlaps(other) for one, other in combinations(blocks, 2))
    assert not any(tile.overlaps(block) for tile in tiles(page) for block in blocks[1:])


@property_of
def test_reading_order_has_no_gap_in_meaning(card, size, page):
    """Items of one paragraph share their order, no two paragraphs do, decoration has none."""
    by_order = {}
    for item in page.items:
        role = item.mark.role
        assert (item.mark.order == 0) == (role is Role.DECORATION)
        if item.mark.order and role is not Role.CAPTION:
            assert by_order.setdefault(item.mark.order, role) is role
    roles = list(by_order.values())
    points = sum(len(box.entries) for box in (*card.boxes, *card.extras))
    assert sum(role in POINTS for role in roles) == points
    if card.detail is not Detail.FULL:
        assert roles.count(Role.STEP_NUMBER) == len(card.steps)
        own = sum(len(step.entries) for step in card.steps)
        alone = sum(bool(step.name) and step.entries[0].marker is not Marker.NONE for step in card.steps)
        assert own <= roles.count(Role.STEP) <= own + alone


@property_of
def test_the_same_card_gives_an_equal_page(card, size, page):
    assert page == fit(card, size, fresh_case())


@pytest.mark.parametrize("kind", COMPOSITIONS)
def test_all_text_keeps_off_an_edge_that_is_asked_for_and_off_holes(kind):
    makes, sheets = COMPOSITIONS[kind]

    @settings(max_examples=examples(12), suppress_health_check=list(HealthCheck), phases=PHASES, database=None)
    @given(card=makes, size=st.sampled_from(sheets))
    def every(card, size):
        for use in (Use(safe_mm=9.0), Use(punch=Punch.CORNERS)):
            page = fit(card, size, use=use)
            if isinstance(page, Overflow):
                continue
            measures = measures_for(parse_sheet(size), card.detail, use)
            for item in level(page):
                box, slack = ink(item), 0.06 * item.size
                assert measures.edge - slack <= box.x
                assert box.right <= page.width - measures.edge + slack, item.text
                assert measures.top_edge - slack <= box.y
                assert item.y <= page.height - measures.bottom_edge + 1e-6, item.text

    every()


def test_a_page_is_found_for_the_smallest_of_cards():
    assert page_of().notes == ()
