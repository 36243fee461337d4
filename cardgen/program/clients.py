"""A program and a CSV file of clients in, a program for each client out. Knows no cards and writes nothing.

A client's name is personal: no message holds it, nor any cell of a row, which may be a name in the wrong column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cardgen.guide.blanks import CONTROL, fold, has_form
from cardgen.guide.findings import Findings
from cardgen.guide.model import Guide
from cardgen.guide.source import Kind, Source, open_source, wrap_source
from cardgen.program.build import MOST_LETTERS
from cardgen.program.dates import DATE_HINT, read_date
from cardgen.program.filenames import Pattern
from cardgen.program.loads import read_load, read_sure_load
from cardgen.program.model import Block, Level, Load, LoadUnit, Prescribed, Program, Stage
from cardgen.program.resolve import Names, Resolved, names_of
from cardgen.program.rules import settle_exercise
from cardgen.program.table import Row, Table, read_table
from cardgen.program.worded import LOAD_HINT
from cardgen.program.words import Unread, read_level, shown
from cardgen.values.errors import Location, Problem, ProgramError
from cardgen.values.nearest import nearest

CLIENTS = Kind(
    noun="a list of clients",
    name_one="name a .csv file",
    most=4 * 1024 * 1024,
    shorten="part the list in two",
    fill="write a head, client,start, and a row for each client",
    spare="Windows-1252",
    others={
        ".yaml": ("a program", "give it with --program, and a table with --clients"),
        ".yml": ("a program", "give it with --program, and a table with --clients"),
        ".md": ("a guide", "a list of clients is a table: its name ends in .csv"),
        ".xlsx": ("a spreadsheet", "save it as CSV UTF-8"),
        ".xls": ("a spreadsheet", "save it as CSV UTF-8"),
        ".ods": ("a spreadsheet", "save it as CSV"),
    },
)

_CLIENT = "client"
_NAMED = {
    **dict.fromkeys(
        ("name", "client name", "full name", "customer", "patient", "athlete", "member", "kunde", "klient"), _CLIENT
    ),
    **dict.fromkeys(("start date", "begin", "beginn", "startdatum", "first day"), "start"),
    **dict.fromkeys(("program", "programme", "plan", "programm", "titel"), "title"),
    **dict.fromkeys(("goals", "ziel", "ziele"), "goal"),
    **dict.fromkeys(("note", "notizen", "bemerkung", "bemerkungen"), "notes"),
}
"""What fields are called besides their names."""
_READERS: Mapping[str, Callable[[str], Any]] = {
    _CLIENT: str,
    "title": str,
    "goal": str,
    "notes": str,
    "start": read_date,
    "level": read_level,
}
_HINTS = {"start": DATE_HINT, "level": f"write {', '.join(str(level.value) for level in Level)}"}
_LOAD = re.compile(r"load\s*:\s*(.+)", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A row of the list."""

    row: int
    """From 1 on, the head and blank lines not counted."""
    stem: str
    """Of the file to be written; may hold the client's name, so no log line shows it."""
    program: Program
    """With what the row has put in place of the file's."""
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Clients:
    """What a list of clients came to."""

    clients: tuple[Client, ...]
    """Those whose rows are in order."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the others."""


@dataclass(frozen=True, slots=True)
class _Column:
    field: str
    """A field of Program, or empty for the load of an exercise."""
    heading: str
    guide: Guide | None = None


def _anything(_text: str) -> bool:
    return True


def read_clients(
    path: Path,
    program: Program,
    resolved: Resolved,
    pattern: Pattern,
    *,
    shown_as: str | None = None,
    can_print: Callable[[str], bool] = _anything,
) -> Clients:
    """Read a file; raise ProgramError where it cannot be read at all or its head is wrong.

    `can_print` tells whether fonts have every letter of a text: a name of blanks is no name.
    """
    found = Findings(shown_as or path.as_posix())
    clients = _read(open_source(path, found, CLIENTS), found, program, resolved, pattern)
    return _printable(clients, program, can_print)


def parse_clients(text: str, program: Program, resolved: Resolved, pattern: Pattern, *, path: str) -> Clients:
    """Read a text as `read_clients` reads a file."""
    found = Findings(path)
    return _read(wrap_source(text, "", found, CLIENTS), found, program, resolved, pattern)


