"""Bytes in, a whole file out, or the old one untouched. Knows nothing of what it writes."""

from __future__ import annotations

import errno
import os
import re
import secrets
from pathlib import Path

from cardgen.values.errors import OutputError

_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
"""Windows opens a device under these names, whatever the extension ("Naming Files", Win32 documentation)."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
"""What a file name cannot hold on Windows or, for the slash, anywhere."""
_LONGEST_NAME = 240
"""Bytes of a name in UTF-8: common file systems end at 255, and the extension needs room."""

_REASONS = {
    errno.EACCES: "no permission to write there",
    errno.EPERM: "no permission to write there",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EEXIST: "a file of that name is in the way",
    errno.ENAMETOOLONG: "the name is too long",
}


def unsafe_name(stem: str) -> str | None:
    """Return why no file should be named so, on any system, or None when the name is good."""
    if not stem.strip(" ."):
        return "it is empty"
    if _DEVICES.fullmatch(stem):
        return "Windows keeps that name for a device"
    if bad := _FORBIDDEN.search(stem):
        return f"it holds {bad[0]!a}, which Windows forbids"
    if len(stem.encode("utf-8", "surrogateescape")) > _LONGEST_NAME:
        return f"it is longer than {_LONGEST_NAME} bytes"
    return None


def reason_of(error: OSError) -> str:
    """Return in words why something could not be written."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def prepare_folder(folder: Path) -> None:
    """Make a folder, and those above it, where there is none, and see that files can be written in it."""
    make_folder(folder)
    try:
        probe = _beside(folder / "probe")
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        probe.unlink()
    except OSError as error:
        raise _cannot(f"write to {folder.as_posix()}", error) from error


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where there is none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(
            f"cannot write to {folder.as_posix()}: it is a file, not a folder", hint="name a folder with -o"
        ) from None
    except OSError as error:
        raise _cannot(f"write to {folder.as_posix()}", error) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file beside its place, then move it there: readers see the old one or the new one, never a part."""
    if reason := unsafe_name(path.stem):
        raise OutputError(f"cannot write {path.as_posix()}: the name is not safe: {reason}")
    if path.is_dir():
        raise OutputError(
            f"cannot write {path.as_posix()}: it is a folder", hint="move the folder, or choose another with -o"
        )
    beside = _beside(path)
    try:
        _write_through(beside, data)
        beside.replace(path)
    except OSError as error:
        raise _cannot(f"write {path.as_posix()}", error) from error
    finally:
        beside.unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    # os.open, not tempfile: a finished card has the permissions that the user's umask gives any new file
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _beside(path: Path) -> Path:
    return path.with_name(f".cardgen-{secrets.token_hex(6)}.tmp")


def _cannot(what: str, error: OSError) -> OutputError:
    hint = "is it open in another program?" if error.errno == errno.EACCES and os.name == "nt" else ""
    return OutputError(f"cannot {what}: {reason_of(error)}", hint=hint)
