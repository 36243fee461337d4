"""Files and folders in, an outcome per guide out: many guides, one after another or shared out among processes.

One bad guide never stops the others. Knows neither the command line nor how a card is made.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cardgen.files.collection import GuideFile
from cardgen.files.selection import Selection, selects
from cardgen.files.storage import make_folder, unsafe_name, write_file
from cardgen.pipeline.rendition import AS_PDF, Rendition
from cardgen.values.errors import ExitCode, GuideError, Location, OutputError, Problem, Severity, UsageError

if TYPE_CHECKING:
    from cardgen.guide.model import Guide
    from cardgen.layout.cards.uniform import Wish
    from cardgen.pipeline.settings import CardSettings

GUIDES_FOR_PROCESSES = 24
"""Fewer guides are done before a second process has imported its libraries (about 0.3 s)."""
_MOST_PROCESSES = 60
"""Windows waits for at most 63 things at once, and Python needs some of them."""
_CHUNKS_PER_PROCESS = 4
"""Enough that processes end at about the same time."""
_LARGEST_CHUNK = 4
"""Guides handed over at once: what was handed over is done before a batch stops, so it stops soon."""
_SAFE_PATH = "PYTHONSAFEPATH"
"""Where Python is told not to look into the working folder; what it starts for us is `python -c`, which would."""


STEM = "{stem}"
"""The field of a pattern that stands for the stem of a guide."""


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
    omitted: tuple[Problem, ...] = ()
    """Notes on what a card of this detail has no place for: no problems, but good to know."""
    guide: Guide | None = None
    cards: tuple[Path, ...] = ()
    """The files that were written: one, or as a picture one a side."""
    card_digests: tuple[str, ...] = ()
    """SHA-256 of each."""
    guide_digest: str = ""
    photos_digest: str = ""
    """SHA-256 of the guide that was read and of the photographs on its card, empty for none."""
    coverage: float | None = None
    """Of the card with ink, in percent, where it was asked for."""
    exit_code: ExitCode = ExitCode.OK
    trace: str = ""
    """Where an unexpected exception came from, for `-v`."""


class Measure(Enum):
    """What is measured of a card that was made."""

    NOTHING = "nothing"
    INK = "ink"
    """How much of it a PDF takes."""


T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[GuideFile], Outcome]
"""What is done with each guide; it crosses to other processes, so it is a function of a module or a partial of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderRequest:
    """All that rendering needs besides the guide."""

    settings: CardSettings
    folder: Path
    measure: Measure = Measure.NOTHING
    rendition: Rendition = AS_PDF
    selection: Selection = ()
    name: str = STEM
    """Of a card's file, the stem of its guide in place of the field."""

    def path_of(self, file: GuideFile) -> Path:
        """Return the file of a guide's card."""
        return self.folder / file.place / f"{self.name.replace(STEM, file.stem)}{self.rendition.format.suffix}"


def run(things: Sequence[T], work: Callable[[T], R], *, jobs: int | None = None) -> Generator[R]:
    """Yield what the work makes of each thing, in their order, whatever number of processes does it; close it to stop."""
    processes = process_count(len(things), jobs)
    if processes == 1:
        yield from map(work, things)
    else:
        yield from _run_in_processes(things, work, processes)


