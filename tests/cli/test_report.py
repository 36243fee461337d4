"""What many guides, or many lines of one, have in common is said once."""

from cardgen.cli.report import say_alike, say_problems
from cardgen.values.errors import Location, Problem, Severity


def problem(path, line=None, message="no steps", severity=Severity.ERROR):
    return Problem(severity=severity, code="steps", message=message, location=Location(path=path, line=line), hint="do")


def test_what_is_wrong_in_several_lines_is_one_line(capsys):
    say_problems([problem("a.md", 3), problem("b.md", 4), problem("a.md", 5), problem("a.md", 5), problem("a.md", 9)])
    assert capsys.readouterr().err.splitlines() == [
        "a.md:3: no steps (also in lines 5, 9)",
        "  hint: do",
        "b.md:4: no steps",
        "  hint: do",
    ]


def test_two_of_a_kind_are_named_each(capsys):
    say_problems([problem("a.md", 3), problem("a.md", 5), problem("a.md", 5, message="no title")])
    assert [line.partition(":")[2][:2] for line in capsys.readouterr().err.splitlines()[::2]] == ["3:", "5:", "5:"]


def test_an_error_of_many_guides_names_some_of_them(capsys):
    say_alike([problem(f"guides/{name}.md", number) for number, name in enumerate("abcdefg", 1)])
    assert capsys.readouterr().err == "7 guides (a.md, b.md, c.md, d.md, e.md and 2 more): no steps\n  hint: do\n"


def test_a_warning_of_many_guides_is_counted(capsys):
    say_alike([problem(f"{name}.md", severity=Severity.WARNING) for name in "abc"])
    assert capsys.readouterr().err == "3 guides: warning: no steps\n  hint: do\n"


def test_many_lines_of_one_guide_are_not_many_guides(capsys):
    say_alike([problem("a.md", line) for line in (1, 2, 3, 4)])
    assert capsys.readouterr().err == "a.md:1: no steps (also in lines 2, 3, 4)\n  hint: do\n"
