import io

import pytest
from PIL import Image

from cardgen.display import ColorSpace
from cardgen.paint.png import write_png


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(("space", "mode", "parts"), [(ColorSpace.GRAY, "L", 1), (ColorSpace.RGB, "RGB", 3)])
def test_every_sample_is_read_back(space, mode, parts):
    samples = bytes(at * 7 % 256 for at in range(5 * 3 * parts))
    rows = [samples[at : at + 5 * parts] for at in range(0, len(samples), 5 * parts)]
    image = opened(write_png(rows, (5, 3), space))
    assert (image.size, image.mode, image.tobytes()) == ((5, 3), mode, samples)


def test_resolution_and_title_are_told_and_no_date_is():
    image = opened(write_png([b"\0\0\0"], (1, 1), ColorSpace.RGB, dpi=300, title="Übung \N{BULLET} 1"))
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
    assert image.info["Title"] == "Übung \N{BULLET} 1"
    assert set(image.info) == {"dpi", "srgb", "Title"}
