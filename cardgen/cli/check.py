"""`cardgen check`: guides in, every problem out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import options, report
from cardgen.cli.report import Summary, Talk
from cardgen.values.errors import ExitCode, Problem, Severity

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome
    from cardgen.pipeline.settings import CardSettings


@click.command("check", short_help="Tell every problem of each guide.")
@options.reading
@options.printing
@click.option(
    "--strict",
    is_flag=True,
    help="Also judge how plain and complete the text is; warnings count as errors.",
)
def command(*, strict: bool, **shared: Any) -> None:
    """Tell every problem of each guide, also what only shows in layout; exit with 1 when there are errors.

    With --strict it warns of a reading grade above 8 (Flesch-Kincaid), sentences over 20 words, steps over 60 words, more than
    5 points in a box, missing tips or mistakes, and guides of the same title and equipment, and any warning exits with 1.
    """
    from cardgen.bundle.batch import check_one

    request, settings = options.cards_of(shared)
    work = partial(check_one, settings=settings, selection=request.selection)
    summary = options.carry_out(request, work, label="guides")
    summary = _judged_strictly(summary) if strict else summary
    _say_json(summary) if request.as_json else _say(summary, request.talk, settings)
    click.get_current_context().exit(summary.exit_code)


def _say(summary: Summary, talk: Talk, settings: CardSettings) -> None:
    found = [*summary.lost]
    for outcome in summary.outcomes:
        asides = _asides(outcome, settings) if talk is Talk.VERBOSE else ()
        shown = _failing(outcome) if talk is Talk.QUIET else (*outcome.problems, *asides)
        found += report.down_the_file(shown)
    for _, of_one_file in groupby(found, key=lambda problem: problem.location.path):
        report.say_problems(of_one_file, err=False)
        report.say("")
    if talk is Talk.VERBOSE:
        report.say_traces(summary.outcomes)
    if told := report.serving_all(summary.problems):
        report.say(told)
    if talk is not Talk.QUIET:
        counts = (
            report.counted(summary.count(severity), severity.value) for severity in Severity if summary.count(severity)
        )
        report.say(f"{report.counted(len(summary.outcomes), 'guide')} checked: {', '.join(counts) or 'no problems'}")


def _judged_strictly(summary: Summary) -> Summary:
    """Return the summary with what the strict rules find, in each guide and among them; a warning fails a guide."""
    from cardgen.guide.strict import doubled_titles, judge_strictly

    doubled = doubled_titles(outcome.guide for outcome in summary.outcomes if outcome.guide)
    judged = []
    for outcome in summary.outcomes:
        problems = judge_strictly(outcome.guide, outcome.problems) if outcome.guide else outcome.problems
        problems += (doubled[outcome.file.shown],) if outcome.file.shown in doubled else ()
        warned = any(problem.severity is Severity.WARNING for problem in problems)
        code = max(outcome.exit_code, ExitCode.SOME_FAILED) if warned else outcome.exit_code
        judged.append(replace(outcome, problems=problems, exit_code=code))
    return replace(summary, outcomes=tuple(judged))


def _failing(outcome: Outcome) -> tuple[Problem, ...]:
    """Return what fails a guide: errors, or warnings where these do."""
    errors = report.of_weight(outcome.problems, Severity.ERROR)
    if errors or outcome.exit_code is ExitCode.OK:
        return errors
    return report.of_weight(outcome.problems, Severity.WARNING)


def _asides(outcome: Outcome, settings: CardSettings) -> tuple[Problem, ...]:
    """Return what its card does not print and what was read between the lines: no problems, but good to know."""
    from cardgen.guide.movement import movement_note
    from cardgen.guide.muscles.explain import muscles_note
    from cardgen.pipeline.omitted import omission_notes

    if outcome.guide is None:
        return ()
    note = muscles_note(outcome.guide)
    return (movement_note(outcome.guide), *((note,) if note else ()), *omission_notes(outcome.guide, settings))


def _say_json(summary: Summary) -> None:
    report.say_json(
        {
            "guides": len(summary.outcomes),
            **{f"{severity.value}s": summary.count(severity) for severity in Severity},
            "problems": [report.problem_record(problem) for problem in summary.problems],
        }
    )
