"""`cardgen import`: an open collection in, guides out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.cli import options, report
from cardgen.cli.report import Talk
from cardgen.values.errors import ExitCode, Problem, Severity

if TYPE_CHECKING:
    from cardgen.files.importers.exercise import Collection, Imported

F = TypeVar("F", bound=Callable[..., Any])


_NEWS = frozenset({"left-alone", "photos-left-out"})
"""Notes that everybody is told."""


@click.group("import", short_help="Make guides of an open collection of exercises.")
def command() -> None:
    """Make guides of an open collection of exercises. To do so twice changes nothing; a guide that was edited is left alone."""


def _importing(default: str) -> Callable[[F], F]:
    """Add the options of an import; `default`: where the guides go."""

    def decorate(command: F) -> F:
        for option in (
            click.option("-v", "--verbose", is_flag=True, help="Say everything."),
            click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
            click.option("--json", "as_json", is_flag=True, help="Print JSON for programs."),
            click.option(
                "-o",
                "--output",
                type=click.Path(path_type=Path, readable=False),
                default=Path(default),
                metavar="DIR",
                help=f"Where the guides go (default: {default}).",
            ),
        ):
            command = option(command)
        return command

    return decorate


@command.command("free-exercise-db")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option("--photos", "with_photos", is_flag=True, help="Take the photographs, too. Nobody knows whose they are.")
@click.option("--lang", default="en", metavar="TAG", help="The language of a translated copy, such as pt-BR.")
@click.option("--source", default="", metavar="TEXT", help="Where a copy by others is from; printed on its cards.")
@click.option("--license", "license_", default="", metavar="TEXT", help="The licence of a copy by others.")
@_importing("free-exercise-db")
def free_exercise_db(path: Path, with_photos: bool, lang: str, source: str, license_: str, **shared: Any) -> None:  # noqa: FBT001 - as click has it
    """Make guides of free-exercise-db (github.com/yuhonas/free-exercise-db; its texts are in the public domain).

    PATH is a copy of the collection, the exercises folder in it, or its dist/exercises.json; or a translated copy.
    """
    from cardgen.files.importers.free_exercise_db import Edition, Photos, find_entries

    photos = Photos.TAKEN if with_photos else Photos.LEFT
    edition = Edition(photos=photos, language=lang, source=source, license=license_)
    _carry_out(lambda: find_entries(path, edition), **shared)


@command.command("everkinetic")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@_importing("everkinetic")
def everkinetic(path: Path, **shared: Any) -> None:
    """Make guides with drawings of everkinetic (github.com/everkinetic/data, CC BY-SA 4.0, named on each card).

    PATH is a copy of the collection, its dist folder, or the md folder in that.
    """
    from cardgen.files.importers.everkinetic import find_entries

    _carry_out(lambda: find_entries(path), **shared)


@command.command("exercemus")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@_importing("exercemus")
def exercemus(file: Path, **shared: Any) -> None:
    """Make guides of exercemus (github.com/exercemus/exercises, MIT), with videos where it has them.

    FILE is its exercises.json.
    """
    from cardgen.files.importers.exercemus import find_entries

    _carry_out(lambda: find_entries(file), **shared)


@command.command("wger")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--lang", default="en", metavar="CODE", help="The language of the texts, such as de (default: en).")
@_importing("wger")
def wger(file: Path, lang: str, **shared: Any) -> None:
    """Make guides of an export of wger, with licence and authors at the foot of each card.

    FILE is what https://wger.de/api/v2/exerciseinfo/?format=json&limit=999 answers. Pictures and videos are not fetched.
    """
    from cardgen.files.importers.wger import find_entries

    _carry_out(lambda: find_entries(file, lang.lower()), **shared)


def _carry_out(find: Callable[[], Collection], *, output: Path, as_json: bool, **talk: bool) -> None:
    from cardgen.cli.progress import watched
    from cardgen.files.importers.keep import import_entries
    from cardgen.files.storage import prepare_folder

    options.require_working_folder()
    loud = options.talk_of(talk)
    collection = find()
    prepare_folder(output)
    outcomes = import_entries(collection.entries, output)
    if not as_json and loud is not Talk.QUIET:
        outcomes = watched(outcomes, total=len(collection.entries), label="guides")
    done = tuple(outcomes)
    problems = (*collection.problems, *(problem for outcome in done for problem in outcome.problems))
    if as_json:
        report.say_json(_record(done, problems))
    else:
        _say(done, problems, output, loud)
    click.get_current_context().exit(int(max((outcome.exit_code for outcome in done), default=ExitCode.OK)))


def _say(done: tuple[Imported, ...], problems: tuple[Problem, ...], folder: Path, talk: Talk) -> None:
    match talk:
        case Talk.VERBOSE:
            report.say_problems(problems)
        case Talk.NORMAL:
            # notes are for those who want to know all, but what is not imported is news
            left = [it for it in problems if it.severity is not Severity.NOTE or it.code in _NEWS]
            report.say_problems(left)
        case Talk.QUIET:
            report.say_problems(report.of_weight(problems, Severity.ERROR))
            return
    report.say(_summary(done, folder))


def _summary(done: tuple[Imported, ...], folder: Path) -> str:
    from cardgen.files.importers.exercise import Fate

    fates = Counter(outcome.fate for outcome in done)
    there = (Fate.NEW, Fate.UPDATED, Fate.UNCHANGED, Fate.LEFT_ALONE)
    counts = ", ".join(f"{fates[fate]} {fate.value}" for fate in there if fates[fate])
    photos = sum(outcome.photos for outcome in done)
    pictures = f", {report.counted(photos, 'picture')}" if photos else ""
    guides = report.counted(sum(fates[fate] for fate in there), "guide")
    told = f"{guides} in {folder.as_posix().rstrip('/')}/{f' ({counts})' if counts else ''}{pictures}"
    for fate in (Fate.LEFT_OUT, Fate.FAILED):
        if names := [outcome.name for outcome in done if outcome.fate is fate]:
            told += f"; {len(names)} {fate.value}: {report.listed(names)}"
    return told


def _record(done: tuple[Imported, ...], problems: tuple[Problem, ...]) -> dict[str, Any]:
    return {
        "guides": [
            {
                "name": outcome.name,
                "fate": outcome.fate.value,
                "path": outcome.path or None,
                "photographs": outcome.photos,
            }
            for outcome in done
        ],
        "problems": [report.problem_record(problem) for problem in problems],
    }
