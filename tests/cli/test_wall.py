"""Cards for the wall, in large print and in little ink, as a person asks for them."""

from __future__ import annotations

import io
import json
import re

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from cardgen.values.geometry import mm
from tests.paint.opened import text_of

GUIDE = "content/pullthrough_band.md"
CARD = "pullthrough_band"


def made(terminal, name=f"{CARD}.pdf"):
    return (terminal.folder / "output" / name).read_bytes()


def pages_of(data):
    return len(pikepdf.open(io.BytesIO(data)).pages)


# --- copies and numbers ---------------------------------------------------------------------------------------------------


def test_copies_stand_in_one_file(terminal, content):
    terminal.run("render", GUIDE, "--copies", "3")
    assert pages_of(made(terminal)) == 3
    terminal.run("render", GUIDE, "--copies", "2", "--sides", "2")
    assert pages_of(made(terminal)) == 4
    texts = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made(terminal))]
    assert texts[0] == texts[2] != texts[1] == texts[3], "front and back of one, then of the next"


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_copies_of_a_picture_are_refused(terminal, content, kind):
    told = terminal.run("render", GUIDE, "--copies", "2", "--format", kind, exit_code=2).stderr
    assert f"--copies is for PDF, and {kind.upper()} has one picture a side" in told
    assert not (terminal.folder / "output").exists()


def test_numbers_are_counted_over_the_guides_that_are_meant(terminal, content):
    terminal.run("render", "--number", "7", "--only", "equipment~b", "--only", "title~h")
    found = {path.stem: text_of(path.read_bytes()) for path in (terminal.folder / "output").glob("*.pdf")}
    assert {stem: re.findall(r"STATION\s+(\d+)", text) for stem, text in found.items()} == {
        "hipbridge_bodyweight": ["7"],
        "pullthrough_band": ["8"],
    }


def test_a_number_stands_above_the_title_and_huge_on_a_poster(terminal, content):
    terminal.run("render", GUIDE, "--number", "7")
    assert len(re.findall(r"STATION\s+7", text_of(made(terminal)))) == 1
    terminal.run("render", GUIDE, "--number", "7", "--detail", "headline")
    assert re.search(r"STATION\s+7", text_of(made(terminal)))
    terminal.run("render", GUIDE)
    assert "STATION" not in text_of(made(terminal))


def test_the_manifest_knows_another_number_for_other_settings(terminal, content):
    def digests(*arguments):
        terminal.run("render", *arguments)
        entries = json.loads(made(terminal, "cardgen-manifest.json"))["cards"]
        return {entry["settings_sha256"] for entry in entries}

    assert len(digests("content")) == 1
    assert len(digests("content", "--number", "1")) == 3


# --- two sides ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_each_side_is_a_picture_of_its_own(terminal, content, kind):
    told = terminal.json("render", GUIDE, "--sides", "2", "--format", kind, "--size", "a6")
    names = [f"{CARD}-01.{kind}", f"{CARD}-02.{kind}"]
    assert [path.rpartition("/")[2] for path in told["cards"][0]["sides"]] == names
    entries = json.loads(made(terminal, "cardgen-manifest.json"))["cards"]
    assert [entry["file"] for entry in entries] == names
    assert len({entry["card_sha256"] for entry in entries}) == 2
    terminal.run("render", GUIDE, "--format", kind, "--size", "a6")
    assert {entry["file"] for entry in json.loads(made(terminal, "cardgen-manifest.json"))["cards"]} == {
        *names, f"{CARD}.{kind}"
    }  # fmt: skip


def test_a_pdf_holds_both_sides(terminal, content):
    told = terminal.json("render", GUIDE, "--sides", "2")
    assert "sides" not in told["cards"][0]
    assert pages_of(made(terminal)) == 2


def test_a_poster_has_one_side(terminal, content):
    told = terminal.run("render", GUIDE, "--sides", "2", "--detail", "headline", exit_code=2).stderr
    assert "a headline card has one side" in told
    for flags in re.findall(r"(--\S+) (\w+)", told.partition("hint: ")[2]):
        terminal.run("render", GUIDE, "--sides", "2", "--detail", "headline", *flags)


def test_a_full_card_on_a_small_sheet_is_shown_a_size_where_that_works(terminal, content):
    small = ("render", GUIDE, "--detail", "full", "--size", "a6")
    hint = terminal.run(*small, exit_code=2).stderr.partition("hint: ")[2]
    (flags,) = re.findall(r"(--\S+) (\w+)", hint)
    terminal.run(*small, *flags)
    assert "--size" not in terminal.run(*small, "--read-from", "4m", exit_code=2).stderr


# --- distances ------------------------------------------------------------------------------------------------------------


def test_a_distance_decides_the_sizes_and_the_code(terminal, content):
    terminal.run("render", GUIDE, "--size", "a2", "--detail", "headline", "--read-from", "1.5m", "--format", "svg")
    text = made(terminal, f"{CARD}.svg").decode()
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', text)]
    assert sizes
    assert min(sizes) >= 19.5 - 0.01


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--read-from", "far"), '"far" is no distance'),
        (("--scan-from", "2"), '"2" has no unit'),
        (("--safe", "9cm"), 'the margin "9cm" is 90 mm'),
        (("--read-from", "90m"), 'the distance "90m" is 90 m'),
        (("--number", "0"), "0 is not in the range 1<=x<=999"),
        (("--copies", "100"), "100 is not in the range 1<=x<=99"),
    ],
)
def test_what_nobody_can_mean_is_refused_before_any_work(terminal, content, arguments, message):
    assert message in terminal.run("render", GUIDE, *arguments, exit_code=2).stderr
    assert not (terminal.folder / "output").exists()


