"""`cardgen booklet --program`: a program in, a booklet for a client out; with `--clients` one for each row of a table."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.cli import formats, options, report
from cardgen.cli.report import Talk
from cardgen.values.errors import ExitCode, Problem, ProgramError, Severity, UsageError
from cardgen.values.use import Detail

if TYPE_CHECKING:
    from cardgen.bundle.client_booklets import ClientOutcome
    from cardgen.bundle.program_booklet import ProgramSettings
    from cardgen.cli.formats import Written
    from cardgen.files.plans import Plan
    from cardgen.pipeline.rendition import Rendition
    from cardgen.pipeline.settings import CardSettings
    from cardgen.program.model import Program
    from cardgen.program.resolve import Resolved

OUTPUT, FOLDER = "output/program", Path("output/clients")
"""Where it goes when no option says where: a booklet, and the booklets of many clients."""
ORDERS = ("day", "position")
LARGE_LEAST = "a5"
"""The smallest sheet for a large-print booklet; most cards need a larger one, which is said of each."""

F = TypeVar("F", bound=Callable[..., Any])


def programming(command: F) -> F:
    """Add the options that make the booklet of a program."""
    decorators = (
        click.option(
            "--program",
            type=click.Path(path_type=Path, readable=False),
            metavar="FILE",
            help="A training program (YAML): its plan, its cards with what is prescribed, and pages to write on.",
        ),
        click.option("--no-log", is_flag=True, help="Without pages to write results on."),
        click.option("--log-only", is_flag=True, help="Those pages alone."),
        click.option(
            "--clients",
            type=click.Path(path_type=Path, readable=False),
            metavar="CSV",
            help="A booklet of the program for each row; columns: client, start, title, goal, exercises for their loads.",
        ),
        click.option(
            "--names",
            metavar="PATTERN",
            help="What those booklets are named (default: {row:03}-{client}; also {title}).",
        ),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def bind_any_program(output: Path | None, shared: dict[str, Any]) -> None:
    """Write the booklet of the program that is asked for and end; without one, refuse what only a program has."""
    if shared["program"]:
        _bind_program(output, shared)
    for name, option in (
        ("clients", "--clients"),
        ("names", "--names"),
        ("no_log", "--no-log"),
        ("log_only", "--log-only"),
    ):
        if shared[name]:
            raise UsageError(f"{option} is for the booklet of a program", hint="add --program FILE")
    if shared["order"] in ORDERS:
        raise UsageError(f"--order {shared['order']} is for the booklet of a program", hint="add --program FILE")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A program that is being printed, and how much is said about it."""

    program: Program
    resolved: Resolved
    settings: ProgramSettings
    rendition: Rendition
    problems: tuple[Problem, ...]
    """What there is to say about the settings and the program file."""
    talk: Talk
    as_json: bool
    hands: int
    started: float

    def say_problems(self, problems: Iterable[Problem]) -> None:
        """Say errors always, warnings too unless all is to be quiet, notes with -v; JSON holds them itself."""
        if self.as_json:
            return
        weights = {
            Talk.QUIET: (Severity.ERROR,),
            Talk.NORMAL: (Severity.ERROR, Severity.WARNING),
            Talk.VERBOSE: tuple(Severity),
        }
        report.say_problems(report.of_weight(problems, *weights[self.talk]))


def _bind_program(output: Path | None, shared: dict[str, Any]) -> None:
    """Write the booklet of a program, or one for each client, and end with an exit code."""
    from cardgen.bundle.batch import process_count
    from cardgen.cli.settings import card_settings, config_of
    from cardgen.layout.forms.cover import LOGO as LOGO_ROOM

    started = time.perf_counter()
    options.require_working_folder()
    _refuse_library_options(shared, output)
    talk = options.talk_of(shared)
    config = config_of(shared)
    card = card_settings(shared, config, logo_room=LOGO_ROOM)
    _require_room(card)
    rendition = formats.rendition_of(shared, card.sheet, output=None if shared["clients"] else output)
    path = Path() if shared["clients"] else formats.output_of(output, OUTPUT, rendition)
    plan = _plan_of(shared)
    if plan.program is None or plan.resolved is None:
        raise AssertionError("a program without errors has its guides")
    job = _Job(
        program=plan.program,
        resolved=plan.resolved,
        settings=_settings(shared, _with_logo(card, plan.program)),
        rendition=rendition,
        problems=(*config.problems, *plan.problems),
        talk=talk,
        as_json=shared["as_json"],
        hands=process_count(len(plan.resolved.unique), shared["jobs"]),
        started=started,
    )
    code = _bind_clients(job, output or FOLDER, shared) if shared["clients"] else _bind_one(job, path)
    click.get_current_context().exit(code)


