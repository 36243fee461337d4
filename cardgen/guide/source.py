"""Path in, text out: decoded, with line feeds only and within bounds. Knows no Markdown and no YAML."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cardgen.guide.album import own_name
from cardgen.guide.blanks import CONTROL, name_of_control
from cardgen.guide.findings import Findings

MAX_FRONT = 64 * 1024
MAX_BODY = 64 * 1024
"""Bytes. A guide of 5,000 words is half of this; some inputs cost the Markdown parser quadratic time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a file is read as: its bounds, and the words for what is wrong with it."""

    noun: str
    name_one: str
    """What to do where the path is no file."""
    most: int
    """Bytes."""
    shorten: str
    """What to do about a file that is larger."""
    fill: str
    """What to do about an empty one."""
    spare: str = ""
    """An encoding that is taken, and said, where a file is not UTF-8."""
    others: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """By the ending of its name: what else a file is, and what to do with it."""


_PROGRAM = "a program"
_PRINT_PROGRAM = "print it with: cardgen booklet --program {}; `cardgen program check` tells what is wrong with it"
_DOCUMENT = "a Word document"
_SAVE_DOCUMENT = "save it as plain text or Markdown, with a name that ends in .md"
GUIDE = Kind(
    noun="a guide",
    name_one="name an .md file",
    most=MAX_FRONT + MAX_BODY,
    shorten="a card holds a page: shorten the guide, or part a library with `cardgen split`",
    fill="write the exercise into it; `cardgen new` starts a guide, `cardgen init` copies samples",
    others={
        ".yaml": (_PROGRAM, _PRINT_PROGRAM),
        ".yml": (_PROGRAM, _PRINT_PROGRAM),
        ".csv": ("a table", "a list of clients goes with a program: cardgen booklet --program FILE --clients {}"),
        ".toml": ("a settings file", "name it with --config {}, and a guide besides"),
        ".pdf": ("a PDF", "a guide is a Markdown file: its name ends in .md"),
        ".docx": (_DOCUMENT, _SAVE_DOCUMENT),
        ".doc": (_DOCUMENT, _SAVE_DOCUMENT),
        ".odt": ("a document", _SAVE_DOCUMENT),
        ".rtf": ("a document", _SAVE_DOCUMENT),
    },
)

_SAVE = "open it in a text editor and save it again with the encoding UTF-8"
_BOM = b"\xef\xbb\xbf"
_LONELY_RETURN = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text of one file."""

    path: str
    """As it is shown in messages."""
    stem: str
    text: str
    """Lines end in a line feed; a byte-order mark is gone."""
    digest: str
    """SHA-256 of the bytes of the file, in hexadecimal."""


def read_source(path: Path, *, shown: str | None = None) -> Source:
    """Read a guide's file; raise GuideError when it cannot be read as text."""
    found = Findings(shown or str(path))
    source = open_source(path, found, GUIDE)
    found.raise_errors()
    return source


def source_of(text: str, *, path: str, stem: str) -> Source:
    """Wrap a guide that is already decoded; raise GuideError when it holds control characters or nothing."""
    found = Findings(path)
    source = wrap_source(text, stem, found, GUIDE)
    found.raise_errors()
    return source


def open_source(path: Path, found: Findings, kind: Kind) -> Source:
    """Read a file of any kind; what keeps it from being read as text goes to `found`, and its text is empty then."""
    data = _read_bytes(path, found, kind)
    text = "" if found.has_errors() else _decode(data, found, kind)
    return Source(path=found.path, stem=own_name(path), text=text, digest=hashlib.sha256(data).hexdigest())


def wrap_source(text: str, stem: str, found: Findings, kind: Kind) -> Source:
    """Wrap a text of any kind that is already decoded; what is wrong with it goes to `found`."""
    data = text.encode("utf-8", "surrogatepass")
    clean = _clean(text.removeprefix("\ufeff"), found, kind)
    if len(data) > kind.most:
        _too_large(len(data), found, kind)
    return Source(path=found.path, stem=stem, text=clean, digest=hashlib.sha256(data).hexdigest())


def _read_bytes(path: Path, found: Findings, kind: Kind) -> bytes:
    """Return the bytes of the file, or add the error that says why not."""
    try:
        if path.is_dir():
            found.error("not-a-file", f"this is a folder, not {kind.noun}", hint=f"{kind.name_one} in it")
        elif not path.exists():
            found.error("no-file", "there is no such file", hint="check the name and the folder")
        elif not path.is_file():
            found.error("not-a-file", "this is not a plain file", hint=kind.name_one)
        elif other := kind.others.get(path.suffix.casefold()):
            found.error("other-kind", f"this is {other[0]}, not {kind.noun}", hint=other[1].replace("{}", found.path))
        elif (size := path.stat().st_size) > kind.most:
            _too_large(size, found, kind)
        else:
            return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        found.error("unreadable", f"the file cannot be read: {reason}", hint="check its permissions")
    return b""


def _too_large(size: int, found: Findings, kind: Kind) -> None:
    message = f"the file has {size // 1024} KB, more than {kind.most // 1024} KB"
    found.error("too-large", message, hint=kind.shorten)


def _decode(data: bytes, found: Findings, kind: Kind) -> str:
    """Return the text of UTF-8 bytes, or add the error that names the first wrong byte."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        found.error("encoding", "the letters of the file are UTF-16, not UTF-8", line=1, hint=_SAVE)
        return ""
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if kind.spare and (spare := _spare(data, kind.spare)):
            hint = "where letters with accents look wrong, save it as CSV UTF-8"
            found.warn("encoding", f"the file is not UTF-8: it is read as {kind.spare}", hint=hint)
            return _clean(spare, found, kind)
        head = data[: error.start]
        line = len(_LONELY_RETURN.sub("\n", head.decode("utf-8")).split("\n"))
        column = error.start - max(head.rfind(b"\n"), head.rfind(b"\r"))
        found.error(
            "encoding",
            f"the letters of the file are not UTF-8: byte 0x{data[error.start]:02X} (byte {column} of the line)",
            line=line,
            hint=_SAVE,
        )
        return ""
    return _clean(text, found, kind)


def _spare(data: bytes, encoding: str) -> str:
    """Return the text of bytes in another encoding; empty where it is not in that either."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _clean(text: str, found: Findings, kind: Kind) -> str:
    """Return the text with line feeds only; add errors for an empty text and for control characters."""
    if "\r" in text:
        text = _LONELY_RETURN.sub("\n", text)
    if not text.strip():
        found.error("empty", "the file is empty", hint=kind.fill)
        return ""
    if match := CONTROL.search(text):
        found.error(
            "control-character",
            f"{name_of_control(match[0])} cannot be printed",
            line=text.count("\n", 0, match.start()) + 1,
            hint="delete it; the file may be no text, or not UTF-8",
        )
    return text
