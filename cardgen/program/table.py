"""The text of a CSV file in, its head and rows with their lines out. Knows no column by name."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import StringIO

from cardgen.guide.findings import Findings

MOST_ROWS = 10_000
_DELIMITERS = (",", ";", "\t", "|")
"""As English, as German spreadsheets write them, as they are pasted, and as databases put them out."""
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row under the head."""

    line: int
    """Where it begins, 1-based."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a CSV file holds."""

    delimiter: str
    head: Row
    rows: tuple[Row, ...]


def read_table(text: str, found: Findings) -> Table | None:
    """Return the rows of a text, blank ones left out; what keeps it from being read goes to `found`."""
    first, _, rest = text.partition("\n")
    told = _SEPARATOR_LINE.fullmatch(first.strip(" "))
    delimiter = told[1] if told else _delimiter_of(text)
    reader = csv.reader(StringIO("\n" + rest if told else text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(line=line, cells=tuple(cell.strip() for cell in cells)))
            line = reader.line_num + 1
            if len(rows) > MOST_ROWS + 1:
                found.error("too-large", f"there are more than {MOST_ROWS} rows", hint="part the list in two")
                return None
    except csv.Error as error:
        hint = 'a cell that opens with " has to close with one; write "" for a quote within'
        found.error("csv", f"the row cannot be read: {error}", line=line, hint=hint)
        return None
    if not rows:
        found.error("empty", "the file holds no row", hint="write a head, client,start, and a row for each client")
        return None
    return Table(delimiter=delimiter, head=rows[0], rows=tuple(rows[1:]))


def _delimiter_of(text: str) -> str:
    """Return what parts the cells of the head."""
    head = next((line for line in text.split("\n") if line.strip()), "")
    plain = _QUOTED.sub("", head)
    return max(_DELIMITERS, key=plain.count)
