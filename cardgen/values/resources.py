"""Where the files that come with the package lie: inside it when installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from cardgen.values.errors import UsageError

_PACKAGE = Path(__file__).resolve().parents[1]
_ROOTS = (_PACKAGE / "_data", _PACKAGE.parent)
"""A wheel carries the files in `_data`; an editable install and a checkout have them at the root of the repository."""


def fonts_folder() -> Path:
    """Return the folder of the bundled fonts."""
    return _folder("fonts", holds="*.ttf")


def content_folder() -> Path:
    """Return the folder of the bundled sample guides; the folder `programs` in it holds sample programs."""
    return _folder("content", holds="*.md")


def _folder(name: str, *, holds: str) -> Path:
    for root in _ROOTS:
        folder = root / name
        if next(folder.glob(holds), None) is not None:
            return folder
    raise UsageError(f"the bundled {name} are missing from this installation", hint="install cardgen again")