def _read(source: Source, found: Findings, program: Program, resolved: Resolved, pattern: Pattern) -> Clients:
    table = None if found.has_errors() else read_table(source.text, found)
    columns = _columns(table, resolved, found) if table else ()
    if table and not table.rows and not found.has_errors():
        hint = "write a row for each client"
        found.error("no-rows", "there are no clients under the head", line=table.head.line, hint=hint)
    if table is None or found.has_errors():
        raise ProgramError(found.problems())
    clients: list[Client] = []
    taken: set[str] = set()
    for number, row in enumerate(table.rows, start=1):
        told = Findings(source.path)
        personal = _overridden(program, resolved, _values(row, columns, table, told), told, row.line)
        if told.has_errors():
            for problem in told.problems():
                found.error(problem.code, problem.message, line=row.line, hint=problem.hint)
            continue
        stem = pattern.stem(client=personal.client, row=number, title=personal.title, taken=taken)
        clients.append(Client(row=number, stem=stem, program=personal, location=found.at(row.line)))
    return Clients(clients=tuple(clients), problems=found.problems())


def _printable(clients: Clients, program: Program, can_print: Callable[[str], bool]) -> Clients:
    """Return the clients whose texts can be printed; of the others it is told which field cannot."""
    kept: list[Client] = []
    problems: list[Problem] = []
    for client in clients.clients:
        found = Findings(client.location.path)
        for field in ("client", "title", "goal", "notes"):
            text = getattr(client.program, field)
            if text != getattr(program, field) and not can_print(text):
                message = f"the {field} has letters that no font has"
                found.error("missing-glyph", message, line=client.location.line, hint="write it in Latin letters")
        problems += found.problems()
        kept += [] if found.has_errors() else [client]
    told = sorted((*clients.problems, *problems), key=lambda problem: problem.location.line or 0)
    return Clients(clients=tuple(kept), problems=tuple(told))


def _columns(table: Table, resolved: Resolved, found: Findings) -> tuple[_Column | None, ...]:
    """Return what each column is for; None for one that is left out."""
    head, names = table.head, names_of(resolved.unique)
    known = [*_READERS, *_NAMED]
    if not any(_plain(cell) in known for cell in head.cells):
        hint = "write a head above the rows: client,start"  # without one this line may hold names, so it is not shown
        found.error("no-head", 'the first line names no column such as "client"', line=head.line, hint=hint)
        return ()
    columns = tuple(_column(at, table, names, found) for at in range(len(head.cells)))
    seen: set[object] = set()
    for column in columns:
        if column is None:
            continue
        key = column.guide.path if column.guide else column.field
        if key in seen and key:
            what = column.field or f"load of {column.guide.stem if column.guide else ''}"
            found.error("duplicate-column", f"two columns hold the {what}", line=head.line, hint="keep one of them")
        seen.add(key)
    if _CLIENT not in seen:
        hint = 'write "client" above the names'
        found.error("missing-column", 'the column "client" is missing', line=head.line, hint=hint)
    return columns


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().replace("_", " ").replace("-", " ").rstrip(".:").split())


def _column(at: int, table: Table, names: Names, found: Findings) -> _Column | None:
    """Return what a column is for; what is left out is told by its number, for a heading may be a name."""
    heading, line = table.head.cells[at], table.head.line
    field = _NAMED.get(_plain(heading), _plain(heading))
    if field in _READERS:
        return _Column(field, heading)
    told = _LOAD.fullmatch(heading)
    wanted = told[1] if told else heading
    meant = names.meant(wanted) if wanted else ()
    if len(meant) == 1:
        return _Column("", heading, meant[0])
    if meant:
        stems = " or ".join(guide.stem for guide in meant)
        message = f'the column "{shown(heading)}" means several exercises of the program'
        found.error("ambiguous-column", message, line=line, hint=f"write {stems}")
        return None
    cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]]
    if not wanted:
        if cells:
            message = f"column {at + 1} has no heading, and is left out"
            found.warn("unnamed-column", message, line=line, hint="name it, or delete its cells")
        return None
    like = nearest(wanted, _READERS) or next(iter(names.like(wanted)), None)
    hint = f'did you mean "{like}"?' if like else f"columns: {', '.join(_READERS)}, and exercises for their loads"
    message = f"the heading of column {at + 1} is neither a known one nor an exercise of the program"
    if like or told or any(_is_weighed(cell) for cell in cells):  # loads would be lost
        found.error("unknown-column", message, line=line, hint=hint)
    else:
        found.warn("unknown-column", f"{message}: it is left out", line=line, hint=hint)
    return None


