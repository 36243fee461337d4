"""Codes in the smallest version for their link, read back, and large enough on paper."""

from functools import cache
from itertools import groupby, product

import pytest

from cardgen.pictures.qr import QUIET_ZONE, make_code
from cardgen.theme import PETROL
from cardgen.values.geometry import Rect, to_mm
from tests.builders import card, fit, link_of, video
from tests.layout.reading import codes, ink, links, paths, rect_of, texts, tiles
from tests.quick import mostly_slow

CAPACITY_M = (
    16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415, 453, 507, 563, 627, 669, 714, 782, 860, 914, 1000, 1062,
    1128, 1193, 1267, 1373, 1455, 1541, 1631, 1725, 1812, 1914, 1992, 2102, 2216, 2334,
)  # fmt: skip
"""Data codewords at level M by version (ISO/IEC 18004:2015, table 7)."""
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
COUNT_BITS = {"numeric": (10, 12, 14), "alphanumeric": (9, 11, 13), "byte": (8, 16, 16)}
CLASSES = (range(1, 10), range(10, 27), range(27, 41))

YOUTUBE = "https://youtu.be/Qk7_zR2-wXa"


def bits(mode, text, group):
    """What a part takes (ISO/IEC 18004:2015, 7.4): digits by three, alphanumerics by two, bytes."""
    head = 4 + COUNT_BITS[mode][group]
    count = len(text.encode())
    if mode == "numeric":
        return head + count // 3 * 10 + (0, 4, 7)[count % 3]
    if mode == "alphanumeric":
        return head + count // 2 * 11 + count % 2 * 6
    return head + 8 * count


def allowed(mode, text):
    return mode == "byte" or all(
        letter in (ALPHANUMERIC[:10] if mode == "numeric" else ALPHANUMERIC) for letter in text
    )


def version_for(sizes):
    """The smallest version at level M, from the fewest bits in each class of versions."""
    for group, versions in enumerate(CLASSES):
        for version in versions:
            if sizes[group] <= 8 * CAPACITY_M[version - 1]:
                return version
    raise AssertionError("too long for any code")


def fewest_by_force(text, group):
    """Try every mode for every character."""
    options = product(COUNT_BITS, repeat=len(text))
    parts = (
        [
            (mode, "".join(letter for _, letter in run))
            for mode, run in groupby(zip(modes, text, strict=True), lambda pair: pair[0])
        ]
        for modes in options
    )
    return min(
        sum(bits(mode, part, group) for mode, part in split) for split in parts if all(allowed(*part) for part in split)
    )


def fewest_of_prefixes(text, group):
    """The fewest bits of text[:n] for every n: try every place where the last part may start."""
    fewest = [0]
    for end in range(1, len(text) + 1):
        found = []
        for mode in COUNT_BITS:
            start = end - 1
            while start >= 0 and allowed(mode, text[start]):
                found.append(fewest[start] + bits(mode, text[start:end], group))
                start -= 1
        fewest.append(min(found))
    return fewest


@cache
def smallest_versions():
    """The version for each length of link."""
    plain = link_of(300)
    tables = [fewest_of_prefixes(plain, group) for group in range(3)]
    return [version_for([table[length] for table in tables]) for length in range(301)]


@pytest.mark.parametrize(
    "text", ["a", "A1", "ab12CD", "AB12345", "12345a7", "https:/", "x1234567", "HTTP://A", "aé1", "1A2b3C4"]
)
def test_modes_are_mixed_as_brute_force_would(text):
    expected = version_for([fewest_by_force(text, group) for group in range(3)])
    assert make_code(text).version == expected
    assert fewest_of_prefixes(text, 0)[-1] == fewest_by_force(text, 0)


def test_the_version_is_the_smallest_at_level_m():
    for length in range(1, 301):
        code = make_code(link_of(length))
        assert code.version == smallest_versions()[length], length
        assert code.level in "MQH"
        assert code.modules == 4 * code.version + 17 == len(code.rows[0])


def test_the_capacities_are_those_of_the_library():
    from qrcode.base import rs_blocks
    from qrcode.constants import ERROR_CORRECT_M

    assert (
        tuple(sum(block.data_count for block in rs_blocks(version, ERROR_CORRECT_M)) for version in range(1, 41))
        == CAPACITY_M
    )


def test_a_youtube_link_takes_29_modules_at_level_q():
    code = make_code(YOUTUBE)
    assert (code.version, code.level, code.modules) == (3, "Q", 29)


def test_the_highest_level_of_a_version_is_taken():
    assert make_code("A").level == "H"
    assert make_code("a" * 15).version == 2
    assert make_code("a" * 15).level == "Q"


