"""`cardgen.toml` in, settings out: what a gym sets once. Knows no command line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cardgen.errors import Location, Problem, Severity, UsageError
from cardgen.nearest import did_you_mean

FILE_NAME = "cardgen.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What stands in `cardgen.toml`; the defaults are those of a folder without one."""

    gym_name: str = ""
    """Printed at the foot of every card."""
    card_size: str = "a4"
    """The size of a card where the command line names none, as `--size` takes it."""
    problems: tuple[Problem, ...] = ()
    """Warnings about tables and keys that mean nothing here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key that a table may hold."""

    field: str
    """The field of `Config` that it sets."""
    kind: type
    example: str


SCHEMA: Mapping[str, Mapping[str, Key]] = {
    "gym": {"name": Key(field="gym_name", kind=str, example='"Corner Gym"')},
    "card": {"size": Key(field="card_size", kind=str, example='"a4"')},
}
"""Every table and key there is; a new one needs a line here and a field in `Config`."""

TEMPLATE = """\
# Settings for the cards of this folder. A line that starts with # is off: take the # away to turn it on.

[gym]
# The name printed at the foot of every card.
# name = "Corner Gym"

[card]
# The size of a card: a4, a5, letter, half-letter, a3, tabloid, or <width>x<height>mm.
# size = "a4"
"""

_WORDS = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def load_config(path: Path) -> Config:
    """Return the settings in a file; the defaults where there is no such file."""
    shown = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        return Config()
    except tomllib.TOMLDecodeError as error:
        raise _broken(shown, error) from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown}: the file is not UTF-8: {error.reason}", hint="save it as UTF-8") from None
    except OSError as error:
        raise UsageError(f"{shown}: cannot be read: {error.strerror or error}") from None
    return _Reader(shown, text).config(tables)


@dataclass(frozen=True, slots=True)
class _Reader:
    shown: str
    text: str

    def config(self, tables: Mapping[str, Any]) -> Config:
        problems: list[Problem] = []
        values: dict[str, Any] = {}
        for name, table in tables.items():
            if name not in SCHEMA:
                problems.append(self._unknown(name, "", SCHEMA))
                continue
            if not isinstance(table, dict):
                raise UsageError(
                    f'{self._place(name, "")}: "{name}" is not a table', hint=f"write [{name}] on a line of its own"
                )
            for key, value in table.items():
                if key in SCHEMA[name]:
                    values[SCHEMA[name][key].field] = self._checked(name, key, value)
                else:
                    problems.append(self._unknown(name, key, SCHEMA[name]))
        return Config(**values, problems=tuple(problems))

    def _checked(self, table: str, key: str, value: Any) -> Any:
        wanted = SCHEMA[table][key]
        if type(value) is not wanted.kind:
            raise UsageError(
                f"{self._place(table, key)}: {key} must be {_WORDS[wanted.kind]}, not {_WORDS.get(type(value), 'a date or time')}",
                hint=f"such as: {key} = {wanted.example}",
            )
        return value

    def _unknown(self, table: str, key: str, known: Mapping[str, Any]) -> Problem:
        message = f'unknown key "{key}" in [{table}]' if key else f'unknown table or key "{table}"'
        return Problem(
            severity=Severity.WARNING,
            code="unknown-key",
            message=message,
            location=self._place(table, key),
            hint=did_you_mean(key or table, known, label="keys" if key else "tables"),
        )

    def _place(self, table: str, key: str) -> Location:
        return Location(path=self.shown, line=_line_of(self.text, table, key))


def _line_of(text: str, table: str, key: str) -> int | None:
    """Return the line where a key stands; tomllib does not tell, so it is looked up in the text."""
    for number, (current, name) in enumerate(_keys_by_line(text), start=1):
        if (current, name) == (table, key) or (not key and (current, name) == ("", table)):
            return number
        if f"{current}.{name}".strip(".") == f"{table}.{key}".strip("."):
            return number
    return None


def _keys_by_line(text: str) -> Iterator[tuple[str, str]]:
    table = ""
    for line in text.splitlines():
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
            table = header[1].strip("\"'")
            yield table, ""
        elif key := re.match(r"\s*([\w.\"' -]+?)\s*=", line):
            yield table, key[1].strip("\"'")
        else:
            yield table, "#"  # no key is named so


def _broken(shown: str, error: tomllib.TOMLDecodeError) -> UsageError:
    where = re.search(r"\s*\(at line (\d+), column \d+\)", str(error))
    message = str(error).replace(where[0], "") if where else str(error)
    location = Location(path=shown, line=int(where[1]) if where else None)
    return UsageError(
        f"{location}: {message[:1].lower()}{message[1:]}", hint='texts stand in quotes: name = "Corner Gym"'
    )
