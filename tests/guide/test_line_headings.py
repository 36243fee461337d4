"""Lines that are headings though Markdown has them otherwise, and bold ones that lose their pictograph."""

from __future__ import annotations

import pytest

from cardgen.guide import parse_guide
from cardgen.guide.model import ItemList, Role, plain_text

START = "---\ntitle: Dehnung\nlang: de\n---\n## Ausführung\n\n1. Heben.\n2. Senken.\n\n"


def read(text):
    return parse_guide(START + text, path="dehnung.md", stem="dehnung")


def texts(guide, role):
    blocks = [block for section in guide.with_role(role) for block in section.blocks]
    return [plain_text(item.text) for block in blocks if isinstance(block, ItemList) for item in block.items]


@pytest.mark.parametrize(
    "line",
    ["Achtung!", "Achtung", "Vorsicht:", "⚠️ Achtung!", "Stopp, wenn:", "Wann abbrechen?", "Sicherheit bei der Übung"],
)
def test_a_plain_line_over_a_list_is_its_heading_whatever_mark_it_ends_in(line):
    assert texts(read(f"{line}\n\n- Es sticht.\n"), Role.SAFETY) == ["Es sticht."]


def test_a_question_may_begin_with_its_mark():
    guide = parse_guide(
        "# Gato\n\nInstrucciones:\n\nPaso 1: Ponte a cuatro patas.\nPaso 2: Redondea la espalda.\n\n"
        "¿Qué no hacer?\n\n- Doblar los codos.\n",
        path="gato.md",
        stem="gato",
    )
    assert [plain_text(block.text) for step in guide.steps for block in step.blocks] == [
        "Ponte a cuatro patas.",
        "Redondea la espalda.",
    ]
    assert texts(guide, Role.MISTAKES) == ["Doblar los codos."]


@pytest.mark.parametrize(
    "line", ["**💡 Tipps:**", "**Tipps 💡**", "**Tipps 💡:**", "__💡 Tipps__", "### 💡 Tipps", "💡 **Tipps**"]
)
def test_a_bold_line_stays_bold_without_its_pictograph(line):
    guide = read(f"{line}\n\n- Langsam.\n")
    assert texts(guide, Role.TIPS) == ["Langsam."]
    assert [len(step.blocks) for step in guide.steps] == [1, 1]


def test_a_pictograph_beside_bold_words_in_a_list_leaves_the_list():
    assert texts(read("## Tipps\n\n* 💡 **Blick** nach vorn\n* **💡 Atem**: ruhig\n"), Role.TIPS) == [
        "Blick nach vorn",
        "Atem: ruhig",
    ]
