"""Faces: their numbers, their fallback, and which files are refused."""

import shutil
import struct

import pytest

from cardgen.theme.type import Style
from cardgen.typeset.fonts import FALLBACK, load_fonts
from cardgen.values import resources
from cardgen.values.errors import UsageError
from tests.builders import type_case


def test_the_faces_are_those_the_design_measures():
    fonts = type_case().fonts
    assert set(fonts.faces) == {style.value for style in Style}
    assert fonts.face(Style.TEXT).cap_height == pytest.approx(0.727, abs=0.001)
    assert fonts.face(Style.DISPLAY).cap_height == pytest.approx(0.70, abs=0.001)
    assert all(face.descent < 0 < face.ascent for face in fonts.faces.values())


@pytest.mark.parametrize("style", list(FALLBACK))
@pytest.mark.parametrize("text", ["Άρση", "Тяга", "Тяга T"])
def test_greek_and_cyrillic_fall_back_to_inter(style, text):
    assert type_case().fonts.face_for(style, text).name == FALLBACK[style].value


@pytest.mark.parametrize("text", ["Squat", "Übung", "Đẩy tạ", "30–45 °"])
def test_latin_stays_in_its_own_face(text):
    for style in Style:
        assert type_case().fonts.face_for(style, text).name == style.value


def test_what_no_face_has_stays_in_the_styles_face():
    assert type_case().fonts.face_for(Style.DISPLAY, "深蹲").name == Style.DISPLAY.value


def test_missing_characters_are_named_once_in_order():
    assert type_case().fonts.missing("Squat 蹲 and 深蹲 ✓") == ("蹲", "深")
    assert type_case().fonts.missing("Тяга Άρση ✓✗⚠→ “–”") == ()


def folder_with(tmp_path, data):
    for path in resources.fonts_folder().glob("*.ttf"):
        shutil.copy(path, tmp_path)
    target = tmp_path / f"{Style.TEXT.value}.ttf"
    target.unlink()
    if data is not None:
        target.write_bytes(data)
    return tmp_path


def renamed(old, new):
    """The text face with one table under another name."""
    data = bytearray(type_case().fonts.face(Style.TEXT).data)
    count = struct.unpack_from(">H", data, 4)[0]
    for at in range(12, 12 + 16 * count, 16):
        if data[at : at + 4] == old:
            data[at : at + 4] = new
            return bytes(data)
    raise AssertionError(f"no table {old!r}")


def test_a_font_without_truetype_outlines_is_refused(tmp_path):
    with pytest.raises(UsageError, match="not a static TrueType font"):
        load_fonts(folder_with(tmp_path, renamed(b"glyf", b"CFF ")))


def test_a_variable_font_is_refused(tmp_path):
    with pytest.raises(UsageError, match="not a static TrueType font"):
        load_fonts(folder_with(tmp_path, renamed(b"gasp", b"fvar")))


def test_a_missing_font_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"Inter-Regular\.ttf: the font cannot be read"):
        load_fonts(folder_with(tmp_path, None))
