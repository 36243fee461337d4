"""One guide, called from Python: plain arguments in, values and bytes out. Reads one file and writes none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cardgen import pipeline
from cardgen.stock import parse_sheet

if TYPE_CHECKING:
    import os

    from cardgen.errors import Problem
    from cardgen.guide.model import Guide


def load(path: str | os.PathLike[str]) -> Guide:
    """Return the guide in a Markdown file.

    Warnings are in its `problems`; a file that is no guide raises `GuideError`, which carries every problem found.
    """
    return pipeline.load_guide(Path(path))


def check(guide: Guide, *, size: str = "a4") -> tuple[Problem, ...]:
    """Return every problem of a guide on a sheet of this size, also those that only show when it is laid out.

    `size` is one of a4, a5, letter, half-letter, a3, tabloid, or measured: `100x150mm`; another raises `UsageError`.
    """
    return pipeline.check_guide(guide, pipeline.CardSettings(sheet=parse_sheet(size)))


def render(guide: Guide, *, size: str = "a4", brand: str = "") -> bytes:
    """Return the guide's card as a PDF of one page; `brand` is the gym's name at its foot.

    The same guide gives the same bytes. A guide that does not fit, or holds a character that no font has, raises
    `GuideError`.
    """
    settings = pipeline.CardSettings(sheet=parse_sheet(size), brand=brand)
    return pipeline.render_card(guide, settings).pdf
