"""A page in, an SVG file out: text as text, its letters where they were measured, the fonts inside. Knows no PDF.

Each letter has a position of its own, so that kerning and tracking are those of the layout in every viewer. A paragraph is one
element of text, which can be searched, copied and read aloud; what is drawn is silent.
"""

from __future__ import annotations

import base64
import re
import zlib
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import assert_never

from cardgen.display import (
    MITER_LIMIT,
    SKETCH_UNIT,
    SOFT_HYPHEN,
    Cap,
    ColorSpace,
    Drawing,
    Encoding,
    FillRule,
    GlyphRun,
    Image,
    Item,
    Join,
    LinkArea,
    Mark,
    Op,
    Page,
    Path,
    Pixels,
    Role,
    Stamp,
    Text,
    Turn,
)
from cardgen.paint.etching import Sketch, sketches
from cardgen.paint.operators import number, printed
from cardgen.paint.png import write_png
from cardgen.paint.structure import HEADINGS, PICTURES
from cardgen.paint.trace import bounds
from cardgen.paint.webfont import WebFont, is_plain, web_font
from cardgen.typeset.fonts import Face, Fonts
from cardgen.values.geometry import Rect, to_mm

PAPER = "#ffffff"
"""A viewer may have a dark ground."""
STYLE = "font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision;white-space:pre"
"""The positions have the kerning; letters are not to be moved to whole pixels; blanks at the end of a line are text."""
KERNED = "font-kerning:normal"
"""Of the few words that a viewer shapes."""
ROLE = "graphics-document document"
"""Its parts are read; those of an `img` would not be (WAI-ARIA Graphics Module)."""
SCHEMES = ("https://", "http://", "mailto:")
"""No other link is written: a viewer may run what it leads to."""
ASCENT, DESCENT = 0.97, 0.25
"""How far letters reach above and below the baseline, in em."""
CHANNELS = {ColorSpace.GRAY: 1, ColorSpace.RGB: 3}
LAST_OF_FIRST_PLANE = "\uffff"

_LETTERS = {Op.MOVE: "M", Op.LINE: "L", Op.CURVE: "C"}
_OPERATORS = {op.value: letter for op, letter in _LETTERS.items()} | {Op.CLOSE.value: "z"}
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class Kind(Enum):
    """What one element holds."""

    DECORATION = "decoration"
    PARAGRAPH = "paragraph"
    PICTURE = "picture"
    LINK = "link"


def paint_svg(page: Page, fonts: Fonts, *, places: Mapping[str, str] | None = None) -> bytes:
    """Return a page as a file of its own; `places` says where links to the anchors of other pages lead."""
    sheet = _Sheet(faces=fonts.faces, fonts=_fonts_of(page, fonts), places=places or {})
    width, height = number(page.width), number(page.height)
    language = f'lang="{_escaped(page.language)}" xml:lang="{_escaped(page.language)}"'
    size = (
        f'width="{number(to_mm(page.width))}mm" height="{number(to_mm(page.height))}mm" viewBox="0 0 {width} {height}"'
    )
    looks = f'xml:space="preserve" style="{STYLE}" stroke-miterlimit="{number(MITER_LIMIT)}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="{ROLE}" {language} {looks}>',
        f"<title>{_escaped(page.title)}</title>",
    ]
    if lead := "".join(item.words for item in page.items if isinstance(item, Text) and item.mark.role is Role.LEAD):
        lines.append(f"<desc>{_escaped(lead.strip())}</desc>")
    lines.append(f"<style>{''.join(font.css for font in sheet.fonts.values())}</style>")
    if drawings := dict.fromkeys(item.drawing for item in _everything(page) if isinstance(item, Stamp)):
        lines.append(f"<defs>{''.join(map(_drawing, drawings))}</defs>")
    lines.append(f'<rect width="{width}" height="{height}" fill="{PAPER}" aria-hidden="true"/>')
    lines += sheet.lines(page)
    return "\n".join((*lines, "</svg>\n")).encode()


def _everything(page: Page) -> Iterator[Item]:
    """Yield the items of a page and of all that is placed on it."""
    yield from page.items
    for placed in page.placed:
        yield from _everything(placed.page)


