"""Muscles that a front matter names: every form, every name, and what is said of those that are wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cardgen.guide import parse_guide
from cardgen.guide.anatomy import BROAD, GROUPS
from cardgen.guide.model import Origin
from cardgen.guide.muscles.explain import muscles_note
from cardgen.guide.muscles.names import find_name, name_to_offer

SHARED = Path(__file__).resolve().parents[3] / "shared"


def read(front):
    """A guide with these lines in its front matter, from line 4 on; its text names the calves."""
    text = f'---\nvideo: "abcdefghijk"\ndescription: "Strengthen the calves."\n{front}\n---\n\n## Execution\n1. Rise.\n2. Sink.\n'
    return parse_guide(text, path="drill.md", stem="drill")


def named(front):
    muscles = read(front).muscles
    return [[(one.name, *one.groups) for one in part] for part in (muscles.primary, muscles.secondary)]


def told(front):
    """What is said of the muscles: weight, line, message and hint."""
    return [
        (one.severity.value, one.location.line, one.message, one.hint)
        for one in read(front).problems
        if one.code.endswith("-muscle")
    ]


@pytest.mark.parametrize(
    "front",
    [
        "muscles: Glutes, quads",
        "muscles: [Glutes, quads]",
        "muscles:\n  - Glutes\n  - quads",
        "muscles: {primary: [Glutes, quads]}",
        "muscles:\n  primary: Glutes, quads\n  secondary:",
        "muscles:\n  primary:\n    - Glutes\n    - quads\n  secondary: []",
    ],
)
def test_lists_are_what_the_exercise_is_for(front):
    assert named(front) == [[("glutes", "glutes"), ("quads", "quads")], []]


@pytest.mark.parametrize(
    "front",
    [
        "muscles: {primary: [chest], secondary: [Triceps, front_delts]}",
        "muscles:\n  secondary:\n    - Triceps\n    - front_delts\n  primary: chest",
    ],
)
def test_a_mapping_also_names_what_helps(front):
    assert named(front) == [[("chest", "chest")], [("triceps", "triceps"), ("front shoulders", "front_delts")]]


def test_what_helps_may_stand_alone():
    assert named("muscles: {secondary: [traps]}") == [[], [("traps", "traps")]]


def test_what_is_named_wins_over_the_text_and_leaves_no_note():
    guide = read("muscles: [traps]")
    assert (guide.muscles.names, guide.muscles.origin, guide.muscles.evidence) == (("traps",), Origin.GIVEN, ())
    assert muscles_note(guide) is None


@pytest.mark.parametrize("front", ["muscles:", "muscles: []", "muscles: {primary: []}", 'muscles: " , "'])
def test_an_empty_list_leaves_it_to_the_text(front):
    guide = read(front)
    assert (guide.muscles.names, guide.muscles.origin) == (("calves",), Origin.TEXT)


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("front_delts", "front_delts"),
        ("front shoulders", "front_delts"),
        ("Anterior Deltoid", "front_delts"),
        ("GLUTES", "glutes"),
        ("the gluteus maximus muscle", "glutes"),
        ("Gluteus medius", "abductors"),
        ("middle back", "mid_back"),
        ("abdominals", "abs"),
        ("quadriceps", "quads"),
        ("Quadriceps femoris", "quads"),
        ("Biceps brachii", "biceps"),
        ("biceps femoris", "hamstrings"),
        ("Obliquus externus abdominis", "obliques"),
        ("Soleus", "calves"),
        ("calf", "calves"),
        ("Hip-Flexor", "hip_flexors"),
        ("erector spinae", "lower_back"),
        ("side of the waist", "obliques"),
        ("rotator cuff", "rotator_cuff"),
        ("grip", "forearms"),
        ("shoulders", "front_delts side_delts rear_delts"),
        ("Legs", "quads glutes hamstrings calves"),
        ("core", "abs obliques"),
        ("arms", "triceps biceps forearms"),
        ("back", "lats mid_back lower_back"),
        ("posterior chain", "glutes hamstrings lower_back"),
    ],
)
def test_names_are_found_however_they_are_written(name, groups):
    (one,) = read(f'muscles: ["{name}"]').muscles.primary
    assert one.groups == tuple(groups.split())
    assert one.name == BROAD.get(one.groups) or one.name == GROUPS[one.groups[0]]
    assert told(f'muscles: ["{name}"]') == []


def test_every_id_and_plain_name_of_the_map_is_known():
    found = {text: find_name(text) for group, plain in GROUPS.items() for text in (group, plain, plain.title())}
    assert {text: name.groups for text, name in found.items() if name} == {
        text: (group,) for group, plain in GROUPS.items() for text in (group, plain, plain.title())
    }


def test_the_names_of_the_facts_mean_their_groups():
    path = SHARED / "facts" / "muscle-groups.json"
    if not path.exists():
        pytest.skip("the facts about muscles are not here")
    facts = json.loads(path.read_text(encoding="utf-8"))
    found = {text: find_name(text) for text in facts}
    assert {text: name.groups for text, name in found.items() if name} == {t: (group,) for t, group in facts.items()}


def test_an_unknown_name_is_kept_and_the_nearest_offered_at_its_line():
    front = "muscles:\n  primary:\n    - quads\n    - glutos\n  secondary: [xyzzy, calves, abs]"
    names = ", ".join(GROUPS.values())
    assert named(front) == [[("quads", "quads"), ("glutos",)], [("xyzzy",), ("calves", "calves"), ("abs", "abs")]]
    assert told(front) == [
        ("warning", 7, 'unknown muscle "glutos"', 'did you mean "glutes"?'),
        ("warning", 8, 'unknown muscle "xyzzy"', f"the names are {names}, or names like them"),
    ]


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("isquiotibiales", "hamstrings"),
        ("Waden", "calves"),
        ("hamstrigns", "hamstrings"),
        ("spine", None),
        ("upper body", None),
        ("big legs", None),
    ],
)
def test_a_name_is_offered_where_it_is_meant_and_none_where_it_would_mislead(name, offered):
    assert name_to_offer(name) == offered


@pytest.mark.parametrize(
    ("front", "kept", "message", "first"),
    [
        ("muscles: [chest, Chest]", [["chest"], []], 'the muscle "Chest" is given twice', "chest"),
        ("muscles: [pecs, chest]", [["chest"], []], '"chest" names the same muscle as "pecs"', "pecs"),
        (
            "muscles: {secondary: [lat], primary: [lats]}",
            [["lats"], []],
            '"lat" names the same muscle as "lats"',
            "lats",
        ),
        ("muscles: [qwertz, Qwertz]", [["qwertz"], []], 'the muscle "Qwertz" is given twice', "qwertz"),
    ],
)
def test_a_muscle_named_twice_is_kept_once_as_primary(front, kept, message, first):
    assert [[one[0] for one in part] for part in named(front)] == kept
    said = [one for one in told(front) if "unknown" not in one[2]]
    assert said == [("warning", 4, message, f'"{first}" in line 4 is kept')]


def test_parts_of_a_muscle_may_stand_beside_it():
    front = "muscles: [soleus, calves, gastrocnemius]"
    assert (named(front), told(front)) == ([[("calves", "calves")], []], [])


def test_a_map_is_not_drawn_from_names_half_of_which_are_unknown():
    assert named("muscles: [quads, qwertz]") == [[("quads",), ("qwertz",)], []]
    assert named("muscles: [quads, calves, qwertz]") == [[("quads", "quads"), ("calves", "calves"), ("qwertz",)], []]


@pytest.mark.parametrize("name", ["Brust", "chest", "Pectoralis major", "großer Brustmuskel", "BRUST"])
def test_in_a_language_with_words_for_muscles_its_own_are_printed(name):
    assert named(f"lang: de\nmuscles: [{name}, Beine]") == [
        [("Brust", "chest"), ("Beine", "quads", "glutes", "hamstrings", "calves")],
        [],
    ]


def test_names_are_known_without_their_accents():
    assert named("lang: es\nmuscles: [gluteos, cuadriceps]") == [[("glúteos", "glutes"), ("cuádriceps", "quads")], []]


def test_in_languages_without_words_for_muscles_unknown_names_are_only_noted():
    front = "lang: hu\nmuscles: [Mellkas, Trizeps, Latissimus dorsi, Soleus, chest]"
    assert named(front) == [
        [("Mellkas",), ("Trizeps",), ("Latissimus dorsi", "lats"), ("Soleus", "calves"), ("chest", "chest")],
        [],
    ]
    hint = 'it is printed as it stands; ids such as "chest" and Latin names have a place there'
    assert told(front) == [
        ("note", 5, 'the picture of the muscles has no "Mellkas"', hint),
        ("note", 5, 'the picture of the muscles has no "Trizeps"', hint),
    ]
