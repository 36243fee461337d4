"""A TOML file in, its tables out, and the line where each key stands. Knows no key by name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cardgen.values.errors import Location, UsageError

MOST = 64 * 1024
"""Bytes: far more than all settings with their comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What a TOML file holds."""

    shown: str
    """The path as printed."""
    lines: Mapping[str, int]
    """The line of each table and key, by its whole name; tomllib does not tell, so they are looked up in the text."""
    values: Mapping[str, Any]

    def place(self, table: str, key: str = "") -> Location:
        """Return where a key stands; "" is the table outside all others."""
        return Location(path=self.shown, line=self.lines.get(f"{table}.{key}".strip("."), self.lines.get(table)))


def read_tables(path: Path) -> Tables | None:
    """Return what a file holds; None where there is no such file."""
    shown = path.as_posix()
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise UsageError(f"{shown}: cannot be read: it is no plain file")
        data = path.read_bytes()
        if len(data) > MOST:
            message = f"{shown}: the file has {len(data) // 1024} KB, more than {MOST // 1024} KB"
            raise UsageError(message, hint="it holds a few settings, and no texts of guides")
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text)
    except FileNotFoundError:
        return None
    except tomllib.TOMLDecodeError as error:
        raise _broken(shown, error) from None
    except UnicodeDecodeError as error:
        raise _not_utf8(shown, error) from None
    except OSError as error:
        raise UsageError(f"{shown}: cannot be read: {error.strerror or error}") from None
    except RecursionError:
        raise UsageError(f"{shown}: the values are nested too deeply") from None
    except ValueError:  # a number of thousands of digits
        raise UsageError(
            f"{shown}: a value cannot be read", hint='texts stand in quotes: name = "Corner Gym"'
        ) from None
    lines = {f"{table}.{key}".strip("."): number for number, table, key in reversed(_keys_by_line(text))}
    return Tables(shown=shown, lines=lines, values=values)


@contextmanager
def at(place: Location) -> Iterator[None]:
    """Put the place before what is wrong with a value."""
    try:
        yield
    except UsageError as error:
        raise UsageError(f"{place}: {error.message}", hint=error.hint) from None


def _keys_by_line(text: str) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
            table = header[1].strip("\"'")
            found.append((number, table, ""))
        elif key := re.match(r"\s*([\w.\"' -]+?)\s*=", line):
            found.append((number, table, key[1].strip("\"'")))
    return found


def _not_utf8(shown: str, error: UnicodeDecodeError) -> UsageError:
    location = Location(path=shown, line=error.object.count(b"\n", 0, error.start) + 1)
    byte = error.object[error.start]
    return UsageError(f"{location}: the file is not UTF-8: byte 0x{byte:02x}", hint="save the file as UTF-8")


def _broken(shown: str, error: tomllib.TOMLDecodeError) -> UsageError:
    where = re.search(r"\s*\(at line (\d+), column \d+\)", str(error))
    message = str(error).replace(where[0], "") if where else str(error)
    location = Location(path=shown, line=int(where[1]) if where else None)
    return UsageError(
        f"{location}: {message[:1].lower()}{message[1:]}", hint='texts stand in quotes: name = "Corner Gym"'
    )
