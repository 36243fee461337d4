"""Circuits made up on the spot, in words of our own."""

from __future__ import annotations

from cardgen.compose import Detail
from cardgen.layout.circuit.model import Circuit, Round, Station
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.theme import Ink
from cardgen.theme.builtin import THEMES
from cardgen.values.stock import Orientation, parse_sheet, ways
from cardgen.values.use import Distance, Use
from cardgen.words import english
from tests.builders import card, inline, step, type_case, video, works

NAMES = (
    ("Goblet Squat", "Kettlebell", ("glutes", "quads"), ("Hug the Bell", "Sit Between Your Knees", "Own the Bottom", "Rise Tall")),
    ("Knee Push Up", "Bodyweight", ("chest", "triceps"), ("Set Your Hands", "Lower as One", "Press Away")),
    ("Step Up", "Step", ("quads",), ("Put Your Whole Foot Up", "Shift Your Weight", "Climb Without a Hop", "Land Like a Cat")),
    ("Battle Ropes", "Ropes", ("front shoulders",), ("Take Both Ends", "Soften Your Knees", "Make Waves")),
    ("Glute Bridge", "Band", ("glutes",), ("Plant Your Feet", "Lift the Hips", "Squeeze", "Lower Slowly")),
    ("Single Arm Dumbbell Row", "Dumbbell", ("lats", "mid back"), ("Build a Table", "Let It Hang", "Row to the Hip", "Unroll the Arm", "Trade Sides")),
    ("Side Crunch", "Band", ("obliques",), ("Stand Side On", "Crunch", "Return")),
    ("Bulgarian Split Squat", "Dumbbells", ("quads", "glutes"), ("Set the Back Foot", "Drop Straight Down", "Drive Up")),
    ("Sit Up", "Bodyweight", ("abs",), ("Hook Your Feet", "Curl Up", "Unroll")),
)  # fmt: skip
LONG = "Kneeling Medicine Ball Chest Pass With a Half Turn"
SAY = "Let your elbows pass between your knees."
WATCH = "Knees falling in: press them toward your little toes."


def station(number=1, *, like=0, title="", texts=(), **changes):
    """A station of the list above, that of its number, round and round, or the one it is to be like; every field can be replaced, and so can those of its card."""
    name, equipment, muscles, steps = NAMES[((like or number) - 1) % len(NAMES)]
    fields = {
        "detail": Detail.HEADLINE, "title": title or name, "eyebrow": (equipment,), "lead": (), "works": works(*muscles),
        "also": works("calves"), "steps": tuple(step(it) for it in steps), "boxes": (), "video": video(), "brand": "",
        "number": str(number),
    }  # fmt: skip
    own = {"equipment": equipment, "say": inline(SAY), "watch_for": inline(WATCH) if number % 2 else ()}
    own |= {name: changes.pop(name) for name in ("equipment", "say", "watch_for", "places", "task") if name in changes}
    return Station(number=number, card=card(**{**fields, **changes}), texts=texts, **own)


def circuit(stations=8, *, rounds=3, work=40, rest=20, round_rest=90, title="Circuit of eight stations", kit=()):
    """A circuit of so many stations, or of these."""
    found = tuple(station(at) for at in range(1, stations + 1)) if isinstance(stations, int) else tuple(stations)
    count, pace = len(found), (work or 0) + rest
    one = count * pace - rest
    begins = [at * (one + round_rest) for at in range(rounds if work else 0)]
    return Circuit(
        title=title,
        work=work,
        rest=rest,
        round_rest=round_rest,
        rounds=rounds,
        times=tuple(Round(starts=tuple(it + at * pace for at in range(count)), end=it + one) for it in begins),
        stations=found,
        kit=kit,
    )


def kit_of(size="a4", way="landscape", metres=3.0, *, scan=0.3, theme="petrol", ink="full", safe=0.0):
    """What a sheet is set with, and the sheet's name."""
    (sheet,) = ways(parse_sheet(size), Orientation(way))
    use = Use(read_from=Distance(metres=metres), scan_from=Distance(metres=scan), safe_mm=safe)
    measures = measures_for(sheet, Detail.HEADLINE, use)
    return Kit(measures=measures, theme=THEMES[theme].inked(Ink(ink)), words=english(), case=type_case()), sheet.name
