"""Program files and a folder of guides in, each program with its guides out, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cardgen.files.collection import Depth, collect
from cardgen.guide import Guide, read_guide
from cardgen.guide.languages import Kind
from cardgen.pictures import PictureError, load_picture
from cardgen.pipeline.glyph_check import unprintable
from cardgen.program import Program
from cardgen.program.advice import advise
from cardgen.program.read import read_so_far
from cardgen.program.resolve import Names, Resolved, names_of, resolve
from cardgen.program.shape import STAND_IN
from cardgen.values.errors import GuideError, Location, Problem, Severity, UsageError

TRIED = (90.0, 45.0)
"""Points in which a logo has to be seen where it is only tried: about as large as on a cover of A5."""
_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A program file, read as far as it can be."""

    path: Path
    program: Program | None = None
    """None where it cannot be read."""
    resolved: Resolved | None = None
    problems: tuple[Problem, ...] = ()
    """Errors and warnings, down the file."""

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps it from being printed."""
        return _has_errors(self.problems)


def read_names(
    folders: Iterable[Path], *, depth: Depth = Depth.FLAT, headings: Mapping[str, Kind] = MappingProxyType({})
) -> Names:
    """Return the guides of folders by their names; those that cannot be read are remembered as such."""
    found = collect(folders, depth=depth, headings=headings)
    if not found.files:
        raise UsageError("\n".join(str(problem) for problem in found.problems))
    guides: list[Guide] = []
    broken: dict[str, str] = {}
    for file in found.files:
        try:
            guides.append(read_guide(file.path, shown=file.shown, beside=file.images, declared=file.headings))
        except GuideError:
            broken[file.stem] = file.shown
    return names_of(guides, broken)


def read_plan(path: Path, names: Names) -> Plan:
    """Return a program with its guides, and every problem of it."""
    program, found = read_so_far(path)
    if program is None:
        return Plan(path=path, problems=found)
    is_sound = not _has_errors(found)
    resolved = resolve(program, names, stand_in=None if is_sound else STAND_IN)
    told = (*_logo(program), *unprintable(program), *advise(program, resolved)) if is_sound else ()
    problems = sorted((*found, *resolved.problems, *told), key=lambda problem: problem.location.line or 0)
    if is_sound:
        return Plan(path=path, program=program, resolved=resolved, problems=tuple(problems))
    return Plan(path=path, problems=tuple(problems))


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def program_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return files as they are, and of a folder the programs in it."""
    files: dict[Path, None] = {}
    for path in paths:
        found = sorted(it for it in path.iterdir() if it.suffix.lower() in _ENDINGS) if path.is_dir() else [path]
        if not found:
            has_guides = any(it.suffix.lower() == ".md" for it in path.iterdir())
            hint = (
                f"it holds guides: cardgen check {path.as_posix()}" if has_guides else "a program's name ends in .yaml"
            )
            raise UsageError(f"there are no programs in {path.as_posix()}", hint=hint)
        if not path.exists():
            raise UsageError(f"{path.as_posix()}: there is no such file", hint="`cardgen program new` writes one")
        files |= dict.fromkeys(found)
    return tuple(files)


def _logo(program: Program) -> tuple[Problem, ...]:
    """Return that the trainer's logo is missing, or cannot be printed, where it is so."""
    logo = program.trainer.logo
    if not logo:
        return ()
    location = program.trainer.location or Location(path=program.path)
    if not _is_inside(Path(logo), Path(program.path).parent):
        message = "trainer.logo: it is outside of the program's folder"
        hint = "put it beside the program and name it by its path from there"
        return (Problem(severity=Severity.ERROR, code="bad-logo", message=message, location=location, hint=hint),)
    if not Path(logo).is_file():
        message = f'trainer.logo: there is no file "{logo}"'
        hint = "its path starts at the folder of this file"
        return (Problem(severity=Severity.WARNING, code="no-logo", message=message, location=location, hint=hint),)
    try:
        load_picture(Path(logo), room=TRIED)
    except PictureError as error:
        message = f"trainer.logo: {logo}: {error.reason}"
        return (Problem(severity=Severity.ERROR, code="bad-logo", message=message, location=location, hint=error.hint),)
    return ()


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False
