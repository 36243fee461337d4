"""The coach's sheet: all of it on one page while that can be read."""

from functools import cache
from itertools import combinations

import pytest

from cardgen.compose import Brand
from cardgen.display import Op, Path, Role
from cardgen.layout.circuit.coach import place_coach
from cardgen.layout.circuit.coachclock import bands_of
from cardgen.layout.circuit.inks import edge
from cardgen.layout.circuit.sheet import leaf_of
from cardgen.theme import PETROL
from cardgen.theme.builtin import THEMES
from cardgen.values.geometry import Rect, mm
from cardgen.values.notes import CoachPages
from tests.builders import inline
from tests.layout.circuit.making import LONG, circuit, kit_of, station
from tests.layout.reading import ink, rect_of, texts, words

KIT = ("Kettlebell (station 1)", "2 bands (5, 7)", "2 mats (2, 4), clock, water")
TALK = "Keep the bell close to your breastbone all the way down, and let your elbows pass between your knees at the bottom."


def placed(circuit_, size="a4", **sheet):
    kit, _ = kit_of(size, "portrait", **{"metres": 0.0, **sheet})
    return place_coach(circuit_, leaf_of(kit, circuit_.title, Brand(name="Harbour Gym")))


def talkative(number):
    return [station(at, title=LONG, say=inline(TALK), watch_for=inline(TALK)) for at in range(1, number + 1)]


SHEETS = {
    **{
        f"{number} stations": lambda number=number: circuit(number, kit=KIT) for number in (2, 4, 8, 10, 12, 16, 17, 24)
    },
    "16 rounds of 20": lambda: circuit(20, rounds=16, kit=KIT),
    "as many as there can be": lambda: circuit(24, rounds=20, kit=KIT),
    "8 rounds": lambda: circuit(10, rounds=8, kit=KIT),
    "12 that take long": lambda: circuit(talkative(12), kit=KIT),
    "24 that take long": lambda: circuit(talkative(24), kit=tuple(f"Thing number {at}" for at in range(14))),
    "nothing to set up": lambda: circuit(6),
}
each_sheet = pytest.mark.parametrize("name", SHEETS)


@cache
def pages_of(name, size="a4"):
    return placed(SHEETS[name](), size)


@each_sheet
def test_all_stands_inside_the_margins_and_nothing_over_another(name):
    for page in pages_of(name):
        inside = Rect(x=0, y=0, width=page.width, height=page.height).inset(mm(5), mm(5))
        boxes = [(ink(item), item.text) for item in texts(page)]
        assert all(inside.contains(box, tolerance=0.3) for box, _ in boxes)
        for (box, first), (other, second) in combinations(boxes, 2):
            assert not box.overlaps(other), (first, second)
        assert all(item.size >= 9 - 1e-6 for item in texts(page) if item.mark.role is not Role.ROW_HEAD)


@each_sheet
def test_every_station_has_its_row_and_every_time_its_cell(name):
    made = SHEETS[name]()
    heads = [item.text.strip() for page in pages_of(name) for item in texts(page, Role.ROW_HEAD)]
    numbers = [str(it.number) for it in made.stations]
    rounds = [f"Round {at}" for at in range(1, made.rounds + 1)] * len(bands_of(made))
    assert heads == numbers + rounds
    cells = [word for page in pages_of(name) for word in words(texts(page, Role.CELL))]
    assert len([word for word in cells if ":" in word and word[0].isdigit()]) == made.rounds * (len(numbers) + 1)


@pytest.mark.parametrize(
    ("name", "pages"), [("8 stations", 1), ("12 stations", 1), ("16 stations", 1), ("24 stations", 2)]
)
def test_up_to_sixteen_stations_stand_on_a_page(name, pages):
    found = pages_of(name)
    assert len(found) == pages
    if pages == 1:
        assert found[0].notes == ()
    else:
        assert found[0].notes == (CoachPages(pages=2, stations=24),)


def test_eight_stations_of_the_worked_example():
    (page,) = pages_of("8 stations")
    said = " ".join(words(texts(page)))
    assert "Work 40 s Rest 20 s Stations 8 Rounds 3 Round rest 1:30 In all 26:00" in said
    assert "Round 1 0:00 1:00 2:00 3:00 4:00 5:00 6:00 7:00 7:40" in said
    assert "Round 2 9:10 10:10 11:10 12:10 13:10 14:10 15:10 16:10 16:50" in said
    assert "Round 3 18:20 19:20 20:20 21:20 22:20 23:20 24:20 25:20 26:00" in said


def test_where_the_guide_is_silent_stands_a_line_to_write_on():
    (page,) = placed(circuit([station(1, say=()), station(2), station(3)]))
    color = edge(THEMES["petrol"])
    lines = [
        it
        for it in page.items
        if isinstance(it, Path) and it.stroke == color and [op for op, _ in it.segments] == [Op.MOVE, Op.LINE]
    ]
    assert len(lines) == 2  # nothing to say at 1, nothing to watch for at 2
    assert rect_of(lines[0]).x < rect_of(lines[1]).x
    cells = {(item.mark.part_of, item.mark.column) for item in texts(page, Role.CELL)}
    first = min(part for part, _ in cells)
    assert (first, 3) not in cells
    assert (first, 4) in cells


def test_what_to_set_up_is_a_list_and_the_stop_box_has_its_heading():
    (page,) = pages_of("8 stations")
    points = texts(page, Role.POINT)
    assert len({item.mark.order for item in points}) == len(KIT)
    assert "2 bands (5, 7)" in " ".join(words(points))
    assert " ".join(words(texts(page, Role.SAFETY_HEADING))) == "Stop anyone with"
    assert "112" in " ".join(words(texts(page, Role.SAFETY)))


def test_without_a_time_for_work_there_is_no_clock():
    (page,) = placed(circuit(6, work=None, rounds=1))
    said = " ".join(words(texts(page)))
    assert "On the clock" not in said
    assert "Work" not in said.split("Say")[0]


def test_places_stand_behind_the_name():
    (page,) = placed(circuit([station(1, places=2), station(2)]))
    assert "Goblet Squat × 2 Kettlebell" in " ".join(words(texts(page, Role.CELL)))


@pytest.mark.parametrize("ink_", ["low", "mono"])
def test_where_ink_is_saved_no_row_has_a_ground(ink_):
    (page,) = placed(circuit(8, kit=KIT), ink=ink_)
    colors = {item.color.hex() for item in texts(page)}
    signal = {PETROL.mistakes.heading.hex()} if ink_ == "low" else set()  # of the box that says when to stop
    assert colors <= {"#000000", "#ffffff", *signal}
    wide = [it for it in page.items if isinstance(it, Path) and it.fill and rect_of(it).width > page.width / 2]
    assert all(rect_of(it).height < 6 for it in wide)


def test_a_letter_holds_what_a4_does():
    assert len(pages_of("12 stations", "letter")) == 1


def test_what_fits_no_page_leaves_the_sheet_out():
    endless = tuple(f"{LONG}, {LONG} and {LONG}, number {at}" for at in range(40))
    assert placed(circuit(24, rounds=20, kit=endless)) == ()
