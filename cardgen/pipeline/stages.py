"""A guide's file in, its card as PDF out: the stages in their order. Knows nothing of what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from cardgen.compose import NO_BRAND, Card, CardPhoto, Detail, compose_card, origin_of, warns
from cardgen.display import ColorSpace
from cardgen.guide import read_guide
from cardgen.guide.check import check_content
from cardgen.guide.model import Origin, Role
from cardgen.guide.photos import DEFAULT_CAPTIONS
from cardgen.layout.cards import fit
from cardgen.layout.cards.sides import fit_sides
from cardgen.layout.ground.figures import Subject
from cardgen.layout.ground.footer import LOGO_ROOM
from cardgen.layout.ground.glyphs import glyph_problems
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.layout.ground.media import shows
from cardgen.layout.ground.musclemap import groups_of
from cardgen.layout.ground.overflow import Overflow
from cardgen.layout.ground.picture import pictured
from cardgen.paint.notes import in_words
from cardgen.pictures import Darkroom, develop_page, load_picture, open_photos
from cardgen.pipeline.advice import Without, advise
from cardgen.pipeline.own_movements import own_movement, posed_own
from cardgen.pipeline.settings import CardSettings
from cardgen.theme import Ink
from cardgen.typeset.fonts import load_fonts
from cardgen.typeset.shape import TypeCase
from cardgen.values import resources
from cardgen.values.errors import GuideError, Location, Problem, Severity
from cardgen.values.notes import LeftOut, Note
from cardgen.values.prescription import Prescription
from cardgen.values.stock import Orientation, Sheet, ways
from cardgen.values.use import Sides
from cardgen.words import Words, english

if TYPE_CHECKING:
    from cardgen.display import Drawing, Page, Pixels
    from cardgen.guide.model import Guide
    from cardgen.layout.cards.uniform import Wish
    from cardgen.layout.ground.measures import SetSize

UNKNOWN_MOVEMENT = "unknown-movement"
"""Told of a guide that names a movement which is not in the table; its own folder may have it."""
_SHORTEN = "shorten the description or the steps, or take a larger sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedCard:
    """A finished card and what there is to say about it."""

    pdf: bytes
    problems: tuple[Problem, ...]
    """Warnings and notes; an error keeps the card from being made."""


def load_guide(path: Path) -> Guide:
    """Return the guide in a file."""
    return read_guide(path)


def check_guide(guide: Guide, settings: CardSettings) -> tuple[Problem, ...]:
    """Return every problem of a guide, those that only show in layout among them."""
    pages, problems = lay_out(guide, settings)
    # that a photograph is damaged shows only when it is decoded
    return (*problems, *_develop(pages, guide)[1])


def unprintable(text: str, location: Location) -> tuple[Problem, ...]:
    """Return an error for each character of a text from outside the guides that no font has."""
    if text.isascii():
        return ()
    words = english()
    card = Card(
        title=text,
        eyebrow=(),
        lead=(),
        works=(),
        steps=(),
        boxes=(),
        video=None,
        brand=NO_BRAND,
        footnotes=(),
        language=words.language,
        location=location,
        words=words,
    )
    return glyph_problems(card, type_case().fonts)


def open_logo(
    path: Path, sheet: Sheet, orientation: Orientation, *, room: tuple[float, float] = LOGO_ROOM, ink: Ink = Ink.FULL
) -> Pixels | Drawing:
    """Return a logo, of pixels as many as are seen on this sheet, whichever way it is held; grey where there is one ink.

    `room` is the width and height in sheet units of its largest place.
    """
    unit = max(measures_for(way).unit for way in ways(sheet, orientation))
    space = ColorSpace.GRAY if ink is Ink.MONO else ColorSpace.RGB
    return load_picture(path, room=(room[0] * unit, room[1] * unit), space=space)


def render_card(guide: Guide, settings: CardSettings) -> RenderedCard:
    """Return the guide's card, or raise GuideError with every problem that was found."""
    from cardgen.paint import paint_pdf  # noqa: PLC0415 - 60 ms of ReportLab, which checking does not need

    pages, problems = finish_pages(guide, settings)
    pdf = paint_pdf(
        pages * settings.copies,
        title=guide.title,
        language=guide.language,
        fonts=type_case().fonts,
        date=settings.date,
    )
    return RenderedCard(pdf=pdf, problems=problems)


