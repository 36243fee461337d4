"""Movements in, pages with their figures out: many on a sheet over their names, or one on a page of its own size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from cardgen.display import Page, Role
from cardgen.figure.repertoire import Posed, works
from cardgen.figure.wording import describe
from cardgen.layout.forms.overview import plain_gauge
from cardgen.layout.ground.box import At, Frame, Pen, pad, pinned, place, read, row, says, stack, words
from cardgen.layout.ground.figures import Ground, figure_inks, place_figure, plan_poses
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import resized
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot
from cardgen.theme import Theme
from cardgen.theme.type import CHART_TITLE, SHEET_NAME, SHEET_NOTE, SHEET_STEM, Tone
from cardgen.values.geometry import Rect, mm
from cardgen.words import Words

MARGIN, HEAD, GAP, CAPTION = mm(10.0), mm(11.0), mm(4.0), mm(8.5)
"""Of a sheet; from its edge to the first row; between figures; below a figure for its name and id."""
CELL_WIDTH, CELL_HEIGHT = mm(42.0), mm(24.0)
"""Room for a figure, at least so wide."""
NAME_GAP, ID_GAP = mm(2.0), mm(1.2)
"""From a figure to its name, and from there to its id."""
FOLIO, ID = SHEET_NOTE.toned(Tone.INK), SHEET_STEM.toned(Tone.INK)
ALONE_WIDTH, ALONE_HEIGHT, ALONE_MARGIN = mm(160.0), mm(80.0), mm(4.0)
"""The most that a figure on a page of its own takes, and what is left round it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A movement with an implement on a chart."""

    what: Posed
    title: str
    name: str
    """Its id, and the implement where that is not the usual one."""


def place_chart(entries: Sequence[Entry], kit: Kit) -> tuple[Page, ...]:
    """Return the sheets of a chart."""
    measures, title, language = kit.measures, kit.words("movements.title"), kit.words.language
    columns = max(1, int((measures.width - 2 * MARGIN + GAP) / (CELL_WIDTH + GAP)))
    step = (measures.width - 2 * MARGIN + GAP) / columns
    rows = max(1, int((measures.height - 2 * MARGIN - HEAD) / (CELL_HEIGHT + CAPTION + GAP)))
    on_page = columns * rows
    sheets = [entries[at : at + on_page] for at in range(0, len(entries), on_page)]
    gauge = plain_gauge(kit)
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        frames = [_head(title, f"{number} / {len(sheets)}", gauge)]
        places = [(MARGIN, MARGIN)]
        for at, entry in enumerate(sheet):
            line, column = divmod(at, columns)
            frames.append(_cell(entry, step - GAP, gauge))
            places.append((MARGIN + column * step, MARGIN + HEAD + line * (CELL_HEIGHT + CAPTION + GAP)))
        items = place(pinned(frames, places, measures.width, measures.height), 0.0, 0.0, count(1))
        pages.append(
            Page(width=measures.width, height=measures.height, items=tuple(items), title=title, language=language)
        )
    return tuple(pages)


def place_alone(entry: Entry, theme: Theme, words: Words) -> Page:
    """Return a page that is as large as one figure."""
    inks = figure_inks(theme, Ground.PAPER)
    plan = plan_poses(entry.what, works(entry.what), (ALONE_WIDTH, ALONE_HEIGHT), inks)
    width, height = plan.width + 2 * ALONE_MARGIN, plan.height + 2 * ALONE_MARGIN
    ground = rectangle(Rect(x=0, y=0, width=width, height=height), theme.paper)
    items = (ground, *place_figure(plan, Slot(ALONE_MARGIN, ALONE_MARGIN), 1, words))
    return Page(width=width, height=height, items=items, title=describe(entry.what, words), language=words.language)


def _head(title: str, folio: str, gauge: Gauge) -> Frame:
    width = gauge.kit.measures.width - 2 * MARGIN
    named = read(words(gauge.figures(title, CHART_TITLE)), says(Role.PAGE_HEADING))
    number = read(words(gauge.figures(folio, FOLIO)), says(Role.FOLIO))
    return row((named, number), (0.0, width - number.width), width, At.START)


def _cell(entry: Entry, width: float, gauge: Gauge) -> Frame:
    """Return a figure on its line, over its name and its id."""
    size = (width, CELL_HEIGHT)
    plan = plan_poses(entry.what, works(entry.what), size, figure_inks(gauge.theme, Ground.PAPER))

    def put(pen: Pen, rect: Rect) -> None:
        x, y = rect.x + (width - plan.width) / 2, rect.bottom - plan.height
        pen.items += place_figure(plan, Slot(x, y), next(pen.order), gauge.kit.words)

    lines = []
    for said, style in ((entry.title, SHEET_NAME), (entry.name, ID)):
        phrase = gauge.figures(said, style)
        name = words(resized(phrase, phrase.setting.size * min(1.0, width / phrase.width)))
        lines.append(read(name, says(Role.CAPTION)))
    return stack((Frame(width, CELL_HEIGHT, put), pad(stack(lines, ID_GAP, At.MIDDLE), NAME_GAP, 0.0)), side=At.MIDDLE)
