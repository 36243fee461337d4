"""Rows of a list to programs: its forms, what a row may change, what is wrong with one; and that no message names anyone."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from planned import guides, read

from cardgen.files.storage import unsafe_name
from cardgen.program.clients import parse_clients, read_clients
from cardgen.program.filenames import USUAL_PATTERN, plain, read_pattern
from cardgen.program.model import Level
from cardgen.program.resolve import names_of, resolve
from cardgen.values.errors import ProgramError, UsageError
from tests.work import calls_of

PROGRAM = read(
    """\
title: Back
client: Client
weeks: 4
days:
  - name: Day A
    blocks:
      - kind: warm-up
        exercises: [{exercise: squat_barbell, load: 20 kg}, {exercise: Plank, load: body weight}]
      - exercises: [{exercise: Squat (Barbell), load: 40 kg}, Push Up]
"""
)
RESOLVED = resolve(PROGRAM, names_of(guides()))


def clients(text, pattern=USUAL_PATTERN):
    return parse_clients(text, PROGRAM, RESOLVED, read_pattern(pattern, unsafe_name), path="clients.csv")


def refused(text):
    with pytest.raises(ProgramError) as caught:
        clients(text)
    return str(caught.value)


def loads(client):
    return [it.load.text(1) if it.load else None for it in client.program.exercises]


def test_a_row_is_a_program_with_its_own_client():
    found = clients("client,start\nAnn,2027-01-04\nBob,\n")
    assert [(it.row, it.stem, it.program.client, it.program.start, it.location.line) for it in found.clients] == [
        (1, "001-Ann", "Ann", date(2027, 1, 4), 2),
        (2, "002-Bob", "Bob", None, 3),
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "Client,Title\nAnn,Legs\n",
        "CLIENT;title\nAnn;Legs\n",
        "client\ttitle\nAnn\tLegs\n",
        "sep=;\nclient;title\nAnn;Legs\n",
        "\ufeffclient,title\nAnn,Legs\n",
        "client,title\r\nAnn,Legs\r\n",
        "client,title\rAnn,Legs",
        '"client","title"\n"Ann","Legs"',
        " Name , TITLE \n Ann , Legs ",
        "\n\nname,title,\n,,\nAnn,Legs,\n\n",
        "client,title,goal\nAnn,Legs\n",
    ],
)
def test_a_list_is_read_in_any_of_its_forms(text):
    (client,) = clients(text).clients
    assert (client.row, client.program.client, client.program.title) == (1, "Ann", "Legs")


def test_a_file_that_a_spreadsheet_saved_in_windows_letters_is_read_and_that_is_said(tmp_path):
    path = tmp_path / "clients.csv"
    path.write_bytes("client;start\r\nRémy Übel;2027-01-04\r\n".encode("cp1252"))
    found = read_clients(path, PROGRAM, RESOLVED, read_pattern(USUAL_PATTERN, unsafe_name), shown_as="c.csv")
    assert [it.program.client for it in found.clients] == ["Rémy Übel"]
    assert [str(it).partition("\n")[0] for it in found.problems] == [
        "c.csv: warning: the file is not UTF-8: it is read as Windows-1252"
    ]


def test_a_column_that_is_not_known_is_left_out_with_a_warning_and_a_load_is_never_lost():
    found = clients("client,email,,\nAnn,a@example.org,,x\n")
    assert [(it.severity.value, it.code) for it in found.problems] == [
        ("warning", "unknown-column"),
        ("warning", "unnamed-column"),
    ]
    assert len(found.clients) == 1
    assert "unknown-column" not in {it.code for it in clients("client,,\nAnn,,\n").problems}
    assert "column 2" in refused("client,Leg Extension\nAnn,20 kg\n")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("4.1.2027", (2027, 1, 4)), ("04.01.27", (2027, 1, 4)), ("1/13/2027", (2027, 1, 13)), ("13/1/2027", (2027, 1, 13)),
     ("4 January 2027", (2027, 1, 4)), ("Jan 4, 2027", (2027, 1, 4)), ("4. März 2027", (2027, 3, 4))],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(written, read_as):
    (client,) = clients(f'Name,Start Date\nAnn,"{written}"\n').clients
    assert client.program.start == date(*read_as)


def test_a_date_that_may_be_two_days_is_asked():
    (told,) = clients("client,start\nAnn,1/4/2027\n").problems
    assert told.hint == "write 2027-01-04 or 2027-04-01: year-month-day"


def test_loads_of_a_list_that_may_be_of_sets_or_weeks_are_asked():
    program = read("title: Back\nexercises: [{exercise: squat_barbell, sets: 3, load: 40 kg}]\n")
    resolved = resolve(program, names_of(guides()))
    pattern = read_pattern(USUAL_PATTERN, unsafe_name)
    text = 'client,squat_barbell\nAnn,"[40, 45, 50] kg"\nBob,40/45/50 kg\nCid,"[40, 45, 50] kg by week"\n'
    found = parse_clients(text, program, resolved, pattern, path="c.csv")
    assert [it.program.exercises[0].load.span for it in found.clients] == ["40/45/50 kg", "40 → 50 kg"]
    assert [(it.location.line, it.message) for it in found.problems] == [
        (2, "3 loads and 3 sets: a load for each set, or for each week?")
    ]


def test_a_file_may_have_a_byte_order_mark(tmp_path):
    path = tmp_path / "clients.csv"
    path.write_bytes(b'\xef\xbb\xbfclient;goal\r\nAnn;"Lift; carry"\r\n')
    (client,) = read_clients(path, PROGRAM, RESOLVED, read_pattern(USUAL_PATTERN, unsafe_name)).clients
    assert (client.program.client, client.program.goal) == ("Ann", "Lift; carry")


def test_every_field_of_a_list_can_be_changed():
    (client,) = clients("name,title,goal,notes,level,start\nAnn,Legs,Run,Slowly,Beginner,4.1.2027\n").clients
    it = client.program
    assert (it.client, it.title, it.goal, it.notes, it.level, it.start) == (
        "Ann",
        "Legs",
        "Run",
        "Slowly",
        Level.BEGINNER,
        date(2027, 1, 4),
    )


@pytest.mark.parametrize("heading", ["squat_barbell", "Barbell Squat", "load:squat_barbell", "Load: Squat"])
def test_a_column_named_after_an_exercise_holds_its_load(heading):
    (client,) = clients(f"client,{heading}\nAnn,50 kg\n").clients
    assert loads(client) == ["20 kg", "body weight", "50 kg", None]  # a warm-up keeps its own


def test_an_exercise_of_the_warm_up_alone_is_meant_too():
    (client,) = clients("client,Plank,Push Up\nAnn,light band,RPE 8\n").clients
    assert loads(client) == ["20 kg", "light band", "40 kg", "RPE 8"]


def test_an_empty_cell_changes_nothing():
    (client,) = clients("client,squat_barbell,title\nAnn,,\n").clients
    assert client.program.days == PROGRAM.days
    assert client.program.title == "Back"


def test_a_load_may_change_from_week_to_week():
    (client,) = clients('client,squat_barbell\nAnn,"[40, 42.5] kg"\n').clients
    assert client.program.exercises[2].load.span == "40 → 42.5 kg"


def test_spreadsheets_that_write_a_comma_for_the_point_part_cells_by_semicolons():
    assert loads(clients("client;squat_barbell\nAnn;42,5 kg\n").clients[0])[2] == "42.5 kg"
    assert loads(clients('client,squat_barbell\nAnn,"42,5 kg"\n').clients[0])[2] == "42.5 kg"
    assert clients('client,squat_barbell\nAnn,"60,70 kg"\n').problems


def test_a_wrong_row_is_told_and_the_others_are_read():
    text = (
        "client,start,squat_barbell\nAnn,2027-02-30,\nBob,,50 kg\n,,50 kg\nCid,,fifty\n"
        'Dee,,"[1, 2, 3, 4, 5] kg"\nEve,,50 kg,Zoe\n"F\nf",,\nGil,soon,hevy\n'
    )
    found = clients(text)
    assert [it.stem for it in found.clients] == ["002-Bob", "007-F-f"]
    assert [str(problem).partition("\n")[0] for problem in found.problems] == [
        "clients.csv:2: the start cannot be read",
        "clients.csv:4: the client has no name",
        'clients.csv:5: the load of "squat_barbell" cannot be read',
        "clients.csv:6: the load is given for 5 weeks, but the program has 4",
        "clients.csv:7: the row has 4 cells, the head 3",
        "clients.csv:10: the start cannot be read",
        'clients.csv:10: the load of "squat_barbell" cannot be read',
    ]
    assert "  hint: write year-month-day: 2027-01-04" in str(found.problems[0])


def test_no_message_holds_a_name():
    name = "Zyx Wvu"
    told = [
        *clients(
            f"client,start,level,squat_barbell\n{name},{name},{name},{name}\n{name},,,,{name}\n{name * 20},,,\n"
        ).problems,
        refused(f"{name},2027-01-04\n{name},2027-01-04\n"),
        refused(f'client,start\n"{name}" {name},\n'),
        refused(f'client,start\n"{name},\n'),
        refused(f"title,start\n{name},\n"),
        refused(f"client,title\n{name}\0,\n"),
        *clients(f"client,{name}\nAnn,x\n").problems,
        refused(f"client,{name}\nAnn,20 kg\n"),
    ]
    assert len(told) == 12
    assert not [it for it in told if "Zyx" in str(it)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "clients.csv: the file is empty"),
        (",,\n", "clients.csv: the file holds no row"),
        ("title,start\nLegs,\n", 'clients.csv:1: the column "client" is missing'),
        ("klyent\nAnn\n", 'clients.csv:1: the first line names no column such as "client"'),
        ("client,strat\nAnn,\n", 'clients.csv:1: the heading of column 2 is neither a known one nor an exercise of the program\n  hint: did you mean "start"?'),
        ("client,squat_barbel\nAnn,\n", 'hint: did you mean "squat_barbell"?'),
        ("client,pallofpress_band\nAnn,20 kg\n", "the heading of column 2 is neither a known one nor an exercise"),
        ("client,name\nAnn,Ann\n", "clients.csv:1: two columns hold the client"),
        ("client,Squat,squat_barbell\nAnn,,\n", "clients.csv:1: two columns hold the load of squat_barbell"),
        ('client,title\nAnn,"Legs\n', "clients.csv:2: the row cannot be read"),
        ("client\n" + "Ann\n" * 10_001, "clients.csv: there are more than 10000 rows"),
        ("client\n" + "A" * 5_000_000, "clients.csv: the file has 4882 KB, more than 4096 KB"),
        ("client\n" + "A" * 200_000, "clients.csv:2: the row cannot be read"),
    ],
)  # fmt: skip
def test_a_list_that_cannot_be_used_is_refused(text, told):
    assert told in refused(text)


@pytest.mark.parametrize(
    ("data", "told"), [(b"\xff\xfec\0l\0", "UTF-16"), (b"client\nR\x81\xe9my\n", "byte 0x81"), (None, "no such file")]
)
def test_a_file_that_is_no_text_is_refused(tmp_path, data, told):
    path = tmp_path / "clients.csv"
    if data:
        path.write_bytes(data)
    with pytest.raises(ProgramError, match=told):
        read_clients(path, PROGRAM, RESOLVED, read_pattern(USUAL_PATTERN, unsafe_name))


def test_a_row_costs_as_much_work_in_a_long_list_as_in_a_short_one():
    def read(rows):
        found = clients("client,squat_barbell\n" + "".join(f"Client {n},{20 + n % 50} kg\n" for n in range(rows)))
        assert len({it.stem for it in found.clients}) == rows

    read(10)  # what is made once
    assert calls_of(lambda: read(1000)) < 4.2 * calls_of(lambda: read(250))


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        ("{row:03}-{client}", ["001-Ann-Lee", "002-ann-lee", "003-O-Zoë", "004-CON", "005-client"]),
        ("{client}", ["Ann-Lee", "ann-lee-2", "O-Zoë", "client-004", "client"]),
        ("{title} {row}", ["Back 1", "Back 2", "Back 3", "Back 4", "Back 5"]),
        ("plan", ["plan", "plan-2", "plan-3", "plan-4", "plan-5"]),
    ],
)
def test_file_names_are_safe_and_each_there_once(pattern, stems):
    assert [it.stem for it in clients("client\nAnn Lee\nann  lee\n../O'Zoë?\nCON\n../..\n", pattern).clients] == stems


@pytest.mark.parametrize(
    "pattern",
    [
        "{name}",
        "{client.__class__}",
        "{client!r}",
        "{client:>900}",
        "{row:9999}",
        "{",
        "{}",
        "a/{row}",
        "..",
        "",
        "{0}",
        "con",
    ],
)
def test_a_pattern_that_makes_no_file_names_is_wrong_usage(pattern):
    with pytest.raises(UsageError):
        read_pattern(pattern, unsafe_name)


@given(st.text(max_size=200))
def test_any_name_makes_a_safe_file_name(name):
    pattern = read_pattern(USUAL_PATTERN, unsafe_name)
    stem = pattern.stem(client=name, row=1, title=name, taken=set())
    assert unsafe_name(stem) is None
    assert unsafe_name(plain(name)) is None or plain(name).casefold().partition(".")[0] in ("con", "prn", "aux", "nul")
    assert len(stem.encode()) <= 110


@given(st.text(max_size=80))
def test_any_list_is_read_or_refused(text):
    try:
        clients(text)
    except ProgramError as error:
        assert error.problems


@pytest.mark.parametrize("text", ["client,start\n", "client\n\n", "client;start\n;\n"])
def test_a_list_without_clients_is_no_success(text):
    assert refused(text).startswith("clients.csv:1: there are no clients under the head")


def test_a_row_that_cannot_be_printed_is_told_without_its_letters_and_others_stay(tmp_path):
    path = tmp_path / "clients.csv"
    path.write_text("client,goal\nAnn,Rise\nBéa,Rise\n\u05d3\u05d3,Rise\nBob,\U0001f4aa\n", encoding="utf-8")
    pattern = read_pattern(USUAL_PATTERN, unsafe_name)
    found = read_clients(
        path,
        PROGRAM,
        RESOLVED,
        pattern,
        shown_as="c.csv",
        can_print=lambda text: not set(text) & set("\u05d3\U0001f4aa"),
    )
    assert [it.program.client for it in found.clients] == ["Ann", "Béa"]
    assert [str(problem) for problem in found.problems] == [
        "c.csv:4: the client has letters that no font has\n  hint: write it in Latin letters",
        "c.csv:5: the goal has letters that no font has\n  hint: write it in Latin letters",
    ]
