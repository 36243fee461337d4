"""A card as SVG: the same words, letters and colours as on paper, read by an XML parser and, where there is one, a browser."""

import base64
import ctypes
import io
import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ET
import zlib
from dataclasses import replace

import pypdfium2
import pytest
import uharfbuzz as hb
from PIL import Image, ImageChops

from cardgen.compose import Brand
from cardgen.display import WHOLE, Color, Drawing, LinkArea, Mark, Negative, Op, Page, Path, Role, Stamp, Text
from cardgen.display import Image as Picture
from cardgen.guide.model import Span
from cardgen.layout.cards.fit import fit_card
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import Setting, Slot, place_line, set_verbatim
from cardgen.paint import paint_pdf
from cardgen.paint.preview import draw_pages
from cardgen.paint.svg import paint_svg
from cardgen.paint.webfont import _woff
from cardgen.pictures import develop_photo, load_picture
from cardgen.theme import PETROL
from cardgen.theme.builtin import THEMES
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect
from cardgen.values.stock import parse_sheet
from tests.builders import card, entry, full_card, inline, mistakes, page_of, safety, step, tips, type_case, works
from tests.drawn import noise

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
FONTS = type_case().fonts
BLACK = Color(0, 0, 0)
STRANGE = r"""A & B < C > "d" 'e' ]]> \ €"""


def painted(page, **options):
    return paint_svg(page, FONTS, **options)


def tree_of(page, **options):
    return ET.fromstring(painted(page, **options))  # noqa: S314 - our own


def spaced(text):
    return " ".join(text.split())


def words_of(tree):
    return spaced(" ".join("".join(text.itertext()) for text in tree.iter(f"{SVG}text")))


def line(text, style=Style.TEXT, *, order=1, tracking=0.0, size=10.0, **mark):
    setting = Setting(size=size, cap=FONTS.face(style).cap_height, color=BLACK, tracking=tracking)
    prepared = set_verbatim(text, type_case(), style)
    return place_line(prepared, setting, Slot(7, 20), Mark(role=Role.STEP, order=order, **mark))


def page(*items, **fields):
    return Page(**{"width": 300.0, "height": 200.0, "items": items, "title": "Made up", **fields})


def by_line(found):
    """Letters of one kind down the page: lines lie farther apart than a place may be off."""
    letter, x, y = found
    return letter, round(y), x


def letters_of(tree):
    """Every letter with its place, blanks left out; words that the browser shapes have a place for their first."""
    for span in tree.iter(f"{SVG}tspan"):
        places = [float(place) for place in span.get("x").split()]
        for letter, place in zip(span.text, places, strict=False):
            if letter != " ":
                yield letter, place, float(span.get("y"))


# --- the words ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a5", "a4", "a6", "210x148mm"])
def test_the_words_of_a_card_stand_in_the_order_in_which_they_are_read(size):
    made = page_of(card(works=works("glutes", "lats"), footnotes=("Ask first.",)), size)
    read = sorted((item for item in made.items if isinstance(item, Text)), key=lambda item: item.mark.order)
    tree = tree_of(made)
    assert words_of(tree).replace(" ", "") == "".join(item.text for item in read).replace(" ", "")
    hidden = {text for group in tree.iter(f"{SVG}g") if group.get("aria-hidden") for text in group.iter(f"{SVG}text")}
    told = [spaced("".join(text.itertext())) for text in tree.iter(f"{SVG}text") if text not in hidden]
    assert told[:2] == ["Long Hinge", "SANDBAG · BEGINNER"]
    assert ["HIPS"] * len(hidden) == [spaced("".join(text.itertext())) for text in hidden], "the word of the tab"


def test_a_full_card_is_read_whole():
    made = page_of(full_card(), "a4")
    assert "Overview A calm hinge for the hips. Setup 1 Stand behind the bag." in words_of(tree_of(made))


def test_a_paragraph_is_one_element_though_it_has_many_lines():
    long = "Set both feet flat under the hips and let the arms hang while the neck stays long. " * 3
    texts = [spaced("".join(text.itertext())) for text in tree_of(page_of(card(lead=inline(long)))).iter(f"{SVG}text")]
    assert spaced(long) in texts


