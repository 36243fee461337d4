"""A page in, its content stream out. Knows PDF operators but no document: a worker may paint, the parent only assembles.

Glyphs are written as two-byte glyph ids of the whole font, so the stream does not depend on what was painted before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import assert_never

from cardgen.display import (
    MITER_LIMIT,
    SOFT_HYPHEN,
    Cap,
    Color,
    Drawing,
    FillRule,
    GlyphRun,
    Image,
    Item,
    Join,
    LinkArea,
    Mark,
    Negative,
    Op,
    Page,
    Path,
    Pixels,
    Role,
    Stamp,
    Text,
    Turn,
)
from cardgen.paint.trace import bounds
from cardgen.theme.type import Style
from cardgen.typeset.fonts import Face, Fonts
from cardgen.values.geometry import Rect

RESOURCE_NAMES = {style.value: f"F{at}" for at, style in enumerate(Style)}
"""The same in every document."""

SEQUENCE_TAG = "Span"
"""Of every marked-content sequence: what it is stands in the structure tree, which alone is read."""
LEAST_SHIFT = 0.01
"""In thousandths of an em; less is rounding."""


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
    anchor: str = ""
    label: str = ""
    passages: tuple[Passage, ...] = ()
    """In painting order; decoration is in none."""
    language: str = "en"


def paint_content(page: Page, fonts: Fonts) -> PageContent:
    """Write the operators of a page."""
    sheet = _Sheet(page=page, fonts=fonts)
    for item in page.items:
        sheet.paint(item)
    sheet.close()
    return PageContent(
        width=page.width,
        height=page.height,
        stream="\n".join(sheet.out).encode("ascii") + b"\n",
        glyphs=sheet.glyphs,
        links=tuple(sheet.links),
        images=sheet.images,
        drawings=sheet.drawings,
        anchor=page.anchor,
        label=page.label,
        passages=tuple(sheet.passages),
        language=page.language,
    )


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """What of a page is painted so far."""

    page: Page
    fonts: Fonts
    out: list[str] = field(default_factory=list)
    glyphs: dict[str, dict[int, str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    images: dict[str, Pixels] = field(default_factory=dict)
    drawings: dict[str, Drawing] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    ink: Color | None = None
    opened: Mark | None = None
    """That of the marked-content sequence that is open."""

    def paint(self, item: Item) -> None:
        """Write an item."""
        height = self.page.height
        match item:
            case Text():
                self.mark(item.mark)
                self.fill(item.color)
                self.out.append(_text(item, height, self.fonts, self.glyphs))
                if item.mark.link or item.mark.target:
                    self.link(_text_rect(item), item.mark, words=item.words.strip())
            case Path():
                self.mark(item.mark, item)
                if item.fill is not None:
                    self.fill(item.fill)
                self.out.append(_path(item, height))
            case LinkArea():
                self.link(item.rect, item.mark)
            case Image():
                self.mark(item.mark, item)
                pixels = printed(item)
                self.images[image_name(pixels)] = pixels
                self.out.append(_image(item.rect, pixels, height))
                if item.mark.link or item.mark.target:
                    self.link(item.rect, item.mark)
            case Stamp():
                self.mark(item.mark, item)
                self.drawings[item.drawing.name] = item.drawing
                self.out.append(_stamp(item, height))
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
            self.out.append(_filling(color))
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
        """Return a rectangle with y up."""
        return (rect.x, self.page.height - rect.bottom, rect.right, self.page.height - rect.y)


@lru_cache(maxsize=65536)
def width_of(face: Face, glyph: int) -> float:
    """Return the width of a glyph as the document's font dictionary gives it, in thousandths of an em."""
    return float(round(face.font.get_glyph_h_advance(glyph) * 1000 / face.units, 3))


