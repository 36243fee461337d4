"""Lists as Word, PDF files and chats leave them become Markdown's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plainly import notes, plain

LISTS = [
    ("• Lean\n• Stay", "- Lean\n- Stay"),
    ("•\tLean\n\n•\tStay", "- Lean\n\n- Stay"),
    ("• Lean\no\tIn\n▪ Deep\no\tIn\n• Stay", "- Lean\n  - In\n    - Deep\n  - In\n- Stay"),
    ("• Lean\n   ◦ In\n• Stay", "- Lean\n  - In\n- Stay"),
    ("· Lean\n· Stay", "- Lean\n- Stay"),
    ("– Lean\n– Stay", "- Lean\n- Stay"),
    ("— Lean\nfar back\n— Stay", "- Lean\nfar back\n- Stay"),
    ("– one dash in prose", "– one dash in prose"),
    ("· one dot", "· one dot"),
    ("• one bullet", "- one bullet"),
    ("-Lean\n-Stay", "- Lean\n- Stay"),
    ("-Lean", "-Lean"),
    ("- mantenha\n  o joelho\n  o quadril", "- mantenha\n  o joelho\n  o quadril"),
    ("1. Lean:\n   • In\n   • Out\n2. Stay", "1. Lean:\n   - In\n   - Out\n2. Stay"),
    ("> • Lean\n> • Stay", "> - Lean\n> - Stay"),
    ("1 - Lean\n2 - Stay", "1. Lean\n2. Stay"),
    ("1: Lean\n2: Stay", "1. Lean\n2. Stay"),
    ("1- Lean\n2- Stay", "1. Lean\n2. Stay"),
    ("1.Lean\n2.Stay", "1. Lean\n2. Stay"),
    ("1.) Lean\n2.) Stay", "1. Lean\n2. Stay"),
    ("(1) Lean\n(2) Stay", "1. Lean\n2. Stay"),
    ("1º Lean\n2º Stay", "1. Lean\n2. Stay"),
    ("① Lean\n② Stay", "1. Lean\n2. Stay"),
    ("❶ Lean\n❷ Stay", "1. Lean\n2. Stay"),
    ("1️⃣ Lean\nfar back\n\n2️⃣ Stay", "1. Lean\nfar back\n\n2. Stay"),
    ("\uff11\uff0eLean\n\uff12\uff0eStay", "1. Lean\n2. Stay"),
    ("1、Lean\n2、Stay", "1. Lean\n2. Stay"),
    ("1\\. Lean\n2\\. Stay", "1. Lean\n2. Stay"),
    ("\uf0b7\tLean\n\uf0a7\tIn", "- Lean\n  - In"),
    ("§ Lean\n§ Stay", "- Lean\n- Stay"),
    ("ü\tLean\nü\tStay", "- Lean\n- Stay"),
    ("§ 5 of the rules", "§ 5 of the rules"),
    ("&bull; Lean\n&#8226; Stay &deg;", "- Lean\n- Stay &deg;"),
    ("\u200b- Lean\n\ufeff- Stay", "- Lean\n- Stay"),
    ("Setup\n: Lie down.\n: Bend the knees.\n\nThen rest.", "**Setup**\n- Lie down.\n- Bend the knees.\n\nThen rest."),
    ("- Lean\n: Stay", "- Lean\n: Stay"),
    ("1.5 kg\n2.5 kg", "1.5 kg\n2.5 kg"),
    ("1 - 2 times\n2 - 3 times", "1 - 2 times\n2 - 3 times"),
    ("1 - Lean\n3 - Stay", "1 - Lean\n3 - Stay"),
    ("2 - Lean\n3 - Stay", "2 - Lean\n3 - Stay"),
    ("1 - Lean\n## Next\n2 - Stay", "1 - Lean\n## Next\n2 - Stay"),
    ("### 1️⃣ Setup\nLean.", "### 1. Setup\nLean."),
    ("-\u00a0Lean\n1.\u00a0Stay\n##\u00a0Tips", "- Lean\n1. Stay\n## Tips"),
    ("\u00a0\u00a0- In", "  - In"),
    ("- [ ] Lean\n- [x] Stay\n1. [X] Rest", "- Lean\n- Stay\n1. Rest"),
    ("- [a](b)\n- [x](y)", "- [a](b)\n- [x](y)"),
    ("☐ Lean\n☑ Stay", "- Lean\n- Stay"),
    ("Step 1: Lean.\n**Step 2:** Stay.", "Step 1: Lean.\n**Step 2:** Stay."),
    ("1) Lean\n2) Stay", "1) Lean\n2) Stay"),
]


@pytest.mark.parametrize(("written", "meant"), LISTS)
def test_lists_are_written_as_markdown_writes_them(written, meant):
    assert plain(written) == meant


def test_boxes_to_tick_are_counted():
    assert notes("- [ ] Lean\n- [x] Stay") == ["2 boxes to tick are not printed"]
