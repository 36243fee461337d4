"""What a layout tells of a page in, the words for it out: the same wherever it is said."""

from __future__ import annotations

from cardgen.values.notes import CoachPages, LeftOut, Note

WORDS = {
    LeftOut.LOGO: "the logo was left out, so that the card fits",
    LeftOut.FIGURE: "the figure was left out, so that the card fits",
    LeftOut.PHOTOS: "the photographs were left out, so that the card fits",
    LeftOut.PHOTOS_IN_LOW_INK: "photographs are not printed in low ink, of which they would take more than all else",
    LeftOut.MUSCLES: "the card has no room for the names of all muscles",
    LeftOut.TEXTS_OF_HEADLINE: "a headline card prints the names of the steps, not their texts",
    LeftOut.NEXT_OF_POSTER: "the name of the next exercise was left out: its number and its figure can be seen from afar",
    LeftOut.TEXTS_OF_POSTER: "the texts of the steps were left out, so that the poster can be read from afar",
    LeftOut.EQUIPMENT_OF_PLAN: "the floor plan has no room for the equipment",
}


def in_words(note: Note) -> str:
    """Return what is said of it."""
    match note:
        case LeftOut():
            return WORDS[note]
        case CoachPages(pages=pages, stations=stations):
            return f"the coach's sheet takes {pages} pages: {stations} stations do not fit on one at 9 pt"
