"""A guide in, what it lacks out. Judges content only; what cannot be read is the reader's to say."""

from __future__ import annotations

from collections import Counter

from cardgen.guide.model import Guide, Role, Section, Step
from cardgen.guide.pieces import pieces_of
from cardgen.guide.position import position_hint, position_of
from cardgen.values.errors import Location, Problem, Severity

_FEW_STEPS = 2
PLACEHOLDER = "[Write: "
"""What `cardgen new` puts where words are still to come, up to a closing bracket."""


def check_content(guide: Guide) -> tuple[Problem, ...]:
    """Return what a good guide would have and this one has not, by line; what was met in reading is in the guide."""
    repeated = (*_repeated_steps(guide.steps), *_repeated_sections(guide.sections))
    problems = (*_missing(guide), *_position(guide), *_placeholders(guide), *repeated)
    return tuple(sorted(problems, key=lambda problem: problem.location.line or 0))


def _missing(guide: Guide) -> list[Problem]:
    whole = Location(path=guide.path)
    problems = []
    if not guide.description:
        hint = 'add description: "..." to the front matter: it stands under the title'
        where = guide.at("description")
        problems.append(_problem(Severity.WARNING, "missing-description", "the guide has no description", where, hint))
    if len(guide.steps) < _FEW_STEPS:
        hint = "part it into steps that can be read at a glance"
        problems.append(
            _problem(Severity.WARNING, "few-steps", "the guide has a single step", guide.steps[0].location, hint)
            if guide.steps
            else _problem(Severity.WARNING, "few-steps", "the guide has no steps", whole, hint)
        )
    if not guide.with_role(Role.TIPS):
        hint = 'add a section "## Tips" with a list'
        problems.append(_problem(Severity.NOTE, "missing-tips", "the guide has no tips", whole, hint))
    return problems


def _position(guide: Guide) -> list[Problem]:
    if not guide.position or position_of(guide.position):
        return []
    message = f'unknown position "{guide.position}"'
    hint = position_hint(guide.position)
    return [_problem(Severity.WARNING, "unknown-position", message, guide.at("position"), hint)]


def _placeholders(guide: Guide) -> list[Problem]:
    places = [piece.location for piece in pieces_of(guide) if PLACEHOLDER in piece.text]
    places += [step.location for step in guide.steps if PLACEHOLDER in step.name]
    lines = sorted({place.line or 0 for place in places})
    if not lines:
        return []
    where = f"line{'s' if lines[1:] else ''} {', '.join(map(str, lines))}"
    hint = f'write it in place of "{PLACEHOLDER}...]"; delete what the guide does not need'
    first = Location(path=guide.path, line=lines[0])
    return [_problem(Severity.ERROR, "placeholder", f"words are still to be written in {where}", first, hint)]


def _repeated_steps(steps: tuple[Step, ...]) -> list[Problem]:
    count = Counter(step.name.casefold() for step in steps if step.name)
    seen: set[str] = set()
    problems = []
    for step in steps:
        key = step.name.casefold()
        if key in seen and count[key] > 1:
            message = f'two steps are called "{step.name}"'
            problems.append(_problem(Severity.WARNING, "repeated-step", message, step.location, "rename one of them"))
        seen.add(key)
    return problems


def _repeated_sections(sections: tuple[Section, ...]) -> list[Problem]:
    seen: dict[str, Section] = {}
    problems = []
    for section in sections:
        key = section.heading.casefold()
        if key and key in seen:
            message = f'the heading "{section.heading}" stands already in line {seen[key].location.line}'
            problems.append(_problem(Severity.WARNING, "repeated-heading", message, section.location, "join the two"))
        seen.setdefault(key, section)
    return problems


def _problem(severity: Severity, code: str, message: str, location: Location, hint: str) -> Problem:
    return Problem(severity=severity, code=code, message=message, location=location, hint=hint)
