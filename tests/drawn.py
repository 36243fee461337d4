"""Images drawn for tests, whole and damaged, and ways to look at them."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw

RED, BLUE, WHITE = (200, 20, 30), (20, 40, 180), (255, 255, 255)


def halves(mode="RGB", size=(200, 50), left=RED, right=BLUE):
    """An image of one colour at the left and another at the right."""
    image = Image.new(mode, size, left)
    ImageDraw.Draw(image).rectangle((size[0] // 2, 0, *size), fill=right)
    return image


def saved(image, kind="PNG", **how):
    """The bytes of a file."""
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def noise(size=(300, 300)):
    """A photograph, to those who compress it."""
    return Image.effect_noise(size, 80).convert("RGB")


def without_adobe(image):
    """The bytes of a CMYK JPEG without the marker that says its colours are stored inverted."""
    data = saved(image, "JPEG", quality=95)
    at = data.index(b"\xff\xee")
    length = int.from_bytes(data[at + 2 : at + 4])
    return data[:at] + data[at + 2 + length :]


def near(color, other, tolerance=6):
    return all(abs(a - b) <= tolerance for a, b in zip(color, other, strict=True))


def ends(image):
    """The colours in the middle of the left and of the right half."""
    y = image.height // 2
    return image.getpixel((image.width // 4, y)), image.getpixel((3 * image.width // 4, y))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_that_claims(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )
