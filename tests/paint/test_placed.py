"""Pages on a page: painted where they stand, each read by itself in its turn, with links and anchors that moved with it."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from PIL import ImageChops

from cardgen.display import LinkArea, Mark, Page, PlacedPage, Role
from cardgen.paint import paint_pdf
from cardgen.paint.svg import paint_svg
from cardgen.paint.trace import trace
from cardgen.pipeline.rendition import Document, Format, Rendition, paint_document
from cardgen.values.bookmark import Bookmark
from cardgen.values.geometry import Rect, mm
from tests.builders import card, page_of, safety, tips, type_case, works
from tests.paint.opened import opened, picture_of
from tests.paint.tagged import failures, read_tags

FONTS = type_case().fonts
SVG = "{http://www.w3.org/2000/svg}"
WIDE, HIGH = mm(297), mm(210)


def made(title, anchor, target="", **changes):
    """A card on A6, the whole of which leads to another where one is named."""
    page = page_of(card(title=title, works=works("glutes"), boxes=(tips("Look ahead."), safety("Stop."))), "a6")
    order = max(item.mark.order for item in page.items if item.mark.role is Role.TITLE)
    mark = Mark(role=Role.TITLE, order=order, target=target, alternative=f"to {target}")
    area = (LinkArea(rect=Rect(x=10.0, y=20.0, width=30.0, height=40.0), mark=mark),) if target else ()
    return replace(page, items=(*page.items, *area), anchor=anchor, title=title, **changes)


def sheet_of(*placed, **changes):
    return Page(width=WIDE, height=HIGH, items=(), placed=tuple(placed), **changes)


def two(scale=1.0):
    first, second = made("Anchor Lift", "one", "two"), made("Bow Hold", "two", language="de")
    return sheet_of(
        PlacedPage(page=first, x=mm(10), y=mm(20), scale=scale),
        PlacedPage(page=second, x=mm(150), y=mm(30), scale=scale),
    )


def painted(*pages, **options):
    return paint_pdf(pages, title="Two up", language="en", fonts=FONTS, **options)


@pytest.mark.parametrize("scale", [1.0, 0.7071])
def test_a_sheet_of_two_pages_passes_and_each_is_read_whole_in_its_turn(scale):
    data = painted(two(scale), bookmarks=(Bookmark(title="Bow Hold", anchor="two"),))
    assert failures(data) == {}
    one, other = (read_tags(painted(it.page)) for it in replace_targets(two()).placed)
    tree = read_tags(data)
    first, second = (kid for kid in tree.kids if kid.name == "Sect")
    assert (first.text, second.text) == (one.text, other.text)
    assert tree.all("H1")[0].text.strip() == "Anchor Lift"
    assert second.all("H2")[0].text.strip() == "Bow Hold"
    assert (first.language, second.language) == ("", "de")


def replace_targets(sheet):
    """The same pages without the link to one another, so that each can stand alone."""
    bare = [
        replace(it, page=replace(it.page, items=tuple(i for i in it.page.items if not i.mark.target)))
        for it in sheet.placed
    ]
    return replace(sheet, placed=tuple(bare))


def test_own_items_of_the_sheet_are_read_before_the_pages_on_it():
    head = replace(made("Whole Sheet", "sheet"), width=WIDE, height=HIGH)
    sheet = replace(head, placed=(PlacedPage(page=made("Cleat", "on it"), x=mm(180), y=mm(5), scale=0.5),))
    tree = read_tags(painted(sheet))
    assert [it.all("H1", "H2")[0].text.strip() for it in tree.kids] == ["Whole Sheet", "Cleat"]


def test_what_is_placed_is_painted_where_it_stands_and_as_large():
    sheet = two(0.5)
    whole = picture_of(painted(sheet), scale=4.0)
    for it in replace_targets(sheet).placed:
        alone = picture_of(painted(it.page), scale=2.0)
        left, top = round(it.x * 4), round(it.y * 4)
        part = whole.crop((left, top, left + alone.width, top + alone.height))
        apart = ImageChops.difference(part, alone).convert("L").histogram()
        assert sum(apart[96:]) < 0.02 * alone.width * alone.height, "but for the edges of letters"
        assert sum(alone.convert("L").histogram()[:128]) > 0.02 * alone.width * alone.height, "and it is not blank"


def test_links_and_anchors_move_with_their_page():
    sheet = two(0.5)
    pdf = opened(painted(sheet, bookmarks=(Bookmark(title="Bow Hold", anchor="two"),)))
    first, second = sheet.placed
    (link,) = [it for it in pdf.pages[0].Annots if "/D" in it.A]
    rect = (first.x + 5, HIGH - first.y - 30, first.x + 20, HIGH - first.y - 10)
    assert [float(edge) for edge in link.Rect] == pytest.approx(rect, abs=0.001)
    for destination in (link.A.D, pdf.Root.Outlines.First.Dest):
        assert destination[0].objgen == pdf.pages[0].objgen
        assert [float(it) for it in (destination[2], destination[3])] == pytest.approx(
            (second.x, HIGH - second.y), abs=0.001
        )


def test_pages_may_be_placed_on_a_page_that_is_placed():
    inner = Page(
        width=mm(120),
        height=mm(160),
        items=(),
        placed=(PlacedPage(page=made("Ebb", "ebb", "ebb"), x=20.0, y=30.0, scale=0.5),),
    )
    pdf = opened(painted(sheet_of(PlacedPage(page=inner, x=100.0, y=50.0, scale=0.5))))
    (link,) = [it for it in pdf.pages[0].Annots if "/D" in it.A]
    x, y = 100 + 20 * 0.5, 50 + 30 * 0.5
    rect = (x + 2.5, HIGH - y - 15, x + 10, HIGH - y - 5)
    assert [float(edge) for edge in link.Rect] == pytest.approx(rect, abs=0.001)


def test_a_colour_that_a_placed_page_has_set_does_not_stay_for_the_next():
    """What is set within `q` and `Q` is forgotten behind them: both streams set their first colour themselves."""
    pdf = opened(painted(two()))
    stream = pdf.pages[0].Contents.read_bytes().decode("ascii")
    parts = [part for part in stream.split("q 1 0 0 1 ") if part]
    assert len(parts) == 2
    firsts = [next(line for line in part.splitlines() if line.endswith((" rg", " g"))) for part in parts]
    assert firsts[0] == firsts[1]


def test_in_svg_a_placed_page_is_a_group_with_its_name_and_language():
    sheet = two(0.5)
    tree = ET.fromstring(paint_svg(sheet, FONTS))  # noqa: S314 - our own
    groups = [it for it in tree.iter(f"{SVG}g") if it.get("role") == "group"]
    assert [(it.get("id"), it.get("aria-label"), it.get("lang")) for it in groups] == [
        ("one", "Anchor Lift", "en"),
        ("two", "Bow Hold", "de"),
    ]
    x, y = (f"{value:.3f}".rstrip("0").rstrip(".") for value in (sheet.placed[0].x, sheet.placed[0].y))
    assert groups[0].get("transform") == f"translate({x} {y}) scale(0.5)"
    assert "Bow Hold" in "".join(groups[1].itertext())


def test_links_between_svg_files_lead_to_the_page_on_its_sheet(tmp_path):
    one, other = two().placed
    document = Document(pages=(sheet_of(one), sheet_of(other)), title="Two up", language="en")
    files = dict(paint_document(document, tmp_path / "up.svg", Rendition(format=Format.SVG)))
    assert b'href="up-02.svg#two"' in files[tmp_path / "up-01.svg"]


def test_the_trace_tells_what_is_placed_and_where():
    told = trace(two(0.5))
    assert "placed at 28.35 56.69  scale 0.5\npage 297.64 x 419.53" in told
    assert told.count("Anchor") == trace(two().placed[0].page).count("Anchor")
