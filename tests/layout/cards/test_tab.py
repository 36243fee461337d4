"""The tab: the same colour, word and place for the same group of muscles."""

import pytest

from cardgen.display import DECORATION, Role, Text, Turn
from cardgen.layout.cards.tab import ARMS, CHEST, CORE, LEGS, MEMBERS, WHOLE, group_of
from cardgen.theme import PETROL
from cardgen.values.geometry import mm
from cardgen.values.use import Ink
from cardgen.words import english
from tests.builders import card, page_of, step, works, zones_on
from tests.layout.reading import footer_rule, paths, rect_of, texts

GROUPS = (*MEMBERS, WHOLE)
SIZES = ("a5", "a4", "letter", "105x148mm", "297x210mm")
NAMED = {LEGS: ("quads",), CHEST: ("chest",), ARMS: ("biceps",), CORE: ("abs",), WHOLE: ("quads", "chest", "biceps")}

WORDS = {group: english()(f"group.{group.key}") for group in NAMED}


def tab_of(page, group):
    (found,) = [rect_of(path) for path in paths(page, PETROL.tab(group.color))]
    return found


@pytest.mark.parametrize("group", NAMED, ids=lambda group: group.key)
def test_the_group_is_that_of_the_first_muscle_or_the_whole_body(group):
    assert group_of(card(works=works(*NAMED[group]))) == group
    assert group_of(card()) is None


def test_every_group_has_a_slot_of_its_own():
    assert sorted(group.slot for group in GROUPS) == list(range(8))
    assert len({group.color for group in GROUPS}) == len({group.key for group in GROUPS}) == 8


@pytest.mark.parametrize("size", SIZES)
def test_the_tab_of_a_group_stands_in_the_same_place_on_every_card(size):
    long = tuple(step(f"Part {at}", "Keep both heels down and the neck long. " * 2) for at in range(5))
    short, full = (page_of(card(works=works("chest"), **how), size) for how in ({}, {"steps": long}))
    assert tab_of(short, CHEST) == tab_of(full, CHEST)
    assert tab_of(short, CHEST).right == pytest.approx(short.width)
    legs, arms = (tab_of(page_of(card(works=works(*NAMED[group])), size), group) for group in (LEGS, ARMS))
    assert legs.bottom <= tab_of(short, CHEST).y + 1e-6 < arms.y


@pytest.mark.parametrize("group", NAMED, ids=lambda group: group.key)
@pytest.mark.parametrize("size", SIZES)
def test_the_word_of_the_tab_stands_inside_the_safe_edge_on_the_tab_or_on_the_line_of_the_foot(group, size):
    page = page_of(card(works=works(*NAMED[group])), size)
    turned = [item for item in page.items if isinstance(item, Text) and item.turn is not Turn.NONE]
    below = [item for item in texts(page, Role.FOOTER) if item.text.strip() == WORDS[group]]
    assert len(turned) + len(below) == 1
    for word in turned:
        assert word.mark == DECORATION
        assert tab_of(page, group).contains(type(tab_of(page, group))(x=word.x, y=word.y, width=0.1, height=word.width))
        assert page.width - word.x >= mm(5) - 0.01
    assert all(item.y > footer_rule(page) for item in below)


@pytest.mark.parametrize("size", SIZES)
def test_a_tab_stands_clear_of_the_text(size):
    page = page_of(card(works=works("quads")), size)
    assert tab_of(page, LEGS).x >= page.width - zones_on(size).margin


def test_in_low_ink_a_tab_is_an_outline():
    theme = PETROL.inked(Ink.LOW)
    page = page_of(card(works=works("quads")), theme=theme)
    outlined = [path for path in paths(page) if path.stroke == theme.ink and rect_of(path).right > page.width - 2]
    assert len(outlined) == 1
