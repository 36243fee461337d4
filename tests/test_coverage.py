"""Ink: pages whose coverage is known, and what low ink saves of it."""

from __future__ import annotations

from itertools import cycle, product

import pytest

from cardgen.display import Color, Op, Page, Path
from cardgen.paint import paint_pdf
from cardgen.paint.coverage import coverage
from cardgen.pipeline import stages
from cardgen.pipeline.settings import CardSettings
from cardgen.theme import THEMES, Ink
from cardgen.values import resources
from cardgen.values.errors import UsageError
from cardgen.values.stock import parse_sheet
from tests.builders import type_case
from tests.quick import mostly_slow

STEMS = sorted(path.stem for path in resources.content_folder().glob("*.md"))
WORDIEST = [("gobletsquat_kettlebell", theme) for theme in THEMES]
SHARED_OUT = sorted(
    {
        *zip(STEMS, cycle(THEMES), strict=False),
        *product(("gobletsquat_kettlebell", "romaniandeadlift_dumbbell"), THEMES),
    }
)
"""Guides are shared out among the themes, for each takes a while; what a guide saves differs little from one to the next."""
SAVED = {"graphite": 0.63}
"""At least so much less ink, and 0.7 in the other themes: the band of this one is nearly black alone, the cheapest there is."""


def rectangle(color, width, height, x=0.0):
    return Path(segments=((Op.RECT, (x, 0.0, width, height)),), fill=color)


def painted(*pages):
    pages = tuple(Page(width=200, height=100, items=items, title="Known") for items in pages)
    return paint_pdf(pages, title="Known", language="en", fonts=type_case().fonts)


def test_white_paper_takes_no_ink():
    assert coverage(painted(())) == 0.0


def test_half_a_page_in_black_is_fifty_percent():
    black = Color.from_hex("#000000")
    assert coverage(painted((rectangle(black, 100, 100),))) == pytest.approx(50.0, abs=0.2)


@pytest.mark.parametrize(
    ("color", "percent"),
    [
        ("#00ffff", 100),
        ("#ff00ff", 100),
        ("#ffff00", 100),
        ("#ff0000", 200),
        ("#00ff00", 200),
        ("#0000ff", 200),
        ("#000000", 100),
        ("#ffffff", 0),
        ("#800000", 250),
        ("#808080", 50),
    ],
)
def test_a_page_in_one_colour_takes_its_inks(color, percent):
    """Red is magenta and yellow; the dark one has black besides; grey is black alone."""
    assert coverage(painted((rectangle(Color.from_hex(color), 200, 100),))) == pytest.approx(percent, abs=0.5)


def test_of_several_pages_it_is_the_mean():
    black = Color.from_hex("#000000")
    assert coverage(painted((rectangle(black, 200, 100),), ())) == pytest.approx(50.0, abs=0.2)


def test_hairlines_are_not_counted_thicker_than_they_are():
    black = Color.from_hex("#000000")
    lines = tuple(
        Path(segments=((Op.MOVE, (x, 0.0)), (Op.LINE, (x, 100.0))), stroke=black, stroke_width=0.4)
        for x in range(4, 200, 4)
    )
    assert coverage(painted(lines)) == pytest.approx(100 * 0.4 * len(lines) / 200, rel=0.05)


def test_a_large_page_is_drawn_smaller_and_comes_to_the_same():
    black = Color.from_hex("#000000")
    page = Page(width=3000, height=3000, items=(rectangle(black, 1500, 3000),), title="Known")
    data = paint_pdf((page,), title="Known", language="en", fonts=type_case().fonts)
    assert coverage(data) == pytest.approx(50.0, abs=0.2)


def test_without_the_library_it_cannot_be_measured(monkeypatch):
    monkeypatch.setattr("cardgen.paint.preview.find_spec", lambda name: None)
    with pytest.raises(UsageError, match="pypdfium2"):
        coverage(b"")


@pytest.mark.parametrize(("stem", "theme"), mostly_slow(SHARED_OUT, every=13, quick=WORDIEST))
def test_low_ink_takes_at_least_70_percent_less_for_every_guide_on_a5(stem, theme):
    guide = stages.load_guide(resources.content_folder() / f"{stem}.md")
    full, low = (
        coverage(stages.render_card(guide, CardSettings(sheet=parse_sheet("a5"), theme=THEMES[theme].inked(ink))).pdf)
        for ink in (Ink.FULL, Ink.LOW)
    )
    assert low <= (1 - SAVED.get(theme, 0.7)) * full


def test_one_ink_takes_less_than_full():
    guide = stages.load_guide(resources.content_folder() / "plank_bodyweight.md")
    theme = THEMES["petrol"]
    full, mono = (
        coverage(stages.render_card(guide, CardSettings(sheet=parse_sheet("a5"), theme=theme.inked(ink))).pdf)
        for ink in (Ink.FULL, Ink.MONO)
    )
    assert mono < full
