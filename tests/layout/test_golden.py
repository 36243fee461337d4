"""Whole pages as text: review a change like code. `pytest --update-golden` writes them anew."""

from pathlib import Path

import pytest

from cardgen.paint.trace import trace
from cardgen.theme import Ink
from tests.layout.golden_pages import BOTH_INKS, FULL_INK

FOLDER = Path(__file__).parent / "golden"
PAGES = {**dict.fromkeys(BOTH_INKS, (Ink.FULL, Ink.LOW)), **dict.fromkeys(FULL_INK, (Ink.FULL,))}
"""Names of the files, and the inks that each holds."""


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_laid_out_as_reviewed(name, update_golden):
    make = {**BOTH_INKS, **FULL_INK}[name]
    found = "\n".join(f"{ink.value} ink\n{trace(page)}" for ink in PAGES[name] for page in make(ink))
    path = FOLDER / f"{name}.txt"
    if update_golden:
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(PAGES)
