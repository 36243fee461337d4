"""What a card says of its exercise: a line for each time that it is prescribed, and the trainer's remark."""

from __future__ import annotations

from cardgen.bundle.program.cards import prescription_of
from cardgen.program.model import Side, Trainer, Weekday
from tests.bundle.program.made import asked, block, day, plan, program


def prescribed(made, name="Anchor"):
    found = plan(made)
    (guide,) = {it.guide.path: it.guide for it in found.asked if it.guide.title == name}.values()
    return prescription_of(guide, found)


def test_every_day_that_uses_an_exercise_has_a_line():
    full = {"reps": "8-12", "load": "[20, 25] kg", "rest": "90", "tempo": "3-1-1-0", "side": Side.EACH}
    made = program(
        day(1, block(asked("Anchor", sets=3, **full), "Bow"), weekday=Weekday.MONDAY),
        "Bow Cleat",
        day(3, block("Bow"), block(asked("Anchor", sets=2, reps="30s"))),
    )
    rows = prescribed(made).rows
    assert [(it.day, it.page) for it in rows] == [("Mon", 4), ("Day 3", 6)]
    assert [(it.work, it.load, it.rest, it.tempo, it.side) for it in rows] == [
        ("3 × 8–12", "20 → 25 kg", "1:30 min", "3-1-1-0", "each"),
        ("2 × 30 s", "", "", "", ""),
    ]
    assert prescribed(made, "Cleat").rows[0].page == 5


def test_an_exercise_twice_on_a_day_has_two_lines():
    made = program(
        day(1, block(asked("Anchor", sets=1, reps="10"), kind="warm-up"), block(asked("Anchor", sets=3, reps="5")))
    )
    assert [(it.day, it.work) for it in prescribed(made).rows] == [("Day 1", "1 × 10"), ("Day 1", "3 × 5")]


def remark(made, name="Anchor"):
    found = prescribed(made, name).note
    return (found.lead, found.text) if found else None


def on_days(*notes):
    return program(*(day(at, block(asked("Anchor", note=note))) for at, note in enumerate(notes, start=1)))


def test_what_the_trainer_says_every_day_stands_once_as_it_is():
    assert remark(on_days("Stop at a straight line", "Stop at a straight line")) == (
        "Note:",
        "Stop at a straight line",
    )
    assert remark(on_days("")) is None


def test_the_trainer_is_called_as_the_program_has_it():
    made = program(day(1, block(asked("Anchor", note="Slow"))), trainer=Trainer(name="Harbour Coaching"))
    assert remark(made) == ("Harbour Coaching:", "Slow")


def test_what_the_trainer_says_of_one_day_is_not_said_of_the_others():
    assert remark(on_days("Go heavy", "")) == ("Note:", "Day 1: Go heavy.")
    assert remark(on_days("Go heavy!", "Lighter today", "Lighter today")) == (
        "Note:",
        "Day 1: Go heavy! Day 2 and Day 3: Lighter today.",
    )


def test_two_remarks_on_one_day_are_two_sentences():
    made = program(
        day(1, block(asked("Anchor", note="Easy"), kind="warm-up"), block(asked("Anchor", note="Now heavy")))
    )
    assert remark(made) == ("Note:", "Easy. Now heavy.")


def test_a_superset_names_its_other_half_and_where_it_is():
    made = program(day(1, block("Cleat"), block("Anchor", "Bow", kind="superset")))
    assert remark(made) == ("", "Superset with Bow, page 12.")
    assert remark(made, "Bow") == ("", "Superset with Anchor, page 11.")
    assert remark(made, "Cleat") is None


def test_a_superset_of_three_names_both_others():
    made = program(day(1, block("Anchor", "Bow", "Cleat", kind="superset")))
    assert remark(made, "Bow") == ("", "Superset with Anchor, page 10, and Cleat, page 12.")


def test_a_superset_on_one_day_is_not_said_of_the_others():
    made = program(day(1, block("Anchor", "Bow", kind="superset")), "Anchor")
    assert remark(made) == ("", "Day 1: Superset with Bow, page 11.")
    assert remark(made, "Bow") == ("", "Superset with Anchor, page 10.")


def test_a_station_leads_to_its_circuit():
    made = program("Cleat", day(2, block("Anchor", "Bow", kind="circuit")))
    assert remark(made) == ("", "A station of the circuit on page 5.")


def test_what_the_trainer_says_goes_before_the_superset():
    made = program(day(1, block(asked("Anchor", note="Slow."), "Bow", kind="superset")))
    assert remark(made) == ("Note:", "Slow.")
