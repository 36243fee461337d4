"""What was left out of a text, collected and told once a kind. Knows no Markdown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, StrEnum
from operator import itemgetter

from cardgen.guide.findings import Findings
from cardgen.guide.video import VideoError, read_video

_SHOWN = 3
_LENGTH = 48
"""How many of what was left out a note names, and how much of each."""


class What(StrEnum):
    """How a text points at a video."""

    LINK = "link"
    EMBED = "embed"
    FRAME = "iframe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A video that a body points at."""

    url: str
    line: int
    what: What


class Kind(Enum):
    """What has no place on paper: a code, and the words for one and for several."""

    EMBED = ("embed", "embed", "embeds")
    PRIVATE = ("private-comment", "private comment", "private comments")
    TAG = ("tag", "tag", "tags")
    FIELD = ("field", "field of data", "fields of data")
    DATA = ("data", "block of data or code", "blocks of data or code")
    TEMPLATE = ("template", "template tag", "template tags")
    IMPORT = ("import", "import or export", "imports and exports")
    COMPONENT = ("component", "component", "components")
    SCRIPT = ("script", "script, style or drawing", "scripts, styles and drawings")
    PICTURE = ("picture", "picture", "pictures")
    FRAME = ("frame", "frame of another site", "frames of other sites")
    PLAYER = ("player", "film or sound", "films and sounds")
    ATTRIBUTES = ("attributes", "list of attributes", "lists of attributes")
    FOOTNOTE = ("footnote", "footnote", "footnotes")
    CITATION = ("citation", "citation", "citations")
    CONTENTS = ("contents", "list of contents", "lists of contents")
    BOX = ("box", "box to tick", "boxes to tick")
    EMOJI = ("emoji", "emoji", "emoji")
    VIDEO = ("video-link", "video link", "video links")
    SECTION = ("emptied-section", "heading of what was left out", "headings of what was left out")


class Margin:
    """What is told beside the text: what was left out of it, and the videos it points at."""

    __slots__ = ("_first_line", "_found", "_left_out", "_mentions")

    def __init__(self, first_line: int, found: Findings) -> None:
        self._first_line = first_line
        self._found = found
        self._left_out: defaultdict[Kind, list[tuple[int, str]]] = defaultdict(list)
        self._mentions: dict[str, Mention] = {}

    def drop(self, kind: Kind, line: int, name: str) -> None:
        """Remember what is left out of a line, counted from 0."""
        self._left_out[kind].append((line, name))

    def mention(self, url: str, line: int, what: What) -> None:
        """Remember a video; the first to point at it counts."""
        place = self._first_line + line
        known = self._mentions.setdefault(_identity(url), Mention(url=url, line=place, what=what))
        if place < known.line:
            self._mentions[_identity(url)] = Mention(url=url, line=place, what=what)

    def warn(self, code: str, message: str, *, line: int, hint: str) -> None:
        """Tell what should be mended in a line, counted from 0."""
        self._found.warn(code, message, line=self._first_line + line, hint=hint)

    def mentions(self) -> tuple[Mention, ...]:
        """Return the videos in the order of their lines."""
        return tuple(sorted(self._mentions.values(), key=lambda mention: mention.line))

    def tell(self) -> None:
        """Add a note for each kind of what was left out."""
        for kind, unsorted in self._left_out.items():
            code, one, many = kind.value
            entries = sorted(unsorted, key=itemgetter(0))
            count = len(entries)
            names = list(dict.fromkeys(short for _, name in entries if (short := _short(name))))
            named = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
            message = f"1 {one} is not printed" if count == 1 else f"{count} {many} are not printed"
            message += " as text" if kind is Kind.VIDEO else ""  # the code may open it
            line = self._first_line + entries[0][0]
            self._found.note(code, f"{message}: {named}" if named else message, line=line)


def _identity(url: str) -> str:
    """Return what two addresses of one video have in common."""
    try:
        video = read_video(url)
    except VideoError:
        return url
    return video.youtube_id or video.url


def _short(name: str) -> str:
    name = " ".join(name.split())
    return name if len(name) <= _LENGTH else f"{name[: _LENGTH - 1]}…"
