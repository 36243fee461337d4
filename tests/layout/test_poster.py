"""Headline cards: the names of the steps alone, as large as they fit, beside number, picture and code."""

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cardgen.compose import compose_card
from cardgen.display import Image, Path, Role, Stamp
from cardgen.figure.repertoire import posed
from cardgen.layout.cards.fit import fit_card
from cardgen.layout.ground.measures import measures_for
from cardgen.layout.ground.overflow import Overflow
from cardgen.pipeline import stages
from cardgen.theme import PETROL
from cardgen.theme.stage import stage_colors
from cardgen.values import resources
from cardgen.values.geometry import Rect, mm
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from cardgen.values.use import Detail, Distance, Use
from cardgen.words import english
from tests.builders import headline, pair, sides_of, step, type_case, video, works
from tests.layout.reading import body_of, codes, ink, rect_of, texts
from tests.quick import examples

NAMES = (
    "Set Your Stance", "Hinge at the Hips", "Reach the Bottom", "Drive Back Up", "Squeeze", "Lower With Control",
    "Breathe Between Repetitions", "Rest", "Lie Down Beside the Bell and Take It in Both Hands",
)  # fmt: skip


BARE = {"eyebrow": (), "works": (), "video": None, "brand": ""}
"""Nothing else that could be too long."""


def page_of(size="a3", use=None, **changes):
    (page,) = sides_of(headline(**changes), size, use=use or Use())
    return page


def steps(*names):
    return tuple(step(name) for name in names)


def bodies(page):
    return [body_of(item) for item in page.items if isinstance(item, Stamp)]


def discs_of(page):
    numerals = [ink(item) for item in texts(page, Role.STEP_NUMBER)]
    rounds = [rect_of(item) for item in page.items if isinstance(item, Path) and item.fill == PETROL.accent]
    return [box for box in rounds if any(box.contains(numeral) for numeral in numerals) and box.width < page.width / 3]


# --- what it says -----------------------------------------------------------------------------------------------------


def test_it_says_the_names_of_the_steps_and_nothing_of_their_texts():
    guide = stages.load_guide(resources.content_folder() / "deadlift_barbell.md")
    (page,) = sides_of(compose_card(guide, detail=Detail.HEADLINE, words=english()), "a3")
    said = " ".join(item.text.strip() for item in texts(page, Role.STEP_NAME))
    assert said.split() == " ".join(step.name for step in guide.steps).split()
    assert texts(page, Role.STEP, Role.LEAD, Role.TIP, Role.MISTAKE, Role.SAFETY) == []
    assert LeftOut.TEXTS_OF_HEADLINE in page.notes


def test_a_step_without_a_name_is_called_by_the_beginning_of_its_text(make_guide, tmp_path):
    path = make_guide(tmp_path / "row.md")
    text = path.read_text(encoding="utf-8").replace("### Stand Tall\n", "1. ").replace("### Push Back\n", "2. ")
    path.write_text(text.replace("### Stand Up\n", "3. "), encoding="utf-8")
    card = compose_card(stages.load_guide(path), detail=Detail.HEADLINE, words=english())
    assert ["".join(span.text for span in step.name) for step in card.steps] == [
        "Place the feet under the hips",
        "Bend at the hips until the back is level",
        "Press through the heels",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Press through the heels. Finish tall.", "Press through the heels"),
        ("Once the band is tight, lie flat on the bench.", "Once the band is tight, lie flat on the bench"),
        (
            "Lift the bag over your head and lay it across your shoulders. Stand tall.",
            "Lift the bag over your head and lay it across your shoulders",
        ),
        ("Hold it for approx. 5 seconds, e.g. on a box. Rest.", "Hold it for approx. 5 seconds, e.g. on a box"),
        ("Fold until your torso is at 45 degrees or lower!", "Fold until your torso is at 45 degrees or lower!"),
        ("Rise", "Rise"),
    ],
)
def test_a_step_without_a_name_is_called_by_its_first_sentence_whole(make_guide, tmp_path, text, name):
    path = make_guide(tmp_path / "row.md")
    path.write_text(path.read_text(encoding="utf-8").partition("<!-- howto -->")[0] + f"<!-- howto -->\n\n1. {text}\n")
    (found,) = compose_card(stages.load_guide(path), detail=Detail.HEADLINE, words=english()).steps
    assert "".join(span.text for span in found.name) == name


@pytest.mark.parametrize("size", ["a2", "a3", "a4", "letter", "tabloid", "420x297mm"])
@pytest.mark.parametrize("movement", ["squat", "benchpress", "plank_bodyweight", ""])
def test_what_shows_the_exercise_has_two_fifths_of_the_sheet(size, movement):
    page = page_of(size, figure=posed(movement) if movement else None, number="7")
    stage = filled(page, stage_colors(PETROL).ground)[0]
    assert stage.width * stage.height >= 0.4 * page.width * page.height


