import hashlib
import json

from cardgen.files import manifest


def manifest_of(terminal, folder="output"):
    return json.loads((terminal.folder / folder / manifest.FILE_NAME).read_text())


def test_a_manifest_stands_beside_the_cards(terminal, content):
    terminal.run("render")
    entries = manifest_of(terminal)["cards"]
    assert [entry["file"] for entry in entries] == sorted(
        path.name for path in (terminal.folder / "output").glob("*.pdf")
    )
    for entry in entries:
        card = (terminal.folder / "output" / entry["file"]).read_bytes()
        assert entry["card_sha256"] == hashlib.sha256(card).hexdigest()
        assert entry["guide_sha256"] == hashlib.sha256((content / f"{entry['stem']}.md").read_bytes()).hexdigest()


def test_two_runs_leave_the_same_bytes_in_the_folder(terminal, content):
    terminal.run("render")
    first = {path.name: path.read_bytes() for path in (terminal.folder / "output").iterdir()}
    terminal.run("render", "-j", "2")
    terminal.run("render", "--only", "equipment=band")
    terminal.run("render", "-o", "elsewhere")
    for folder in ("output", "elsewhere"):
        assert {path.name: path.read_bytes() for path in (terminal.folder / folder).iterdir()} == first


def test_no_manifest_is_left_where_none_is_wanted(terminal, content):
    terminal.run("render", "--no-manifest")
    assert not (terminal.folder / "output" / manifest.FILE_NAME).exists()


def test_a_damaged_manifest_is_replaced_and_told(terminal, content):
    path = terminal.folder / "output" / manifest.FILE_NAME
    path.parent.mkdir()
    path.write_text("{")
    result = terminal.run("render")
    assert result.stderr.startswith(f"output/{manifest.FILE_NAME}: warning: the manifest is no JSON, and is replaced\n")
    assert "cardgen check" not in result.stderr
    path.write_text("{")
    assert [it["code"] for it in terminal.json("render")["problems"]] == ["manifest"]
    path.write_text("{")
    assert terminal.run("render", "-q").output == ""
    assert len(manifest_of(terminal)["cards"]) == 3


def test_a_manifest_that_cannot_be_written_ends_with_3_and_the_cards_are_told(terminal, content):
    (terminal.folder / "output" / manifest.FILE_NAME).mkdir(parents=True)
    result = terminal.run("render", exit_code=3)
    assert "it is a folder" in result.stderr
    assert result.stdout.startswith("3 cards in output/")


def test_cards_of_a_pattern_stay_known(terminal, content):
    for pattern in ("output/{stem}-A5.pdf", "output/{stem}.pdf"):
        assert "damaged" not in terminal.run("render", "-o", pattern).stderr
    assert "damaged" not in terminal.run("render").stderr
    files = [
        entry["file"] for entry in json.loads((terminal.folder / "output" / manifest.FILE_NAME).read_text())["cards"]
    ]
    assert {"hipbridge_bodyweight-A5.pdf", "hipbridge_bodyweight.pdf"} <= {*files}
