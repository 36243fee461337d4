"""A JSON file in, typed values out: what has the wrong type, is too long or is missing goes to the findings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cardgen.guide.blanks import CONTROL, fold
from cardgen.guide.findings import Findings
from cardgen.values.errors import UsageError

MOST_RECORDS = 20_000
"""Over twenty times the largest collection; more are no exercises, and each would be a line of errors."""
MOST_BYTES = 64 * 1024 * 1024
MOST_TEXT = 20_000
"""Characters of one exercise's instructions: far over what a card can hold, and costly to part into steps."""
MOST_NAME = 200
"""As long as `guide/` takes a title, an equipment or a level."""
MOST_WORD = 60
"""As long as `guide/` takes a muscle or a tag."""
MOST_ENTRIES = 40

_KINDS: Mapping[type, str] = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")


def load_json(path: Path, *, most: int = MOST_BYTES) -> Any:
    """Return what a JSON file holds; raise UsageError where it is none."""
    shown = path.as_posix()
    try:
        data = _read(path, most)
        return json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{shown}: cannot be read: {error.strerror or error}", hint="check its permissions") from None
    except UnicodeDecodeError as error:
        message = f"{shown}: byte {error.start} is not UTF-8"
        raise UsageError(message, hint="a JSON file is UTF-8; download it once more") from None
    except json.JSONDecodeError as error:
        message = f"{shown}:{error.lineno}: this is not JSON: {error.msg}"
        raise UsageError(message, hint="is the file whole? download it once more") from None
    except (RecursionError, ValueError):  # lists in lists without end; a number of thousands of digits
        raise UsageError(f"{shown}: this JSON cannot be read: it is nested too deep, or a number too long") from None


def _read(path: Path, most: int) -> bytes:
    if not path.is_file():  # a pipe or a device would be waited for
        raise UsageError(f"{path.as_posix()}: this is not a plain file", hint="name a JSON file")
    if (size := path.stat().st_size) > most:
        message = f"{path.as_posix()}: the file has {size:,} bytes, more than {most:,}"
        raise UsageError(message, hint="import it in parts")
    if size == 0:
        raise UsageError(f"{path.as_posix()}: the file is empty", hint="download it once more")
    return path.read_bytes()


def kind_of(value: object) -> str:
    """Return in words what a value of JSON is."""
    if value is None:
        return "null"
    return next((words for kind, words in _KINDS.items() if isinstance(value, kind)), "a number")


def require_few(records: Sequence[Any], path: Path) -> None:
    """Refuse a file with more entries than any collection has."""
    if len(records) > MOST_RECORDS:
        message = f"{path.as_posix()}: {len(records):,} entries, more than {MOST_RECORDS:,}"
        raise UsageError(message, hint="import it in parts")


def clean(text: str) -> str:
    """Return text on one line, without what has no form on paper."""
    return fold(CONTROL.sub("", text)).strip()


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, each cleaned; empty ones are left out."""
    return [line for line in map(clean, _LINE_ENDS.sub("\n", text).split("\n")) if line]


def file_names_of(path: Path) -> list[str]:
    """Return the names in a folder, sorted, so that a collection is read in one order everywhere."""
    try:
        return sorted(file.name for file in path.iterdir())
    except OSError as error:
        raise UsageError(f"{path.as_posix()}: cannot be searched: {error.strerror or error}") from None


class Fields:
    """The values of one JSON object, asked for by key and type."""

    __slots__ = ("_found", "_values")

    def __init__(self, values: Mapping[str, Any], found: Findings) -> None:
        self._values = values
        self._found = found

    def raw(self, *keys: str) -> Any:
        """Return the first of these keys that is there as it stands, or None."""
        return next((self._values[key] for key in keys if self._values.get(key) is not None), None)

    def text(self, key: str, *, most: int = MOST_NAME) -> str:
        """Return a text on one line, empty where there is none; one that is too long is left out, and that is said."""
        value = self._values.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self._wrong(key, "a text", value)
            return ""
        if len(value) > most:  # before it is cleaned: a text of megabytes is not worth that
            self._too_long(key, len(value), most)
            return ""
        return clean(value)

    def texts(self, key: str, *, most: int = MOST_WORD) -> tuple[str, ...]:
        """Return the texts of a list, each once."""
        found: dict[str, None] = {}
        for value in self._list(key):
            if not isinstance(value, str):
                self._wrong(key, "a list of texts", value, holds=True)
            elif len(value) > most:
                self._too_long(key, len(value), most)
            elif text := clean(value):
                found.setdefault(text)
        return self._few(key, tuple(found))

    def paragraphs(self, key: str) -> tuple[str, ...]:
        """Return the lines of a text, or of the texts of a list, together no longer than a card could ever hold."""
        value = self._values.get(key)
        values = [value] if isinstance(value, str) else self._list(key)
        lines = [line for text in values if isinstance(text, str) for line in lines_of(text[: MOST_TEXT + 1])]
        if any(not isinstance(text, str) for text in values):
            self._wrong(key, "a list of texts", next(text for text in values if not isinstance(text, str)), holds=True)
        if (size := sum(len(text) for text in values if isinstance(text, str))) > MOST_TEXT:
            self._found.error("too-large", f'"{key}" has {size:,} characters, more than {MOST_TEXT:,}')
            return ()
        return tuple(lines)

    def objects(self, key: str) -> Iterator[Fields]:
        """Yield the objects of a list."""
        for value in self._few(key, tuple(self._list(key))):
            if isinstance(value, dict):
                yield Fields(value, self._found)
            else:
                self._wrong(key, "a list of objects", value, holds=True)

    def inner(self, key: str) -> Fields:
        """Return an object, one without keys where there is none."""
        value = self._values.get(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, "an object", value)
        return Fields(value if isinstance(value, dict) else {}, self._found)

    def _list(self, key: str) -> list[Any]:
        value = self._values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(key, "a list", value)
            return []
        return value

    def _few(self, key: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(values) > MOST_ENTRIES:
            message = f'"{key}" has {len(values)} entries: those after the first {MOST_ENTRIES} are left out'
            self._found.warn("too-large", message)
        return values[:MOST_ENTRIES]

    def _wrong(self, key: str, wanted: str, value: object, *, holds: bool = False) -> None:
        verb = "holds" if holds else "is"
        self._found.warn("wrong-type", f'"{key}" must be {wanted}, but {verb} {kind_of(value)}: it is left out')

    def _too_long(self, key: str, length: int, most: int) -> None:
        self._found.warn("too-large", f'"{key}" has {length:,} characters, more than {most:,}: it is left out')
