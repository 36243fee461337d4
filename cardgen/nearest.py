"""A mistyped name in, the known name most like it out."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, or None when nothing comes close."""
    import difflib  # noqa: PLC0415 - 5 ms, needed only when something went wrong

    matches = difflib.get_close_matches(name.strip().casefold(), list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(name: str, known: Iterable[str], *, label: str) -> str:
    """Return a hint that offers the nearest known name and lists them all."""
    names = tuple(known)
    match = nearest(name, names)
    listed = f"{label}: {', '.join(names)}"
    return f'did you mean "{match}"? {listed}' if match else listed
