"""Sections in, an error out that asks which of them holds the steps: the program does not guess."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.guide.draft import Draft
from cardgen.guide.findings import Findings
from cardgen.guide.languages import Kind
from cardgen.guide.model import Role
from cardgen.guide.syntax import ASIDE_LEVEL

_POSSIBLE = frozenset({Role.UNKNOWN, Role.EXECUTION, Role.SETUP, Role.OVERVIEW})
"""What may hold the steps after all; other sections are known to be something else."""
_MOST_NAMED = 8
_HOW = 'write a heading "## Steps" and under it a numbered list: "1. ...", "2. ...", a line for each step'


def refuse(drafts: Sequence[Draft], title: str, found: Findings) -> None:
    """Add the error of a guide whose steps are not known."""
    counting = {id(draft.above) for draft in drafts if draft.numbered and draft.above}
    open_ones = [
        draft
        for draft in drafts
        if draft.heading
        and (draft.blocks or id(draft) in counting)
        and draft.level != ASIDE_LEVEL
        and not draft.names_exercise
    ]
    likely = [d for d in open_ones if d.role in _POSSIBLE or d.reading.kind is Kind.FORM]
    likely = [d for d in likely if not (d.reading.is_whole and d.reading.kind is Kind.SETUP)]
    if not likely:
        found.error("no-steps", "the guide holds no steps", hint=_HOW)
        return
    named = ", ".join(f'"{draft.heading}" (line {draft.location.line})' for draft in likely[:_MOST_NAMED])
    more = f" and {len(likely) - _MOST_NAMED} more" if len(likely) > _MOST_NAMED else ""
    message = f'no heading of "{title}" is known to be over the steps; which of these is it: {named}{more}?'
    best = next((draft for draft in likely if draft.lists or id(draft) in counting), likely[0]).heading.replace(
        '"', "'"
    )
    hint = (
        f'answer at the top of the guide, between two lines "---", headings: {{steps: "{best}"}}, '
        f'or for all guides in cardgen.toml, [headings] steps = ["{best}"]'
    )
    found.error("no-steps", message, line=likely[0].location.line, hint=hint)
