"""The groups of the muscle map: their ids and the plain words for them. Knows no picture."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cardgen.guide.languages import ENGLISH, language

GROUPS: Mapping[str, str] = {
    "neck": "neck",
    "traps": "traps",
    "front_delts": "front shoulders",
    "side_delts": "side shoulders",
    "rear_delts": "rear shoulders",
    "rotator_cuff": "rotator cuff",
    "chest": "chest",
    "serratus": "side ribs",
    "biceps": "biceps",
    "triceps": "triceps",
    "forearms": "forearms",
    "lats": "lats",
    "mid_back": "mid back",
    "lower_back": "lower back",
    "abs": "abs",
    "obliques": "obliques",
    "hip_flexors": "hip flexors",
    "glutes": "glutes",
    "abductors": "outer hips",
    "adductors": "inner thighs",
    "quads": "quads",
    "hamstrings": "hamstrings",
    "calves": "calves",
    "tibialis": "shins",
}
"""Every id of the map, from head to foot, and what a card calls it."""

BROAD: Mapping[tuple[str, ...], str] = {
    ("front_delts", "side_delts", "rear_delts"): "shoulders",
    ("triceps", "biceps", "forearms"): "arms",
    ("biceps", "triceps"): "upper arms",
    ("lats", "mid_back", "lower_back"): "back",
    ("abs", "obliques"): "core",
    ("glutes", "hamstrings", "lower_back"): "back of the body",
    ("glutes", "abductors", "hip_flexors"): "hips",
    ("quads", "glutes", "hamstrings", "calves"): "legs",
    ("quads", "hamstrings"): "thighs",
}
"""What a card calls several groups that an author names by one word; those most often meant first."""


@cache
def plain_words(tag: str) -> Mapping[str, str] | None:
    """Return what each group, and each broad word, is called in the language of a tag; None where it has no words for them."""
    if is_english(tag):
        return {**GROUPS, **{word: word for word in BROAD.values()}}
    known = language(tag)
    words = {group: names[0] for group, names in known.muscles.items()} if known else {}
    return words if words.keys() >= GROUPS.keys() else None


def is_english(tag: str) -> bool:
    """Tell whether a language tag is one of English."""
    return tag.casefold().partition("-")[0] == ENGLISH
