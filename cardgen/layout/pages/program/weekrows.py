"""A day of the week in, its row out: tall with the names of its exercises, or low where there are many days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from cardgen.display import Item, Mark
from cardgen.geometry import Rect
from cardgen.layout.cells import CellRow, link_to
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.model import Name, RestDay, TrainingDay
from cardgen.layout.pages.program.signs import day_pill, day_tile
from cardgen.layout.pages.program.words import PAGE, count_and_time
from cardgen.layout.phrase import Phrase, Room, Type, fit_phrase, set_phrase, setting_of
from cardgen.layout.text import Slot, set_text
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import count_lines
from cardgen.typeset.prepare import Piece, prepare
from cardgen.typeset.tidy import NO_BREAK, tidy

TALL_DAYS = 4
"""Up to so many training days have tall rows."""
TALL, TALL_PAD, TILE = 28.0, 1.2, 22.0
"""Height of a tall row, least white above and below its tile, the tile; in sheet units, as are the lengths below."""
LOW, LOW_LEAST, PILL, PILL_HEIGHT, PILL_PAD = 12.6, 10.6, 20.0, 9.6, 1.0
REST = 8.0
TALL_TEXT, LOW_TEXT = 27.0, 25.0
"""From the margin to the text of a row."""
TITLE_TOP, NAMES_GAP, FOOT = 1.5, 2.9, 1.0
"""From the tile's head to the title's cap line, from the title to the names, below the last of them."""
COLUMN_GAP, FACTS_GAP = 3.4, 1.8
"""Between two columns, and from a title to what stands under it in a low row."""
TITLE, TITLE_LEAST, TEXT, PAGE_SIZE, REST_SIZE, WEEKDAY = 14.0, 11.0, 9.5, 10.5, 10.0, 12.0
"""Sizes in points on A5."""
NAMES_LEADING = 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class RestRow:
    """A day without training."""

    gauge: Gauge
    day: RestDay
    indent: float
    height: float

    def place(self, rect: Rect, order: Iterator[int]) -> list[Item]:
        """Place the weekday under the tiles' middle and what the day is for."""
        gauge, kit, theme = self.gauge, self.gauge.kit, self.gauge.theme
        row = CellRow(order)
        items: list[Item] = []
        tile = gauge.across(TILE if self.indent == gauge.across(TALL_TEXT) else PILL)
        if self.day.weekday:
            type_ = Type(style=Style.HEADING, color=theme.muted)
            name = set_phrase(self.day.weekday, type_, gauge.points(WEEKDAY), kit)
            items += name.centred(rect.x + tile / 2, _middle(name, rect), row.head(1))
        text = self.text()
        slot = Slot(rect.x + self.indent, rect.y + (rect.height - text.height(self.width)) / 2, self.width)
        return [*items, *text.within(slot, row.cell(2))]

    @property
    def width(self) -> float:
        """Of the text."""
        return self.gauge.width - self.indent

    def text(self) -> Phrase:
        """Return what the day is for."""
        type_ = Type(style=Style.TEXT, color=self.gauge.theme.muted)
        return set_phrase(self.day.text, type_, self.gauge.points(REST_SIZE), self.gauge.kit)


