"""`cardgen booklet --program`: a client's booklet, and with `--clients` many."""

import pypdfium2
import pytest

PLAN = """\
title: Back in Eight Weeks
client: Zyx Wvu
trainer: {name: Qrst Trainer}
start: 2027-01-04
weeks: 8
days:
  - name: Hinge
    weekday: Monday
    blocks:
      - exercises:
          - {exercise: goodmorning_barbell, sets: 3, reps: 8-12, load: "[20, 22.5] kg", rest: 90}
          - {exercise: Hip Bridge, sets: 2, reps: 30s}
  - name: Pull
    weekday: Thursday
    blocks:
      - exercises: [{exercise: pullthrough_band, sets: 3, reps: AMRAP}, {exercise: Hip Bridge, sets: 1, reps: 10}]
"""


@pytest.fixture
def plan(terminal, content):
    path = terminal.folder / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def clients(terminal, plan):
    def write(text, encoding="utf-8"):
        (terminal.folder / "list.csv").write_bytes(text.encode(encoding))
        return "list.csv"

    return write


def pages(path):
    document = pypdfium2.PdfDocument(path)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def left_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# --- one booklet ------------------------------------------------------------------------------------------------------


def test_a_program_becomes_one_booklet(terminal, plan):
    result = terminal.run("booklet", "--program", "plan.yaml", "-o", "out/b.pdf")
    assert result.stdout.startswith("3 exercises on 12 pages in out/b.pdf (")
    assert result.stderr == ""
    shown = pages("out/b.pdf")
    assert len(shown) == 12
    for words in ("Back in Eight Weeks", "Zyx Wvu", "Qrst Trainer", "4 January 2027"):
        assert words in shown[0]
    for words in ("General information, not medical advice.", "When to stop", "How hard it should feel"):
        assert words in shown[1]
    assert pypdfium2.PdfDocument("out/b.pdf").get_metadata_value("Title") == "Back in Eight Weeks, Zyx Wvu"


def test_without_an_output_it_goes_to_output(terminal, plan):
    terminal.run("booklet", "--program", "plan.yaml", "-q")
    assert left_in(terminal.folder / "output") == ["program.pdf"]


def test_the_same_program_gives_the_same_bytes(terminal, plan):
    for name in ("a.pdf", "b.pdf"):
        terminal.run("booklet", "--program", "plan.yaml", "-o", name)
    assert (terminal.folder / "a.pdf").read_bytes() == (terminal.folder / "b.pdf").read_bytes()


def test_a_program_changes_nothing_for_the_next(terminal, plan):
    terminal.run("booklet", "--program", "plan.yaml", "-o", "a.pdf")
    plan.write_text(PLAN.replace("8-12", "6"), encoding="utf-8")
    terminal.run("booklet", "--program", "plan.yaml", "-o", "b.pdf")
    assert "3 × 6" in " ".join(pages("b.pdf"))
    assert "8–12" not in " ".join(pages("b.pdf")).replace("8–12 between 8 and 12", "")


def test_guides_of_a_folder_that_is_named_are_found(terminal, plan):
    (terminal.folder / "content").rename(terminal.folder / "mine")
    terminal.run("booklet", "mine", "--program", "plan.yaml", "-o", "b.pdf")
    assert terminal.run("booklet", "--program", "plan.yaml", "-o", "c.pdf", exit_code=2).stderr.startswith("cardgen: ")


def test_logs_are_left_out_or_printed_alone(terminal, plan):
    terminal.run("booklet", "--program", "plan.yaml", "--no-log", "-o", "without.pdf")
    result = terminal.run("booklet", "--program", "plan.yaml", "--log-only", "-o", "alone.pdf")
    assert result.stdout.startswith("log on 3 pages in alone.pdf")
    assert not any("TRAINING LOG" in page or "Draw your progress" in page for page in pages("without.pdf"))
    assert ["Draw your progress" in page for page in pages("alone.pdf")] == [False, False, True]
    assert "Good Morning" in pages("alone.pdf")[0]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("day", ["Good Morning", "Hip Bridge", "Pull Through"]),
        ("position", ["Hip Bridge", "Good Morning", "Pull Through"]),
    ],
)
def test_cards_stand_as_the_days_need_them_or_by_position(terminal, plan, order, titles):
    for path in (terminal.folder / "content").glob("*.md"):
        position = "lying" if "bridge" in path.name else "standing"
        path.write_text(path.read_text("utf-8").replace("---\n", f"---\nposition: {position}\n", 1), encoding="utf-8")
    terminal.run("booklet", "--program", "plan.yaml", "--order", order, "-o", "b.pdf")
    document = pypdfium2.PdfDocument("b.pdf")
    marks = [mark.get_title() for mark in document.get_toc() if mark.level == 1]
    assert marks == titles