def _named(attribute: str, value: str) -> str:
    return f' {attribute}="{_escaped(value)}"' if value else ""


def _fonts_of(page: Page, fonts: Fonts) -> dict[str, WebFont]:
    """Return by face name the fonts of a page."""
    runs = [_seen(run) for item in _everything(page) if isinstance(item, Text) for run in item.runs]
    by_face = groupby(sorted(runs, key=attrgetter("face", "text")), key=attrgetter("face"))
    return {name: web_font(fonts.faces[name], found) for name, found in by_face}


def _as_read(page: Page) -> list[Item]:
    """Return the items as a person reads, decoration first; what is painted over another stays over it.

    Painted so, a page looks as in painting order.
    """
    read: list[tuple[int, Item]] = []
    before: list[tuple[int, Item, Box]] = []
    for item in page.items:
        order, box = item.mark.order, _extent(item)
        if before and order < before[-1][0]:
            order = max(
                (at for at, lower, its in before if at > order and _covers(item, box, lower, its)), default=order
            )
        read.append((order, item))
        if order:
            insort(before, (order, item, box), key=itemgetter(0))
    return [item for _, item in sorted(read, key=itemgetter(0))]


def _covers(upper: Item, box: Box, lower: Item, other: Box) -> bool:
    """Tell whether it may be seen which of two is painted first."""
    apart = box[0] >= other[2] or other[0] >= box[2] or box[1] >= other[3] or other[1] >= box[3]
    unseen = isinstance(upper, LinkArea) or isinstance(lower, LinkArea)
    return not (apart or unseen or (isinstance(upper, Text) and isinstance(lower, Text)))


def _extent(item: Item) -> Box:
    match item:
        case Text():
            return item.x, item.y - ASCENT * item.size, item.x + item.width, item.y + DESCENT * item.size
        case Path():
            left, top, right, bottom = bounds(item)
            reach = item.stroke_width / 2
            return left - reach, top - reach, right + reach, bottom + reach
        case LinkArea(rect=rect) | Image(rect=rect) | Stamp(rect=rect):
            return rect.x, rect.y, rect.right, rect.bottom
        case _:
            assert_never(item)


