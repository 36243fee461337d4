"""What is a library of exercises and what is one exercise in sections; nothing here depends on a language."""

import textwrap

import pytest

from cardgen.guide.headings import headings_for
from cardgen.guide.library_file import exercises_in

is_section_name = headings_for("en").is_section

LABELLED = """
# Library

## Calf Raise
**Muscles:** calves
1. Rise.
2. Lower.

**Cues:**
- Slowly

## Side Bend
**Muscles:** waist
1. Bend.
2. Return.
"""

GROUPS = """
# All of it

## Legs
Strong legs carry you.

### Calf Raise
1. Rise.
2. Lower.

### Step Up
1. Step up.
2. Step down.

## Arms

### Curl
1. Bend the arm.
2. Straighten it.

## Safety
- Stop when it hurts.
"""

NUMBERED = """
## 1. Calf Raise
### Steps
1. Rise.
2. Lower.
### Tips
- Slowly

---

## 2. Side Bend
### Steps
1. Bend.
2. Return.
### Tips
- Tall
"""

COUNTED_IN_WORDS = """
## Exercise 1: Calf Raise
**How to:** Rise and lower.
**Mistakes:** Haste.

## Exercise 2: Side Bend
**How to:** Bend and return.
**Mistakes:** Leaning back.
"""

UNDERLINED = """
Calf Raise
----------
1. Rise.
2. Lower.

Side Bend
---------
1. Bend.
2. Return.
"""

UNKNOWN_WORDS = """
# Gyakorlatok
## Vádliemelés
### Végrehajtás
1. Emelkedj.
2. Ereszkedj.
### Hibák
- Kapkodás
## Oldalhajlítás
### Végrehajtás
1. Hajolj.
2. Állj fel.
### Hibák
- Kapkodás
"""

TOP_LEVEL = """
# Calf Raise
## Steps
1. Rise.
2. Lower.
## Tips
- Slowly
# Side Bend
## Steps
1. Bend.
2. Return.
## Tips
- Tall
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (LABELLED, ["Calf Raise", "Side Bend"]),
        (GROUPS, ["Calf Raise", "Step Up", "Curl"]),
        (NUMBERED, ["Calf Raise", "Side Bend"]),
        (COUNTED_IN_WORDS, ["Calf Raise", "Side Bend"]),
        (UNDERLINED, ["Calf Raise", "Side Bend"]),
        (UNKNOWN_WORDS, ["Vádliemelés", "Oldalhajlítás"]),
        (TOP_LEVEL, ["Calf Raise", "Side Bend"]),
    ],
    ids=["labelled", "groups", "numbered", "counted", "underlined", "unknown words", "top level"],
)
def test_a_library_is_known_by_headings_that_each_have_steps(text, names):
    assert [found.name for found in exercises_in(text, is_section_name)] == names


def test_an_exercise_has_its_lines_and_the_group_it_shares_with_some():
    found = exercises_in(GROUPS, is_section_name)
    lines = GROUPS.split("\n")
    assert [it.group for it in found] == ["Legs", "Legs", "Arms"]
    assert [lines[it.line] for it in found] == ["### Calf Raise", "### Step Up", "### Curl"]
    assert [lines[it.body] for it in found] == ["1. Rise.", "1. Step up.", "1. Bend the arm."]
    assert lines[found[-1].end] == "## Safety"


GUIDES = {
    "sections": """
        ## Setup
        1. Stand.
        2. Brace.
        ## Execution
        1. Sit.
        2. Rise.
        ## Tips
        - Slowly
        """,
    "numbered headings of steps": """
        # Squat
        ### 1. Stand tall
        - feet wide
        - toes out
        ### 2. Sit back
        - hips first
        - chest up
        ### 3. Drive up
        - heels down
        - breathe
        """,
    "steps counted in words": """
        ## Step 1: Stand
        1. Feet.
        2. Toes.
        ## Step 2: Sit
        1. Hips.
        2. Knees.
        """,
    "variations": """
        ## Steps
        1. Stand.
        2. Sit.
        ## Variations
        ### Goblet Squat
        1. Hold.
        2. Sit.
        **Tip:** low
        ### Sumo Squat
        1. Wide.
        2. Sit.
        **Tip:** wide
        """,
    "variations beside the steps": """
        ## Execution
        1. Stand.
        2. Sit.
        ## Goblet Squat
        1. Hold.
        2. Sit.
        ## Sumo Squat
        1. Wide.
        2. Sit.
        """,
    "steps under the title": """
        # Squat
        1. Stand.
        2. Sit.
        ## Goblet Squat
        1. Hold.
        2. Sit.
        ## Sumo Squat
        1. Wide.
        2. Sit.
        """,
    "days of a program": """
        ## Day 1
        1. Squat
        2. Row
        **Rest:** a minute
        ## Day 2
        1. Press
        2. Pull
        **Rest:** a minute
        """,
    "one exercise": "# Library\n## Squat\n1. Stand.\n2. Sit.\n",
    "short steps of our own": """
        ## Execution
        1. Stand.
        <!-- howto -->
        ### Stand Tall
        1. Feet.
        2. Toes.
        ### Sit Back
        1. Hips.
        2. Knees.
        """,
    "headings within code": "```\n## One\n1. a\n2. b\n## Two\n1. a\n2. b\n```\n",
    "questions": """
        ## Can I do it daily?
        Yes.
        ## Does it hurt?
        - no
        - never
        """,
    "nothing": "",
}


@pytest.mark.parametrize("text", GUIDES.values(), ids=GUIDES)
def test_one_exercise_in_sections_is_no_library(text):
    assert exercises_in(textwrap.dedent(text), is_section_name) == ()


def test_what_a_language_calls_its_sections_is_asked_and_not_guessed():
    text = "## Hely\n1. Oda.\n2. Vissza.\n## Menet\n1. Le.\n2. Fel.\n"
    assert len(exercises_in(text, lambda _: False)) == 2
    assert exercises_in(text, lambda name: name in ("Hely", "Menet")) == ()


@pytest.mark.parametrize("mark", ["# ", "- ", "[", "**", "```\n", "<!--\n", "> ", "1. ", "---\n", "a: "])
def test_a_mark_that_comes_ever_again_makes_no_library(mark):
    assert exercises_in(mark * 20_000, is_section_name) == ()
