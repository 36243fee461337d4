"""Files and folders in, an outcome per guide out: many guides, one after another or shared out among processes.

One bad guide never stops the others. Knows neither the command line nor how a card is made.
"""

from __future__ import annotations

import errno
import os
import stat
import traceback
import unicodedata
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from cardgen.album import images_beside
from cardgen.errors import ExitCode, GuideError, Location, OutputError, Problem, Severity
from cardgen.nearest import nearest
from cardgen.rendition import AS_PDF, Rendition
from cardgen.selection import Selection, selects
from cardgen.storage import unsafe_name, write_file

if TYPE_CHECKING:
    from cardgen.guide.model import Guide
    from cardgen.pipeline import CardSettings

GUIDES_FOR_PROCESSES = 24
"""Fewer guides are done before a second process has imported its libraries (about 0.3 s)."""
_MOST_PROCESSES = 60
"""Windows waits for at most 63 things at once, and Python needs some of them."""
_CHUNKS_PER_PROCESS = 4
"""Enough that processes end at about the same time."""
_LARGEST_CHUNK = 4
"""Guides handed over at once: what was handed over is done before a batch stops, so it stops soon."""

_UNREADABLE = {
    errno.EACCES: "no permission to look there",
    errno.EPERM: "no permission to look there",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
}


class Depth(Enum):
    """How far a folder is searched for guides."""

    FLAT = "flat"
    DEEP = "deep"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideFile:
    """A guide's file, not yet opened."""

    path: Path
    clash: str = ""
    """The path of an earlier guide whose card would have the same file name."""
    images: tuple[str, ...] = ()
    """The names of its images in the folder `images` beside it."""

    @property
    def shown(self) -> str:
        """The path as printed, alike on every system."""
        return self.path.as_posix()

    @property
    def stem(self) -> str:
        """The name that the card gets."""
        return self.path.stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """The guides found, in order, and what could not be searched."""

    files: tuple[GuideFile, ...]
    problems: tuple[Problem, ...]


class Status(Enum):
    """How a guide fared."""

    DONE = "done"
    FAILED = "failed"
    LEFT_OUT = "left out"
    """The selection does not mean it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one guide."""

    file: GuideFile
    status: Status
    problems: tuple[Problem, ...] = ()
    guide: Guide | None = None
    card: Path | None = None
    """The file that was written."""
    guide_digest: str = ""
    card_digest: str = ""
    photos_digest: str = ""
    """SHA-256 of the guide that was read, of the card that was written and of the photographs on it, empty for none."""
    exit_code: ExitCode = ExitCode.OK
    trace: str = ""
    """Where an unexpected exception came from, for `-v`."""


Work = Callable[[GuideFile], Outcome]
"""What is done with each guide; it crosses to other processes, so it is a function of a module or a partial of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderRequest:
    """All that rendering needs besides the guide."""

    settings: CardSettings
    folder: Path
    rendition: Rendition = AS_PDF
    selection: Selection = ()


# --- finding guides ---------------------------------------------------------------------------------------------------


def collect(paths: Iterable[Path], *, depth: Depth = Depth.FLAT, selection: Selection = ()) -> Collection:
    """Return the guides among files and folders, each once, in the order given and sorted within a folder.

    Guides whose cards would have the same file name are marked, but for those that the selection does not mean.
    """
    found: dict[Path, GuideFile] = {}
    problems: list[Problem] = []
    for path in paths:
        files, lost = _search(path, depth)
        problems += lost
        for file in files:
            found.setdefault(_identity(file), GuideFile(path=file))
    images = images_beside(file.path for file in found.values())
    guides = tuple(replace(file, images=images.get(file.path, ())) for file in found.values())
    return Collection(files=_with_clashes(guides, selection), problems=tuple(problems))


def _search(path: Path, depth: Depth) -> tuple[list[Path], list[Problem]]:
    """Return the guides that a path means, and what could not be searched."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return [], [_not_found(path)]
    except OSError as error:
        return [], [_unreadable(path, error)]
    if not is_folder:
        return [path], []
    files, lost = _guides_in(path, depth)
    return files, lost if files or lost else [_no_guides(path, depth)]


def _identity(file: Path) -> Path:
    """Return what two ways to name one file have in common; a guide that is a link is not what it leads to."""
    try:
        return file.parent.resolve() / file.name
    except (OSError, RuntimeError):
        return file