def test_headings_say_so_and_how_deep_they_are():
    tree = tree_of(page_of())
    heads = [
        (spaced("".join(it.itertext())), it.get("aria-level")) for it in tree.iter() if it.get("role") == "heading"
    ]
    assert heads == [("Long Hinge", "1"), ("Tips", "2"), ("Common mistakes", "2")]


def test_title_description_language_and_size_are_told():
    tree = tree_of(page_of(card(language="de", title=STRANGE[:9])))
    assert (tree.find(f"{SVG}title").text, tree.get("lang"), tree.get(LANGUAGE)) == ("A & B < C", "de", "de")
    assert tree.find(f"{SVG}desc").text.startswith("A calm hinge that teaches")
    assert (tree.get("width"), tree.get("height"), tree.get("viewBox")) == ("148mm", "210mm", "0 0 419.528 595.276")


def test_words_of_another_language_say_so():
    (text,) = tree_of(page(*line("Übung", language="de"))).iter(f"{SVG}text")
    assert (text.get("lang"), text.get(LANGUAGE)) == ("de", "de")


def test_whatever_stands_in_a_text_is_text():
    made = page_of(card(title=STRANGE, lead=inline(f"{STRANGE} <script>alert(1)</script> &amp;")))
    tree = tree_of(replace(made, title=f"{STRANGE}\x00\x1b\udcff\ufffe"))
    assert "<script>alert(1)</script> &amp;" in words_of(tree)
    assert tree.find(f"{SVG}title").text == STRANGE + "\N{REPLACEMENT CHARACTER}" * 4
    assert {it.tag.removeprefix(SVG) for it in tree.iter()} <= {
        "svg", "title", "desc", "style", "rect", "g", "text", "tspan", "path", "a",
    }  # fmt: skip


# --- where the letters stand ----------------------------------------------------------------------------------------


def origins_of(pdf):
    """Every letter that pdfium finds on the first page, with its place from the top left."""
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[0]
    text, height = sheet.get_textpage(), sheet.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(text, at))
        if letter.strip():
            pypdfium2.raw.FPDFText_GetCharOrigin(text, at, x, y)
            yield letter, x.value, height - y.value
    text.close()
    document.close()


@pytest.mark.parametrize("made", [page_of(), page_of(full_card(), "a4"), page_of(size="a6")], ids=["a5", "full", "a6"])
def test_letters_stand_where_those_of_the_pdf_do(made):
    pdf = paint_pdf((made,), title="", language="en", fonts=FONTS)
    ours, theirs = sorted(letters_of(tree_of(made)), key=by_line), sorted(origins_of(pdf), key=by_line)
    assert [letter for letter, *_ in ours] == [letter for letter, *_ in theirs]
    for (letter, x, y), (_, x_pdf, y_pdf) in zip(ours, theirs, strict=True):
        assert (x, y) == pytest.approx((x_pdf, y_pdf), abs=0.3), letter  # pdfium reads widths as integers


@pytest.mark.parametrize("tracking", [0.0, 0.2])
def test_kerning_and_tracking_are_in_the_places(tracking):
    items = line("AVATAR Ty. To", tracking=tracking, size=40)
    (span,) = tree_of(page(*items)).iter(f"{SVG}tspan")
    places = [float(place) for place in span.get("x").split()]
    advances = [advance for run in items[0].runs for advance in run.advances]
    nominal = FONTS.face(Style.TEXT).font.get_nominal_glyph(ord("A"))
    own = FONTS.face(Style.TEXT).font.get_glyph_h_advance(nominal) / FONTS.face(Style.TEXT).units
    assert advances[0] < own - 0.02
    assert places[0] == 7
    for at in range(len(places) - 1):
        assert places[at + 1] - places[at] == pytest.approx(40 * (advances[at] + tracking), abs=0.002)


def test_signs_without_a_letter_of_their_own_and_fractions_are_left_to_the_browser():
    tree = tree_of(page(*line("or x\u0302y 1\u20442 then", tracking=0.1)))
    spans = [
        (it.text, len(it.get("x").split()), it.get("style"), it.get("letter-spacing"))
        for it in tree.iter(f"{SVG}tspan")
    ]
    kerned = "font-kerning:normal"
    assert spans == [
        ("or ", 3, None, None), ("x\u0302y ", 1, kerned, "1"), ("1\u20442 ", 1, kerned, "1"), ("then ", 5, None, None),
    ]  # fmt: skip
    last = [float(it.get("x").split()[0]) for it in tree.iter(f"{SVG}tspan")]
    assert last == sorted(last)


