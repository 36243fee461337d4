"""A load over all weeks, as the card has it in a few letters."""

from __future__ import annotations

import pytest

from cardgen.program.loads import read_load


@pytest.mark.parametrize(
    ("load", "span"),
    [
        ("20 kg", "20 kg"),
        ("[20, 20, 20] kg", "20 kg"),
        ("[40, 42.5, 45] kg", "40 → 45 kg"),
        ("[60, 55, 50] %", "60 → 50 %"),
        ("[40, 42.5, 52.5, 45] kg", "40–52.5 kg"),
        ("[9, 10, 9] kg", "9–10 kg"),
        ("[7, 8, 7] RPE", "RPE 7–8"),
        ("[6-7, 7-8, 6-7] RPE", "RPE 6–8"),
        ("[6-7, 7-8, 8-9] RPE", "RPE 6–7 → 8–9"),
        ("[light, medium, light] band", "light/medium band"),
        ("[light, medium, heavy] band", "light → heavy band"),
    ],
)
def test_the_heaviest_week_is_never_hidden(load, span):
    assert read_load(load).span == span
