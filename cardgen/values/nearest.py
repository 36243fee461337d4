"""A mistyped name in, the known names most like it out."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, or None when nothing comes close."""
    return next(iter(nearest_few(name, known, most=1)), None)


def nearest_few(name: str, known: Iterable[str], *, most: int, likeness: float = 0.6) -> list[str]:
    """Return the known names like `name`, the most like first; a `likeness` of 1 is the name itself."""
    import difflib  # noqa: PLC0415 - 5 ms, needed only when something went wrong

    return difflib.get_close_matches(name.strip().casefold(), list(known), n=most, cutoff=likeness)


def did_you_mean(name: str, known: Iterable[str], *, label: str) -> str:
    """Return a hint that offers the nearest known name and lists them all."""
    names = tuple(known)
    match = nearest(name, names)
    listed = f"{label}: {', '.join(names)}"
    return f'did you mean "{match}"? {listed}' if match else listed
