"""A copy of everkinetic, made up here: what of its files becomes a guide, and what is said of the rest."""

from __future__ import annotations

import pytest

from cardgen.files.importers.everkinetic import find_entries
from cardgen.files.importers.exercise import Use
from cardgen.values.errors import UsageError

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'
PAGE = """# Wall Lean: Hands High

> Stretches the calves against a wall.

```
id: 0901
type: isolation
primary: gastrocnemius
secondary: soleus,gluteus maximus
equipment: body
```

## Steps

 - Face a wall.
 - Put both palms on it,
   as high as the *shoulders*.
 - Lean in.

## Tips

 - Keep the heels down.

## Images

![](./../svg/0901-relaxation.svg "")

![](./../svg/0901-tension.svg "")
"""


@pytest.fixture
def copy(tmp_path):
    """Return a function that lays a copy of the collection out, with one file of this text."""

    def write(text=PAGE, name="wall-lean.md", drawings=("0901-relaxation.svg", "0901-tension.svg")):
        for folder in ("md", "svg"):
            (tmp_path / "db" / "dist" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "db" / "dist" / "md" / name).write_bytes(text.encode() if isinstance(text, str) else text)
        for drawing in drawings:
            (tmp_path / "db" / "dist" / "svg" / drawing).write_bytes(DRAWING)
        return tmp_path / "db"

    return write


def read(path):
    (entry,) = find_entries(path).entries
    return entry.read()


def codes(found):
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize("place", ["", "dist", "dist/md"])
def test_an_exercise_is_read_with_all_that_the_collection_tells(copy, place):
    found = read(copy() / place)
    exercise = found.exercise
    assert found.problems == ()
    assert (exercise.title, exercise.origin, exercise.stems) == (
        "Wall Lean: Hands High",
        "everkinetic: 0901",
        ("wall_lean",),
    )
    assert (exercise.lead, exercise.equipment) == ("Stretches the calves against a wall.", "Bodyweight")
    assert (exercise.primary, exercise.secondary, exercise.tags) == (
        ("gastrocnemius",),
        ("soleus", "gluteus maximus"),
        ("isolation",),
    )
    assert [(passage.use, passage.text) for passage in exercise.passages] == [
        (Use.STEP, "Face a wall."),
        (Use.STEP, "Put both palms on it, as high as the shoulders."),
        (Use.STEP, "Lean in."),
        (Use.TIP, "Keep the heels down."),
    ]
    assert [path.name for path in exercise.photos] == ["0901-relaxation.svg", "0901-tension.svg"]
    assert exercise.license.startswith("CC BY-SA 4.0")
    assert exercise.source.startswith("Everkinetic, ")


@pytest.mark.parametrize(
    ("words", "equipment"),
    [
        ("bench: incline, dumbbells", "Incline Bench, Dumbbells"),
        ("machine: bench press", "Bench Press Machine"),
        ("barbell", "Barbell"),
        ("", ""),
    ],
)
def test_equipment_is_named_as_people_name_it(copy, words, equipment):
    assert read(copy(PAGE.replace("equipment: body", f"equipment: {words}"))).exercise.equipment == equipment


def test_what_an_exercise_is_for_is_no_step(copy):
    found = read(copy(PAGE.replace(" - Face", " - This exercise is for tight calves.\n - Face")))
    assert [passage.use for passage in found.exercise.passages][:2] == [Use.NOTE, Use.STEP]
    alone = PAGE.replace(
        " - Face a wall.\n - Put both palms on it,\n   as high as the *shoulders*.\n - Lean in.",
        " - This is done alone.",
    )
    assert read(copy(alone)).exercise.passages[0].use is Use.STEP


def test_words_under_other_headings_are_notes_with_their_heading(copy):
    found = read(copy(PAGE.replace("## Images", "## History\n\nOld sailors did it.\n\n## Images")))
    (note,) = (passage for passage in found.exercise.passages if passage.use is Use.NOTE)
    assert (note.lead_in, note.text) == ("History", "Old sailors did it.")


@pytest.mark.parametrize(
    ("text", "fails", "code"),
    [
        (PAGE.replace("## Steps", "## Origin"), False, "no-instructions"),
        (PAGE.replace("Lean in.", "word " * 5000), True, "too-large"),
        (b"\xff\xfe# X\nid: 1", True, "record"),
        (b"# X\n" * 100_000, True, "record"),
    ],
)
def test_a_file_of_which_no_guide_can_be_made_says_why(copy, text, fails, code):
    found = read(copy(text))
    assert found.exercise is None
    assert codes(found) == [code]
    assert (found.problems[0].severity.value == "error") is fails


@pytest.mark.parametrize("name", ["../../../secret.svg", "/etc/passwd", "../svg/link.svg"])
def test_no_picture_outside_of_the_collection_is_opened(copy, tmp_path, name):
    (tmp_path / "secret.svg").write_bytes(DRAWING)
    root = copy(PAGE.replace("./../svg/0901-relaxation.svg", name))
    (root / "dist" / "svg" / "link.svg").symlink_to(tmp_path / "secret.svg")
    found = read(root)
    assert [path.name for path in found.exercise.photos] == ["0901-tension.svg"]
    assert codes(found) == ["photo"]


def test_a_missing_drawing_is_told(copy):
    found = read(copy(drawings=("0901-tension.svg",)))
    assert found.problems[0].message == "the drawing ./../svg/0901-relaxation.svg is missing"


def test_a_folder_without_exercises_says_what_was_looked_for(tmp_path):
    (tmp_path / "README.md").write_text("# Read me\n", "utf-8")
    for path in (tmp_path, tmp_path / "README.md"):
        with pytest.raises(UsageError, match="no exercises of everkinetic") as caught:
            find_entries(path)
        assert "its dist folder" in caught.value.hint


def test_a_card_shows_the_drawings_and_names_the_licence(terminal, copy):
    copy()
    assert terminal.run("import", "everkinetic", "db").stdout == "1 guide in everkinetic/ (1 new), 2 pictures\n"
    assert terminal.run("check", "everkinetic").stdout == "1 guide checked: no problems\n"
    terminal.run("render", "everkinetic", "--format", "svg", "-o", "out")
    card = (terminal.folder / "out" / "wall_lean.svg").read_text("utf-8")
    assert card.count("<symbol") == 1  # the two drawings are the same
    assert card.count("<use") == 2
    assert terminal.run("import", "everkinetic", "db").stdout == "1 guide in everkinetic/ (1 unchanged), 2 pictures\n"
