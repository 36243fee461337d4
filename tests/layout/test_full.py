"""A card of all sections: what to do at the left, what to know in boxes at the right."""

from dataclasses import replace
from itertools import pairwise

import pytest

from cardgen.compose import Brand, Detail, Marker, compose_card
from cardgen.compose import texts as texts_of
from cardgen.display import Role
from cardgen.guide.parse import parse_guide
from cardgen.layout.cards.fit import Overflow
from cardgen.layout.ground.measures import measures_for
from cardgen.theme import PETROL
from cardgen.values.geometry import mm, to_mm
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from tests.builders import (
    SECTIONS,
    breathing,
    entry,
    fit,
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
)
from tests.layout.reading import (
    BODY,
    INSTRUCTIONS,
    all_panels,
    band,
    discs,
    footer_rule,
    ink,
    panels,
    paths,
    rect_of,
    texts,
    words,
)

LONG = "Keep the ribs down and the neck long while the weight travels over the middle of the foot. "
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
    return compose_card(guide, detail=Detail.FULL, brand=Brand(name="Harbour Gym"))


def size_of(page):
    (size,) = {item.size for item in texts(page, Role.STEP)}
    return size


# --- nothing is lost ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a4", "letter", "a5", "a3", "148x300mm", "420x297mm"])
def test_every_section_of_the_body_is_printed(size):
    found = " ".join(words(texts(page_of(composed(), size))))
    for line in GUIDE.partition("<!--")[0].split("---\n")[2].splitlines():
        if line == "## Conclusion":  # its text ends the card, muted and without a box
            continue
        words_of_line = line.strip().lstrip("#-123456789. ").replace("*", "").split()
        assert " ".join(words_of_line).casefold() in found.casefold(), line
    assert "briefly told" not in found


def test_every_word_of_the_sections_and_boxes_is_printed_once():
    made = composed()
    kept = replace(
        made, title="", eyebrow=(), lead=(), closing=(), works=(), also=(), steps=(), brand=Brand(), footnotes=()
    )
    expected = [word for text, _ in texts_of(kept) for word in text.split()]
    page = page_of(made, "a4")
    found = words(texts(page, *BODY - {Role.STEP_NUMBER, Role.LEAD}))
    assert sorted(found) == sorted(expected)
    assert len(found) > 60


def test_the_short_steps_stand_in_where_the_body_tells_no_execution():
    card = composed(GUIDE.replace("## Execution", "## Props"))
    page = page_of(card, "a4")
    assert "Steps" in [item.text.strip() for item in texts(page, Role.SECTION_HEADING)]
    assert [item.text.strip() for item in texts(page, Role.STEP_NAME)] == ["Fold Forward"]
    assert "briefly told." in " ".join(words(texts(page)))


def test_an_execution_section_without_text_does_not_hide_the_short_steps():
    front = GUIDE.partition("\nOpening")[0]
    text = (
        f"{front}\n## Execution\n\n## Tips\n- Up.\n\n<!-- howto -->\n\n### Fold Forward\nSend it back, briefly told.\n"
    )
    assert "briefly told." in " ".join(words(texts(page_of(composed(text), "a4"))))


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_a_lead_that_gives_way_is_said_and_nothing_else_goes(size):
    """With the muscles named the lead stands above the sections; it goes before the text grows small."""
    pages = pages_of(
        lambda count: full_card(
            sections=(*SECTIONS, section("More", LONG * count)), works=works("glutes"), lead=inline(LONG * 4)
        ),
        size,
    )
    shown = [LeftOut.LEAD not in page.notes for page in pages]
    assert shown[0]
    assert not all(shown)
    for count, page in enumerate(pages, 1):
        assert (texts(page, Role.LEAD) != []) == shown[count - 1]
        assert " ".join(words(texts(page, Role.STEP))).endswith(LONG.strip())
        assert words(texts(page, Role.STEP)).count("ribs") == count


def pages_of(make, size):
    """The pages of ever more text until it overflows."""
    pages = []
    while not isinstance(page := fit(make(len(pages) + 1), size), Overflow):
        pages.append(page)
    return pages


# --- two columns ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "floor"), [("a4", 10.0), ("letter", 10.0), ("a5", 7.5), ("a3", 10.0), ("179x250mm", 8.75)]
)
def test_floors(size, floor):
    """10 pt on A4 and Letter, 7.5 on A5; between them on a straight line."""
    assert measures_for(parse_sheet(size), Detail.FULL).floor == pytest.approx(floor)


@pytest.mark.parametrize(("size", "floor"), [("a4", 10.0), ("letter", 10.0), ("a5", 7.5)])
def test_a_long_card_goes_down_to_the_floor_and_no_further(size, floor):
    def make(count):
        return full_card(sections=(*SECTIONS, section("More", *[LONG] * count)), lead=())

    pages = pages_of(make, size)
    assert f"at {floor:g} pt" in fit(make(len(pages) + 1), size).message
    assert all(item.size >= floor for page in pages for item in texts(page, *INSTRUCTIONS))
    sizes = [size_of(page) for page in pages]
    # two columns of sections are taken for a gain of 6 % alone, so a longer card may be larger by that
    assert all(later <= 1.06 * earlier for earlier, later in pairwise(sizes))
    assert sizes[0] > sizes[-1]
    assert sizes[-1] <= floor + 0.3


