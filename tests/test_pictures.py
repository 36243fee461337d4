"""Images drawn here: what is printed of them, and why some are refused."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from cardgen.display import ColorSpace
from cardgen.pictures import load_picture
from cardgen.values.errors import UsageError
from cardgen.values.geometry import mm
from tests.drawn import BLUE, RED, WHITE, ends, halves, near, png_that_claims, without_adobe

ROOM = (mm(26), mm(7))


def read(path, room=ROOM):
    """The picture, as Pillow sees it."""
    pixels = load_picture(path, room=room)
    mode = {ColorSpace.GRAY: "L", ColorSpace.RGB: "RGB"}[pixels.space]
    return Image.frombytes(mode, (pixels.columns, pixels.rows), zlib.decompress(pixels.data))


# --- what is printed --------------------------------------------------------------------------------------------------


def test_a_small_image_keeps_its_pixels(put):
    image = halves()
    assert read(put(image)).tobytes() == image.tobytes()


@pytest.mark.parametrize(
    ("size", "scaled"),
    [((3000, 300), (307, 31)), ((300, 3000), (8, 83)), ((1000, 1000), (83, 83)), ((40, 20), (40, 20))],
)
def test_an_image_is_scaled_to_300_dpi_and_never_up_or_stretched(put, size, scaled):
    assert read(put(halves(size=size))).size == scaled


def test_jpeg_is_read(put):
    left, right = ends(read(put(halves(), "logo.jpg", "JPEG", quality=95)))
    assert near(left, RED)
    assert near(right, BLUE)


def test_the_name_of_a_file_says_nothing(put):
    assert read(put(halves(), "logo.gif", "PNG")).size == (200, 50)


def test_a_cmyk_jpeg_has_its_colours(put):
    image = halves("CMYK", left=(0, 255, 255, 0), right=(255, 255, 0, 0))
    left, right = ends(read(put(image, "logo.jpg", "JPEG", quality=95)))
    assert near(left, (255, 0, 0), 12)
    assert near(right, (0, 0, 255), 12)


def test_a_cmyk_jpeg_without_the_marker_of_photoshop_has_its_colours(put):
    image = halves("CMYK", left=(255, 0, 0, 255), right=(0, 0, 255, 255))  # as stored: inverted, without a word of it
    left, right = ends(read(put(without_adobe(image), "logo.jpg")))
    assert near(left, (255, 0, 0), 12)
    assert near(right, (0, 0, 255), 12)


@pytest.mark.parametrize(("orientation", "turned"), [(1, False), (3, True), (2, True), (4, False)])
def test_a_photograph_is_turned_upright(put, orientation, turned):
    image = halves()
    exif = image.getexif()
    exif[0x0112] = orientation
    left, right = ends(read(put(image, "logo.jpg", "JPEG", quality=95, exif=exif)))
    assert near(left, BLUE if turned else RED)
    assert near(right, RED if turned else BLUE)


def test_a_photograph_taken_on_its_side_changes_its_proportions(put):
    exif = halves().getexif()
    exif[0x0112] = 6
    assert read(put(halves(), "logo.jpg", "JPEG", exif=exif)).size == (21, 83)


def test_what_is_transparent_is_white(put):
    image = halves("RGBA", left=(*RED, 255), right=(0, 0, 0, 0))
    assert ends(read(put(image))) == (RED, WHITE)


def test_half_transparent_is_half_white(put):
    (left, _) = ends(read(put(halves("RGBA", left=(0, 0, 0, 128), right=(*RED, 255)))))
    assert left == (127, 127, 127)


def test_scaling_draws_no_dark_rim_round_what_is_transparent(put):
    image = halves("RGBA", size=(2000, 500), left=(*RED, 255), right=(0, 0, 0, 0))
    assert min(read(put(image)).getchannel(0).tobytes()) >= RED[0] - 2


def test_a_palette_with_a_transparent_colour_is_white_there(put):
    image = halves().quantize(4)
    gone = image.getpixel((150, 10))
    assert ends(read(put(image, transparency=gone)))[1] == WHITE


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16"])
def test_grey_stays_grey(put, mode):
    image = halves("L", left=0, right=200)
    if mode == "I;16":
        image = Image.frombytes(mode, image.size, b"".join(struct.pack("<H", value * 257) for value in image.tobytes()))
    found = read(put(image if mode == "I;16" else image.convert(mode, dither=Image.Dither.NONE)))
    assert found.mode == "L"
    assert near(ends(found), (0, 255 if mode == "1" else 200), 1)


def test_colours_are_those_of_the_profile(put):
    image = Image.new("RGB", (20, 20), (0, 160, 0))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert near(read(put(image, icc_profile=srgb)).getpixel((5, 5)), (0, 160, 0), 1)
    for useless in (lab, b"no profile", srgb[:300]):
        assert near(read(put(image, icc_profile=useless)).getpixel((5, 5)), (0, 160, 0), 1)


def test_the_same_image_has_the_same_digest_whatever_file_it_is_in(put):
    one, other = put(halves(), "a.png"), put(halves(), "b.png", compress_level=0)
    assert one.read_bytes() != other.read_bytes()
    assert load_picture(one, room=ROOM) == load_picture(other, room=ROOM)
    third = put(halves(left=BLUE), "c.png")
    assert load_picture(third, room=ROOM).digest != load_picture(one, room=ROOM).digest


# --- what is refused --------------------------------------------------------------------------------------------------


def refused(path):
    with pytest.raises(UsageError) as caught:
        load_picture(path, room=ROOM)
    assert caught.value.message.startswith(f"{path.as_posix()}: ")
    return caught.value


def test_a_gif_named_png_is_told(put):
    error = refused(put(halves(), kind="GIF"))
    assert error.message.endswith("the file is a GIF, not PNG, JPEG, WebP, AVIF, HEIC or SVG")
    assert error.hint == "save it as PNG or JPEG"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "the image is damaged"),
        (b"\0\0\0\x14ftypisom\0\0\2\0mp41", "a film, not"),
        (b"%PDF-1.7\n", "a PDF, not"),
        (b"just words", "no image that can be read"),
        (b"\x89PNG\r\n\x1a\n", "image"),
    ],
)
def test_other_files_are_told(put, data, words):
    assert words in refused(put(data)).message


@pytest.mark.parametrize(("kind", "keep"), [("PNG", 0.6), ("PNG", 0.05), ("JPEG", 0.5), ("JPEG", 0.02)])
def test_a_truncated_image_is_refused(put, kind, keep):
    image = Image.effect_noise((300, 300), 80).convert("RGB")
    out = io.BytesIO()
    image.save(out, kind)
    data = out.getvalue()
    assert "image" in refused(put(data[: int(len(data) * keep)])).message


@pytest.mark.parametrize("size", [(8000, 5001), (12000, 9000), (65000, 65000), (2**31 - 1, 2**31 - 1)])
def test_a_header_that_claims_too_much_is_refused_before_anything_is_unpacked(put, size):
    assert refused(put(png_that_claims(*size))).message.endswith("the image has more than 40 million pixels")


def test_a_white_logo_is_refused(put):
    image = halves("RGBA", left=(255, 255, 255, 255), right=(255, 255, 255, 0))
    error = refused(put(image))
    assert "nothing of the image can be seen on white paper" in error.message
    assert "light grounds" in error.hint


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert refused(tmp_path / "logo.png").message.endswith("no such file")


def test_a_folder_is_told(tmp_path):
    assert "cannot be read" in refused(tmp_path).message
