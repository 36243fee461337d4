"""How words are set, by what they are: face, size, colour by its part, leading. Knows no sheet: sizes are points on A5.

A page asks for a style by its name; its ruler says how large that is on its sheet. Gaps that several pages share stand here
too; a page's own proportions stay with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


class Style(Enum):
    """What a piece of text is set in; the value is the font file's stem."""

    TEXT = "Inter-Regular"
    LEAD_IN = "Inter-SemiBold"
    NAME = "Inter-Bold"
    EYEBROW = "BarlowCondensed-SemiBold"
    HEADING = "BarlowCondensed-Bold"
    DISPLAY = "BarlowCondensed-ExtraBold"


class Tone(Enum):
    """What words are, for their colour; the value is its name in the theme."""

    INK = "ink"
    LEAD = "lead"
    MUTED = "muted"
    HEADING = "heading"
    ACCENT = "accent_ink"
    TITLE = "title"
    """These three stand on the band."""
    EYEBROW = "eyebrow"
    ON_BAND = "on_band"
    NUMERAL = "numeral"
    """On a disc."""


class Floor(Enum):
    """Which least size of its sheet holds for words."""

    PAGE = "page"
    RUNNING = "running text"
    FINE = "what is looked at closely"


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How words are set."""

    face: Style
    size: float
    """In points on A5, as is the least below."""
    tone: Tone = Tone.INK
    leading: float = 1.32
    """Times the size."""
    least: float = 0.0
    """Where they are long they may be so small; 0 for no smaller."""
    floor: Floor = Floor.PAGE
    strong: Tone | None = None
    """Of bold words; None for the same."""
    tracking: float = 0.0
    """Added behind each glyph, in em."""

    def toned(self, tone: Tone) -> TypeStyle:
        """Return the style in another colour."""
        return replace(self, tone=tone)

    def led(self, leading: float) -> TypeStyle:
        """Return the style with another distance from line to line."""
        return replace(self, leading=leading)

    def sized(self, size: float, least: float = 0.0) -> TypeStyle:
        """Return the style in another size."""
        return replace(self, size=size, least=least)


# --- heads of pages and covers

EYEBROW = TypeStyle(Style.EYEBROW, 11.5, Tone.ACCENT, leading=1.3, least=9.0, tracking=0.09)
PAGE_TITLE = TypeStyle(Style.DISPLAY, 29.0, Tone.HEADING, leading=0.98)
INTRODUCTION = TypeStyle(Style.TEXT, 10.0, Tone.LEAD, leading=1.36)
COVER_TITLE = TypeStyle(Style.DISPLAY, 62.0, Tone.HEADING, leading=0.92)
SUBTITLE = TypeStyle(Style.TEXT, 16.0, Tone.LEAD, leading=1.3)
COVER_EYEBROW = TypeStyle(Style.EYEBROW, 12.5, Tone.EYEBROW, leading=1.3, least=9.0, tracking=0.09)
COVER_VALUE = TypeStyle(Style.HEADING, 16.0, leading=1.08, least=11.0)
"""Of a name or a date under its label."""
FOOT_LINE = TypeStyle(Style.TEXT, 9.0, Tone.MUTED, leading=1.3, least=7.5)
FACT = TypeStyle(Style.TEXT, 12.0, Tone.LEAD, leading=1.42)
CLIENT = TypeStyle(Style.HEADING, 22.0, Tone.HEADING, leading=1.05, least=14.0)
PURPOSE = TypeStyle(Style.LEAD_IN, 11.0, leading=1.42)
BAND_NAME = TypeStyle(Style.HEADING, 17.0, Tone.TITLE, leading=1.2)
"""Of the gym or the trainer, on the band at the foot of a cover."""
BAND_LINE = TypeStyle(Style.TEXT, 10.0, Tone.ON_BAND, leading=1.2, least=8.0)

# --- headings

SECTION = TypeStyle(Style.HEADING, 14.0, Tone.HEADING, leading=1.36)
ROW_TITLE = TypeStyle(Style.HEADING, 14.0, Tone.HEADING, leading=1.1, least=11.0)
"""Of a day in the week."""
TABLE_HEAD = TypeStyle(Style.HEADING, 12.0, Tone.HEADING, leading=1.15, least=9.0)
"""Of columns and blocks of a table."""
LOG_WEEK = TypeStyle(Style.HEADING, 12.5, Tone.HEADING)
CONTENTS_GROUP = TypeStyle(Style.LEAD_IN, 10.0, Tone.ACCENT)
LETTER = TypeStyle(Style.DISPLAY, 14.0, Tone.HEADING, leading=1.36)
"""Of the index."""
SMALL_SECTION = TypeStyle(Style.LEAD_IN, 10.5, Tone.HEADING, leading=1.36)

# --- running text

BODY = TypeStyle(Style.TEXT, 10.0, leading=1.36)
LIST = TypeStyle(Style.TEXT, 9.5, floor=Floor.RUNNING)
LIST_NAME = TypeStyle(Style.LEAD_IN, 9.5)
STEP_NAME = TypeStyle(Style.NAME, 10.5, Tone.HEADING, leading=1.36)
ADVICE = TypeStyle(Style.TEXT, 10.0, Tone.LEAD, leading=1.36, strong=Tone.INK)
SPOKEN = BODY
"""What the trainer says."""
SPOKEN_AT_LENGTH = SPOKEN.sized(11.0)
FOOT = TypeStyle(Style.TEXT, 8.0, Tone.MUTED, leading=1.36, least=7.0)

# --- tables, lists and forms

NAME = TypeStyle(Style.LEAD_IN, 10.0, leading=1.18, least=9.0)
"""What a row is called."""
DAY_NAMES = TypeStyle(Style.TEXT, 9.5, leading=1.4)
"""Of the exercises of a day, in the week."""
ROW_FACT = TypeStyle(Style.TEXT, 9.5, Tone.MUTED)
REST_DAY = TypeStyle(Style.TEXT, 10.0, Tone.MUTED)
REST_WEEKDAY = TypeStyle(Style.HEADING, 12.0, Tone.MUTED)
DAY_NAME = TypeStyle(Style.HEADING, 12.8, Tone.HEADING, leading=1.08, least=10.0)
"""Of an exercise, in the table of a day."""
DAY_LOAD = TypeStyle(Style.HEADING, 13.5, Tone.HEADING, leading=1.05, least=10.5)
DAY_CELL = TypeStyle(Style.TEXT, 9.6, leading=1.2, least=9.0)
WORK_FIGURES = TypeStyle(Style.HEADING, 15.5, Tone.HEADING, leading=1.05, least=11.0)
"""Sets and repetitions."""
WORK_BESIDES = TypeStyle(Style.TEXT, 9.0, Tone.MUTED, leading=1.2)
COLUMN_HEAD = TypeStyle(Style.TEXT, 9.0, Tone.MUTED, floor=Floor.FINE)
HINT = TypeStyle(Style.LEAD_IN, 9.0, Tone.ACCENT)
"""What to do with several exercises."""
PAGE_NUMBER = TypeStyle(Style.LEAD_IN, 10.5)
DATE = TypeStyle(Style.LEAD_IN, 9.0)
LABEL = TypeStyle(Style.TEXT, 9.0, Tone.MUTED)
NOTE = TypeStyle(Style.TEXT, 9.5, Tone.LEAD)
CHART_WEEK = TypeStyle(Style.TEXT, 9.5)
CAPTION = TypeStyle(Style.TEXT, 9.0, Tone.LEAD, leading=1.2)
STRONG_CAPTION = TypeStyle(Style.LEAD_IN, 9.0, leading=1.2)
FINE_CAPTION = TypeStyle(Style.TEXT, 8.5, Tone.LEAD, floor=Floor.FINE)
FINE_NOTE = TypeStyle(Style.TEXT, 8.5, Tone.MUTED, leading=1.3, floor=Floor.FINE)
FINE_DATE = TypeStyle(Style.TEXT, 8.0, least=6.5, floor=Floor.FINE)
PLANNED = TypeStyle(Style.TEXT, 7.5, Tone.MUTED, least=6.5, floor=Floor.FINE)
"""A load in the corner of its box, to be written over."""
NUMERAL = TypeStyle(Style.DISPLAY, 15.0, Tone.NUMERAL)
"""On a disc."""
TILE_DAY = TypeStyle(Style.HEADING, 12.0, Tone.EYEBROW)
"""On the tile of a day, 22 units high."""
TILE_NUMBER = TypeStyle(Style.DISPLAY, 33.0, Tone.TITLE)
PILL_NUMBER = TILE_DAY.toned(Tone.TITLE)
EFFORT_NUMBER = TypeStyle(Style.HEADING, 13.0, Tone.HEADING)
FIGURE = TypeStyle(Style.HEADING, 15.0, Tone.HEADING)

# --- cards, where nothing is under the least of its style, however small the sheet

CARD_EYEBROW = EYEBROW.toned(Tone.EYEBROW).sized(11.5, least=8.0)
COMPACT_EYEBROW = CARD_EYEBROW.sized(8.6, least=6.5)
CARD_TITLE_LEADING = 0.96
VIDEO = TypeStyle(Style.EYEBROW, 9.8, Tone.HEADING)
"""Under a code."""
PHOTO_LABEL = TypeStyle(Style.HEADING, 11.0, Tone.TITLE, leading=1.2, least=8.0)
CARD_FOOT = TypeStyle(Style.TEXT, 7.5, Tone.MUTED, leading=1.35, least=6.5)
FOLIO = TypeStyle(Style.LEAD_IN, 10.0, least=9.0)
STRIP_DAY = TypeStyle(Style.HEADING, 9.0, Tone.TITLE, least=7.0)
STRIP_HEAD = TypeStyle(Style.TEXT, 9.0, Tone.MUTED, least=7.0)
STRIP_FIGURES = TypeStyle(Style.HEADING, 15.5, Tone.HEADING, leading=1.05, least=8.5)
STRIP_PAGE = TypeStyle(Style.LEAD_IN, 10.5, least=7.0)
STRIP_REMARK = TypeStyle(Style.TEXT, 10.0, leading=1.34, least=7.0, strong=Tone.INK)
OTHER_DAYS = TypeStyle(Style.LEAD_IN, 9.5, leading=1.4, least=7.0)
"""Those that have no line in a strip, and the word before them."""
BEFORE_OTHER_DAYS = TypeStyle(Style.TEXT, 9.5, Tone.MUTED, least=7.0)
COMPACT_FIGURES = TypeStyle(Style.HEADING, 15.0, Tone.HEADING, leading=1.1, least=7.0)
COMPACT_DETAILS = TypeStyle(Style.TEXT, 9.8, leading=1.25, least=7.0)

# --- sheets that are read at arm's length, in points whatever their size

SHEET_TITLE = TypeStyle(Style.DISPLAY, 24.0, Tone.HEADING, leading=1.2)
CHART_TITLE = TypeStyle(Style.DISPLAY, 14.0, Tone.HEADING)
SHEET_COUNT = TypeStyle(Style.TEXT, 10.0, Tone.MUTED)
SHEET_NAME = TypeStyle(Style.LEAD_IN, 8.0, leading=1.2)
SHEET_STEM = TypeStyle(Style.TEXT, 6.5, Tone.MUTED)
SHEET_NOTE = TypeStyle(Style.TEXT, 8.0, Tone.MUTED)

# --- what hangs on a wall

WALL_NAME = TypeStyle(Style.HEADING, 23.0, Tone.HEADING, leading=1.0, least=14.0)
"""Of a step, beside its number."""
STATION_NAME = TypeStyle(Style.HEADING, 30.0, Tone.HEADING, leading=0.96, least=9.0)
STATION_FIGURE = TypeStyle(Style.DISPLAY, 63.0, Tone.HEADING, least=30.0)
"""Of seconds and rounds."""
STATION_UNIT = TypeStyle(Style.EYEBROW, 22.0, Tone.HEADING)
STATION_LABEL = TypeStyle(Style.EYEBROW, 13.0, Tone.LEAD)
STATION_NEXT = TypeStyle(Style.HEADING, 22.0, Tone.HEADING, leading=0.98, least=12.0)
WALL_TEXT = TypeStyle(Style.TEXT, 13.0, leading=1.3, least=6.5)
WALL_GYM = TypeStyle(Style.HEADING, 15.0, Tone.ON_BAND, least=9.0)
WALL_NOTE = TypeStyle(Style.TEXT, 8.6, Tone.MUTED)

# --- gaps and weights, in sheet units

RULE, STRONG_LINE, LINE, PEN_LINE = 0.5, 0.45, 0.25, 0.3
"""Weights: of the rule over a section, of lines over and between rows, of what is written on or in."""
SECTION_HEAD = 5.6
"""From the rule over a section to the baseline of its heading."""
BOX_RADIUS = 0.8
"""Of the corners of a box to write in."""
DESCENT = 0.25
"""How far letters reach below their last line, in em."""
