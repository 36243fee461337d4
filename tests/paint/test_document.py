"""The file: one page of the right size, its metadata, its fonts, its links, its text; the same bytes every time."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
import uharfbuzz as hb

from cardgen.display import LinkArea
from cardgen.guide.model import Span, Video, plain_text
from cardgen.paint import paint_pdf
from cardgen.paint.content import paint_content
from cardgen.paint.document import assemble
from cardgen.typeset.tidy import NO_BREAK, tidy
from cardgen.values.geometry import to_mm
from tests.builders import card, entry, inline, mistakes, page_of, safety, step, tips, type_case, works
from tests.paint.opened import opened, text_of

STRANGE = r"A & B < C > D % (e) [f] \ g #1 {h} ~^_` @"


def painted(card_=None, size="a5", **options):
    page = page_of(card_, size)
    return paint_pdf((page,), **{"title": page.title, "language": page.language, "fonts": type_case().fonts, **options})


def full_card(**changes):
    return card(
        works=works("glutes", "hamstrings"),
        boxes=(tips("Look two steps ahead."), mistakes("Racing: count to three."), safety("Stop when it hurts.")),
        footnotes=("Ask first.",),
        **changes,
    )


# --- page and metadata ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        ("a5", 148, 210),
        ("a4", 210, 297),
        ("letter", 215.9, 279.4),
        ("half-letter", 139.7, 215.9),
        ("a3", 297, 420),
        ("101.5x203mm", 101.5, 203),
    ],
)
def test_one_page_of_exactly_the_sheet(size, width, height):
    pdf = opened(painted(size=size))
    (page,) = pdf.pages
    left, bottom, right, top = (float(value) for value in page.MediaBox)
    assert (left, bottom) == (0, 0)
    assert to_mm(right) == pytest.approx(width, abs=0.0002)
    assert to_mm(top) == pytest.approx(height, abs=0.0002)


def test_title_and_language_stand_in_the_metadata():
    pdf = opened(painted(card(title="Long Hinge & Ünder", language="de-CH"), language="de-CH"))
    assert str(pdf.docinfo["/Title"]) == "Long Hinge & Ünder"
    assert str(pdf.Root.Lang) == "de-CH"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True


@pytest.mark.parametrize("title", ["Тяга", "Άρση", "深蹲", r"a) (b \ c", STRANGE])
def test_a_title_in_any_script_comes_through(title):
    pdf = opened(painted(title=title))
    assert str(pdf.docinfo["/Title"]) == title


def test_the_file_says_nothing_of_the_machine_or_the_hour():
    pdf = opened(painted())
    info = dict(pdf.docinfo)
    assert str(info["/Producer"]).startswith("cardgen")
    assert {str(info[key]) for key in ("/CreationDate", "/ModDate") if key in info} <= {"D:20000101000000+00'00'"}


def test_the_file_is_sound():
    pdf = opened(painted(full_card(), "a4"))
    assert pdf.check_pdf_syntax() == []


# --- fonts ----------------------------------------------------------------------------------------------------------


def fonts_of(pdf):
    return [obj for obj in pdf.objects if getattr(obj, "Type", None) == "/Font"]


def test_every_font_is_embedded_and_subset():
    pdf = opened(painted(full_card(), "a4"))
    fonts = fonts_of(pdf)
    assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}
    inner = [font for font in fonts if font.Subtype == "/CIDFontType2"]
    assert len(inner) == 6
    for font in inner:
        tag, _, face = str(font.BaseFont).removeprefix("/").partition("+")
        assert re.fullmatch("[A-Z]{6}", tag)
        program = font.FontDescriptor.FontFile2
        assert str(font.FontDescriptor.FontName) == str(font.BaseFont)
        assert int(program.Length1) == len(program.read_bytes())
        assert len(program.read_bytes()) < len(type_case().fonts.faces[face].data) / 3


def test_a_page_names_no_font_that_is_not_in_the_file():
    pdf = opened(painted(full_card()))
    fonts = pdf.pages[0].Resources.Font
    named = set(re.findall(rb"/(F\d+) [\d.]+ Tf", pdf.pages[0].Contents.read_bytes()))
    assert {f"/{name.decode()}" for name in named} == set(fonts.keys())
    assert all(font.DescendantFonts[0].FontDescriptor.FontFile2 for _, font in fonts.items())


def test_an_embedded_font_has_the_outlines_that_are_used():
    pdf = opened(painted())
    for font in (font for font in fonts_of(pdf) if font.Subtype == "/CIDFontType2"):
        face = hb.Font(hb.Face(font.FontDescriptor.FontFile2.read_bytes()))
        whole = type_case().fonts.faces[str(font.BaseFont).partition("+")[2]].font
        used = [int(first) + at for first, row in pairs(font.W) for at in range(len(row))]
        assert len(used) > 3
        for glyph in set(used) - {0}:  # the sign for a missing glyph is left empty
            assert face.get_glyph_extents(glyph) == whole.get_glyph_extents(glyph)


def pairs(values):
    values = list(values)
    return zip(values[::2], values[1::2], strict=True)


# --- text -----------------------------------------------------------------------------------------------------------


def test_each_step_comes_back_in_one_piece():
    made = full_card()
    found = text_of(painted(made, "a4"))
    texts = [point.text for part in (*made.steps, *made.boxes) for point in part.entries]
    assert len(texts) == 6
    for text in texts:
        assert tidy(plain_text(text)).replace(NO_BREAK, " ") in " ".join(found.split())


def test_text_comes_back_in_order():
    found = text_of(painted(full_card()))
    places = [
        found.index(text)
        for text in ("Plant the Feet", "Fold Forward", "Rise Again", "Look two", "Racing", "Stop when")
    ]
    assert places == sorted(places)


def test_letters_of_every_script_that_is_printed_come_back():
    texts = ["Übung für naïve Cafés", "Становая тяга", "Άρση θανάτου", "Đẩy tạ", "½ × 2 – “ok” … ≤ 90° €"]
    found = text_of(
        painted(card(title=texts[1], lead=inline(texts[2]), steps=tuple(step(text, text) for text in texts)), "a4")
    )
    for text in texts:
        assert found.count(text) >= 2


@pytest.mark.parametrize("size", ["a5", "a4"])
def test_signs_that_mean_something_in_a_pdf_come_through_in_every_field(size):
    made = card(
        title=STRANGE,
        eyebrow=(STRANGE,),
        lead=inline(STRANGE),
        works=works(STRANGE),
        steps=(step(f"1{STRANGE}", f"2{STRANGE}"),),
        boxes=(tips(f"3{STRANGE}"), mistakes(f"4{STRANGE}"), safety(f"5{STRANGE}")),
        brand=f"6{STRANGE}",
        footnotes=(f"7{STRANGE}",),
    )
    data = painted(made, size)
    found = " ".join(text_of(data).split())
    for number in range(1, 8):
        assert f"{number}{STRANGE}" in found
    assert found.count(STRANGE) >= 9
    assert STRANGE.upper() in found
    pdf = opened(data)
    assert str(pdf.docinfo["/Title"]) == STRANGE


# --- links ----------------------------------------------------------------------------------------------------------


def annotations(pdf):
    return list(pdf.pages[0].get("/Annots", []))


def test_the_tile_and_the_address_lead_to_the_video():
    page = page_of()
    pdf = opened(painted())
    found = annotations(pdf)
    assert [str(it.A.URI) for it in found] == ["https://youtu.be/Qk7_zR2-wXa"] * 2
    assert all((it.Subtype, it.A.S, int(it.F)) == ("/Link", "/URI", 4) for it in found)
    assert all(str(it.Contents) for it in found)
    (area,) = [item for item in page.items if isinstance(item, LinkArea)]
    left, bottom, right, top = (float(value) for value in found[0].Rect)
    assert (left, page.height - top) == pytest.approx((area.rect.x, area.rect.y), abs=0.001)
    assert (right, page.height - bottom) == pytest.approx((area.rect.right, area.rect.bottom), abs=0.001)
    (_, low, _, high) = (float(value) for value in found[1].Rect)
    assert 0 < low < high < 40


def test_a_link_in_the_text_can_be_clicked():
    text = (Span(text="See "), Span(text="the long form", link="https://ab.example/form"), Span(text=" first."))
    pdf = opened(painted(card(video=None, steps=(step("One", entry(text)),))))
    (found,) = annotations(pdf)
    assert str(found.A.URI) == "https://ab.example/form"
    assert "the long form" in str(found.Contents)


def test_an_address_with_brackets_is_written_whole():
    url = "https://ab.example/a(b)c%20d?e=[f]&g=h'i#j"
    pdf = opened(painted(card(video=Video(url=url, label=url.removeprefix("https://")))))
    assert {str(it.A.URI) for it in annotations(pdf)} == {url}


def test_a_card_without_a_video_has_no_links():
    assert annotations(opened(painted(card(video=None)))) == []


# --- the same bytes -------------------------------------------------------------------------------------------------


def ids(data):
    pdf = opened(data)
    return [bytes(part) for part in pdf.trailer.ID]


def test_the_same_card_gives_the_same_bytes():
    assert painted(full_card(), "a4") == painted(full_card(), "a4")


def test_another_content_gives_another_id():
    one, other = painted(), painted(card(brand="Harbour Gyms"))
    assert ids(one) != ids(other)
    assert ids(one) == ids(painted())


SCRIPT = """
import hashlib, sys, cardgen
print(hashlib.sha256(cardgen.render(cardgen.load(sys.argv[1]), size="a5", brand="Harbour Gym")).hexdigest())
"""


def test_two_machines_give_the_same_bytes(tmp_path, repository, make_guide):
    import cardgen

    path = make_guide(tmp_path / "goodmorning_barbell.md")
    digests = []
    for seed, zone, locale in (("1", "UTC", "C"), ("4242", "Pacific/Auckland", "de_DE.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(repository)}
        run = subprocess.run([sys.executable, "-c", SCRIPT, path], env=env, capture_output=True, text=True, check=True)
        digests.append(run.stdout.strip())
    here = hashlib.sha256(cardgen.render(cardgen.load(path), size="a5", brand="Harbour Gym")).hexdigest()
    assert digests == [here, here]


def test_pages_painted_in_any_order_are_the_same():
    fonts = type_case().fonts
    first, second = page_of(full_card()), page_of(card(title="Тяга", lead=inline("Other words, XYZ.")), "a4")
    ahead = [paint_content(page, fonts) for page in (first, second)]
    back = [paint_content(page, fonts) for page in (second, first)]
    assert ahead == back[::-1]


def test_two_pages_share_their_fonts():
    fonts = type_case().fonts
    pages = [page_of(full_card()), page_of(full_card(title="Other Words XYZ"))]
    contents = [paint_content(page, fonts) for page in pages]
    pdf = opened(assemble(contents, title="Two", language="en", fonts=fonts))
    assert len(pdf.pages) == 2
    assert len([font for font in fonts_of(pdf) if font.Subtype == "/Type0"]) == 6
    one, two = (page.Resources.Font for page in pdf.pages)
    assert {name: font.objgen for name, font in one.items()} == {name: font.objgen for name, font in two.items()}


def test_a_page_says_which_glyphs_it_uses_and_what_they_stand_for():
    content = paint_content(replace(page_of(), items=page_of().items[:4]), type_case().fonts)
    assert content.glyphs
    for face, used in content.glyphs.items():
        whole = type_case().fonts.faces[face].font
        assert all(whole.get_nominal_glyph(ord(text)) == glyph for glyph, text in used.items())
