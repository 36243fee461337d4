"""Sets and repetitions that a program leaves out: boxes for the pen, on the page of the day and on the card."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from cardgen.display import Mark, Path, Role, Text
from cardgen.layout.cards.compactstrip import Beside, compact_strip
from cardgen.layout.cards.strip import strip
from cardgen.layout.ground.blanks import BOX_MM, OpenFigures, fit_open, set_open
from cardgen.layout.ground.box import place
from cardgen.layout.ground.phrase import Phrase, Room, Type
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.day import place_day
from cardgen.layout.program.model import Block, DayGroup, DayRow, Name, Part
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, to_mm
from cardgen.values.prescription import Prescription, StripRow
from tests.layout.program import made
from tests.layout.program.checks import check, check_boxes, texts
from tests.layout.reading import rect_of

WORKS = ("__ × __", "__ × 8–12", "3 × __", "__ × AMRAP", "__")
KIT = made.leaf().kit
TYPE = Type(style=Style.HEADING, color=KIT.theme.heading)


def day_of(*works, **changes):
    rows = [
        DayRow(order=str(at), name=Name(text=f"Move {at}"), work=work, page=8, **{"load": "", **changes})
        for at, work in enumerate(works, 1)
    ]
    groups = tuple(DayGroup(rows=(row,)) for row in rows)
    block = Block(heading="Main work", part=Part.MAIN, minutes="20 min", groups=groups)
    return replace(made.DAY, blocks=(block,), remarks=())


def squares(items, kit):
    """Boxes that are as wide as high."""
    found = [rect_of(it) for it in items if isinstance(it, Path) and it.stroke == kit.theme.outline]
    weight = 0.3 * kit.measures.unit
    return [it.inset(-weight / 2, -weight / 2) for it in found if abs(it.width - it.height) < 0.01]


@made.each_place
@pytest.mark.parametrize("ink", Ink)
def test_every_blank_of_a_day_is_a_box_on_every_sheet(size, use, ink):
    to = made.leaf(size, use=use, ink=ink)
    found = 0
    for page in place_day(day_of(*WORKS, side="each side"), 5, to):
        check(page, to)
        found += len(check_boxes(page, to))
        assert not any("__" in it.text for it in texts(page))
    assert found == "".join(WORKS).count("__")


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("load", ["", "20 kg", None])
@pytest.mark.parametrize("size", ["a5", "a4", "letter"])
def test_every_blank_of_a_strip_is_a_box_within_it(size, load, work):
    kit = made.leaf(size).kit
    rows = (StripRow(day="Mon", work=work, load=load, side="each", page=5), StripRow(day="Tue", work="3 × 8", page=6))
    check_strip(strip(Prescription(rows=rows), kit), work, kit)


@pytest.mark.parametrize("load", ["", None])
@pytest.mark.parametrize("work", WORKS)
def test_every_blank_of_a_compact_strip_is_a_box_within_it(work, load):
    kit = made.leaf("a6").kit
    row = StripRow(day="Mon", work=work, load=load, rest="90 s", side="each", page=5)
    check_strip(compact_strip(Prescription(rows=(row,)), 100.0, Beside(until=0.0, x=0.0), kit), work, kit)


def check_strip(strip, work, kit):
    items = place(strip, 0.0, 100.0, count(1))
    found = squares(items, kit)
    assert len(found) == work.count("__")
    assert not any("__" in it.text for it in items if isinstance(it, Text))
    for box in found:
        assert to_mm(box.height) >= BOX_MM - 0.01
        assert box.y >= 100.0
        assert box.bottom <= 100.0 + strip.height
        for it in items:
            if isinstance(it, Text):
                rect = Rect(x=it.x, y=it.y - it.size * 0.7, width=it.width, height=it.size * 0.7)
                assert not box.overlaps(rect), it.text


def test_words_without_a_blank_are_a_phrase():
    assert isinstance(set_open("3 × 8–12", TYPE, 12.0, KIT), Phrase)


def test_letters_give_way_before_boxes_and_without_room_for_them_blanks_are_lines():
    wide = set_open("__ × 8–12", TYPE, 15.0, KIT).width
    tight = fit_open("__ × 8–12", TYPE, 15.0, Room(width=wide - 4, least=9.0), KIT)
    assert isinstance(tight, OpenFigures)
    assert tight.width <= wide - 4
    assert isinstance(fit_open("__ × 8–12", TYPE, 15.0, Room(width=30.0, least=9.0), KIT), Phrase)


def test_figures_and_boxes_stand_side_by_side_in_their_order():
    placed = set_open("3 × __ each side", TYPE, 12.0, KIT).within(
        Slot(50.0, 20.0, 200.0), Mark(role=Role.CELL, order=1)
    )
    three, box, side = placed
    assert (three.text.strip(), side.text.strip()) == ("3 ×", "each side")
    assert three.x + three.width < rect_of(box).x
    assert rect_of(box).right < side.x
