"""The body of a guide in, its sections and its steps out, by the surest knowledge there is of what the steps are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cardgen.guide.draft import Draft, finish
from cardgen.guide.findings import Findings
from cardgen.guide.front import Front, Parts
from cardgen.guide.frontvalues import Entry
from cardgen.guide.headings import Headings, Knowledge
from cardgen.guide.howto import steps_from_howto
from cardgen.guide.inline import read_inline
from cardgen.guide.languages import ROLES, Kind
from cardgen.guide.library_file import exercises_in, refuse_library
from cardgen.guide.markdown import Node, make_item, read_markdown
from cardgen.guide.model import Inline, ItemList, Paragraph, Role, Section, Step, plain_text
from cardgen.guide.nature import is_index, leads_elsewhere, refuse_index, refuse_other
from cardgen.guide.prose import split_sentences
from cardgen.guide.question import refuse
from cardgen.guide.sections import read_sections, report_unknown
from cardgen.guide.source import MAX_BODY
from cardgen.guide.split import report_unused, split_body
from cardgen.guide.steps import announces_steps, step_of_item, steps_from_sections, steps_from_text, steps_of_text
from cardgen.guide.syntax import ASIDE_LEVEL, parser

_KEYS = {"steps": Kind.STEPS, "tips": Kind.TIPS, "mistakes": Kind.MISTAKES, "safety": Kind.SAFETY}
_FROM_KEYS = frozenset({*_KEYS.values(), Kind.NOT_FOR})
"""What a key of the front matter may hold, in whatever language it is written."""
_LEAST_WORDS = 8
"""Of a single text that is the steps: `execution: slow` is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What both parts of the body hold, and the front matter in place of them."""

    sections: tuple[Section, ...] = ()
    steps: tuple[Step, ...] = ()
    steps_from_howto: bool = False
    used: frozenset[str] = frozenset()
    """Keys of the front matter, as they are written, that hold a section."""


def read_body(
    parts: Parts,
    front: Front,
    *,
    names: tuple[str, ...],
    headings: Headings,
    links: frozenset[int] = frozenset(),
    found: Findings,
) -> Body:
    """Read both parts of the body into sections and steps.

    `names` are ways to write the exercise's name, `links` the lines of points that are a link and nothing else.
    """
    if not front.told.get("steps") and (exercises := exercises_in(parts.body, headings.is_section)):
        refuse_library(exercises, parts.body_line, found)
        return Body()
    if len(parts.body.encode("utf-8", "surrogatepass")) > MAX_BODY:
        hint = "a card holds a page: shorten the guide"
        found.error("too-large", f"the body has more than {MAX_BODY // 1024} KB", line=parts.body_line, hint=hint)
        return Body()
    told, used = _told(front, headings)
    body = split_body(parts.body, parts.body_line, headings, found)
    nodes = read_markdown(body.main, first_line=body.main_line, found=found, links=body.links)
    drafts = read_sections(_without_title(nodes, names), names, headings, found)
    howto: tuple[Step, ...] = ()
    if body.howto is not None:
        nodes = read_markdown(body.howto, first_line=body.howto_line, found=found, links=body.links)
        howto, boxes = steps_from_howto(nodes, headings, found)
        drafts += boxes
        _report_steps(howto, body.howto_line, found)
    report_unused(parts.body, body.links, body.main_line, found)
    drafts = [*_drafts_of(told, found), *drafts]
    entries = told.get(Kind.STEPS, ())
    steps = () if len(entries) == 1 and (howto or announces_steps(drafts)) else tuple(_steps_of(entries, found))
    steps = steps or howto
    apart = bool(steps)
    if not steps:
        steps = steps_from_sections(drafts, headings, found)
    if not steps and _speaks_of_exercise(front):
        steps = steps_from_text(drafts)
    if is_index(drafts, links) if not steps else leads_elsewhere(steps, links):
        refuse_index(names[0], found)
    else:
        refuse_other(names[0], front, steps, headings, found)
    if found.has_errors():
        pass
    elif not steps:
        refuse(drafts, names[0], found)
    else:
        report_unknown(drafts, headings, found)
    return Body(sections=finish(drafts), steps=steps, steps_from_howto=apart, used=used)


def _without_title(nodes: Sequence[Node], names: tuple[str, ...]) -> Sequence[Node]:
    """Return a body without a first line that is the title once more, as notes from a word processor begin."""
    first = nodes[0] if nodes else None
    title = isinstance(first, Paragraph) and plain_text(first.text).casefold() in {name.casefold() for name in names}
    return nodes[1:] if title else nodes


def _speaks_of_exercise(front: Front) -> bool:
    """Tell whether the front matter is that of an exercise, so that bare text below it says how it is done."""
    return bool(front.muscles or front.text("equipment") or front.text("video") or front.text("level"))


# --- what stands in the front matter ----------------------------------------------------------------------------------


def _told(front: Front, headings: Headings) -> tuple[Mapping[Kind, tuple[Entry, ...]], frozenset[str]]:
    """Return what the front matter has in place of sections, and the keys in other languages that it has them under."""
    told = {_KEYS[key]: entries for key, entries in front.told.items() if entries}
    used = set()
    for key, entries in front.others.items():
        reading = headings.read(key.replace("_", " ").replace("-", " "))
        kind = reading.kind
        if reading.knowledge is not Knowledge.NAMED or kind not in _FROM_KEYS or kind in told:
            continue
        if kind is Kind.STEPS and len(entries) == 1 and len(entries[0].text.split()) < _LEAST_WORDS:
            continue
        told[kind] = entries
        used.add(key)
    return told, frozenset(used)


def _drafts_of(told: Mapping[Kind, Sequence[Entry]], found: Findings) -> Iterator[Draft]:
    for kind, entries in told.items():
        if kind is Kind.STEPS:
            continue
        items = tuple(make_item(_inline(it, found), found.at(it.line), ()) for it in entries)
        place = found.at(entries[0].line)
        block = ItemList(items=items, ordered=False, location=place)
        yield Draft(heading="", level=ASIDE_LEVEL, location=place, role=ROLES[kind], blocks=[block])


def _steps_of(entries: Sequence[Entry], found: Findings) -> list[Step]:
    """Return the steps of a list, or those that a single text is made of."""
    if len(entries) == 1:
        return steps_of_text(Paragraph(text=_inline(entries[0], found), location=found.at(entries[0].line)))
    return [step_of_item(make_item(_inline(it, found), found.at(it.line), ())) for it in entries]


def _inline(entry: Entry, found: Findings) -> Inline:
    (token,) = parser().parseInline(entry.text, {})
    return read_inline(token.children or (), entry.line, found)


# --- what the body tells of the exercise ------------------------------------------------------------------------------


_LONGEST_LEAD = 240
"""Letters of an introduction that stands under the title: three lines of an A5 card."""


_FIELD = re.compile(r"(?:^|\s)[^\W\d_][\w ]{1,24}:\s+\S")
_FIELDS = 2
"""Labels with values in one paragraph, from which on it is a record and no text."""


def lead_of(sections: Sequence[Section]) -> str:
    """Return the first sentences of the introduction, as many as a card has room for under its title."""
    for section in sections:
        if section.role is not Role.OVERVIEW:
            continue
        for block in section.blocks:
            if not isinstance(block, Paragraph):
                break
            if len(_FIELD.findall(plain_text(block.text))) >= _FIELDS:
                continue  # who wrote it and when: "Author: A. Smith Reviewed: 2026-06-29"
            kept = ""
            for sentence in split_sentences(plain_text(block.text)):
                longer = f"{kept} {sentence}".strip()
                if len(longer) > _LONGEST_LEAD:
                    break
                kept = longer
            if kept:
                return kept
    return ""


def _report_steps(steps: tuple[Step, ...], line: int, found: Findings) -> None:
    if not steps:
        hint = 'write "### Name" and text under it for each step; until then they come from the execution'
        found.warn("empty-howto", "the how-to part holds no steps", line=line - 1, hint=hint)
    for step in steps:
        if step.name and not step.blocks:
            hint = "say how it is done, or delete the heading"
            found.warn("empty-step", f'the step "{step.name}" has no text', line=step.location.line, hint=hint)
