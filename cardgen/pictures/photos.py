"""A guide in, its photographs out: measured, not developed, and what is wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cardgen.display import Negative
from cardgen.guide.model import Guide, Photo
from cardgen.pictures.opening import NoPictureError, PictureError
from cardgen.pictures.photo import measure_photo
from cardgen.values.errors import Location, Problem, Severity
from cardgen.values.nearest import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPhoto:
    """A photograph whose size is known."""

    negative: Negative
    caption: str = ""
    """Printed on it; empty for none."""


def open_photos(guide: Guide) -> tuple[tuple[OpenPhoto, ...], tuple[Problem, ...]]:
    """Return the guide's photographs that can be printed, in order, and a problem for each that cannot.

    A photograph that is not there is a warning: the card is made without it. Whatever else is wrong is an error.
    """
    opened: list[OpenPhoto] = []
    problems: list[Problem] = []
    for photo in guide.photos:
        try:
            found = measure_photo(Path(photo.file))
        except NoPictureError:
            problems.append(_missing(photo.file, photo.location))
        except PictureError as error:
            problems.append(problem_of(error, photo.location))
        else:
            negative = Negative(file=photo.file, columns=found.columns, rows=found.rows, medium=found.medium)
            opened.append(OpenPhoto(negative=negative, caption=photo.caption))
    return tuple(opened), tuple(problems)


def digest_photos(photos: Iterable[Photo]) -> str:
    """Return a SHA-256 of the files of photographs, one after another, empty for none; one that is missing counts as empty."""
    digests = [_digest(Path(photo.file)) for photo in photos]
    return hashlib.sha256(b"".join(digests)).hexdigest() if digests else ""


def _digest(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return hashlib.sha256().digest()


def problem_of(error: PictureError, location: Location) -> Problem:
    """Return what keeps a card from being made: a photograph that cannot be printed."""
    return Problem(severity=Severity.ERROR, code="image", message=error.message, location=location, hint=error.hint)


def _missing(file: str, location: Location) -> Problem:
    path = Path(file)
    beside: dict[str, str] = {}
    with suppress(OSError):
        # a link that leads nowhere is no better than itself
        beside = {entry.name.casefold(): entry.name for entry in path.parent.iterdir() if entry.name != path.name}
    match = nearest(path.name, beside)
    hint = f'did you mean "{beside[match]}"?' if match else "the card is made without it"
    message = f"{path.as_posix()}: no such image"
    return Problem(severity=Severity.WARNING, code="missing-image", message=message, location=location, hint=hint)
