"""The text of a `.po` file in, the bytes of its `.mo` out, which the standard library reads. Knows no key.

The form: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html and, of the bytes, `MO-Files.html` there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from struct import pack

_FIELD = re.compile(r'^(msgid|msgid_plural|msgstr|msgstr\[\d+\])[ \t]+((?:"[^\n]*"\s*)+)$', re.MULTILINE)
"""A keyword and its text, which may go on in lines of its own; comments are between such."""
_LINE = re.compile(r'^\s*("[^\n]*")\s*$', re.MULTILINE)
_MAGIC, _HEADER = 0x950412DE, 28
"""What a .mo begins with, and how many bytes stand before its tables."""


def compile_catalogue(text: str) -> bytes:
    """Return the bytes of a catalogue; entries that are not translated are left out."""
    entries = sorted(entries_of(text))
    # the forms of a plural are parted by a zero byte, as its two keys are
    ids, texts = (["\0".join(entry[at]).encode() for entry in entries] for at in (0, 1))
    tables: list[int] = []
    at = _HEADER + 16 * len(entries)
    for column in (ids, texts):
        for entry in column:
            tables += (len(entry), at)
            at += len(entry) + 1
    head = pack("<7I", _MAGIC, 0, len(ids), _HEADER, _HEADER + 8 * len(ids), 0, 0)
    return head + pack(f"<{len(tables)}I", *tables) + b"\0".join((*ids, *texts, b""))


def entries_of(text: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield each key with its words; where these have forms for numbers, the key stands twice. That of the head is empty."""
    key: list[str] = []
    forms: list[str] = []
    for name, quoted in (*_FIELD.findall(text), ("msgid", '""')):
        told = "".join(json.loads(line) for line in _LINE.findall(quoted))
        if name == "msgid":
            if any(forms):
                yield tuple(key), tuple(forms)
            key, forms = [told], []
        else:
            (key if name == "msgid_plural" else forms).append(told)
