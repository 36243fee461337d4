"""Figures on cards: where they stand, how large, in which colours."""

from dataclasses import replace

import pytest

from cardgen.compose import Detail
from cardgen.display import Color, Role, Stamp
from cardgen.figure.repertoire import posed
from cardgen.layout.ground.figures import Body, Form, Ground, figure_look, plan_figure
from cardgen.layout.ground.picture import pictured
from cardgen.theme import AA_LARGE, PETROL, THEMES, Ink, contrast, of_brand
from cardgen.values.geometry import mm, to_mm
from cardgen.values.use import Picture
from tests.builders import card, page_of, pair, works

SQUAT, BENCH, PLANK = posed("squat"), posed("benchpress"), posed("plank_bodyweight")
BRANDS = [of_brand(Color.from_hex(code), PETROL) for code in ("#c8102e", "#ffd500", "#f4f4f4", "#101010", "#00a651")]


def figures(page):
    return [item for item in page.items if item.mark.role is Role.FIGURE]


def roles(page):
    return {item.mark.role for item in page.items}


def with_figure(figure=SQUAT, **fields):
    return replace(card(works=works("quads"), **fields), figure=figure)


def span(items):
    """Width and height of what stamps cover, in mm."""
    width = max(item.rect.right for item in items) - min(item.rect.x for item in items)
    height = max(item.rect.bottom for item in items) - min(item.rect.y for item in items)
    return to_mm(width), to_mm(height)


# --- colours --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [*THEMES.values(), *BRANDS], ids=lambda theme: f"{theme.name} {theme.band.hex()}")
@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("ground", Ground)
def test_what_means_something_is_seen_on_its_ground_and_a_muscle_on_its_body(theme, ink, ground):
    look = figure_look(theme.inked(ink), ground)
    assert all(contrast(color, look.gap) >= AA_LARGE for color in (look.near, look.far, look.equipment, look.arrow))
    assert contrast(look.accent, look.gap if look.body is Body.OUTLINED else look.near) >= AA_LARGE


@pytest.mark.parametrize("ground", Ground)
def test_light_lines_have_the_colour_of_what_is_behind_the_figure(ground):
    theme = THEMES["petrol"]
    behind = {Ground.HEAD: theme.band, Ground.STAGE: theme.tint}.get(ground, theme.paper)
    assert figure_look(theme, ground).gap == behind
    assert figure_look(theme.inked(Ink.LOW), Ground.HEAD).gap == theme.paper


def test_in_one_ink_there_are_two_colours():
    look = figure_look(THEMES["petrol"].inked(Ink.MONO), Ground.HEAD)
    parts = (look.near, look.far, look.equipment, look.arrow, look.ground, look.accent, look.gap, look.ghost)
    assert {color.hex() for color in parts} == {"#000000", "#ffffff"}


@pytest.mark.parametrize(("height", "shown"), [(29, False), (31, True)])
def test_in_one_ink_muscles_of_a_low_figure_are_not_shown(height, shown):
    theme = THEMES["petrol"].inked(Ink.MONO)
    plan = plan_figure(with_figure(), (mm(200), mm(height)), theme)
    inks = {ink: color for drawing in plan.drawings for ink, color in drawing.etching.inks.items()}
    assert inks["quads"] == (plan.look.accent if shown else plan.look.near)


def test_a_ghost_has_one_colour_and_neither_muscles_nor_an_arrow():
    plan = plan_figure(with_figure(), (mm(20), mm(30)), PETROL, form=Form.OVERLAY)
    ghost, last = (drawing.etching.inks for drawing in plan.drawings)
    assert {color for ink, color in ghost.items() if ink not in ("gap", "ground", "arrow")} == {plan.look.ghost}
    assert ghost.get("arrow") is None
    assert ghost["quads"] == plan.look.ghost
    assert last["quads"] == plan.look.accent


# --- size -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("figure", [SQUAT, BENCH, PLANK], ids=lambda figure: figure.name)
@pytest.mark.parametrize("room", [(90, 30), (30, 90), (40, 40)])
@pytest.mark.parametrize("form", Form)
def test_a_figure_stays_within_its_room(figure, room, form):
    width, height = map(mm, room)
    plan = plan_figure(with_figure(figure), (width, height), THEMES["petrol"], form=form)
    assert plan.width <= width + 0.01
    assert plan.height <= height + 0.01
    assert plan.width >= width - 0.01 or plan.height >= height - 0.01 or figure is PLANK


