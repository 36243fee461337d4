import json
from dataclasses import replace

import pytest

from cardgen.values.notes import LeftOut


def test_good_guides_have_no_problems(terminal, content):
    assert terminal.run("check").stdout == "3 guides checked: no problems\n"


def test_every_problem_of_every_guide_is_told_and_errors_give_1(terminal, content, make_guide):
    make_guide(content / "a_broken.md", text="")
    make_guide(content / "b_odd.md", more="equipmnt: red\nweight: 5\n")
    result = terminal.run("check", exit_code=1)
    assert "content/a_broken.md" in result.stdout
    assert "equipmnt" in result.stdout
    assert "weight" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("5 guides checked: 1 error, 1 warning, 1 note")


def test_warnings_alone_give_0(terminal, content, make_guide):
    make_guide(content / "odd.md", more="equipmnt: red\n")
    terminal.run("check", exit_code=0)


def test_a_guide_too_long_for_the_sheet_is_found(terminal, content, make_guide):
    path = make_guide(content / "long.md")
    path.write_text(path.read_text() + "\n### Go On\n" + "Keep the hips level and breathe out on the way up. " * 300)
    result = terminal.run("check", "content/long.md", exit_code=1)
    assert "mm" in result.stdout


def test_what_does_not_fit_depends_on_the_size(terminal, content, make_guide):
    path = make_guide(content / "long.md")
    path.write_text(path.read_text() + "\n### Go On\n" + "Keep the hips level and breathe out on the way up. " * 35)
    terminal.run("check", "content/long.md", "--size", "a3")
    terminal.run("check", "content/long.md", "--size", "4x6in", exit_code=1)


def test_a_character_that_no_font_has_is_named_with_its_code_point(terminal, content, make_guide):
    make_guide(content / "glyph.md", title="Good \N{HIRAGANA LETTER A} Morning")
    result = terminal.run("check", "content/glyph.md", exit_code=1)
    assert "U+3042" in result.stdout


def test_two_guides_with_one_stem_are_told(terminal, content, make_guide):
    make_guide(terminal.folder / "more" / "pullthrough_band.md")
    result = terminal.run("check", "content", "more", exit_code=1)
    assert "same file name" in result.stdout


def test_json_counts_and_lists_the_problems(terminal, content, make_guide):
    make_guide(content / "odd.md", more="equipmnt: red\n")
    result = terminal.json("check")
    assert (result["guides"], result["errors"], result["warnings"]) == (4, 0, 1)
    (problem,) = (it for it in result["problems"] if it["severity"] == "warning")
    assert set(problem) == {"path", "line", "severity", "code", "message", "hint"}
    assert (problem["path"], problem["line"]) == ("content/odd.md", 6)


def test_quiet_tells_errors_alone(terminal, content, make_guide):
    make_guide(content / "odd.md", more="equipmnt: red\n")
    assert terminal.run("check", "-q").output == ""


def test_text_from_a_guide_cannot_colour_the_terminal(terminal, content, make_guide):
    make_guide(content / "odd.md", more='"\\e[31mred": 1\n')
    assert "\x1b" not in terminal.run("check", "content/odd.md").stdout


def test_what_a_brief_card_leaves_out_is_told_when_all_is_to_be_told(terminal, content, make_guide):
    path = make_guide(content / "row.md")
    path.write_text(path.read_text().replace("## Tips", "## Setup\nStand at the rack.\n\n## Tips"))
    line = path.read_text().splitlines().index("## Setup") + 1
    lines = terminal.run("check", "content/row.md", "-v").stdout.splitlines()
    assert f'content/row.md:{line}: note: a brief card leaves out "Setup" (setup)' in lines
    assert 'content/row.md:8: note: a brief card leaves out "Execution" (execution)' in lines
    assert lines[-1] == "1 guide checked: no problems"


def test_v_says_which_movement_was_taken_and_what_it_works(terminal, content, make_guide):
    make_guide(content / "read.md")
    make_guide(content / "named.md", more="muscles: [quads]\n")
    words = 'movement "goodmorning" with barbell, by its name "good morning"'
    assert words in terminal.run("check", "content/read.md", "-v").stdout
    assert "muscles" not in terminal.run("check", "content/read.md").stdout
    assert "muscles" not in terminal.run("check", "content/named.md", "-v").stdout


