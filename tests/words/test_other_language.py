"""Every page in another language: what the program prints or says of it is Greek, what guides and programs say Russian.

A Latin letter is then one that came from neither: a word that is not in the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest

from cardgen.bundle.batch import Status
from cardgen.bundle.booklet import BookletSettings, make_booklet
from cardgen.bundle.circuit import CircuitSettings, make_circuit
from cardgen.bundle.order import GroupBy
from cardgen.bundle.overview import OverviewSettings, Shown, make_overview
from cardgen.bundle.program_booklet import ProgramSettings, make_program
from cardgen.bundle.stack import Finished, stack_cards
from cardgen.compose import Brand, Detail
from cardgen.display import Page, Text
from cardgen.files.collection import GuideFile
from cardgen.guide import parse_guide
from cardgen.layout.circuit.model import Plan
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import finish_pages, lay_out
from cardgen.program.read import parse_program
from cardgen.program.resolve import names_of, resolve
from cardgen.values.bookmark import Bookmark
from cardgen.values.errors import Severity
from cardgen.values.stock import parse_sheet
from cardgen.values.use import Edition, Sides, Use
from cardgen.words import FOLDER, Words, read_words

LATIN = "abcdefghijklmnopqrstuvwxyz"
GREEK = "αβψδεφγηιξκλμνοπρρστυθωχυζ"
NOTATIONS = {"s", "min", "kg", "AMRAP", "RPE", *"abcd"}
"""What program files are written in, and the letters of exercises in turn: "4a"."""
TURN = str.maketrans(LATIN + LATIN.upper(), GREEK + GREEK.upper())


SAID = {"made", "up", "example", "Goblet", "Squat"}
"""The address of the video, and the title of the movement in the table of movements: data, not words of a page."""


def in_greek(text: str) -> str:
    """The same in Greek letters, but for what stands in braces."""
    return "".join(
        said.translate(TURN) + (f"{{{name}}}" if name is not None else "")
        for said, name, _, _ in Formatter().parse(text)
    )


def greek() -> Words:
    """The words of English in Greek letters."""
    head, body = (FOLDER / "en.po").read_text(encoding="utf-8").split("\n\n", 1)
    quoted = re.compile(r'^(msgstr(?:\[\d\])? )?"(.*)"$', re.MULTILINE)
    return read_words(f"{head}\n\n" + quoted.sub(lambda it: f'{it[1] or ""}"{in_greek(it[2])}"', body), "el")


def guide(number: int, *, equipment: str = "гиря", level: str = "", more: str = ""):
    """A guide that has everything, in Russian."""
    front = (
        f"---\ntitle: Присед {number}\nlang: ru\nvideo: https://made-up.example/7\nequipment: {equipment}\n{level}"
        "movement: gobletsquat\nposition: standing\ndescription: Вниз и вверх.\nsource: Книга\nlicense: Свободно\n"
        f"muscles: {{primary: [квадрицепсы], secondary: [ягодицы]}}\n{more}---\n"
    )
    body = (
        "## Выполнение\n1. **Встань**: Поставь ноги.\n2. **Вниз**: Опустись.\n3. **Вверх**: Поднимись.\n\n"
        "## Дыхание\n- Выдох вверх.\n\n## Советы\n- Смотри вперёд.\n\n## Ошибки\n- Колени внутрь.\n\n"
        "## Безопасность\n- Больно? Стоп.\n\n## Польза\n- Сила.\n\n## Заключение\nГлавное: спокойно.\n"
    )
    return parse_guide(front + body, path=f"guides/g{number}.md", stem=f"g{number}")


GUIDES = tuple(guide(number) for number in range(1, 12))


def settings(size: str = "a5", **changes) -> CardSettings:
    return CardSettings(sheet=parse_sheet(size), words=greek(), brand=Brand(name="Клуб"), **changes)


def spoken(page: Page) -> Iterator[str]:
    yield from (page.title, page.label)
    for item in page.items:
        if isinstance(item, Text):
            yield item.text
        yield item.mark.alternative


def latin(texts: Iterator[str]) -> set[str]:
    """The words in Latin letters, but for notations."""
    return {word for text in texts for word in re.findall(r"[A-Za-z]+", text)} - NOTATIONS - SAID


def of_document(document) -> Iterator[str]:
    assert document.language == "el"
    yield document.title
    marks: list[Bookmark] = list(document.bookmarks)
    while marks:
        mark = marks.pop()
        yield mark.title
        marks += mark.children
    for page in document.pages:
        yield from spoken(page)


@pytest.mark.parametrize(
    ("size", "changes"),
    [
        ("a5", {}),
        ("a4", {"detail": Detail.FULL}),
        ("a6", {}),
        ("297x210mm", {"number": 3}),
        ("a3", {"detail": Detail.HEADLINE, "number": 3}),
        ("a5", {"use": Use(sides=Sides.TWO)}),
        ("a4", {"use": Use(edition=Edition.LARGE_PRINT)}),
    ],
)
def test_cards(size, changes):
    pages, _ = lay_out(GUIDES[0], settings(size, **changes))
    assert pages
    assert latin(text for page in pages for text in spoken(page)) == set()
    assert {page.language for page in pages} == {"ru"}


def test_a_booklet_the_stack_of_cards_and_a_contact_sheet():
    made = make_booklet(
        [guide(it, level="" if it % 2 else "level: легко\n") for it in range(1, 12)],
        BookletSettings(card=settings(), group_by=GroupBy.LEVEL),
    )
    assert latin(of_document(made.document)) == set()
    card = settings()
    files = [GuideFile(path=Path(f"г{at}.md")) for at in range(3)]
    done = {"status": Status.DONE}
    finished = [Finished(file=it, guide=GUIDES[0], pages=finish_pages(GUIDES[0], card)[0], **done) for it in files]
    assert latin(of_document(stack_cards(finished, card))) == set()
    shown = [Shown(file=it, guide=GUIDES[0], page=finished[0].pages[0], **done) for it in files * 20]
    sheet = OverviewSettings(card=card, sheet=parse_sheet("a4"), title="Карты")
    assert latin(of_document(make_overview(shown, sheet))) == set()


PROGRAM = """\
title: Сила
client: Клиент
trainer: {name: Тренер}
weeks: 6
level: beginner
place: home
goal: Встать.
notes: Спокойно.
start: 2027-01-04
days:
  - weekday: Monday
    blocks:
      - {kind: warm-up, note: Легко., exercises: [{exercise: g1, sets: 1, reps: 20s}]}
      - {note: Ровно., exercises: [{exercise: g2, sets: 3, reps: 8-12, load: RPE 8, rest: 90, tempo: 3-1-1-0, side: each}]}
      - {exercises: [{exercise: g3, sets: 2 + 2 warm-up, reps: AMRAP, load: "[40, 45] kg by week", rest: E2MOM, note: Вверх.}]}
      - kind: superset
        exercises: [{exercise: g4, sets: 3, reps: 12/10/8, rest: 0}, {exercise: g5, sets: 3, reps: 10, hold: 5s, rest: 60}]
      - {kind: cool-down, exercises: [{exercise: g6, reps: 5 min}]}
  - weekday: Wed, Fri
    name: Круг
    note: Дышите.
    blocks:
      - kind: circuit
        work: 40s
        rest: 20s
        rounds: 3
        round_rest: 90
        exercises: [{exercise: g7}, {exercise: g8, side: each}, {exercise: g9}, {exercise: g10, side: left}]
