"""A file's name and its text in, title and equipment out. Knows how names are made, and not one exercise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.guide.blanks import CONTROL, fold
from cardgen.guide.equipment import EQUIPMENT, PLAIN, find_at_end
from cardgen.guide.findings import Findings
from cardgen.guide.front import Front
from cardgen.guide.headings import Headings
from cardgen.guide.model import Origin
from cardgen.guide.segment import Candidate, Lexicon, Rank, build_lexicon, cover
from cardgen.guide.words import COMMON, SMALL, Word, capital_run, key_of, read_distinct, read_words

_PARTS = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<text>.+?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*")
_MARKS = re.compile(r"[*`~]+|(?<![^\W_])_+|_+(?![^\W_])")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BRACKETED = re.compile(r"\s*\((?P<text>[^()]*)\)\s*$")
_SORTED = re.compile(r"(?:\d{4}-\d{2}-\d{2}|\d{1,3})(?:\s*[-.)_]\s*|\s+)(?=\S)")
"""A date or a number before a name, by which files sort."""
_MAX_TITLE = 200
_MAX_LETTERS = 120
"""A longer file name is a sentence, not a name run together."""

_TELLING = 3
"""Letters of a word that is not found by chance."""

_SURE = 2
"""Two words in lower case may stand together by chance, in the wrong order: "squat back into"."""

_MAX_SHORTHAND = 3
"""Letters of a word that may be all capitals, such as TRX."""

_MAX_UNKNOWN = 0.5
"""The share of letters that may stay unexplained; above it the name matches nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a guide is called."""

    title: str
    title_origin: Origin
    equipment: str
    equipment_origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The words of a guide, gone through once."""

    run: list[Word]
    description: list[Word]
    body: set[str]

    def lexicon(self, letters: str) -> Lexicon:
        """Return the words the letters may be made of."""
        return build_lexicon(letters, self.run, self.description, self.body)


def name_guide(stem: str, *, front: Front, body: str, headings: Headings, found: Findings) -> Named:
    """Take title and equipment as given, or infer them and say so: from the first heading, the file's name, the text."""
    title, equipment = front.text("title"), front.text("equipment")
    text = _read_text(front.text("description"), body)
    name_parts, suffix = _split_stem(stem)
    equipment_origin = title_origin = Origin.GIVEN
    if not equipment:
        equipment, equipment_origin = _infer_equipment(suffix, text if headings.is_english else _NO_TEXT)
    if title:
        title = without_site(title)
    elif title := first_heading(body, headings):
        title_origin = Origin.TEXT
        found.note("inferred-title", f'the title "{title}" was read from the first heading')
    else:
        title, title_origin = _title_of_stem(stem, name_parts, text, headings)
        if "title" not in front.broken:
            _say_title(title, title_origin, name_parts, found)
    return Named(title=title, title_origin=title_origin, equipment=equipment, equipment_origin=equipment_origin)


def _say_title(title: str, origin: Origin, parts: Sequence[str], found: Findings) -> None:
    source = {
        Origin.DESCRIPTION: "the file name and the description",
        Origin.TEXT: "the file name and the text",
        Origin.FILE_NAME: "the file name",
    }[origin]
    if origin is Origin.DESCRIPTION and not _is_made_of(title, parts):
        source = "the description"
    hint = f'add title: "{title}" to the front matter to make it certain'
    found.note("inferred-title", f'the title "{title}" was read from {source}', hint=hint)


def first_heading(body: str, headings: Headings) -> str:
    """Return the first heading of a body where it is one of the first level and names no section; else nothing."""
    inside = False
    lines = body.split("\n")
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            inside = not inside
        after = lines[number + 1] if number + 1 < len(lines) else ""
        match = None if inside else _HEADING.match(line)
        underlined = not inside and line.strip() and _UNDERLINE.fullmatch(after)
        if not match and not underlined:
            continue
        name = match["text"] if match else line
        title = without_site(_MARKS.sub("", fold(_LINK.sub(r"\1", name))).strip().rstrip(":"))
        first = (not match or len(match["marks"]) == 1) and title and len(title) <= _MAX_TITLE
        return title if first and not headings.opens_section(title) else ""
    return ""


def without_site(title: str) -> str:
    """Return a title without the name of a site behind a bar: "Wall Sit | Corner Gym"."""
    return title.partition(" | ")[0].strip() or title


_NO_TEXT = _Text(run=[], description=[], body=set())


