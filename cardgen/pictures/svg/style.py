"""The styles of an SVG file and an element in, what the element says of its looks out: attributes, rules, its own style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cardgen.pictures.svg.tree import Element
from cardgen.pictures.svg.work import SvgError

PROPERTIES = frozenset(
    {
        "clip-path",
        "color",
        "display",
        "fill",
        "fill-opacity",
        "fill-rule",
        "filter",
        "marker",
        "marker-end",
        "marker-mid",
        "marker-start",
        "mask",
        "mix-blend-mode",
        "opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "transform",
        "vector-effect",
        "visibility",
    }
)
"""What decides how a shape looks; all others are of text, of sound or of screens."""

_MOST_RULES = 2_000
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"\s*([^{}]*)\{([^{}]*)\}")
_STATEMENT = re.compile(r"\s*@(charset|namespace)[^;{}]*;", re.IGNORECASE)
_FACE = re.compile(r"\s*@font-face\s*\{[^{}]*\}", re.IGNORECASE)
_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")
_PART = re.compile(r"[.#][\w-]+")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)

Style = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A selector and what it gives; the greater rank wins."""

    rank: tuple[int, int, int, int]
    name: str
    """Of the elements it is for; empty for all."""
    classes: frozenset[str]
    ids: frozenset[str]
    given: Style

    def suits(self, element: Element, classes: frozenset[str]) -> bool:
        """Tell whether it is for an element."""
        named = not self.name or self.name == element.name
        return named and self.classes <= classes and self.ids <= {element.get("id")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rules of a file, each under the one word by which it is looked up."""

    rules: Mapping[str, Sequence[_Rule]] = field(default_factory=dict)

    def style_of(self, element: Element) -> Style:
        """Return what an element says of its own looks."""
        classes = frozenset(element.get("class").split())
        keys = ("", element.name, f"#{element.get('id')}", *(f".{name}" for name in sorted(classes)))
        found = [rule for key in keys for rule in self.rules.get(key, ()) if rule.suits(element, classes)]
        style = {name: value.strip() for name, value in element.attributes.items() if name in PROPERTIES}
        for rule in sorted(found, key=lambda rule: rule.rank):
            style |= rule.given
        style |= _declared(element.get("style"), element.line)
        for value in style.values():
            if _OUTSIDE.search(value):
                raise SvgError("the drawing refers to another file", line=element.line, hint="save it as plain SVG")
        return style


def read_sheet(root: Element) -> Sheet:
    """Return the rules of all styles of a file, or raise SvgError for one that is not read."""
    rules: dict[str, list[_Rule]] = {}
    count = 0
    for element in _styles(root):
        for selectors, given in _rules_in(element):
            for selector in selectors.split(","):
                count += 1
                if count > _MOST_RULES:
                    raise SvgError(f"the drawing has more than {_MOST_RULES:,} rules of style", line=element.line)
                rule = _rule(selector.strip(), given, count, element.line)
                key = next((f"#{it}" for it in sorted(rule.ids)), "")
                key = key or next((f".{it}" for it in sorted(rule.classes)), rule.name)
                rules.setdefault(key, []).append(rule)
    return Sheet(rules=rules)


def _styles(root: Element) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.name == "style":
            yield element
        waiting += reversed(element.children)


def _rules_in(element: Element) -> Iterator[tuple[str, Style]]:
    text = _COMMENT.sub(" ", element.text)
    at = 0
    while text[at:].strip():
        if match := _STATEMENT.match(text, at) or _FACE.match(text, at):
            at = match.end()
            continue
        match = _RULE.match(text, at)
        if not match or match[1].lstrip().startswith("@"):
            words = " ".join(text[at:].split())[:30]
            raise SvgError(f'the style "{words}" is not read', line=element.line, hint="save it as plain SVG")
        at = match.end()
        yield match[1], _declared(match[2], element.line)


def _rule(selector: str, given: Style, number: int, line: int) -> _Rule:
    match = _SELECTOR.fullmatch(selector)
    if not match or not selector:
        hint = "rules may name an element, a class or an id: save it as plain SVG"
        raise SvgError(f'the style of "{selector[:30]}" is not read', line=line, hint=hint)
    name = "" if match[1] in (None, "*") else match[1]
    parts = _PART.findall(match[2])
    classes = frozenset(part[1:] for part in parts if part[0] == ".")
    ids = frozenset(part[1:] for part in parts if part[0] == "#")
    rank = (len(ids), len(classes), int(bool(name)), number)
    return _Rule(rank=rank, name=name, classes=classes, ids=ids, given=given)


def _declared(text: str, line: int) -> dict[str, str]:
    """Return the declarations of a style that concern shapes."""
    found: dict[str, str] = {}
    for declaration in _COMMENT.sub(" ", text).split(";"):
        name, colon, value = declaration.partition(":")
        if not colon and name.strip():
            raise SvgError(f'the style "{name.strip()[:30]}" is not read', line=line)
        if (key := name.strip().lower()) in PROPERTIES:
            found[key] = value.replace("!important", "").strip()
    return found
