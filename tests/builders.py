"""Cards and guides made up on the spot, in words of our own, and what it takes to lay them out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from cardgen.compose import (
    FULL_BOXES,
    Box,
    BoxKind,
    Brand,
    Card,
    CardPhoto,
    CardSection,
    CardStep,
    Detail,
    Entry,
    Marker,
    compose_card,
)
from cardgen.display import Negative
from cardgen.guide.anatomy import GROUPS
from cardgen.guide.model import Emphasis, Muscle, Span, Video
from cardgen.layout.cards.fit import Overflow, fit_card
from cardgen.layout.cards.sides import fit_sides
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.layout.ground.zones import zones_of
from cardgen.pipeline import stages
from cardgen.theme import PETROL
from cardgen.typeset.fonts import load_fonts
from cardgen.typeset.shape import TypeCase
from cardgen.values import resources
from cardgen.values.errors import Location
from cardgen.values.stock import parse_sheet
from cardgen.values.use import IN_HAND, Distance
from cardgen.words import english

BRIEF = (BoxKind.TIPS, BoxKind.MISTAKES, BoxKind.SAFETY)
PATH = "made/up.md"


@cache
def type_case() -> TypeCase:
    return TypeCase(fonts=load_fonts(resources.fonts_folder()))


def fresh_case() -> TypeCase:
    """A type case that has measured nothing yet."""
    return TypeCase(fonts=type_case().fonts)


def inline(text, strong="", link=None):
    lead = (Span(text=strong, emphasis=Emphasis.STRONG),) if strong else ()
    return (*lead, Span(text=text, link=link))


def entry(text, marker=Marker.NONE, *, depth=0, line=1):
    return Entry(
        text=inline(text) if isinstance(text, str) else text,
        marker=marker,
        location=Location(path=PATH, line=line),
        depth=depth,
    )


def step(name, *texts, line=1):
    entries = tuple(text if isinstance(text, Entry) else entry(text, line=line) for text in texts)
    return CardStep(name=inline(name) if name else (), entries=entries, location=Location(path=PATH, line=line))


def box(kind, *texts, heading=""):
    entries = tuple(text if isinstance(text, Entry) else entry(text, Marker.ICON) for text in texts)
    return Box(kind=kind, heading=heading or english()(f"box.{kind.value}"), entries=entries)


def tips(*texts):
    return box(BoxKind.TIPS, *texts)


def mistakes(*texts):
    return box(BoxKind.MISTAKES, *texts)


def safety(*texts):
    return box(BoxKind.SAFETY, *texts)


def breathing(*texts):
    return box(BoxKind.BREATHING, *texts)


def other(heading, *texts):
    return box(BoxKind.OTHER, *texts, heading=heading)


def section(heading, *parts):
    return CardSection(heading=heading, parts=tuple(entry(part) if isinstance(part, str) else part for part in parts))


def video(length=28):
    """A link of so many characters, small letters behind the host."""
    if length == 28:
        return Video(url="https://youtu.be/Qk7_zR2-wXa", label="youtu.be/Qk7_zR2-wXa", youtube_id="Qk7_zR2-wXa")
    url = link_of(length)
    return Video(url=url, label=url.removeprefix("https://"))


def link_of(length):
    """The first so many characters of a long https address, in which every kind of character comes up."""
    whole = "https://ab.example/" + "Clip-2041_side/view0007?Take=35&x=Hold.it," * 8
    return whole[:length]


def works(*names):
    """Muscles by their names; those that are plain names of groups have their place in the map."""
    ids = {name: group for group, name in GROUPS.items()}
    return tuple(Muscle(name=name, groups=(ids[name],) if name in ids else ()) for name in names)


def photo(caption="", columns=1500, rows=1000):
    """A photograph of this size that nobody has taken: layout opens no file."""
    return CardPhoto(negative=Negative(file="images/made-up.jpg", columns=columns, rows=rows), caption=caption)


def pair(columns=1500, rows=1000):
    """Two photographs of one size, with the captions of a guide that gives none."""
    return photo("Start", columns, rows), photo("Finish", columns, rows)


STEPS = (
    step("Plant the Feet", "Set both feet flat under the hips. Let the arms hang."),
    step("Fold Forward", "Send the seat back and keep a long neck. Stop at 45 degrees."),
    step("Rise Again", "Push the floor away and finish tall."),
)


def card(**changes):
    """A small card; every field can be replaced."""
    fields = {
        "title": "Long Hinge",
        "eyebrow": ("Sandbag", "beginner"),
        "lead": inline("A calm hinge that teaches the hips to lead while the spine stays quiet."),
        "works": (),
        "steps": STEPS,
        "boxes": (
            tips("Look at a spot two steps ahead.", "Breathe out on the way up."),
            mistakes("Bending the knees first: move the hips.", "Racing: count to three."),
        ),
        "video": video(),
        "brand": "Harbour Gym",
        "footnotes": (),
        "language": "en",
        "words": english(),
        "location": Location(path=PATH),
    }
    fields |= changes
    if isinstance(fields["brand"], str):
        fields["brand"] = Brand(name=fields["brand"])
    return Card(**fields)


SECTIONS = (
    section("Overview", "A calm hinge for the hips."),
    section(
        "Setup",
        step("", "Stand behind the bag."),
        step("", "Plant both feet.", entry("toes ahead", Marker.DASH)),
        entry("Chalk helps.", Marker.DASH),
    ),
    section("Execution", step("", "Send the seat back."), step("", "Stop at 45 degrees."), step("", "Finish tall.")),
)


def full_card(**changes):
    """A small card of all sections."""
    fields = {
        "detail": Detail.FULL,
        "sections": SECTIONS,
        "boxes": (
            breathing("In on the way down, out on the way up."),
            tips("Look at a spot two steps ahead."),
            mistakes("Racing: count to three."),
            safety("Stop when the back hurts."),
        ),
        "extras": (other("Variations", "With a band."), other("Benefits", "A strong back.")),
    }
    return card(**{**fields, **changes})


def fit(card_, size="a5", case=None, *, theme=PETROL, use=IN_HAND, shared=None):
    """The card's page or its overflow."""
    return fit_card(card_, sheet=parse_sheet(size), theme=theme, case=case or type_case(), use=use, shared=shared)


