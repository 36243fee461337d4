"""The full card: every block once, numbers through the page, columns of like height, boxes in rows, a plain conclusion."""

from itertools import pairwise

import pytest

from cardgen.compose import Brand, Detail, Marker, compose_card
from cardgen.display import Path, Role
from cardgen.guide.parse import parse_guide
from cardgen.layout.cards.fit import Overflow
from cardgen.theme import PETROL
from cardgen.words import english
from tests.builders import (
    entry,
    fit,
    from_content,
    full_card,
    inline,
    mistakes,
    other,
    page_of,
    safety,
    section,
    step,
    tips,
    works,
    zones_on,
)
from tests.layout.reading import all_panels, discs, footer_rule, ink, panels, rect_of, stage, texts, words

LONG = "Keep the ribs down and the neck long while the weight travels over the middle of the foot. "
SIZES = ("a4", "letter", "a5", "a3")
GUIDE = """\
---
title: Long Hinge
equipment: Sandbag
video: "Qk7_zR2-wXa"
description: "A calm hinge."
---

Opening words without a heading.

## Setup
Stand **tall** behind the bag.
1. Plant both feet.
   - Toes ahead.
2. Take the handles.

## Equipment
- One sandbag.

## Execution
1. **Fold**: Send the seat back.
2. **Rise**: Push the floor away.

## Breathing
- Out on the way up.

## Mood
Something of no known kind.

## Tips
- Look ahead.

## Common Mistakes
- **Racing**: count to three.

## Safety
- Stop when the back hurts.

## Variations
- With a band.

## Benefits
- A strong back.

## Conclusion
Few tools give more.

<!-- howto -->

### Fold Forward
Send it back, briefly told.
"""


def composed(text=GUIDE):
    guide = parse_guide(text, path="made/up.md", stem="longhinge_sandbag")
    return compose_card(guide, detail=Detail.FULL, brand=Brand(name="Harbour Gym"), words=english())


@pytest.mark.parametrize("size", SIZES)
def test_every_section_of_the_body_is_printed_once(size):
    found = " ".join(words(texts(page_of(composed(), size))))
    for text in (
        "A calm hinge.",
        "Opening words without a heading.",
        "Stand tall behind the bag.",
        "Plant both feet.",
        "Toes ahead.",
        "Take the handles.",
        "One sandbag.",
        "Send the seat back.",
        "Push the floor away.",
        "Out on the way up.",
        "Something of no known kind.",
        "Look ahead.",
        "count to three.",
        "Stop when the back hurts.",
        "With a band.",
        "A strong back.",
        "Few tools give more.",
    ):
        assert found.count(text) == 1, text
    for heading in ("Setup", "Equipment", "Execution", "Breathing", "Mood", "Tips", "Variations", "Benefits"):
        assert heading in found


@pytest.mark.parametrize("size", SIZES)
def test_numbers_run_on_through_the_page_each_once(size):
    page = page_of(composed(), size)
    assert [item.text.strip() for item in texts(page, Role.STEP_NUMBER)] == ["1", "2", "3", "4"]
    assert len(discs(page)) == 4


def filled(times):
    """Sections that fill two columns."""
    steps = [step(f"Part {at}", LONG * times) for at in range(8)]
    return full_card(sections=(section("Setup", *steps[:3]), section("Movement", *steps[3:])), lead=(), extras=())


def columns_of(page):
    """The first baseline and the last one of each column, from the left."""
    starts = sorted({round(disc.x) for disc in discs(page)})
    lines = texts(page, Role.STEP, Role.STEP_NAME, Role.SECTION_HEADING)
    places = [max(start for start in starts if start <= line.x + 3) for line in lines]
    found = [[line.y for line, place in zip(lines, places, strict=True) if place == start] for start in starts]
    return [(min(ys), max(ys)) for ys in found]


@pytest.mark.parametrize(("size", "times"), [("a4", 1), ("a4", 2), ("letter", 1), ("a3", 1), ("a3", 2), ("a3", 3)])
def test_columns_start_on_one_line_and_end_near_one_another(size, times):
    """They differ by less than the block that could stand in either, a heading among them."""
    page = page_of(filled(times), size)
    (first, left), (other_first, right) = columns_of(page)
    block = 1.36 * page.type_size * (3 + 3 * times)
    assert abs(first - other_first) <= 1.6 * page.type_size, "a heading is larger than the name beside it"
    assert min(first, other_first) > stage(page).bottom
    assert abs(left - right) <= block


