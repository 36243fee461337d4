"""The head of a card with photographs: their row, what room they leave to the map, what gives way, and their labels."""

from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from cardgen.layout.cards.arrange import LEAD_LEFT_OUT
from cardgen.layout.cards.compact import NO_PHOTOS

from cardgen.display import WHOLE, Role
from cardgen.layout.cards.fit import PHOTOS_LEFT_OUT, Overflow
from cardgen.layout.ground.measures import measures_for
from cardgen.layout.ground.photos import HAIR, LABEL_LEAST
from cardgen.theme import PETROL
from cardgen.values.geometry import Rect, mm, to_mm
from cardgen.values.stock import parse_sheet
from tests.builders import card, fit, inline, page_of, pair, photo, step, video, works
from tests.layout.reading import (
    around,
    band,
    bodies,
    body_of,
    discs,
    ink,
    paths,
    photos,
    pictures,
    rect_of,
    swatches,
    texts,
    tiles,
    words,
)

MUSCLES = {"works": works("glutes", "hamstrings"), "also": works("abs")}
LONG = "Keep the ribs down and the neck long while the weight travels over the middle of the foot. "
UPRIGHT = pair(1000, 1500)
A4_ACROSS = "297x210mm"


def shown(photographs=None, size="a5", **changes):
    return page_of(card(photos=pair() if photographs is None else photographs, **{**MUSCLES, **changes}), size)


def map_of(page):
    return around(*(body_of(stamp) for stamp in bodies(page)))


def labels(page):
    """The captions that stand on photographs."""
    return [item for item in texts(page, Role.CAPTION) if not any(tile.contains(ink(item)) for tile in tiles(page))]


# --- the row --------------------------------------------------------------------------------------------------------


def test_two_photographs_stand_side_by_side_beside_the_code():
    page = shown()
    one, other = (item.rect for item in photos(page))
    (tile,) = tiles(page)
    assert [to_mm(rect.width) for rect in (one, other)] == pytest.approx([46.5, 46.5])
    assert to_mm(one.x) == pytest.approx(10)
    assert [to_mm(gap) for gap in (other.x - one.right, tile.x - other.right)] == pytest.approx([4, 4])
    assert [(rect.y, rect.height) for rect in (one, other)] == [pytest.approx((tile.y, tile.height))] * 2
    assert bodies(page) == []
    assert swatches(page) == []
    assert band(page).bottom - tile.bottom == pytest.approx(mm(6))


@pytest.mark.parametrize("size", ["a5", "a4", "letter", "half-letter", "a3", "148x300mm", "180x180mm"])
@pytest.mark.parametrize(
    "photographs",
    [pair(), pair(1600, 1200), pair(1920, 1080), pair(2400, 1000), (photo("", 1500, 1000), photo("", 1080, 1920))],
    ids=["3:2", "4:3", "16:9", "12:5", "mixed"],
)
def test_photographs_are_cropped_a_little_and_alike_at_both_sides_alone(photographs, size):
    page = shown(photographs, size)
    found = photos(page)
    assert len(found) == 2
    (width,) = {round(item.crop.width, 9) for item in found}
    assert 0.84 - 1e-9 <= width <= 1
    for item in found:
        crop, rect = item.crop, item.rect
        assert (crop.y, crop.height) == (0, 1)
        assert crop.x == pytest.approx(1 - crop.right)
        ratio = item.pixels.columns * crop.width / item.pixels.rows
        assert rect.width / rect.height == pytest.approx(ratio)  # nothing is stretched
    assert len({round(item.rect.height, 6) for item in found}) == 1


@pytest.mark.parametrize("size", ["a5", "a4", "letter"])
def test_upright_photographs_are_shown_whole_and_leave_room_for_the_map(size):
    page = shown(UPRIGHT, size)
    (tile,), unit = tiles(page), measures_for(parse_sheet(size)).unit
    for item in photos(page):
        assert item.crop == WHOLE
        assert (item.rect.y, item.rect.height) == pytest.approx((tile.y, tile.height))
    whole = map_of(page)
    assert (whole.y, whole.height) == pytest.approx((tile.y, tile.height))
    assert whole.x - photos(page)[1].rect.right == pytest.approx(tile.x - whole.right)
    assert whole.x - photos(page)[1].rect.right >= 4 * unit - 1e-6
    assert len(swatches(page)) == 2


