"""The options that commands share, and what they ask for as one frozen value."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.cli.report import (
    Summary,
    Talk,
    counted,
    listed,
    note_verbose,
    of_weight,
    say,
    say_alike,
    say_problems,
    serving_all,
)
from cardgen.values.errors import Location, Problem, Severity, UsageError
from cardgen.values.stock import Orientation
from cardgen.values.use import Detail, Edition, Ink, Picture, Punch, Sides

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome, Work
    from cardgen.cli.settings import Room
    from cardgen.files.collection import Collection
    from cardgen.files.selection import Selection
    from cardgen.pipeline.settings import CardSettings

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
    notices: tuple[Problem, ...] = ()
    """Warnings about `cardgen.toml` that JSON is to hold."""

    @property
    def shows_progress(self) -> bool:
        """Whether a person may watch: a bar beside JSON or in quiet mode would be noise."""
        return not self.as_json and self.talk is not Talk.QUIET


def reading(command: F) -> F:
    """Add the arguments and options of a command that reads guides once."""
    return selecting(click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command))


def selecting(command: F) -> F:
    """Add the arguments and options that say which guides are meant and how much is said."""
    decorators = (
        click.argument(
            "guides", nargs=-1, type=click.Path(path_type=Path, readable=False), metavar="[GUIDE|FOLDER]..."
        ),
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
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
        click.option("-v", "--verbose", is_flag=True, help="Say everything."),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def asked(kind: type[Enum], *, but: Enum | None = None) -> tuple[str, ...]:
    """Return the words of a choice, but for the one that stands for none."""
    return tuple(str(it.value) for it in kind if it is not but)


_PRINTING: tuple[tuple[str, str | tuple[str, ...], str], ...] = (
    (
        "--size",
        "SIZE",
        "a2 to a7, letter, half-letter, legal, tabloid, or as 100x150mm or 4x6in (default: cardgen.toml, or a4; a booklet a5).",
    ),
    (
        "--detail",
        asked(Detail),
        "The short steps, tips, mistakes and safety (the default), every section, or the steps' names alone.",
    ),
    (
        "--orientation",
        asked(Orientation, but=Orientation.GIVEN),
        "How the sheet is held; auto takes the way with the larger type (default: as the size has it).",
    ),
    ("--theme", "NAME|FILE", "petrol (the default), night, oxblood, graphite, or a theme file such as mine.toml."),
    (
        "--ink",
        asked(Ink),
        "Coloured grounds (the default), white grounds and outlines, or one ink.",
    ),
    (
        "--head",
        ("brand", "dark", "white"),
        "What the title stands on: the theme's band (the default), a dark one where that is light, or white over a rule.",
    ),
    (
        "--picture",
        asked(Picture, but=Picture.BEST),
        "What shows the exercise (default: photographs, else the figure, else the muscle map).",
    ),
    (
        "--read-from",
        "DISTANCE",
        "From how far it is read, such as 1.5m or 5ft: nothing is smaller than can be read from there.",
    ),
    (
        "--scan-from",
        "DISTANCE",
        "From how far the code is scanned: it is a tenth as wide (with --read-from: 0.5m).",
    ),
    (
        "--edition",
        asked(Edition),
        "Large print has running text of 18 pt and more, on two sides where one does not hold it.",
    ),
    (
        "--sides",
        asked(Sides),
        "On two, picture and steps stand in front; tips, mistakes, safety and code on the back.",
    ),
    ("--safe", "LENGTH", "Keep so much clear at every edge, such as 8mm, to laminate."),
    ("--punch", asked(Punch, but=Punch.NONE), "Keep the zones of holes clear and mark them."),
)
"""Each option of `printing`: its name, what it takes (a word of its choices, or what stands for it in help), its help."""


def printing(command: F) -> F:
    """Add the options that say what cards are to look like."""
    config = click.option(
        "--config",
        type=click.Path(path_type=Path, readable=False),
        metavar="FILE",
        help="The gym's settings (default: cardgen.toml, if it is here).",
    )
    command = config(command)
    for name, takes, told in reversed(_PRINTING):
        if isinstance(takes, tuple):
            command = click.option(name, type=click.Choice(takes, case_sensitive=False), help=told)(command)
        else:
            command = click.option(name, metavar=takes, help=told)(command)
    return command


def writing(command: F) -> F:
    """Add the options that say where cards go."""
    decorators = (
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path, readable=False),
            default=Path("output"),
            metavar="DIR|FILE",
            help="Where the cards go (default: output); one file of all, such as wall.pdf; or named, such as {size}/{stem}.",
        ),
        click.option("--no-manifest", is_flag=True, help="Leave no cardgen-manifest.json beside the cards."),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def require_working_folder() -> None:
    """Refuse a working folder that somebody has deleted."""
    try:
        Path.cwd()
    except FileNotFoundError:
        raise UsageError("the working folder has been deleted", hint="change to a folder that is there") from None
    except OSError as error:
        raise UsageError(f"the working folder cannot be opened: {error.strerror}", hint="change to another") from None


def request_of(options: dict[str, Any]) -> Request:
    """Return what the options of `reading` ask for, the guides found."""
    from cardgen.cli.settings import config_of
    from cardgen.files.collection import Depth, collect
    from cardgen.files.selection import parse_criterion

    require_working_folder()
    talk = talk_of(options)
    selection = tuple(parse_criterion(text) for text in options["only"])
    paths = options["guides"] or (CONTENT,)
    if not options["guides"] and not os.path.lexists(CONTENT):
        raise UsageError(
            "there is no folder content/ here",
            hint="`cardgen init` puts sample guides there; or name a guide or a folder",
        )
    found = collect(
        paths,
        depth=Depth.DEEP if options["recursive"] else Depth.FLAT,
        selection=selection,
        headings=config_of(options).headings,
    )
    if not found.files:
        raise UsageError("\n".join(str(problem) for problem in found.problems))
    as_json, passed = options.get("as_json", False), _passed_over(found)
    if talk is not Talk.QUIET and not as_json:
        say_problems(passed)
    return Request(
        selection=selection,
        found=found,
        jobs=options["jobs"],
        talk=talk,
        as_json=as_json,
        notices=passed if as_json else (),
    )


def _passed_over(found: Collection) -> tuple[Problem, ...]:
    """Return what to say of files that are no guides, in one line a run."""
    if not found.passed:
        return ()
    first, names = found.passed[0].parent, listed([path.name for path in found.passed])
    message = f"passed over {counted(len(found.passed), 'file')} not ending in .md: {names}"
    place = Location(path=first.as_posix())
    return (Problem(severity=Severity.NOTE, code="passed-over", message=message, location=place),)


def cards_of(options: dict[str, Any], *, logo_room: Room | None = None) -> tuple[Request, CardSettings]:
    """Return what the options of `reading` and `printing` ask for."""
    return configured(request_of(options), options, logo_room=logo_room)


def configured(
    request: Request, options: dict[str, Any], *, logo_room: Room | None = None
) -> tuple[Request, CardSettings]:
    """Return how the cards are to look: the options of `printing` before `cardgen.toml`, that before the defaults."""
    from cardgen.cli.settings import card_settings, config_of

    config = config_of(options)
    settings = card_settings(options, config, logo_room=logo_room)
    if request.as_json:
        return replace(request, notices=(*request.notices, *config.problems)), settings
    if request.talk is not Talk.QUIET:
        say_problems(config.problems)
    return request, settings


def printable_text(option: str, text: str, longest: int) -> str:
    """Return a text that an option gave; a character that no font has is refused, and so is more than there is room for."""
    from cardgen.pipeline.stages import unprintable

    text = " ".join(text.split())
    if len(text) > longest:
        raise UsageError(f"{option} has {len(text)} letters", hint=f"there is room for {longest}")
    if found := unprintable(text, Location(path=option)):
        raise UsageError(f"{option}: {found[0].message}", hint=found[0].hint)
    return text


def unmarked(request: Request) -> Request:
    """Return the request without clashes of file names, for what gives no card a file of its own."""
    files = tuple(replace(file, clash="") for file in request.found.files)
    return replace(request, found=replace(request.found, files=files))


def numbered(request: Request, first: int) -> Request:
    """Return the request with a station's number for each guide."""
    from cardgen.files.collection import counted_from

    files = counted_from(first, request.found.files, request.selection)
    return replace(request, found=replace(request.found, files=files))


