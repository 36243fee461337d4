"""A theme and the colours given for it in, a theme that can be read out, and the given colours that cannot."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cardgen.display import Color
from cardgen.theme.colour import nearest_passing
from cardgen.theme.model import Theme
from cardgen.theme.pairs import KEYS, Pair, color_at, pairs_of, passing_at, with_color


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A colour that was given and cannot be used."""

    key: str
    color: Color
    pair: Pair
    """The first of the pairs that fail."""
    nearest: Color
    """The colour of the same hue that passes, its lightness moved as little as needed."""

    @property
    def message(self) -> str:
        """What is wrong, with the numbers."""
        pair = self.pair
        found = f"{int(pair.ratio * 100) / 100:.2f}"  # never rounded up to the least
        return (
            f"{self.color.hex()} is too hard to read: {pair.over} on {pair.ground} has a contrast of {found}, "
            f"at least {pair.least:g} is needed"
        )

    @property
    def hint(self) -> str:
        """What to write instead."""
        return f'the nearest colour that passes is "{self.nearest.hex()}"'


def judge(theme: Theme, given: Collection[str]) -> tuple[Theme, tuple[Refusal, ...]]:
    """Return the theme with every colour that fails moved until it passes, and a refusal for each of those given."""
    refusals: list[Refusal] = []
    for key in KEYS:
        failing = [pair for pair in pairs_of(theme, key) if not pair.passes]
        if not failing:
            continue
        color = color_at(theme, key)
        nearest = nearest_passing(color, passing_at(theme, key))
        if key in given:
            refusals.append(Refusal(key=key, color=color, pair=failing[0], nearest=nearest))
        theme = with_color(theme, key, nearest)
    return theme, tuple(refusals)
