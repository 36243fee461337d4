"""The notations of trainers and physiotherapists: each is read as it is meant, or refused with the spelling that works."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from planned import read, refused, with_exercise

from cardgen.program.amounts import read_all_of_reps, read_hold, read_reps
from cardgen.program.loads import read_load
from cardgen.program.model import BlockKind, Counting, LoadUnit, Side, Weekday
from cardgen.program.often import read_often
from cardgen.program.quantity import Along
from cardgen.program.sums import set_seconds
from cardgen.program.times import read_rest, read_work
from cardgen.program.words import Unread, read_kind, read_sets, read_side, read_tempo, read_weekdays
from cardgen.values.errors import ProgramError
from cardgen.words import english


def hint_of(reader, text):
    with pytest.raises(Unread) as caught:
        reader(text)
    return caught.value.hint


@pytest.mark.parametrize(
    ("written", "printed", "counting"),
    [
        ("40 m", "40 m", Counting.METRES),
        ("400m", "400 m", Counting.METRES),
        ("400 Meter", "400 m", Counting.METRES),
        ("5 km", "5 km", Counting.KILOMETRES),
        ("1,5 km", "1.5 km", Counting.KILOMETRES),
        ("5k", "5 km", Counting.KILOMETRES),
        ("50 yards", "50 yd", Counting.YARDS),
        ("0.5 miles", "0.5 mi", Counting.MILES),
        ("30 ft", "30 ft", Counting.FEET),
        ("15-20 cals", "15–20 cal", Counting.CALORIES),
        ("20 min", "20 min", Counting.HOLD),
        ("20-30 Minuten", "20–30 min", Counting.HOLD),
        ("25:00", "25 min", Counting.HOLD),
        ("1:30-2:00", "1:30–2:00 min", Counting.HOLD),
        ("1 min 30 s", "1:30 min", Counting.HOLD),
        ("1'30\"", "1:30 min", Counting.HOLD),
        ("30 s - 1 min", "30–60 s", Counting.HOLD),
        ("30 sec hold", "30 s", Counting.HOLD),
        ("hold 30 s", "30 s", Counting.HOLD),
        ("30 Sekunden halten", "30 s", Counting.HOLD),
        ("1 h", "60 min", Counting.HOLD),
        ("5+", "5+", Counting.COUNT),
        ("min 8", "8+", Counting.COUNT),
        ("8 bis 12 Wdh.", "8–12", Counting.COUNT),
        ("5 breaths", "5 breaths", Counting.COUNT),
        ("20 Schritte", "20 Schritte", Counting.COUNT),
        ("to failure", "to failure", Counting.AMRAP),
        ("bis zum Muskelversagen", "to failure", Counting.AMRAP),
        ("AMRAP in 10 min", "AMRAP in 10 min", Counting.AMRAP),
        ("max", "AMRAP", Counting.AMRAP),
    ],
)
def test_what_ends_a_set_is_read(written, printed, counting):
    found = read_reps(written)
    assert (found.text, found.amounts[0].counting) == (printed, counting)


@pytest.mark.parametrize(
    ("written", "printed", "along"),
    [
        ("12/10/8", "12/10/8", Along.SETS),
        ("12-10-8", "12/10/8", Along.SETS),
        ("5/3/1+", "5/3/1+", Along.SETS),
        ("8/8/AMRAP", "8/8/AMRAP", Along.SETS),
        ("30/20/10 s", "30/20/10 s", Along.SETS),
        ("12, 10, 8, 6", "12/10/8/6", Along.EITHER),
        ("12/10/8 by week", "12 → 8", Along.WEEKS),
    ],
)
def test_a_list_says_what_it_follows_or_leaves_it_open(written, printed, along):
    found = read_reps(written)
    assert (found.text, found.along) == (printed, along)


@pytest.mark.parametrize(
    "written", ["8/side", "8 each", "8 per leg", "8 (each side)", "8 e/s", "je 8", "8 pro Seite", "8 L/R"]
)
def test_repetitions_may_say_the_side(written):
    found = read_all_of_reps(written)
    assert (found.reps.text, found.side) == ("8", Side.EACH)


@pytest.mark.parametrize(
    ("written", "method"),
    [("10 drop set", "drop set"), ("10 + drop set", "drop set"), ("10, last set AMRAP", "last set AMRAP")],
)
def test_what_is_done_with_the_last_set_is_kept_in_words(written, method):
    found = read_reps(written)
    assert (found.text, found.method) == ("10", method)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2 m", "write 2 min, or 2 metres"),
        ("1,000 m", "write 1000 without a mark, or fewer digits"),
        ("2.30 min", "write 2:30 or 138 s"),
        ("10/10", "write reps: 10 and side: each, or sets: 2 and reps: 10"),
        ("12,5", "set by set write 12/5"),
        ("8 @8", 'write reps: 8 and load: "@8"'),
        ("8 RIR 2", "write reps: 8 and load: RIR 2"),
        ("10 hold 5 s", "write reps: 10 and hold: 5 s"),
        ("10 secnds", 'did you mean "seconds"?'),
        ("20 alternating", "write the figure alone, and note: alternate sides"),
        ("10+8+6", "write reps: 10 drop set and note: 10+8+6; of 3 sets write reps: 10/8/6"),
        ("EMOM 10", "write sets: 10, reps: 8 and rest: EMOM; for every two minutes rest: E2MOM"),
    ],
)
def test_repetitions_that_may_mean_two_things_are_asked(written, hint):
    assert hint_of(read_reps, written) == hint


@pytest.mark.parametrize(
    ("written", "printed", "unit"),
    [
        ("12,5 kg", "12.5 kg", LoadUnit.KG),
        ("1,25 kg", "1.25 kg", LoadUnit.KG),
        ("45#", "45 lb", LoadUnit.LB),
        ("75% 1RM", "75 % 1RM", LoadUnit.PERCENT_1RM),
        ("60-70 %", "60–70 %", LoadUnit.PERCENT),
        ("@8", "RPE 8", LoadUnit.RPE),
        ("@ RPE 7-8", "RPE 7–8", LoadUnit.RPE),
        ("2 RIR", "RIR 2", LoadUnit.RIR),
        ("RIR 0", "RIR 0", LoadUnit.RIR),
        ("BW+10kg", "BW + 10 kg", LoadUnit.WORDS),
        ("2x10kg", "2 × 10 kg", LoadUnit.WORDS),
        ("pin 5", "pin 5", LoadUnit.WORDS),
        ("Stufe 3", "Stufe 3", LoadUnit.WORDS),
        ("10 RM", "10RM", LoadUnit.WORDS),
        ("red Theraband", "red Theraband", LoadUnit.WORDS),
        ("1 red + 1 blue spring", "1 red + 1 blue spring", LoadUnit.WORDS),
        ("60 kg @ RPE 8", "60 kg @ RPE 8", LoadUnit.WORDS),
        ("80% TM", "80 % TM", LoadUnit.WORDS),
        ("150 W", "150 W", LoadUnit.WORDS),
        ("none", "no load", LoadUnit.WORDS),
        ("40/50/60 kg", "40/50/60 kg", LoadUnit.KG),
        ("RPE 7/8/9", "RPE 7/8/9", LoadUnit.RPE),
        ("[yellow, red] Theraband by week", "yellow → red Theraband", LoadUnit.WORDS),
        ("[pin 4, pin 5] by week", "pin 4 → 5", LoadUnit.WORDS),
    ],
)
def test_loads_are_read_as_trainers_write_them(written, printed, unit):
    found = read_load(written)
    assert (found.span, found.unit) == (printed, unit)


@pytest.mark.parametrize(
    "written", ["40 gk", "40 stone", "2x10", "kettlebell 16", "BW + 10", "-20 kg", "@12", "a 5 b", "5 5 kg"]
)
def test_a_figure_that_nobody_can_be_sure_of_is_no_load(written):
    assert hint_of(read_load, written)


def test_decimals_with_a_comma_are_not_taken_for_entries_of_a_list():
    assert "a point" in hint_of(read_load, "[12,5, 15] kg")
    text = "title: Back\nexercises:\n  - {exercise: Plank, load: [12,5, 15 kg]}\n"
    assert refused(text) == [("comma", 3)]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("60-90", "60–90 s"),
        ("2-3 min", "2–3 min"),
        ("30s-1min", "30–60 s"),
        ("1 min 30", "1:30 min"),
        ("EMOM", "every 60 s"),
        ("E2MOM", "every 2 min"),
        ("every 1:30 min", "every 1:30 min"),
        ("as needed", "as needed"),
        ("keine", "none"),
    ],
)
def test_rests_are_read_as_trainers_write_them(written, printed):
    assert read_rest(written).told(english()) == printed


def test_a_small_figure_without_a_unit_is_asked():
    assert hint_of(read_rest, "2") == "write 2 min or 2 s"
    assert hint_of(read_rest, "2-3") == "write 2-3 min or 2-3 s"
    assert hint_of(read_work, "1") == "write 1 min or 1 s"
    assert hint_of(read_work, "30-40s") == "write 30s or 40s"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("3-1-3", "3-1-3"),
        ("3/1/3", "3-1-3"),
        ("31X1", "3-1-X-1"),
        ("0301", "0-3-0-1"),
        ("313", "3-1-3"),
        ("Slow", "slow"),
    ],
)
def test_tempos_are_read_as_trainers_write_them(written, printed):
    assert read_tempo(written).text == printed


@pytest.mark.parametrize(
    ("written", "low", "high", "warm_up"),
    [
        ("3", 3, 3, 0),
        ("3x", 3, 3, 0),
        ("3-4", 3, 4, 0),
        ("3 Sätze", 3, 3, 0),
        ("2 warm-up + 3", 3, 3, 2),
        ("3 + 2 WU", 3, 3, 2),
    ],
)
def test_sets_are_read_as_trainers_write_them(written, low, high, warm_up):
    found = read_sets(written)
    assert (found.low, found.high, found.warm_up) == (low, high, warm_up)


def test_days_of_the_week_are_read_several_at_once_and_in_german():
    assert (
        read_weekdays("Mon, Wed & Fri")
        == read_weekdays("Mo/Mi/Fr")
        == (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
    )
    assert read_weekdays("Mon-Fri") == read_weekdays("weekdays") == tuple(Weekday)[:5]
    assert read_weekdays("daily") == read_weekdays("täglich") == tuple(Weekday)
    assert hint_of(read_weekdays, "Mon, Mon") == "name each day once"


@pytest.mark.parametrize(
    ("written", "printed", "a_week"),
    [
        ("daily", "daily", 7),
        ("2x täglich", "2 × a day", 7),
        ("twice a day", "2 × a day", 7),
        ("3x/week", "3 × a week", 3),
        ("every other day", "every other day", 4),
        ("every 2 hours", "every 2 hours", 7),
        ("morgens und abends", "morgens und abends", 7),
    ],
)
def test_how_often_is_read(written, printed, a_week):
    found = read_often(written)
    assert (found.told(english()), found.a_week) == (printed, a_week)


def test_what_does_not_say_how_often_is_refused():
    assert hint_of(read_often, "3") == hint_of(read_often, "now and then") != ""


def test_other_kinds_of_blocks_are_told_how_they_are_written():
    assert "rest: EMOM" in hint_of(read_kind, "EMOM")
    assert "work: 20s, rest: 10s, rounds: 8" in hint_of(read_kind, "tabata")
    assert read_kind("Giant set") is BlockKind.SUPERSET
    assert "note" in hint_of(read_side, "alternating")


def test_a_hold_beside_repetitions_lengthens_each():
    held = with_exercise(sets=1, reps=10, hold="5s", tempo="1-0-1-0")
    assert held.hold.text == "5 s"
    assert set_seconds(held) == 10 * (2 + 5)
    assert read_hold("5-10").text == "5–10 s"


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        ({"sets": 3, "reps": "[12, 10, 8]"}, "12/10/8"),
        ({"reps": "[12, 10, 8]"}, "12/10/8"),
        ({"sets": 2, "reps": "[12, 10, 8, 6, 5, 4, 3, 2]"}, "12 → 2"),
    ],
)
def test_a_list_of_repetitions_is_of_sets_where_it_can_be_else_of_weeks(values, printed):
    assert with_exercise(**values).reps.text == printed


def test_a_list_of_repetitions_that_fits_neither_is_refused():
    with pytest.raises(ProgramError) as caught:
        with_exercise(sets=3, reps="12/10")
    assert "write sets: 2" in str(caught.value)


def test_a_list_of_loads_that_may_be_of_sets_or_weeks_is_asked():
    with pytest.raises(ProgramError) as caught:
        with_exercise(sets=3, load="[60, 70, 80] kg")
    assert 'write 60/70/80 kg for set after set, or "[60, 70, 80] kg by week"' in str(caught.value)
    assert with_exercise(sets=3, load="60/70/80 kg").load.along is Along.SETS
    assert with_exercise(sets=3, load="[60, 70, 80] kg by week").load.along is Along.WEEKS
    assert with_exercise(sets=2, load="[60, 70, 80] kg").load.along is Along.WEEKS
    assert with_exercise(load="60/70 kg").sets.text == "2"


FLAT = "title: Back\nexercises:\n  - {exercise: Plank, reps: 30s}\n  - Squat\n"


def test_a_program_may_be_its_exercises_alone():
    (day,) = read(FLAT).days
    assert [it.exercise for it in day.exercises] == ["Plank", "Squat"]
    assert day.blocks[0].kind is BlockKind.STRAIGHT
    assert [it.path for it in day.exercises] == ["exercises[0].exercise", "exercises[1]"]


def test_days_and_a_program_may_have_exercises_or_blocks():
    days = "title: Back\ndays:\n  - name: A\n    exercises: [Plank]\n  - blocks: [{exercises: [Squat]}]\n"
    assert [[it.exercise for it in day.exercises] for day in read(days).days] == [["Plank"], ["Squat"]]
    blocks = "title: Back\nblocks:\n  - {kind: warm-up, exercises: [Plank]}\n  - exercises: [Squat]\n"
    assert [block.kind for block in read(blocks).days[0].blocks] == [BlockKind.WARM_UP, BlockKind.STRAIGHT]


@pytest.mark.parametrize(
    "text",
    [
        "title: Back\nexercises: [Plank]\ndays:\n  - exercises: [Plank]\n",
        "title: Back\nexercises: [Plank]\nblocks:\n  - exercises: [Plank]\n",
        "title: Back\ndays:\n  - exercises: [Plank]\n    blocks: [{exercises: [Plank]}]\n",
    ],
)
def test_two_ways_at_once_exclude_each_other(text):
    assert "two-ways" in {code for code, _ in refused(text)}


def test_a_flat_program_may_say_when_it_is_done():
    (daily,) = read(FLAT + "times: daily\n").days
    assert (daily.weekdays, daily.a_week) == (tuple(Weekday), 7)
    (often,) = read(FLAT + "times: 3 x a week\n").days
    assert (often.weekdays, often.a_week) == ((), 3)
    assert refused(FLAT + "weekday: Mon, Wed\ntimes: 3 x a week\n") == [("contradiction", 6)]
    assert refused("title: Back\nweekday: Mon\ndays:\n  - exercises: [Plank]\n") == [("of-a-day", 2)]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("superset: A1", "put the exercises into one block with kind: superset"),
        ("rpe: 8", "write load: RPE 8"),
        ("weight: 20 kg", "write load: 20 kg"),
        ("distance: 400 m", "write reps: 400 m"),
        ("wdh: 10", "write reps: 10"),
        ("pause: 60", "write rest: 60"),
        ("frequency: daily", "write times: daily"),
    ],
)
def test_keys_of_other_programs_are_told_how_they_are_written_here(line, hint):
    with pytest.raises(ProgramError) as caught:
        read(f"title: Back\nexercises:\n  - exercise: Plank\n    {line}\n")
    assert f"hint: {hint}" in str(caught.value)


def test_a_load_may_begin_with_an_at_sign_without_quotes():
    assert read("title: Back\nexercises: [{exercise: Plank, load: @8, reps: 5}]\n").exercises[0].load.text(1) == "RPE 8"


KEYS = "exercise exercises sets reps hold load rest tempo side times note places kind rounds work blocks days weekday circuit superset rpe".split()


@settings(max_examples=60)
@given(
    st.recursive(
        st.sampled_from(["Plank", "3", "8", "12/10", "Mon", "40 kg", ""]),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
        max_leaves=8,
    ),
    st.sampled_from(KEYS),
)
def test_a_program_of_any_shape_is_read_or_refused(value, key):

    refused(f"title: Back\n{key}: {json.dumps(value)}\n")


PIECES = st.lists(
    st.sampled_from(
        "3 5 8 12 30 1,5 2.5 kg lb s sec min m km @ RPE RIR % 1RM / - – + x × each side hold drop set by week , ; ( ) AMRAP EMOM BW pin "
        "red band Theraband every daily a to bis je Seite 10:30 ' \" [ ]".split()
    ),
    max_size=7,
)


@settings(max_examples=100)
@given(PIECES, st.sampled_from(["", " "]))
def test_anything_that_is_written_is_read_or_refused_with_a_hint(pieces, between):
    text = between.join(pieces)
    for reader in (read_reps, read_load, read_rest, read_sets, read_tempo, read_often, read_weekdays, read_hold):
        try:
            reader(text)
        except Unread as told:
            assert told.message


@settings(max_examples=20)
@given(st.integers(1, 90), st.sampled_from(["min", "minutes", "Minuten", "mins"]))
def test_minutes_are_never_taken_for_metres_nor_metres_for_minutes(number, unit):
    assert read_reps(f"{number} {unit}").amounts[0].counting is Counting.HOLD
    try:
        assert read_reps(f"{number} m").amounts[0].counting is Counting.METRES
    except Unread as told:
        assert "metres" in told.hint
