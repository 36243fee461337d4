"""A guide in, the parts of a card out: which sections are printed, in which order, under which heading. Knows no fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cardgen.compose.card import (
    NO_BRAND,
    Box,
    BoxKind,
    Brand,
    Card,
    CardSection,
    CardStep,
    Entry,
    Marker,
)
from cardgen.figure.repertoire import posed
from cardgen.guide.inline import make_inline
from cardgen.guide.languages import Language, language
from cardgen.guide.model import (
    Block,
    Emphasis,
    Guide,
    Inline,
    Item,
    ItemList,
    Origin,
    Paragraph,
    Role,
    Section,
    Span,
    Step,
    plain_text,
)
from cardgen.guide.prose import split_sentences
from cardgen.values.errors import Location
from cardgen.values.use import Detail
from cardgen.words import Words

BRIEF_BOXES = {
    BoxKind.TIPS: (Role.TIPS,),
    BoxKind.MISTAKES: (Role.MISTAKES,),
    BoxKind.SAFETY: (Role.NOT_FOR, Role.SAFETY),
}
"""The boxes of a brief card; the steps come from the how-to part or the execution list."""
FULL_BOXES = {BoxKind.BREATHING: (Role.BREATHING,), **BRIEF_BOXES}
ROLES: Mapping[Detail, Mapping[BoxKind, tuple[Role, ...]]] = {
    Detail.BRIEF: BRIEF_BOXES,
    Detail.FULL: FULL_BOXES,
    Detail.HEADLINE: {},
}
MAIN_ROLES = frozenset({Role.OVERVIEW, Role.SETUP, Role.EXECUTION, Role.UNKNOWN})
"""What a full card prints at the left: what to do. What to know stands in the boxes."""


def compose_card(
    guide: Guide, *, words: Words, detail: Detail = Detail.BRIEF, brand: Brand = NO_BRAND, number: str = ""
) -> Card:
    """Choose what the card prints; `number` is that of its station."""
    spoken = language(guide.language)
    boxes = (
        _box(kind, words(f"box.{kind.value}"), guide.with_role(*roles), spoken) for kind, roles in ROLES[detail].items()
    )
    full = detail.is_whole
    named = detail.is_poster
    return Card(
        title=guide.title,
        eyebrow=tuple(part for part in (guide.equipment, guide.level) if part),
        number=number,
        lead=() if named or (full and guide.description_origin is Origin.TEXT) else guide.description,
        works=guide.muscles.primary,
        also=guide.muscles.secondary,
        figure=posed(guide.movement.movement, guide.movement.implement) if guide.movement else None,
        action=guide.muscles.action,
        steps=tuple(_headline(step) if named else _step(step) for step in guide.steps),
        boxes=tuple(box for box in boxes if box.entries),
        sections=_sections(guide, words) if full else (),
        extras=_extras(guide, words) if full else (),
        closing=_closing(guide) if full else (),
        image_alt=guide.image_alt,
        video=guide.video,
        brand=brand,
        footnotes=_footnotes(guide, brand, detail, words),
        language=guide.language,
        words=words,
        location=Location(path=guide.path),
        detail=detail,
    )


def _sections(guide: Guide, words: Words) -> tuple[CardSection, ...]:
    """Return what stands at the left of a full card; the short steps where the body tells no execution."""
    found = [
        CardSection(heading=_heading(section, guide, words), parts=tuple(_parts(section.blocks)))
        for section in guide.sections
        if section.role in MAIN_ROLES and section.blocks
    ]
    if not any(section.blocks for section in guide.with_role(Role.EXECUTION)):
        steps = tuple(_step(step) for step in guide.steps)
        found.append(CardSection(heading=_untitled(Role.EXECUTION, words), parts=steps))
    return tuple(found)


def _heading(section: Section, guide: Guide, words: Words) -> str:
    """Return the heading of a section at the left; the exercise's own name stands over the card."""
    if section.heading.casefold() == guide.title.casefold():
        return ""
    return section.heading or _untitled(section.role, words)


def _untitled(role: Role, words: Words) -> str:
    """Return the heading of a section that has none in the guide; empty for none."""
    match role:
        case Role.OVERVIEW:
            return words("card.overview")
        case Role.EXECUTION:
            return words("card.steps")
        case Role.CONCLUSION:
            return words("card.conclusion")
        case _:
            return ""


def _parts(blocks: Iterable[Block]) -> Iterator[CardStep | Entry]:
    for block in blocks:
        match block:
            case Paragraph(text=text, location=location):
                yield Entry(text=text, marker=Marker.NONE, location=location)
            case ItemList(items=items, ordered=True):
                for item in items:
                    own = Entry(text=item.text, marker=Marker.NONE, location=item.location)
                    nested = tuple(_points(item.children, Marker.DASH, 0))
                    yield CardStep(name=(), entries=(own, *nested), location=item.location)
            case ItemList(items=items):
                yield from _points(items, Marker.DASH, 0)