def test_a_character_of_two_units_ends_its_part():
    spans = [it.text for it in tree_of(page(*line("a\U0001f130b\U0001f131 c"))).iter(f"{SVG}tspan")]
    assert spans == ["a\U0001f130", "b\U0001f131", " c "]


# --- fonts ----------------------------------------------------------------------------------------------------------


def unpacked(woff):
    """A WOFF file as the TrueType file that it was, checked on the way."""
    signature, flavor, length, count, _, whole = struct.unpack_from(">4sIIHHI", woff)
    assert (signature, flavor, length) == (b"wOFF", 0x00010000, len(woff))
    entries, tables, place = [], [], 12 + 16 * count
    for at in range(count):
        tag, offset, packed, size, checksum = struct.unpack_from(">4sIIII", woff, 44 + 20 * at)
        assert offset % 4 == 0
        data = woff[offset : offset + packed]
        table = zlib.decompress(data) if packed < size else data
        assert len(table) == size
        entries.append(struct.pack(">4sIII", tag, checksum, place, size))
        tables.append(table + bytes(-size % 4))
        place += len(tables[-1])
    assert place == whole
    return b"".join((struct.pack(">IHHHH", flavor, count, 0, 0, 0), *entries, *tables))


def tables_of(font):
    entries = (struct.unpack_from(">4s4xII", font, 12 + 16 * at) for at in range(struct.unpack_from(">H", font, 4)[0]))
    return {tag: font[offset : offset + length] for tag, offset, length in entries}


def fonts_of(tree):
    css = tree.find(f"{SVG}style").text
    found = re.findall(r"@font-face\{font-family:(\w+);font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)", css)
    return {name: (int(weight), hb.Face(unpacked(base64.b64decode(data)))) for name, weight, data in found}


def test_each_font_is_inside_with_the_letters_that_are_used_alone():
    tree = tree_of(page_of())
    fonts = fonts_of(tree)
    used = {}
    for span in tree.iter(f"{SVG}tspan"):
        used.setdefault(span.get("class"), set()).update(span.text)
    assert set(used) == set(fonts)
    assert sorted(weight for weight, _ in fonts.values()) == [400, 600, 700, 700, 800]
    for name, (_, face) in fonts.items():
        assert {chr(code) for code in face.unicodes} == used[name]


def test_a_font_measures_as_the_layout_did():
    items = line("Press x\u0302 1\u20442 Ty. AVA", size=20)
    ((_, face),) = fonts_of(tree_of(page(*items))).values()
    font = hb.Font(face)
    for run in items[0].runs:
        buffer = hb.Buffer()
        buffer.add_str(run.text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, {"liga": False, "clig": False, "calt": False})
        assert sum(it.x_advance for it in buffer.glyph_positions) / face.upem == pytest.approx(run.width)


def test_every_table_is_unpacked_as_it_was_also_one_that_packing_makes_no_smaller():
    tables = [bytes(range(letters)) + bytes(blanks) for letters in range(40) for blanks in range(40)]
    assert any(len(zlib.compress(table, 9)) == len(table) for table in tables)
    for table in tables:
        font = struct.pack(">IHHHH4sIII", 0x00010000, 1, 0, 0, 0, b"test", 0, 28, len(table)) + table
        assert tables_of(unpacked(_woff(font))) == {b"test": table}


def test_files_of_other_words_have_fonts_of_other_names():
    assert not set(fonts_of(tree_of(page(*line("one"))))) & set(fonts_of(tree_of(page(*line("two")))))
    assert set(fonts_of(tree_of(page(*line("one"))))) == set(fonts_of(tree_of(page(*line("neon")))))


def test_the_same_page_gives_the_same_bytes():
    made = page_of(full_card(), "a4")
    assert painted(made) == painted(made)


# --- shapes, pictures, links ----------------------------------------------------------------------------------------


