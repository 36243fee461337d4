"""The how-to part, or else the sections, in; numbered steps out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cardgen.errors import Location
from cardgen.guide.findings import Findings
from cardgen.guide.inline import clean_name, split_lead_in
from cardgen.guide.markdown import Heading, Node
from cardgen.guide.model import Block, Emphasis, Item, ItemList, Paragraph, Role, Step, plain_text
from cardgen.guide.roles import is_usual_name, role_of
from cardgen.guide.sections import Draft
from cardgen.guide.syntax import BOLD_LEVEL


@dataclass(slots=True, kw_only=True)
class _Open:
    """A step while its blocks are still coming in."""

    name: str
    location: Location
    blocks: list[Block] = field(default_factory=list)

    def finish(self) -> Step:
        return Step(name=self.name, blocks=tuple(self.blocks), location=self.location)


def steps_from_howto(nodes: Sequence[Node], found: Findings) -> tuple[tuple[Step, ...], list[Draft]]:
    """Read the how-to part; sections of tips or mistakes that stand in it come back beside the steps."""
    nodes, sections = _take_boxes(nodes)
    level = _step_level(nodes)
    if level is None:
        return _steps_without_headings([node for node in nodes if not isinstance(node, Heading)]), sections
    steps: list[_Open] = []
    for index, node in enumerate(nodes):
        if isinstance(node, Heading) and node.level <= level:
            name = clean_name(plain_text(node.text))
            after = nodes[index + 1] if index + 1 < len(nodes) else None
            if isinstance(after, Heading) and node.level < after.level <= level:
                message = f'the heading "{name}" over the steps is not printed'
                found.note("heading-over-steps", message, line=node.location.line, hint="delete it")
                continue
            steps.append(_Open(name=name, location=node.location))
            continue
        block = _strong_paragraph(node) if isinstance(node, Heading) else node
        if not steps:
            steps.append(_Open(name="", location=block.location))
        steps[-1].blocks.append(block)
    return tuple(step.finish() for step in steps), sections


def _take_boxes(nodes: Sequence[Node]) -> tuple[list[Node], list[Draft]]:
    """Part lists headed "Tips" or "Common Mistakes" from the steps: they belong into the boxes."""
    kept: list[Node] = []
    sections: list[Draft] = []
    inside = False
    for index, node in enumerate(nodes):
        if isinstance(node, Heading):
            name = clean_name(plain_text(node.text))
            after = nodes[index + 1] if index + 1 < len(nodes) else None
            inside = (
                is_usual_name(name)
                and role_of(name) in (Role.TIPS, Role.MISTAKES, Role.SAFETY)
                and isinstance(after, ItemList)
            )
            if inside:
                sections.append(Draft(heading=name, level=node.level, location=node.location, role=role_of(name)))
                continue
        if inside and not isinstance(node, Heading):
            sections[-1].blocks.append(node)
        else:
            kept.append(node)
    return kept, sections


def _step_level(nodes: Sequence[Node]) -> int | None:
    """Return the level whose headings open steps; deeper ones stay within a step."""
    levels = Counter(node.level for node in nodes if isinstance(node, Heading))
    real = {level: count for level, count in levels.items() if level < BOLD_LEVEL}
    if real and not (levels[BOLD_LEVEL] and _only_over_steps(nodes)):
        most = max(real.values())
        return max(level for level, count in real.items() if count == most)
    return BOLD_LEVEL if levels[BOLD_LEVEL] else None


def _only_over_steps(nodes: Sequence[Node]) -> bool:
    """Tell whether the only true heading is such as "Steps", with bold lines right under it."""
    true = [index for index, node in enumerate(nodes) if isinstance(node, Heading) and node.level < BOLD_LEVEL]
    after = nodes[true[0] + 1] if len(true) == 1 and true[0] + 1 < len(nodes) else None
    return isinstance(after, Heading) and after.level == BOLD_LEVEL


def _strong_paragraph(heading: Heading) -> Paragraph:
    text = tuple(replace(span, emphasis=Emphasis.STRONG) for span in heading.text)
    return Paragraph(text=text, location=heading.location)


def _steps_without_headings(blocks: Sequence[Block]) -> tuple[Step, ...]:
    """Read lists as steps, or else paragraphs; other text joins the step before it."""
    lists = [block for block in blocks if isinstance(block, ItemList)]
    numbered = [block for block in lists if block.ordered] or lists
    steps: list[Step] = []
    for block in blocks:
        if isinstance(block, ItemList) and block in numbered:
            steps.extend(_step_of_item(item) for item in block.items)
        elif isinstance(block, Paragraph) and not (numbered and steps):
            steps.append(_step_of_paragraph(block))
        elif steps:
            steps[-1] = replace(steps[-1], blocks=(*steps[-1].blocks, block))
        else:
            steps.append(Step(name="", blocks=(block,), location=block.location))
    return tuple(steps)


def _step_of_item(item: Item) -> Step:
    """Make the bold lead-in of an entry the name of a step."""
    blocks: list[Block] = []
    if text := item.rest if item.lead_in else item.text:
        blocks.append(Paragraph(text=text, location=item.location))
    if item.children:
        blocks.append(ItemList(items=item.children, ordered=False, location=item.children[0].location))
    return Step(name=item.lead_in, blocks=tuple(blocks), location=item.location)


def _step_of_paragraph(paragraph: Paragraph) -> Step:
    name, rest = split_lead_in(paragraph.text)
    if name and rest:
        return Step(name=name, blocks=(Paragraph(text=rest, location=paragraph.location),), location=paragraph.location)
    return Step(name="", blocks=(paragraph,), location=paragraph.location)


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


def steps_from_sections(drafts: Sequence[Draft]) -> tuple[Step, ...]:
    """Find the steps of a guide without a how-to part."""
    numbered = [draft for draft in drafts if draft.numbered and draft.role not in _NOT_STEPS and draft.blocks]
    if len(numbered) > 1 and not _has_execution_list(drafts):
        named = [d for d in drafts if d.blocks and (d in numbered or d.role is Role.EXECUTION)]
        return tuple(Step(name=d.heading, blocks=tuple(d.blocks), location=d.location) for d in named)
    execution = [draft for draft in drafts if draft.role is Role.EXECUTION]
    if steps := tuple(step for draft in execution for step in _steps_of_section(draft)):
        return steps
    spare = [draft for draft in drafts if draft.role in (Role.SETUP, Role.UNKNOWN) or not draft.heading]
    lists = [block for draft in spare for block in draft.blocks if isinstance(block, ItemList)]
    chosen = [block for block in lists if block.ordered]
    return tuple(_step_of_item(item) for block in chosen for item in block.items)


def _has_execution_list(drafts: Sequence[Draft]) -> bool:
    """Tell whether a plain "Execution" holds a numbered list, so that the numbers of headings count sections."""
    return any(
        draft.role is Role.EXECUTION and is_usual_name(draft.heading) and isinstance(block, ItemList) and block.ordered
        for draft in drafts
        for block in draft.blocks
        if len(block.items if isinstance(block, ItemList) else ()) > 1
    )


def _steps_of_section(draft: Draft) -> Sequence[Step]:
    """Read one section of the execution: its entries, or else its paragraphs."""
    first_list = next((i for i, block in enumerate(draft.blocks) if isinstance(block, ItemList)), None)
    if first_list is None:
        if len(draft.blocks) == 1 and draft.heading and not is_usual_name(draft.heading):
            only = draft.blocks[0]
            if isinstance(only, Paragraph) and not split_lead_in(only.text)[0]:
                return [Step(name=draft.heading, blocks=(only,), location=draft.location)]
        return [_step_of_paragraph(block) for block in draft.blocks if isinstance(block, Paragraph)]
    steps: list[Step] = []
    for block in draft.blocks:
        if isinstance(block, ItemList):
            steps.extend(_step_of_item(item) for item in block.items)
        elif steps:
            steps[-1] = replace(steps[-1], blocks=(*steps[-1].blocks, block))
        elif not plain_text(block.text).endswith(":"):  # "Follow these steps:" only announces the list
            steps.append(_step_of_paragraph(block))
    return steps
