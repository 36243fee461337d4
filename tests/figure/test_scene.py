"""Movements as flat shapes: what is drawn, in which order, where the poses stand."""

from dataclasses import replace
from pathlib import Path

import pytest

from cardgen.display import Op
from cardgen.figure.clearance import occupied
from cardgen.figure.pose import PoseError
from cardgen.figure.repertoire import Posed, find_id, movement, posed, records, shapes
from cardgen.figure.scene import Style, arrange, draw_pose, frame_of, overlaid, read_movement
from cardgen.figure.shape import Tone, bounds
from cardgen.values.geometry import Rect

FOLDER = Path(__file__).parent / "golden"
CARD = Style(gap=1.2)
STANDING = {"leg": [-2, -4], "arm": [-2, 6]}
TRACED = (
    "squat barbell",
    "snatch barbell",
    "benchpress dumbbell",
    "latpulldown cable",
    "curl dumbbell",
    "swing kettlebell",
    "inclinecurl dumbbell",
    "legpress machine",
    "pushup_bodyweight",
    "birddog_bodyweight",
    "catcow_bodyweight",
    "externalrotation_band",
)


def tones(found):
    return [shape.tone for shape in found]


def trace(name):
    """A figure as text: a shape a line, its tone and what it covers, in tenths of a unit."""
    what = posed(*name.split())
    lines = []
    for at, pose in enumerate(shapes(what, movement(what).works, CARD)):
        lines.append(f"pose {at + 1}")
        for shape in pose:
            box = bounds([shape])
            place = f"{box.x:.1f} {box.y:.1f} {box.right:.1f} {box.bottom:.1f}"
            extra = f"  width {shape.width:.1f}" * bool(shape.width) + f"  {shape.muscle}" * bool(shape.muscle)
            lines.append(f"  {shape.tone.value:<9}  {len(shape.outline):>2}  {place}{extra}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", TRACED)
def test_a_figure_is_drawn_as_reviewed(name, update_golden):
    path = FOLDER / f"{name.replace(' ', '-')}.txt"
    found = trace(name)
    if update_golden:
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", list(records())[::12])
def test_movements_are_drawn_within_a_frame_on_one_floor(name):
    for pose in shapes(Posed(name=name), (), CARD):
        frame = frame_of(pose)
        assert pose[0].tone is Tone.GROUND
        assert frame.x + frame.width > -2
        assert -2 < frame.bottom < 6  # nothing but a mat is drawn under the floor
        assert Tone.NEAR in tones(pose)


def test_equipment_of_a_layer_lies_between_far_limbs_and_near_ones():
    props = [{"type": "box", "x": 0, "w": 20, "h": 20}, {"type": "medball"}]
    found = tones(draw_pose(read_movement({"poses": [STANDING], "props": props}), 0, CARD))
    assert found.index(Tone.EQUIPMENT) < found.index(Tone.FAR) < found.index(Tone.NEAR)
    assert found[-1] is Tone.NEAR  # the near arm holds the ball


def test_muscles_that_face_away_are_not_drawn():
    def shown(yaw, *works):
        pose = draw_pose(read_movement({"poses": [STANDING], "works": works, "yaw": yaw}), 0, CARD)
        return {shape.muscle for shape in pose if shape.tone is Tone.ACCENT}

    assert shown(90, "abs", "lats", "quads") == {"abs", "quads"}
    assert shown(-90, "abs", "lats", "hamstrings") == {"lats", "hamstrings"}


def test_an_arrow_shows_the_way_of_what_moves_most_and_touches_no_body():
    pose = shapes(posed("squat"), (), CARD)[1]
    arrow = [shape for shape in pose if shape.tone is Tone.ARROW]
    assert bounds(arrow).height > 15
    assert not occupied(arrow) & occupied(shape for shape in pose if shape.tone is not Tone.ARROW)


def test_a_curl_has_a_bent_arrow_and_a_press_a_straight_one():
    def shaft(name):
        arrow = next(shape for shape in shapes(posed(name), (), CARD)[1] if shape.tone is Tone.ARROW)
        return {op for op, _ in arrow.outline}

    assert shaft("curl") == {Op.MOVE, Op.CURVE}
    assert shaft("overheadpress") == {Op.MOVE, Op.LINE}


def test_poses_are_stacked_where_they_come_out_larger():
    lying = [Rect(x=0, y=-20, width=100, height=22)] * 2
    assert arrange(lying, 5.0).width == 214
    stacked = arrange(lying, 1.5)
    assert (stacked.width, stacked.height) == (100, 51)
    assert arrange(lying[:1], 0.2).height == 22


def test_poses_side_by_side_stand_on_one_floor():
    frames = [Rect(x=-5, y=-100, width=20, height=102), Rect(x=-9, y=-50, width=30, height=52)]
    row = arrange(frames)
    assert {y for _, y in row.places} == {100}
    assert [x + frame.x for (x, _), frame in zip(row.places, frames, strict=True)] == [0, 34]


