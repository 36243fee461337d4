"""What moves in tables in, the same in bits out, so that a clause is compared in a glance."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cardgen.guide.muscles.motions import ACTIONS, CONTEXTS, FORMS, MOTIONS, NOUNS, TWO_WORDS
from cardgen.guide.muscles.names import read_table
from cardgen.guide.muscles.phrases import forms_of
from cardgen.guide.muscles.tokens import Trie, grow


@dataclass(frozen=True, slots=True)
class Motion:
    """What must come together in a clause, and what it tells."""

    needs: int
    bars: int
    """What must not be there."""
    movers: tuple[str, ...]
    helpers: tuple[str, ...]
    posture: bool
    """Whether people also hold it without moving: a bent-over row is no hip hinge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanics:
    """Everything known of movements, as bits."""

    words: Mapping[str, int]
    two_words: Mapping[str, int]
    actions: int
    """The bits of all actions."""
    acted_on: Mapping[int, tuple[tuple[int, int], ...]]
    """For the bit of an action, the parts it may act on, each with the bit of both."""
    contexts: Trie[int]
    motions: Mapping[int, tuple[Motion, ...]]
    """By one of the bits they need: a clause has few, so few motions are tried."""


@functools.cache
def mechanics() -> Mechanics:
    """Return what is known of movements; the first guide of a process pays for it."""
    rows = [(signs.split(), muscles[0]) for signs, muscles in read_table(MOTIONS)]
    acted = list(dict.fromkeys(sign.lstrip("-") for signs, _ in rows for sign in signs if ">" in sign))
    order = [name for table in (NOUNS, ACTIONS, CONTEXTS) for name, _ in read_table(table)]
    bits = {name: 1 << at for at, name in enumerate(dict.fromkeys([*order, *acted]))}
    parts: dict[int, list[tuple[int, int]]] = {}
    for pair in acted:
        action, _, part = pair.partition(">")
        parts.setdefault(bits[action], []).append((bits[part], bits[pair]))
    contexts = {phrase: bits[name] for name, phrases in read_table(CONTEXTS) for phrase in phrases}
    return Mechanics(
        words=_words(bits),
        two_words={words: bits[name] for words, name in TWO_WORDS.items()},
        actions=sum(bits[name] for name, _ in read_table(ACTIONS)),
        acted_on={action: tuple(found) for action, found in parts.items()},
        contexts=grow(contexts),
        motions=_by_bit(_motion(signs, muscles, bits) for signs, muscles in rows),
    )


def _words(bits: Mapping[str, int]) -> Mapping[str, int]:
    words: dict[str, int] = {}
    for name, entries in read_table(NOUNS):
        for entry in entries:
            words[entry] = words.get(entry, 0) | bits[name]
    for name, entries in (*read_table(ACTIONS), *read_table(FORMS)):
        for form in (form for entry in entries for form in forms_of(entry)):
            words[form] = words.get(form, 0) | bits[name]
    return words


def _motion(signs: list[str], muscles: str, bits: Mapping[str, int]) -> Motion:
    movers, _, helpers = muscles.removeprefix("?").partition("+")
    return Motion(
        needs=sum(bits[sign] for sign in signs if not sign.startswith("-")),
        bars=sum(bits[sign[1:]] for sign in signs if sign.startswith("-")),
        movers=tuple(movers.split()),
        helpers=tuple(helpers.split()),
        posture=muscles.startswith("?"),
    )


def _by_bit(motions: Iterable[Motion]) -> Mapping[int, tuple[Motion, ...]]:
    """Sort motions by the highest bit they need: what is acted on, which is rare, stands above actions, these above parts."""
    found: dict[int, list[Motion]] = {}
    for motion in motions:
        found.setdefault(1 << (motion.needs.bit_length() - 1), []).append(motion)
    return {bit: tuple(of_bit) for bit, of_bit in found.items()}
