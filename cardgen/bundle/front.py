"""What stands on the cover, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cardgen.guide.model import Guide
from cardgen.layout.forms.model import Cover
from cardgen.layout.ground.figures import Subject

TITLE = "Workout cards"
"""Of a booklet that has no title of its own, from a gym without a name."""
NAMED = 4
"""Pieces of equipment that the cover names."""


def booklet_title(title: str, gym: str) -> str:
    """Return the title: the one that was given, else the gym's name."""
    return title or gym or TITLE


def describe_cover(title: str, subtitle: str, guides: Sequence[Guide], subject: Subject | None = None) -> Cover:
    """Return the words of the cover: how many exercises, and with what."""
    number = f"{len(guides)} exercise" if len(guides) == 1 else f"{len(guides)} exercises"
    facts = tuple(part for part in (number, _equipment(guides)) if part)
    eyebrow = TITLE if title != TITLE else "Exercise by exercise"
    return Cover(title=title, subtitle=subtitle, eyebrow=eyebrow, facts=facts, subject=subject)


def _equipment(guides: Sequence[Guide]) -> str:
    """Return the equipment that most exercises need, and how many others there are."""
    counts = Counter(guide.equipment for guide in guides if guide.equipment)
    names = [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold()))]
    if len(names) > NAMED:
        names = [*names[: NAMED - 1], f"{len(names) - NAMED + 1} more"]
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
