"""Photographs drawn here: how they are measured and developed, and why some are refused."""

import io
import os
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from cardgen.display import WHOLE, ColorSpace, Encoding
from cardgen.pictures import PictureError, develop_photo, measure_photo
from cardgen.values.geometry import Rect
from tests.drawn import BLUE, RED, WHITE, chunk, ends, halves, near, noise, png_that_claims, saved, without_adobe

INCH = (72.0, 72.0)
GREEN, YELLOW = (20, 150, 60), (240, 200, 30)


def corners(size=(160, 120)):
    """An image of four colours, so that no two of its eight orientations look alike."""
    image = Image.new("RGB", size, RED)
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((width // 2, 0, width, height // 2), fill=BLUE)
    draw.rectangle((0, height // 2, width // 2, height), fill=GREEN)
    draw.rectangle((width // 2, height // 2, width, height), fill=YELLOW)
    return image


def quarters(image):
    """The colours in the middle of each quarter, line by line."""
    return [image.getpixel((image.width * x // 4, image.height * y // 4)) for y in (1, 3) for x in (1, 3)]


def seen(pixels):
    """What a painter is given, as Pillow sees it."""
    if pixels.encoding is Encoding.DCT:
        image = Image.open(io.BytesIO(pixels.data), formats=("JPEG",))
        assert (image.size, "exif" in image.info, "icc_profile" in image.info) == (
            (pixels.columns, pixels.rows),
            False,
            False,
        )
    else:
        mode = {ColorSpace.GRAY: "L", ColorSpace.RGB: "RGB"}[pixels.space]
        image = Image.frombytes(mode, (pixels.columns, pixels.rows), zlib.decompress(pixels.data))
    assert image.mode == {ColorSpace.GRAY: "L", ColorSpace.RGB: "RGB"}[pixels.space]
    return image


def develop(path, crop=WHOLE, size=INCH):
    return develop_photo(path, crop=crop, size=size)


def measured(path):
    found = measure_photo(path)
    return found.columns, found.rows


# --- which way up -----------------------------------------------------------------------------------------------------

UPRIGHT = [RED, BLUE, GREEN, YELLOW]
STORED = {  # the quarters as a camera that was held this way stores them
    1: [RED, BLUE, GREEN, YELLOW],
    2: [BLUE, RED, YELLOW, GREEN],
    3: [YELLOW, GREEN, BLUE, RED],
    4: [GREEN, YELLOW, RED, BLUE],
    5: [RED, GREEN, BLUE, YELLOW],
    6: [BLUE, YELLOW, RED, GREEN],
    7: [YELLOW, BLUE, GREEN, RED],
    8: [GREEN, RED, YELLOW, BLUE],
}


def as_stored(orientation):
    """A photograph of `corners`, as the camera stores it."""
    image = corners((120, 160) if orientation >= 5 else (160, 120))
    width, height = image.size
    for at, color in enumerate(STORED[orientation]):
        left, top = at % 2 * width // 2, at // 2 * height // 2
        image.paste(color, (left, top, left + width // 2, top + height // 2))
    return image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", STORED)
def test_a_photograph_stands_upright_however_the_camera_was_held(put, kind, orientation):
    image = as_stored(orientation)
    exif = image.getexif()
    exif[0x0112] = orientation
    path = put(image, "a.jpg", kind, exif=exif, quality=95)
    assert measured(path) == (160, 120)
    found = seen(develop(path, size=(28.8, 21.6)))
    assert found.size == (120, 90)
    assert all(near(color, wanted, 12) for color, wanted in zip(quarters(found), UPRIGHT, strict=True))


def test_exif_behind_the_pixels_of_a_png_counts_too(put):
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(as_stored(6))
    late = chunk(b"eXIf", exif.tobytes().removeprefix(b"Exif\0\0"))
    path = put(data[:-12] + late + data[-12:])
    assert measured(path) == (160, 120)
    assert quarters(seen(develop(path))) == UPRIGHT


@pytest.mark.parametrize("exif", [b"Exif\0\0rubbish", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"])
def test_exif_that_cannot_be_read_turns_nothing(put, exif):
    path = put(corners(), "a.jpg", "JPEG", exif=exif)
    assert measured(path) == (160, 120)


@pytest.mark.parametrize("orientation", [0, 9, 255])
def test_an_orientation_that_is_none_turns_nothing(put, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = put(corners(), "a.jpg", "JPEG", exif=exif)
    assert measured(path) == (160, 120)
    assert near(quarters(seen(develop(path)))[0], RED, 12)


# --- how many pixels --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "printed", "pixels"),
    [
        ((1600, 1200), (72, 54), (300, 225)),
        ((1600, 1200), (170.08, 127.56), (709, 532)),  # 60 x 45 mm
        ((160, 120), (720, 540), (160, 120)),
        ((3000, 30), (72, 0.72), (300, 3)),
        ((40, 3000), (0.1, 7.2), (1, 30)),
    ],
)
def test_a_photograph_has_300_pixels_an_inch_and_never_more_than_it_had(put, size, printed, pixels):
    found = develop(put(noise(size), "a.jpg", "JPEG"), size=printed)
    assert (found.columns, found.rows) == pixels


def test_a_crop_is_scaled_to_its_own_place(put):
    path = put(corners((1600, 1200)), "a.jpg", "JPEG")
    found = develop(path, crop=Rect(x=0.5, y=0, width=0.5, height=0.5), size=(36, 27))
    assert (found.columns, found.rows) == (150, 112)
    assert near(ends(seen(found))[0], BLUE, 12)
    across = develop(path, crop=Rect(x=0.25, y=0.75, width=0.5, height=0.25), size=(720, 720))
    assert (across.columns, across.rows) == (800, 300)
    assert all(near(color, want, 12) for color, want in zip(ends(seen(across)), (GREEN, YELLOW), strict=True))


def test_a_crop_of_a_photograph_on_its_side_is_cut_once_it_is_upright(put):
    image = as_stored(6).resize((1200, 1600), Image.Resampling.NEAREST)
    exif = image.getexif()
    exif[0x0112] = 6
    path = put(image, "a.jpg", "JPEG", exif=exif)
    found = seen(develop(path, crop=Rect(x=0, y=0.5, width=1, height=0.5), size=(72, 27)))
    assert found.size == (300, 112)
    assert all(near(color, want, 12) for color, want in zip(ends(found), (GREEN, YELLOW), strict=True))


def test_a_crop_that_leads_past_the_edge_by_a_rounding_is_taken(put):
    crop = Rect(x=0.1, y=0.2, width=0.9 + 1e-12, height=0.8 + 1e-12)
    assert develop(put(noise(), "a.png"), crop=crop).columns == 270


def test_a_large_jpeg_looks_the_same_though_it_is_never_decoded_whole(put):
    image = corners((1600, 1200))
    whole, reduced = (seen(develop(put(image, name, kind))) for name, kind in (("a.png", "PNG"), ("a.jpg", "JPEG")))
    assert whole.size == reduced.size
    assert all(near(a, b, 4) for a, b in zip(quarters(whole), quarters(reduced), strict=True))


# --- which colours ----------------------------------------------------------------------------------------------------


def test_a_cmyk_jpeg_has_its_colours_with_and_without_the_marker_of_photoshop(put):
    usual = put(halves("CMYK", left=(0, 255, 255, 0), right=(255, 255, 0, 0)), "a.jpg", "JPEG", quality=95)
    bare = put(without_adobe(halves("CMYK", left=(255, 0, 0, 255), right=(0, 0, 255, 255))), "b.jpg")
    for path in (usual, bare):
        left, right = ends(seen(develop(path)))
        assert near(left, (255, 0, 0), 12)
        assert near(right, (0, 0, 255), 12)


def test_sixteen_bits_become_eight(put):
    gray = halves("L", left=40, right=200)
    deep = Image.frombytes("I;16", gray.size, b"".join(struct.pack("<H", value * 257) for value in gray.tobytes()))
    found = seen(develop(put(deep)))
    assert (found.mode, ends(found)) == ("L", (40, 200))
    row = b"\0" + struct.pack(">HHH", *(part * 257 for part in RED)) * 8
    header = struct.pack(">IIBBBBB", 8, 8, 16, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(row * 8)), chunk(b"IEND", b""))
    assert ends(seen(develop(put(b"\x89PNG\r\n\x1a\n" + b"".join(parts))))) == (RED, RED)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_is_white(put, kind):
    image = halves("RGBA", left=(*RED, 255), right=(0, 0, 0, 0))
    assert ends(seen(develop(put(image, kind=kind, lossless=True)))) == (RED, WHITE)


def test_a_palette_with_a_transparent_colour_is_white_there(put):
    image = halves().quantize(4)
    found = develop(put(image, transparency=image.getpixel((150, 10))))
    assert ends(seen(found))[1] == WHITE


def test_webp_is_read_with_and_without_loss(put):
    for how in ({"lossless": True}, {"quality": 90}):
        path = put(halves(), "a.webp", "WEBP", **how)
        assert measured(path) == (200, 50)
        left, right = ends(seen(develop(path)))
        assert near(left, RED, 12)
        assert near(right, BLUE, 12)


def test_of_a_file_with_several_photographs_the_first_is_printed(put):
    image = corners((1600, 1200))
    path = put(image, "a.jpg", "MPO", save_all=True, append_images=[Image.new("RGB", (1600, 1200), WHITE)], quality=95)
    assert measured(path) == (1600, 1200)
    assert all(near(color, want, 12) for color, want in zip(quarters(seen(develop(path))), UPRIGHT, strict=True))


def test_of_a_moving_image_the_first_is_printed(put):
    moving = {"save_all": True, "append_images": [Image.new("RGB", (200, 50), WHITE)]}
    for kind in ("PNG", "WEBP"):
        path = put(halves(), "a." + kind.lower(), kind, **moving, **({"lossless": True} if kind == "WEBP" else {}))
        assert ends(seen(develop(path))) == (RED, BLUE)


def test_colours_are_those_of_the_profile(put):
    image = Image.new("RGB", (20, 20), (0, 160, 0))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = bytearray(srgb)  # red where green was: a profile that can be seen to be followed
    at = srgb.index(b"rXYZ"), srgb.index(b"gXYZ")
    swapped[at[0] : at[0] + 4], swapped[at[1] : at[1] + 4] = b"gXYZ", b"rXYZ"
    swapped = bytes(swapped).replace("sRGB".encode("utf-16-be"), "odd1".encode("utf-16-be"))
    left, _ = ends(seen(develop(put(image, icc_profile=swapped))))
    assert near(left, (160, 0, 0), 3)
    for harmless in (srgb, b"no profile"):
        assert ends(seen(develop(put(image, icc_profile=harmless)))) == ((0, 160, 0), (0, 160, 0))


# --- how they are packed ----------------------------------------------------------------------------------------------


def test_a_photograph_is_a_jpeg_and_a_drawing_keeps_every_pixel(put):
    taken = develop(put(noise(), "a.png"))
    assert (taken.encoding, taken.space) == (Encoding.DCT, ColorSpace.RGB)
    assert develop(put(noise().convert("L"), "b.jpg", "JPEG")).space is ColorSpace.GRAY
    drawn = develop(put(corners((300, 300)), "c.png"))
    assert drawn.encoding is Encoding.FLATE
    assert zlib.decompress(drawn.data) == corners((300, 300)).tobytes()
    assert taken.data.count(b"\xff\xc0") == 1  # baseline: every viewer reads it


def test_where_a_photograph_was_taken_stays_outside(put):
    exif = Image.Exif()
    exif[0x010E] = "at home"
    path = put(noise(), "a.jpg", "JPEG", exif=exif, comment=b"at home")
    assert b"at home" in path.read_bytes()
    assert b"at home" not in develop(path).data


def test_the_same_photograph_gives_the_same_bytes_and_has_the_same_digest_whatever_its_file(put):
    one, other = put(noise(), "a.png"), put(Image.open(put(noise(), "a.png")), "b.png", compress_level=0)
    assert one.read_bytes() != other.read_bytes()
    assert develop(one) == develop(one) == develop(other)
    assert develop(one).digest != develop(one, size=(36, 36)).digest
    assert develop(one).digest != develop(one, crop=Rect(x=0, y=0, width=0.5, height=1)).digest


def test_measuring_reads_no_pixels(put, monkeypatch):
    paths = [put(noise(), f"a.{kind.lower()}", kind) for kind in ("PNG", "JPEG")]
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda *_: pytest.fail("decoded"))
    assert [measured(path) for path in paths] == [(300, 300)] * 2


# --- what is refused --------------------------------------------------------------------------------------------------


def refused(path, act=measure_photo):
    with pytest.raises(PictureError) as caught:
        act(path)
    assert caught.value.message == f"{path.as_posix()}: {caught.value.reason}"
    return caught.value


def vp8x(width, height):
    """The head of a WebP that claims this size."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x26\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + size + b"VP8 \0\0\0\0" + b"\0" * 8


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (saved(halves(), "GIF"), "the file is a GIF, not PNG, JPEG, WebP, AVIF, HEIC or SVG"),
        (saved(halves(), "BMP"), "the file is a BMP, not"),
        (saved(halves(), "TIFF"), "the file is a TIFF, not"),
        (b"", "the file is empty"),
        (b"\x1f\x8b\x08\0", "the file is compressed"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "the file is PostScript, not"),
        (b"\xc5\xd0\xd3\xc6\x20\0\0\0", "the file is PostScript, not"),
        (b"\0\0\0\x14ftypisom\0\0\2\0mp41", "the file is a film"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "a JPEG 2000"),
        (b"\xff\x0a\xfa\x7f", "a JPEG XL"),
        (b"words and words", "no image that can be read as PNG, JPEG, WebP, AVIF, HEIC or SVG"),
        (b"\x89PNG\r\n\x1a\n", "the image is damaged"),
        (b"\xff\xd8\xff\xe0", "the image is damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "the image is damaged"),
        (png_that_claims(60_000, 60_000), "the image has more than 40 million pixels"),
        (png_that_claims(8000, 5001), "the image has more than 40 million pixels"),
        (png_that_claims(2**31 - 1, 2**31 - 1), "the image has more than 40 million pixels"),
        (png_that_claims(0, 10), "the image is damaged"),
        (vp8x(16_383, 16_383), "the image has more than 40 million pixels"),
    ],
)
@pytest.mark.parametrize("act", [measure_photo, develop])
def test_other_files_are_refused_with_the_reason(put, data, words, act):
    assert words in refused(put(data, "start.jpg"), act).message


def test_a_jpeg_that_claims_too_much_is_refused(put):
    data = bytearray(saved(halves(), "JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 65_000, 65_000)
    assert refused(put(bytes(data))).reason == "the image has more than 200 million pixels"


def claiming(width, height, **how):
    """A JPEG of a few bytes that says it is as large as this; its pixels are missing."""
    data = bytearray(saved(halves(), "JPEG", **how))
    at = next(data.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in data)
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def test_a_jpeg_may_be_larger_where_it_is_unpacked_reduced(put):
    assert measured(put(claiming(16_000, 12_400))) == (16_000, 12_400)
    assert "200 million" in refused(put(claiming(16_000, 12_600))).reason
    assert "40 million" in refused(put(claiming(8_000, 5_001, progressive=True))).reason


def test_a_jpeg_of_many_scans_is_refused_by_the_work_it_asks_for(put):
    data = saved(noise(), "JPEG", progressive=True)
    start, end = data.index(b"\xff\xda"), data.rindex(b"\xff\xd9")
    many = data[:end] + data[start:end] * 300 + data[end:]
    assert measured(put(many)) == (300, 300)  # 3,010 times next to nothing
    at = many.index(b"\xff\xc2")
    large = many[: at + 5] + struct.pack(">HH", 6000, 6000) + many[at + 9 :]
    error = refused(put(large))
    assert error.reason.startswith("the image is stored in 3,010 scans")
    assert "progressive" in error.hint


def test_avif_is_read(put):
    path = put(saved(halves(size=(64, 48)), "AVIF", quality=90))
    assert measured(path) == (64, 48)
    assert near(ends(seen(develop(path)))[0], RED)


def test_a_photograph_of_an_iphone_is_read_and_stands_upright():
    pytest.importorskip("pi_heif")
    path = Path(__file__).parent / "pictures" / "turned.heic"
    assert measured(path) == (48, 64)
    image = seen(develop(path))
    assert image.getpixel((24, 5))[0] > 200
    assert image.getpixel((24, 58))[2] > 200


def test_what_reads_such_photographs_is_named_where_it_is_missing(put, monkeypatch):
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    error = refused(put((Path(__file__).parent / "pictures" / "turned.heic").read_bytes()))
    assert error.reason == "the file is a HEIC, for which pi-heif is not installed"
    assert error.hint == "install it: pip install 'cardgen[heic]', or save the picture as JPEG"


@pytest.mark.parametrize("keep", [0.02, 0.5, 0.97])
@pytest.mark.parametrize(
    "how", [{"kind": "PNG"}, {"kind": "JPEG"}, {"kind": "JPEG", "progressive": True}, {"kind": "WEBP"}]
)
def test_a_truncated_image_is_refused_already_when_it_is_measured(put, how, keep):
    data = saved(noise(), **how)
    error = refused(put(data[: int(len(data) * keep)]))
    assert error.reason.startswith("the image is damaged")
    assert error.hint == "save it again as PNG or JPEG"


def test_the_end_of_a_thumbnail_is_not_taken_for_that_of_the_photograph(put):
    thumbnail = saved(Image.new("RGB", (16, 16)), "JPEG")
    data = saved(noise((100, 100)), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0" + thumbnail)
    refused(put(data[: int(len(data) * 0.9)]))


def test_what_phones_write_behind_a_jpeg_does_no_harm(put):
    for kind in ("JPEG", "PNG"):
        path = put(saved(noise(), kind) + b"film" * 40_000)
        assert measured(path) == (300, 300)
        assert develop(path).columns == 300


def test_pixels_that_are_damaged_inside_are_told_when_they_are_developed(put):
    data = bytearray(saved(noise()))
    at = data.index(b"IDAT") + 2000
    data[at : at + 400] = b"\0" * 400
    path = put(bytes(data))
    assert measured(path) == (300, 300)
    assert refused(path, develop).reason.startswith("the image is damaged")


def test_a_png_of_millions_of_parts_is_refused_at_once(put):
    data = saved(halves())
    path = put(data[:33] + chunk(b"juNk", b"") * 100_000 + data[33:])
    assert refused(path).reason == "the image is damaged: it has too many parts"


def test_a_comment_that_swells_is_refused(put):
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "x" * 5_000_000, zip=True)
    assert refused(put(halves(), pnginfo=info)).reason.startswith("the image is damaged")


def test_what_is_no_plain_file_is_not_opened(tmp_path):
    assert refused(tmp_path).reason == "cannot be read: it is a folder"
    assert refused(tmp_path / "none.jpg").reason == "no such file"
    assert refused(tmp_path / ("a" * 300 + ".jpg")).reason.startswith("cannot be read")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders and wants rights for links")
def test_a_pipe_and_links_in_a_circle_are_told(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "a.jpg").symlink_to("b.jpg")
    (tmp_path / "b.jpg").symlink_to("a.jpg")
    assert refused(tmp_path / "pipe.jpg").reason == "cannot be read: it is no plain file"
    assert refused(tmp_path / "a.jpg").reason == "cannot be read: its links lead in a circle"


def test_a_file_of_more_bytes_than_any_photograph_is_not_read(tmp_path):
    path = tmp_path / "a.jpg"
    with path.open("wb") as file:
        file.write(saved(halves(), "JPEG"))
        file.truncate(65 * 1024 * 1024)  # sparse
    assert refused(path).reason == "the file has more than 64 MB"
