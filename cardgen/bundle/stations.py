"""A circuit of a program and its guides in, what its pages say out: stations, times, what to set up. Knows no page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cardgen.compose import NO_BRAND, BoxKind, Brand, Card, Detail, compose_card
from cardgen.guide.model import Emphasis, Guide, Inline, Span, plain_text
from cardgen.layout.circuit.model import Circuit, Round, Station
from cardgen.program.loads import NO_LOAD
from cardgen.program.model import Block, Counting, LoadUnit, Prescribed, Side
from cardgen.program.quantity import WEIGHTS, Along
from cardgen.program.setup_list import Need, list_setup
from cardgen.program.sums import clock_of
from cardgen.words import Words

LONG = 90
"""In letters: what a coach says across a floor, and sees at a glance."""
SHORT = 64
"""Where the sheet is full: about two lines of its columns."""
BREATH = 110
"""A trainer's own remark takes the place of a tip where both together have more letters."""
IN_WORDS = 24
"""Numbers up to this have words in the catalogue."""
_SENTENCE = re.compile(r".+?[.!](?=\s)")
"""A question is none: what follows answers it."""
_CHANGE = re.compile(r"\b(chang|switch|swap)", re.IGNORECASE)
_BEFORE_COLON = re.compile(r"[^:]+(?=:\s)")


def compose_circuit(
    block: Block,
    guides: Sequence[Guide],
    words: Words,
    *,
    title: str = "",
    detail: Detail = Detail.HEADLINE,
    brand: Brand = NO_BRAND,
) -> Circuit:
    """Return the circuit of a block, `guides` being those of its exercises in their order."""
    clock = clock_of(block)
    first = clock.starts[0]
    second = clock.starts[1] if len(clock.starts) > 1 else ()
    rest = first[1] - first[0] - block.work if block.work and len(first) > 1 else block.rest or 0

    def on_wall(station: Station) -> Station:
        return replace(station, card=replace(station.card, brand=brand))

    stations = tuple(
        on_wall(_station(number, exercise, guide, block, detail, words))
        for number, (exercise, guide) in enumerate(zip(block.exercises, guides, strict=True), 1)
    )
    needs = (
        Need(number=number, equipment=guide.equipment, position=guide.position, places=exercise.places)
        for number, (exercise, guide) in enumerate(zip(block.exercises, guides, strict=True), 1)
    )
    return Circuit(
        title=title or circuit_title(len(stations), words),
        work=block.work,
        rest=rest,
        round_rest=second[0] - clock.round if second else 0,
        rounds=len(clock.starts),
        times=tuple(Round(starts=starts, end=starts[0] + clock.round) for starts in clock.starts) if block.work else (),
        stations=stations,
        kit=list_setup(needs, words),
    )


def circuit_title(stations: int, words: Words) -> str:
    """Return what a circuit is called that has no name."""
    named = {"number": words(f"number.{stations}")} if stations <= IN_WORDS else {}
    return words.count("circuit.of", stations, **named)


def brief_card(guide: Guide, words: Words) -> Card:
    """Return the card whose texts the pages of a circuit take: steps, tips and mistakes."""
    return compose_card(guide, words=words, detail=Detail.BRIEF)


def _station(number: int, exercise: Prescribed, guide: Guide, block: Block, detail: Detail, words: Words) -> Station:
    remark = _remark(exercise, block, words)
    card = compose_card(guide, words=words, detail=Detail.HEADLINE, number=str(number))
    brief = brief_card(guide, words)
    tip, mistake = _first(brief, BoxKind.TIPS), _first(brief, BoxKind.MISTAKES)
    return Station(
        number=number,
        card=replace(card, footnotes=()),
        texts=brief.steps if detail is Detail.BRIEF else (),
        equipment=equipment_of(guide, exercise),
        task=None if block.work else _task(exercise, words),
        places=exercise.places,
        say=_said(remark, opening(tip)),
        watch_for=opening(mistake, colon=True),
        in_short=(_said(remark, () if remark else opening(tip, most=SHORT)), opening(mistake, colon=True, most=SHORT)),
    )


def equipment_of(guide: Guide, exercise: Prescribed) -> str:
    """Return the equipment with its load where the program names one that is the same every week: `Kettlebell 16 kg`, `Barbell, RPE 8`."""
    load = exercise.load
    if load is None or load.first in ("", NO_LOAD) or (load.changes and load.along is Along.WEEKS):
        return guide.equipment
    if load.unit is LoadUnit.BAND:
        return load.span.title()
    mark = " " if load.unit in WEIGHTS else ", "
    return mark.join(part for part in (guide.equipment, load.span) if part)


def _remark(exercise: Prescribed, block: Block, words: Words) -> str:
    """Return what the trainer says, and when to change sides where nobody else says so: the clock does not stop for it."""
    if exercise.side is not Side.EACH or not block.work or _CHANGE.search(exercise.note):
        return exercise.note
    change = words.count("circuit.change", block.work // exercise.side.turns)
    return f"{_ended(exercise.note)} {change}" if exercise.note else change


def _task(exercise: Prescribed, words: Words) -> tuple[str, str] | None:
    """Return how much is done at a station without a clock."""
    reps = exercise.reps
    if reps is None:
        return None

    def a_side(word: str) -> str:
        return words("task.side", word=word) if exercise.side is Side.EACH else word

    amount = reps.amounts[-1]
    if amount.counting is Counting.AMRAP:
        if not amount.low:
            return words("task.max"), a_side(amount.words or words("task.reps"))
        return "AMRAP", a_side(reps.text.partition(" ")[2])
    if amount.counting is Counting.COUNT and not amount.words:
        word = a_side(words("task.reps"))
        return reps.text, words("task.held", word=word, time=exercise.hold.text) if exercise.hold else word
    figure, _, unit = reps.text.rpartition(" ")
    held = unit == "s" and exercise.side is not Side.EACH
    return figure, words("task.hold", unit=unit) if held else a_side(unit)


def _first(card: Card, kind: BoxKind) -> Inline:
    """Return the first point of a box that is no heading of others; empty where there is none."""
    points = (entry.text for box in card.boxes if box.kind is kind for entry in box.entries)
    return next((text for text in points if not plain_text(text).endswith(":")), ())


def opening(text: Inline, *, colon: bool = False, most: int = LONG) -> Inline:
    """Return a text, of a long one its first sentence, and of a long sentence what stands before its colon, if that is asked."""
    whole = plain_text(text)
    if len(whole) <= most:
        return text
    sentence = _SENTENCE.match(whole)
    cut = sentence[0] if sentence else whole
    if colon and len(cut) > most and (head := _BEFORE_COLON.match(cut)):
        cut = head[0]
    return _cut(text, len(cut))


def _cut(text: Inline, length: int) -> Inline:
    """Return the first so many letters of a text."""
    kept: list[Span] = []
    for part in text:
        if length > 0:
            kept.append(replace(part, text=part.text[:length]))
        length -= len(part.text)
    return tuple(kept)


def _said(note: str, tip: Inline) -> Inline:
    """Return what the coach says: the trainer's remark in bold, then the tip where there is breath for both."""
    if not note:
        return tip
    own = Span(text=_ended(note), emphasis=Emphasis.STRONG)
    if not tip or len(note) + len(plain_text(tip)) > BREATH:
        return (own,)
    return (own, Span(text=" "), *tip)


def _ended(note: str) -> str:
    return note if note.endswith((".", "!", "?")) else f"{note}."