def _read_text(description: str, body: str) -> _Text:
    words = list(read_words(description))
    run = capital_run(words)
    return _Text(run=run, description=words, body=read_distinct(body))


def _is_made_of(title: str, parts: Sequence[str]) -> bool:
    return sorted(key_of(title)) == sorted(key_of("".join(parts)))


# ---- the file name ----


def _split_stem(stem: str) -> tuple[list[str], str]:
    """Part a stem into the words it shows, mostly one, and the letters of its equipment."""
    head, underscore, _ = stem.strip().rpartition("_")
    parts = _shown_words(stem)
    if underscore and _shown_words(head):
        count = find_at_end([part.casefold() for part in parts], EQUIPMENT)
        if 0 < count < len(parts):
            return _without_number(parts[:-count]), "".join(parts[-count:]).casefold()
        return _without_number(parts), ""
    count = find_at_end([part.casefold() for part in parts], PLAIN)
    if 0 < count < len(parts) - 1:
        return _without_number(parts[:-count]), "".join(parts[-count:]).casefold()
    return _without_number(parts), ""


def _shown_words(stem: str) -> list[str]:
    """Return what separators, digits and capitals within a stem part."""
    return [part for piece in _HUMP.split(stem) for part in _PARTS.findall(piece)]


def _without_number(parts: list[str]) -> list[str]:
    """Drop a number that only sorts the files ("01-squat")."""
    return parts[1:] if len(parts) > 1 and parts[0].isdigit() and parts[0].startswith("0") else parts


# ---- the equipment ----


def _infer_equipment(suffix: str, text: _Text) -> tuple[str, Origin]:
    if suffix in EQUIPMENT:
        return EQUIPMENT[suffix], Origin.FILE_NAME
    if suffix:
        letters = suffix[:_MAX_LETTERS]
        words = cover(letters, text.lexicon(letters))
        if all(word.rank <= Rank.BODY for word in words):
            return _title_case([word.text for word in words]), Origin.TEXT
        return suffix.capitalize(), Origin.FILE_NAME
    return _equipment_of_run(text.run)


def _equipment_of_run(run: Sequence[Word]) -> tuple[str, Origin]:
    """Find equipment in the words that name the exercise, the longest name of it first."""
    for count in (3, 2, 1):
        for start in range(len(run) - count + 1):
            key = "".join(word.key for word in run[start : start + count])
            if key in PLAIN:
                return EQUIPMENT[key], Origin.DESCRIPTION
    return "", Origin.NONE


# ---- the title ----


def _title_of_stem(stem: str, parts: Sequence[str], text: _Text, headings: Headings) -> tuple[str, Origin]:
    """Read a name that is written in words as it stands; one that is run together is parted by the text."""
    name = _without_equipment(_SORTED.sub("", fold(CONTROL.sub("", stem)).strip()))
    if " " in name.strip():
        return _as_written(name, headings), Origin.FILE_NAME
    if headings.is_english:
        return _infer_title(stem, parts, text)
    words = " ".join(parts)
    return (words[:1].upper() + words[1:]) or "Untitled", Origin.FILE_NAME


def _without_equipment(name: str) -> str:
    """Return a name without the equipment in brackets behind it."""
    match = _BRACKETED.search(name)
    return name[: match.start()] if match and key_of(match["text"]) in EQUIPMENT else name


def _as_written(name: str, headings: Headings) -> str:
    """Return a file's name in words; a group of muscles before it only sorts it, and small letters get capitals."""
    group, dash, rest = name.partition(" - ")
    if dash and rest.strip() and headings.is_muscle(group):
        name = rest
    name = " ".join(name.replace("_", " ").split())
    if any(char.isupper() for char in name) and not name.islower():
        small = [word for word in name.split() if word.islower()]
        if not headings.is_english or len(small) < len(name.split()) / 2:
            return name[:1].upper() + name[1:]
    return _title_case(name.split()) if headings.is_english else name[:1].upper() + name[1:]


def _infer_title(stem: str, parts: Sequence[str], text: _Text) -> tuple[str, Origin]:
    """Match the letters of the name with words of the text; else take the description's run, else the name."""
    letters = [part.casefold() for part in parts]
    if letters and len("".join(letters)) <= _MAX_LETTERS:
        words, origin = _match(letters, text)
        if origin is not Origin.NONE:
            return _title_case(words), origin
    if text.run:
        return _title_case(_joined(text.run)), Origin.DESCRIPTION
    readable = _title_case(list(parts)) or " ".join(fold(CONTROL.sub("", stem)).split()) or "Untitled"
    return readable, Origin.FILE_NAME


