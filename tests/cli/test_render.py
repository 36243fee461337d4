import errno
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from cardgen.files import manifest, storage
from cardgen.values.errors import OutputError

A5 = (419.5, 595.3)


def size_of(path):
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    size = document[0].get_size()
    document.close()
    return size


def cards(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != manifest.FILE_NAME)


def test_every_guide_becomes_a_card_named_after_it(terminal, content):
    result = terminal.run("render", "content", "-o", "cards")
    assert cards(terminal.folder / "cards") == [f"{path.stem}.pdf" for path in sorted(content.iterdir())]
    left_out = "left out by design: 6 parts of 3 guides; -v names them\n"
    assert re.fullmatch(rf"3 cards in cards/ \(\d+\.\d s\)\n{left_out}", result.stdout)


def test_what_stands_under_an_unknown_heading_is_named_and_the_rest_counted_or_listed(terminal, make_guide):
    text = "---\ntitle: Row\nvideo: none\n---\n## Steps\n1. Pull.\n2. Lower.\n## Zubzub\n- Odd.\n## Variations\n- With a band.\n"
    (terminal.folder / "row.md").write_text(text, encoding="utf-8")
    result = terminal.run("render", "row.md")
    assert "row.md:8: warning: left out: Zubzub (nothing says what this heading is)" in result.stderr
    assert "unknown heading" not in result.stderr
    assert "left out by design: 1 part of 1 guide; -v names them" in result.stdout
    told = terminal.run("render", "row.md", "-v").stderr
    assert 'row.md:10: note: a brief card leaves out "Variations" (variations)' in told
    assert "left out" not in terminal.run("render", "row.md", "--detail", "full", "--size", "a4").output


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


LANDSCAPE_A5 = A5[::-1]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("--size a6", (297.6, 419.5)),
        ("--size 4x6in", (288, 432)),
        ("--size 6x4in", (432, 288)),
        ("--size 6x4in --orientation portrait", (288, 432)),
        ("--size 5x8in --orientation landscape", (576, 360)),
        ("--size 12x18cm", (340.2, 510.2)),
        ("--size a5 --orientation portrait", A5),
        ("--size a5 --orientation landscape", LANDSCAPE_A5),
        ("--size a5 --detail full", A5),
        ("--size a5 --detail full --orientation landscape", LANDSCAPE_A5),
        ("--size A5 --detail FULL --orientation PORTRAIT", A5),
    ],
)
def test_cards_are_small_or_full_or_across_as_asked(terminal, content, arguments, expected):
    terminal.run("render", "content/pullthrough_band.md", *arguments.split())
    assert size_of(terminal.folder / "output" / "pullthrough_band.pdf") == pytest.approx(expected, abs=0.1)


def test_a_full_card_prints_what_a_brief_one_leaves_out(terminal, content):
    def text(*arguments):
        terminal.run("render", "content/pullthrough_band.md", *arguments)
        document = pypdfium2.PdfDocument(terminal.folder / "output" / "pullthrough_band.pdf")
        found = document[0].get_textpage().get_text_bounded()
        document.close()
        return " ".join(found.split())

    assert "Push the hips back." not in text()
    assert "Push the hips back." in text("--detail", "full")


@pytest.mark.parametrize("command", ["render", "check"])
@pytest.mark.parametrize(("size", "side"), [("a6", "105"), ("4x6in", "101.6"), ("5x8in", "127"), ("8x5in", "127")])
def test_full_detail_on_a_small_card_is_refused_with_the_reason(terminal, content, command, size, side):
    result = terminal.run(command, "--detail", "full", "--size", size, exit_code=2)
    assert f"full detail needs A5 or larger: the shorter side of {size} is {side} mm\n" in result.stderr
    assert not (terminal.folder / "output").exists()


