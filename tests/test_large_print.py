"""Booklets in large print: 18 points and more, and every card under the number that it has in the standard booklet."""

from dataclasses import replace
from functools import cache

import pytest

from cardgen.bundle.booklet import BookletSettings, make_booklet
from cardgen.display import Role
from cardgen.pipeline import stages
from cardgen.pipeline.settings import CardSettings
from cardgen.values import resources
from cardgen.values.stock import Orientation, parse_sheet
from cardgen.values.use import LARGE_PRINT, LARGE_PRINT_LEAST, Edition, Sides, Use
from tests.layout.reading import INSTRUCTIONS, texts

STEMS = (
    "deadlift_barbell", "plank_bodyweight", "gobletsquat_kettlebell", "facepull_band", "legpress_leveragemachine",
    "romaniandeadlift_dumbbell", "squat_barbell",
)  # fmt: skip
LARGE = Use(edition=Edition.LARGE_PRINT)


@cache
def guides(number=7):
    return tuple(stages.load_guide(resources.content_folder() / f"{stem}.md") for stem in STEMS[:number])


def booklet(size="a5", use=None, made=None, **changes):
    settings = CardSettings(sheet=parse_sheet(size), use=use or Use(), **changes)
    return make_booklet(made or guides(), BookletSettings(card=settings, title="Back and Hips"))


def numbers(found):
    return {card.guide.path: card.page for card in found.cards}


def cards_of(found):
    """Physical place (from 1), label and anchor of every page of a card."""
    return [
        (place, page.label, page.anchor)
        for place, page in enumerate(found.document.pages, 1)
        if not page.label.endswith("b") and texts(page, Role.STEP_NUMBER) and texts(page, Role.TITLE)
    ]


@pytest.mark.parametrize("number", [6, 7])
def test_every_card_keeps_its_number_label_and_anchor(number):
    standard, large = booklet(made=guides(number)), booklet("a4", LARGE, made=guides(number))
    assert numbers(large) == numbers(standard)
    labels = [(label, anchor) for _, label, anchor in cards_of(standard)]
    assert [(label, anchor) for _, label, anchor in cards_of(large)] == labels


@pytest.mark.slow
def test_a_guide_that_fits_one_edition_alone_moves_no_number(tmp_path):
    path = tmp_path / "aaa.md"
    steps = "\n\n".join(
        f"### Step {at}\nStand tall and hold the weight close to your chest the whole time." for at in range(9)
    )
    path.write_text(
        f"---\ntitle: Aaa\nequipment: Band\nvideo: none\ndescription: Long.\n---\n\n<!-- howto -->\n\n{steps}\n"
    )
    made = (stages.load_guide(path), *guides())
    standard, large = booklet(made=made), booklet("a4", LARGE, made=made)
    assert len(large.cards) == len(standard.cards) - 1, "it does not fit in large print"
    assert numbers(large).items() <= numbers(standard).items()


def test_two_sides_face_each_other_and_what_follows_is_where_its_number_says():
    for number in (6, 7):
        large = booklet("a4", LARGE, made=guides(number))
        fronts = [
            place for place, page in enumerate(large.document.pages, 1) if page.label.endswith("b") and page.items
        ]
        cards = cards_of(large)
        assert all(place % 2 == 0 for place, *_ in cards), "the front is a left page"
        assert [large.document.pages[place].label for place, *_ in cards] == [f"{label}b" for _, label, _ in cards]
        assert fronts
        index = next(
            at for at, page in enumerate(large.document.pages, 1) if page.label.isdigit() and at > cards[-1][0]
        )
        assert index % 2 == int(large.document.pages[index - 1].label) % 2


def test_an_empty_page_has_a_label_of_its_own_and_nothing_on_it():
    large = booklet("a4", LARGE)
    empty = [page for page in large.document.pages if not page.items]
    assert [page.label.endswith("verso") for page in empty] == [True] * len(empty)
    labels = [page.label for page in large.document.pages]
    assert len(set(labels)) == len(labels)


def test_links_lead_to_the_front_of_a_card():
    large = booklet("a4", LARGE)
    anchors = {page.anchor for page in large.document.pages if page.anchor}
    targets = {item.mark.target for page in large.document.pages for item in page.items if item.mark.target}
    assert targets <= anchors


def test_all_of_it_is_in_large_print():
    for page in booklet("a4", LARGE).document.pages[1:]:
        assert all(item.size >= LARGE_PRINT_LEAST - 1e-6 for item in texts(page)), page.label
        running = (*INSTRUCTIONS, Role.LEAD, Role.CONTENTS_ENTRY, Role.INDEX_ENTRY, Role.PARAGRAPH)
        assert all(item.size >= LARGE_PRINT - 1e-6 for item in texts(page, *running)), page.label


def test_where_one_card_takes_two_sides_all_do():
    large = booklet("a4", LARGE)
    assert len(cards_of(large)) == len(STEMS)
    labels = [page.label for page in large.document.pages]
    assert all(f"{label}b" in labels for _, label, _ in cards_of(large))


def test_a_standard_booklet_may_have_two_sides_too():
    two = booklet(use=Use(sides=Sides.TWO))
    assert numbers(two) == numbers(booklet())
    assert len(two.document.pages) > len(booklet().document.pages)


@pytest.mark.slow
def test_held_either_way_large_print_keeps_its_numbers():
    settings = BookletSettings(
        card=CardSettings(sheet=parse_sheet("a4"), use=LARGE, orientation=Orientation.AUTO), title="Back and Hips"
    )
    assert numbers(make_booklet(guides(), settings)) == numbers(booklet())
    assert numbers(make_booklet(guides(), replace(settings, title="Other"))) == numbers(booklet())
