"""A circuit and its guides to pages: times, copies, bookmarks, what is said of what does not fit."""

from dataclasses import replace

import pytest

import cardgen
from cardgen.bundle.circuit import CircuitSettings, make_circuit, paper_for
from cardgen.bundle.stations import circuit_title, compose_circuit, opening
from cardgen.compose import Brand, Detail
from cardgen.layout.circuit.model import Arrow, Plan
from cardgen.pipeline.rendition import paint_document
from cardgen.pipeline.settings import CardSettings
from cardgen.program import parse_program
from cardgen.theme import Ink
from cardgen.theme.builtin import THEMES
from cardgen.values.errors import Severity, UsageError
from cardgen.values.geometry import to_mm
from cardgen.values.stock import Orientation, parse_sheet
from cardgen.values.use import Use, parse_distance
from cardgen.words import english
from tests.builders import inline
from tests.paint.tagged import failures, read_tags

STEMS = (
    "gobletsquat_kettlebell", "pushup_bodyweight", "stepup_bodyweight", "facepull_band", "ballslams_medicineball",
    "pallofpress_band", "bentoveronearmrow_dumbbell", "plank_bodyweight",
)  # fmt: skip
TEXT = """\
title: Morning
circuit:
  work: 40s
  rest: 20s
  rounds: 3
  round_rest: 1:30
  exercises:
    - {exercise: gobletsquat_kettlebell, places: 2, load: 16 kg, note: Slowly}
    - {exercise: facepull_band, load: light band}
"""


AT_THREE_METRES = Use(read_from=parse_distance("3m"), scan_from=parse_distance("0.3m"))
FAR = Use(read_from=parse_distance("6m"), scan_from=parse_distance("0.3m"))


@pytest.fixture(scope="module")
def guides(repository):
    return {stem: cardgen.load(repository / "content" / f"{stem}.md") for stem in STEMS}


def block_of(text=TEXT, **changes):
    (_, block), *_ = parse_program(text, path="programs/morning.yaml").circuits()
    return replace(block, **changes)


def eight():
    """The worked example: eight stations, 40 and 20 seconds, three rounds, a minute and a half between them."""
    lines = "".join(f"    - {stem}\n" for stem in STEMS)
    return block_of(TEXT.partition("    - ")[0] + lines)


def settings(**changes):
    card = {
        "sheet": parse_sheet("a4"), "orientation": Orientation.LANDSCAPE, "detail": Detail.HEADLINE,
        "use": AT_THREE_METRES, "brand": Brand(name="Harbour Gym"),
    }  # fmt: skip
    own = {name: changes.pop(name) for name in ("arrow", "plan", "has_coach") if name in changes}
    return CircuitSettings(card=CardSettings(**{**card, **changes}), **own)


def made(guides, block=None, **changes):
    block = block or block_of()
    return make_circuit(block, [guides[it.exercise] for it in block.exercises], settings(**changes))


# --- values -----------------------------------------------------------------------------------------------------------


def test_times_of_the_worked_example(guides):
    circuit = compose_circuit(eight(), [guides[stem] for stem in STEMS], english())
    assert [(it.starts[0], it.end) for it in circuit.times] == [(0, 460), (550, 1010), (1100, 1560)]
    assert circuit.times[1].starts == tuple(range(550, 1030, 60))
    assert (circuit.whole, circuit.rest, circuit.round_rest, circuit.people) == (1560, 20, 90, 8)
    assert circuit.title == "Circuit of eight stations"


def test_stations_have_load_note_and_the_first_points_of_the_guide(guides):
    circuit = compose_circuit(
        block_of(), [guides[it.exercise] for it in block_of().exercises], english(), title="Morning"
    )
    squat, pull = circuit.stations
    assert (squat.equipment, squat.places, pull.equipment) == ("Kettlebell 16 kg", 2, "Light Band")
    assert "".join(span.text for span in squat.say).startswith("Slowly. Let your elbows pass between your knees.")
    assert "".join(span.text for span in squat.watch_for).startswith("Knees falling in: choose a lighter bell")
    assert circuit.kit == ("2 kettlebells (station 1)", "Band (2)", "Clock, water")
    assert circuit.after(pull) is squat


