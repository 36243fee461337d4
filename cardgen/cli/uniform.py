"""The options that say whether cards share their sizes, and what the cards of a run share."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.values.errors import UsageError

if TYPE_CHECKING:
    from cardgen.cli.options import Request
    from cardgen.layout.ground.measures import SetSize
    from cardgen.pipeline.settings import CardSettings

F = TypeVar("F", bound=Callable[..., Any])
_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:pt)?")
LARGEST = 96.0
"""In points."""


def uniforming(command: F) -> F:
    """Add the options that say what cards share."""
    decorators = (
        click.option(
            "--uniform/--no-uniform",
            default=None,
            help="Cards made together share size of type, stage and lines (the default for several), or each takes the largest that fits.",
        ),
        click.option(
            "--type-size", metavar="SIZE", help="The size of the text, such as 14pt; what does not fit goes down alone."
        ),
        click.option("--reset-set", is_flag=True, help="Decide anew what the cards of the folder share."),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def shared_size(request: Request, settings: CardSettings, given: dict[str, Any], folder: Path | None) -> CardSettings:
    """Return the settings with what the cards share: as asked, as those of the folder had it, or as all agree."""
    from cardgen.files.manifest import load_manifest, set_key
    from cardgen.layout.ground.measures import SetSize

    if text := given.get("type_size"):
        if given.get("uniform") is False:
            raise UsageError("--type-size and --no-uniform contradict each other", hint="give one of them")
        return replace(settings, shared=SetSize(body=_points(text), stage=0.0))
    if given.get("uniform") is False:
        return settings
    before = load_manifest(folder).sets.get(set_key(settings)) if folder and not given.get("reset_set") else None
    if before:
        return replace(settings, shared=before)
    if len(request.found.files) == 1 and not given.get("uniform"):
        return settings
    return replace(settings, shared=_agreed(request, settings))


def _agreed(request: Request, settings: CardSettings) -> SetSize | None:
    from cardgen.bundle.batch import run, wish_one
    from cardgen.pipeline.stages import agreed

    work = partial(wish_one, settings=settings, selection=request.selection)
    with closing(run(request.found.files, work, jobs=request.jobs)) as found:
        wishes = [wish for wish in found if wish]
    return agreed(wishes, settings)


def _points(text: str) -> float:
    match = _SIZE.fullmatch(text.strip().casefold())
    size = float(match[1].replace(",", ".")) if match else 0.0
    if not 0 < size <= LARGEST:
        raise UsageError(f'"{text}" is no size of type', hint=f"write it such as 14pt; at most {LARGEST:g}pt")
    return size
