"""`cardgen new`: the name of an exercise in, a guide to fill in out."""

from __future__ import annotations

from pathlib import Path

import click

from cardgen.cli import report
from cardgen.cli.options import CONTENT
from cardgen.values.errors import OutputError, UsageError


@click.command("new", short_help="Start a guide: a file to fill in.")
@click.argument("name")
@click.option("--equipment", default="", metavar="EQUIPMENT", help="What it is done with, such as Kettlebell.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the guide goes (default: content, or this folder where there is none).",
)
def command(name: str, equipment: str, output: Path | None) -> None:
    """Start a guide on the exercise NAME, such as "Goblet Squat": a file to fill in, which changes none that exists."""
    from cardgen.files.skeleton import equipment_for, skeleton
    from cardgen.files.storage import prepare_folder, write_file

    name, equipment = _line(name, "name"), equipment_for(_line(equipment, "equipment"))
    folder = output or (CONTENT if CONTENT.is_dir() else Path())
    path = folder / f"{_stem(name, equipment)}.md"
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path.as_posix()} is here already", hint="edit it, or choose another name or equipment")
    prepare_folder(folder)
    write_file(path, skeleton(name, equipment).encode())
    report.say(path.as_posix())


def stem_of_words(name: str) -> str:
    """Return a file name without its ending: the words of a name joined by hyphens; refuse one that no file can have."""
    from cardgen.files.skeleton import stem_for

    words = (stem_for(word) for word in _line(name, "name").split())
    return _safe("-".join(word for word in words if word), name, ".yaml")


def _line(text: str, what: str) -> str:
    """Return a text on one line, or refuse characters that no file can show."""
    line = " ".join(text.split())
    if not line.isprintable():
        raise UsageError(f"the {what} {line!a} holds a character that cannot be printed")
    return line


def _stem(name: str, equipment: str) -> str:
    from cardgen.files.skeleton import stem_for

    return _safe(stem_for(name, equipment) if stem_for(name) else "", name, ".md")


def _safe(stem: str, name: str, ending: str) -> str:
    from cardgen.files.storage import unsafe_name

    if not stem:
        raise UsageError(f'the name "{name}" has no letters', hint='give one such as "Goblet Squat"')
    if reason := unsafe_name(stem):
        hint = "choose another name, or add --equipment" if ending == ".md" else "choose another name"
        raise UsageError(f"no file can be named {stem}{ending}: {reason}", hint=hint)
    return stem
