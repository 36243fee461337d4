"""The passages of a guide in, the muscles it works out, and the words that tell so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cardgen.guide.anatomy import GROUPS
from cardgen.guide.model import Muscle, Muscles, Origin
from cardgen.guide.muscles.mentions import Mention, mentions_of
from cardgen.guide.muscles.movements import Movement, movements_of, pose_of
from cardgen.guide.muscles.passages import Passage, Place
from cardgen.guide.muscles.tokens import sentences
from cardgen.guide.muscles.weigh import weigh

_STRETCH = re.compile(r"\bstretch", re.IGNORECASE)
"""A stretch is for the muscles that give way: what moves is told of others."""


def is_english(language: str) -> bool:
    """Tell whether a language tag is one of English: the words of no other language are known."""
    return language.casefold().split("-")[0] == "en"


def read_muscles(passages: Iterable[Passage]) -> Muscles:
    """Read the muscles from the title, the description and the body of a guide in English."""
    passages = tuple(passages)
    is_stretch = any(_STRETCH.search(passage.text) for passage in passages if passage.place is Place.TITLE)
    parts = [(passage, tuple(sentences(passage.text))) for passage in passages]
    pose = pose_of((passage, sentence) for passage, found in parts for sentence in found)
    mentions: list[Mention] = []
    movements: list[Movement] = []
    for passage, found in parts:
        for number, sentence in enumerate(found):
            mentions += mentions_of(passage, sentence, is_first=number == 0)
            movements += () if is_stretch else movements_of(passage, sentence, pose)
    primary, secondary = weigh(mentions, movements)
    evidence = [*(one.evidence for one in mentions), *(one.evidence for one in movements)]
    evidence.sort(key=lambda one: one.location.line or 0)
    return Muscles(
        primary=_plain(primary),
        secondary=_plain(secondary),
        origin=Origin.TEXT if primary or secondary else Origin.NONE,
        evidence=tuple(evidence),
    )


def _plain(groups: Iterable[str]) -> tuple[Muscle, ...]:
    return tuple(Muscle(name=GROUPS[group], groups=(group,)) for group in groups)