@pytest.fixture
def type_sizes(monkeypatch):
    """Let each sheet give a type size of its own, or none: then the card does not fit."""
    from cardgen.layout.cards.fit import Overflow, fit_card
    from cardgen.values.errors import Location

    sizes = {}

    def fit(card, *, sheet, **others):
        if sizes.get(sheet.name) is None:
            where = Location(path=card.location.path)
            return Overflow(message=f"too long for {sheet.name}", hint="", location=where, excess=sheet.height)
        page = fit_card(card, sheet=sheet, **others)
        return replace(page, type_size=sizes[sheet.name])

    monkeypatch.setattr("cardgen.layout.cards.sides.fit_card", fit)
    return sizes


@pytest.mark.parametrize(("upright", "across", "expected"), [(10, 11, LANDSCAPE_A5), (11, 10, A5), (10, 10, A5)])
def test_auto_takes_the_way_with_the_larger_type_and_upright_on_a_tie(
    terminal, content, type_sizes, upright, across, expected
):
    type_sizes |= {"a5": upright, "a5 landscape": across}
    terminal.run("render", "content/pullthrough_band.md", "--size", "a5", "--orientation", "auto")
    assert size_of(terminal.folder / "output" / "pullthrough_band.pdf") == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(("upright", "across", "expected"), [(None, 10, LANDSCAPE_A5), (10, None, A5)])
def test_auto_takes_the_way_that_fits(terminal, content, type_sizes, upright, across, expected):
    type_sizes |= {"a5": upright, "a5 landscape": across}
    terminal.run("render", "content/pullthrough_band.md", "--size", "a5", "--orientation", "auto")
    assert size_of(terminal.folder / "output" / "pullthrough_band.pdf") == pytest.approx(expected, abs=0.1)


def test_where_neither_way_fits_the_nearer_one_is_told(terminal, content, type_sizes):
    type_sizes |= {"a5": None, "a5 landscape": None}
    arguments = ("--size", "a5", "--orientation", "auto")
    result = terminal.run("render", "content/pullthrough_band.md", *arguments, exit_code=1)
    assert "too long for a5 landscape" in result.stderr


def test_a_gym_name_that_cannot_be_printed_is_told_once_before_any_work(terminal, content):
    text = '[gym]\nname = "Gym \N{HIRAGANA LETTER A}"\n'
    (terminal.folder / "cardgen.toml").write_text(text, encoding="utf-8")
    for command in ("render", "check"):
        result = terminal.run(command, exit_code=2)
        assert result.stderr.startswith(
            "cardgen: cardgen.toml:2: no font has the character \N{HIRAGANA LETTER A} (U+3042"
        )
        assert result.stderr.endswith("  hint: delete or replace it\n")
    assert not (terminal.folder / "output").exists()


def test_a_path_that_cannot_be_opened_does_not_stop_the_others(terminal, content, monkeypatch):
    real = Path.stat

    def stat(path, **options):
        if path.name == "locked.md":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, **options)

    monkeypatch.setattr(Path, "stat", stat)
    result = terminal.run("render", "content", "locked.md", "y" * 300, exit_code=1)
    assert "locked.md: cannot be opened: no permission to look there" in result.stderr
    assert "y: cannot be opened: the name is too long" in result.stderr
    assert result.stdout.startswith("3 cards in output/")


def test_a_guide_without_read_permission_is_reported_as_a_guide(terminal, content, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *args, **kwargs: False)
    terminal.run("render", "content/pullthrough_band.md")


def test_clashes_of_names_are_judged_among_the_selected(terminal, content, make_guide):
    make_guide(terminal.folder / "more" / "pullthrough_band.md", equipment="Barbell", title="Other")
    both = ("content", "more")
    terminal.run("render", *both, "--only", "equipment=band")
    terminal.run("render", *both, "--only", "title=other")
    assert "its card would have the same file name" in terminal.run("render", *both, exit_code=1).stderr


def test_a_link_that_leads_nowhere_is_told(terminal, content):
    try:
        (terminal.folder / "plank.md").symlink_to("moved.md")
    except OSError:
        pytest.skip("no links may be made here")
    result = terminal.run("render", "plank.md", exit_code=2)
    assert 'plank.md: this is a link to "moved.md", where there is nothing' in result.stderr


