"""The passages of an exercise in, what each part of its guide says out, so that its card is one page. Knows no Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import dropwhile

from cardgen.files.importers.exercise import Passage, Use
from cardgen.files.importers.sentences import Sentence, joined, read_sentences
from cardgen.files.importers.steps import Step, are_counted, make_steps, shortened

_BOXED = 260
"""Words of a guide whose tips stand in a box; in a longer one they stay in their steps, where they cost half the room."""
_BESIDE = 360
"""Words of a guide whose tips are printed at all."""
_PRINTED = 440
"""Words of steps alone that an A5 card holds beside two photographs, at its smallest type."""
_SHORTENED = 330
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
    sentences = _with_steps(read_sentences(passages))
    # a label that goes into a step is a word of it
    words = sum(sentence.words + sentence.opens for sentence in sentences if sentence.use not in _UNPRINTED)
    room = Room.ALL
    within: Sequence[Sentence] = [sentence for sentence in sentences if sentence.use is Use.STEP]
    if _BOXED < words <= _BESIDE:
        within = list(dropwhile(_is_tip, (it for it in sentences if it.use is Use.STEP or (_is_tip(it) and it.beside))))
    elif words > _BESIDE and any(map(_is_tip, sentences)):
        sentences = [replace(it, use=Use.NOTE) if _is_tip(it) else it for it in sentences]
        room = Room.NO_TIPS
    steps = make_steps(within)
    taken = {id(sentence) for sentence in within}
    rest = [sentence for sentence in sentences if id(sentence) not in taken]
    short: tuple[Step, ...] = ()
    if sum(step.words for step in steps) > _PRINTED:
        short, room = shortened(steps, _SHORTENED), Room.FIRST_SENTENCES
    boxes = {use: _points(sentence for sentence in rest if sentence.use is use) for use in _BOXES}
    return Body(steps=steps, short=short, boxes=boxes, room=room)


def _with_steps(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the sentences with enough steps: a card of tips alone says nothing to do, and numbers referred to must hold."""
    stepped = {sentence.passage for sentence in sentences if sentence.use is Use.STEP}
    if not stepped:
        return [replace(sentence, use=Use.STEP) for sentence in sentences]
    if not are_counted(sentences):
        return sentences
    return [replace(it, use=Use.STEP) if it.beside and it.passage not in stepped else it for it in sentences]


def _is_tip(sentence: Sentence) -> bool:
    return sentence.use is Use.TIP


def _points(sentences: Iterable[Sentence]) -> tuple[Point, ...]:
    """Return the points of a box: sentences that follow each other in one passage are one point."""
    points: list[Point] = []
    last = None
    for sentence in sentences:
        if sentence.passage == last and not sentence.opens:
            points[-1] = replace(points[-1], text=joined((points[-1].text, sentence.text)))
        else:
            points.append(Point(text=sentence.text, lead_in=sentence.lead_in))
        last = sentence.passage
    return tuple(points)