@pytest.mark.parametrize("size", ["a2", "a3", "a4", "420x297mm"])
def test_band_and_square_end_on_one_line_on_every_poster_of_a_set(size):
    cards = [
        {"title": "Row"},
        {"title": "Single Arm Kneeling Half Landmine Overhead Press"},
        {"figure": posed("squat")},
        {"figure": posed("plank_bodyweight"), "also": works("quads", "lower back")},
        {"photos": pair(), "steps": steps(*NAMES[:5])},
    ]
    pages = [page_of(size, number=str(at), **changes) for at, changes in enumerate(cards, 1)]
    feet = {round(filled(page, color)[0].bottom, 6) for page in pages for color in (PETROL.band, PETROL.accent)}
    assert len(feet) == 1


def test_safety_is_told_by_a_line():
    page = page_of(footnotes=(english()("card.read-safety"),))
    assert english()("card.read-safety") in " ".join(item.text.strip() for item in texts(page, Role.FOOTER))


def test_the_gym_stands_at_the_head():
    (gym, *_) = texts(page_of(brand="Harbour Gym"), Role.FOOTER)
    assert gym.text.strip() == "Harbour Gym"
    assert gym.y < min(item.y for item in texts(page_of(brand="Harbour Gym"), Role.TITLE))


def test_all_names_have_one_size_and_one_disc_each():
    page = page_of(steps=steps(*NAMES[:5]))
    assert len({item.size for item in texts(page, Role.STEP_NAME)}) == 1
    assert len({round(box.width, 6) for box in discs_of(page)}) == 1
    assert len(discs_of(page)) == 5


def test_disc_and_name_are_centred_on_each_other_and_rows_evenly_spaced():
    page = page_of(steps=steps("Squeeze", "Hinge at the Hips", "Rise"))
    names = {order: [] for order in sorted({item.mark.part_of for item in texts(page, Role.STEP_NAME)})}
    for item in texts(page, Role.STEP_NAME):
        names[item.mark.part_of].append(item)
    cap = type_case().cap_height
    for lines, disc in zip(names.values(), discs_of(page), strict=True):
        top = lines[0].y - cap_of(lines[0], cap)
        assert (top + lines[-1].y) / 2 == pytest.approx(disc.y + disc.height / 2)
    middles = [disc.y + disc.height / 2 for disc in discs_of(page)]
    gaps = {round(below.y - above.bottom, 3) for above, below in pairwise(discs_of(page))}
    assert len(gaps) == 1 or len({len(lines) for lines in names.values()}) > 1
    assert middles == sorted(middles)


def filled(page, color):
    """The grounds of a colour, in the order in which they are painted."""
    return [rect_of(item) for item in page.items if isinstance(item, Path) and item.fill == color]


def square_of(page):
    """The ground of the number."""
    return next(box for box in filled(page, PETROL.accent) if box.y == 0)


def cap_of(item, cap):
    from cardgen.theme.type import Style

    return cap(Style.HEADING) * item.size


@pytest.mark.parametrize("size", ["a4", "a3", "a2", "297x210mm"])
def test_a_numeral_and_its_name_are_lines_of_their_own_to_who_copies_them(size):
    page = page_of(size, steps=steps(*NAMES))
    ends = {item.mark.order: item.x + item.width for item in texts(page, Role.STEP_NUMBER)}
    starts = texts(page, Role.STEP_NAME)
    assert len(ends) == len(NAMES)
    for item in starts:
        assert item.x - ends[item.mark.part_of] > 0.8 * item.size


def test_names_are_never_larger_than_the_title():
    page = page_of(title="Single Arm Kneeling Half Landmine Overhead Press", steps=steps("Set", "Go"))
    (title, *_), (name, *_) = texts(page, Role.TITLE), texts(page, Role.STEP_NAME)
    assert name.size <= title.size


def test_accents_of_a_title_keep_clear_of_the_eyebrow_and_tails_of_the_muscles():
    page = page_of(title="Übung für Könner gg", also=works("abs"))
    title = [ink(item) for item in texts(page, Role.TITLE)]
    others = [ink(item) for item in texts(page, Role.EYEBROW, Role.LEGEND)]
    assert not any(one.overlaps(other) for one in title for other in others)


# --- the number ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a3", "a6", "420x297mm"])
def test_a_number_stands_in_a_square_of_the_accent_under_the_word(size):
    page = page_of(size, number="7")
    word, numeral = texts(page, Role.STATION)
    assert (word.text.strip(), numeral.text.strip()) == ("STATION", "7")
    square = square_of(page)
    assert (square.right, square.y) == (pytest.approx(page.width), 0)
    assert square.contains(ink(word))
    assert square.contains(ink(numeral))
    assert numeral.size > max(item.size for item in texts(page, Role.TITLE))
    assert word.mark.order == numeral.mark.order, "they are read as one"