def test_shapes_are_filled_and_stroked_as_in_pdf():
    dashed = replace(rule(Slot(10, 50, 80), 0.25, BLACK), dashes=(0.5, 1.25))
    both = Path(
        segments=((Op.MOVE, (1, 2)), (Op.CURVE, (3, 4, 5, 6, 7, 8)), (Op.CLOSE, ())),
        fill=Color.from_hex("#123456"),
        stroke=BLACK,
        stroke_width=2,
    )
    tree = tree_of(page(rectangle(Rect(x=1.5, y=2, width=3, height=4), PETROL.accent), dashed, both))
    paths = [{key: it.get(key) for key in it.keys()} for it in tree.iter(f"{SVG}path")]  # noqa: SIM118 - no mapping
    assert paths == [
        {"d": "M1.5 2H4.5V6H1.5z", "fill": PETROL.accent.hex()},
        {"d": "M10 50L90 50", "fill": "none", "stroke": "#000000", "stroke-width": "0.25", "stroke-dasharray": "0.5 1.25"},
        {"d": "M1 2C3 4 5 6 7 8z", "fill": "#123456", "stroke": "#000000", "stroke-width": "2"},
    ]  # fmt: skip
    assert tree.get("stroke-miterlimit") == "10"


def test_decoration_is_silent_and_pictures_are_named():
    tree = tree_of(page_of())
    assert {it.get("aria-hidden") for it in tree.iter(f"{SVG}g") if not it.get("role")} == {"true"}
    (code,) = [it for it in tree.iter(f"{SVG}g") if it.get("role") == "img"]
    assert "youtu.be/Qk7_zR2-wXa" in code.get("aria-label")
    assert tree.get("role") == "graphics-document document"


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_logo_is_shown_pixel_for_pixel(tmp_path, mode):
    Image.linear_gradient("L").resize((60, 40)).convert(mode).save(tmp_path / "logo.png")
    logo = load_picture(tmp_path / "logo.png", room=(300, 200))
    tree = tree_of(page_of(card(brand=Brand(name="Harbour Gym", logo=logo))))
    (image,) = tree.iter(f"{SVG}image")
    head, _, data = image.get("href").partition(",")
    assert head == "data:image/png;base64"
    shown = Image.open(io.BytesIO(base64.b64decode(data)))
    assert (shown.size, shown.mode, shown.tobytes()) == ((60, 40), mode, zlib.decompress(logo.data))


def photograph(tmp_path, order, **rect):
    noise().save(tmp_path / "shot.jpg", "JPEG")
    pixels = develop_photo(tmp_path / "shot.jpg", crop=WHOLE, size=(30, 30))
    mark = Mark(role=Role.PHOTO, order=order, alternative="Photograph: Row")
    return Picture(rect=Rect(**{"x": 5, "y": 5, "width": 30, "height": 30, **rect}), pixels=pixels, mark=mark)


def test_a_photograph_is_shown_as_the_jpeg_that_it_is(tmp_path):
    item = photograph(tmp_path, 1)
    (image,) = tree_of(page(item)).iter(f"{SVG}image")
    head, _, data = image.get("href").partition(",")
    assert (head, base64.b64decode(data)) == ("data:image/jpeg;base64", item.pixels.data)
    assert (image.get("width"), image.get("preserveAspectRatio")) == ("30", "none")


def test_a_photograph_that_has_not_been_developed_is_a_fault_of_the_caller():
    negative = Negative(file="shot.jpg", columns=3, rows=4)
    item = Picture(rect=Rect(x=0, y=0, width=3, height=4), pixels=negative, mark=Mark(role=Role.PHOTO, order=1))
    with pytest.raises(AssertionError, match="has not been developed"):
        painted(page(item))


def test_a_drawing_is_kept_once_and_used_wherever_it_is_stamped():
    shape = rectangle(Rect(x=0, y=0, width=4, height=4), PETROL.band)
    drawing = Drawing(name="FmRow", width=4, height=4, paths=(shape,))
    mark = Mark(role=Role.MAP, order=1, alternative="Muscle map: works lats")
    stamps = [Stamp(x=at, y=2, scale=1.5, drawing=drawing, mark=mark) for at in (1, 9)]
    tree = tree_of(page(*stamps))
    (kept,) = tree.find(f"{SVG}defs")
    assert (kept.get("id"), len(kept)) == ("FmRow", 1)
    uses = [(it.get("href"), it.get("transform")) for it in tree.iter(f"{SVG}use")]
    assert uses == [("#FmRow", "translate(1 2) scale(1.5)"), ("#FmRow", "translate(9 2) scale(1.5)")]
    (shown,) = [it for it in tree.iter(f"{SVG}g") if it.get("role") == "img"]
    assert (shown.get("aria-label"), len(shown)) == ("Muscle map: works lats", 2)


