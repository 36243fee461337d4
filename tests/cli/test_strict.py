"""`cardgen check --strict`."""

import pytest


def test_a_guide_that_passes_is_no_news(terminal, content):
    assert terminal.run("check", "--strict").stdout == "3 guides checked: no problems\n"


def test_a_strict_warning_exits_with_1_and_only_a_strict_one(terminal, content, make_guide):
    path = make_guide(content / "long.md", title="Long Good Morning")
    path.write_text(path.read_text() + "\nStand and breathe " + "and breathe " * 10 + "out.\n")
    assert terminal.run("check").stdout == "4 guides checked: no problems\n"
    lines = terminal.run("check", "--strict", exit_code=1).stdout.splitlines()
    number = len(path.read_text().splitlines())
    assert lines == [
        f'content/long.md:{number}: warning: a sentence of 24 words, more than 20: "Stand and breathe and breathe and ..."',
        "  hint: part it in two, or leave words out",
        "",
        "4 guides checked: 1 warning",
    ]


def test_any_warning_exits_with_1(terminal, content, make_guide):
    make_guide(content / "odd.md", title="Odd", more="equipmnt: red\n")
    terminal.run("check")
    terminal.run("check", "--strict", exit_code=1)


@pytest.mark.slow
def test_doubled_titles_are_found_over_the_whole_run_whatever_the_processes(terminal, content, make_guide):
    make_guide(content / "more" / "again.md", title="Pull through", equipment="Band")
    for jobs in ("1", "2"):
        result = terminal.run("check", "-r", "--strict", "-j", jobs, exit_code=1)
        assert (
            'content/more/again.md:2: warning: content/pullthrough_band.md is called "Pull through" (Band) too'
            in result.stdout
        )


def test_quiet_tells_the_warnings_that_fail_a_guide(terminal, content, make_guide):
    make_guide(content / "odd.md", title="Odd", more="equipmnt: red\n")
    result = terminal.run("check", "--strict", "-q", exit_code=1)
    assert 'unknown key "equipmnt"' in result.stdout
    assert "checked" not in result.stdout


def test_json_lists_what_was_found(terminal, content, make_guide):
    make_guide(content / "again.md", title="Pull Through", equipment="Band")
    found = terminal.json("check", "--strict", exit_code=1)
    assert (found["errors"], found["warnings"]) == (0, 1)
    assert [it["code"] for it in found["problems"]] == ["doubled-title"]


def test_a_guide_that_cannot_be_read_stops_nothing(terminal, content, make_guide):
    make_guide(content / "broken.md", text="")
    assert "1 error" in terminal.run("check", "--strict", exit_code=1).stdout


@pytest.mark.parametrize("command", ["render", "list"])
def test_other_commands_are_never_strict(terminal, content, command):
    terminal.run(command, "--strict", exit_code=2)
