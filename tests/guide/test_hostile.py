"""Texts that nobody writes: what they cost grows as they do."""

import pytest

from cardgen.guide import parse_guide
from cardgen.guide.segment import build_lexicon, cover
from cardgen.pipeline import stages
from cardgen.pipeline.settings import CardSettings
from cardgen.values.errors import GuideError
from cardgen.values.stock import parse_sheet
from tests.quick import mostly_slow
from tests.work import calls_of

GUIDE = """\
---
title: Row
equipment: Band
video: none
description: "A pull for the back."
{front}---

## Tips
- Keep still.

<!-- howto -->

### Pull
{step}

### Lower
Lower it slowly.
"""
PARTS = {
    "letters": "a",
    "syllables": "abe",
    "hyphens": "a-",
    "slashes": "ab/",
    "bold parts": "**a**b",
    "stars": "*a",
    "digits": "1",
    "digits and hyphens": "1-",
    "quotes": '"a ',
    "brackets": "[",
    "links": "[[",
    "tags": "<b>",
    "at signs": "@",
    "quoted": "> ",
}
"""What a step is made of."""
LONGEST = 40_000
"""Letters; a guide of more than 64 KB is refused."""


def check(step="Pull it.", front=""):
    try:
        guide = parse_guide(GUIDE.format(front=front, step=step), path="row.md", stem="row_band")
    except GuideError:
        return
    stages.check_guide(guide, CardSettings(sheet=parse_sheet("a4")))


def of_length(part, letters):
    return PARTS[part] * (letters // len(PARTS[part]))


@pytest.mark.parametrize("part", mostly_slow(PARTS, every=7))
def test_a_step_costs_as_much_a_letter_however_long_it_is(part):
    check()  # what is made once
    few, many = (calls_of(lambda letters=letters: check(of_length(part, letters))) for letters in (4_000, 16_000))
    assert many < 6 * few  # a text for which more sizes are tried costs a little more than by its letters


@pytest.mark.parametrize("part", mostly_slow(PARTS, every=5))
def test_the_longest_step_is_read_or_refused(part):
    check(of_length(part, LONGEST))


@pytest.mark.parametrize("key", ["k{}: 1\n", "titel{}: 1\n", "muscles{}: [abs]\n"])
def test_a_key_costs_as_much_among_many_as_among_few(key):
    check()
    few, many = (
        calls_of(lambda times=times: check(front="".join(key.format(at) for at in range(times)))) for times in (50, 200)
    )
    assert many < 6 * few


def test_a_name_of_more_letters_than_any_exercise_has_is_one_word_at_once():
    letters = "pressup" * 30
    lexicon = build_lexicon(letters, (), (), ["press", "up"])
    assert calls_of(lambda: cover(letters, lexicon)) < 50
    assert [word.key for word in cover(letters, lexicon)] == [letters]
    assert [word.key for word in cover("pressup", lexicon)] == ["press", "up"]
