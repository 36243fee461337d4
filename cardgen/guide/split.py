"""A body in; its two parts out, and what belongs to both: link definitions, and code that is never closed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cardgen.guide.findings import Findings
from cardgen.guide.headings import Headings
from cardgen.guide.syntax import HEADINGS, read_blocks

_MARKER = re.compile(r"\s*<!--\s*how-?to\s*-->\s*", re.IGNORECASE)
_STRAY_MARKER = re.compile(r"<!--\s*how-?to\s*-->", re.IGNORECASE)
_FENCE_END = re.compile(r"[\s>]*(`{3,}|~{3,})\s*")
_DEFINED = re.compile(r"\s*\[([^\]]+)\]:")
_MAX_BRACKETS = 8000
"""More are refused anyway, part by part; until then none is followed."""


@dataclass(slots=True, kw_only=True)
class Links:
    """The link definitions of a whole body, and which of them its parts have used so far."""

    env: dict[str, Any] = field(default_factory=dict)
    """As the parser has it: labels under `references`."""
    used: set[str] = field(default_factory=set)

    def use_all(self) -> None:
        """Take every definition for used: a part of the body was not read."""
        self.used.update(self.env.get("references", ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body cut at its how-to marker."""

    main: str
    main_line: int
    howto: str | None
    howto_line: int
    links: Links


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fence:
    """Lines of code between marks, the marks included; counted from 0, `end` is past the last."""

    start: int
    end: int
    closed: bool


def split_body(text: str, first_line: int, headings: Headings, found: Findings) -> Body:
    """Cut a body at the first how-to marker outside of code."""
    links = Links(env={HEADINGS: headings})
    lines = text.split("\n")
    fences = _scan(text, lines, links)
    cut = _find_marker(lines, fences, first_line, found) if _STRAY_MARKER.search(text) else None
    _report_open(lines, fences, cut, first_line, found)
    _report_doubled(lines, links, first_line, found)
    return Body(
        main=text if cut is None else "\n".join(lines[:cut]),
        main_line=first_line,
        howto=None if cut is None else "\n".join(lines[cut + 1 :]),
        howto_line=first_line if cut is None else first_line + cut + 1,
        links=links,
    )


def _scan(text: str, lines: Sequence[str], links: Links) -> tuple[_Fence, ...]:
    """Collect the link definitions of both parts and find code; most guides have neither, and pay nothing."""
    if not ("]:" in text or "```" in text or "~~~" in text) or text.count("[") > _MAX_BRACKETS:
        return ()
    tokens = read_blocks(text, links.env)
    return tuple(
        _Fence(start=token.map[0], end=token.map[1], closed=_is_closed(lines, token.map, token.markup))
        for token in tokens
        if token.type == "fence" and token.map
    )


def _is_closed(lines: Sequence[str], place: Sequence[int], mark: str) -> bool:
    last = _FENCE_END.fullmatch(lines[place[1] - 1])
    return place[1] - 1 > place[0] and last is not None and last[1].startswith(mark)


def _find_marker(lines: Sequence[str], fences: Sequence[_Fence], first_line: int, found: Findings) -> int | None:
    """Return the line of the marker, counted from 0; what only looks like it is reported."""
    code = {index for fence in fences for index in range(fence.start, fence.end)}
    cut = None
    for index, line in enumerate(lines):
        if index in code or not _STRAY_MARKER.search(line):
            continue
        if cut is not None:
            hint = "keep the first one"
            found.warn("second-howto", "a second how-to marker is passed over", line=first_line + index, hint=hint)
        elif _MARKER.fullmatch(line):
            cut = index
        else:
            hint = "give it a line of its own"
            found.warn("stray-howto", "a how-to marker within text is passed over", line=first_line + index, hint=hint)
    return cut


def _report_open(
    lines: Sequence[str], fences: Sequence[_Fence], cut: int | None, first_line: int, found: Findings
) -> None:
    """Report code that goes on to the end: what follows its start is printed as it stands, a marker passed over."""
    for fence in fences:
        if fence.closed:
            continue
        message = "the code that starts here is never closed"
        if cut is None:
            inside = (i for i in range(fence.start, fence.end) if _MARKER.fullmatch(lines[i]))
            if (marker := next(inside, None)) is not None:
                message += f"; the how-to marker in line {first_line + marker} is inside it"
        mark = lines[fence.start].strip(" >-*+")[:3]
        hint = f'close it with a line "{mark}"'
        found.warn("open-code", message, line=first_line + fence.start, hint=hint)


def _report_doubled(lines: Sequence[str], links: Links, first_line: int, found: Findings) -> None:
    """Report definitions of a label that has one: the parser drops them."""
    for other in links.env.get("duplicate_refs", ()):
        line = other["map"][0]
        first = first_line + links.env["references"][other["label"]]["map"][0]
        written = _label(lines, line, other["label"])
        message = f'the link definition "[{written}]"{_title(other)} stands already in line {first}'
        found.warn("link", message, line=first_line + line, hint="keep one of them")


def report_unused(body: str, links: Links, first_line: int, found: Findings) -> None:
    """Report link definitions that neither part refers to: they would vanish."""
    lines = body.split("\n")
    for label, reference in links.env.get("references", {}).items():
        if label not in links.used:
            line = reference["map"][0]
            message = f'the link definition "[{_label(lines, line, label)}]"{_title(reference)} is not used'
            found.warn("link", message, line=first_line + line, hint="delete it, or link to it")


def _title(reference: Mapping[str, Any]) -> str:
    """Return the title of a definition, which no card prints."""
    return f' with the title "{reference["title"]}"' if reference.get("title") else ""


def _label(lines: Sequence[str], line: int, label: str) -> str:
    """Return a label as it is written; the parser has it in capitals."""
    written = _DEFINED.match(lines[line]) if line < len(lines) else None
    return written[1] if written else label
