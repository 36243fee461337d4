"""A few tiny pages as pictures: shapes and letters look as they should. `pytest --update-golden` paints them anew."""

from pathlib import Path as File

import pytest
from PIL import Image, ImageChops

from cardgen.display import Color, Mark, Op, Page, Path, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.ground.shapes import bullet, cross, disc, panel, rectangle, rule, tick, tile, warning, waves
from cardgen.layout.ground.text import Setting, Slot, place_line, set_inline, set_text
from cardgen.paint import paint_pdf
from cardgen.theme import PETROL
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect
from tests.builders import type_case
from tests.paint.opened import picture_of

FOLDER = File(__file__).parent / "reference"
FAINT = 48
"""Levels of 255 by which smoothed edges may differ between releases of pdfium."""
SHARE = 0.002
"""The part of the pixels that may differ by more."""


def shapes():
    icon = {"y": 30.0, "width": 12.0, "height": 12.0}
    return (
        rectangle(Rect(x=0, y=0, width=80, height=8), PETROL.band),
        tile(Rect(x=58, y=4, width=18, height=18), 3, PETROL.paper),
        rectangle(Rect(x=62, y=8, width=10, height=10), PETROL.code),
        disc(4, 11, 15, PETROL.accent),
        panel(Rect(x=24, y=11, width=28, height=15), 4, PETROL.tips.ground),
        rectangle(Rect(x=24, y=11, width=2, height=15), PETROL.tips.sign),
        *tick(Rect(x=4, **icon), PETROL.tips.sign),
        *cross(Rect(x=22, **icon), PETROL.mistakes.sign),
        *warning(Rect(x=40, **icon), PETROL.safety.sign, PETROL.safety.ground),
        Path(
            segments=((Op.MOVE, (60, 42)), (Op.LINE, (66, 30)), (Op.LINE, (72, 42)), (Op.CLOSE, ())),
            stroke=Color(0, 0, 0),
            stroke_width=1,
        ),
        *waves(Rect(x=20, y=43, width=8, height=6), PETROL.breathing.sign),
        *bullet(Rect(x=40, y=42, width=8, height=8), PETROL.breathing.sign),
        rule(Slot(4, 46, 12), 0.7, PETROL.muted),
    )


def letters():
    case = type_case()
    mark = Mark(role=Role.STEP, order=1)
    big = Setting(size=20, cap=case.cap_height(Style.DISPLAY), color=PETROL.band)
    small = Setting(size=9, cap=case.cap_height(Style.TEXT), color=PETROL.ink)
    spaced = Setting(size=9, cap=case.cap_height(Style.EYEBROW), color=PETROL.mistakes.sign, tracking=0.2)
    inline = (Span(text="Grip", emphasis=Emphasis.STRONG), Span(text=": Ty’s 10-20"))
    return (
        *place_line(set_text("AVgj ÄTo", case, Style.DISPLAY, language="en"), big, Slot(4, 6), mark),
        *place_line(set_inline(inline, case, language="en"), small, Slot(4, 27), mark),
        *place_line(set_text("WATCH", case, Style.EYEBROW, language="en"), spaced, Slot(4, 39), mark),
    )


@pytest.mark.parametrize("make", [shapes, letters], ids=["shapes", "letters"])
def test_a_page_looks_as_it_should(make, update_golden):
    page = Page(width=80, height=50, items=make())
    found = picture_of(paint_pdf((page,), title="", language="en", fonts=type_case().fonts), scale=3)
    path = FOLDER / f"{make.__name__}.png"
    if update_golden:
        found.save(path, optimize=True)
    with Image.open(path) as stored:
        expected = stored.convert("RGB")
    assert found.size == expected.size
    difference = ImageChops.difference(found, expected).convert("L")
    apart = sum(difference.histogram()[FAINT:])
    assert apart <= SHARE * found.width * found.height
    assert found.getextrema() != ((255, 255),) * 3
