"""Every file passes page-validation for PDF/UA-1 and PDF/A-2a, and reads as the guide does; without its tags it fails."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from click.testing import CliRunner
from PIL import Image

import cardgen
from cardgen.cli import program
from cardgen.compose import BoxKind, Brand, CardSection
from cardgen.guide.model import Span, plain_text
from cardgen.layout.cards.fit import fit_card
from cardgen.paint import paint_pdf
from cardgen.pictures import load_picture
from cardgen.theme import Ink
from cardgen.theme.builtin import THEMES
from cardgen.typeset.tidy import NO_BREAK, tidy
from cardgen.values.stock import parse_sheet
from cardgen.values.use import Edition, Punch, Sides, Use
from tests.builders import (
    SECTIONS,
    Marker,
    card,
    entry,
    full_card,
    headline,
    inline,
    mistakes,
    safety,
    sides_of,
    step,
    tips,
    type_case,
    works,
)
from tests.builders import video as clip
from tests.paint.opened import opened, text_of
from tests.paint.tagged import failures, read_tags, stripped

ALL_BOXES = (tips("Look two steps ahead."), mistakes("Racing: count to three."), safety("Stop when it hurts."))
NESTED = (
    step(
        "Plant the Feet",
        "Set both feet flat.",
        entry("heels down", Marker.DASH),
        entry("left one too", Marker.DASH, depth=1),
    ),
    step("Rise Again", entry("toes ahead", Marker.DASH), entry("eyes up", Marker.DASH)),
)


def painted(made, size="a5", theme="petrol", **options):
    page = fit_card(made, sheet=parse_sheet(size), theme=THEMES[theme], case=type_case())
    return paint_pdf((page,), title=made.title, language=made.language, fonts=type_case().fonts, **options)


def whole(**changes):
    return card(**{"works": works("glutes"), "boxes": ALL_BOXES, "footnotes": ("Ask first.",), **changes})


def spaced(text):
    return " ".join(text.split())


# --- the validator --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["a5", "a4", "letter", "a6", "210x148mm", "127x203.2mm"])
def test_a_brief_card_passes_on_every_sheet_in_every_theme(size, theme):
    assert failures(painted(whole(), size, theme)) == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["a5", "a4", "letter", "297x210mm"])
def test_a_full_card_passes_on_every_sheet_in_every_theme(size, theme):
    assert failures(painted(full_card(), size, theme)) == {}


@pytest.mark.parametrize("size", ["half-letter", "a3", "tabloid", "4x6in", "5x8in", "120x170mm", "420x297mm"])
def test_a_card_passes_on_the_other_sheets(size):
    assert failures(painted(whole(), size)) == {}


CARDS = {
    "no video": card(video=None),
    "nothing but steps": card(video=None, boxes=(), lead=(), eyebrow=(), brand="", footnotes=()),
    "nested points": card(steps=NESTED),
    "Greek": card(title="Άρση θανάτου", language="el", lead=inline("Άρση με ίσια πλάτη.")),
    "Cyrillic": card(title="Становая тяга", language="ru", steps=(step("Стойка", "Поставьте ноги."),)),
    "marks without a letter of their own": card(title="Xx\u0302 Qq\u0301", lead=inline("x\u0302 and g\u0308 q\u0323\u0302.")),
    "a link in the text": card(steps=(step("One", entry((Span(text="See "), Span(text="the long form", link="https://ab.example/f"), Span(text=" first.")))),)),
    "a long address": card(video=clip(240)),
    "an address of the gym": card(brand=Brand(name="Harbour Gym", address="harbour.example", link="https://harbour.example")),
    "strange signs": whole(title=r"A & B < C > (e) \ ]]> €"),
}  # fmt: skip


@pytest.mark.parametrize("made", CARDS.values(), ids=CARDS)
def test_a_card_passes_whatever_is_on_it(made):
    assert failures(painted(made)) == {}


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_a_card_with_a_logo_passes(tmp_path, mode):
    Image.new(mode, (60, 40), "#246").save(tmp_path / "logo.png")
    logo = load_picture(tmp_path / "logo.png", room=(80, 20))
    brand = Brand(name="Harbour Gym", address="harbour.example", link="https://harbour.example", logo=logo)
    data = painted(card(brand=brand))
    assert failures(data) == {}
    figures = read_tags(data).all("Figure")
    assert [figure.alternative for figure in figures] == ["Harbour Gym", "QR code: opens youtu.be/Qk7_zR2-wXa"]


@pytest.mark.parametrize("made", [whole(), full_card()], ids=["brief", "full"])
def test_the_same_file_without_its_tags_fails(made):
    data = painted(made, "a4")
    rules = {rule for _, rule in failures(stripped(data))}
    assert failures(data) == {}
    assert len(rules) > 5


def together(made, size, *, theme="petrol", ink=Ink.FULL, **use):
    """The file of a card in a use: all its pages."""
    pages = sides_of(made, size, use=Use(**use), theme=THEMES[theme].inked(ink))
    return paint_pdf(pages, title=made.title, language=made.language, fonts=type_case().fonts)


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("size", ["a2", "a4", "a6", "420x297mm"])
def test_a_poster_passes_in_every_ink(size, ink):
    made = headline(number="7", also=works("abs"), footnotes=("Ask first.",))
    assert failures(together(made, size, ink=ink)) == {}


@pytest.mark.parametrize("ink", [Ink.LOW, Ink.MONO])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("made", [whole(also=works("abs")), full_card()], ids=["brief", "full"])
def test_a_card_passes_in_little_ink(made, theme, ink):
    assert failures(together(made, "a4", theme=theme, ink=ink)) == {}


@pytest.mark.parametrize("size", ["a4", "a6", "297x210mm"])
def test_two_sides_pass_and_are_a_section_each(size):
    data = together(whole(), size, sides=Sides.TWO, punch=Punch.CORNERS)
    assert failures(data) == {}
    assert [kid.name for kid in read_tags(data).kids] == ["Sect", "Sect"]


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_large_print_passes(size):
    assert failures(together(whole(), size, edition=Edition.LARGE_PRINT, safe_mm=8)) == {}


def test_a_poster_is_read_from_the_equipment_to_the_steps():
    tree = read_tags(together(headline(number="7"), "a3"))
    kids = [kid for kid in tree.kids if kid.name != "L"]
    texts = [spaced(kid.text) or [figure.alternative for figure in kid.all("Figure")] for kid in kids]
    steps = [[(kid.name, spaced(kid.text)) for kid in item.kids] for item in tree.all("LI")]
    names = ("Plant the Feet", "Fold Forward", "Rise Again")
    assert steps == [[("Lbl", str(at)), ("LBody", name)] for at, name in enumerate(names, 1)]
    assert texts == [
        "SANDBAG · BEGINNER",
        "Long Hinge",
        "Harbour Gym",
        "STATION 7",
        "Works glutes",
        ["Muscle map: works glutes"],
        ["QR code: opens youtu.be/Qk7_zR2-wXa"],
        "WATCH VIDEO",
        "youtu.be/Qk7_zR2-wXa",
        "Harbour Gym",
    ]


# --- the tree -------------------------------------------------------------------------------------------------------


def test_a_card_is_tagged_as_a_person_reads_it():
    tree = read_tags(painted(whole()))
    outline = tree.outline()
    assert [kid.name for kid in tree.kids[:9]] == ["H1", "P", "P", "P", "P", "L", "Sect", "Sect", "Sect"]
    assert outline[:6] == ["Document", ["H1"], ["P"], ["P"], ["P"], ["P", ["Figure"]]]
    assert outline[10] == ["P", ["Link", ["Figure"]]], "the code, after all boxes and in none of them"
    assert {kid.name for kid in tree.kids[9:]} == {"P"}
    assert [figure.alternative for figure in tree.all("Figure")] == [
        "Muscle map: works glutes",
        "QR code: opens youtu.be/Qk7_zR2-wXa",
    ]
    (title,) = tree.all("H1")
    assert title.text == "Long Hinge "
    assert [spaced(head.text) for head in tree.all("H2")] == ["Tips", "Common mistakes", "Safety"]


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_word_of_a_tab_is_drawn_down_the_page_and_not_read(size):
    data = painted(whole(), size)
    assert failures(data) == {}
    assert "HIPS" in text_of(data)
    assert "HIPS" not in read_tags(data).text


def test_the_file_says_where_the_text_is_from_and_the_card_does_not(repository):
    guide = cardgen.load(repository / "content" / "plank_bodyweight.md")
    assert guide.license
    data = cardgen.render(guide, size="a5")
    assert failures(data) == {}
    assert guide.license in opened(data).Root.Metadata.read_bytes().decode()
    assert guide.license not in text_of(data)
    unknown = replace(guide, license="", source="")
    assert b"dc:rights" not in opened(cardgen.render(unknown, size="a5")).Root.Metadata.read_bytes()


def test_steps_are_a_numbered_list():
    steps = read_tags(painted(whole())).all("L")[0]
    assert steps.numbering == "Decimal"
    assert [item.outline() for item in steps.all("LI")] == [["LI", ["Lbl"], ["LBody", ["P"], ["P"]]]] * 3
    assert [spaced(label.text) for label in steps.all("Lbl")] == ["1", "2", "3"]
    assert spaced(steps.all("LBody")[0].text) == "Plant the Feet Set both feet flat under the hips. Let the arms hang."


def test_points_of_a_box_are_a_list_under_its_heading():
    boxes = read_tags(painted(card())).all("Sect")
    assert [box.outline() for box in boxes] == [
        ["Sect", ["H2"], ["L", ["LI", ["LBody", ["P"]]], ["LI", ["LBody", ["P"]]]]]
    ] * 2
    assert boxes[0].all("L")[0].numbering == "None"


def test_points_of_a_step_are_lists_in_its_body():
    first, second = read_tags(painted(card(steps=NESTED, boxes=()))).all("L")[0].kids
    point = ["LI", ["LBody", ["P"]]]
    assert first.outline() == ["LI", ["Lbl"], ["LBody", ["P"], ["P"], ["L", ["LI", ["LBody", ["P"], ["L", point]]]]]]
    assert second.outline() == ["LI", ["Lbl"], ["LBody", ["P"], ["L", point, point]]]


def test_sections_of_a_full_card_have_their_headings_and_lists():
    tree = read_tags(painted(full_card(), "a4"))
    sections = tree.all("Sect")[:3]
    assert [spaced(section.kids[0].text) for section in sections] == [section.heading for section in SECTIONS]
    assert sections[0].outline() == ["Sect", ["H2"], ["P"]]
    steps, point = sections[1].kids[1:]
    assert (steps.numbering, point.numbering) == ("Decimal", "None")
    assert [spaced(item.text) for item in steps.kids] == ["1 Stand behind the bag.", "2 Plant both feet. toes ahead"]
    assert spaced(point.text) == "Chalk helps."


def levels(tree):
    return [int(heading.name[1]) for heading in tree.all("H1", "H2", "H3", "H4", "H5", "H6")]


def sound(found):
    return found[0] == 1 and all(after <= before + 1 for before, after in pairwise(found))


def test_no_level_of_headings_is_left_out():
    sections = (CardSection(heading="", parts=(step("Alone", "Stand."),)), *SECTIONS)
    assert sound(levels(read_tags(painted(full_card(sections=sections), "a4"))))
    assert sound(levels(read_tags(painted(whole()))))


def test_the_code_says_where_it_leads_and_can_be_followed():
    tree = read_tags(painted(whole()))
    code, address = tree.all("Link")
    (figure,) = code.all("Figure")
    assert figure.alternative == "QR code: opens youtu.be/Qk7_zR2-wXa"
    assert spaced(address.text) == "youtu.be/Qk7_zR2-wXa"
    for link in (code, address):
        (annotation,) = link.links
        assert str(annotation.A.URI) == "https://youtu.be/Qk7_zR2-wXa"


def test_a_link_in_the_text_holds_its_words_alone():
    tree = read_tags(painted(CARDS["a link in the text"]))
    (link,) = [link for link in tree.all("Link") if "long form" in link.text]
    assert spaced(link.text) == "the long form"
    assert str(link.links[0].A.URI) == "https://ab.example/f"


def test_words_in_another_language_say_so():
    tree = read_tags(painted(card(language="de-CH", title="Übung")))
    assert {tag.language for tag in tree.all("P", "Figure") if tag.language} == {"en"}
    assert read_tags(painted(card())).all("Figure")[0].language == ""
    assert str(opened(painted(card(language="de-CH"))).Root.Lang) == "de-CH"


# --- words ----------------------------------------------------------------------------------------------------------


BOX_ORDER = (BoxKind.TIPS, BoxKind.MISTAKES, BoxKind.BREATHING, BoxKind.SAFETY)
"""Of the rows at a card's foot."""


