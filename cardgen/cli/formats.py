"""`--format`, `--dpi` and the name of a file in, how pages are written out; and the files, written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.cli import options, report
from cardgen.cli.report import Summary, Talk
from cardgen.values.errors import Severity, UsageError

if TYPE_CHECKING:
    from cardgen.pipeline.rendition import Document, Rendition
    from cardgen.values.stock import Sheet

FORMATS = ("pdf", "png", "svg")

F = TypeVar("F", bound=Callable[..., Any])


def formatting(command: F) -> F:
    """Add the options that say what files are written as."""
    decorators = (
        click.option(
            "--format",
            "file_format",
            type=click.Choice(FORMATS, case_sensitive=False),
            help="What is written (default: pdf). PNG needs pypdfium2; a page of PNG or SVG is a file of its own.",
        ),
        click.option(
            "--dpi",
            type=click.IntRange(36, 600),
            metavar="N",
            help="Pixels of a PNG per inch, from 36 to 600 (default: 150).",
        ),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def rendition_of(options: dict[str, Any], sheet: Sheet, *, output: Path | None = None) -> Rendition:
    """Return how files are written: as `--format` says, else as the name of the file does, else as PDF."""
    from cardgen.paint.preview import DPI
    from cardgen.pipeline.rendition import Format, Rendition

    named = output.suffix.casefold().removeprefix(".") if output else ""
    chosen = Format(options["file_format"] or (named if named in FORMATS else "pdf"))
    if options["dpi"] and chosen is not Format.PNG:
        raise UsageError(
            f"--dpi is for PNG, and {chosen.value.upper()} has no pixels", hint="leave it out, or add --format png"
        )
    rendition = Rendition(format=chosen, dpi=options["dpi"] or DPI)
    rendition.require_room(sheet)
    return rendition


def require_copies(copies: int, rendition: Rendition) -> None:
    """Refuse copies of a picture: only a file of several pages holds them."""
    if copies > 1 and rendition.format.suffix != ".pdf":
        raise UsageError(
            f"--copies is for PDF, and {rendition.format.value.upper()} has one picture a side",
            hint="leave it out, or leave --format out",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where cards go, as `-o` says."""

    path: Path
    """The folder, or the file of all cards."""
    is_file: bool = False
    name: str = "{stem}"
    """Of a card's file in the folder, without its ending."""


def place_of(output: Path, sheet: Sheet) -> Place:
    """Return where cards of a size go: a folder, a file for all of them, or a pattern of {size} and {stem}."""
    text = output.as_posix()
    for field in re.findall(r"\{[^{}]*\}?", text):
        if field not in _FIELDS:
            hint = 'such as -o "{size}/{stem}"; the fields are {size} and {stem}'
            raise UsageError(f'"{field}" is no field of the name of a card', hint=hint)
    folder, _, name = text.replace("{size}", sheet.name.split()[0]).rpartition("/")
    if "{stem}" in folder:
        raise UsageError("{stem} names a file, not a folder", hint='put it last, such as -o "{size}/{stem}"')
    path = Path(f"{folder}/{name}" if folder or text.startswith("/") else name)
    suffix = path.suffix.casefold().removeprefix(".")
    if "{stem}" in name:
        stem = path.stem if suffix in FORMATS else name
        return Place(path=path.parent, name=stem)
    return Place(path=path, is_file=suffix in FORMATS)


_FIELDS = ("{size}", "{stem}")


def output_of(output: Path | None, default: str, rendition: Rendition) -> Path:
    """Return the file to write; a name that does not say what is in it is refused."""
    from cardgen.pipeline.rendition import Format

    suffix = rendition.format.suffix
    if output is None:
        return Path(f"{default}{suffix}")
    if output.suffix.casefold() == suffix:
        return output
    if output.suffix.casefold().removeprefix(".") in FORMATS:
        hint = f"name a file that ends in {suffix}, or leave --format out: the name decides"
    else:
        endings = ".pdf, .png or .svg" if rendition.format is Format.PDF else suffix
        hint = f"name a file that ends in {endings}, such as {Path(default).name}{suffix}"
    raise UsageError(f"{rendition.format.value.upper()} cannot be written to {output.as_posix()}", hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of a document."""

    path: Path
    """What was asked for."""
    files: tuple[Path, ...] = ()
    """Empty where there was nothing to write."""
    left: tuple[str, ...] = ()
    """Names of further pages in the folder, which an earlier run has left there."""

    def say(self, made: str, summary: Summary, talk: Talk) -> None:
        """Say what became of the guides, and where what was made of them is."""
        options.shown_problems(summary, talk)
        if talk is Talk.VERBOSE:
            report.say_traces(summary.outcomes)
        if not self.files:
            report.say(f"nothing written: no guide is left for {self.path.as_posix()}", err=True)
        if talk is Talk.QUIET or not self.files:
            return
        if self.left:  # nobody is to take them for a part of this
            report.say(f"left from before, and left alone: {report.named(self.left)}", err=True)
        if talk is Talk.NORMAL and (warnings := summary.count(Severity.WARNING)):
            report.say(f"{report.counted(warnings, 'warning')}: `cardgen check` shows them, or -v", err=True)
        failed = f", {len(summary.failed)} failed: {report.named(summary.failed)}" if summary.failed else ""
        report.say(f"{made} in {self.named()} ({summary.seconds:.1f} s){failed}")

    def named(self) -> str:
        """Return what was written, in words."""
        first, last = self.files[0], self.files[-1]
        return first.as_posix() if first == last else f"{first.as_posix()} to {last.name}"


def write_document(document: Document | None, output: Path, rendition: Rendition) -> Written:
    """Write a document, where there is one, each file as soon as it is done."""
    from cardgen.files.storage import prepare_folder, write_file
    from cardgen.pipeline.rendition import paint_document

    if document is None:
        return Written(path=output)
    prepare_folder(output.parent)
    written = []
    for path, data in paint_document(document, output, rendition):
        write_file(path, data)
        written.append(path)
    return Written(path=output, files=tuple(written), left=_left(output, {path.name for path in written}))


def _left(output: Path, written: set[str]) -> tuple[str, ...]:
    if output.suffix.casefold() == ".pdf":  # never more than one
        return ()
    page = re.compile(rf"{re.escape(output.stem)}(-\d+)?{re.escape(output.suffix)}")
    found = {path.name for path in output.parent.iterdir() if page.fullmatch(path.name)}
    return tuple(sorted(found - written))