def finish_pages(guide: Guide, settings: CardSettings) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Return the guide's pages with warnings and notes, or raise GuideError with every problem that was found."""
    pages, problems = lay_out(guide, settings)
    pages, damaged = _develop(pages, guide)
    problems += damaged
    if not pages or any(problem.severity is Severity.ERROR for problem in problems):
        raise GuideError(problems)
    return pages, problems


def wish_of(
    guide: Guide, settings: CardSettings, *, folio: str = "", prescription: Prescription | None = None
) -> Wish | None:
    """Return what a guide's card would take by itself, for its set to agree on; None where it has no wish."""
    opened, _ = open_photos(guide)
    photos = tuple(CardPhoto(negative=photo.negative, caption=photo.caption) for photo in opened)
    card = replace(_compose(guide, settings, photos, folio), prescription=prescription)
    (sheet, *_) = ways(settings.sheet, settings.orientation)
    return fit.wish_of(card, sheet=sheet, theme=settings.theme, case=type_case(), use=settings.use)


def agreed(wishes: Sequence[Wish], settings: CardSettings) -> SetSize | None:
    """Return what the cards of a set share."""
    (sheet, *_) = ways(settings.sheet, settings.orientation)
    case = type_case()
    measures = measures_for(sheet, settings.detail, settings.use)
    return fit.agreed(wishes, Kit(measures=measures, theme=settings.theme, words=settings.words, case=case))