@pytest.mark.parametrize(
    ("photograph", "code"),
    [(photo(), video()), (photo("Hold", 1000, 1500), video()), (photo(), None)],
    ids=["across", "upright", "no code"],
)
def test_of_one_photograph_the_map_stands_in_the_middle_of_what_it_leaves(photograph, code):
    page = shown((photograph,), video=code)
    (item,) = photos(page)
    whole = map_of(page)
    right = tiles(page)[0].x if code else page.width - mm(10)
    assert item.crop == WHOLE
    assert (item.rect.y, item.rect.height) == pytest.approx((whole.y, whole.height))
    assert whole.x - item.rect.right == pytest.approx(right - whole.right)
    assert whole.x - item.rect.right >= mm(4) - 1e-6


def test_a_map_has_four_millimetres_to_the_photographs_gets_a_little_lower_for_it_or_is_left_out():
    kept = []
    for columns in range(1000, 1700, 10):
        page = shown((photo("", columns, 1000), photo("", 500, 1000)))
        kept.append(0.0)
        if bodies(page):
            whole, row = map_of(page), photos(page)[1].rect
            kept[-1] = whole.height / row.height
            assert whole.x - row.right >= mm(4) - 1e-6
            assert tiles(page)[0].x - whole.right >= mm(4) - 1e-6
            assert whole.y + whole.height / 2 == pytest.approx(row.y + row.height / 2)
    assert kept == sorted(kept, reverse=True)
    assert (kept[0], kept[-1]) == (pytest.approx(1.0), 0.0)
    assert 0.75 <= min(share for share in kept if share) < 0.8


def test_without_a_code_photographs_are_larger():
    with_code, without = photos(shown()), photos(shown(video=None))
    assert without[0].rect.height > with_code[0].rect.height
    assert without[0].rect.width > with_code[0].rect.width
    assert to_mm(without[0].rect.height) == pytest.approx(42)
    assert without[1].rect.right == pytest.approx(mm(138))
    assert without[0].crop.width > 0.98


def test_the_title_stands_over_the_row_and_is_no_larger_than_34_points():
    page = shown(title="Row")
    (title,) = texts(page, Role.TITLE)
    assert title.size == pytest.approx(34)
    assert title.y + mm(5) < min(box.y for box in pictures(page))


# --- what gives way -------------------------------------------------------------------------------------------------


@cache
def states(photographs, size):
    """The pages of ever more text, each with how high its photographs are in mm (0 without), until it overflows."""
    made, pages = card(photos=photographs, **MUSCLES), []
    for count in range(4, 900, 18):
        text = " ".join((LONG * 60).split()[:count])
        page = fit(replace(made, steps=(*made.steps[:2], step("Long", text))), size)
        if isinstance(page, Overflow):
            return pages
        pages.append((page, to_mm(photos(page)[0].rect.height) if photos(page) else 0.0))
    raise AssertionError("it still fits")


@pytest.mark.parametrize(
    ("photographs", "size"), [(pair(), "a5"), (UPRIGHT, "a5"), (pair(), "a4")], ids=["across", "upright", "a4"]
)
def test_photographs_are_lower_before_the_type_is_small_then_the_description_goes_last_they_do(photographs, size):
    floor = measures_for(parse_sheet(size)).floor
    found = states(photographs, size)
    (tile,), full = tiles(found[0][0]), found[0][1]
    assert full == pytest.approx(to_mm(tile.height))
    seen = []
    for page, height in found:
        lead = texts(page, Role.LEAD) != []
        assert (LEAD_LEFT_OUT in page.notes) != lead
        assert (PHOTOS_LEFT_OUT in page.notes) == (height == 0)
        assert height == 0 or 30 - 1e-6 <= height <= full + 1e-6
        is_lower = 0 < height < full - 0.01
        # all of it is kept only while the type is of a good size
        assert is_lower or not lead or page.type_size >= floor - 1e-6
        seen.append("no photographs" if not height else "no lead" if not lead else "lower" if is_lower else "all")
    steps = ["all", "lower", "no lead", "no photographs"]
    assert seen == sorted(seen, key=steps.index)
    assert set(seen) >= set(steps) - (
        {"lower"} if size == "a5" else set()
    )  # there full height is little more than 30 mm


def test_photographs_that_are_left_out_leave_the_head_of_a_card_without_any():
    page = next(page for page, height in states(pair(), "a5") if not height)
    assert PHOTOS_LEFT_OUT == "the photographs were left out, so that the card fits"
    assert len(bodies(page)) == 2
    assert (map_of(page).y, map_of(page).height) == pytest.approx((tiles(page)[0].y, tiles(page)[0].height))


