"""Outcomes in, lines for people or JSON out."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

import click

from cardgen.values.errors import ExitCode, Location, OutputError, Problem, Severity

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""All but the line end: text from a guide must not move the cursor or colour the terminal."""
_NAMES_SHOWN = 5
"""Failed guides named in the summary line; their problems name them all."""
_ALIKE = 3
"""So many files that share a problem are counted, not named."""
_VERBOSE = "cardgen.verbose"
_NO_MORE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""How a stream fails that takes no more text."""


class Talk(Enum):
    """How much is said."""

    QUIET = "quiet"
    NORMAL = "normal"
    VERBOSE = "verbose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run came to."""

    outcomes: tuple[Outcome, ...]
    """Of the guides that were selected."""
    lost: tuple[Problem, ...]
    """Paths that led to no guide."""
    notices: tuple[Problem, ...] = ()
    """What there is to say about `cardgen.toml` and the manifest, where it has not been printed yet."""
    seconds: float

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, in the order of the guides and down each file."""
        return (*self.notices, *self.lost, *(it for outcome in self.outcomes for it in down_the_file(outcome.problems)))

    @property
    def failed(self) -> tuple[str, ...]:
        """The paths that came to nothing."""
        bad = tuple(outcome.file.shown for outcome in self.outcomes if outcome.exit_code is not ExitCode.OK)
        return (*(problem.location.path for problem in self.lost), *bad)

    @property
    def exit_code(self) -> int:
        """What the process returns: an output that cannot be written outweighs a guide that failed."""
        codes = [outcome.exit_code for outcome in self.outcomes]
        codes += [ExitCode.OUTPUT for _ in of_weight(self.notices, Severity.ERROR)]  # the manifest
        return int(max((*codes, ExitCode.SOME_FAILED if self.lost else ExitCode.OK)))

    def noticing(self, problems: tuple[Problem, ...]) -> Summary:
        """Return the summary with these notices too."""
        return replace(self, notices=(*self.notices, *problems))

    def count(self, severity: Severity) -> int:
        """Return how many problems weigh so much."""
        return sum(problem.severity is severity for problem in self.problems)


def use_utf8() -> None:
    """Print UTF-8 on every system, and a file name that is no Unicode rather escaped than not at all."""
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str, *, err: bool = False) -> None:
    """Print a line, without the control characters that a file may have brought in."""
    click.echo(printable(text), err=err)


def printable(text: str) -> str:
    """Return `text` with control characters made visible."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def unwritable(error: Exception) -> OutputError | None:
    """Return what to say about a stream that takes no more text, or None where that is not what went wrong.

    What the stream still holds is dropped: Python would try to write it once more at the end, and fail again.
    """
    if not isinstance(error, OSError) or error.errno not in _NO_MORE or error.filename is not None:
        return None
    from cardgen.files.storage import reason_of

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):  # a stream of tests has no number, one that was closed is None
            stream.flush()
            continue
        with suppress(OSError, AttributeError):
            number, nowhere = stream.fileno(), os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)
    return OutputError(f"cannot write standard output: {reason_of(error)}")


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say_problems(problems: Iterable[Problem], *, err: bool = True) -> None:
    """Print problems, those of one file together; what is wrong in several of its lines is said once."""
    for problem in _gathered(problems):
        say(str(problem), err=err)


def _gathered(problems: Iterable[Problem]) -> list[Problem]:
    """Return one problem for all that differ in their lines alone, where the first of them stands."""
    alike: dict[Problem, list[Problem]] = {}
    for problem in problems:
        alike.setdefault(replace(problem, location=replace(problem.location, line=None)), []).append(problem)
    return [it for found in alike.values() for it in (found if len(found) < _ALIKE else [_in_lines(*found)])]


def _in_lines(first: Problem, *others: Problem) -> Problem:
    lines = dict.fromkeys(str(it.location.line) for it in others if it.location.line != first.location.line)
    return replace(first, message=f"{first.message} (also in lines {listed(list(lines))})") if lines else first


def say_alike(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, one that many files share once, with how many they are; where none has a card, which."""
    alike: dict[tuple[Severity, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.severity, problem.message, problem.hint), []).append(problem)
    for found in alike.values():
        if len(found) < _ALIKE:
            say_problems(found)
            continue
        paths = list(dict.fromkeys(problem.location.path for problem in found))
        if len(paths) < _ALIKE:
            say_problems(found)
            continue
        which = f" ({named(paths)})" if found[0].severity is Severity.ERROR else ""
        shared = replace(found[0], location=Location(path=f"{counted(len(paths), 'guide')}{which}"))
        say_problems([shared])


def serving_all(problems: Iterable[Problem]) -> str:
    """Return what would serve all cards that do not fit, of what their hints offer; empty where that is nothing, or one card.

    What some are offered alone serves the others where it is the nearest distance or the largest sheet, or the very same.
    """
    from cardgen.pipeline.advice import shared_flags

    hints = [problem.hint for problem in problems if problem.code == "too-long" and problem.hint]
    flags = shared_flags(hints) if len(hints) > 1 else ()
    return f"all {len(hints)} would fit with {', or with '.join(flags)}" if flags else ""


def say_left_out(outcomes: Iterable[Outcome]) -> None:
    """Say in one line how many sections and lines of guides their size or form has no place for."""
    made = [outcome for outcome in outcomes if outcome.cards]
    parts = sum(len(it.omitted) + sum(map(_is_by_design, it.problems)) for it in made)
    if parts:
        cards = sum(bool(it.omitted) or any(map(_is_by_design, it.problems)) for it in made)
        say(f"left out by design: {counted(parts, 'part')} of {counted(cards, 'guide')}; -v names them")


def _is_by_design(problem: Problem) -> bool:
    return problem.severity is Severity.NOTE and problem.code == "layout"


def say_traces(outcomes: Iterable[Outcome]) -> None:
    """Print where unexpected exceptions came from."""
    for outcome in outcomes:
        if outcome.trace:
            say(outcome.trace.rstrip(), err=True)


def say_unexpected(error: Exception, *, verbose: bool) -> None:
    """Print an exception that nobody foresaw."""
    say(f"cardgen: unexpected {type(error).__name__}: {error}", err=True)
    if not verbose:
        say("  hint: this is a fault of cardgen; -v shows where", err=True)
        return
    import traceback

    say("".join(traceback.format_exception(error)).rstrip(), err=True)


def note_verbose(ctx: click.Context) -> None:
    """Remember that `-v` was given, for exceptions that nobody foresaw."""
    ctx.find_root().meta[_VERBOSE] = True


def is_verbose(ctx: click.Context) -> bool:
    """Tell whether `-v` was given."""
    return bool(ctx.find_root().meta.get(_VERBOSE))


def down_the_file(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of one file in the order of its lines."""
    return sorted(problems, key=lambda problem: problem.location.line or 0)


def of_weight(problems: Iterable[Problem], *severities: Severity) -> tuple[Problem, ...]:
    """Return the problems of these severities."""
    return tuple(problem for problem in problems if problem.severity in severities)


def counted(number: int, noun: str) -> str:
    """Return `1 card`, `8 cards`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def named(paths: Sequence[str]) -> str:
    """Return the first few file names and how many more there are."""
    return listed([path.rstrip("/").rsplit("/", 1)[-1] for path in paths])


def listed(names: Sequence[str]) -> str:
    """Return the first few names and how many more there are."""
    more = len(names) - _NAMES_SHOWN
    return ", ".join(names[:_NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")


def problem_record(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON has it."""
    return {
        "path": problem.location.path,
        "line": problem.location.line,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