def _guides_in(folder: Path, depth: Depth) -> tuple[list[Path], list[Problem]]:
    found: list[Path] = []
    lost: list[Problem] = []
    for parent, folders, names in os.walk(
        folder, onerror=lambda error: lost.append(_unreadable(Path(error.filename or folder), error))
    ):
        # hidden folders hold tools, hidden files are what macOS leaves on foreign disks ("._plank.md")
        folders[:] = [name for name in folders if not name.startswith(".")] if depth is Depth.DEEP else []
        found += [Path(parent, name) for name in names if name.lower().endswith(".md") and not name.startswith(".")]
    guides = [path for path in found if not _is_plain_readme(path)]
    return sorted(guides, key=_folder_first), lost


def _folder_first(path: Path) -> tuple[str, str, str]:
    """Sort a folder's own guides before those of the folders in it, without regard to case."""
    return path.parent.as_posix().casefold(), path.name.casefold(), path.as_posix()


def _is_plain_readme(path: Path) -> bool:
    if path.stem.casefold() != "readme":
        return False
    try:
        with path.open("rb") as file:
            return not file.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"---")
    except OSError:
        return False  # reading it as a guide says what is wrong


def _with_clashes(files: tuple[GuideFile, ...], selection: Selection) -> tuple[GuideFile, ...]:
    rivals: dict[str, list[GuideFile]] = {}
    for file in files:
        # Windows and macOS take names that differ in case, or in how an accent is stored, for one
        rivals.setdefault(unicodedata.normalize("NFC", file.stem).casefold(), []).append(file)
    clashes: dict[GuideFile, str] = {}
    for group in rivals.values():
        if len(group) > 1:
            first, *others = [file for file in group if _may_be_meant(file, selection)] or group[:1]
            clashes |= dict.fromkeys(others, first.shown)
    return tuple(replace(file, clash=clashes.get(file, "")) for file in files)


def _may_be_meant(file: GuideFile, selection: Selection) -> bool:
    """Tell whether a guide is selected, as far as it can be read."""
    from cardgen.guide import read_guide

    if not selection:
        return True
    try:
        return selects(selection, read_guide(file.path, shown=file.shown, beside=file.images))
    except Exception:  # noqa: BLE001 - whatever is wrong with it is told when its turn comes
        return True


def _not_found(path: Path) -> Problem:
    with suppress(OSError):
        message = f'this is a link to "{path.readlink().as_posix()}", where there is nothing'
        return _error("not-found", message, path.as_posix(), hint="name the file itself, or mend the link")
    beside: dict[str, Path] = {}
    with suppress(OSError):
        beside = {entry.name.casefold(): entry for entry in path.parent.iterdir()}
    match = nearest(path.name, beside)
    hint = f'did you mean "{beside[match].as_posix()}"?' if match else ""
    return _error("not-found", "no such file or folder", path.as_posix(), hint=hint)


def _unreadable(path: Path, error: OSError) -> Problem:
    reason = _UNREADABLE.get(error.errno or 0) or error.strerror or type(error).__name__
    return _error("unreadable", f"cannot be opened: {reason}", path.as_posix(), hint="")


def _no_guides(folder: Path, depth: Depth) -> Problem:
    deeper = depth is Depth.FLAT and _guides_in(folder, Depth.DEEP)[0]
    hint = "they are in deeper folders: add -r" if deeper else "a guide is a file whose name ends in .md"
    return _error("no-guides", "no guides in this folder", folder.as_posix(), hint=hint)


# --- doing the work ---------------------------------------------------------------------------------------------------


def run(files: Sequence[GuideFile], work: Work, *, jobs: int | None = None) -> Generator[Outcome]:
    """Yield an outcome per guide, in the order of `files`, whatever number of processes does the work; close it to stop."""
    processes = process_count(len(files), jobs)
    if processes == 1:
        yield from map(work, files)
    else:
        yield from _run_in_processes(files, work, processes)


