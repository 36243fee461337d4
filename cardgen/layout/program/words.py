"""What several pages of a program say, in words."""

from __future__ import annotations

from cardgen.layout.forms.words import Advice
from cardgen.words import Words


def weeks_named(first: str, last: str, words: Words) -> str:
    """Return what a range of weeks is called."""
    return words("weeks.one", week=first) if first == last else words("weeks.range", first=first, last=last)


def rest_named(rest: str, words: Words) -> str:
    """Return a rest where no heading says what it is: `rest 90 s`, `no rest`."""
    return words("program.no-rest") if rest == words("rest.none") else words("program.rest", time=rest)


def work_named(work: str, besides: str, words: Words) -> str:
    """Return sets and repetitions with what is asked besides, on one line: `3 × 10 each side`, `3 × 10, hold 5 s`."""
    sides = {words("side.each"), words("side.left"), words("side.right")}
    return (
        f"{work} {besides}" if besides in sides else words("list.comma").join(part for part in (work, besides) if part)
    )


def when_to_measure(step: int, words: Words) -> str:
    """Return what is said of measuring every so many weeks."""
    if step in _IN_WORDS:
        return words(f"progress.when-{step}")
    return words.count("progress.when", step)


_IN_WORDS = (2, 3, 4)
"""So many weeks between two measurements are told in words."""


def how_to_steps(words: Words, *, week: int, log: int, distance: int) -> tuple[tuple[Advice, int], ...]:
    """Return what to do first, next and last, each with the page it leads to; 0 for none."""
    find = Advice(words("use.day"), words("use.day-text", week=week))
    scan = Advice(words("use.scan"), words("before.scan-text", distance=distance))
    learn = Advice(words("use.learn"), words("use.learn-text"))
    write = Advice(words("use.write"), words("use.write-text", log=log))
    train = Advice(words("use.train"), words("use.train-text"))
    return ((find, week), (scan if distance else learn, 0), (write if log else train, log))


def effort_named(effort: tuple[int, int], words: Words) -> str:
    """Return how hard most sets should feel."""
    first, last = effort
    return words("use.right", effort=first) if first == last else words("use.right-range", first=first, last=last)
