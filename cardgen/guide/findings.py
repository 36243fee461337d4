"""Problems in, one sorted tuple out. Knows nothing of guides."""

from __future__ import annotations

from cardgen.values.errors import GuideError, Location, Problem, Severity


class Findings:
    """What was found in one file so far; a reader adds to it and goes on, so that all is told at once."""

    __slots__ = ("_path", "_problems")

    def __init__(self, path: str) -> None:
        self._path = path
        self._problems: list[Problem] = []

    @property
    def path(self) -> str:
        """The file, as it is shown."""
        return self._path

    def at(self, line: int | None) -> Location:
        """Return the place of a line of this file."""
        return Location(path=self._path, line=line)

    def error(self, code: str, message: str, *, line: int | None = None, hint: str = "") -> None:
        """Add what keeps the card from being made."""
        self._add(Severity.ERROR, code, message, line, hint)

    def warn(self, code: str, message: str, *, line: int | None = None, hint: str = "") -> None:
        """Add what should be mended."""
        self._add(Severity.WARNING, code, message, line, hint)

    def note(self, code: str, message: str, *, line: int | None = None, hint: str = "") -> None:
        """Add what is good to know."""
        self._add(Severity.NOTE, code, message, line, hint)

    def _add(self, severity: Severity, code: str, message: str, line: int | None, hint: str) -> None:
        self._problems.append(Problem(severity=severity, code=code, message=message, location=self.at(line), hint=hint))

    def problems(self) -> tuple[Problem, ...]:
        """Return all of it by line; what concerns the whole file comes first."""
        return tuple(sorted(self._problems, key=lambda problem: problem.location.line or 0))

    def has_errors(self) -> bool:
        """Tell whether anything keeps the card from being made."""
        return any(problem.severity is Severity.ERROR for problem in self._problems)

    def error_at(self, line: int) -> bool:
        """Tell whether a line has an error already, so that what follows from it need not be told."""
        return any(p.severity is Severity.ERROR and p.location.line == line for p in self._problems)

    def raise_errors(self) -> None:
        """Raise everything found when there is an error in it."""
        if self.has_errors():
            raise GuideError(self.problems())
