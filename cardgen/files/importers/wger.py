"""An export of wger in, its exercises in one language out, each with its licence and its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from cardgen.files.importers.exercise import Collection, Entry, Exercise, Passage, Read, Use
from cardgen.files.importers.html import MOST_TAGS, Kind, Line, read_html
from cardgen.files.importers.names import equipment_of, license_of, stem_of
from cardgen.files.importers.records import MOST_TEXT, Fields, kind_of, load_json, require_few
from cardgen.files.storage import unsafe_name
from cardgen.guide.findings import Findings
from cardgen.guide.headings import headings_for
from cardgen.guide.languages import ENGLISH
from cardgen.guide.model import Role
from cardgen.values.errors import Location, Problem, Severity, UsageError

NAME = "wger"
EXPECTED = 'save https://wger.de/api/v2/exerciseinfo/?format=json&limit=999: {"results": [...]}, or a list of exercises'

LANGUAGES: Mapping[int, str] = dict(
    enumerate(
        [
            "de",
            "en",
            "bg",
            "es",
            "ru",
            "nl",
            "pt",
            "el",
            "cs",
            "sv",
            "no",
            "fr",
            "it",
            "pl",
            "uk",
            "tr",
            "ar",
            "az",
            "eo",
            "fa",
            "he",
            "hr",
            "id",
            "zh",
        ],
        start=1,
    )
)
"""The numbers that wger gives to languages."""
LICENSES: Mapping[int, tuple[str, str]] = {
    1: ("CC-BY-SA 3", "https://creativecommons.org/licenses/by-sa/3.0/"),
    2: ("CC-BY-SA 4", "https://creativecommons.org/licenses/by-sa/4.0/"),
    3: ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    4: ("CC-BY 4", "https://creativecommons.org/licenses/by/4.0/"),
}
"""The numbers that wger gives to licences."""

_UUID = re.compile(r"[0-9a-fA-F-]{8,36}")
_OF_UUID = 8
"""Characters that tell apart exercises of the same name."""
_MOST_SOURCE = 400
"""As long as `guide/` takes a source, with room for the address."""

_USES = {
    Role.TIPS: Use.TIP,
    Role.MISTAKES: Use.MISTAKE,
    Role.SAFETY: Use.SAFETY,
    Role.VARIATIONS: Use.VARIATION,
    Role.BENEFITS: Use.NOTE,
    Role.NOTES: Use.NOTE,
    Role.CONCLUSION: Use.NOTE,
    Role.EQUIPMENT: Use.NOTE,
    Role.OVERVIEW: Use.NOTE,
}
"""Where the text under a heading goes; under any other it is steps."""
_ANNOUNCING = frozenset(
    [
        "steps",
        "execution",
        "instructions",
        "description",
        "how to",
        "schritte",
        "ausführung",
        "anleitung",
        "pasos",
        "ejecución",
        "étapes",
        "exécution",
        "passos",
        "execução",
        "passaggi",
        "esecuzione",
        "stappen",
        "uitvoering",
        "kroky",
        "步骤",
    ]
)
"""Headings that say of what follows that it is the steps, and nothing of any one of them."""


def find_entries(path: Path, language: str) -> Collection:
    """Return the exercises of an export: of a page of the interface, or of a list of exercises."""
    if language not in LANGUAGES.values():
        raise UsageError(f'wger has no language "{language}"', hint=f"choose from {', '.join(LANGUAGES.values())}")
    if not path.exists():
        raise UsageError(f"{path.as_posix()}: there is nothing of that name", hint=EXPECTED)
    values = load_json(path)
    if isinstance(values, dict):
        records = values["results"] if isinstance(values.get("results"), list) else [values]
    else:
        records = values
    if not isinstance(records, list) or not any(isinstance(it, dict) and _has_text(it) for it in records):
        message = f"{path.as_posix()}: no exercises with translations, but {_shape_of(values)}"
        raise UsageError(message, hint=EXPECTED)
    require_few(records, path)
    places = [f"{path.as_posix()}: record {number}" for number in range(1, len(records) + 1)]
    entries = tuple(
        Entry(shown=place, read=partial(_read, record, place, language))
        for place, record in zip(places, records, strict=True)
    )
    return Collection(entries=entries, problems=_more_pages(values, path))


def _has_text(record: Mapping[str, Any]) -> bool:
    return any(isinstance(record.get(key), list) for key in ("translations", "exercises")) or "description" in record


def _shape_of(values: Any) -> str:
    if not isinstance(values, dict) or not values:
        return kind_of(values)
    keys = ", ".join(f"{key[:20]!a}" for key in list(values)[:5])
    return f"an object with {keys}"


def _more_pages(values: Any, path: Path) -> tuple[Problem, ...]:
    """Return that an export is one page of several."""
    if not isinstance(values, dict) or not values.get("next"):
        return ()
    count, here = values.get("count"), len(values.get("results") or ())
    message = f"this is one page of several: {here} of {count} exercises"
    hint = "ask for more at once with limit=999, or import every page"
    location = Location(path=path.as_posix())
    return (Problem(severity=Severity.WARNING, code="more-pages", message=message, location=location, hint=hint),)


# --- one exercise -----------------------------------------------------------------------------------------------------


def _read(record: Any, shown: str, language: str) -> Read:
    found = Findings(shown)
    if not isinstance(record, dict):
        found.error("record", f"an exercise is an object, not {kind_of(record)}")
        return Read(name=shown, exercise=None, problems=found.problems())
    fields = Fields(record, found)
    text = _translation(fields, record, language, found)
    if text is None:
        label = next((name for it in _translations(fields, record) if (name := it.text("name"))), shown)
        found.note("no-translation", f'{label} has no text in the language "{language}"')
        return Read(name=label, exercise=None, problems=found.problems())
    name = text.text("name")
    passages = _passages(text, fields, found)
    if not name:
        found.warn("no-name", "the exercise has no name: no guide is made")
    elif not passages and not found.has_errors():
        found.warn("no-instructions", f"{name} has no instructions: no guide is made", hint="write one: cardgen new")
    key = _id_of(fields, found)
    if not name or not passages or found.has_errors():
        return Read(name=name or shown, exercise=None, problems=found.problems())
    exercise = Exercise(
        origin=f"{NAME}: {key}" + ("" if language == "en" else f" ({language})"),
        stems=_stems(name, key, language),
        title=name,
        equipment=_equipment(fields),
        lead=_lead(fields) if language == "en" else "",
        primary=(primary := _muscles(fields, "muscles")),
        secondary=tuple(muscle for muscle in _muscles(fields, "muscles_secondary") if muscle not in primary),
        tags=tuple(filter(None, (_category(fields).lower(),))),
        passages=passages,
        license=_license(fields, text, found),
        source=_source(fields, text),
        language=language,
    )
    return Read(name=name, exercise=exercise, problems=found.problems())


def _translations(fields: Fields, record: Mapping[str, Any]) -> Iterator[Fields]:
    """Yield the texts of an exercise; the oldest form of the interface has the only one in the exercise itself."""
    for key in ("translations", "exercises"):
        if isinstance(record.get(key), list):
            yield from fields.objects(key)
            return
    yield fields


def _translation(fields: Fields, record: Mapping[str, Any], language: str, found: Findings) -> Fields | None:
    """Return the text in a language; where several are, the first that says anything."""
    texts = [text for text in _translations(fields, record) if _language_of(text) == language]
    if len(texts) > 1:
        found.note("translations", f'of {len(texts)} texts in "{language}" the first with a description is taken')
    return next((text for text in texts if text.raw("description")), texts[0] if texts else None)


def _language_of(text: Fields) -> str:
    value = text.raw("language")
    if isinstance(value, dict):
        value = value.get("short_name", value.get("id"))
    return LANGUAGES.get(value, "") if isinstance(value, int) else str(value or "").lower()


def _id_of(fields: Fields, found: Findings) -> str:
    key = fields.text("uuid") or str(fields.raw("id") or "")
    if not re.fullmatch(r"\d{1,18}", key) and not _UUID.fullmatch(key):
        given = f": {key[:40]!a} is none" if key else ""
        found.error("no-id", f"the exercise has no uuid and no id{given}")
    return key.lower()


def _stems(name: str, key: str, language: str) -> tuple[str, ...]:
    """Return the name of the exercise, and the same with a part of its id for where another has taken it."""
    plain = stem_of(name)
    stem = "_".join(filter(None, (plain, "" if language == "en" else language)))
    told_apart = "_".join(filter(None, (stem, key[:_OF_UUID])))
    return (stem, told_apart) if plain and unsafe_name(stem) is None else (told_apart,)


def _passages(text: Fields, fields: Fields, found: Findings) -> tuple[Passage, ...]:
    """Return the description, and the short notes that wger keeps beside it as tips."""
    description = text.raw("description") or ""
    if not isinstance(description, str):
        text.text("description")  # says what is wrong with it
        return ()
    if len(description) > MOST_TEXT:
        found.error("too-large", f"the description has {len(description):,} characters, more than {MOST_TEXT:,}")
        return ()
    if (tags := description.count("<")) > MOST_TAGS:
        found.error("too-large", f"the description has {tags:,} tags, more than {MOST_TAGS}")
        return ()
    passages = _by_headings(read_html(description))
    notes = [note for owner in (text, fields) for key in ("notes", "comments") for note in owner.objects(key)]
    comments = (comment for note in notes if (comment := note.text("comment", most=2000)).count("<") <= MOST_TAGS)
    tips = dict.fromkeys(line.text for comment in comments for line in read_html(comment))
    return (*passages, *(Passage(text=tip, use=Use.TIP) for tip in tips)) if passages else ()


def _by_headings(lines: tuple[Line, ...]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    use, lead_in = Use.STEP, ""
    names = headings_for(ENGLISH)
    for line in lines:
        if line.kind is not Kind.HEADING:
            passages.append(Passage(text=line.text, use=use, lead_in=lead_in, listed=line.kind is Kind.ITEM))
            lead_in = ""
            continue
        name = line.text.rstrip(": ").strip()
        role = names.read(name).role if names.opens_section(name) else Role.UNKNOWN
        lead_in = f"{lead_in}: {name}" if lead_in else name
        if (use := _USES.get(role, Use.STEP)) not in (Use.STEP, Use.NOTE) or name.casefold() in _ANNOUNCING:
            lead_in = ""  # the heading of the guide's own section says as much
    if lead_in:  # a heading over nothing: its words are not lost
        passages.append(Passage(text=lead_in, use=use))
    return tuple(passages)


def _muscles(fields: Fields, key: str) -> tuple[str, ...]:
    """Return muscles by their plain names, or the Latin ones where there are no others."""
    names = (muscle.text("name_en") or muscle.text("name") for muscle in fields.objects(key))
    return tuple(dict.fromkeys(name.lower() for name in names if name))


def _equipment(fields: Fields) -> str:
    names = dict.fromkeys(equipment_of(it.text("name", most=60)) for it in fields.objects("equipment"))
    return ", ".join(filter(None, names))[:200]


def _category(fields: Fields) -> str:
    return fields.inner("category").text("name", most=60)


def _lead(fields: Fields) -> str:
    """Return what the exercise is for, in a sentence."""
    category = _category(fields).lower()
    if category == "cardio":
        return "Exercise for endurance."
    return f"Exercise for the {category}." if category else ""


# --- where it comes from ----------------------------------------------------------------------------------------------


def _license(fields: Fields, text: Fields, found: Findings) -> str:
    """Return the licence of the text, or else of the exercise."""
    for owner in (text, fields):
        value = owner.raw("license")
        if isinstance(value, int) and value in LICENSES:
            return license_of(*LICENSES[value])
        if isinstance(value, dict):
            license_ = owner.inner("license")
            if name := license_.text("short_name") or license_.text("full_name"):
                return license_of(name, license_.text("url"))
    found.warn("no-license", "no licence is named", hint="ask before you print or share what is made of it")
    return ""


def _source(fields: Fields, text: Fields) -> str:
    """Return who wrote it and where it stands; it says that the text was arranged, as the licence asks of changes."""
    names = [text.text("license_author"), fields.text("license_author")]
    names += [name for owner in (text, fields) for name in owner.texts("author_history", most=200)]
    authors = tuple(dict.fromkeys(filter(None, names)))
    shown = ""
    for number, author in enumerate(authors):
        if len(shown) + len(author) > _MOST_SOURCE - 100:
            shown += f" and {len(authors) - number} others"
            break
        shown += f", {author}" if shown else author
    number = fields.raw("id")
    address = f"wger.de/en/exercise/{number}/view" if isinstance(number, int) else "wger.de"
    return f"{shown}, {address} (arranged in steps)" if shown else f"{address} (arranged in steps)"
