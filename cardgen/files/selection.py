"""`--only` in, a test of guides out. Knows what can be asked of a guide, not where guides come from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from cardgen.guide.model import Guide
from cardgen.values.errors import UsageError
from cardgen.values.nearest import did_you_mean


class Match(Enum):
    """How a value is compared, letter case apart."""

    EQUAL = "="
    CONTAINS = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One `--only`: a field of the guide must hold a value."""

    field: str
    match: Match
    value: str

    def __str__(self) -> str:
        return f"{self.field}{self.match.value}{self.value}"


Selection = tuple[Criterion, ...]
"""All must hold; an empty one selects every guide."""

_FIELDS: dict[str, Callable[[Guide], tuple[str, ...]]] = {
    "title": lambda guide: (guide.title,),
    "equipment": lambda guide: (guide.equipment,),
    "tag": lambda guide: guide.tags,
    "level": lambda guide: (guide.level,),
    "position": lambda guide: (guide.position,),
    "muscle": lambda guide: guide.muscles.names,
    "lang": lambda guide: (guide.language,),
    "stem": lambda guide: (guide.stem,),
}
_PLURALS = {"tags": "tag", "muscles": "muscle", "language": "lang"}


def parse_criterion(text: str) -> Criterion:
    """Return what `equipment=band` or `title~press` asks for."""
    parts = re.fullmatch(r"\s*([^=~]*?)\s*([=~])\s*(.*?)\s*", text, re.DOTALL)
    if not parts or not parts[3]:
        raise UsageError(f'cannot read --only "{text}"', hint="write field=value or field~part, such as equipment=band")
    field = parts[1].casefold()
    field = _PLURALS.get(field, field)
    if field not in _FIELDS:
        raise UsageError(f'unknown field "{parts[1]}" in --only', hint=did_you_mean(field, _FIELDS, label="fields"))
    return Criterion(field=field, match=Match(parts[2]), value=parts[3])


def selects(selection: Selection, guide: Guide) -> bool:
    """Tell whether every criterion holds for a guide."""
    return all(_holds(criterion, guide) for criterion in selection)


def _holds(criterion: Criterion, guide: Guide) -> bool:
    wanted = _folded(criterion.value)
    values = (_folded(value) for value in _FIELDS[criterion.field](guide))
    match criterion.match:
        case Match.EQUAL:
            return any(value == wanted for value in values)
        case Match.CONTAINS:
            return any(wanted in value for value in values)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
