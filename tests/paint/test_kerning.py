"""What is painted is as wide, glyph by glyph, as HarfBuzz makes the line: measured and printed width agree."""

from itertools import accumulate, product

import pytest
import uharfbuzz as hb

from cardgen.compose import compose_card
from cardgen.display import Text
from cardgen.paint import paint_pdf
from cardgen.paint.operators import LEAST_SHIFT
from cardgen.pipeline import stages
from cardgen.typeset.shape import FEATURES
from cardgen.values import resources
from cardgen.words import english
from tests.builders import card, page_of, type_case
from tests.paint.opened import shown
from tests.quick import mostly_slow

STEMS = sorted(path.stem for path in resources.content_folder().glob("*.md"))
BOUND = LEAST_SHIFT + 0.001
"""In thousandths of an em. A pair whose kerning is under LEAST_SHIFT is left as it is; what is written has three decimals, and
so has the glyph's width: half a unit of the third decimal each. At 20 pt this is 0.0002 pt."""


def harfbuzz(text, face_name):
    """Glyphs and advances in thousandths of an em."""
    face = type_case().fonts.faces[face_name]
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, FEATURES)
    return (
        tuple(info.codepoint for info in buffer.glyph_infos),
        [position.x_advance * 1000 / face.units for position in buffer.glyph_positions],
    )


def stretches(page):
    """The texts of a page as the painter writes them: one TJ for each change of face."""
    for item in page.items:
        if isinstance(item, Text):
            text, face = "", ""
            for run in item.runs:
                if face and run.face != face:
                    yield text, face, item
                    text = ""
                text, face = text + run.text, run.face
            yield text, face, item


def assert_painted_as_shaped(page):
    fonts = type_case().fonts
    painted = shown(paint_pdf((page,), title=page.title, language=page.language, fonts=fonts))
    expected = list(stretches(page))
    assert len(painted) == len(expected)
    for it, (text, face, item) in zip(painted, expected, strict=True):
        glyphs, advances = harfbuzz(text, face)
        assert (it.font, it.glyphs) == (face, glyphs)
        assert it.size == pytest.approx(item.size, abs=0.00051)
        spaced = [advance + 1000 * item.tracking for advance in advances]
        tolerance = BOUND + (0.0005 * 1000 / it.size if item.tracking else 0.0)  # Tc has three decimals of a point
        for at, (one, other) in enumerate(zip(it.advances, spaced, strict=True)):
            assert one == pytest.approx(other, abs=tolerance), (text, at)
        assert sum(it.advances) == pytest.approx(sum(spaced), abs=tolerance * len(glyphs))
        assert list(accumulate(it.advances))[-1] > 0


@pytest.mark.parametrize(("stem", "size"), mostly_slow(product(STEMS, ["a5", "a4"]), every=5))
def test_advances_painted_are_harfbuzzs_at_every_pair(stem, size):
    path = resources.content_folder() / f"{stem}.md"
    assert_painted_as_shaped(page_of(compose_card(stages.load_guide(path), words=english()), size))


def test_pairs_that_kern_much_are_painted_so():
    page = page_of(card(title="AVATAR Toy", lead=(), eyebrow=("LT. VW", "Ya 11"), brand="To Ty Va"))
    assert_painted_as_shaped(page)
    (title,) = [
        it for it in shown(paint_pdf((page,), title="", language="en", fonts=type_case().fonts)) if it.size > 30
    ]
    apart = sum(harfbuzz(letter, title.font)[1][0] for letter in "AVATAR Toy ")
    assert sum(title.advances) < apart - 50


def test_the_width_of_a_text_item_is_the_width_painted():
    page = page_of()
    painted = shown(paint_pdf((page,), title="", language="en", fonts=type_case().fonts))
    single = [
        (it, item)
        for it, (_, _, item) in zip(painted, stretches(page), strict=True)
        if len({run.face for run in item.runs}) == 1 and not item.tracking
    ]
    assert len(single) > 10
    for it, item in single:
        blank = item.runs[-1].blank * 1000
        assert (sum(it.advances) - blank) * it.size / 1000 == pytest.approx(item.width, abs=0.01)
