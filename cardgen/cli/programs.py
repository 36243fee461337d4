"""`cardgen program`: programs to fill in, and every problem of those that are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import report
from cardgen.cli.new import stem_of_words
from cardgen.cli.options import CONTENT, require_working_folder
from cardgen.values.errors import ExitCode, OutputError, Severity, UsageError

if TYPE_CHECKING:
    from cardgen.files.plans import Plan
    from cardgen.program.resolve import Names

PROGRAMS = Path("programs")
"""Where programs are when nobody says where."""


@click.group("program", short_help="Start a training program, or tell every problem of one.")
def command() -> None:
    """Training programs: days of exercises with sets, repetitions and loads, a YAML file each."""


@command.command("new", short_help="Start a program: a file to fill in.")
@click.argument("name")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    default=PROGRAMS,
    metavar="DIR",
    help="Where the program goes (default: programs).",
)
def new(name: str, output: Path) -> None:
    """Start a program called NAME, such as "First Month": a commented file to fill in, which changes none that exists.

    Beside it lies program.schema.json, by which editors complete and check what is typed.
    """
    from cardgen.files.storage import prepare_folder, write_file
    from cardgen.program.template import template

    stem = stem_of_words(name)
    path = output / f"{stem}.yaml"
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path.as_posix()} is here already", hint="edit it, or choose another name")
    prepare_folder(output)
    write_file(path, template(" ".join(name.split()), _stems()).encode())
    put_schema(output)
    report.say(path.as_posix())


@command.command("check", short_help="Tell every problem of each program.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="FILE...")
@click.option(
    "--guides",
    type=click.Path(path_type=Path, readable=False),
    metavar="DIR",
    help="Where the guides of the exercises are (default: content).",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def check(files: tuple[Path, ...], guides: Path | None, *, as_json: bool, quiet: bool) -> None:
    """Tell every problem of each program, then its days, exercises and minutes a day; exit with 1 when there are errors.

    FILE may be a folder: the programs in it are meant.
    """
    from cardgen.files.plans import program_files, read_plan

    require_working_folder()
    paths = program_files(files)
    names = names_in(guides)
    plans = [read_plan(path, names) for path in paths]
    if as_json:
        report.say_json([_record(plan) for plan in plans])
    else:
        _say(plans, quiet=quiet)
    failed = any(plan.has_errors for plan in plans)
    click.get_current_context().exit(int(ExitCode.SOME_FAILED if failed else ExitCode.OK))


def names_in(folder: Path | None) -> Names:
    """Return the guides of a folder by name; those in content/ where none is named."""
    from cardgen.cli.settings import config_of
    from cardgen.files.plans import read_names

    if folder is None and not CONTENT.is_dir():
        hint = "`cardgen init` puts sample guides there; or name a folder with --guides"
        raise UsageError("there is no folder content/ here", hint=hint)
    return read_names([folder or CONTENT], headings=config_of({}).headings)


def put_schema(folder: Path) -> bool:
    """Write the schema into a folder unless one is there; tell whether it was written."""
    from cardgen.files.storage import write_file
    from cardgen.program.schema import SCHEMA_NAME, schema_text

    path = folder / SCHEMA_NAME
    if path.exists() or path.is_symlink():
        return False
    write_file(path, schema_text().encode())
    return True


def _stems() -> list[str]:
    """Return the names of a few guides that are here."""
    found = sorted(path.stem for path in CONTENT.glob("*.md") if path.stem.casefold() != "readme")
    return found[:4]


def _say(plans: list[Plan], *, quiet: bool) -> None:
    for plan in plans:
        problems = report.of_weight(plan.problems, Severity.ERROR) if quiet else plan.problems
        report.say_problems(problems, err=False)
        if plan.program is not None and not plan.has_errors and not quiet:
            report.say(f"{plan.path.as_posix()}: {_summary(plan)}")


def _summary(plan: Plan) -> str:
    """Return a program in one line: `3 days, 14 exercises, about 35, 40 and 35 minutes`."""
    from cardgen.program.sums import EXACT_UP_TO, day_minutes, day_seconds, is_timed, minutes_of

    if plan.program is None or plan.resolved is None:
        return ""
    exercises = report.counted(len(plan.resolved.unique), "exercise")
    days = plan.program.days
    if len(days) == 1 and is_timed(days[0]):
        return f"a circuit, {exercises}, {report.counted(minutes_of(day_seconds(days[0])), 'minute')}"
    minutes = [day_minutes(day) for day in days]
    *first, last = map(str, minutes)
    listed = f"{', '.join(first)} and {last}" if first else last
    about = "about " if max(minutes) > EXACT_UP_TO else ""
    return f"{report.counted(len(days), 'day')}, {exercises}, {about}{listed} minutes"


def _record(plan: Plan) -> dict[str, Any]:
    """Return a program as JSON has it, without the client."""
    from cardgen.program.sums import day_minutes

    days = plan.program.days if plan.program else ()
    return {
        "path": plan.path.as_posix(),
        "title": plan.program.title if plan.program else None,
        "weeks": plan.program.weeks if plan.program else None,
        "days": [{"name": it.name, "exercises": len(it.exercises), "minutes": day_minutes(it)} for it in days],
        "guides": [guide.stem for guide in plan.resolved.unique] if plan.resolved else [],
        "problems": [report.problem_record(problem) for problem in plan.problems],
    }
