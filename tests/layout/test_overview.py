"""Contact sheets: no hole, nothing over the edge, captions that say which card it is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import Page, Path, Role, Text
from cardgen.layout.forms.overview import (
    LEAST_WIDTH,
    MARGIN,
    NAME_LINES,
    Thumbnail,
    choose_grid,
    most_columns,
    place_overview,
)
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.layout.ground.shapes import rectangle
from cardgen.paint import paint_pdf
from cardgen.paint.trace import bounds
from cardgen.theme import PETROL
from cardgen.values.geometry import Rect, mm
from cardgen.values.stock import parse_sheet
from cardgen.words import english
from tests.builders import page_of, type_case
from tests.paint.tagged import failures, read_tags
from tests.quick import examples


def page(size="a4"):
    """A card of a band alone: what is in it does not matter to the grid."""
    sheet = parse_sheet(size)
    band = rectangle(Rect(x=0, y=0, width=sheet.width, height=90), PETROL.band)
    return Page(width=sheet.width, height=sheet.height, items=(band,))


def thumbnails(number, size="a4", title="Long Hinge {}", stem="longhinge_{}"):
    made = page(size)
    return [Thumbnail(page=made, title=title.format(at), stem=stem.format(at)) for at in range(number)]


def kit(sheet="a4"):
    return Kit(measures=measures_for(parse_sheet(sheet)), theme=PETROL, words=english(), case=type_case())


def overview(cards, sheet="a4", title="legs", columns=0):
    return place_overview(cards, title, kit(sheet), columns=columns)


def boxes(made):
    """The edge of each thumbnail, in order."""
    return [
        Rect(x=left, y=top, width=right - left, height=bottom - top)
        for item in made.items
        if isinstance(item, Path) and item.mark.role is Role.THUMBNAIL and item.stroke
        for left, top, right, bottom in [bounds(item)]
    ]


def lines(made, role):
    return [item.text.strip() for item in made.items if isinstance(item, Text) and item.mark.role is role]


@pytest.mark.parametrize(
    ("cards", "sheet", "size", "expected"),
    [
        (300, "a4", "a4", (4, 4)),
        (300, "letter", "letter", (4, 4)),
        (300, "a4", "297x210mm", (3, 5)),
        (300, "297x210mm", "a4", (6, 2)),
        (300, "a3", "a4", (6, 6)),
        (300, "a4", "a6", (4, 4)),
        (1, "a4", "a4", (2, 1)),
        (4, "a4", "a4", (2, 2)),
        (6, "a4", "a4", (3, 2)),
        (13, "a4", "a4", (4, 4)),
    ],
)
def test_cards_can_be_told_apart_and_a_few_are_larger(cards, sheet, size, expected):
    grid = choose_grid(thumbnails(cards, size), kit(sheet))
    assert (grid.columns, grid.rows) == expected


def test_every_card_stands_once_and_only_the_last_page_ends_early():
    made = overview(thumbnails(35))
    assert [len(boxes(page)) for page in made] == [12, 12, 11]
    shown = [name for page in made for name in lines(page, Role.CAPTION)]
    assert shown[::2] == [f"Long Hinge {at}" for at in range(35)]
    assert shown[1::2] == [f"longhinge_{at}" for at in range(35)]
    assert lines(made[1], Role.FOLIO) == ["legs", "35 cards", "Page 2 of 3"]
    assert (lines(made[0], Role.PAGE_HEADING), lines(made[0], Role.INTRODUCTION)) == (["legs"], ["35 cards"])


def test_cards_are_set_closer_where_that_saves_a_page():
    assert [len(boxes(page)) for page in overview(thumbnails(29))] == [16, 13]
    wide, close = (boxes(overview(thumbnails(number))[0])[0] for number in (35, 29))
    assert 0.84 <= close.width / wide.width < 1


def test_a_single_page_has_no_number_and_one_card_is_no_plural():
    (made,) = overview(thumbnails(1))
    assert lines(made, Role.FOLIO) == []
    assert lines(made, Role.INTRODUCTION) == ["1 card"]


def test_the_columns_asked_for_stand_from_margin_to_margin():
    for columns in (2, 3, 5, 9):
        first = boxes(overview(thumbnails(40), columns=columns)[0])[:columns]
        assert first[0].x == pytest.approx(MARGIN)
        assert first[-1].right == pytest.approx(mm(210) - MARGIN)
        assert len({round(box.y, 3) for box in first}) == 1


@settings(max_examples=examples(60))
@given(
    st.integers(1, 40),
    st.sampled_from(["a4", "a5", "a6", "letter", "a3", "70x300mm", "300x70mm", "180x180mm"]),
    st.sampled_from(["a5", "a6", "297x210mm"]),
    st.integers(0, 12),
    st.sampled_from(["Plank", "Single Leg Romanian Deadlift With a Band and a Pause at the Bottom", "Donaudampfschiff" * 9]),
)  # fmt: skip
def test_nothing_overlaps_or_leaves_the_sheet(number, sheet, size, columns, title):
    columns = min(columns, most_columns(parse_sheet(sheet).width))
    pages = overview(thumbnails(number, size, title=title), sheet, columns=columns)
    assert sum(len(boxes(made)) for made in pages) == number
    for made in pages:
        safe = Rect(x=0, y=0, width=made.width, height=made.height).inset(MARGIN, MARGIN)
        placed = boxes(made)
        assert all(safe.contains(box) for box in placed)
        assert not any(one.overlaps(other) for at, one in enumerate(placed) for other in placed[:at])
        for item in made.items:
            if isinstance(item, Text) and item.mark.role is not Role.THUMBNAIL:
                ink = Rect(x=item.x, y=item.y - 0.7 * item.size, width=item.width, height=1)
                assert safe.contains(ink, tolerance=1.0)
                assert not any(ink.overlaps(box) for box in placed)


def test_a_long_title_is_cut_after_two_lines_and_a_long_file_name_after_one():
    (made,) = overview(thumbnails(1, title="Hinge and row with a long pause " * 9, stem="hingeandrow" * 20), columns=4)
    captions = [item for item in made.items if isinstance(item, Text) and item.mark.role is Role.CAPTION]
    assert len(captions) == NAME_LINES + 1
    assert [item.text.strip()[-1] for item in captions[1:]] == ["…", "…"]
    (made,) = overview(thumbnails(1), title="A folder with a name that is far too long for any sheet of paper " * 3)
    assert lines(made, Role.PAGE_HEADING)[0].endswith("…")


def test_a_file_name_that_no_font_has_is_shown_as_far_as_it_can_be():
    (made,) = overview(thumbnails(1, stem="力row\udcff"), title="力\x07 legs")
    assert lines(made, Role.CAPTION)[1] == "?row?"
    assert lines(made, Role.PAGE_HEADING) == ["?? legs"]


def test_columns_that_leave_nothing_to_see_are_known():
    assert most_columns(mm(210)) == 10
    assert most_columns(mm(70)) == 3
    for width in (mm(70), mm(210), mm(1000)):
        columns = most_columns(width)
        assert (width - 2 * MARGIN - (columns - 1) * mm(6)) / columns >= LEAST_WIDTH


@pytest.mark.parametrize(("sheet", "number"), [("a4", 2), ("letter", 20)])
def test_a_sheet_passes_and_each_card_is_one_picture_with_its_title(sheet, number):
    cards = [replace(it, page=page_of(size="a5")) for it in thumbnails(number)]
    cards.append(Thumbnail(page=page("a6"), title="Übung", stem="uebung", language="de"))
    data = paint_pdf(overview(cards, sheet), title="legs", language="en", fonts=type_case().fonts)
    assert failures(data) == {}
    tree = read_tags(data)
    figures = tree.all("Figure")
    assert [it.alternative for it in figures] == [*(f"Long Hinge {at}" for at in range(number)), "Übung"]
    assert [it.language for it in figures] == [*[""] * number, "de"]
    assert tree.all("Link") == []
    assert [it.text for it in tree.all("H1")] == ["legs "]