@pytest.mark.parametrize("size", ["a5", "a4"])
def test_no_photograph_is_made_lower_than_30_millimetres(size):
    heights = [height for _, height in states(pair(), size) if height]
    assert min(heights) == pytest.approx(30.0)
    assert max(heights) > 31


def test_beside_lower_photographs_the_code_stands_on_their_foot_and_the_title_left_of_it():
    pages = [page for page, height in states(pair(), "a4") if 0 < height < 40]
    assert pages
    for page in pages:
        (tile,) = tiles(page)
        assert [item.rect.bottom for item in photos(page)] == pytest.approx([tile.bottom] * 2)
        assert tile.y < photos(page)[0].rect.y
        assert all(ink(item).right <= tile.x - mm(3.9) for item in texts(page, Role.TITLE))


# --- large codes, and sheets that lie -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a5", "a4", "half-letter", "148x300mm"])
@pytest.mark.parametrize(
    "eyebrow", [(), ("Band",), ("Adjustable bench with resistance bands and dumbbells", "advanced")]
)
@pytest.mark.parametrize(
    "photographs", [pair(2400, 1000), pair(), UPRIGHT, (photo(),)], ids=["12:5", "3:2", "2:3", "one"]
)
def test_a_large_code_rises_beside_the_title_and_never_into_the_line_above_it(photographs, eyebrow, size):
    page = shown(photographs, size, eyebrow=eyebrow, video=video(300), steps=card().steps[:1], boxes=())
    (tile,) = tiles(page)
    assert band(page).contains(tile)
    assert tile.bottom == pytest.approx(photos(page)[0].rect.bottom)
    others = (
        [ink(item) for item in texts(page, Role.EYEBROW, Role.LEGEND, Role.TITLE)] + pictures(page) + swatches(page)
    )
    assert not any(tile.overlaps(box) for box in others)
    assert not any(one.overlaps(other) for one, other in combinations(others, 2))


@pytest.mark.parametrize("size", [A4_ACROSS, "210x148mm", "279.4x215.9mm", "420x297mm", "260x150mm"])
@pytest.mark.parametrize(
    "photographs", [pair(), UPRIGHT, (photo(),), pair(1920, 1080)], ids=["3:2", "2:3", "one", "16:9"]
)
def test_on_a_card_across_photographs_stand_between_title_and_code(photographs, size):
    page = shown(photographs, size)
    (tile,), unit = tiles(page), measures_for(parse_sheet(size)).unit
    found = [item.rect for item in photos(page)]
    assert len(found) == len(photographs)
    assert all(band(page).contains(rect) for rect in found)
    assert tile.x - found[-1].right == pytest.approx(4 * unit)
    assert found[0].y + found[0].height / 2 == pytest.approx(tile.y + tile.height / 2)
    head = [ink(item) for item in texts(page, Role.EYEBROW, Role.TITLE, Role.LEGEND)]
    assert max(box.right for box in head) <= found[0].x - 3.9 * unit
    assert found[0].x - measures_for(parse_sheet(size)).margin >= 76 * unit - 1e-6
    assert {item.crop.height for item in photos(page)} == {1}
    assert min(item.crop.width for item in photos(page)) >= 0.84 - 1e-9
    assert bodies(page) == []


@pytest.mark.parametrize("size", ["105x148mm", "127x203.2mm"])
def test_a_compact_card_has_no_photographs_and_says_so(size):
    page = shown(size=size)
    assert photos(page) == []
    assert NO_PHOTOS in page.notes
    assert len(bodies(page)) == 2
    assert NO_PHOTOS not in page_of(card(**MUSCLES), size).notes


# --- labels ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a5", "a4", A4_ACROSS])
@pytest.mark.parametrize(
    "captions",
    [("Start", "Finish"), ("Unten", "Überkopf"), ("At the turning point, seen from the side", "Up"), ("x" * 60, "Up")],
    ids=["usual", "accents", "long", "one word"],
)
@pytest.mark.parametrize("ratio", [(1500, 1000), (900, 1600)], ids=["3:2", "9:16"])
def test_labels_stand_in_the_lower_left_corner_on_the_colour_of_the_band(ratio, captions, size):
    page = shown(tuple(photo(caption, *ratio) for caption in captions), size)
    grounds = [rect_of(path) for path in paths(page, PETROL.band)]
    by_order = {}
    for item in labels(page):
        by_order.setdefault(item.mark.order, []).append(item)
    assert [" ".join(words(items)) for items in by_order.values()] == pytest.approx(list(captions)) or "x" in captions[
        0
    ]
    for items, picture in zip(by_order.values(), photos(page), strict=True):
        assert {item.color for item in items} == {PETROL.paper}
        assert min(item.size for item in items) >= LABEL_LEAST - 1e-9
        (tab,) = [
            ground
            for ground in grounds
            if picture.rect.inset(-HAIR, -HAIR).contains(ground)
            and (ground.x, ground.bottom) == pytest.approx((picture.rect.x - HAIR, picture.rect.bottom + HAIR))
            and ground.width > 10
        ]
        assert all(tab.contains(ink(item)) for item in items)
    assert len({item.size for item in labels(page)}) == 1


