"""`cardgen.toml` in, settings out: what a gym sets once. Knows no command line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cardgen.compose import Detail
from cardgen.display import Color
from cardgen.guide.languages import Kind
from cardgen.theme import PETROL, THEMES, Head, Ink, Theme, find_theme, load_theme, parse_color, with_colors
from cardgen.values.errors import Location, Problem, Severity, UsageError, joined
from cardgen.values.nearest import did_you_mean
from cardgen.values.stock import Orientation, parse_sheet
from cardgen.values.tables import Tables, at, read_tables
from cardgen.values.use import Picture

FILE_NAME = "cardgen.toml"
MOST_LETTERS = 500
"""Of a value; a path is the longest."""
MOST_WARNINGS = 20
"""More are counted, not told."""
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """The address of a site."""

    shown: str
    """As it is printed and typed."""
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What stands in `cardgen.toml`; the defaults are those of a folder without one."""

    gym_name: str = ""
    """Printed at the foot of every card."""
    gym_web: Web | None = None
    gym_logo: Path | None = None
    """From the working folder on, wherever the file stands."""
    gym_note: str = ""
    """A line of its own at the foot."""
    card_size: str = "a4"
    """The size of a card where the command line names none, as `--size` takes it."""
    card_detail: Detail = Detail.BRIEF
    card_orientation: Orientation = Orientation.GIVEN
    card_ink: Ink = Ink.FULL
    card_head: Head = Head.BRAND
    card_picture: Picture = Picture.BEST
    theme: Theme = PETROL
    """The theme, with the colours of `[colors]` in it."""
    headings: Mapping[str, Kind] = field(default_factory=dict)
    """What headings of guides mean, by their words."""
    problems: tuple[Problem, ...] = ()
    """Warnings about tables and keys that mean nothing here."""
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    """Where each field that is set stands."""

    files: tuple[Path, ...] = field(default=(), compare=False)
    """Logo and theme's file, where they are set."""

    def where(self, name: str) -> Location:
        """Return where a field is set."""
        return self.places.get(name, Location(path=FILE_NAME))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key that a table may hold."""

    field: str
    """The field of `Config` that it sets; a key of [colors] names a colour of the theme."""
    example: str
    """A value as it is written."""
    about: str
    """What it is for; a comment in the template."""
    kind: type = str
    allowed: tuple[str, ...] = ()
    """All values there are; empty for any."""
    pattern: str = ""
    """A regular expression that values match, for editors."""
    read: Callable[[str], Any] = str
    """What makes the field's value of the one that is written."""


def read_web(text: str) -> Web | None:
    """Return the address of a site, https unless it says otherwise; None for an empty text."""
    if not text.strip():
        return None
    match = _WEB.fullmatch(text.strip())
    if match is None:
        raise UsageError(f'"{text}" is not an address on the web', hint="such as: cornergym.example or https://...")
    try:
        host = match["host"].encode("idna").decode("ascii")
    except UnicodeError:
        raise UsageError(f'"{text}" names no site', hint="such as: cornergym.example") from None
    path = quote(match["path"] or "", safe="/%:@!$&'()*+,;=~-._?#")
    shown = match["host"] + (match["port"] or "") + (match["path"] or "").rstrip("/")
    return Web(shown=shown, link=f"{match['scheme'] or 'https://'}{host}{match['port'] or ''}{path}")


def read_size(text: str) -> str:
    """Return the name of a size as it is written, if there is such a one."""
    parse_sheet(text)
    return text


def read_path(text: str) -> Path | None:
    """Return the path that a text names; None for an empty text."""
    return Path(text.strip()) if text.strip() else None


_WEB = re.compile(
    r"(?P<scheme>https?://)?(?P<host>[^\W_]([\w-]*[^\W_])?(\.[^\W_]([\w-]*[^\W_])?)*\.[^\W\d_][\w-]*[^\W_])"
    r"(?P<port>:\d{1,5})?(?P<path>/[\w/%:@!$&'()*+,;=~.?#-]*)?",
    re.IGNORECASE,
)
_COLOR = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"

