"""One guide, called from Python: plain arguments in, values and bytes out. Reads a guide and its photographs, and writes nothing.

An argument of a type that it cannot have raises `UsageError`, as one that cannot be meant does.
"""

from __future__ import annotations

import os
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cardgen.compose import Brand, Detail
from cardgen.guide.model import Guide
from cardgen.paint.preview import DPI
from cardgen.pipeline import stages
from cardgen.pipeline.rendition import Format, Rendition, render_as
from cardgen.pipeline.settings import CardSettings
from cardgen.theme import PETROL, Ink, Theme, named_theme
from cardgen.values.errors import Location, UsageError
from cardgen.values.nearest import did_you_mean
from cardgen.values.stock import Orientation, parse_sheet
from cardgen.values.use import IN_HAND, Use, parse_distance

if TYPE_CHECKING:
    from cardgen.values.errors import Problem

E = TypeVar("E", bound=Enum)


def load(path: str | os.PathLike[str]) -> Guide:
    """Return the guide in a Markdown file.

    Warnings are in its `problems`; a file that is no guide raises `GuideError`, which carries every problem found.
    """
    _require("path", path, str, os.PathLike)
    _require("path", os.fspath(path), str)
    return stages.load_guide(Path(path))


def check(
    guide: Guide, *, size: str = "a4", detail: str = "brief", orientation: str = "given", read_from: str = ""
) -> tuple[Problem, ...]:
    """Return every problem of a guide on a sheet of this size, also those that only show when it is laid out.

    `size` is one of a2 to a7, letter, half-letter, legal, tabloid, or measured: `100x150mm`, `4x6in`; `detail` is brief,
    full or headline; `orientation` is portrait, landscape, auto (whichever gives the larger type), or given: as `size` has
    it; `read_from` is a distance such as `1.5m`, from which all of the card is to be read. What cannot be meant, and full
    detail on a sheet under A5, raises `UsageError`.
    """
    _require_guide(guide)
    return stages.check_guide(guide, _settings(size, detail, orientation, read_from))


def render(  # noqa: PLR0913 - keywords with defaults: what the command line has as options
    guide: Guide,
    *,
    size: str = "a4",
    brand: str | Brand = "",
    theme: str | Theme = PETROL,
    detail: str = "brief",
    orientation: str = "given",
    read_from: str = "",
    ink: str = "full",
    format: str = "pdf",  # noqa: A002 - the word that callers expect; the built-in is not needed here
    dpi: int = DPI,
) -> bytes:
    """Return the guide's card as a PDF of one page, as a PNG of so many dpi, or as an SVG; the rest is as for `check`.

    `brand` is the gym's name at its foot, or all that a gym puts there; `theme` is petrol, night, oxblood, graphite or the
    path of a theme file; `ink` is full, low or mono; `format` is pdf, png (which needs pypdfium2) or svg.

    The same guide gives the same bytes. A guide that does not fit, or holds a character that no font has, raises
    `GuideError`; such a character in `brand` raises `UsageError`.
    """
    _require_guide(guide)
    _require("brand", brand, str, Brand)
    _require("theme", theme, str, Theme)
    _require("dpi", dpi, int)
    brand = Brand(name=brand) if isinstance(brand, str) else brand
    for text in (brand.name, brand.address, brand.note):
        _require("a text of the brand", text, str)
        if found := stages.unprintable(text, Location(path="brand")):
            raise UsageError(f"brand: {found[0].message}", hint=found[0].hint)
    colors = named_theme(theme) if isinstance(theme, str) else theme
    colors = colors.inked(_choice(Ink, ink, "ink"))
    settings = replace(_settings(size, detail, orientation, read_from), brand=brand, theme=colors)
    rendition = Rendition(format=_choice(Format, format, "format"), dpi=dpi)
    rendition.require_room(settings.sheet)
    return render_as(guide, settings, rendition).files[0]


def _settings(size: str, detail: str, orientation: str, read_from: str) -> CardSettings:
    _require("size", size, str)
    _require("read_from", read_from, str)
    return CardSettings(
        use=Use(read_from=parse_distance(read_from)) if read_from else IN_HAND,
        sheet=parse_sheet(size),
        detail=_choice(Detail, detail, "detail"),
        orientation=_choice(Orientation, orientation, "orientation"),
    )


def _choice(kind: type[E], value: str, name: str) -> E:
    _require(name, value, str, hint=f'write it as a text: {name}="{next(iter(kind)).value}"')
    try:
        return kind(value.casefold())
    except ValueError:
        known = tuple(member.value for member in kind)
        raise UsageError(f'unknown {name} "{value}"', hint=did_you_mean(value, known, label="known")) from None


def _require_guide(guide: object) -> None:
    _require("guide", guide, Guide, hint='read its file first: cardgen.load("plank.md")')


def _require(name: str, value: object, *kinds: type, hint: str = "") -> None:
    """Refuse an argument of no such type; True is no number."""
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds)
        raise UsageError(f"{name} must be {wanted}, not {type(value).__name__}", hint=hint)
