"""Fences: those for readers stay as they are, those that hold data go."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plainly import notes, plain, told

KEPT = [
    "```\nLean [[back]] ==far==.\n```",
    "```text\n%%stay%% <b>\n```",
    "~~~\n- [ ] box\n~~~",
    "```\nSetup: Lie down.\nThen: Press.\n```",
    "```\nLean.\n\n## Tips #tag",
    "````\n```x\n[[a]]\n````",
    "```\n> [!TIP]- Heels\n> **Note**\n```",
    "<!-- howto -->\n",
    "<!-- [[a]]\n==b== -->",
    "Lean <!-- {{ x }} --> back.",
    "Lean <!-- never closed",
    "Lean `<!-- this -->` back.",
    "```tip-of-the-day\nKeep your heels down.\n```",
]


@pytest.mark.parametrize("written", KEPT)
def test_code_for_readers_and_comments_stay_as_they_are(written):
    assert plain(written) == written
    assert not told(written)


DATA = [
    ("```dataview\nTABLE sets\n```", "dataview"),
    ("```workout-log\nexercise: Squat\n```", "workout-log"),
    ("~~~yaml\nsets: 3\n~~~", "yaml"),
    ('```json title="x"\n{}\n```', "json"),
    ("```mermaid\ngraph TD\n```", "mermaid"),
    ("```{r}\nplot(x)\n```", "r"),
    ("```\nid: 12\ntype: compound\nsecondary:\n```", "id: 12 type: compound secondary:"),
]


@pytest.mark.parametrize(("fence", "name"), DATA)
def test_fences_that_hold_data_go_with_a_note(fence, name):
    breaks = fence.count("\n")
    assert plain(f"Lean.\n\n{fence}\n\nStay.") == "Lean.\n\n" + "\n" * breaks + "\n\nStay."
    assert notes(f"Lean.\n\n{fence}") == [f"1 block of data or code is not printed: {name}"]


def test_a_fence_of_data_that_is_never_closed_takes_nothing_with_it():
    written = "```dataview\nTABLE sets\n\n## Steps\n1. Lean."
    assert plain(written) == written


def test_a_fence_in_a_quote_ends_with_the_quote():
    assert plain("> ```\n> [[a]]\n\n[[b]]") == "> ```\n> a\n\nb"


def test_inline_code_that_is_a_query_goes():
    assert plain("Sets: `= this.sets` a week.") == "Sets: a week."
