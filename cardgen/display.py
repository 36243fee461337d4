"""Finished pages: items at fixed positions, every font, size and colour decided. Knows no guide, no theme, no PDF.

Painters receive pages and decide nothing. With each item goes a `Mark`: what the item is, where it stands in the reading order
and what a reader who cannot see it is told, so that a painter can tag the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from cardgen.values.geometry import Rect
from cardgen.values.notes import Note


class Role(Enum):
    """What an item is to a reader."""

    EYEBROW = "eyebrow"
    TITLE = "title"
    LEAD = "lead"
    LEGEND = "legend"
    STATION = "station"
    SECTION_HEADING = "section heading"
    STEP_NUMBER = "step number"
    STEP_NAME = "step name"
    STEP = "step"
    TIPS_HEADING = "tips heading"
    TIP = "tip"
    MISTAKES_HEADING = "mistakes heading"
    MISTAKE = "mistake"
    SAFETY_HEADING = "safety heading"
    SAFETY = "safety"
    BOX_HEADING = "box heading"
    POINT = "point"
    CODE = "code"
    CAPTION = "caption"
    FOOTER = "footer"
    ADDRESS = "address"
    FOLIO = "folio"
    PAGE_HEADING = "page heading"
    INTRODUCTION = "introduction"
    SUBTITLE = "subtitle"
    CONTENTS_HEADING = "contents heading"
    CONTENTS_ENTRY = "contents entry"
    INDEX_LETTER = "index letter"
    INDEX_ENTRY = "index entry"
    PARAGRAPH = "paragraph"
    DAY = "day"
    COLUMN_HEAD = "column head"
    ROW_HEAD = "row head"
    CELL = "cell"
    LOGO = "logo"
    MAP = "muscle map"
    FIGURE = "figure"
    PHOTO = "photograph"
    THUMBNAIL = "thumbnail"
    DECORATION = "decoration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What an item means, for tagging and for text extraction."""

    role: Role
    order: int
    """Reading order; items of one paragraph share it. Decoration has 0."""
    level: int = 0
    """How deep a point of a list is nested, from 1; 0 for what is no point."""
    part_of: int = 0
    """The order of what this belongs to: of a step's number, of an index entry, of the first cell of a row, of a picture too; 0 for nothing."""
    column: int = 0
    """That of a table in which a cell stands, from 1; 0 for what is no cell."""
    span: int = 1
    """How many columns of its table a cell takes."""
    language: str = ""
    """A BCP 47 tag where it differs from the page's; empty otherwise."""
    link: str = ""
    """The address a click leads to; empty for none."""
    target: str = ""
    """The anchor of the page of the same document that a click leads to; empty for none."""
    alternative: str = ""
    """What stands for a picture in speech."""


DECORATION = Mark(role=Role.DECORATION, order=0)


@dataclass(frozen=True, slots=True)
class Color:
    """An sRGB colour, components 0 to 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def from_hex(cls, text: str) -> Color:
        """Read `#rrggbb`."""
        value = int(text.removeprefix("#"), 16)
        return cls(round((value >> 16) / 255, 4), round((value >> 8 & 255) / 255, 4), round((value & 255) / 255, 4))

    def hex(self) -> str:
        """Write `#rrggbb`."""
        return "#" + "".join(f"{round(part * 255):02x}" for part in (self.red, self.green, self.blue))


SOFT_HYPHEN = "\u00ad"
"""The text of a hyphen that stands for no sign of its author's: a line parts a word there."""


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face that stand side by side, as shaped: a word, or a part of one, with the blank behind it if any."""

    text: str
    face: str
    """The face's name in the font set."""
    glyphs: tuple[int, ...]
    """Glyph ids of the face."""
    advances: tuple[float, ...]
    """Kerned advance of each glyph, in em."""
    clusters: tuple[str, ...]
    """The characters each glyph stands for; joined they are `text`."""
    width: float
    """Sum of the advances, in em."""
    blank: float = 0.0
    """The part of the width that the trailing blank takes, in em; 0 without one."""

    def __hash__(self) -> int:
        """Hash what the rest follows from: painters keep what they made of a run."""
        return hash((self.face, self.text))


class Turn(Enum):
    """Which way a line of text runs."""

    NONE = "from left to right"
    DOWN = "down the page: its foot at the left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text, or a part of it in one size and colour."""

    x: float
    y: float
    """The baseline."""
    size: float
    """In points."""
    color: Color
    runs: tuple[GlyphRun, ...]
    mark: Mark
    tracking: float = 0.0
    """Added behind each glyph, in em."""
    turn: Turn = Turn.NONE

    @property
    def text(self) -> str:
        """The characters, blanks and soft hyphens included."""
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> str:
        """The characters as their author wrote them, blanks included."""
        return self.text.replace(SOFT_HYPHEN, "")

    @property
    def width(self) -> float:
        """From the first glyph to the last, without a trailing blank, in points."""
        if not self.runs:
            return 0.0
        # neither the trailing blank nor the letter before it is followed by tracking
        last = 2 if self.runs[-1].blank else 1
        glyphs = sum(len(run.glyphs) for run in self.runs) - last
        return (sum(run.width for run in self.runs) - self.runs[-1].blank + glyphs * self.tracking) * self.size


class Op(Enum):
    """A path operator; the value is its name in a PDF content stream."""

    MOVE = "m"
    LINE = "l"
    CURVE = "c"
    CLOSE = "h"
    RECT = "re"


