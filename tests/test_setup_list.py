"""What is to be set up: as many of each as there are places."""

import pytest

from cardgen.program.setup_list import Need, list_setup
from cardgen.words import english


def need(number, equipment, position="standing", places=1):
    return Need(number=number, equipment=equipment, position=position, places=places)


def test_equipment_is_counted_by_places_and_named_with_its_stations():
    needs = (
        need(1, "Dumbbell"), need(2, "Bodyweight", "lying"), need(3, "Step"), need(4, "Battle Ropes"),
        need(5, "Band", "lying"), need(6, "Dumbbell"), need(7, "Band"), need(8, "Bodyweight", "kneeling", 2),
    )  # fmt: skip
    assert list_setup(needs, english()) == (
        "2 dumbbells (stations 1, 6)",
        "Step (3)",
        "Battle ropes (4)",
        "2 bands (5, 7)",
        "4 mats (2, 5, 8), clock, water",
    )


@pytest.mark.parametrize(
    ("equipment", "places", "told"),
    [
        ("Bench", 2, "2 benches (station 1)"),
        ("Plyo Box", 3, "3 plyo boxes (station 1)"),
        ("Dumbbells", 1, "Dumbbells (station 1)"),
        ("Dumbbells", 2, "2 × dumbbells (station 1)"),
        ("TRX", 2, "2 TRXs (station 1)"),
        ("EZ Bar", 1, "EZ bar (station 1)"),
        ("Medicine Ball", 1, "Medicine ball (station 1)"),
    ],
)
def test_how_equipment_is_counted(equipment, places, told):
    assert list_setup([need(1, equipment, places=places)], english())[0] == told


def test_a_bench_needs_no_mat_and_a_mat_is_one():
    needs = (need(1, "Barbell", "lying"), need(2, "Mat", "sitting"), need(3, ""))
    assert list_setup(needs, english()) == ("Barbell (station 1)", "Mat (2), clock, water")


def test_clock_and_water_are_always_wanted():
    assert list_setup((), english()) == ("Clock, water",)