def test_a_guide_that_is_too_long_for_the_distance_is_refused_with_what_works(terminal, content):
    told = terminal.run("render", GUIDE, "--size", "a5", "--read-from", "1.5m", exit_code=1).stderr
    assert "on a5" in told
    assert "  hint: " in told
    assert "--size a" in told


# --- ink --------------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_verbose_says_how_much_ink_each_card_takes_and_all_in_the_mean(terminal, content):
    full = inks(terminal.run("render", "-v").stdout)
    low = inks(terminal.run("render", "-v", "--ink", "low").stdout)
    assert list(full) == [*sorted(path.stem for path in content.glob("*.md")), "mean of 3 cards"]
    assert all(low[stem] < 0.3 * full[stem] for stem in full)


def inks(text):
    lines = re.findall(r"^(.+): ([\d.]+) % ink", text, re.MULTILINE)
    return {name: float(percent) for name, percent in lines}


def test_ink_is_asked_for_in_the_settings_file_too(terminal, content):
    (terminal.folder / "cardgen.toml").write_text('[card]\nink = "mono"\n', encoding="utf-8")
    terminal.run("render", GUIDE)
    mono = made(terminal)
    terminal.run("render", GUIDE, "--ink", "full")
    full = made(terminal)
    (terminal.folder / "cardgen.toml").unlink()
    terminal.run("render", GUIDE, "--ink", "mono")
    assert made(terminal) == mono != full


def test_one_ink_paints_with_black_alone(terminal, content):
    """No operator of the page sets a colour of three parts, or anything between black and white."""
    terminal.run("render", GUIDE, "--ink", "mono")
    with pikepdf.open(io.BytesIO(made(terminal))) as pdf:
        streams = [pdf.pages[0], *pdf.pages[0].get("/Resources", {}).get("/XObject", {}).values()]
        found = {
            (str(operator), *(float(value) for value in operands))
            for stream in streams
            for operands, operator in pikepdf.parse_content_stream(stream)
            if str(operator) in {"g", "G", "rg", "RG", "k", "K"}
        }
    assert found <= {("g", 0.0), ("g", 1.0), ("G", 0.0), ("G", 1.0)}


def test_without_the_library_that_draws_nothing_is_measured_and_that_is_said(terminal, content, monkeypatch):
    monkeypatch.setattr("cardgen.paint.preview.find_spec", lambda name: None)
    told = terminal.run("render", GUIDE, "-v")
    assert "% ink" not in told.stdout
    assert "ink is not measured: pip install 'cardgen[preview]'" in told.stderr
    assert "ink is not measured" not in terminal.run("render", GUIDE, "-v", "--format", "svg").stderr


def test_a_photograph_and_a_logo_are_grey_in_one_ink_and_left_out_in_low(terminal, content):
    folder = content / "shots"
    folder.mkdir()
    Image.new("RGB", (300, 200), "#c03020").save(folder / "start.jpg")
    Image.new("RGB", (60, 40), "#c03020").save(terminal.folder / "logo.png")
    (terminal.folder / "cardgen.toml").write_text('[gym]\nlogo = "logo.png"\n', encoding="utf-8")
    path = terminal.folder / GUIDE
    path.write_text(
        path.read_text(encoding="utf-8").replace("video:", "image: shots/start.jpg\nvideo:"), encoding="utf-8"
    )
    spaces = {}
    for ink in ("full", "mono", "low"):
        told = terminal.run("render", GUIDE, "--ink", ink, "-v")
        with pikepdf.open(io.BytesIO(made(terminal))) as pdf:
            images = [item for item in pdf.pages[0].Resources.XObject.values() if item.Subtype == "/Image"]
            spaces[ink] = sorted(str(image.ColorSpace) for image in images)
        assert ("photographs are not printed in low ink" in told.stderr) == (ink == "low")
    assert spaces["full"] == ["/DeviceRGB", "/DeviceRGB"]
    assert spaces["mono"] == ["/DeviceGray", "/DeviceGray"]
    assert spaces["low"] == ["/DeviceRGB"], "the logo keeps its colours"


# --- the same bytes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("--detail", "headline", "--number", "7"),
        ("--ink", "low"),
        ("--ink", "mono", "--sides", "2"),
        ("--edition", "large-print", "--size", "a4"),
        ("--punch", "corners", "--safe", "8mm", "--copies", "2"),
    ],
    ids=" ".join,
)
def test_the_same_guide_gives_the_same_bytes(terminal, content, arguments):
    terminal.run("render", GUIDE, *arguments)
    once = made(terminal)
    terminal.run("render", GUIDE, *arguments)
    assert made(terminal) == once


def test_copies_of_a_booklet_are_not_asked_for(terminal, content):
    assert "No such option" in terminal.run("booklet", "--copies", "2", exit_code=2).stderr


def test_every_size_by_name_is_a_sheet(terminal, content):
    for name, width, height in (("a2", 420, 594), ("a7", 74, 105), ("legal", 215.9, 355.6), ("10x15cm", 100, 150)):
        terminal.run("render", GUIDE, "--size", name, "--detail", "headline")
        with pikepdf.open(io.BytesIO(made(terminal))) as pdf:
            found = [float(value) for value in pdf.pages[0].MediaBox[2:]]
        assert found == pytest.approx([mm(width), mm(height)], abs=0.1)
