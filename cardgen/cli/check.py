"""`cardgen check`: guides in, every problem out."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import Any

import click

from cardgen.cli import options, report
from cardgen.cli.report import Summary, Talk
from cardgen.errors import Severity


@click.command("check", short_help="Tell every problem of each guide.")
@options.reading
@options.size
def command(size: str | None, **shared: Any) -> None:
    """Tell every problem of each guide, also what only shows in layout; exit with 1 when there are errors."""
    from cardgen.batch import check_one

    request = options.request_of(shared)
    settings = options.settings_of(size, request)
    work = partial(check_one, settings=settings, selection=request.selection)
    summary = options.carry_out(request, work, label="guides")
    options.require_some(summary, request)
    _say_json(summary) if request.as_json else _say(summary, request.talk)
    click.get_current_context().exit(summary.exit_code)


def _say(summary: Summary, talk: Talk) -> None:
    problems = summary.problems
    if talk is Talk.QUIET:
        problems = report.of_weight(problems, Severity.ERROR)
    for _, of_one_file in groupby(problems, key=lambda problem: problem.location.path):
        report.say_problems(of_one_file, err=False)
        report.say("")
    if talk is Talk.VERBOSE:
        report.say_traces(summary.outcomes)
    if talk is not Talk.QUIET:
        counts = (
            report.counted(summary.count(severity), severity.value) for severity in Severity if summary.count(severity)
        )
        report.say(f"{report.counted(len(summary.outcomes), 'guide')} checked: {', '.join(counts) or 'no problems'}")


def _say_json(summary: Summary) -> None:
    report.say_json(
        {
            "guides": len(summary.outcomes),
            **{f"{severity.value}s": summary.count(severity) for severity in Severity},
            "problems": [report.problem_record(problem) for problem in summary.problems],
        }
    )
