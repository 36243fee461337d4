"""Low ink and one ink: no ground in colour, no grey text, whatever the theme; everything can still be read and told apart."""

from functools import cache

import pytest

from cardgen.bundle.front import describe_cover
from cardgen.compose import BoxKind, Brand
from cardgen.display import ColorSpace, Image, Path, Role, Stamp, Text
from cardgen.layout.forms.before import Guidance, place_before
from cardgen.layout.forms.contents import place_contents
from cardgen.layout.forms.cover import place_cover
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.forms.model import Contents, Entry, Group
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.theme import AA_LARGE, AA_TEXT, PETROL, THEMES, Ink, contrast, of_brand, parse_color
from cardgen.theme.colour import saturation
from cardgen.theme.model import BLACK, BOXES, NEUTRAL, OUTLINE, PALE_TITLE, PLATE_GRAY
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from cardgen.values.use import Sides, Use
from cardgen.words import english
from tests.builders import box, card, full_card, headline, mistakes, pair, safety, sides_of, tips, type_case, works
from tests.layout.reading import ground_under, ink, painted_in, photos, texts

WHITE = PETROL.paper
OF_A_BRAND = {text: of_brand(parse_color(text), PETROL) for text in ("#e30613", "#ffd500")}
each_theme = pytest.mark.parametrize("theme", [*THEMES.values(), *OF_A_BRAND.values()], ids=(*THEMES, *OF_A_BRAND))
ALL_BOXES = (tips("Look ahead."), mistakes("Racing: count to three."), safety("Stop when it hurts."))
TWO = Use(sides=Sides.TWO)


@cache
def cards(theme, mode):
    """Pages of every composition."""
    inked = theme.inked(mode)
    rich = card(works=works("glutes"), also=works("abs"), boxes=ALL_BOXES, footnotes=("Ask first.",), number="7")
    whole = full_card(works=works("glutes"), boxes=(box(BoxKind.BREATHING, "In, then out."), *ALL_BOXES))
    poster = headline(also=works("abs"), number="7")
    found = [
        *(sides_of(rich, size, theme=inked) for size in ("a5", "a4", "a6", "297x210mm")),
        *(sides_of(whole, size, theme=inked) for size in ("a4", "297x210mm")),
        *(sides_of(poster, size, theme=inked) for size in ("a3", "a6", "420x297mm")),
        sides_of(rich, "a6", theme=inked, use=TWO),
        sides_of(whole, "a5", theme=inked, use=TWO),
    ]
    return tuple(page for pages in found for page in pages)


def around_cards(theme, mode):
    """Pages of a booklet that are no cards."""
    kit = Kit(
        measures=measures_for(parse_sheet("a5")),
        theme=theme.inked(mode),
        words=english(),
        case=type_case(),
    )
    leaf = Leaf(kit=kit, booklet="Back and Hips", brand=Brand(name="Harbour Gym", address="harbour.example"))
    entries = (Entry(name="Long Hinge", page=4), Entry(name="Short Hinge", page=5))
    contents = Contents(before=(), cards=(Group(heading="Sandbag", entries=entries),), after=())
    guidance = Guidance(contents=3, index=9, distance=20, has_safety=True)
    return (
        place_cover(describe_cover("Back and Hips", "For everyone", [], english()), leaf),
        place_before(guidance, 2, leaf),
        *place_contents(contents, 3, leaf),
    )


def pages(theme, mode):
    return (*cards(theme, mode), *around_cards(theme, mode))


@each_theme
def test_in_one_ink_everything_is_black_or_white(theme):
    for page in pages(theme, Ink.MONO):
        assert {item.color for item in texts(page)} <= {BLACK, WHITE}
        assert {color for _, color in painted_in(page)} <= {BLACK, WHITE}


