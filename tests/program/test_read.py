"""Programs beside what is read from them; wrong ones beside the exact words that say so; hostile ones refused in time."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from planned import day, plan, read, refused, with_exercise

from cardgen.program import read_program
from cardgen.program.model import BlockKind, Level, Load, LoadUnit, Place, Side, Stage, Trainer, Weekday
from cardgen.program.read import quote_lists
from cardgen.values.errors import ProgramError
from tests.work import calls_of

HERE = Path(__file__).parent
ERRORS = sorted((HERE / "errors").glob("*.yaml"))
SHORT = "title: Back\ndays:\n  - blocks: [{exercises: [Plank]}]\n"


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_wrong_program_is_refused_in_these_words(path):
    with pytest.raises(ProgramError) as caught:
        read_program(path, shown=path.name)
    assert str(caught.value) + "\n" == path.with_suffix(".txt").read_text("utf-8")


def test_a_program_is_read():
    program = read(
        plan(
            day(
                "{kind: warm-up, exercises: [Plank]}",
                "{kind: superset, exercises: [Plank, Squat]}",
                more="    weekday: Mon\n",
            ),
            more="client: Client\ntrainer: {name: Your trainer, logo: logo.png}\nstart: 2027-01-04\nweeks: 6\n"
            "level: Beginner\nplace: GYM\ngoal: A strong back\nnotes: |\n  One.\n\n  Two.\n",
        )
    )
    assert (program.title, program.client, program.goal, program.notes) == (
        "Back",
        "Client",
        "A strong back",
        "One.\nTwo.",
    )
    assert (program.start, program.weeks, program.level, program.place) == (
        date(2027, 1, 4),
        6,
        Level.BEGINNER,
        Place.GYM,
    )
    assert (program.trainer.name, program.trainer.logo, program.trainer.location.line) == (
        "Your trainer",
        "logo.png",
        3,
    )
    (monday,) = program.days
    assert (monday.number, monday.name, monday.weekday, monday.location.line) == (1, "Day A", Weekday.MONDAY, 14)
    assert [(block.kind, block.kind.stage) for block in monday.blocks] == [
        (BlockKind.WARM_UP, Stage.WARM_UP),
        (BlockKind.SUPERSET, Stage.MAIN),
    ]
    assert [(it.exercise, it.location.line, it.path) for it in program.exercises] == [
        ("Plank", 17, "days[0].blocks[0].exercises[0]"),
        ("Plank", 18, "days[0].blocks[1].exercises[0]"),
        ("Squat", 18, "days[0].blocks[1].exercises[1]"),
    ]


def test_what_is_left_out_is_none():
    program = read(SHORT)
    assert (program.client, program.trainer, program.start, program.level, program.place) == (
        "",
        Trainer(),
        None,
        None,
        None,
    )
    assert program.weeks == 8
    (it,) = program.exercises
    assert (it.sets, it.reps, it.load, it.rest, it.tempo, it.side, it.note, it.places) == (
        None,
        None,
        None,
        None,
        None,
        Side.BOTH,
        "",
        1,
    )


def test_what_is_left_empty_is_left_out():
    assert with_exercise(sets="", reps="~", load="null", rest='""', tempo="", side="", note="") == with_exercise()


def test_a_circuit_may_stand_in_place_of_days():
    program = read(
        "title: Floor\ncircuit: {work: 40s, rest: 20, rounds: 3, round_rest: 1:30, exercises: [Plank, Squat]}\n"
    )
    ((only, block),) = program.circuits()
    assert (only.number, only.name, only.blocks) == (1, "", (block,))
    assert (block.kind, block.work, block.rest, block.rounds, block.round_rest) == (BlockKind.CIRCUIT, 40, 20, 3, 90)


def test_nothing_is_taken_for_a_number_a_date_or_a_truth():
    assert with_exercise(rest="1:30").rest.seconds == 90
    assert with_exercise(reps="8-12").reps.text == "8–12"
    assert with_exercise(reps="1:30").reps.text == "1:30 min"
    assert with_exercise(tempo="3-1-1-0").tempo.text == with_exercise(tempo="3110").tempo.text == "3-1-1-0"
    assert with_exercise(sets="10").sets.high == 10
    program = read(f"client: No\ntrainer: 1e3\nstart: 4.1.2027\n{SHORT}")
    assert (program.client, program.trainer.name, program.start) == ("No", "1e3", date(2027, 1, 4))


@pytest.mark.parametrize(
    "load",
    [
        "[40, 42.5, 45] kg",
        "[40,42.5,45]kg",
        "[40, 42.5, 45] kg   # a value a week",
        '"[40, 42.5, 45] kg"',
        "'[40, 42.5, 45] kg'",
        "[40, 42.5, 45 kg]",
        "[40 kg, 42.5 kg, 45 kg]",
    ],
)
def test_a_load_may_change_from_week_to_week(load):
    assert with_exercise(load=load).load == Load(unit=LoadUnit.KG, values=("40", "42.5", "45"))


@pytest.mark.parametrize("load", ["[70, 75] %", "RPE [7, 8]", "[7, 8] RPE", "[light, heavy] band", "[90, 95] lbs"])
def test_a_list_with_its_unit_may_stand_within_braces(load):
    program = read(
        plan(day(f"exercises: [{{exercise: Plank, load: {load}, reps: 8}}, {{exercise: Squat, load: {load}}}]"))
    )
    assert [len(it.load.values) for it in program.exercises] == [2, 2]
    assert with_exercise(load=load).load == program.exercises[0].load


def test_lines_are_counted_the_same_where_lists_are_quoted():
    text = plan(day("exercises:\n          - exercise: Plank\n            load: [40, 45] kg\n            rest: soon\n"))
    assert refused(text) == [("wrong-value", 8)]


@pytest.mark.parametrize(
    "text",
    [
        "notes: |\n  load: [1, 2] kg\nx: 1",
        "notes: >-\n\n  load: [1, 2] kg",
        '  note: "then load: [1, 2] kg"',
        "# load: [1, 2] kg",
        "load: [40, 45]",
        "overload: [1, 2] kg",
        'load: "[1, 2] kg"',
    ],
)
def test_only_a_load_that_is_no_yaml_is_quoted(text):
    assert quote_lists(text) == text


def test_texts_are_kept_in_a_file_whose_lists_are_quoted():
    text = plan(day("exercises: [{exercise: Plank, load: [1, 2] kg}]"), more="notes: |\n  load: [1, 2] kg\n")
    assert read(text).notes == "load: [1, 2] kg"


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path):
    for name, data in (("a", SHORT.encode()), ("b", b"\xef\xbb\xbf" + SHORT.replace("\n", "\r\n").encode())):
        (tmp_path / name).write_bytes(data)
    one, other = (read_program(tmp_path / name, shown="plan.yaml") for name in "ab")
    assert (one.days, one.title) == (other.days, other.title)


def test_the_logo_is_sought_beside_the_file(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(SHORT + "trainer: {logo: img/logo.png}\n")
    assert read_program(path).trainer.logo == (tmp_path / "img" / "logo.png").as_posix()


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        ("../secret.png", 'leads out of the folder of the program with ".."'),
        ("..\\secret.png", 'leads out of the folder of the program with ".."'),
        ("/etc/passwd", "is an absolute path"),
        ("C:/secret.png", "is an absolute path"),
        ("https://ab.example/logo.png", "is an address"),
        ("link.png", "is a link that leads out of the folder of the program"),
    ],
)
def test_a_logo_outside_the_folder_of_the_program_is_refused(tmp_path, logo, reason):
    (tmp_path / "plans").mkdir()
    (tmp_path / "secret.png").write_bytes(b"")
    (tmp_path / "plans" / "link.png").symlink_to(tmp_path / "secret.png")
    path = tmp_path / "plans" / "plan.yaml"
    path.write_text(SHORT + f"trainer: {{logo: '{logo}'}}\n", "utf-8")
    with pytest.raises(ProgramError) as caught:
        read_program(path)
    (problem,) = caught.value.problems
    assert reason in problem.message
    assert problem.code == "logo-path"


def test_a_path_to_the_logo_may_be_written_as_on_windows(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(SHORT + "trainer: {logo: 'img\\logo.png'}\n", "utf-8")
    assert read_program(path).trainer.logo == (tmp_path / "img" / "logo.png").as_posix()


@pytest.mark.parametrize(
    ("name", "told"), [("no.yaml", "there is no such file"), (".", "this is a folder, not a program")]
)
def test_what_is_no_file_is_said(tmp_path, name, told):
    with pytest.raises(ProgramError, match=told):
        read_program(tmp_path / name)


def test_bounds_are_those_of_people():
    assert refused(SHORT + "weeks: 52\n") == refused(SHORT + "weeks: 1\n") == []
    assert refused(SHORT + "weeks: 53\n") == refused(SHORT + "weeks: 0\n") == [("wrong-value", 4)]
    assert refused(SHORT + f"weeks: {'9' * 5000}\n") == [("wrong-value", 4)]
    assert refused(plan(*(day("exercises: [Plank]", name=f"Day {n}") for n in range(7)))) == []
    assert refused(plan(day(f"exercises: [{', '.join(['Plank'] * 24)}]"))) == []
    assert refused(plan(day(f"exercises: [{', '.join(['Plank'] * 25)}]"))) == [("wrong-value", 5)]


def bomb():
    return "title: &a [x]\n" + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in ("ab", "bc", "cd", "de"))


@pytest.mark.parametrize(
    "text",
    [
        bomb(),
        SHORT + "x" * 1024 * 1024,
        "[" * 30_000,
        "a: " * 20_000,
        f"title: {'[' * 999}{']' * 999}\n",
        f"title: {'{a: ' * 990}1{'}' * 990}\n",
        "- " * 30_000,
        "title: [" + "{a: [" * 5_000,
        "title: Back\ndays:\n" + "  -\n" * 15_000,
        "title: Back\ndays:\n  - blocks:\n      - exercises:\n" + "        - {x: 1}\n" * 4_000,
        "".join(f"k{number}: 1\n" for number in range(6_000)),
        SHORT + "load: [1] kg\n" * 4_000 + "}",
        SHORT.replace("Plank", "{exercise: Plank, reps: " + "1 " * 30_000 + "}"),
        SHORT.replace("Plank", "{exercise: Plank, load: " + "a " * 250 + "5}"),
        "? [a]\n: b\n",
        "title: Back\0",
        "--- a\n--- b\n",
        "%YAML 9.9\n---\ntitle: Back\n",
    ],
    ids=lambda text: text[:20],
)
def test_hostile_text_is_refused_with_little_work(text):
    assert calls_of(lambda: refused(text)) < 400_000
    assert refused(text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    refused(text)


@given(
    st.sampled_from(["reps", "load", "rest", "tempo", "side", "sets", "places", "note"]),
    st.text(alphabet="0123456789-–:,.[]%xXRPEkgls to{}'\"", max_size=16),
)
def test_any_value_is_read_or_refused_where_it_stands(key, value):
    found = refused(plan(day(f"exercises:\n          - exercise: Plank\n            {key}: {value}\n")))
    assert all(line in range(4, 10) for _, line in found)


def test_no_message_holds_the_client():
    name = "Zyx Wvu"
    for text in (
        SHORT + f"client: {name * 20}\n",
        SHORT + f"client: {name}\nclient: {name}\n",
        SHORT + f"client: [{name}]\n",
        SHORT + f"client: {{name: {name}}}\n",
        SHORT + f"client: *{name}\n",
        SHORT + f'client: "{name}\n',
        SHORT + f"client: {name}: {name}\n",
        SHORT + f'client: "{name}\\a"\n',
    ):
        with pytest.raises(ProgramError) as caught:
            read(text)
        assert "Zyx" not in str(caught.value)
