"""YAML nodes of the front matter in, texts and lists out: whatever form people give them. Knows keys, not the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cardgen.guide.blanks import CONTROL, fold
from cardgen.guide.bounds import check_characters, check_list, check_text
from cardgen.guide.dialect import without_emoji
from cardgen.guide.findings import Findings
from cardgen.guide.keys import HEADINGS, KEYS, LISTS, MUSCLES, SECONDARY, TEXTS, TOLD, VIDEO, meant, weight
from cardgen.guide.languages import Kind
from cardgen.values.nearest import nearest, nearest_few
from cardgen.values.yamlnodes import QUOTES, TAG, Fault, merge_fault

if TYPE_CHECKING:
    import yaml

PARTS_OF_MUSCLES = ("primary", "secondary")
_PLACED = ("captions",)
"""Lists whose empty entries keep their place: the second photograph may have a caption where the first has none."""
_PLAIN = frozenset({"str", "int", "float", "bool", "timestamp", "value"})
_VIDEO_PARTS = ("url", "id", "src", "link", "href", "youtube", "embed_url")
_TYPO = 0.8
"""How like a key an unknown one must be to count as mistyped; others are the business of other programs."""
_MOST_SHOWN = 40
_MOST_NAMED = 12
"""Unknown keys that are named; more are counted."""
_CURLY = re.compile(r"[“„‘‚«](?P<text>[^“”„‘’‚«»]+)[”“’‘»]")
_COMMENT = re.compile(r"[^\"'#]*?:[ \t]+(?P<kept>[^\s\"'|>\[{&*!#][^\"'#]*?)[ \t]+#(?P<lost>.*)$")
_WIKI = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a list and its line."""

    text: str
    line: int


