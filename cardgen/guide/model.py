"""What a guide holds once it is read: plain values, no Markdown, no layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from cardgen.figure.movements import Action, Match
from cardgen.values.errors import Location, Problem


class Role(Enum):
    """What a section of the body is for; every heading is mapped to one."""

    OVERVIEW = "overview"
    EQUIPMENT = "equipment"
    SETUP = "setup"
    EXECUTION = "execution"
    BREATHING = "breathing"
    TIPS = "tips"
    MISTAKES = "mistakes"
    SAFETY = "safety"
    NOT_FOR = "not for"
    FEEL = "should feel"
    DOSE = "dose"
    EASIER = "easier"
    HARDER = "harder"
    VARIATIONS = "variations"
    BENEFITS = "benefits"
    NOTES = "notes"
    CONCLUSION = "conclusion"
    UNKNOWN = "unknown"


class Emphasis(Enum):
    """How a span of text is meant."""

    PLAIN = "plain"
    STRONG = "strong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text with one emphasis and at most one link (https, http or mailto)."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    link: str | None = None


Inline = tuple[Span, ...]
"""A line of running text; white space is folded to single blanks, none at either end."""


def plain_text(inline: Inline) -> str:
    """Return the words of `inline` without emphasis or links."""
    return "".join(span.text for span in inline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    text: Inline
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a list."""

    text: Inline
    """All of the entry's own text, its lead-in included ("Press: Rotate your palms ...")."""
    location: Location
    lead_in: str = ""
    """The bold words it opens with, without the colon ("Press"); empty when there are none."""
    rest: Inline = ()
    """`text` without the lead-in and its colon; equal to `text` when there is no lead-in."""
    children: tuple[Item, ...] = ()
    """The entries of lists nested in it, and its further paragraphs, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """A list, numbered or not."""

    items: tuple[Item, ...]
    ordered: bool
    is_table: bool = False
    """Whether its entries were the rows of a table."""
    head: str = ""
    """What the first column of that table is called."""
    location: Location


Block = Paragraph | ItemList


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it; text before the first heading has an empty heading."""

    role: Role
    heading: str
    """Without numbering, trailing colon or emphasis."""
    level: int
    """2 to 6 as in Markdown; a bold line as heading counts as 7; 0 without heading."""
    blocks: tuple[Block, ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One numbered step of the card."""

    name: str
    """Empty when the guide gives none."""
    blocks: tuple[Block, ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """Where the guide's code leads."""

    url: str
    """The full https address the QR code holds, such as `https://youtu.be/VH4Bqn1FUhM`."""
    label: str
    """The address as a person types it, without the scheme: `youtu.be/VH4Bqn1FUhM`."""
    youtube_id: str | None = None


class Origin(Enum):
    """Where a title, an equipment or muscles came from."""

    GIVEN = "given"
    DESCRIPTION = "description"
    MOVEMENT = "movement"
    TEXT = "text"
    FILE_NAME = "file name"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscle:
    """A muscle, or a group of them, that an exercise works."""

    name: str
    """As it is printed: in the guide's own words where its front matter names it, else the plain name of the group."""
    groups: tuple[str, ...] = ()
    """Its ids in the muscle map (`anatomy.GROUPS`): several for a broad word such as "legs", none for an unknown name."""


class Verdict(Enum):
    """How words about a muscle are taken."""

    TITLE = "title"
    """The exercise is named after it: "Triceps Blaster"."""
    LISTED = "listed"
    """It stands under a heading such as "Muscles worked"."""
    NAMED = "named"
    """The exercise is said to be for it: "Strengthen the glutes"."""
    HELP = "help"
    """It is said to help: "also works the triceps"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a guide that name a muscle."""

    groups: tuple[str, ...]
    """Ids of the map; several for a broad word, those most often meant first."""
    words: str
    """As the guide has them."""
    verdict: Verdict
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscles:
    """What an exercise works; nothing stands in both."""

    primary: tuple[Muscle, ...] = ()
    """What it is for, the most important first."""
    secondary: tuple[Muscle, ...] = ()
    """What helps."""
    origin: Origin = Origin.NONE
    """GIVEN by the front matter, those of the MOVEMENT, or read from the TEXT."""
    action: Action = Action.WORK
    """What is done to them."""
    evidence: tuple[Evidence, ...] = ()
    """What the text named, in source order, where that was taken."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name, what the exercise is for before what helps."""
        return tuple(muscle.name for muscle in (*self.primary, *self.secondary))


NO_MUSCLES = Muscles()


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photograph of the exercise; its file is named, not opened."""

    file: str
    """Its path, as the guide's own file is shown: relative to the working folder or absolute."""
    caption: str = ""
    """Printed on it; empty for none."""
    location: Location
    """Where the guide names it, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A guide, read and understood."""

    path: str
    stem: str
    title: str
    title_origin: Origin
    equipment: str
    """As printed ("Leverage Machine"); empty when unknown."""
    equipment_origin: Origin
    description: Inline
    """What stands under the title."""
    video: Video | None
    sections: tuple[Section, ...]
    """The body in source order, without the how-to part."""
    steps: tuple[Step, ...]
    steps_from_howto: bool
    """Whether they stand apart from the sections, in a how-to part or in the front matter."""
    description_origin: Origin = Origin.GIVEN
    """GIVEN by the front matter, or the first words of the TEXT, which stand in a section too."""
    language: str = "en"
    """A BCP 47 tag."""
    level: str = ""
    position: str = ""
    movement: Match | None = None
    """The movement of the table that it shows; None where none is known."""
    movement_asked: str = ""
    """What the front matter names for a movement; empty where it names none."""
    muscles: Muscles = NO_MUSCLES
    photos: tuple[Photo, ...] = ()
    """At most two, in the order in which they are printed."""
    image_alt: str = ""
    """What stands for the photographs in speech; empty where it is to be composed."""
    tags: tuple[str, ...] = ()
    license: str = ""
    source: str = ""
    note: str = ""
    problems: tuple[Problem, ...] = field(default=())
    """Warnings and notes met while reading; errors are raised, not kept."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Where the front matter has its keys."""
    digest: str = field(default="", compare=False)
    """SHA-256 of the bytes of the file."""

    def at(self, key: str) -> Location:
        """Return the line of a key of the front matter, or the whole file where the key is missing."""
        return Location(path=self.path, line=self.lines.get(key))

    def with_role(self, *roles: Role) -> tuple[Section, ...]:
        """Return the sections of these roles, in the order of the roles and in source order within each."""
        return tuple(section for role in roles for section in self.sections if section.role is role)
