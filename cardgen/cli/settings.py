"""The options of `printing` and `cardgen.toml` in, how cards are made out: the command line goes before the file."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cardgen.values.errors import Location, UsageError

if TYPE_CHECKING:
    from cardgen.compose import Brand
    from cardgen.display import Drawing, Pixels
    from cardgen.files.config import Config
    from cardgen.pipeline.settings import CardSettings
    from cardgen.theme import Theme
    from cardgen.values.stock import Sheet
    from cardgen.values.use import Distance, Use

DATE_VARIABLE = "SOURCE_DATE_EPOCH"
"""Where builds that are to be repeated say which date their files bear (reproducible-builds.org)."""

Room = tuple[float, float]
"""Width and height."""


def config_of(options: dict[str, Any]) -> Config:
    """Return the settings of the file that `--config` names, or of `cardgen.toml` in the working folder if there is one."""
    from cardgen.files.config import load_config

    path = _config_path(options)
    if options.get("config") is not None and not path.exists():
        raise UsageError(f"{path.as_posix()}: no such settings file", hint="`cardgen init` makes a cardgen.toml")
    return load_config(path)


def settings_files(options: dict[str, Any]) -> tuple[Path, ...]:
    """Return the files that decide how cards are made: the settings, and the logo and the theme that are named there."""
    from cardgen.theme import find_theme

    files = (_config_path(options), *config_of(options).files)
    if options.get("theme") is None:
        return files
    found = find_theme(options["theme"], Path())
    return (*files, found) if isinstance(found, Path) else files


def card_settings(options: dict[str, Any], config: Config, *, logo_room: Room | None = None) -> CardSettings:
    """Return how cards are made: the command line before the file, that before the defaults.

    `logo_room` is the logo's largest place in sheet units, where that is not the foot of a card.
    """
    from cardgen.compose import Detail
    from cardgen.layout.ground.footer import LOGO_ROOM
    from cardgen.pipeline.settings import CardSettings
    from cardgen.pipeline.stages import open_logo
    from cardgen.theme import Head, Ink
    from cardgen.values.stock import Orientation
    from cardgen.values.use import Picture

    sheet = _sheet(options["size"], config)
    orientation = Orientation(options["orientation"]) if options["orientation"] else config.card_orientation
    ink = Ink(options.get("ink") or config.card_ink.value)
    head = Head(options.get("head") or config.card_head.value)
    logo = partial(open_logo, sheet=sheet, orientation=orientation, room=logo_room or LOGO_ROOM, ink=ink)
    return CardSettings(
        sheet=sheet,
        orientation=orientation,
        theme=_theme(options.get("theme"), config).headed(head).inked(ink),
        picture=Picture(options.get("picture") or config.card_picture.value),
        use=_use(options),
        brand=_brand(config, logo),
        detail=Detail(options["detail"]) if options["detail"] else config.card_detail,
        date=date_of(os.environ.get(DATE_VARIABLE, "")),
    )


def _use(options: dict[str, Any]) -> Use:
    """Return how the cards are used."""
    from cardgen.values.use import IN_THE_HAND, Edition, Punch, Sides, Use, parse_distance, parse_safe

    def distance(option: str) -> Distance:
        text = options.get(option)
        return parse_distance(text) if text else IN_THE_HAND

    return Use(
        read_from=distance("read_from"),
        scan_from=distance("scan_from"),
        edition=Edition(options.get("edition") or Edition.STANDARD.value),
        sides=Sides(int(options.get("sides") or Sides.ONE.value)),
        safe_mm=parse_safe(options["safe"]) if options.get("safe") else 0.0,
        punch=Punch(options.get("punch") or Punch.NONE.value),
    )


def date_of(seconds: str) -> str:
    """Return the date that SOURCE_DATE_EPOCH names, in ISO 8601; empty where it is not set."""
    if not seconds:
        return ""
    try:
        moment = datetime.fromtimestamp(int(seconds), tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f'{DATE_VARIABLE} is "{seconds}"', hint="it counts the seconds since 1970, such as 1790000000; or unset it"
        ) from None
    return moment.isoformat(timespec="seconds")


def _config_path(options: dict[str, Any]) -> Path:
    from cardgen.files.config import FILE_NAME

    return options.get("config") or Path(FILE_NAME)


def _sheet(size: str | None, config: Config) -> Sheet:
    from cardgen.values.stock import parse_sheet
    from cardgen.values.tables import at

    if size is not None:
        return parse_sheet(size)
    with at(config.where("card_size")):
        return parse_sheet(config.card_size)


def _theme(name: str | None, config: Config) -> Theme:
    from cardgen.theme import named_theme

    return config.theme if name is None else named_theme(name)


def _brand(config: Config, open_logo: Callable[[Path], Pixels | Drawing]) -> Brand:
    """Return what the gym puts on every card; what would fail every guide is told once."""
    from cardgen.compose import Brand
    from cardgen.values.tables import at

    web = config.gym_web
    _require_printable(config.gym_name, config.where("gym_name"))
    _require_printable(config.gym_note, config.where("gym_note"))
    _require_printable(web.shown if web else "", config.where("gym_web"))
    with at(config.where("gym_logo")):
        logo = open_logo(config.gym_logo) if config.gym_logo else None
    return Brand(
        name=config.gym_name,
        address=web.shown if web else "",
        link=web.link if web else "",
        logo=logo,
        note=config.gym_note,
    )


def _require_printable(text: str, place: Location) -> None:
    from cardgen.pipeline.stages import unprintable

    if found := unprintable(text, place):
        raise UsageError(f"{found[0].location}: {found[0].message}", hint=found[0].hint)
