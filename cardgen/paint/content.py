"""A page in, its content stream out. Knows PDF operators but no document: a worker may paint, the parent only assembles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from cardgen.display import (
    Color,
    Drawing,
    Image,
    Item,
    LinkArea,
    Mark,
    Page,
    Path,
    Pixels,
    PlacedPage,
    Role,
    Stamp,
    Text,
    Turn,
)
from cardgen.paint.operators import (
    filling,
    image_name,
    image_operators,
    number,
    path_operators,
    printed,
    stamp_operators,
    text_operators,
)
from cardgen.paint.trace import bounds
from cardgen.typeset.fonts import Fonts
from cardgen.values.geometry import Rect

SEQUENCE_TAG = "Span"
"""Of every marked-content sequence: what it is stands in the structure tree, which alone is read."""


NO_PASSAGE = -1
"""Of an area that lies on more than one piece of text."""
Box = tuple[float, float, float, float]
"""Left, bottom, right and top, y up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A clickable area, in PDF coordinates (y up)."""

    rect: Box
    url: str
    """Empty where the link leads to a page of the document."""
    target: str
    """The anchor of that page; empty where the link leads to an address."""
    alternative: str
    order: int = 0
    """The reading order of what it lies on."""
    passage: int = NO_PASSAGE
    """The marked-content sequence of the words in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What a marked-content sequence means; its number in the stream (MCID) is its place among the page's passages."""

    mark: Mark
    box: Box | None = None
    """Of a picture, in PDF coordinates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What of a page is read by itself: its own items, or those of a page that is placed on it."""

    passages: range
    links: range
    language: str
    anchor: str
    corner: tuple[float, float]
    """Its top left, in PDF coordinates."""
    rights: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """A painted page, ready to be put into a document."""

    width: float
    height: float
    stream: bytes
    glyphs: dict[str, dict[int, str]]
    """By face name: each glyph used, and the characters it stands for, if it does so alone."""
    links: tuple[Link, ...]
    images: dict[str, Pixels] = field(default_factory=dict)
    """By resource name, as are the drawings."""
    drawings: dict[str, Drawing] = field(default_factory=dict)
    label: str = ""
    passages: tuple[Passage, ...] = ()
    """In painting order; decoration is in none."""
    readings: tuple[Reading, ...] = ()
    """In the order in which they are read."""


