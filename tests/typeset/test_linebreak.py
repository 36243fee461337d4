"""Lines: as few as first-fit's, and of all sets of so many the one that costs least."""

from itertools import accumulate, combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.theme.type import Style
from cardgen.typeset.linebreak import IMPOSSIBLE, LINE_SHARE, break_lines, count_lines, first_fit
from cardgen.typeset.prepare import WEAK_END_COST, Piece, Prepared, Unit, prepare
from cardgen.typeset.tidy import tidy
from tests.builders import WORDS, type_case
from tests.quick import examples

BLANK = 0.28


def paragraph(widths, *, blanks=None, costs=None):
    """A paragraph of units that have a width and no glyphs."""
    blanks = blanks or [BLANK] * len(widths)
    costs = costs or [0.0] * len(widths)
    units = tuple(
        Unit(runs=(), width=width, blank=blank, break_cost=cost)
        for width, blank, cost in zip(widths, blanks, costs, strict=True)
    )
    starts = tuple(accumulate((unit.width + unit.blank for unit in units), initial=0.0))
    ends = tuple(at + unit.width for at, unit in zip(starts, units, strict=False))
    return Prepared(units=units, starts=starts, ends=ends, widest=max(widths, default=0.0))


def set_words(words):
    return prepare([Piece(tidy(" ".join(words)), Style.TEXT)], type_case())


def width(text, line):
    start, end = line
    return text.ends[end - 1] - text.starts[start]


def all_breaks(text, measure, count):
    """Every way to set a paragraph in so many lines that all fit."""
    size = len(text.units)
    for cuts in combinations(range(1, size), count - 1):
        lines = tuple(pairwise((0, *cuts, size)))
        if all(width(text, line) <= measure + 1e-9 for line in lines):
            yield lines


units = st.tuples(
    st.floats(0.3, 9.0).map(lambda width: round(width, 2)),
    st.sampled_from([BLANK, BLANK, BLANK, 0.0]),
    st.sampled_from([0.0, 0.0, 0.02, 0.03, 0.4, 0.5]),
)
measures = st.floats(9.0, 42.0).map(lambda measure: round(measure, 2))
prose = st.lists(st.sampled_from(WORDS), min_size=1, max_size=45).map(set_words)


def paragraph_of(rows):
    widths, blanks, costs = zip(*rows, strict=True)
    return paragraph(list(widths), blanks=list(blanks), costs=list(costs))


short = st.lists(units, min_size=1, max_size=12).map(paragraph_of)
long = st.lists(units, min_size=1, max_size=80).map(paragraph_of)


def shares(text, lines):
    """The widths of all lines but the last, as parts of the longest of all."""
    widths = [width(text, line) for line in lines]
    return [one / max(widths) for one in widths[:-1]]


@settings(max_examples=examples(100))
@given(words=st.lists(st.sampled_from(WORDS), min_size=4, max_size=12), measure=st.floats(11.0, 30.0))
def test_no_inner_line_is_short_where_another_break_with_as_many_lines_has_none(words, measure):
    text = set_words(words)
    if len(text.units) > 14:
        text = set_words(words[:8])
    found = break_lines(text, measure)
    if len(found) == 1 or min(shares(text, found)) >= LINE_SHARE:
        return
    # A short word alone at the end, and a break at a hyphen or behind a word that leans on the next, are worse.
    for lines in all_breaks(text, measure, len(found)):
        if lines[-1][1] - lines[-1][0] > 1 and not any(text.units[end - 1].break_cost for _, end in lines[:-1]):
            assert min(shares(text, lines)) < LINE_SHARE


@settings(max_examples=examples(400))
@given(text=long, measure=measures)
def test_lines_are_as_few_as_first_fits(text, measure):
    assert len(break_lines(text, measure)) == len(first_fit(text, measure)) == count_lines(text, measure)


@settings(max_examples=examples(300))
@given(text=long, measure=measures)
def test_no_word_is_lost_and_no_line_is_over_the_measure(text, measure):
    lines = break_lines(text, measure)
    assert [unit for start, end in lines for unit in range(start, end)] == list(range(len(text.units)))
    assert all(width(text, line) <= measure + 1e-9 for line in lines)


@settings(max_examples=examples(60))
@given(text=prose, measure=st.floats(11.0, 40.0))
def test_real_words_keep_their_order_and_stay_inside_the_measure(text, measure):
    lines = break_lines(text, measure)
    assert "".join(unit.text for start, end in lines for unit in text.units[start:end]) == "".join(
        unit.text for unit in text.units
    )
    for start, end in lines:
        glyphs = [advance for unit in text.units[start:end] for run in unit.runs for advance in run.advances]
        assert sum(glyphs) - text.units[end - 1].blank <= measure + 1e-6


@settings(max_examples=examples(400))
@given(text=short, measure=measures)
def test_no_short_word_stands_alone_at_the_end_where_that_can_be_had(text, measure):
    found = break_lines(text, measure)
    start, end = found[-1]
    if len(found) == 1 or end - start > 1 or width(text, (start, end)) >= 0.34 * measure:
        return
    for lines in all_breaks(text, measure, len(found)):
        assert lines[-1][1] - lines[-1][0] == 1


def test_a_short_last_word_takes_another_with_it():
    text = paragraph([4.0, 4.0, 4.0, 4.0, 1.0])
    assert first_fit(text, 17.0) == ((0, 4), (4, 5))
    lines = break_lines(text, 17.0)
    assert len(lines) == 2
    assert lines[-1][1] - lines[-1][0] >= 2


def test_a_line_does_not_end_in_a_word_that_leans_on_the_next():
    """Of two breaks that are all but equal, the one behind "of" gives way."""
    widths = [3.0, 3.0, 0.1, 3.0, 3.0]
    assert break_lines(paragraph(widths), 7.0) == ((0, 3), (3, 5))
    assert break_lines(paragraph(widths, costs=[0.0, 0.0, WEAK_END_COST, 0.0, 0.0]), 7.0) == ((0, 2), (2, 5))


def test_an_empty_paragraph_has_no_lines():
    assert break_lines(paragraph([]), 10.0) == ()
    assert count_lines(paragraph([]), 10.0) == 0


def test_a_word_wider_than_the_measure_is_refused():
    text = paragraph([2.0, 9.0])
    assert count_lines(text, 8.9) == IMPOSSIBLE
    for breaker in (break_lines, first_fit):
        with pytest.raises(ValueError, match="wider than the measure"):
            breaker(text, 8.9)


def test_a_word_exactly_as_wide_as_the_measure_fits():
    text = paragraph([8.9, 2.0])
    assert break_lines(text, 8.9) == ((0, 1), (1, 2))