def _refuse_library_options(shared: dict[str, Any], output: Path | None) -> None:
    """Refuse options that a program's booklet has no use for, rather than pass over them, and those that contradict."""
    for name, option in (("title", "--title"), ("subtitle", "--subtitle")):
        if shared[name]:
            raise UsageError(f"{option} is for a booklet without a program", hint="write it into the program file")
    if shared["only"]:
        raise UsageError(
            "--only is for a booklet without a program", hint="leave it out: the program says which guides"
        )
    if shared["group_by"] not in (None, "none"):
        raise UsageError(
            "--group-by is for a booklet without a program", hint="leave it out, or sort the cards: --order position"
        )
    if shared["order"] not in (None, *ORDERS):
        raise UsageError(f"--order {shared['order']} is for a booklet without a program", hint="day or position")
    if shared["detail"] and Detail(shared["detail"]).is_poster:
        raise UsageError(
            f"--detail {shared['detail']} is for posters", hint="leave it out; `cardgen circuit` makes posters"
        )
    if shared["no_log"] and shared["log_only"]:
        raise UsageError("--no-log and --log-only contradict each other", hint="give one of them")
    if shared["clients"] and output and output.suffix.casefold().removeprefix(".") in formats.FORMATS:
        hint = f"name a folder, such as -o {output.with_suffix('').as_posix()}; --names says what files are called"
        raise UsageError(f"many booklets cannot be written to {output.as_posix()}", hint=hint)
    if shared["names"] and not shared["clients"]:
        raise UsageError("--names is for many clients", hint="add --clients CSV, or name the file with -o")


def _require_room(card: CardSettings) -> None:
    """Refuse large print on sheets that have no room for its tables."""
    from cardgen.values.stock import parse_sheet
    from cardgen.values.use import Edition

    side = min(card.sheet.width, card.sheet.height)
    if card.use.edition is Edition.LARGE_PRINT and side < parse_sheet(LARGE_LEAST).width - 1:
        raise UsageError(
            f"{card.sheet.name} is too small for large print", hint=f"take a larger sheet: --size {LARGE_LEAST}"
        )


def _plan_of(shared: dict[str, Any]) -> Plan:
    """Return the program with its guides; ProgramError where it has errors."""
    from cardgen.cli.programs import names_in
    from cardgen.cli.settings import config_of
    from cardgen.files.collection import Depth
    from cardgen.files.plans import program_files, read_names, read_plan

    path: Path = shared["program"]
    if path.is_dir():
        raise UsageError(f"{path.as_posix()} is a folder", hint="name one program in it")
    (path,) = program_files([path])
    depth = Depth.DEEP if shared["recursive"] else Depth.FLAT
    headings = config_of(shared).headings
    names = read_names(shared["guides"], depth=depth, headings=headings) if shared["guides"] else names_in(None)
    plan = read_plan(path, names)
    if plan.has_errors:
        raise ProgramError(report.of_weight(plan.problems, Severity.ERROR))
    return plan


def _settings(shared: dict[str, Any], card: CardSettings) -> ProgramSettings:
    from cardgen.bundle.program.parts import CardOrder, Records
    from cardgen.bundle.program_booklet import ProgramSettings

    records = Records.WITHOUT if shared["no_log"] else Records.ALONE if shared["log_only"] else Records.WITH
    return ProgramSettings(card=card, order=CardOrder(shared["order"] or ORDERS[0]), records=records)


def _with_logo(card: CardSettings, program: Program) -> CardSettings:
    """Return the settings with the trainer's logo in place of the gym's, where the program names one that is there."""
    from cardgen.layout.forms.cover import LOGO
    from cardgen.pipeline.stages import open_logo

    logo = Path(program.trainer.logo)
    if not program.trainer.logo or not logo.is_file():
        return card
    pixels = open_logo(logo, card.sheet, card.orientation, room=LOGO, ink=card.theme.mode)
    return replace(card, brand=replace(card.brand, logo=pixels))


