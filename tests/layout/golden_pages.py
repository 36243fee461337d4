"""The pages that golden files hold: one of every type at least, each in full and in low ink, some in large print or across."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cardgen.compose import Brand, Detail, compose_card
from cardgen.display import Page
from cardgen.layout.circuit.coach import place_coach
from cardgen.layout.circuit.floorplan import place_floorplan
from cardgen.layout.circuit.model import Arrow, Plan
from cardgen.layout.circuit.sheet import leaf_of
from cardgen.layout.circuit.station import Poster, place_poster, plan_posters
from cardgen.layout.forms.before import Guidance, place_before
from cardgen.layout.forms.contents import place_contents
from cardgen.layout.forms.cover import place_cover
from cardgen.layout.forms.credits import place_credits
from cardgen.layout.forms.index import place_index
from cardgen.layout.forms.leaf import Head
from cardgen.layout.forms.model import Contents, Cover, Credit, Entry, Group, Kind, Letter, Pages, Reference
from cardgen.layout.forms.overview import Thumbnail, place_overview
from cardgen.layout.program.cover import place_back_cover, place_program_cover
from cardgen.layout.program.day import place_day
from cardgen.layout.program.howto import place_howto
from cardgen.layout.program.letter import place_letter
from cardgen.layout.program.log import place_logs
from cardgen.layout.program.notes import place_notes
from cardgen.layout.program.progress import place_progress
from cardgen.layout.program.week import place_week
from cardgen.pipeline import stages
from cardgen.theme import PETROL, Ink
from cardgen.values import resources
from cardgen.values.use import IN_HAND, Distance, Sides, Use
from cardgen.words import english
from tests.builders import card, headline, page_of, pair, safety, sides_of, step, tips, works
from tests.layout.circuit.making import circuit, kit_of, station
from tests.layout.program import made

GYM = Brand(name="Harbour Gym")
WHOLE_BRAND = Brand(name="Harbour Gym", address="made-up.example", note="Ask a coach before you start.")
Laid = Callable[[Ink], Sequence[Page]]


# --- cards ------------------------------------------------------------------------------------------------------------


def from_content(stem: str, detail: Detail = Detail.BRIEF):
    guide = stages.load_guide(resources.content_folder() / f"{stem}.md")
    return compose_card(guide, detail=detail, brand=GYM, words=english())


def one(make, size="a5", *, use=IN_HAND) -> Laid:
    """The sides of a card, which is not made before it is asked for."""
    return lambda ink: sides_of(make(), size, use=use, theme=PETROL.inked(ink))


SQUAT, PRESS = "gobletsquat_kettlebell", "pallofpress_band"
UNNAMED = ("Set both feet flat under the hips.", "Send the seat back.", "Rise.")
CARDS: dict[str, Laid] = {
    "a5-steps-and-boxes": one(lambda: from_content(SQUAT)),
    "a4-all-sections": one(lambda: from_content(SQUAT, Detail.FULL), "a4"),
    "a4-across": one(lambda: from_content(PRESS), "297x210mm"),
    "a6-compact": one(lambda: from_content(SQUAT), "105x148mm"),
    "a5-two-sides": one(lambda: from_content(SQUAT), use=Use(sides=Sides.TWO)),
    "a3-poster": one(lambda: headline(number="4"), "a3", use=Use(read_from=Distance(metres=3.0))),
    "a5-prescribed": one(lambda: card(prescription=made.STRIP, works=works("glutes"))),
    "a6-prescribed": one(lambda: card(prescription=made.STRIP), "105x148mm"),
    "a5-safety": one(
        lambda: card(boxes=(tips("Breathe out."), safety("Stop when the back hurts: rest, then ask a coach.")))
    ),
}
"""In full and in low ink."""

MORE_CARDS: dict[str, Laid] = {
    "a4-tips-only": one(lambda: from_content(PRESS), "a4"),
    "a5-both-views": one(lambda: card(works=works("glutes", "hamstrings"), also=works("lower back", "abs"))),
    "a5-photographs": one(lambda: card(works=works("glutes"), also=works("abs"), photos=pair(1000, 1500))),
    "a4-across-photographs": one(lambda: card(works=works("glutes"), photos=pair(1920, 1080)), "297x210mm"),
    "a5-no-video": one(lambda: card(video=None)),
    "letter-no-step-names": one(lambda: card(steps=tuple(step("", text) for text in UNNAMED)), "letter"),
    "a4-large-print": one(lambda: card(works=works("glutes")), "a4", use=made.LARGE),
}
"""In full ink."""


# --- pages of a booklet -----------------------------------------------------------------------------------------------

COVER = Cover(title="Strong at Every Age", subtitle="One to a page", eyebrow="Workout cards", facts=("7 exercises",))
GUIDANCE = Guidance(contents=3, index=12, distance=20, has_safety=True)
NAMES = (
    "Anchor Row",
    "Boom Press",
    "Cleat Curl",
    "Dinghy Drag",
    "Ebb Squat",
    "Galley Twist With a Long Reach",
    "Överhead Haul",
)
CARD_ENTRIES = tuple(Entry(name=name, page=5 + at, note="Band" if at == 1 else "") for at, name in enumerate(NAMES))
CONTENTS = Contents(
    before=(Entry(name="Before you start", page=2),),
    cards=(Group(heading="Arms", entries=CARD_ENTRIES[:3]), Group(heading="Legs", entries=CARD_ENTRIES[3:])),
    after=(Entry(name="Index", page=12), Entry(name="Credits", page=13)),
)
INDEX = tuple(
    Letter(
        letter=letter,
        references=(
            Reference(name=f"{letter}nchor Row", kind=Kind.EXERCISE, pages=(Pages(5, 5),), note="Band"),
            Reference(name=f"{letter}rms", kind=Kind.TERM, pages=(Pages(5, 7), Pages(9, 10), Pages(12, 12))),
        ),
    )
    for letter in "ABCDE"
)
CREDITS = (
    Credit(source="", license="CC0-1.0", entries=CARD_ENTRIES[:5]),
    Credit(source="https://made-up.example/a", license="CC-BY-4.0", entries=CARD_ENTRIES[5:]),
)


def leaf(ink: Ink, size: str = "a5", **changes):
    return made.leaf(size, ink=ink, **{"brand": WHOLE_BRAND, "booklet": "Strong at Every Age", **changes})


def contact_sheet(ink: Ink):
    """Small cards with little in them: what is in a card is held by the files of cards."""
    plain = page_of(card(steps=(step("", "Rise."),), boxes=(), lead=(), video=None, eyebrow=()))
    thumbnails = [Thumbnail(page=plain, title=name, stem=name.casefold().replace(" ", "")) for name in NAMES[4:]]
    return place_overview(thumbnails, "Legs", leaf(ink, "a4").kit)


BOOKLET: dict[str, Laid] = {
    "booklet-cover": lambda ink: (place_cover(COVER, leaf(ink)),),
    "booklet-before": lambda ink: (place_before(GUIDANCE, 2, leaf(ink)),),
    "booklet-contents": lambda ink: place_contents(CONTENTS, 3, leaf(ink)),
    "booklet-index": lambda ink: place_index(INDEX, "Exercises are in bold.", 12, leaf(ink)),
    "booklet-credits": lambda ink: place_credits(CREDITS, 13, leaf(ink)),
    "booklet-cover-figure": lambda ink: (place_cover(replace(COVER, subject=made.SUBJECTS[1]), leaf(ink)),),
    "contact-sheet": contact_sheet,
}
MANY = tuple(Entry(name=f"{NAMES[at % len(NAMES)]} {at}", page=5 + at) for at in range(30))
MANY_LETTERS = tuple(replace(letter, references=letter.references * 4) for letter in INDEX)
MORE_BOOKLET: dict[str, Laid] = {
    "booklet-cover-long-title-across": lambda ink: (
        place_cover(
            replace(COVER, title="Strong at Every Age, at Every Hour, at Sea and Ashore"),
            leaf(ink, "210x148mm", brand=GYM),
        ),
    ),
    "booklet-before-a6": lambda ink: (place_before(GUIDANCE, 2, leaf(ink, "a6")),),
    "booklet-before-across": lambda ink: (place_before(GUIDANCE, 2, leaf(ink, "297x210mm")),),
    "booklet-contents-many": lambda ink: place_contents(
        replace(CONTENTS, cards=(Group(heading="", entries=MANY),)), 3, leaf(ink, "210x148mm")
    ),
    "booklet-index-many": lambda ink: place_index(MANY_LETTERS, "Exercises are in bold.", 12, leaf(ink, "210x148mm")),
    "booklet-contents-large-print": lambda ink: place_contents(CONTENTS, 3, leaf(ink, "a4", use=made.LARGE)),
}


# --- pages of a program -----------------------------------------------------------------------------------------------

HEAD = Head(eyebrow="8 weeks", title="From your trainer")
LONG_LOG = made.log_of((made.HINGE,), (made.SQUAT, made.PUSH), (made.WORDY,), count=16)
LETTER = (made.SAID, made.Remark(text="Sleep, drink water, and tell me when the back complains."))
PROGRAM: dict[str, Laid] = {
    "program-cover": lambda ink: (place_program_cover(made.COVER, leaf(ink)),),
    "program-back-cover": lambda ink: (place_back_cover(made.COVER, 28, leaf(ink)),),
    "program-how-to": lambda ink: place_howto(made.HOWTO, 2, leaf(ink)),
    "program-week": lambda ink: place_week(made.WEEK, 4, leaf(ink)),
    "program-day": lambda ink: place_day(made.DAY, 5, leaf(ink)),
    "program-day-and-log": lambda ink: place_day(made.SHORT_DAY, 5, leaf(ink)),
    "program-cover-figure": lambda ink: (
        place_program_cover(replace(made.COVER, subject=made.SUBJECTS[2]), leaf(ink)),
    ),
    "program-day-figures": lambda ink: place_day(made.drawn(made.DAY), 5, leaf(ink)),
    "program-log": lambda ink: place_logs(made.LOG, 22, leaf(ink)),
    "program-measurements": lambda ink: place_progress(made.PROGRESS, 24, leaf(ink)),
    "program-notes": lambda ink: (place_notes(26, leaf(ink)),),
    "program-letter": lambda ink: place_letter(HEAD, LETTER, 6, leaf(ink)),
}
MORE_PROGRAM: dict[str, Laid] = {
    "program-cover-short": lambda ink: (place_program_cover(made.SHORT_COVER, leaf(ink, brand=Brand())),),
    "program-cover-wordy": lambda ink: (place_program_cover(made.WORDY_COVER, leaf(ink)),),
    "program-how-to-a6": lambda ink: place_howto(made.HOWTO, 2, leaf(ink, "a6")),
    "program-week-long": lambda ink: place_week(replace(made.LONG_WEEK, remarks=(made.SAID,)), 4, leaf(ink)),
    "program-day-plain": lambda ink: place_day(made.DAY, 5, leaf(ink, "a4", use=made.LARGE)),
    "program-day-two-remarks": lambda ink: place_day(replace(made.LONG_DAY, remarks=LETTER), 5, leaf(ink)),
    "program-log-long": lambda ink: place_logs(LONG_LOG, 22, leaf(ink)),
    "program-measurements-long": lambda ink: place_progress(made.LONG_PROGRESS, 24, leaf(ink)),
    "program-day-large-print": lambda ink: place_day(made.SHORT_DAY, 5, leaf(ink, "a4", use=made.LARGE)),
    "program-day-figures-large-print": lambda ink: place_day(made.drawn(made.DAY), 5, leaf(ink, "a4", use=made.LARGE)),
    "program-day-a6": lambda ink: place_day(made.DAY, 5, leaf(ink, "a6")),
    "program-week-large-print": lambda ink: place_week(made.SHORT_WEEK, 4, leaf(ink, "a4", use=made.LARGE)),
}


# --- pages of a circuit -----------------------------------------------------------------------------------------------

KIT = ("Kettlebell (station 1)", "2 bands (5, 7)", "2 mats (2, 4), clock, water")
WALL = circuit((station(1), station(2, places=2), station(3), station(4)), kit=KIT)


def posters(ink: Ink):
    """The first poster, and that of two who work side by side."""
    kit, sheet = kit_of(ink=ink.value)
    planned = plan_posters(WALL, Arrow.RIGHT, kit, sheet)
    return [place_poster(poster) for poster in planned[:2] if isinstance(poster, Poster)]


def flat(ink: Ink, way: str):
    kit, _ = kit_of("a4", way, 0.0, ink=ink.value)
    return leaf_of(kit, WALL.title, GYM)


CIRCUIT: dict[str, Laid] = {
    "circuit-station": posters,
    "circuit-floor-plan": lambda ink: [place_floorplan(WALL, Plan.RING, flat(ink, "landscape"))],
    "circuit-coach": lambda ink: place_coach(WALL, flat(ink, "portrait")),
}

MORE_CIRCUIT: dict[str, Laid] = {
    "circuit-coach-many": lambda ink: place_coach(circuit(24, rounds=16, kit=KIT), flat(ink, "portrait")),
    "circuit-floor-plan-grid": lambda ink: [place_floorplan(circuit(12, kit=KIT), Plan.GRID, flat(ink, "landscape"))],
}

BOTH_INKS = {**CARDS, **BOOKLET, **PROGRAM, **CIRCUIT}
FULL_INK = {**MORE_CARDS, **MORE_BOOKLET, **MORE_PROGRAM, **MORE_CIRCUIT}
