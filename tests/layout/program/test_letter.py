"""What a trainer says at length, and pages of lines: every word once and in order, lines as far apart as in a school book."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import Path, Role
from cardgen.layout.forms.leaf import Head, frame
from cardgen.layout.ground.box import place
from cardgen.layout.program.letter import place_letter
from cardgen.layout.program.notes import LINES_TO_WRITE, notes_frame, notes_height, place_notes
from cardgen.values.geometry import mm, to_mm
from cardgen.values.prescription import Remark
from cardgen.values.use import IN_HAND
from tests.layout.program import made
from tests.layout.program.checks import check, groups, read, texts
from tests.layout.reading import rect_of
from tests.quick import examples

HEAD = Head(eyebrow="8 weeks", title="From your trainer")
each_use = pytest.mark.parametrize("use", [IN_HAND, made.LARGE], ids=["in hand", "large print"])


def the_pages(*remarks, size="a5", use=IN_HAND):
    return place_letter(HEAD, remarks, 6, made.leaf(size, use=use))


def said(number, name="w"):
    """A paragraph of so many words, all different."""
    return Remark(text=" ".join(f"{name}{at}" for at in range(number)))


def rules(page):
    """The lines to write on, from the top: hairlines that are no rule above the foot."""
    foot = min(it.y - it.size for it in texts(page, Role.FOOTER, Role.FOLIO))
    head = max(it.y for it in texts(page, Role.PAGE_HEADING, Role.EYEBROW))
    drawn = [rect_of(it) for it in page.items if isinstance(it, Path)]
    wide = [it for it in drawn if it.width > 0.5 * page.width and it.height < 1.5 and it.y > head]
    return sorted((it for it in wide if it.bottom < foot - 5), key=lambda it: it.y)


# --- the letter -----------------------------------------------------------------------------------------------------


def test_a_short_letter_leaves_room_for_notes():
    (page,) = the_pages(made.SAID, said(20))
    check(page, made.leaf())
    assert read(page, Role.SECTION_HEADING) == "Notes"
    assert len(rules(page)) >= LINES_TO_WRITE
    last = max(it.y for it in texts(page, Role.PARAGRAPH))
    assert all(line.y > last for line in rules(page))


def test_there_are_no_notes_where_there_is_no_room_for_a_few_lines():
    pages = [the_pages(said(number)) for number in range(150, 420, 15)]
    noted = ["Notes" in read(page[-1], Role.SECTION_HEADING) for page in pages]
    assert True in noted
    assert False in noted
    for page in (found[-1] for found in pages):
        assert "Notes" not in read(page, Role.SECTION_HEADING) or len(rules(page)) >= LINES_TO_WRITE


def test_a_paragraph_that_goes_on_overleaf_is_read_there_before_the_next():
    first, second, third = said(320, "one"), said(30, "two"), said(30, "three")
    pages = the_pages(first, second, third)
    assert len(pages) > 1
    whole = " ".join(read(page, Role.PARAGRAPH) for page in pages)
    assert whole == f"{first.text} {second.text} {third.text}"
    assert [page.label for page in pages] == ["6", "7"]
    assert "FROM YOUR TRAINER, CONTINUED" in read(pages[1], Role.EYEBROW)
    for words in groups(pages[1]).values():
        assert sum(name in words for name in ("one319", "two0", "three0")) <= 1, "paragraphs are told apart"


def test_a_paragraph_has_its_language_and_its_first_words_are_bold():
    (page,) = the_pages(Remark(lead="Deine Trainerin:", text="halte kurz inne", language="de"), made.SAID)
    found = texts(page, Role.PARAGRAPH)
    assert {it.mark.language for it in found if "inne" in it.text} == {"de"}
    assert {it.mark.language for it in found if "repetitions" in it.text} == {""}
    bold = {run.face for it in found if "Trainerin" in it.text for run in it.runs}
    plain = {run.face for it in found if "inne" in it.text for run in it.runs}
    assert bold - plain


@settings(max_examples=examples(15), database=None)
@given(
    lengths=st.lists(st.integers(1, 160), min_size=1, max_size=6),
    place=made.any_place,
)
def test_every_word_of_a_letter_is_printed_once_and_in_order(lengths, place):
    size, use = place
    remarks = [said(number, f"p{at}n") for at, number in enumerate(lengths)]
    pages = the_pages(*remarks, size=size, use=use)
    for page in pages:
        check(page, made.leaf(size, use=use))
    shown = " ".join(read(page, Role.PARAGRAPH) for page in pages)
    assert shown == " ".join(remark.text for remark in remarks)
    assert [page.label for page in pages] == [str(6 + at) for at in range(len(pages))]


# --- lines for the pen ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a4", "a5", "a6", "letter", "4x6in"])
def test_lines_are_a_pens_height_apart_from_the_head_to_the_foot(size):
    to = made.leaf(size)
    page = place_notes(26, to)
    check(page, to)
    framed = frame(Head(eyebrow="Your records", title="Notes"), 26, to)
    found = rules(page)
    pitches = [after.y - before.y for before, after in pairwise(found)]
    assert min(pitches) >= mm(8.0) - 0.01
    assert max(pitches) == pytest.approx(min(pitches))
    assert found[-1].bottom <= framed.field.bottom + 0.5
    assert framed.field.bottom - found[-1].bottom < pitches[0], "no room is left for another"
    assert found[0].y - framed.field.y == pytest.approx(pitches[0], abs=0.5)
    assert all(to_mm(line.width) == pytest.approx(to_mm(to.kit.measures.text_width)) for line in found)


@each_use
@pytest.mark.parametrize("lines", [1, 2, 5])
def test_notes_take_the_height_that_they_say(lines, use):
    gauge = made.leaf(use=use).gauge
    items = place(notes_frame(notes_height(lines, gauge), lines, gauge), gauge.left, 100.0, count(1))
    drawn = [rect_of(it) for it in items if isinstance(it, Path)]
    assert len(drawn) == lines
    assert drawn[0].x > gauge.left, "the first stands beside the heading"
    assert {it.mark.role for it in items if not isinstance(it, Path)} == {Role.SECTION_HEADING}
    assert notes_frame(notes_height(lines, gauge) - 1.0, lines, gauge) is None


def test_a_page_without_words_keeps_its_head():
    pages = the_pages(replace(made.SAID, lead="", text="Go"))
    assert read(pages[0], Role.PAGE_HEADING) == "From your trainer"
