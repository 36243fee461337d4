"""What holds for every card on every sheet, in each composition."""

from dataclasses import replace
from functools import lru_cache
from itertools import combinations, count, pairwise
from operator import itemgetter

import pytest
from cardgen.layout.cards.arrange import RANK_GAIN, SIZE_STEP, _versions
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cardgen.compose import CardStep, Detail, Marker
from cardgen.display import Image, LinkArea, Page, Path, Role, Stamp, Text
from cardgen.guide.model import plain_text
from cardgen.layout.cards.body import COMPACT, FULL, STANDARD, ColumnKind, type_at
from cardgen.layout.cards.column import GAP_LIMIT, GAP_LIMIT_LAST, NOTHING, measure_column
from cardgen.layout.cards.fit import composition_of
from cardgen.layout.cards.full import GUTTER, ORDER
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.theme import PETROL
from cardgen.typeset.tidy import NO_BREAK, tidy
from cardgen.values.geometry import Rect, mm, to_mm
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from tests.builders import ACROSS, SMALL, UPRIGHT, cards, fit, fresh_case, full_cards, type_case
from tests.layout.reading import (
    BODY,
    GROUNDS,
    INSTRUCTIONS,
    POINTS,
    all_panels,
    band,
    codes,
    dark_side,
    discs,
    footer_rule,
    ink,
    panels,
    photos,
    pictures,
    rect_of,
    swatches,
    texts,
    tiles,
    words,
)
from tests.quick import examples

FULL_SHEETS = ("a4", "a5", "letter", "a3", "a4", "148x300mm", "297x210mm")
COMPOSITIONS = {
    "standard": (cards(), UPRIGHT, STANDARD),
    "compact": (cards(), SMALL, COMPACT),
    "across": (cards(), ACROSS, STANDARD),
    "full": (full_cards(), FULL_SHEETS, FULL),
}
FEW = {"standard": 30, "compact": 20, "across": 20, "full": 20}
"""Examples of each."""
fitted = lru_cache(maxsize=256)(fit)
"""Hypothesis draws the same cards for each property: they are laid out once."""


def property_of(*kinds):
    """Run a test with random cards and sheets of each composition; it takes the kind, a card, the sheet's name."""

    def decorate(test):
        def run(kind):
            makes, sheets, _ = COMPOSITIONS[kind]

            @settings(max_examples=examples(FEW[kind]), suppress_health_check=list(HealthCheck), database=None)
            @given(card=makes, size=st.sampled_from(sheets))
            def every(card, size):
                test(kind, card, size)

            every()  # the same source in every test, so the same examples

        run.__name__, run.__doc__ = test.__name__, test.__doc__
        return pytest.mark.parametrize("kind", kinds or COMPOSITIONS)(run)

    return decorate


def page_or_nothing(card, size):
    found = fitted(card, size)
    assume(isinstance(found, Page))
    return found


def kit_of(card, size):
    return Kit(measures=measures_for(parse_sheet(size), card.detail), theme=PETROL, case=type_case())


def arrangements_of(card, size, page):
    """The ways in which the page's text could be arranged, its head and its foot being what they are."""
    card = replace(card, photos=()) if LeftOut.PHOTOS in page.notes else card
    without_lead = LeftOut.LEAD in page.notes
    arrange = composition_of(card.detail, parse_sheet(size))
    for version, found in _versions(card, arrange, kit_of(card, size)):
        if without_lead == bool(card.lead and not version.lead) and any(is_of(it, page) for it in found):
            return found
    raise AssertionError("no version of the card has this head")


def is_of(arrangement, page):
    """Tell whether head and foot of a page are those of an arrangement."""
    return page.items[-len(arrangement.frame) :] == arrangement.frame


def fits(arrangement, size, kit):
    type_ = type_at(size, kit, rhythm=arrangement.rhythm)
    return all(measure_column(it, type_).height <= it.bottom - it.top + NOTHING for it in arrangement.columns)


def side_fits(arrangement, page, kit):
    """Tell whether the boxes beside the steps are as large as on the page, or could be."""
    boxes = [item.size for item in texts(page, *POINTS)]
    if not boxes or is_of(arrangement, page):
        return True
    type_ = type_at(boxes[0] / arrangement.rhythm.box_size, kit, rhythm=arrangement.rhythm, column=ColumnKind.SIDE)
    return all(measure_column(it, type_).height <= it.bottom - it.top + NOTHING for it in arrangement.side)