def _is_weighed(cell: str) -> bool:
    """Tell whether a cell holds a load, one of words apart: these may be anything."""
    try:
        return read_load(cell).unit is not LoadUnit.WORDS
    except Unread:
        return False


def _values(row: Row, columns: tuple[_Column | None, ...], table: Table, told: Findings) -> dict[_Column, Any]:
    """Return what a row puts in place of the program's; an empty cell puts nothing."""
    if any(row.cells[len(columns) :]):
        hint = f'put a cell that holds "{table.delimiter}" in double quotes'
        told.error("long-row", f"the row has {len(row.cells)} cells, the head {len(columns)}", line=row.line, hint=hint)
        return {}
    values: dict[_Column, Any] = {}
    for column, cell in zip(columns, row.cells, strict=False):
        text = fold(CONTROL.sub("", cell)).strip()
        if column is None or not text:
            continue
        value = _value(column, text, table, row.line, told)
        if value is not None:
            values[column] = value
    if not any(column.field == _CLIENT for column in values) and not told.has_errors():
        told.error("no-client", "the client has no name", line=row.line, hint='write one under "client"')
    return values


def _value(column: _Column, text: str, table: Table, line: int, told: Findings) -> Any:
    what = column.field or f'load of "{shown(column.heading)}"'
    most = MOST_LETTERS.get(column.field)
    if most and len(text) > most:
        told.error("too-large", f"the {what} has {len(text)} letters, more than {most}", line=line)
        return None
    if column.field and not has_form(text):
        told.error("empty", f"there is no letter in the {what}", line=line, hint="write a word, or leave it empty")
        return None
    try:
        if column.field:
            return _READERS[column.field](text)
        # where cells are parted by semicolons, the spreadsheet writes a comma for the point
        in_list = "[" in text or table.delimiter != ";"
        return read_sure_load(text if in_list else _DECIMAL_COMMA.sub(".", text))
    except Unread as unread:
        hint = _HINTS.get(column.field, LOAD_HINT)
        if column.field == "start":  # holds figures of dates alone
            hint = unread.hint
        told.error("wrong-value", f"the {what} cannot be read", line=line, hint=hint)
        return None


def _overridden(
    program: Program, resolved: Resolved, values: Mapping[_Column, Any], told: Findings, line: int
) -> Program:
    fields = {column.field: value for column, value in values.items() if column.field}
    loads = {column.guide.path: value for column, value in values.items() if column.guide}
    personal = replace(program, **fields)
    return _with_loads(personal, resolved, loads, told, line) if loads else personal


def _with_loads(program: Program, resolved: Resolved, loads: Mapping[str, Load], told: Findings, line: int) -> Program:
    """Return the program with loads by guide; a warm-up keeps its own where the exercise is main work too."""
    main = {
        resolved.guide(exercise).path
        for day in program.days
        for block in day.blocks
        for exercise in block.exercises
        if block.kind.stage is Stage.MAIN
    }

    def personal(exercise: Prescribed, block: Block) -> Prescribed:
        try:
            return settle_exercise(exercise, block, program.weeks)
        except Unread as unread:
            if not told.has_errors():
                told.error("wrong-value", unread.message, line=line, hint=unread.hint)
            return exercise

    def loaded(block: Block) -> Block:
        exercises = []
        for exercise in block.exercises:
            path = resolved.guide(exercise).path
            meant = path in loads and (block.kind.stage is Stage.MAIN or path not in main)
            exercises.append(personal(replace(exercise, load=loads[path]), block) if meant else exercise)
        return replace(block, exercises=tuple(exercises))

    days = tuple(replace(day, blocks=tuple(map(loaded, day.blocks))) for day in program.days)
    return replace(program, days=days)
