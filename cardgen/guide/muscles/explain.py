"""A guide in, one note out: which words decided what muscles it works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cardgen.errors import Problem, Severity
from cardgen.guide.model import Evidence, Guide, Muscle, Origin, Verdict
from cardgen.guide.muscles.read import is_english

_ORDER = (
    Verdict.EMPHASIS,
    Verdict.TITLE,
    Verdict.HELP,
    Verdict.CUE,
    Verdict.MENTION,
    Verdict.MOVEMENT,
)
"""What is shown where there is more than one; what only holds still, or is not to work, decides nothing."""

_MOST_SHOWN = 60


def muscles_note(guide: Guide) -> Problem | None:
    """Return the note, or None where the front matter names the muscles."""
    muscles = guide.muscles
    if muscles.origin is Origin.GIVEN:
        return None
    hint = "to have others, name them in the front matter: muscles: [glutes, quads]"
    if not is_english(guide.language):
        message = f'muscles are read from English only, not from "{guide.language}"'
    elif muscles.origin is Origin.NONE:
        message = "no muscles were found in the text"
    else:
        parts = [_listed(muscles.primary, muscles.evidence)]
        parts += [f"helping: {_listed(muscles.secondary, muscles.evidence)}"] if muscles.secondary else []
        message = f"muscles read from the text: {'; '.join(parts)}"
    return Problem(severity=Severity.NOTE, code="muscles", message=message, location=guide.at("muscles"), hint=hint)


def _listed(muscles: Iterable[Muscle], evidence: Sequence[Evidence]) -> str:
    return ", ".join(f"{muscle.name} ({_shown(_best(muscle, evidence))})" for muscle in muscles)


def _best(muscle: Muscle, evidence: Sequence[Evidence]) -> Evidence:
    """Return what says most for a muscle: rather by its own name than by a broad word, rather early than late."""
    told = [one for one in evidence if set(muscle.groups) & set(one.groups) and one.verdict in _ORDER]
    return min(told, key=lambda one: (_ORDER.index(one.verdict), len(one.groups)))


def _shown(one: Evidence) -> str:
    words = one.words if len(one.words) <= _MOST_SHOWN else f"{one.words[: _MOST_SHOWN - 1]}…"
    line = one.location.line
    where = "title" if one.verdict is Verdict.TITLE or line is None else f"line {line}"
    return f'{where} "{words}"'
