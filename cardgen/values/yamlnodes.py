"""YAML text in, nodes with their lines out, or what is wrong with it. Constructs no value, so no tag can do harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

TAG = "tag:yaml.org,2002:"
QUOTES = "put the text in double quotes"
_QUOTES_HINT = "put texts with a colon, #, &, *, %, @ or brackets in double quotes"
_TABS_HINT = "indent with blanks: YAML takes no tabs"
_PLAIN_TAGS = frozenset(f"{TAG}{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "value"))
"""What YAML takes a scalar without a tag of its own for."""
_EMPTY = ("", "~", "null")
"""What stands for no value; Null and NULL are names of people."""
_MOST_SHOWN = 40
_MOST_DEPTH = 40
"""Far more than any file of ours needs, far less than Python can follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with the YAML of a text."""

    code: str
    message: str
    line: int
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The values of a text: mappings, lists and texts, none of them taken for a number or a date."""

    value: dict[str, Any]
    """None stands for what is left empty."""
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each value by its path, such as `days[0].name`; where it has a key, that of the key."""
    faults: tuple[Fault, ...] = ()


def compose(
    text: str, *, first: int, what: str, example: str = 'description: "..."'
) -> yaml.MappingNode | Fault | None:
    """Return the top mapping of a text, None where it is empty, or its fault.

    `first` is the number of its first line; `what` and `example` are the words for messages.
    """
    import yaml  # noqa: PLC0415 - 30 ms: only who reads a file pays

    loader_class = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = loader_class(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        # An open quote or bracket is noticed at the end; it is mended where it begins.
        opened = "quoted" in (error.context or "") or "flow" in (error.context or "")
        mark = (error.context_mark if opened else error.problem_mark) or error.context_mark
        line = mark.line if mark else 0
        tab = _indents_with_tab(text, line)
        reason = "a tab stands before a key or value" if tab else _reason(error)
        hint = _TABS_HINT if tab else _QUOTES_HINT
        return Fault(code="yaml", message=f"{what} is no valid YAML: {reason}", line=first + line, hint=hint)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:120]
        return Fault(code="yaml", message=f"{what} is no valid YAML: {reason}", line=first, hint=_QUOTES_HINT)
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode):
        hint = f"write lines such as {example}"
        return Fault(code="yaml", message=f'{what} is not made of "key: value" lines', line=first, hint=hint)
    if shared := _shared_node(root):
        message = "YAML anchors and aliases (&, *) are not accepted"
        return Fault(code="yaml-alias", message=message, line=first + shared.start_mark.line, hint=QUOTES)
    return root


_REASONS = {
    "found unexpected end of stream": "a quotation mark is opened and not closed",
    "mapping values are not allowed": "a second colon stands in a line",
    "could not find expected ':'": "a line has no colon",
    "found character that cannot start any token": "a value begins with a sign that needs quotes",
    "expected ',' or ']'": "a bracket is opened and not closed",
    "expected ',' or '}'": "a bracket is opened and not closed",
}
"""What PyYAML says first, in words for people who do not know its terms."""


def merge_fault(line: int) -> Fault:
    """Return what to say about a merge key."""
    message = 'YAML merge keys ("<<") are not accepted'
    return Fault(code="yaml-merge", message=message, line=line, hint="write the keys out")


def read_tree(root: yaml.MappingNode) -> Tree:
    """Return the values under a node of `compose`, the first line being 1; what is refused is left out of them."""
    lines: dict[str, int] = {}
    faults: list[Fault] = []
    value = _value(root, "", _MOST_DEPTH, lines, faults)
    return Tree(value=value, lines=lines, faults=tuple(faults))


def _value(node: yaml.Node, path: str, depth: int, lines: dict[str, int], faults: list[Fault]) -> Any:
    """Return the value of a node that holds no more than so many levels."""
    line = node.start_mark.line + 1
    kind = node.tag.removeprefix(TAG)
    if isinstance(node.value, str):
        if node.tag not in _PLAIN_TAGS and kind != "merge":
            message = f'YAML tags such as "{_shown(node.tag)}" are not accepted'
            faults.append(Fault(code="yaml-tag", message=message, line=line, hint="write the value alone"))
            return None
        is_plain = not getattr(node, "style", "")
        return None if is_plain and node.value in _EMPTY else node.value
    if not depth:
        message = f"lists and mappings are nested more than {_MOST_DEPTH} deep"
        faults.append(Fault(code="yaml-depth", message=message, line=line, hint=QUOTES))
        return None
    if kind not in ("seq", "map"):
        message = f'YAML tags such as "{_shown(node.tag)}" are not accepted'
        faults.append(Fault(code="yaml-tag", message=message, line=line, hint="write the values alone"))
        return None
    if kind == "seq":
        entries = []
        for number, entry in enumerate(node.value):
            where = f"{path}[{number}]"
            lines[where] = entry.start_mark.line + 1
            entries.append(_value(entry, where, depth - 1, lines, faults))
        return entries
    pairs: dict[str, Any] = {}
    for key, key_line, entry in _pairs(node, path, faults):
        where = f"{path}.{key}" if path else key
        lines[where] = key_line
        pairs[key] = _value(entry, where, depth - 1, lines, faults)
    return pairs


def _pairs(node: yaml.Node, path: str, faults: list[Fault]) -> Iterator[tuple[str, int, yaml.Node]]:
    """Yield the keys of a mapping with their lines and values, each once."""
    seen: dict[str, int] = {}
    for key_node, entry in node.value:
        line = key_node.start_mark.line + 1
        if key_node.tag == f"{TAG}merge":
            faults.append(merge_fault(line))
            continue
        if not isinstance(key_node.value, str) or key_node.tag not in _PLAIN_TAGS:
            faults.append(Fault(code="key-type", message="a key is not a word", line=line, hint="write key: value"))
            continue
        key = key_node.value
        if key in seen:
            where = f"{path}: " if path else ""
            message = f'{where}the key "{_shown(key)}" stands already in line {seen[key]}'
            faults.append(Fault(code="duplicate-key", message=message, line=line, hint="keep one of them"))
            continue
        seen[key] = line
        yield key, line, entry


def _indents_with_tab(text: str, number: int) -> bool:
    lines = text.split("\n")
    line = lines[number] if number < len(lines) else ""
    return "\t" in line[: len(line) - len(line.lstrip())]


def _reason(error: yaml.MarkedYAMLError) -> str:
    problem = " ".join((error.problem or error.context or "it cannot be read").split())
    return next((words for start, words in _REASONS.items() if problem.startswith(start)), problem)


def _shared_node(root: yaml.Node) -> yaml.Node | None:
    """Return a node that an alias makes appear twice; composing shares nodes, so each is walked once."""
    seen: set[int] = set()
    todo = [root]
    while todo:
        node = todo.pop()
        if id(node) in seen:
            return node
        seen.add(id(node))
        for part in node.value if isinstance(node.value, list) else ():
            todo.extend(part if isinstance(part, tuple) else (part,))
    return None


def _shown(text: str) -> str:
    text = " ".join("".join(char if char.isprintable() else ascii(char)[1:-1] for char in text).split())
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"
