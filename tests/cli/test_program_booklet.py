"""`cardgen booklet --program`, as a trainer uses it: the files are opened again, refusals are read to the end."""

from __future__ import annotations

from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from cardgen.values.geometry import to_mm

GOOD = """\
title: Back in Shape
client: Zyx Wvu
trainer: {name: Your trainer}
start: 2027-01-04
weeks: 4
days:
  - name: Hinge
    weekday: Monday
    blocks:
      - exercises: [{exercise: Good Morning, sets: 3, reps: 8-12, load: 641 kg, rest: 90, tempo: 3-1-1-0}]
      - kind: superset
        exercises: [{exercise: Pull Through, sets: 2}, {exercise: Hip Bridge, sets: 2}]
  - name: Bridge
    weekday: Friday
    blocks: [{exercises: [{exercise: hipbridge_bodyweight, sets: 4, reps: 30s}]}]
"""


@pytest.fixture
def put(terminal, content):
    def write(text=GOOD, name="plan.yaml"):
        (terminal.folder / name).write_text(text, encoding="utf-8")
        return name

    return write


@pytest.fixture
def bind(terminal, put):
    """Make the booklet of a program with these options and return the result."""

    def run(*options, text=GOOD, exit_code=0):
        return terminal.run("booklet", "--program", put(text), *options, exit_code=exit_code)

    return run