def test_warnings_about_the_settings_are_in_the_json(terminal, content):
    (terminal.folder / "cardgen.toml").write_text('[gym]\nnmae = "x"\n')
    result = terminal.run("render", "--json", "--detail", "full", "--orientation", "auto")
    assert result.stderr == ""
    assert [problem["path"] for problem in json.loads(result.stdout)["problems"]] == ["cardgen.toml"]


def test_a_wrong_size_in_the_settings_names_the_file(terminal, content):
    (terminal.folder / "cardgen.toml").write_text('[card]\nsize = "a44"\n')
    result = terminal.run("render", exit_code=2)
    assert result.stderr.startswith('cardgen: cardgen.toml:2: unknown size "a44"\n')


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
    assert result.stdout.splitlines()[0].endswith(", 1 failed: foo.md")
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


def test_a_folder_of_other_files_is_told_what_they_are(terminal):
    (terminal.folder / "notes").mkdir()
    for name in ("a.docx", "b.txt", "c.txt"):
        (terminal.folder / "notes" / name).touch()
    told = terminal.run("render", "notes", exit_code=2).stderr
    assert "notes: no guides in this folder, but other files: 2 of .txt, 1 of .docx" in told
    assert "a.docx is a Word document: save it as plain text or Markdown" in told


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

    monkeypatch.setattr("cardgen.bundle.batch.write_file", full)
    assert "the disk is full" in terminal.run("render", exit_code=3).stderr
    assert storage.unsafe_name("plank") is None


def test_two_guides_with_one_stem_make_one_card_and_name_both(terminal, content, make_guide):
    make_guide(terminal.folder / "more" / "PullThrough_Band.md")
    result = terminal.run("render", "content", "more", exit_code=1)
    assert "more/PullThrough_Band.md: its card would have the same file name" in result.stderr
    assert "content/pullthrough_band.md" in result.stderr
    assert len(cards(terminal.folder / "output")) == 3


def test_sub_folders_keep_their_place_in_the_output(terminal, make_guide):
    for place in ("squat.md", "en/squat.md", "de/squat.md", "de/legs/lunge/index.md"):
        make_guide(terminal.folder / "guides" / place)
    made = terminal.json("render", "guides", "-r")["cards"]
    found = ["output/squat.pdf", "output/de/squat.pdf", "output/de/legs/lunge.pdf", "output/en/squat.pdf"]
    assert [card["card"] for card in made] == found
    assert all((terminal.folder / path).read_bytes().startswith(b"%PDF") for path in found)
    entries = json.loads((terminal.folder / "output" / manifest.FILE_NAME).read_text())["cards"]
    assert [entry["file"] for entry in entries] == ["de/legs/lunge.pdf", "de/squat.pdf", "en/squat.pdf", "squat.pdf"]
    terminal.run("render", "guides/squat.md")
    after = json.loads((terminal.folder / "output" / manifest.FILE_NAME).read_text())["cards"]
    assert after == entries, "what was made before is still known"


def test_a_folder_that_no_system_takes_is_told(terminal, make_guide):
    make_guide(terminal.folder / "guides" / "aux" / "squat.md")
    told = terminal.run("render", "guides", "-r", exit_code=1).stderr
    assert 'no card can be named after the folder "aux": Windows keeps that name for a device' in told
    assert "rename the folder" in told


def test_the_only_guide_of_a_folder_is_called_as_the_folder(terminal, make_guide):
    make_guide(terminal.folder / "goblet_squat" / "index.md", title="Goblet Squat")
    make_guide(terminal.folder / "guides" / "lunge" / "README.md", title="Lunge")
    (terminal.folder / "guides" / "lunge" / "form.jpg").write_bytes(b"")
    assert [it["card"] for it in terminal.json("render", "goblet_squat", "guides", "-r")["cards"]] == [
        "output/goblet_squat.pdf",
        "output/lunge.pdf",
    ]


