"""`--format` and `--dpi`, as a person uses them: PDF, PNG and SVG of cards and booklets."""

import hashlib
import io
import json
import re
import sys
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

import cardgen
from cardgen.cli.formats import FORMATS
from cardgen.files import manifest
from cardgen.paint.preview import DPI, LEAST_DPI, MOST_DPI
from cardgen.pipeline.rendition import Format, page_paths

SVG = "{http://www.w3.org/2000/svg}"


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != manifest.FILE_NAME)


def entries(folder):
    return json.loads((folder / manifest.FILE_NAME).read_text())["cards"]


def test_cards_are_written_as_png_at_the_resolution_asked_for(terminal, content):
    result = terminal.run("render", "--format", "png", "--dpi", "60", "--size", "a5")
    assert re.match(r"3 cards in output/ \(\d+\.\d s\)\n", result.stdout)
    output = terminal.folder / "output"
    assert names(output) == ["goodmorning_barbell.png", "hipbridge_bodyweight.png", "pullthrough_band.png"]
    with Image.open(output / "pullthrough_band.png") as image:
        assert (image.size, round(image.info["dpi"][0])) == ((350, 496), 60)
        assert image.info["Title"] == "Pull Through"


def test_cards_are_written_as_svg_with_their_words(terminal, content):
    terminal.run("render", "--format", "SVG", "--only", "equipment=band")
    tree = ET.parse(terminal.folder / "output" / "pullthrough_band.svg").getroot()  # noqa: S314 - our own
    assert "Pull Through" in "".join(tree.itertext())
    assert tree.get("width") == "210mm"


def test_cards_of_every_format_stand_side_by_side_in_the_manifest(terminal, content):
    output = terminal.folder / "output"
    for kind in ("pdf", "png", "svg", "pdf"):
        terminal.run("render", "--format", kind, "--only", "title~h")
    found = entries(output)
    assert [it["file"] for it in found] == [
        f"{stem}.{kind}" for stem in ("hipbridge_bodyweight", "pullthrough_band") for kind in FORMATS
    ]
    for it in found:
        assert it["card_sha256"] == hashlib.sha256((output / it["file"]).read_bytes()).hexdigest()
    assert len({it["settings_sha256"] for it in found}) == 3
    (output / "pullthrough_band.png").unlink()
    terminal.run("render", "--only", "title~h")
    assert "pullthrough_band.png" not in [it["file"] for it in entries(output)]


def test_the_resolution_is_one_of_the_settings(terminal, content):
    digests = set()
    for dpi in ("36", "40"):
        terminal.run("render", "--format", "png", "--dpi", dpi, "--only", "equipment=band")
        digests.add(entries(terminal.folder / "output")[0]["settings_sha256"])
    assert len(digests) == 2


