"""A copy of everkinetic in, its exercises out, each with its drawings; one bad file never stops the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from cardgen.files.importers.exercise import Collection, Entry, Exercise, Passage, Read, Use
from cardgen.files.importers.names import equipment_of, stem_of
from cardgen.files.importers.records import MOST_TEXT, clean, file_names_of, require_few
from cardgen.files.storage import reason_of, unsafe_name
from cardgen.guide.findings import Findings
from cardgen.values.errors import UsageError

NAME = "everkinetic"
LICENSE = "CC BY-SA 4.0, creativecommons.org/licenses/by-sa/4.0"
SOURCE = "Everkinetic, github.com/everkinetic/data (arranged in steps)"
"""The licence asks for the name, the place, and whether anything was changed."""
EXPECTED = "name the folder of the collection, its dist folder, or the md folder in that"

_MOST_FILE = 256 * 1024
_MOST_DRAWINGS = 2
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)")
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^\s)>]+)>?[^)]*\)")
_FIELD = re.compile(r"\s*(\w+)\s*:\s*(.*?)\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKS = re.compile(r"(?<!\w)(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_PREFACE = re.compile(r"th(?:is|ese) (?:exercises?|movements?|stretch(?:es)?|variations?|is|are)\b", re.IGNORECASE)
_USES = {"steps": Use.STEP, "tips": Use.TIP, "": Use.NOTE}


def find_entries(path: Path) -> Collection:
    """Return the exercises of a copy of the collection."""
    if not path.exists():
        raise UsageError(f"{path.as_posix()}: there is nothing of that name", hint=EXPECTED)
    folder = next((it for it in (path / "dist" / "md", path / "md", path) if it.is_dir()), None)
    names = [name for name in file_names_of(folder) if name.lower().endswith(".md")] if folder else []
    files = [folder / name for name in names if _is_exercise(folder / name)] if folder else []
    if not files:
        raise UsageError(f"{path.as_posix()}: no exercises of everkinetic are here", hint=EXPECTED)
    require_few(files, path)
    return Collection(entries=tuple(Entry(shown=it.as_posix(), read=partial(_read_file, it)) for it in files))


def _is_exercise(path: Path) -> bool:
    """Tell whether a file is one of the collection's, by what it says of itself."""
    try:
        return "id" in _parse(_text_of(path)).fields
    except (OSError, ValueError):
        return True  # said once it is read


def _text_of(path: Path) -> str:
    if path.stat().st_size > _MOST_FILE:
        raise ValueError(f"the file has more than {_MOST_FILE >> 10} KB")
    return path.read_text("utf-8-sig")


@dataclass(slots=True, kw_only=True)
class _Page:
    """What a file says."""

    title: str = ""
    lead: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)


def _parse(text: str) -> _Page:
    """Read a file line by line: a title, a quotation, a block of fields, and lists under headings."""
    page = _Page()
    heading, within = "", False
    for line in text.splitlines():
        if _FENCE.match(line):
            within = not within
        elif within:
            if match := _FIELD.fullmatch(line):
                page.fields.setdefault(match[1].lower(), clean(match[2]))
        elif match := _HEADING.fullmatch(line):
            if len(match[1]) == 1 and not page.title:
                page.title = _plain(match[2])
            else:
                heading = _plain(match[2])
        elif line.startswith(">"):
            page.lead.append(_plain(line.lstrip("> ")))
        else:
            _take(line, heading, page)
    return page


def _take(line: str, heading: str, page: _Page) -> None:
    """Add what a line of running text says: pictures, an entry of a list, or words that go on with the one before."""
    page.drawings += _PICTURE.findall(line)
    line = _PICTURE.sub("", line)
    match = _ITEM.fullmatch(line)
    words = _plain(match[1] if match else line)
    if not words:
        return
    use = _USES.get(heading.casefold(), Use.NOTE)
    lead_in = heading if heading.casefold() not in _USES else ""
    if match is None and page.passages and page.passages[-1].use is use and line.startswith((" ", "\t")):
        last = page.passages.pop()
        page.passages.append(Passage(text=f"{last.text} {words}", use=use, lead_in=last.lead_in, listed=last.listed))
        return
    page.passages.append(Passage(text=words, use=use, lead_in=lead_in, listed=match is not None))


