"""Lines at fixed positions: where each begins, how wide it is, which part of it is a link."""

from dataclasses import replace
from itertools import pairwise

import pytest

from cardgen.display import Color, Mark, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.ground.text import (
    KEPT_PARAGRAPHS,
    Setting,
    Slot,
    balance,
    line_width,
    place_line,
    place_paragraph,
    set_inline,
    set_text,
    set_title,
)
from cardgen.theme.type import Style
from tests.builders import fresh_case, type_case
from tests.layout.reading import ink

SETTING = Setting(size=10.0, leading=13.0, cap=0.727, color=Color(0, 0, 0))
MARK = Mark(role=Role.STEP, order=7)


def words_of(text, style=Style.TEXT):
    return set_text(text, type_case(), style, language="en")


def test_lines_stand_a_leading_apart_below_the_cap_line():
    items = place_paragraph(words_of("Push the floor away and finish tall. " * 3), SETTING, Slot(20, 30, 150), MARK)
    assert len(items) > 2
    assert items[0].y == pytest.approx(37.27)
    assert [low.y - high.y for high, low in pairwise(items)] == pytest.approx([13.0] * (len(items) - 1))
    assert {(item.x, item.size, item.mark) for item in items} == {(20, 10.0, MARK)}
    assert all(item.width <= 150 for item in items)


def test_every_line_but_a_parted_word_ends_in_a_blank_so_that_words_do_not_join_when_copied():
    items = place_paragraph(
        words_of("Take a half-kneeling stance and counterbalance the load."), SETTING, Slot(0, 0, 115), MARK
    )
    joined = "".join(item.text for item in items)
    assert joined.strip() == "Take a half-kneeling stance and counterbalance the load."


def test_a_link_is_an_item_of_its_own_that_follows_on():
    spans = (Span(text="See "), Span(text="the long form", link="https://ab.example"), Span(text=" first."))
    items = place_line(set_inline(spans, type_case(), language="en"), SETTING, Slot(5, 0), MARK)
    assert [(item.text, item.mark.link) for item in items] == [
        ("See ", ""),
        ("the long form ", "https://ab.example"),
        ("first. ", ""),
    ]
    for one, other in pairwise(items):
        assert other.x == pytest.approx(one.x + sum(run.width for run in one.runs) * 10)
    assert {item.y for item in items} == {items[0].y}


@pytest.mark.parametrize("strong", ["Grip", "Grip:"])
def test_bold_and_plain_stand_on_one_baseline_and_a_colon_is_bold_with_its_words(strong):
    rest = ": hold on." if strong == "Grip" else " hold on."
    spans = (Span(text=strong, emphasis=Emphasis.STRONG), Span(text=rest))
    color = Color(0, 0, 1)
    items = place_line(set_inline(spans, type_case(), language="en"), replace(SETTING, strong=color), Slot(0, 0), MARK)
    bold, plain = items
    assert (bold.text, bold.color, {run.face for run in bold.runs}) == ("Grip: ", color, {Style.LEAD_IN.value})
    assert (plain.text, plain.color, {run.face for run in plain.runs}) == (
        "hold on. ",
        SETTING.color,
        {Style.TEXT.value},
    )
    assert bold.y == plain.y
    assert plain.x == pytest.approx(sum(run.width for run in bold.runs) * 10)


def test_bold_words_without_a_colour_of_their_own_have_that_of_the_others():
    spans = (Span(text="Grip", emphasis=Emphasis.STRONG), Span(text=" it."))
    items = place_line(set_inline(spans, type_case(), language="en"), SETTING, Slot(0, 0), MARK)
    assert {item.color for item in items} == {SETTING.color}


def test_the_width_of_an_item_ends_at_its_last_letter():
    (item,) = place_line(words_of("Hold"), SETTING, Slot(0, 0), MARK)
    assert item.width == pytest.approx(ink(item).right, abs=0.1 * item.size)
    assert item.width < sum(run.width for run in item.runs) * item.size


def test_the_width_of_a_spaced_item_ends_at_its_last_letter():
    spaced = Setting(size=10.0, cap=0.7, color=Color(0, 0, 0), tracking=0.5)
    (item,) = place_line(words_of("HOLD"), spaced, Slot(0, 0), MARK)
    assert item.width == pytest.approx(ink(item).right, abs=0.1 * item.size)


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (2, 2), (3, 3), (9, 4)])
def test_a_title_is_broken_into_as_many_lines_as_asked_but_no_word_in_two(count, expected):
    text = set_title("Standing Sandbag Shoulder Throw", type_case(), language="en")
    lines = balance(text, count)
    assert len(lines) == expected
    assert [unit for start, end in lines for unit in range(start, end)] == list(range(4))


def test_balanced_lines_are_as_narrow_as_can_be():
    text = set_title("Standing Sandbag Shoulder Throw", type_case(), language="en")
    widest = [max(line_width(text, 0, cut), line_width(text, cut, 4)) for cut in (1, 2, 3)]
    lines = balance(text, 2)
    assert max(line_width(text, *line) for line in lines) == min(widest)


def test_the_same_words_are_set_once_however_often_they_are_measured():
    case = fresh_case()
    first = set_text("Push the floor away.", case, Style.TEXT, language="en")
    assert set_text("Push the floor away.", case, Style.TEXT, language="en") is first
    assert set_text("Push the floor away.", case, Style.NAME, language="en") != first
    english, french = (set_text("Push: now.", case, Style.TEXT, language=language) for language in ("en", "fr"))
    assert english == french
    assert len(case.paragraphs) == 4


@pytest.mark.slow
def test_of_what_was_set_no_more_is_kept_than_a_document_needs():
    case = fresh_case()
    for number in range(KEPT_PARAGRAPHS + 10):
        set_text(f"{number}", case, Style.TEXT, language="en")
    assert len(case.paragraphs) == 10


def test_a_hyphenated_name_is_parted_where_two_words_meet_though_that_is_less_even():
    text = set_text("Gleichgewichtsstörungsübung", type_case(), Style.TEXT, language="de")
    assert [text.units[end - 1].text for _, end in balance(text, 2)] == ["wichts", "übung "]