Segment = tuple[Op, tuple[float, ...]]
"""An operator and its coordinates: x y for MOVE and LINE, three points for CURVE, x y width height for RECT."""


class FillRule(Enum):
    """What is inside where a shape crosses itself; the value is its name in SVG."""

    NONZERO = "nonzero"
    EVENODD = "evenodd"


class Cap(Enum):
    """How a line ends; the value is its number in a PDF content stream, as of `Join`."""

    BUTT = 0
    ROUND = 1
    SQUARE = 2


class Join(Enum):
    """How two lines meet."""

    MITER = 0
    ROUND = 1
    BEVEL = 2


MITER_LIMIT = 10.0
"""How far a pointed corner may reach, in widths of its lines: what PDF starts with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A shape, filled, stroked or both."""

    segments: tuple[Segment, ...]
    mark: Mark = DECORATION
    fill: Color | None = None
    stroke: Color | None = None
    stroke_width: float = 0.0
    """In points."""
    dashes: tuple[float, ...] | None = None
    """Lengths of dashes and gaps of a stroke in turn, in points; None for an unbroken one."""
    rule: FillRule = FillRule.NONZERO
    cap: Cap = Cap.BUTT
    join: Join = Join.MITER
    miter: float = MITER_LIMIT


SKETCH_UNIT = 0.02
"""Of an etching, in units of the drawing that it is a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Etching:
    """Shapes that are kept as they will be written, so that a figure costs next to nothing: only its inks are chosen later."""

    stream: bytes = field(repr=False)
    """Operators of a PDF content stream, deflated: whole numbers of SKETCH_UNITs, y down, round ends.

    A line is a shape, or a width, or the choice of an ink by its name as a colour space of one colour.
    """
    inks: Mapping[str, Color | None]
    """By their names in the stream; what has none is not painted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkArea:
    """A rectangle that can be clicked."""

    rect: Rect
    mark: Mark


class ColorSpace(Enum):
    """What a pixel is made of; the value is its name in a PDF file."""

    GRAY = "DeviceGray"
    RGB = "DeviceRGB"


class Encoding(Enum):
    """How pixels are packed, without loss (zlib) or as JPEG; the value is the name of its filter in a PDF file."""

    FLATE = "FlateDecode"
    DCT = "DCTDecode"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """An image's pixels, eight bits a part, from the top left."""

    columns: int
    rows: int
    space: ColorSpace
    data: bytes
    """Packed as `encoding` says."""
    digest: str
    """Of pixels and size, in hexadecimal: equal images have the same."""
    encoding: Encoding = Encoding.FLATE


class Medium(Enum):
    """What a picture is made of."""

    PHOTOGRAPH = "photograph"
    """Pixels, which stand for a place and its light: its sides may be cut a little."""
    DRAWING = "drawing"
    """Shapes on white, shown whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative:
    """A photograph or a drawing that is still to be developed: its file and its size, upright. Painters take none."""

    file: str
    """Its path: relative to the working folder or absolute."""
    columns: int
    rows: int
    space: ColorSpace = ColorSpace.RGB
    """Grey where it is to be printed with black alone."""
    medium: Medium = Medium.PHOTOGRAPH


WHOLE = Rect(x=0.0, y=0.0, width=1.0, height=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """Pixels, stretched over a rectangle."""

    rect: Rect
    pixels: Pixels | Negative
    mark: Mark
    crop: Rect = WHOLE
    """The part of a negative that is shown, in fractions of its width and height; pixels are always shown whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Paths in a frame of their own, to be painted in many places: a painter may keep them once for a whole document."""

    name: str
    """Tells it from all others: drawings of one name are the same, and it serves as a resource name."""
    width: float
    height: float
    """Of the frame, whose top left corner is the origin; in units of the drawing."""
    paths: tuple[Path, ...] = field(repr=False, default=())
    """Decoration: what they mean, the stamp says."""
    etching: Etching | None = None
    """In place of paths."""

    def __hash__(self) -> int:
        """Hash the name, which says it all."""
        return hash(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A drawing in its place."""

    x: float
    y: float
    """The top left corner of its frame."""
    scale: float
    """Points a unit of the drawing."""
    drawing: Drawing
    mark: Mark

    @property
    def rect(self) -> Rect:
        """What its frame covers."""
        drawing = self.drawing
        return Rect(x=self.x, y=self.y, width=drawing.width * self.scale, height=drawing.height * self.scale)


Item = Text | Path | LinkArea | Image | Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One finished page."""

    width: float
    height: float
    items: tuple[Item, ...]
    """In painting order; text stands in reading order."""
    title: str = ""
    language: str = "en"
    notes: tuple[Note, ...] = ()
    """What the layout had to leave out, for the person who made the guide."""
    type_size: float = 0.0
    """The size of the running text, in points; 0 where a page has none."""
    anchor: str = ""
    """A name of its own, for links and bookmarks that lead here; empty for none."""
    label: str = ""
    """What a viewer calls the page, such as its printed number; empty for its place in the file."""
    rights: str = ""  # where its text is from and how it may be used; empty where nothing is known of it
    placed: tuple[PlacedPage, ...] = ()
    """Pages that stand on this one, each read by itself, in turn, after its own items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPage:
    """A page on another, its top left corner at x and y, with its own title, anchor, language and reading order."""

    page: Page
    x: float
    y: float
    scale: float = 1.0
