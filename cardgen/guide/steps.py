"""Sections in, numbered steps out: for guides without a how-to part, and for lists that are steps anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cardgen.errors import Location
from cardgen.guide.draft import Draft
from cardgen.guide.findings import Findings
from cardgen.guide.inline import split_lead_in
from cardgen.guide.model import Block, Item, ItemList, Paragraph, Role, Step, plain_text
from cardgen.guide.roles import is_usual_name


def step_of_item(item: Item) -> Step:
    """Make the bold lead-in of an entry the name of a step."""
    blocks: list[Block] = []
    if text := item.rest if item.lead_in else item.text:
        blocks.append(Paragraph(text=text, location=item.location))
    if item.children:
        blocks.append(ItemList(items=item.children, ordered=False, location=item.children[0].location))
    return Step(name=item.lead_in, blocks=tuple(blocks), location=item.location)


def step_of_paragraph(paragraph: Paragraph) -> Step:
    """Make the bold words a paragraph opens with the name of a step."""
    name, rest = split_lead_in(paragraph.text)
    if name and rest:
        return Step(name=name, blocks=(Paragraph(text=rest, location=paragraph.location),), location=paragraph.location)
    return Step(name="", blocks=(paragraph,), location=paragraph.location)


_GENERAL = re.compile(
    r"\b(execution|steps|step[ -]by[ -]step|instructions?|how to|guide|procedure|perform(ing)?)\b"
    r"|^(the )?(movements?|motion|exercise|lift|technique|process|method)$",
    re.IGNORECASE,
)
"""Headings with these words say of a list that it holds the steps, and nothing of any one of them."""

_SENTENCE_END = re.compile(r"[.!?…]\s")
_MAX_ANNOUNCING_WORDS = 12

_NOT_STEPS = frozenset(
    {
        Role.TIPS,
        Role.MISTAKES,
        Role.SAFETY,
        Role.VARIATIONS,
        Role.BENEFITS,
        Role.CONCLUSION,
        Role.EQUIPMENT,
        Role.OVERVIEW,
    }
)


def steps_from_sections(drafts: Sequence[Draft], found: Findings) -> tuple[Step, ...]:
    """Find the steps of a guide without a how-to part."""
    numbered = [draft for draft in drafts if draft.numbered and draft.role not in _NOT_STEPS and draft.blocks]
    if len(numbered) > 1 and not _has_execution_list(drafts):
        named = [d for d in drafts if d.blocks and (d in numbered or d.role is Role.EXECUTION)]
        return tuple(Step(name=d.heading, blocks=tuple(d.blocks), location=d.location) for d in named)
    execution = [draft for draft in drafts if draft.role is Role.EXECUTION]
    if steps := tuple(step for draft in execution for step in _steps_of_section(draft, found)):
        return steps
    spare = [draft for draft in drafts if draft.role in (Role.SETUP, Role.UNKNOWN) or not draft.heading]
    lists = [block for draft in spare for block in draft.blocks if isinstance(block, ItemList)]
    chosen = [block for block in lists if block.ordered]
    return tuple(step_of_item(item) for block in chosen for item in block.items)


def _has_execution_list(drafts: Sequence[Draft]) -> bool:
    """Tell whether a plain "Execution" holds a numbered list, so that the numbers of headings count sections."""
    return any(
        draft.role is Role.EXECUTION and is_usual_name(draft.heading) and isinstance(block, ItemList) and block.ordered
        for draft in drafts
        for block in draft.blocks
        if len(block.items if isinstance(block, ItemList) else ()) > 1
    )


def _steps_of_section(draft: Draft, found: Findings) -> Sequence[Step]:
    """Read one section of the execution; a heading that says more than "Execution" names its first step."""
    steps = _unnamed_steps(draft, found)
    if not draft.heading or draft.names_exercise or _GENERAL.search(draft.heading):
        return steps
    if steps and not steps[0].name:
        return [replace(steps[0], name=draft.heading), *steps[1:]]
    if not steps or steps[0].name.casefold() != draft.heading.casefold():
        report_heading(draft.heading, draft.location, found)
    return steps


def _unnamed_steps(draft: Draft, found: Findings) -> list[Step]:
    """Read the entries of a section as steps, or else its paragraphs."""
    if not any(isinstance(block, ItemList) for block in draft.blocks):
        return [step_of_paragraph(block) for block in draft.blocks if isinstance(block, Paragraph)]
    steps: list[Step] = []
    is_before = True
    for block in draft.blocks:
        if isinstance(block, ItemList):
            is_before = False
            steps.extend(step_of_item(item) for item in block.items)
        elif is_before and only_announces(block, found):
            continue
        elif steps:
            steps[-1] = replace(steps[-1], blocks=(*steps[-1].blocks, block))
        else:
            steps.append(step_of_paragraph(block))
    return steps


def only_announces(paragraph: Paragraph, found: Findings) -> bool:
    """Tell, and report, that a paragraph over a list is such as "Follow these steps:", and no step."""
    text = plain_text(paragraph.text)
    if not text.endswith(":") or len(text.split()) > _MAX_ANNOUNCING_WORDS or _SENTENCE_END.search(text):
        return False
    message = f'"{text}" only leads up to the steps: it is not printed as one'
    found.note("over-steps", message, line=paragraph.location.line, hint="put a number before it if it is a step")
    return True


def report_heading(heading: str, location: Location, found: Findings) -> None:
    """Report a heading that no step is named after."""
    message = f'the heading "{heading}" over the steps is not printed'
    hint = "delete it, or say it in a step"
    found.note("heading-over-steps", message, line=location.line, hint=hint)
