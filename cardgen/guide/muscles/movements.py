"""Passages in, the movements they describe out, each with the muscles that make it. Knows mechanics, not exercises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cardgen.guide.model import Evidence, Verdict
from cardgen.guide.muscles.mechanics import Mechanics, Motion, mechanics
from cardgen.guide.muscles.passages import Passage, Place
from cardgen.guide.muscles.phrases import MEASURES
from cardgen.guide.muscles.tokens import MARKS, SKIPPED, Sentence, find

_PARTING = frozenset(
    {"while", "then", "keeping", "before", "after", "when", "as", "with", "so", "where", "which", "maintaining"}
)
_NEGATING = frozenset(
    {"avoid", "avoiding", "not", "don't", "without", "never", "rather", "instead", "prevent", "no", "preventing"}
)
_TELLING = (Place.TITLE, Place.DESCRIPTION, Place.ACTION)
_POSING = (*_TELLING, Place.SETUP)

_GAP = 3
"""How many words from an action to what it acts on: "lift your one top knee"."""
_BINDING = frozenset({"and", "or", ","})
_ASIDE = frozenset({"at", "by", "of"})
"""Before "sides" they say where something is, not where it moves."""

_FROM_HANG = frozenset({"clean", "cleans", "snatch", "snatches", "power", "squat", "high", "position"})
"""Behind "hang" they say where a lift starts: the weight hangs, nobody hangs from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A movement and the words that describe it."""

    motion: Motion
    evidence: Evidence
    place: Place


def pose_of(sentences: Iterable[tuple[Passage, Sentence]]) -> int:
    """Return the bits that tell how the whole body is held, anywhere in a guide."""
    contexts = mechanics().contexts
    bits = 0
    for passage, sentence in sentences:
        if passage.place not in _POSING or contexts.keys().isdisjoint(sentence.words):
            continue
        for at, word in enumerate(sentence.words):
            if word in contexts and (found := find(contexts, sentence.words, at)):
                bits |= found[0]
    return bits


def movements_of(passage: Passage, sentence: Sentence, pose: int) -> Iterator[Movement]:
    """Yield the movements of a sentence, where it stands in a place that tells what is done."""
    if passage.place not in _TELLING:
        return
    known = mechanics()
    for start, end, bits in _clauses(sentence, known):
        for motion in _motions(bits | pose, known):
            evidence = Evidence(
                groups=motion.movers + motion.helpers,
                words=sentence.excerpt(start, end),
                verdict=Verdict.MOVEMENT,
                location=passage.location,
            )
            yield Movement(motion=motion, evidence=evidence, place=passage.place)


def _motions(bits: int, known: Mechanics) -> Iterator[Motion]:
    """Yield what comes together in a clause, once for the same muscles."""
    told: set[tuple[str, ...]] = set()
    rest = bits
    while rest:
        bit = rest & -rest
        rest ^= bit
        for motion in known.motions.get(bit, ()):
            if motion.needs & bits == motion.needs and not motion.bars & bits and motion.movers not in told:
                told.add(motion.movers)
                yield motion


def _clauses(sentence: Sentence, known: Mechanics) -> Iterator[tuple[int, int, int]]:
    """Yield where each clause that tells what moves begins and ends, and its bits."""
    start = 0
    for at, word in enumerate(sentence.words):
        # "While bending your knees" goes on with the same movement, "while keeping your back flat" does not.
        goes_on = word == "while" and sentence.word(at + 1) in known.words
        if word in MARKS or (word in _PARTING and not goes_on):
            yield from _clause(sentence, start, at, known)
            start = at + 1
    yield from _clause(sentence, start, len(sentence.words), known)


def _clause(sentence: Sentence, start: int, end: int, known: Mechanics) -> Iterator[tuple[int, int, int]]:
    bits = action = gap = 0
    held = False
    for at in range(start, end):
        word = sentence.words[at]
        if word in _NEGATING:
            end = at
            break
        found = _bits_of(sentence, at, known) if word in known.words else 0
        if word == "keep":
            held = True
        elif held:
            # "Keep your arms straight" moves nothing; "keep them straight and lift your legs" does.
            held = not (found & known.actions and sentence.words[at - 1] == "and")
        if held or not found:
            gap += word not in SKIPPED and word not in _BINDING
            action = action if gap <= _GAP else 0
            continue
        bits |= found
        if acts := found & known.actions:
            action, gap = acts, 0
        elif action:
            bits |= _acted_on(action, found, known)
            gap = _GAP if sentence.word(at + 1) not in _BINDING else 0
    if bits & known.actions:
        yield start, end, bits


def _bits_of(sentence: Sentence, at: int, known: Mechanics) -> int:
    """Return what a known word tells of a movement: nothing in "the lift", "at your sides", "hang clean", "shoulder width"."""
    word = sentence.words[at]
    found = known.words[word]
    if sentence.word(at + 1) in MEASURES:
        return 0
    article = at > 0 and sentence.words[at - 1] in SKIPPED
    if word == "back" and (article or sentence.word(at + 1).startswith("exten")):
        return known.words["backs"]
    if word in ("body", "head"):
        return known.two_words.get(f"{sentence.before(at)} {word}", found)
    no_motion = (
        (word == "lift" and article)
        or (word in ("side", "sides") and sentence.before(at) in _ASIDE)
        or (word == "hang" and sentence.word(at + 1) in _FROM_HANG)
    )
    return 0 if no_motion else found


def _acted_on(actions: int, found: int, known: Mechanics) -> int:
    bits = 0
    while actions:
        action = actions & -actions
        actions ^= action
        for part, both in known.acted_on.get(action, ()):
            if part & found:
                bits |= both
    return bits
