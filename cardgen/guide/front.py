"""The front matter in, typed values out. Knows the schema, not the body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from cardgen.guide.findings import Findings
from cardgen.guide.frontvalues import Entry, Values
from cardgen.guide.keys import KEYS
from cardgen.guide.source import MAX_FRONT
from cardgen.guide.toml import yaml_of_toml
from cardgen.values.yamlnodes import Fault, compose

if TYPE_CHECKING:
    import yaml

# RFC 5646, section 2.1, without the grandfathered tags.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_CURLY = re.compile(r"[“”„](?P<text>[^“”„]*)[“”]")
_PAIR = re.compile(r"[\"']?[^\s#>*|][^:=]*[\"']?\s*[:=](\s|$)")
_TOML_HINT = 'texts stand in quotes: title = "Plank"'


class Syntax(Enum):
    """What front matter is written in, by its first line."""

    YAML = "---"
    TOML = "+++"


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The values of the front matter and the lines of their keys."""

    texts: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    muscles: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """The names under `muscles` as `primary` and `secondary`; a plain list is primary."""
    told: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """Steps, tips, mistakes and safety that stand here rather than in the body."""
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Headings of the body by the kind of section that they are said to be."""
    others: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """The texts of keys that are not known, by the key as it is written: a language may know them."""
    unused: Mapping[str, int] = field(default_factory=dict)
    """Lines of the keys that are not known, or give way to another."""
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
    syntax: Syntax = Syntax.YAML


def split_front(text: str, found: Findings) -> Parts | None:
    """Cut the front matter off, between lines of three dashes or, as TOML, of three plus signs; None after an error."""
    start = re.match(r"\s*\n", text)
    blank = start[0] if start else ""
    text = text[len(blank) :]
    first = blank.count("\n") + 1
    syntax = next((it for it in Syntax if re.match(rf"{re.escape(it.value)}[ \t]*(\n|$)", text)), None)
    inner = text.partition("\n")[2]
    if syntax is None or not _opens(re.split(rf"(?m)^{re.escape(syntax.value)}", inner)[0].split("\n")):
        return Parts(front="", front_line=1, body=f"{blank}{text}", body_line=1)
    cut = _cut(text, syntax)
    if cut is None:
        hint = f'put a line "{syntax.value}" under it'
        found.error("unclosed-front-matter", "the front matter is not closed", line=first, hint=hint)
        return None
    front, body = cut
    # The boundary takes the blanks after it along, so lines are counted from both ends.
    body_line = first + text.count("\n") - body.count("\n")
    front_line = first + text[: text.index(front)].count("\n") if front.strip() else first + 1
    if len(front.encode("utf-8", "surrogatepass")) > MAX_FRONT:
        hint = "keep only what the card needs"
        found.error("too-large", f"the front matter has more than {MAX_FRONT // 1024} KB", line=first, hint=hint)
        return None
    return Parts(front=front, front_line=front_line, body=body, body_line=body_line, syntax=syntax)


def _cut(text: str, syntax: Syntax) -> tuple[str, str] | None:
    """Return front matter and body, or None where the mark does not come again."""
    from frontmatter.default_handlers import YAMLHandler  # noqa: PLC0415 - yaml costs 30 ms: only who reads a guide pays

    if syntax is Syntax.YAML:
        try:
            front, body = YAMLHandler().split(text)
        except ValueError:
            return None
        return front, body
    parts = re.split(r"(?m)^\+\+\+[ \t]*$", text, maxsplit=2)
    return (parts[1], parts[2]) if len(parts) > 2 else None  # noqa: PLR2004 - before, between, behind


def _opens(lines: Sequence[str]) -> bool:
    """Tell whether the lines under a mark are front matter, rather than text under a rule."""
    told = [line for line in lines if line.strip() and not line.startswith("#")]
    return not told or _PAIR.match(told[0]) is not None or told[0].startswith(("-", "[", "{", "%", "&", "?", "!"))


def read_front(parts: Parts, found: Findings) -> Front:
    """Read the front matter key by key; what is wrong goes to `found` and is left out."""
    root = _compose(parts, found)
    values = Values(first=parts.front_line, source=parts.front.split("\n"), found=found)
    values.read(root or ())
    _check_language(values.texts, values.lines, found)
    lines = values.lines
    return Front(
        texts=values.texts,
        lists=values.lists,
        muscles=values.muscles,
        told=values.told,
        headings=values.headings,
        others=values.others,
        unused=values.unused,
        lines=lines,
        broken=frozenset(KEYS) if root is None else frozenset(key for key in lines if found.error_at(lines[key])),
    )


def _compose(parts: Parts, found: Findings) -> list[tuple[yaml.Node, yaml.Node]] | None:
    """Return the pairs of the top mapping, or None when it cannot be read."""
    text = parts.front
    if parts.syntax is Syntax.TOML:
        try:
            text = yaml_of_toml(text)
        except ValueError as error:
            reason = " ".join(str(error).split())
            found.error("toml", f"the front matter is no valid TOML: {reason}", line=parts.front_line, hint=_TOML_HINT)
            return None
    root = compose(text, first=parts.front_line, what="the front matter")
    if isinstance(root, Fault):
        _add(_with_curly_quotes(root, parts), found)
        return None
    return [] if root is None else list(root.value)


def _with_curly_quotes(fault: Fault, parts: Parts) -> Fault:
    """Say what is wrong where the quotes are those of a word processor."""
    lines = parts.front.split("\n")
    at = fault.line - parts.front_line
    curly = _CURLY.search(lines[at]) if fault.code == "yaml" and at < len(lines) else None
    return replace(fault, hint=f'write straight quotes: "{curly["text"].strip()}"') if curly else fault


def _add(fault: Fault, found: Findings) -> None:
    found.error(fault.code, fault.message, line=fault.line, hint=fault.hint)


def _check_language(texts: dict[str, str], lines: Mapping[str, int], found: Findings) -> None:
    tag = texts.get("lang", "")
    if tag and not _LANGUAGE.fullmatch(tag):
        better = tag.replace("_", "-").split(".")[0]
        hint = f'write "{better}"' if _LANGUAGE.fullmatch(better) else 'write a tag such as "en", "de" or "pt-BR"'
        found.error("language", f'"{tag[:40]}" is no language tag', line=lines["lang"], hint=hint)