@pytest.mark.parametrize(
    "options", ["--ink low", "--ink mono", "--size a4 --edition large-print", "--size a6", "--theme night"]
)
def test_every_size_edition_and_ink(terminal, plan, options):
    terminal.run("booklet", "--program", "plan.yaml", *options.split(), "-o", "b.pdf")
    assert len(pages("b.pdf")) % 4 == 0


def test_large_print_on_a_small_sheet_is_refused(terminal, plan):
    result = terminal.run("booklet", "--program", "plan.yaml", "--size", "a6", "--edition", "large-print", exit_code=2)
    assert result.stderr == "cardgen: a6 is too small for large print\n  hint: take a larger sheet: --size a5\n"


def test_pages_of_svg_are_numbered_files(terminal, plan):
    result = terminal.run("booklet", "--program", "plan.yaml", "--format", "svg", "-o", "web/b.svg")
    assert "web/b-01.svg to b-12.svg" in result.stdout
    assert len(left_in(terminal.folder / "web")) == 12


def test_json_names_guides_and_pages_and_no_client(terminal, plan):
    found = terminal.json("booklet", "--program", "plan.yaml", "-o", "b.pdf")
    assert (found["booklet"], found["pages"], found["program"]) == ("b.pdf", 12, "plan.yaml")
    assert found["guides"] == ["goodmorning_barbell", "hipbridge_bodyweight", "pullthrough_band"]
    assert "Zyx" not in str(found)


def test_nothing_is_said_where_quiet_is_asked_for_and_never_a_client(terminal, plan):
    assert terminal.run("booklet", "--program", "plan.yaml", "-q", "-o", "b.pdf").output == ""
    assert "Zyx" not in terminal.run("booklet", "--program", "plan.yaml", "-v", "-o", "b.pdf").output


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--title X", "--title is for a booklet without a program"),
        ("--subtitle X", "--subtitle is for a booklet without a program"),
        ("--only level=beginner", "--only is for a booklet without a program"),
        ("--group-by equipment", "--group-by is for a booklet without a program"),
        ("--order title", "--order title is for a booklet without a program"),
        ("--detail headline", "--detail headline is for posters"),
        ("--no-log --log-only", "--no-log and --log-only contradict each other"),
        ("--names {row}", "--names is for many clients"),
    ],
)
def test_options_that_mean_nothing_here_are_refused(terminal, plan, options, message):
    result = terminal.run("booklet", "--program", "plan.yaml", *options.split(), "-o", "b.pdf", exit_code=2)
    assert result.stderr.startswith(f"cardgen: {message}\n  hint: ")
    assert not (terminal.folder / "b.pdf").exists()