def pages_of(path):
    """The words of each page, and the titles of what the outline leads to."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def outline_of(path):
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return [item.title for item in outline.root]


def is_empty(folder):
    """Tell that nothing was written beside what was there before."""
    return sorted(path.name for path in folder.iterdir()) == ["content", "plan.yaml"]


# --- what is made ---------------------------------------------------------------------------------------------------


def test_a_program_becomes_a_booklet(bind, terminal):
    result = bind("-o", "out/plan.pdf")
    assert result.stdout.startswith("3 exercises on 12 pages in out/plan.pdf (")
    assert result.stderr == ""
    pages = pages_of(terminal.folder / "out/plan.pdf")
    assert "Zyx Wvu" in pages[0]
    assert "4 January 2027 to 29 January 2027" in pages[0]
    assert outline_of(terminal.folder / "out/plan.pdf") == [
        "Cover", "How to use", "Week", "Monday: Hinge", "Friday: Bridge", "Exercises", "Log: Hinge", "Progress", "Notes",
    ]  # fmt: skip
    (card,) = [page for page in pages if "WATCH VIDEO" in page and "BARBELL" in page]
    assert "Mon p. 4 3 × 8–12 3-1-1-0 1:30 min kg 641 641 641 641" in card
    assert sum("3-1-1-0" in page and "641" in page for page in pages) >= 2  # its day and its card


def test_without_a_name_it_goes_to_output(bind, terminal):
    bind()
    assert (terminal.folder / "output/program.pdf").is_file()


def test_the_title_of_the_file_names_the_client_and_the_pages_have_their_numbers(bind, terminal):
    bind("-o", "plan.pdf")
    with pikepdf.open(terminal.folder / "plan.pdf") as pdf:
        assert str(pdf.docinfo.Title) == "Back in Shape, Zyx Wvu"
        assert len(pdf.pages) % 4 == 0


@pytest.mark.parametrize(("name", "start"), [("plan.svg", b"<svg "), ("plan.png", b"\x89PNG\r\n")], ids=["svg", "png"])
def test_as_pictures_it_is_a_file_a_page(bind, terminal, name, start):
    pytest.importorskip("pypdfium2")
    more = ("--dpi", "40") if name.endswith("png") else ()
    bind("-o", name, *more)
    stem, ending = name.split(".")
    files = sorted(path.name for path in terminal.folder.glob(f"*.{ending}"))
    assert files == [f"{stem}-{at:02}.{ending}" for at in range(1, 13)]
    assert all((terminal.folder / it).read_bytes().startswith(start) for it in files)


def test_the_same_program_is_the_same_bytes(bind, terminal):
    bind("-o", "one.pdf")
    bind("-o", "two.pdf", "--order", "day")
    assert (terminal.folder / "one.pdf").read_bytes() == (terminal.folder / "two.pdf").read_bytes()


def test_without_a_log_nothing_is_written_down(bind, terminal):
    bind("-o", "with.pdf")
    bind("-o", "without.pdf", "--no-log")
    with_logs, without = (outline_of(terminal.folder / it) for it in ("with.pdf", "without.pdf"))
    assert [it for it in with_logs if it.startswith(("Log", "Progress"))]
    assert not [it for it in without if it.startswith(("Log", "Progress"))]
    assert not any("Effort, 1 to 10" in page for page in pages_of(terminal.folder / "without.pdf"))


def test_logs_alone_are_no_booklet(bind, terminal):
    result = bind("-o", "logs.pdf", "--log-only")
    assert result.stdout.startswith("log on 3 pages in logs.pdf (")
    pages = pages_of(terminal.folder / "logs.pdf")
    assert ["TRAINING LOG" in page for page in pages] == [True, True, False]
    assert outline_of(terminal.folder / "logs.pdf") == ["Log: Hinge", "Log: Bridge", "Progress"]
    assert "641" in pages[0]


def test_cards_stand_by_day_or_by_position(bind, terminal, make_guide):
    for stem, title, position in (
        ("goodmorning_barbell", "Good Morning", "standing"),
        ("hipbridge_bodyweight", "Hip Bridge", "lying"),
    ):
        equipment = stem.split("_")[1].title()
        make_guide(
            terminal.folder / "content" / f"{stem}.md", title=title, equipment=equipment, more=f"position: {position}\n"
        )

    def order_of(*options):
        bind("-o", "plan.pdf", *options)
        with pikepdf.open(terminal.folder / "plan.pdf") as pdf, pdf.open_outline() as outline:
            (cards,) = [item.children for item in outline.root if item.title == "Exercises"]
            return [item.title for item in cards]

    assert order_of("--order", "day") == order_of() == ["Good Morning", "Pull Through", "Hip Bridge"]
    assert order_of("--order", "position") == ["Hip Bridge", "Good Morning", "Pull Through"]


@pytest.mark.parametrize(
    ("options", "millimetres"),
    [
        (("--size", "a4", "--detail", "full"), (210, 297)),
        (("--size", "a6"), (105, 148)),
        (("--size", "letter", "--ink", "low"), (215.9, 279.4)),
        (("--ink", "mono", "--theme", "night"), (148, 210)),
        (("--edition", "large-print"), (210, 297)),
        (("--orientation", "landscape"), (210, 148)),
    ],
    ids=lambda it: " ".join(map(str, it)),
)
def test_every_size_edition_and_ink_holds_the_program(bind, terminal, options, millimetres):
    bind("-o", "plan.pdf", *options)
    with pikepdf.open(terminal.folder / "plan.pdf") as pdf:
        found = {tuple(round(to_mm(float(side)), 1) for side in page.MediaBox[2:]) for page in pdf.pages}
        assert len(pdf.pages) % 4 == 0
    assert found == {millimetres}
    pages = pages_of(terminal.folder / "plan.pdf")
    assert sum("641 kg" in page for page in pages) >= 1


def test_the_trainers_logo_is_on_the_cover(bind, terminal):
    from PIL import Image

    Image.new("RGB", (60, 40), "#246").save(terminal.folder / "logo.png")
    bind("-o", "plan.pdf", text=GOOD.replace("name: Your trainer", "name: Your trainer, logo: logo.png"))
    with pikepdf.open(terminal.folder / "plan.pdf") as pdf:
        assert len(pdf.pages[0].get_images()) == 1


# --- what is said ---------------------------------------------------------------------------------------------------


def test_json_holds_the_booklet_and_never_the_client(terminal, put):
    found = terminal.json("booklet", "--program", put(), "-o", "plan.pdf")
    assert found["booklet"] == "plan.pdf"
    assert found["files"] == ["plan.pdf"]
    assert found["program"] == "plan.yaml"
    assert found["pages"] == 12
    assert found["guides"] == ["goodmorning_barbell", "pullthrough_band", "hipbridge_bodyweight"]
    assert "Zyx" not in repr(found)


@pytest.mark.parametrize("talk", [(), ("-q",), ("-v",)], ids=["", "quiet", "verbose"])
def test_the_client_is_never_named(bind, terminal, talk):
    result = bind("-o", "plan.pdf", *talk)
    assert "Zyx" not in result.output
    assert bool(result.stdout) == (talk != ("-q",))
    assert not [path for path in terminal.folder.rglob("*") if "Zyx" in path.name]
    assert not [path for path in terminal.folder.rglob("*.json") if "Zyx" in path.read_text("utf-8")]


def many(count):
    return "".join(f"{', ' if at else ''}move{at}_band" for at in range(count))


@pytest.mark.parametrize(
    ("count", "more", "told"),
    [
        (8, "", ""),
        (9, "", '"Long" holds 9 exercises, more than 8\n  hint: keep those that matter most'),
        (6, "", ""),
        (5, "level: beginner\nplace: home\n", ""),
        (
            6,
            "level: beginner\nplace: home\n",
            '"Long" holds 6 exercises, more than 5\n  hint: a beginner at home keeps up a short plan\n',
        ),
        (6, "level: beginner\nplace: gym\n", ""),
    ],
)
def test_a_day_of_too_many_exercises_is_told_and_printed(bind, terminal, make_guide, count, more, told):
    for at in range(count):
        make_guide(terminal.folder / "content" / f"move{at}_band.md", title=f"Move {at}", equipment="Band")
    text = f"title: Long\n{more}weeks: 1\ndays:\n  - name: Long\n    blocks: [{{exercises: [{many(count)}]}}]\n"
    line = text[: text.index("- name")].count("\n") + 1
    result = bind("-o", "plan.pdf", "--no-log", text=text)
    assert (terminal.folder / "plan.pdf").is_file()
    if not told:
        assert result.stderr == ""
        return
    assert result.stderr.startswith(f"plan.yaml:{line}: warning: {told}")
    assert bind("-o", "plan.pdf", "--no-log", "-q", text=text).output == ""


# --- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "told", "hint"),
    [
        (("--title", "Mine"), "--title is for a booklet without a program", "write it into the program file"),
        (("--subtitle", "Mine"), "--subtitle is for a booklet without a program", "write it into the program file"),
        (("--only", "level=beginner"), "--only is for a booklet without a program", "leave it out: the program says which guides"),
        (("--group-by", "equipment"), "--group-by is for a booklet without a program", "leave it out, or sort the cards: --order position"),
        (("--order", "title"), "--order title is for a booklet without a program", "day or position"),
        (("--detail", "headline"), "--detail headline is for posters", "leave it out; `cardgen circuit` makes posters"),
        (("--no-log", "--log-only"), "--no-log and --log-only contradict each other", "give one of them"),
        (("--names", "{client}"), "--names is for many clients", "add --clients CSV, or name the file with -o"),
        (("--size", "a6", "--detail", "full"), "full detail needs A5 or larger", "take a larger sheet: --size a5, or choose brief detail"),
        (("-o", "plan.txt"), "PDF cannot be written to plan.txt", "name a file that ends in .pdf, .png or .svg, such as program.pdf"),
        (("-o", "plan.svg", "--format", "pdf"), "PDF cannot be written to plan.svg", "name a file that ends in .pdf"),
    ],
    ids=lambda it: " ".join(it) if isinstance(it, tuple) else "",
)  # fmt: skip
def test_what_does_not_go_with_a_program_is_refused(bind, terminal, options, told, hint):
    result = bind(*options, exit_code=2)
    first, second = result.stderr.splitlines()[:2]
    assert first.startswith(f"cardgen: {told}")
    assert second.startswith(f"  hint: {hint}")
    assert result.stdout == ""
    assert is_empty(terminal.folder)


@pytest.mark.parametrize(
    "options",
    [("--no-log",), ("--log-only",), ("--clients", "c.csv"), ("--names", "{client}"), ("--order", "position"), ("--order", "day")],
    ids=" ".join,
)  # fmt: skip
def test_what_goes_with_a_program_alone_is_refused_without_one(terminal, content, options):
    result = terminal.run("booklet", *options, exit_code=2)
    said = " ".join(options) if options[0] == "--order" else options[0]
    assert result.stderr == f"cardgen: {said} is for the booklet of a program\n  hint: add --program FILE\n"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nope.yaml", "cardgen: nope.yaml: there is no such file\n  hint: `cardgen program new` writes one\n"),
        ("content", "cardgen: content is a folder\n  hint: name one program in it\n"),
    ],
)
def test_what_is_no_program_is_refused(terminal, content, path, told):
    assert terminal.run("booklet", "--program", path, exit_code=2).stderr == told


SETS = "days[0].blocks[0].exercises[0].sets"
WRONG = {
    "unknown guide": (
        "Pull Through", "Pull Trough",
        '12: days[0].blocks[1].exercises[0].exercise: no guide is called "Pull Trough"', 'did you mean "pullthrough_band"?',
    ),
    "days of one name": (
        "name: Bridge", "name: hinge",
        '13: days[1].name: "hinge" is already the name of day 1', "give each day a name of its own",
    ),
    "days on one weekday": (
        "Friday", "Monday",
        "14: days[1].weekday: Monday is already the day of day 1", "choose another day, or leave weekday out",
    ),
    "no sets": ("sets: 3", "sets: 0", f'10: {SETS}: "0" is not from 1 to 20', "write a whole number from 1 to 20, or a range: 3-4"),
    "negative sets": ("sets: 3", "sets: -3", f'10: {SETS}: "-3" is no number of sets', "write a whole number from 1 to 20, or a range: 3-4"),
    "no weeks": ("weeks: 4", "weeks: 0", '5: weeks: "0" is not from 1 to 52', "write a whole number from 1 to 52"),
    "200 weeks": ("weeks: 4", "weeks: 200", '5: weeks: "200" is not from 1 to 52', "write a whole number from 1 to 52"),
    "a day that is not": (
        "2027-01-04", "2027-02-30",
        "4: start: there is no 2027-02-30 in the calendar", "write year-month-day: 2027-01-04",
    ),
    "unknown key": ("weeks:", "week:", '5: unknown key "week"', 'did you mean "weeks"?'),
    "loads after the end": (
        "641 kg", "[1, 2, 3, 4, 5] kg",
        "10: days[0].blocks[0].exercises[0].load: the load is given for 5 weeks, but the program has 4",
        "give one value a week at most; the last one holds to the end",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "told", "hint"), WRONG.values(), ids=WRONG)
def test_a_program_with_an_error_is_told_where_and_nothing_is_written(bind, terminal, before, after, told, hint):
    result = bind("-o", "plan.pdf", text=GOOD.replace(before, after), exit_code=1)
    assert result.stderr == f"plan.yaml:{told}\n  hint: {hint}\n"
    assert result.stdout == ""
    assert is_empty(terminal.folder)


def test_every_error_is_told_at_once(bind):
    text = GOOD.replace("weeks: 4", "weeks: 0").replace("Pull Through", "Pull Trough").replace("sets: 3", "sets: 0")
    told = bind(text=text, exit_code=1).stderr
    lines = [int(line.split(":")[1]) for line in told.splitlines() if line.startswith("plan.yaml:")]
    assert lines == [5, 10, 12]
    assert all(before <= after for before, after in pairwise(lines))
    assert "Zyx" not in told


def test_no_exercise_is_left_out_of_a_plan(bind, terminal, make_guide):
    steps = "".join(f"{at}. **Part {at}**: Move and hold, then wait for a while.\n" for at in range(1, 60))
    text = f'---\nvideo: "abcdefghijk"\ntitle: Good Morning\nequipment: Barbell\n---\n## Execution\n{steps}'
    make_guide(terminal.folder / "content/goodmorning_barbell.md", text=text)
    result = bind("-o", "plan.pdf", exit_code=1)
    assert "content/goodmorning_barbell.md" in result.stderr
    assert result.stderr.endswith("nothing written: a program is not printed without goodmorning_barbell.md\n")
    assert result.stdout == ""
    assert is_empty(terminal.folder)


def test_what_cannot_be_written_ends_with_3_and_leaves_the_old_file(bind, terminal):
    (terminal.folder / "taken.pdf").mkdir()
    assert bind("-o", "taken.pdf", exit_code=3).stderr.startswith("cardgen: cannot write")
    bind("-o", "plan.pdf")
    before = (terminal.folder / "plan.pdf").read_bytes()
    bind("-o", "plan.pdf", text=GOOD.replace("sets: 3", "sets: 0"), exit_code=1)
    assert (terminal.folder / "plan.pdf").read_bytes() == before


# --- where its guides are, and what has no room ------------------------------------------------------------------------


def test_guides_are_those_of_content_or_of_the_folders_that_are_named(bind, terminal):
    bind("-o", "first.pdf")
    (terminal.folder / "content").rename(terminal.folder / "mine")
    result = terminal.run("booklet", "mine", "--program", "plan.yaml", "-o", "second.pdf")
    assert result.stdout.startswith("3 exercises on ")
    assert terminal.run("booklet", "--program", "plan.yaml", "-o", "third.pdf", exit_code=2).stderr.count("hint: ") == 1


def test_large_print_on_a_small_sheet_is_refused(bind, terminal):
    result = bind("--size", "a6", "--edition", "large-print", "--log-only", exit_code=2)
    assert result.stderr == "cardgen: a6 is too small for large print\n  hint: take a larger sheet: --size a5\n"
    assert is_empty(terminal.folder)


def test_an_unknown_guide_is_told_along_with_what_else_is_wrong(bind):
    result = bind(text=GOOD.replace("weeks: 4", "weeks: 0").replace("Pull Through", "Pul Through"), exit_code=1)
    assert [line for line in result.stderr.splitlines() if line.startswith("plan.yaml")] == [
        'plan.yaml:5: weeks: "0" is not from 1 to 52',
        'plan.yaml:12: days[0].blocks[1].exercises[0].exercise: no guide is called "Pul Through"',
    ]
