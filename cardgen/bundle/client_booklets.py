"""Rows of a list of clients in, a booklet for each written out, with its outcome.

A client's name stands on paper and in the title of the file alone: no problem holds it, nor the name of a file.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.bundle.program_booklet import ProgramSettings, make_program
from cardgen.files.storage import reason_of, write_file
from cardgen.pipeline.rendition import AS_PDF, Rendition, paint_document
from cardgen.program.clients import Client
from cardgen.program.resolve import Resolved
from cardgen.values.errors import OutputError, Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRequest:
    """All that is the same for every client."""

    resolved: Resolved
    settings: ProgramSettings
    folder: Path
    rendition: Rendition = AS_PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientOutcome:
    """What became of one row."""

    row: int
    pages: int = 0
    """0 where no booklet was written."""
    problems: tuple[Problem, ...] = ()
    trace: str = ""
    """Where an unexpected exception came from, for `-v`."""


def bind_client(client: Client, *, request: ClientRequest) -> ClientOutcome:
    """Write the booklet of one client; whatever goes wrong, the others are still made."""
    try:
        made = make_program(client.program, request.resolved, request.settings)
        problems = tuple(problem for draft in made.drafts for problem in draft.problems)
        if made.document is None:
            told = _error(client, "no-booklet", "no booklet: one of its cards cannot be made")
            return ClientOutcome(row=client.row, problems=(told, *problems))
        path = request.folder / f"{client.stem}{request.rendition.format.suffix}"
        for file, data in paint_document(made.document, path, request.rendition):
            write_file(file, data)
        return ClientOutcome(row=client.row, pages=len(made.document.pages), problems=problems)
    except OutputError as error:
        reason = reason_of(error.__cause__) if isinstance(error.__cause__, OSError) else "its name is in the way"
        told = _error(client, "output", f"its booklet cannot be written: {reason}")
        return ClientOutcome(row=client.row, problems=(told,))
    except Exception as error:  # noqa: BLE001 - whatever one row sets off, the others are still made
        told = _error(client, "internal", f"unexpected {type(error).__name__}")
        hint = "this is a fault of cardgen, not of the row; -v shows where"
        return ClientOutcome(row=client.row, problems=(replace(told, hint=hint),), trace=traceback.format_exc())


def _error(client: Client, code: str, message: str) -> Problem:
    return Problem(severity=Severity.ERROR, code=code, message=message, location=client.location)
