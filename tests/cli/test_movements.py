"""`cardgen movements`: what can be drawn, as a list, or as a picture."""

import json

import pytest


def test_all_movements_are_listed_with_what_they_are_drawn_with(terminal):
    told = terminal.run("movements").stdout.splitlines()
    assert any(line.startswith("squat ") and "Back Squat (barbell, safetybar" in line for line in told)
    assert len(told) > 340


def test_one_movement_is_told_in_words(terminal):
    told = terminal.run("movements", "Front Squat").stdout
    assert told.startswith("Front Squat with a barbell: standing")
    assert "drawn with barbell, dumbbell, kettlebell, smith, cable" in told


def test_json_has_id_muscles_and_poses(terminal):
    record = json.loads(terminal.run("movements", "squat", "--json").stdout)
    assert (record["id"], record["muscles"], record["poses"]) == ("squat", ["quads", "glutes"], ["start", "bottom"])


@pytest.mark.parametrize(("suffix", "start"), [("svg", b"<svg"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_one_is_drawn_as_the_name_of_the_file_says(terminal, tmp_path, suffix, start):
    file = tmp_path / f"squat.{suffix}"
    assert terminal.run("movements", "squat", "--with", "dumbbell", "-o", str(file)).exit_code == 0
    assert file.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("sqat",), 'there is no movement "sqat"\n  hint: did you mean squat'),
        (("squat", "--with", "rings"), 'squat is not drawn with "rings"\n  hint: it is drawn with barbell'),
        (("plank_bodyweight", "--with", "rings"), "it is drawn in one way: leave --with away"),
        (("-o", "x.svg"), "which movement?"),
        (("squat", "-o", "squat.gif"), "a figure is written as .svg or .png or .pdf"),
        (("--chart", "all.svg"), "a figure is written as .pdf"),
    ],
)
def test_what_cannot_be_drawn_is_told(terminal, args, told):
    result = terminal.run("movements", *args, exit_code=2)
    assert told in result.stderr
