"""A face and the glyphs used of it in, the objects of an embedded font out: Type 0, Identity-H, glyph ids of the whole font.

Glyph ids stay what they are in the file, so pages painted apart agree; only the outlines that are used are embedded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from cardgen.paint.operators import number, width_of
from cardgen.paint.stream import Literal, RawStream
from cardgen.typeset.fonts import Face

SYMBOLIC = 4
"""Font descriptor flag: the glyphs are named by id, not by a standard character set (ISO 32000-1, table 123)."""
STEM_V = {"Regular": 80, "SemiBold": 120, "Bold": 140, "ExtraBold": 160}
"""Only used by viewers that must replace the font."""
UNKNOWN = "\ufffd"
BF_CHAR_LIMIT = 100
"""Entries a block of a CMap may hold (Adobe Technical Note 5411)."""


def embed(face: Face, glyphs: Mapping[int, str], document: PDFDocument) -> PDFObjectReference:
    """Add a face to the document with the outlines of `glyphs`; return the reference of its font dictionary."""
    used = sorted({0, *glyphs})
    program = subset(face, used)
    name = f"{_tag(face, used)}+{face.name}"
    file = RawStream.deflated(program, {"Length1": len(program)})
    descriptor = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": SYMBOLIC,
            "FontBBox": PDFArray([-1000, round(face.descent * 1000), 3000, round(face.ascent * 1000)]),
            "ItalicAngle": 0,
            "Ascent": round(face.ascent * 1000),
            "Descent": round(face.descent * 1000),
            "CapHeight": round(face.cap_height * 1000),
            "StemV": STEM_V[face.name.partition("-")[2]],
            "FontFile2": document.Reference(file),
        }
    )
    descendant = PDFDictionary({
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "BaseFont": PDFName(name),
        "CIDSystemInfo": PDFDictionary({
            "Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0,
        }),
        "FontDescriptor": document.Reference(descriptor),
        "CIDToGIDMap": PDFName("Identity"),
        "DW": 0,
        "W": Literal(_widths(face, used)),
    })  # fmt: skip
    return document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(RawStream.deflated(to_unicode(_named(face, glyphs)), {})),
            }
        )
    )


def subset(face: Face, glyphs: list[int]) -> bytes:
    """Return the font file with the outlines of `glyphs` alone; glyph ids are kept, layout tables and hints dropped."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        {int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"DSIG", b"name", b"meta")}
    )
    return bytes(hb.subset(face.font.face, wanted).blob.data)


def to_unicode(glyphs: Mapping[int, str]) -> bytes:
    """Return the CMap that maps glyph ids to text, in blocks of at most 100 (Adobe Technical Note 5411)."""
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <ffff>", "endcodespacerange",
    ]  # fmt: skip
    entries = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(glyphs.items()) if text]
    for start in range(0, len(entries), BF_CHAR_LIMIT):
        block = entries[start : start + BF_CHAR_LIMIT]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return ("\n".join(lines) + "\n").encode("ascii")


def _named(face: Face, glyphs: Mapping[int, str]) -> Mapping[int, str]:
    """Return what each glyph stands for; one that stands for nothing alone, such as a mark, has its own character."""
    if all(glyphs.values()):
        return glyphs
    own = {face.font.get_nominal_glyph(char): chr(char) for char in sorted(face.font.face.unicodes, reverse=True)}
    return {glyph: text or own.get(glyph, UNKNOWN) for glyph, text in glyphs.items()}


def _widths(face: Face, glyphs: list[int]) -> str:
    """Return the W array: `first [w w ...]` for each run of neighbouring glyph ids (ISO 32000-1, 9.7.4.3)."""
    out: list[str] = []
    for at, glyph in enumerate(glyphs):
        if at == 0 or glyph != glyphs[at - 1] + 1:
            out.append(f"{']' if out else ''} {glyph} [")
        out.append(f" {number(width_of(face, glyph))}")
    return f"[{''.join(out)}]]" if out else "[]"


def _tag(face: Face, glyphs: list[int]) -> str:
    """Return six capitals that differ with the subset (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(f"{face.name} {glyphs}".encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
