"""Columns: three splits of two boxes or one over the other, no box half empty, and no hole on a page."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cardgen.display import Role
from cardgen.figure.repertoire import posed
from cardgen.layout.cards.body import NORMAL, shape_body, type_at
from cardgen.layout.cards.column import GUTTER, SPLITS, plan_row
from cardgen.layout.cards.fit import Overflow
from cardgen.layout.cards.upright import UPRIGHT
from cardgen.values import resources
from cardgen.values.geometry import mm
from tests.builders import card, fit, from_content, kit_of, mistakes, page_of, step, tips, type_case, works, zones_on
from tests.layout.reading import (
    POINTS,
    all_panels,
    band,
    discs,
    figures,
    footer_rule,
    ink,
    pictures,
    stage,
    texts,
    tiles,
)
from tests.quick import examples, mostly_slow

HOLE, BOX_LINES = 0.08, 2.0
"""Blank band of a page as a part of its height; blank lines at the foot of a box."""
POINT = "Keep the weight over the middle of the foot. "
STEMS = sorted(path.stem for path in resources.content_folder().glob("*.md"))
SIZES = ("a5", "a4", "letter")


def planned(*boxes):
    """How boxes of this text stand in a row."""
    type_ = type_at(9.0, kit_of(), rhythm=UPRIGHT, density=NORMAL)
    shaped = shape_body(card(boxes=boxes), type_case()).boxes
    return plan_row(shaped, type_, mm(128), mm(GUTTER))


counts = st.lists(st.integers(1, 4), min_size=1, max_size=5)


@settings(max_examples=examples(60))
@given(left=counts, right=counts)
def test_two_boxes_take_one_of_three_splits_or_stand_under_one_another(left, right):
    plan = planned(tips(*(POINT * it for it in left)), mistakes(*(POINT * it for it in right)))
    one, other = plan.rects
    if one.y == other.y:
        assert one.height == other.height == plan.height
        assert any(one.width == pytest.approx((mm(128) - mm(GUTTER)) * share) for share in SPLITS)
        assert other.right == pytest.approx(mm(128))
    else:
        assert one.width == other.width == pytest.approx(mm(128))
        assert other.y == pytest.approx(one.bottom + mm(GUTTER))


def test_even_boxes_share_the_width_evenly():
    plan = planned(tips(POINT, POINT), mistakes(POINT, POINT))
    assert plan.rects[0].width == pytest.approx(mm(62))


def test_the_fuller_box_takes_more_of_the_width():
    plan = planned(tips(*[POINT * 2] * 4), mistakes(POINT, POINT, POINT))
    assert plan.rects[0].width > plan.rects[1].width or plan.rects[0].y < plan.rects[1].y


def foot_of_text(page, panel):
    """The lowest baseline of the points in a box."""
    return max(item.y for item in texts(page, *POINTS) if panel.contains(ink(item), tolerance=1.0))


def worst_box(page):
    """The most blank lines that stay at the foot of a box."""
    size = max((item.size for item in texts(page, *POINTS)), default=1.0)
    padding = 0.38 * mm(1) * page.type_size
    blanks = [panel.bottom - foot_of_text(page, panel) - padding for panel in all_panels(page)]
    return max(blanks, default=0.0) / (1.29 * size)


def worst_band(page, left=0.0):
    """The highest band, over the whole width of the text, on which there is nothing, as a part of the page's height."""
    taken = (
        [ink(item) for item in texts(page)]
        + all_panels(page)
        + figures(page)
        + pictures(page)
        + tiles(page)
        + discs(page)
    )
    foot = footer_rule(page)
    spans = sorted([*((rect.y, rect.bottom) for rect in taken if rect.right > left), (foot, foot)])
    head = band(page).bottom if left or stage(page) is None else stage(page).bottom
    low, worst = head, 0.0
    for top, bottom in spans:
        if bottom <= head:
            continue
        worst = max(worst, top - low)
        low = max(low, bottom)
    return worst / page.height


