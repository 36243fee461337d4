"""Items in, the operators of a PDF content stream that paint them out. Knows no page and no tags.

Glyphs are written as two-byte glyph ids of the whole font, so what is written does not depend on what was painted before it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from cardgen.display import (
    MITER_LIMIT,
    SOFT_HYPHEN,
    Cap,
    Color,
    Drawing,
    FillRule,
    GlyphRun,
    Image,
    Join,
    Negative,
    Op,
    Path,
    Pixels,
    Stamp,
    Text,
    Turn,
)
from cardgen.theme.type import Style
from cardgen.typeset.fonts import Face, Fonts
from cardgen.values.geometry import Rect

RESOURCE_NAMES = {style.value: f"F{at}" for at, style in enumerate(Style)}
"""The same in every document."""
LEAST_SHIFT = 0.01
"""In thousandths of an em; less is rounding."""


@lru_cache(maxsize=65536)
def width_of(face: Face, glyph: int) -> float:
    """Return the width of a glyph as the document's font dictionary gives it, in thousandths of an em."""
    return float(round(face.font.get_glyph_h_advance(glyph) * 1000 / face.units, 3))


def number(value: float) -> str:
    """Write a number as PDF wants it: no exponent, no trailing zeros, at most three decimals."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def text_operators(item: Text, height: float, fonts: Fonts, used: dict[str, dict[int, str]]) -> str:
    """Write a line of text, and keep which of its glyphs stand for what."""
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


def path_operators(path: Path, height: float) -> str:
    """Write a shape."""
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
    return " ".join([*before, f"{number(path.stroke_width)} w {filling(path.stroke).upper()}", *parts, paint, *behind])


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


def image_operators(rect: Rect, pixels: Pixels, height: float) -> str:
    """Write an image over its rectangle."""
    size = f"{number(rect.width)} 0 0 {number(rect.height)}"
    return f"q {size} {number(rect.x)} {number(height - rect.bottom)} cm /{image_name(pixels)} Do Q"


def stamp_operators(item: Stamp, height: float) -> str:
    """Write a drawing in its place."""
    rect, scale = item.rect, f"{item.scale:.6g}"
    return f"q {scale} 0 0 {scale} {number(rect.x)} {number(height - rect.bottom)} cm /{item.drawing.name} Do Q"


def drawing_stream(drawing: Drawing) -> bytes:
    """Write the operators of a drawing's paths, in its own frame."""
    out = []
    for path in drawing.paths:
        if path.fill is not None:
            out.append(filling(path.fill))
        out.append(path_operators(path, drawing.height))
    return "\n".join(out).encode("ascii")


def filling(color: Color) -> str:
    """Write the operator that sets a colour; in capitals it is that of strokes.

    Black, white and grey are set as grey: a printer then takes black alone, not a mixture of all its inks.
    """
    if color.red == color.green == color.blue:
        return f"{number(color.red)} g"
    return f"{number(color.red)} {number(color.green)} {number(color.blue)} rg"