@dataclass(slots=True, kw_only=True, eq=False)
class Values:
    """The values of the front matter while its keys are gone through."""

    first: int
    """The line in which the front matter begins."""
    source: Sequence[str]
    """Its lines."""
    found: Findings
    texts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    muscles: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    told: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    headings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    others: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    unused: dict[str, int] = field(default_factory=dict)
    """Lines of the keys that are not known, or give way to another."""

    def read(self, pairs: Iterable[tuple[yaml.Node, yaml.Node]]) -> None:
        """Read the keys; of several that mean the same the surest name counts."""
        chosen: dict[str, tuple[str, int, yaml.Node]] = {}
        unused: dict[str, int] = {}
        seen: dict[str, int] = {}
        for key_node, node in pairs:
            line = self.first + key_node.start_mark.line
            key = self._key(key_node, line, seen)
            if key is None:
                continue
            name = meant(key)
            if name is None:
                unused[key] = line
                self._keep(key, node, line)
            elif name in chosen and weight(chosen[name][0]) <= weight(key):
                unused[key] = line
            else:
                if name in chosen:
                    unused[chosen[name][0]] = chosen[name][1]
                chosen[name] = (key, line, node)
        for name, (_, line, node) in sorted(chosen.items(), key=lambda pair: pair[1][1]):
            self.lines[name] = line
            self._take(name, node, line)
        self.unused = unused

    def _key(self, node: yaml.Node, line: int, seen: dict[str, int]) -> str | None:
        """Return a key that is a word and stands once."""
        if node.tag == f"{TAG}merge":
            self._add(merge_fault(line))
            return None
        if not isinstance(node.value, str) or not node.value.strip():
            hint = f"the keys are {', '.join(KEYS)}"
            self.found.warn("key-type", "a key is not a word", line=line, hint=hint)
            return None
        key = node.value.strip()
        if key in seen:
            message = f'the key "{_short(key)}" stands already in line {seen[key]}'
            self.found.error("duplicate-key", message, line=line, hint="keep one of them")
            return None
        seen[key] = line
        return key

    def _add(self, fault: Fault) -> None:
        self.found.error(fault.code, fault.message, line=fault.line, hint=fault.hint)

    def _keep(self, key: str, node: yaml.Node, line: int) -> None:
        """Keep the texts of an unknown key, without a word about what else may stand there."""
        if entries := self._entries(node, line, Findings(self.found.path)):
            self.others[key] = entries

    def _take(self, name: str, node: yaml.Node, line: int) -> None:
        if name == MUSCLES:
            self.muscles = {**self._muscles(node, line), **self.muscles}
            self._check_muscles(line)
        elif name == SECONDARY:
            self.muscles = {**self.muscles, PARTS_OF_MUSCLES[1]: self._list(name, node, line)}
            self._check_muscles(line)
        elif name == HEADINGS:
            self._headings(node, line)
        elif name in TOLD:
            self.told[name] = self._entries(node, line, self.found)
            check_list(name, [entry.text for entry in self.told[name]], line, self.found)
        elif name in LISTS:
            self.lists[name] = tuple(entry.text for entry in self._list(name, node, line))
            check_list(name, self.lists[name], line, self.found)
        else:
            self.texts[name] = self._text(name, node, line, self.found)
            check_text(name, self.texts[name], line, self.found)
            self._report_comment(name, line)

    def _check_muscles(self, line: int) -> None:
        check_list(MUSCLES, [entry.text for entries in self.muscles.values() for entry in entries], line, self.found)

    def _text(self, name: str, node: yaml.Node, line: int, found: Findings) -> str:
        """Return the words of a scalar whatever YAML takes it for, or those of a list with commas between."""
        kind = node.tag.removeprefix(TAG)
        if isinstance(node.value, str):
            if kind == "null":
                return ""
            if kind not in _PLAIN:
                found.error("wrong-type", f'"{name}" must be text, not {_kind_of(node)}', line=line, hint=QUOTES)
                return ""
            check_characters(name, node.value, line, found)
            return _clean(node.value)
        if kind == "seq":
            texts = [self._text(name, entry, line, found) for entry in node.value]
            return (" " if name == "description" else ", ").join(text for text in texts if text)
        if name == VIDEO and kind == "map":
            return self._video(node, line, found)
        found.warn("wrong-type", f'"{name}" must be text, not {_kind_of(node)}: it is left out', line=line, hint=QUOTES)
        return ""

    def _video(self, node: yaml.Node, line: int, found: Findings) -> str:
        """Return the address or the id among the parts of a video."""
        parts = {str(key.value).casefold(): value for key, value in node.value if isinstance(key.value, str)}
        for part in _VIDEO_PARTS:
            if part in parts and (text := self._text(VIDEO, parts[part], line, found)):
                return text
        hint = "give its address or id: video: VH4Bqn1FUhM"
        found.warn("wrong-type", '"video" names neither an address nor an id', line=line, hint=hint)
        return ""

    def _entries(self, node: yaml.Node, line: int, found: Findings) -> tuple[Entry, ...]:
        """Return the texts of a list, or of a text line by line; the parts of an entry that has several are joined."""
        if node.tag == f"{TAG}seq" and isinstance(node.value, list):
            at = (self.first + entry.start_mark.line for entry in node.value)
            entries = [Entry(text=_joined(entry), line=number) for entry, number in zip(node.value, at, strict=True)]
        elif isinstance(node.value, str):
            lines = "" if node.tag == f"{TAG}null" else node.value
            entries = [Entry(text=_clean(_LISTED.sub("", text)), line=line) for text in lines.split("\n")]
        else:
            found.warn(
                "wrong-type", "a list is asked for here: this is left out", line=line, hint="write [one, another]"
            )
            return ()
        for entry in entries:
            check_characters("an entry", entry.text, entry.line, found)
        return tuple(Entry(text=CONTROL.sub("", entry.text), line=entry.line) for entry in entries if entry.text)

    def _list(self, name: str, node: yaml.Node, line: int) -> tuple[Entry, ...]:
        """Return the entries of a list, or of a text with commas."""
        if node.tag == f"{TAG}seq" and isinstance(node.value, list):
            entries = [
                Entry(text=self._text(name, entry, line, self.found), line=self.first + entry.start_mark.line)
                for entry in node.value
            ]
        elif not isinstance(node.value, str):
            hint = f"write {name}: [one, another]"
            self.found.error("wrong-type", f'"{name}" must be a list', line=line, hint=hint)
            return ()
        else:
            texts = re.split(r"[,;\n]", self._text(name, node, line, self.found))
            entries = [Entry(text=text.strip(), line=self.first + node.start_mark.line) for text in texts]
        placed = name in _PLACED and any(entry.text for entry in entries)
        return tuple(entry for entry in entries if entry.text or placed)

    def _muscles(self, node: yaml.Node, line: int) -> dict[str, tuple[Entry, ...]]:
        """Return the names of a list, all of them primary, or those of a mapping of two lists."""
        if node.tag != f"{TAG}map":
            return {PARTS_OF_MUSCLES[0]: self._list(MUSCLES, node, line)}
        names: dict[str, tuple[Entry, ...]] = {}
        for key_node, value in node.value:
            key, at = str(key_node.value), self.first + key_node.start_mark.line
            if key in names:
                message = f'the key "{key}" stands twice in "{MUSCLES}"'
                self.found.error("duplicate-key", message, line=at, hint="keep one of them")
            elif key in PARTS_OF_MUSCLES:
                names[key] = self._list(f"{MUSCLES}: {key}", value, at)
            else:
                close = nearest(key.lower(), PARTS_OF_MUSCLES)
                hint = f'did you mean "{close}"?' if close else f"the keys are {', '.join(PARTS_OF_MUSCLES)}"
                self.found.error("unknown-key", f'unknown key "{_short(key)}" in "{MUSCLES}"', line=at, hint=hint)
        return names

    def _headings(self, node: yaml.Node, line: int) -> None:
        """Read which heading of the body is what: `headings: {steps: "So geht's"}`."""
        kinds = tuple(kind.value for kind in Kind)
        if node.tag != f"{TAG}map":
            hint = 'write headings: {steps: "What we do"}'
            self.found.error("wrong-type", f'"{HEADINGS}" must name kinds of sections', line=line, hint=hint)
            return
        for key_node, value in node.value:
            key, at = str(key_node.value).strip().casefold(), self.first + key_node.start_mark.line
            if key in kinds:
                entries = self._entries(value, at, self.found)
                self.headings[key] = tuple(entry.text for entry in entries)
            else:
                hint = f"the kinds are {', '.join(kinds)}"
                self.found.error("unknown-key", f'unknown kind of section "{_short(key)}"', line=at, hint=hint)

    def _report_comment(self, name: str, line: int) -> None:
        """Report words that YAML takes for a comment: `title: Squat #2`."""
        at = line - self.first
        match = _COMMENT.match(self.source[at]) if at < len(self.source) else None
        if match and name in TEXTS and match["lost"].strip():
            message = f'YAML takes what follows "#" for a comment, so "{name}" is "{match["kept"]}"'
            hint = f'put it in quotes if it belongs to it: {name}: "{match["kept"]} #{match["lost"].rstrip()}"'
            self.found.note("comment-in-value", message, line=line, hint=hint)


