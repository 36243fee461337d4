"""A title and its equipment in, the movement out, and what it works. Knows no guide, no page and no picture.

    words      a title to words that can be compared, in five languages
    table      the movements: names, implements, position
    match      a title to the movement that it names, every word accounted for
    families   a title to the muscles of its kind of movement, known to the last word or not

What they know is data that a person can edit in a spreadsheet: `data/movements.csv`, `data/families.csv`, `data/words.csv`.
"""

from __future__ import annotations

from cardgen.figure.movements.families import Action, Family, Told, families, family_of, nothing_told
from cardgen.figure.movements.match import Match, find_movement, match_of, why_not
from cardgen.figure.movements.table import Movement, find_id, movements

__all__ = [
    "Action",
    "Family",
    "Match",
    "Movement",
    "Told",
    "families",
    "family_of",
    "find_id",
    "find_movement",
    "match_of",
    "movements",
    "nothing_told",
    "why_not",
]
