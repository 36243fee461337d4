"""Floor plans: every station once, in order, an arrow from each to the next."""

from functools import cache
from itertools import combinations, pairwise

import pytest

from cardgen.compose import Brand
from cardgen.display import Op, Page, Path, Role
from cardgen.layout.circuit.floorplan import place_floorplan
from cardgen.layout.circuit.model import Plan
from cardgen.layout.circuit.sheet import leaf_of
from cardgen.layout.ground.overflow import Overflow
from cardgen.theme.builtin import THEMES
from cardgen.values.geometry import Rect, mm
from cardgen.values.notes import LeftOut
from tests.layout.circuit.making import LONG, circuit, kit_of, station
from tests.layout.reading import ink, rect_of, texts, words

BAND = THEMES["petrol"].band
PLANS = [(number, kind) for number in (2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 16, 20, 24) for kind in ("ring", "grid")]
each_plan = pytest.mark.parametrize("plan", PLANS, ids=str)


def placed(circuit_, kind="ring", size="a4", **sheet):
    kit, _ = kit_of(size, **{"metres": 0.0, **sheet})
    return place_floorplan(circuit_, Plan(kind), leaf_of(kit, circuit_.title, Brand(name="Harbour Gym")))


@cache
def page_of(plan):
    page = placed(circuit(plan[0]), plan[1])
    assert isinstance(page, Page)
    return page


def tiles(page):
    """The tiles of the stations, in order."""
    paths = [it for it in page.items if isinstance(it, Path) and it.stroke == BAND and it.fill]
    boxes = [rect_of(path) for path in paths]
    numbers = texts(page, Role.STEP_NUMBER)
    return [next(box for box in boxes if box.contains(ink(number))) for number in numbers]


def arrows(page):
    """What the arrows cover: of those that turn, their ways."""
    found = [
        it for it in page.items if isinstance(it, Path) and (it.fill == BAND or (it.stroke == BAND and not it.fill))
    ]
    closed = [
        it
        for it in found
        if it.fill is None or (it.segments[-1][0] is Op.CLOSE and Op.CURVE not in {op for op, _ in it.segments})
    ]
    return [rect_of(it) for it in closed]


@each_plan
def test_every_station_has_its_tile_in_order(plan):
    page, made = page_of(plan), circuit(plan[0])
    assert [item.text.strip() for item in texts(page, Role.STEP_NUMBER)] == [str(it.number) for it in made.stations]
    assert words(texts(page, Role.STEP_NAME)) == [word for it in made.stations for word in it.title.split()]


@each_plan
def test_tiles_are_alike_and_stand_apart_inside_the_margins(plan):
    page = page_of(plan)
    found = tiles(page)
    assert len({(round(box.width, 3), round(box.height, 3)) for box in found}) == 1
    inside = Rect(x=0, y=0, width=page.width, height=page.height).inset(mm(10), mm(10))
    for box, other in combinations(found, 2):
        assert not box.overlaps(other)
    assert all(inside.contains(box) for box in found)


@each_plan
def test_an_arrow_runs_from_each_station_to_the_next_and_over_no_tile(plan):
    page = page_of(plan)
    found, ways = tiles(page), arrows(page)
    pairs = list(pairwise(found)) + ([(found[-1], found[0])] if plan[1] == "ring" and len(found) % 2 == 0 else [])
    for one, other in pairs:
        between = Rect(
            x=min(one.x, other.x), y=min(one.y, other.y),
            width=max(one.right, other.right) - min(one.x, other.x), height=max(one.bottom, other.bottom) - min(one.y, other.y),
        )  # fmt: skip
        assert any(between.contains(way) for way in ways)
    for way in ways:
        assert not any(way.overlaps(box, tolerance=0.1) for box in found)


@each_plan
def test_no_text_stands_over_another_or_leaves_its_tile(plan):
    page = page_of(plan)
    boxes = [(ink(item), item.text) for item in texts(page)]
    for (box, first), (other, second) in combinations(boxes, 2):
        assert not box.overlaps(other), (first, second)
    found = tiles(page)
    numbers = {item.mark.order: at for at, item in enumerate(texts(page, Role.STEP_NUMBER))}
    for item in texts(page, Role.STEP_NAME, Role.STEP):
        assert found[numbers[item.mark.part_of]].contains(ink(item)), item.text
    assert all(item.size >= 9 - 1e-6 for item in texts(page))


def test_the_first_station_has_the_flag_and_the_figures_are_in_the_head():
    page = page_of((8, "ring"))
    said = " ".join(words(texts(page, Role.PARAGRAPH)))
    assert said.startswith("Work 40 s Rest 20 s Rounds 3 In all 26 min")
    assert "Start" in said
    (flag,) = [item for item in texts(page) if item.text.strip() == "Start"]
    assert tiles(page)[0].x < flag.x < tiles(page)[0].right


def test_an_odd_number_leaves_a_place_for_water():
    assert "Water" in words(texts(page_of((7, "ring"))))
    assert "Water" not in words(texts(page_of((8, "ring"))))


def test_a_ring_of_eight_and_of_twelve_has_three_rows():
    for number in (8, 12):
        assert len({round(box.y) for box in tiles(page_of((number, "ring")))}) == 3


def test_a_grid_runs_row_by_row_and_says_where_its_end_leads():
    page = page_of((8, "grid"))
    places = [(round(box.y), round(box.x)) for box in tiles(page)]
    assert places == sorted(places)
    assert "From 8 back to 1." in " ".join(words(texts(page, Role.INTRODUCTION)))


def test_a_station_of_several_places_says_how_many():
    page = placed(circuit([station(1, places=2), station(2), station(3, equipment="", places=3)]))
    notes = {item.mark.part_of: "" for item in texts(page, Role.STEP)}
    for item in texts(page, Role.STEP):
        notes[item.mark.part_of] += item.text
    assert [note.replace("\u00a0", " ").strip() for note in notes.values()] == ["Kettlebell × 2", "Bodyweight", "× 3"]
    assert "up to 6 start together" in " ".join(words(texts(page, Role.FOOTER)))


def test_names_are_never_shortened_and_the_equipment_goes_first():
    page = placed(circuit([station(at, title=LONG) for at in range(1, 13)]))
    assert words(texts(page, Role.STEP_NAME)) == LONG.split() * 12
    many = placed(circuit(24))
    assert many.notes == (LeftOut.EQUIPMENT_OF_PLAN,)
    assert not texts(many, Role.STEP)


def test_names_for_which_there_is_no_room_are_told():
    found = placed(circuit([station(at, title=f"{LONG} and {LONG}") for at in range(1, 25)]), size="a5")
    assert isinstance(found, Overflow)
    assert "--plan none" in found.hint


@pytest.mark.parametrize("ink_", ["low", "mono"])
def test_where_ink_is_saved_all_text_is_black_or_white(ink_):
    page = placed(circuit(8), ink=ink_)
    assert {item.color.hex() for item in texts(page)} <= {"#000000", "#ffffff"}


def test_stations_without_a_clock_move_on_together():
    said = " ".join(words(texts(placed(circuit(6, work=None)), Role.PARAGRAPH)))
    assert "Move on when all are done." in said
    assert "In all" not in said
