"""The file of exercemus in, its exercises out, each with its licence and, where it has one, its video."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from cardgen.files.importers.exercise import Collection, Entry, Exercise, Passage, Read, Use
from cardgen.files.importers.names import equipment_of, license_of, stem_of
from cardgen.files.importers.records import Fields, kind_of, load_json, require_few
from cardgen.files.storage import unsafe_name
from cardgen.guide.findings import Findings
from cardgen.guide.video import VideoError, read_video
from cardgen.values.errors import Location, Problem, Severity, UsageError

NAME = "exercemus"
LICENSE = "MIT, © 2022 exercemus"
SOURCE = "github.com/exercemus/exercises"
EXPECTED = 'name its exercises.json: {"exercises": [...]}'

_UNFINISHED = "exercises_to_merge"
"""Records that the collection itself has not taken in yet."""
_NO_EQUIPMENT = "none"
_MOST_LEAD = 300


def find_entries(path: Path) -> Collection:
    """Return the exercises of the file."""
    if not path.exists():
        raise UsageError(f"{path.as_posix()}: there is nothing of that name", hint=EXPECTED)
    values = load_json(path)
    records = values.get("exercises") if isinstance(values, dict) else values
    if not isinstance(records, list) or not any(isinstance(it, dict) and "instructions" in it for it in records):
        message = f"{path.as_posix()}: no exercises with instructions, but {kind_of(values)}"
        raise UsageError(message, hint=EXPECTED)
    require_few(records, path)
    places = [f"{path.as_posix()}: record {number}" for number in range(1, len(records) + 1)]
    entries = tuple(
        Entry(shown=place, read=partial(_read, record, place)) for place, record in zip(places, records, strict=True)
    )
    return Collection(entries=entries, problems=_unfinished(values, path))


def _unfinished(values: Any, path: Path) -> tuple[Problem, ...]:
    """Return that there are records that are not imported."""
    left = values.get(_UNFINISHED) if isinstance(values, dict) else None
    if not isinstance(left, list) or not left:
        return ()
    message = f'{len(left)} records under "{_UNFINISHED}", which the collection has not finished, are not imported'
    return (
        Problem(severity=Severity.NOTE, code="unfinished", message=message, location=Location(path=path.as_posix())),
    )


def _read(record: Any, shown: str) -> Read:
    """Read one record; what cannot be used of it is said."""
    found = Findings(shown)
    if not isinstance(record, dict):
        found.error("record", f"an exercise is an object, not {kind_of(record)}")
        return Read(name=shown, exercise=None, problems=found.problems())
    fields = Fields(record, found)
    name = fields.text("name")
    stem = stem_of(name)
    if not name:
        found.error("no-name", "the exercise has no name", hint='"name" is a text of at most 200 characters')
    elif not stem or unsafe_name(stem):
        found.error("unsafe-id", f"no file can be named after {name[:60]!a}", hint="give it another name")
    passages = _passages(fields)
    if not passages and not found.has_errors():
        found.warn("no-instructions", f"{name} has no instructions: no guide is made", hint="write one: cardgen new")
    if not passages or found.has_errors():
        return Read(name=name or shown, exercise=None, problems=found.problems())
    license_, source = _credit(fields)
    primary = fields.texts("primary_muscles")
    exercise = Exercise(
        origin=f"{NAME}: {name}",
        stems=(stem,),
        title=name,
        equipment=_equipment(fields),
        lead=_lead(fields),
        primary=primary,
        secondary=tuple(muscle for muscle in fields.texts("secondary_muscles") if muscle not in primary),
        tags=tuple(filter(None, (fields.text("category", most=60),))),
        passages=passages,
        video=_video(fields, found),
        license=license_,
        source=source,
    )
    return Read(name=name, exercise=exercise, problems=found.problems())


def _passages(fields: Fields) -> tuple[Passage, ...]:
    """Return the instructions, each a step, and the tips; a description too long for under the title is a note."""
    steps = tuple(Passage(text=line) for line in fields.paragraphs("instructions"))
    if not steps:
        return ()
    tips = tuple(Passage(text=line, use=Use.TIP) for line in fields.paragraphs("tips"))
    told = fields.paragraphs("description")
    notes = () if _is_lead(told) else tuple(Passage(text=line, use=Use.NOTE) for line in told)
    return (*steps, *tips, *notes)


def _is_lead(lines: tuple[str, ...]) -> bool:
    return len(lines) == 1 and len(lines[0]) <= _MOST_LEAD


def _lead(fields: Fields) -> str:
    """Return the description as the sentence under the title."""
    lines = fields.paragraphs("description")
    if not _is_lead(lines):
        return ""
    return lines[0] if lines[0][-1] in ".!?" else f"{lines[0]}."


def _equipment(fields: Fields) -> str:
    words = fields.texts("equipment")
    names = ("Bodyweight" if word.casefold() == _NO_EQUIPMENT else equipment_of(word) for word in words)
    return ", ".join(dict.fromkeys(filter(None, names)))[:200]


def _video(fields: Fields, found: Findings) -> str:
    """Return the address of the video, none where it leads to no video."""
    value = fields.text("video", most=300)
    try:
        return read_video(value).url if value else ""
    except VideoError as error:
        found.warn("video", f"the video is left out: {error}", hint=error.hint)
        return ""


def _credit(fields: Fields) -> tuple[str, str]:
    """Return licence and source: a record's own, where it came from elsewhere, else those of the collection."""
    own = fields.inner("license") if isinstance(fields.raw("license"), dict) else None
    name = own.text("short_name") or own.text("full_name") if own else fields.text("license")
    author = fields.text("license_author")
    license_ = license_of(name, own.text("url") if own else "") if name else LICENSE
    return license_, f"{author}, {SOURCE}" if author else SOURCE