@pytest.mark.parametrize("options", ["--clients l.csv", "--names {row}", "--no-log", "--log-only", "--order day"])
def test_options_of_a_program_want_one(terminal, content, options):
    result = terminal.run("booklet", *options.split(), "-o", "b.pdf", exit_code=2)
    assert "is for the booklet of a program\n  hint: add --program FILE" in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        (
            "pullthrough_band",
            "pulthrough_band",
            ['no guide is called "pulthrough_band"', 'did you mean "pullthrough_band"?'],
        ),
        ("name: Pull", "name: Hinge", ['"Hinge" is already the name of day 1']),
        ("Thursday", "Monday", ["Monday is already the day of day 1"]),
        ("sets: 2", "sets: 0", ['"0" is not from 1 to 20']),
        ("sets: 2", "sets: -3", ['"-3" is not from 1 to 20']),
        ("weeks: 8", "weeks: 0", ['"0" is not from 1 to 52']),
        ("weeks: 8", "weeks: 200", ['"200" is not from 1 to 52']),
        ("2027-01-04", "2027-02-30", ["there is no 2027-02-30 in the calendar"]),
        ("sets: 2, reps: 30s", "stes: 2", ['"stes"', 'did you mean "sets"?']),
    ],
)
def test_what_is_wrong_with_a_program_is_said_with_its_line_and_nothing_is_written(terminal, plan, old, new, messages):
    text = PLAN.replace(old, new, 1)
    plan.write_text(text, encoding="utf-8")
    line = next(
        at for at, (was, now) in enumerate(zip(PLAN.splitlines(), text.splitlines(), strict=True), 1) if was != now
    )
    result = terminal.run("booklet", "--program", "plan.yaml", "-o", "out/b.pdf", exit_code=1)
    assert f"plan.yaml:{line}: " in result.stderr
    assert all(message in result.stderr for message in messages)
    assert not (terminal.folder / "out").exists()


def test_all_that_is_wrong_is_said_at_once(terminal, plan):
    plan.write_text(PLAN.replace("weeks: 8", "weeks: 0").replace("pullthrough", "pulthrough"), encoding="utf-8")
    result = terminal.run("booklet", "--program", "plan.yaml", "-o", "b.pdf", exit_code=1)
    assert [line.split(": ")[0].removeprefix("cardgen: ") for line in result.stderr.splitlines()].count("  hint") == 2
    assert "plan.yaml:5: " in result.stderr
    assert "plan.yaml:16: " in result.stderr


def test_a_program_that_is_not_there_or_a_folder(terminal, content):
    (terminal.folder / "programs").mkdir()
    for name in ("none.yaml", "programs"):
        result = terminal.run("booklet", "--program", name, exit_code=2)
        assert result.stderr.startswith("cardgen: ")
        assert name in result.stderr
        assert "\n  hint: " in result.stderr


def test_a_day_of_many_exercises_is_warned_of(terminal, plan):
    many = "\n".join(f"          - {{exercise: Hip Bridge, sets: {at}}}" for at in range(1, 10))
    text = f"title: Long\ndays:\n  - blocks:\n      - exercises:\n{many}\n"
    plan.write_text(text, encoding="utf-8")
    assert "holds 9 exercises, more than 8" in terminal.run("booklet", "--program", "plan.yaml", "-o", "b.pdf").stderr
    home_plan = text.replace("title: Long", "title: Long\nlevel: beginner\nplace: home").split(
        "          - {exercise: Hip Bridge, sets: 7"
    )
    plan.write_text(home_plan[0], encoding="utf-8")
    assert "more than 5" in terminal.run("booklet", "--program", "plan.yaml", "-o", "b.pdf").stderr


def test_a_card_that_cannot_be_made_leaves_no_booklet(terminal, plan):
    path = terminal.folder / "content" / "pullthrough_band.md"
    path.write_text(
        path.read_text("utf-8").replace("##", "## Tips\n" + "- Breathe out as you move along.\n" * 200 + "\n##", 1),
        encoding="utf-8",
    )
    result = terminal.run("booklet", "--program", "plan.yaml", "-o", "b.pdf", exit_code=1)
    assert "nothing written: a program is not printed without pullthrough_band.md" in result.stderr
    assert not (terminal.folder / "b.pdf").exists()


# --- many clients -----------------------------------------------------------------------------------------------------

ROWS = "client,start,Good Morning\nOpq One,2027-01-04,30 kg\nOpq Two,2027-02-01,\n"


def test_each_row_becomes_a_booklet(terminal, clients):
    result = terminal.run("booklet", "--program", "plan.yaml", "--clients", clients(ROWS), "-o", "many")
    assert result.stdout.startswith("2 booklets in many/ (")
    assert left_in(terminal.folder / "many") == ["001-Opq-One.pdf", "002-Opq-Two.pdf"]
    one, two = ("\n".join(pages(f"many/00{at}")) for at in ("1-Opq-One.pdf", "2-Opq-Two.pdf"))
    assert "Opq One" in one
    assert "30 kg" in one
    assert "22.5 kg" not in one
    assert "1 February 2027" in two
    assert "20 → 22.5 kg" in two


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ROWS, "utf-8-sig"),
        (ROWS.replace(",", ";"), "utf-8"),
        (ROWS.replace(",", "\t"), "utf-8"),
        (ROWS.replace("\n", "\r\n"), "utf-8"),
    ],
)
def test_tables_as_spreadsheets_save_them(terminal, clients, text, encoding):
    terminal.run("booklet", "--program", "plan.yaml", "--clients", clients(text, encoding), "-o", "many", "-q")
    assert left_in(terminal.folder / "many") == ["001-Opq-One.pdf", "002-Opq-Two.pdf"]


