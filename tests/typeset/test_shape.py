"""A line put together from words that were measured apart is as wide, glyph by glyph, as HarfBuzz makes the whole line."""

import re
from itertools import accumulate

import pytest
import uharfbuzz as hb

from cardgen.display import Color, Mark, Role
from cardgen.guide.model import Emphasis
from cardgen.layout.ground.text import Setting, Slot, place_line, set_inline
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import first_fit
from cardgen.typeset.prepare import Piece, prepare
from cardgen.typeset.shape import FEATURES, shape_run
from cardgen.typeset.tidy import tidy
from cardgen.values import resources
from tests.builders import fresh_case, inline, type_case

SETTING = Setting(size=10.0, cap=0.7, color=Color(0, 0, 0))


def sentences():
    """Every line of prose in content/, one long line each."""
    for path in sorted(resources.content_folder().glob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = re.sub(r"^(?:[-#]+|\d+\.|\w+:) |[*\"]", "", line.strip())
            if len(text.split()) > 2:
                yield text


SENTENCES = sorted(set(sentences()))
TRAPS = [
    "AVATAR To Tall Wave Yes, You. LT LV P. V, F. r. 11 71 74 1/2 “To” ‘A’ ’T’ – V – T",
    "10–20 reps, 3-1-1-0 tempo, T-bar, 90° turn, 45 % (of it) & 2 × 8",
    "half-kneeling anti-rotation press-and-hold",
]


def shaped_whole(text, style):
    """What HarfBuzz makes of a line at once: glyphs and advances in em."""
    face = type_case().fonts.face(style)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, FEATURES)
    advances = [position.x_advance / face.units for position in buffer.glyph_positions]
    return [info.codepoint for info in buffer.glyph_infos], advances


def assembled(text, style):
    """What the layout puts on one line: glyphs and advances in em, without the blank at its end."""
    paragraph = prepare([Piece(tidy(text), style)], type_case())
    items = place_line(paragraph, SETTING, Slot(0, 0), Mark(role=Role.STEP, order=1))
    runs = [run for item in items for run in item.runs]
    glyphs = [glyph for run in runs for glyph in run.glyphs][:-1]
    advances = [advance for run in runs for advance in run.advances][:-1]
    return "".join(item.text for item in items)[:-1], glyphs, advances


def test_there_is_enough_text_to_compare():
    assert len(SENTENCES) > 150


@pytest.mark.parametrize("style", list(Style), ids=lambda style: style.value)
@pytest.mark.parametrize(
    "texts",
    [TRAPS, SENTENCES[::7], pytest.param(SENTENCES, marks=pytest.mark.slow)],
    ids=["traps", "some of content", "content"],
)
def test_every_glyph_of_a_line_stands_where_harfbuzz_puts_it(texts, style):
    for text in texts:
        line, glyphs, advances = assembled(text, style)
        whole_glyphs, whole_advances = shaped_whole(line, style)
        assert glyphs == whole_glyphs
        # the advance of the last letter before a line's end may be kerned with the blank that is not painted
        places, expected = list(accumulate(advances[:-1])), list(accumulate(whole_advances[:-1]))
        assert places == pytest.approx(expected, abs=1e-9), line


@pytest.mark.parametrize("style", [Style.TEXT, Style.NAME, Style.HEADING, Style.DISPLAY], ids=lambda style: style.value)
def test_a_word_that_may_break_inside_is_kerned_across_the_break(style):
    for text in ("One-Arm Anti-Twist", "Push/pull Stand/jump", "Up—Toward"):
        line, _, advances = assembled(text, style)
        assert list(accumulate(advances[:-1])) == pytest.approx(
            list(accumulate(shaped_whole(line, style)[1][:-1])), abs=1e-9
        )


@pytest.mark.parametrize("style", list(Style), ids=lambda style: style.value)
@pytest.mark.parametrize(
    "texts", [SENTENCES[3::7], pytest.param(SENTENCES, marks=pytest.mark.slow)], ids=["some of content", "content"]
)
def test_the_width_that_breaks_lines_is_the_width_of_the_glyphs(style, texts):
    for text in texts:
        paragraph = prepare([Piece(tidy(text), style)], type_case())
        for start, end in first_fit(paragraph, 20.0):
            line = "".join(unit.text for unit in paragraph.units[start:end])
            blank = paragraph.units[end - 1].blank
            _, advances = shaped_whole(line, style)
            assert paragraph.ends[end - 1] - paragraph.starts[start] == pytest.approx(sum(advances) - blank, abs=1e-9)


def test_a_run_says_what_its_glyphs_stand_for():
    for text in ("Overhead ", "naïve", "e\u0323\u0301x", "10–20 "):
        run = shape_run(text, type_case().fonts.face(Style.TEXT))
        assert "".join(run.clusters) == text
        assert len(run.glyphs) == len(run.advances) == len(run.clusters)
        assert run.width == pytest.approx(sum(run.advances))
        assert (run.blank > 0) == text.endswith(" ")


def test_kerning_is_there():
    """Without it "To" would be as wide as its letters."""
    case = type_case()
    apart = case.shape("T", Style.TEXT).width + case.shape("o", Style.TEXT).width
    assert case.shape("To", Style.TEXT).width < apart - 0.02


def test_signs_are_not_replaced_by_neighbourhood():
    """Inter would turn "2x4" into a multiplication sign and "->" into an arrow."""
    face = type_case().fonts.face(Style.TEXT)
    for text in ("2x4", "->", "fi", "(c)"):
        run = shape_run(text, face)
        assert run.glyphs == tuple(face.font.get_nominal_glyph(ord(letter)) for letter in text)


def test_a_lead_in_changes_the_face_and_nothing_else():
    spans = (*inline("", strong="Grip"), *inline(": the bar"))
    paragraph = set_inline(spans, type_case(), language="en")
    faces = [run.face for unit in paragraph.units for run in unit.runs if run.text]
    assert spans[0].emphasis is Emphasis.STRONG
    assert faces == [Style.LEAD_IN.value, Style.TEXT.value, Style.TEXT.value, Style.TEXT.value]


def test_a_word_is_shaped_once():
    case = fresh_case()
    prepare([Piece("up and up and up", Style.TEXT)], case)
    assert set(case.runs) == {("up ", Style.TEXT), ("and ", Style.TEXT)}