def _closes(section: Section) -> bool:
    """Tell whether a section is a conclusion of running text, not a list that needs a box."""
    return section.role is Role.CONCLUSION and all(isinstance(block, Paragraph) for block in section.blocks)


def _closing(guide: Guide) -> Inline:
    """Return the conclusion as one line; a heading of several words says something of its own."""
    spans: list[Span] = []
    for section in filter(_closes, guide.sections):
        if " " in section.heading:
            spans.append(Span(text=f"{section.heading}: ", emphasis=Emphasis.STRONG))
        for block in section.blocks:
            spans += (*block.text, Span(text=" ")) if isinstance(block, Paragraph) else ()
    return make_inline(spans)


def _extras(guide: Guide, words: Words) -> tuple[Box, ...]:
    used = MAIN_ROLES | {role for roles in FULL_BOXES.values() for role in roles}
    sections = (section for section in guide.sections if section.role not in used and not _closes(section))
    boxes = (
        Box(
            kind=BoxKind.EQUIPMENT if section.role is Role.EQUIPMENT else BoxKind.OTHER,
            heading=section.heading or _untitled(section.role, words) or words("card.notes"),
            entries=tuple(_entries(section.blocks, Marker.NONE, Marker.ICON)),
        )
        for section in sections
    )
    return tuple(box for box in boxes if box.entries)


def warns(guide: Guide) -> bool:
    """Tell whether a guide says for whom it is not, or when to stop."""
    return any(section.blocks for section in guide.with_role(Role.NOT_FOR, Role.SAFETY))


def origin_of(guide: Guide, words: Words) -> str:
    """Return where a guide is from and how it may be used; empty where it says nothing of it."""
    source = words("card.source", source=guide.source) if guide.source else ""
    license_ = words("card.license", license=guide.license) if guide.license else ""
    return " · ".join(part for part in (source, license_) if part)


def _footnotes(guide: Guide, brand: Brand, detail: Detail, words: Words) -> tuple[str, ...]:
    """Return what stands small at the foot; where a guide is from, its card says in its file."""
    safety = words("card.read-safety") if detail.is_poster and warns(guide) else ""
    return tuple(part for part in (safety, guide.note, brand.note) if part)


def _headline(step: Step) -> CardStep:
    """Return the name of a step alone or, where it has none, its first sentence: half a sentence may say the opposite."""
    return CardStep(name=(Span(text=step.name or _opening(step)),), entries=(), location=step.location)


def _opening(step: Step) -> str:
    """Return the first sentence of a step; what ends in a colon says nothing without what follows."""
    told = [plain_text(entry.text) for entry in _entries(step.blocks, Marker.NONE, Marker.NONE)]
    first = next(iter(split_sentences(told[0])), "") if told else ""
    return (" ".join(told) if first.endswith(":") else first).removesuffix(".")


def _step(step: Step) -> CardStep:
    name = (Span(text=step.name),) if step.name else ()
    return CardStep(name=name, entries=tuple(_entries(step.blocks, Marker.NONE, Marker.DASH)), location=step.location)


def _box(kind: BoxKind, heading: str, sections: Iterable[Section], spoken: Language | None) -> Box:
    entries = tuple(entry for section in sections for entry in _entries(section.blocks, Marker.ICON, Marker.ICON))
    if kind is BoxKind.TIPS and spoken is not None:
        entries = tuple(_neutral(entry, spoken) for entry in entries)
    return Box(kind=kind, heading=heading, entries=entries)


def _neutral(entry: Entry, spoken: Language) -> Entry:
    """Take the tick off a tip that says what not to do: a tick before "avoid leaning back" reads as its praise."""
    forbids = entry.marker is Marker.ICON and spoken.forbids(plain_text(entry.text))
    return replace(entry, marker=Marker.DASH) if forbids else entry


def _entries(blocks: Iterable[Block], paragraph: Marker, point: Marker) -> Iterator[Entry]:
    for block in blocks:
        match block:
            case Paragraph(text=text, location=location):
                introduces = plain_text(text).endswith(":")
                yield Entry(text=text, marker=Marker.NONE if introduces else paragraph, location=location)
            case ItemList(items=items):
                yield from _points(items, point, 0)


def _points(items: Iterable[Item], marker: Marker, depth: int) -> Iterator[Entry]:
    for item in items:
        if text := plain_text(item.text):
            own = Marker.NONE if marker is Marker.ICON and text.endswith(":") else marker  # a label is no tip
            yield Entry(text=item.text, marker=own, location=item.location, depth=depth)
        yield from _points(item.children, Marker.DASH, depth + 1)
