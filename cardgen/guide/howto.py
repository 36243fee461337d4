"""The how-to part in; numbered steps out, and beside them the sections that stand in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cardgen.guide.draft import Draft, nest
from cardgen.guide.findings import Findings
from cardgen.guide.headings import UNKNOWN, Headings, Knowledge, Reading
from cardgen.guide.inline import clean_name, split_lead_in
from cardgen.guide.markdown import Aside, Heading, Node
from cardgen.guide.model import Block, Emphasis, ItemList, Paragraph, Role, Step, plain_text
from cardgen.guide.sections import aside_section, keep_heading
from cardgen.guide.steps import only_announces, report_heading, step_of_item, step_of_paragraph
from cardgen.guide.syntax import BOLD_LEVEL
from cardgen.values.errors import Location

_BOXES = frozenset({Role.TIPS, Role.MISTAKES, Role.SAFETY})
_ASIDES = frozenset({Role.BREATHING, Role.VARIATIONS, Role.BENEFITS, Role.EQUIPMENT, Role.NOTES, Role.CONCLUSION})
"""Beside a list of steps, sections; among steps with headings of their own, steps."""

_BOX_NAME = re.compile(r"(?:[\w’']+[ -]){0,2}(?:tips|mistakes)(?: (?:for|to|when|while|with)\b.*)?", re.IGNORECASE)
_ANNOUNCING = re.compile(
    r"(?:the |short |follow (?:these |the )?)?(?:steps|execution|instructions|how to(?: perform| do it)?|do this|what to do|step[ -]by[ -]step)",
    re.IGNORECASE,
)
"""Headings that say of what stands below that it is the steps."""


@dataclass(slots=True, kw_only=True)
class _Group:
    """A heading and what stands under it."""

    heading: Heading | None
    location: Location
    reading: Reading = UNKNOWN
    """What the heading means."""
    blocks: list[Block] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The heading's words."""
        return clean_name(plain_text(self.heading.text)) if self.heading else ""

    @property
    def is_aside(self) -> bool:
        """Whether it is headed like a section that holds no steps."""
        return self.reading.knowledge is Knowledge.NAMED and self.reading.role in _ASIDES

    @property
    def announces(self) -> bool:
        """Whether its heading says of what stands below that it is the steps, and nothing of any one of them."""
        return self.reading.heads_steps or _ANNOUNCING.fullmatch(self.name) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether it holds a numbered list."""
        return any(isinstance(block, ItemList) and block.ordered for block in self.blocks)

    @property
    def is_listed(self) -> bool:
        """Whether it holds any list."""
        return any(isinstance(block, ItemList) for block in self.blocks)


_Plain = Heading | Paragraph | ItemList


def steps_from_howto(
    nodes: Sequence[Node], headings: Headings, found: Findings
) -> tuple[tuple[Step, ...], list[Draft]]:
    """Read the how-to part; sections of tips or mistakes that stand in it come back beside the steps."""
    asides = [aside_section(node, headings) for node in nodes if isinstance(node, Aside)]
    plain, sections = _take_boxes([node for node in nodes if not isinstance(node, Aside)], headings)
    sections += asides
    level = _step_level(plain)
    groups = _group(plain, level, headings, found)
    lists = _lists_of_steps(groups)
    steps: list[Step] = []
    for group in groups:
        if any(group is one for one in lists):
            if group.heading and not group.announces:
                report_heading(group.name, group.location, found)
            steps.extend(_steps_of_blocks(group.blocks, found))
        elif lists and group.is_aside:
            sections.append(_draft(group.heading, group.reading, group.location, group.blocks))
        elif group.heading and group.heading.level > level and steps:
            blocks = (_strong_paragraph(group.heading), *group.blocks)
            steps[-1] = replace(steps[-1], blocks=steps[-1].blocks + blocks)
        else:
            steps.append(Step(name=group.name, blocks=tuple(group.blocks), location=group.location))
    sections = nest(sorted(sections, key=lambda section: section.location.line or 0))
    for section in sections:
        keep_heading(section, headings)
    return tuple(steps), sections


# --- sections within the how-to part ----------------------------------------------------------------------------------


def _take_boxes(nodes: Sequence[_Plain], headings: Headings) -> tuple[list[_Plain], list[Draft]]:
    """Part what is headed "Tips" or "Common Mistakes" from the steps: it belongs into the boxes."""
    kept: list[_Plain] = []
    sections: list[Draft] = []
    box: Draft | None = None
    by_words = False
    for index, node in enumerate(nodes):
        if isinstance(node, Heading):
            name = clean_name(plain_text(node.text))
            reading = headings.read(name)
            after = nodes[index + 1] if index + 1 < len(nodes) else None
            if _heads_box(name, reading, after):
                box = _draft(node, reading, node.location)
            elif box is not None and kept and node.level > _root(box).level:
                box = _draft(node, reading, node.location, role=box.role, parent=_root(box))
            else:
                box = None
                kept.append(node)
                continue
            by_words = False
            sections.append(box)
        elif isinstance(node, Paragraph) and (opened := _opened_box(node, headings)):
            box, by_words = opened, True
            sections.append(box)
        elif box is not None and not _ends_box(box, node, kept, by_words=by_words):
            box.blocks.append(node)
        else:
            box = None
            kept.append(node)
    return kept, sections


def _heads_box(name: str, reading: Reading, after: _Plain | None) -> bool:
    if reading.role not in _BOXES:
        return False
    return reading.is_whole or (isinstance(after, ItemList) and _BOX_NAME.fullmatch(name) is not None)


def _opened_box(paragraph: Paragraph, headings: Headings) -> Draft | None:
    """Read `**Tips:** Keep ...` as a section that opens with these words."""
    lead_in, rest = split_lead_in(paragraph.text)
    reading = headings.read(lead_in) if rest and lead_in else UNKNOWN
    if reading.knowledge is not Knowledge.NAMED or reading.role not in _BOXES:
        return None
    body = Paragraph(text=rest, location=paragraph.location)
    return Draft(
        heading=lead_in,
        level=BOLD_LEVEL,
        location=paragraph.location,
        role=reading.role,
        reading=reading,
        blocks=[body],
    )


def _ends_box(box: Draft, node: Block, kept: Sequence[_Plain], *, by_words: bool) -> bool:
    """Tell whether a block goes on with the steps; `by_words`: the box was opened by "**Tips:** ...", not by a heading."""
    if isinstance(node, ItemList):
        return node.ordered and bool(box.blocks) and not any(not isinstance(other, Heading) for other in kept)
    # Within a step that has a heading, "**Safety:** ..." is one paragraph of it.
    return by_words and any(isinstance(other, Heading) for other in kept)


def _draft(
    heading: Heading | None,
    reading: Reading,
    location: Location,
    blocks: Sequence[Block] = (),
    *,
    role: Role | None = None,
    parent: Draft | None = None,
) -> Draft:
    return Draft(
        heading=clean_name(plain_text(heading.text)) if heading else "",
        level=heading.level if heading else BOLD_LEVEL,
        location=location,
        role=role or reading.role,
        reading=reading,
        parent=parent,
        blocks=list(blocks),
    )


def _root(draft: Draft) -> Draft:
    return draft.parent or draft


# --- steps ------------------------------------------------------------------------------------------------------------


def _step_level(nodes: Sequence[_Plain]) -> int:
    """Return the level whose headings open steps; deeper ones stay within a step."""
    headings = [node for node in nodes if isinstance(node, Heading)]
    levels = Counter(node.level for node in headings)
    real = {level: count for level, count in levels.items() if level < BOLD_LEVEL}
    if real and not (levels[BOLD_LEVEL] and _only_over_steps(nodes)):
        most = max(real.values())
        return max(level for level, count in real.items() if count == most)
    return BOLD_LEVEL


def _only_over_steps(nodes: Sequence[_Plain]) -> bool:
    """Tell whether the only true heading is such as "Steps", with bold lines right under it."""
    true = [index for index, node in enumerate(nodes) if isinstance(node, Heading) and node.level < BOLD_LEVEL]
    after = nodes[true[0] + 1] if len(true) == 1 and true[0] + 1 < len(nodes) else None
    return isinstance(after, Heading) and after.level == BOLD_LEVEL


def _group(nodes: Sequence[_Plain], level: int, headings: Headings, found: Findings) -> list[_Group]:
    """Group blocks under the headings that may open a step or a section; others stay within."""
    groups: list[_Group] = []
    for index, node in enumerate(nodes):
        if isinstance(node, Heading):
            reading = headings.read(clean_name(plain_text(node.text)))
            group = _Group(heading=node, location=node.location, reading=reading)
            if node.level <= level or group.is_aside:
                after = nodes[index + 1] if index + 1 < len(nodes) else None
                if isinstance(after, Heading) and node.level < after.level <= level:
                    report_heading(group.name, node.location, found)
                else:
                    groups.append(group)
                continue
        if not groups:
            groups.append(_Group(heading=None, location=node.location))
        groups[-1].blocks.append(_strong_paragraph(node) if isinstance(node, Heading) else node)
    return groups


def _lists_of_steps(groups: Sequence[_Group]) -> list[_Group]:
    """Return the groups whose entries are steps, rather than the groups themselves."""
    headed = [group for group in groups if group.heading and not group.is_aside]
    lists: list[_Group] = []
    for group in groups:
        if group.heading is None:
            if group.is_numbered or not headed:
                lists.append(group)
        elif group.announces:
            if group.is_listed:
                lists.append(group)
        elif headed == [group] and group.is_numbered:
            lists.append(group)
    return lists


def _strong_paragraph(heading: Heading) -> Paragraph:
    text = tuple(replace(span, emphasis=Emphasis.STRONG) for span in heading.text)
    return Paragraph(text=text, location=heading.location)


def _steps_of_blocks(blocks: Sequence[Block], found: Findings) -> list[Step]:
    """Read lists as steps, or else paragraphs; other text joins the step before it."""
    lists = [block for block in blocks if isinstance(block, ItemList)]
    numbered = [block for block in lists if block.ordered] or lists
    steps: list[Step] = []
    for block in blocks:
        if isinstance(block, ItemList) and block in numbered:
            steps.extend(step_of_item(item) for item in block.items)
        elif isinstance(block, Paragraph) and not (numbered and steps):
            if not (numbered and only_announces(block, found)):
                steps.append(step_of_paragraph(block))
        elif steps:
            steps[-1] = replace(steps[-1], blocks=(*steps[-1].blocks, block))
        else:
            steps.append(Step(name="", blocks=(block,), location=block.location))
    return steps
