"""A program and guides in, the guide of each exercise out. Knows no files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cardgen.guide.model import Guide
from cardgen.guide.words import key_of
from cardgen.program.model import Prescribed, Program
from cardgen.program.words import shown
from cardgen.values.errors import Problem, Severity
from cardgen.values.nearest import nearest_few

_MOST_OFFERED = 3
_WITH_SETS = re.compile(r"(?P<name>.+?)[\s,:–-]+(?P<sets>\d{1,2})\s*(?:[x×*]|sets? of)\s*(?P<reps>\S.*)", re.IGNORECASE)
"""A name with what is asked of it, as on a slip of paper."""
_LIKE = 0.7
"""How alike the names of exercises are of which one may be meant."""
_ONE_LETTER = 0.93
"""How alike names of usual length are that differ in a letter: no others need be offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What the exercises of a program are called, and which guides they mean."""

    guides: Mapping[str, Guide]
    """By the name as the program has it; those that mean no guide are missing."""
    problems: tuple[Problem, ...] = ()

    def guide(self, exercise: Prescribed) -> Guide:
        """Return the guide of an exercise; a KeyError where there were problems."""
        return self.guides[exercise.exercise]

    @property
    def unique(self) -> tuple[Guide, ...]:
        """Every guide once, in the order of the program."""
        return tuple({guide.path: guide for guide in self.guides.values()}.values())


@dataclass(frozen=True, slots=True)
class Names:
    """Guides by all that they may be called."""

    tiers: tuple[Mapping[str, tuple[Guide, ...]], ...]
    """The surest kind of name first."""
    broken: Mapping[str, str]
    """The paths of guides that cannot be read, by stem."""

    def meant(self, name: str) -> tuple[Guide, ...]:
        """Return the guides that a name means: none, one, or several where it does not say which."""
        return next((found for tier in self.tiers if (found := tier.get(key_of(name)))), ())

    def like(self, name: str) -> list[str]:
        """Return the stems of guides whose names are most like this one."""
        names = {called.casefold(): guide.stem for guide in self._all() for called in _all_names(guide)}
        like = nearest_few(name, names, most=1, likeness=_ONE_LETTER) or [
            it for it in nearest_few(name, names, most=4 * _MOST_OFFERED) if _is_alike(name, it)
        ]
        return list(dict.fromkeys(names[it] for it in like))[:_MOST_OFFERED]

    def _all(self) -> Iterator[Guide]:
        for guides in self.tiers[0].values():
            yield from guides


def names_of(guides: Iterable[Guide], broken: Mapping[str, str] | None = None) -> Names:
    """Return guides by name: stem, then title, then title with equipment; case, blanks and punctuation do not count."""
    tiers: tuple[dict[str, tuple[Guide, ...]], ...] = ({}, {}, {})
    for guide in guides:
        paired = (f"{guide.title} {guide.equipment}", f"{guide.equipment} {guide.title}")
        for tier, names in zip(tiers, ((guide.stem,), (guide.title,), paired), strict=True):
            for key in dict.fromkeys(key_of(name) for name in names):
                tier[key] = (*tier.get(key, ()), guide)
    return Names(tiers, dict(broken or {}))


def resolve(program: Program, names: Names, *, stand_in: str | None = None) -> Resolved:
    """Return the guide of each exercise; an unknown name, or one that means several guides, is an error where it stands.

    What stands in for a name that could not be read, in a program with errors, is passed over.
    """
    guides: dict[str, Guide] = {}
    problems: list[Problem] = []
    for exercise in program.exercises:
        name = exercise.exercise
        if name == stand_in:
            continue
        match meant := names.meant(name):
            case (guide,):
                guides[name] = guide
            case ():
                problems.append(_unknown(exercise, names))
            case _:
                problems.append(_ambiguous(exercise, meant))
    return Resolved(guides=guides, problems=tuple(problems))


def _is_alike(name: str, known: str) -> bool:
    """Tell whether names are alike before their equipment: that alone makes no exercise another."""
    own, other = (text.casefold().partition("_")[0] for text in (name, known))
    return own in other or other in own or bool(nearest_few(own, [other], most=1, likeness=_LIKE))


def _all_names(guide: Guide) -> tuple[str, ...]:
    return (guide.stem, guide.title, f"{guide.title} {guide.equipment}")


def _unknown(exercise: Prescribed, names: Names) -> Problem:
    name = exercise.exercise
    for stem, path in names.broken.items():
        if key_of(stem) == key_of(name):
            hint = f"`cardgen check {path}` says why"
            return _error("broken-guide", f'the guide "{shown(stem)}" cannot be read', exercise, hint)
    if (more := _WITH_SETS.fullmatch(name)) and names.meant(more["name"]):
        hint = f"write {{exercise: {more['name']}, sets: {more['sets']}, reps: {more['reps']}}}"
        return _error("unknown-guide", f'"{shown(name)}" holds sets and repetitions too', exercise, hint)
    like = names.like(name)
    offered = " or ".join(f'"{stem}"' for stem in like)
    hint = (
        f"did you mean {offered}?"
        if like
        else "`cardgen list` shows the guides; write a file's name without .md, or a title"
    )
    return _error("unknown-guide", f'no guide is called "{shown(name)}"', exercise, hint)


def _ambiguous(exercise: Prescribed, meant: Sequence[Guide]) -> Problem:
    stems = [guide.stem for guide in meant]
    told = stems if len(set(stems)) == len(stems) else [guide.path for guide in meant]
    listed = f"{', '.join(told[:-1])} and {told[-1]}"
    hint = f"write one of them: exercise: {told[0]}" if told == stems else "two folders hold it: name one of them"
    return _error("ambiguous-guide", f'"{shown(exercise.exercise)}" means {len(told)} guides: {listed}', exercise, hint)


def _error(code: str, message: str, exercise: Prescribed, hint: str) -> Problem:
    told = f"{exercise.path}: {message}" if exercise.path else message
    return Problem(severity=Severity.ERROR, code=code, message=told, location=exercise.location, hint=hint)
