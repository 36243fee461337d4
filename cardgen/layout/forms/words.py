"""What the page before the exercises says, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

EYEBROW, TITLE = "Before you start", "How to use these cards"
READ = "How to read a card"


class Sign(Enum):
    """A sign that stands on the cards."""

    NUMBER = "number"
    CODE = "code"
    TIP = "tip"
    MISTAKE = "mistake"
    SAFETY = "safety"
    WORKS = "works"
    ALSO = "also"


@dataclass(frozen=True, slots=True)
class Advice:
    """A step: what to do first, next, last."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """All that stands on the page but the stop box and the advice, which never change."""

    steps: tuple[Advice, ...]
    signs: tuple[tuple[Sign, str], ...]


@dataclass(frozen=True, slots=True)
class StopBox:
    """When to stop."""

    heading: str
    points: tuple[str, ...]
    text: str


STOP = StopBox(
    heading="When to stop at once",
    points=(
        "Pain or pressure in the chest",
        "Dizzy, faint or unusually breathless",
        "Sharp or sudden pain, numbness or tingling",
    ),
    text="Chest pain or fainting: call your emergency number (112,\u00a0911). "
    "Anything else: stop, rest, and ask before you go on.",
)
ADVICE = (
    "General information, not medical advice.",
    " Ask a doctor first if you are ill, injured, pregnant or new to training.",
)
SIGNS = (
    (Sign.NUMBER, "A step: do them in this order"),
    (Sign.TIP, "A tip: what makes it work"),
    (Sign.CODE, "A code: it opens a video"),
    (Sign.MISTAKE, "A mistake and how to avoid it"),
    (Sign.SAFETY, "Safety: read it before the rest"),
    (Sign.WORKS, "The muscles that it works"),
    (Sign.ALSO, "Muscles that also help"),
)


def words_for(*, contents: int, index: int, distance: int, safety: bool, muscles: bool) -> Words:
    """Return the words for a booklet: where its contents and index are, and from how far its codes are read."""
    find = Advice(
        "Find your exercise", f"The contents are on page {contents}, the index from A to Z is on page {index}."
    )
    scan = Advice(
        "Scan and watch",
        f"Hold your phone camera about {distance} cm from the code and tap the link. "
        "No camera? Type the short address at the foot of the card. No signal? The steps are enough.",
    )
    move = Advice(
        "Read, then move",
        "Read all the steps once. Then do them in order, slowly at first, with a light weight or none.",
    )
    shown = {Sign.CODE: bool(distance), Sign.SAFETY: safety, Sign.WORKS: muscles, Sign.ALSO: muscles}
    return Words(
        steps=(find, *((scan,) if distance else ()), move),
        signs=tuple(sign for sign in SIGNS if shown.get(sign[0], True)),
    )
