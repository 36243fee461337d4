"""Laminated and punched cards: holes are marked, and nothing but grounds and these marks is where they go or at the edge."""

import math

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cardgen.compose import Detail
from cardgen.display import LinkArea, Path, Role, Stamp, Text, Turn
from cardgen.layout.cards.sides import fit_sides
from cardgen.layout.ground.measures import HOLE_AT_MM, HOLE_CLEAR_MM, HOLE_MM, measures_for
from cardgen.layout.ground.overflow import Overflow
from cardgen.layout.ground.photos import HAIR
from cardgen.theme import PETROL, Ink
from cardgen.values.geometry import Rect, mm
from cardgen.values.stock import parse_sheet
from cardgen.values.use import Distance, Punch, Sides, Use
from tests.builders import ACROSS, SMALL, UPRIGHT, cards, full_cards, headline, sides_of, type_case
from tests.layout.reading import body_of, ink, rect_of, texts
from tests.quick import examples

TOP, CORNERS = Use(punch=Punch.TOP), Use(punch=Punch.CORNERS)


def middles(page, punch):
    near = mm(HOLE_AT_MM)
    if punch is Punch.TOP:
        return [(page.width / 2, near)]
    return [(x, y) for y in (near, page.height - near) for x in (near, page.width - near)]


def marks_of(page):
    """The items that mark holes: painted last, white discs with a cross."""
    discs = [at for at, item in enumerate(page.items) if is_hole(item)]
    return [page.items[at : at + 3] for at in discs]


def is_hole(item):
    if not isinstance(item, Path) or item.fill != PETROL.paper or item.stroke:
        return False
    box = rect_of(item)
    return math.isclose(box.width, mm(HOLE_MM)) and math.isclose(box.height, mm(HOLE_MM))


@pytest.mark.parametrize("size", ["a5", "a4", "a6", "297x210mm"])
@pytest.mark.parametrize(("use", "holes"), [(TOP, 1), (CORNERS, 4)], ids=["top", "corners"])
def test_holes_are_marked_where_they_go(size, use, holes):
    (page,) = sides_of(size=size, use=use)
    found = marks_of(page)
    assert len(found) == holes
    for (disc, edge, cross), (x, y) in zip(found, middles(page, use.punch), strict=True):
        box = rect_of(disc)
        assert (box.x + box.width / 2, box.y + box.height / 2) == pytest.approx((x, y))
        assert edge.stroke == cross.stroke == PETROL.muted
        assert {disc.mark.role, edge.mark.role, cross.mark.role} == {Role.DECORATION}


def test_both_sides_have_their_holes_in_the_same_places():
    front, back = sides_of(use=Use(punch=Punch.CORNERS, sides=Sides.TWO))
    assert [rect_of(disc) for disc, *_ in marks_of(front)] == [rect_of(disc) for disc, *_ in marks_of(back)]


def test_without_holes_there_is_no_mark():
    (page,) = sides_of(use=Use(safe_mm=8))
    assert marks_of(page) == []


def test_margins_follow_what_is_to_be_kept_clear():
    plain, safe = (measures_for(parse_sheet("a5"), use=use) for use in (Use(), Use(safe_mm=15)))
    assert (plain.margin, safe.margin) == (pytest.approx(mm(10)), pytest.approx(mm(15)))
    assert (safe.edge, safe.top_edge, safe.bottom_edge) == (pytest.approx(mm(15)),) * 3
    less = measures_for(parse_sheet("a5"), use=Use(safe_mm=2))
    assert less.edge == plain.edge, "printers leave as much white anyway"
    top, corners = (measures_for(parse_sheet("a5"), use=use) for use in (TOP, CORNERS))
    assert top.top_edge > plain.top_edge
    assert top.bottom_edge == plain.bottom_edge
    assert corners.bottom_edge == top.top_edge


# --- whatever is on the card ------------------------------------------------------------------------------------------

made = st.one_of(
    st.tuples(cards(), st.sampled_from((*UPRIGHT, *SMALL, *ACROSS))),
    st.tuples(full_cards(), st.sampled_from(("a4", "a3", "297x210mm"))),
    st.tuples(
        st.builds(
            lambda made, number: headline(title=made.title, also=made.also, works=made.works, number=number),
            cards(),
            st.sampled_from(["", "7"]),
        ),
        st.sampled_from(("a6", "a4", "a3", "297x210mm")),
    ),
)
uses = st.builds(
    Use,
    safe_mm=st.sampled_from([0.0, 8.0, 12.5]),
    punch=st.sampled_from(Punch),
    sides=st.sampled_from(Sides),
    read_from=st.sampled_from([0.0, 0.0, 0.4]).map(lambda metres: Distance(metres=metres)),
)


def covered(item):
    """What an item covers, without the bearings and frames that are not seen."""
    if isinstance(item, Stamp):
        return body_of(item)
    return ink(item) if hasattr(item, "runs") else item.rect if isinstance(item, LinkArea) else rect_of(item)


def is_ground(item, page):
    box = rect_of(item) if isinstance(item, Path) and item.mark.role is Role.DECORATION else None
    return bool(box) and (
        box.x <= 0.01 or box.y <= 0.01 or box.right >= page.width - 0.01 or box.bottom >= page.height - 0.01
    )


def is_on_tab(item, page):
    """Whether this is a tab, which stands on the edge of the sheet, or its word: their place is measured with the tabs."""
    if isinstance(item, Text):
        return item.turn is not Turn.NONE
    return isinstance(item, Path) and item.stroke is not None and rect_of(item).right >= page.width - 1


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck), database=None)
@given(card_and_size=made, use=uses, mode=st.sampled_from(Ink))
def test_nothing_but_grounds_and_marks_is_in_margins_and_where_holes_go(card_and_size, use, mode):
    card, size = card_and_size
    assume(not (card.detail is Detail.HEADLINE and (use.sides is Sides.TWO or use.safe_mm > 5)))
    pages = fit_sides(card, sheet=parse_sheet(size), theme=PETROL.inked(mode), case=type_case(), use=use)
    assume(not isinstance(pages, Overflow))
    for page in pages:
        marks = [id(item) for found in marks_of(page) for item in found]
        inset = mm(max(use.safe_mm, 4.2))
        safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(inset, inset)
        text_edge = mm(max(use.safe_mm, 5.0))
        for item in page.items:
            if id(item) in marks or is_ground(item, page) or is_on_tab(item, page):
                continue
            box = covered(item)
            # What rounds a photograph's corners is of the ground's colour, and reaches a hair beyond its edge.
            unseen = HAIR + 0.05 if item.mark.role is Role.DECORATION else 0.6
            assert safe.contains(box, tolerance=unseen), item
            clear = mm(HOLE_MM / 2 + HOLE_CLEAR_MM)
            for x, y in middles(page, use.punch) if use.punch is not Punch.NONE else ():
                dx, dy = max(box.x - x, 0, x - box.right), max(box.y - y, 0, y - box.bottom)
                assert math.hypot(dx, dy) >= clear - unseen, item
        for item in texts(page):
            if is_on_tab(item, page):
                continue
            assert item.x >= text_edge - 0.06 * item.size