def test_a_long_caption_is_set_smaller_before_it_hides_a_third_of_the_photograph():
    long = "Bar over the middle of the foot"
    for size in ("a5", "a4", A4_ACROSS):
        page = shown((photo(long), photo("Up")), size)
        (set_in,) = {item.size for item in labels(page)}
        (usual,) = {item.size for item in labels(shown(pair(), size))}
        (picture, _) = photos(page)
        top = min(ink(item).y for item in labels(page) if ink(item).x < picture.rect.right)
        assert LABEL_LEAST <= set_in <= usual
        assert picture.rect.bottom - top < picture.rect.height / 3


def test_a_label_comes_right_behind_its_photograph():
    page = shown()
    orders = [item.mark.order for pair_ in zip(photos(page), labels(page), strict=True) for item in pair_]
    assert orders == sorted(orders)
    (code,) = {item.mark.order for item in page.items if item.mark.role is Role.CODE}
    assert orders[0] > code


def test_a_photograph_without_a_caption_has_no_label():
    assert labels(shown((photo(),))) == []
    assert len(labels(shown((photo("Down"), photo())))) == 1


def test_corners_are_round_in_the_colour_of_the_band():
    page = shown((photo(),))
    (picture,) = photos(page)
    near = picture.rect.inset(-HAIR, -HAIR)
    corners = [rect_of(path) for path in paths(page, PETROL.band) if near.contains(rect_of(path))]
    assert len(corners) == 4
    for x in (picture.rect.x, picture.rect.right):
        for y in (picture.rect.y, picture.rect.bottom):
            point = Rect(x=x, y=y, width=0, height=0)
            assert sum(corner.contains(point) for corner in corners) == 1
    assert [to_mm(corner.width) for corner in corners] == pytest.approx([2 + to_mm(HAIR)] * 4)


# --- in words -------------------------------------------------------------------------------------------------------


def test_a_photograph_says_in_words_what_it_shows():
    assert [item.mark.alternative for item in photos(shown())] == [
        "Photograph: Long Hinge, start",
        "Photograph: Long Hinge, finish",
    ]
    assert [item.mark.alternative for item in photos(shown((photo(),)))] == ["Photograph: Long Hinge"]
    told = shown((photo("Down"), photo()), image_alt="A man with a bag")
    assert [item.mark.alternative for item in photos(told)] == ["A man with a bag, down", "A man with a bag"]


@pytest.mark.parametrize(
    ("changes", "spoken", "printed"),
    [
        ({}, {""}, {""}),
        ({"language": "de"}, {"en"}, {"en"}),
        ({"language": "de", "image_alt": "Ein Mann"}, {""}, {"en"}),
    ],
    ids=["English", "German", "German with words of its own"],
)
def test_english_words_on_another_card_say_that_they_are(changes, spoken, printed):
    page = shown(**changes)
    assert {item.mark.language for item in photos(page)} == spoken
    assert {item.mark.language for item in labels(page)} == printed
    own = shown((photo("Unten"), photo("Oben")), **changes)
    assert {item.mark.language for item in labels(own)} == {""}


# --- all of it ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a5", "a4", "half-letter", "a3", A4_ACROSS, "210x148mm"])
@pytest.mark.parametrize("title", ["Row", "Single Arm Sandbag Shoulder Throw", "Überkopfdrücken im Stehen"])
def test_nothing_overlaps_and_all_is_inside_the_safe_edge(title, size):
    for photographs in (pair(), UPRIGHT, (photo("Hold"),)):
        page = shown(photographs, size, title=title, lead=inline("A calm hinge."))
        written = [ink(item) for item in texts(page, Role.EYEBROW, Role.TITLE, Role.LEGEND)] + swatches(page)
        boxes = [*pictures(page), *tiles(page), *written]
        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
        safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(mm(6), mm(6))
        assert all(safe.contains(box, tolerance=0.8) for box in boxes)
        assert all(band(page).contains(box) for box in boxes)
        assert not any(band(page).overlaps(disc) for disc in discs(page))
