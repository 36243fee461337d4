"""The passages of an exercise in, what each part of its guide says out, so that its card is one page. Knows no Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from cardgen.importers.exercise import Passage, Use
from cardgen.importers.sentences import Sentence, read_sentences
from cardgen.importers.steps import Step, make_steps, shortened

_BOXED = 230
"""Words of a guide whose tips stand in a box; in a longer one they stay in their steps, where they cost half the room."""
_BESIDE = 300
"""Words of a guide whose tips are printed at all."""
_PRINTED = 320
"""Words of steps alone that an A5 card holds beside two photographs, at its smallest type."""
_SHORTENED = 270
"""Words of the steps where they are shortened: there are eight of them then, and their gaps cost room."""

_BOXES = (Use.TIP, Use.MISTAKE, Use.SAFETY, Use.VARIATION, Use.NOTE)
_UNPRINTED = frozenset({Use.VARIATION, Use.NOTE})
"""What a brief card leaves out."""


class Room(Enum):
    """How much of a guide its card has room for."""

    ALL = "all"
    NO_TIPS = "no tips"
    """The tips stand under Notes, which a brief card leaves out."""
    FIRST_SENTENCES = "first sentences"
    """The card's steps are shortened, too; the whole text stands under Execution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An entry of a list."""

    text: str
    lead_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a guide says."""

    steps: tuple[Step, ...]
    short: tuple[Step, ...] = ()
    """The steps for the card, where the whole ones are too long for it."""
    boxes: Mapping[Use, tuple[Point, ...]]
    room: Room


def arrange(passages: Sequence[Passage]) -> Body:
    """Share sentences out among steps and boxes; no word is left out, but a long guide has some that its card does not print."""
    sentences, room, within = _shared_out(read_sentences(passages))
    steps = make_steps([sentence for sentence in sentences if sentence.use in within])
    boxes = {use: _points(it for it in sentences if it.use is use and use not in within) for use in _BOXES}
    short: tuple[Step, ...] = ()
    if sum(step.words for step in steps) > _PRINTED:
        short, room = shortened(steps, _SHORTENED), Room.FIRST_SENTENCES
    return Body(steps=steps, short=short, boxes=boxes, room=room)


def _shared_out(sentences: Sequence[Sentence]) -> tuple[Sequence[Sentence], Room, frozenset[Use]]:
    """Return the sentences with their uses, and which of these stand among the steps: so that there is room for all."""
    if sentences[0].use is not Use.STEP:  # a tip without a step before it, or a card of tips alone
        sentences = [replace(sentences[0], use=Use.STEP), *sentences[1:]]
    # a label that goes into a step is a word of it
    words = sum(sentence.words + sentence.opens for sentence in sentences if sentence.use not in _UNPRINTED)
    if words <= _BOXED:
        return sentences, Room.ALL, frozenset({Use.STEP})
    if words <= _BESIDE:
        return sentences, Room.ALL, frozenset({Use.STEP, Use.TIP})
    kept = [replace(it, use=Use.NOTE) if it.use is Use.TIP else it for it in sentences]
    return kept, Room.ALL if kept == list(sentences) else Room.NO_TIPS, frozenset({Use.STEP})


def _points(sentences: Iterable[Sentence]) -> tuple[Point, ...]:
    """Return the points of a box: sentences that follow each other in one passage are one point."""
    points: list[Point] = []
    last = None
    for sentence in sentences:
        if sentence.passage == last and not sentence.opens:
            points[-1] = replace(points[-1], text=f"{points[-1].text} {sentence.text}")
        else:
            points.append(Point(text=sentence.text, lead_in=sentence.lead_in))
        last = sentence.passage
    return tuple(points)
