"""The catalogues of words and the code agree: every key is there, is used, and is filled in as it asks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import cardgen
from cardgen.words import FOLDER, english, read_words, words_of
from cardgen.words.catalogue import entries_of

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.po"))
ENTRIES = {
    language: {key[0]: (len(key), texts) for key, texts in entries_of((FOLDER / f"{language}.po").read_text("utf-8"))}
    for language in LANGUAGES
}
"""By its key, whether words are counted, and their forms."""
KEYS = ENTRIES["en"]


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def keys_of(argument: ast.expr) -> Iterator[str]:
    """Patterns of the keys that an argument may be: one that is put together stands for all that begin and end so."""
    match argument:
        case ast.Constant(value=str(key)):
            yield re.escape(key)
        case ast.JoinedStr(values=parts):
            yield "".join(re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w-]+" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from (*keys_of(one), *keys_of(other))


def calls() -> Iterator[tuple[str, ast.Call, bool]]:
    """Every call of words in the source with the pattern of its key, and whether it counts."""
    for path in sorted(Path(cardgen.__file__).parent.rglob("*.py")):
        if path.parent.name == "guide":
            continue  # its words are those of front matter
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called, counts = node.func, False
            if isinstance(called, ast.Attribute) and called.attr == "count":
                called, counts = called.value, True
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in ("words", "self", "told"):
                yield from ((pattern, node, counts) for pattern in keys_of(node.args[0]))


CALLS = tuple(calls())


@pytest.mark.parametrize(("pattern", "call", "counts"), CALLS, ids=lambda it: it if isinstance(it, str) else "")
def test_a_key_that_is_used_stands_in_the_catalogue_and_is_given_what_it_asks_for(pattern, call, counts):
    found = [key for key in KEYS if re.fullmatch(pattern, key)]
    assert found, pattern
    given = {keyword.arg for keyword in call.keywords}
    for key in found:
        assert (KEYS[key][0] > 1) is counts, key
        asked = set().union(*map(named, KEYS[key][1])) - ({"number"} if counts else set())
        assert None in given or asked <= given, key


def test_every_key_of_the_catalogue_is_used():
    patterns = [re.compile(pattern) for pattern, _, _ in CALLS]
    assert [key for key in KEYS if key and not any(it.fullmatch(key) for it in patterns)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_key_with_the_same_names_in_braces(language):
    own = ENTRIES[language]
    assert own.keys() == KEYS.keys()
    for key, (counted, texts) in own.items():
        assert counted == KEYS[key][0], key
        asked = set().union(*map(named, KEYS[key][1]))
        assert all(named(text) <= asked for text in texts), key
        assert set().union(*map(named, texts)) == asked, key
    assert words_of(language).language == language


def test_a_key_that_is_missing_is_an_error():
    with pytest.raises(KeyError, match="no such"):
        english()("no such")
    with pytest.raises(KeyError, match="no such"):
        english().count("no such", 2)


PLURALS = r"""# Three forms, as in Polish.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"

#. A comment "in quotes".
msgid "made.day"
msgid_plural "made.day"
msgstr[0] "{number} dzień"
msgstr[1] "{number} dni"
msgstr[2] "{number} dni, mnogo"

#, fuzzy
msgid "made.order"
msgstr ""
"{last} przed {first}\n"
"i \"tak\""

msgid "made.open"
msgstr ""

#~ msgid "made.old"
#~ msgstr "stary"
"""


def test_plural_forms_are_those_of_the_language_and_the_order_of_words_is_free():
    words = read_words(PLURALS, "pl")
    assert [words.count("made.day", number) for number in (1, 3, 5, 22)] == [
        "1 dzień",
        "3 dni",
        "5 dni, mnogo",
        "22 dni",
    ]
    assert words("made.order", first="a", last="b") == 'b przed a\ni "tak"'


@pytest.mark.parametrize("key", ["made.open", "made.old"])
def test_what_is_not_translated_or_left_over_is_missing(key):
    with pytest.raises(KeyError):
        read_words(PLURALS, "pl")(key)


@pytest.mark.parametrize(
    ("texts", "listed"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")]
)
def test_texts_are_listed_as_in_a_sentence(texts, listed):
    assert english().lists(texts) == listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_of_muscles_has_a_word_of_its_own_for_its_tab(language):
    from cardgen.layout.cards.tab import MEMBERS, WHOLE

    words = [words_of(language)(f"group.{group.key}") for group in (*MEMBERS, WHOLE)]
    assert len(set(words)) == len(words)
    assert all(words)
