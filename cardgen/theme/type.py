"""How words are set, by what they are: face, size, colour by its part, leading. Knows no sheet: sizes are points on A5.

A page asks for a style by its name; its ruler says how large that is on its sheet. Gaps that several pages share stand here
too; a page's own proportions stay with it.
"""

from __future__ import annotations

from enum import Enum


class Style(Enum):
    """What a piece of text is set in; the value is the font file's stem."""

    TEXT = "Inter-Regular"
    LEAD_IN = "Inter-SemiBold"
    NAME = "Inter-Bold"
    EYEBROW = "BarlowCondensed-SemiBold"
    HEADING = "BarlowCondensed-Bold"
    DISPLAY = "BarlowCondensed-ExtraBold"