"""
PLAIN = """\
title: Сила
days:
  - blocks:
      - {exercises: [{exercise: g1, sets: 3, reps: 8+, load: 70 %}, {exercise: g2, reps: 10, side: right, times: 2 x daily}]}
      - kind: circuit
        exercises: [{exercise: g3}, {exercise: g4}]
"""


@pytest.mark.parametrize("text", [PROGRAM, PLAIN], ids=["dated", "plain"])
@pytest.mark.parametrize(
    "changes", [{}, {"use": Use(edition=Edition.LARGE_PRINT), "sheet": parse_sheet("a4")}], ids=["a5", "large"]
)
def test_the_booklet_of_a_program(text, changes):
    program = parse_program(text, path="plan.yaml")
    made = make_program(
        program, resolve(program, names_of(GUIDES)), ProgramSettings(card=replace(settings(), **changes))
    )
    assert latin(of_document(made.document)) == set()


@pytest.mark.parametrize("plan", [Plan.RING, Plan.GRID])
@pytest.mark.parametrize("times", ["work: 40s, rest: 20s, round_rest: 90", "rest: 20s"])
def test_the_pages_of_a_circuit(plan, times):
    entries = ", ".join(
        f"{{exercise: g{at}, reps: {reps}, side: {side}, places: {at % 2 + 1}}}"
        for at, (reps, side) in enumerate((("12", "each"), ("AMRAP", "both"), ("30s", "both"), ("10", "both")), 1)
    )
    text = f"title: Круг\ndays:\n  - blocks:\n      - {{kind: circuit, {times}, rounds: 3, exercises: [{entries}]}}\n"
    if "work" in times:
        text = re.sub(r"reps: \w+, ", "", text)
    block = parse_program(text, path="plan.yaml").days[0].blocks[0]
    found = [GUIDES[at] for at in range(4)]
    made = make_circuit(block, found, CircuitSettings(card=settings("a4", detail=Detail.HEADLINE), plan=plan))
    assert [str(it) for it in made.problems if it.severity is Severity.ERROR] == []
    assert latin(of_document(made.document)) == set()
