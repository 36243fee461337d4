"""Programs and guides as values, made up on the spot, and short ways to their booklets and pages."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from cardgen.bundle.binding import first_of, settle
from cardgen.bundle.booklet import leaf_of
from cardgen.bundle.program.parts import CardOrder, Plan, Records, ask, bind, guides_of, outline_of
from cardgen.bundle.program.sequence import Making, parts_of
from cardgen.bundle.program_booklet import ProgramSettings, make_program
from cardgen.compose import Brand
from cardgen.display import LinkArea, Text
from cardgen.guide import parse_guide
from cardgen.pipeline.settings import CardSettings
from cardgen.program.amounts import read_hold, read_reps
from cardgen.program.loads import read_load
from cardgen.program.model import Block, BlockKind, Day, Prescribed, Program, Side
from cardgen.program.quantity import Along
from cardgen.program.resolve import names_of, resolve
from cardgen.program.times import read_rest
from cardgen.program.words import read_sets, read_tempo
from cardgen.values.errors import Location
from cardgen.values.stock import parse_sheet
from cardgen.values.use import IN_HAND
from cardgen.words import english

PLACE = Location(path="programs/made-up.yaml", line=1)
MOVES = (
    "Anchor Bow Cleat Dinghy Ebb Funnel Galley Hawser Inlet Jib Keel Lantern Mooring Nautilus Oarlock Pontoon Quay Rudder "
    "Spinnaker Tiller Undertow Vessel Windlass Yardarm"
).split()
"""Names of exercises; none stands in another, nor in the words of the booklet."""


def guide(title, equipment="Bodyweight", *, steps=2, tips=0, video="abcdefghijk", more=""):
    front = f'---\ntitle: "{title}"\nequipment: "{equipment}"\nvideo: {video}\ndescription: "A calm one."\n{more}---\n'
    lines = (f"{at}. **Part {at}**: Move and hold.\n" for at in range(1, steps + 1))
    said = "\n## Tips\n" + "- Breathe out as you move.\n" * tips if tips else ""
    text = f"{front}## Execution\n{''.join(lines)}{said}"
    return parse_guide(text, path=f"made/{title}.md", stem=title.casefold())


READERS = {
    "reps": read_reps,
    "hold": read_hold,
    "load": read_load,
    "rest": read_rest,
    "tempo": read_tempo,
    "sets": read_sets,
}


def asked(name, **changes):
    """An exercise of a program; sets, reps, load, rest and tempo in words; a list in brackets is one of weeks."""
    read = {key: READERS[key](str(value)) if key in READERS else value for key, value in changes.items()}
    if (load := read.get("load")) and load.along is Along.EITHER:
        read["load"] = replace(load, along=Along.WEEKS)
    return Prescribed(exercise=name, location=PLACE, **read)


def block(*exercises, kind="straight", **changes):
    made = tuple(asked(it) if isinstance(it, str) else it for it in exercises)
    return Block(kind=BlockKind(kind), exercises=made, location=PLACE, **changes)


def day(number, *blocks, weekday=None, **changes):
    if weekday:
        changes["weekdays"] = (weekday,)
    return Day(number=number, blocks=blocks, location=PLACE, **changes)


def program(*days, **changes):
    """A program of some days, each of them a day or the names of its exercises."""
    made = tuple(
        day(number, block(*it.split())) if isinstance(it, str) else it for number, it in enumerate(days, start=1)
    )
    return Program(**{"path": PLACE.path, "title": "Harbour Plan", "days": made, "location": PLACE, **changes})


def guides_for(made, **known):
    """A guide for each exercise of a program; those given by name are taken as they are."""
    names = dict.fromkeys(it.exercise for it in made.exercises)
    return [known.get(name) or guide(name) for name in names]


def resolved(made, **known):
    found = resolve(made, names_of(guides_for(made, **known)))
    assert found.problems == ()
    return found


def card_settings(size="a5", **changes):
    return CardSettings(sheet=parse_sheet(size), brand=Brand(name="Harbour Gym"), **changes)


def booklet(made, size="a5", *, order=CardOrder.DAY, records=Records.WITH, use=IN_HAND, **known):
    """The booklet of a program, laid out."""
    settings = ProgramSettings(card=card_settings(size, use=use), order=order, records=records)
    found = make_program(made, resolved(made, **known), settings)
    assert found.document is not None, [problem for it in found.drafts for problem in it.problems]
    return found


def plan(made, *, cards=10, order=CardOrder.DAY, **changes):
    """A plan whose parts have made-up pages: the week on 3, the days from 4 on, the cards from 10, the logs from 50."""
    found = ask(made, resolved(made, **changes.pop("known", {})))
    fields = {
        "cards": bind(guides_of(found, order), cards),
        "week": 3,
        "days": {it.number: 3 + it.number for it in made.days},
        "logs": {it.number: 49 + it.number for it in made.days},
    }
    return Plan(program=made, words=english(), asked=found, **{**fields, **changes})


def making(made, size="a5", *, sides=None, records=Records.WITH, use=IN_HAND, **known):
    """What a booklet is made of, its cards not laid out: each takes so many `sides`, else one."""
    found = ask(made, resolved(made, **known))
    order = () if records is Records.ALONE else guides_of(found, CardOrder.DAY)
    outline = outline_of(made, found, order, records, english())
    leaf = leaf_of(made.title, card_settings(size, use=use))
    return Making(outline=outline, leaf=leaf, sides=sides or [1] * len(outline.cards), cards=lambda *_: ())


def numbered(made, size="a5", **changes):
    """The page on which each part of a program's booklet starts, 0 for what is not there."""
    found = making(made, size, **changes)
    numbers = settle(parts_of(found)).numbers
    names = ("contents", "spare", "progress", "index", "credits", "notes", "back")
    plan_ = found.plan(numbers)
    return SimpleNamespace(
        **{name: first_of(name, numbers) for name in names},
        **{name: getattr(plan_, name) for name in ("week", "days", "logs", "cards")},
    )


def texts(page):
    return [it for it in page.items if isinstance(it, Text)]


def read(page):
    """The words of a page, in reading order."""
    return " ".join("".join(it.text for it in sorted(texts(page), key=lambda it: it.mark.order)).split())


def targets(page):
    """The page numbers that links of a page lead to, in reading order."""
    areas = [it for it in page.items if isinstance(it, LinkArea) and it.mark.target]
    return [int(it.mark.target.removeprefix("page-")) for it in areas]


def left_of(exercise):
    return asked(exercise, side=Side.LEFT)