def test_the_title_keeps_clear_of_the_number():
    page = page_of(number="104", title="Standing Calf Raise")
    square = square_of(page)
    assert all(ink(item).right <= square.x for item in texts(page, Role.TITLE, Role.EYEBROW, Role.LEGEND))


# --- picture and code -----------------------------------------------------------------------------------------------------


def test_photographs_stand_in_place_of_the_map():
    page = page_of(photos=pair())
    assert [type(item) for item in page.items if isinstance(item, (Image, Stamp))] == [Image, Image]
    (one, other) = [item.rect for item in page.items if isinstance(item, Image)]
    assert one.bottom < other.y
    assert [item.text.strip() for item in texts(page, Role.CAPTION)][:2] == ["Start", "Finish"]


def test_the_code_is_as_wide_as_it_is_scanned_from():
    for metres in (0.5, 1.0):
        page = page_of("a2", use=Use(read_from=Distance(metres=1.5), scan_from=Distance(metres=metres)))
        (code,) = codes(page)
        assert code.width >= mm(100 * metres) - 1e-6


# --- sizes ------------------------------------------------------------------------------------------------------------


def test_comfortable_sizes_are_taken_where_they_fit():
    use = Use(read_from=Distance(metres=1.5))
    page = page_of("a2", use=use, steps=steps(*NAMES[:4]))
    assert page.type_size >= use.comfortable
    assert min(item.size for item in texts(page)) >= use.least


@pytest.mark.parametrize(
    ("changes", "use", "size", "message"),
    [
        ({"steps": steps(*NAMES[:8] * 4)}, Use(), "a6", "32 steps are too many for a6 by"),
        (
            {"steps": steps(*[NAMES[-1]] * 4), **BARE},
            Use(read_from=Distance(metres=3.5)),
            "a5",
            'the step "Lie Down Beside the Bell and Take It in Both Hands" is too long for a5 at 45.5 pt',
        ),
        ({}, Use(scan_from=Distance(metres=2.5)), "a4", "a code of 250 mm leaves no room on a4"),
        (
            {"title": "Counterbalancing", **BARE},
            Use(read_from=Distance(metres=7)),
            "a5",
            "the title is too long for a5",
        ),
    ],
)
def test_what_does_not_fit_is_named(changes, use, size, message):
    found = fit_card(headline(**changes), sheet=parse_sheet(size), theme=PETROL, case=type_case(), use=use)
    assert isinstance(found, Overflow)
    assert message in found.message


# --- whatever is on it --------------------------------------------------------------------------------------------------

titles = st.lists(st.sampled_from(["Row", "Übung", "Single", "Landmine", "Overhead", "gypsy"]), min_size=1, max_size=6)
posters = st.builds(
    headline,
    title=titles.map(" ".join),
    steps=st.lists(st.sampled_from(NAMES), min_size=1, max_size=8).map(lambda names: steps(*names)),
    works=st.sampled_from([(), works("glutes"), works("glutes", "abs"), works("whole body")]),
    also=st.sampled_from([(), works("quads", "lower back")]),
    photos=st.sampled_from([(), (), pair(), pair(1000, 1500)]),
    video=st.sampled_from([None, video(), video(64)]),
    number=st.sampled_from(["", "", "7", "123"]),
    footnotes=st.sampled_from([(), ("Ask a coach before you start.",)]),
)


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck), database=None)
@given(
    card=posters,
    size=st.sampled_from(["a2", "a3", "a4", "a6", "a7", "420x297mm", "180x180mm", "300x120mm", "120x300mm"]),
    metres=st.sampled_from([0.0, 0.0, 0.5, 1.5, 3.0]),
)
def test_nothing_stands_over_anything_else_and_all_of_it_on_the_page(card, size, metres):
    use = Use(read_from=Distance(metres=metres))
    page = fit_card(card, sheet=parse_sheet(size), theme=PETROL, case=type_case(), use=use)
    assume(not isinstance(page, Overflow))
    measures = measures_for(parse_sheet(size), Detail.HEADLINE, use)
    safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(mm(5), mm(5))
    written = [(ink(item), item) for item in texts(page)]
    for box, item in written:
        assert safe.contains(box, tolerance=0.3 * item.size), item.text
        assert item.size >= measures.small(0.0) - 1e-6
    for (one, first), (other, second) in combinations(written, 2):
        if {first.mark.role, second.mark.role} != {Role.TITLE}:  # accents reach up to the tails of the line above
            assert not one.overlaps(other), (first.text, second.text)
    shown = [*bodies(page), *(item.rect for item in page.items if isinstance(item, Image)), *codes(page)]
    assert not any(one.overlaps(other) for one, other in combinations(shown, 2))
    for box, item in written:
        if item.mark.role is not Role.CAPTION:
            assert not any(
                box.overlaps(it) for it in (*shown, *discs_of(page)) if item.mark.role is not Role.STEP_NUMBER
            )
    assert all(safe.contains(it, tolerance=0.1) for it in (*bodies(page), *codes(page)))