def _match(parts: Sequence[str], text: _Text) -> tuple[list[str], Origin]:
    """Return the words a name is made of, in the order in which people say them, and how surely they are known."""
    lexicon = text.lexicon(" ".join(parts))
    words = [word for part in parts for word in _cover_part(part, lexicon, bounded=len(parts) > 1)]
    size = sum(len(word.key) for word in words)
    unknown = sum(len(word.key) for word in words if word.rank is Rank.NOWHERE)
    found_in_text = any(word.rank <= Rank.BODY and len(word.key) >= _TELLING for word in words)
    if unknown > size * _MAX_UNKNOWN or not (found_in_text or len(words) > 1):
        return [], Origin.NONE
    if unknown and not found_in_text and text.run:
        return [], Origin.NONE  # general words explain a part of the name: the description knows better
    worst = max(word.rank for word in words)
    origin = Origin.DESCRIPTION if worst <= Rank.DESCRIPTION else Origin.TEXT if found_in_text else Origin.FILE_NAME
    if len(parts) == 1:
        words = _spoken_order(words, text.description)
    return [word.text for word in words], origin


def _cover_part(part: str, lexicon: Lexicon, *, bounded: bool) -> list[Candidate]:
    """Cover one shown word; where the name shows its words, only the text may part them further."""
    words = cover(part, lexicon)
    if bounded and len(words) > 1 and (part in COMMON or any(word.rank > Rank.DESCRIPTION for word in words)):
        known = lexicon.get(part)
        return [known or Candidate(key=part, text=part, rank=Rank.NOWHERE, cost=0.0)]
    return words


def _spoken_order(words: list[Candidate], description: Sequence[Word]) -> list[Candidate]:
    """Put the words into the order of the description when they stand together there, equipment between them aside."""
    if any(not word.places for word in words):
        return words
    windows = sorted(
        (
            window
            for start in sorted({place for word in words for place in word.places})
            if (window := _window(words, start))
        ),
        key=lambda window: [word for _, word in window] != words,  # the order of the name itself, if it is there too
    )
    for window in windows:
        (first, _), (last, end) = window[0], window[-1]
        covered = {place + i for place, word in window for i in range(word.span)}
        between = [description[i] for i in range(first, last + end.span) if i not in covered]
        if any(description[i].breaks for i in range(first + 1, last + end.span)) or not _is_equipment(between):
            continue
        capitals = all(description[place].capital for place, _ in window)
        if capitals or len(words) > _SURE:
            return [word for _, word in window]
    return words


def _window(words: Sequence[Candidate], start: int) -> list[tuple[int, Candidate]]:
    """Give each word its first free place from `start` on, or return nothing."""
    taken: list[tuple[int, Candidate]] = []
    for word in words:
        used = {place for place, _ in taken}
        place = next((p for p in word.places if p >= start and p not in used), None)
        if place is None:
            return []
        taken.append((place, word))
    return sorted(taken, key=lambda pair: pair[0])


def _is_equipment(words: Sequence[Word]) -> bool:
    """Tell whether words between others are equipment, or nothing."""
    keys = [word.key for word in words]
    while keys:
        count = find_at_end(keys, EQUIPMENT)
        if not count:
            return False
        del keys[-count:]
    return True


def _joined(run: Sequence[Word]) -> list[str]:
    """Return the words of a run, those tied by hyphens as one."""
    words: list[str] = []
    for word in run:
        if word.joined and words:
            words[-1] += f"-{word.text}"
        else:
            words.append(word.text)
    return words


def _title_case(words: Sequence[str]) -> str:
    """Write words as a title: capitals, inner ones kept, small words within in lower case."""
    out = []
    for index, word in enumerate(words):
        small = 0 < index < len(words) - 1 and word.casefold() in SMALL
        out.append(word.casefold() if small else "-".join(_capitalised(part) for part in word.split("-")))
    return " ".join(out)


def _capitalised(word: str) -> str:
    shouted = word.isupper() and len(word) > _MAX_SHORTHAND
    at = next((at for at, char in enumerate(word) if char.isalnum()), 0)
    return word[:at] + word[at : at + 1].upper() + (word[at + 1 :].lower() if shouted else word[at + 1 :])