def lay_out(
    guide: Guide,
    settings: CardSettings,
    *,
    folio: str = "",
    second_folio: str = "",
    prescription: Prescription | None = None,
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Return the guide's pages, one or two, none where it does not fit, and every problem.

    In a booklet the pages have a folio, one for both or each its own,; in that of a program they say what is
    prescribed.
    """
    case = type_case()
    opened, unopened = open_photos(guide)
    photos = tuple(CardPhoto(negative=it.negative, caption=_caption(it.caption, settings.words)) for it in opened)
    card = _compose(guide, settings, photos, folio)
    own = own_movement(guide)
    card = replace(card, second_folio=second_folio, prescription=prescription)
    problems = tuple(it for it in guide.problems if own is None or it.code != UNKNOWN_MOVEMENT) + (
        own.problems if own else ()
    )
    found = problems + check_content(guide) + unopened + glyph_problems(card, case.fonts)
    match _fit(card, settings, case):
        case Overflow() as overflow:
            hint = advise(settings, lambda tried: _fits(guide, card, tried), _without(card)) or overflow.hint
            return (), (*found, _error("too-long", overflow.message, overflow.location, hint))
        case pages:
            found = (*found, *_safety_left_out(guide, settings))
            notes = dict.fromkeys(note for page in pages for note in page.notes if _matters(note, guide))
            origin = origin_of(guide, settings.words)
            return tuple(replace(it, rights=origin) for it in pages), (*found, *(_note(guide, note) for note in notes))


def _caption(caption: str, words: Words) -> str:
    """Return a caption in the words of the program, where the guide gives none of its own."""
    return words(f"caption.{caption.lower()}") if caption in DEFAULT_CAPTIONS else caption


def _safety_left_out(guide: Guide, settings: CardSettings) -> tuple[Problem, ...]:
    """Return a warning where a card has no room for what harms: it only says that there is something to read."""
    if not settings.detail.is_poster or not warns(guide):
        return ()
    line = settings.words("card.read-safety")
    message = f'a headline card has no room for safety; at its foot stands "{line}"'
    where = next(it.location for it in guide.with_role(Role.NOT_FOR, Role.SAFETY) if it.blocks)
    hint = "hang the whole card beside it: --detail brief"
    return (Problem(severity=Severity.WARNING, code="safety", message=message, location=where, hint=hint),)


def subject_of(guide: Guide, settings: CardSettings) -> Subject | None:
    """Return what a figure of a guide shows beside its name, where there is no photograph; None where it is to have none."""
    card = _compose(guide, settings, (), "")
    return Subject(what=card.figure, muscles=groups_of(card)[0]) if card.figure else None


def shows_instead(guide: Guide, settings: CardSettings) -> bool:
    """Tell whether a card has a picture where its description would stand."""
    opened, _ = open_photos(guide)
    card = _compose(guide, settings, tuple(CardPhoto(negative=it.negative, caption=it.caption) for it in opened), "")
    return bool(card.lead) and not card.detail.is_whole and shows(card)


def _without(card: Card) -> Without:
    """Return what no booklet offers: a second side, and in that of a program, which is held in the hand, posters."""
    sides = {Sides.TWO} if card.folio else set()
    return frozenset(sides | {it for it in Detail if it.is_poster and card.prescription})


def _fits(guide: Guide, card: Card, settings: CardSettings) -> bool:
    """Tell whether the guide's card can be made with other settings."""
    other = _compose(guide, settings, card.photos, card.folio)
    other = replace(other, second_folio=card.second_folio, prescription=card.prescription)
    return not isinstance(_fit(other, settings, type_case()), Overflow)


def _compose(guide: Guide, settings: CardSettings, photos: tuple[CardPhoto, ...], folio: str) -> Card:
    number = str(settings.number or "")
    card = compose_card(guide, words=settings.words, detail=settings.detail, brand=settings.brand, number=number)
    if own := own_movement(guide):
        card = replace(card, figure=posed_own(own, guide.equipment))
    return replace(pictured(card, photos, settings.picture), folio=folio)


def _fit(card: Card, settings: CardSettings, case: TypeCase) -> tuple[Page, ...] | Overflow:
    """Lay the card out the way the sheet is held; where two are to be tried, the one with the larger type."""
    tried = [
        fit_sides(card, sheet=sheet, theme=settings.theme, case=case, use=settings.use, shared=settings.shared)
        for sheet in ways(settings.sheet, settings.orientation)
    ]
    fitting = [answer for answer in tried if not isinstance(answer, Overflow)]
    if fitting:
        return max(fitting, key=lambda pages: round(pages[0].type_size, 2))  # the first of equals: upright
    return min((answer for answer in tried if isinstance(answer, Overflow)), key=attrgetter("excess"))


def _develop(pages: tuple[Page, ...], guide: Guide) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Return the pages ready to be painted, and an error for each photograph that turns out to be damaged."""
    darkroom = Darkroom()
    developed = [develop_page(page, guide, darkroom) for page in pages]
    return tuple(page for page, _ in developed), tuple(problem for _, found in developed for problem in found)


@cache
def type_case() -> TypeCase:
    """Open the bundled fonts once a process; what is measured for one card serves the next."""
    return TypeCase(fonts=load_fonts(resources.fonts_folder()))


def _error(code: str, message: str, location: Location, hint: str = "") -> Problem:
    return Problem(severity=Severity.ERROR, code=code, message=message, location=location, hint=hint)


def _matters(note: Note, guide: Guide) -> bool:
    """Tell whether a remark is worth saying: names that were only read from the text are not missed beside the map."""
    return note is not LeftOut.MUSCLES or guide.muscles.origin is Origin.GIVEN


def _note(guide: Guide, note: Note) -> Problem:
    """Return a remark of the layout as a problem: a warning where what was asked for is missing from the card."""
    missing = note in (LeftOut.FIGURE, LeftOut.LOGO, LeftOut.PHOTOS)
    severity, hint = (Severity.WARNING, _SHORTEN) if missing else (Severity.NOTE, "")
    where = Location(path=guide.path)
    return Problem(severity=severity, code="layout", message=in_words(note), location=where, hint=hint)
