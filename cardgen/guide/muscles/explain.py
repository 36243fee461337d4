"""A guide in, one note out: what decided which muscles it works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cardgen.guide.anatomy import is_english
from cardgen.guide.model import Evidence, Guide, Muscle, Origin, Verdict
from cardgen.values.errors import Problem, Severity

_MOST_SHOWN = 60


def muscles_note(guide: Guide) -> Problem | None:
    """Return the note, or None where the front matter names the muscles."""
    muscles = guide.muscles
    if muscles.origin is Origin.GIVEN:
        return None
    hint = "to have others, name them in the front matter: muscles: [glutes, quads]"
    if muscles.origin is Origin.NONE:
        message = "no muscles: the movement is not known by its name"
        if is_english(guide.language):
            message += ", and the text names none"
    else:
        parts = [_listed(muscles.primary, muscles.evidence)]
        parts += [f"helping: {_listed(muscles.secondary, muscles.evidence)}"] if muscles.secondary else []
        source = "of the movement" if muscles.origin is Origin.MOVEMENT else "read from the text"
        message = f"muscles {source}: {'; '.join(parts)}"
    return Problem(severity=Severity.NOTE, code="muscles", message=message, location=guide.at("muscles"), hint=hint)


def _listed(muscles: Iterable[Muscle], evidence: Sequence[Evidence]) -> str:
    return ", ".join(f"{muscle.name}{_shown(muscle, evidence)}" for muscle in muscles)


def _shown(muscle: Muscle, evidence: Sequence[Evidence]) -> str:
    """Return the words that name a muscle, in parentheses; nothing where the table alone does."""
    one = next((one for one in evidence if set(muscle.groups) & set(one.groups)), None)
    if one is None:
        return ""
    words = one.words if len(one.words) <= _MOST_SHOWN else f"{one.words[: _MOST_SHOWN - 1]}…"
    line = one.location.line
    where = "title" if one.verdict is Verdict.TITLE or line is None else f"line {line}"
    return f' ({where} "{words}")'
