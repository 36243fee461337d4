"""A circuit and its guides in, its pages out: posters, floor plan, coach's sheet, credits where guides ask for them. Writes none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from cardgen.bundle.binding import Part, gather, outline, settle
from cardgen.bundle.sizes import choose_sizes
from cardgen.bundle.stations import brief_card, compose_circuit
from cardgen.compose import Detail
from cardgen.display import Page
from cardgen.guide.check import check_content
from cardgen.guide.model import Guide
from cardgen.layout.circuit.coach import place_coach
from cardgen.layout.circuit.floorplan import place_floorplan
from cardgen.layout.circuit.model import Arrow, Circuit, Plan
from cardgen.layout.circuit.sheet import leaf_of
from cardgen.layout.circuit.station import Poster, place_poster, plan_posters
from cardgen.layout.forms.credits import place_credits
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.forms.model import Credit, Entry
from cardgen.layout.ground.glyphs import glyph_problems
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.layout.ground.overflow import Overflow
from cardgen.paint.notes import in_words
from cardgen.pipeline.advice import INCH_SHEETS, SHEETS, advise
from cardgen.pipeline.rendition import Document
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import type_case
from cardgen.program.model import Block
from cardgen.values.bookmark import Bookmark
from cardgen.values.errors import Location, Problem, Severity, UsageError
from cardgen.values.geometry import to_mm
from cardgen.values.notes import LeftOut, Note
from cardgen.values.stock import Orientation, Sheet, parse_sheet, ways
from cardgen.values.use import Use
from cardgen.words import Words

SHORTEST_MM = 139.0
"""Posters on a smaller sheet than A5 or half a letter are none."""
FREE = ("CC0", "PUBLIC DOMAIN")
"""Licences that ask for no credit begin so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitSettings:
    """All that the pages depend on besides the circuit and its guides; UsageError where none can be made so."""

    card: CardSettings
    """Sheet, colours and use of the posters; of its detail, headline or brief."""
    arrow: Arrow = Arrow.RIGHT
    plan: Plan = Plan.RING
    has_coach: bool = True
    """Whether there is a coach's sheet."""

    def __post_init__(self) -> None:
        """Refuse sheets that are too small for a poster."""
        sheet = self.card.sheet
        if to_mm(min(sheet.width, sheet.height)) < SHORTEST_MM:
            raise UsageError(f"station posters need A5 or larger, not {sheet.name}", hint="leave --size out for A4")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCircuit:
    """The pages of a circuit, and what there is to say."""

    document: Document | None = None
    """None where anything does not fit: a circuit without one of its stations is none."""
    problems: tuple[Problem, ...] = ()
    posters: int = 0
    """How many there are, copies counted."""
    circuit: Circuit = field(repr=False)


def make_circuit(block: Block, guides: Sequence[Guide], settings: CircuitSettings, *, title: str = "") -> MadeCircuit:
    """Return the pages of a circuit, `guides` being those of its exercises in their order."""
    circuit = compose_circuit(
        block, guides, settings.card.words, title=title, detail=settings.card.detail, brand=settings.card.brand
    )
    found = tuple(_of_guides(guides, settings.card.words))
    posters, problems = _posters(circuit, settings)
    plan, more = _plan(circuit, settings)
    problems = (*found, *problems, *more)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return MadeCircuit(problems=problems, circuit=circuit)
    parts = _parts(circuit, guides, settings, (posters, plan))
    settled = settle(parts)
    if settings.has_coach and not settled.numbers["coach"]:
        message = "the coach's sheet has no room for what is to be set up: equipment has too many words"
        hint = "shorten the equipment of the guides, or leave the sheet out: --no-coach"
        lost = Problem(severity=Severity.ERROR, code="too-long", message=message, location=block.location, hint=hint)
        return MadeCircuit(problems=(*problems, lost), circuit=circuit)
    bound = gather(parts, settled)
    pages = tuple(page for own in bound.values() for page in own)
    document = Document(
        pages=pages,
        title=circuit.title,
        language=settings.card.words.language,
        bookmarks=outline(parts, bound, settled.numbers),
        date=settings.card.date,
    )
    notes = tuple(_note(page, block.location) for page in pages[len(posters) :] if page.notes)
    return MadeCircuit(document=document, problems=(*problems, *notes), posters=len(posters), circuit=circuit)


