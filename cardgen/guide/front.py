"""The front matter in, typed values out. Knows the schema, not the body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cardgen.guide.blanks import CONTROL, fold
from cardgen.guide.bounds import check_characters, check_list, check_text
from cardgen.guide.findings import Findings
from cardgen.guide.source import MAX_FRONT
from cardgen.nearest import nearest
from cardgen.yamlnodes import QUOTES, TAG, Fault, compose, merge_fault

if TYPE_CHECKING:
    import yaml

MUSCLES = "muscles"
LISTS = (MUSCLES, "tags", "images", "captions")
PARTS_OF_MUSCLES = ("primary", "secondary")
_PLACED = ("captions",)
"""Lists whose empty entries keep their place: the second photograph may have a caption where the first has none."""
TEXTS = (
    "video",
    "description",
    "title",
    "equipment",
    "level",
    "position",
    "movement",
    "image",
    "image_alt",
    "lang",
    "license",
    "source",
    "note",
)
KEYS = TEXTS + LISTS

_KINDS = {"int": "a number", "float": "a number", "bool": "yes or no", "timestamp": "a date", "map": "a mapping"}
_MAX_SHOWN = 40
# RFC 5646, section 2.1, without the grandfathered tags.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a list and its line."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The values of the front matter and the lines of their keys."""

    texts: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    muscles: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """The names under `muscles` as `primary` and `secondary`; a plain list is primary."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Every known key that is there, empty ones included; 1-based."""

    broken: frozenset[str] = frozenset()
    """Keys whose values are wrong and reported; all of them when no line could be read."""

    def text(self, key: str) -> str:
        """Return a value, or an empty text."""
        return self.texts.get(key, "")

    def words(self, key: str) -> tuple[str, ...]:
        """Return the entries of a list."""
        return self.lists.get(key, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A guide cut at the lines of three dashes."""

    front: str
    front_line: int
    body: str
    body_line: int


def split_front(text: str, found: Findings) -> Parts | None:
    """Cut the front matter off, or add the error that says why there is none."""
    from frontmatter.default_handlers import YAMLHandler  # noqa: PLC0415 - yaml costs 30 ms: only who reads a guide pays

    handler = YAMLHandler()
    start = re.match(r"\s*\n", text)
    blank = start[0] if start else ""
    text = text[len(blank) :]
    first = blank.count("\n") + 1
    if not handler.detect(text):
        hint = 'start the file with a line "---", the line video: "...", a description and another line "---"'
        found.error("no-front-matter", "there is no front matter", line=1, hint=hint)
        return None
    try:
        front, body = handler.split(text)
    except ValueError:
        found.error(
            "unclosed-front-matter", "the front matter is not closed", line=first, hint='put a line "---" under it'
        )
        return None
    # The boundary takes the blanks after it along, so lines are counted from both ends.
    body_line = first + text.count("\n") - body.count("\n")
    front_line = first + text[: text.index(front)].count("\n") if front.strip() else first + 1
    if len(front.encode("utf-8", "surrogatepass")) > MAX_FRONT:
        hint = "keep only what the card needs"
        found.error("too-large", f"the front matter has more than {MAX_FRONT // 1024} KB", line=first, hint=hint)
        return None
    return Parts(front=front, front_line=front_line, body=body, body_line=body_line)


def read_front(parts: Parts, found: Findings) -> Front:
    """Read the front matter key by key; what is wrong goes to `found` and is left out."""
    root = _compose(parts, found)
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    muscles: dict[str, tuple[Entry, ...]] = {}
    lines: dict[str, int] = {}
    seen: dict[str, int] = {}
    for key_node, value in root or ():
        line = parts.front_line + key_node.start_mark.line
        key = _read_key(key_node, line, seen, found)
        if key is None:
            continue
        lines[key] = line
        if key == MUSCLES:
            muscles = _read_muscles(value, line, parts.front_line, found)
            check_list(key, [entry.text for entries in muscles.values() for entry in entries], line, found)
        elif key in LISTS:
            lists[key] = tuple(entry.text for entry in _read_list(key, value, line, parts.front_line, found))
            check_list(key, lists[key], line, found)
        else:
            texts[key] = _read_text(key, value, line, found)
            check_text(key, texts[key], line, found)
    _check_language(texts, lines, found)
    broken = frozenset(KEYS) if root is None else frozenset(key for key in lines if found.error_at(lines[key]))
    return Front(texts=texts, lists=lists, muscles=muscles, lines=lines, broken=broken)


def _compose(parts: Parts, found: Findings) -> list[tuple[yaml.Node, yaml.Node]] | None:
    """Return the pairs of the top mapping, or None when it cannot be read."""
    root = compose(parts.front, first=parts.front_line, what="the front matter")
    if isinstance(root, Fault):
        _add(root, found)
        return None
    return [] if root is None else list(root.value)


def _add(fault: Fault, found: Findings) -> None:
    found.error(fault.code, fault.message, line=fault.line, hint=fault.hint)


def _read_key(node: yaml.Node, line: int, seen: dict[str, int], found: Findings) -> str | None:
    """Return a known key; anything else is a problem."""
    if node.tag == f"{TAG}merge":
        _add(merge_fault(line), found)
        return None
    if node.tag != f"{TAG}str" or not isinstance(node.value, str):
        shown = node.value if isinstance(node.value, str) else "..."
        found.error(
            "key-type", f'the key "{_short(shown)}" is not a word', line=line, hint=f"the keys are {', '.join(KEYS)}"
        )
        return None
    key = node.value
    if key in seen:
        hint = "keep one of them"
        found.error(
            "duplicate-key", f'the key "{_short(key)}" stands already in line {seen[key]}', line=line, hint=hint
        )
        return None
    seen[key] = line
    if key not in KEYS:
        close = nearest(key.lower(), KEYS)
        hint = f'did you mean "{close}"?' if close else f"the keys are {', '.join(KEYS)}"
        found.warn("unknown-key", f'unknown key "{_short(key)}"', line=line, hint=hint)
        return None
    return key


def _read_text(key: str, node: yaml.Node, line: int, found: Findings) -> str:
    """Return the words of a scalar that YAML takes as text."""
    kind = node.tag.removeprefix(TAG)
    if kind == "null":
        return ""
    if kind == "str" and isinstance(node.value, str):
        check_characters(key, node.value, line, found)
        return fold(CONTROL.sub("", node.value)).strip()
    if kind in ("int", "float", "bool", "timestamp") and isinstance(node.value, str):
        shown = _short(node.value)
        message = f'"{key}" must be text, but YAML reads {shown} as {_KINDS[kind]}'
        found.error("wrong-type", message, line=line, hint=f'put it in quotes: {key}: "{shown}"')
    else:
        what = {"seq": "a list", "map": "a mapping"}.get(kind, f'a value of type "{_short(kind)}"')
        found.error("wrong-type", f'"{key}" must be text, not {what}', line=line, hint=QUOTES)
    return ""


def _read_list(key: str, node: yaml.Node, line: int, first: int, found: Findings) -> tuple[Entry, ...]:
    """Return the entries of a list, or of a text with commas; `first` is the line in which the front matter begins."""
    if node.tag == f"{TAG}seq" and isinstance(node.value, list):
        entries = [
            Entry(text=_read_text(key, entry, line, found), line=first + entry.start_mark.line) for entry in node.value
        ]
    elif node.tag.removeprefix(TAG) in ("map", "set", "omap"):
        found.error("wrong-type", f'"{key}" must be a list', line=line, hint=f"write {key}: [one, another]")
        return ()
    else:
        texts = _read_text(key, node, line, found).split(",")
        entries = [Entry(text=text, line=first + node.start_mark.line) for text in texts]
    entries = [replace(entry, text=entry.text.strip()) for entry in entries]
    placed = key in _PLACED and any(entry.text for entry in entries)
    return tuple(entry for entry in entries if entry.text or placed)


def _read_muscles(node: yaml.Node, line: int, first: int, found: Findings) -> dict[str, tuple[Entry, ...]]:
    """Return the names of a list, all of them primary, or those of a mapping of two lists."""
    if node.tag != f"{TAG}map":
        return {PARTS_OF_MUSCLES[0]: _read_list(MUSCLES, node, line, first, found)}
    names: dict[str, tuple[Entry, ...]] = {}
    for key_node, value in node.value:
        key, at = str(key_node.value), first + key_node.start_mark.line
        if key in names:
            message = f'the key "{key}" stands twice in "{MUSCLES}"'
            found.error("duplicate-key", message, line=at, hint="keep one of them")
        elif key in PARTS_OF_MUSCLES:
            names[key] = _read_list(f"{MUSCLES}: {key}", value, at, first, found)
        else:
            close = nearest(key.lower(), PARTS_OF_MUSCLES)
            hint = f'did you mean "{close}"?' if close else f"the keys are {', '.join(PARTS_OF_MUSCLES)}"
            found.error("unknown-key", f'unknown key "{_short(key)}" in "{MUSCLES}"', line=at, hint=hint)
    return names


def _check_language(texts: dict[str, str], lines: dict[str, int], found: Findings) -> None:
    tag = texts.get("lang", "")
    if tag and not _LANGUAGE.fullmatch(tag):
        better = tag.replace("_", "-").split(".")[0]
        hint = f'write "{better}"' if _LANGUAGE.fullmatch(better) else 'write a tag such as "en", "de" or "pt-BR"'
        found.error("language", f'"{_short(tag)}" is no language tag', line=lines["lang"], hint=hint)


def _short(text: str) -> str:
    text = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in fold(text).strip())
    return text if len(text) <= _MAX_SHOWN else f"{text[: _MAX_SHOWN - 1]}…"