def test_what_is_no_guide_is_counted_in_one_line(terminal, content):
    for name in ("plan.docx", "row.txt", "row.markdown", "row.jpg", "_draft.md", ".hidden", "_notes.txt"):
        (content / name).write_text("")
    told = "content: note: passed over 3 files not ending in .md: plan.docx, row.markdown, row.txt\n"
    assert terminal.run("render").stderr.startswith(told)
    assert terminal.run("check").stderr == told
    assert terminal.run("render", "-q").stderr == ""
    assert [it["code"] for it in terminal.json("render")["problems"]].count("passed-over") == 1


@pytest.mark.parametrize("others", [["row-01"], ["row-02"], ["ROW-02"]])
def test_a_side_never_takes_the_name_of_another_card(terminal, make_guide, others):
    for stem in ("row", *others):
        make_guide(terminal.folder / "content" / f"{stem}.md", title=stem)
    asked = ("render", "--sides", "2", "--format", "svg")
    told = terminal.run(*asked, exit_code=1).stderr
    assert f"content/row.md: a side of its card would have the same file name as that of content/{others[0]}.md" in told
    assert {name[:6].lower() for name in cards(terminal.folder / "output")} == {others[0].lower()}
    terminal.run(*asked, "--only", "title=row")
    terminal.run("render", "--format", "svg")


def test_only_selects_and_is_repeatable(terminal, content):
    terminal.run("render", "--only", "title~h", "--only", "equipment=Band")
    assert cards(terminal.folder / "output") == ["pullthrough_band.pdf"]


def test_a_selection_that_means_no_guide_is_wrong_usage(terminal, content):
    result = terminal.run("render", "--only", "equipment=sled", exit_code=2)
    assert 'no guide matches --only "equipment=sled"' in result.stderr


def test_what_a_size_leaves_out_is_one_counted_line(terminal, content):
    told = terminal.run("render", "--size", "a6").stdout.splitlines()[-1]
    assert told == "left out by design: 6 parts of 3 guides; -v names them", "of each the description and a section"
    assert terminal.run("render", "--size", "a6", "-q").stderr == ""
    assert "3 parts of 3 guides" in terminal.run("render", "--size", "a5", "--picture", "none").stdout
    assert terminal.run("render", "--size", "a6", "-v").stderr.count("a brief card leaves out the description") == 3


def test_warnings_are_counted_and_shown_in_full_only_when_asked(terminal, content, make_guide):
    make_guide(content / "pullthrough_band.md", more="equipmnt: red\n")
    quick = terminal.run("render")
    assert "1 warning: `cardgen check` shows them" in quick.stderr
    assert "equipmnt" not in quick.output
    assert "equipmnt" in terminal.run("render", "-v").stderr


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
    assert all(name.endswith(".pdf") for name in cards(terminal.folder / "two")), "nothing else is left there"


def test_an_exception_in_one_guide_is_a_line_without_a_traceback_unless_verbose(terminal, content, monkeypatch):
    def burst(guide, settings):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("cardgen.pipeline.stages.render_card", burst)
    result = terminal.run("render", "--only", "equipment=band", exit_code=1)
    assert "content/pullthrough_band.md: unexpected ZeroDivisionError: division by zero" in result.stderr


def test_a_card_bears_the_date_of_the_environment_and_else_none(terminal, make_guide, monkeypatch):
    make_guide(terminal.folder / "content" / "row_band.md", title="Row", equipment="Band")
    found = []
    for epoch in ("", "1790000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        terminal.run("render", "--no-manifest")
        with pikepdf.open(terminal.folder / "output" / "row_band.pdf") as pdf:
            found.append(
                (
                    str(pdf.docinfo.get("/CreationDate", "")),
                    b"2026-09-21T14:13:20+00:00" in pdf.Root.Metadata.read_bytes(),
                )
            )
    assert found == [("", False), ("D:20260921141320+00'00'", True)]


def test_a_date_that_is_none_is_refused(terminal, make_guide, monkeypatch):
    make_guide(terminal.folder / "content" / "row_band.md", title="Row", equipment="Band")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    assert 'SOURCE_DATE_EPOCH is "today"' in terminal.run("render", exit_code=2).stderr