@property_of()
def test_a_card_becomes_a_page_of_its_sheet_or_an_overflow(kind, card, size):
    found = fitted(card, size)
    sheet = parse_sheet(size)
    if isinstance(found, Page):
        assert (found.width, found.height) == (sheet.width, sheet.height)
        assert {type(item) for item in found.items} <= {Text, Path, LinkArea, Image, Stamp}
        assert set(found.notes) - {LeftOut.MUSCLES} == missing_from(found, kind, card)
    else:
        assert found.excess > 0 or kind == "across"  # see test_landscape
        assert f"for {sheet.name} by {to_mm(found.excess):.0f} mm" in found.message
        parts = [part for section in card.sections for part in section.parts if isinstance(part, CardStep)]
        assert found.location in {step.location for step in (*card.steps, *parts)}


def missing_from(page, kind, card):
    """What a page has to say of a lead or of photographs that are not on it."""
    no_lead, no_photos = (
        (LeftOut.LEAD_OF_SMALL, LeftOut.PHOTOS_OF_SMALL) if kind == "compact" else (LeftOut.LEAD, LeftOut.PHOTOS)
    )
    notes = {no_lead} if card.lead and not texts(page, Role.LEAD) else set()
    return notes | ({no_photos} if len(photos(page)) < len(card.photos) else set())


@property_of()
def test_all_text_stands_six_millimetres_from_the_edge(kind, card, size):
    page = page_or_nothing(card, size)
    safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(mm(6), mm(6))
    for item in texts(page):
        if kind == "compact" and item.mark.role is Role.TITLE and not card.eyebrow:
            continue  # see test_compact
        # a side bearing may be negative by some hundredths of an em
        assert safe.contains(ink(item), tolerance=0.02 * item.size), item.text


@property_of()
def test_no_instruction_is_set_below_the_floor_and_nothing_below_six_and_a_half(kind, card, size):
    page = page_or_nothing(card, size)
    measures = measures_for(parse_sheet(size), card.detail)
    least = measures.box_floor if dark_side(page) else measures.floor
    assert all(item.size >= measures.floor - 1e-9 for item in texts(page, Role.STEP))
    assert all(item.size >= least - 1e-9 for item in texts(page, *INSTRUCTIONS))
    assert all(item.size >= 6.5 - 1e-9 for item in texts(page))
    assert {item.size for item in texts(page, Role.STEP)} <= {page.type_size}
    assert len({item.size for item in texts(page, *POINTS)}) <= 1


@property_of()
def test_no_text_stands_over_another(kind, card, size):
    page = page_or_nothing(card, size)
    boxes = [(ink(item), item.text) for item in texts(page)]
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not one.overlaps(other), (first, second)


def said(text, language="en"):
    return tidy(text, language=language).replace(NO_BREAK, " ").split()


def said_in_order(kind, card, page):
    """All that a card says, in reading order; a full card may have its extras in the one or the other column."""
    lead = said(plain_text(card.lead)) if texts(page, Role.LEAD) else []
    legend = next((found for found in legends(card) if found == words(texts(page, Role.LEGEND))), None)
    if LeftOut.MUSCLES not in page.notes:
        assert not legend or legend == legends(card)[0]
        if not legend:
            lead += legends(card)[0]  # see test_fit
    in_band = all(item.y < band(page).bottom for item in texts(page, Role.LEAD))
    head = said(" · ".join(part.upper() for part in card.eyebrow)) + said(card.title)
    head += (lead if in_band else []) + (legend or [])
    head += ["WATCH", "VIDEO"] if card.video else []
    head += [word for photo in card.photos for word in said(photo.caption)] if photos(page) else []
    head += [] if in_band else lead
    foot = [word for note in (*card.footnotes, card.brand.name) for word in said(note)]
    if card.video:
        foot += [] if foot else said(card.title)
        foot += [card.video.label]
    heads = [head]
    if kind == "compact" and card.video:
        heads.append(["WATCH", "VIDEO", *(word for word in head if word not in ("WATCH", "VIDEO"))])  # see test_compact
    return [start + body + foot for start in heads for body in said_in_body(kind, card)]


