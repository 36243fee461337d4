"""A library in one file in, the texts of a guide for each of its exercises out, and what of the file is in none. Writes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardgen.files.skeleton import stem_for
from cardgen.files.storage import unsafe_name
from cardgen.guide.detect import detect
from cardgen.guide.findings import Findings
from cardgen.guide.front import Parts, Syntax, read_front, split_front
from cardgen.guide.headings import Headings, headings_for
from cardgen.guide.keys import meant
from cardgen.guide.languages import Kind as SectionKind
from cardgen.guide.library_file import Found, exercises_in
from cardgen.guide.outline import clean, heading_level, is_rule, text_lines
from cardgen.guide.source import MAX_BODY, Kind, open_source
from cardgen.guide.toml import yaml_of_toml
from cardgen.values.errors import Problem
from cardgen.values.yamlnodes import Fault, compose

MAX_LIBRARY = 4 * 1024 * 1024
"""Bytes."""
LIBRARY = Kind(
    noun="a library of exercises",
    name_one="name an .md file",
    most=MAX_LIBRARY,
    shorten="part it by hand before",
    fill="write an exercise under each heading",
)
SHARED = frozenset({"equipment", "headings", "lang", "level", "license", "note", "position", "source"})
"""Keys of a library's front matter that hold for each of its exercises."""
HIGHEST = 2
"""The level of the highest headings within a guide; above them is its title."""
DEEPEST = 6
SHOWN = 60
"""Characters of a text that is left out which a message shows."""

_DEFINITION = re.compile(r" {0,3}\[([^\]\n]{1,200})\]:\s*\S")
_USED = re.compile(r"\]\s?\[([^\]\n]{0,200})\]|\[([^\]\n]{1,200})\]")
_NEARBY = re.compile(r"\]\((?!\w+:|[#/]|\))([^)\s]{1,300})")
"""A link or picture whose address starts in the folder of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The guide of an exercise, not yet written."""

    name: str
    stem: str
    """The name of its file without the ending."""
    text: str
    line: int
    """Where the exercise stands in the library; 1-based."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A library in pieces."""

    guides: tuple[Parted, ...]
    problems: tuple[Problem, ...]
    """What of the file is in no guide, and what was changed; an exercise that can be none is an error."""


def part_library(path: Path) -> Library:
    """Read a library and part it; raise GuideError where it cannot be read or holds fewer than two exercises."""
    found = Findings(path.as_posix())
    source = open_source(path, found, LIBRARY)
    found.raise_errors()
    parts = split_front(source.text, found)
    found.raise_errors()
    if parts is None or (parts.front.strip() and not compose(parts.front, first=1, what="")):
        # Comments alone are a rule, and a heading under it.
        parts = Parts(front="", front_line=1, body=source.text, body_line=1)
    exercises = exercises_in(parts.body, _headings(parts, found.path).is_section)
    if not exercises:
        message = "no library: there are no headings side by side, each over steps of its own"
        found.error("no-library", message, hint="if it holds one exercise, print it: cardgen render")
    found.raise_errors()
    kept, tags = _front_of_each(parts, found)
    found.raise_errors()
    lines = parts.body.split("\n")
    links = _definitions(lines)
    writer = _Writer(lines=lines, first=parts.body_line, kept=kept, tags=tags, links=links, found=found)
    guides = tuple(writer.guides(exercises))
    _report_rest(writer, exercises)
    return Library(guides=guides, problems=found.problems())


def _headings(parts: Parts, path: str) -> Headings:
    """Return the names of sections in the language of the library, with those that it declares."""
    front = read_front(parts, Findings(path))  # what is wrong there is told of each guide
    declared = {name: SectionKind(kind) for kind, names in front.headings.items() for name in names}
    return headings_for(front.text("lang") or detect(parts.body), given=declared)