def test_bad_rows_are_named_and_the_others_written(terminal, clients):
    rows = "client,start,Good Morning\nOpq One,2027-13-01,\nOpq Two,,\n,2027-01-04,\nOpq Four,,heavy\n"
    result = terminal.run("booklet", "--program", "plan.yaml", "--clients", clients(rows), "-o", "many", exit_code=1)
    assert [line for line in result.stderr.splitlines() if line.startswith("list.csv")] == [
        "list.csv:2: the start cannot be read",
        "list.csv:4: the client has no name",
        'list.csv:5: the load of "Good Morning" cannot be read',
    ]
    assert left_in(terminal.folder / "many") == ["002-Opq-Two.pdf"]
    assert result.stdout.startswith("1 booklet in many/ (")
    assert ", 3 rows failed" in result.stdout


def test_a_column_that_nobody_knows_is_an_error_before_anything_is_written(terminal, clients):
    result = terminal.run(
        "booklet", "--program", "plan.yaml", "--clients", clients("client,Squat\nA,3\n"), "-o", "many", exit_code=1
    )
    assert 'list.csv:1: the column "Squat"' in result.stderr
    assert not (terminal.folder / "many").exists()


@pytest.mark.parametrize("text", ["", "start\n2027-01-04\n"])
def test_a_table_without_clients_is_told(terminal, clients, text):
    terminal.run("booklet", "--program", "plan.yaml", "--clients", clients(text), "-o", "many", exit_code=1)
    assert not (terminal.folder / "many").exists()


def test_names_come_from_a_pattern_and_stay_in_the_folder(terminal, clients):
    rows = "client\n../../Opq\nCON\n"
    terminal.run(
        "booklet",
        "--program",
        "plan.yaml",
        "--clients",
        clients(rows),
        "--names",
        "{title}-{client}-{row}",
        "-o",
        "many",
    )
    found = left_in(terminal.folder / "many")
    assert len(found) == 2
    assert all(name.startswith("Back-in-Eight-Weeks-") and "/" not in name for name in found)
    assert {path.parent.name for path in terminal.folder.parent.rglob("*Opq*")} == {"many"}


def test_no_name_of_a_client_is_said_or_kept(terminal, clients):
    rows = "client,start\nOpq One,2027-01-04\nOpq Two,never\n"
    asked = ("booklet", "--program", "plan.yaml", "--clients", clients(rows), "--names", "{row}", "-o", "many")
    for options in ((), ("-v",), ("--json",), ("-q",)):
        result = terminal.run(*asked, *options, exit_code=1)
        assert "Opq" not in result.output
    kept = [path for path in terminal.folder.rglob("*") if path.is_file() and path.suffix != ".csv"]
    assert [path.name for path in kept if b"Opq" in path.read_bytes() and path.suffix != ".pdf"] == []
    assert [path.name for path in kept if path.suffix == ".pdf"] == ["1.pdf"]


def test_rows_are_numbered_in_json(terminal, clients):
    found = terminal.json("booklet", "--program", "plan.yaml", "--clients", clients(ROWS), "-o", "many")
    assert found["rows"] == [{"row": 1, "pages": 12}, {"row": 2, "pages": 12}]


def test_processes_share_the_rows(terminal, clients):
    rows = "client\n" + "".join(f"Opq {at}\n" for at in range(4))
    for jobs in ("1", "2"):
        terminal.run("booklet", "--program", "plan.yaml", "--clients", clients(rows), "-j", jobs, "-o", f"by{jobs}")
    one, two = (sorted((terminal.folder / f"by{jobs}").iterdir()) for jobs in (1, 2))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
