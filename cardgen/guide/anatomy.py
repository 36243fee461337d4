"""The groups of the muscle map: their ids and the plain words for them. Knows no text and no picture."""

from __future__ import annotations

from collections.abc import Mapping

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


def plain_words(language: str) -> Mapping[str, str] | None:
    """Return what each group is called in the language of a tag, or None where no words are known."""
    return GROUPS if language.casefold().split("-")[0] == "en" else None
