"""A theme's file, or the colours of `cardgen.toml`, in, a Theme out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cardgen.display import Color
from cardgen.theme.builtin import PETROL, THEMES
from cardgen.theme.colour import parse_color
from cardgen.theme.derive import of_brand
from cardgen.theme.judge import judge
from cardgen.theme.model import BOXES, Theme
from cardgen.theme.pairs import PARTS, with_color
from cardgen.values.errors import Location, Problem, Severity, UsageError
from cardgen.values.nearest import did_you_mean
from cardgen.values.tables import Tables, at, read_tables

NAME, BRAND = "name", "brand"
REQUIRED = ("band", "accent")
_EXAMPLES = {"band": "#12343b", "accent": "#f2b544"}


def named_theme(text: str) -> Theme:
    """Return the built-in theme of this name, or the one in the file of this path."""
    found = find_theme(text, Path())
    return found if isinstance(found, Theme) else load_theme(found)


def find_theme(text: str, folder: Path) -> Theme | Path:
    """Return the built-in theme of this name, or the path of a theme's file, which starts at `folder`."""
    if (theme := THEMES.get(text.strip().casefold())) is not None:
        return theme
    if not text.strip().casefold().endswith(".toml"):
        raise UsageError(
            f'unknown theme "{text}"', hint=f"{did_you_mean(text, THEMES, label='themes')}, or a file such as mine.toml"
        )
    path = folder / text.strip()
    if not path.exists():
        raise _not_there(path)
    return path


def load_theme(path: Path) -> Theme:
    """Return the theme in a file: `band` and `accent`, and tables for the boxes whose colours it changes."""
    tables = read_tables(path)
    if tables is None:
        raise _not_there(path)
    given = _given(tables)
    for key in REQUIRED:
        if key not in given:
            raise UsageError(
                f'{tables.shown}: the theme has no key "{key}"', hint=f'such as: {key} = "{_EXAMPLES[key]}"'
            )
    name = tables.values.get(NAME, path.stem)
    if not isinstance(name, str):
        raise UsageError(f"{tables.place('', NAME)}: name must be a text in quotes")
    places = {key: tables.place(*_table_and_key(key)) for key in given}
    return with_colors(replace(PETROL, name=name), given, places)


def with_colors(base: Theme, given: Mapping[str, Color], places: Mapping[str, Location]) -> Theme:
    """Return a theme with the colours given, or refuse those that cannot be read, each with the nearest that can.

    What is not given is the base theme's, moved until it can be read beside what is; `brand` is a colour to start from.
    """
    theme = of_brand(given[BRAND], base) if BRAND in given else base
    for key, color in given.items():
        if key != BRAND:
            theme = with_color(theme, key, color)
    theme, refusals = judge(theme, given)
    if refusals:
        problems = (
            Problem(
                severity=Severity.ERROR,
                code="contrast",
                message=f"{refusal.key}: {refusal.message}",
                location=places[refusal.key],
                hint=refusal.hint,
            )
            for refusal in refusals
        )
        raise UsageError("\n".join(str(problem) for problem in problems))
    return theme


def _not_there(path: Path) -> UsageError:
    return UsageError(f"{path.as_posix()}: no such theme file", hint=f"themes: {', '.join(THEMES)}")


def _given(tables: Tables) -> dict[str, Color]:
    """Return the colours of a theme's file by their keys."""
    given: dict[str, Color] = {}
    for name, value in tables.values.items():
        if name in REQUIRED:
            given[name] = _color(tables, "", name, value)
        elif name in BOXES:
            if not isinstance(value, dict):
                raise UsageError(
                    f'{tables.place(name)}: "{name}" is not a table', hint=f"write [{name}] on a line of its own"
                )
            for part, text in value.items():
                if part not in PARTS:
                    raise _unknown(tables, name, part, PARTS)
                given[f"{name}.{part}"] = _color(tables, name, part, text)
        elif name != NAME:
            raise _unknown(tables, "" if not isinstance(value, dict) else name, name, (NAME, *REQUIRED, *BOXES))
    return given


def _color(tables: Tables, table: str, key: str, value: object) -> Color:
    place = tables.place(table, key)
    if not isinstance(value, str):
        raise UsageError(f"{place}: {key} must be a text in quotes", hint=f'such as: {key} = "#12343b"')
    with at(place):
        return parse_color(value)


def _unknown(tables: Tables, table: str, key: str, known: tuple[str, ...]) -> UsageError:
    where = f" in [{table}]" if table and table != key else ""
    place = tables.place(table, "" if table == key else key)
    return UsageError(f'{place}: unknown key "{key}"{where}', hint=did_you_mean(key, known, label="keys"))


def _table_and_key(key: str) -> tuple[str, str]:
    table, _, part = key.rpartition(".")
    return table, part