def number(value: float) -> str:
    """Write a number as PDF wants it: no exponent, no trailing zeros, at most three decimals."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _text(item: Text, height: float, fonts: Fonts, used: dict[str, dict[int, str]]) -> str:
    parts = [f"BT {number(item.tracking * item.size)} Tc" if item.tracking else "BT"]
    matrix = "1 0 0 1" if item.turn is Turn.NONE else "0 -1 1 0"
    parts.append(f"{matrix} {number(item.x)} {number(height - item.y)} Tm")
    for name, runs in groupby(item.runs, key=attrgetter("face")):
        face = fonts.faces[name]
        seen = used.setdefault(name, {})
        shown = [_show(run, face) for run in runs]
        for _, glyphs in shown:
            seen |= {glyph: text or seen.get(glyph, "") for glyph, text in glyphs.items()}
        parts.append(f"/{RESOURCE_NAMES[name]} {number(item.size)} Tf [{''.join(text for text, _ in shown)}] TJ")
    parts.append("0 Tc ET" if item.tracking else "ET")
    return " ".join(parts)


@lru_cache(maxsize=65536)
def _show(run: GlyphRun, face: Face) -> tuple[str, dict[int, str]]:
    """Write a run as a part of a TJ, and say what its glyphs stand for; the same at every size and place.

    Where the kerned advance is not the glyph's own, the difference stands behind it.
    """
    out: list[str] = []
    codes: list[str] = []
    for glyph, advance in zip(run.glyphs, run.advances, strict=True):
        codes.append(f"{glyph:04x}")
        shift = width_of(face, glyph) - advance * 1000
        if abs(shift) > LEAST_SHIFT:
            out.append(f"<{''.join(codes)}>{number(shift)}")
            codes.clear()
    if codes:
        out.append(f"<{''.join(codes)}>")
    shown = "".join(out)
    if "" not in run.clusters and run.text != SOFT_HYPHEN:
        return shown, dict(zip(run.glyphs, run.clusters, strict=True))
    if run.text == SOFT_HYPHEN:
        # The glyph is that of the author's hyphens; that it is no sign of the word lets a search find the word whole.
        return f"] TJ /Span <</ActualText<feff00ad>>> BDC [{shown}] TJ EMC [", dict.fromkeys(run.glyphs, "-")
    # Several glyphs for one sign: what they stand for is said of the whole word.
    words = run.text.encode("utf-16-be").hex()
    return f"] TJ /Span <</ActualText<feff{words}>>> BDC [{shown}] TJ EMC [", dict.fromkeys(run.glyphs, "")


def _path(path: Path, height: float) -> str:
    parts = []
    for op, values in path.segments:
        match op:
            case Op.RECT:
                x, y, w, h = values
                parts.append(f"{x:.3f} {height - y - h:.3f} {w:.3f} {h:.3f} re")
            case Op.CLOSE:
                parts.append("h")
            case _:
                placed = (height - value if at % 2 else value for at, value in enumerate(values))
                parts.append(" ".join([*(f"{value:.3f}" for value in placed), op.value]))
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[path.fill is not None, path.stroke is not None]
    if path.fill is not None and path.rule is FillRule.EVENODD:
        paint += "*"
    if path.stroke is None:
        return " ".join([*parts, paint])
    before, behind = _line_style(path)
    return " ".join([*before, f"{number(path.stroke_width)} w {_filling(path.stroke).upper()}", *parts, paint, *behind])


def _line_style(path: Path) -> tuple[list[str], list[str]]:
    """Return the operators that set what is unusual of a stroke, and those that set it back."""
    usual = [("[] 0", "d"), (f"{Cap.BUTT.value}", "J"), (f"{Join.MITER.value}", "j"), (number(MITER_LIMIT), "M")]
    dashes = f"[{' '.join(number(length) for length in path.dashes or ())}] 0"
    asked = (dashes, f"{path.cap.value}", f"{path.join.value}", number(path.miter))
    changed = [(want, have, op) for want, (have, op) in zip(asked, usual, strict=True) if want != have]
    return [f"{want} {op}" for want, _, op in changed], [f"{have} {op}" for _, have, op in changed]


def image_name(pixels: Pixels) -> str:
    """Return the resource name of an image: the same in every document, whatever else is in it."""
    return f"Im{pixels.digest[:16]}"


def printed(item: Image) -> Pixels:
    """Return the pixels of an image, which has been developed before it comes here."""
    if isinstance(item.pixels, Negative):
        raise AssertionError(f"{item.pixels.file} has not been developed")  # noqa: TRY004 - a fault of the caller
    return item.pixels


def _image(rect: Rect, pixels: Pixels, height: float) -> str:
    size = f"{number(rect.width)} 0 0 {number(rect.height)}"
    return f"q {size} {number(rect.x)} {number(height - rect.bottom)} cm /{image_name(pixels)} Do Q"


def _stamp(item: Stamp, height: float) -> str:
    rect, scale = item.rect, f"{item.scale:.6g}"
    return f"q {scale} 0 0 {scale} {number(rect.x)} {number(height - rect.bottom)} cm /{item.drawing.name} Do Q"


def drawing_stream(drawing: Drawing) -> bytes:
    """Write the operators of a drawing's paths, in its own frame."""
    out = []
    for path in drawing.paths:
        if path.fill is not None:
            out.append(_filling(path.fill))
        out.append(_path(path, drawing.height))
    return "\n".join(out).encode("ascii")


def _filling(color: Color) -> str:
    """Write the operator that sets a colour; in capitals it is that of strokes.

    Black, white and grey are set as grey: a printer then takes black alone, not a mixture of all its inks.
    """
    if color.red == color.green == color.blue:
        return f"{number(color.red)} g"
    return f"{number(color.red)} {number(color.green)} {number(color.blue)} rg"


def _text_rect(item: Text) -> Rect:
    if item.turn is Turn.DOWN:
        return Rect(x=item.x - item.size * 0.3, y=item.y, width=item.size * 1.3, height=item.width)
    return Rect(x=item.x, y=item.y - item.size, width=item.width, height=item.size * 1.3)


def _extent(shape: Path | Image | Stamp) -> Rect:
    if not isinstance(shape, Path):
        return shape.rect
    left, top, right, bottom = bounds(shape)
    return Rect(x=left, y=top, width=right - left, height=bottom - top)