def legends(card):
    """What a legend may say, all of it first: names fall off its end until it fits."""
    counts = [(len(card.works), also) for also in range(len(card.also), -1, -1)]
    counts += [(works, 0) for works in range(len(card.works) - 1, -1, -1)]
    return [
        [
            word
            for name, muscles in (("Works", card.works[:works]), ("Also", card.also[:also]))
            if muscles
            for word in said(f"{name} {', '.join(muscle.name for muscle in muscles)}")
        ]
        for works, also in counts
    ]


def said_in_body(kind, card):
    if card.detail is Detail.FULL:
        numbers = count(1)
        left = [word for section in card.sections for word in said_in_section(section.heading, section.parts, numbers)]
        aside = [word for box in card.extras for word in said_in_section(box.heading, box.entries)]
        boxes = [(ORDER.index(box.kind), box) for box in card.boxes]
        extras = [(ORDER.index(box.kind), box) for box in card.extras]
        alone, mixed = (
            [word for _, box in sorted(chosen, key=itemgetter(0)) for word in said_in_section(box.heading, box.entries)]
            for chosen in (boxes, boxes + extras)
        )
        return [left + mixed, left + aside + alone]
    body = []
    for number, step in enumerate(card.steps, 1):
        name = said(plain_text(step.name))
        if name and kind == "compact" and not name[-1].endswith((".", "!", "?", ":")):
            name[-1] += "."
        body += [str(number), *name, *said_in_section("", step.entries)]
    for box in card.boxes:
        heading = "Mistakes" if kind == "compact" and box.heading == "Common mistakes" else box.heading
        body += said_in_section(heading, box.entries)
    return [body]


def said_in_section(heading, parts, numbers=()):
    found = said(heading)
    for part in parts:
        entries = [part]
        if isinstance(part, CardStep):
            found += [str(next(numbers)), *said(plain_text(part.name))]
            entries = part.entries
        found += [word for entry in entries for word in said(plain_text(entry.text))]
    return found


@property_of()
def test_every_word_is_on_the_page_once_and_in_reading_order(kind, card, size):
    page = page_or_nothing(card, size)
    assert words(texts(page)) in said_in_order(kind, card, page)


@property_of()
def test_text_stands_where_it_belongs(kind, card, size):
    page = page_or_nothing(card, size)
    head, rule, side = band(page), footer_rule(page), dark_side(page)
    (tile,) = tiles(page) or [None]
    for item in texts(page):
        box, role = ink(item), item.mark.role
        if role in GROUNDS:
            assert any(panel.contains(box) for panel in panels(page, GROUNDS[role])), item.text
        elif side and box.y > head.bottom:
            assert box.right < side.x, item.text
        if role in BODY and role is not Role.LEAD:
            assert head.bottom <= box.y < box.bottom
            assert box.bottom <= rule or (side and box.x > side.x), item.text
        if role is Role.CAPTION:
            assert any(place.contains(box) for place in (tile, *(photo.rect for photo in photos(page))) if place)
        elif tile:
            assert not tile.overlaps(box), item.text
        if role in (Role.EYEBROW, Role.TITLE, Role.LEGEND):
            assert head.contains(box), item.text


@property_of()
def test_the_code_lies_inside_its_tile_and_the_tile_on_the_margin(kind, card, size):
    page = page_or_nothing(card, size)
    measures = measures_for(parse_sheet(size), card.detail)
    assert len(codes(page)) == len(tiles(page)) == bool(card.video)
    for code, tile in zip(codes(page), tiles(page), strict=True):
        assert tile.contains(code)
        assert tile.right == pytest.approx(page.width - measures.margin)
        assert code.width >= measures.code_side - 1e-6
        assert kind == "compact" or band(page).contains(tile)


