"""A guide in, what keeps it from being plain and complete out: the rules of `check --strict`. Knows no layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cardgen.guide.model import Block, Guide, ItemList, Paragraph, Role, plain_text
from cardgen.guide.pieces import Piece, pieces_of, pieces_of_blocks
from cardgen.guide.prose import read_sentences, reading_grade, words_of
from cardgen.values.errors import Location, Problem, Severity

MOST_GRADE = 8.0
"""Eight years of school read it with ease: about what most adults read without effort."""
MOST_WORDS_OF_A_SENTENCE = 20
MOST_WORDS_OF_A_STEP = 60
MOST_POINTS_OF_A_BOX = 5
"""More are not read by someone with a weight in hand."""

_BOXES = {
    Role.BREATHING: "breathing points",
    Role.TIPS: "tips",
    Role.MISTAKES: "mistakes",
    Role.SAFETY: "safety points",
}
_NEEDED = {
    Role.TIPS: ("missing-tips", "the guide has no tips", 'add a section "## Tips" with a list'),
    Role.MISTAKES: (
        "missing-mistakes",
        "the guide has no common mistakes",
        'add a section "## Common Mistakes" with a list: what goes wrong, and how to put it right',
    ),
}
_SHOWN_WORDS = 6


def judge_strictly(guide: Guide, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return what was found before and what the strict rules add; a note that they take for a warning is one."""
    strict = check_strict(guide)
    places = {(problem.code, problem.location) for problem in strict}
    kept = tuple(problem for problem in found if (problem.code, problem.location) not in places)
    return (*kept, *strict)


def check_strict(guide: Guide) -> tuple[Problem, ...]:
    """Return what the strict rules find in one guide, by line."""
    pieces = pieces_of(guide)
    problems = (*_missing(guide), *_long_sentences(pieces), *_full_boxes(guide), *_long_steps(guide))
    return tuple(sorted((*problems, *_hard_words(guide, pieces)), key=lambda problem: problem.location.line or 0))


def doubled_titles(guides: Iterable[Guide]) -> Mapping[str, Problem]:
    """Return, by path, that a guide is called what an earlier one for the same equipment is called."""
    first: dict[tuple[str, str], Guide] = {}
    doubled: dict[str, Problem] = {}
    for guide in guides:
        key = (" ".join(guide.title.split()).casefold(), guide.equipment.casefold())
        earlier = first.setdefault(key, guide)
        if earlier is not guide:
            name = f'"{guide.title}"' + (f" ({guide.equipment})" if guide.equipment else "")
            message = f"{earlier.path} is called {name} too"
            hint = "say in one of the titles what is different about it"
            doubled[guide.path] = _warning("doubled-title", message, guide.at("title"), hint)
    return doubled


# --- the rules --------------------------------------------------------------------------------------------------------


def _missing(guide: Guide) -> Iterator[Problem]:
    whole = Location(path=guide.path)
    for role, (code, message, hint) in _NEEDED.items():
        if not guide.with_role(role):
            yield _warning(code, message, whole, hint)


def _long_sentences(pieces: Iterable[Piece]) -> Iterator[Problem]:
    for piece in pieces:
        for sentence in read_sentences(piece.text):
            if (count := len(words_of(sentence))) > MOST_WORDS_OF_A_SENTENCE:
                message = f"a sentence of {count} words, more than {MOST_WORDS_OF_A_SENTENCE}: {_start_of(sentence)}"
                yield _warning("long-sentence", message, piece.location, "part it in two, or leave words out")


def _full_boxes(guide: Guide) -> Iterator[Problem]:
    for role, noun in _BOXES.items():
        points = [point for section in guide.with_role(role) for point in _points(section.blocks)]
        if len(points) > MOST_POINTS_OF_A_BOX:
            message = f"{len(points)} {noun}, more than {MOST_POINTS_OF_A_BOX}"
            yield _warning("full-box", message, points[MOST_POINTS_OF_A_BOX], "keep those that matter most")


def _long_steps(guide: Guide) -> Iterator[Problem]:
    for number, step in enumerate(guide.steps, start=1):
        count = sum(len(words_of(piece.text)) for piece in pieces_of_blocks(step.blocks))
        if count > MOST_WORDS_OF_A_STEP:
            name = f' "{step.name}"' if step.name else ""
            message = f"step {number}{name} has {count} words, more than {MOST_WORDS_OF_A_STEP}"
            yield _warning("long-step", message, step.location, "part it in two, or move what explains into a section")


def _hard_words(guide: Guide, pieces: tuple[Piece, ...]) -> Iterator[Problem]:
    """Yield the reading grade where it is too high, at the sentence that does most for it."""
    sentences = [(sentence, piece.location) for piece in pieces for sentence in read_sentences(piece.text)]
    if not sentences:
        return
    if guide.language.partition("-")[0].casefold() != "en":
        message = f'the reading grade is for English, the guide\'s language is "{guide.language}"'
        hint = "the other strict rules were applied"
        yield Problem(severity=Severity.NOTE, code="no-grade", message=message, location=guide.at("lang"), hint=hint)
        return
    grade = reading_grade([sentence for sentence, _ in sentences])
    if grade > MOST_GRADE:
        hardest, location = max(sentences, key=lambda pair: reading_grade(pair[:1]))
        message = f"the guide reads at grade {grade:.1f}, above {MOST_GRADE:g}; hardest is {_start_of(hardest)}"
        yield _warning("hard-to-read", message, location, "write short sentences and short words, as you would say it")


# --- the text ---------------------------------------------------------------------------------------------------------


def _points(blocks: Iterable[Block]) -> Iterator[Location]:
    """Yield where the points of a box stand; a line that only leads up to a list is none."""
    for block in blocks:
        match block:
            case Paragraph(text=text, location=location):
                if not plain_text(text).endswith(":"):
                    yield location
            case ItemList(items=items):
                yield from (item.location for item in items)


def _start_of(sentence: str) -> str:
    words = sentence.split()
    return f'"{" ".join(words[:_SHOWN_WORDS])}{" ..." if len(words) > _SHOWN_WORDS else ""}"'


def _warning(code: str, message: str, location: Location, hint: str) -> Problem:
    return Problem(severity=Severity.WARNING, code=code, message=message, location=location, hint=hint)
