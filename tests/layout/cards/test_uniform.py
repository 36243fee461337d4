"""Sets: nine of ten cards are served by what they share, and those that are not give way by themselves."""

import pytest

from cardgen.display import Role
from cardgen.layout.cards.fit import Overflow, agreed, wish_of
from cardgen.layout.cards.uniform import Wish, agree
from cardgen.theme import PETROL
from cardgen.values.geometry import mm, to_mm
from cardgen.values.stock import parse_sheet
from cardgen.values.use import IN_HAND, Sides, Use
from tests.builders import card, fit, from_content, headline, kit_of, step, type_case, zones_on
from tests.layout.reading import discs, stage, texts


def wish(body, *stages):
    sizes = tuple(9.0 + 0.5 * at for at in range(len(stages) - 1, -1, -1))
    return Wish(body=body, stages=tuple(zip(sizes, stages, strict=True)))


def test_the_sizes_serve_nine_of_ten():
    many = [wish(10.0, mm(40), mm(50), mm(60))] * 9
    found = agree([*many, wish(9.0, mm(1), mm(2), mm(3))], ceiling=12.0, stages=(mm(30), mm(53)))
    assert found.body == 10.0
    assert to_mm(found.stage) == pytest.approx(40, abs=0.01)
    two = agree([*many[:8], *[wish(9.0, mm(1), mm(2), mm(46))] * 2], ceiling=12.0, stages=(mm(30), mm(53)))
    assert two.body == 9.0


def test_a_set_takes_neither_more_type_nor_more_stage_than_it_may():
    found = agree([wish(10.0, mm(80), mm(80), mm(80))], ceiling=9.5, stages=(mm(30), mm(53)))
    assert found.body == 9.5
    assert to_mm(found.stage) <= 53 + 1e-6


def test_without_cards_nothing_is_agreed():
    assert agree([], ceiling=9.0, stages=(mm(30), mm(53))) is None


STEMS = (
    "squat_barbell",
    "pushup_bodyweight",
    "plank_bodyweight",
    "facepull_band",
    "lunge_dumbbell",
    "pullup_bodyweight",
)


@pytest.fixture(scope="module", params=["a5", "a4", "297x210mm"])
def wall(request):
    """The cards of a set, what they agree on, and their pages."""
    made = [from_content(stem) for stem in STEMS]
    wishes = [wish_of(it, sheet=parse_sheet(request.param), theme=PETROL, case=type_case()) for it in made]
    shared = agreed(wishes, kit_of(request.param))
    return request.param, shared, [fit(it, request.param, shared=shared) for it in made]


def test_cards_of_a_set_share_body_stage_title_line_and_foot(wall):
    size, shared, pages = wall
    assert not any(isinstance(page, Overflow) for page in pages)
    assert [page.type_size for page in pages].count(shared.body) >= 0.8 * len(pages)
    assert all(page.type_size <= shared.body for page in pages)
    served = [page for page in pages if page.type_size == shared.body and texts(page, Role.STEP_NAME)]
    assert len(served) >= 0.8 * len(pages)
    feet = [round(stage(page).bottom, 2) for page in served]
    assert feet.count(max(feet)) >= 0.6 * len(feet), (
        "the others are too long for a stage of any use, and give of theirs"
    )
    assert len({round(discs(page)[0].x, 2) for page in served}) == 1
    assert len({round(texts(page, Role.EYEBROW)[0].y, 2) for page in served}) == 1
    assert len({round(texts(page, Role.ADDRESS)[0].y, 2) for page in served}) == 1
    assert shared.body >= kit_of(size).measures.floor


def test_a_card_that_the_set_does_not_serve_gives_way_alone(wall):
    size, shared, _ = wall
    long = card(steps=tuple(step(f"Part {at}", "Keep both heels down and the neck long. " * 3) for at in range(5)))
    page = fit(long, size, shared=shared)
    assert not isinstance(page, Overflow)
    assert zones_on(size, shared=shared).body >= page.type_size >= kit_of(size).measures.floor


def test_headlines_and_cards_of_two_sides_agree_on_nothing():
    how = {"sheet": parse_sheet("a5"), "theme": PETROL, "case": type_case()}
    assert wish_of(headline(), **how) is None
    assert wish_of(card(), **how, use=Use(sides=Sides.TWO)) is None
    assert wish_of(card(), **how, use=IN_HAND) is not None