@pytest.mark.parametrize("arguments", [(), ("-q",), ("--json",)])
def test_what_a_card_leaves_out_is_not_told_otherwise(terminal, content, arguments):
    assert "leaves out" not in terminal.run("check", *arguments).output


def test_text_before_any_heading_is_named_among_what_is_left_out(terminal, content, make_guide):
    path = make_guide(content / "row.md")
    path.write_text(path.read_text().replace("## Execution", "Rows make backs.\n\n## Execution"))
    assert "leaves out the text without a heading (overview)" in terminal.run("check", "content/row.md", "-v").stdout


def test_a_full_card_is_checked_as_one(terminal, content, make_guide):
    path = make_guide(content / "row.md")
    path.write_text(
        path.read_text().replace("## Tips", "## Setup\n" + "Stand tall at the rack. " * 400 + "\n\n## Tips")
    )
    terminal.run("check", "content/row.md")
    assert "too long for a4" in terminal.run("check", "content/row.md", "--detail", "full", exit_code=1).stdout


def test_a_sheet_held_across_is_checked_so(terminal, content, make_guide):
    path = make_guide(content / "long.md")
    path.write_text(path.read_text() + "\n### Go On\n" + "Keep the hips level and breathe out on the way up. " * 300)
    for orientation, name in (("portrait", "a4"), ("landscape", "a4 landscape")):
        result = terminal.run("check", "content/long.md", "--orientation", orientation, exit_code=1)
        assert f"too long for {name} by" in result.stdout
    assert "too long for a4" in terminal.run("check", "content/long.md", "--orientation", "auto", exit_code=1).stdout


def test_a_figure_that_had_to_be_left_out_is_a_warning(terminal, content, monkeypatch):
    from cardgen.layout.cards.fit import fit_card

    monkeypatch.setattr(
        "cardgen.layout.cards.sides.fit_card",
        lambda *args, **others: replace(fit_card(*args, **others), notes=(LeftOut.FIGURE,)),
    )
    result = terminal.run("check", "content/pullthrough_band.md")
    assert "content/pullthrough_band.md: warning: the figure was left out, so that the card fits" in result.stdout
    assert "  hint: shorten the description" in result.stdout
    assert result.stdout.splitlines()[-1] == "1 guide checked: 1 warning"


def test_a_description_that_a_picture_stands_for_is_no_problem_and_named_to_those_who_ask(terminal, content):
    result = terminal.run("check", "content/pullthrough_band.md")
    assert result.stdout == "1 guide checked: no problems\n"
    told = terminal.run("check", "content/pullthrough_band.md", "-v")
    assert "note: a brief card leaves out the description: the picture says it" in told.output
    full = terminal.run("check", "content/pullthrough_band.md", "-v", "--detail", "full")
    assert "leaves out the description" not in full.output


def test_a_character_that_no_font_has_comes_with_a_hint(terminal, content, make_guide):
    make_guide(content / "glyph.md", title="Good \N{HIRAGANA LETTER A} Morning")
    assert "hint: delete or replace it" in terminal.run("check", "content/glyph.md", exit_code=1).stdout


def test_warnings_about_the_settings_are_in_the_json_and_nowhere_else(terminal, content):
    (terminal.folder / "cardgen.toml").write_text('[gym]\nnmae = "x"\n')
    result = terminal.run("check", "--json")
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert found["warnings"] == 1
    assert (found["problems"][0]["path"], found["problems"][0]["line"]) == ("cardgen.toml", 2)


def test_warnings_about_the_settings_are_told_once_and_not_counted_among_those_of_the_guides(terminal, content):
    (terminal.folder / "cardgen.toml").write_text('[gym]\nnmae = "x"\n')
    result = terminal.run("check")
    assert result.output.count("nmae") == 1
    assert result.stdout == "3 guides checked: no problems\n"
