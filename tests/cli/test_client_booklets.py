"""`cardgen booklet --program --clients`: a booklet a row; and that nobody's name is anywhere but on paper."""

from __future__ import annotations

import json

import pikepdf
import pypdfium2
import pytest

GOOD = """\
title: Back in Shape
client: Client
start: 2027-01-04
weeks: 4
days:
  - weekday: Monday
    blocks: [{exercises: [{exercise: Good Morning, sets: 3, reps: 10, load: 641 kg}, {exercise: Hip Bridge, sets: 2}]}]
"""
NAMES = ("Annika", "Borys", "Chioma", "Zyx")
"""Given names that stand in lists; no output holds them."""


@pytest.fixture
def bind(terminal, content):
    """Make the booklets of a list with these options and return the result."""
    (terminal.folder / "plan.yaml").write_text(GOOD, encoding="utf-8")

    def run(rows, *options, exit_code=0):
        data = rows if isinstance(rows, bytes) else rows.encode()
        (terminal.folder / "list.csv").write_bytes(data)
        command = ("booklet", "--program", "plan.yaml", "--clients", "list.csv", "-j", "1")
        return terminal.run(*command, *options, exit_code=exit_code)

    return run


def made(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def text_of(path):
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def title_of(path):
    with pikepdf.open(path) as pdf:
        return str(pdf.docinfo.Title)


# --- what is made ---------------------------------------------------------------------------------------------------


def test_every_row_is_a_booklet_of_its_own(bind, terminal):
    result = bind("client\nAnnika Lind\nBorys\n", "-o", "out")
    assert result.stdout.startswith("2 booklets in out/ (")
    assert result.stderr == ""
    assert made(terminal.folder / "out") == ["001-Annika-Lind.pdf", "002-Borys.pdf"]
    first, second = (text_of(terminal.folder / "out" / it)[0] for it in made(terminal.folder / "out"))
    assert "Annika Lind" in first
    assert "Borys" in second
    assert "Annika" not in second
    titles = [title_of(terminal.folder / "out" / it) for it in made(terminal.folder / "out")]
    assert titles == ["Back in Shape, Annika Lind", "Back in Shape, Borys"]


def test_a_row_changes_loads_start_and_title(bind, terminal):
    bind('client,start,title,Good Morning\nAnnika,2028-02-29,Spring,"[31, 32.5] kg"\nBorys,,,\n', "-o", "out")
    own, plain = (text_of(terminal.folder / "out" / it) for it in ("001-Annika.pdf", "002-Borys.pdf"))
    assert "29 February 2028" in own[0]
    assert "Spring" in own[0]
    assert [sum("31 → 32.5 kg" in page for page in pages) for pages in (own, plain)] == [2, 0]  # its day and its card
    assert [sum("641 kg" in page for page in pages) for pages in (own, plain)] == [0, 1]
    assert "4 January 2027" in plain[0]


@pytest.mark.parametrize(
    "rows",
    [
        "client,start\nAnnika,2027-01-11\n",
        "client;start\nAnnika;2027-01-11\n",
        "client\tstart\nAnnika\t2027-01-11\n",
        b"\xef\xbb\xbfclient,start\r\nAnnika,2027-01-11\r\n",
        b'\xef\xbb\xbfclient;start\r\n"Annika";11.1.2027\r\n',
        "sep=;\nname;START\nAnnika;2027-01-11",
    ],
    ids=["commas", "semicolons", "tabs", "mark", "spreadsheet", "sep"],
)  # fmt: skip
def test_a_list_is_taken_as_spreadsheets_write_it(bind, terminal, rows):
    bind(rows, "-o", "out", "--log-only")
    assert made(terminal.folder / "out") == ["001-Annika.pdf"]
    assert "11 Jan" in text_of(terminal.folder / "out/001-Annika.pdf")[0]


def test_files_are_named_after_a_pattern(bind, terminal):
    bind("client\nAnnika Lind\nBorys\n", "-o", "out", "--log-only", "--names", "{title} {client} {row:02}")
    assert made(terminal.folder / "out") == ["Back-in-Shape Annika-Lind 01.pdf", "Back-in-Shape Borys 02.pdf"]


def test_clients_of_one_name_have_a_file_each(bind, terminal):
    bind("client\nAnnika\nannika\nAnnika\n", "-o", "out", "--log-only", "--names", "{client}")
    assert made(terminal.folder / "out") == ["Annika-3.pdf", "Annika.pdf", "annika-2.pdf"]


@pytest.mark.parametrize("name", ["../../up", "a/b\\c", "con", "...", "*?<>|", "Ünal Çağ", "a" * 80])
def test_no_name_leads_out_of_the_folder(bind, terminal, name):
    before = {path for path in terminal.folder.rglob("*") if path.is_file()}
    bind(f'client\n"{name}"\n', "-o", "out", "--log-only", "--names", "{client}")
    new = {path for path in terminal.folder.rglob("*") if path.is_file()} - before - {terminal.folder / "list.csv"}
    assert [path.parent for path in new] == [terminal.folder / "out"]


def test_without_a_folder_they_go_to_output_clients(bind, terminal):
    bind("client\nAnnika\n", "--log-only")
    assert made(terminal.folder / "output/clients") == ["001-Annika.pdf"]


def test_pictures_are_a_file_a_page_of_each_client(bind, terminal):
    bind("client\nAnnika\nBorys\n", "-o", "out", "--log-only", "--format", "svg")
    assert made(terminal.folder / "out") == [
        f"{stem}-{page:02}.svg" for stem in ("001-Annika", "002-Borys") for page in (1, 2)
    ]


def test_the_same_list_is_the_same_bytes_whatever_came_before(bind, terminal):
    bind("client,Good Morning\nAnnika,20 kg\nBorys,641 kg\n", "-o", "one")
    bind("client,Good Morning\nZyx,20 kg\nBorys,641 kg\n", "-o", "two")
    first, second = (terminal.folder / it / "002-Borys.pdf" for it in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_a_booklet_of_a_list_is_that_of_the_program_alone(bind, terminal):
    bind("client\nClient\n", "-o", "out")
    terminal.run("booklet", "--program", "plan.yaml", "-o", "alone.pdf")
    assert (terminal.folder / "out/001-Client.pdf").read_bytes() == (terminal.folder / "alone.pdf").read_bytes()


# --- what is wrong --------------------------------------------------------------------------------------------------


def test_a_bad_row_is_told_and_the_others_are_written(bind, terminal):
    rows = "client,start,Good Morning\nAnnika,2027-02-30,\nBorys,2027-01-11,20 kg\n,,\nChioma,,hevy\nZyx,,30 kg\n,2027-01-11,\n"
    result = bind(rows, "-o", "out", "--log-only", exit_code=1)
    assert result.stdout.startswith("2 booklets in out/ (")
    assert result.stdout.endswith(" s), 3 rows failed\n")
    told = [line for line in result.stderr.splitlines() if not line.startswith("  hint: ")]
    assert told == [
        "list.csv:2: the start cannot be read",
        'list.csv:5: the load of "Good Morning" cannot be read',
        "list.csv:7: the client has no name",
    ]
    assert made(terminal.folder / "out") == ["002-Borys.pdf", "004-Zyx.pdf"]
    assert not any(name in result.output for name in NAMES)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("", "list.csv: "),
        ("\n\n", "list.csv: "),
        ("Annika\nBorys\n", "list.csv:1: the first line names no column such as"),
        ("start\n2027-01-04\n", 'list.csv:1: the column "client" is missing'),
        (
            "client,strat\nAnnika,2027-01-04\n",
            "list.csv:1: the heading of column 2 is neither a known one nor an exercise",
        ),
        ("client,name\nAnnika,Borys\n", "list.csv:1: two columns hold the client"),
        ("client,Good Morning,goodmorning_barbell\nAnnika,1 kg,2 kg\n", "list.csv:1: two columns hold the load of"),
        (b"client\n\x81Annika\n", "list.csv:2: "),
    ],
    ids=["nothing", "blank", "no head", "no client", "mistyped", "client twice", "load twice", "no text"],
)
def test_a_list_that_cannot_be_used_is_refused_as_a_whole(bind, terminal, rows, told):
    result = bind(rows, "-o", "out", exit_code=1)
    assert result.stderr.startswith(told)
    assert "\n  hint: " in result.stderr
    assert result.stdout == ""
    assert made(terminal.folder / "out") == []
    assert not any(name in result.output for name in NAMES)