def test_boxes_stand_in_rows_at_the_foot_tips_beside_mistakes():
    page = page_of(full_card(lead=()), "a4")
    (left,), (right,) = panels(page, PETROL.tips), panels(page, PETROL.mistakes)
    assert left.y == pytest.approx(right.y)
    assert left.height == pytest.approx(right.height)
    (warning,) = panels(page, PETROL.safety)
    assert warning.y >= left.bottom
    lowest = max(panel.bottom for panel in all_panels(page))
    assert lowest <= zones_on("a4").foot + 1e-6 < footer_rule(page)


def test_the_conclusion_is_an_unboxed_muted_line_at_the_end():
    page = page_of(composed(), "a4")
    (line,) = [item for item in texts(page, Role.LEAD) if "Few tools" in item.text]
    assert line.color == PETROL.lead
    assert line.y > max(panel.bottom for panel in all_panels(page))
    assert not any(panel.contains(ink(line)) for panel in all_panels(page))
    assert line.mark.order > max(item.mark.order for item in texts(page, Role.TIP, Role.POINT, Role.SAFETY))


def test_a_section_has_its_heading_under_a_rule():
    page = page_of(filled(2), "a4")
    rules = [rect_of(item) for item in page.items if isinstance(item, Path) and rect_of(item).height < 2]
    for heading in texts(page, Role.SECTION_HEADING):
        assert any(abs(rule.x - heading.x) < 3 and 0 < heading.y - rule.y < 40 for rule in rules), heading.text


def test_points_without_a_number_have_a_dash_and_paragraphs_nothing():
    made = full_card(sections=(section("Setup", "Stand tall.", entry("Toes ahead.", Marker.DASH)),), lead=())
    page = page_of(made, "a4")
    paragraph, point = texts(page, Role.STEP)
    assert point.x > paragraph.x


@pytest.mark.parametrize(("size", "floor"), [("a4", 10.0), ("a3", 10.0)])
def test_a_long_card_goes_down_to_the_floor_and_no_further(size, floor):
    sizes = []
    for times in range(1, 40):
        page = fit(filled(times), size)
        if isinstance(page, Overflow):
            break
        sizes.append(page.type_size)
        assert all(item.size >= floor - 1e-6 for item in texts(page, Role.STEP, Role.TIP, Role.MISTAKE, Role.SAFETY))
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < sizes[0]


def test_an_overflow_names_the_longest_step_of_the_sections():
    steps = (step("Brief", "Stand."), step("Endless", LONG * 60))
    found = fit(full_card(sections=(section("Setup", *steps),)), "a5")
    assert isinstance(found, Overflow)
    assert 'the longest step is step 2 "Endless"' in found.message


def test_a_sheet_across_holds_a_full_card_too():
    page = page_of(full_card(works=works("quads"), lead=inline("A calm hinge.")), "420x297mm")
    assert len(all_panels(page)) >= 4
    assert not any(one.overlaps(other_) for one, other_ in pairwise(sorted(all_panels(page), key=lambda it: it.y)))


def test_a_box_of_a_kind_that_stands_twice_has_a_row_of_its_own():
    boxes = (tips("Look ahead."), mistakes("Racing."), safety("Stop."))
    page = page_of(
        full_card(boxes=boxes, extras=(other("Variations", "With a band."), other("Benefits", "Strength."))), "a4"
    )
    assert len(all_panels(page)) == 5


@pytest.mark.parametrize("stem", ["benchpress_barbell", "squat_barbell", "seatedrow_cable"])
def test_a_guide_of_the_project_is_printed_whole(stem):
    made = from_content(stem, detail=Detail.FULL)
    page = page_of(made, "a4")
    assert len(all_panels(page)) == len(made.boxes) + len(made.extras)
    assert len(texts(page, Role.SECTION_HEADING)) == sum(bool(it.heading) for it in made.sections)
