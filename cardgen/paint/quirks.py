"""What stands in the way of a tagged, archival file in ReportLab, and where this package goes round it. Does nothing.

Each has a test in `tests/paint/test_quirks.py` that fails when ReportLab mends it; then the way round can go.

- `PDFStream` writes no end of line before `endstream` and an empty /Filter where there is none: `stream.RawStream`.
- `PDFCatalog` and `PDFPage` drop entries that they do not list, OutputIntents, StructParents and a page's Tabs among them:
  `document.CATALOG_ENTRIES` and `PAGE_ENTRIES`.
- `PDFInfo` always writes two dates, and words of its own where a field is not set: `metadata.information`.
- The identifier of a file does not follow from what is on its pages: `file.write_file`.
- `PDFDocument` writes each object apart, which makes a tagged file several times as large: `file.write_file`.
- `makeToUnicodeCMap` maps glyph 0 to U+0000, which PDF/A forbids, and knows no characters above U+FFFF: `fonts.to_unicode`.
- A canvas starts every page in Helvetica, which is not embedded, and `linkURL` writes annotations without Contents and
  StructParent: pages are written in `content`, annotations in `document`, without a canvas.
- Pillow's sRGB profile carries the hour in which it is made: `metadata.PROFILE_DATE`.
"""