def test_what_rounds_the_corners_of_a_photograph_stays_over_it_and_the_words_in_order(tmp_path):
    corner = rectangle(Rect(x=4, y=99, width=3, height=3), PETROL.band)
    on_corner = rectangle(Rect(x=5, y=100, width=1, height=1), PETROL.accent)
    beside = rectangle(Rect(x=200, y=99, width=3, height=3), PETROL.accent)
    shot = photograph(tmp_path, 2, y=100)
    tree = tree_of(page(shot, *line("second", order=3), corner, on_corner, beside, *line("first")))
    kinds = [(it.tag.removeprefix(SVG), it.get("role") or "".join(it.itertext()).strip()) for it in tree][3:]
    assert kinds == [("g", ""), ("text", "first"), ("g", "img"), ("g", ""), ("text", "second")]
    assert [len(it) for it in tree if it.get("aria-hidden")][1:] == [1, 2]


def test_a_link_over_two_lines_is_one_link():
    words = "the long form that goes on and on until it has to turn over to another line"
    point = entry((Span(text="See "), Span(text=words, link="https://ab.example/f?a=1&b=2"), Span(text=" first.")))
    tree = tree_of(page_of(card(steps=(step("One", point),))))
    (link,) = [it for it in tree.iter(f"{SVG}a") if it.get("href") == "https://ab.example/f?a=1&b=2"]
    assert spaced("".join(link.itertext())) == words
    assert len({it.get("y") for it in link}) == 2


def test_only_addresses_that_may_be_followed_are_links():
    bad = ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//ab.example", ""]
    for address in bad:
        assert not [*tree_of(page(*line("word", link=address))).iter(f"{SVG}a")], address
    (link,) = tree_of(page(*line("word", link="mailto:a@ab.example"))).iter(f"{SVG}a")
    assert link.get("href") == "mailto:a@ab.example"


def test_areas_lead_to_the_files_of_other_pages_where_these_are_known():
    area = LinkArea(
        rect=Rect(x=1, y=2, width=3, height=4),
        mark=Mark(role=Role.CONTENTS_ENTRY, order=1, target="page-4", alternative="Plank, page 4"),
    )
    (link,) = tree_of(page(area), places={"page-4": "all-04.svg"}).iter(f"{SVG}a")
    assert (link.get("href"), link.get("aria-label")) == ("all-04.svg", "Plank, page 4")
    assert link[0].get("fill-opacity") == "0"
    assert not [*tree_of(page(area)).iter(f"{SVG}a")]


def test_what_is_painted_over_words_stays_over_them():
    over = rectangle(Rect(x=0, y=0, width=100, height=100), PETROL.band)
    beside = rectangle(Rect(x=200, y=0, width=10, height=10), PETROL.band)
    last = [it.tag for it in tree_of(page(*line("hidden"), over))][-2:]
    assert last == [f"{SVG}text", f"{SVG}g"]
    last = [it.tag for it in tree_of(page(*line("in sight"), beside))][-2:]
    assert last == [f"{SVG}g", f"{SVG}text"]


# --- as a browser shows it ------------------------------------------------------------------------------------------

FAINT = 96
"""Levels of 255 by which smoothed edges differ between two programs."""
SHARE = 0.004


@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_a_browser_shows_what_the_pdf_shows(tmp_path):
    boxes = (tips("Look two steps ahead."), mistakes("Racing: count to three."), safety("Stop when it hurts."))
    made = fit_card(
        card(boxes=boxes, works=works("glutes")), sheet=parse_sheet("a6"), theme=THEMES["night"], case=type_case()
    )
    (tmp_path / "card.svg").write_bytes(painted(made))
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=400,700"]
    run = [*command, "--force-device-scale-factor=2", f"--screenshot={tmp_path / 'card.png'}", tmp_path / "card.svg"]
    subprocess.run(run, check=True, capture_output=True, cwd=tmp_path)
    pdf = paint_pdf((made,), title="", language="en", fonts=FONTS)
    expected = Image.open(io.BytesIO(next(draw_pages(pdf, dpi=192)))).convert("RGB")
    found = Image.open(tmp_path / "card.png").convert("RGB").crop((0, 0, *expected.size))
    apart = ImageChops.difference(found, expected).convert("L").histogram()
    assert sum(apart[FAINT:]) <= SHARE * expected.width * expected.height
