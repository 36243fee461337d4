"""Station posters: large enough for their distance, alike along a wall, an arrow to the next."""

from functools import cache
from itertools import combinations, pairwise

import pytest

from cardgen.display import LinkArea, Op, Path, Role, Stamp, Text
from cardgen.figure.repertoire import posed
from cardgen.layout.circuit.model import Arrow
from cardgen.layout.circuit.station import Poster, place_poster, plan_posters
from cardgen.layout.ground.overflow import Overflow
from cardgen.pictures.qr import QUIET_ZONE, make_code
from cardgen.theme.builtin import THEMES
from cardgen.theme.stage import stage_colors
from cardgen.values.geometry import Rect, mm, to_mm
from cardgen.values.notes import LeftOut
from tests.builders import step, video
from tests.layout.circuit.making import LONG, circuit, kit_of, station
from tests.layout.reading import codes, ink, links, map_items, rect_of, texts, words
from tests.quick import mostly_slow

WALLS = (
    (2, "a4", "landscape", 3.0),
    (3, "a4", "landscape", 1.0),
    (5, "a4", "portrait", 3.0),
    (6, "a3", "landscape", 4.5),
    (8, "a4", "landscape", 3.0),
    (9, "letter", "landscape", 2.0),
    (12, "a3", "portrait", 3.0),
    (24, "a4", "landscape", 3.0),
)
"""Stations, sheet, way it is held, metres."""
each_wall = pytest.mark.parametrize(
    "wall", mostly_slow([(wall,) for wall in WALLS], every=3), ids=lambda wall: " ".join(map(str, wall))
)


def planned(circuit_, arrow="right", **sheet):
    kit, name = kit_of(**sheet)
    return plan_posters(circuit_, Arrow(arrow), kit, name)


def pages(circuit_, arrow="right", **sheet):
    found = planned(circuit_, arrow, **sheet)
    assert [it.message for it in found if isinstance(it, Overflow)] == []
    return [place_poster(it) for it in found]


@cache
def posted(wall):
    stations, size, way, metres = wall
    return pages(circuit(stations), size=size, way=way, metres=metres)


def one(**changes):
    """The poster of the first of three stations."""
    changes, sheet = dict(changes), changes.pop("sheet", {})
    changes.pop("sheet", None)
    return pages(circuit([station(1, **changes), station(2), station(3)]), **sheet)[0]


@each_wall
def test_nothing_is_smaller_than_can_be_read_from_there(wall):
    """But for the caption of the code, which is read by who scans it."""
    least = 13 * wall[3]
    assert all(
        item.size >= least - 1e-6 for page in posted(wall) for item in texts(page) if item.mark.role is not Role.CAPTION
    )


@each_wall
def test_all_text_stands_five_millimetres_from_the_edge(wall):
    for page in posted(wall):
        safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(mm(5), mm(5))
        for item in texts(page):
            assert safe.contains(ink(item), tolerance=0.06 * item.size), item.text


@each_wall
def test_no_text_stands_over_another_or_over_a_picture(wall):
    for page in posted(wall):
        boxes = [(ink(item), item.text) for item in texts(page)]
        for (box, first), (other, second) in combinations(boxes, 2):
            assert not box.overlaps(other), (first, second)
        pictures = [rect_of(item) for item in map_items(page) if isinstance(item, Stamp)] + codes(page)
        for box, text in boxes:
            assert not any(box.overlaps(picture) for picture in pictures), text


@each_wall
def test_every_poster_says_what_comes_next_and_the_last_leads_to_the_first(wall):
    made = circuit(wall[0])
    for page, here in zip(posted(wall), made.stations, strict=True):
        following = made.stations[here.number % len(made.stations)]
        said = " ".join(words(texts(page, Role.PARAGRAPH)))
        assert said.endswith(f"Next: {following.number} {following.title}")
        assert " ".join(words(texts(page, Role.STATION, Role.EYEBROW, Role.TITLE))) == (
            f"{here.number} {here.equipment.upper()} {here.title}"
        )


def grounds(page, color):
    return [rect_of(it) for it in page.items if isinstance(it, Path) and it.fill == color]


@each_wall
def test_square_band_times_and_arrow_stand_in_one_place_along_a_wall(wall):
    def shared(page):
        figures = [item for item in texts(page, Role.PARAGRAPH) if item.text.strip() in ("40", "20")]
        square, band = grounds(page, THEMES["petrol"].accent)[0], grounds(page, THEMES["petrol"].band)[0]
        assert square.bottom == pytest.approx(band.bottom)
        (label,) = [item for item in texts(page, Role.PARAGRAPH) if item.text.startswith("Next")]
        places = [number for item in figures for number in (item.x, item.y, item.size)]
        return [square.width, square.x, band.bottom, *places, label.x]

    first, *others = [shared(page) for page in posted(wall)]
    for other in others:
        assert other == pytest.approx(first)


@pytest.mark.parametrize("stations", [3, 8, 24])
def test_the_stage_has_a_third_of_the_height_and_more(stations):
    for page in pages(circuit(stations)):
        stage = next(
            rect_of(it)
            for it in page.items
            if isinstance(it, Path) and it.fill == stage_colors(THEMES["petrol"]).ground
        )
        assert stage.height >= 0.45 * page.height


