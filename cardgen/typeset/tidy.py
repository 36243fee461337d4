"""Typewriter text in, typographer's text out: apostrophes, quotes, ranges, dashes. Knows no fonts."""

from __future__ import annotations

import re
import unicodedata

from cardgen.values.language import main_language

NO_BREAK = "\u00a0"

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
"""Soft hyphens, joiners, direction marks, variation selectors, controls: none has a form on paper."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
"""Letters that text copied from PDF files brings along."""

_RANGE = re.compile(r"(?<![\d\w.,/:–-])(\d++(?:[.,]\d++)?+)\s?-\s?(\d++(?:[.,]\d++)?+)(?![\d\w-]*-\d)(?![\d.]*\d)")
_DASH = re.compile(r"(?<=\S) (?:--?|—)(?= \S)")
_DOUBLE_DASH = re.compile(r"(?<=\w)--(?=\w)")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_OPENING_SINGLE = re.compile(r"(?:(?<=[\s(\[–—“])|^)'(?=\w)(?!\d\ds?\b)(?=[^']*'(?!\w))")
_OPENING_DOUBLE = re.compile(r'(?:(?<=[\s(\[–—‘])|^)"(?=\S)')
_SPACES = re.compile(r"[ \t\n\r\f\v\u2000-\u200a\u3000]+")

_FRENCH_BEFORE = re.compile(r" (?=[;:!?»])")
"""French sets a blank before these signs, never a line end."""

UNITS = (
    "degrees? deg seconds? secs? s minutes? mins? min hours? hrs? h days? weeks? months? reps? repetitions? sets? rounds? times? "
    "mm cm m km kg kgs g lbs? pounds? oz in inch inches ft feet foot yards? yd % percent ° °C °F x × bpm RPE RM W kcal "
    "Sekunden? Minuten? Stunden? Grad Wdh Wiederholungen Sätze Sek Min secondes? répétitions? séries fois degrés "
    "segundos? minutos? repeticiones grados secondi minuti ripetizioni gradi сек мин кг см раз секунд минут δευτ"
)
"""Words that stay on the line of the number before them."""

_NUMBER_UNIT = re.compile(rf"(?<!\w)(\d[\d.,/:–-]{{0,40}}\+?) (?=(?:{'|'.join(UNITS.split())})(?!\w))")
_MEASURE_DASH = re.compile(rf"(?<!\w)(\d[\d.,/:]{{0,40}}) (?=–{NO_BREAK}?\d)")
_SIGN_NUMBER = re.compile(r"(?<!\w)(RPE|RM|No\.|Nr\.|Fig\.|[#§±≈~<>≤≥=×]) (?=\d)")


def tidy(text: str, *, language: str = "en") -> str:
    """Return `text` in typographer's signs, with no-break blanks where a line must not end.

    Apostrophes turn in every language, double quotes only in English, whose form the straight ones imply. A dash between
    two numbers becomes an en dash without blanks ("30-45"), a dash between blanks an en dash; a number keeps its unit.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text.translate(_LIGATURES)))
    text = _SPACES.sub(" ", text).strip(" ")
    text = _ELLIPSIS.sub("…", _DOUBLE_DASH.sub("—", text))
    text = _DASH.sub(f"{NO_BREAK}–", _RANGE.sub("\\1–\\2", text))
    main = main_language(language)
    if main == "en":
        text = _OPENING_DOUBLE.sub("“", text).replace('"', "”")
        text = _OPENING_SINGLE.sub("‘", text)
    text = text.replace("'", "’")
    if main == "fr":
        text = _FRENCH_BEFORE.sub(NO_BREAK, text).replace("« ", f"«{NO_BREAK}")
    return keep_together(text)


def keep_together(text: str) -> str:
    """Put a no-break blank between a number and its unit or sign."""
    text = _NUMBER_UNIT.sub(f"\\1{NO_BREAK}", text)
    text = _SIGN_NUMBER.sub(f"\\1{NO_BREAK}", text)
    return _MEASURE_DASH.sub(f"\\1{NO_BREAK}", text)
