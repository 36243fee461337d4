"""Link definitions serve both parts of a body; code that is never closed is told."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from made import BODY, FRONT, HOWTO, points, problems, read, read_body, steps

from cardgen.guide.model import Role


def test_definitions_at_the_end_of_the_file_serve_the_body():
    guide = read(
        f"{FRONT}{BODY}## Tips\n- See [one].\n{HOWTO}\nAnd [two][b].\n\n[one]: https://a.example\n[B]: https://a.example\n"
    )
    links = [
        span.link
        for block in (guide.with_role(Role.TIPS)[0].blocks[0].items[0], *guide.steps[1].blocks)
        for span in block.text
    ]
    assert [link for link in links if link] == ["https://a.example"] * 2
    assert problems(guide) == []


def test_unused_and_doubled_definitions_are_told_once_at_their_lines():
    guide = read(
        f"{FRONT}{BODY}\n[Two]: https://a.example\n\nSee [one].\n\n[one]: https://a.example\n{HOWTO}\n[One]: https://b.example\n"
    )
    told = [(problem.location.line, problem.message) for problem in guide.problems]
    assert told == [
        (10, 'the link definition "[Two]" is not used'),
        (24, 'the link definition "[One]" stands already in line 14'),
    ]


def test_code_never_closed_is_told_with_the_marker_in_it():
    guide = read(f"{FRONT}{BODY}\n```text\nx\n{HOWTO}")
    problem = next(it for it in guide.problems if it.code == "open-code")
    assert str(problem) == (
        "drill.md:10: warning: the code that starts here is never closed; the how-to marker in line 13 is inside it\n"
        '  hint: close it with a line "```"'
    )
    assert not guide.steps_from_howto


def test_code_never_closed_behind_the_marker_is_told():
    assert problems(read(f"{FRONT}{BODY}{HOWTO}\n~~~\nx\n")) == [("warning", "open-code", 18)]


def test_closed_code_hides_no_marker_behind_it():
    guide = read_body("## Tips\n- ```\n  x\n  ```\n\n> ~~~~\n> y\n> ~~~~\n\n## Notes\n```z```\n")
    assert ([name for name, _ in steps(guide)], problems(guide)) == (["One", "Two"], [])
    assert points(guide, Role.TIPS) == ["x", "y"]
