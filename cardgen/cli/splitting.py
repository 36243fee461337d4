"""`cardgen split`: a library of exercises in one file in, a guide of each out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import options, report
from cardgen.cli.report import Talk
from cardgen.values.errors import ExitCode, Location, Problem, Severity

if TYPE_CHECKING:
    from cardgen.files.library_parts import Library


_WEIGHTS = {
    Talk.QUIET: (Severity.ERROR,),
    Talk.NORMAL: (Severity.ERROR, Severity.WARNING),
    Talk.VERBOSE: tuple(Severity),
}
"""What is said at each loudness."""


@click.command("split", short_help="Make a guide of each exercise of a library in one file.")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    default=Path("guides"),
    metavar="DIR",
    help="Where the guides go (default: guides).",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say everything.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
def command(file: Path, output: Path, *, as_json: bool, **talk: bool) -> None:
    """Make a guide of each exercise in FILE, a library with a heading for each; the file itself stays as it is.

    A guide that is there already is never written over. What stands in no exercise is named.
    """
    from cardgen.files.library_parts import part_library

    loud = options.talk_of(talk)
    library = part_library(file)
    made = _write(library, output)
    problems = report.down_the_file((*library.problems, *made.problems))
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    if as_json:
        report.say_json(_record(made, problems))
    else:
        report.say_problems(report.of_weight(problems, *_WEIGHTS[loud]))
        if loud is not Talk.QUIET:
            report.say(_summary(made, output))
    click.get_current_context().exit(int(ExitCode.SOME_FAILED if failed else ExitCode.OK))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """Files and what became of them."""

    written: tuple[str, ...]
    there: tuple[str, ...]
    """Those that held the same text already."""
    problems: tuple[Problem, ...]


def _write(library: Library, folder: Path) -> _Made:
    from cardgen.files.storage import prepare_folder, write_file

    prepare_folder(folder)
    written, there, problems = [], [], []
    for guide in library.guides:
        path = folder / f"{guide.stem}.md"
        data = guide.text.encode("utf-8", "surrogatepass")
        if path.is_file() and path.read_bytes() == data:
            there.append(path.as_posix())
        elif path.exists() or path.is_symlink():
            problems.append(_in_the_way(path, guide.name))
        else:
            write_file(path, data)
            written.append(path.as_posix())
    return _Made(written=tuple(written), there=tuple(there), problems=tuple(problems))


def _in_the_way(path: Path, name: str) -> Problem:
    return Problem(
        severity=Severity.ERROR,
        code="left-alone",
        message=f'is here already and is left as it is: "{name}" was not written',
        location=Location(path=path.as_posix()),
        hint="move it, or choose another folder with -o",
    )


def _summary(made: _Made, folder: Path) -> str:
    told = f"{report.counted(len(made.written), 'guide')} in {folder.as_posix().rstrip('/')}/"
    if made.written:
        told += f": {report.named(made.written)}"
    return f"{told}; {len(made.there)} there already" if made.there else told


def _record(made: _Made, problems: list[Problem]) -> dict[str, Any]:
    return {
        "written": list(made.written),
        "unchanged": list(made.there),
        "problems": [report.problem_record(problem) for problem in problems],
    }