def paint_content(page: Page, fonts: Fonts) -> PageContent:
    """Write the operators of a page."""
    sheet = _Sheet(fonts=fonts, page=page, frame=PlacedPage(page=page, x=0.0, y=0.0), height=page.height)
    sheet.paint_page()
    return PageContent(
        width=page.width,
        height=page.height,
        stream="\n".join(sheet.out).encode("ascii") + b"\n",
        glyphs=sheet.glyphs,
        links=tuple(sheet.links),
        images=sheet.images,
        drawings=sheet.drawings,
        label=page.label,
        passages=tuple(sheet.passages),
        readings=tuple(sheet.readings),
    )


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """What of a page is painted so far."""

    fonts: Fonts
    page: Page
    """The one that is being painted: the whole, or one that is placed on it."""
    frame: PlacedPage
    """Where that stands on the whole."""
    height: float
    """Of the whole."""
    out: list[str] = field(default_factory=list)
    glyphs: dict[str, dict[int, str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    images: dict[str, Pixels] = field(default_factory=dict)
    drawings: dict[str, Drawing] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    ink: Color | None = None
    opened: Mark | None = None
    """That of the marked-content sequence that is open."""

    def paint_page(self) -> None:
        """Write the items of the page, then the pages that are placed on it, each in a coordinate system of its own."""
        page, frame, passages, links = self.page, self.frame, len(self.passages), len(self.links)
        for item in page.items:
            self.paint(item)
        self.close()
        read = range(passages, len(self.passages)), range(links, len(self.links))
        if any(read) or page.anchor or not page.placed:
            left, _, _, top = self.turned(Rect(x=0.0, y=0.0, width=0.0, height=0.0))
            self.readings.append(
                Reading(
                    passages=read[0],
                    links=read[1],
                    language=page.language,
                    anchor=page.anchor,
                    corner=(left, top),
                    rights=page.rights,
                )
            )
        for placed in page.placed:
            ink, scale = self.ink, f"{placed.scale:.6g}"
            y = number(page.height - placed.y - placed.page.height * placed.scale)
            self.out.append(f"q {scale} 0 0 {scale} {number(placed.x)} {y} cm")
            self.page, self.frame = placed.page, _on(frame, placed)
            self.paint_page()
            self.out.append("Q")
            self.page, self.frame, self.ink = page, frame, ink

    def paint(self, item: Item) -> None:
        """Write an item."""
        height = self.page.height
        match item:
            case Text():
                self.mark(item.mark)
                self.fill(item.color)
                self.out.append(text_operators(item, height, self.fonts, self.glyphs))
                if item.mark.link or item.mark.target:
                    self.link(_text_rect(item), item.mark, words=item.words.strip())
            case Path():
                self.mark(item.mark, item)
                if item.fill is not None:
                    self.fill(item.fill)
                self.out.append(path_operators(item, height))
            case LinkArea():
                self.link(item.rect, item.mark)
            case Image():
                self.mark(item.mark, item)
                pixels = printed(item)
                self.images[image_name(pixels)] = pixels
                self.out.append(image_operators(item.rect, pixels, height))
                if item.mark.link or item.mark.target:
                    self.link(item.rect, item.mark)
            case Stamp():
                self.mark(item.mark, item)
                self.drawings[item.drawing.name] = item.drawing
                self.out.append(stamp_operators(item, height))
                if item.mark.link or item.mark.target:
                    self.link(item.rect, item.mark)
            case _:
                assert_never(item)

    def mark(self, mark: Mark, shape: Path | Image | Stamp | None = None) -> None:
        """Open the marked-content sequence of a mark, unless it is open: content of a paragraph, or an artifact."""
        if mark == self.opened:
            if shape and mark.order:
                self.widen(self.turned(_extent(shape)))
            return
        self.close()
        self.opened = mark
        if mark.order == 0:
            self.out.append("/Artifact BMC")
        elif mark.role is Role.FOLIO:
            self.out.append("/Artifact <</Type/Pagination>> BDC")
        else:
            box = self.turned(_extent(shape)) if shape else None
            self.out.append(f"/{SEQUENCE_TAG} <</MCID {len(self.passages)}>> BDC")
            self.passages.append(Passage(mark=mark, box=box))

    def widen(self, box: Box) -> None:
        """Let the open passage cover one more shape of its picture."""
        last = self.passages[-1]
        if last.box:
            low, high = map(min, last.box[:2], box[:2]), map(max, last.box[2:], box[2:])
            left, bottom = low
            right, top = high
            self.passages[-1] = replace(last, box=(left, bottom, right, top))

    def close(self) -> None:
        """Close the marked-content sequence that is open, if any."""
        if self.opened is not None:
            self.out.append("EMC")
        self.opened = None

    def fill(self, color: Color) -> None:
        """Set the colour that fills, unless it is set."""
        if color != self.ink:
            self.out.append(filling(color))
            self.ink = color

    def link(self, rect: Rect, mark: Mark, *, words: str = "") -> None:
        """Keep a clickable area."""
        self.links.append(
            Link(
                rect=self.turned(rect),
                url=mark.link,
                target=mark.target,
                alternative=mark.alternative or words,
                order=mark.order,
                passage=len(self.passages) - 1 if words else NO_PASSAGE,
            )
        )

    def turned(self, rect: Rect) -> Box:
        """Return a rectangle of the page as it stands on the whole, with y up."""
        x, y, scale = self.frame.x, self.height - self.frame.y, self.frame.scale
        return x + rect.x * scale, y - rect.bottom * scale, x + rect.right * scale, y - rect.y * scale


def _on(frame: PlacedPage, placed: PlacedPage) -> PlacedPage:
    """Return where a page stands on the whole that is placed on a page which is placed itself."""
    x, y = frame.x + placed.x * frame.scale, frame.y + placed.y * frame.scale
    return replace(placed, x=x, y=y, scale=frame.scale * placed.scale)


def _text_rect(item: Text) -> Rect:
    if item.turn is Turn.DOWN:
        return Rect(x=item.x - item.size * 0.3, y=item.y, width=item.size * 1.3, height=item.width)
    return Rect(x=item.x, y=item.y - item.size, width=item.width, height=item.size * 1.3)


def _extent(shape: Path | Image | Stamp) -> Rect:
    if not isinstance(shape, Path):
        return shape.rect
    left, top, right, bottom = bounds(shape)
    return Rect(x=left, y=top, width=right - left, height=bottom - top)
