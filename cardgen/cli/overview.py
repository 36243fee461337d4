"""`cardgen overview`: guides in, a contact sheet of their cards out."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import formats, options, report
from cardgen.cli.report import Summary

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome
    from cardgen.bundle.overview import OverviewSettings
    from cardgen.cli.formats import Written
    from cardgen.pipeline.settings import CardSettings

OUTPUT = "output/overview"
"""Where it goes when no option says where; its format decides what the name ends in."""
SHEET = "a4"
"""Of guides from several places, of a gym without a name."""
TITLE_LENGTH = 120
"""In letters; a longer one would not be read."""


@click.command("overview", short_help="Show all cards small, on as few sheets as they need.")
@options.reading
@options.printing
@formats.formatting
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="The file to write (default: output/overview.pdf); several pages of PNG or SVG are numbered: overview-01.png ...",
)
@click.option(
    "--sheet",
    default=SHEET,
    metavar="SIZE",
    help="The paper that the cards are shown on; --size is theirs (default: a4).",
)
@click.option(
    "--columns",
    type=click.IntRange(min=1),
    metavar="N",
    help="Cards across (default: as many as can be told apart, four A4 cards on A4).",
)
@click.option("--title", default="", metavar="TEXT", help="At the head (default: the folder's name, or the gym's).")
def command(output: Path | None, **shared: Any) -> None:
    """Show the cards of all guides small, each over its title and file: a contact sheet to choose from."""
    from cardgen.bundle.overview import make_overview, show_one, shown_size

    request, settings = options.cards_of(shared)
    asked = _settings(shared, settings)
    rendition = formats.rendition_of(shared, asked.sheet, output=output)
    path = formats.output_of(output, OUTPUT, rendition)
    started = time.perf_counter()
    longest = shown_size(len(request.found.files), asked)
    work = partial(show_one, settings=settings, longest=longest, selection=request.selection)
    summary = options.carry_out(options.unmarked(request), work, label="cards")
    document = make_overview(summary.outcomes, asked)
    written = formats.write_document(document, path, rendition)
    summary = replace(summary, seconds=time.perf_counter() - started)
    pages = len(document.pages) if document else 0
    made = f"{report.counted(len(_shown(summary)), 'card')} on {report.counted(pages, 'page')}"
    _say_json(summary, written, pages) if request.as_json else written.say(made, summary, request.talk)
    click.get_current_context().exit(summary.exit_code)


def _settings(shared: dict[str, Any], card: CardSettings) -> OverviewSettings:
    from cardgen.bundle.overview import OverviewSettings
    from cardgen.values.stock import parse_sheet

    title = options.printable_text("--title", shared["title"], TITLE_LENGTH)
    return OverviewSettings(
        card=card,
        sheet=parse_sheet(shared["sheet"]),
        title=title or _folder_name(shared["guides"]) or card.brand.name or card.words("booklet.cards"),
        columns=shared["columns"] or 0,
    )


def _folder_name(guides: tuple[Path, ...]) -> str:
    """Return the name of the folder that is shown, if it is one."""
    folder = guides[0] if len(guides) == 1 else options.CONTENT
    return folder.resolve().name if len(guides) <= 1 and folder.is_dir() else ""


def _shown(summary: Summary) -> list[Outcome]:
    from cardgen.bundle.batch import Status

    return [outcome for outcome in summary.outcomes if outcome.status is Status.DONE]


def _say_json(summary: Summary, written: Written, pages: int) -> None:
    report.say_json(
        {
            "overview": written.files[0].as_posix() if written.files else None,
            "files": [path.as_posix() for path in written.files],
            "pages": pages,
            "cards": [
                {"stem": it.file.stem, "path": it.file.shown, "title": it.guide.title}
                for it in _shown(summary)
                if it.guide
            ],
            "failed": list(summary.failed),
            "seconds": round(summary.seconds, 3),
            "problems": [report.problem_record(problem) for problem in summary.problems],
        }
    )
