"""What the exercise works, or stretches, in, the key to the muscle map out: "Works" and "Also", each with its swatch, on one row or on two.

A legend that does not fit loses names from its end, and the map loses them too: it shows nothing that is not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import DECORATION, Color, Item, Mark, Path
from cardgen.guide.model import Emphasis, Muscle, Span
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import HATCH_PITCH_FAR_MM, HATCH_PITCH_MM, hatched, head_look, names_of, told_of
from cardgen.layout.ground.shapes import rounded
from cardgen.layout.ground.text import Setting, Slot, place_line, set_inline, whole_width
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect, mm

SWATCH = 0.98
"""Side of a swatch, in em of the text."""
SWATCH_RADIUS, SWATCH_EDGE = 0.2, 0.16
FAR_FROM_MM = 5.0
"""A swatch this large stands on a poster, and is hatched as the map there."""
SWATCH_GAP = 0.75
"""From a swatch to its word, in em; so is the next."""
ROW_GAP = 2.0
"""From a part to the one beside it."""
EDGE_MM = 0.15
"""Round a hatched swatch."""
LEADING, LEADING_TIGHT = 2.15, 1.72
"""From one row to the next, in em."""
WORD_GAP = 0.3
"""Between the word and the names, besides a blank; in em."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """What a legend is drawn in."""

    text: Color
    strong: Color
    main: Color
    helping: Color | None
    """None where helping muscles are hatched, in the colour of the main ones."""
    edge: Color | None = None
    """Round each swatch: the colour of the body that the muscle is seen on; None without any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A swatch, its word and the names."""

    text: Prepared
    helping: bool

    def width(self, *, swatches: bool) -> float:
        """In em."""
        return whole_width(self.text) + WORD_GAP + (SWATCH + SWATCH_GAP if swatches else 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """Parts on rows, at one size."""

    rows: tuple[tuple[Part, ...], ...]
    size: float
    swatches: bool
    complete: bool
    """Whether no name was left out."""
    works: tuple[Muscle, ...]
    also: tuple[Muscle, ...]
    """The muscles that it names."""
    leading: float = LEADING
    """From one row to the next, in em."""

    def height(self, cap: float) -> float:
        """From the first cap line to the last baseline."""
        return (cap + (len(self.rows) - 1) * self.leading) * self.size

    @property
    def width(self) -> float:
        """Of the widest row, in points."""
        return max(_row_width(row, swatches=self.swatches) for row in self.rows) * self.size


def legends(card: Card, column: float, sizes: tuple[float, ...], kit: Kit, *, swatches: bool) -> Iterator[Legend]:
    """Yield the forms of a legend that fit a column, best first: whole on two rows, on one, then with fewer names."""
    for also in range(len(card.also), -1, -1):
        yield from _forms(
            replace(card, also=card.also[:also]), column, sizes, kit, swatches=swatches, complete=also == len(card.also)
        )
    for works in range(len(card.works) - 1, 0, -1):
        yield from _forms(
            replace(card, works=card.works[:works], also=()), column, sizes, kit, swatches=swatches, complete=False
        )


def _forms(
    card: Card, column: float, sizes: tuple[float, ...], kit: Kit, *, swatches: bool, complete: bool
) -> Iterator[Legend]:
    parts = tuple(_parts(card, kit))
    arranged: list[tuple[tuple[Part, ...], ...]] = [tuple((part,) for part in parts)]
    if len(parts) > 1:
        arranged.append((parts,))
    for size in sizes if parts else ():
        for rows in arranged:
            legend = Legend(
                rows=rows, size=size, swatches=swatches, complete=complete, works=card.works, also=card.also
            )
            if legend.width <= column:
                yield legend
                if len(rows) > 1:
                    yield replace(legend, leading=LEADING_TIGHT)


def _parts(card: Card, kit: Kit) -> Iterator[Part]:
    for (word, muscles), helping in zip(told_of(card), (False, True), strict=True):
        if muscles:
            names = Span(text=f" {names_of(muscles, card.words)}")
            text = set_inline((Span(text=word, emphasis=Emphasis.STRONG), names), kit.case, language=card.language)
            yield Part(text=text, helping=helping)


def named_in(card: Card, legend: Legend | None) -> Card:
    """Return a card with the muscles that its legend names; with all of them where it has none."""
    return replace(card, works=legend.works, also=legend.also) if legend else card


def place_legend(legend: Legend, slot: Slot, colors: Colors, cap: float, mark: Mark) -> list[Item]:
    """Place a legend, its first cap line at the slot's head."""
    setting = Setting(size=legend.size, cap=cap, color=colors.text, strong=colors.strong)
    items: list[Item] = []
    for at, row in enumerate(legend.rows):
        x, y = slot.x, slot.y + at * legend.leading * legend.size
        for part in row:
            if legend.swatches:
                items += _swatch(x, y, setting, colors, helping=part.helping)
                x += (SWATCH + SWATCH_GAP) * legend.size
            word, *names = place_line(part.text, setting, Slot(x, y), mark)
            items += [word, *(replace(item, x=item.x + WORD_GAP * legend.size) for item in names)]
            x += (whole_width(part.text) + WORD_GAP + ROW_GAP) * legend.size
    return items


