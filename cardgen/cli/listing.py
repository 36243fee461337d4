"""`cardgen list`: guides in, a table of what they hold out."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import options, report
from cardgen.cli.report import Summary, Talk
from cardgen.values.errors import Severity

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome

_PIPE_WIDTH = 200
"""Columns where no terminal sets them: the longest title and address stand on one line."""


@click.command("list", short_help="Show what the guides hold.")
@options.reading
def command(**shared: Any) -> None:
    """Show title, equipment, steps, video and problems of each guide."""
    from cardgen.bundle.batch import read_one

    request = options.request_of(shared)
    summary = options.carry_out(request, partial(read_one, selection=request.selection), label="guides")
    if request.as_json:
        from cardgen.cli.records import guide_record

        report.say_json([guide_record(outcome) for outcome in summary.outcomes])
    elif request.talk is not Talk.QUIET:
        _print_table(summary.outcomes)
    _say(summary, request.talk)
    click.get_current_context().exit(summary.exit_code)


def _say(summary: Summary, talk: Talk) -> None:
    options.shown_problems(summary, talk)
    if talk is Talk.VERBOSE:
        report.say_traces(summary.outcomes)


def _print_table(outcomes: tuple[Outcome, ...]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Title")
    table.add_column("Equipment")
    table.add_column("Steps", justify="right")
    table.add_column("Video", overflow="fold")
    table.add_column("Problems")
    for outcome in outcomes:
        # Text, not a string: brackets in a title are no markup
        table.add_row(*(Text(report.printable(cell)) for cell in _cells(outcome)))
    Console(width=None if sys.stdout and sys.stdout.isatty() else _PIPE_WIDTH).print(table)


def _cells(outcome: Outcome) -> tuple[str, ...]:
    guide = outcome.guide
    problems = _weighed(outcome)
    if guide is None:
        return (outcome.file.path.name, "", "", "", problems)
    video = guide.video.label if guide.video else "none"
    return (guide.title, guide.equipment, str(len(guide.steps)), video, problems)


def _weighed(outcome: Outcome) -> str:
    counts = (
        (sum(problem.severity is severity for problem in outcome.problems), severity.value) for severity in Severity
    )
    return ", ".join(report.counted(number, noun) for number, noun in counts if number and noun != Severity.NOTE.value)