def process_count(guides: int, jobs: int | None) -> int:
    """Return how many processes work: as many as asked for, or as many as pay off."""
    if sys.flags.ignore_environment and not sys.flags.safe_path:
        return 1  # others could not be told to leave the working folder alone
    if jobs is not None:
        return max(1, min(jobs, guides, _MOST_PROCESSES))
    if guides < GUIDES_FOR_PROCESSES:
        return 1
    return min(os.cpu_count() or 1, guides // (GUIDES_FOR_PROCESSES // 2), _MOST_PROCESSES)


def _run_in_processes(things: Sequence[T], work: Callable[[T], R], processes: int) -> Iterator[R]:
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    # The system may end a worker, for want of memory say, or allow none: what is left is then done here.
    with suppress(BrokenProcessPool, OSError), closing(_shared_out(things, work, processes)) as outcomes:
        for outcome in outcomes:
            done += 1
            yield outcome
    yield from map(work, things[done:])


def _shared_out(things: Sequence[T], work: Callable[[T], R], processes: int) -> Generator[R]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    chunk = min(_LARGEST_CHUNK, -(-len(things) // (processes * _CHUNKS_PER_PROCESS)))
    # spawn on every system: what works on Windows works everywhere
    spawn = get_context("spawn")
    with _working_folder_ignored(), ProcessPoolExecutor(processes, spawn, initializer=_follow_parent) as pool:
        try:
            with _interrupts_held():
                outcomes = pool.map(work, things, chunksize=chunk)
            yield from outcomes
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _working_folder_ignored() -> Iterator[None]:
    """Start processes that import nothing of the working folder, where anybody may have put a `multiprocessing.py`."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


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
    from cardgen.pipeline.stages import check_guide

    return guarded(file, selection, lambda guide: _judged(file, guide, check_guide(guide, settings)))


def wish_one(file: GuideFile, *, settings: CardSettings, selection: Selection = ()) -> Wish | None:
    """Read a guide and return what its card would take by itself; None where it has none, or cannot be read."""
    from cardgen.guide import read_guide
    from cardgen.pipeline.stages import wish_of

    try:
        guide = read_guide(file.path, shown=file.shown, beside=file.images, declared=file.headings)
        return wish_of(guide, settings) if selects(selection, guide) else None
    except Exception:  # noqa: BLE001 - whatever is wrong with it is told when its card is made
        return None


def render_one(file: GuideFile, *, request: RenderRequest) -> Outcome:
    """Read a guide and write its card."""
    from cardgen.pictures import digest_photos
    from cardgen.pipeline.omitted import omission_notes, told_of_unknown
    from cardgen.pipeline.rendition import page_paths, render_as

    def render(guide: Guide) -> Outcome:
        if _name_problems(file):
            return _judged(file, guide, ())
        card = render_as(guide, replace(request.settings, number=file.number), request.rendition)
        path = request.path_of(file)
        paths = page_paths(path, len(card.files))
        if len(paths) > 1 and file.side_clash:
            return _judged(file, guide, (*card.problems, _same_name("a side of its card", file.side_clash, file)))
        if file.place:
            make_folder(path.parent)
        for path, data in zip(paths, card.files, strict=True):
            write_file(path, data)
        detail = request.settings.detail
        problems = told_of_unknown(guide, detail, card.problems)
        made = Outcome(file=file, status=Status.DONE, problems=problems, cards=paths, card_digests=card.digests)
        made = replace(made, omitted=omission_notes(guide, request.settings))
        ink = _ink(card.files[0]) if request.measure is Measure.INK and request.rendition == AS_PDF else None
        return replace(made, guide_digest=guide.digest, photos_digest=digest_photos(guide.photos), coverage=ink)

    return guarded(file, request.selection, render)


def _ink(pdf: bytes) -> float | None:
    """Return the ink that a card takes, None where the library is missing that draws it."""
    from cardgen.paint.coverage import coverage

    try:
        return coverage(pdf)
    except UsageError:
        return None


def guarded(file: GuideFile, selection: Selection, work: Callable[[Guide], Outcome]) -> Outcome:
    """Read a guide and do the work on it; whatever goes wrong is told by the outcome."""
    from cardgen.guide import read_guide

    try:
        guide = read_guide(file.path, shown=file.shown, beside=file.images, declared=file.headings)
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
        return (_same_name("its card", file.clash, file),)
    for name in (*file.place.split("/"), file.stem) if file.place else (file.stem,):
        if reason := unsafe_name(name):
            what, which = ("this file", "file") if name == file.path.stem else (f'the folder "{name}"', "folder")
            message = f"no card can be named after {what}: {reason}"
            return (_error("unsafe-name", message, file.shown, hint=f"rename the {which}"),)
    return ()


def _same_name(what: str, other: str, file: GuideFile) -> Problem:
    message = f"{what} would have the same file name as that of {other}"
    return _error("same-stem", message, file.shown, hint="rename one of the two")


def _failed(file: GuideFile, code: str, message: str, *, hint: str) -> Outcome:
    problem = _error(code, message, file.shown, hint=hint)
    return Outcome(file=file, status=Status.FAILED, problems=(problem,), exit_code=ExitCode.SOME_FAILED)


def _error(code: str, message: str, path: str, *, hint: str) -> Problem:
    return Problem(severity=Severity.ERROR, code=code, message=message, location=Location(path=path), hint=hint)