def test_without_a_time_stations_have_their_repetitions(guides):
    text = TEXT.replace("  work: 40s\n", "").replace("load: 16 kg, note: Slowly", "reps: 8-12")
    block = block_of(text)
    circuit = compose_circuit(block, [guides[it.exercise] for it in block.exercises], english())
    assert (circuit.work, circuit.times, circuit.whole) == (None, (), None)
    assert [station.task for station in circuit.stations] == [("8–12", "reps"), None]


def test_long_points_are_said_in_short():
    long = (
        "Keep the bell close all the way, and let your elbows pass between your knees. Then rise, and rise tall, again."
    )
    assert opening(inline(long)) == inline(
        "Keep the bell close all the way, and let your elbows pass between your knees."
    )
    mistake = "The bell moves away from your chest: hug it closer, draw your elbows down, and look at a spot far ahead of you."
    assert opening(inline(mistake), colon=True) == inline("The bell moves away from your chest")
    assert opening(inline(mistake)) == inline(mistake)
    assert opening(inline(" short", strong="Very")) == inline(" short", strong="Very")


@pytest.mark.parametrize(
    ("stations", "title"),
    [(2, "Circuit of two stations"), (24, "Circuit of twenty-four stations"), (30, "Circuit of 30 stations")],
)
def test_a_circuit_without_a_name_is_counted(stations, title):
    assert circuit_title(stations, english()) == title


# --- pages ------------------------------------------------------------------------------------------------------------


def test_posters_come_in_order_one_a_place_then_plan_and_sheet(guides):
    found = made(guides)
    assert [page.title for page in found.document.pages] == [
        "1 Goblet Squat", "1 Goblet Squat", "2 Face Pull", "Floor plan", "Coach’s sheet",
    ]  # fmt: skip
    assert found.posters == 3
    assert [page.label for page in found.document.pages] == ["1", "1-2", "2", "Floor plan", "Coach"]
    assert [(it.title, it.anchor) for it in found.document.bookmarks] == [
        ("1 Goblet Squat", "station-1"), ("2 Face Pull", "station-2"), ("Floor plan", "floor-plan"), ("Coach’s sheet", "coach"),
    ]  # fmt: skip
    anchors = [page.anchor for page in found.document.pages if page.anchor]
    assert len(set(anchors)) == len(anchors)


def test_plan_and_sheet_can_be_left_out(guides):
    found = made(guides, plan=Plan.NONE, has_coach=False)
    assert len(found.document.pages) == 3


def test_the_coachs_sheet_is_upright_office_paper_and_the_plan_as_large_as_the_posters(guides):
    *_, plan, coach = made(guides, sheet=parse_sheet("a3")).document.pages
    assert (round(to_mm(plan.width)), round(to_mm(plan.height))) == (420, 297)
    assert (round(to_mm(coach.width)), round(to_mm(coach.height))) == (210, 297)


@pytest.mark.parametrize(
    ("size", "paper"),
    [
        ("a3", "a4"),
        ("a2", "a4"),
        ("tabloid", "letter"),
        ("half-letter", "letter"),
        ("11x17in", "letter"),
        ("300x400mm", "a4"),
    ],
)
def test_the_paper_of_an_office_follows_the_posters(size, paper):
    assert paper_for(parse_sheet(size)).name == paper


def test_sources_and_licences_that_ask_for_it_are_credited(guides):
    lent = {
        **guides,
        "facepull_band": replace(guides["facepull_band"], license="CC BY-SA 4.0", source="https://lent.example"),
    }
    assert "Credits" not in {page.title for page in made(guides).document.pages}
    last = made(lent).document.pages[-1]
    assert last.title == "Credits"
    said = "".join(item.text for item in last.items if hasattr(item, "runs"))
    assert "CC BY-SA 4.0" in said
    assert "Face Pull (2)" in said


