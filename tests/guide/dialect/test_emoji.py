"""Pictographs go; what they say about an entry stays as one of three signs at its start."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plainly import notes, plain, told

from cardgen.guide.dialect import CARE, DO, DO_NOT, without_emoji

LINES = [
    ("## 🏁 Setup", "## Setup"),
    ("Lean on the wall ⬇️.", "Lean on the wall."),
    ("Stay 🔥 down 🏋🏽‍♀️ there 🇩🇪", "Stay down there"),
    ("- ✅ Push.", f"- {DO} Push."),
    ("- ✔️Push.", f"- {DO} Push."),
    ("- 👍🏽 Push.", f"- {DO} Push."),
    ("- ❌ Hips up.", f"- {DO_NOT} Hips up."),
    ("1. 🚫 Hips up.", f"1. {DO_NOT} Hips up."),
    ("## ❌ Mistakes", f"## {DO_NOT} Mistakes"),
    ("- **❌ Hips:** too high.", f"- **{DO_NOT} Hips:** too high."),
    ("**⚠️ Safety**", f"**{CARE} Safety**"),
    ("> ⚠ Stop.", f"> {CARE} Stop."),
    ("> [!tip] 💡 Heels", "> [!tip] Heels"),
    ("- Hips up ❌", f"- {DO_NOT} Hips up"),
    ("- Hips up ❌.", f"- {DO_NOT} Hips up."),
    ("- 🔥 ❌ Hips up", f"- {DO_NOT} Hips up"),
    ("- Hips up ⚠️", "- Hips up ⚠"),
    ("- ✅ Hips low ❌ hips high", "- ✓ Hips low ✗ hips high"),
    ("## ✅ Do / ❌ Don't", "## ✓ Do / ✗ Don't"),
    ("💡 Tips\n✅ Lean\n✅ Stay", f"Tips\n- {DO} Lean\n- {DO} Stay"),
    ("💡 Tips\n👉 Lean\n👉 Stay", "Tips\n- Lean\n- Stay"),
    ("💡 Lean\n👉 Stay", "- Lean\n- Stay"),
    ("**Tips 💡:**\nLean.", "**Tips:**\nLean."),
    ("Tips: 💡\n- Lean.", "Tips:\n- Lean."),
    ("## 💡\nLean.", "\nLean."),
    ("- Hips low ✅ hips high ❌", "- Hips low ✓ hips high ✗"),
    ("| ✅ | ❌ |", "| ✓ | ✗ |"),
    ("- :x: Hips up :muscle:", f"- {DO_NOT} Hips up"),
    ("At 10:30:00 a:b:c", "At 10:30:00 a:b:c"),
    ("Lean → stay ★ ™ © ½ ✓ and", "Lean → stay ★ ™ © ½ ✓ and"),
    ("Lean ➡️ stay", "Lean → stay"),
    ("Do 3️⃣ sets", "Do 3 sets"),
    ("Lean❤️stay", "Lean stay"),
    ("✅ Lean\n❌ Round", f"- {DO} Lean\n- {DO_NOT} Round"),
    ("👉 Lean\n👉 Stay", "- Lean\n- Stay"),
    ("💪 Lean.\n\n🔥 Stay.", "Lean.\n\nStay."),
    ("Прогнись 💪 назад", "Прогнись назад"),
    ("跪姿 💪", "跪姿"),
]


@pytest.mark.parametrize(("written", "meant"), LINES)
def test_pictographs_go_and_signs_stand_first(written, meant):
    assert plain(written) == meant


def test_one_note_counts_them_all():
    assert notes("## 🏁 Setup\n- Lean 🔥\n- Stay 🔥 🇩🇪") == ["4 emoji are not printed: 🏁, 🔥, 🇩🇪"]
    assert not notes("- ✅ Push.")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Wall Sit 🧱", "Wall Sit"),
        ("A chair 🪑 shape", "A chair shape"),
        ("✅ Sit", "Sit"),
        ("⚠️ Sit", "Sit"),
        ("Ab 3️⃣", "Ab 3"),
        ("Plain", "Plain"),
        ("🧱", ""),
    ],
)
def test_front_matter_loses_them_too(written, meant):
    assert without_emoji(written) == meant


def test_colours_that_may_mean_do_and_do_not_are_asked_about():
    assert ("warning", "colours", 2) in [entry[:3] for entry in told("- 🟢 Lean\n- 🔴 Round")]
    assert not [entry for entry in told("- 🟢 Lean\n- 🟡 Round") if entry[0] == "warning"]