@pytest.mark.parametrize(("stem", "size"), mostly_slow([(stem, size) for stem in STEMS for size in SIZES], every=4))
def test_no_guide_of_the_project_has_a_hole(stem, size):
    page = page_of(from_content(stem), size)
    assert worst_band(page) <= HOLE, f"{worst_band(page):.3f}"
    assert worst_box(page) <= BOX_LINES


@pytest.mark.parametrize(("stem", "size"), mostly_slow([(stem, "297x210mm") for stem in STEMS], every=5))
def test_no_guide_across_has_a_hole(stem, size):
    page = page_of(from_content(stem), size)
    assert worst_band(page, stage(page).right) <= HOLE, f"{worst_band(page, stage(page).right):.3f}"
    assert worst_box(page) <= BOX_LINES


WORDS = "Keep the ribs down and the neck long while the weight travels over the middle of the foot".split()
phrase = st.integers(3, 16).map(lambda count: " ".join(WORDS[:count]) + ".")
letters = st.integers(3, 80).map(lambda count: ("Alternating Kneeling Sandbag Throw " * 3)[:count].strip())


@st.composite
def recombined(draw):
    """A guide of 1 to 9 steps, 0 to 12 points, a title of 3 to 80 letters."""
    points = draw(st.lists(phrase, max_size=12))
    parted = draw(st.integers(0, len(points)))
    lists = ((tips, points[:parted]), (mistakes, points[parted:]))
    names = draw(st.booleans())
    steps = [
        step(f"Part {at}" if names else "", text)
        for at, text in enumerate(draw(st.lists(phrase, min_size=1, max_size=9)))
    ]
    figure = draw(st.sampled_from(["squat", "benchpress", "plank_bodyweight"]))
    made = card(
        title=draw(letters),
        steps=tuple(steps),
        boxes=tuple(make(*found) for make, found in lists if found),
        works=works("quads"),
    )
    return replace(made, figure=posed(figure))


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(made=recombined(), size=st.sampled_from(SIZES))
def test_no_recombined_guide_has_a_hole(made, size):
    page = fit(made, size)
    assume(not isinstance(page, Overflow))
    assume(made.boxes or len(made.steps) > 1)  # a single sentence is no guide
    assert worst_band(page) <= HOLE + 1e-6, f"{worst_band(page):.3f}"
    if page.type_size >= zones_on(size).body and texts(page, Role.STEP_NAME):
        assert worst_box(page) <= BOX_LINES, "only a card whose text is crowded may leave a box half empty"
    assert page.type_size >= kit_of(size).measures.floor


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(made=recombined(), size=st.sampled_from(SIZES))
def test_no_title_costs_the_body_a_point(made, size):
    page, short = fit(made, size), fit(replace(made, title="Row"), size)
    assume(not isinstance(page, Overflow) and not isinstance(short, Overflow))
    assume(
        stage(page) and stage(short) and tiles(short)[0].y > band(short).bottom and tiles(page)[0].y > band(page).bottom
    )
    assert page.type_size == short.type_size


@settings(max_examples=examples(30), suppress_health_check=list(HealthCheck))
@given(made=recombined(), size=st.sampled_from(SIZES))
def test_blocks_stand_under_one_another_and_boxes_end_on_the_foot(made, size):
    page = fit(made, size)
    assume(not isinstance(page, Overflow))
    rounds, panels = discs(page), all_panels(page)
    assert len(rounds) == len(made.steps)
    assert all(below.y >= above.bottom for above, below in pairwise(rounds))
    assert len(panels) == len(made.boxes)
    if panels:
        assert max(panel.bottom for panel in panels) <= zones_on(size).foot + 1e-6
        assert min(panel.y for panel in panels) > rounds[-1].bottom
    assert len({item.size for item in texts(page, Role.STEP)}) == 1
