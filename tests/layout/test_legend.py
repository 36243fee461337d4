"""The key to the muscle map: on two rows or on one, with swatches; names fall off its end."""

from itertools import pairwise

import pytest

from cardgen.display import Color, Mark, Op, Role
from cardgen.layout.ground.legend import Colors, legends, place_legend
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.layout.ground.text import Slot
from cardgen.theme import PETROL
from cardgen.theme.type import Style
from cardgen.values.geometry import mm, to_mm
from cardgen.values.stock import parse_sheet
from cardgen.words import english
from tests.builders import card, type_case, works
from tests.layout.reading import rect_of

KIT = Kit(measures=measures_for(parse_sheet("a5")), theme=PETROL, words=english(), case=type_case())
CAP = KIT.cap(Style.TEXT)
NAMED = card(works=works("glutes", "quads", "calves"), also=works("abs", "lower back"))
SIZES = (9.6, 9.0, 8.6)
MARK = Mark(role=Role.LEGEND, order=4)
BAND_COLORS = Colors(text=PETROL.on_band, strong=PETROL.paper, main=PETROL.accent, helping=PETROL.helping)
ONE_INK = Colors(text=PETROL.ink, strong=PETROL.ink, main=PETROL.ink, helping=None)


def forms(column_mm, made=NAMED, *, swatches=True):
    return list(legends(made, mm(column_mm), SIZES, KIT, swatches=swatches))


def said(legend):
    """The words of each row."""
    return [[" ".join("".join(u.text for u in part.text.units).split()) for part in row] for row in legend.rows]


def placed(legend, colors=BAND_COLORS):
    return place_legend(legend, Slot(20.0, 30.0), colors, CAP, MARK)


# --- what there is room for -----------------------------------------------------------------------------------------

WHOLE = ["Works glutes, quads, calves", "Also abs, lower back"]


def test_a_wide_column_has_all_names_on_two_rows_in_the_largest_size():
    best = forms(200)[0]
    assert said(best) == [[WHOLE[0]], [WHOLE[1]]]
    assert (best.size, best.complete) == (9.6, True)


def test_one_row_holds_both_parts_where_two_would_be_too_high():
    one = next(form for form in forms(200) if len(form.rows) == 1)
    assert said(one) == [WHOLE]
    assert one.complete
    assert one.height(CAP) < forms(200)[0].height(CAP)


@pytest.mark.parametrize("made", [card(works=NAMED.works), card(also=NAMED.also)], ids=["works", "also"])
def test_a_single_part_stands_on_one_row(made):
    assert {len(form.rows) for form in forms(200, made)} == {1}


def test_a_narrower_column_has_smaller_type_before_any_name_goes():
    width = forms(200)[0].width
    found = next(iter(legends(NAMED, width * 0.95, SIZES, KIT, swatches=True)))
    assert (found.size, found.complete) == (9.0, True)


@pytest.mark.parametrize("column", [6, 20, 27, 34, 42, 55, 80, 120])
def test_no_form_is_wider_than_its_column_and_the_best_come_first(column):
    found = forms(column)
    assert all(form.width <= mm(column) for form in found)
    counts = [sum(row_said.count(",") + 1 for row in said(form) for row_said in row) for form in found]
    assert counts == sorted(counts, reverse=True)
    assert [form.complete for form in found] == [count == 5 for count in counts]


def test_names_fall_off_the_end_those_that_help_first():
    shown = []
    for form in forms(200):
        text = " ".join(part for row in said(form) for part in row)
        if text not in shown:
            shown.append(text)
    assert shown == [
        "Works glutes, quads, calves Also abs, lower back",
        "Works glutes, quads, calves Also abs",
        "Works glutes, quads, calves",
        "Works glutes, quads",
        "Works glutes",
    ]


def test_a_column_too_narrow_for_one_name_has_no_legend():
    assert forms(6) == []
    assert forms(200, card()) == []


def test_without_swatches_there_is_room_for_more():
    assert forms(200, swatches=False)[0].width < forms(200)[0].width


# --- where it stands ------------------------------------------------------------------------------------------------


def test_rows_stand_under_one_another_each_behind_its_swatch():
    legend = forms(200)[0]
    items = placed(legend)
    squares = [rect_of(item) for item in items if item.mark.role is Role.DECORATION]
    starts = [item for item in items if item.mark == MARK and item.text in ("Works ", "Also ")]
    assert [square.x for square in squares] == [20, 20]
    assert [square.width for square in squares] == pytest.approx([0.98 * 9.6] * 2)
    assert [item.x for item in starts] == pytest.approx([20 + (0.98 + 0.75) * 9.6] * 2)
    assert [item.y for item in starts] == pytest.approx([30 + CAP * 9.6, 30 + (CAP + 2.15) * 9.6])
    for square, item in zip(squares, starts, strict=True):
        assert square.y + square.height / 2 == pytest.approx(item.y - CAP * 9.6 / 2)


def test_a_legend_is_as_wide_and_as_high_as_it_says():
    for legend in (forms(200)[0], next(form for form in forms(200) if len(form.rows) == 1)):
        items = [item for item in placed(legend) if item.mark == MARK]
        assert max(item.x + item.width for item in items) - 20 == pytest.approx(legend.width)
        assert max(item.y for item in items) - 30 == pytest.approx(legend.height(CAP))


def test_words_are_bold_and_names_plain():
    items = [item for item in placed(forms(200)[0]) if item.mark == MARK]
    faces = {item.text: {run.face for run in item.runs} for item in items}
    assert faces["Works "] == faces["Also "] == {Style.LEAD_IN.value}
    assert faces["glutes, quads, calves "] == faces["abs, lower back "] == {Style.TEXT.value}
    assert [item.color for item in items] == [PETROL.paper, PETROL.on_band] * 2
    for word, names in zip(items[::2], items[1::2], strict=True):
        assert names.x > word.x + word.width


def test_swatches_have_the_colours_of_the_map():
    fills = [item.fill for item in placed(forms(200)[0]) if item.mark.role is Role.DECORATION]
    assert fills == [PETROL.accent, PETROL.helping]


def test_in_one_ink_the_swatch_of_what_helps_is_hatched_as_the_map_is():
    solid, strokes, edge = [item for item in placed(forms(200)[0], ONE_INK) if item.mark.role is Role.DECORATION]
    assert solid.fill == PETROL.ink
    assert (edge.fill, edge.stroke, to_mm(edge.stroke_width)) == (None, PETROL.ink, pytest.approx(0.15))
    rows = sorted(sum(at) / 2**0.5 for op, at in strokes.segments if op is Op.MOVE)
    assert [after - before for before, after in pairwise(rows)] == pytest.approx([mm(0.45)] * (len(rows) - 1))
    assert len(rows) > 5
    assert rect_of(edge).contains(rect_of(strokes))
    assert strokes.stroke == PETROL.ink != Color(1, 1, 1)


# --- on a card ------------------------------------------------------------------------------------------------------
