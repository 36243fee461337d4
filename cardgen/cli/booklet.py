"""`cardgen booklet`: guides in, one PDF with cover, contents, cards and index out."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import options, report
from cardgen.cli.report import Summary, Talk
from cardgen.errors import ExitCode, Location, Severity, UsageError

if TYPE_CHECKING:
    from cardgen.batch import Outcome
    from cardgen.booklet import Booklet, BookletSettings, Draft
    from cardgen.bundle.order import GroupBy
    from cardgen.cli.options import Request

SIZE = "a5"
"""A booklet is held in the hand; cardgen.toml says how large single cards are."""
TITLE_LENGTH, SUBTITLE_LENGTH = 120, 240
"""In letters; a longer one would not be read."""


@click.command("booklet", short_help="Bind the cards in one PDF with contents and index.")
@options.reading
@options.printing
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    default=Path("output/booklet.pdf"),
    metavar="FILE",
    help="The PDF file to write (default: output/booklet.pdf).",
)
@click.option("--title", default="", metavar="TEXT", help="On the cover (default: the gym's name).")
@click.option("--subtitle", default="", metavar="TEXT", help="Under the title.")
@click.option(
    "--order",
    type=click.Choice(["title", "file", "given"], case_sensitive=False),
    default="title",
    help="What the cards are sorted by (default: title).",
)
@click.option(
    "--group-by",
    type=click.Choice(["equipment", "muscle", "level", "tag", "none"], case_sensitive=False),
    default="none",
    help="Groups of cards, in contents and outline too (default: none).",
)
def command(output: Path, **shared: Any) -> None:
    """Bind the cards of all guides in one PDF: cover, contents, a card a page, index; A5 unless --size says otherwise."""
    from cardgen.batch import read_one
    from cardgen.layout.pages.cover import LOGO as LOGO_ROOM

    request, settings = options.cards_of({**shared, "size": shared["size"] or SIZE}, logo_room=LOGO_ROOM)
    asked = _settings(shared, settings)
    _require_pdf(output)
    started = time.perf_counter()
    read = options.carry_out(_unmarked(request), partial(read_one, selection=request.selection), label="guides")
    summary, booklet = _bind(read, asked, request.jobs)
    _write(output, booklet)
    _say_ungrouped(booklet, asked.group_by)
    summary = replace(summary, seconds=time.perf_counter() - started)
    _say_json(summary, booklet, output) if request.as_json else _say(summary, booklet, output, request.talk)
    click.get_current_context().exit(summary.exit_code)


def _settings(shared: dict[str, Any], card: Any) -> BookletSettings:
    from cardgen.booklet import BookletSettings
    from cardgen.bundle.order import GroupBy, Order

    return BookletSettings(
        card=card,
        title=_cover_text("--title", shared["title"], TITLE_LENGTH),
        subtitle=_cover_text("--subtitle", shared["subtitle"], SUBTITLE_LENGTH),
        order=Order(shared["order"]),
        group_by=GroupBy(shared["group_by"]),
    )


def _cover_text(option: str, text: str, longest: int) -> str:
    """Return a text for the cover; a character that no font has is refused, and so is what no cover takes."""
    from cardgen.pipeline import unprintable

    text = " ".join(text.split())
    if len(text) > longest:
        raise UsageError(f"{option} has {len(text)} letters", hint=f"a cover has room for {longest}")
    if found := unprintable(text, Location(path=option)):
        raise UsageError(f"{option}: {found[0].message}", hint=found[0].hint)
    return text


def _require_pdf(output: Path) -> None:
    """Refuse a name that may well be that of a guide or a folder."""
    if output.suffix.casefold() != ".pdf":
        raise UsageError(
            f"the booklet cannot be named {output.as_posix()}",
            hint="name a file that ends in .pdf, such as booklet.pdf",
        )


def _unmarked(request: Request) -> Request:
    """Return the request without clashes of file names: in a booklet no card has a file of its own."""
    files = tuple(replace(file, clash="") for file in request.found.files)
    return replace(request, found=replace(request.found, files=files))


def _bind(read: Summary, settings: BookletSettings, jobs: int | None) -> tuple[Summary, Booklet]:
    """Return the booklet of the guides that could be read, and what became of each."""
    from cardgen.batch import process_count
    from cardgen.booklet import make_booklet

    guides = [it.guide for it in read.outcomes if it.guide and it.exit_code is ExitCode.OK]
    booklet = make_booklet(guides, settings, hands=process_count(len(guides), jobs))
    drafts = iter(booklet.drafts)
    outcomes = tuple(
        _outcome(it, next(drafts)) if it.guide and it.exit_code is ExitCode.OK else it for it in read.outcomes
    )
    return replace(read, outcomes=outcomes), booklet


def _outcome(read: Outcome, draft: Draft) -> Outcome:
    from cardgen.batch import Status

    if draft.page:
        return replace(read, problems=draft.problems)
    return replace(
        read, problems=draft.problems, status=Status.FAILED, exit_code=ExitCode.SOME_FAILED, trace=draft.trace
    )


def _write(output: Path, booklet: Booklet) -> None:
    from cardgen.storage import prepare_folder, write_file

    if booklet.pdf:
        prepare_folder(output.parent)
        write_file(output, booklet.pdf)


def _say(summary: Summary, booklet: Booklet, output: Path, talk: Talk) -> None:
    options.shown_problems(summary, talk)
    if talk is Talk.VERBOSE:
        report.say_traces(summary.outcomes)
    if not booklet.pdf:
        report.say(f"nothing written: no guide is left for {output.as_posix()}", err=True)
    if talk is Talk.QUIET or not booklet.pdf:
        return
    if talk is Talk.NORMAL and (warnings := summary.count(Severity.WARNING)):
        report.say(f"{report.counted(warnings, 'warning')}: `cardgen check` shows them, or -v", err=True)
    failed = f", {len(summary.failed)} failed: {report.named(summary.failed)}" if summary.failed else ""
    made = f"{report.counted(len(booklet.cards), 'card')} on {report.counted(booklet.pages, 'page')}"
    report.say(f"{made} in {output.as_posix()} ({summary.seconds:.1f} s){failed}")


def _say_ungrouped(booklet: Booklet, group_by: GroupBy) -> None:
    """Say that groups were asked for which no guide belongs to."""
    from cardgen.bundle.order import GroupBy, is_grouped

    guides = [card.guide for card in booklet.cards]
    if guides and group_by is not GroupBy.NONE and not is_grouped(guides, group_by):
        hint = f"add it to the front matter of the guides, or leave --group-by {group_by.value} out"
        report.say(f"no guide names its {group_by.value}: the booklet has no groups\n  hint: {hint}", err=True)


def _say_json(summary: Summary, booklet: Booklet, output: Path) -> None:
    report.say_json(
        {
            "booklet": output.as_posix() if booklet.pdf else None,
            "pages": booklet.pages,
            "sizes": [round(size, 2) for size in booklet.sizes],
            "cards": [
                {"stem": it.guide.stem, "path": it.guide.path, "title": it.guide.title, "page": it.page}
                for it in booklet.cards
            ],
            "failed": list(summary.failed),
            "seconds": round(summary.seconds, 3),
            "problems": [report.problem_record(problem) for problem in summary.problems],
        }
    )
