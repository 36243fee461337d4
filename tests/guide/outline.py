"""A guide as indented text, for fixtures that people can read and diff."""

from __future__ import annotations

from cardgen.guide.model import Block, Emphasis, Guide, Inline, Item, ItemList, Paragraph


def outline(guide: Guide) -> str:
    lines = [
        f"title: {guide.title} ({guide.title_origin.value})",
        f"equipment: {guide.equipment} ({guide.equipment_origin.value})",
        f"description: {_inline(guide.description)}",
        f"video: {guide.video.label if guide.video else '-'}",
        f"steps from how-to: {guide.steps_from_howto}",
    ]
    for section in guide.sections:
        lines.append(f"[{section.role.value}] {section.heading!r} level {section.level} line {section.location.line}")
        lines += _blocks(section.blocks)
    for number, step in enumerate(guide.steps, 1):
        lines.append(f"{number}. {step.name!r} line {step.location.line}")
        lines += _blocks(step.blocks)
    lines += [str(problem) for problem in guide.problems if problem.code != "inferred-title"]
    return "\n".join(lines) + "\n"


def _blocks(blocks: tuple[Block, ...]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text=text):
                lines.append(f"    {_inline(text)}")
            case ItemList(items=items, ordered=ordered):
                lines += [line for item in items for line in _item(item, "#" if ordered else "-", "    ")]
    return lines


def _item(item: Item, mark: str, indent: str) -> list[str]:
    lead = f"{{{item.lead_in}}} " if item.lead_in else ""
    lines = [f"{indent}{mark} {lead}{_inline(item.rest)}".rstrip()]
    return lines + [line for child in item.children for line in _item(child, "-", indent + "  ")]


def _inline(inline: Inline) -> str:
    return "".join(_span(span.text, strong=span.emphasis is Emphasis.STRONG, link=span.link) for span in inline)


def _span(text: str, *, strong: bool, link: str | None) -> str:
    text = f"*{text}*" if strong else text
    return f"<{text}|{link}>" if link else text
