"""The band: title, eyebrow, lead or muscles, and the code's tile."""

import pytest

from cardgen.display import Role
from cardgen.layout.ground.legend import LEADING
from cardgen.theme.type import Style
from cardgen.values.geometry import mm, to_mm
from tests.builders import card, inline, page_of, pair, video, works
from tests.layout.reading import band, bodies, codes, discs, ink, links, swatches, texts, tiles, words

TITLES = {
    1: "Plank",
    2: "Single Arm Sandbag Shoulder Throw",
    3: "Alternating Kneeling Sandbag Shoulder Throw With Quarter Rotation",
}


def size_of(page):
    (size,) = {item.size for item in texts(page, Role.STEP)}
    return size


def lines_of(page):
    return texts(page, Role.TITLE)


@pytest.mark.parametrize("size", ["a5", "a4", "letter", "half-letter"])
@pytest.mark.parametrize("count", TITLES)
def test_a_title_keeps_clear_of_the_tile(count, size):
    page = page_of(card(title=TITLES[count]), size)
    (place,) = tiles(page)
    assert len(lines_of(page)) == count
    unit = page.width / 148
    assert all(ink(line).right <= place.x - 5.9 * unit for line in lines_of(page))
    assert all(band(page).contains(ink(line)) for line in lines_of(page))
    assert words(lines_of(page)) == TITLES[count].split()