@property_of()
def test_shapes_stay_on_the_page_and_apart(kind, card, size):
    page = page_or_nothing(card, size)
    sheet = Rect(x=0, y=0, width=page.width, height=page.height)
    assert all(sheet.contains(rect_of(item)) for item in page.items if isinstance(item, Path))
    grounds = all_panels(page)
    blocks = [band(page), *discs(page), *grounds]
    if kind == "full":
        assert len(card.boxes) <= len(grounds) <= len(card.boxes) + len(card.extras)
        parts = [part for section in card.sections for part in section.parts]
        assert len(discs(page)) == sum(isinstance(part, CardStep) for part in parts)
    else:
        assert len(grounds) == len(card.boxes)
        assert len(discs(page)) == len(card.steps)
    assert not any(one.overlaps(other) for one, other in combinations(blocks, 2))
    assert not any(tile.overlaps(block) for tile in tiles(page) for block in blocks[1:])


@property_of()
def test_nothing_in_the_head_stands_over_anything_else(kind, card, size):
    """Neither map nor photographs cover a word, the code or one another; all of it stands in the band, off the edge.

    A swatch, and the map of a compact card, may stand where no text may, but not where office printers leave the sheet white.
    """
    page = page_or_nothing(card, size)
    head, found = band(page), pictures(page)
    written = [ink(item) for item in texts(page, Role.EYEBROW, Role.TITLE, Role.LEGEND, Role.LEAD)]
    written += swatches(page)
    for one in found:
        assert head.contains(one)
        assert not any(one.overlaps(other) for other in (*written, *tiles(page)))
    assert not any(one.overlaps(other) for one, other in combinations(found, 2))
    assert not any(tile.overlaps(other) for tile in tiles(page) for other in written)
    sheet, white = Rect(x=0, y=0, width=page.width, height=page.height), mm(4.4)
    edge = white if kind == "compact" else mm(6)
    assert all(sheet.inset(edge, edge).contains(one) for one in found)
    assert all(sheet.inset(white, white).contains(one) for one in swatches(page))


@property_of("standard", "compact")
def test_boxes_of_a_row_are_equally_high_and_the_last_stands_on_the_foot(kind, card, size):
    page = page_or_nothing(card, size)
    grounds = all_panels(page)
    assume(grounds)
    unit = measures_for(parse_sheet(size)).unit
    if card.video or card.brand.name or card.footnotes:
        gap = 3.4 if kind == "compact" else 3.8
        assert max(panel.bottom for panel in grounds) == pytest.approx(footer_rule(page) - gap * unit)
    for one, other in combinations(grounds, 2):
        if abs(one.y - other.y) < 1:
            assert one.height == pytest.approx(other.height)


@property_of("across")
def test_boxes_stand_under_one_another_in_the_dark_side(kind, card, size):
    page = page_or_nothing(card, size)
    side, grounds = dark_side(page), all_panels(page)
    assert bool(side) == bool(grounds) == bool(card.boxes)
    if side:
        unit = measures_for(parse_sheet(size)).unit
        foot = page.height - measures_for(parse_sheet(size)).margin
        assert {round(panel.x, 6) for panel in grounds} == {round(side.x + 10 * unit, 6)}
        assert all(panel.right < page.width - mm(6) + 1e-6 and panel.bottom <= foot + 1e-6 for panel in grounds)
        assert all(low.y >= high.bottom + 4 * unit - 1e-6 for high, low in pairwise(grounds))


@property_of("full")
def test_two_columns_keep_their_gutter_and_end_above_the_foot(kind, card, size):
    page = page_or_nothing(card, size)
    unit = measures_for(parse_sheet(size)).unit
    foot = footer_rule(page)
    found = [(ink(item), item) for item in texts(page, *BODY - {Role.LEAD})]
    found = [box for box, item in found if box.y > band(page).bottom] + all_panels(page)
    assert max(box.bottom for box in found) <= foot
    grounds = all_panels(page)
    if not grounds:
        return
    left = min(panel.x for panel in grounds)
    assert len({round(panel.x, 6) for panel in grounds}) == 1
    assert {round(panel.right, 6) for panel in grounds} == {
        round(page.width - measures_for(parse_sheet(size)).margin, 6)
    }
    inside = [box for box in found if box.x < left - 1e-6]
    # a side bearing may be negative by some hundredths of an em
    assert all(box.right <= left - GUTTER * unit + 0.02 * page.type_size for box in inside)


