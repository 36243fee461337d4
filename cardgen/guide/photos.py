"""The front matter and the images beside a guide in, its photographs out: named, not opened.

No name may lead out of the guide's folder: a guide from a stranger is not to show what else is on the disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cardgen.guide.album import ENDINGS, FOLDER
from cardgen.guide.findings import Findings
from cardgen.guide.front import Front
from cardgen.guide.model import Photo

MOST = 2
DEFAULT_CAPTIONS = ("Start", "Finish")
"""Of two photographs; a single one needs no word."""

_DRIVE = re.compile(r"[a-z]:", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_FROM_HERE = 'put the file into the folder of the guide, or one in it, and name it from there: "images/plank.jpg"'
_MAX_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """An image as it is named, from the guide's folder."""

    name: str
    line: int | None
    """None where it was found beside the guide."""


def read_photos(front: Front, *, folder: Path, beside: tuple[str, ...], found: Findings) -> tuple[Photo, ...]:
    """Return at most two photographs: those that the front matter names, else those beside the guide, in `images`.

    What leads out of `folder`, as the paths of sites do, is left out with a warning; whether there is such a file is for those to tell who open it.
    """
    named = [*_from_front(front)]
    if not named and not front.broken & {"image", "images"}:
        named = [_Named(name=f"{FOLDER}/{name}", line=None) for name in beside]
    named = [*_once(named, found)]
    kept = _first(named, found)
    inside = [image for image in kept if _is_inside(image, folder, found)]
    captions = _captions(front, len(kept), found)
    if front.text("image_alt") and not kept:
        hint = "name a photograph with image: or images:, or delete it"
        found.warn("image-alt", '"image_alt" tells what no photograph shows', line=front.lines["image_alt"], hint=hint)
    return tuple(
        Photo(
            file=(folder / image.name).as_posix(),
            caption=captions[kept.index(image)],
            location=found.at(image.line),
        )
        for image in inside
    )


def _from_front(front: Front) -> Iterator[_Named]:
    for key, images in (("image", _several(front.text("image"))), ("images", front.words("images"))):
        for image in images:
            # as Windows writes a path, and as every system reads it
            yield _Named(name=image.replace("\\", "/"), line=front.lines[key])


def _several(text: str) -> tuple[str, ...]:
    """Return the images that a text names: several where each part between its commas ends as an image does."""
    parts = tuple(part.strip() for part in text.split(","))
    if all(part.lower().endswith(ENDINGS) for part in parts):
        return parts
    return (text,) if text else ()


def _once(images: list[_Named], found: Findings) -> Iterator[_Named]:
    """Yield each image once; of those beside the guide that differ only in their ending, the first."""
    seen: dict[str, str] = {}
    for image in images:
        path = PurePosixPath(image.name)
        key = str(path if image.line else path.with_suffix(""))
        if key not in seen:
            seen[key] = image.name
            yield image
        elif image.line is None:
            hint = f"delete one of the two; {seen[key]} is printed"
            found.note("image-not-printed", f"{image.name} is not printed", hint=hint)


def _first(images: list[_Named], found: Findings) -> list[_Named]:
    """Return as many as a card has room for, and say which are left out."""
    if len(images) > MOST:
        others = ", ".join(_short(image.name) for image in images[MOST:])
        verb = "is" if len(images) == MOST + 1 else "are"
        hint = "name the two that are to be printed with images: [start.jpg, finish.jpg]"
        message = f"a card has room for two photographs: {others} {verb} not printed"
        found.note("image-not-printed", message, line=images[MOST].line, hint=hint)
    return images[:MOST]


def _captions(front: Front, photos: int, found: Findings) -> tuple[str, ...]:
    """Return a caption for each photograph, empty for none."""
    given = front.words("captions")
    if len(given) > photos:
        counted = {0: "no photographs", 1: "one photograph"}.get(photos, f"{photos} photographs")
        message = f"{len(given)} caption{'s' if given[1:] else ''} for {counted}"
        hint = "write one for each photograph that is printed"
        found.warn("captions", message, line=front.lines["captions"], hint=hint)
    if not any(given):
        given = () if given or photos != len(DEFAULT_CAPTIONS) else DEFAULT_CAPTIONS
    return (*given, *[""] * photos)[:photos]


def _is_inside(image: _Named, folder: Path, found: Findings) -> bool:
    """Tell whether a name stays in the folder, wherever links lead; what leads out is told and never opened."""
    if reason := leads_out(image.name, folder, of="guide"):
        message = f'"{_short(image.name)}" {reason}: the card is made without it'
        found.warn("image-path", message, line=image.line, hint=_FROM_HERE)
    return not reason


def leads_out(name: str, folder: Path, *, of: str) -> str:
    """Return why a name is not one of a file in the folder of a guide or of another file, or an empty text."""
    if name.startswith("/") or _DRIVE.match(name):
        return f"is an absolute path; only files in the folder of the {of} are read"
    if _ADDRESS.match(name):
        return f"is an address; only files in the folder of the {of} are read"
    if ".." in name.split("/"):
        return f'leads out of the folder of the {of} with ".."'
    try:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return "is a link that leads in a circle"
    except ValueError:  # a null character: there is no such file
        return ""
    return "" if inside else f"is a link that leads out of the folder of the {of}"


def _short(name: str) -> str:
    return name if len(name) <= _MAX_SHOWN else f"{name[: _MAX_SHOWN - 1]}…"
