"""The bytes of an SVG file in, a drawing out, every shape in its place and its colour decided."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from cardgen.display import ColorSpace, Drawing
from cardgen.pictures.svg.canvas import DECIMALS, Canvas, Inks, covering
from cardgen.pictures.svg.frames import covers_all, frame_of, window
from cardgen.pictures.svg.look import Look, scaled, under
from cardgen.pictures.svg.shapes import SHAPES, outline_of
from cardgen.pictures.svg.style import Sheet, Style, read_sheet
from cardgen.pictures.svg.tree import PLAIN, Element, read_tree
from cardgen.pictures.svg.values import IDENTITY, Matrix, length, matrix
from cardgen.pictures.svg.work import MOST_DEPTH, SvgError, too_much
from cardgen.values.geometry import Rect

LONGER = 1000.0
"""Units along the longer side of every drawing: three decimals of them are seen on no sheet."""
_GROUPS = frozenset({"g", "a", "svg", "switch"})
_SILENT = frozenset(
    ["defs", "title", "desc", "metadata", "style", "symbol", "clipPath", "linearGradient", "radialGradient", "pattern"]
) | {"marker", "mask", "filter", "view", "solidcolor", "font", "font-face", "cursor"}
"""What draws nothing where it stands."""
_CANNOT = {
    "image": ("a picture made of pixels", "use that picture itself, as PNG or JPEG"),
    "text": ("letters, whose font may be missing", "turn text into paths (Inkscape: Path, Object to Path)"),
    "animate": ("a movement", PLAIN),
    "animateTransform": ("a movement", PLAIN),
    "animateMotion": ("a movement", PLAIN),
    "set": ("a movement", PLAIN),
    "foreignObject": ("a piece of a web page", PLAIN),
}
_OWN = re.compile(r"url\(\s*['\"]?#([^'\")]+?)['\"]?\s*\)")
"""A reference to an element of the file."""
_CONDITIONS = ("requiredExtensions", "requiredFeatures", "systemLanguage")


def measure_drawing(data: bytes) -> tuple[int, int]:
    """Return width and height of a drawing, in units of which the longer side has a thousand; raise SvgError."""
    frame = frame_of(read_tree(data))
    scale = LONGER / max(frame.width, frame.height)
    return max(1, round(frame.width * scale)), max(1, round(frame.height * scale))


@lru_cache(maxsize=64)
def read_drawing(data: bytes, space: ColorSpace = ColorSpace.RGB) -> Drawing:
    """Return the drawing in a file, in grey where it is printed with black alone; raise SvgError."""
    root = read_tree(data)
    frame = frame_of(root)
    scale = LONGER / max(frame.width, frame.height)
    canvas = Canvas(space=space)
    artist = _Artist(sheet=read_sheet(root), frame=frame, ids=_ids(root), canvas=canvas)
    placed = Matrix(a=scale, d=scale) @ Matrix(e=-frame.x, f=-frame.y)
    artist.inside(root, placed, under(Look(), artist.sheet.style_of(root), root.line), 0)
    if not canvas.paths:
        raise SvgError("nothing is drawn in it", hint=PLAIN)
    digest = hashlib.sha256(data + space.value.encode()).hexdigest()
    return Drawing(
        name=f"Dr{digest[:16]}",
        width=round(frame.width * scale, DECIMALS),
        height=round(frame.height * scale, DECIMALS),
        paths=tuple(canvas.paths),
    )


def _ids(root: Element) -> Mapping[str, Element]:
    """Return elements by id, of several the first."""
    found: dict[str, Element] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if name := element.get("id"):
            found.setdefault(name, element)
        waiting += reversed(element.children)
    return found


@dataclass(slots=True, kw_only=True)
class _Artist:
    """Draws element by element."""

    sheet: Sheet
    frame: Rect
    ids: Mapping[str, Element]
    canvas: Canvas

    def inside(self, element: Element, placed: Matrix, look: Look, depth: int) -> None:
        """Draw what stands in an element."""
        if depth > MOST_DEPTH:
            raise too_much(f"{MOST_DEPTH} elements in one another", element.line)
        children = _chosen(element) if element.name == "switch" else element.children
        for child in children:
            self.draw(child, placed, look, depth + 1)

    def draw(self, element: Element, placed: Matrix, look: Look, depth: int) -> None:
        """Draw an element where a matrix places it, in the look of what it stands in."""
        self.canvas.work.visit(element.line)
        if element.name in _SILENT:
            return
        style = self.sheet.style_of(element)
        if style.get("display", "").lower() == "none":
            return
        if element.name in _CANNOT:
            what, hint = _CANNOT[element.name]
            raise SvgError(f"the drawing holds {what}", line=element.line, hint=hint)
        placed = placed @ _matrix(style, element)
        if self.clips_nothing(style.get("clip-path", ""), placed):
            style = {**style, "clip-path": "none"}
        look = under(look, style, element.line)
        if element.name in SHAPES:
            self.shape(element, placed, look)
        elif element.name == "use":
            self.use(element, placed, look, depth)
        elif element.name == "svg":
            self.inside(element, placed @ window(element, element, self.frame), look, depth)
        elif element.name in _GROUPS:
            self.inside(element, placed, look, depth)
        else:
            raise SvgError(
                f"the drawing holds <{element.name[:40]}>, which is not drawn", line=element.line, hint=PLAIN
            )

    def clips_nothing(self, clip: str, placed: Matrix) -> bool:
        """Tell whether a clipping path is a rectangle that leaves all of the drawing, as some programs put round each."""
        match = _OWN.fullmatch(clip)
        path = self.ids.get(match[1]) if match else None
        if path is None or path.name != "clipPath" or len(path.children) != 1 or path.get("clipPathUnits"):
            return False
        (child,) = path.children
        if child.name not in SHAPES:
            return False
        inner = placed @ _matrix(self.sheet.style_of(path), path) @ _matrix(self.sheet.style_of(child), child)
        return covers_all(outline_of(child, self.frame), inner, self.frame, self.scale)

    def use(self, element: Element, placed: Matrix, look: Look, depth: int) -> None:
        """Draw an element of the same file once more."""
        name = element.get("href")
        if not name.startswith("#"):
            raise SvgError("the drawing refers to another file", line=element.line, hint=PLAIN)
        used = self.ids.get(name[1:])
        if used is None:
            raise SvgError(f'nothing in the drawing is called "{name[1:41]}"', line=element.line, hint=PLAIN)
        self.canvas.work.add(0, element.line)
        x = length(element.get("x"), element.line, whole=self.frame.width)
        y = length(element.get("y"), element.line, whole=self.frame.height)
        placed = placed @ Matrix(e=x, f=y)
        if depth >= MOST_DEPTH:
            raise SvgError(f'"{name[1:41]}" is drawn inside of itself', line=element.line, hint=PLAIN)
        if used.name == "symbol":
            style = self.sheet.style_of(used)
            self.inside(used, placed @ window(used, element, self.frame), under(look, style, used.line), depth + 1)
        else:
            self.draw(used, placed, look, depth + 1)

    def shape(self, element: Element, placed: Matrix, look: Look) -> None:
        """Draw a shape, if anything of it is to be seen."""
        fill = None if element.name == "line" else covering(look.fill, look.cover * look.fill_cover)
        scale = self.scale if look.fixed else placed.scale
        stroke = covering(look.stroke, look.cover * look.stroke_cover) if look.width * scale > 0 else None
        if not look.is_seen or (fill is None and stroke is None):
            return
        segments = outline_of(element, self.frame)
        self.canvas.work.add(len(segments), element.line)
        mapped = tuple((op, placed.points(values)) for op, values in segments)
        self.canvas.keep(mapped, Inks(fill=fill, stroke=stroke), scaled(look, scale), element.line)

    @property
    def scale(self) -> float:
        """Units of the drawing a pixel of the file."""
        return LONGER / max(self.frame.width, self.frame.height)


def _chosen(element: Element) -> list[Element]:
    """Return the first of the choices that asks for nothing special."""
    return [child for child in element.children if not any(child.get(name) for name in _CONDITIONS)][:1]


def _matrix(style: Style, element: Element) -> Matrix:
    given = style.get("transform", "")
    return IDENTITY if given in ("", "none") else matrix(given, element.line)
