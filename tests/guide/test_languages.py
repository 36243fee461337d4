from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import cardgen.guide.languages
from cardgen.guide.anatomy import GROUPS
from cardgen.guide.headings import headings_for
from cardgen.guide.inline import has_numbering
from cardgen.guide.languages import Kind, fold_word, language, tags, words_of

FILES = {path.stem: path for path in Path(cardgen.guide.languages.__file__).parent.glob("*.toml")}
DATA = {tag: tomllib.loads(path.read_text("utf-8")) for tag, path in sorted(FILES.items())}
HEADINGS = tomllib.loads((Path(__file__).parent / "headings.toml").read_text("utf-8"))

USES = ["plain", "not", "step", "mistake", "exercise"]
BROAD = {"legs", "back", "core", "arms", "shoulders", "full_body", "hips"}
"""Words for whole regions, beside the groups of the muscle map."""

TURNING = {
    "en": "before after without instead wrong bad incorrect other alternative easier harder advanced beginners not avoid stop never next",
    "de": "vor nach ohne statt falsch falsche schlechte andere alternative leichter schwerer leichtere fortgeschrittene anfänger nicht gegen bevor",
    "es": "antes después sin contra mala incorrecta incorrecto errónea otra otro alternativa alternativo más menos principiantes avanzada no tras",
    "fr": "avant après sans contre mauvaise incorrecte autre alternative plus moins débutants avancée ne pas jamais",
    "pt": "antes depois após sem contra má incorreta incorrecta errada outra outro alternativa mais menos iniciantes avançada não",
    "it": "prima dopo senza contro cattiva scorretta errata sbagliata altra altro alternativa più meno principianti avanzata non",
    "nl": "voordat na zonder tegen verkeerde foute onjuiste andere alternatieve makkelijker zwaarder beginners gevorderden niet",
    "pl": "przed po bez zamiast zła błędne błędna inne inna alternatywne łatwiejsze trudniejsze początkujących zaawansowanych nie",
    "ru": "перед после без вместо неправильное неправильная неверное другое другая альтернативное легче сложнее начинающих до не",
    "uk": "перед після без замість неправильне неправильна хибне інше інша альтернативне легше складніше початківців не",
    "tr": "önce sonra olmadan yerine yanlış hatalı diğer başka alternatif daha kolay zor ileri başlayanlar değil",
    "sv": "före innan efter utan fel felaktigt annan annat alternativt lättare svårare nybörjare avancerade inte",
    "da": "før inden efter uden forkert forkerte anden andet alternativ lettere sværere begyndere avancerede ikke",
    "cs": "před po bez místo špatné špatně nesprávné jiné jiná alternativní lehčí těžší začátečníky pokročilé ne",
    "ro": "înainte după fără contra greșit greșită incorectă alt altă alternativă mai ușor greu începători avansați nu",
}
"""Words that, beside the name of the steps, make it something else."""

every_language = pytest.mark.parametrize("tag", DATA)


@every_language
def test_a_file_has_all_parts_and_nothing_else(tag):
    data = DATA[tag]
    assert list(data) == ["name", "common", "headings", "words", "equipment", "muscles"]
    assert list(data["headings"]) == [kind.value for kind in Kind]
    assert list(data["words"]) == USES
    assert data["muscles"].keys() == GROUPS.keys() | BROAD
    assert data["equipment"].keys() == DATA["en"]["equipment"].keys()


@every_language
def test_every_part_holds_texts_and_is_not_empty(tag):
    data = DATA[tag]
    parts = [
        data["common"],
        *(names for key in ("headings", "words", "equipment", "muscles") for names in data[key].values()),
    ]
    assert all(part and all(isinstance(text, str) and words_of(text) for text in part) for part in parts)
    assert data["name"]


@every_language
@pytest.mark.parametrize("part", ["headings", "equipment", "muscles"])
def test_no_name_stands_for_two_things(tag, part):
    owners: dict[tuple[str, ...], set[str]] = {}
    for key, names in DATA[tag][part].items():
        for name in names:
            owners.setdefault(words_of(name), set()).add(key)
    assert not {" ".join(words): keys for words, keys in owners.items() if len(keys) > 1}


@every_language
def test_a_star_ends_a_word_of_some_length(tag):
    data = DATA[tag]
    texts = [text for key in ("headings", "words") for names in data[key].values() for text in names]
    starred = [text for text in texts if "*" in text]
    assert all(text.endswith("*") and text.count("*") == 1 and len("".join(words_of(text))) > 3 for text in starred)


@every_language
@pytest.mark.parametrize("use", ["step", "mistake", "exercise"])
def test_words_for_one_thing_are_single_words(tag, use):
    assert not [text for text in DATA[tag]["words"][use] if len(words_of(text)) > 1]


@every_language
@pytest.mark.parametrize("use", ["step", "mistake"])
def test_words_that_count_are_known_before_a_number(tag, use):
    assert [word for word in DATA[tag]["words"][use] if not has_numbering(f"{word} 1: x")] == []


@every_language
def test_every_name_is_read_as_what_it_stands_for(tag):
    names = headings_for(tag)
    named = [(kind, name.replace("*", "")) for kind in Kind for name in DATA[tag]["headings"][kind.value]]
    assert [(kind, name) for kind, name in named if names.read(name).kind is not kind] == []


@every_language
def test_plain_words_turn_no_meaning(tag):
    """A word that forbids, or that names an alternative, changes what "execution" means."""
    spoken = language(tag)
    assert spoken is not None
    turning = [
        name
        for kind in (Kind.VARIATIONS, Kind.EASIER, Kind.HARDER, Kind.MISTAKES, Kind.NOT_FOR)
        for name in spoken.shown[kind]
    ]
    single = {words_of(name)[0] for name in turning if len(words_of(name)) == 1}
    assert not [word for word in spoken.plain if spoken.forbids(word) or word in single]
    assert not [word for word in words_of(TURNING[tag]) if spoken.is_plain(word)]


@every_language
def test_common_words_are_many_and_differ_from_those_of_any_other_language(tag):
    common = {other: set(map(fold_word, data["common"])) for other, data in DATA.items()}
    assert 50 <= len(common[tag]) <= 75
    assert all(len(common[tag] & common[other]) <= 0.45 * len(common[tag]) for other in common if other != tag)


@every_language
def test_every_language_has_its_table_of_headings(tag):
    assert tag in HEADINGS
    assert set(tags()) == set(HEADINGS)


@every_language
def test_headings_as_people_write_them_are_read(tag):
    names = headings_for(tag)
    table = [(kind, heading, names.read(heading)) for kind, group in HEADINGS[tag].items() for heading in group]
    wrong = [
        (kind, heading, reading)
        for kind, heading, reading in table
        if reading.heads_steps is not (kind == "steps") or (kind != "open" and reading.kind is not Kind(kind))
    ]
    assert not wrong