def test_a_longer_title_is_set_smaller_not_cut():
    sizes = [lines_of(page_of(card(title=title)))[0].size for title in TITLES.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 15


def test_lines_of_a_title_are_balanced():
    widths = [line.width for line in lines_of(page_of(card(title=TITLES[2])))]
    assert max(widths) < 1.6 * min(widths)


@pytest.mark.parametrize("title", ["Wirbelsäulenaufrichtungskrafttraining", "W" * 40])
def test_a_title_of_one_long_word_is_never_parted(title):
    page = page_of(card(title=title))
    (line,) = lines_of(page)
    assert line.text.strip() == title
    assert ink(line).right <= tiles(page)[0].x - mm(5.9)


@pytest.mark.parametrize("title", ["Hyperextension", "Überkopfdrücken", "Counterbalance Hyperextension"])
@pytest.mark.parametrize("size", ["a5", "a4", "letter"])
def test_a_long_word_beside_the_map_is_as_large_as_its_column_allows(title, size):
    page = page_of(card(title=title, works=works("glutes"), also=works("abs")), size)
    lines = lines_of(page)
    left, right = min(ink(line).x for line in lines), max(ink(line).right for line in lines)
    column = min(stamp.rect.x for stamp in bodies(page)) - left - mm(4) * page.width / mm(148)
    assert len(lines) == len(title.split())
    assert 0.9 * column < right - left <= column * 1.02
    assert size_of(page) > 11 * page.width / mm(148)


def test_without_a_video_there_is_no_tile_and_no_gap():
    page = page_of(card(video=None, title=TITLES[2]))
    assert (tiles(page), codes(page), links(page)) == ([], [], [])
    assert texts(page, Role.CAPTION, Role.ADDRESS) == []
    assert (
        max(ink(line).right for line in texts(page, Role.TITLE, Role.LEAD)) > tiles(page_of(card(title=TITLES[2])))[0].x
    )


def test_without_a_video_the_title_takes_the_full_width():
    title = "Kneeling Sandbag Throw"
    (line,) = lines_of(page_of(card(video=None, title=title, lead=(), eyebrow=())))
    assert to_mm(line.width) > 128 - 27
    assert to_mm(line.x + line.width) <= 138.01


def test_lines_that_meet():
    """Eyebrow and tile start on one line; the last line under the title ends on the tile's foot."""
    page = page_of()
    (place,) = tiles(page)
    (eyebrow,) = texts(page, Role.EYEBROW)
    cap = 0.7 * eyebrow.size
    assert eyebrow.y - cap == pytest.approx(place.y, abs=0.02)
    assert texts(page, Role.LEAD)[-1].y == pytest.approx(place.bottom)


def test_the_lead_stands_in_the_band_unless_muscles_do():
    alone, with_muscles = page_of(), page_of(card(works=works("glutes", "hamstrings")))
    assert all(band(alone).contains(ink(line)) for line in texts(alone, Role.LEAD))
    assert words(texts(with_muscles, Role.LEGEND)) == ["Works", "glutes,", "hamstrings"]
    assert all(ink(line).y > band(with_muscles).bottom for line in texts(with_muscles, Role.LEAD))


def test_the_band_grows_with_a_large_code():
    assert band(page_of(card(video=video(300)))).height > band(page_of()).height


@pytest.mark.parametrize("size", ["a5", "a4"])
def test_a_lead_that_does_not_fit_beside_the_code_goes_below_the_band_which_stays_as_high(size):
    long = "Hold it for a while. " * 14
    page = page_of(card(lead=inline(long), steps=card().steps[:1]), size)
    lines = texts(page, Role.LEAD)
    assert words(lines) == long.split()
    assert all(ink(line).y > band(page).bottom for line in lines)
    assert band(page).height == pytest.approx(band(page_of(size=size)).height)
    assert min(disc.y for disc in discs(page)) > max(line.y for line in lines)


def test_the_eyebrow_is_in_capitals_and_takes_a_second_line_when_very_long():
    (line,) = texts(page_of(), Role.EYEBROW)
    assert line.text.strip() == "SANDBAG · BEGINNER"
    page = page_of(card(eyebrow=("Adjustable incline bench with resistance bands and dumbbells", "intermediate")))
    assert len(texts(page, Role.EYEBROW)) == 2
    assert all(ink(line).right <= tiles(page)[0].x for line in texts(page, Role.EYEBROW))
    assert texts(page_of(card(eyebrow=())), Role.EYEBROW) == []


def test_the_caption_is_as_wide_as_the_code_above_it():
    page = page_of()
    (caption,), (code,) = texts(page, Role.CAPTION), codes(page)
    bearing = 0.05 * caption.size
    assert ink(caption).x == pytest.approx(code.x, abs=bearing)
    assert ink(caption).right == pytest.approx(code.right, abs=bearing)


def test_the_caption_stands_under_the_code():
    page = page_of()
    (caption,), (code,) = texts(page, Role.CAPTION), codes(page)
    assert code.x <= ink(caption).x < ink(caption).right <= code.right
    assert ink(caption).width > 0.95 * code.width


@pytest.mark.parametrize("title", ["Άρση θανάτου", "Становая тяга", "Тяга Pro"])
def test_a_title_in_greek_or_cyrillic_is_set_in_inter(title):
    lines = lines_of(page_of(card(title=title, eyebrow=("Штанга",))))
    faces = {run.text.strip(): run.face for line in lines for run in line.runs}
    assert {face for text, face in faces.items() if not text.isascii()} == {Style.NAME.value}
    assert all(0 not in run.glyphs for line in lines for run in line.runs)
    (eyebrow,) = texts(page_of(card(title=title, eyebrow=("Штанга",))), Role.EYEBROW)
    assert {run.face for run in eyebrow.runs} == {Style.LEAD_IN.value}


@pytest.mark.parametrize("size", ["a5", "a4", "210x148mm"])
@pytest.mark.parametrize(
    "named", [{}, {"works": works("glutes")}, {"photos": pair()}], ids=["lead", "map", "photographs"]
)
def test_accents_of_a_large_title_keep_off_the_line_above_it(named, size):
    for title in ("Übung", "Ấn Độ"):
        page = page_of(card(title=title, **named), size)
        above = texts(page, Role.EYEBROW) + [item for item in texts(page, Role.LEGEND) if "photos" in named]
        assert above
        for line in lines_of(page):
            assert not any(ink(line).overlaps(ink(item)) for item in above if item.y < line.y)
            assert ink(line).y >= min(ink(item).bottom for item in above)


@pytest.mark.parametrize("size", ["half-letter", "a5", "279.4x215.9mm"])
def test_tall_letters_of_a_title_at_the_very_top_stay_off_the_edge(size):
    crowded = {"lead": inline("Hold it for a while. " * 14), "eyebrow": (), "video": None}
    for changes in (crowded, {**crowded, "photos": pair()}):
        page = page_of(card(title="Hold the Floor With Both", **changes), size)
        assert min(ink(line).y for line in lines_of(page)) >= mm(6) - 0.02 * lines_of(page)[0].size


@pytest.mark.parametrize("size", ["a5", "a4", "letter", "297x210mm"])
@pytest.mark.parametrize("title", ["Squat", "Step Up", "Hip Thrust", "Gyp", "Упор", "Kneeling Sandbag Squat Jump"])
def test_descenders_of_a_title_keep_clear_of_what_stands_under_it(title, size):
    for named in ({"works": works("quads", "glutes"), "also": works("hamstrings", "inner thighs")}, {}):
        page = page_of(card(title=title, **named), size)
        below = [ink(item).y for item in texts(page, Role.LEGEND, Role.LEAD) if item.y > lines_of(page)[-1].y]
        below += [square.y for square in swatches(page)]
        assert min(below) - ink(lines_of(page)[-1]).bottom > mm(1)


def test_a_title_takes_a_second_line_only_for_markedly_larger_letters():
    muscles = {"works": works("glutes", "front shoulders"), "also": works("hamstrings", "inner thighs")}
    (line,) = lines_of(page_of(card(title="Sandbag Low Swing", **muscles)))
    assert line.size > 24
    two = lines_of(page_of(card(title="Sandbag Low Swing With Quarter Turn", **muscles)))
    assert len(two) == 2


def test_small_names_and_close_rows_are_no_price_for_a_slightly_larger_title():
    page = page_of(card(title="Step", works=works("quads"), also=works("glutes", "inner thighs")))
    items = texts(page, Role.LEGEND)
    first, last = min(item.y for item in items), max(item.y for item in items)
    assert {item.size for item in items} == {9.6}
    assert last - first == pytest.approx(LEADING * 9.6)
