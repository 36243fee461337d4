"""What can go wrong, and how it is said.

    CardgenError            exit code
    ├── UsageError          2   the request itself is wrong (an unknown size, a folder that is not there)
    ├── GuideError          1   a guide cannot be read or does not fit; carries every problem found in it
    ├── ProgramError        1   a program or a list of clients cannot be read; likewise
    └── OutputError         3   the result cannot be written

A message says where, what and how to fix it, on one line, with a hint below:

    content/press/overhead.md:12: unknown heading "Cuess"
      hint: did you mean "Cues"?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What a process returns to the shell."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    OUTPUT = 3


class Severity(Enum):
    """How much a problem matters: an error keeps the card from being made."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a file."""

    path: str
    line: int | None = None
    """1-based; None where the whole file is meant."""

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding about a guide."""

    severity: Severity
    code: str
    """A stable name for programs, such as `unknown-key`."""
    message: str
    location: Location
    hint: str = ""

    def __str__(self) -> str:
        word = "" if self.severity is Severity.ERROR else f"{self.severity.value}: "
        line = f"{self.location}: {word}{self.message}"
        return f"{line}\n  hint: {self.hint}" if self.hint else line


class CardgenError(Exception):
    """The root of everything this package raises on purpose."""

    exit_code: ClassVar[ExitCode] = ExitCode.SOME_FAILED

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  hint: {self.hint}" if self.hint else self.message


class UsageError(CardgenError):
    """The request cannot be carried out as it was put."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


def joined(errors: Sequence[UsageError], *, most: int = 20) -> UsageError:
    """Return one error that tells all of them, those of which there are more than so many by their number."""
    if len(errors) == 1:
        return errors[0]
    more = len(errors) - most
    told = [*map(str, errors[:most]), *([f"and {more} more"] if more > 0 else [])]
    return UsageError("\n".join(told))


class OutputError(CardgenError):
    """The result cannot be written where it should go."""

    exit_code: ClassVar[ExitCode] = ExitCode.OUTPUT


class GuideError(CardgenError):
    """A guide cannot become a card; `problems` holds all that was found, errors and warnings alike."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class ProgramError(CardgenError):
    """A program cannot be printed; `problems` holds all that was found, errors and warnings alike."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
