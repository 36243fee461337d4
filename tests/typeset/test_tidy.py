"""Typewriter signs become a typographer's, numbers keep their unit; nothing else changes."""

import re
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cardgen.layout.ground.text import set_verbatim
from cardgen.theme.type import Style
from cardgen.typeset.tidy import NO_BREAK, tidy
from tests.builders import WORDS, type_case
from tests.quick import examples

CASES = [
    # apostrophes
    ("don't", "don’t"),
    ("the athletes' knees", "the athletes’ knees"),
    ("'n' roll", "‘n’ roll"),
    ("the '90s lift", "the ’90s lift"),
    ("a 'tall' spine", "a ‘tall’ spine"),
    ("it’s done", "it’s done"),
    # quotes
    ('a "tall" spine', "a “tall” spine"),
    ('("tall")', "(“tall”)"),
    ('"Up!" she said', "“Up!” she said"),
    ("he said \"say 'up' now\"", "he said “say ‘up’ now”"),
    # ranges
    ("10-20 reps", f"10–20{NO_BREAK}reps"),
    ("10 - 20", "10–20"),
    ("45-60 degrees", f"45–60{NO_BREAK}degrees"),
    ("2.5-5 kg", f"2.5–5{NO_BREAK}kg"),
    ("rest 30-60.", "rest 30–60."),
    ("3-1-1-0", "3-1-1-0"),
    ("12-3-30", "12-3-30"),
    ("2024-05-17", "2024-05-17"),
    ("0800-555-199", "0800-555-199"),
    # hyphens that stay
    ("T-bar", "T-bar"),
    ("push-up", "push-up"),
    ("half-kneeling", "half-kneeling"),
    ("a 45-degree bench", "a 45-degree bench"),
    # dashes
    ("slow - then fast", f"slow{NO_BREAK}– then fast"),
    ("slow -- then fast", f"slow{NO_BREAK}– then fast"),
    ("slow — then fast", f"slow{NO_BREAK}– then fast"),
    ("slow--then fast", "slow—then fast"),
    ("slow—then", "slow—then"),
    # ellipsis
    ("wait...", "wait…"),
    ("wait....", "wait...."),
    ("wait… now", "wait… now"),
    # numbers keep their unit
    ("30 seconds", f"30{NO_BREAK}seconds"),
    ("hold 1.5 s", f"hold 1.5{NO_BREAK}s"),
    ("3 sets of 8 reps", f"3{NO_BREAK}sets of 8{NO_BREAK}reps"),
    ("20 °C", f"20{NO_BREAK}°C"),
    ("70 % of it", f"70{NO_BREAK}% of it"),
    ("RPE 8", f"RPE{NO_BREAK}8"),
    ("3 x 10", f"3{NO_BREAK}x 10"),
    ("4 benches", "4 benches"),
    ("2 handles", "2 handles"),
    # blanks and what cannot be seen
    ("  two   blanks\tand\na line ", "two blanks and a line"),
    ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
    ("cafe\u0301", "café"),
    ("", ""),
    ("   ", ""),
]


@pytest.mark.parametrize(("typed", "printed"), CASES, ids=[repr(typed) for typed, _ in CASES])
def test_tidying(typed, printed):
    assert tidy(typed) == printed


def test_straight_double_quotes_of_other_languages_stay():
    assert tidy('er ruft "hoch" laut, das ist\'s', language="de") == 'er ruft "hoch" laut, das ist’s'
    assert tidy('a "tall" spine', language="en-GB") == "a “tall” spine"


_TWO_DASHES = re.compile(r"(?:--?|—) +(?:--?|—)")
snippets = st.sampled_from(
    [
        *WORDS,
        "'",
        '"',
        "-",
        "--",
        "—",
        "–",
        "...",
        ".",
        " ",
        "  ",
        "(",
        ")",
        "10",
        "20",
        "3-1-1-0",
        "5 - 7",
        "kg",
        "%",
        "RPE",
        "s",
    ]
)


@settings(max_examples=examples(400))
@given(st.lists(snippets, max_size=14), st.sampled_from(["", " "]), st.sampled_from(["en", "de"]))
def test_tidying_twice_changes_nothing_more(parts, glue, language):
    text = glue.join(parts)
    assume(not _TWO_DASHES.search(text))
    once = tidy(text, language=language)
    assert tidy(once, language=language) == once


def test_two_dashes_in_a_row_are_tidied_at_once():
    once = tidy("slow - - fast")
    assert tidy(once) == once


@settings(max_examples=examples(200))
@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x24F), max_size=40))
def test_letters_and_digits_are_never_touched(text):
    def kept(string):
        return [letter for letter in string if letter.isalnum()]

    assert kept(tidy(text)) == kept(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "address",
    [
        'example.org/it\'s--here...now?take=10-20&say="up"',
        "youtu.be/a-b--c_9-10",
        "a.example/30-45/3x10/%20'x'",
    ],
)
def test_no_sign_of_an_address_changes(address):
    units = set_verbatim(address, type_case(), Style.TEXT).units
    assert "".join(unit.text for unit in units).strip() == address