def page_of(card_=None, size="a5", **how):
    """The card's page; an overflow fails the test."""
    found = fit(card() if card_ is None else card_, size, **how)
    assert not isinstance(found, Overflow), found.message
    return found


def kit_of(size="a5", *, theme=PETROL, use=IN_HAND, detail=Detail.BRIEF, shared=None):
    """What a card is set with on a sheet."""
    measures = measures_for(parse_sheet(size), detail, use)
    return Kit(measures=measures, theme=theme, case=type_case(), words=english(), shared=shared)


def zones_on(size="a5", **how):
    """The zones of a sheet."""
    return zones_of(kit_of(size, **how))


def from_content(stem, **how):
    """The card of a guide that the project brings along."""
    return compose_card(stages.load_guide(resources.content_folder() / f"{stem}.md"), words=english(), **how)


# --- at random ------------------------------------------------------------------------------------------------------

WORDS = (
    "a the of to and with your hips knees elbows shoulders floor slowly press pull hold brace breathe stand tall keep lower lift "
    "steady line ribs heels grip wrist until before (briefly) half-kneeling shoulder-width 10-15 3 seconds 90 degrees "
    "push-up controlled counterbalance don't it's side. Slow. Again, softly; up: down! Café Überzug naïve"
).split()
UPRIGHT = ("a4", "a5", "letter", "half-letter", "a3", "tabloid", "148x300mm", "180x180mm")
SMALL = ("105x148mm", "101.6x152.4mm", "127x203.2mm", "120x260mm", "148x105mm")
ACROSS = ("297x210mm", "210x148mm", "279.4x215.9mm", "260x150mm", "420x297mm")

sentences = st.builds(
    lambda found, times: " ".join(found * times),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=20),
    st.sampled_from([1, 1, 2, 4]),
)
phrases = st.lists(st.sampled_from(WORDS[5:20]), min_size=1, max_size=5).map(" ".join)


