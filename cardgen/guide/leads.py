"""A paragraph in, the section out that its label opens, or its words over a list. Guesses no steps."""

from __future__ import annotations

import re
from dataclasses import replace

from cardgen.guide.dialect import CARE, DO, DO_NOT
from cardgen.guide.draft import Draft
from cardgen.guide.headings import Headings
from cardgen.guide.inline import clean_name, make_inline, split_lead_in
from cardgen.guide.languages import Kind
from cardgen.guide.model import Block, Emphasis, Inline, Item, ItemList, Paragraph, Role, plain_text
from cardgen.guide.syntax import BOLD_LEVEL

_LABEL = re.compile(rf"[{DO}{DO_NOT}{CARE}]? ?([^\W\d_]\S*(?: \S+){{0,7}}?):\s+(?=\S)")
"""Up to eight words before a colon, with which a paragraph begins."""
_BESIDE = frozenset({Role.OVERVIEW, Role.BENEFITS, Role.EQUIPMENT, Role.FEEL})
"""Sections that say what the exercise is, not how it is done: "Execution: ..." after them is no part of theirs."""
_FEWEST = 2
"""Points of an outline that must be known sections."""
_LONGEST_LEAD = 14
"""Words of a sentence that leads up to a list; a longer one says more than that."""


def opened_section(paragraph: Paragraph, around: Draft | None, headings: Headings) -> Draft | None:
    """Read `**Tips:** Keep ...` and `Tips: Keep ...` as a section of one paragraph."""
    lead_in, rest = split_lead_in(paragraph.text)
    known = bool(lead_in and rest) and headings.opens_section(lead_in)
    if not lead_in:
        lead_in, rest = _plain_label(paragraph.text)
        known = headings.is_name(lead_in)
    if not lead_in or not rest:
        return None
    reading = headings.read(lead_in)
    if not known:  # below the label of a section another one ends it, whatever that means
        if around is None or not around.is_labelled or reading.role in (Role.SETUP, Role.EXECUTION):
            return None
    elif around is not None and around.level and around.level != BOLD_LEVEL:
        # Within a section of its own, "**Setup:** ..." is a step, and "**Breathing:** ..." a tip.
        over = headings.read(around.heading)
        outer = over.role
        beside = outer in _BESIDE or (around.level == 1 and not over.is_whole)
        part = reading.role in (Role.SETUP, Role.EXECUTION, Role.BREATHING) or reading.role is outer
        if part and not beside:
            return None
    body = Paragraph(text=rest, location=paragraph.location)
    place = paragraph.location
    return Draft(heading=lead_in, level=BOLD_LEVEL, location=place, is_labelled=True, blocks=[body])


def led_section(around: Draft | None, headings: Headings) -> Draft | None:
    """Make the words that lead up to a list its heading where they say that it is no list of steps, or end one that is none."""
    lead = around.blocks[-1] if around and around.blocks else None
    text = plain_text(lead.text) if isinstance(lead, Paragraph) else ""
    if around is None or lead is None or not text.endswith(":") or len(text.split()) > _LONGEST_LEAD:
        return None
    kind = headings.leads_to(text)
    anew = around.is_led or (kind is Kind.STEPS and around.level == BOLD_LEVEL and around.lists)
    if not anew and kind in (None, Kind.STEPS):
        return None
    around.blocks.pop()
    if kind in (None, Kind.STEPS):  # what follows has no heading again
        return Draft(heading="", level=0, location=lead.location, role=Role.EXECUTION, blocks=[lead])
    return Draft(heading=clean_name(text), level=BOLD_LEVEL, location=lead.location, is_led=True)


def listed_sections(block: ItemList, around: Draft | None, headings: Headings) -> list[Draft]:
    """Read an outline, in which sections are the points of a list, as sections; one of them must be known as the steps."""
    if around is not None and around.heading and (around.level != 1 or headings.read(around.heading).is_whole):
        return []
    named = [(_name_of(item), item) for item in block.items]
    known = [headings.read(name) for name, _ in named if headings.is_name(name)]
    if len(known) < _FEWEST or not any(reading.heads_steps for reading in known):
        return []
    return [_listed(name or plain_text(item.text), item) for name, item in named]


def _name_of(item: Item) -> str:
    """Return the label of an entry, or all its words where its text stands below it."""
    return item.lead_in or _plain_label(item.text)[0] or (clean_name(plain_text(item.text)) if item.children else "")


def _listed(name: str, item: Item) -> Draft:
    rest = item.rest if item.lead_in else _plain_label(item.text)[1] if _plain_label(item.text)[0] else ()
    blocks: list[Block] = [Paragraph(text=rest, location=item.location)] if rest else []
    if item.children:
        blocks.append(ItemList(items=item.children, ordered=False, location=item.children[0].location))
    return Draft(heading=name, level=BOLD_LEVEL, location=item.location, blocks=blocks)


def label_of(text: Inline) -> str:
    """Return the label that a paragraph begins with, bold or plain; nothing where it has none."""
    return split_lead_in(text)[0] or _plain_label(text)[0]


def _plain_label(text: Inline) -> tuple[str, Inline]:
    """Part the label of a plain paragraph from its text: "Setup: Lie down"."""
    match = _LABEL.match(text[0].text) if text and text[0].emphasis is Emphasis.PLAIN and not text[0].link else None
    if match is None:
        return "", text
    return match[1], make_inline((replace(text[0], text=text[0].text[match.end() :]), *text[1:]))