def test_in_a_high_room_poses_stand_over_one_another():
    high = plan_figure(with_figure(BENCH), (mm(40), mm(80)), THEMES["petrol"])
    wide = plan_figure(with_figure(BENCH), (mm(80), mm(40)), THEMES["petrol"])
    assert high.places[0][0] == pytest.approx(high.places[1][0], abs=8)
    assert high.places[0][1] < high.places[1][1]
    assert wide.places[0][0] < wide.places[1][0]


def test_there_is_no_figure_without_room():
    assert plan_figure(with_figure(), (-1.0, 30.0), THEMES["petrol"]) is None


# --- on cards -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a4", "a5", "a6", "a5-across", "letter"])
@pytest.mark.parametrize("figure", [SQUAT, BENCH, PLANK], ids=lambda figure: figure.name)
def test_a_figure_stands_in_the_head_and_is_large_enough_to_be_told(size, figure):
    page = page_of(with_figure(figure), "210x148mm" if size == "a5-across" else size)
    stamps = figures(page)
    assert all(isinstance(stamp, Stamp) for stamp in stamps)
    width, height = span(stamps)
    assert max(width, height) >= 19.5
    for stamp in stamps:
        assert stamp.rect.x >= 0
        assert stamp.rect.right <= page.width
        assert stamp.rect.bottom <= page.height


def test_a_figure_touches_neither_title_nor_code():
    page = page_of(with_figure(BENCH), "a5")
    left, right = min(item.rect.x for item in figures(page)), max(item.rect.right for item in figures(page))
    top = min(item.rect.y for item in figures(page))
    title = [item for item in page.items if item.mark.role is Role.TITLE]
    assert all(item.y < top or item.x + item.width < left for item in title)
    code = next(item for item in page.items if item.mark.role is Role.CODE)
    assert min(values[0] for _, values in code.segments if values) > right


def test_a_poster_has_the_map_small_under_the_figure_where_there_is_room():
    page = page_of(with_figure(PLANK, detail=Detail.HEADLINE, number="3"), "a3")
    figure, body = (
        figures(page),
        [item for item in page.items if item.mark.role is Role.MAP and isinstance(item, Stamp)],
    )
    assert max(item.rect.bottom for item in figure) < min(item.rect.y for item in body)
    full = page_of(with_figure(posed("pullup"), detail=Detail.HEADLINE, number="3"), "a3")
    assert figures(full)


def test_what_is_seen_is_told_in_words_and_in_the_language_of_the_words():
    english, german = (page_of(replace(with_figure(), language=tag)) for tag in ("en", "de"))
    mark = figures(english)[0].mark
    assert mark.alternative.startswith("Back Squat with a barbell: standing")
    assert (mark.language, figures(german)[0].mark.language) == ("", "en")


def test_muscles_that_the_card_names_are_coloured_rather_than_those_of_the_movement():
    def shown(ids):
        named = replace(card(works=works(ids)), figure=SQUAT)
        plan = plan_figure(named, (mm(90), mm(30)), PETROL)
        return {
            ink for drawing in plan.drawings for ink, color in drawing.etching.inks.items() if color == plan.look.accent
        }

    assert "quads" in shown("quads")
    assert "quads" not in shown("biceps")
    assert not shown("neck")


@pytest.mark.parametrize(
    ("asked", "photos", "shown"),
    [
        (Picture.BEST, False, {Role.FIGURE}),
        (Picture.BEST, True, {Role.PHOTO}),
        (Picture.FIGURE, True, {Role.FIGURE}),
        (Picture.PHOTO, True, {Role.PHOTO}),
        (Picture.PHOTO, False, {Role.MAP}),
        (Picture.MUSCLES, True, {Role.MAP}),
        (Picture.NONE, True, set()),
    ],
)
def test_what_shows_the_exercise_can_be_chosen(asked, photos, shown):
    found = pictured(with_figure(), pair(1000, 1500) if photos else (), asked)
    kinds = roles(page_of(found)) & {Role.FIGURE, Role.PHOTO, Role.MAP}
    assert shown <= kinds
    assert not (kinds - shown - {Role.MAP})
    if asked is Picture.NONE:
        assert not kinds


def test_without_a_movement_the_map_stands_as_before():
    bare = card(works=works("quads"))
    assert page_of(pictured(bare, (), Picture.BEST)) == page_of(bare)
    assert Role.MAP in roles(page_of(bare))
