"""Where a word may be parted: in the dictionaries that are free, by rule in the languages whose are not, nowhere else."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.typeset.hyphenation import DICTIONARIES, SHORTEST, breaks_in
from cardgen.typeset.syllables import RULES, has_vowel, syllable_places


def parted(word, language):
    """A word with `-` at its syllables and `=` at its seams."""
    signs = {it.place: "=" if it.is_seam else "-" for it in breaks_in(word, language)}
    return "".join(signs.get(at, "") + letter for at, letter in enumerate(word))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Gleich-ge-wichts=stö-run-gen"),
        ("de", "Wir-bel-säu-len=auf-rich-tung"),
        ("de", "Ober-schen-kel=mus-ku-la-tur"),
        ("de", "Ober-kör-per=auf-rich-tung"),
        ("de-AT", "Gesäß=mus-kel=akti-vie-rung"),
        ("de", "Übungs=aus-füh-rungs=geschwin-dig-keit"),
        ("da", "skul-der-blads-sta-bi-li-se-ring"),
        ("en", "con-traindi-ca-tions"),
        ("en-GB", "con-train-dic-a-tions"),
        ("es", "con-tra-in-di-ca-cio-nes"),
        ("fr", "kiné-si-thé-ra-peu-tique"),
        ("it", "sta-bi-liz-za-zione"),
        ("nl", "schou-der-blad-sta-bi-li-sa-tie"),
        ("pl", "prze-ciw-wska-za-nia"),
        ("pt", "fisi-o-te-ra-pêu-ti-cas"),
        ("pt-PT", "fisi-o-te-ra-pêu-ti-cas"),
        ("sv", "knä-böj-ningar"),
    ],
)
def test_dictionaries_part_words_as_people_do(language, expected):
    assert parted(expected.replace("-", "").replace("=", ""), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("tr", "güç-len-di-ril-mesi"),
        ("tr", "kont-ro-lü-nüz-dey-ken"),
        ("tr", "saat-lerce"),
        ("cs", "pro-ta-ho-va-cích"),
        ("cs", "pře-cho-dová"),
        ("ro", "con-train-di-ca-ții"),
        ("ro", "deze-chi-li-bru"),
        ("ru", "про-ти-во-по-ка-за-ния"),
        ("ru", "боль-шими"),
        ("uk", "про-ти-по-ка-зання"),
        ("uk", "запа-мо-ро-чення"),
        ("hu", "tetlensé-gé-ben"),
        ("el", "ηλεκτρο-μυογρά-φημα"),
    ],
)
def test_rules_part_words_where_they_are_sure(language, expected):
    assert parted(expected.replace("-", ""), language) == expected


def test_no_language_has_both_a_dictionary_and_a_rule():
    assert not set(DICTIONARIES) & set(RULES)


def test_dictionaries_under_the_gpl_alone_or_of_unknown_licence_are_left_alone():
    left = {"cs_CZ", "pt_PT", "ro_RO", "ru_RU", "uk_UA"}
    assert not left & {it.name for it in DICTIONARIES.values()}
    assert all(it.licence and "GPL" not in it.licence.replace("LGPL", "") for it in DICTIONARIES.values())


def test_every_dictionary_named_is_there():
    import pyphen

    for it in DICTIONARIES.values():
        assert it.name in pyphen.LANGUAGES


@settings(max_examples=150)
@given(
    st.text("abdeghilnorstuyzäöüßéőşıİчайьъжої", min_size=1, max_size=40),
    st.sampled_from([*DICTIONARIES, *RULES, "hu", ""]),
)
def test_no_part_is_too_short_or_cannot_be_spoken(word, language):
    breaks = breaks_in(word, language)
    places = [it.place for it in breaks]
    assert places == sorted(set(places))
    assert all(SHORTEST <= place <= len(word) - SHORTEST for place in places)
    for first, second in pairwise(breaks):
        assert has_vowel(word[first.place : second.place]) or (first.is_seam and second.is_seam)


@settings(max_examples=150)
@given(st.text("aeiouıйbdgklmnprstzьчшж", max_size=30), st.sampled_from([*RULES, "hu"]))
def test_every_syllable_of_a_rule_has_a_vowel(word, language):
    edges = [0, *syllable_places(word, language), len(word)]
    if len(edges) > 2:
        assert all(has_vowel(word[start:end]) for start, end in pairwise(edges))


def test_pyphen_is_not_loaded_while_every_word_fits():
    code = (
        "import sys; from cardgen.typeset import prepare, hyphenation; "
        "hyphenation.breaks_in('kuvvetlendirilmesi', 'tr'); print('pyphen' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