def _key(item: Item) -> tuple[Kind, Mark | int]:
    """Return what neighbours share that stand in one element."""
    mark = item.mark
    if isinstance(item, LinkArea):
        return Kind.LINK, mark
    if mark.order == 0:
        return Kind.DECORATION, 0
    if isinstance(item, Text) and mark.role not in PICTURES:
        return Kind.PARAGRAPH, mark.order
    return Kind.PICTURE, mark


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What painting needs beside the items."""

    faces: Mapping[str, Face]
    fonts: Mapping[str, WebFont]
    places: Mapping[str, str]

    def lines(self, page: Page) -> Iterator[str]:
        """Yield the elements of a page as a person reads it, then those of the pages that are placed on it, each a group."""
        for (kind, _), items in groupby(_as_read(page), key=_key):
            yield self.element(kind, tuple(items))
        for placed in page.placed:
            inner = placed.page
            where = f"translate({number(placed.x)} {number(placed.y)}) scale({placed.scale:.6g})"
            named = f'{_named("id", inner.anchor)} role="group"{_named("aria-label", inner.title)}'
            language = f' lang="{_escaped(inner.language)}" xml:lang="{_escaped(inner.language)}"'
            yield f'<g transform="{where}"{named}{language}>'
            yield from self.lines(inner)
            yield "</g>"

    def element(self, kind: Kind, items: tuple[Item, ...]) -> str:
        """Return the element of neighbours that belong together."""
        mark = items[0].mark
        if kind is Kind.PARAGRAPH:
            return f"<text{_meaning(mark)}>{self.words(item for item in items if isinstance(item, Text))}</text>"
        inner = "".join(self.item(item) for item in items)
        match kind:
            case Kind.DECORATION:
                return f'<g aria-hidden="true">{inner}</g>'
            case Kind.PICTURE:
                named = f' role="img" aria-label="{_escaped(mark.alternative)}"' if mark.alternative else ""
                return self.linked(f"<g{named}{_language(mark)}>{inner}</g>", mark)
            case Kind.LINK:
                return inner
            case _:
                assert_never(kind)

    def words(self, items: Iterable[Text]) -> str:
        """Return the lines of a paragraph, those that can be clicked in links."""
        parts = []
        for _, found in groupby(items, key=lambda item: (item.mark.link, item.mark.target)):
            lines = tuple(found)
            parts.append(self.linked("".join(span for line in lines for span in self.spans(line)), lines[0].mark))
        return "".join(parts)

    def item(self, item: Item) -> str:
        """Return the element of an item that stands alone or in a picture."""
        match item:
            case Text():
                turned = f' transform="rotate(90 {number(item.x)} {number(item.y)})"' if item.turn is Turn.DOWN else ""
                return f"<text{turned}>{''.join(self.spans(item))}</text>"
            case Path():
                return _path(item)
            case LinkArea(mark=mark):
                # Not painted, but painted upon: what has no fill at all cannot be clicked.
                label = f' aria-label="{_escaped(mark.alternative)}"' if mark.alternative else ""
                return self.linked(f'<rect {_place(item.rect)} fill-opacity="0"/>', mark, label)
            case Image():
                source = _source(printed(item))
                return f'<image {_place(item.rect)} preserveAspectRatio="none" href="{source}"/>'
            case Stamp(x=x, y=y, scale=scale):
                place = f"translate({number(x)} {number(y)}) scale({scale:.6g})"
                size = f'width="{number(item.drawing.width)}" height="{number(item.drawing.height)}"'
                return f'<use href="#{_escaped(item.drawing.name)}" {size} transform="{place}"/>'
            case _:
                assert_never(item)

    def linked(self, element: str, mark: Mark, label: str = "") -> str:
        """Return an element in a link, where its mark has one that may be followed."""
        address = mark.link if mark.link.startswith(SCHEMES) else self.places.get(mark.target, "")
        return f'<a href="{_escaped(address)}"{label}>{element}</a>' if address else element

    def spans(self, item: Text) -> Iterator[str]:
        """Yield the parts of a line, each letter with its x."""
        x = item.x
        looks = f'y="{number(item.y)}" font-size="{number(item.size)}" fill="{item.color.hex()}"'
        shown = map(_seen, item.runs)
        for (face, plain), found in groupby(shown, key=lambda run: (run.face, is_plain(run, self.faces[run.face]))):
            runs = tuple(found)
            shaping = "" if plain else f' style="{KERNED}" letter-spacing="{number(item.tracking * item.size)}"'
            for part in _letters(runs, x, item) if plain else _words(runs, x, item):
                places = " ".join(number(place) for place in part.places)
                yield f'<tspan class="{self.fonts[face].name}" x="{places}" {looks}{shaping}>{_escaped(part.text)}</tspan>'
            x += sum(_width(run, item) for run in runs)


def _seen(run: GlyphRun) -> GlyphRun:
    """Return a run with its characters as a browser draws them: it draws no soft hyphen within a line."""
    return replace(run, text="-", clusters=("-",)) if run.text == SOFT_HYPHEN else run


@dataclass(frozen=True, slots=True)
class _Part:
    """Text and the places of its first characters."""

    text: str
    places: tuple[float, ...]


def _letters(runs: Iterable[GlyphRun], x: float, item: Text) -> Iterator[_Part]:
    """Yield text with a place for each character.

    It is parted behind each above U+FFFF: viewers do not agree whether such a one takes one place or two.
    """
    text, places = "", []
    for run in runs:
        for letter, advance in zip(run.text, run.advances, strict=True):
            text += letter
            places.append(x)
            x += (advance + item.tracking) * item.size
            if letter > LAST_OF_FIRST_PLANE:
                yield _Part(text, tuple(places))
                text, places = "", []
    if text:
        yield _Part(text, tuple(places))


def _words(runs: Iterable[GlyphRun], x: float, item: Text) -> Iterator[_Part]:
    """Yield words that a viewer is to shape: given a place, a sign would leave its letter and a fraction fall apart."""
    for run in runs:
        yield _Part(run.text, (x,))
        x += _width(run, item)


def _width(run: GlyphRun, item: Text) -> float:
    return (run.width + item.tracking * len(run.glyphs)) * item.size


def _path(path: Path) -> str:
    parts = []
    for op, values in path.segments:
        match op:
            case Op.MOVE | Op.LINE | Op.CURVE:
                parts.append(_LETTERS[op] + " ".join(number(value) for value in values))
            case Op.RECT:
                # Edges, not lengths: rounded alike, those of neighbours meet, and no seam shows between them.
                x, y, width, height = values
                parts.append(f"M{number(x)} {number(y)}H{number(x + width)}V{number(y + height)}H{number(x)}z")
            case Op.CLOSE:
                parts.append("z")
            case _:
                assert_never(op)
    looks = [f'fill="{path.fill.hex() if path.fill else "none"}"']
    if path.fill and path.rule is FillRule.EVENODD:
        looks.append('fill-rule="evenodd"')
    if path.stroke:
        looks.append(f'stroke="{path.stroke.hex()}" stroke-width="{number(path.stroke_width)}"')
        looks += _ends(path)
    if path.dashes:
        looks.append(f'stroke-dasharray="{" ".join(number(length) for length in path.dashes)}"')
    return f'<path d="{"".join(parts)}" {" ".join(looks)}/>'


def _ends(path: Path) -> list[str]:
    """Return what is unusual of how a stroke ends and turns."""
    found = [f'stroke-linecap="{path.cap.name.lower()}"'] if path.cap is not Cap.BUTT else []
    if path.join is not Join.MITER:
        return [*found, f'stroke-linejoin="{path.join.name.lower()}"']
    return found if path.miter == MITER_LIMIT else [*found, f'stroke-miterlimit="{number(path.miter)}"']


@lru_cache(maxsize=64)
def _drawing(drawing: Drawing) -> str:
    """Return a drawing, to be used wherever it is stamped, cut at its frame; its name says all that is in it."""
    shapes = map(_sketch, sketches(drawing.etching)) if drawing.etching else map(_path, drawing.paths)
    box = f'viewBox="0 0 {number(drawing.width)} {number(drawing.height)}"'
    return f'<symbol id="{_escaped(drawing.name)}" {box}>{"".join(shapes)}</symbol>'


def _sketch(sketch: Sketch) -> str:
    """Return a shape that is kept as PDF has it: there the operator stands behind its numbers."""
    parts: list[str] = []
    numbers: list[str] = []
    for token in sketch.outline.split():
        if (letter := _OPERATORS.get(token)) is None:
            numbers.append(token)
        else:
            parts.append(letter + " ".join(numbers))
            numbers.clear()
    looks = [f'fill="{sketch.fill.hex() if sketch.fill else "none"}"']
    if sketch.stroke:
        looks.append(f'stroke="{sketch.stroke.hex()}" stroke-width="{sketch.stroke_width}"')
        looks.append('stroke-linecap="round" stroke-linejoin="round"')
    return f'<path d="{"".join(parts)}" transform="scale({SKETCH_UNIT:g})" {" ".join(looks)}/>'


def _source(pixels: Pixels) -> str:
    """Return an image as a data address: a photograph as the JPEG that it is, all else as PNG."""
    if pixels.encoding is Encoding.DCT:
        return f"data:image/jpeg;base64,{base64.b64encode(pixels.data).decode('ascii')}"
    stride = pixels.columns * CHANNELS[pixels.space]
    samples = zlib.decompress(pixels.data)
    rows = (samples[at : at + stride] for at in range(0, stride * pixels.rows, stride))
    data = write_png(rows, (pixels.columns, pixels.rows), pixels.space)
    return f"data:image/png;base64,{base64.b64encode(data).decode('ascii')}"


def _place(rect: Rect) -> str:
    size = f'width="{number(rect.width)}" height="{number(rect.height)}"'
    return f'x="{number(rect.x)}" y="{number(rect.y)}" {size}'


def _meaning(mark: Mark) -> str:
    """Return what a paragraph says of itself: its language, and whether it is a heading."""
    depth = HEADINGS.get(mark.role)
    heading = f' role="heading" aria-level="{depth + 1}"' if depth is not None else ""
    return heading + _language(mark)


def _language(mark: Mark) -> str:
    language = _escaped(mark.language)
    return f' lang="{language}" xml:lang="{language}"' if language else ""


def _escaped(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(_ESCAPES)
