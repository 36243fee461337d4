"""`cardgen circuit`, as people call it."""

import pytest

HEAD = "title: Morning\ncircuit:\n  work: 40s\n  rest: 20s\n  rounds: 2\n  round_rest: 1:00\n  exercises:\n"
STATIONS = "    - {exercise: goodmorning_barbell, places: 2}\n    - pullthrough_band\n    - hipbridge_bodyweight\n"
TWO = """\
title: Two of them
days:
  - name: Day one
    blocks:
      - {kind: circuit, work: 30s, rounds: 2, exercises: [goodmorning_barbell, pullthrough_band]}
      - {kind: circuit, name: Finish, work: 20s, rounds: 2, exercises: [hipbridge_bodyweight, pullthrough_band]}
"""


@pytest.fixture
def morning(terminal, content):
    path = terminal.folder / "morning.yaml"
    path.write_text(HEAD + STATIONS, encoding="utf-8")
    return "morning.yaml"


def test_a_circuit_becomes_a_file(terminal, morning):
    result = terminal.run("circuit", morning, "-o", "floor/circuit.pdf")
    assert result.stdout.startswith("3 stations, 4 posters on 6 pages in floor/circuit.pdf (")
    assert (terminal.folder / "floor" / "circuit.pdf").read_bytes().startswith(b"%PDF")


def test_json_tells_stations_times_and_what_to_set_up(terminal, morning):
    told = terminal.json("circuit", morning, "--no-coach", "--plan", "none")
    assert told["circuit"] == "output/circuit.pdf"
    assert told["title"] == "Morning"
    assert told["seconds"] == {"round": 160, "total": 380}
    assert [it["number"] for it in told["stations"]] == [1, 2, 3]
    assert told["setup"] == ["2 barbells (station 1)", "Band (2)", "Clock, water"]


def test_options_of_the_wall_reach_the_pages(terminal, morning):
    options = (
        "--size",
        "a3",
        "--arrow",
        "left",
        "--plan",
        "grid",
        "--ink",
        "low",
        "--theme",
        "night",
        "--read-from",
        "10ft",
    )
    terminal.run("circuit", morning, *options, "--format", "svg", "-o", "wall.svg", "--no-coach")
    pages = sorted(path.name for path in terminal.folder.glob("wall-*.svg"))
    assert pages == [f"wall-0{at}.svg" for at in range(1, 6)]


def test_what_does_not_fit_leaves_no_file_and_says_what_would(terminal, morning):
    result = terminal.run("circuit", morning, "--read-from", "9m", exit_code=1)
    assert "no room" in result.stderr or "too" in result.stderr
    assert "hint: " in result.stderr
    assert "--read-from" in result.stderr
    assert not (terminal.folder / "output").exists()


def test_texts_that_have_no_room_are_told(terminal, morning):
    result = terminal.run("circuit", morning, "--detail", "brief")
    assert "warning: the texts of the steps were left out" in result.stderr


def test_guides_may_lie_elsewhere(terminal, morning, content):
    content.rename(terminal.folder / "mine")
    result = terminal.run("circuit", morning, exit_code=2)
    assert "--guides" in result.stderr
    terminal.run("circuit", morning, "--guides", "mine", "-q")


def test_an_unknown_exercise_is_told_where_it_stands(terminal, content):
    (terminal.folder / "odd.yaml").write_text(
        HEAD + "    - goodmorning_barbel\n    - pullthrough_band\n", encoding="utf-8"
    )
    result = terminal.run("circuit", "odd.yaml", exit_code=1)
    assert "odd.yaml:8: " in result.stderr
    assert 'no guide is called "goodmorning_barbel"' in result.stderr


def test_a_file_with_several_circuits_is_asked_which(terminal, content):
    (terminal.folder / "two.yaml").write_text(TWO, encoding="utf-8")
    result = terminal.run("circuit", "two.yaml", exit_code=2)
    assert "two.yaml has 2 circuits" in result.stderr
    assert terminal.json("circuit", "two.yaml", "--which", "2")["title"] == "Finish"
    assert terminal.json("circuit", "two.yaml", "--which", "1")["title"] == "Circuit of two stations"
    assert "but two.yaml has 2 circuits" in terminal.run("circuit", "two.yaml", "--which", "3", exit_code=2).stderr


def test_a_program_without_a_circuit_is_refused(terminal, content):
    text = "title: Plain\ndays:\n  - name: Day one\n    blocks:\n      - exercises: [pullthrough_band]\n"
    (terminal.folder / "plain.yaml").write_text(text, encoding="utf-8")
    assert "has no circuit" in terminal.run("circuit", "plain.yaml", exit_code=2).stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.yaml",), "there is no such file"),
        (("content",), "content is a folder"),
        (("morning.yaml", "--size", "a6"), "station posters need A5 or larger"),
        (("morning.yaml", "-o", "wall.doc"), "PDF cannot be written to wall.doc"),
        (("morning.yaml", "-q", "-v"), "contradict"),
    ],
)
def test_wrong_requests_are_refused(terminal, morning, arguments, said):
    assert said in terminal.run("circuit", *arguments, exit_code=2).stderr


def test_the_sample_circuit_fits(terminal, repository, monkeypatch):
    monkeypatch.chdir(repository)
    path = terminal.folder / "sample.pdf"
    result = terminal.run("circuit", "content/programs/eight-stations.yaml", "-o", str(path))
    assert result.stdout.startswith("8 stations, 9 posters on 11 pages")
    assert result.stderr == ""


def test_what_holds_for_many_posters_is_said_once(terminal, repository, monkeypatch):
    monkeypatch.chdir(repository)
    asked = (
        "circuit",
        "content/programs/eight-stations.yaml",
        "--detail",
        "brief",
        "-o",
        str(terminal.folder / "s.pdf"),
    )
    result = terminal.run(*asked)
    told = "warning: the texts of the steps were left out, so that the poster can be read from afar"
    assert result.stderr == f"8 guides: {told}\n  hint: take a larger sheet, or stand nearer\n"
    assert terminal.run(*asked, "-v").stderr.count(told) == 8
