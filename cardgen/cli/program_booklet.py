"""`cardgen booklet --program`: a program in, a booklet for a client out; with `--clients` one for each row of a table."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import formats, options, report
from cardgen.cli.report import Talk
from cardgen.errors import ExitCode, Problem, ProgramError, Severity, UsageError

if TYPE_CHECKING:
    from cardgen.program.model import Program
    from cardgen.program.resolve import Resolved
    from cardgen.program_booklet import ProgramSettings
    from cardgen.settings import CardSettings

OUTPUT = "output/program"
ORDERS = ("day", "position")


def bind_program(output: Path | None, shared: dict[str, Any]) -> None:
    """Bind the booklet of a program, and end with an exit code."""
    from cardgen.batch import process_count
    from cardgen.program_booklet import make_program

    started = time.perf_counter()
    request, settings = options.cards_of(shared)
    rendition = formats.rendition_of(shared, settings.sheet, output=output)
    path = formats.output_of(output, OUTPUT, rendition)
    program, resolved, told = read_plan(shared["program"], request)
    asked = program_settings(shared, _with_logo(settings, program))
    made = make_program(program, resolved, asked, hands=process_count(len(resolved.unique), request.jobs))
    problems = (*told, *(problem for draft in made.drafts for problem in draft.problems))
    written = formats.write_document(made.document, path, rendition)
    _say(problems, request.talk)
    if made.document and request.talk is not Talk.QUIET:
        pages = report.counted(len(made.document.pages), "page")
        seconds = time.perf_counter() - started
        days = report.counted(len(program.days), "day")
        report.say(f"{days}, {report.counted(len(resolved.unique), 'exercise')} on {pages} in {written.named()} ({seconds:.1f} s)")
    elif not made.document:
        report.say(f"nothing written: every exercise of a program has its card, and one cannot be made", err=True)
    click.get_current_context().exit(int(ExitCode.OK if made.document else ExitCode.SOME_FAILED))


def read_plan(path: Path, request: options.Request) -> tuple[Program, Resolved, tuple[Problem, ...]]:
    """Return a program, the guides that it means, and warnings; raise ProgramError with all that is wrong."""
    from cardgen.batch import read_one
    from cardgen.program.advice import advise
    from cardgen.program.read import read_program
    from cardgen.program.resolve import resolve

    program = read_program(path, shown=path.as_posix())
    read = options.carry_out(options.unmarked(request), partial(read_one, selection=request.selection), label="guides")
    guides = [it.guide for it in read.outcomes if it.guide]
    broken = {it.file.stem: it.file.shown for it in read.outcomes if it.guide is None}
    resolved = resolve(program, guides, broken=broken)
    warnings = advise(program, resolved)
    if resolved.problems:
        raise ProgramError((*resolved.problems, *warnings))
    return program, resolved, warnings


def program_settings(shared: dict[str, Any], settings: CardSettings) -> ProgramSettings:
    """Return how the booklet is made."""
    from cardgen.bundle.program.parts import CardOrder, Records
    from cardgen.program_booklet import ProgramSettings

    if shared["no_log"] and shared["log_only"]:
        raise UsageError("--no-log and --log-only contradict each other", hint="give one of them")
    records = Records.ALONE if shared["log_only"] else Records.WITHOUT if shared["no_log"] else Records.WITH
    order = shared["order"] if shared["order"] in ORDERS else ORDERS[0]
    return ProgramSettings(card=settings, order=CardOrder(order), records=records)


def _with_logo(settings: CardSettings, program: Program) -> CardSettings:
    """Return the settings with the trainer's logo in the place of the gym's, where the program names one."""
    from cardgen.layout.pages.program.cover import LOGO
    from cardgen.pipeline import open_logo

    if not program.trainer.logo:
        return settings
    logo = open_logo(Path(program.trainer.logo), settings.sheet, settings.orientation, room=LOGO)
    return replace(settings, brand=replace(settings.brand, logo=logo))


def _say(problems: tuple[Problem, ...], talk: Talk) -> None:
    if talk is Talk.VERBOSE:
        report.say_problems(problems)
        return
    report.say_problems(report.of_weight(problems, Severity.ERROR))
    if talk is Talk.NORMAL and (warnings := len(report.of_weight(problems, Severity.WARNING))):
        report.say(f"{report.counted(warnings, 'warning')}: -v shows them", err=True)