SCHEMA: Mapping[str, Mapping[str, Key]] = {
    "gym": {
        "name": Key(field="gym_name", example='"Corner Gym"', about="The name at the foot of every card."),
        "web": Key(
            field="gym_web",
            example='"cornergym.example"',
            about="The web address behind the name; a click on it opens the site.",
            pattern=r"^(https?://)?[^\s/]+\.[^\s/]+(/\S*)?$",
            read=read_web,
        ),
        "logo": Key(
            field="gym_logo",
            example='"logo.png"',
            about="The logo before the name, an SVG, PNG, JPEG or WebP; its path starts at the folder of this file.",
            pattern=r"\.([pP][nN][gG]|[jJ][pP][eE]?[gG])$",
            read=read_path,
        ),
        "note": Key(
            field="gym_note",
            example='"Ask a coach before you try something new."',
            about="A line of its own at the foot of every card.",
        ),
    },
    "card": {
        "size": Key(
            field="card_size",
            example='"a4"',
            about="The size of a card: a2 to a7, letter, half-letter, legal, tabloid, or measured, "
            "such as 100x150mm or 4x6in.",
            read=read_size,
        ),
        "detail": Key(
            field="card_detail",
            example='"brief"',
            about="brief prints the short steps, tips, mistakes and safety; full every section; headline the steps' names.",
            allowed=tuple(detail.value for detail in Detail),
            read=Detail,
        ),
        "orientation": Key(
            field="card_orientation",
            example='"portrait"',
            about="portrait, landscape, or auto: whichever way gives the larger type.",
            allowed=tuple(way.value for way in Orientation if way is not Orientation.GIVEN),
            read=Orientation,
        ),
        "ink": Key(
            field="card_ink",
            example='"full"',
            about="full prints coloured grounds; low white grounds, outlines and black text; mono one ink.",
            allowed=tuple(ink.value for ink in Ink),
            read=Ink,
        ),
        "head": Key(
            field="card_head",
            example='"brand"',
            about="What the title stands on: brand, the band in its colour; dark, a neutral band where that colour is light; "
            "white, the paper over a rule.",
            allowed=tuple(head.value for head in Head),
            read=Head,
        ),
        "picture": Key(
            field="card_picture",
            example='"figure"',
            about="What shows the exercise: figure, drawn; photo; muscles; none (default: photographs, else the figure, "
            "else the muscle map).",
            allowed=tuple(picture.value for picture in Picture if picture is not Picture.BEST),
            read=Picture,
        ),
        "theme": Key(
            field="theme",
            example='"petrol"',
            about=f"{', '.join(THEMES)}, or a theme file such as mine.toml; its path starts at the folder of this file.",
        ),
    },
    "colors": {
        "brand": Key(
            field="brand",
            example='"#c8102e"',
            about="The gym's colour, any: it is the band, with black words where it is light, and the accent is made of it.",
            pattern=_COLOR,
            read=parse_color,
        ),
        "band": Key(
            field="band",
            example='"#12343b"',
            about="The dark ground of the header, exactly so; refused where white on it is hard to read.",
            pattern=_COLOR,
            read=parse_color,
        ),
        "accent": Key(
            field="accent",
            example='"#f2b544"',
            about="The bright colour on the band and of the discs, exactly so; refused where it is hard to read.",
            pattern=_COLOR,
            read=parse_color,
        ),
    },
    "headings": {
        kind.value: Key(
            field=kind.value,
            example=example,
            about=f"Headings of guides that stand over {what}.",
            kind=list,
        )
        for kind, what, example in (
            (Kind.STEPS, "the steps", '["What we do"]'),
            (Kind.SETUP, "how to get ready", '["Get set"]'),
            (Kind.TIPS, "tips", '["Remember"]'),
            (Kind.MISTAKES, "mistakes", '["Not like this"]'),
            (Kind.SAFETY, "what to take care of", '["Take care"]'),
            (Kind.NOT_FOR, "who should not do it", '["Not for you if"]'),
            (Kind.BREATHING, "breathing", '["Your breath"]'),
            (Kind.EQUIPMENT, "what is needed", '["Bring along"]'),
            (Kind.VARIATIONS, "other exercises", '["Or try"]'),
            (Kind.OTHER, "what no card shows", '["My log"]'),
        )
    },
}
"""Every table and key there is; a new one needs a line here and a field in `Config`. Template and JSON Schema follow."""

_WORDS = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def load_config(path: Path) -> Config:
    """Return the settings in a file; the defaults where there is no such file."""
    tables = read_tables(path)
    return _Reader(tables, path.parent).config() if tables else Config()