@property_of()
def test_no_arrangement_takes_the_next_larger_size(kind, card, size):
    """Where boxes leave equal widths for a gain, a size or two of those beyond may fit; the next one never does."""
    page = page_or_nothing(card, size)
    kit = kit_of(card, size)
    found = arrangements_of(card, size, page)
    assert page.type_size <= max(it.ceiling for it in found) + 1e-9
    for it in found:
        larger = page.type_size * (RANK_GAIN if it.rank else 1.0) + SIZE_STEP
        if larger <= it.ceiling + 1e-9:
            assert not (fits(it, larger, kit) and side_fits(it, page, kit)), larger


@property_of("standard", "compact")
def test_hardly_any_larger_size_would_fit(kind, card, size):
    """Where boxes leave equal widths for a gain, a size or two may be passed over; no more."""
    page = page_or_nothing(card, size)
    kit = kit_of(card, size)
    (found,) = arrangements_of(card, size, page)
    steps = int((found.ceiling - page.type_size) / SIZE_STEP + 1e-6)
    fitted = [step for step in range(1, steps + 1) if fits(found, page.type_size + step * SIZE_STEP, kit)]
    assert max(fitted, default=0) <= 3


@property_of()
def test_slack_is_spread_and_no_gap_grows_beyond_its_limit(kind, card, size):
    page = page_or_nothing(card, size)
    rhythm = COMPOSITIONS[kind][2]
    ceiling = max(it.ceiling for it in arrangements_of(card, size, page))
    roomy = page.type_size + SIZE_STEP > ceiling - 1e-9
    # a short card with boxes opens all its gaps alike, so that the boxes reach the foot
    assume(not (roomy and card.boxes and kind in ("standard", "compact")))
    limit = GAP_LIMIT if kind in ("standard", "compact") and not roomy else GAP_LIMIT_LAST
    tops = discs(page)
    steps = texts(page, Role.STEP, Role.STEP_NAME)
    for above, below in pairwise(tops):
        if below.y < above.y or any(above.bottom < item.y < below.y for item in texts(page, Role.SECTION_HEADING)):
            continue
        between = [item.y for item in steps if above.y <= item.y - 1 and item.y < below.y and item.x > above.x]
        if above.x == below.x and kind != "full":
            gap = below.y - max([above.bottom, *between])
            assert gap <= limit * rhythm.step_gap * mm(0.1) * page.type_size
        assert below.y >= above.bottom


@property_of()
def test_the_same_card_gives_an_equal_page(kind, card, size):
    assert fitted(card, size) == fit(card, size, fresh_case())


@property_of()
def test_reading_order_has_no_gap_in_meaning(kind, card, size):
    """Items of one paragraph share their order, no two paragraphs do, decoration has none."""
    page = page_or_nothing(card, size)
    by_order = {}
    for item in page.items:
        role = item.mark.role
        assert (item.mark.order == 0) == (role is Role.DECORATION)
        if item.mark.order:
            assert by_order.setdefault(item.mark.order, role) is role
    roles = list(by_order.values())
    points = sum(len(box.entries) for box in (*card.boxes, *card.extras))
    parts = [part for section in card.sections for part in section.parts]
    steps = [part for part in parts if isinstance(part, CardStep)] if kind == "full" else card.steps
    own = sum(len(step.entries) for step in steps) + len(parts) - (len(steps) if kind == "full" else 0)
    if kind == "compact":
        # a name without a paragraph to run into is one itself
        own += sum(bool(step.name) and step.entries[0].marker is not Marker.NONE for step in steps)
    assert sum(role in POINTS or role is Role.STEP for role in roles) == points + own
    assert roles.count(Role.STEP_NUMBER) == len(steps)
    assert kind == "full" or roles.count(Role.STEP) == own


@property_of()
def test_a_given_size_is_taken_where_it_fits_and_the_card_stays_in_order(kind, card, size):
    page = page_or_nothing(card, size)
    floor = measures_for(parse_sheet(size), card.detail).floor
    given_sizes = tuple(floor + 0.5 * step for step in range(1, 60))
    snapped = fit(card, size, body=given_sizes)
    smaller = [given for given in given_sizes if given <= page.type_size + 1e-6]
    expected = max(smaller) if smaller else page.type_size
    assert snapped.type_size == pytest.approx(expected)
    assert words(texts(snapped)) == words(texts(page))
