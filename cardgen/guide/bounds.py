"""Values of the front matter in, what is wrong with their characters and their length out. Knows keys, not YAML."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.guide.blanks import CONTROL, name_of_control
from cardgen.guide.findings import Findings
from cardgen.guide.inline import check_plain

_NAME, _REMARK, _LEAD, _STEP = 200, 500, 1000, 4000
MOST_CHARACTERS = {
    "title": _NAME,
    "equipment": _NAME,
    "level": _NAME,
    "position": _NAME,
    "lang": _NAME,
    "description": _LEAD,
    "note": _REMARK,
    "source": _REMARK,
    "license": _REMARK,
    "image": _REMARK,
    "image_alt": _REMARK,
}
"""Far over what a card can hold; longer texts cost minutes of layout. A video has its own bound."""

MOST_ENTRIES = 40
MOST_STEPS = 200
"""Also of tips, mistakes and remarks on safety."""
MOST_CHARACTERS_OF_ENTRY = {
    "muscles": 60,
    "tags": 60,
    "images": _REMARK,
    "captions": 60,
    "steps": _STEP,
    "tips": _STEP,
    "mistakes": _STEP,
    "safety": _STEP,
}

_PRINTED = frozenset(
    {
        "title",
        "equipment",
        "level",
        "description",
        "note",
        "source",
        "license",
        "muscles",
        "captions",
        "image_alt",
    }
)
"""Printed, or read out."""


def check_characters(key: str, text: str, line: int, found: Findings) -> None:
    """Add an error where an escape of YAML made a character that no text may hold."""
    if match := CONTROL.search(text):
        message = f'"{key}" holds {name_of_control(match[0])}, which cannot be printed'
        found.error("control-character", message, line=line, hint="delete the escape that stands for it")


def check_text(key: str, text: str, line: int, found: Findings) -> None:
    """Judge a text: its length, and markup that would be printed as it stands."""
    most = MOST_CHARACTERS.get(key)
    if most and len(text) > most:
        message = f'"{key}" has {len(text)} characters, more than {most}'
        found.error("too-large", message, line=line, hint="a card holds a page: shorten it")
    elif key in _PRINTED:
        check_plain(text, line, found)


def check_list(key: str, entries: Sequence[str], line: int, found: Findings) -> None:
    """Judge a list: how many entries it has, and the length of each."""
    hint = "keep those that matter most"
    bound = MOST_STEPS if MOST_CHARACTERS_OF_ENTRY[key] == _STEP else MOST_ENTRIES
    if len(entries) > bound:
        message = f'"{key}" has {len(entries)} entries, more than {bound}'
        found.error("too-large", message, line=line, hint=hint)
    most = MOST_CHARACTERS_OF_ENTRY[key]
    longest = max(entries, key=len, default="")
    if len(longest) > most:
        message = f'an entry of "{key}" has {len(longest)} characters, more than {most}'
        found.error("too-large", message, line=line, hint="part it with commas, or shorten it")
    elif key in _PRINTED:
        for entry in entries:
            check_plain(entry, line, found)
