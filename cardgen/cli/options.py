"""The options that commands share, and what they ask for as one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.cli.report import Summary, Talk, note_verbose, of_weight, say_problems
from cardgen.errors import Severity, UsageError

if TYPE_CHECKING:
    from cardgen.batch import Collection, Work
    from cardgen.config import Config
    from cardgen.pipeline import CardSettings
    from cardgen.selection import Selection
    from cardgen.stock import Sheet

CONTENT = Path("content")
"""Where guides are when no argument says where."""

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What every command that reads guides is asked."""

    selection: Selection
    found: Collection
    jobs: int | None
    talk: Talk
    as_json: bool

    @property
    def shows_progress(self) -> bool:
        """Whether a person may watch: a bar beside JSON or in quiet mode would be noise."""
        return not self.as_json and self.talk is not Talk.QUIET


def reading(command: F) -> F:
    """Add the arguments and options of a command that reads guides."""
    decorators = (
        click.argument("guides", nargs=-1, type=click.Path(path_type=Path), metavar="[GUIDE|FOLDER]..."),
        click.option(
            "--only",
            multiple=True,
            metavar="FIELD=VALUE",
            help="Only guides such as equipment=band, tag=warm-up, title~press; all given must hold.",
        ),
        click.option("-r", "--recursive", is_flag=True, help="Search folders within folders too."),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            help="Work in N processes (default: as many as pay off).",
        ),
        click.option("--json", "as_json", is_flag=True, help="Print JSON for programs."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
        click.option("-v", "--verbose", is_flag=True, help="Say everything."),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


size = click.option(
    "--size",
    metavar="SIZE",
    help="a4, a5, letter, half-letter, a3, tabloid or <W>x<H>mm (default: cardgen.toml, or a4).",
)


def request_of(options: dict[str, Any]) -> Request:
    """Return what the options of `reading` ask for, the guides found."""
    from cardgen.batch import Depth, collect
    from cardgen.selection import parse_criterion

    selection = tuple(parse_criterion(text) for text in options["only"])
    paths = options["guides"] or (CONTENT,)
    if not options["guides"] and not CONTENT.is_dir():
        raise UsageError(
            "there is no folder content/ here",
            hint="`cardgen init` puts sample guides there; or name a guide or a folder",
        )
    found = collect(paths, depth=Depth.DEEP if options["recursive"] else Depth.FLAT)
    if not found.files:
        raise UsageError("\n".join(str(problem) for problem in found.problems))
    return Request(
        selection=selection,
        found=found,
        jobs=options["jobs"],
        talk=_talk(options),
        as_json=options["as_json"],
    )


def settings_of(size_option: str | None, request: Request) -> CardSettings:
    """Return how cards are to be made: the command line before `cardgen.toml`, that before the defaults."""
    from cardgen.config import FILE_NAME, load_config
    from cardgen.pipeline import CardSettings

    config = load_config(Path(FILE_NAME))
    if request.talk is not Talk.QUIET:
        say_problems(config.problems)
    return CardSettings(sheet=_sheet(size_option, config), brand=config.gym_name)


def carry_out(request: Request, work: Work, *, label: str) -> Summary:
    """Do the work on every guide, with a progress bar where someone watches, and sum up."""
    import time

    from cardgen.batch import Status, run
    from cardgen.cli.progress import watched

    started = time.perf_counter()
    outcomes = run(request.found.files, work, jobs=request.jobs)
    if request.shows_progress:
        outcomes = watched(outcomes, total=len(request.found.files), label=label)
    kept = tuple(outcome for outcome in outcomes if outcome.status is not Status.LEFT_OUT)
    return Summary(outcomes=kept, lost=request.found.problems, seconds=time.perf_counter() - started)


def require_some(summary: Summary, request: Request) -> None:
    """Refuse a selection that means no guide."""
    if not summary.outcomes:
        wanted = " ".join(f'--only "{criterion}"' for criterion in request.selection)
        raise UsageError(f"no guide matches {wanted}", hint="`cardgen list` shows what the guides hold")


def shown_problems(summary: Summary, talk: Talk) -> None:
    """Print errors always, warnings and notes with -v."""
    if talk is Talk.VERBOSE:
        say_problems(summary.problems)
    else:
        say_problems(of_weight(summary.problems, Severity.ERROR))


def _sheet(size_option: str | None, config: Config) -> Sheet:
    from cardgen.config import FILE_NAME
    from cardgen.stock import parse_sheet

    if size_option is not None:
        return parse_sheet(size_option)
    try:
        return parse_sheet(config.card_size)
    except UsageError as error:
        raise UsageError(f"{FILE_NAME}: {error.message}", hint=error.hint) from None


def _talk(options: dict[str, Any]) -> Talk:
    if options["quiet"] and options["verbose"]:
        raise UsageError("--quiet and --verbose contradict each other", hint="give one of them")
    if options["verbose"]:
        note_verbose(click.get_current_context())
        return Talk.VERBOSE
    return Talk.QUIET if options["quiet"] else Talk.NORMAL