def words_of(made):
    parts = [*(section.parts for section in made.sections)] if made.sections else [made.steps]
    for part in (it for some in parts for it in some):
        if hasattr(part, "entries"):
            yield plain_text(part.name)
            yield from (plain_text(point.text) for point in part.entries)
        else:
            yield plain_text(part.text)
    for box in sorted(made.boxes, key=lambda box: BOX_ORDER.index(box.kind)):
        yield box.heading
        yield from (plain_text(point.text) for point in box.entries)


@pytest.mark.parametrize("size", ["a5", "a4", "297x210mm"])
@pytest.mark.parametrize("made", [whole(), full_card(), card(steps=NESTED)], ids=["brief", "full", "nested"])
def test_a_card_reads_as_the_guide_does_and_no_words_are_joined(made, size):
    read = spaced(read_tags(painted(made, size)).text)
    at = 0
    for text in words_of(made):
        wanted = tidy(text).replace(NO_BREAK, " ").strip()
        found = read.find(wanted, at)
        assert found >= 0, (wanted, read[at : at + 80])
        at = found + len(wanted)


def test_every_guide_reads_word_for_word(repository):
    for path in sorted((repository / "content").glob("*.md")):
        guide = cardgen.load(path)
        tree = read_tags(cardgen.render(guide, size="a5"))
        for tag in tree.all("P", "H1", "H2", "Lbl"):
            if tag.text:
                assert tag.text.endswith(" "), (path.name, tag.text)
        source = set(re.findall(r"\w+", unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).lower()))
        for tag in tree.all("LBody"):
            assert set(re.findall(r"[^\W\d_]{3,}", tag.text.lower())) <= source | {"°", "½"}, path.name


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
def test_poppler_reads_the_same_words(tmp_path):
    data = painted(whole(), "a4")
    file = tmp_path / "card.pdf"
    file.write_bytes(data)
    run = subprocess.run(
        ["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    told = "".join(re.findall(r'^ *"(.*)"$', run.stdout, re.MULTILINE))
    assert spaced(told) == spaced(read_tags(data).text)
    assert run.stderr == ""


# --- booklets -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def booklet(tmp_path_factory, repository):
    folder = tmp_path_factory.mktemp("booklet")
    command = [sys.executable, "-m", "cardgen", "booklet", repository / "content", "-o", folder / "all.pdf"]
    subprocess.run([*command, "--size", "a5", "--group-by", "equipment"], check=True, capture_output=True)
    return (folder / "all.pdf").read_bytes()


def test_a_booklet_passes(booklet):
    assert failures(booklet) == {}


@pytest.mark.parametrize(
    "options",
    [
        ("--size", "a4", "--detail", "full", "--theme", "night", "--group-by", "equipment"),
        ("--orientation", "landscape", "--theme", "oxblood", "--ink", "low"),
        ("--size", "a6", "--theme", "graphite", "--ink", "mono"),
        ("--edition", "large-print", "--only", "equipment~bodyweight"),
        ("--size", "letter", "--orientation", "landscape", "--detail", "full"),
    ],
    ids=" ".join,
)
def test_a_booklet_passes_in_every_form_and_with_a_logo(options, tmp_path, monkeypatch, repository):
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (600, 200), "#246").save("logo.png")
    (tmp_path / "cardgen.toml").write_text('[gym]\nname = "Harbour Gym"\nweb = "harbour.example"\nlogo = "logo.png"\n')
    guides = [
        str(repository / "content" / f"{stem}.md") for stem in ("plank_bodyweight", "facepull_band", "lunge_dumbbell")
    ]
    result = CliRunner().invoke(program, ["booklet", *guides, "-o", "all.pdf", *options])
    assert result.exit_code == 0, result.output
    assert failures((tmp_path / "all.pdf").read_bytes()) == {}


def test_a_booklet_without_its_tags_fails(booklet):
    assert len(failures(stripped(booklet))) > 5


def test_a_booklet_has_a_section_for_each_card_under_one_first_heading(booklet):
    tree = read_tags(booklet)
    assert len(tree.all("H1")) == 1
    assert sound(levels(tree))
    assert {kid.name for kid in tree.kids} == {"Sect"}
    assert len([kid for kid in tree.kids if kid.all("Figure")]) == 33, "32 cards and the cover"


def test_contents_and_index_lead_to_the_pages_they_name(booklet):
    pdf = opened(booklet)
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = 0
    tree = read_tags(booklet)
    for item in tree.all("TOCI"):
        assert item.all("Link")
        for link in item.all("Link"):
            (annotation,) = link.links
            shown = re.search(r"(\d+)(?:–\d+)?,? *$", link.text)
            assert int(shown.group(1)) == numbers[annotation.A.D[0].objgen], link.text
            found += 1
    assert found > 100


# --- what the file says of itself -----------------------------------------------------------------------------------


def test_the_file_names_its_standards_title_and_language():
    pdf = opened(painted(card(title="Hinge & <Row>", language="de")))
    with pdf.open_metadata() as told:
        assert (told["pdfuaid:part"], told["pdfaid:part"], told["pdfaid:conformance"]) == ("1", "2", "A")
        assert told["dc:title"] == "Hinge & <Row>"
        assert told["dc:language"] == {"de"}
        assert "xmp:CreateDate" not in told
    assert "/CreationDate" not in pdf.docinfo
    assert bool(pdf.Root.MarkInfo.Marked)
    assert {str(sheet.Tabs) for sheet in pdf.pages} == {"/S"}


def test_a_date_is_written_where_one_is_given():
    data = painted(whole(), date="2031-05-04T03:02:01+00:00")
    assert failures(data) == {}
    pdf = opened(data)
    assert str(pdf.docinfo["/CreationDate"]) == "D:20310504030201+00'00'"
    with pdf.open_metadata() as told:
        assert told["xmp:CreateDate"] == "2031-05-04T03:02:01+00:00"


def test_other_content_gives_another_identifier():
    ids = {bytes(opened(painted(made)).trailer.ID[0]) for made in (whole(), whole(footnotes=("Ask.",)), whole())}
    assert len(ids) == 2


SCRIPT = """
import hashlib, sys, time
now = time.time
time.time = lambda: now() + float(sys.argv[2])
import cardgen
print(hashlib.sha256(cardgen.render(cardgen.load(sys.argv[1]), size="a4", detail="full")).hexdigest())
"""


@pytest.mark.slow
def test_the_hour_the_hash_seed_and_the_locale_change_no_byte(repository):
    path = repository / "content" / "plank_bodyweight.md"
    digests = {hashlib.sha256(cardgen.render(cardgen.load(path), size="a4", detail="full")).hexdigest()}
    for seed, locale, later in (("1", "C", "0"), ("77", "tr_TR.UTF-8", "20000000")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(repository)}
        command = [sys.executable, "-c", SCRIPT, path, later]
        run = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        digests.add(run.stdout.strip())
    assert len(digests) == 1