def test_the_gym_stands_on_the_wall():
    assert "Harbour Gym" in " ".join(words(texts(one(brand="Harbour Gym"), Role.FOOTER)))


def test_posters_of_three_metres_follow_the_sketch():
    page = posted((8, "a4", "landscape", 3.0))[0]
    (title,) = texts(page, Role.TITLE)
    figures = [item for item in texts(page, Role.PARAGRAPH) if item.text.strip() == "40"]
    assert title.size > 80
    assert figures[0].size > 75
    assert all(item.size >= 39 for item in texts(page, Role.STEP_NAME))


def test_the_code_is_a_tenth_of_the_distance_it_is_scanned_from():
    assert to_mm(rect_of_code(one())) == pytest.approx(30, abs=0.1)
    assert to_mm(rect_of_code(one(sheet={"size": "a3", "scan": 0.42}))) == pytest.approx(42, abs=0.1)


def rect_of_code(page):
    (code,) = codes(page)
    return code.width


def test_the_quiet_zone_of_the_code_is_white():
    page = one()
    (code,) = codes(page)
    zone = code.width / make_code(video().url).modules * QUIET_ZONE
    around = code.inset(-zone, -zone)
    assert not any(ink(item).overlaps(around) for item in texts(page))
    (area,) = links(page)
    assert area.rect.contains(around)
    assert area.mark.link == video().url


def test_a_station_without_a_video_has_no_code_and_one_without_muscles_no_map():
    page = one(video=None, works=(), also=())
    assert not codes(page)
    assert not map_items(page)
    assert page.notes == ()


def test_without_a_figure_the_map_shows_the_muscles():
    page = one()
    assert {item.mark.alternative for item in map_items(page)} == {"Muscle map: works glutes, quads; also calves"}


def test_the_figure_of_the_exercise_stands_on_the_stage_and_that_of_the_next_in_the_arrow():
    made = circuit([station(1, figure=posed("squat")), station(2, figure=posed("plank_bodyweight"))])
    page = pages(made, metres=1.0)[0]
    told = [item.mark.alternative for item in page.items if isinstance(item, Stamp)]
    assert len(set(told)) == 2


TEXTS = (
    step("Hug the Bell", "Hold it by the sides of its handle, tight to your breastbone."),
    step("Sit Down", "Breathe in, then let hips and knees fold at the same pace."),
    step("Rise Tall", "Press the ground down and finish with straight knees."),
)


def test_texts_of_the_steps_are_printed_where_they_can_be_read():
    near, far = (one(texts=TEXTS, sheet={"metres": metres}) for metres in (1.0, 3.0))
    assert " ".join(words(texts(near, Role.STEP))).startswith("Hold it by the sides")
    assert near.notes == ()
    assert min(item.size for item in texts(near)) >= 13
    assert not texts(far, Role.STEP)
    assert far.notes == (LeftOut.TEXTS_OF_POSTER,)


def test_steps_are_numbered_and_a_text_belongs_to_its_number():
    page = one(texts=TEXTS, sheet={"metres": 1.0})
    numbers = texts(page, Role.STEP_NUMBER)
    assert [item.text.strip() for item in numbers] == ["1", "2", "3"]
    assert {item.mark.order for item in numbers} == {
        item.mark.part_of for item in texts(page, Role.STEP_NAME, Role.STEP)
    }


@pytest.mark.parametrize("way", ["landscape", "portrait"])
def test_the_arrow_points_where_the_next_station_is(way):
    tips = {}
    for arrow in ("right", "left", "up", "down"):
        page = pages(circuit(3), arrow, way=way)[0]
        (label,) = [item for item in texts(page, Role.PARAGRAPH) if item.text.startswith("Next")]
        ground = next(
            item for item in reversed(page.items) if isinstance(item, Path) and rect_of(item).contains(ink(label))
        )
        tips[arrow] = ground, rect_of(ground)
    for arrow, edge in (("right", "right"), ("left", "x")):
        path, box = tips[arrow]
        corners = [at for op, at in path.segments if op in (Op.MOVE, Op.LINE)]
        tip = max(corners, key=lambda at: at[0] if arrow == "right" else -at[0])
        assert tip[0] == pytest.approx(getattr(box, edge))
        assert tip[1] == pytest.approx(box.y + box.height / 2)
    if way == "landscape":
        assert tips["left"][1].x < tips["right"][1].x


def test_repetitions_stand_for_a_time_where_there_is_none():
    page = pages(circuit([station(1, task=("12", "reps")), station(2), station(3)], work=None))[0]
    assert " ".join(words(texts(page, Role.PARAGRAPH))).startswith("Work 12 reps Rest 20 s Rounds 3 Next: 2")


@pytest.mark.parametrize(("work", "told"), [(45, "45 s"), (90, "90 s"), (120, "2 min"), (150, "2:30 min")])
def test_long_times_are_told_in_minutes(work, told):
    assert " ".join(words(texts(pages(circuit(2, work=work, rest=0))[0], Role.PARAGRAPH))).startswith(
        f"Work {told} Rounds 3 Next:"
    )


