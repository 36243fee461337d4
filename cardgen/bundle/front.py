"""What stands on the cover, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cardgen.guide.model import Guide
from cardgen.layout.forms.model import Cover
from cardgen.layout.ground.figures import Subject
from cardgen.words import Words

NAMED = 4
"""Pieces of equipment that the cover names."""


def booklet_title(title: str, gym: str, words: Words) -> str:
    """Return the title: the one that was given, else the gym's name."""
    return title or gym or words("booklet.cards")


def describe_cover(
    title: str, subtitle: str, guides: Sequence[Guide], words: Words, subject: Subject | None = None
) -> Cover:
    """Return the words of the cover: how many exercises, and with what."""
    number, usual = words.count("count.exercises", len(guides)), words("booklet.cards")
    facts = tuple(part for part in (number, _equipment(guides, words)) if part)
    eyebrow = usual if title != usual else words("booklet.by-exercise")
    return Cover(title=title, subtitle=subtitle, eyebrow=eyebrow, facts=facts, subject=subject)


def _equipment(guides: Sequence[Guide], words: Words) -> str:
    """Return the equipment that most exercises need, and how many others there are."""
    counts = Counter(guide.equipment for guide in guides if guide.equipment)
    names = [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold()))]
    if len(names) > NAMED:
        names = [*names[: NAMED - 1], words("booklet.more", number=len(names) - NAMED + 1)]
    return words.lists(names)
