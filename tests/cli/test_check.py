def test_good_guides_have_no_problems(terminal, content):
    assert terminal.run("check").stdout == "3 guides checked: no problems\n"


def test_every_problem_of_every_guide_is_told_and_errors_give_1(terminal, content, make_guide):
    make_guide(content / "a_broken.md", text="")
    make_guide(content / "b_odd.md", more="colour: red\nweight: 5\n")
    result = terminal.run("check", exit_code=1)
    assert "content/a_broken.md" in result.stdout
    assert "colour" in result.stdout
    assert "weight" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("5 guides checked: 1 error, 2 warnings")


def test_warnings_alone_give_0(terminal, content, make_guide):
    make_guide(content / "odd.md", more="colour: red\n")
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
    terminal.run("check", "content/long.md", "--size", "90x120mm", exit_code=1)


def test_a_character_that_no_font_has_is_named_with_its_code_point(terminal, content, make_guide):
    make_guide(content / "glyph.md", title="Good \N{HIRAGANA LETTER A} Morning")
    result = terminal.run("check", "content/glyph.md", exit_code=1)
    assert "U+3042" in result.stdout


def test_two_guides_with_one_stem_are_told(terminal, content, make_guide):
    make_guide(content / "more" / "pullthrough_band.md")
    result = terminal.run("check", "-r", exit_code=1)
    assert "same file name" in result.stdout


def test_json_counts_and_lists_the_problems(terminal, content, make_guide):
    make_guide(content / "odd.md", more="colour: red\n")
    result = terminal.json("check")
    assert (result["guides"], result["errors"], result["warnings"]) == (4, 0, 1)
    (problem,) = (it for it in result["problems"] if it["severity"] == "warning")
    assert set(problem) == {"path", "line", "severity", "code", "message", "hint"}
    assert (problem["path"], problem["line"]) == ("content/odd.md", 6)


def test_quiet_tells_errors_alone(terminal, content, make_guide):
    make_guide(content / "odd.md", more="colour: red\n")
    assert terminal.run("check", "-q").output == ""


def test_text_from_a_guide_cannot_colour_the_terminal(terminal, content, make_guide):
    make_guide(content / "odd.md", more='"\\e[31mred": 1\n')
    assert "\x1b" not in terminal.run("check", "content/odd.md").stdout
