"""The muscles of a card in, its tab at the outer edge out: colour, word and place say the same group."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import DECORATION, Color, Item, Turn
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import groups_of
from cardgen.layout.ground.phrase import Phrase, Type, resized, set_phrase
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.zones import Zones
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm

WIDTH = 5.6
"""In units."""
WIDEST = 7.0
"""With its word: it stays clear of the text."""
WORD, WORD_LEAST, WORD_PAD = 7.6, 5.0, 0.9
"""Sizes of its word in points on A5, and the white beside it in units."""
EDGE_MM = 0.35
FOOT = 11.0
"""Under the last slot, in units."""
SLOTS = 8
MANY = 3
"""So many main muscles are those of the whole body."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of muscles, as cards are sorted by it."""

    key: str
    """Of its word."""
    color: Color
    slot: int


LEGS = Group("legs", Color.from_hex("#1f6f8b"), 0)
HIPS = Group("hips", Color.from_hex("#6a4c93"), 1)
BACK = Group("back", Color.from_hex("#2f5aa8"), 2)
CHEST = Group("chest", Color.from_hex("#a8325e"), 3)
SHOULDERS = Group("shoulders", Color.from_hex("#a85200"), 4)
ARMS = Group("arms", Color.from_hex("#6f6200"), 5)
CORE = Group("core", Color.from_hex("#2c7a45"), 6)
WHOLE = Group("whole", Color.from_hex("#4a525a"), 7)

MEMBERS = {
    LEGS: "quads adductors calves tibialis",
    HIPS: "glutes hamstrings abductors hip_flexors",
    BACK: "lats mid_back lower_back traps rear_delts",
    CHEST: "chest serratus",
    SHOULDERS: "front_delts side_delts rotator_cuff neck",
    ARMS: "biceps triceps forearms",
    CORE: "abs obliques",
}
_GROUP_OF = {muscle: group for group, muscles in MEMBERS.items() for muscle in muscles.split()}


def group_of(card: Card) -> Group | None:
    """Return the group of a card's main muscles: that of the first, or the whole body; None where they are not known."""
    found = [_GROUP_OF[muscle] for muscle in groups_of(card)[0]]
    if not found:
        return None
    return WHOLE if len(card.works) >= MANY and len(set(found)) >= MANY - 1 else found[0]


def place_tab(group: Group, top: float, zones: Zones, kit: Kit) -> tuple[Item, ...]:
    """Place the tab in its slot between the stage's foot and the foot of the card; its word where the tab has room for it.

    The word lies as far from the edge as all text; where that leaves no room, `word_of` stands on the foot's line.
    """
    unit, theme = zones.unit, kit.theme
    slot = (zones.height - FOOT * unit - top) / SLOTS
    phrase = _word(group, slot, zones, kit)
    width = (WIDEST if phrase else WIDTH) * unit
    rect = Rect(x=zones.width - width, y=top + group.slot * slot, width=width, height=slot)
    ground = rectangle(rect, theme.tab(group.color))
    if theme.mode is Ink.LOW:
        weight = mm(EDGE_MM)
        ground = replace(
            rectangle(rect.inset(weight / 2, weight / 2), theme.paper), stroke=theme.ink, stroke_width=weight
        )
    if phrase is None:
        return (ground,)
    y = rect.y + (rect.height - phrase.width) / 2
    word = replace(phrase.left(0.0, 0.0, DECORATION)[0], x=rect.x + WORD_PAD * unit, y=y, turn=Turn.DOWN)
    return (ground, word)


def word_of(card: Card, top: float, zones: Zones, kit: Kit) -> str:
    """Return the word of a tab that has no room for it."""
    group = group_of(card)
    slot = (zones.height - FOOT * zones.unit - top) / SLOTS
    return kit.words(f"group.{group.key}") if group and _word(group, slot, zones, kit) is None else ""


def _word(group: Group, slot: float, zones: Zones, kit: Kit) -> Phrase | None:
    """Return the word as large as it may be on the tab; None where the tab is too narrow to hold it inside the safe edge."""
    color = kit.theme.ink if kit.theme.mode is Ink.LOW else kit.theme.paper
    size = kit.measures.small(WORD)
    phrase = set_phrase(kit.words(f"group.{group.key}").upper(), Type(style=Style.HEADING, color=color), size, kit)
    if phrase.width > slot - 2 * WORD_PAD * zones.unit:
        phrase = resized(phrase, size * (slot - 2 * WORD_PAD * zones.unit) / phrase.width)
    wide = kit.measures.edge + phrase.cap + WORD_PAD * zones.unit
    return phrase if wide <= WIDEST * zones.unit and phrase.setting.size >= kit.measures.small(WORD_LEAST) else None
