"""A character that no font has is named with its code point and its place."""

import pytest

from cardgen.guide.model import Span
from cardgen.layout.ground.glyphs import glyph_problems, missing_glyphs
from cardgen.values.errors import Location
from tests.builders import PATH, card, inline, other, section, step, tips, type_case, works


def missing(**changes):
    return missing_glyphs(card(**changes), type_case().fonts)


def test_a_missing_character_is_named_with_its_code_point():
    (found,) = missing(title="Squat 深")
    assert (found.char, found.codepoint) == ("深", "U+6DF1 CJK UNIFIED IDEOGRAPH-6DF1")
    assert found.location == Location(path=PATH)


def test_each_is_named_once_where_it_first_stands():
    found = missing(steps=(step("One", "Up."), step("Two 💪", "More 💪 and 深.", line=9)), boxes=(tips("深"),))
    assert [(glyph.char, glyph.location.line) for glyph in found] == [("💪", 9), ("深", 9)]
    assert found[0].codepoint == "U+1F4AA FLEXED BICEPS"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("深蹲需要练习。", "no font has 7 of its letters (Chinese): 深, 蹲, 需, 要, 练 and 2 more"),
        ("しゃがむ力", "no font has 5 of its letters (Hiragana, Chinese): し, ゃ, が, む, 力"),
        ("สควอท", "no font has 5 of its letters (Thai): ส, ค, ว, อ, ท"),
    ],
)
def test_a_script_without_a_font_is_one_problem(text, told):
    (problem,) = glyph_problems(card(title=text, boxes=(tips(text[::-1]),)), type_case().fonts)
    assert (problem.code, problem.message) == ("missing-glyph", told)
    assert problem.hint == "cards are set in Latin, Greek and Cyrillic letters"


def test_signs_are_told_one_by_one_beside_a_script():
    found = glyph_problems(card(title="深蹲需要💪🏋", boxes=(tips("💪"),)), type_case().fonts)
    assert [problem.message.partition(" (")[0] for problem in found] == [
        "no font has 4 of its letters",
        "no font has the character 💪",
        "no font has the character 🏋",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "深"},
        {"eyebrow": ("深",)},
        {"lead": inline("深")},
        {"works": works("深")},
        {"brand": "深"},
        {"footnotes": ("深",)},
        {"steps": (step("深", "Up."),)},
        {"steps": (step("", "深"),)},
        {"boxes": (tips("深"),)},
        {"extras": (other("More", "深"),)},
        {"extras": (other("深", "Up."),)},
        {"sections": (section("深", "Up."),)},
        {"sections": (section("Setup", "深"),)},
        {"sections": (section("Setup", step("", "深")),)},
        {"lead": (Span(text="ok "), Span(text="深", link="https://ab.example"))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_every_text_of_a_card_is_looked_at(changes):
    assert [glyph.char for glyph in missing(**changes)] == ["深"]


@pytest.mark.parametrize("text", ["Übung für naïve Café", "Άρση", "Тяга", "Đẩy tạ", "½ × 2 – “ok” … ≤ 90° ✓ → €"])
def test_what_inter_has_is_not_missing(text):
    assert missing(title=text, lead=inline(text), steps=(step(text, text),)) == ()


def test_what_tidying_takes_out_is_not_missing():
    assert missing(lead=inline("a\u200bb\u00adc\u2009d\ufeff")) == ()
