"""Turns exercise guides written in Markdown into printable PDF workout cards.

    Path -> Source -> Guide -> [Block] -> [Line] -> Page -> bytes
            guide/             compose    typeset/  layout/ paint/

Data flows one way; a module imports only from those below it:

    cli         arguments, output, exit codes: a module a command
    watch       what to do about guides that changed
    manifest    what the cards of a folder were made from
    overview    the cards of many guides, small, on contact sheets
    stack       the cards of many guides in one document, in their order
    collection  files and folders to the guides among them
    glyph_check  the characters of a program that no font has
    library_parts  a library of exercises in one file to the texts of a guide for each
    client_booklets  rows of a list of clients to a booklet each
    program_booklet  a program and its guides in one document: week, days, cards, logs
    batch       many guides, shared out among processes, each with its outcome
    booklet     many guides in one document: cover, contents, cards, index
    circuit     a circuit of a program: station posters, floor plan, coach's sheet
    library     one guide, called from Python: load, check, render
    plans       program files, each with the guides of its exercises
    importers/  open collections of exercises to guides, nothing that a person edited written over
    config_template  the settings there are as a file to fill in, and as a JSON Schema
    config      cardgen.toml
    selection   which guides `--only` means
    skeleton    the text of a guide to fill in
    storage     a file appears whole or not at all
    rendition   cards and pages to files of a format: PDF, PNG or SVG
    coverage    how much ink a file takes
    pipeline    the stages in their order
    advice      what would work for a card that does not fit
    own_movements  the folder `movements` beside guides to movements of a gym's own, each judged
    stations    a circuit and its guides to what its pages say
    settings    all that a card depends on besides its guide
    omitted     what a card of a detail does not print, and how that is told
    paint/      pages to PDF, the only place that knows ReportLab, and pages to SVG
    preview     a PDF file to PNG, the only place that knows pypdfium2
    bundle/     the order of a booklet: groups, page numbers, contents, index, outline
    layout/     content to a page: every x, every y, the largest type that fits
    typeset/    text to lines: fonts, measuring, breaking
    compose/    a guide to the blocks of its card
    qr          a link to modules
    pictures/   an image file to pixels, an SVG to shapes
    png         pixels to a PNG file
    program/    a program file to days, blocks and exercises; times, dates, a program for each client
    movements/  a title to the movement that it names and the muscles that it works; tables
    figure/     muscles to the views of a body that show them; movements to figures: poses, bodies, equipment, arrows
    guide/      a Markdown file to a guide, and what a good guide must contain
    theme/      colours: built-in, from a file, of a brand, and whether they can be read
    stock       paper sizes
    use         read from where, by whom, on how many sides, punched or not
    display     a finished page: items in their places, everything decided
    album       the images that lie beside guides
    prescription  what a program asks of one exercise
    resources   where the bundled fonts and guides lie
    setup_list  what the stations of a circuit need, counted
    tables      a TOML file and the lines of its keys
    nearest     the known names most like a mistyped one
    yamlnodes   YAML to texts with their lines; nothing is constructed
    geometry    lengths and rectangles
    errors      what can go wrong, and how it is said

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
    from cardgen.errors import CardgenError, GuideError, Location, OutputError, Problem, Severity, UsageError
    from cardgen.guide.model import Guide
    from cardgen.library import check, load, render

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

_HOMES = {"Guide": "guide.model", "check": "library", "load": "library", "render": "library"}
"""Where a public name lives; those not listed live in `errors`."""


if not TYPE_CHECKING:  # to a type checker there are the names above and no others

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for, so that `import cardgen` stays fast."""
        if name.startswith("_") or name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - likewise

        value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