@dataclass(frozen=True, slots=True, kw_only=True)
class TallRow:
    """A training day with the names of its exercises."""

    gauge: Gauge
    day: TrainingDay
    aside: float
    """The width of what stands at the right."""
    height: float = 0.0

    @property
    def width(self) -> float:
        """Of title and names."""
        return self.gauge.width - self.gauge.across(TALL_TEXT + COLUMN_GAP) - self.aside

    @property
    def least(self) -> float:
        """The least height."""
        gauge = self.gauge
        text = self.title().height(self.width) + gauge.down(NAMES_GAP) + self.names().height(self.width)
        return gauge.down(2 * TALL_PAD + TITLE_TOP + FOOT) + text

    def title(self) -> Phrase:
        """Return the title of the day."""
        return _title(self.day, self.width, self.gauge)

    def names(self) -> Phrase:
        """Return the names of the exercises, each kept on its line where that costs none."""
        gauge = self.gauge
        type_ = Type(style=Style.TEXT, color=gauge.theme.ink, leading=NAMES_LEADING)
        setting = setting_of(type_, gauge.points(TEXT), gauge.kit)
        plain = set_text(_listed(self.day.exercises), gauge.kit.case, Style.TEXT, language="en")
        glued = tuple(tidy(name.text, language=name.language).replace(" ", NO_BREAK) for name in self.day.exercises)
        whole = prepare([Piece(", ".join(glued), Style.TEXT)], gauge.kit.case, widest=inf)
        measure = self.width / setting.size
        better = count_lines(whole, measure) <= count_lines(plain, measure)
        return Phrase(text=whole if better else plain, setting=setting)

    def place(self, rect: Rect, order: Iterator[int]) -> list[Item]:
        """Place tile, title, names and what stands at the right; all of it leads to the day."""
        gauge, kit = self.gauge, self.gauge.kit
        row = CellRow(order)
        pad = max(gauge.down(TALL_PAD), (rect.height - gauge.across(TILE)) / 2)
        high = min(gauge.across(TILE), rect.height - 2 * pad)
        tile = Rect(x=rect.x, y=rect.y + (rect.height - high) / 2, width=gauge.across(TILE), height=high)
        title, names = self.title(), self.names()
        items: list[Item] = [*day_tile((self.day.weekday, self.day.number), tile, kit, row.head(1))]
        top = rect.y + max(gauge.down(TALL_PAD), min(pad, (rect.height - self.least) / 2)) + gauge.down(TITLE_TOP)
        slot = Slot(rect.x + gauge.across(TALL_TEXT), top, self.width)
        items += title.within(slot, row.cell(2))
        y = top + title.height(self.width) + gauge.down(NAMES_GAP)
        items += names.within(Slot(slot.x, y, self.width), row.cell(3))
        page = _page(self.day, gauge)
        marks = row.cell(4), row.cell(5), row.cell(6)
        items += page.right(rect.right, top + title.cap - page.cap, marks[0])
        for words, mark in zip((self.day.count, self.day.minutes), marks[1:], strict=True):
            if words:
                phrase = _small(words, gauge)
                items += phrase.right(rect.right, y, mark)
                y += names.setting.leading
        return [*items, *_link(self.day, rect, marks[0])]


@dataclass(frozen=True, slots=True, kw_only=True)
class LowRow:
    """A training day on a line."""

    gauge: Gauge
    day: TrainingDay
    page_width: float
    height: float = 0.0

    @property
    def width(self) -> float:
        """Of the title: the facts stand beside it, or under it where it is long."""
        whole = self.gauge.width - self.gauge.across(LOW_TEXT + COLUMN_GAP) - self.page_width
        beside = whole - self.gauge.across(COLUMN_GAP) - self.facts().width
        return beside if beside > 0 and _title(self.day, beside, self.gauge).count(beside) == 1 else whole

    @property
    def is_under(self) -> bool:
        """Whether the facts stand under the title."""
        return self.width + self.gauge.across(LOW_TEXT + COLUMN_GAP) + self.page_width > self.gauge.width - 1e-6

    @property
    def least(self) -> float:
        """The least height."""
        return max(self.gauge.down(LOW_LEAST), self._text_height() + self.gauge.down(2 * PILL_PAD + FOOT))

    def _text_height(self) -> float:
        high = self.title().height(self.width)
        return high + self.gauge.down(FACTS_GAP) + self.facts().height(self.width) if self.is_under else high

    def title(self) -> Phrase:
        """Return the title of the day."""
        return _title(self.day, self.width, self.gauge)

    def facts(self) -> Phrase:
        """Return how many exercises there are and how long they take."""
        return _small(count_and_time(self.day.count, self.day.minutes), self.gauge)

    def place(self, rect: Rect, order: Iterator[int]) -> list[Item]:
        """Place pill, title, facts and page; all of it leads to the day."""
        gauge, kit = self.gauge, self.gauge.kit
        row = CellRow(order)
        high = min(gauge.down(PILL_HEIGHT), rect.height - gauge.down(2 * PILL_PAD))
        pill = Rect(x=rect.x, y=rect.y + (rect.height - high) / 2, width=gauge.across(PILL), height=high)
        items: list[Item] = [*day_pill((self.day.weekday, self.day.number), pill, kit, row.head(1))]
        title, facts, page = self.title(), self.facts(), _page(self.day, gauge)
        slot = Slot(rect.x + gauge.across(LOW_TEXT), rect.y + (rect.height - self._text_height()) / 2, self.width)
        items += title.within(slot, row.cell(2))
        marks = row.cell(3), row.cell(4)
        if self.is_under:
            y = slot.y + title.height(self.width) + gauge.down(FACTS_GAP)
            items += facts.within(replace(slot, y=y), marks[0])
        else:
            end = rect.right - self.page_width - gauge.across(COLUMN_GAP)
            items += facts.right(end, _middle(facts, rect), marks[0])
        items += page.right(rect.right, _middle(page, rect), marks[1])
        return [*items, *_link(self.day, rect, marks[1])]


