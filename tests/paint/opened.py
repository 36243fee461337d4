"""A PDF file, opened again: its operators, its fonts, its text."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import pikepdf
import pypdfium2


def opened(data):
    """Keep what this returns: its objects end with it."""
    return pikepdf.open(io.BytesIO(data))


def text_of(data):
    """The text as a reader copies it, lines joined."""
    document = pypdfium2.PdfDocument(data)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", " ")
    finally:
        document.close()


def picture_of(data, scale=2.0):
    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()


@dataclass(frozen=True)
class Shown:
    """Glyphs that one TJ operator paints, with their advances in thousandths of an em."""

    font: str
    size: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]


def widths_of(font):
    """Glyph widths from the W array of a Type 0 font."""
    widths, values = {}, list(font.DescendantFonts[0].W)
    while values:
        first, row, *values = values
        widths.update({int(first) + at: float(width) for at, width in enumerate(row)})
    return widths


def shown(data):
    """Everything that the text operators of a file's first page paint."""
    pdf = opened(data)
    page = pdf.pages[0]
    fonts = page.Resources.Font
    widths = {name: widths_of(font) for name, font in fonts.items()}
    found, name, size, spacing = [], "", 0.0, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                name, size = str(operands[0]), float(operands[1])
            case "Tc":
                spacing = float(operands[0])
            case "TJ":
                glyphs, advances = [], []
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        codes = [int.from_bytes(pair) for pair in re.findall(b"(?s)..", bytes(part))]
                        glyphs += codes
                        advances += [widths[name][code] + 1000 * spacing / size for code in codes]
                    else:
                        advances[-1] -= float(part)
                base = str(fonts[name].BaseFont).partition("+")[2]
                found.append(Shown(base, size, tuple(glyphs), tuple(advances)))
    return found
