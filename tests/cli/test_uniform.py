"""Cards made together share their sizes, and those of a folder keep them."""

import json
import re

import pypdfium2
import pytest

from cardgen.files.manifest import FILE_NAME


def sets_of(terminal, folder="output"):
    return json.loads((terminal.folder / folder / FILE_NAME).read_text())["sets"]


def sizes_of(path):
    """The sizes of the steps' text on a card, in points, as the file has them."""
    document = pypdfium2.PdfDocument(path)
    page = document[0].get_textpage()
    text = page.get_text_range()
    at = text.index("Place the feet")
    height = page.get_charbox(at, loose=True)
    document.close()
    return round(height[3] - height[1], 2)


def cards(terminal):
    return sorted((terminal.folder / "output").glob("*.pdf"))


def test_a_folder_shares_its_sizes_and_the_manifest_keeps_them(terminal, content):
    terminal.run("render", "--size", "a5")
    ((key, shared),) = sets_of(terminal).items()
    assert re.fullmatch("[0-9a-f]{64}", key)
    assert shared["body"] >= 9.0
    assert shared["stage"] > 0
    assert len({sizes_of(path) for path in cards(terminal)}) == 1
    terminal.run("render", "--size", "a6")
    assert len(sets_of(terminal)) == 2, "a set of another sheet is another set"


def test_a_single_card_made_later_is_the_same_as_with_its_set(terminal, content):
    terminal.run("render", "--size", "a5")
    card = terminal.folder / "output" / "pullthrough_band.pdf"
    before = card.read_bytes()
    card.unlink()
    terminal.run("render", "content/pullthrough_band.md", "--size", "a5")
    assert card.read_bytes() == before


def test_what_is_set_is_decided_anew_only_where_that_is_asked(terminal, content):
    terminal.run("render", "--size", "a5", "--type-size", "9.5pt")
    assert [shared["body"] for shared in sets_of(terminal).values()] == [9.5]
    terminal.run("render", "--size", "a5")
    assert [shared["body"] for shared in sets_of(terminal).values()] == [9.5]
    terminal.run("render", "--size", "a5", "--reset-set")
    assert [shared["body"] for shared in sets_of(terminal).values()] != [9.5]


def test_a_size_of_type_is_that_of_every_card_it_fits(terminal, content):
    terminal.run("render", "--size", "a5", "--type-size", "9pt")
    small = {sizes_of(path) for path in cards(terminal)}
    terminal.run("render", "--size", "a5", "--type-size", "10")
    large = {sizes_of(path) for path in cards(terminal)}
    assert len(small) == len(large) == 1
    assert min(large) == pytest.approx(min(small) * 10 / 9, rel=0.02)


@pytest.mark.parametrize("size", ["huge", "0pt", "97pt", "-3", "12mm"])
def test_what_is_no_size_of_type_is_refused_with_an_example(terminal, content, size):
    told = terminal.run("render", f"--type-size={size}", exit_code=2).stderr
    assert f'"{size}" is no size of type' in told
    assert "write it such as 14pt" in told


def test_sharing_and_not_sharing_contradict_each_other(terminal, content):
    told = terminal.run("render", "--no-uniform", "--type-size", "12pt", exit_code=2).stderr
    assert "--type-size and --no-uniform contradict each other" in told


def test_without_a_set_each_takes_what_it_can_and_nothing_is_kept(terminal, content):
    terminal.run("render", "--size", "a5", "--no-uniform")
    assert sets_of(terminal) == {}
    terminal.run("render", "content/pullthrough_band.md", "--size", "a5")
    assert sets_of(terminal) == {}, "one card is no set"


@pytest.mark.parametrize("damaged", [[], {"x": 3}, {"x": {"body": -1, "stage": 2}}, {"x": {"body": "9", "stage": 0}}])
def test_a_set_that_is_damaged_is_decided_anew(terminal, content, damaged):
    terminal.run("render", "--size", "a5")
    good = sets_of(terminal)
    file = terminal.folder / "output" / FILE_NAME
    record = json.loads(file.read_text())
    file.write_text(json.dumps(record | {"sets": damaged}))
    terminal.run("render", "--size", "a5")
    assert sets_of(terminal) == good
