"""`cardgen init`: sample guides and settings into this folder."""

from __future__ import annotations

from pathlib import Path

import click

from cardgen.cli import report
from cardgen.cli.options import CONTENT, require_working_folder


@click.command("init", short_help="Put sample guides and a cardgen.toml here.")
def command() -> None:
    """Put sample guides into ./content and a commented cardgen.toml here; nothing that exists is changed."""
    from cardgen.config import FILE_NAME, TEMPLATE
    from cardgen.resources import content_folder
    from cardgen.storage import prepare_folder

    require_working_folder()
    prepare_folder(CONTENT)
    samples = sorted(content_folder().glob("*.md"))
    copied = [_put(CONTENT / sample.name, sample.read_bytes()) for sample in samples]
    settings = _put(Path(FILE_NAME), TEMPLATE.encode())
    made = [report.counted(sum(copied), "guide") + " in content/"] * any(copied) + [FILE_NAME] * settings
    report.say(f"made {' and '.join(made)}" if made else "nothing to do: all is here already")
    report.say("next: cardgen render")


def _put(path: Path, data: bytes) -> bool:
    """Write a file unless it exists; tell whether it was written."""
    from cardgen.storage import write_file

    if path.exists() or path.is_symlink():
        report.say(f"left alone: {path.as_posix()} is here already")
        return False
    write_file(path, data)
    return True
