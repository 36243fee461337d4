"""Sections in, the same out with each point in the section that its own words ask for: "Common mistake: ..." among the tips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cardgen.guide.dialect import CARE, DO, DO_NOT
from cardgen.guide.draft import Draft
from cardgen.guide.headings import Headings
from cardgen.guide.inline import make_inline
from cardgen.guide.languages import Kind
from cardgen.guide.markdown import make_item
from cardgen.guide.model import Block, Inline, Item, ItemList, Paragraph, Role, plain_text
from cardgen.guide.syntax import ASIDE_LEVEL

_SIGNS = {DO: Role.TIPS, DO_NOT: Role.MISTAKES, CARE: Role.SAFETY}
"""What a sign before a text says that it is; the card has signs of its own."""
_WHAT_TO_DO = frozenset({Role.EXECUTION, Role.SETUP})
_WARNINGS = frozenset({Role.SAFETY, Role.NOT_FOR})
_PARTED = frozenset({Role.TIPS, Role.MISTAKES, Role.NOTES, Role.UNKNOWN, Role.FEEL, Role.OVERVIEW})
"""Sections whose points go where their signs say."""
_LABELS = frozenset({Role.MISTAKES, Role.SAFETY, Role.NOT_FOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A point and what it is by its own words; its section's role where they say nothing."""

    items: tuple[Item, ...]
    role: Role


def part_items(drafts: Sequence[Draft], headings: Headings) -> list[Draft]:
    """Move points whose label or sign names another section into one; signs go, since the card draws its own."""
    result: list[Draft] = []
    for draft in drafts:
        moved: dict[Role, list[Item]] = {}
        blocks: list[Block] = []
        for block in draft.blocks:
            if isinstance(block, Paragraph):
                text = _without_sign(block.text)
                blocks.append(block if text is block.text else replace(block, text=text))
                continue
            kept: list[Item] = []
            for item in block.items:
                told = _told(item, draft, headings)
                (kept if told.role is draft.role else moved.setdefault(told.role, [])).extend(told.items)
            if kept:
                blocks.append(replace(block, items=tuple(kept)))
        draft.blocks[:] = blocks
        result.append(draft)
        result += [_section(role, items) for role, items in moved.items()]
    return result


def _section(role: Role, items: Sequence[Item]) -> Draft:
    place = items[0].location
    block = ItemList(items=tuple(items), ordered=False, location=place)
    return Draft(heading="", level=ASIDE_LEVEL, location=place, role=role, blocks=[block])


def _told(item: Item, draft: Draft, headings: Headings) -> _Told:
    """Return what a point says it is."""
    sign = plain_text(item.text)[:1]
    bare = _bare(item)
    if sign in _SIGNS and draft.role in _PARTED:
        return _Told(items=(bare,), role=_SIGNS[sign])
    if bare.lead_in and draft.role not in _LABELS and (told := _labelled(bare, draft, headings)):
        return told
    if draft.role is Role.MISTAKES and headings.is_name(bare.lead_in) and headings.read(bare.lead_in).kind is Kind.TIPS:
        return _Told(items=_unlabelled(bare), role=Role.TIPS)
    if draft.reading.kind is Kind.BOTH:
        forbids = headings.language is not None and headings.language.opens_forbidding(plain_text(bare.text))
        return _Told(items=(bare,), role=Role.MISTAKES if forbids else Role.TIPS)
    return _Told(items=(bare,), role=draft.role)


def _labelled(item: Item, draft: Draft, headings: Headings) -> _Told | None:
    """Read "**Common mistakes:** ..." among other points as what it says; "**Safety:** set the pins" may well be a step."""
    reading = headings.read(item.lead_in)
    if not reading.is_whole or reading.role not in _LABELS:
        return None
    if draft.role in _WHAT_TO_DO and reading.role in _WARNINGS:
        return None
    items = _unlabelled(item)
    return _Told(items=items, role=reading.role) if items else None


def _unlabelled(item: Item) -> tuple[Item, ...]:
    """Return what a label stands over: the text beside it, or the points below it."""
    if not item.rest:
        return item.children
    return (make_item(item.rest, item.location, item.children),)


def _bare(item: Item) -> Item:
    """Return an entry without the sign before it; those below it too."""
    text = _without_sign(item.text)
    children = tuple(map(_bare, item.children))
    if text is item.text and children == item.children:
        return item
    return make_item(text, item.location, children)


def _without_sign(text: Inline) -> Inline:
    if not text or text[0].text[:1] not in _SIGNS:
        return text
    first = replace(text[0], text=text[0].text[1:].lstrip())
    return make_inline((first, *text[1:]))