def test_boxes_are_a_little_smaller_than_the_steps():
    page = page_of(full_card(), "a4")
    (size,) = {item.size for item in texts(page, Role.TIP, Role.MISTAKE, Role.SAFETY, Role.POINT)}
    assert size == pytest.approx(0.92 * size_of(page))


@pytest.mark.parametrize("size", ["a4", "letter", "a5"])
def test_the_two_columns_are_a_gutter_apart_and_end_within_the_page(size):
    page = page_of(full_card(), size)
    measures = measures_for(parse_sheet(size), Detail.FULL)
    gutter = 5.6 * measures.unit
    left = min(panel.x for panel in all_panels(page))
    share = (left - gutter - measures.margin) / (measures.text_width - gutter)
    assert min(abs(share - given) for given in (0.60, 0.56, 0.64, 0.52, 0.68, 0.48, 0.44)) < 1e-6
    right = page.width - measures.margin
    assert {round(panel.right, 6) for panel in all_panels(page)} == {round(right, 6)}
    for item in texts(page, Role.STEP, Role.STEP_NUMBER, Role.SECTION_HEADING):
        if item.x < left:
            assert ink(item).right <= left - gutter + 0.02 * item.size
    foot = footer_rule(page) - 3.8 * measures.unit
    assert max(panel.bottom for panel in all_panels(page)) <= foot + 1e-6
    assert max(item.y for item in texts(page, *INSTRUCTIONS)) <= foot + 1e-6


@pytest.mark.parametrize("count", [1, 3, 4])
def test_safety_stands_lowest_at_the_right(count):
    """Whether the extras stand in boxes over it or as sections at the left."""
    boxes = (breathing(LONG), tips(LONG), mistakes(LONG), safety(LONG))
    extras = tuple(other(f"More {n}", LONG * 2) for n in range(count))
    page = page_of(full_card(boxes=boxes, extras=extras), "a4")
    (lowest,) = panels(page, PETROL.safety)
    others = [panel for panel in all_panels(page) if panel != lowest]
    assert len(others) >= 3
    assert all(panel.bottom <= lowest.y - 4 * page.width / 148 + 1e-6 for panel in others)
    assert {round(panel.x, 6) for panel in (*others, lowest)} == {round(lowest.x, 6)}


def test_extras_may_stand_in_either_column():
    stands = set()
    for count in range(1, 9):
        extras = tuple(other(f"More {n}", LONG) for n in range(count))
        page = page_of(full_card(sections=(section("Setup", *[LONG] * (9 - count)),), extras=extras), "a4")
        at_left = {item.text.strip() for item in texts(page, Role.SECTION_HEADING)} - {"Setup"}
        at_right = {item.text.strip() for item in texts(page, Role.BOX_HEADING)} - {"Breathing"}
        assert at_left | at_right == {f"More {n}" for n in range(count)}
        assert not (at_left and at_right)
        stands.add(bool(at_left))
    assert stands == {True, False}


def test_boxes_stand_in_their_order_breathing_first():
    page = page_of(full_card(extras=()), "a4")
    tops = [panels(page, colors)[0].y for colors in (PETROL.breathing, PETROL.tips, PETROL.mistakes, PETROL.safety)]
    assert tops == sorted(tops)
    assert all(low.y - high.bottom >= 4 * page.width / 148 - 1e-6 for high, low in pairwise(all_panels(page)))


def test_without_boxes_the_sections_take_the_whole_width():
    page = page_of(full_card(boxes=(), extras=(), sections=(section("Setup", LONG * 4),)), "a4")
    assert all_panels(page) == []
    rules = [rect_of(path) for path in paths(page) if path.stroke == PETROL.band]
    assert [to_mm(rule.width) for rule in rules] == [pytest.approx(128 * 210 / 148)]


def test_many_sections_and_few_boxes_run_over_both_columns():
    sections = tuple(section(f"Part {n}", step("", LONG * 2), step("", LONG)) for n in range(6))
    page = page_of(full_card(sections=sections, boxes=(tips("Up."),), extras=()), "a4")
    headings = texts(page, Role.SECTION_HEADING)
    assert len({round(item.x) for item in headings}) == 2
    assert [item.text.strip() for item in sorted(headings, key=lambda item: item.mark.order)] == [
        f"Part {n}" for n in range(6)
    ]
    (box,) = all_panels(page)
    assert box.y > max(item.y for item in texts(page, Role.STEP) if item.x > box.x)