@dataclass(frozen=True, slots=True)
class _Reader:
    tables: Tables
    folder: Path
    """Where paths in the file start."""

    def config(self) -> Config:
        """Return the settings; raise UsageError with all that is wrong with them."""
        values: dict[str, Any] = {}
        colors: dict[str, Color] = {}
        headings: dict[str, Kind] = {}
        places: dict[str, Location] = {}
        problems: list[Problem] = []
        wrong: list[UsageError] = []
        for name, key, value in self._keys(problems, wrong):
            target = SCHEMA[name][key].field
            places[target] = self.tables.place(name, key)
            with _kept(wrong):
                if name == "headings":
                    headings |= dict.fromkeys(self._texts(name, key, value), Kind(key))
                else:
                    (colors if name == "colors" else values)[target] = self._checked(name, key, value)
        if values.get("gym_logo"):
            values["gym_logo"] = self.folder / values["gym_logo"]
        theme, file = PETROL, None
        with _kept(wrong):
            found = self._found(values.pop("theme", PETROL.name), places)
            file = found if isinstance(found, Path) else None
            theme = found if isinstance(found, Theme) else load_theme(found)
        with _kept(wrong):
            theme = with_colors(theme, colors, places) if colors else theme
        if wrong:
            raise joined(sorted(wrong, key=_line_told))
        return Config(
            **values,
            headings=headings,
            theme=theme,
            problems=_first(problems),
            places=places,
            files=tuple(it for it in (file, values.get("gym_logo")) if it),
        )

    def _keys(self, problems: list[Problem], wrong: list[UsageError]) -> Iterator[tuple[str, str, Any]]:
        """Yield the known keys, each with its table and value; what is not known goes to `problems` or `wrong`."""
        for name, table in self.tables.values.items():
            if name not in SCHEMA:
                problems.append(self._unknown(name, "", SCHEMA, len(problems)))
            elif not isinstance(table, dict):
                message = f'{self.tables.place("", name)}: "{name}" is not a table'
                wrong.append(UsageError(message, hint=f"write [{name}] on a line of its own"))
            else:
                for key, value in table.items():
                    if key in SCHEMA[name]:
                        yield name, key, value
                    else:
                        problems.append(self._unknown(name, key, SCHEMA[name], len(problems)))

    def _checked(self, table: str, key: str, value: Any) -> Any:
        wanted = SCHEMA[table][key]
        place = self.tables.place(table, key)
        if type(value) is not wanted.kind:
            raise UsageError(
                f"{place}: {key} must be {_WORDS[wanted.kind]}, not {_WORDS.get(type(value), 'a date or time')}",
                hint=f"such as: {key} = {wanted.example}",
            )
        text = str(value)
        if len(text) > MOST_LETTERS:
            raise UsageError(
                f"{place}: {key} has {len(text)} letters, more than {MOST_LETTERS}", hint="a card has room for a line"
            )
        if wanted.allowed and text.strip().casefold() not in wanted.allowed:
            raise UsageError(f'{place}: unknown {key} "{text}"', hint=did_you_mean(text, wanted.allowed, label="known"))
        with at(place):
            return wanted.read(text.strip().casefold() if wanted.allowed else text)

    def _texts(self, table: str, key: str, value: Any) -> tuple[str, ...]:
        """Return the texts of a list; a single text is a list of one."""
        texts = (value,) if isinstance(value, str) else value
        if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
            hint = f"such as: {key} = {SCHEMA[table][key].example}"
            raise UsageError(f"{self.tables.place(table, key)}: {key} must be a list of texts", hint=hint)
        return tuple(text[:MOST_LETTERS] for text in texts)

    def _found(self, theme: str, places: Mapping[str, Location]) -> Theme | Path:
        with at(places.get("theme", Location(path=self.tables.shown))):
            return find_theme(theme, self.folder)

    def _unknown(self, table: str, key: str, known: Mapping[str, Any], before: int) -> Problem:
        """Return a warning; the nearest name is looked up for the first alone, as none of the others is shown."""
        shown = _short(key or table)
        message = f'unknown key "{shown}" in [{table}]' if key else f'unknown table or key "{shown}"'
        hint = did_you_mean(shown, known, label="keys" if key else "tables") if before < MOST_WARNINGS else ""
        return Problem(
            severity=Severity.WARNING,
            code="unknown-key",
            message=message,
            location=self.tables.place(table, key),
            hint=hint,
        )


@contextmanager
def _kept(wrong: list[UsageError]) -> Iterator[None]:
    """Keep what is wrong, so that all of it is told at once."""
    try:
        yield
    except UsageError as error:
        wrong.append(error)


def _line_told(error: UsageError) -> int:
    told = re.search(r":(\d+): ", error.message)
    return int(told[1]) if told else 0


def _first(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the first warnings, and how many more there are."""
    more = len(problems) - MOST_WARNINGS
    if more <= 0:
        return tuple(problems)
    last = replace(problems[MOST_WARNINGS], message=f"{more} more keys are unknown", hint="")
    return (*problems[:MOST_WARNINGS], last)


def _short(name: str) -> str:
    return name if len(name) <= _MOST_SHOWN else f"{name[: _MOST_SHOWN - 1]}…"
