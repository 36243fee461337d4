"""A plan in, the index out: exercises, equipment, muscles and topics by the alphabet, neighbouring pages joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cardgen.bundle.alphabet import capitalized, initial, sort_key
from cardgen.bundle.plan import BEFORE, Plan
from cardgen.layout.forms.model import Kind, Letter, Pages, Reference
from cardgen.words import Words

JOINED = 3
"""So many pages in a row are written as a run: 8–10, but 8, 9."""


def list_index(plan: Plan) -> tuple[Letter, ...]:
    """Return the entries under their letters."""
    references = sorted((*_exercises(plan), *_terms(plan)), key=_key)
    return tuple(
        Letter(letter=letter, references=tuple(found))
        for letter, found in groupby(references, key=lambda reference: initial(reference.name))
    )


def introduction(letters: Iterable[Letter], words: Words) -> str:
    """Return what the two kinds of type mean."""
    return words("index.introduction") if any(letters) else ""


def join_pages(pages: Iterable[int]) -> tuple[Pages, ...]:
    """Return pages in order, each once, three and more in a row as a run."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return tuple(
        part
        for run in runs
        for part in ((Pages(run[0], run[-1]),) if len(run) >= JOINED else (Pages(page, page) for page in run))
    )


def _exercises(plan: Plan) -> Iterator[Reference]:
    for card in plan.cards:
        yield Reference(
            name=card.guide.title,
            note=card.note,
            kind=Kind.EXERCISE,
            pages=(Pages(card.page, card.page),),
            language=card.guide.language,
        )


def _terms(plan: Plan) -> Iterator[Reference]:
    names: dict[str, str] = {}
    pages: dict[str, list[int]] = {}
    for card in plan.cards:
        for name in (card.guide.equipment, *card.guide.muscles.names):
            if name:
                key = name.casefold()
                names.setdefault(key, capitalized(name))
                pages.setdefault(key, []).append(card.page)
    for key, name in names.items():
        yield Reference(name=name, kind=Kind.TERM, pages=join_pages(pages[key]))
    scanning = (plan.words("index.scanning"),) if any(card.guide.video for card in plan.cards) else ()
    for topic in (plan.words("index.reading"), plan.words("index.stopping"), *scanning):
        yield Reference(name=topic, kind=Kind.TERM, pages=(Pages(BEFORE, BEFORE),))


def _key(reference: Reference) -> tuple[str, tuple[str, str], tuple[str, str], int]:
    """Sort under the letters, those that are none first."""
    letter = initial(reference.name)
    first = "" if not letter[0].isalpha() else sort_key(letter)[0]
    return first, sort_key(reference.name), sort_key(reference.note), reference.pages[0].first
