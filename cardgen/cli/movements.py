"""`cardgen movements`: what can be drawn, as a list, on sheets, or one figure as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import options, report
from cardgen.values.errors import OutputError, UsageError
from cardgen.values.use import Ink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cardgen.figure.pose import Record
    from cardgen.layout.forms.movement_chart import Entry
    from cardgen.pipeline.rendition import Document
    from cardgen.theme import Theme

PICTURES = (".svg", ".png", ".pdf")
SHEET = "a4"


class Movements(click.Group):
    """A group whose usual command needs no name: `cardgen movements squat`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put in the command that is meant where none is named."""
        named = args[:1] in (["new"], ["show"], ["-h"], ["--help"])
        return super().parse_args(ctx, args if named else ["show", *args])


@click.group("movements", cls=Movements, short_help="Show the movements that are drawn, draw one, or start your own.")
def command() -> None:
    """Show the movements that are drawn, draw one, or start one of your own.

    `cardgen movements squat` is short for `cardgen movements show squat`.
    """


@command.command("new", short_help="Start a movement of your own: a file to fill in.")
@click.argument("name")
@click.option("--like", metavar="MOVEMENT", help="What it is near: start from its poses.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    metavar="DIR",
    help="Where it goes (default: movements beside the guides).",
)
def new(name: str, like: str | None, output: Path | None) -> None:
    """Start a movement called NAME, such as "Jefferson Curl": a commented file to edit, which changes none that exists."""
    from cardgen.cli.new import stem_of_words
    from cardgen.files.storage import prepare_folder, write_file
    from cardgen.pipeline.own_movements import template

    folder = output or _own_folder()
    path = folder / f"{stem_of_words(name)}.yaml"
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path.as_posix()} is here already", hint="edit it, or choose another name")
    text = template(" ".join(name.split()), _known_id(like) if like else None)
    prepare_folder(folder)
    write_file(path, text.encode())
    report.say(path.as_posix())


@command.command("show", short_help="Show the movements that are drawn, or draw one.")
@click.argument("name", required=False)
@click.option("--with", "implement", metavar="IMPLEMENT", help="With what it is drawn, such as dumbbell.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False, dir_okay=False),
    metavar="FILE",
    help="Draw it to this file: .svg, .png or .pdf.",
)
@click.option(
    "--chart",
    type=click.Path(path_type=Path, readable=False, dir_okay=False),
    metavar="FILE.pdf",
    help="Draw all movements on sheets.",
)
@click.option("--theme", metavar="NAME|FILE", help="petrol (the default), night, oxblood, graphite, or a theme file.")
@click.option("--ink", type=click.Choice(options.asked(Ink), case_sensitive=False), help="In colour or in one ink.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
def show(
    *, name: str | None, implement: str | None, output: Path | None, chart: Path | None, as_json: bool, **look: Any
) -> None:
    """Show the movements that are drawn, with what each is drawn; NAME shows one, and -o draws it.

    A guide takes the figure that its title names; movement: in its front matter names another, or none.
    """
    if chart is not None:
        _write(_chart(_theme(look)), chart, (".pdf",))
    elif name is not None and output is not None:
        _write(_alone(_entry(name, implement or ""), _theme(look)), output, PICTURES)
    elif name is not None:
        _tell(_entry(name, implement or ""), as_json=as_json)
    elif output or implement:
        raise UsageError("which movement?", hint="name one: cardgen movements squat -o squat.svg")
    else:
        _list(as_json=as_json)


def _theme(look: dict[str, Any]) -> Theme:
    from cardgen.theme import PETROL, Ink, named_theme

    theme = named_theme(look["theme"]) if look["theme"] else PETROL
    return theme.inked(Ink(look["ink"] or Ink.FULL.value))


def _own_folder() -> Path:
    from cardgen.pipeline.own_movements import FOLDER

    return options.CONTENT / FOLDER if options.CONTENT.is_dir() else Path(FOLDER)


def _records() -> dict[str, Record]:
    """Return all movements, those of the folder beside the guides among them; what is wrong with these is said."""
    from cardgen.figure.repertoire import records
    from cardgen.pipeline.own_movements import FOLDER, own_movements

    found = dict(records())
    for folder in dict.fromkeys((_own_folder(), Path(FOLDER))):
        for own in own_movements(folder):
            report.say_problems(own.problems, err=True)
            found |= {own.name: own.record} if own.record else {}
    return found


def _entry_of(name: str, implement: str, record: Record) -> Entry:
    import json

    from cardgen.figure.records import implements_of
    from cardgen.figure.repertoire import Posed, movement, records
    from cardgen.layout.forms.movement_chart import Entry

    own = "" if records().get(name) is record else json.dumps(record, sort_keys=True)
    what = Posed(name=name, implement=implement, own=own)
    shown = f"{name} --with {implement}" if implement and implement != implements_of(record)[0] else name
    return Entry(what=what, title=movement(what).title, name=shown)


def _known_id(text: str, known: Mapping[str, Record] | None = None) -> str:
    """Return the id of a movement that a person names by its id or title."""
    from cardgen.figure.repertoire import find_id, records
    from cardgen.values.nearest import nearest_few

    name = find_id(text, known)
    if name is None:
        close = nearest_few(text, known or records(), most=3)
        hint = f"did you mean {', '.join(close)}?" if close else "`cardgen movements` lists them"
        raise UsageError(f'there is no movement "{text}"', hint=hint)
    return name


def _entry(text: str, implement: str) -> Entry:
    """Return a movement with an implement that it is drawn with, or with its usual one."""
    from cardgen.figure.records import implements_of

    found = _records()
    name = _known_id(text, found)
    known = implements_of(found[name])
    if implement and implement not in known:
        shown = ", ".join(filter(None, known))
        hint = f"it is drawn with {shown}" if shown else "it is drawn in one way: leave --with away"
        raise UsageError(f'{name} is not drawn with "{implement}"', hint=hint)
    return _entry_of(name, implement or known[0], found[name])


def _list(*, as_json: bool) -> None:
    from cardgen.figure.records import implements_of

    found = _records()
    entries = [_entry_of(name, implements_of(record)[0], record) for name, record in found.items()]
    if as_json:
        report.say_json([_record(entry) for entry in entries])
        return
    wide = max(len(name) for name in found)
    for entry in entries:
        shown = ", ".join(filter(None, implements_of(entry.what.record)))
        report.say(f"{entry.what.name:{wide}}  {entry.title}{f' ({shown})' if shown else ''}")


def _tell(entry: Entry, *, as_json: bool) -> None:
    record = _record(entry)
    if as_json:
        report.say_json(record)
        return
    from cardgen.figure.wording import describe
    from cardgen.words import english

    report.say(describe(entry.what, english()))
    if record["implements"]:
        report.say(f"drawn with {', '.join(record['implements'])}")
    report.say(f"draw it: cardgen movements {entry.name} -o {entry.what.name}.svg")


def _record(entry: Entry) -> dict[str, Any]:
    from cardgen.figure.records import implements_of
    from cardgen.figure.repertoire import works
    from cardgen.figure.wording import labels

    return {
        "id": entry.what.name,
        "title": entry.title,
        "implements": [name for name in implements_of(entry.what.record) if name],
        "muscles": list(works(entry.what)),
        "poses": list(labels(entry.what)),
    }


def _alone(entry: Entry, theme: Theme) -> Document:
    from cardgen.layout.forms.movement_chart import place_alone
    from cardgen.pipeline.rendition import Document
    from cardgen.words import english

    page = place_alone(entry, theme, english())
    return Document(pages=(page,), title=page.title, language=page.language)


def _chart(theme: Theme) -> Document:
    from cardgen.figure.records import implements_of
    from cardgen.layout.forms.movement_chart import place_chart
    from cardgen.layout.ground.measures import Kit, measures_for
    from cardgen.pipeline.rendition import Document
    from cardgen.pipeline.stages import type_case
    from cardgen.values.stock import parse_sheet
    from cardgen.words import english

    kit = Kit(measures=measures_for(parse_sheet(SHEET)), theme=theme, words=english(), case=type_case())
    entries = [
        _entry_of(name, implement, record) for name, record in _records().items() for implement in implements_of(record)
    ]
    pages = place_chart(entries, kit)
    return Document(pages=pages, title=pages[0].title, language=pages[0].language)


def _write(document: Document, path: Path, allowed: tuple[str, ...]) -> None:
    """Write a document; its format is that of the file's name."""
    from cardgen.files.storage import prepare_folder, write_file
    from cardgen.pipeline.rendition import Format, Rendition, paint_document

    suffix = path.suffix.lower()
    if suffix not in allowed:
        raise UsageError(f"{path.as_posix()}: a figure is written as {' or '.join(allowed)}", hint="end the name so")
    rendition = Rendition(format=Format(suffix.removeprefix(".")))
    prepare_folder(path.parent)
    for file, data in paint_document(document, path, rendition):
        write_file(file, data)
        report.say(file.as_posix())
