"""`cardgen booklet`, as a person uses it: the file is opened again, its numbers and links are followed."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pytest

from cardgen.values.geometry import mm
from tests.quick import mostly_slow

MOVES = [
    ("Good Morning", "Barbell"), ("Pull Through", "Band"), ("Hip Bridge", "Bodyweight"), ("Row", "Cable"), ("Row", "Band"),
    ("Push-Up", "Bodyweight"), ("A Long Name That Turns Over Because No Column Is as Wide as That", "Kettlebell"),
]  # fmt: skip


@dataclass(frozen=True)
class Opened:
    """A booklet, read back."""

    data: bytes

    @property
    def pdf(self):
        return pikepdf.open(io.BytesIO(self.data))

    def texts(self):
        document = pypdfium2.PdfDocument(self.data)
        try:
            return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
        finally:
            document.close()

    def text_in(self, page, rect):
        document = pypdfium2.PdfDocument(self.data)
        try:
            left, bottom, right, top = rect
            found = document[page].get_textpage().get_text_bounded(left, bottom, right, top)
            return " ".join(found.split())
        finally:
            document.close()


def page_of(pdf, destination):
    """The place in the file of the page that a destination names, from 0."""
    return next(at for at, page in enumerate(pdf.pages) if page.objgen == destination[0].objgen)


def inner_links(pdf):
    """For every link within the document: its page, its rectangle, its words, the page it leads to."""
    for at, page in enumerate(pdf.pages):
        for link in page.get("/Annots", []):
            if link.A.S == "/GoTo":
                rect = [float(value) for value in link.Rect]
                yield at, rect, str(link.Contents), page_of(pdf, link.A.D)


def outline_of(pdf):
    with pdf.open_outline() as outline:
        stack = [(item, 0) for item in reversed(outline.root)]
        while stack:
            item, depth = stack.pop()
            yield depth, item.title, page_of(pdf, item.destination)
            stack += [(child, depth + 1) for child in reversed(item.children)]


@pytest.fixture
def library(terminal, make_guide):
    """Some guides in content/, one under a licence."""
    for at, (title, equipment) in enumerate(MOVES):
        stem = f"{re.sub(r'[^a-z]', '', title.lower())}_{equipment.lower()}"
        more = "muscles: [glutes, hamstrings]\nlevel: beginner\n" if at % 2 else 'license: "CC0-1.0"\nlevel: advanced\n'
        make_guide(terminal.folder / "content" / f"{stem}.md", title=title, equipment=equipment, more=more)
    return terminal.folder / "content"


@pytest.fixture
def booklet(terminal, library):
    def make(*options):
        terminal.run("booklet", "-o", "made.pdf", *options)
        return Opened((terminal.folder / "made.pdf").read_bytes())

    return make


def test_a_booklet_is_a5_and_stands_in_output(terminal, library):
    said = terminal.run("booklet").stdout
    found = Opened((terminal.folder / "output" / "booklet.pdf").read_bytes())
    assert said.startswith("7 cards on 12 pages in output/booklet.pdf (")
    assert {tuple(round(float(side)) for side in page.MediaBox) for page in found.pdf.pages} == {(0, 0, 420, 595)}


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--size", "a4", "--group-by", "equipment"),
        ("--size", "a6"),
        ("--orientation", "landscape", "--group-by", "level"),
        ("--detail", "full", "--order", "file"),
        ("--size", "letter", "--orientation", "auto", "--order", "given"),
    ],
    ids=lambda options: " ".join(options) or "plain",
)
def test_every_printed_page_number_is_the_page_it_names(booklet, options):
    found = booklet(*options)
    texts = found.texts()
    links = list(inner_links(found.pdf))
    assert len(links) >= 2 * len(MOVES)
    for page, rect, words, target in links:
        name, number = re.fullmatch(r"(.*), pages? (\d+)(?:–\d+)?", words).groups()
        assert target == int(number) - 1, words
        assert re.search(rf"\b{number}\b", found.text_in(page, rect)), words
        if page < 5 and name not in ("Before you start", "Index", "Credits"):
            assert name in texts[target], words


@pytest.mark.parametrize("size", ["a5", "a4", "a6"])
def test_every_page_after_the_cover_bears_its_number_outside(booklet, size):
    found = booklet("--size", size)
    for at, page in enumerate(found.pdf.pages):
        width = float(page.MediaBox[2])
        left = at % 2 == 1
        corner = (0, 0, mm(18), mm(12)) if left else (width - mm(18), 0, width, mm(12))
        numbers = re.findall(r"\d+", found.text_in(at, corner))
        assert numbers == ([str(at + 1)] if at else [])


def test_the_outline_names_every_part_and_card_with_its_page(booklet):
    found = booklet()
    texts = found.texts()
    marks = list(outline_of(found.pdf))
    assert [title for _, title, _ in marks[:3]] == ["Cover", "Before you start", "Contents"]
    assert [title for _, title, _ in marks[-2:]] == ["Index", "Credits"]
    cards = marks[3:-2]
    assert {title for _, title, _ in cards} >= {"Row (Band)", "Row (Cable)", "Good Morning"}
    assert [page for _, _, page in cards] == list(range(3, 10))
    for _, title, page in cards:
        assert title.partition(" (")[0] in texts[page]


def test_groups_hold_their_cards_in_contents_and_outline(booklet):
    found = booklet("--group-by", "equipment")
    marks = [(depth, title) for depth, title, _ in outline_of(found.pdf)]
    assert marks[3:6] == [(0, "Band"), (1, "Pull Through"), (1, "Row (Band)")]
    contents = found.texts()[2]
    assert contents.index("Barbell") < contents.index("Good Morning") < contents.index("Bodyweight")


def test_pages_are_labelled_with_their_numbers(booklet):
    pdf = booklet().pdf
    nums = list(pdf.Root.PageLabels.Nums)
    assert [int(nums[0]), str(nums[1].P), int(nums[2]), str(nums[3].S), int(nums[3].St)] == [0, "Cover", 1, "/D", 2]
    assert len(nums) == 4


def test_each_font_is_embedded_once(booklet):
    pdf = booklet().pdf
    fonts = {
        str(it.BaseFont).partition("+")[2]
        for it in pdf.objects
        if isinstance(it, pikepdf.Dictionary) and it.get("/Subtype") == "/Type0"
    }
    files = [it for it in pdf.objects if isinstance(it, pikepdf.Stream) and "/Length1" in it]
    assert len(files) == len(fonts) <= 6


def test_the_same_guides_give_the_same_bytes(booklet):
    assert booklet("--group-by", "level").data == booklet("--group-by", "level").data


def test_cover_title_subtitle_and_gym(terminal, booklet):
    (terminal.folder / "cardgen.toml").write_text('[gym]\nname = "Harbour Gym"\n', encoding="utf-8")
    cover = booklet("--title", "Strong Backs", "--subtitle", "A first year").texts()[0]
    assert [part in cover for part in ("Strong Backs", "A first year", "Harbour Gym", "7 exercises")] == [True] * 4
    assert booklet().pdf.docinfo.Title == "Harbour Gym"


def test_credits_name_the_licence_and_the_pages(booklet):
    credits_ = booklet().texts()[-1]
    assert "CC0-1.0" in credits_
    assert "Good Morning (5)" in credits_


def test_a_selection_is_bound_alone(terminal, library):
    made = terminal.json("booklet", "--only", "equipment=band")
    assert [(card["title"], card["page"]) for card in made["cards"]] == [("Pull Through", 4), ("Row", 5)]


def test_a_guide_that_fails_is_left_out_and_reported(terminal, library, make_guide):
    make_guide(library / "broken_band.md", text="---\ntitle: [\n---\n")
    many = "".join(f"\n### Step {at}\n{'Hold the weight in front of you and breathe. ' * 12}\n" for at in range(12))
    make_guide(library / "endless_band.md", text=f"---\ntitle: Endless\n---\n\n<!-- howto -->\n{many}")
    result = terminal.run("booklet", "-o", "made.pdf", exit_code=1)
    assert "content/broken_band.md:" in result.stderr
    assert "too long for a5" in result.stderr
    assert "7 cards on 12 pages in made.pdf" in result.stdout
    assert "2 failed: broken_band.md, endless_band.md" in result.stdout
    assert "Endless" not in " ".join(Opened((terminal.folder / "made.pdf").read_bytes()).texts())


def test_where_no_guide_is_left_nothing_is_written(terminal, make_guide):
    make_guide(terminal.folder / "content" / "broken_band.md", text="---\ntitle: [\n---\n")
    result = terminal.run("booklet", "-o", "made/it.pdf", exit_code=1)
    assert "nothing written: no guide is left for made/it.pdf" in result.stderr
    assert not (terminal.folder / "made").exists()
    made = json.loads(terminal.run("booklet", "--json", exit_code=1).stdout)
    assert (made["booklet"], made["pages"], made["cards"]) == (None, 0, [])
    assert made["failed"] == ["content/broken_band.md"]


def test_two_guides_of_one_file_name_are_both_bound(terminal, make_guide):
    make_guide(terminal.folder / "content" / "a" / "row_cable.md", title="Row", equipment="Cable")
    make_guide(terminal.folder / "content" / "b" / "row_cable.md", title="Low Row", equipment="Cable")
    assert len(terminal.json("booklet", "-r")["cards"]) == 2


@pytest.mark.parametrize("output", ["content/goodmorning_barbell.md", "made", "made.pdf.md"])
def test_only_a_pdf_file_is_written(terminal, library, output):
    result = terminal.run("booklet", "-o", output, exit_code=2)
    assert "name a file that ends in .pdf" in result.stderr


def test_a_title_that_no_cover_takes_is_refused(terminal, library):
    assert "there is room for 120" in terminal.run("booklet", "--title", "Ab " * 60, exit_code=2).stderr
    assert "no font has the character" in terminal.run("booklet", "--title", "力", exit_code=2).stderr


def test_quiet_says_nothing(terminal, library):
    assert terminal.run("booklet", "-q").output == ""


@pytest.mark.slow
@pytest.mark.parametrize("number", mostly_slow([70, 300, 2000], every=3))
def test_many_guides_are_all_in_contents_and_index(terminal, make_guide, number):
    for at in range(number):
        make_guide(terminal.folder / "content" / f"move{at}_band.md", title=f"Move Number {at}", equipment="Band")
    terminal.run("booklet", "-o", "made.pdf", "-j", "1")
    found = Opened((terminal.folder / "made.pdf").read_bytes())
    pdf = found.pdf
    texts = found.texts()
    cards = [(title, page) for _, title, page in outline_of(pdf) if title.startswith("Move")]
    assert len(cards) == number
    assert all(re.search(rf"\b{title}\b", texts[page]) for title, page in cards)
    linked = {}
    for page, _, words, target in inner_links(pdf):
        name = words.partition(",")[0]
        linked.setdefault(name, []).append((page, target))
    for title, page in cards:
        assert [target for _, target in linked[title]] == [page, page], "from the contents and from the index"


def test_groups_that_no_guide_belongs_to_are_told(terminal, make_guide):
    make_guide(terminal.folder / "content" / "row_band.md", title="Row", equipment="Band")
    told = terminal.run("booklet", "-o", "made.pdf", "--group-by", "level").stderr
    assert "no guide names its level: the booklet has no groups\n  hint: " in told
    assert "has no groups" not in terminal.run("booklet", "-o", "made.pdf", "--group-by", "equipment").stderr
