"""Guides put together from parts of their body, and short ways to look at what was read."""

from __future__ import annotations

from cardgen.guide import parse_guide
from cardgen.guide.model import ItemList, plain_text

FRONT = '---\nvideo: "abcdefghijk"\ndescription: "A short one."\ntitle: "Drill"\n---\n'
BODY = "## Execution\n1. **Rise**: Come up.\n2. **Sink**: Go down.\n"
"""Stands in the lines 6 to 8."""
HOWTO = "\n<!-- howto -->\n\n### One\nText.\n\n### Two\nMore.\n"


def read(text):
    return parse_guide(text, path="drill.md", stem="drill_band")


def read_body(body):
    """A guide with this behind its execution, from line 9 on, and a how-to part."""
    return read(FRONT + BODY + body + HOWTO)


def read_howto(howto):
    """A guide with this how-to part, from line 10 on."""
    return read(f"{FRONT}{BODY}<!-- howto -->\n{howto}")


def problems(guide):
    return [(problem.severity.value, problem.code, problem.location.line) for problem in guide.problems]


def points(guide, role):
    """Every entry of a role's sections, nested ones indented."""
    return [line for section in guide.with_role(role) for block in section.blocks for line in lines_of(block)]


def steps(guide):
    return [(step.name, [line for block in step.blocks for line in lines_of(block)]) for step in guide.steps]


def lines_of(block, indent=""):
    if not isinstance(block, ItemList):
        return [plain_text(block.text)]
    return [line for item in block.items for line in item_lines(item, indent)]


def item_lines(item, indent):
    nested = [line for child in item.children for line in item_lines(child, indent + "  ")]
    return [indent + plain_text(item.text), *nested]
