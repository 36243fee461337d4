"""A title and its equipment in, the movement that they name out, or None.

Precision before recall, for a wrong picture is worse than none: every word of the title must be accounted for. Words that say what
is held are taken out first (the title wins over the equipment), fillers are dropped, and what is left must be a name in the table;
"incline", "seated" or "single-leg" too many is another movement. A text that says "sit" where the movement stands speaks of
another one, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from cardgen.figure.movements.families import Action, Told, most_told, nothing_told
from cardgen.figure.movements.table import LANGUAGES, Movement, movements
from cardgen.figure.movements.words import NO_WORDS, Words, implement_of, plain, vocabulary, words_of

BODY = "bodyweight"
ENGLISH = "en"
"""Its names are tried before those of other languages: many titles are English everywhere."""

_BARS = frozenset({"ezbar", "smith", "trapbar", "landmine", "safetybar"})

_KIN: Mapping[str | None, frozenset[str]] = {
    "barbell": _BARS,
    "machine": frozenset({"smith", "cable"}),
    BODY: frozenset({"rings", "trx", "ball", "band", "plate", "medball", "roller"}),
}
"""What a title may say more precisely than the equipment does."""

_OWN = frozenset({"machine", "rings", "trx", "medball"})
"""Implements that a movement cannot be done without, so that "bodyweight" beside it means the same."""

_ALSO_SAID: Mapping[str, frozenset[str]] = {"barbell": _BARS, "machine": frozenset({"smith", "cable"})}
"""What a title may say less precisely than the equipment does."""

_SUPPORTS = frozenset({"bench", "box", "chair", "wall"})
"""Equipment that the body is put on, which is part of a name: "Dip" at a bench is a bench dip."""

_SAID: Mapping[str, str] = {"sitting": "seated", "lying": "lying"}
"""The word in a title for a position that a standing movement contradicts."""

_POSITIONS = frozenset(
    {"seated", "standing", "lying", "kneeling", "halfkneeling", "prone", "supine", "bentover", "incline"}
)

_UPPER = frozenset({"abs", "biceps", "chest", "forearms", "front_delts", "lats", "mid_back", "obliques", "rear_delts"})
_UPPER |= {"rotator_cuff", "side_delts", "traps", "triceps"}
"""Muscles that are worked sitting, lying and standing alike; of the legs a text says "sit back" of a squat."""

_FAR = 2

_MAY_BE_MISSING = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The movement of a guide."""

    movement: str
    """Its id."""
    implement: str = ""
    """What is held; empty for nothing."""
    name: str = ""
    """The name that the title was found to be; empty where the front matter gives the id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    text: str
    movement: Movement
    required: frozenset[str]
    optional: frozenset[str]
    only: frozenset[str]
    """The implements with which it holds; empty for all."""
    inside: frozenset[str]
    """The implements that the name itself says."""

    def fits(self, words: Words) -> bool:
        """Tell whether it accounts for every word."""
        return self.required <= words.rest <= self.required | self.optional


Index = Mapping[str, tuple[_Name, ...]]


def find_movement(title: str, equipment: str = "", told: Told = nothing_told, position: str = "") -> Match | None:
    """Return the movement that a title names; None where none fits, or several do and nothing tells which.

    What tells is the text: how often it names a muscle, and the position in which the exercise begins (a "shoulder press" is done
    sitting or standing).
    """
    support = plain(equipment)
    if support in _SUPPORTS:
        match = _find(words_of(f"{title} {support}"), equipment, told, position)
        if match:
            return match
    words = words_of(title)
    match = _find(words, equipment, told, position)
    if match is None or position not in _SAID or words.rest & _POSITIONS:
        return match
    movement = movements()[match.movement]
    if movement.position != "standing" or (position == "sitting" and match.implement == "machine"):
        return match  # a machine has a seat, whatever the figure's place in the table
    meant = Words(rest=words.rest | {_SAID[position]}, implements=words.implements)
    is_other = movement.family.action is not Action.WORK or movement.family.main[0] in _UPPER
    return _find(meant, equipment, told, position) or (None if is_other else match)


def _find(words: Words, equipment: str, told: Told, position: str) -> Match | None:
    """Return what words name; a name of another language does not save a movement that its English name contradicts."""
    field = implement_of(equipment)
    if field is None and not words.implements and words_of(equipment).implements:
        return None
    thing = words_of(equipment).rest if equipment.strip() else None
    found = _matches(words, field, _english(), thing)
    if not found:
        contradicted = {name.movement.id for name in _candidates(words.rest, _english()) if name.fits(words)}
        foreign = _matches(words, field, _foreign(), thing)
        found = [one for one in foreign if one[1].movement not in contradicted]
    near = [one for one in found if one[0][1] < _FAR] or found
    there = [one for one in near if movements()[one[1].movement].position == position] or near
    best = min((rank for rank, _ in there), default=None)
    return _one_of([match for rank, match in there if rank == best], told, position) if there else None


def _matches(
    words: Words, field: str | None, index: Index, thing: frozenset[str] | None
) -> list[tuple[tuple[int, int], Match]]:
    """Return what fits, once a movement, and how far each is from fitting perfectly; `thing`: equipment in words, None for none."""
    found: dict[str, tuple[tuple[int, int], Match]] = {}
    unsaid = thing is None and not words.implements
    for name in _candidates(words.rest, index):
        if not name.fits(words):
            continue
        implement = _implement(name, words, field, thing)
        if implement is None:
            continue
        match = Match(movement=name.movement.id, implement=implement, name=name.text)
        rank = (len(name.optional - words.rest), _strangeness(name, implement, unsaid=unsaid))
        if name.movement.id not in found or rank < found[name.movement.id][0]:
            found[name.movement.id] = (rank, match)
    return list(found.values())


def _one_of(matches: list[Match], told: Told, position: str) -> Match | None:
    """Return the one that the text means; the first of several of one family and position, as these look alike."""
    known = {match.movement: movements()[match.movement] for match in matches}
    best = most_told((movement.family for movement in known.values()), told)
    left = [match for match in matches if known[match.movement].family in best]
    left = [match for match in left if known[match.movement].position == position] or left
    kinds = {(known[match.movement].family, known[match.movement].position) for match in left}
    return left[0] if len(kinds) == 1 else None


def match_of(movement: str, equipment: str) -> Match:
    """Return a movement that is given by its id, with what the equipment says where it may be done with that."""
    own = movements()[movement].implements
    held = implement_of(equipment)
    held = vocabulary().instead.get(f"{movement} {held}", held)
    return Match(movement=movement, implement=held if held in own else next(iter(own), ""))


def why_not(title: str, equipment: str = "") -> str:
    """Return why a title names no movement of the table, for a person."""
    elsewhere = find_movement(title, equipment)
    if elsewhere:
        movement = movements()[elsewhere.movement]
        return f'"{movement.title}" is near, but is done {movement.position}, and the text begins otherwise'
    words = words_of(title)
    near = [name for name in _candidates(words.rest, _english()) if name.required <= words.rest]
    if not near:
        return "the table has no such name"
    best = max(near, key=lambda name: len(name.required))
    beyond = sorted(words.rest - best.required - best.optional)
    if beyond:
        listed = ", ".join(f'"{word}"' for word in beyond)
        return f'"{best.movement.title}" is near, but {listed} may be another movement'
    held = implement_of(equipment) or ", ".join(sorted(words.implements)) or "this equipment"
    return f'"{best.movement.title}" is near, but not known with {held}'


def _strangeness(name: _Name, implement: str, *, unsaid: bool) -> int:
    """Return how far a name is from one that is drawn with just this.

    The body alone has its own drawings; what is held by other names only is farther still where nothing speaks of it.
    """
    if unsaid and name.only and BODY not in name.only:
        return _FAR
    return int(implement == BODY and bool(name.movement.implements))


def _implement(name: _Name, words: Words, field: str | None, thing: frozenset[str] | None) -> str | None:
    """Return what is held ("" for nothing), or None where it contradicts the movement."""
    if name.inside and not name.inside & {field, *words.implements}:
        return None
    extra = words.implements - name.inside
    if field is not None:
        extra = frozenset(one for one in extra if field not in _ALSO_SAID.get(one, ()))
    known = {*words.implements, field} - {None}
    mixed = len(extra) > 1 or any(one not in (field, *_KIN.get(field, ())) for one in extra if field)
    if mixed or (name.only and known and not name.only & known):
        return None
    want = min(extra, default=None) or field
    if want is None and thing is not None:
        return _thing(name, thing)
    if not name.movement.implements:
        return _bare(name.movement, want)
    if not extra and (want not in name.movement.implements or (want == BODY and words.implements)):
        want = next((one for one in name.movement.implements if one in name.inside), want)
    return _held(name, want)


def _bare(movement: Movement, want: str | None) -> str | None:
    """Return "" where a movement without an implement is meant."""
    fits = movement.fits or frozenset({BODY})
    return "" if want is None or want in fits else None


def _thing(name: _Name, thing: frozenset[str]) -> str | None:
    """Return what is held with equipment that the table does not know: a battle rope is one, a squat at a "Sled" is no squat.

    It must be a thing of the name, or leave no choice.
    """
    own = [one for one in name.movement.implements if not name.only or one in name.only]
    if name.inside or (name.required & thing and (not own or BODY in own)):
        return next((one for one in own if one in (*name.inside, BODY)), "")
    if not own or BODY in own or (name.only and not name.required & thing):
        return None
    return own[0] if len(own) == 1 or own[0] in _OWN else None


def _held(name: _Name, want: str | None) -> str | None:
    own = name.movement.implements
    want = vocabulary().instead.get(f"{name.movement.id} {want}", want)
    if want == BODY and BODY not in own and own[0] in _OWN and not name.only:
        want = own[0]
    if want is None:
        usual = (BODY, own[0])
        want = next((one for one in usual if one in own and (not name.only or one in name.only)), None)
    return want if want in own and (not name.only or want in name.only) else None


def _candidates(words: frozenset[str], index: Index) -> Iterator[_Name]:
    for word in sorted(words):
        yield from index.get(word, ())


@cache
def _english() -> Index:
    return _index((ENGLISH,))


@cache
def _foreign() -> Index:
    return _index(tuple(language for language in LANGUAGES if language != ENGLISH))


def _index(languages: tuple[str, ...]) -> Index:
    """Return every name by one of its words, so that only a few are tried."""
    found: dict[str, list[_Name]] = defaultdict(list)
    for movement in movements().values():
        for text in dict.fromkeys(text for language in languages for text in movement.names[language]):
            name = _name(text, movement)
            found[min(name.required)].append(name)
    return {word: tuple(names) for word, names in found.items()}


def _name(text: str, movement: Movement) -> _Name:
    only, _, name = text.rpartition(":")
    optional = words_of(" ".join(_MAY_BE_MISSING.findall(name))) if "(" in name else NO_WORDS
    required = words_of(_MAY_BE_MISSING.sub(" ", name))
    return _Name(
        text=name.strip(),
        movement=movement,
        required=required.rest,
        optional=optional.rest,
        only=frozenset(filter(None, (one.strip() for one in only.split(",")))),
        inside=required.implements | optional.implements,
    )
