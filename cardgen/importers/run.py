"""The entries of a collection in, an outcome for each out: read, written where that changes anything. Knows no collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cardgen.errors import ExitCode, Location, OutputError, Problem, Severity
from cardgen.importers.exercise import Entry, Fate, Imported
from cardgen.importers.keep import Keeper


def import_entries(entries: Iterable[Entry], folder: Path) -> Iterator[Imported]:
    """Yield what became of each entry; the folder must be there."""
    keeper = Keeper(folder=folder)
    for entry in entries:
        read = entry.read()
        if read.exercise is None:
            failed = any(problem.severity is Severity.ERROR for problem in read.problems)
            fate, code = (Fate.FAILED, ExitCode.SOME_FAILED) if failed else (Fate.LEFT_OUT, ExitCode.OK)
            yield Imported(name=read.name, fate=fate, problems=read.problems, exit_code=code)
            continue
        try:
            yield keeper.keep(read.exercise, read.problems, entry.shown)
        except OutputError as error:
            location = Location(path=entry.shown)
            problem = Problem(
                severity=Severity.ERROR, code="output", message=error.message, location=location, hint=error.hint
            )
            problems = (*read.problems, problem)
            yield Imported(name=read.name, fate=Fate.FAILED, problems=problems, exit_code=error.exit_code)
