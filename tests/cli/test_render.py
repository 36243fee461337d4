import re

import pypdfium2
import pytest

from cardgen import storage
from cardgen.errors import OutputError

A5 = (419.5, 595.3)


def size_of(path):
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    size = document[0].get_size()
    document.close()
    return size


def cards(folder):
    return sorted(path.name for path in folder.iterdir())


def test_every_guide_becomes_a_card_named_after_it(terminal, content):
    result = terminal.run("render", "content", "-o", "cards")
    assert cards(terminal.folder / "cards") == [f"{path.stem}.pdf" for path in sorted(content.iterdir())]
    assert re.fullmatch(r"3 cards in cards/ \(\d+\.\d s\)\n", result.stdout)


def test_without_arguments_content_goes_to_output(terminal, content):
    terminal.run("render")
    assert len(cards(terminal.folder / "output")) == 3


def test_without_content_the_message_offers_init(terminal):
    result = terminal.run("render", exit_code=2)
    assert "there is no folder content/ here" in result.stderr
    assert "cardgen init" in result.stderr


def test_the_size_is_taken_from_the_command_line(terminal, content):
    terminal.run("render", "--size", "a5", "--only", "equipment=band")
    assert size_of(terminal.folder / "output" / "pullthrough_band.pdf") == pytest.approx(A5, abs=0.1)


def test_the_size_is_taken_from_the_settings_and_the_command_line_wins(terminal, content):
    (terminal.folder / "cardgen.toml").write_text('[card]\nsize = "a5"\n')
    terminal.run("render", "--only", "equipment=band")
    assert size_of(terminal.folder / "output" / "pullthrough_band.pdf") == pytest.approx(A5, abs=0.1)
    terminal.run("render", "--only", "equipment=band", "--size", "letter")
    assert size_of(terminal.folder / "output" / "pullthrough_band.pdf") == pytest.approx((612, 792), abs=0.1)


def test_a_wrong_size_in_the_settings_names_the_file(terminal, content):
    (terminal.folder / "cardgen.toml").write_text('[card]\nsize = "a44"\n')
    result = terminal.run("render", exit_code=2)
    assert 'cardgen.toml: unknown size "a44"' in result.stderr


def test_an_unknown_setting_warns_and_the_cards_are_made(terminal, content):
    (terminal.folder / "cardgen.toml").write_text('[gym]\nnmae = "x"\n')
    result = terminal.run("render")
    assert 'cardgen.toml:2: warning: unknown key "nmae" in [gym]' in result.stderr
    assert "3 cards" in result.stdout


def test_one_bad_guide_fails_and_the_others_are_written(terminal, content, make_guide):
    make_guide(content / "foo.md", text="")
    result = terminal.run("render", exit_code=1)
    assert "content/foo.md" in result.stderr
    assert result.stdout.startswith("3 cards in output/ (")
    assert result.stdout.endswith(", 1 failed: foo.md\n")
    assert "foo.pdf" not in cards(terminal.folder / "output")


def test_a_bad_guide_leaves_its_older_card_alone(terminal, content, make_guide):
    terminal.run("render")
    card = terminal.folder / "output" / "pullthrough_band.pdf"
    before = card.read_bytes()
    make_guide(content / "pullthrough_band.md", text="---\nbroken: [\n---\n")
    terminal.run("render", exit_code=1)
    assert card.read_bytes() == before


def test_a_missing_path_beside_good_ones_is_told_and_the_good_are_made(terminal, content):
    result = terminal.run("render", "content", "gone.md", exit_code=1)
    assert "gone.md: no such file or folder" in result.stderr
    assert "3 cards" in result.stdout
    assert "1 failed: gone.md" in result.stdout


@pytest.mark.parametrize("path", ["gone", "gone.md"])
def test_a_path_that_does_not_exist_is_wrong_usage(terminal, path):
    assert f"{path}: no such file or folder" in terminal.run("render", path, exit_code=2).stderr


def test_a_folder_without_guides_is_wrong_usage(terminal):
    (terminal.folder / "empty").mkdir()
    assert "empty: no guides in this folder" in terminal.run("render", "empty", exit_code=2).stderr


