"""`cardgen booklet`: guides in, a booklet with cover, contents, cards and index out."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import formats, options, program_booklet, report
from cardgen.cli.report import Summary
from cardgen.values.errors import ExitCode

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome
    from cardgen.bundle.booklet import Booklet, BookletSettings, Draft
    from cardgen.bundle.order import GroupBy
    from cardgen.cli.formats import Written

OUTPUT = "output/booklet"
"""Where it goes when no option says where; its format decides what the name ends in."""
SIZES = {"standard": "a5", "large-print": "a4"}
"""A booklet is held in the hand; cardgen.toml says how large single cards are."""
TITLE_LENGTH, SUBTITLE_LENGTH = 120, 240
"""In letters; a longer one would not be read."""


@click.command("booklet", short_help="Bind the cards in one PDF with contents and index.")
@options.reading
@options.printing
@formats.formatting
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="The file to write (default: output/booklet.pdf), with --clients a folder; pages of PNG and SVG are numbered.",
)
@program_booklet.programming
@click.option("--title", default="", metavar="TEXT", help="On the cover (default: the gym's name).")
@click.option("--subtitle", default="", metavar="TEXT", help="Under the title.")
@click.option(
    "--order",
    type=click.Choice(["title", "file", "given", *program_booklet.ORDERS], case_sensitive=False),
    help="What the cards are sorted by (default: title); those of a program by day or position (default: day).",
)
@click.option(
    "--group-by",
    type=click.Choice(["equipment", "muscle", "level", "tag", "none"], case_sensitive=False),
    default="none",
    help="Groups of cards, in contents and outline too (default: none).",
)
def command(output: Path | None, **shared: Any) -> None:
    """Bind the cards of all guides in one PDF: cover, contents, a card a page, index; A5 unless --size says otherwise."""
    from cardgen.bundle.batch import read_one
    from cardgen.layout.forms.cover import LOGO as LOGO_ROOM

    shared["size"] = shared["size"] or SIZES[shared["edition"] or "standard"]
    program_booklet.bind_any_program(output, shared)
    request, settings = options.cards_of(shared, logo_room=LOGO_ROOM)
    asked = _settings(shared, settings)
    rendition = formats.rendition_of(shared, settings.sheet, output=output)
    path = formats.output_of(output, OUTPUT, rendition)
    started = time.perf_counter()
    read = options.carry_out(options.unmarked(request), partial(read_one, selection=request.selection), label="guides")
    summary, booklet = _bind(read, asked, request.jobs)
    written = formats.write_document(booklet.document, path, rendition)
    _say_ungrouped(booklet, asked.group_by)
    summary = replace(summary, seconds=time.perf_counter() - started)
    made = f"{report.counted(len(booklet.cards), 'card')} on {report.counted(booklet.pages, 'page')}"
    _say_json(summary, booklet, written) if request.as_json else written.say(made, summary, request.talk)
    click.get_current_context().exit(summary.exit_code)


def _settings(shared: dict[str, Any], card: Any) -> BookletSettings:
    from cardgen.bundle.booklet import BookletSettings
    from cardgen.bundle.order import GroupBy, Order

    return BookletSettings(
        card=card,
        title=options.printable_text("--title", shared["title"], TITLE_LENGTH),
        subtitle=options.printable_text("--subtitle", shared["subtitle"], SUBTITLE_LENGTH),
        order=Order(shared["order"] or Order.TITLE.value),
        group_by=GroupBy(shared["group_by"]),
    )


def _bind(read: Summary, settings: BookletSettings, jobs: int | None) -> tuple[Summary, Booklet]:
    """Return the booklet of the guides that could be read, and what became of each."""
    from cardgen.bundle.batch import process_count
    from cardgen.bundle.booklet import make_booklet

    guides = [it.guide for it in read.outcomes if it.guide and it.exit_code is ExitCode.OK]
    booklet = make_booklet(guides, settings, hands=process_count(len(guides), jobs))
    drafts = iter(booklet.drafts)
    outcomes = tuple(
        _outcome(it, next(drafts)) if it.guide and it.exit_code is ExitCode.OK else it for it in read.outcomes
    )
    return replace(read, outcomes=outcomes), booklet


def _outcome(read: Outcome, draft: Draft) -> Outcome:
    from cardgen.bundle.batch import Status

    if draft.pages:
        return replace(read, problems=draft.problems)
    return replace(
        read, problems=draft.problems, status=Status.FAILED, exit_code=ExitCode.SOME_FAILED, trace=draft.trace
    )


def _say_ungrouped(booklet: Booklet, group_by: GroupBy) -> None:
    """Say that groups were asked for which no guide belongs to."""
    from cardgen.bundle.order import GroupBy, is_grouped

    guides = [card.guide for card in booklet.cards]
    if guides and group_by is not GroupBy.NONE and not is_grouped(guides, group_by):
        hint = f"add it to the front matter of the guides, or leave --group-by {group_by.value} out"
        report.say(f"no guide names its {group_by.value}: the booklet has no groups\n  hint: {hint}", err=True)


def _say_json(summary: Summary, booklet: Booklet, written: Written) -> None:
    report.say_json(
        {
            "booklet": written.files[0].as_posix() if written.files else None,
            "files": [path.as_posix() for path in written.files],
            "pages": booklet.pages,
            "type_size": round(booklet.shared.body, 2) if booklet.shared else None,
            "cards": [
                {"stem": it.guide.stem, "path": it.guide.path, "title": it.guide.title, "page": it.page}
                for it in booklet.cards
            ],
            "failed": list(summary.failed),
            "seconds": round(summary.seconds, 3),
            "problems": [report.problem_record(problem) for problem in summary.problems],
        }
    )