def _front_of_each(parts: Parts, found: Findings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of front matter and the tags that each exercise takes over; the rest is told."""
    front = parts.front
    if parts.syntax is Syntax.TOML:
        try:
            front = yaml_of_toml(front)
        except ValueError as error:
            found.error("toml", f"the front matter is no valid TOML: {error}", line=parts.front_line)
            return (), ()
    root = compose(front, first=parts.front_line, what="the front matter")
    if isinstance(root, Fault):
        found.error(root.code, root.message, line=root.line, hint=root.hint)
    if root is None or isinstance(root, Fault):
        return (), ()
    lines = front.split("\n")
    starts = [key.start_mark.line for key, _ in root.value] + [len(lines)]
    kept: list[str] = []
    tags: tuple[str, ...] = ()
    for at, (key, value) in enumerate(root.value):
        name = meant(str(key.value))
        if name == "tags":
            tags = _words(value.value)
        elif name in SHARED or (name == "video" and str(value.value).casefold() == "none"):
            kept += [line for line in lines[starts[at] : starts[at + 1]] if line.strip()]
        else:
            message = f'left out: "{key.value}" of the front matter, which is that of the whole'
            found.warn("left-out", message, line=parts.front_line + starts[at])
    return tuple(kept), tags


def _words(value: object) -> tuple[str, ...]:
    texts = [str(node.value) for node in value] if isinstance(value, list) else str(value).split(",")
    return tuple(text.strip() for text in texts if text.strip())


def _definitions(lines: Sequence[str]) -> dict[str, str]:
    """Return the link definitions of the file by their labels in small letters."""
    return {match[1].casefold(): line.strip() for _, line in text_lines(lines) if (match := _DEFINITION.match(line))}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """What every guide of a library is made of."""

    lines: Sequence[str]
    first: int
    """The number of the first line of the body."""
    kept: tuple[str, ...]
    tags: tuple[str, ...]
    links: dict[str, str]
    found: Findings

    def guides(self, exercises: Sequence[Found]) -> Iterator[Parted]:
        """Yield the guides; an exercise that can be none is reported."""
        taken: set[str] = set()
        for exercise in exercises:
            line = self.first + exercise.line
            text = self._text(exercise)
            stem = _free(_stem(exercise.name), taken)
            if reason := unsafe_name(stem):
                message = f'no file can be named after "{_short(exercise.name)}": {reason}'
                self.found.error("no-name", message, line=line, hint="give the exercise a heading with letters in it")
            elif len(text.encode("utf-8", "surrogatepass")) > MAX_BODY:
                message = f'"{_short(exercise.name)}" has more than {MAX_BODY // 1024} KB'
                self.found.error("too-large", message, line=line, hint="a card holds a page: shorten it")
            else:
                taken.add(stem)
                if stem != _stem(exercise.name):
                    message = f'"{_short(exercise.name)}" stands here a second time: its file is {stem}.md'
                    self.found.warn("same-name", message, line=line, hint="give each exercise a name of its own")
                yield Parted(name=exercise.name, stem=stem, text=text, line=line)

    def _text(self, exercise: Found) -> str:
        body = list(self.lines[exercise.body : exercise.end])
        while body and (not body[-1].strip() or is_rule(body[-1])):
            body.pop()
        while body and (not body[0].strip() or is_rule(body[0])):
            body.pop(0)
        body = _raised(body)
        tags = tuple(dict.fromkeys((*self.tags, *((exercise.group,) if exercise.group else ()))))
        front = [f"title: {_quoted(exercise.name)}", *self.kept]
        if tags:
            front.append(f"tags: [{', '.join(map(_quoted, tags))}]")
        if nearby := sorted({match[1] for line in body for match in _NEARBY.finditer(line)}):
            message = f"addresses that start in the library's folder: {', '.join(nearby)}"
            hint = "move the files, or mend the addresses in the new guide"
            self.found.warn("nearby", message, line=self.first + exercise.line, hint=hint)
        return "\n".join(("---", *front, "---", "", *body, *self._links(body), ""))

    def _links(self, body: Sequence[str]) -> Iterator[str]:
        """Yield the link definitions that a text uses and does not hold."""
        if not self.links:
            return
        own = _definitions(body)
        used = {(match[1] or match[2] or "").casefold() for line in body for match in _USED.finditer(line)}
        missing = [self.links[label] for label in sorted(used) if label in self.links and label not in own]
        if missing:
            yield from ("", *missing)


def _raised(lines: list[str]) -> list[str]:
    """Return lines whose highest heading is of the second level, the others as far below it as they were."""
    levels = {at: level for at, line in text_lines(lines) if (level := heading_level(line))}
    shift = min(levels.values(), default=HIGHEST) - HIGHEST
    for at, level in levels.items() if shift else ():
        lines[at] = "#" * min(level - shift, DEEPEST) + lines[at].lstrip(" ").lstrip("#")
    return lines


def _stem(name: str) -> str:
    """Return the words of a name in small letters, joined by hyphens."""
    return "-".join(word for word in map(stem_for, name.split()) if word)


def _free(stem: str, taken: set[str]) -> str:
    number = 2
    free = stem
    while free in taken:
        free = f"{stem}-{number}"
        number += 1
    return free


def _report_rest(writer: _Writer, exercises: Sequence[Found]) -> None:
    """Say which text is in no guide: introductions, sections of the whole. The headings of groups are tags."""
    groups = {exercise.group for exercise in exercises}
    edges = [0, *(edge for exercise in exercises for edge in (exercise.line, exercise.end)), len(writer.lines)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        pieces: list[list[int]] = [[]]
        for at in range(start, end):
            line = writer.lines[at]
            if heading_level(line):
                pieces.append([])
            is_group = heading_level(line) and clean(line.strip("# \t")) in groups
            if line.strip() and not is_rule(line) and not _DEFINITION.match(line) and not is_group:
                pieces[-1].append(at)
        for piece in filter(None, pieces):
            _report_left_out(writer, piece)


def _report_left_out(writer: _Writer, rows: list[int]) -> None:
    """Say which lines were left out; of a heading with nothing under it, only to those who want to know all."""
    first, last = writer.first + rows[0], writer.first + rows[-1]
    upto = f" to line {last}" if last > first else ""
    words = _short(" ".join(writer.lines[at].strip() for at in rows).lstrip("# "))
    alone = len(rows) == 1 and heading_level(writer.lines[rows[0]])
    (writer.found.note if alone else writer.found.warn)("left-out", f'left out{upto}: "{words}"', line=first)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHOWN else f"{plain[:SHOWN]}..."


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # JSON's strings are YAML's double-quoted ones
