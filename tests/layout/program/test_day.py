"""The page of a training day: where its columns stand, what gives way when it is long, where its links lead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.display import LinkArea, Path, Role
from cardgen.layout.forms.leaf import Head, frame
from cardgen.layout.program.day import FIELD_GAP, REMARK_GAP, has_room_for_log, place_day
from cardgen.layout.program.dayform import Column, Figures, form_of
from cardgen.layout.program.letter import remarks_height
from cardgen.layout.program.log import BESIDE
from cardgen.layout.program.model import Block, DayGroup, DayRow, Name, Part
from cardgen.theme import PETROL, Ink
from cardgen.values.geometry import to_mm
from cardgen.values.use import IN_HAND
from tests.layout.program import made
from tests.layout.program.checks import LEAST_BOX, boxes, check, check_boxes, groups, inks, read, targets, texts
from tests.layout.reading import ink, rect_of
from tests.quick import examples

LONG_NAME = "Single Leg Hinge With a Bent Knee and a Long Reach to the Far Side"


def the_page(day=made.DAY, to=None):
    (page,) = place_day(day, 5, to or made.leaf())
    return page


def find(page, words, *roles):
    (found,) = [it for it in texts(page, *roles) if it.text.strip() == words]
    return found


def discs(page):
    return [it for it in texts(page, Role.CELL) if it.mark.column == 1 and it.mark.span == 1]


def days(*groups, **changes):
    """A day with these groups as its main work."""
    block = Block(heading="Main work", part=Part.MAIN, minutes="20 min", groups=groups)
    return replace(made.DAY, blocks=(block,), **changes)


# --- numbers --------------------------------------------------------------------------------------------------------


def test_a_bracket_holds_the_rows_of_a_superset_and_what_to_do_with_it():
    page = the_page()
    (bracket,) = [
        rect_of(it) for it in page.items if isinstance(it, Path) and to_mm(it.stroke_width) == pytest.approx(0.6)
    ]
    inside = [it.text.strip() for it, box in inks(page) if bracket.y < box.y and box.bottom < bracket.bottom]
    assert "4a" in inside
    assert "4b" in inside
    assert any(words.startswith("Superset: 4a, then 4b") for words in inside)
    assert "3" not in inside
    assert "5" not in inside


def test_a_missing_load_is_a_box_to_write_in_with_its_unit():
    page = the_page()
    (unit,) = [(it, box) for it, box in inks(page) if it.text.strip() == "kg"]
    (box,) = [it for it in boxes(page, PETROL.outline) if it.contains(unit[1])]
    assert min(box.width, box.height) >= LEAST_BOX - 0.01


# --- figures ---------------------------------------------------------------------------------------------------------


def figures(page):
    """The key poses of each figure."""
    found = {}
    for it in page.items:
        if it.mark.role is Role.FIGURE:
            found.setdefault(it.mark.order, []).append(it)
    return list(found.values())


@pytest.mark.parametrize(("size", "use"), [("a5", IN_HAND), ("a4", IN_HAND), ("letter", IN_HAND), ("a4", made.LARGE)])
def test_a_figure_touches_no_letter_and_neither_do_two_poses(size, use):
    for page in place_day(made.drawn(made.DAY), 5, made.leaf(size, use=use)):
        drawn = [it.rect for found in figures(page) for it in found]
        for at, one in enumerate(drawn):
            others = [*drawn[at + 1 :], *(ink(it) for it in texts(page))]
            assert not any(meets(one, other) for other in others), one


def meets(one, other):
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0.05 and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.05


def test_where_a_pair_would_be_small_the_pose_that_tells_most_stands_alone():
    page = the_page(made.drawn(made.DAY, (made.SUBJECTS[1], made.subject("calfraise", "calves"))))
    assert [len(found) for found in figures(page)] == [1, 2, 1, 2, 1, 2, 1]


# --- what gives way -------------------------------------------------------------------------------------------------


def test_a_program_without_tempo_has_no_column_for_it():
    still = replace(made.HINGE, tempo="")
    page = the_page(days(made.group(1, still)))
    assert "Tempo" not in read(page)
    assert "Tempo" in read(the_page(days(made.group(1, still), made.group(2, made.SQUAT))))


def test_a_long_day_goes_on_and_repeats_its_head():
    many = days(*(made.group(number, made.MOVES[number % 14]) for number in range(1, 24)))
    pages = place_day(many, 5, made.leaf())
    assert [page.label for page in pages] == ["5", "6"]
    assert all("Exercise Sets × reps Load Rest Tempo Page" in read(page) for page in pages)
    assert "Main work, continued" in read(pages[1])
    assert "Your trainer:" not in read(pages[0])
    assert "Your trainer:" in read(pages[1])


def test_a_superset_stays_on_one_page():
    singles = [made.group(number, made.MOVES[number % 14]) for number in range(1, 13)]
    pages = place_day(days(*singles, made.group(13, *made.MOVES[:3]), remarks=()), 5, made.leaf())
    assert len(pages) == 2
    assert [it.text.strip() for it in discs(pages[0])][-1] == "11"
    assert [it.text.strip() for it in discs(pages[1])] == ["12", "13a", "13b", "13c"]


def test_a_superset_higher_than_a_page_keeps_its_bracket_on_both():
    tall = DayGroup(rows=tuple(made.row(f"1{letter}", made.HINGE) for letter in "abcdefghijklmnopqrst"))
    pages = place_day(days(tall), 5, made.leaf())
    assert len(pages) == 2
    for page in pages:
        assert any(isinstance(it, Path) and to_mm(it.stroke_width) == pytest.approx(0.6) for it in page.items)


# --- a short day ----------------------------------------------------------------------------------------------------


def test_a_short_day_has_its_log_and_notes_on_its_page():
    page = the_page(made.SHORT_DAY)
    shown = read(page)
    assert has_room_for_log(made.SHORT_DAY, made.leaf())
    for words in ("Your log", "Week", "20 20 22.5 22.5 25 25 27.5 27.5", "Effort, 1 to 10", "Notes", "Your trainer:"):
        assert words in shown


def test_a_log_that_does_not_fit_on_the_day_has_pages_of_its_own():
    large = made.leaf(use=made.LARGE)
    day = replace(made.SHORT_DAY, log=made.LONG_LOG)
    assert not has_room_for_log(day, large)
    pages = place_day(day, 5, large)
    assert "Bell Swing" in " ".join(read(page) for page in pages[1:])


# --- links ----------------------------------------------------------------------------------------------------------


def test_a_row_leads_to_its_card_and_a_disc_to_the_log():
    page = the_page()
    rows = [row for block in made.DAY.blocks for group in block.groups for row in group.rows]
    assert [it for it in targets(page) if it != "page-22"] == [f"page-{row.page}" for row in rows]
    assert targets(page).count("page-22") == len(rows)
    areas = [it for it in page.items if isinstance(it, LinkArea)]
    assert {it.mark.role for it in areas} == {Role.CELL}
    assert "Keg Squat, page 11" in {it.mark.alternative for it in areas}


# --- at random ------------------------------------------------------------------------------------------------------

NAMES = ("Row", "Keg Squat", "Half-Kneeling Landmine Press", LONG_NAME, "Überzug naïve")
rows_ = st.builds(
    made.Move,
    name=st.sampled_from(NAMES),
    equipment=st.sampled_from(["", "Band", "Leverage Machine With a Long Name"]),
    work=st.sampled_from(["3 × 8–12", "2 × 12", "4 × 30–45 s each way"]),
    load=st.sampled_from([None, "", "20 kg", "body weight", "60–70 % of your best"]),
    rest=st.sampled_from(["", "90 s", "2 min 30 s", "none"]),
    tempo=st.sampled_from(["", "3-1-1-0"]),
    side=st.sampled_from(["", "each side"]),
)


@st.composite
def random_days(draw):
    """A day of 1 to 10 exercises, alone and in supersets; their pages are all different."""
    left, number, page = draw(st.integers(1, 10)), 1, 30
    blocks = []
    while left:
        found = []
        for _ in range(draw(st.integers(1, 3))):
            size = min(left, draw(st.sampled_from([1, 1, 2, 3])))
            if size:
                moves = [draw(rows_) for _ in range(size)]
                found.append(made.group(number, *moves, pages=tuple(range(page, page + size))))
                left, number, page = left - size, number + 1, page + size
        heading = f"Block {len(blocks) + 1}"
        blocks.append(Block(heading=heading, part=Part.MAIN, minutes="8 min", groups=tuple(found)))
    day = replace(made.DAY, blocks=tuple(blocks), remarks=draw(st.sampled_from([(), (made.SAID,)])))
    return made.drawn(day, draw(st.sampled_from([(None,), made.SUBJECTS])))


def said_of(row: DayRow):
    """What a row prints, cell for cell, but for the tempo."""
    yield row.order
    yield row.name.text
    yield f"{row.work} {row.side}".strip()
    if row.load is None:
        yield row.unit
    elif row.load:
        yield row.load
    if row.rest:
        yield row.rest
    yield str(row.page)


@settings(max_examples=examples(30), suppress_health_check=list(HealthCheck), database=None)
@given(day=random_days(), place=made.any_place, ink=st.sampled_from(Ink))
def test_nothing_of_a_day_is_lost_on_any_sheet(day, place, ink):
    size, use = place
    to = made.leaf(size, use=use, ink=ink)
    pages, loads = place_day(day, 5, to), 0
    for page in pages:
        check(page, to)
        loads += len(check_boxes(page, to))
    rows = [row for block in day.blocks for group in block.groups for row in group.rows]
    assert loads == sum(row.load is None for row in rows)
    shown = " ".join(" ".join(groups(page).values()) for page in pages).replace("no rest", "none")
    at = 0
    for row in rows:
        for words in (row.order, row.name.text, row.work, row.side, row.load, row.rest, str(row.page)):
            if words:
                assert words in shown[at:], words
                at = shown.index(words, at) + len(words)
        assert row.tempo in shown, "in its column, under the name or beside the rest"
    said = " ".join(f"{remark.lead} {remark.text}" for remark in day.remarks)
    assert said in " ".join(read(page, Role.PARAGRAPH) for page in pages)
    assert [it for page in pages for it in targets(page) if it != "page-22"] == [f"page-{row.page}" for row in rows]


def cells_of(page):
    """The words of every cell of the table but those of headings, in reading order; equipment left away."""
    said = groups(page)
    marks = {it.mark.order: it.mark for it in texts(page)}
    names = {it.mark.order for it in texts(page, Role.ROW_HEAD) if it.mark.column == 1}
    rows = {order for order in said if marks[order].part_of in names and marks[order].role is not Role.COLUMN_HEAD}
    for order, words in said.items():
        mark = marks[order]
        if mark.role not in {Role.CELL, Role.ROW_HEAD} or order in rows:
            continue
        if mark.role is Role.ROW_HEAD:
            lines = [it for it in texts(page, Role.ROW_HEAD) if it.mark.order == order]
            bold = [it.text for it in lines if it.runs[0].face != "Inter-Regular"]
            yield " ".join("".join(bold).split())
        else:
            yield words


def test_names_are_read_in_their_language():
    row = replace(made.row("1", made.HINGE), name=Name(text="Kniebeuge", language="de"))
    page = the_page(days(DayGroup(rows=(row,))))
    assert [it.mark.language for it in texts(page) if it.text.strip() == "Kniebeuge"] == ["de"]


def test_a_day_without_weekday_has_its_number_alone_on_the_tile():
    page = the_page(replace(made.DAY, weekday="", number="3"))
    assert read(page, Role.DAY) == "3"
    assert read(the_page(), Role.DAY) == "Mon 1"


@pytest.mark.parametrize("size", ["a6", "4x6in", "a4"])
def test_a_load_is_written_in_a_box_for_the_pen_on_small_sheets_too(size):
    to = made.leaf(size)
    many = days(*(made.group(number, made.ROW) for number in range(1, 9)), remarks=())
    assert sum(len(check_boxes(page, to)) for page in place_day(many, 5, to)) == 8


def test_a_long_name_of_a_block_stands_clear_of_its_time():
    block = replace(made.DAY.blocks[1], heading="Main work: " + "lift slowly, row, breathe out " * 2)
    for size, use in (("a6", IN_HAND), ("a5", made.LARGE)):
        to = made.leaf(size, use=use)
        pages = place_day(replace(made.DAY, blocks=(block,)), 5, to)
        for page in pages:
            check(page, to)
        assert f"{' '.join(block.heading.split())} 23 min" in read(pages[0])


def test_the_numbers_of_a_row_are_said_in_words_where_there_are_no_columns():
    to = made.leaf(use=made.LARGE)
    shown = " ".join(read(page) for page in place_day(made.DAY, 5, to))
    assert "Harbour Hinge Lever Machine 3 × 10 20 kg rest 90 s tempo 3-1-1-0 10" in shown
    assert "Sets × reps" not in shown


@pytest.mark.parametrize("use", [IN_HAND, made.LARGE], ids=["in hand", "large print"])
def test_how_long_the_day_and_each_block_take_is_printed(use):
    pages = place_day(made.LONG_DAY, 5, made.leaf(use=use))
    assert all("10 exercises, about 50 minutes" in read(page, Role.INTRODUCTION) for page in pages)
    cells = [it.text.strip() for page in pages for it in texts(page, Role.CELL)]
    assert [cells.count(minutes) for minutes in ("8 min", "40 min", "3 min")] == [1, 1, 1]


def test_remarks_longer_than_half_a_page_have_a_page_of_their_own():
    words = " ".join(f"word{at}" for at in range(400))
    pages = place_day(replace(made.DAY, remarks=(made.SAID, replace(made.SAID, lead="", text=words))), 5, made.leaf())
    assert "Your trainer:" not in read(pages[0])
    assert read(pages[1], Role.PAGE_HEADING) == "Hinge and row"
    assert words in " ".join(read(page, Role.PARAGRAPH) for page in pages[1:])


@pytest.mark.parametrize(("growth", "columns"), [(1.119, True), (1.121, False)])
def test_letters_of_an_eighth_larger_than_usual_leave_no_room_for_columns(growth, columns):
    leaf = made.leaf("297x210mm")
    stretched = replace(leaf, stretch=growth / leaf.gauge.growth)
    assert stretched.gauge.growth == pytest.approx(growth)
    (page,) = place_day(replace(made.SHORT_DAY, log=None), 5, stretched)
    assert ("Load" in read(page, Role.COLUMN_HEAD).split()) is columns


def test_remarks_of_up_to_half_a_page_stand_below_the_table():
    leaf = made.leaf()
    gauge = leaf.gauge
    short = replace(made.SHORT_DAY, log=None)
    plain, strong = short.summary
    head = Head(
        eyebrow=short.eyebrow, title=short.title, introduction=plain, strong=strong, beside=BESIDE, gap=FIELD_GAP
    )
    field = frame(head, 5, leaf).field.height
    shares = {True: [], False: []}
    for number in range(120, 260, 4):
        remarks = (replace(made.SAID, text="word " * number),)
        pages = place_day(replace(short, remarks=remarks), 5, leaf)
        share = (remarks_height(remarks, gauge) + gauge.down(REMARK_GAP)) / field
        shares["Your trainer:" in read(pages[0])].append(share)
    assert 0.46 < max(shares[True]) <= 0.5 < min(shares[False])


def test_without_a_heading_no_rest_is_said_so():
    shown = " ".join(read(page) for page in place_day(made.DAY, 5, made.leaf("a4", use=made.LARGE)))
    assert "no rest" in shown
    assert "rest none" not in shown


@pytest.mark.parametrize("size", ["a5", "a4", "letter"])
def test_columns_are_four_units_apart_and_there_is_none_for_what_no_row_has(size):
    to = made.leaf(size).dense
    rows = [row for block in made.DAY.blocks for group in block.groups for row in group.rows]
    form = form_of(rows, to.gauge, Figures.SHOWN)
    ends = [max(frame.width for row in rows if (frame := form.frame(it, row))) for it in form.columns]
    gaps = [next_ - x - wide for x, wide, next_ in zip(form.xs, ends, form.xs[1:], strict=False)]
    assert min(gaps) >= to.gauge.across(4) - 0.01
    without = form_of([replace(row, load="", tempo="") for row in rows], to.gauge, Figures.SHOWN)
    assert not {Column.LOAD, Column.TEMPO} & set(without.columns)


def test_a_larger_sheet_holds_more_in_type_that_is_a_little_larger():
    small, large = made.leaf("a5").dense.gauge, made.leaf("a4").dense.gauge
    assert 1.1 < large.scale / small.scale < 1.25
    assert large.width / large.unit > 1.15 * small.width / small.unit