@pytest.mark.slow
def test_cards_are_the_same_bytes_whoever_makes_them(terminal, content):
    for folder, jobs in (("one", "1"), ("two", "2")):
        terminal.run("render", "-o", folder, "--format", "png", "--dpi", "36", "-j", jobs)
    one, two = ({path.name: path.read_bytes() for path in (terminal.folder / it).iterdir()} for it in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("command", ["render", "booklet", "overview"])
@pytest.mark.parametrize("kind", [("--format", "svg"), ()])
def test_a_resolution_is_for_png_alone(terminal, content, command, kind):
    told = terminal.run(command, *kind, "--dpi", "150", exit_code=2).stderr
    assert f"--dpi is for PNG, and {'SVG' if kind else 'PDF'} has no pixels" in told
    assert "leave it out, or add --format png" in told


@pytest.mark.parametrize("dpi", ["35", "601", "many", "-1"])
def test_a_resolution_out_of_reach_is_wrong_usage(terminal, content, dpi):
    assert "--dpi" in terminal.run("render", "--format", "png", "--dpi", dpi, exit_code=2).stderr


def test_the_help_tells_the_resolutions_that_there_are(terminal):
    told = " ".join(terminal.run("render", "--help").stdout.split())
    assert f"from {LEAST_DPI} to {MOST_DPI} (default: {DPI})" in told
    assert {kind.value for kind in Format} == set(FORMATS)


def test_a_picture_larger_than_memory_takes_is_refused_before_a_guide_is_read(terminal, content):
    asked = ("--size", "420x594mm", "--format", "png", "--dpi", "600")
    told = terminal.run("render", *asked, exit_code=2).stderr
    assert "9921 x 14031 pixels" in told
    assert "choose at most --dpi 431" in told
    assert not (terminal.folder / "output").exists()


@pytest.mark.parametrize("command", ["render", "booklet", "overview", "watch"])
def test_without_the_library_png_is_wrong_usage_with_a_hint(terminal, content, monkeypatch, command):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    told = terminal.run(command, "--format", "png", exit_code=2).stderr
    assert told == "cardgen: PNG needs pypdfium2, which is not installed\n  hint: pip install 'cardgen[preview]'\n"


def test_watch_writes_the_format_asked_for(terminal, content, monkeypatch):
    def ticks(folders):
        yield
        (content / "pullthrough_band.md").unlink()
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr("cardgen.cli.watch.ticks", ticks)
    told = terminal.run("watch", "--format", "svg").stdout
    assert "content/pullthrough_band.md: deleted; pullthrough_band.svg is left alone" in told
    assert {name.rpartition(".")[2] for name in names(terminal.folder / "output")} == {"svg"}
    assert len(entries(terminal.folder / "output")) == 3


# --- booklets -------------------------------------------------------------------------------------------------------


def test_the_pages_of_a_booklet_are_numbered_pictures(terminal, content):
    said = terminal.run("booklet", "--format", "png", "--dpi", "36").stdout
    assert re.fullmatch(r"3 cards on 7 pages in output/booklet-01.png to booklet-07.png \(\d+\.\d s\)\n", said)
    assert names(terminal.folder / "output") == [f"booklet-0{page}.png" for page in range(1, 8)]
    with Image.open(terminal.folder / "output" / "booklet-04.png") as image:
        assert image.size == (210, 298)


def test_the_name_of_the_file_decides_where_no_format_is_given(terminal, content):
    made = terminal.json("booklet", "-o", "made/all.svg")
    assert made["booklet"] == "made/all-01.svg"
    assert made["files"] == [f"made/all-0{page}.svg" for page in range(1, 8)]
    assert terminal.json("booklet", "-o", "made/all.PDF")["files"] == ["made/all.PDF"]


def test_the_contents_of_svg_pages_lead_to_the_files_of_the_cards(terminal, content):
    terminal.run("booklet", "-o", "all.svg")
    tree = ET.parse(terminal.folder / "all-03.svg").getroot()  # noqa: S314 - our own
    links = {it.get("aria-label"): it.get("href") for it in tree.iter(f"{SVG}a")}
    assert links["Hip Bridge, page 5"] == "all-05.svg"
    assert links["Index, page 7"] == "all-07.svg"
    assert "Hip Bridge" in (terminal.folder / "all-05.svg").read_text(encoding="utf-8")


def test_links_lead_to_files_whatever_they_are_called(terminal, content):
    terminal.run("booklet", "-o", "a#b%41 c.svg")
    page = (terminal.folder / "a#b%41 c-03.svg").read_text("utf-8")
    assert 'href="a%23b%2541%20c-05.svg"' in page
    assert 'href="a#b' not in page


def test_pages_of_an_earlier_booklet_are_told(terminal, content):
    terminal.run("booklet", "-o", "all.svg")
    told = terminal.run("booklet", "-o", "all.svg", "--only", "equipment=band").stderr
    assert told == "left from before, and left alone: all-06.svg, all-07.svg\n"
    assert terminal.run("booklet", "-o", "all.svg", "-q").output == ""


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("-o", "all.svg", "--format", "png"), "PNG cannot be written to all.svg", "name a file that ends in .png, or leave --format out"),
        (("-o", "all.png", "--format", "pdf"), "PDF cannot be written to all.png", "name a file that ends in .pdf, or leave --format out"),
        (("-o", "all.txt", "--format", "svg"), "SVG cannot be written to all.txt", "name a file that ends in .svg, such as booklet.svg"),
        (("-o", "all.jpg"), "PDF cannot be written to all.jpg", "name a file that ends in .pdf, .png or .svg, such as booklet.pdf"),
        (("-o", "all"), "PDF cannot be written to all", "name a file that ends in .pdf, .png or .svg, such as booklet.pdf"),
    ],
)  # fmt: skip
def test_a_name_that_does_not_say_what_is_in_the_file_is_refused(terminal, content, arguments, message, hint):
    told = terminal.run("booklet", *arguments, exit_code=2).stderr
    assert f"cardgen: {message}\n" in told
    assert f"hint: {hint}" in told


def test_numbers_have_as_many_digits_for_all_pages(tmp_path):
    assert [path.name for path in page_paths(tmp_path / "a.b.png", 1)] == ["a.b.png"]
    assert [path.name for path in page_paths(tmp_path / "a.b.png", 12)][8:10] == ["a.b-09.png", "a.b-10.png"]
    assert page_paths(tmp_path / "all.png", 319)[4].name == "all-005.png"


# --- the library ----------------------------------------------------------------------------------------------------


@pytest.fixture
def guide(tmp_path, make_guide):
    return cardgen.load(make_guide(tmp_path / "goodmorning_barbell.md"))


def test_a_card_is_rendered_to_a_picture_from_python(guide):
    png = cardgen.render(guide, size="a6", format="png", dpi=40)
    assert Image.open(io.BytesIO(png)).size == (165, 233)
    assert png == cardgen.render(guide, size="a6", format="png", dpi=40)
    svg = cardgen.render(guide, size="a6", format="SVG")
    assert svg.startswith(b"<svg ")
    assert svg == cardgen.render(guide, size="a6", format="svg")
    assert cardgen.render(guide, format="pdf", dpi=5).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"format": "pgn"}, 'unknown format "pgn"'),
        ({"format": ""}, 'unknown format ""'),
        ({"format": "png", "dpi": 5}, "5 dpi cannot be drawn"),
        ({"format": "png", "dpi": 600, "size": "420x594mm"}, "139 million"),
    ],
)
def test_what_cannot_be_drawn_is_a_usage_error_with_a_hint(guide, options, message):
    with pytest.raises(cardgen.UsageError, match=message) as caught:
        cardgen.render(guide, **options)
    assert caught.value.hint


def test_a_guide_that_makes_no_card_makes_no_picture_either(tmp_path, make_guide):
    bad = cardgen.load(make_guide(tmp_path / "a.md", title="Good \N{HIRAGANA LETTER A}"))
    for kind in FORMATS:
        with pytest.raises(cardgen.GuideError, match="no font has the character"):
            cardgen.render(bad, format=kind)