def _parts(
    circuit: Circuit, guides: Sequence[Guide], settings: CircuitSettings, made: tuple[Sequence[Page], Sequence[Page]]
) -> tuple[Part, ...]:
    """Return the parts in their order, of which posters and floor plan are made: a new page type has its line here."""
    posters, plan = made
    kit = _kit(paper_for(settings.card.sheet), settings)
    leaf = Leaf(kit=kit, booklet=circuit.title, brand=settings.card.brand)
    credits_ = _credits(circuit, guides)
    coach_part = Part(
        name="coach", place=lambda _: partial(_coach, circuit, settings), outlined=settings.card.words("coach.title")
    )
    credits_part = Part(
        name="credits",
        place=lambda at: partial(
            place_credits, credits_, at["credits"].start, leaf, introduction=settings.card.words("circuit.credits")
        ),
        outlined=settings.card.words("part.credits"),
    )
    return (
        Part(
            name="posters",
            takes=lambda *_: len(posters),
            place=lambda _: partial(tuple, posters),
            inside=lambda _: tuple(Bookmark(title=it.title, anchor=it.anchor) for it in posters if it.anchor),
        ),
        Part(
            name="plan",
            takes=lambda *_: len(plan),
            place=lambda _: partial(tuple, plan),
            outlined=settings.card.words("floor.title"),
        ),
        *((coach_part,) if settings.has_coach else ()),
        *((credits_part,) if credits_ else ()),
    )


# --- posters ----------------------------------------------------------------------------------------------------------


def _posters(circuit: Circuit, settings: CircuitSettings) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Return a poster for each place of each station, in order, or an error for each station whose poster does not fit."""
    planned = plan_wall(circuit, settings.card, settings.arrow)
    lost = [it for it in planned if isinstance(it, Overflow)]
    if lost:
        return (), tuple(_overflowing(lost, circuit, settings))
    sized = [it for it in planned if isinstance(it, Poster)]
    sizes = choose_sizes([poster.size for poster in sized])
    pages: list[Page] = []
    notes: list[Problem] = []
    for poster in sized:
        station = poster.station
        page = place_poster(poster, sizes)
        notes += [_remark(note, station.card.location) for note in page.notes]
        for copy in range(station.places):
            anchor, label = (
                ("", f"{station.number}-{copy + 1}") if copy else (f"station-{station.number}", str(station.number))
            )
            pages.append(replace(page, anchor=anchor, label=label))
    return tuple(pages), tuple(notes)


def plan_wall(circuit: Circuit, card: CardSettings, arrow: Arrow) -> tuple[Poster | Overflow, ...]:
    """Return the posters, sized; where the sheet may be held either way, all of them the way that suits them best."""
    tried = []
    for sheet in ways(card.sheet, card.orientation):
        kit = Kit(
            measures=measures_for(sheet, Detail.HEADLINE, card.use),
            theme=card.theme,
            words=card.words,
            case=type_case(),
        )
        tried.append(plan_posters(circuit, arrow, kit, sheet.name))
    return max(tried, key=_worth)


def _worth(planned: tuple[Poster | Overflow, ...]) -> tuple[int, float]:
    sized = [it for it in planned if isinstance(it, Poster)]
    return len(sized), sum(poster.worth for poster in sized)


def _overflowing(lost: Sequence[Overflow], circuit: Circuit, settings: CircuitSettings) -> Iterator[Problem]:
    """Yield an error for each poster that does not fit; the last says what would work for all, which was tried."""
    card = replace(settings.card, detail=Detail.HEADLINE)

    def fits(tried: CardSettings) -> bool:
        return not any(isinstance(it, Overflow) for it in plan_wall(circuit, tried, settings.arrow))

    hint = advise(card, fits) or lost[-1].hint
    for at, overflow in enumerate(lost, 1):
        yield Problem(
            severity=Severity.ERROR,
            code="too-long",
            message=overflow.message,
            location=overflow.location,
            hint=hint if at == len(lost) else "",
        )


# --- the other pages --------------------------------------------------------------------------------------------------


def _plan(circuit: Circuit, settings: CircuitSettings) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Return the floor plan on a sheet of the posters' size, held across."""
    if settings.plan is Plan.NONE:
        return (), ()
    (sheet,) = ways(settings.card.sheet, Orientation.LANDSCAPE)
    leaf = leaf_of(_kit(sheet, settings), circuit.title, settings.card.brand)
    match place_floorplan(circuit, settings.plan, leaf):
        case Overflow() as lost:
            problem = Problem(
                severity=Severity.ERROR, code="too-long", message=lost.message, location=lost.location, hint=lost.hint
            )
            return (), (problem,)
        case page:
            return (replace(page, anchor="floor-plan", label=settings.card.words("floor.title")),), ()