def process_count(guides: int, jobs: int | None) -> int:
    """Return how many processes work: as many as asked for, or as many as pay off."""
    if jobs is not None:
        return max(1, min(jobs, guides, _MOST_PROCESSES))
    if guides < GUIDES_FOR_PROCESSES:
        return 1
    return min(os.cpu_count() or 1, guides // (GUIDES_FOR_PROCESSES // 2), _MOST_PROCESSES)


def _run_in_processes(files: Sequence[GuideFile], work: Work, processes: int) -> Iterator[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    # The system may end a worker, for want of memory say, or allow none: what is left is then done here.
    with suppress(BrokenProcessPool, OSError), closing(_shared_out(files, work, processes)) as outcomes:
        for outcome in outcomes:
            done += 1
            yield outcome
    yield from map(work, files[done:])


def _shared_out(files: Sequence[GuideFile], work: Work, processes: int) -> Generator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    chunk = min(_LARGEST_CHUNK, -(-len(files) // (processes * _CHUNKS_PER_PROCESS)))
    # spawn on every system: what works on Windows works everywhere
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_follow_parent) as pool:
        try:
            with _interrupts_held():
                outcomes = pool.map(work, files, chunksize=chunk)
            yield from outcomes
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back until workers are started: they inherit that, and a traceback of a half imported one helps nobody."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows, where nothing is inherited
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """Leave it to the parent to stop a worker, and end with it, however it ends."""
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends the work
    if parent := parent_process():
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(ExitCode.SOME_FAILED)


def read_one(file: GuideFile, *, selection: Selection = ()) -> Outcome:
    """Read a guide and judge its text, not its layout."""
    from cardgen.guide.check import check_content

    return guarded(file, selection, lambda guide: _judged(file, guide, guide.problems + check_content(guide)))


def check_one(file: GuideFile, *, settings: CardSettings, selection: Selection = ()) -> Outcome:
    """Read a guide and find every problem, those of its layout too."""
    from cardgen.pipeline import check_guide

    return guarded(file, selection, lambda guide: _judged(file, guide, check_guide(guide, settings)))


def render_one(file: GuideFile, *, request: RenderRequest) -> Outcome:
    """Read a guide and write its card."""
    from cardgen.pictures import digest_photos
    from cardgen.rendition import render_as

    def render(guide: Guide) -> Outcome:
        if file.clash or unsafe_name(file.stem):
            return _judged(file, guide, ())
        card = render_as(guide, request.settings, request.rendition)
        path = request.folder / f"{file.stem}{request.rendition.format.suffix}"
        write_file(path, card.data)
        made = Outcome(file=file, status=Status.DONE, problems=card.problems, card=path)
        photos = digest_photos(guide.photos)
        return replace(made, guide_digest=guide.digest, card_digest=card.digest, photos_digest=photos)

    return guarded(file, request.selection, render)


def guarded(file: GuideFile, selection: Selection, work: Callable[[Guide], Outcome]) -> Outcome:
    """Read a guide and do the work on it; whatever goes wrong is told by the outcome."""
    from cardgen.guide import read_guide

    try:
        guide = read_guide(file.path, shown=file.shown, beside=file.images)
        return work(guide) if selects(selection, guide) else Outcome(file=file, status=Status.LEFT_OUT)
    except GuideError as error:
        problems = error.problems + _name_problems(file)
        return Outcome(file=file, status=Status.FAILED, problems=problems, exit_code=error.exit_code)
    except OutputError as error:
        return replace(_failed(file, "output", error.message, hint=error.hint), exit_code=error.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever one guide sets off, the others are still made
        message = f"unexpected {type(error).__name__}: {error}".splitlines()[0]
        failed = _failed(file, "internal", message, hint="this is a fault of cardgen, not of the guide; -v shows where")
        return replace(failed, trace=traceback.format_exc())


def _judged(file: GuideFile, guide: Guide, problems: tuple[Problem, ...]) -> Outcome:
    problems += _name_problems(file)
    bad = any(problem.severity is Severity.ERROR for problem in problems)
    status, code = (Status.FAILED, ExitCode.SOME_FAILED) if bad else (Status.DONE, ExitCode.OK)
    return Outcome(file=file, status=status, problems=problems, guide=guide, exit_code=code)


def _name_problems(file: GuideFile) -> tuple[Problem, ...]:
    if file.clash:
        message = f"its card would have the same file name as that of {file.clash}"
        return (_error("same-stem", message, file.shown, hint="rename one of the two"),)
    if reason := unsafe_name(file.stem):
        message = f"no card can be named after this file: {reason}"
        return (_error("unsafe-name", message, file.shown, hint="rename the file"),)
    return ()


def _failed(file: GuideFile, code: str, message: str, *, hint: str) -> Outcome:
    problem = _error(code, message, file.shown, hint=hint)
    return Outcome(file=file, status=Status.FAILED, problems=(problem,), exit_code=ExitCode.SOME_FAILED)


def _error(code: str, message: str, path: str, *, hint: str) -> Problem:
    return Problem(severity=Severity.ERROR, code=code, message=message, location=Location(path=path), hint=hint)
