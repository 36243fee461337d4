"""`cardgen overview`, as a person uses it."""

import json
import re

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.drawn import noise, saved
from tests.paint.tagged import read_tags


def texts(path):
    document = pypdfium2.PdfDocument(path)
    found = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return found


def test_the_cards_of_a_folder_stand_on_one_sheet(terminal, content):
    said = terminal.run("overview").stdout
    assert re.fullmatch(r"3 cards on 1 page in output/overview\.pdf \(\d+\.\d s\)\n", said)
    path = terminal.folder / "output" / "overview.pdf"
    (text,) = texts(path)
    assert "content" in text
    assert "3 cards" in text
    tree = read_tags(path.read_bytes())
    assert [it.alternative for it in tree.all("Figure")] == ["Good Morning", "Hip Bridge", "Pull Through"]
    with pikepdf.open(path) as pdf:
        assert [round(float(side)) for side in pdf.pages[0].MediaBox] == [0, 0, 595, 842]
        assert pdf.docinfo.Title == "content"


def test_a_guide_that_fails_is_told_and_leaves_no_hole(terminal, content, make_guide):
    make_guide(content / "hollow_band.md", text="---\ntitle: [\n---\n")
    make_guide(content / "kana_band.md", title="Good \N{HIRAGANA LETTER A}")
    result = terminal.run("overview", "-o", "all.pdf", exit_code=1)
    assert "content/hollow_band.md:" in result.stderr
    assert "no font has the character" in result.stderr
    assert "3 cards on 1 page in all.pdf" in result.stdout
    assert "2 failed: hollow_band.md, kana_band.md" in result.stdout
    assert len(read_tags((terminal.folder / "all.pdf").read_bytes()).all("Figure")) == 3


def test_where_no_guide_is_left_nothing_is_written(terminal, make_guide):
    make_guide(terminal.folder / "content" / "hollow_band.md", text="---\ntitle: [\n---\n")
    told = terminal.run("overview", "-o", "made/all.pdf", exit_code=1).stderr
    assert "nothing written: no guide is left for made/all.pdf" in told
    assert not (terminal.folder / "made").exists()
    made = json.loads(terminal.run("overview", "--json", exit_code=1).stdout)
    assert (made["overview"], made["files"], made["pages"], made["cards"]) == (None, [], 0, [])


def test_one_page_is_one_picture_and_several_are_numbered(terminal, content):
    said = terminal.run("overview", "-o", "all.png", "--dpi", "36").stdout
    assert "3 cards on 1 page in all.png (" in said
    with Image.open(terminal.folder / "all.png") as image:
        assert image.size == (298, 421)
    made = terminal.json("overview", "-o", "some.svg", "--columns", "1", "--sheet", "a5")
    assert made["files"] == ["some-01.svg", "some-02.svg", "some-03.svg"]
    assert made["overview"] == "some-01.svg"
    assert [card["title"] for card in made["cards"]] == ["Good Morning", "Hip Bridge", "Pull Through"]


def test_pages_of_an_earlier_sheet_are_told(terminal, content):
    terminal.run("overview", "-o", "all.svg", "--columns", "1", "--sheet", "a5")
    assert "left alone: all-01.svg, all-02.svg, all-03.svg\n" in terminal.run("overview", "-o", "all.svg").stderr
    told = terminal.run("overview", "-o", "all.svg", "--columns", "1", "--sheet", "a5").stderr
    assert told == "left from before, and left alone: all.svg\n"
    assert terminal.run("overview", "-o", "all.pdf").stderr == ""


def test_cards_look_as_render_makes_them(terminal, content):
    terminal.run("overview", "-o", "all.pdf", "--detail", "full", "--size", "a5", "--orientation", "landscape")
    assert "Push the hips back" in texts(terminal.folder / "all.pdf")[0]


@pytest.mark.slow
def test_the_same_guides_give_the_same_bytes_whoever_makes_them(terminal, content):
    for name, jobs in (("one", "1"), ("two", "2")):
        terminal.run("overview", "-o", f"{name}.pdf", "-j", jobs)
    assert (terminal.folder / "one.pdf").read_bytes() == (terminal.folder / "two.pdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "settings", "expected"),
    [
        ((), "", "content"),
        (("content",), "", "content"),
        (("content/pullthrough_band.md",), "", "Workout cards"),
        (("content/pullthrough_band.md",), '[gym]\nname = "Harbour Gym"\n', "Harbour Gym"),
        (("content", "--title", " Leg   day "), '[gym]\nname = "Harbour Gym"\n', "Leg day"),
        ((".", "-r"), "", None),
    ],
)
def test_the_head_names_the_folder_or_the_gym(terminal, content, arguments, settings, expected):
    (terminal.folder / "cardgen.toml").write_text(settings, encoding="utf-8")
    terminal.run("overview", *arguments, "-o", "all.pdf")
    (head,) = read_tags((terminal.folder / "all.pdf").read_bytes()).all("H1")
    assert head.text.strip() == (expected or terminal.folder.name)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--columns", "11"), "11 cards across are too many for a4, 210 mm wide\n  hint: at most 10 can be told apart"),
        (("--columns", "0"), "--columns"),
        (("--sheet", "a44"), 'unknown size "a44"'),
        (("--title", "力"), "--title: no font has the character"),
        (("--title", "Ab " * 60), "there is room for 120"),
        (("-o", "all.txt"), "PDF cannot be written to all.txt"),
        (("--sheet", "1200x1200mm", "--format", "png", "--dpi", "600"), "28346 x 28346 pixels"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(terminal, content, arguments, message):
    assert message in terminal.run("overview", *arguments, exit_code=2).stderr


def test_two_guides_of_one_file_name_are_both_shown(terminal, make_guide):
    make_guide(terminal.folder / "content" / "a" / "row_cable.md", title="Row", equipment="Cable")
    make_guide(terminal.folder / "content" / "b" / "row_cable.md", title="Low Row", equipment="Cable")
    assert len(terminal.json("overview", "-r")["cards"]) == 2


def test_photographs_are_no_larger_than_they_are_shown(terminal, content, make_guide):
    (content / "shots").mkdir()
    (content / "shots" / "start.jpg").write_bytes(saved(noise((1200, 900)), "JPEG"))
    make_guide(content / "row_band.md", title="Row", equipment="Band", more="image: shots/start.jpg\n")
    terminal.run("overview", "-o", "all.pdf", "--columns", "5")
    with pikepdf.open(terminal.folder / "all.pdf") as pdf:
        (image,) = [it for it in pdf.pages[0].Resources.XObject.values() if it.Subtype == "/Image"]
        assert 20 < int(image.Width) < 300
    terminal.run("overview", "-o", "all.svg")
    assert "data:image/jpeg" in (terminal.folder / "all.svg").read_text(encoding="utf-8")


def test_a_guide_with_a_damaged_photograph_leaves_no_hole(terminal, content, make_guide):
    (content / "shots").mkdir()
    (content / "shots" / "start.jpg").write_bytes(saved(noise((400, 300)), "JPEG")[:4000])
    make_guide(content / "row_band.md", title="Row", equipment="Band", more="image: shots/start.jpg\n")
    result = terminal.run("overview", "-o", "all.pdf", exit_code=1)
    assert "content/row_band.md:6: content/shots/start.jpg: the image is damaged" in result.stderr
    assert "3 cards on 1 page in all.pdf" in result.stdout


def test_quiet_says_nothing(terminal, content):
    assert terminal.run("overview", "-q").output == ""
