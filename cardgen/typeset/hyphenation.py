"""A word and its language in, the places out where a line may part it with a hyphen. Knows no fonts.

Patterns come from pyphen and are read when the first word needs them: the German ones take half a second. No dictionary is
part of this project; those whose licence is the GPL alone or is not stated are left alone, and syllables are found by rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from cardgen.typeset.syllables import has_vowel, syllable_places

SHORTEST = 3
"""No fewer letters are left alone on a line: nobody reads on from one or two."""
KNOWN_FIRST, KNOWN_LAST = 5, 6
"""Letters from which a part of a compound that the dictionary has as a word is believed to be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """A hyphenation dictionary of pyphen."""

    name: str
    """The part of its file's name behind `hyph_`."""
    licence: str
    """As stated in the file or in the notes that come with it."""


DICTIONARIES = {
    "da": Dictionary(name="da_DK", licence="LGPL"),
    "de": Dictionary(name="de_DE", licence="LPPL; changes LGPL-2.0-or-later"),
    "en": Dictionary(name="en_US", licence="BSD style"),
    "en-gb": Dictionary(name="en_GB", licence="BSD style"),
    "es": Dictionary(name="es", licence="MIT; or MPL-1.1-or-later"),
    "fr": Dictionary(name="fr", licence="MIT; changes LGPL-2.1-or-later"),
    "it": Dictionary(name="it_IT", licence="LGPL"),
    "nl": Dictionary(name="nl_NL", licence="BSD-3-Clause or CC-BY-3.0"),
    "pl": Dictionary(name="pl_PL", licence="LPPL; changes LGPL"),
    "pt": Dictionary(name="pt_BR", licence="MPL or LGPL-3.0"),
    "sv": Dictionary(name="sv", licence="MPL or LGPL-3.0-or-later"),
}
"""By language tag. Left alone: cs, pt-PT, ro and uk (GPL only), ru (no licence stated); Turkish has none."""

_GERMAN_ENDINGS = ("heits", "ichts", "ions", "keits", "schafts", "täts", "ungs")
"""Behind these a German compound has a seam: the s joins two words."""
_PARTS = """
abduktion achillessehnen adduktion aktivierung anspannung arm atmung atem aufrichtung ausführung ausgleich balance
band bandscheiben bauch becken behandlung bein beschwerden beuge beuger bewegung blatt boden brust dehnung durchblutung
ellbogen ellenbogen entspannung extension faszien flexion fuß ganzkörper gelenk gesäß gleichgewicht hals haltung hand
handgelenk hebung heben hohlkreuz hüft hüfte instabilität klimmzug knie kniegelenk korrektur kraft kräftigung kreislauf
kreuz lenden liegestütz lockerung mobilisation mobilität muskel muskeln muskulatur nacken oberarm oberkörper oberschenkel
patienten position probleme prothese rotation rücken rückseite schenkel schmerzen schulter schulterblatt schwäche seite
senkung sehnen spannung sprunggelenk stabilisation stabilisierung stabilität stellung strecker streckung störung störungen
stütz technik training trizeps bizeps unterarm unterkörper unterschenkel verletzung vorderseite waden wirbelsäule
wirbelsäulen zerrung übung
"""
_GERMAN_PARTS = tuple(_PARTS.split())
"""Words of the craft: where one ends and another begins, a German compound has a seam."""
_GERMAN_JOINTS = ("", "s", "n", "en")
"""What may stand between two of them."""
NEAR_SEAM = 2
"""A place so few letters from a seam is a mistake of the patterns ("Oberkörpe-raufrichtung")."""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a word may be parted."""

    place: int
    """How many letters stand before it."""
    is_seam: bool
    """Whether two words of a compound meet there."""


@lru_cache(maxsize=4096)
def breaks_in(word: str, language: str) -> tuple[Break, ...]:
    """Return where a word, letters alone, may be parted in a language; none where that is not known."""
    tag = language.lower()
    main = tag.partition("-")[0]
    dictionary = DICTIONARIES.get(tag) or DICTIONARIES.get(main)
    if dictionary is None or len(word.lower()) != len(word):
        places, seams = list(syllable_places(word, main)), frozenset[int]()
    else:
        patterns = _patterns(dictionary.name)
        places = [int(place) for place in patterns.positions(word) if getattr(place, "data", None) is None]
        seams = _german_seams(word.lower(), places, patterns.hd.patterns) if main == "de" else frozenset()
    inside = {place for place in {*places, *seams} if SHORTEST <= place <= len(word) - SHORTEST}
    return tuple(Break(place, place in seams) for place in _spoken(word, sorted(inside), seams))


@lru_cache(maxsize=len(DICTIONARIES))
def _patterns(name: str) -> Any:
    from pyphen import Pyphen  # noqa: PLC0415 - most runs have no word that is too wide

    return Pyphen(lang=name, left=SHORTEST, right=SHORTEST)


def _german_seams(word: str, places: list[int], known: dict[str, object]) -> frozenset[int]:
    """Return the places between two words: the dictionary lists whole words among its patterns."""
    listed = {
        place
        for place in places
        if word[:place].endswith(_GERMAN_ENDINGS)
        or (place >= KNOWN_FIRST and word[:place] in known)
        or (len(word) - place >= KNOWN_LAST and word[place:] in known)
    }
    firsts = tuple(part + joint for part in _GERMAN_PARTS for joint in _GERMAN_JOINTS)
    of_the_craft = {
        place
        for place in range(SHORTEST, len(word) - SHORTEST + 1)
        if word.startswith(_GERMAN_PARTS, place) and word[:place].endswith(firsts)
    }
    return frozenset(listed | of_the_craft)


def _spoken(word: str, places: list[int], seams: frozenset[int]) -> list[int]:
    """Return the places without doubtful ones: next to a seam, or with letters between them that are no syllable."""
    doubtful = {
        place for place in places for seam in seams if 0 < abs(place - seam) <= NEAR_SEAM and place not in seams
    }
    for pair in pairwise(places):
        if not has_vowel(word[slice(*pair)]):
            doubtful |= {*pair} - seams
    return [place for place in places if place not in doubtful]