def test_poses_of_an_overlay_stand_on_one_spot():
    frames = [Rect(x=-5, y=-100, width=20, height=102), Rect(x=-9, y=-50, width=30, height=52)]
    found = overlaid(frames)
    assert found.places == ((9, 100), (9, 100))
    assert (found.width, found.height) == (30, 102)


@pytest.mark.parametrize(
    ("prop", "told"),
    [
        ({"type": "sofa"}, 'there is no equipment "sofa"; known: barbell'),
        ({"type": "box", "x": 0, "w": 9, "h": 9, "colour": 3}, 'a box has no field "colour"; it has h, layer'),
        ({"type": "cable", "to": "hands"}, 'a cable needs "from"'),
        ({"type": "box", "x": "left", "w": 9, "h": 9}, '"x" of a box takes a number'),
        ({"type": "dumbbell", "axis": "up"}, '"axis" of a dumbbell is x, y or z'),
    ],
)
def test_equipment_that_cannot_be_drawn_is_refused(prop, told):
    with pytest.raises(PoseError) as refused:
        draw_pose(read_movement({"poses": [STANDING], "props": [prop]}), 0, CARD)
    assert told in str(refused.value)


# --- the repertoire -------------------------------------------------------------------------------------------------


def test_a_movement_is_found_by_its_id_or_title_however_it_is_written():
    assert find_id("romanian-deadlift") == find_id("Romanian Deadlift") == "romaniandeadlift"
    assert find_id("somersault") is None


def test_a_movement_has_no_figure_with_an_implement_that_it_is_not_drawn_with():
    assert posed("squat", "dumbbell") == Posed(name="squat", implement="dumbbell")
    assert posed("squat", "rings") is None
    assert posed("somersault") is None


# --- what lies before what --------------------------------------------------------------------------------------------


def drawn(name, *works):
    return [
        draw_pose(replace(movement(posed(name)), works=works), at, CARD)
        for at in range(len(movement(posed(name)).poses))
    ]


def test_thighs_that_pass_before_an_arm_are_painted_once_more_over_it():
    away, here = drawn("russiantwist_bodyweight")
    assert [tone for tone in tones(away) if tone in (Tone.NEAR, Tone.FAR)][-1] is Tone.NEAR
    assert tones(away).count(Tone.FAR) == 7  # arm and leg of three parts each, and the thigh once more
    assert tones(here)[: tones(here).index(Tone.NEAR)].count(Tone.FAR) == 6
    assert tones(here).count(Tone.FAR) == 8  # forearm and hand once more, over the trunk
    assert all(tones(pose).count(Tone.FAR) == 6 for pose in drawn("bicyclecrunch_bodyweight"))


def test_thighs_that_point_at_the_viewer_pass_before_the_trunk():
    def places(pitch):
        pose = {"at": {"hip": [0, 32]}, "leg": {"thigh": 84, "shin": 0}, "arm": [0, 4]}
        shapes_ = draw_pose(read_movement({"poses": [pose], "yaw": 90, "pitch": pitch}), 0, CARD)
        return shapes_, [bounds([shape]) for shape in shapes_]

    level, boxes = places(0)
    _, seen = places(30)
    trunk = max(range(len(level)), key=lambda at: boxes[at].height if level[at].tone is Tone.NEAR else 0)
    assert tones(level)[:trunk].count(Tone.NEAR) == 0
    assert max(box.height for box in seen) < max(box.height for box in boxes)


@pytest.mark.parametrize("name", ["hipabductormachine", "hipabduction", "hipabduction_chair", "lateralwalk_band"])
def test_the_muscles_at_the_outside_of_the_hips_are_seen_from_the_front_and_from_behind(name):
    for pose in drawn(name, "abductors"):
        assert [shape.muscle for shape in pose].count("abductors") == 2


@pytest.mark.parametrize(
    "name", ["bentoverrow", "pendlayrow", "onearmrow", "tbarrow", "seatedrow", "standingrow", "inclinerow", "row_band"]
)
def test_the_arm_of_a_row_leaves_half_of_the_back_muscle_to_be_seen_at_the_top(name):
    start, top = ([*shapes_] for shapes_ in drawn(name, "lats"))
    for pose in (start, top):
        at = next(place for place, shape in enumerate(pose) if shape.muscle == "lats")
        muscle = occupied([pose[at]])
        over = occupied(shape for shape in pose[at + 1 :] if shape.tone is not Tone.ARROW)
        assert len(muscle - over) >= len(muscle) / 2


def test_a_mat_is_seen_from_a_little_above_with_the_floor_under_it():
    props = [{"type": "mat", "x1": -40, "x2": 40}]
    floor, mat, *_ = draw_pose(read_movement({"poses": [STANDING], "props": props}), 0, CARD)
    assert (floor.tone, mat.tone) == (Tone.GROUND, Tone.GROUND)
    assert bounds([mat]).y < -3
    assert bounds([floor]).y > bounds([mat]).bottom > 3
    ends = [values[-2] for _, values in mat.outline if values and values[-1] < 0]
    assert -40 < min(ends) < max(ends) < 40  # its far edge is shorter
