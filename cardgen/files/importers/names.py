"""The words of collections in, the words of guides out: equipment, licences, file names."""

from __future__ import annotations

import re
import unicodedata

from cardgen.guide.equipment import EQUIPMENT

_OTHER = {
    "bands": "Resistance Bands",
    "body only": "Bodyweight",
    "dumbbells": "Dumbbells",
    "e-z curl bar": "EZ Bar",
    "foam roll": "Foam Roller",
    "gym mat": "Mat",
    "incline bench": "Incline Bench",
    "kettlebells": "Kettlebell",
    "none (bodyweight exercise)": "Bodyweight",
    "sz-bar": "EZ Bar",
}
"""What collections call otherwise than people do."""
_NONE = frozenset({"", "none", "other", "null"})

_BEYOND = re.compile(r"[\W_]+")
_CREATIVE = re.compile(r"cc[- ](by(?:-(?:sa|nc|nd))*)[- ]?v?([1-4])(?:\.(\d))?", re.IGNORECASE)
_LONGEST_STEM = 80
"""Characters: the name of a PDF has to be read in a list of files."""


def equipment_of(word: str) -> str:
    """Return equipment as a card prints it, or nothing where the collection names none."""
    key = word.strip().casefold()
    if key in _NONE:
        return ""
    known = _OTHER.get(key) or EQUIPMENT.get(_BEYOND.sub("", key))
    return known or " ".join(part[:1].upper() + part[1:] for part in word.split())


def license_of(short_name: str, url: str = "") -> str:
    """Return a licence as it is usually written, with the address of its text: Creative Commons asks for both."""
    name = short_name
    if match := _CREATIVE.fullmatch(short_name.strip()):
        name = f"CC {match[1].upper()} {match[2]}.{match[3] or '0'}"
    place = re.sub(r"^https?://(?:www\.)?|(?:deed|legalcode)(?:\.[\w-]+)?/?$", "", url.strip()).rstrip("/")
    return ", ".join(part for part in (name, place) if part)


def stem_of(name: str) -> str:
    """Return the file name of a guide without its ending: small letters and digits, joined by underscores."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return (
        _BEYOND.sub("_", "".join(char for char in plain if not unicodedata.combining(char)))
        .strip("_")[:_LONGEST_STEM]
        .strip("_")
    )