def test_sections_run_over_both_columns_only_where_they_fill_them():
    parted = set()
    for count in range(6, 90, 6):
        short = step("", " ".join((LONG * 6).split()[:count]))
        sections = (section("Setup", short, short), section("Execution", *(step("", LONG) for _ in range(7))))
        page = page_of(full_card(sections=sections, boxes=(tips("Up."),), extras=()), "a4")
        lefts = {round(disc.x) for disc in discs(page)}
        parted.add(len(lefts) == 2)
        if len(lefts) == 2:
            assert max(disc.bottom for disc in discs(page) if round(disc.x) == min(lefts)) > 0.6 * page.height
    assert parted == {True, False}


def test_both_columns_start_on_one_line():
    boxes = (tips(LONG * 6), mistakes(LONG * 6))
    page = page_of(full_card(sections=(section("Setup", LONG),), extras=(), boxes=boxes), "a4")
    rules = [rect_of(path).y for path in paths(page) if path.stroke == PETROL.band]
    assert min(rules) == pytest.approx(min(panel.y for panel in all_panels(page)))


def test_the_lead_stands_over_the_left_column_where_the_band_has_no_room():
    page = page_of(full_card(works=works("glutes"), lead=inline("A calm hinge.")), "a4")
    (lead,) = texts(page, Role.LEAD)
    assert band(page).bottom < lead.y < min(disc.y for disc in discs(page))
    assert ink(lead).right < min(panel.x for panel in all_panels(page))


# --- sections -------------------------------------------------------------------------------------------------------


def test_the_conclusion_is_one_muted_line_at_the_end():
    page = page_of(composed(), "a4")
    closing = [item for item in texts(page, Role.LEAD) if item.y > page.height / 2]
    assert " ".join(item.text.strip() for item in closing)
    assert {item.color for item in closing} == {PETROL.lead}
    assert "Conclusion" not in [item.text.strip() for item in texts(page, Role.SECTION_HEADING)]


def test_numbers_run_on_through_the_page():
    page = page_of(full_card(), "a4")
    assert [item.text.strip() for item in texts(page, Role.STEP_NUMBER)] == ["1", "2", "3", "4", "5"]
    card = full_card(
        sections=(section("A", step("", "One."), "Between.", step("", "Two.")), section("B", step("", "One.")))
    )
    assert [item.text.strip() for item in texts(page_of(card, "a4"), Role.STEP_NUMBER)] == ["1", "2", "3"]


def test_a_section_has_its_heading_under_a_rule_as_wide_as_its_column():
    page = page_of(full_card(), "a4")
    headings = texts(page, Role.SECTION_HEADING)
    assert [item.text.strip() for item in headings][:3] == ["Overview", "Setup", "Execution"]
    rules = [rect_of(path) for path in paths(page) if path.stroke == PETROL.band]
    assert len(rules) == len(headings)
    left = min(panel.x for panel in all_panels(page))
    for rule, heading in zip(rules, headings, strict=True):
        assert heading.size == pytest.approx(1.72 * size_of(page))
        assert heading.x == pytest.approx(rule.x)
        cap = heading.y - 0.7 * heading.size
        assert cap - rule.y == pytest.approx(3.4 * mm(0.1) * size_of(page))
        assert to_mm(left - rule.right) == pytest.approx(5.6 * 210 / 148)


def test_points_without_a_number_have_a_dash_and_paragraphs_nothing():
    points = section("Setup", "Stand tall.", entry("Chalk helps.", Marker.DASH), entry("A lot.", Marker.DASH, depth=1))
    page = page_of(full_card(sections=(points,), boxes=(), extras=()), "a4")
    plain, first, nested = texts(page, Role.STEP)
    assert plain.x < first.x < nested.x
    dashes = [rect_of(path) for path in paths(page, PETROL.band) if rect_of(path).height < 5]
    assert [dash.right < item.x for dash, item in zip(dashes, (first, nested), strict=True)] == [True, True]
    assert discs(page) == []


def test_small_discs():
    page = page_of(full_card(), "a4")
    assert {round(disc.width, 6) for disc in discs(page)} == {round(5.9 * mm(0.1) * size_of(page), 6)}


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_a_long_section_heading_stays_in_its_column(size):
    heading = "How to Set Up the Bench and Find the Right Grip for You"
    page = page_of(full_card(sections=(section(heading, LONG), section("Execution", LONG))), size)
    left = min(panel.x for panel in all_panels(page))
    assert " ".join(words(texts(page, Role.SECTION_HEADING))).startswith(heading)
    assert all(ink(item).right <= left for item in texts(page, Role.SECTION_HEADING) if item.x < left)


def test_an_overflow_of_sections_without_steps_names_what_is_on_the_card():
    found = fit(full_card(sections=(section("Setup", *[LONG] * 90),)), "a4")
    assert "Plant the Feet" not in found.message
    assert "(0 mm)" not in found.message


def test_an_overflow_names_the_longest_step_of_the_sections():
    parts = (step("", "Up.", line=3), step("Long", LONG * 12, line=8), *[step("", LONG * 4, line=20)] * 20)
    found = fit(full_card(sections=(section("Execution", *parts),)), "a5")
    assert "too long for a5 by" in found.message
    assert "at 7.5 pt" in found.message
    assert "step 2" in found.message
    assert found.location.line == 8