@st.composite
def steps(draw):
    name = draw(st.one_of(st.just(""), phrases))
    first = [entry(text) for text in draw(st.lists(sentences, min_size=1, max_size=2))]
    points = [entry(text, Marker.DASH, depth=draw(st.integers(0, 1))) for text in draw(st.lists(phrases, max_size=2))]
    return step(name, *first, *points)


@st.composite
def boxes(draw, kind, most=4):
    points = [entry(text, Marker.ICON) for text in draw(st.lists(sentences, min_size=1, max_size=most))]
    nested = [entry(text, Marker.DASH, depth=1) for text in draw(st.lists(phrases, max_size=1))]
    heading = draw(st.sampled_from(["Variations", "Benefits"])) if kind not in FULL_BOXES else ""
    return box(kind, *points, *nested, heading=heading)


MAIN = ((), works("glutes"), works("lats", "mid back", "rear shoulders", "biceps"), works("whole body"))
HELPING = ((), (), works("abs"), works("lower back", "forearms", "side of the neck"))
"""Muscles that are seen from one side or from both, and such as no map knows."""
PHOTOS = (
    *[()] * 4,
    pair(),
    pair(1000, 1500),
    (photo(),),
    (photo("At the turning point, seen from the side", 900, 1600), photo("", 1600, 900)),
    (photo("Up", 2400, 1000), photo("Down", 2000, 1000)),
)


@st.composite
def cards(draw):
    """A card of any make-up; about a third of them are too long for the smaller sheets."""
    kinds = [kind for kind in BRIEF if draw(st.booleans())]
    lead = draw(st.one_of(st.just(""), sentences))
    return card(
        title=draw(phrases).title(),
        eyebrow=draw(st.sampled_from([(), ("Band",), ("Leverage Machine", "advanced")])),
        lead=inline(lead) if lead else (),
        works=draw(st.sampled_from(MAIN)),
        also=draw(st.sampled_from(HELPING)),
        photos=draw(st.sampled_from(PHOTOS)),
        steps=tuple(draw(st.lists(steps(), min_size=1, max_size=7))),
        boxes=tuple(draw(boxes(kind)) for kind in kinds),
        video=draw(st.sampled_from([None, video(), video(64)])),
        brand=draw(st.sampled_from(["", "Harbour Gym"])),
        footnotes=draw(st.sampled_from([(), ("Ask a coach before you start.", "made-up.example · CC0-1.0")])),
    )


@st.composite
def sections(draw):
    """A section of a full card: numbered points, paragraphs and points in any order."""
    points = st.builds(lambda text: entry(text, Marker.DASH), phrases)
    parts = st.one_of(steps(), st.builds(entry, sentences), points)
    heading = draw(st.sampled_from(["", "Setup", "Execution", "Movement"]))
    return section(heading, *draw(st.lists(parts, min_size=1, max_size=4)))


@st.composite
def full_cards(draw):
    """A card of all sections."""
    kinds = [kind for kind in (BoxKind.BREATHING, *BRIEF) if draw(st.booleans())]
    others = draw(st.lists(st.sampled_from([BoxKind.EQUIPMENT, BoxKind.OTHER]), max_size=2))
    return replace(
        draw(cards()),
        detail=Detail.FULL,
        sections=tuple(draw(st.lists(sections(), min_size=1, max_size=4))),
        boxes=tuple(draw(boxes(kind, 2)) for kind in kinds),
        extras=tuple(draw(boxes(kind, 2)) for kind in others),
    )


# --- as it is used ---------------------------------------------------------------------------------------------------


def sides_of(card_=None, size="a5", *, use=IN_HAND, theme=PETROL):
    """The card's pages in a use, one or two; an overflow fails the test."""
    made = card() if card_ is None else card_
    found = fit_sides(made, sheet=parse_sheet(size), theme=theme, case=type_case(), use=use)
    assert not isinstance(found, Overflow), found.message
    return found


def metres(distance):
    return Distance(metres=distance)


def headline(**changes):
    """A small card of the names of its steps."""
    names = tuple(replace(made, entries=()) for made in changes.pop("steps", STEPS))
    fields = {"detail": Detail.HEADLINE, "lead": (), "boxes": (), "works": works("glutes"), "steps": names}
    return card(**{**fields, **changes})