def _coach(circuit: Circuit, settings: CircuitSettings) -> tuple[Page, ...]:
    """Return the coach's sheet, which is carried: on A4 or Letter whatever the size of the posters."""
    leaf = leaf_of(_kit(paper_for(settings.card.sheet), settings), circuit.title, settings.card.brand)
    pages = place_coach(circuit, leaf, has_plan=settings.plan is not Plan.NONE)
    words = settings.card.words
    labels = (words("coach.page"), *(words("coach.page-number", number=number) for number in range(2, len(pages) + 1)))
    return tuple(
        replace(page, anchor="" if at else "coach", label=label)
        for at, (page, label) in enumerate(zip(pages, labels, strict=True))
    )


def paper_for(sheet: Sheet) -> Sheet:
    """Return the paper of an office where posters of this size are printed: Letter or A4."""
    name = sheet.name.split()[0]
    inches = name.endswith("in") or (name in INCH_SHEETS and name not in SHEETS)
    return parse_sheet("letter" if inches else "a4")


def _kit(sheet: Sheet, settings: CircuitSettings) -> Kit:
    """Return what a page is set with that is read in the hand."""
    use = Use(safe_mm=settings.card.use.safe_mm)
    return Kit(
        measures=measures_for(sheet, use=use), theme=settings.card.theme, words=settings.card.words, case=type_case()
    )


def _credits(circuit: Circuit, guides: Sequence[Guide]) -> tuple[Credit, ...]:
    """Return the sources and licences that ask for credit, for which posters have no room."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for station, guide in zip(circuit.stations, guides, strict=True):
        if guide.source or (guide.license and not guide.license.upper().startswith(FREE)):
            entry = Entry(name=guide.title, page=station.number, language=guide.language)
            found.setdefault((guide.source, guide.license), []).append(entry)
    return tuple(
        Credit(source=source, license=license_, entries=tuple(entries)) for (source, license_), entries in found.items()
    )


# --- what there is to say ---------------------------------------------------------------------------------------------


def _of_guides(guides: Sequence[Guide], words: Words) -> Iterator[Problem]:
    """Yield every problem of the guides, each guide once, and the characters that no font has."""
    for guide in {guide.path: guide for guide in guides}.values():
        yield from guide.problems
        yield from check_content(guide)
        yield from glyph_problems(brief_card(guide, words), type_case().fonts)


def _remark(note: Note, location: Location) -> Problem:
    """Return a remark of the layout as a problem: a warning where what was asked for is missing."""
    missing = note in (LeftOut.NEXT_OF_POSTER, LeftOut.TEXTS_OF_POSTER)
    severity = Severity.WARNING if missing else Severity.NOTE
    hint = "take a larger sheet, or stand nearer" if missing else ""
    return Problem(severity=severity, code="layout", message=in_words(note), location=location, hint=hint)


def _note(page: Page, location: Location) -> Problem:
    return Problem(
        severity=Severity.WARNING, code="layout", message="; ".join(map(in_words, page.notes)), location=location
    )
