"""Cards and their pages in, the index out: exercises, equipment, muscles and topics by the alphabet, neighbouring pages joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from cardgen.bundle.alphabet import capitalized, initial, sort_key
from cardgen.bundle.binding import Lengths, Numbers, Part, Placing, as_needed
from cardgen.bundle.plan import Chapters, cards_of, list_credits
from cardgen.guide.model import Guide
from cardgen.layout.forms.credits import place_credits
from cardgen.layout.forms.index import place_index
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.forms.model import Kind, Letter, Pages, Reference
from cardgen.words import Words

INDEX = "index"
"""The name of the part."""
JOINED = 3
"""So many pages in a row are written as a run: 8–10, but 8, 9."""
EXPLAINED = 2
"""The page before the start, in every booklet: topics are explained there."""


def list_parts(
    guides: Sequence[Guide],
    chapters: Callable[[Numbers], Chapters],
    leaf: Leaf,
    *,
    takes: Callable[[int, Lengths], int | None] = as_needed,
) -> Iterator[Part]:
    """Yield the parts behind the cards: an index that takes so many pages, credits where a guide names source or licence."""
    words = leaf.kit.words

    def index(at: Numbers) -> Placing:
        letters = list_index(chapters(at), words)
        return partial(place_index, letters, introduction(letters, words), at[INDEX].start, leaf)

    title = words("part.index")
    yield Part(name=INDEX, takes=takes, place=index, outlined=title, listed=title)
    if any(guide.source or guide.license for guide in guides):
        yield Part(
            name="credits",
            place=lambda at: partial(place_credits, list_credits(chapters(at)), at["credits"].start, leaf),
            outlined=words("part.credits"),
            listed=words("part.credits"),
        )


def list_index(chapters: Chapters, words: Words) -> tuple[Letter, ...]:
    """Return the entries under their letters."""
    references = sorted((*_exercises(chapters), *_terms(chapters, words)), key=_key)
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


def _exercises(chapters: Chapters) -> Iterator[Reference]:
    for card in cards_of(chapters):
        yield Reference(
            name=card.guide.title,
            note=card.note,
            kind=Kind.EXERCISE,
            pages=(Pages(card.page, card.page),),
            language=card.guide.language,
        )


def _terms(chapters: Chapters, words: Words) -> Iterator[Reference]:
    names: dict[str, str] = {}
    pages: dict[str, list[int]] = {}
    for card in cards_of(chapters):
        for name in (card.guide.equipment, *card.guide.muscles.names):
            if name:
                key = name.casefold()
                names.setdefault(key, capitalized(name))
                pages.setdefault(key, []).append(card.page)
    for key, name in names.items():
        yield Reference(name=name, kind=Kind.TERM, pages=join_pages(pages[key]))
    scanning = (words("index.scanning"),) if any(card.guide.video for card in cards_of(chapters)) else ()
    for topic in (words("index.reading"), words("index.stopping"), *scanning):
        yield Reference(name=topic, kind=Kind.TERM, pages=(Pages(EXPLAINED, EXPLAINED),))


def _key(reference: Reference) -> tuple[str, tuple[str, str], tuple[str, str], int]:
    """Sort under the letters, those that are none first."""
    letter = initial(reference.name)
    first = "" if not letter[0].isalpha() else sort_key(letter)[0]
    return first, sort_key(reference.name), sort_key(reference.note), reference.pages[0].first