def test_a_head_without_rows_is_told(bind, terminal):
    result = bind("client,start\n", "-o", "out", exit_code=1)
    assert result.stderr.startswith("list.csv:1: there are no clients under the head\n  hint: ")
    assert result.stdout == ""
    assert made(terminal.folder / "out") == []


def test_a_list_that_is_not_there_is_told(terminal, bind):
    bind("client\nAnnika\n", "--log-only")
    result = terminal.run("booklet", "--program", "plan.yaml", "--clients", "nope.csv", exit_code=1)
    assert result.stderr == "nope.csv: there is no such file\n  hint: check the name and the folder\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--names", "{age}"), 'cardgen: "{age}" is no field of file names'),
        (("--names", "{title}/{client}"), 'cardgen: no file can be named "title/client": '),
        (("--names", "{client"), 'cardgen: the file names "{client" have an open brace'),
        (("-o", "out.pdf"), "cardgen: many booklets cannot be written to out.pdf"),
        (("-o", "list.csv"), "cardgen: cannot write to list.csv: it is a file, not a folder"),
    ],
)
def test_places_that_nothing_can_be_written_to_are_refused(bind, terminal, options, told):
    code = 3 if options == ("-o", "list.csv") else 2
    assert bind("client\nAnnika\n", *options, exit_code=code).stderr.startswith(told)
    assert made(terminal.folder) == ["content", "list.csv", "plan.yaml"]