def test_the_longest_code_holds_and_a_longer_link_is_refused():
    assert make_code("https://ab.example/" + "x" * 2300).version == 40
    with pytest.raises(ValueError, match="2419 characters do not fit"):
        make_code("https://ab.example/" + "x" * 2400)


def test_a_code_has_its_three_finders():
    rows = make_code(YOUTUBE).rows
    finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    for top, left in ((0, 0), (0, 22), (22, 0)):
        assert ["".join("#" if dark else "." for dark in row[left : left + 7]) for row in rows[top : top + 7]] == finder


# --- read back ------------------------------------------------------------------------------------------------------


def read(code):
    zxingcpp = pytest.importorskip("zxingcpp")
    from PIL import Image

    side = code.modules + 2 * QUIET_ZONE
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(code.rows):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0)
    (found,) = zxingcpp.read_barcodes(picture.resize((side * 4, side * 4), Image.Resampling.NEAREST))
    return found.text


@pytest.mark.parametrize("length", [1, 2, 5, 9, 11, 19, *range(20, 301, 20)])
def test_a_code_reads_as_its_link(length):
    assert read(make_code(link_of(length))) == link_of(length)


@pytest.mark.parametrize(
    "url",
    [
        YOUTUBE,
        "https://ab.example/12345678901234567890",
        "https://ab.example/AbCdEf?x=Yz#Qq",
        "https://ab.example/PATH/TO?Q=HTTPS://YOUTU.BE/X",
    ],
)
def test_a_code_holds_its_address_letter_for_letter(url):
    assert read(make_code(url)) == url


# --- on paper -------------------------------------------------------------------------------------------------------

LENGTHS = sorted({*range(11, 301, 17), 28, 300})
LEAST_CODE_MM = {"a5": 20.0, "a4": 23.5, "letter": 23.5, "a3": 23.5, "tabloid": 23.5}


def page_with(length, size):
    page = fit(card(steps=card().steps[:1], boxes=(), video=video(length), footnotes=()), size)
    code = make_code(video(length).url)
    (square,) = codes(page)
    (place,) = tiles(page)
    return page, code, square, place


@pytest.mark.parametrize("size", ["a5", "a4", "letter", "a3", "tabloid"])
@pytest.mark.parametrize("lengths", mostly_slow([range(11, 301, 13), range(11, 301)], every=2), ids=["some", "all"])
def test_codes_are_large_enough_to_be_read(size, lengths):
    for length in lengths:
        _, code, square, _ = page_with(length, size)
        assert to_mm(square.width) == pytest.approx(to_mm(square.height), abs=1e-6)
        assert to_mm(square.width) >= LEAST_CODE_MM[size] - 1e-6
        assert to_mm(square.width) / code.modules >= 0.5 - 1e-9


@pytest.mark.parametrize(
    ("length", "modules", "module_mm"),
    [(11, 21, 20 / 21), (28, 29, 27 / 37), (64, 37, 27 / 45), (120, 45, 0.5095), (300, 69, 0.5)],
)
def test_modules_on_a5_in_millimetres(length, modules, module_mm):
    _, code, square, _ = page_with(length, "a5")
    assert code.modules == modules
    assert to_mm(square.width) / code.modules == pytest.approx(module_mm, abs=1e-4)


@pytest.mark.parametrize("size", ["a5", "a4", "letter"])
@pytest.mark.parametrize("length", LENGTHS)
def test_four_white_modules_round_the_code_with_nothing_in_them(size, length):
    page, code, square, place = page_with(length, size)
    side = square.width / code.modules
    quiet = Rect(
        x=square.x - 4 * side, y=square.y - 4 * side, width=square.width + 8 * side, height=square.height + 8 * side
    )
    assert place.contains(quiet)
    for item in texts(page):
        # from the cap line, which round letters pass by a hundredth of their size
        box = ink(item)
        cap = item.y - 0.7 * item.size
        assert not Rect(x=box.x, y=cap, width=box.width, height=box.bottom - cap).overlaps(quiet), item.text
    shapes = paths(page)
    at = next(at for at, path in enumerate(shapes) if path.fill == PETROL.paper)
    over = [path for path in shapes[at + 1 :] if rect_of(path).overlaps(quiet)]
    assert [path.mark.role.value for path in over] == ["code"]


def test_the_tile_stands_on_the_margin_and_can_be_clicked():
    page, _, _, place = page_with(28, "a5")
    assert to_mm(place.right) == pytest.approx(138.0)
    (area,) = links(page)
    assert area.rect == place or area.rect.contains(place)
    assert area.mark.link == YOUTUBE
    assert "youtu.be/Qk7_zR2-wXa" in area.mark.alternative