def report_unused(unused: Mapping[str, int], found: Findings) -> None:
    """Name what looks mistyped, and all other keys in one note."""
    mistyped = {key: close for key in unused if meant(key) is None and (close := _close(key))}
    for key, close in mistyped.items():
        hint = f'did you mean "{close}"?'
        found.warn("unknown-key", f'unknown key "{_short(key)}"', line=unused[key], hint=hint)
    others = [key for key in unused if key not in mistyped]
    if others:
        named = ", ".join(map(_short, others[:_MOST_NAMED]))
        more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
        found.note("unused-key", f"a card does not use {named}{more}", line=unused[others[0]])


def _close(key: str) -> str | None:
    return next(iter(nearest_few(key.lower()[:_MOST_SHOWN], KEYS, most=1, likeness=_TYPO)), None)


def _joined(node: yaml.Node) -> str:
    """Return the texts within an entry: of `{name: Press, text: Push the bar up.}` the first over the others."""
    if isinstance(node.value, str):
        return "" if node.tag == f"{TAG}null" else _clean(node.value)
    if node.tag == f"{TAG}map":
        texts = [text for _, value in node.value if (text := _joined(value))]
        return f"{texts[0]}: {' '.join(texts[1:])}" if len(texts) > 1 else "".join(texts)
    if node.tag == f"{TAG}seq":
        return ", ".join(text for entry in node.value if (text := _joined(entry)))
    return ""


def _clean(text: str) -> str:
    """Return a text on one line, without the quotes of a word processor round it and the brackets of wiki links."""
    text = fold(CONTROL.sub("", text)).strip()
    if match := _CURLY.fullmatch(text):
        text = match["text"].strip()
    return without_emoji(_WIKI.sub(r"\1", text) if "[[" in text else text)


def _kind_of(node: yaml.Node) -> str:
    kind = node.tag.removeprefix(TAG)
    return {"seq": "a list", "map": "a mapping"}.get(kind, f'a value of type "{_short(kind)}"')


def _short(text: str) -> str:
    text = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in fold(text).strip())
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"