def test_in_low_ink_nothing_is_filled_but_signs_and_all_text_is_black_or_grey():
    for page in pages(circuit(3), ink="low"):
        assert {item.color.hex() for item in texts(page)} <= {"#000000", "#666666"}
        wide = [it for it in page.items if isinstance(it, Path) and it.fill and rect_of(it).height > 40]
        assert {it.fill.hex() for it in wide if it.mark.role not in (Role.CODE, Role.MAP)} <= {"#ffffff"}


def test_in_one_ink_nothing_is_grey():
    for page in pages(circuit(3), ink="mono"):
        colors = {item.color for item in texts(page)}
        for item in page.items:
            if isinstance(item, Path):
                colors |= {item.fill, item.stroke} - {None}
            if isinstance(item, Stamp):
                colors |= {color for path in item.drawing.paths for color in (path.fill, path.stroke) if color}
        assert {color.hex() for color in colors} == {"#000000", "#ffffff"}


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_of_the_steps_can_be_read_in_every_theme(theme):
    from cardgen.theme import contrast

    assert contrast(THEMES[theme].accent_ink, THEMES[theme].paper) >= 4.5


def test_names_in_another_language_say_so():
    found = pages(circuit([station(1), station(2, language="de-CH", title="Liegestütz")]))
    assert {item.mark.language for item in texts(found[0], Role.PARAGRAPH) if item.text.startswith("Lieg")} == {"de-CH"}
    assert {item.mark.language for item in texts(found[1], Role.PARAGRAPH)} == {"en"}
    assert found[1].language == "de-CH"


def test_the_number_is_larger_than_anything_but_the_title():
    for page in posted((24, "a4", "landscape", 3.0)):
        (number,) = texts(page, Role.STATION)
        assert number.size > max(item.size for item in texts(page, Role.STEP_NAME, Role.EYEBROW))


# --- what does not fit ----------------------------------------------------------------------------------------------


def lost(*stations, **sheet):
    return [it for it in planned(circuit(list(stations)), **sheet) if isinstance(it, Overflow)]


def test_steps_that_overflow_are_counted():
    many = station(1, steps=tuple(step(f"Step Number {at}") for at in range(9)))
    (overflow,) = lost(many, station(2))
    assert "9 steps are too many for a4 landscape by" in overflow.message
    assert "39 pt" in overflow.message
    assert overflow.excess > 0


def test_a_step_that_overflows_is_named():
    long = "Unhurriedly Counterbalance Every Single Movement of the Whole Body, Again and Again"
    (overflow,) = lost(station(1, steps=(step("Rise"), step(long, line=7), step(long), step(long))), station(2))
    assert overflow.message.startswith(f'the step "{long}" is too long')
    assert overflow.location.line == 7


def test_a_title_that_overflows_is_named():
    (title, following) = lost(station(1, title="Counterrevolutionaryantidisestablishment" * 2), station(2))
    assert title.message.startswith('the title "Counter')
    assert "Next: Counter" in following.message


def test_a_code_that_overflows_is_told():
    assert "no room for a code" in lost(station(1), station(2), scan=1.5)[0].message


def test_what_fits_on_a_wall_is_not_lost_with_what_does_not():
    many = station(2, steps=tuple(step(f"Step Number {at}") for at in range(9)))
    found = planned(circuit([station(1), many, station(3)]))
    assert [isinstance(it, Poster) for it in found] == [True, False, True]


def test_long_titles_turn_over_and_are_never_cut():
    page = one(title=LONG, figure=posed("squat"))
    assert " ".join(words(texts(page, Role.TITLE))) == LONG
    assert len({item.y for item in texts(page, Role.TITLE)}) > 1


def test_a_name_too_long_for_the_arrow_is_left_to_its_number_and_figure():
    page = pages(circuit([station(1), station(2, title=LONG, figure=posed("squat")), station(3)]))[0]
    assert LeftOut.NEXT_OF_POSTER in page.notes
    assert words(texts(page, Role.PARAGRAPH))[-1] == "2"


def test_one_of_the_given_sizes_is_taken():
    (poster, *_) = planned(circuit(3))
    assert {item.size for item in texts(place_poster(poster, (39.0, 39.5, 60.0)), Role.STEP_NAME)} == {39.5}


def test_items_are_of_the_kinds_that_a_poster_has():
    kinds = {type(item) for item in posted((2, "a4", "landscape", 3.0))[0].items}
    assert kinds == {Text, Path, LinkArea, Stamp}


def test_rows_keep_more_white_between_steps_than_within_one():
    steps = (step("Put Your Whole Foot Up on the Box"), step("Shift Your Weight Onto That Leg"))
    lines = sorted({(item.y, item.mark.order) for item in texts(one(steps=steps), Role.STEP_NAME)})
    gaps = [(below[0] - above[0], below[1] != above[1]) for above, below in pairwise(lines)]
    within = [gap for gap, is_other in gaps if not is_other]
    between = [gap for gap, is_other in gaps if is_other]
    assert not within or min(between) > max(within)
