"""`cardgen movements`: what can be drawn, as a list, on sheets, or one figure as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import report
from cardgen.errors import UsageError

if TYPE_CHECKING:
    from cardgen.layout.chart import Entry
    from cardgen.rendition import Document
    from cardgen.theme import Theme

PICTURES = (".svg", ".png", ".pdf")
CHART_TITLE = "Movements"
SHEET = "a4"


@click.command("movements", short_help="Show the movements that are drawn, or draw one.")
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
@click.option(
    "--ink", type=click.Choice(("full", "low", "mono"), case_sensitive=False), help="In colour or in one ink."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
def command(
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


def _entries(*, every: bool) -> list[Entry]:
    """Return all movements, with their usual implement or with each."""
    from cardgen.figure.records import implements_of
    from cardgen.figure.repertoire import records

    return [
        _entry_of(name, implement)
        for name, record in records().items()
        for implement in (implements_of(record) if every else implements_of(record)[:1])
    ]


def _entry_of(name: str, implement: str) -> Entry:
    from cardgen.figure.records import implements_of
    from cardgen.figure.repertoire import Posed, movement, records
    from cardgen.layout.chart import Entry

    what = Posed(name=name, implement=implement)
    usual = implements_of(records()[name])[0]
    shown = f"{name} --with {implement}" if implement and implement != usual else name
    return Entry(what=what, title=movement(what).title, name=shown)


def _entry(text: str, implement: str) -> Entry:
    """Return the movement that a person names by its id or title."""
    from cardgen.figure.records import implements_of
    from cardgen.figure.repertoire import find_id, records
    from cardgen.nearest import nearest_few

    name = find_id(text)
    if name is None:
        close = nearest_few(text, records(), most=3)
        hint = f"did you mean {', '.join(close)}?" if close else "`cardgen movements` lists them"
        raise UsageError(f'there is no movement "{text}"', hint=hint)
    known = implements_of(records()[name])
    if implement and implement not in known:
        shown = ", ".join(filter(None, known))
        hint = f"it is drawn with {shown}" if shown else "it is drawn in one way: leave --with away"
        raise UsageError(f'{name} is not drawn with "{implement}"', hint=hint)
    return _entry_of(name, implement or known[0])


def _list(*, as_json: bool) -> None:
    from cardgen.figure.records import implements_of
    from cardgen.figure.repertoire import records

    if as_json:
        report.say_json([_record(entry) for entry in _entries(every=False)])
        return
    wide = max(len(name) for name in records())
    for entry in _entries(every=False):
        shown = ", ".join(filter(None, implements_of(records()[entry.what.name])))
        report.say(f"{entry.what.name:{wide}}  {entry.title}{f' ({shown})' if shown else ''}")


def _tell(entry: Entry, *, as_json: bool) -> None:
    record = _record(entry)
    if as_json:
        report.say_json(record)
        return
    from cardgen.figure.wording import describe

    report.say(describe(entry.what))
    if record["implements"]:
        report.say(f"drawn with {', '.join(record['implements'])}")
    report.say(f"draw it: cardgen movements {entry.name} -o {entry.what.name}.svg")


def _record(entry: Entry) -> dict[str, Any]:
    from cardgen.figure.records import implements_of
    from cardgen.figure.repertoire import movement, records
    from cardgen.figure.wording import labels

    found = movement(entry.what)
    return {
        "id": entry.what.name,
        "title": entry.title,
        "implements": [name for name in implements_of(records()[entry.what.name]) if name],
        "muscles": list(found.works),
        "poses": list(labels(entry.what)),
    }


def _alone(entry: Entry, theme: Theme) -> Document:
    from cardgen.layout.chart import place_alone
    from cardgen.rendition import Document

    page = place_alone(entry, theme)
    return Document(pages=(page,), title=page.title, language=page.language)


def _chart(theme: Theme) -> Document:
    from cardgen.layout.chart import place_chart
    from cardgen.layout.measures import Kit, measures_for
    from cardgen.pipeline import type_case
    from cardgen.rendition import Document
    from cardgen.stock import parse_sheet

    kit = Kit(measures=measures_for(parse_sheet(SHEET)), theme=theme, case=type_case())
    pages = place_chart(_entries(every=True), CHART_TITLE, kit)
    return Document(pages=pages, title=CHART_TITLE, language="en")


def _write(document: Document, path: Path, allowed: tuple[str, ...]) -> None:
    """Write a document; its format is that of the file's name."""
    from cardgen.rendition import Format, Rendition, paint_document
    from cardgen.storage import prepare_folder, write_file

    suffix = path.suffix.lower()
    if suffix not in allowed:
        raise UsageError(f"{path.as_posix()}: a figure is written as {' or '.join(allowed)}", hint="end the name so")
    rendition = Rendition(format=Format(suffix.removeprefix(".")))
    prepare_folder(path.parent)
    for file, data in paint_document(document, path, rendition):
        write_file(file, data)
        report.say(file.as_posix())
