"""A guide and a detail in, what its card does not print out, and how that is told. Lays nothing out by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cardgen.compose import ROLES, Detail
from cardgen.guide.model import Block, Guide, ItemList, Paragraph, Role, Section, Span, Step
from cardgen.guide.pieces import text_of
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import shows_instead
from cardgen.values.errors import Location, Problem, Severity

LEFT_OUT = "left-out"
"""The code of a problem that tells of it: a note where the detail has no place for such a section, a warning where nobody
knows what section it is."""
_UNKNOWN = "unknown-heading"
_WORD = re.compile(r"[^\W_]+")


def left_out(guide: Guide, *, detail: Detail = Detail.BRIEF) -> tuple[Section, ...]:
    """Return the sections that this detail does not print, in source order; of a full card, steps that only it lacks."""
    if detail.is_whole:
        return tuple(_lone_steps(guide))
    used = {role for roles in ROLES[detail].values() for role in roles}
    told = {step.location for step in guide.steps} | {it.location for step in guide.steps for it in step.blocks}
    return tuple(section for section in guide.sections if section.role not in used and not _is_told(section, told))


def told_of_unknown(guide: Guide, detail: Detail, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems of a card with what became of what stands under headings that are not known."""
    sections = [section for section in left_out(guide, detail=detail) if section.blocks]
    lost = {section.location for section in sections if section.role is Role.UNKNOWN}
    return tuple(_lost(it) if it.code == _UNKNOWN and it.location in lost else it for it in problems)


def omission_notes(guide: Guide, settings: CardSettings) -> tuple[Problem, ...]:
    """Return a note on each part that a card of this detail has no place for."""
    detail = settings.detail
    sections = tuple(
        Problem(
            severity=Severity.NOTE,
            code=LEFT_OUT,
            message=f"a {detail.value} card leaves out {_named(section)}",
            location=section.location,
        )
        for section in left_out(guide, detail=detail)
        if section.blocks and not (section.role is Role.UNKNOWN and section.heading)
    )
    if not shows_instead(guide, settings):
        return sections
    message = f"a {detail.value} card leaves out the description: the picture says it"
    where = Location(path=guide.path)
    return (Problem(severity=Severity.NOTE, code=LEFT_OUT, message=message, location=where), *sections)


def _lost(problem: Problem) -> Problem:
    """Say of an unknown heading that its text is not printed."""
    heading = problem.message.partition(" heading ")[2].strip('"')
    return replace(problem, code=LEFT_OUT, message=f"left out: {heading} (nothing says what this heading is)")


def _is_told(section: Section, places: set[Location]) -> bool:
    """Tell whether the steps, which stand at these places, are those of the section."""
    own = (block.items[:1] if isinstance(block, ItemList) else (block,) for block in section.blocks)
    return section.location in places or any(part.location in places for parts in own for part in parts)


def _lone_steps(guide: Guide) -> Iterator[Section]:
    """Yield short steps with words that a full card has nowhere, because it prints the execution of the body instead."""
    if not guide.steps_from_howto or not any(section.blocks for section in guide.with_role(Role.EXECUTION)):
        return
    printed = {word for section in guide.sections for word in _words((section.heading,), section.blocks)}
    for step in guide.steps:
        if not set(_words((step.name,), step.blocks)) <= printed:
            yield Section(
                role=Role.EXECUTION, heading=step.name, level=0, blocks=_blocks_of(step), location=step.location
            )


def _blocks_of(step: Step) -> tuple[Block, ...]:
    return step.blocks or (Paragraph(text=(Span(text=step.name),), location=step.location),)


def _words(texts: Iterable[str], blocks: Iterable[Block]) -> Iterator[str]:
    for text in (*texts, *map(text_of, blocks)):
        yield from _WORD.findall(text.casefold())


def _named(section: Section) -> str:
    if section.role is Role.EXECUTION and not section.level:
        return f'the short step "{section.heading}"' if section.heading else "a short step"
    what = f'"{section.heading}"' if section.heading else "the text without a heading"
    return f"{what} ({section.role.value})"
