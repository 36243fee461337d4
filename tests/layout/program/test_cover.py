"""The cover of a program: for whom, why and when, whatever that takes; its foot, which is the last page's too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.compose import Brand
from cardgen.display import Path, Role
from cardgen.layout.program.cover import place_back_cover, place_program_cover
from cardgen.layout.program.model import Contact
from cardgen.theme import PETROL, Ink
from cardgen.values.geometry import Rect, to_mm
from tests.layout.program import made
from tests.layout.program.checks import check, groups, inks, read, targets, texts
from tests.layout.reading import around, bodies, ink, map_items, rect_of
from tests.quick import examples

BRAND = Brand(name="Harbour Gym", address="made-up.example", link="https://made-up.example")
LONG_CONTACT = Contact(text="a.very.long.address.of.a.trainer@studio.made-up.example", link="mailto:a@made-up.example")


def cover(given=made.COVER, to=None, **changes):
    return place_program_cover(replace(given, **changes), to or made.leaf(brand=BRAND))


def band(page):
    """The dark ground of the foot."""
    (found,) = [
        rect_of(it) for it in page.items if isinstance(it, Path) and it.fill == PETROL.head and rect_of(it).x == 0
    ]
    return found


def facing(page):
    """What the figure covers."""
    return around(*(it.rect for it in bodies(page)))


# --- words ----------------------------------------------------------------------------------------------------------


def test_everything_is_printed_once_in_the_order_in_which_it_is_read():
    page = cover()
    assert list(groups(page).values()) == [
        "Harbour Gym",
        "8 WEEKS, 3 DAYS A WEEK",
        "Steady Back Strength",
        "For",
        "Robin",
        "With",
        "Sam Keel",
        "Dates",
        "4 January to 26 February 2027",
        "A back that carries crates and holds its own at sea",
        "about 35 minutes a day, 14 exercises",
        "Harbour Gym",
        "sam@made-up.example",
        "555 0100",
    ]
    assert (page.label, page.anchor) == ("Cover", "page-1")


def test_a_title_is_the_largest_text_and_a_long_one_is_on_lines():
    page = cover(made.LONG_COVER)
    lines = texts(page, Role.TITLE)
    assert len(lines) > 1
    assert min(it.size for it in lines) > max(it.size for it in texts(page) if it.mark.role is not Role.TITLE)


# --- figure ---------------------------------------------------------------------------------------------------------


def test_a_program_for_no_muscle_has_no_figure():
    assert map_items(cover(primary=())) == []


def test_the_side_that_shows_more_of_the_muscles_is_shown():
    back, front = (cover(primary=muscles, helping=()) for muscles in (("lower_back", "lats"), ("quads", "chest")))
    assert bodies(back)[0].drawing != bodies(front)[0].drawing


# --- foot -----------------------------------------------------------------------------------------------------------


def test_contacts_and_the_gym_lead_to_their_addresses():
    found = {it.text.strip(): it.mark.link for it in texts(cover(), Role.FOOTER)}
    assert found == {
        "Harbour Gym": "https://made-up.example",
        "sam@made-up.example": "mailto:sam@made-up.example",
        "555 0100": "",
    }
    assert targets(cover()) == []


@pytest.mark.parametrize("size", ["a4", "a5", "a6", "letter", "4x6in"])
def test_a_long_contact_is_whole_and_never_too_small_to_read(size):
    to = made.leaf(size, brand=BRAND)
    for page in (cover(to=to, contacts=(LONG_CONTACT,)), place_back_cover(made.COVER, 28, to)):
        check(page, to)
    lines = [
        it
        for it in texts(cover(to=to, contacts=(LONG_CONTACT,)), Role.FOOTER)
        if it.mark.link.endswith("a@made-up.example")
    ]
    assert "".join("".join(it.text for it in lines).split()) == LONG_CONTACT.text
    edge = to.kit.measures.margin + to.kit.measures.text_width
    assert all(ink(it).right == pytest.approx(edge, abs=0.15 * it.size) for it in lines), "each ends on the margin"
    assert min(it.size for it in lines) >= 6.49


# --- at random ------------------------------------------------------------------------------------------------------

TITLES = ("Plank", "Steady Back Strength", made.LONG_COVER.title, made.LONG_WORDS.title(), "Donaudampfschiffahrt")
covers = st.builds(
    replace,
    st.just(made.COVER),
    title=st.sampled_from(TITLES),
    client=st.sampled_from(["", "Robin", made.LONG_COVER.client]),
    goal=st.sampled_from(["", made.COVER.goal, made.WORDS]),
    dates=st.sampled_from(["", made.COVER.dates]),
    facts=st.sampled_from([(), made.COVER.facts]),
    trainer=st.sampled_from(["", "Sam Keel", "Alexandra Wilhelmina Featherstonehaugh"]),
    contacts=st.sampled_from([(), made.COVER.contacts, (LONG_CONTACT,)]),
    primary=st.sampled_from([(), made.COVER.primary, ("quads",)]),
)


@settings(max_examples=examples(40), database=None)
@given(
    given=covers,
    place=made.any_place,
    ink=st.sampled_from(Ink),
)
def test_nothing_but_facts_is_lost_and_nothing_stands_on_anything(given, place, ink):
    size, use = place
    to = made.leaf(size, use=use, ink=ink, brand=BRAND)
    page = place_program_cover(given, to)
    check(page, to)
    shown = "".join(read(page).split())
    said = [given.title, given.client, given.goal, given.dates, given.trainer, *(it.text for it in given.contacts)]
    for words in (*said, "Harbour Gym"):
        assert "".join(words.split()) in shown, words
    for view in bodies(page):
        figure = Rect(x=view.rect.x, y=view.rect.y, width=view.rect.width, height=view.rect.height)
        assert not any(figure.overlaps(rect, tolerance=2.0) for _, rect in inks(page))


@pytest.mark.parametrize("size", ["a4", "a5", "letter", "a6", "210x148mm", "220x150mm"])
@pytest.mark.parametrize("title", ["Rehabilitation nach vorderer Kreuzbandplastik", "Gymnastics gg jj", "Steady"])
def test_the_figure_keeps_clear_of_letters_that_reach_below_the_title(size, title):
    page = cover(made.COVER, made.leaf(size), title=title)
    if not bodies(page):
        return
    below = max(it.y + 0.2 * it.size for it in texts(page) if it.mark.role is Role.TITLE)
    assert to_mm(facing(page).y - below) > 0.8


# --- a figure in place of the map -----------------------------------------------------------------------------------


def to_margin(size):
    return made.leaf(size).kit.measures.margin


def test_without_muscles_a_figure_stands_there_all_the_same():
    page = cover(subject=made.SUBJECTS[1], primary=(), helping=(), figure="")
    assert any(it.mark.role is Role.FIGURE for it in page.items)


def test_what_is_not_known_is_a_line_to_write_on():
    def lines(page):
        return sum(isinstance(it, Path) and it.stroke == PETROL.outline for it in page.items)

    assert lines(cover(client="", trainer="", dates="")) == 3
    assert lines(cover()) == 0
    assert "For" in read(cover(client=""))


def test_the_last_page_has_a_code_where_there_is_an_address():
    page = place_back_cover(made.COVER, 8, made.leaf(brand=BRAND))
    assert not texts(page, Role.CODE)
    assert not [it for it in page.items if it.mark.role is Role.CODE]  # the trainer has a mailbox and a telephone alone
    asked = place_back_cover(replace(made.COVER, contacts=()), 8, made.leaf(brand=BRAND))
    assert {it.mark.link for it in asked.items if it.mark.role is Role.CODE} == {BRAND.link}