def test_auto_takes_one_way_for_all_posters(guides):
    pages = made(guides, orientation=Orientation.AUTO, plan=Plan.NONE, has_coach=False).document.pages
    assert len({page.width for page in pages}) == 1


@pytest.mark.slow
def test_what_does_not_fit_is_said_once_with_hints_that_work(guides):
    found = made(guides, use=FAR, plan=Plan.NONE)
    assert found.document is None
    errors = [it for it in found.problems if it.severity is Severity.ERROR]
    assert {it.location.path for it in errors} == {guides[it.exercise].path for it in block_of().exercises}
    hint = errors[-1].hint
    assert [it.hint for it in errors[:-1]] == [""] * (len(errors) - 1)
    size = hint.partition("--size ")[2].partition(",")[0].split()[0]
    metres = hint.partition("--read-from ")[2].split()[0].strip(",")
    assert made(guides, use=FAR, sheet=parse_sheet(size)).document
    assert made(guides, use=Use(read_from=parse_distance(metres), scan_from=parse_distance("0.3m"))).document


def test_a_code_that_is_too_large_is_to_be_scanned_from_nearer(guides):
    found = made(guides, use=Use(read_from=parse_distance("3m"), scan_from=parse_distance("1m")))
    assert "--scan-from 0.3m" in [it for it in found.problems if it.severity is Severity.ERROR][-1].hint


def test_small_sheets_are_refused():
    with pytest.raises(UsageError, match="station posters need A5 or larger, not a6"):
        settings(sheet=parse_sheet("a6"))


def test_a_character_that_no_font_has_is_an_error(guides):
    odd = {**guides, "facepull_band": replace(guides["facepull_band"], title="Face 深 Pull")}
    (error,) = [it for it in made(odd).problems if it.severity is Severity.ERROR]
    assert (error.code, error.location.path) == ("missing-glyph", guides["facepull_band"].path)


# --- the file ---------------------------------------------------------------------------------------------------------


def pdf(found, tmp_path):
    ((_, data),) = paint_document(found.document, tmp_path / "circuit.pdf")
    return data


FORMS = {
    "headline": {},
    "low, portrait, up": {"theme": THEMES["night"].inked(Ink.LOW), "orientation": Orientation.PORTRAIT, "arrow": Arrow.UP},
    "mono, grid, brief": {
        "theme": THEMES["oxblood"].inked(Ink.MONO), "plan": Plan.GRID, "detail": Detail.BRIEF,
        "sheet": parse_sheet("a3"), "use": Use(read_from=parse_distance("1m"), scan_from=parse_distance("0.4m")),
    },
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_file_passes_for_accessibility_and_archives(form, guides, tmp_path):
    assert failures(pdf(made(guides, **FORMS[form]), tmp_path)) == {}


def test_the_same_circuit_gives_the_same_bytes(guides, tmp_path):
    assert pdf(made(guides), tmp_path) == pdf(made(guides), tmp_path)


def test_a_screen_reader_hears_posters_plan_and_tables(guides, tmp_path):
    tree = read_tags(pdf(made(guides), tmp_path))
    poster, _, _, plan, coach = tree.all("Sect")[:5]
    assert [kid.name for kid in poster.kids][:6] == ["P", "P", "H1", "P", "P", "L"]
    assert poster.all("L")[0].numbering == "Decimal"
    assert "QR code: opens" in poster.all("Figure")[-1].alternative
    said = [" ".join(kid.text.split()) for kid in poster.all("P")]
    assert [it for it in said if it][-5:-1] == ["Work 40 s", "Rest 20 s", "Rounds 3", "Next: 2 Face Pull"]
    assert [" ".join(item.text.split()) for item in plan.all("LI")] == [
        "1 Goblet Squat Kettlebell 16 kg × 2",
        "2 Face Pull Light Band",
    ]
    stations, clock = coach.all("Table")
    assert [len(row.kids) for row in stations.kids] == [3, 4, 4]
    assert [len(row.kids) for row in clock.kids] == [4, 4, 4, 4]
    assert [" ".join(kid.text.split()) for kid in clock.kids[2].kids] == ["Round 2", "3:10", "4:10", "4:50"]