def _bind_one(job: _Job, path: Path) -> int:
    """Write the booklet of a program, and say what became of it."""
    from cardgen.bundle.program_booklet import make_program

    made = make_program(job.program, job.resolved, job.settings, hands=job.hands)
    problems = (*job.problems, *(problem for draft in made.drafts for problem in draft.problems))
    job.say_problems(problems)
    if made.document is None:
        for draft in made.drafts:
            if job.talk is Talk.VERBOSE and draft.trace:
                report.say(draft.trace.rstrip(), err=True)
        failed = [draft.guide.path for draft in made.drafts if not draft.pages]
        told = f"nothing written: a program is not printed without {report.named(failed)}"
        report.say(told, err=True)
        return int(ExitCode.SOME_FAILED)
    written = formats.write_document(made.document, path, job.rendition)
    pages = report.counted(len(made.document.pages), "page")
    if job.as_json:
        report.say_json(_record(job, written, len(made.document.pages), problems))
    elif job.talk is not Talk.QUIET:
        if written.left:  # nobody is to take them for a part of this
            report.say(f"left from before, and left alone: {report.named(written.left)}", err=True)
        cards = report.counted(len(made.drafts), "exercise") if made.drafts else "log"
        report.say(f"{cards} on {pages} in {written.named()} ({time.perf_counter() - job.started:.1f} s)")
    return int(ExitCode.OK)


def _bind_clients(job: _Job, folder: Path, shared: dict[str, Any]) -> int:
    """Write a booklet for each row of a list; whatever is wrong with one, the others are written."""
    from cardgen.bundle.batch import run
    from cardgen.bundle.client_booklets import ClientRequest, bind_client
    from cardgen.cli.progress import watched
    from cardgen.files.storage import prepare_folder, unsafe_name
    from cardgen.pipeline.glyph_check import can_print
    from cardgen.program.clients import read_clients
    from cardgen.program.filenames import USUAL_PATTERN, read_pattern

    pattern = read_pattern(shared["names"] or USUAL_PATTERN, unsafe_name)
    found = read_clients(shared["clients"], job.program, job.resolved, pattern, can_print=can_print)
    prepare_folder(folder)
    request = ClientRequest(resolved=job.resolved, settings=job.settings, folder=folder, rendition=job.rendition)
    work = partial(bind_client, request=request)
    with closing(run(found.clients, work, jobs=shared["jobs"])) as outcomes:
        is_shown = job.talk is not Talk.QUIET and not job.as_json
        watching = watched(outcomes, total=len(found.clients), label="clients") if is_shown else outcomes
        done = tuple(watching)
    problems = (*job.problems, *found.problems, *_once(done))
    job.say_problems(problems)
    for outcome in done:
        if job.talk is Talk.VERBOSE and outcome.trace:
            report.say(outcome.trace.rstrip(), err=True)
    written = sum(outcome.pages > 0 for outcome in done)
    rows = {problem.location.line for problem in found.problems if problem.severity is Severity.ERROR}
    lost = len(rows) + len(done) - written
    if job.as_json:
        report.say_json(_clients_record(job, folder, done, problems))
    elif job.talk is not Talk.QUIET:
        seconds = time.perf_counter() - job.started
        failed = f", {report.counted(lost, 'row')} failed" if lost else ""
        report.say(f"{report.counted(written, 'booklet')} in {folder.as_posix()}/ ({seconds:.1f} s){failed}")
    unwritable = any(problem.code == "output" for outcome in done for problem in outcome.problems)
    return int(ExitCode.OUTPUT if unwritable else ExitCode.SOME_FAILED if lost else ExitCode.OK)


def _once(outcomes: Iterable[ClientOutcome]) -> tuple[Problem, ...]:
    """Return the problems of all booklets; what holds for an exercise holds in each, and is told once."""
    return tuple(dict.fromkeys(problem for outcome in outcomes for problem in outcome.problems))


def _record(job: _Job, written: Written, pages: int, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """Return a booklet as JSON has it, without the client."""
    return {
        "booklet": written.files[0].as_posix(),
        "files": [path.as_posix() for path in written.files],
        "program": job.program.path,
        "pages": pages,
        "guides": [guide.stem for guide in job.resolved.unique],
        "seconds": round(time.perf_counter() - job.started, 3),
        "problems": [report.problem_record(problem) for problem in problems],
    }


def _clients_record(
    job: _Job, folder: Path, done: tuple[ClientOutcome, ...], problems: tuple[Problem, ...]
) -> dict[str, Any]:
    """Return what became of each row as JSON has it: rows by number, for files may bear the names of clients."""
    return {
        "folder": folder.as_posix(),
        "program": job.program.path,
        "rows": [{"row": outcome.row, "pages": outcome.pages} for outcome in done],
        "seconds": round(time.perf_counter() - job.started, 3),
        "problems": [report.problem_record(problem) for problem in problems],
    }
