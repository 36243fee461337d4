"""`cardgen booklet --program`: a program in, a booklet for a client out; with `--clients` one for each row of a table."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.cli import formats, options, report
from cardgen.cli.report import Talk
from cardgen.errors import ExitCode, Problem, ProgramError, Severity, UsageError

if TYPE_CHECKING:
    from cardgen.client_booklets import ClientOutcome
    from cardgen.program.clients import Clients
    from cardgen.program.model import Program
    from cardgen.program.resolve import Resolved
    from cardgen.program_booklet import ProgramSettings
    from cardgen.settings import CardSettings

OUTPUT, FOLDER = "output/program", Path("output/clients")
"""Where it goes when no option says where: a booklet, and the booklets of many clients."""
ORDERS = ("day", "position")

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
            "--names", metavar="PATTERN", help="What those booklets are named (default: {row:03}-{client}; also {title})."
        ),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def require_program(shared: dict[str, Any]) -> None:
    """Refuse options that mean nothing without a program."""
    for name, option in (("clients", "--clients"), ("names", "--names"), ("no_log", "--no-log"), ("log_only", "--log-only")):
        if shared[name]:
            raise UsageError(f"{option} is for the booklet of a program", hint="add --program FILE")
    if shared["order"] in ORDERS:
        raise UsageError(f"--order {shared['order']} is for the booklet of a program", hint="add --program FILE")


def bind_program(output: Path | None, shared: dict[str, Any]) -> None:
    """Write the booklet of a program, or one for each client, and end with an exit code."""
    started = time.perf_counter()
    _refuse_library_options(shared)
    request, settings = options.cards_of(shared)
    rendition = formats.rendition_of(shared, settings.sheet, output=None if shared["clients"] else output)
    program, resolved, told = _plan_of(shared["program"], request)
    asked = _settings(shared, _with_logo(settings, program))
    if shared["clients"]:
        code = _bind_clients(output or FOLDER, shared, (program, resolved, asked, rendition), request, told, started)
    else:
        path = formats.output_of(output, OUTPUT, rendition)
        code = _bind_one(path, (program, resolved, asked, rendition), request, told, started)
    click.get_current_context().exit(int(code))
