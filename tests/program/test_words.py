"""Repetitions, loads, tempo, rest: what people write, what is printed, and that one is read back from the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.program.amounts import MOST_HOLD, MOST_REPS, read_reps
from cardgen.program.dates import read_date
from cardgen.program.loads import read_load, read_loads
from cardgen.program.model import Counting, Load, LoadUnit, Side, Tempo, Weekday
from cardgen.program.quantity import Along, Amount
from cardgen.program.times import read_rest
from cardgen.program.words import (
    Unread,
    read_kind,
    read_side,
    read_tempo,
    read_weekday,
)
from cardgen.words import english

AMOUNTS = st.integers(1, 4000).map(lambda quarters: f"{quarters / 4:g}")
SPANS = st.lists(AMOUNTS, min_size=1, max_size=2).map(lambda ends: "–".join(sorted(ends, key=float)))


def spans(most):
    ends = st.tuples(st.integers(1, most), st.integers(1, most))
    return ends.map(lambda pair: {"low": min(pair), "high": max(pair)})


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("8", "8"),
        ("8-12", "8–12"),
        ("8 – 12", "8–12"),
        ("8 to 12", "8–12"),
        ("amrap", "AMRAP"),
        ("30s", "30 s"),
        ("30-45 sec", "30–45 s"),
        ("1 min", "60 s"),
        ("20 min", "20 min"),
        ("1.5 min", "1:30 min"),
        ("1:30", "1:30 min"),
    ],
)
def test_repetitions_are_read_as_people_write_them(written, printed):
    assert read_reps(written).text == printed


@given(
    st.one_of(
        spans(MOST_REPS).map(lambda ends: Amount(**ends)),
        spans(120).map(lambda ends: Amount(counting=Counting.HOLD, **ends)),
        spans(MOST_HOLD // 60).map(
            lambda ends: Amount(counting=Counting.HOLD, **{key: 60 * it for key, it in ends.items()})
        ),
        st.integers(10, 5000).map(lambda way: Amount(counting=Counting.METRES, low=way, high=way)),
        st.integers(1, 200).map(lambda count: Amount(low=count, high=count, is_least=True)),
        st.just(Amount(counting=Counting.AMRAP)),
    )
)
def test_repetitions_as_printed_are_read_back(amount):
    assert read_reps(amount.text).amounts == (amount,)


@pytest.mark.parametrize(("text", "middle"), [("8-12", 10), ("8-11", 10), ("8", 8), ("AMRAP", 12), ("30-45s", 38)])
def test_the_middle_of_a_range_is_rounded_up(text, middle):
    assert read_reps(text).amounts[0].middle == middle


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("40 kg", "40 kg"),
        ("40.0kg", "40 kg"),
        ("042.50 Kgs", "42.5 kg"),
        ("90 lbs.", "90 lb"),
        ("70%", "70 %"),
        ("rpe 7", "RPE 7"),
        ("RPE 7-8", "RPE 7–8"),
        ("7 RPE", "RPE 7"),
        ("light band", "light band"),
        ("Band", "band"),
        ("BW", "body weight"),
        ("bodyweight", "body weight"),
    ],
)
def test_loads_are_read_as_people_write_them(written, printed):
    load = read_load(written)
    assert load.text(1) == load.text(9) == load.span == printed
    assert not load.changes


@given(st.sampled_from(LoadUnit), st.lists(SPANS, min_size=1, max_size=12))
def test_loads_as_printed_are_read_back(unit, values):
    if unit in (LoadUnit.BAND, LoadUnit.BODY_WEIGHT, LoadUnit.WORDS):
        values = {LoadUnit.BODY_WEIGHT: [""], LoadUnit.BAND: ["light", "heavy"]}.get(unit, ["pin 4", "pin 5"])
    load = Load(unit=unit, values=tuple(values), along=Along.EITHER if len(values) > 1 else Along.WEEKS)
    try:
        assert read_loads([load.text(week) for week in range(1, len(values) + 1)]) == load
        listed = f"[{', '.join(values)}] {unit.value}"
        assert read_load(listed.strip() if values != [""] else unit.value) == load
    except Unread as told:  # out of bounds for this unit
        assert "must be" in told.message


def test_a_load_that_changes_shows_both_ends_and_holds_the_last():
    load = read_load("[40, 42.5, 42.5] kg")
    assert [load.text(week) for week in (1, 2, 3, 8)] == ["40 kg", "42.5 kg", "42.5 kg", "42.5 kg"]
    assert (load.span, load.changes) == ("40 → 42.5 kg", True)
    assert read_load("RPE [6, 8]").span == "RPE 6 → 8"


@pytest.mark.parametrize(
    "text",
    [
        "40",
        "42,50 kg",
        "40 stone",
        "0 kg",
        "-5 kg",
        "1001 kg",
        "RPE 11",
        "RPE 0.5",
        "151 %",
        "45-40 kg",
        "kg",
        "[] kg",
        "[40, ] kg",
        "[[40]] kg",
        "RPE [7] kg",
        "[40 kg, 90 lb]",
        "[light, 5] band",
        "a quite unbelievably long name of a band",
        "5 band",
    ],
)
def test_what_is_no_load_is_refused_with_what_to_write(text):
    with pytest.raises(Unread) as caught:
        read_load(text)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("3x10", "write sets: 3 and reps: 10"),
        ("3 × 8-12", "write sets: 3 and reps: 8-12"),
        ("12-8", "write 8-12, or set by set 12/8"),
    ],
)
def test_repetitions_that_say_more_are_parted(text, hint):
    with pytest.raises(Unread) as caught:
        read_reps(text)
    assert caught.value.hint == hint


def test_a_comma_is_not_guessed_at():
    with pytest.raises(Unread) as caught:
        read_load("60,70 kg")
    assert caught.value.hint == "write 60.70 with a point, or [60, 70] for week after week"


@given(st.lists(st.sampled_from([*"0123456789", "X", "10"]), min_size=3, max_size=4).map(tuple))
def test_a_tempo_as_printed_is_read_back(figures):
    tempo = Tempo(figures=figures)
    if tempo.seconds:
        assert read_tempo(tempo.text) == tempo


@pytest.mark.parametrize(
    ("text", "seconds"), [("3-1-1-0", 5), ("3110", 5), ("31X0", 5), ("3/1/x/0", 5), ("10-0-2-0", 12)]
)
def test_a_tempo_is_the_sum_of_its_figures(text, seconds):
    assert read_tempo(text).seconds == seconds


@pytest.mark.parametrize(
    ("text", "seconds", "printed"),
    [
        ("90", 90, "1:30 min"),
        ("90s", 90, "1:30 min"),
        ("1:30", 90, "1:30 min"),
        ("2 min", 120, "2 min"),
        ("2:30", 150, "2:30 min"),
        ("0", 0, "none"),
        ("none", 0, "none"),
    ],
)
def test_rest_is_read_in_seconds_and_minutes(text, seconds, printed):
    assert read_rest(text).seconds == seconds
    assert read_rest(text).told(english()) == printed


@pytest.mark.parametrize("day", Weekday)
def test_weekdays_are_read_long_and_short_in_any_case(day):
    assert {read_weekday(text) for text in (day.text, day.short, day.text.upper(), f"{day.short.lower()}.")} == {day}


@pytest.mark.parametrize(
    "text", ["2027-02-29", "2027-13-01", "31.4.2027", "1999-12-31", "2101-01-01", "04/01/2027", "soon"]
)
def test_impossible_dates_are_refused(text):
    with pytest.raises(Unread, match=text):
        read_date(text)


def test_kinds_and_sides_are_read_as_people_write_them():
    assert {read_kind(text).value for text in ("warm-up", "Warm up", "warmup", "warm_up")} == {"warm-up"}
    assert {read_side(text) for text in ("each", "Each side")} == {Side.EACH}
