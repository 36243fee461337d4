"""A path in, the drawing in its file out where it is an SVG; what cannot be drawn is refused, with the line at fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cardgen.display import ColorSpace, Drawing
from cardgen.pictures.opening import PictureError, opened_file

_HEAD = 1024
_STARTS = (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg", b"<\0", b"\0<")
"""How an SVG may begin, after a mark of its encoding and blanks; which of them it is, its first element tells."""
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

T = TypeVar("T")


def open_drawing(path: Path, space: ColorSpace = ColorSpace.RGB) -> Drawing | None:
    """Return the drawing in a file, None where it is no SVG; raise PictureError where it cannot be drawn."""
    from cardgen.pictures.svg import read_drawing  # noqa: PLC0415 - few have drawings

    return _told(path, lambda data: read_drawing(data, space))


def drawing_size(path: Path) -> tuple[int, int] | None:
    """Return width and height of the drawing in a file, None where it is no SVG; raise PictureError where there is none."""
    from cardgen.pictures.svg import measure_drawing  # noqa: PLC0415 - likewise

    return _told(path, measure_drawing)


def _told(path: Path, read: Callable[[bytes], T]) -> T | None:
    from cardgen.pictures.svg import SvgError  # noqa: PLC0415 - likewise

    shown = path.as_posix()
    with opened_file(path, shown) as file:
        head = file.read(_HEAD)
        if not _is_svg(head):
            return None
        data = head + file.read()
    try:
        return read(data)
    except SvgError as error:
        raise PictureError(f"{shown}:{error.line}" if error.line else shown, error.reason, hint=error.hint) from None


def _is_svg(head: bytes) -> bool:
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.lstrip(b" \t\r\n").startswith(_STARTS)
