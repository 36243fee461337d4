"""Text in, its words with their places and capitals out. Knows English a little, and no exercises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_TIED = re.compile(r"[^\W_]+(?:[-’'\u2010\u2011][^\W_]+)*")
_JOINS = frozenset("-\u2010\u2011")

_SMALL = """
a an and at by for from in into of off on or per the to versus via vs with without
"""
SMALL = frozenset(_SMALL.split())
"""Words that stay in lower case within a title."""

_STOP = """
a all an and any are as at be but by can do each for from go has have if in into is it its may more no not of on
onto or per so than that the then there these this those to too use using was when while will with you your
"""
STOP = frozenset(_STOP.split())
"""Words too common to tell what a name is made of."""

_IMPERATIVES = """
activate add boost build challenge combine condition develop engage enhance execute fire grow hit improve increase
isolate learn load master maximise maximize mobilize open perform practice practise progress promote sculpt shape
start strengthen stretch target test tone train try use warm work
"""
IMPERATIVES = frozenset(_IMPERATIVES.split())
"""Words that open a description without belonging to the name."""

_COMMON = """
ab abdominal abduction abductor abs adduction adductor air alternate alternating and ankle arch arm arms around
assisted back ball band bar barbell battle bear behind bench bend bent bicep biceps bicycle big bike bird block body
bodyweight bottom box bridge bug butt butterfly cable calf calves carry chair chest chin circle circles clam clap
clean climber close cobra crawl cross crossover crouch crunch cuban curl cycle dead deadlift decline deep deficit
diagonal diamond dip dips dog donkey double down downward drag drop dumbbell eccentric elbow elevated explosive
extended extension external face facing farmer feet fire fist flat flexion flexor floor flutter fly flye foot
forearm forward four french frog front full get glute glutes goblet good grip groin hack half ham hammer hamstring
hand hands handstand hang hanging head heel heels hex high hip hips hold hollow hop hug hydrant hyperextension in
incline inner internal into inverted iso isometric jack jackknife jerk jacks jump jumping jumps kettle kettlebell kick
kickback kicks knee kneeling knees landmine lat lateral left leg legged legs lever lift lizard low lower lunge
lunges lying machine march medicine mid military mountain narrow neck negative neutral nose oblique obliques off
olympic on one open opposite out outer over overhand overhead palm palms parallel pass pause pectoral pelvic
pendulum pike pistol plank plate plyo plyometric point pose power preacher press pronated prone pull pulldown
pullover pulse punch push pushdown quad quads rack raise raised raises rear renegade resistance
reverse right ring rings roll rollout rope rotating rotation row runner running russian scapula scapular scissor
scissors scoop seal seated seesaw shin short shoulder shoulders shrug side sideways single sissy sit skate
skater skip skull slam slide slider slow smith snatch spinal spine split sprint squat squats stability stance stand
standing star static step stiff straight stretch sumo supinated supine support suspended swim swimmer swing swiss
switch tap taps the thigh three throw thrust tiptoe to toe toes top torso touch touches trap triangle tricep triceps
tuck twist twisting two under underhand unilateral up upper upright v vertical wag walk walking walkout wall warrior
weighted wide wiper wipers with wood woodchop woodchopper world wrist y z
"""
COMMON = frozenset(_COMMON.split())
"""General words of training: parts of the body, directions, positions, ways to move; no exercise is listed by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text."""

    text: str
    key: str
    """Letters and digits in lower case."""
    joined: bool
    """Whether a hyphen ties it to the word before."""
    breaks: bool
    """Whether punctuation parts it from the word before."""
    starts: bool
    """Whether it begins a sentence."""

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital or a digit."""
        return self.text[0].isupper() or self.text[0].isdigit()


def key_of(text: str) -> str:
    """Return letters and digits in lower case."""
    key = text.casefold()
    return key if key.isalnum() else "".join(char for char in key if char.isalnum())


def read_distinct(text: str) -> set[str]:
    """Find the different words of a text, those tied by hyphens whole; for long texts, where places do not matter."""
    return set(_TIED.findall(text))


def read_words(text: str) -> Iterator[Word]:
    """Find the words of a text in their order."""
    end = 0
    is_first = True
    for match in _TOKEN.finditer(text):
        between = text[end : match.start()]
        end = match.end()
        first, is_first = is_first, False
        marks = between.strip()
        yield Word(
            text=match[0],
            key=key_of(match[0]),
            joined=len(between) == 1 and between in _JOINS,
            breaks=bool(marks) and between not in _JOINS,
            starts=first or any(mark in ".!?:" for mark in marks),
        )


def capital_run(words: list[Word]) -> list[Word]:
    """Return the run of capitalised words that names the exercise, or nothing.

    A run goes on over small words ("Row to Hip") and over hyphens, and ends at punctuation. The first word of a sentence is
    capitalised anyway, so a run of it alone does not count and an imperative there is left out.
    """
    best: list[Word] = []
    run: list[Word] = []
    for word in [*words, None]:
        if word is not None and run and not word.breaks and (word.capital or word.joined or word.key in SMALL):
            run.append(word)
            continue
        best = max(best, _trimmed(run), key=_weight)
        run = [word] if word is not None and word.capital else []
    return best


def _trimmed(run: list[Word]) -> list[Word]:
    while run and not (run[-1].capital or run[-1].joined):
        run = run[:-1]
    while run and run[0].starts and (run[0].key in IMPERATIVES or run[0].key in SMALL or run[0].key in STOP):
        run = run[1:]
    while run and run[0].key in SMALL:
        run = run[1:]
    return [] if len(run) == 1 and run[0].starts else run


def _weight(run: list[Word]) -> int:
    return sum(word.capital or word.joined for word in run)
