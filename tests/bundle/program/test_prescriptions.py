"""No prescription is lost or on the wrong card: any program, its whole booklet laid out and read again."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cardgen.bundle.program.parts import CardOrder
from cardgen.display import LinkArea, Role
from cardgen.program.model import BlockKind, Side
from tests.bundle.program.made import MOVES, asked, block, booklet, day, program, targets, texts

REPS = ("8", "8-12", "AMRAP", "30s", None)
LOADS = ("40 kg", "[20, 22.5, 25] kg", "RPE 8", "70 %", "body weight", None)
RESTS = ("90", "2 min", "none", None)
TEMPOS = ("3-1-1-0", None)


@st.composite
def exercises(draw):
    """Of few names, so that days share them; often asked for alike on several days."""
    values = {"reps": REPS, "load": LOADS, "rest": RESTS, "tempo": TEMPOS}
    given_ = {key: value for key, words in values.items() if (value := draw(st.sampled_from(words)))}
    return asked(
        draw(st.sampled_from(MOVES[:7])),
        sets=draw(st.sampled_from([1, 2, 3, 20])),
        side=draw(st.sampled_from(Side)),
        **given_,
    )


@st.composite
def programs(draw):
    days = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        blocks = []
        for _ in range(draw(st.integers(1, 3))):
            kind = draw(st.sampled_from([it for it in BlockKind if it is not BlockKind.CIRCUIT]))
            blocks.append(block(*draw(st.lists(exercises(), min_size=1, max_size=3)), kind=kind.value))
        days.append(day(number, *blocks))
    return program(*days, weeks=draw(st.sampled_from([1, 4, 12])))


def rows_of(page):
    """What the strip of a card asks for: day, sets, and the page that it leads to.

    For days without a line that is what the day asks which they are likened to.
    """
    heads = [it for it in texts(page) if it.mark.role is Role.ROW_HEAD]
    cells = [it for it in texts(page) if it.mark.role is Role.CELL and "×" in it.text]
    links = [it for it in page.items if isinstance(it, LinkArea) and it.mark.role is Role.ROW_HEAD]
    found = []
    for head, cell, link in zip(heads, cells, links, strict=True):
        assert link.rect.y <= cell.y <= link.rect.bottom
        found.append((head.text.strip(), cell.text.split("×")[0].strip(), int(link.mark.target.removeprefix("page-"))))
    for it in texts(page):
        if named := re.fullmatch(r"(Day \d)(?: as (Day \d))? p. (\d+),?", " ".join(it.text.split())):
            (sets,) = {sets for name, sets, _ in found if name == named[2] or not named[2]}
            assert it.mark.target == f"page-{named[3]}"
            found.append((named[1], sets, int(named[3])))
    return found


@settings(
    max_examples=15, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
)
@given(made=programs(), order=st.sampled_from(CardOrder), size=st.sampled_from(["a5", "a4"]))
def test_every_prescription_stands_once_on_the_card_of_its_exercise(made, order, size):
    found = booklet(made, size, order=order)
    plan, pages = found.plan, found.document.pages
    wanted = {}
    for at, it in enumerate(made.days, start=1):
        for one in it.blocks:
            for exercise in one.exercises:
                row = (f"Day {at}", str(exercise.sets), plan.days[at])
                wanted.setdefault(exercise.exercise, []).append(row)
    assert Counter(card.guide.title for card in plan.cards) == Counter(dict.fromkeys(wanted, 1))
    for card in plan.cards:
        page = pages[card.page - 1]
        assert page.title == card.guide.title
        assert Counter(rows_of(page)) == Counter(wanted[card.guide.title])


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(made=programs(), order=st.sampled_from(CardOrder))
def test_links_lead_from_the_week_to_the_days_to_the_cards_and_back(made, order):
    found = booklet(made, order=order)
    plan, pages = found.plan, found.document.pages
    cards = {card.guide.title: card.page for card in plan.cards}
    week = [page for page in pages if page.title == "Your week at a glance"]
    assert [target for page in week for target in targets(page)] == list(plan.days.values())
    for number, first in plan.days.items():
        last = plan.days.get(number + 1, min(cards.values()))
        names = [it.exercise for one in made.days[number - 1].blocks for it in one.exercises]
        led = [target for page in pages[first - 1 : last - 1] for target in targets(page)]
        assert [target for target in led if target in cards.values()][: len(names)] == [cards[name] for name in names]
    for page in cards.values():
        back = set(targets(pages[page - 1]))
        assert {target for target in back if target in plan.days.values()}
    anchors = {page.anchor for page in pages}
    assert {f"page-{target}" for page in pages for target in targets(page)} <= anchors
