"""The pages around the cards: what stands where, how large, in which colours, and where a click leads."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.compose import Brand
from cardgen.display import LinkArea, Path, Role, Text
from cardgen.layout.forms.before import Guidance, code_width, place_before, scan_distance
from cardgen.layout.forms.columns import Strip, fill, pour
from cardgen.layout.forms.contents import place_contents
from cardgen.layout.forms.cover import place_cover
from cardgen.layout.forms.credits import place_credits
from cardgen.layout.forms.index import COLUMN_EM, place_index
from cardgen.layout.forms.index import GUTTER as INDEX_GUTTER
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.forms.model import Contents, Cover, Credit, Entry, Group, Kind, Letter, Pages, Reference
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.theme import AA_TEXT, THEMES, contrast
from cardgen.theme.type import LIST
from cardgen.values.geometry import Rect, mm
from cardgen.values.stock import Orientation, parse_sheet, ways
from cardgen.words import english
from tests.builders import page_of, type_case
from tests.layout.program import made
from tests.layout.reading import ink, rect_of
from tests.work import calls_of

SHEETS = ("a5", "a4", "letter", "half-letter", "a6", "a3", "4x6in", "120x150mm")
NAMES = (
    "Row", "Single Leg Glute Bridge With a Bent Knee on a Bench", "Push-Up", "Överhead Press", "Goblet Squat",
    "Half-Kneeling Landmine Press", "Plank",
)  # fmt: skip


def leaf(size="a5", *, across=False, theme=None, brand=None, title="Made-Up Moves"):
    sheet = parse_sheet(size)
    (sheet,) = ways(sheet, Orientation.LANDSCAPE) if across else (sheet,)
    kit = Kit(
        measures=measures_for(sheet),
        theme=theme or THEMES["petrol"],
        words=english(),
        case=type_case(),
    )
    return Leaf(kit=kit, booklet=title, brand=brand or Brand(name="Harbour Gym"))


def entries(count, first=5):
    return tuple(Entry(name=f"{NAMES[at % len(NAMES)]} {at}", page=first + at) for at in range(count))


def contents(*groups):
    return Contents(
        before=(Entry(name="Before you start", page=2),),
        cards=tuple(groups),
        after=(Entry(name="Index", page=90), Entry(name="Credits", page=92)),
    )


def letters(count):
    references = [
        Reference(name=f"{NAMES[at % len(NAMES)]} {at}", kind=Kind.EXERCISE, pages=(Pages(at + 5, at + 5),))
        for at in range(count)
    ]
    many = tuple(Pages(at, at + at % 3) for at in range(4, 200, 7))
    terms = [Reference(name="Dumbbell", kind=Kind.TERM, pages=many)]
    return (Letter(letter="A", references=tuple(references)), Letter(letter="D", references=tuple(terms)))


GUIDANCE = Guidance(contents=3, index=70, distance=20, has_safety=True)
COVER = Cover(title="Strong at Every Age", subtitle="One to a page", eyebrow="Workout cards", facts=("61 exercises",))
CREDITS = tuple(
    Credit(source=source, license="CC0-1.0", entries=entries(80)) for source in ("", "https://made-up.example/a")
)


def all_pages(to):
    return (
        place_cover(COVER, to),
        place_before(GUIDANCE, 2, to),
        *place_contents(contents(Group(heading="", entries=entries(70))), 3, to),
        *place_index(letters(60), "Exercises are in bold.", 70, to),
        *place_credits(CREDITS, 80, to),
    )


def texts(page, *roles):
    return [it for it in page.items if isinstance(it, Text) and (not roles or it.mark.role in roles)]


def words(page, *roles):
    return " ".join("".join(it.text for it in texts(page, *roles)).split())


def targets(pages):
    return [it.mark.target for page in pages for it in page.items if isinstance(it, LinkArea)]


# --- every page -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("across", [False, True], ids=["upright", "across"])
@pytest.mark.parametrize("size", SHEETS)
def test_text_stays_inside_and_large_enough(size, across):
    to = leaf(size, across=across)
    measures = to.kit.measures
    for page in all_pages(to):
        safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(measures.edge, measures.edge)
        for text in texts(page):
            ink = Rect(x=text.x, y=text.y - 0.7 * text.size, width=text.width, height=0.7 * text.size)
            assert safe.contains(ink, tolerance=0.8 + 0.04 * text.size), (page.title, text.text)  # its bearing
            least = 7.0 if text.mark.role in (Role.FOOTER, Role.FOLIO) else min(measures.floor, 9.0)
            assert text.size >= least - 0.01, (page.title, text.text, text.size)


@pytest.mark.parametrize("across", [False, True], ids=["upright", "across"])
@pytest.mark.parametrize("size", SHEETS)
def test_no_line_stands_over_another(size, across):
    for page in all_pages(leaf(size, across=across)):
        boxes = [
            Rect(x=it.x, y=it.y - 0.68 * it.size, width=it.width, height=0.68 * it.size)
            for it in texts(page)
            if it.text.strip()
        ]
        boxes.sort(key=lambda box: box.y)
        for at, box in enumerate(boxes):
            for other in boxes[at + 1 :]:
                if other.y > box.bottom:
                    break
                assert not box.overlaps(other, tolerance=0.3), page.title


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_every_text_can_be_told_from_its_ground(theme):
    for page in all_pages(leaf(theme=theme, brand=Brand(name="Harbour Gym", address="made-up.example"))):
        band = {theme.paper, theme.on_band} if page.title == COVER.title else set()
        for text in texts(page):
            grounds = [theme.band] if text.color in band else [theme.paper]
            if text.mark.role is Role.STEP_NUMBER:
                grounds = [theme.accent]
            if text.mark.role in (Role.SAFETY, Role.SAFETY_HEADING):
                grounds = [theme.mistakes.ground]
            assert all(contrast(text.color, ground) >= AA_TEXT for ground in grounds), text.text


def test_every_item_has_a_role_and_a_place_in_the_reading_order():
    for page in all_pages(leaf()):
        for item in page.items:
            assert (item.mark.order > 0) is (item.mark.role is not Role.DECORATION)
            assert not isinstance(item, Text) or item.mark.role is not Role.DECORATION


def test_pages_have_anchors_labels_and_folios_at_the_outer_edge():
    to = leaf()
    pages = all_pages(to)[1:]
    for page in pages:
        (folio,) = texts(page, Role.FOLIO)
        number = folio.text.strip()
        assert page.anchor == f"page-{number}"
        assert page.label == number
        outer = folio.x if int(number) % 2 == 0 else page.width - folio.x - folio.width
        assert outer == pytest.approx(to.kit.measures.margin, abs=0.5)
    assert len({folio.y for page in pages for folio in texts(page, Role.FOLIO)}) == 1


def test_the_folio_of_a_card_stands_as_high_as_that_of_the_other_pages():
    brand = Brand(name="Harbour Gym")
    from tests.builders import card

    (on_card,) = texts(page_of(card(folio="12", brand=brand)), Role.FOLIO)
    (on_page,) = texts(place_before(GUIDANCE, 12, leaf(brand=brand)), Role.FOLIO)
    assert (on_card.x, on_card.size) == (on_page.x, on_page.size)
    assert on_card.y == pytest.approx(on_page.y, abs=0.01)


@pytest.mark.parametrize("folio", ["12", "13"])
def test_a_folio_leaves_the_address_and_the_size_alone(folio):
    from tests.builders import card

    page = page_of(card(folio=folio))
    (address,) = texts(page, Role.ADDRESS)
    (number,) = texts(page, Role.FOLIO)
    assert page.type_size == page_of(card(folio="1")).type_size
    assert address.x > number.x + number.width or address.x + address.width < number.x
    assert (number.x < page.width / 2) is (folio == "12")


# --- contents -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 8, 20, 61, 305])
def test_contents_name_every_entry_once_with_a_link(count):
    pages = place_contents(contents(Group(heading="", entries=entries(count))), 3, leaf())
    found = targets(pages)
    assert found == ["page-2", *(f"page-{5 + at}" for at in range(count)), "page-90", "page-92"]


def test_contents_take_as_many_pages_whatever_the_numbers():
    few = contents(Group(heading="", entries=entries(150, first=1)))
    many = contents(Group(heading="", entries=entries(150, first=300)))
    assert len(place_contents(few, 3, leaf())) == len(place_contents(many, 3, leaf()))


def test_leaders_end_on_one_line_and_numbers_at_the_margin():
    (page,) = place_contents(contents(Group(heading="", entries=entries(30))), 3, leaf())
    leaders = [it for it in page.items if isinstance(it, Path) and it.dashes]
    ends = {round(path.segments[-1][1][0], 2) for path in leaders}
    assert len(ends) == 2, "one for each column; full lines end with the right one"
    numbers = [it for it in texts(page, Role.CONTENTS_ENTRY) if it.text.strip().isdigit()]
    assert len({round(it.x + it.width, 1) for it in numbers}) == 2


@pytest.mark.slow
def test_the_numbers_of_thousands_of_cards_stand_clear_of_their_leaders():
    pages = place_contents(contents(Group(heading="", entries=entries(1400, first=35))), 3, leaf())
    assert len(pages) > 20
    for page in pages:
        ends = [it.segments[-1][1] for it in page.items if isinstance(it, Path) and it.dashes]
        for number in texts(page, Role.CONTENTS_ENTRY):
            if number.runs[0].face == "Inter-SemiBold":
                assert all(x < number.x - mm(1) for x, y in ends if abs(y - number.y) < 1 and abs(x - number.x) < mm(9))


def test_pages_behind_the_last_number_bear_it_with_letters():
    numbered = replace(leaf(), last=4)
    assert [numbered.folio(number) for number in (3, 4, 5, 6, 29, 30, 31, 55, 56)] == (
        ["3", "4", "4b", "4c", "4z", "4aa", "4ab", "4az", "4ba"]
    )


def test_a_long_name_turns_over_and_its_number_stands_on_the_last_line():
    (page,) = place_contents(contents(Group(heading="", entries=entries(30))), 3, leaf())
    rows = {}
    for text in texts(page, Role.CONTENTS_ENTRY):
        rows.setdefault(text.mark.order, []).append(text)
    long = [row for row in rows.values() if "Single Leg" in row[0].text]
    assert long
    for first, *others in long:
        *_, number = others
        assert number.text.strip().isdigit()
        assert number.y > first.y
        assert others[0].x > first.x


def test_few_entries_stand_in_one_column():
    (page,) = place_contents(contents(Group(heading="", entries=entries(8))), 3, leaf())
    assert len({round(it.x, 1) for it in texts(page, Role.CONTENTS_ENTRY) if not it.text.strip().isdigit()}) <= 2


def test_a_group_that_is_parted_repeats_its_heading():
    groups = (Group(heading="Barbell", entries=entries(90)), Group(heading="Cable", entries=entries(10, first=95)))
    pages = place_contents(contents(*groups), 3, leaf())
    headings = [words(page, Role.CONTENTS_HEADING) for page in pages]
    assert headings[0].startswith("Barbell")
    assert all("Barbell, continued" in heading for heading in headings)
    assert "Cable" in headings[-1]


# --- columns --------------------------------------------------------------------------------------------------------

strips = st.lists(
    st.builds(
        lambda heading, rows: Strip(heading=heading, rows=tuple(rows)),
        st.sampled_from([0.0, 10.0]),
        st.lists(st.sampled_from([10.0, 20.0]), min_size=1, max_size=40),
    ),
    min_size=1,
    max_size=8,
)


@given(strips, st.sampled_from([60.0, 95.0, 300.0]), st.integers(1, 3), st.sampled_from([0.0, 25.0]))
def test_columns_hold_every_row_once_and_in_order_within_their_height(found, room, columns, tail):
    pages = pour(found, 6.0, columns, lambda _: room, tail=tail)
    parts = [part for page in pages for column in page for part in column]
    rows = [(part.strip, row) for part in parts for row in range(part.start, part.end)]
    assert rows == [(at, row) for at, strip in enumerate(found) for row in range(len(strip.rows))]
    for at, page in enumerate(pages):
        assert len(page) <= columns
        for column in page:
            last = column[-1]
            used = last.y + found[last.strip].heading + sum(found[last.strip].rows[last.start : last.end])
            assert used <= room - (tail if at == len(pages) - 1 else 0.0) + 1e-6
            assert all(other.y > part.y for part, other in pairwise(column))


def test_a_strip_that_fits_a_column_is_kept_whole():
    columns = fill([Strip(rows=(10.0,) * 8), Strip(rows=(10.0,) * 5)], 5.0, lambda _: 100.0)
    assert [[(part.strip, part.start, part.end) for part in column] for column in columns] == [[(0, 0, 8)], [(1, 0, 5)]]


def parts(*found):
    """Rows of each strip in each column of 100 points; strips stand 5 points apart."""
    return [[(it.strip, it.end - it.start) for it in column] for column in fill(found, 5.0, lambda _: 100.0)]


def test_a_strip_leaves_35_parts_of_a_column_empty_to_stay_whole_and_no_more():
    """A third of 100 points and a little: three rows of ten would find room there, which is worth it from then on."""
    short = Strip(rows=(10.0,) * 5)
    assert parts(Strip(rows=(60.0,)), short) == [[(0, 1)], [(1, 5)]]
    assert parts(Strip(rows=(59.9,)), short) == [[(0, 1), (1, 3)], [(1, 2)]]


def test_two_rows_stand_before_a_break_and_one_alone_goes_on_to_the_next_column():
    long = Strip(rows=(10.0,) * 11)
    assert parts(Strip(rows=(75.0,)), long) == [[(0, 1), (1, 2)], [(1, 9)]]
    assert parts(Strip(rows=(75.1,)), long) == [[(0, 1)], [(1, 9)], [(1, 2)]]


def test_no_row_of_a_parted_strip_stands_alone():
    columns = fill([Strip(rows=(10.0,) * 11)], 5.0, lambda _: 100.0)
    assert [(part.start, part.end) for column in columns for part in column] == [(0, 9), (9, 11)]


def test_columns_of_the_last_page_are_balanced():
    ((left, right),) = pour([Strip(rows=(10.0,) * 12)], 5.0, 2, lambda _: 300.0, tail=0.0)
    assert (left[0].end - left[0].start, right[0].end - right[0].start) == (6, 6)


def test_a_page_is_not_left_to_the_tail_alone():
    pages = pour([Strip(rows=(10.0,) * 20)], 5.0, 2, lambda _: 100.0, tail=30.0)
    assert len(pages) == 2
    assert pages[-1]


def test_the_page_before_the_tail_gives_it_rows_by_being_seven_tenths_full():
    pages = pour([Strip(rows=(10.0,) * 20)], 5.0, 2, lambda _: 100.0, tail=30.0)
    assert [[column[0].end - column[0].start for column in page] for page in pages] == [[7, 7], [3, 3]]


def test_a_row_costs_as_much_work_in_a_long_list_as_in_a_short_one():
    few, many = (
        calls_of(lambda rows=rows: pour([Strip(rows=(10.0,) * rows)], 5.0, 2, lambda _: 300.0, tail=30.0))
        for rows in (600, 2400)
    )
    assert many < 4.2 * few


# --- index ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("spare", [-0.1, 0.1])
def test_a_second_column_stands_where_both_are_fifteen_and_a_half_em_wide(spare):
    narrow = leaf()
    least = 2 * COLUMN_EM * narrow.gauge.size(LIST) + narrow.gauge.across(INDEX_GUTTER)
    measures = replace(narrow.kit.measures, text_width=least + spare)
    page, *_ = place_index(letters(60), "", 70, replace(narrow, kit=replace(narrow.kit, measures=measures)))
    assert len({round(it.x) for it in texts(page, Role.INDEX_LETTER)}) == (2 if spare > 0 else 1)


def test_an_index_has_three_columns_on_the_widest_sheet():
    page, *_ = place_index(letters(400), "", 70, leaf("600x148mm"))
    lefts = {round(it.x) for it in texts(page, Role.INDEX_ENTRY) if it.runs[0].face == "Inter-SemiBold"}
    assert len(lefts) == 3


def test_exercises_are_bold_and_terms_regular():
    (page,) = place_index(letters(6), "", 70, leaf())
    faces = {run.face for it in texts(page, Role.INDEX_ENTRY) if "Push" in it.text for run in it.runs}
    assert faces == {"Inter-SemiBold"}
    terms = [it for it in texts(page, Role.INDEX_ENTRY) if "Dumbbell" in it.text]
    assert {run.face for it in terms for run in it.runs} == {"Inter-Regular"}


def test_every_page_number_of_the_index_is_a_link_of_its_own():
    found = letters(6)
    (page,) = place_index(found, "", 70, leaf())
    runs = [run for letter in found for reference in letter.references for run in reference.pages]
    assert targets([page]) == [f"page-{run.first}" for run in runs]
    shown = words(page, Role.INDEX_ENTRY)
    assert all(str(run) in shown for run in runs)


def test_numbers_that_do_not_fit_beside_a_name_stand_right_below():
    (page,) = place_index(letters(1), "", 70, leaf())
    (name,) = [it for it in texts(page, Role.INDEX_ENTRY) if "Dumbbell" in it.text]
    numbers = [it for it in texts(page, Role.INDEX_ENTRY) if it.y > name.y]
    assert len({it.y for it in numbers}) > 1
    ends = {}
    for it in numbers:
        ends[it.y] = max(ends.get(it.y, 0.0), it.x + it.width)
    assert max(ends.values()) - min(ends.values()) < 0.1


@pytest.mark.parametrize("size", SHEETS)
def test_digits_and_wide_letters_stand_clear_of_the_entries(size):
    to = leaf(size)
    for name in ("0–9", "W"):
        (page,) = place_index((replace(letters(1)[0], letter=name),), "", 70, to)
        (letter,) = texts(page, Role.INDEX_LETTER)
        first = min(ink(item).x for item in texts(page, Role.INDEX_ENTRY))
        assert first - ink(letter).right > 0.2 * (first - letter.x)


def test_a_letter_is_repeated_where_it_goes_on():
    pages = place_index(letters(200), "", 70, leaf())
    shown = [it.text.strip() for page in pages for it in texts(page, Role.INDEX_LETTER)]
    assert len(pages) > 2
    assert shown.count("A") >= 2 * len(pages) - 1
    assert shown[-1] == "D"


def test_lines_of_the_index_move_closer_rather_than_leave_a_few_for_another_page():
    def pitch_of(page):
        column = texts(page, Role.INDEX_ENTRY)[0].x
        lines = sorted({round(it.y, 2) for it in texts(page, Role.INDEX_ENTRY) if abs(it.x - column) < 0.1})
        return min(below - above for above, below in pairwise(lines))

    pages = {count: place_index(letters(count), "", 70, leaf()) for count in range(20, 60)}
    most = max(count for count, made in pages.items() if len(made) == 1)
    usual, closest = pitch_of(pages[20][0]), pitch_of(pages[most][0])
    assert 0.88 * usual < closest < 0.97 * usual
    assert pitch_of(pages[most + 1][0]) == pytest.approx(usual)


# --- before you start -----------------------------------------------------------------------------------------------


def test_swatches_are_explained_where_cards_have_maps():
    for has_muscles in (True, False):
        page = place_before(replace(GUIDANCE, has_muscles=has_muscles), 2, leaf())
        assert ("The muscles that it works" in words(page)) is has_muscles
        assert ("Muscles that also help" in words(page)) is has_muscles
        fills = {item.fill for item in page.items if isinstance(item, Path)}
        assert (THEMES["petrol"].helping in fills) is has_muscles


def test_a_code_is_scanned_from_ten_times_its_width():
    assert scan_distance(mm(21.16)) == 21
    assert scan_distance(mm(29.0)) == 29
    assert code_width(page_of()) == pytest.approx(mm(21.16), abs=mm(0.1))


@pytest.mark.parametrize("size", SHEETS)
def test_the_page_says_how_to_scan_when_to_stop_and_what_it_is_not(size):
    said = words(place_before(GUIDANCE, 2, leaf(size)))
    assert "about 20 cm from the code" in said
    assert "The contents are on page 3, the index from A to Z is on page 70." in said
    assert "When to stop at once" in said
    assert "General information, not medical advice." in said


def test_without_codes_nothing_is_said_of_scanning():
    said = words(place_before(replace(GUIDANCE, distance=0, has_safety=False), 2, leaf()))
    assert "phone" not in said
    assert "A code" not in said
    assert "Safety" not in said


# --- cover ----------------------------------------------------------------------------------------------------------


def test_a_short_title_is_set_in_62_points():
    (title,) = texts(place_cover(replace(COVER, title="Strong"), leaf()), Role.TITLE)
    assert title.size == pytest.approx(62.0)


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("title", ["Plank", "Donaudampfschifffahrtsgesellschaft", "Words Upon Words " * 7], ids=len)
def test_any_title_stays_between_the_eyebrow_and_the_band(title, size):
    to = leaf(size, brand=Brand(name="Harbour Gym", address="made-up.example"))
    page = place_cover(replace(COVER, title=title.strip(), subtitle="All you need to know. " * 10), to)
    written = texts(page, Role.TITLE, Role.SUBTITLE, Role.PARAGRAPH)
    (band,) = [it for it in texts(page, Role.FOOTER) if "Harbour" in it.text]
    assert all(it.x + it.width <= page.width - to.kit.measures.margin + 1 for it in written)
    assert max(it.y for it in written) < band.y - band.size
    assert words(page, Role.TITLE) == title.strip()


def test_the_name_of_the_gym_stands_once_on_the_cover():
    page = place_cover(replace(COVER, title="Harbour Gym"), leaf())
    assert words(page).count("Harbour Gym") == 1


def test_cards_on_the_cover_stay_on_the_sheet():
    for across in (False, True):
        page = place_cover(COVER, leaf(across=across))
        for path in (it for it in page.items if isinstance(it, Path)):
            values = [(x, y) for op, found in path.segments for x, y in zip(found[0::2], found[1::2], strict=True)]
            assert all(0 <= x <= page.width for x, _ in values)


@pytest.mark.parametrize("across", [False, True])
def test_a_figure_stands_over_the_band_in_place_of_the_fan(across):
    page = place_cover(replace(COVER, subject=made.SUBJECTS[1]), leaf(across=across))
    poses = [it for it in page.items if it.mark.role is Role.FIGURE]
    assert len(poses) == 2
    foot = max(rect_of(it).y for it in page.items if isinstance(it, Path))
    title = max(it.y for it in texts(page, Role.TITLE))
    assert all(it.rect.bottom < foot and it.rect.right < page.width for it in poses)
    assert across or all(it.rect.y > title for it in poses)
    assert len(page.items) < len(place_cover(COVER, leaf(across=across)).items), "no cards"
