"""Where a line may end: at blanks, behind a hyphen that the author wrote, in addresses; nowhere else."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import SOFT_HYPHEN, Color, Mark, Role
from cardgen.layout.ground.text import Setting, Slot, place_paragraph
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import break_lines
from cardgen.typeset.prepare import (
    EMERGENCY_COST,
    HYPHEN_COST,
    PARENTHESIS_COST,
    SCRAP_COST,
    SEAM_COST,
    SENTENCE_START_COST,
    SYLLABLE_COST,
    WEAK_END_COST,
    WIDEST,
    Piece,
    prepare,
)
from cardgen.typeset.tidy import tidy
from tests.builders import WORDS, type_case
from tests.quick import examples


def units_of(text, style=Style.TEXT, **options):
    return prepare([Piece(tidy(text), style)], type_case(), **options).units


def parts_of(text, style=Style.TEXT):
    return [unit.text.rstrip() for unit in units_of(text, style)]


def costs_of(text):
    return {unit.text.strip(): unit.break_cost for unit in units_of(text)}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one two", ["one", "two"]),
        ("hold 30 seconds now", ["hold", "30 seconds", "now"]),
        ("do 10-20 reps", ["do", "10–20 reps"]),
        ("tempo 3-1-1-0 here", ["tempo", "3-1-1-0", "here"]),
        ("the T-bar row", ["the", "T-bar", "row"]),
        ("a push-up now", ["a", "push-up", "now"]),
        ("a half-kneeling press", ["a", "half-", "kneeling", "press"]),
        ("a well-thought-out plan", ["a", "well-", "thought-", "out", "plan"]),
        ("a 45-degree bench", ["a", "45-degree", "bench"]),
        ("slow - then fast", ["slow –", "then", "fast"]),
        ("at RPE 8 only", ["at", "RPE 8", "only"]),
        ("(briefly) now", ["(briefly)", "now"]),
    ],
)
def test_what_stays_together(text, parts):
    assert parts_of(text) == parts


@settings(max_examples=examples(150))
@given(
    st.lists(
        st.sampled_from([*WORDS, "T-bar", "3-1-1-0", "pre-exhausted", "x-y", "-", "e-mail", "un-", "-ish"]), max_size=30
    )
)
def test_lines_may_end_at_blanks_or_behind_an_authors_hyphen_only(words):
    text = tidy(" ".join(words))
    units = units_of(text)
    assert "".join(unit.text for unit in units).strip() == text.replace("\u00a0", " ")
    for unit, after in pairwise(units):
        if unit.blank:
            assert unit.text.endswith(" ")
        else:
            assert re.search(r"[^\W\d_]-$", unit.text)
            assert after.text[0].isalpha()
            assert f"{unit.text}{after.text.split()[0]}" in text


@settings(max_examples=examples(60))
@given(
    st.lists(
        st.sampled_from([*WORDS, "30 seconds", "12 kg", "90 degrees", "10-20", "3-1-1-0", "T-bar"]),
        min_size=2,
        max_size=25,
    ),
    st.floats(11.0, 25.0),
)
def test_no_line_parts_a_number_from_its_unit(words, measure):
    text = prepare([Piece(tidy(" ".join(words)), Style.TEXT)], type_case())
    ends = [text.units[end - 1].text for _, end in break_lines(text, measure)[:-1]]
    starts = [text.units[start].text for start, _ in break_lines(text, measure)[1:]]
    for end, start in zip(ends, starts, strict=True):
        assert not re.fullmatch(r".*\d ?", end) or not re.match(r"(seconds|kg|degrees)\b", start)
        assert not re.match(r"[–-]", start)
        assert not re.search(r"\d[–-]$", end)


def test_a_bold_lead_in_keeps_the_colon_outside_of_it():
    (unit, *rest) = prepare([Piece("Grip", Style.LEAD_IN), Piece(": hold it", Style.TEXT)], type_case()).units
    assert unit.text == "Grip: "
    assert [run.face for run in unit.runs] == [Style.LEAD_IN.value, Style.TEXT.value]
    assert unit.blank > 0
    assert [part.text for part in rest] == ["hold ", "it "]


def test_a_bold_word_within_a_sentence_stands_apart():
    units = prepare(
        [Piece("keep ", Style.TEXT), Piece("tall", Style.LEAD_IN), Piece(" now", Style.TEXT)], type_case()
    ).units
    assert [unit.text for unit in units] == ["keep ", "tall ", "now "]


def test_what_a_break_costs():
    assert costs_of("Lean on the bar") == {
        "Lean": SENTENCE_START_COST,
        "on": WEAK_END_COST,
        "the": WEAK_END_COST,
        "bar": 0.0,
    }
    assert costs_of("Stop. Press again")["Press"] == SENTENCE_START_COST
    assert costs_of("wait (one full breath) more")["full"] == PARENTHESIS_COST
    assert costs_of("wait (one full breath) more")["breath)"] == 0.0
    assert costs_of("one half-kneeling press")["half-"] == HYPHEN_COST
    assert costs_of("see example.org_" + "longpath_" * 5 + " now")["example."] == EMERGENCY_COST


# --- words that no column takes -------------------------------------------------------------------------------------


@settings(max_examples=examples(150))
@given(
    st.lists(st.text("abcWM0123456789@mw%/-.?&=_#—", min_size=1, max_size=60), min_size=1, max_size=3),
    st.sampled_from(list(Style)),
)
def test_no_unit_is_wider_than_the_narrowest_column(words, style):
    units = units_of(" ".join(words), style)
    assert all(unit.width <= WIDEST for unit in units)
    assert "".join(unit.text for unit in units).split() == tidy(" ".join(words)).replace("\u00a0", " ").split()


WRITTEN = (*range(0x180), *range(0x370, 0x3D0), *range(0x410, 0x452))
"""Latin, Greek and Russian letters; rarer ones come below."""


def widest_letter(style, letters):
    face = type_case().fonts.face(style)
    found = [chr(code) for code in letters if code in face.characters and chr(code).isalpha()]
    return max(found, key=lambda letter: type_case().shape(letter, style).width)


@pytest.mark.parametrize("style", list(Style))
def test_ten_of_the_widest_letter_are_no_wider_than_the_narrowest_column(style):
    widest = widest_letter(style, WRITTEN)
    units = units_of(widest * 25, style)
    assert len(units) > 1
    assert max(unit.width for unit in units) <= WIDEST, f"ten U+{ord(widest):04X}"


@pytest.mark.parametrize("style", [Style.TEXT, Style.LEAD_IN, Style.NAME])
def test_ten_of_the_widest_character_are_no_wider_than_the_narrowest_column(style):
    widest = widest_letter(style, range(0x3000))
    units = units_of(widest * 25, style)
    assert len(units) > 1
    assert max(unit.width for unit in units) <= WIDEST, f"ten U+{ord(widest):04X}"


def test_a_long_address_parts_behind_its_signs():
    parts = parts_of("https://clips.example/watch/me-now?take=3&view=side_front")
    assert len(parts) > 1
    assert all(part[-1] in "/-.?&=_#" for part in parts[:-1])


def test_a_compound_too_wide_for_its_column_parts_inside_too():
    units = units_of("Wirbelsäulenaufrichtungskrafttrainingsgerät-Bank")
    assert max(unit.width for unit in units) <= WIDEST
    assert "".join(unit.text for unit in units).strip() == "Wirbelsäulenaufrichtungskrafttrainingsgerät-Bank"


def test_a_wide_word_in_two_styles_is_parted_as_well():
    pieces = [
        Piece("Wirbelsäulenaufrichtung", Style.LEAD_IN),
        Piece("skrafttrainingsgerät:", Style.TEXT),
        Piece(" go", Style.TEXT),
    ]
    units = prepare(pieces, type_case()).units
    assert max(unit.width for unit in units) <= WIDEST
    assert "".join(unit.text for unit in units) == "Wirbelsäulenaufrichtungskrafttrainingsgerät: go "


@pytest.mark.parametrize("text", ["x\u0302" * 40, "q\u0323\u0301-" * 20, "ab\u0302c/" * 15])
def test_marks_over_letters_are_not_lost_where_a_word_is_parted(text):
    units = units_of(text)
    assert len(units) > 1
    assert "".join(unit.text for unit in units).strip() == tidy(text)


def test_a_word_is_measured_once_for_every_paragraph():
    case = type_case()
    first = prepare([Piece("steady now", Style.TEXT)], case).units[0]
    again = prepare([Piece("so steady", Style.TEXT), Piece(" steady on", Style.TEXT)], case).units[1]
    assert first.runs[0] is again.runs[0]


# --- hyphens --------------------------------------------------------------------------------------------------------

LONG_WORD = "Gleichgewichtsstörungsübung"


def set_german(text, widest=WIDEST):
    return prepare([Piece(tidy(text, language="de"), Style.TEXT)], type_case(), widest=widest, language="de")


def lines_of(paragraph, measure):
    """What stands on each line, hyphens at their ends included."""
    setting = Setting(size=1.0, cap=0.7, color=Color(0, 0, 0))
    items = place_paragraph(paragraph, setting, Slot(0, 0, measure), Mark(role=Role.STEP, order=1))
    assert all(item.width <= measure + 1e-6 for item in items)
    return [item.text.strip().replace(SOFT_HYPHEN, "-") for item in items]


def test_a_word_that_no_column_takes_is_hyphenated():
    assert lines_of(set_german(f"{LONG_WORD} machen"), 8.0) == ["Gleichgewichts-", "störungsübung", "machen"]


def test_a_word_that_has_room_on_its_line_takes_no_hyphen():
    assert lines_of(set_german(f"{LONG_WORD} machen"), 20.0) == [f"{LONG_WORD} machen"]


def test_a_word_no_wider_than_a_column_is_never_hyphenated():
    assert [unit.hyphen for unit in set_german("Oberschenkel kräftigen").units] == [None, None]


def test_a_seam_of_a_compound_costs_less_than_a_syllable_and_a_scrap_most():
    costs = {unit.text.strip(): unit.break_cost for unit in set_german(LONG_WORD).units}
    assert costs["wichts"] == SEAM_COST
    assert costs["rungs"] == SYLLABLE_COST + SCRAP_COST or costs["rungs"] == SEAM_COST
    assert costs["ge"] == SYLLABLE_COST
    assert SEAM_COST < HYPHEN_COST < SYLLABLE_COST


def test_the_hyphen_counts_where_a_line_ends_and_nowhere_else():
    paragraph = set_german(LONG_WORD)
    hyphen = type_case().hyphen(Style.TEXT.value).width
    for unit, start, end in zip(paragraph.units, paragraph.starts, paragraph.ends, strict=False):
        assert end == pytest.approx(start + unit.width + (hyphen if unit.hyphen else 0.0))
    whole = type_case().shape(f"{LONG_WORD} ", Style.TEXT)
    assert paragraph.ends[-1] == pytest.approx(whole.width - whole.blank)


def test_a_word_in_two_styles_is_hyphenated_as_one():
    pieces = [Piece("Gleichgewichtsstö", Style.LEAD_IN), Piece("rungsübungen: ", Style.TEXT)]
    units = prepare(pieces, type_case(), language="de").units
    assert "wichts" in [unit.text for unit in units]
    assert "".join(unit.text for unit in units) == "Gleichgewichtsstörungsübungen: "
    assert {unit.hyphen.face for unit in units if unit.hyphen} == {Style.LEAD_IN.value, Style.TEXT.value}


def test_words_without_a_blank_between_them_part_behind_the_sign():
    lines = lines_of(set_german("Gleichgewicht,Oberkörper/Bandscheibe"), 11.0)
    assert lines == ["Gleichgewicht,", "Oberkörper/", "Bandscheibe"]


@pytest.mark.parametrize(
    "text", ["https://clips.example/Oberschenkelmuskulatur", "oberschenkelmuskulatur@clips.example"]
)
def test_an_address_takes_no_hyphen_though_a_language_is_known(text):
    assert not any(unit.hyphen for unit in set_german(text).units)


def test_a_language_without_rules_and_a_word_without_vowels_still_fit():
    paragraph = prepare([Piece("Brrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr", Style.TEXT)], type_case(), language="xx")
    assert all(line.endswith("-") for line in lines_of(paragraph, WIDEST)[:-1])


@settings(max_examples=100)
@given(
    st.lists(st.text("abdegilnorstuäéışžбгдеиоруй-/.,:0123", min_size=1, max_size=50), min_size=1, max_size=4),
    st.sampled_from(["de", "en", "fr", "tr", "cs", "ru", "xx"]),
    st.sampled_from([Style.TEXT, Style.NAME, Style.HEADING]),
    st.floats(6.0, 14.0),
)
def test_whatever_is_written_fits_and_no_letter_is_lost(words, language, style, measure):
    text = tidy(" ".join(words), language=language)
    paragraph = prepare([Piece(text, style)], type_case(), widest=measure, language=language)
    assert paragraph.widest <= measure + 1e-9
    printed = "".join(unit.text for unit in paragraph.units)
    assert printed.split() == text.replace("\u00a0", " ").split()
    shown = "".join(lines_of(paragraph, measure)).replace("-", "").replace(" ", "")
    assert shown == text.replace("\u00a0", "").replace(" ", "").replace("-", "")