def test_a_file_that_is_in_the_way_costs_one_booklet(bind, terminal):
    (terminal.folder / "out/001-Annika.pdf").mkdir(parents=True)
    result = bind("client\nAnnika\nBorys\n", "-o", "out", "--log-only", exit_code=3)
    assert result.stderr == "list.csv:2: its booklet cannot be written: its name is in the way\n"
    assert result.stdout.startswith("1 booklet in out/ (")
    assert made(terminal.folder / "out") == ["001-Annika.pdf", "002-Borys.pdf"]


def test_a_fault_of_the_program_costs_one_booklet_and_names_nobody(bind, terminal, monkeypatch):
    from cardgen.bundle import client_booklets

    whole = client_booklets.make_program

    def faulty(program, *others, **more):
        if program.client == "Annika":
            raise RuntimeError(f"what about {program.client}?")
        return whole(program, *others, **more)

    monkeypatch.setattr(client_booklets, "make_program", faulty)
    result = bind("client\nAnnika\nBorys\n", "-o", "out", "--log-only", exit_code=1)
    assert result.stderr.startswith("list.csv:2: unexpected RuntimeError\n  hint: this is a fault of cardgen")
    assert "Annika" not in result.output
    assert made(terminal.folder / "out") == ["002-Borys.pdf"]


def test_what_holds_for_every_client_is_told_once(bind, terminal, make_guide):
    text = '---\nvideo: "abcdefghijk"\ntitle: Hip Bridge\nequipment: Bodyweight\n---\n## Execution\n'
    steps = "".join(f"{at}. **Part {at}**: Move and hold, then wait for a while.\n" for at in range(1, 60))
    make_guide(terminal.folder / "content/hipbridge_bodyweight.md", text=text + steps)
    result = bind("client\nAnnika\nBorys\n", "-o", "out", exit_code=1)
    assert result.stderr.count("too long for a5") == 1
    assert result.stderr.count("no booklet: one of its cards cannot be made") == 2
    assert result.stdout.startswith("0 booklets in out/ (")
    assert made(terminal.folder / "out") == []


# --- whose name is where --------------------------------------------------------------------------------------------

ROWS = "client,goal,start\nAnnika Quartz,Zyx again,2027-01-11\nBorys Quartz,,2027-02-30\nChioma Quartz,,\n"


@pytest.mark.parametrize("talk", [(), ("-q",), ("--json",)], ids=["usual", "quiet", "json"])
def test_no_name_is_ever_said(bind, terminal, talk):
    result = bind(ROWS, "-o", "out", "--log-only", *talk, exit_code=1)
    assert not any(name in result.output for name in (*NAMES, "Quartz"))
    assert (result.stdout == "") == (talk == ("-q",))
    assert ("list.csv:3: the start cannot be read" in result.stderr) == (talk != ("--json",))


def test_json_tells_rows_by_number(bind):
    found = json.loads(bind(ROWS, "-o", "out", "--log-only", "--json", exit_code=1).stdout)
    assert found["rows"] == [{"row": 1, "pages": 2}, {"row": 3, "pages": 2}]
    assert (found["folder"], found["program"]) == ("out", "plan.yaml")
    assert [(it["path"], it["line"], it["code"]) for it in found["problems"]] == [("list.csv", 3, "wrong-value")]


def test_names_are_in_the_booklets_and_in_no_other_file(bind, terminal):
    bind(ROWS, "-o", "out", "--names", "{row}", exit_code=1)
    for path in terminal.folder.rglob("*"):
        assert "Quartz" not in path.name
        if path.is_file() and path.suffix != ".pdf" and path.name != "list.csv":
            assert b"Quartz" not in path.read_bytes()
    assert made(terminal.folder / "out") == ["1.pdf", "3.pdf"]
    assert "Annika Quartz" in text_of(terminal.folder / "out/1.pdf")[0]


@pytest.mark.slow
def test_processes_share_the_rows_and_write_the_same(bind, terminal):
    rows = "client\n" + "".join(f"Annika {at}\n" for at in range(4))
    bind(rows, "-j", "1", "-o", "one")
    bind(rows, "-j", "2", "-o", "two")
    one, two = (sorted((terminal.folder / name).iterdir()) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