def test_an_output_that_is_a_file_ends_with_3_before_any_work(terminal, content):
    (terminal.folder / "cards").write_text("a file")
    result = terminal.run("render", "-o", "cards", exit_code=3)
    assert "cannot write to cards: it is a file, not a folder" in result.stderr
    assert (terminal.folder / "cards").read_text() == "a file"


def test_a_card_that_cannot_be_written_ends_with_3_and_the_others_are_written(terminal, content):
    (terminal.folder / "output" / "pullthrough_band.pdf").mkdir(parents=True)
    result = terminal.run("render", exit_code=3)
    assert "output/pullthrough_band.pdf: it is a folder" in result.stderr
    assert result.stdout.startswith("2 cards")


def test_a_full_disk_is_said_in_words(terminal, content, monkeypatch):
    def full(path, data):
        raise OutputError(f"cannot write {path.as_posix()}: the disk is full")

    monkeypatch.setattr("cardgen.batch.write_file", full)
    assert "the disk is full" in terminal.run("render", exit_code=3).stderr
    assert storage.unsafe_name("plank") is None


def test_two_guides_with_one_stem_make_one_card_and_name_both(terminal, content, make_guide):
    make_guide(content / "more" / "PullThrough_Band.md")
    result = terminal.run("render", "-r", exit_code=1)
    assert "content/more/PullThrough_Band.md: its card would have the same file name" in result.stderr
    assert "content/pullthrough_band.md" in result.stderr
    assert len(cards(terminal.folder / "output")) == 3


def test_only_selects_and_is_repeatable(terminal, content):
    terminal.run("render", "--only", "title~h", "--only", "equipment=Band")
    assert cards(terminal.folder / "output") == ["pullthrough_band.pdf"]


def test_a_selection_that_means_no_guide_is_wrong_usage(terminal, content):
    result = terminal.run("render", "--only", "equipment=sled", exit_code=2)
    assert 'no guide matches --only "equipment=sled"' in result.stderr


def test_warnings_are_counted_and_shown_in_full_only_when_asked(terminal, content, make_guide):
    make_guide(content / "pullthrough_band.md", more="colour: red\n")
    quick = terminal.run("render")
    assert "1 warning: `cardgen check` shows them" in quick.stderr
    assert "colour" not in quick.output
    assert "colour" in terminal.run("render", "-v").stderr


def test_quiet_says_nothing_when_all_is_well(terminal, content):
    assert terminal.run("render", "-q").output == ""


def test_quiet_and_verbose_contradict_each_other(terminal, content):
    terminal.run("render", "-q", "-v", exit_code=2)


def test_json_tells_cards_failures_seconds_and_problems(terminal, content, make_guide):
    make_guide(content / "foo.md", text="")
    result = terminal.json("render", exit_code=1)
    assert result["cards"][0] == {
        "stem": "goodmorning_barbell",
        "path": "content/goodmorning_barbell.md",
        "card": "output/goodmorning_barbell.pdf",
    }
    assert result["failed"] == ["content/foo.md"]
    assert result["seconds"] >= 0
    problem = next(it for it in result["problems"] if it["path"] == "content/foo.md")
    assert problem["severity"] == "error"


def test_cards_are_the_same_bytes_whoever_makes_them(terminal, content):
    terminal.run("render", "-o", "one", "--jobs", "1")
    terminal.run("render", "-o", "two", "--jobs", "2")
    for card in cards(terminal.folder / "one"):
        assert (terminal.folder / "one" / card).read_bytes() == (terminal.folder / "two" / card).read_bytes()


def test_nothing_but_cards_is_left_in_the_output(terminal, content):
    terminal.run("render", "--jobs", "2")
    assert all(name.endswith(".pdf") for name in cards(terminal.folder / "output"))


def test_an_exception_in_one_guide_is_a_line_without_a_traceback_unless_verbose(terminal, content, monkeypatch):
    def burst(guide, settings):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("cardgen.pipeline.render_card", burst)
    result = terminal.run("render", "--only", "equipment=band", exit_code=1)
    assert "content/pullthrough_band.md: unexpected ZeroDivisionError: division by zero" in result.stderr
