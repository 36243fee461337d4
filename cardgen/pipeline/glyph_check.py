"""A program in, the characters of its texts that no font has out: on paper they would be blanks."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.layout.ground.glyphs import codepoint, missing_characters
from cardgen.pipeline.stages import type_case
from cardgen.program import Program
from cardgen.values.errors import Location, Problem, Severity
from cardgen.words import ENGLISH

IN_LATIN = "write it in Latin letters"


def can_print(text: str) -> bool:
    """Tell whether fonts have every character of a text."""
    return not _missing(text)


def unprintable(program: Program) -> Iterator[Problem]:
    """Yield each character that cannot be printed where it first stands; of the client's name only that there are such."""
    seen: set[str] = set()
    for path, text, location in _texts(program):
        missing = _missing(text)
        if path == "client" and missing:
            yield _problem("client: no font has some of its letters", location, IN_LATIN)
            continue
        for char in missing:
            if char not in seen:
                seen.add(char)
                message = f"{path}: no font has the character {char} ({codepoint(char)})"
                yield _problem(message, location, "delete or replace it")


def _missing(text: str) -> tuple[str, ...]:
    return () if text.isascii() else missing_characters(text, type_case().fonts, language=ENGLISH)


def _problem(message: str, location: Location, hint: str) -> Problem:
    return Problem(severity=Severity.ERROR, code="missing-glyph", message=message, location=location, hint=hint)


def _texts(program: Program) -> Iterator[tuple[str, str, Location]]:
    """Yield every text that is printed, with its field and about where it stands."""
    trainer, top = program.trainer, program.location
    at = trainer.location or top
    yield "title", program.title, top
    yield "client", program.client, top
    yield "trainer.name", trainer.name, at
    yield "trainer.contact", trainer.contact, at
    yield "goal", program.goal, top
    yield "notes", program.notes, top
    for day in program.days:
        yield "name", day.name, day.location
        yield "note", day.note, day.location
        for block in day.blocks:
            yield "name", block.name, block.location
            yield "note", block.note, block.location
            for exercise in block.exercises:
                yield "note", exercise.note, exercise.location