def _plain(text: str) -> str:
    """Return words without the marks of Markdown."""
    return clean(_ESCAPE.sub(r"\1", _MARKS.sub(r"\2", text)))


def _read_file(path: Path) -> Read:
    found = Findings(path.as_posix())
    page = _Page()
    try:
        page = _parse(_text_of(path))
    except UnicodeDecodeError as error:
        found.error("record", f"byte {error.start} is not UTF-8", hint="download it once more")
    except OSError as error:
        found.error("record", f"cannot be read: {reason_of(error)}")
    except ValueError as error:
        found.error("record", str(error))
    stem = stem_of(path.stem)
    name = page.title[:200] or path.stem
    if not stem or unsafe_name(stem):
        found.error("unsafe-id", f"no guide can be named after {path.name[:60]!a}", hint="give it another name")
    if sum(len(passage.text) for passage in page.passages) > MOST_TEXT:
        found.error("too-large", f"the text has more than {MOST_TEXT:,} characters")
    if not any(passage.use is Use.STEP for passage in page.passages) and not found.has_errors():
        found.warn("no-instructions", f"{name} has no steps: no guide is made", hint="write one: cardgen new")
        return Read(name=name, exercise=None, problems=found.problems())
    if found.has_errors():
        return Read(name=name, exercise=None, problems=found.problems())
    page.passages = list(_without_preface(page.passages))
    return Read(name=name, exercise=_exercise(page, name, stem, path, found), problems=found.problems())


def _without_preface(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield passages, those before the first step that say what the exercise is for as notes, not as things to do."""
    done = sum(passage.use is Use.STEP for passage in passages) < 2  # noqa: PLR2004 - one alone has to be a step
    for passage in passages:
        preface = not done and passage.use is Use.STEP and _PREFACE.match(passage.text)
        done = done or (passage.use is Use.STEP and not preface)
        yield replace(passage, use=Use.NOTE) if preface else passage


def _exercise(page: _Page, name: str, stem: str, path: Path, found: Findings) -> Exercise:
    primary = _names(page.fields.get("primary", ""))
    return Exercise(
        origin=f"{NAME}: {page.fields.get('id') or path.stem}",
        stems=(stem,),
        title=name,
        equipment=_equipment(page.fields.get("equipment", "")),
        lead=" ".join(page.lead)[:1000],
        primary=primary,
        secondary=tuple(name for name in _names(page.fields.get("secondary", "")) if name not in primary),
        tags=_names(page.fields.get("type", "")),
        passages=tuple(page.passages),
        photos=tuple(_drawings(page.drawings, path.parent, found)),
        license=LICENSE,
        source=SOURCE,
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := part.strip()[:60])))


def _equipment(text: str) -> str:
    """Return equipment as a card prints it: `bench: incline` is an incline bench, `body` nothing but the body."""
    names = []
    for part in _names(text):
        kind, _, form = part.partition(":")
        words = f"{form.strip()} {kind.strip()}".strip()
        names.append("Bodyweight" if words.casefold() in ("body", "body weight") else equipment_of(words))
    return ", ".join(dict.fromkeys(filter(None, names)))[:200]


def _drawings(names: Sequence[str], folder: Path, found: Findings) -> Iterator[Path]:
    """Yield the drawings that are there; none outside of the collection is opened."""
    root = folder.parent.resolve()
    for name in dict.fromkeys(names[:_MOST_DRAWINGS]):
        try:
            path = (folder / name).resolve()
            inside, there = path.is_relative_to(root), path.is_file()
        except (OSError, ValueError):  # links in a circle; a name that no system takes
            inside, there = True, False
        if not inside:
            found.warn("photo", f"the drawing {clean(name)[:80]!a} is not in the collection: it is left out")
        elif not there:
            found.warn("photo", f"the drawing {clean(name)[:80]} is missing")
        else:
            yield path
    if len(names) > _MOST_DRAWINGS:
        found.note("photo", f"of {len(names)} drawings the first {_MOST_DRAWINGS} are taken: a card has room for two")