def carry_out(request: Request, work: Work, *, label: str) -> Summary:
    """Do the work on every guide, with a progress bar where someone watches, and sum up."""
    import time

    from cardgen.bundle.batch import Status, run
    from cardgen.cli.progress import watched

    started = time.perf_counter()
    with closing(run(request.found.files, work, jobs=request.jobs)) as outcomes:
        total = len(request.found.files)
        shown = watched(outcomes, total=total, label=label) if request.shows_progress else outcomes
        kept = tuple(outcome for outcome in shown if outcome.status is not Status.LEFT_OUT)
    _require_some(kept, request)
    lost = request.found.problems
    return Summary(outcomes=kept, lost=lost, notices=request.notices, seconds=time.perf_counter() - started)


def _require_some(outcomes: tuple[Outcome, ...], request: Request) -> None:
    """Refuse a selection that means no guide."""
    if not outcomes:
        say_problems(request.found.problems)
        wanted = " ".join(f'--only "{criterion}"' for criterion in request.selection)
        raise UsageError(f"no guide matches {wanted}", hint="`cardgen list` shows what the guides hold")


def shown_problems(summary: Summary, talk: Talk) -> None:
    """Print errors always, one that many guides share once; with -v each, warnings and notes too."""
    if talk is Talk.VERBOSE:
        say_problems(summary.problems)
    else:
        say_alike(of_weight(summary.problems, Severity.ERROR))
    if told := serving_all(summary.problems):
        say(told, err=True)


def talk_of(options: dict[str, Any]) -> Talk:
    """Return how much is to be said."""
    if options["quiet"] and options["verbose"]:
        raise UsageError("--quiet and --verbose contradict each other", hint="give one of them")
    if options["verbose"]:
        note_verbose(click.get_current_context())
        return Talk.VERBOSE
    return Talk.QUIET if options["quiet"] else Talk.NORMAL