def _row_width(row: tuple[Part, ...], *, swatches: bool) -> float:
    return sum(part.width(swatches=swatches) for part in row) + ROW_GAP * (len(row) - 1)


def _swatch(x: float, y: float, setting: Setting, colors: Colors, *, helping: bool) -> list[Path]:
    side = SWATCH * setting.size
    square = Rect(x=x, y=y + (setting.cap * setting.size - side) / 2, width=side, height=side)
    return draw_swatch(square, colors, helping=helping)


def _edged(square: Rect, colors: Colors, *, helping: bool) -> list[Path]:
    """Return a swatch within the colour of the body: it looks as the muscle does on it."""
    side, weight = square.width, SWATCH_EDGE * square.width
    inner = square.inset(weight, weight)
    whole = Path(segments=rounded(square, left=SWATCH_RADIUS * side, right=SWATCH_RADIUS * side), fill=colors.edge)
    radius = SWATCH_RADIUS * side - weight
    core = rounded(inner, left=max(radius, 0.02 * side), right=max(radius, 0.02 * side))
    if not helping:
        return [whole, Path(segments=core, fill=colors.main)]
    if colors.helping is not None:
        return [whole, Path(segments=core, fill=colors.helping)]
    strokes = hatched(core, colors.main, mm(HATCH_PITCH_MM), DECORATION)
    return [whole, *([strokes] if strokes else [])]


def draw_swatch(square: Rect, colors: Colors, *, helping: bool) -> list[Path]:
    """Return what tells in the key how muscles at work, or those that help, are drawn in the map."""
    side = square.width
    outline = rounded(square, left=SWATCH_RADIUS * side, right=SWATCH_RADIUS * side)
    if colors.edge is not None:
        return _edged(square, colors, helping=helping)
    if not helping:
        return [Path(segments=outline, fill=colors.main)]
    if colors.helping is not None:
        return [Path(segments=outline, fill=colors.helping)]
    pitch = mm(HATCH_PITCH_FAR_MM if side >= mm(FAR_FROM_MM) else HATCH_PITCH_MM)
    strokes = hatched(outline, colors.main, pitch, DECORATION)
    edge = Path(segments=outline, stroke=colors.main, stroke_width=mm(EDGE_MM))
    return [strokes, edge] if strokes else [edge]


def legend_colors(kit: Kit) -> Colors:
    """Return what a legend on the band is drawn in."""
    look = head_look(kit.theme)
    edge = look.body if look.plate is None else None  # the muscle as it is seen on the body
    return Colors(text=kit.theme.on_band, strong=kit.theme.title, main=look.main, helping=look.helping, edge=edge)
