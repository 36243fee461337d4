"""An image file in, pixels ready to be printed out: upright, sRGB or grey, on white, no more of them than the printer can use."""

from __future__ import annotations

from cardgen.pictures.develop import Darkroom, develop_page, develop_pages
from cardgen.pictures.logo import load_picture
from cardgen.pictures.opening import PictureError
from cardgen.pictures.photo import develop_photo, measure_photo
from cardgen.pictures.photos import OpenPhoto, digest_photos, open_photos

__all__ = [
    "Darkroom",
    "OpenPhoto",
    "PictureError",
    "develop_page",
    "develop_pages",
    "develop_photo",
    "digest_photos",
    "load_picture",
    "measure_photo",
    "open_photos",
]
