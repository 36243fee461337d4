"""`cardgen render`: guides in, cards out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from cardgen.cli import formats, options, report
from cardgen.cli.report import Summary, Talk
from cardgen.cli.uniform import shared_size, uniforming
from cardgen.values.errors import Problem, Severity

if TYPE_CHECKING:
    from cardgen.cli.options import Request
    from cardgen.pipeline.rendition import Rendition
    from cardgen.pipeline.settings import CardSettings


@click.command("render", short_help="Print a card for each guide.")
@options.reading
@options.printing
@formats.formatting
@options.writing
@uniforming
@click.option(
    "--number", type=click.IntRange(1, 999), metavar="N", help="Of the first card's station; the next counts on."
)
@click.option(
    "--copies", type=click.IntRange(1, 99), default=1, metavar="N", help="How often each card stands in its PDF."
)
def command(output: Path, *, no_manifest: bool, number: int | None, copies: int, **shared: Any) -> None:
    """Print a card for each guide, by default from ./content to ./output: as PDF, or as PNG or SVG to look at."""
    request, settings = options.cards_of(shared)
    settings = replace(settings, copies=copies)
    request = options.numbered(request, number) if number else request
    place = formats.place_of(output, settings.sheet)
    settings = shared_size(request, settings, shared, None if place.is_file or no_manifest else place.path)
    rendition = formats.rendition_of(shared, settings.sheet, output=output)
    formats.require_copies(copies, rendition)
    if place.is_file:
        _stack(place.path, request, settings, rendition)
    summary = _render(place, request, settings, rendition)
    if not no_manifest:
        from cardgen.files.manifest import keep_manifest

        summary = summary.noticing(keep_manifest(place.path, summary.outcomes, settings, rendition))
    _say_json(summary) if request.as_json else say_cards(summary, place.path, request.talk)
    click.get_current_context().exit(summary.exit_code)


def _render(place: formats.Place, request: Request, settings: CardSettings, rendition: Rendition) -> Summary:
    """Write a card for each guide into a folder."""
    from cardgen.bundle.batch import Measure, RenderRequest, render_one
    from cardgen.files.storage import prepare_folder

    prepare_folder(place.path)
    cards = RenderRequest(
        settings=settings, folder=place.path, rendition=rendition, selection=request.selection, name=place.name
    )
    if request.talk is Talk.VERBOSE:
        cards = replace(cards, measure=Measure.INK)
    return options.carry_out(request, partial(render_one, request=cards), label="cards")


def _stack(output: Path, request: Request, settings: CardSettings, rendition: Rendition) -> NoReturn:
    """Write all cards into one file, in the order of the guides, and end."""
    from cardgen.bundle.stack import finish_one, stack_cards

    path = formats.output_of(output, "cards", rendition)
    work = partial(finish_one, settings=settings, selection=request.selection)
    summary = options.carry_out(options.unmarked(request), work, label="cards")
    document = stack_cards(summary.outcomes, settings)
    written = formats.write_document(document, path, rendition)
    made = sum(it.guide is not None for it in summary.outcomes)
    if request.as_json:
        files = [file.as_posix() for file in written.files]
        report.say_json({"files": files, **_told(summary)})
    else:
        written.say(report.counted(made, "card"), summary, request.talk)
    click.get_current_context().exit(summary.exit_code)


def say_cards(summary: Summary, folder: Path, talk: Talk) -> None:
    """Say what became of the guides."""
    options.shown_problems(summary, talk)
    if talk is Talk.VERBOSE:
        report.say_problems(problem for outcome in summary.outcomes for problem in outcome.omitted)
        report.say_traces(summary.outcomes)
        _say_ink(summary)
    if talk is Talk.QUIET:
        return
    told = [*report.of_weight(summary.notices, Severity.WARNING)]
    if talk is Talk.NORMAL:
        report.say_problems(told)
        told += _say_unknown(summary)
    if talk is Talk.NORMAL and (warnings := summary.count(Severity.WARNING) - len(told)):
        report.say(f"{report.counted(warnings, 'warning')}: `cardgen check` shows them, or -v", err=True)
    cards = sum(bool(outcome.cards) for outcome in summary.outcomes)
    failed = f", {len(summary.failed)} failed: {report.named(summary.failed)}" if summary.failed else ""
    where = folder.as_posix().rstrip("/") + "/"
    report.say(f"{report.counted(cards, 'card')} in {where} ({summary.seconds:.1f} s){failed}")
    if talk is Talk.NORMAL:
        report.say_left_out(summary.outcomes)


def _say_unknown(summary: Summary) -> list[Problem]:
    """Name what is on no card because nothing says what it is, and return it."""
    from cardgen.pipeline.omitted import LEFT_OUT

    lost = [problem for problem in report.of_weight(summary.problems, Severity.WARNING) if problem.code == LEFT_OUT]
    report.say_alike(lost)
    return lost


def _say_ink(summary: Summary) -> None:
    """Say how much ink each card takes, and all of them in the mean."""
    inks = [(it.file.stem, it.coverage) for it in summary.outcomes if it.coverage is not None]
    for stem, ink in inks:
        report.say(f"{stem}: {ink:.1f} % ink (C + M + Y + K)")
    if len(inks) > 1:
        report.say(f"mean of {len(inks)} cards: {sum(ink for _, ink in inks) / len(inks):.1f} % ink")
    if not inks and any(card.suffix == ".pdf" for outcome in summary.outcomes for card in outcome.cards):
        report.say("ink is not measured: pip install 'cardgen[preview]'", err=True)


def _say_json(summary: Summary) -> None:
    made = [outcome for outcome in summary.outcomes if outcome.cards]
    report.say_json(
        {
            "cards": [
                {"stem": it.file.stem, "path": it.file.shown, "card": it.cards[0].as_posix()}
                | ({"sides": [side.as_posix() for side in it.cards]} if it.cards[1:] else {})
                for it in made
            ],
            **_told(summary),
        }
    )


def _told(summary: Summary) -> dict[str, Any]:
    return {
        "failed": list(summary.failed),
        "seconds": round(summary.seconds, 3),
        "problems": [report.problem_record(problem) for problem in summary.problems],
    }
