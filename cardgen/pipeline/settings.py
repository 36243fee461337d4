"""All that a card depends on besides its guide, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field

from cardgen.compose import NO_BRAND, Brand, Detail
from cardgen.layout.ground.measures import COMPACT_BELOW_MM, SetSize
from cardgen.theme import PETROL, Theme
from cardgen.values.errors import UsageError
from cardgen.values.geometry import to_mm
from cardgen.values.stock import Orientation, Sheet
from cardgen.values.use import IN_HAND, Picture, Sides, Use
from cardgen.words import Words, english


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSettings:
    """All that a card depends on besides its guide; UsageError where no card can be made so."""

    sheet: Sheet
    orientation: Orientation = Orientation.GIVEN
    theme: Theme = PETROL
    words: Words = field(default_factory=english)
    """Of the program itself: what it prints and says besides the guide's."""
    brand: Brand = NO_BRAND
    """What the gym puts at the foot."""
    detail: Detail = Detail.BRIEF
    picture: Picture = Picture.BEST
    """What shows the exercise."""
    use: Use = IN_HAND
    """From where it is read and scanned, by whom, laminated or punched."""
    shared: SetSize | None = None
    """What the card shares with those that hang beside it; None for a card by itself."""
    number: int = 0
    """Of the station; 0 for none."""
    copies: int = 1
    """How often the card stands in its file."""
    date: str = ""
    """Written into the file, in ISO 8601 with seconds and time zone; without one the file has no date."""

    def __post_init__(self) -> None:
        """Refuse a full card on a sheet that is set as a compact one."""
        shorter = to_mm(min(self.sheet.width, self.sheet.height))
        if self.detail.is_whole and shorter < COMPACT_BELOW_MM:
            raise UsageError(
                f"full detail needs A5 or larger: the shorter side of {self.sheet.name} is {shorter:.4g} mm",
                # From afar, in large print or with wide edges even A5 may be too small: only the guide tells what works.
                hint=f"take a larger sheet{': --size a5' if self.use == IN_HAND else ''}, or choose brief detail",
            )
        if self.detail.is_poster and self.use.sides is Sides.TWO:
            raise UsageError(
                "a headline card has one side",
                hint="print one side: --sides 1, or the steps with their texts: --detail brief",
            )
