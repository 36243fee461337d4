"""The entries of a collection in, an outcome for each out: read, written where that changes anything. Knows no collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cardgen.files.importers.exercise import Entry, Fate, Imported, Read
from cardgen.files.importers.keep import Keeper
from cardgen.values.errors import ExitCode, Location, OutputError, Problem, Severity


def import_entries(entries: Iterable[Entry], folder: Path) -> Iterator[Imported]:
    """Yield what became of each entry; the folder must be there."""
    keeper = Keeper(folder=folder)
    for entry in entries:
        try:
            read = entry.read()
            yield _unmade(read) if read.exercise is None else keeper.keep(read.exercise, read.problems, entry.shown)
        except OutputError as error:
            yield _failed(entry, "output", error.message, error.hint, error.exit_code)
        except Exception as error:  # noqa: BLE001 - whatever one record sets off, the others are still made
            message = f"unexpected {type(error).__name__}: {error}".splitlines()[0]
            yield _failed(entry, "internal", message, "this is a fault of cardgen, not of the record")


def _unmade(read: Read) -> Imported:
    """Return the outcome of an entry that no guide can be made of."""
    failed = any(problem.severity is Severity.ERROR for problem in read.problems)
    fate, code = (Fate.FAILED, ExitCode.SOME_FAILED) if failed else (Fate.LEFT_OUT, ExitCode.OK)
    return Imported(name=read.name, fate=fate, problems=read.problems, exit_code=code)


def _failed(entry: Entry, code: str, message: str, hint: str, exit_code: ExitCode = ExitCode.SOME_FAILED) -> Imported:
    location = Location(path=entry.shown)
    problem = Problem(severity=Severity.ERROR, code=code, message=message, location=location, hint=hint)
    name = entry.shown.rsplit("/", 1)[-1]
    return Imported(name=name, fate=Fate.FAILED, problems=(problem,), exit_code=exit_code)
