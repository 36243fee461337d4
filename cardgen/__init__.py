"""Turns exercise guides written in Markdown into printable PDF workout cards.

    Path -> Source -> Guide -> [Block] -> [Line] -> Page -> bytes
            guide/             compose    typeset/  layout/ paint/

Data flows one way; a module imports only from those below it (docs/architecture.md has the ways through them):

    cli/        arguments, output, exit codes: a module a command
    bundle/     many guides: batches, booklets, programs, circuits; their order, page numbers, contents, index
    files/      what finds, reads and writes files: guides in folders, settings, programs, collections of others
    pipeline/   the stages in their order, the settings of a card, advice for one that does not fit; `library`, called from Python
    paint/      pages to PDF, the only place that knows ReportLab, to SVG, to PNG, the only one that knows pypdfium2
    layout/     content to a page: every x, every y, the largest type that fits
    typeset/    text to lines: fonts, measuring, breaking
    compose/    a guide to the blocks of its card
    pictures/   an image file to pixels, an SVG to shapes, a link to a code's modules
    program/    a program file to days, blocks and exercises; times, dates, a program for each client
    guide/      a Markdown file to a guide, and what a good guide must contain
    figure/     a title to its movement; movements to figures: poses, bodies, equipment, arrows; muscles to the map
    theme/      colours: built-in, from a file, of a brand, and whether they can be read
    words/      what the program itself prints and says, in one catalogue a language
    display     a finished page: items in their places, everything decided
    values/     lengths, papers, prescriptions, problems: what all know and what knows nothing

As a library:

    import cardgen

    guide = cardgen.load("content/plank_bodyweight.md")
    for problem in cardgen.check(guide, size="a5"):
        print(problem)
    pdf = cardgen.render(guide, size="a5", brand="Corner Gym")
"""

from __future__ import annotations

TYPE_CHECKING = False  # `python -m cardgen` reads this with the working folder on the path: nothing is imported yet

if TYPE_CHECKING:
    from cardgen.guide.model import Guide
    from cardgen.pipeline.library import check, load, render
    from cardgen.values.errors import CardgenError, GuideError, Location, OutputError, Problem, Severity, UsageError

__version__ = "0.1.0"

__all__ = [
    "CardgenError",
    "Guide",
    "GuideError",
    "Location",
    "OutputError",
    "Problem",
    "Severity",
    "UsageError",
    "__version__",
    "check",
    "load",
    "render",
]

_HOMES = {"Guide": "guide.model", **dict.fromkeys(("check", "load", "render"), "pipeline.library")}
"""Where a public name lives; those not listed live in `values.errors`."""


if not TYPE_CHECKING:  # to a type checker there are the names above and no others

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for, so that `import cardgen` stays fast."""
        if name.startswith("_") or name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - likewise

        value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'values.errors')}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
