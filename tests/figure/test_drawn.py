"""Key poses as they are written: filled, and in outline for low ink."""

import zlib

import pytest

from cardgen.display import SKETCH_UNIT
from cardgen.figure.drawn import outlined, write_poses
from cardgen.figure.repertoire import Posed, records, works
from cardgen.figure.scene import CARD

SOME = sorted(records())[::40]
LINE = 0.6


def shapes(pose):
    """What is painted, in order: ink, outline, width, operator."""
    ink, width, found = "", 0, []
    for line in zlib.decompress(pose.stream).decode().splitlines()[1:-1]:
        outline, _, paint = line.rpartition(" ")
        if line.startswith("/"):
            ink = line[1:].partition(" ")[0]
        elif paint == "w":
            width = int(outline)
        else:
            found.append((ink, outline, 0 if paint == "f" else width, paint))
    return found


@pytest.fixture(params=SOME)
def pose(request):
    what = Posed(name=request.param, implement="")
    return write_poses(what, works(what), CARD)[-1]


def test_every_shape_is_there_and_each_body_is_white_within_a_line(pose):
    filled, lines = shapes(pose), shapes(outlined(pose, LINE))
    wide = round(2 * LINE / SKETCH_UNIT)
    bodies = [shape for shape in filled if shape[0] in ("near", "far", "equipment") and shape[3] != "S"]
    assert bodies
    for ink, outline, width, paint in bodies:
        edge = lines.index((ink, outline, width + wide, "B"))
        assert ("gap", outline, width, paint) in lines[edge + 1 :]
    assert len(lines) == len(filled) + len(bodies)


def test_no_body_keeps_its_fill_and_muscles_lie_on_the_white(pose):
    lines = shapes(outlined(pose, LINE))
    assert not [shape for shape in lines if shape[0] in ("near", "far", "equipment") and shape[3] == "f"]
    for at, (ink, *_) in enumerate(lines):
        if ink not in ("near", "far", "equipment", "gap", "ground", "arrow"):
            assert "gap" in [shape[0] for shape in lines[:at]]


def test_an_outlined_pose_names_its_inks_and_is_told_from_the_filled_one(pose):
    found = outlined(pose, LINE)
    assert set(found.inks) == {ink for ink, *_ in shapes(found)}
    assert (found.frame, found.digest != pose.digest) == (pose.frame, True)
    assert outlined(pose, LINE).digest == found.digest != outlined(pose, LINE / 2).digest
