"""The muscles of a guide: those of its movement, and what its text names outright."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from cardgen.figure.movements import Action
from cardgen.guide import parse_guide
from cardgen.guide.anatomy import GROUPS
from cardgen.guide.model import Origin
from cardgen.guide.muscles.explain import muscles_note
from cardgen.guide.muscles.names import LONGEST, known_names
from cardgen.guide.muscles.passages import Passage, Place, listing
from cardgen.guide.muscles.told import told_in
from cardgen.values import resources
from cardgen.values.errors import Location

SHARED = Path(__file__).resolve().parents[3] / "shared"
WHERE = Location(path="drill.md", line=1)


def told(text, place=Place.DESCRIPTION, listed=None):
    """What a passage names outright: the first muscle of each name, and how."""
    passage = Passage(text=text, place=place, location=WHERE, listed=listed)
    return [f"{one.groups[0]} {one.verdict.value}" for one in told_in(passage)]


def read(title, description="A drill.", body="", more=""):
    more = more if "lang:" in more else f"lang: en\n{more}"
    text = (
        f'---\nvideo: "abcdefghijk"\ntitle: "{title}"\ndescription: "{description}"\n{more}---\n'
        f"{body}\n## Execution\n1. Begin.\n2. End.\n"
    )
    return parse_guide(text, path="drill.md", stem="drill").muscles


def ids(muscles):
    return [" ".join(group for one in part for group in one.groups) for part in (muscles.primary, muscles.secondary)]


# --- what a text names ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "muscles"),
    [
        ("Works the triceps.", "triceps named"),
        ("Build chest, front delt and tricep strength.", "chest named, front_delts named, triceps named"),
        ("A row that targets the lats, rhomboids, and biceps.", "lats named, mid_back named, biceps named"),
        ("Develop size and strength in the calves.", "calves named"),
        ("Focus on the hamstrings.", "hamstrings named"),
        ("It strengthens the glutes. It also works the triceps.", "glutes named, triceps help"),
        ("Build grip strength.", "forearms named"),
        ("Strengthen the gluteus medius.", "abductors named"),
    ],
)
def test_a_verb_of_purpose_makes_a_name_a_muscle_that_works(text, muscles):
    assert ", ".join(told(text)) == muscles


@pytest.mark.parametrize(
    "text",
    [
        "Curl the handle toward your thigh.",
        "Press from behind the neck.",
        "Rest the elbow on the knee and the pad on your shins.",
        "Build strength by lowering the bar to your chest.",
        "Train with the band over the calves.",
        "Strengthen your pull rather than your biceps.",
        "Works well without the lower back.",
        "Raise the weights to chest height.",
        "Build shoulder width with a calm pace.",
        "Increase hip mobility and glute flexibility.",
        "Use an overhand grip.",
        "Build strength with the trap bar.",
        "The chest touches the pad.",
        "Develop good posture, coordination, a calm mind and steady breath before the calves.",
    ],
)
def test_places_and_what_is_spared_are_no_muscles(text):
    assert told(text) == []


@pytest.mark.parametrize("place", [Place.SETUP, Place.ACTION, Place.ADVICE, Place.MISTAKES])
def test_steps_and_tips_name_no_muscles_for_good(place):
    assert told("Squeeze your glutes and work the triceps.", place) == []


@pytest.mark.parametrize(
    ("title", "muscles"),
    [
        ("Triceps Blaster", ["triceps title"]),
        ("Trap Bar Lift", []),
        ("Leg Day", []),
        ("Chest Drill", []),
        ("Close Grip", []),
    ],
)
def test_a_title_names_muscles_but_neither_limbs_nor_things(title, muscles):
    assert told(title, Place.TITLE) == muscles


@pytest.mark.parametrize(
    ("heading", "verdict"),
    [
        ("Muscles Worked", "listed"),
        ("Primary Muscles", "listed"),
        ("Secondary Muscles", "help"),
        ("Stabilizers", None),
        ("Execution", None),
    ],
)
def test_a_heading_of_muscles_makes_a_list_of_them(heading, verdict):
    listed = listing(heading)
    assert (listed and listed.value) == verdict
    assert told("Lats, biceps", Place.ADVICE, listed) == ([f"lats {verdict}", f"biceps {verdict}"] if verdict else [])


def test_no_name_is_longer_than_is_looked_for():
    assert max(len(name.split()) for name in known_names()) == LONGEST


# --- the movement and the text --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Dumbbell Concentration Curl", "Sit with the elbow on the thigh and curl toward the shoulder."),
        ("Barbell Behind the Neck Press", "Press the bar from behind the neck."),
        ("Seated Calf Raise", "Rest the pad on the thighs, with hands by the triceps."),
    ],
)
def test_a_movement_known_by_name_has_the_muscles_of_the_table_whatever_its_text_touches(title, description):
    plain = read(title)
    assert plain.origin is Origin.MOVEMENT
    assert ids(read(title, description)) == ids(plain)


def test_the_text_adds_what_it_names_outright_as_help():
    plain, more = read("Barbell Hip Thrust"), read("Barbell Hip Thrust", "A thrust that also works the hamstrings.")
    assert ids(plain) == ["glutes", "quads"]
    assert ids(more) == ["glutes", "quads hamstrings"]


def test_the_text_never_adds_what_rests_while_the_main_muscles_work():
    assert ids(read("Biceps Curl", "A curl that also works the triceps.")) == ["biceps", "forearms"]
    assert ids(read("Biceps Curl", body="## Muscles Worked\n- Triceps")) == ["biceps", "forearms triceps"]


def test_a_description_that_names_quite_other_muscles_means_another_movement():
    muscles = read("Rope Row", "Strengthen the triceps and chest.")
    assert (ids(muscles), muscles.origin) == (["triceps chest", ""], Origin.TEXT)
    once = read("Rope Row", "Strengthen the triceps.")
    assert (ids(once), once.origin) == (ids(read("Rope Row")), Origin.MOVEMENT)


def test_an_unknown_movement_has_the_muscles_that_its_text_tells():
    muscles = read("Kraken", "Strengthens the glutes and hamstrings. It also works the calves.")
    assert (ids(muscles), muscles.origin) == (["glutes hamstrings", "calves"], Origin.TEXT)


def test_a_broad_word_counts_where_there_is_nothing_better():
    assert ids(read("Kraken", "Strengthens the back.")) == ["lats mid_back", ""]
    assert ids(read("Kraken", "Strengthens the back and the biceps.")) == ["biceps", ""]


@pytest.mark.parametrize("description", ["A drill.", "Move toward the chest.", "Become strong."])
def test_where_nothing_is_named_nothing_is_said(description):
    muscles = read("Kraken", description)
    assert (muscles.names, muscles.origin) == ((), Origin.NONE)


def test_nothing_stands_in_both_lists():
    muscles = read("Barbell Bench Press", "Build the chest. It also works the chest and the triceps.")
    both = [group for one in (*muscles.primary, *muscles.secondary) for group in one.groups]
    assert len(both) == len(set(both))


@pytest.mark.parametrize(
    ("title", "action"),
    [
        ("Pigeon Pose", Action.STRETCH),
        ("Kraken Stretch for Calves", Action.STRETCH),
        ("Squat", Action.WORK),
        ("Foam Roll Quads", Action.ROLL),
    ],
)
def test_what_is_done_to_the_muscles_is_told(title, action):
    assert read(title, "Stretches the calves." if "Kraken" in title else "A drill.").action is action


def test_muscles_of_a_stretch_stay_stretched_where_they_are_given():
    assert read("Pigeon Pose", more="muscles: [glutes]\n").action is Action.STRETCH


@pytest.mark.parametrize(
    ("language", "title", "names"),
    [("de", "Kniebeuge", ("Quadrizeps", "Gesäß", "Adduktoren", "Waden")), ("de", "Krake", ()), ("ja", "Squat", ())],
)
def test_muscles_of_a_movement_have_the_words_of_the_language_or_none(language, title, names):
    muscles = read(title, "It works the triceps.", more=f"lang: {language}\nequipment: Langhantel\n")
    assert muscles.names == names


def test_muscles_have_plain_names():
    assert set(read("Barbell Overhead Press").names) <= set(GROUPS.values())


@pytest.mark.parametrize(
    ("title", "description", "message"),
    [
        (
            "Hip Thrust",
            "Also works the hamstrings.",
            'of the movement: glutes; helping: quads, hamstrings (line 4 "Also works the hamstrings")',
        ),
        ("Kraken", "Strengthen the calves.", 'read from the text: calves (line 4 "Strengthen the calves")'),
        ("Hamstring Blaster", "A drill.", 'read from the text: hamstrings (title "Hamstring")'),
    ],
)
def test_a_note_says_what_decided(title, description, message):
    text = f'---\nvideo: "abcdefghijk"\ntitle: "{title}"\ndescription: "{description}"\nlang: en\n---\n\n## Execution\n1. Begin.\n2. End.\n'
    note = muscles_note(parse_guide(text, path="drill.md", stem="drill"))
    assert note is not None
    assert note.message == f"muscles {message}"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("lang: en\n", "no muscles: the movement is not known by its name, and the text names none"),
        ("lang: de\n", "no muscles: the movement is not known by its name"),
    ],
)
def test_a_note_says_why_there_are_none(more, message):
    text = f'---\nvideo: "abcdefghijk"\ntitle: Drill\n{more}---\n\n## Execution\n1. Begin.\n2. End.\n'
    note = muscles_note(parse_guide(text, path="drill.md", stem="drill"))
    assert note is not None
    assert note.message == message


# --- how well it agrees with the facts ------------------------------------------------------------------------------


def agreement(guides):
    """Precision of the main muscles and of all, recall of the targets and of what helps, over guides with their facts."""
    sums = [0] * 8
    for text, stem, targets, synergists in guides:
        muscles = parse_guide(text, path=f"{stem}.md", stem=stem).muscles
        main = {group for one in muscles.primary for group in one.groups}
        every = main | {group for one in muscles.secondary for group in one.groups}
        true, helping = targets | synergists, synergists - targets
        shares = ((main & true, main), (every & true, every), (targets & every, targets), (helping & every, helping))
        sums = [old + len(new) for old, new in zip(sums, (part for share in shares for part in share), strict=True)]
    return [sums[at] / sums[at + 1] for at in range(0, 8, 2)]


def groups_of(names, groups):
    return {groups[name] for name in names if name}


@pytest.fixture(scope="module")
def groups():
    path = SHARED / "facts" / "muscle-groups.json"
    if not path.exists():
        pytest.skip("the facts about muscles are not here")
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_sample_agrees_with_the_facts(groups):
    facts = json.loads((SHARED / "facts" / "sample-muscles.json").read_text(encoding="utf-8"))
    guides = [
        (
            (SHARED / "guides" / f"{stem}.md").read_text(encoding="utf-8"),
            stem,
            groups_of(fact["target"], groups),
            groups_of(fact["synergist"], groups),
        )
        for stem, fact in facts.items()
    ]
    main, every, targets, helping = agreement(guides)
    # The facts have other exercises of the same names: a cable kickback for the triceps, a hang clean for the biceps.
    assert (main >= 0.93, every >= 0.94, targets >= 0.94, helping >= 0.75) == (True,) * 4, (
        main,
        every,
        targets,
        helping,
    )


def test_the_bundled_guides_agree_with_the_facts_without_their_own_muscles(groups):
    with (SHARED / "facts" / "exercises.csv").open(encoding="utf-8") as file:
        rows = {row["file_stem"]: row for row in csv.DictReader(file)}
    guides = [
        (
            re.sub(r"(?m)^muscles:.*\n(?:  .*\n)*", "", path.read_text(encoding="utf-8")),
            path.stem,
            groups_of(rows[path.stem]["target_muscles"].split("; "), groups),
            groups_of(rows[path.stem]["synergist_muscles"].split("; "), groups),
        )
        for path in sorted(resources.content_folder().glob("*.md"))
        if path.stem in rows
    ]
    main, every, targets, helping = agreement(guides)
    assert (main >= 0.95, every >= 0.95, targets >= 0.92, helping >= 0.7) == (True,) * 4, (
        main,
        every,
        targets,
        helping,
    )