Row = RestRow | TallRow | LowRow


def set_rows(
    days: Sequence[TrainingDay | RestDay], height: float, gauge: Gauge, *, squeeze: bool = False
) -> tuple[Row, ...] | None:
    """Return the rows as high as they may be, tall ones if possible; None where they do not fit.

    Squeezed, they are then each as low as it can be, however high all of them are.
    """
    training = [day for day in days if isinstance(day, TrainingDay)]
    pages = max((_page(day, gauge).width for day in training), default=0.0)
    aside = max(
        (_small(words, gauge).width for day in training for words in (day.count, day.minutes) if words), default=0.0
    )
    tall = [TallRow(gauge=gauge, day=day, aside=max(pages, aside)) for day in training]
    low = [LowRow(gauge=gauge, day=day, page_width=pages) for day in training]
    forms: list[tuple[Sequence[TallRow | LowRow], float, float]] = [(low, LOW, LOW_TEXT)]
    if len(training) <= TALL_DAYS:
        forms.insert(0, (tall, TALL, TALL_TEXT))
    for made, most, indent in forms:
        rests = [_rest(day, indent, gauge) for day in days if isinstance(day, RestDay)]
        room = height - sum(row.height for row in rests)
        each = min(gauge.down(most), room / max(len(made), 1))
        least = max((row.least for row in made), default=0.0)
        if each >= least - 1e-6:
            return _merged(days, made, rests, [max(each, least)] * len(made))
    return _merged(days, low, rests, [row.least for row in low]) if squeeze else None


def _merged(
    days: Sequence[TrainingDay | RestDay],
    made: Sequence[TallRow | LowRow],
    rests: Sequence[RestRow],
    heights: Sequence[float],
) -> tuple[Row, ...]:
    """Return all rows in the order of the week, those with training in these heights."""
    training, resting = iter(zip(made, heights, strict=True)), iter(rests)
    rows: list[Row] = []
    for day in days:
        if isinstance(day, RestDay):
            rows.append(next(resting))
            continue
        match next(training):
            case TallRow() as tall, height:
                rows.append(replace(tall, height=height))
            case LowRow() as row, height:
                rows.append(replace(row, height=height))
    return tuple(rows)


def _rest(day: RestDay, indent: float, gauge: Gauge) -> RestRow:
    row = RestRow(gauge=gauge, day=day, indent=gauge.across(indent), height=0.0)
    text = row.text()
    extra = text.height(row.width) - text.cap
    return RestRow(gauge=gauge, day=day, indent=row.indent, height=gauge.down(REST) + extra)


def _title(day: TrainingDay, width: float, gauge: Gauge) -> Phrase:
    type_ = Type(style=Style.HEADING, color=gauge.theme.heading, leading=1.1)
    room = Room(width=width, least=gauge.points(TITLE_LEAST))
    return fit_phrase(day.title, type_, gauge.points(TITLE), room, gauge.kit)


def _page(day: TrainingDay, gauge: Gauge) -> Phrase:
    type_ = Type(style=Style.LEAD_IN, color=gauge.theme.ink)
    return set_phrase(f"{PAGE} {day.page}", type_, gauge.points(PAGE_SIZE), gauge.kit)


def _small(words: str, gauge: Gauge) -> Phrase:
    return set_phrase(words, Type(style=Style.TEXT, color=gauge.theme.muted), gauge.points(TEXT), gauge.kit)


def _listed(names: Sequence[Name]) -> str:
    return ", ".join(name.text for name in names)


def _middle(phrase: Phrase, rect: Rect) -> float:
    """Return the cap line of a phrase in the middle of a row."""
    return rect.y + (rect.height - phrase.cap) / 2


def _link(day: TrainingDay, rect: Rect, mark: Mark) -> tuple[Item, ...]:
    return link_to(day.page, rect, mark, f"{day.title}, {PAGE} {day.page}")