@each_theme
def test_in_low_ink_all_text_but_titles_and_headings_is_black_and_no_ground_has_a_colour(theme):
    signs = {getattr(theme, name).sign for name in ("tips", "mistakes", "safety", "breathing")}
    headings = {getattr(theme, name).heading for name in BOXES}
    for page in pages(theme, Ink.LOW):
        assert {item.color for item in texts(page)} <= {BLACK, PALE_TITLE, *headings}
        grounds = {color for _, color in painted_in(page) if saturation(color) > 0.0}
        assert grounds <= {theme.band, NEUTRAL, OUTLINE, PLATE_GRAY, *signs}
    for page in cards(theme, Ink.LOW):
        sheet = page.width * page.height
        for item in page.items:
            if isinstance(item, Path) and item.fill not in (None, WHITE) and item.mark.role is Role.DECORATION:
                left, top, right, bottom = extent(item)
                assert (right - left) * (bottom - top) < 0.02 * sheet, "a ground, not a rule or a sign"


def extent(path):
    points = [value for _, values in path.segments for value in values]
    if len(points) == 4 and len(path.segments) == 1:
        x, y, width, height = points
        return x, y, x + width, y + height
    return min(points[0::2]), min(points[1::2]), max(points[0::2]), max(points[1::2])


@each_theme
@pytest.mark.parametrize("mode", [Ink.LOW, Ink.MONO])
def test_every_text_has_enough_contrast_with_its_ground(theme, mode):
    seen = set()
    for page in pages(theme, mode):
        for at, item in enumerate(page.items):
            if isinstance(item, Text):
                ground = ground_under(page.items[:at], ink(item), WHITE)
                least = AA_LARGE if item.size >= 18 else AA_TEXT
                assert contrast(item.color, ground) >= least, (item.text, item.color.hex(), ground.hex())
                seen.add(item.mark.role)
    assert seen >= {Role.TITLE, Role.EYEBROW, Role.LEGEND, Role.STEP, Role.TIP, Role.MISTAKE, Role.SAFETY, Role.STATION}


def test_tips_and_mistakes_are_told_apart_without_colour():
    """Under a rule and under a black strip, with a tick and with a cross."""
    (page,) = sides_of(card(), theme=PETROL.inked(Ink.MONO))
    (tip,), (mistake,) = texts(page, Role.TIPS_HEADING), texts(page, Role.MISTAKES_HEADING)
    assert (tip.color, mistake.color) == (BLACK, WHITE)
    assert tip.y == mistake.y, "both lists start on one line"


def test_helping_muscles_are_hatched_where_there_is_no_second_colour():
    for mode in (Ink.LOW, Ink.MONO):
        (page,) = sides_of(card(works=works("glutes"), also=works("abs")), theme=PETROL.inked(mode))
        hatches = [item for item in page.items if isinstance(item, Path) and item.mark.role is Role.MAP and item.stroke]
        assert len(hatches) >= 2, "strokes, and the edge round them"
        assert any(isinstance(item, Stamp) for item in page.items)


def test_low_ink_leaves_photographs_out_in_favour_of_the_map_and_says_so():
    made = card(works=works("glutes"), photos=pair())
    (page,) = sides_of(made, theme=PETROL.inked(Ink.LOW))
    assert photos(page) == []
    assert any(isinstance(item, Stamp) for item in page.items)
    assert page.notes == (LeftOut.PHOTOS_IN_LOW_INK,)
    (page,) = sides_of(card(works=works("glutes")), theme=PETROL.inked(Ink.LOW))
    assert page.notes == ()


@pytest.mark.parametrize(("mode", "space"), [(Ink.FULL, ColorSpace.RGB), (Ink.MONO, ColorSpace.GRAY)])
@pytest.mark.parametrize("made", [card(photos=pair()), headline(photos=pair())], ids=["card", "poster"])
def test_in_one_ink_photographs_are_grey(made, mode, space):
    (page,) = sides_of(made, theme=PETROL.inked(mode))
    assert [item.pixels.space for item in page.items if isinstance(item, Image)] == [space, space]


def test_full_ink_is_the_theme_itself():
    assert PETROL.inked(Ink.FULL) is PETROL


def test_a_poster_on_white_frames_its_number():
    (page,) = sides_of(headline(number="7"), "a3", theme=PETROL.inked(Ink.LOW))
    (numeral,) = [item for item in texts(page, Role.STATION) if item.text.strip() == "7"]
    frames = [item for item in page.items if isinstance(item, Path) and item.stroke == BLACK and item.fill == WHITE]
    left, top, right, bottom = extent(frames[0])
    assert left < numeral.x < numeral.x + numeral.width < right
    assert top < numeral.y < bottom
