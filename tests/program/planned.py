"""Programs and guides put together from parts, and short ways to look at what was read."""

from __future__ import annotations

from cardgen.guide import parse_guide
from cardgen.program import parse_program
from cardgen.values.errors import ProgramError

GUIDES = (
    ("squat_barbell", "Squat", "Barbell"),
    ("squat_bodyweight", "Squat", "Bodyweight"),
    ("plank_bodyweight", "Plank", "Bodyweight"),
    ("pushup_bodyweight", "Push Up", "Bodyweight"),
    ("pallofpress_band", "Pallof Press", "Band"),
)


def guide(stem, title, equipment):
    front = f'---\nvideo: "abcdefghijk"\ndescription: "A short one."\ntitle: "{title}"\nequipment: "{equipment}"\n---\n'
    body = "## Execution\n1. **Rise**: Come up.\n2. **Sink**: Go down.\n"
    return parse_guide(front + body, path=f"content/{stem}.md", stem=stem)


def guides():
    return [guide(*it) for it in GUIDES]


def read(text):
    return parse_program(text, path="plan.yaml")


def with_exercise(**values):
    """The exercise of a program that has one, as YAML reads these values."""
    lines = "".join(f"            {key}: {value}\n" for key, value in values.items())
    text = f"title: Back\ndays:\n  - blocks:\n      - exercises:\n          - exercise: Plank\n{lines}"
    return read(text).exercises[0]


def refused(text):
    """The codes and lines of what is wrong with a program."""
    try:
        read(text)
    except ProgramError as error:
        return [(problem.code, problem.location.line) for problem in error.problems]
    return []


def day(*blocks, name="Day A", more=""):
    listed = "".join(f"      - {block}\n" for block in blocks)
    return f"  - name: {name}\n{more}    blocks:\n{listed}"


def plan(*days, more=""):
    return f"title: Back\n{more}days:\n{''.join(days)}"
