"""What the page before the exercises says, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cardgen.words import Words


class Sign(Enum):
    """A sign that stands on the cards, in the order of their key."""

    NUMBER = "number"
    TIP = "tip"
    CODE = "code"
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
class Told:
    """All that stands on the page but the stop box and the advice, which never change."""

    steps: tuple[Advice, ...]
    signs: tuple[tuple[Sign, str], ...]


@dataclass(frozen=True, slots=True)
class StopBox:
    """When to stop."""

    heading: str
    points: tuple[str, ...]
    text: str


def stop_text(words: Words) -> StopBox:
    """Return when to stop."""
    return StopBox(
        heading=words("before.stop"),
        points=(words("before.stop-chest"), words("before.stop-dizzy"), words("before.stop-sharp")),
        text=words("before.stop-call"),
    )


def advice_of(words: Words) -> tuple[str, str]:
    """Return what the booklet is not, and whom to ask."""
    return words("before.advice"), words("before.doctor")


def tell(words: Words, *, contents: int, index: int, distance: int, safety: bool, muscles: bool) -> Told:
    """Return what a booklet says: where its contents and index are, and from how far its codes are read."""
    find = Advice(words("before.find"), words("before.find-text", contents=contents, index=index))
    scan = Advice(words("before.scan"), words("before.scan-text", distance=distance))
    move = Advice(words("before.move"), words("before.move-text"))
    shown = {Sign.CODE: bool(distance), Sign.SAFETY: safety, Sign.WORKS: muscles, Sign.ALSO: muscles}
    return Told(
        steps=(find, *((scan,) if distance else ()), move),
        signs=tuple((sign, words(f"sign.{sign.value}")) for sign in Sign if shown.get(sign, True)),
    )
