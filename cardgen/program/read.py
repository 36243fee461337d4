"""Path in, program out, or every problem of the file at once. Knows YAML, and no guide."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

from cardgen.guide.findings import Findings
from cardgen.guide.source import Kind, Source, open_source, wrap_source
from cardgen.program.build import build
from cardgen.program.model import Program
from cardgen.program.shape import Places, shape
from cardgen.values.errors import Problem, ProgramError, Severity
from cardgen.values.yamlnodes import Fault, Tree, compose, read_tree

PROGRAM = Kind(
    noun="a program",
    name_one="name a .yaml file",
    most=64 * 1024,
    shorten="a program has at most seven days",
    fill="`cardgen program new` writes one to fill in",
    others={
        ".md": ("a guide", "print it with: cardgen render {}; a program names it under exercise:"),
        ".csv": ("a table", "a list of clients goes with a program: cardgen booklet --program FILE --clients {}"),
        ".toml": ("a settings file", "name it with --config {}, and a program besides"),
        ".pdf": ("a PDF", "a program is a text: `cardgen program new` writes one to fill in"),
        ".json": ("a JSON file", "`cardgen import` makes guides of collections; a program's name ends in .yaml"),
        ".xlsx": ("a spreadsheet", "`cardgen program new` writes a program to fill in"),
    },
)
"""Seven days of twenty exercises, each with a note, are half of its bytes."""

_compose = partial(compose, first=1, what="the file", example='title: "Strong Back"')
_BARE_LIST = re.compile(
    r"""(?P<key>\b(?:load|reps)[ \t]*:[ \t]+)
    (?P<value>(?:(?:rpe|rir)[ \t]*)?\[[^][{}"'#\n]*\](?:[ \t]*(?:[^\W\d_]|%|1RM|[ \t])*[^\W\d_]|[ \t]*%)?|@[^,{}"'#\n]*?)
    (?=[ \t]*(?:[,}]|[ \t]\#|$))""",
    re.IGNORECASE | re.VERBOSE,
)
_MIXED_LIST = re.compile(
    r"\b(?:load|reps)[ \t]*:[ \t]*[\"']?[^\[\n,]*\[(?=[^\]\n]*\d,\d)(?=[^\]\n]*,[ \t])", re.IGNORECASE
)
"""A list with commas that part its entries, and commas that may stand within one."""
_BLOCK_TEXT = re.compile(r"(?:^|[:\-][ \t]+)[|>][-+\d]*[ \t]*(?:#.*)?$")


def read_program(path: Path, *, shown: str | None = None) -> Program:
    """Read a file; raise ProgramError with all that is wrong with it."""
    program, problems = read_so_far(path, shown=shown)
    return _sound(program, problems)


def read_so_far(path: Path, *, shown: str | None = None) -> tuple[Program | None, tuple[Problem, ...]]:
    """Return the program of a file without what is wrong with it, if there is anything to read, and all its problems."""
    found = Findings(shown or path.as_posix())
    return _parse(open_source(path, found, PROGRAM), found)


def parse_program(text: str, *, path: str) -> Program:
    """Read a text as `read_program` reads a file; `path` is what messages show."""
    found = Findings(path)
    return _sound(*_parse(wrap_source(text, Path(path).stem, found, PROGRAM), found))


def _sound(program: Program | None, problems: tuple[Problem, ...]) -> Program:
    if program is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ProgramError(problems)
    return program


def _parse(source: Source, found: Findings) -> tuple[Program | None, tuple[Problem, ...]]:
    tree = None if found.has_errors() else _read_yaml(source.text, found)
    places = Places(found, tree.lines if tree else {})
    raw = shape(tree, places) if tree else None
    program = replace(build(raw, source.path, places), digest=source.digest) if raw else None
    return program, found.problems()


def _read_yaml(text: str, found: Findings) -> Tree | None:
    """Return the values of a text; what YAML has that a program needs not is an error."""
    root = _compose(text)
    if isinstance(root, Fault) and root.code == "yaml":
        root = _compose(quote_lists(text))
    if isinstance(root, Fault) or root is None:
        fault = root or Fault(code="empty", message="the file holds nothing but comments", line=1, hint=PROGRAM.fill)
        found.error(fault.code, fault.message, line=fault.line, hint=fault.hint)
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if _MIXED_LIST.search(line):
            hint = "write a point for parts of one, [12.5, 15 kg], and a blank behind each other comma"
            found.error("comma", "a list has commas with and without a blank behind them", line=number, hint=hint)
    tree = read_tree(root)
    for fault in tree.faults:
        found.error(fault.code, fault.message, line=fault.line, hint=fault.hint)
    return tree


def quote_lists(text: str) -> str:
    """Return a text whose `load: [40, 42.5, 45] kg` are quoted, line for line.

    People write it so, but for YAML a list ends at its bracket. Texts of several lines and quoted ones are left alone.
    """
    lines = text.split("\n")
    within: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if within is not None and (not line.strip() or indent > within):
            continue
        within = indent if _BLOCK_TEXT.search(line) else None
        lines[number] = _BARE_LIST.sub(_quoted, line)
    return "\n".join(lines)


def _quoted(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    in_words = before.count('"') % 2 or before.count("'") % 2 or "#" in before
    if in_words or (match["value"].startswith("[") and match["value"].endswith("]")):  # a list, as YAML has it
        return match[0]
    return f'{match["key"]}"{match["value"]}"'
