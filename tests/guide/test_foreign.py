"""Guides in fifteen languages, in the shapes in which people keep them, beside what each of their lines is."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from cardgen.guide import read_guide
from cardgen.guide.model import Item, ItemList, Role, plain_text

GUIDES = sorted((Path(__file__).parent / "foreign").glob("*.md"))

ROLES = {"tips": (Role.TIPS,), "mistakes": (Role.MISTAKES,), "safety": (Role.SAFETY, Role.NOT_FOR)}


def lines_of(sections):
    """Return the lines of all entries; a heading printed in its box is none."""
    for section in sections:
        for block in section.blocks:
            entries = leaves(block.items) if isinstance(block, ItemList) else [block]
            yield from (it.location.line for it in entries if plain_text(it.text).rstrip(":") != section.heading)


def leaves(items: tuple[Item, ...]):
    for item in items:
        yield item
        yield from leaves(item.children)


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_each_line_is_what_it_is(path):
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    guide = read_guide(path, shown=path.name)
    steps = [step.location.line for step in guide.steps]
    read = {
        "title": guide.title,
        "language": guide.language,
        "steps": [line for line in steps if line not in truth.get("steps_optional", ())],
        **{key: sorted(lines_of(guide.with_role(*roles))) for key, roles in ROLES.items()},
    }
    assert read == {key: truth.get(key, []) for key in read}


def test_every_language_has_three():
    tags = Counter(path.stem[:2] for path in GUIDES)
    assert len(tags) == 15
    assert min(tags.values()) >= 3
