"""Text in, measured and broken lines out. Knows the width of a glyph and no place on a page."""
