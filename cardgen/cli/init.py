"""`cardgen init`: sample guides, programs and settings into this folder."""

from __future__ import annotations

from pathlib import Path

import click

from cardgen.cli import report
from cardgen.cli.options import CONTENT, require_working_folder
from cardgen.cli.programs import PROGRAMS, put_schema


@click.command("init", short_help="Put sample guides, programs and a cardgen.toml here.")
def command() -> None:
    """Put sample guides into ./content, sample programs into ./programs and a commented cardgen.toml here.

    Nothing that exists is changed.
    """
    from cardgen.files.config_template import FILE_NAME, TEMPLATE
    from cardgen.files.storage import prepare_folder
    from cardgen.values.resources import content_folder

    require_working_folder()
    prepare_folder(CONTENT)
    guides = _copied(content_folder(), "*.md", CONTENT)
    prepare_folder(PROGRAMS)
    programs = _copied(content_folder() / "programs", "*.yaml", PROGRAMS)
    put_schema(PROGRAMS)
    settings = _put(Path(FILE_NAME), TEMPLATE.encode())
    made = [f"{report.counted(guides, 'guide')} in content/"] * bool(guides)
    made += [f"{report.counted(programs, 'program')} in programs/"] * bool(programs) + [FILE_NAME] * settings
    report.say(f"made {_listed(made)}" if made else "nothing to do: all is here already")
    report.say("next: cardgen render")


def _copied(source: Path, pattern: str, target: Path) -> int:
    """Copy files that are not there yet; return how many."""
    return sum(_put(target / sample.name, sample.read_bytes()) for sample in sorted(source.glob(pattern)))


def _listed(things: list[str]) -> str:
    *first, last = things
    return f"{', '.join(first)} and {last}" if first else last


def _put(path: Path, data: bytes) -> bool:
    """Write a file unless it exists; tell whether it was written."""
    from cardgen.files.storage import write_file

    if path.exists() or path.is_symlink():
        report.say(f"left alone: {path.as_posix()} is here already")
        return False
    write_file(path, data)
    return True
