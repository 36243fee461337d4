"""Whatever is planned: every prescription stands on the card of its exercise and on no other, and numbers and links agree.

The finished pages are read, not the values they are made from: texts, and areas that can be clicked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cardgen.bundle.program.parts import CardOrder, Records
from cardgen.display import LinkArea, Role
from cardgen.program.model import Side, Weekday
from tests.bundle.program.made import MOVES, asked, block, booklet, day, guide, program, read, texts
from tests.quick import examples

KINDS = ("straight", "superset", "circuit", "warm-up", "cool-down")
POSITIONS = ("", "lying", "kneeling", "standing", "hanging")


@st.composite
def programs(draw):
    """A program in which no two exercises are prescribed alike, and the words of each, by day and name.

    What is unlike is the tempo and the load: four figures that no other has, and kilograms that no other lifts.
    """
    numbers = count(1)
    wanted = defaultdict(list)

    def exercise(name, number, kind):
        unique = next(numbers)
        tempo, load = f"{unique // 9 % 9 + 1}-{unique % 9}-{unique // 81}-7", f"{600 + unique} kg"
        wanted[number].append((name, tempo.upper(), load))
        values = {"tempo": tempo, "load": load, "note": draw(st.sampled_from(["", "", f"Word {name}{number}"]))}
        if kind != "circuit":
            sets = 3 if kind == "superset" else draw(st.integers(1, 9))
            values |= {"sets": sets, "rest": draw(st.sampled_from(["0", "45", "90", "180"]))}
        values |= {"reps": draw(st.sampled_from(["8-12", "5", "30s", "AMRAP"])), "side": draw(st.sampled_from(Side))}
        return asked(name, **values)

    days = []
    tied = draw(st.booleans())
    for number in range(1, draw(st.integers(1, 6)) + 1):
        blocks = []
        for _ in range(draw(st.integers(1, 3))):
            kind = draw(st.sampled_from(KINDS))
            fewest = 2 if kind in ("superset", "circuit") else 1
            names = draw(st.lists(st.sampled_from(MOVES[:12]), min_size=fewest, max_size=4, unique=True))
            rounds = {"rounds": 3, "work": 40} if kind == "circuit" else {}
            blocks.append(block(*(exercise(name, number, kind) for name in names), kind=kind, **rounds))
        days.append(day(number, *blocks, weekday=Weekday(number - 1) if tied else None))
    made = program(
        *days,
        weeks=draw(st.sampled_from([1, 4, 8, 13, 52])),
        start=draw(st.sampled_from([None, date(2027, 1, 4)])),
        notes=draw(st.sampled_from(["", "Stop with two left."])),
    )
    return made, wanted


def links(page, *roles):
    """The words and the page number of each area that leads to a page of the booklet."""
    areas = [it for it in page.items if isinstance(it, LinkArea) and it.mark.target and it.mark.role in roles]
    return [(it.mark.alternative, int(it.mark.target.removeprefix("page-"))) for it in areas]


def span(pages, first, title):
    """The pages of a part that starts on this one: those of its title, and those that continue it."""
    found = [pages[first - 1]]
    for page in pages[first:]:
        if page.title != title:
            break
        found.append(page)
    return found


SPARING = settings(phases=[Phase.generate], suppress_health_check=list(HealthCheck))
"""No shrinking: a failing program says by itself what is wrong with it."""
drawn = st.tuples(
    programs(),
    st.lists(st.sampled_from(POSITIONS), min_size=12, max_size=12),
    st.sampled_from(["a5", "a4"]),
    st.sampled_from(CardOrder),
    st.sampled_from([Records.WITH, Records.WITHOUT]),
)


@settings(SPARING, max_examples=examples(8))
@given(drawn)
def test_every_prescription_is_on_its_card_and_numbers_and_links_agree(drawn):
    check(*drawn)


@pytest.mark.slow
@settings(SPARING, max_examples=50)
@given(drawn)
def test_so_it_is_with_many_programs(drawn):
    check(*drawn)


def check(drawn, positions, size, order, records):
    made, wanted = drawn
    names = dict.fromkeys(it.exercise for it in made.exercises)
    posed = dict(zip(MOVES, (f"position: {it}\n" if it else "" for it in positions), strict=False))
    known = {name: guide(name, more=posed[name]) for name in names}
    found = booklet(made, size, order=order, records=records, **known)
    pages, plan = found.document.pages, found.plan
    cards = {it.guide.title: it.page for it in plan.cards}
    _each_card_once(pages, cards, names)
    _prescriptions_on_their_cards(pages, plan, cards, wanted)
    _days_lead_to_cards(pages, plan, cards, wanted)
    _week_leads_to_days(pages, plan)
    _logs_once(pages, plan, cards, made, records)
    anchors = {page.anchor for page in pages}
    assert {it.mark.target for page in pages for it in page.items if it.mark.target} <= anchors


def _each_card_once(pages, cards, names):
    assert set(cards) == set(names)
    titles = [page.title for page in pages if page.title in names]
    assert sorted(set(titles)) == sorted(names)
    numbers = [number for number, page in enumerate(pages, start=1) if page.title in names]
    assert numbers == list(range(min(cards.values()), min(cards.values()) + len(numbers)))
    for name, first in cards.items():
        assert pages[first - 1].label == str(first)
        of_card = span(pages, first, name)
        assert titles.count(name) == len(of_card)
        assert len(of_card) <= 2


def _prescriptions_on_their_cards(pages, plan, cards, wanted):
    """The tempo and load of each exercise of each day stand once, on its own card, in a line that leads to its day."""
    rows = Counter()
    for name, first in cards.items():
        front = pages[first - 1]
        words = [" ".join(it.text.split()) for page in span(pages, first, name) for it in texts(page)]
        mine = [(number, tempo, load) for number, row in wanted.items() for it, tempo, load in row if it == name]
        assert [words.count(tempo) for _, tempo, _ in mine] == [1] * len(mine)
        weights = [
            load.removesuffix(" kg") for _, _, load in mine
        ]  # in the cells of the weeks, or whole in a column where these are many
        assert all(words.count(it) + words.count(f"{it} kg") >= 1 for it in weights), (weights, words)
        others = {text for row in wanted.values() for it, *both in row if it != name for text in both}
        assert not others & set(words)
        assert [target for _, target in links(front, Role.ROW_HEAD)] == [plan.days[number] for number, _, _ in mine]
        for number, _, _ in mine:
            rows[number] += 1
            assert f"p. {plan.days[number]}" in read(front)
    assert rows == Counter({number: len(row) for number, row in wanted.items()})


def _days_lead_to_cards(pages, plan, cards, wanted):
    for number, row in wanted.items():
        of_day = span(pages, plan.days[number], pages[plan.days[number] - 1].title)
        followed = [it for page in of_day for it in links(page, Role.CELL) if not it[0].startswith("log of")]
        assert followed == [(f"{name}, page {cards[name]}", cards[name]) for name, _, _ in row]
        words = [" ".join(it.text.split()) for page in of_day for it in texts(page)]
        assert [words.count(tempo) for _, tempo, _ in row] == [1] * len(row)
        printed = Counter(word for word in words if word.isdigit())
        assert all(printed[str(cards[name])] >= times for name, times in Counter(it for it, _, _ in row).items())


def _week_leads_to_days(pages, plan):
    of_week = span(pages, plan.week, pages[plan.week - 1].title)
    followed = [target for page in of_week for _, target in links(page, Role.CELL)]
    assert sorted(followed) == sorted(plan.days.values())
    words = " ".join(read(page) for page in of_week)
    assert all(f"page {page}" in words for page in plan.days.values())


def _logs_once(pages, plan, cards, made, records):
    """Main work is written down once a day: on the page of the day or on pages of its own."""
    for it in made.days:
        main = [move.exercise for part in it.blocks if part.kind.stage.value == "main" for move in part.exercises]
        page = plan.logs.get(it.number, 0)
        if records is Records.WITHOUT:
            assert not page
            continue
        if page == plan.days[it.number]:
            assert len(it.exercises) <= 3
            continue
        of_log = span(pages, page, pages[page - 1].title)
        heads = [target for one in of_log for _, target in links(one, Role.ROW_HEAD)]
        assert set(heads) == {cards[name] for name in main}
        assert (it.number in plan.logs) == (records is Records.WITH)
