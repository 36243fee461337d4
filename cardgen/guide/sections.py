"""Nodes of the body in, sections with roles out. Nothing is dropped: what has no role is kept as UNKNOWN and reported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cardgen.guide.draft import Draft, nest
from cardgen.guide.findings import Findings
from cardgen.guide.inline import clean_name, has_numbering, split_lead_in
from cardgen.guide.markdown import Heading, Node
from cardgen.guide.model import Block, ItemList, Paragraph, Role, plain_text
from cardgen.guide.roles import NAMES, is_section_name, is_usual_name, nearest_name, role_of
from cardgen.guide.syntax import BOLD_LEVEL

_FIRM = frozenset(
    {Role.TIPS, Role.MISTAKES, Role.SAFETY, Role.VARIATIONS, Role.BENEFITS, Role.BREATHING, Role.EQUIPMENT}
)
"""Sections whose subheadings belong to them unless a subheading is itself a usual name."""

_SOFT = frozenset({Role.SETUP, Role.EXECUTION, Role.NOTES, Role.OVERVIEW})
_DETAILS = frozenset({"grip", "stance", "foot placement", "positioning", "descent", "ascent", "return", "movement"})
"""Usual names that within tips or mistakes say what a point is about."""

_TYPO = 0.82
"""How like a usual name a heading within a section must be to count as mistyped: "Knees" is not "Notes"."""

_FAULT = re.compile(
    r"(no|not|never|lack(ing)?|poor|wrong|bad|improper|incorrect|insufficient|excessive|missing|skipping|ignoring|neglecting|"
    r"forgetting|losing|holding|using|having|letting|allowing|relying|rushing|too|over\w*|under\w*|mis\w+)\b",
    re.IGNORECASE,
)
"""What a mistake begins with, whatever it is about: "Poor Breathing" is no section on breathing."""

_PROSE = frozenset({Role.OVERVIEW, Role.CONCLUSION, Role.UNKNOWN})
"""Sections made of paragraphs anyway: a last paragraph is no conclusion that lost its heading."""

_CLOSING = re.compile(
    r"(by (following|maintaining|incorporating|using|practi[sc]ing|mastering|focusing|keeping)|following (these|this|the)|"
    r"in (conclusion|summary|short)|to (conclude|sum up)|overall,|use this guide|with (regular |consistent |enough )?practi[sc]e)\b",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    rf"{_CLOSING.pattern}|(remember|this (exercise|movement|lift|guide)|(always )?consult|enjoy|good luck|happy|"
    r"as (with|always)|with (time|patience)|incorporate|finally,|start (light|slow))\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(throughout|(?:proper|good|correct) (?:form|technique)|control|balance|steady|consistent|effective|effectively|"
    r"effectiveness|benefits|results|gains|progress|injury|risk|safely|routine|workout|strength|fitness)\b",
    re.IGNORECASE,
)
"""Words that speak of the exercise as a whole; two of them make a sentence a closing one."""

_POINTS = frozenset({Role.TIPS, Role.MISTAKES, Role.SAFETY})
_SHOWN_WORDS = 8
_FILLERS = re.compile(
    r"\b(the|a|an|how to|perform|performing|do|doing|exercise|guide|movement|lift|main)\b", re.IGNORECASE
)


def read_sections(nodes: Sequence[Node], own_names: Sequence[str], found: Findings) -> list[Draft]:
    """Group the nodes of a body under their headings and give each its role.

    `own_names` are the exercise's: its own name over a numbered list heads the execution.
    """
    drafts = _group(nodes)
    _split_conclusion(drafts)
    _assign_roles(drafts, own_names)
    _report_conclusion(drafts, found)
    _report(drafts, found)
    return nest(drafts)


def _group(nodes: Sequence[Node]) -> list[Draft]:
    drafts: list[Draft] = []
    for node in nodes:
        if isinstance(node, Heading):
            name = plain_text(node.text)
            drafts.append(
                Draft(heading=clean_name(name), level=node.level, location=node.location, numbered=has_numbering(name))
            )
        elif isinstance(node, Paragraph) and (opened := _opened_section(node, drafts)):
            drafts.append(opened)
        elif not drafts or _starts_anew(node, drafts[-1]):
            role = Role.OVERVIEW if isinstance(node, Paragraph) else Role.EXECUTION
            drafts.append(Draft(heading="", level=0, location=node.location, role=role, blocks=[node]))
        else:
            drafts[-1].blocks.append(node)
    return drafts


def _starts_anew(node: Block, draft: Draft) -> bool:
    """Tell whether a list without any heading follows the words of introduction."""
    return draft.level == 0 and draft.role is Role.OVERVIEW and isinstance(node, ItemList)


def _opened_section(paragraph: Paragraph, drafts: Sequence[Draft]) -> Draft | None:
    """Read `**Tips:** Keep ...` as a section of one paragraph."""
    lead_in, rest = split_lead_in(paragraph.text)
    if not lead_in or not rest or not is_section_name(lead_in):
        return None
    role = role_of(lead_in)
    if drafts and drafts[-1].level and drafts[-1].level != BOLD_LEVEL:
        # Within a section of its own, "**Setup:** ..." is a step, and "**Breathing:** ..." a tip.
        around = role_of(drafts[-1].heading)
        if role in (Role.SETUP, Role.EXECUTION, Role.BREATHING, Role.NOTES) or role is around:
            return None
    body = Paragraph(text=rest, location=paragraph.location)
    return Draft(heading=lead_in, level=BOLD_LEVEL, location=paragraph.location, blocks=[body])


def _split_conclusion(drafts: list[Draft]) -> None:
    """Give the closing words after the last list a section of their own."""
    if not drafts:
        return
    last = drafts[-1]
    role = last.role if last.level == 0 else role_of(last.heading)
    if (
        role in _PROSE
        and last.level == 0
        and len(drafts) == 1
        and not any(isinstance(b, ItemList) for b in last.blocks)
    ):
        return
    if role is Role.CONCLUSION or (role is Role.OVERVIEW and last.level):
        return
    cut = len(last.blocks)
    while cut and _may_close(last.blocks[cut - 1]):
        cut -= 1
    if cut == 0:  # no list at all: only words that plainly close
        block = last.blocks[-1] if len(last.blocks) > 1 else None
        cut = len(last.blocks)
        if isinstance(block, Paragraph) and _CLOSING.match(plain_text(block.text)):
            cut -= 1
    if cut < len(last.blocks):
        closing = last.blocks[cut:]
        del last.blocks[cut:]
        drafts.append(
            Draft(heading="", level=0, location=closing[0].location, role=Role.CONCLUSION, blocks=list(closing))
        )


def _may_close(block: Block) -> bool:
    return isinstance(block, Paragraph) and not _is_point(block)


def _is_point(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph after a list is one more entry, such as "**Heels:** Keep them down"."""
    lead_in, rest = split_lead_in(paragraph.text)
    return bool(lead_in and rest)


def _report_conclusion(drafts: Sequence[Draft], found: Findings) -> None:
    """Say which words were taken for closing ones though they may as well be a point of a box."""
    if len(drafts) == 1 or not drafts[-1:] or drafts[-1].level or drafts[-1].role is not Role.CONCLUSION:
        return
    before = drafts[-2]
    for block in drafts[-1].blocks if before.role in _POINTS else ():
        text = plain_text(block.text) if isinstance(block, Paragraph) else ""
        if text and not _is_farewell(text):
            message = f'the text after "{before.heading}" is taken for a conclusion, no part of it: "{_start(text)}"'
            hint = 'put "- " before it if it is a part, or a heading "Conclusion" over it'
            found.note("conclusion", message, line=block.location.line, hint=hint)


def _is_farewell(text: str) -> bool:
    return _FAREWELL.match(text) is not None or len({word.lower() for word in _GENERAL.findall(text)}) > 1


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" ..." if len(words) > _SHOWN_WORDS else "")


def _assign_roles(drafts: Sequence[Draft], own_names: Sequence[str]) -> None:
    parents: list[Draft] = []
    for index, draft in enumerate(drafts):
        if draft.level == 0:
            continue
        while parents and parents[-1].level >= draft.level:
            parents.pop()
        is_title = index == 0 and draft.level == 1 and not is_section_name(draft.heading)
        if (is_title or _is_own_name(draft.heading, own_names)) and not is_usual_name(draft.heading):
            draft.role = Role.EXECUTION if _holds_numbered_list(draft) else Role.OVERVIEW
            draft.names_exercise = True
        else:
            draft.role = role_of(draft.heading)
            if parents and _belongs(draft, parents[-1].role):
                draft.role = parents[-1].role
                draft.parent = parents[-1]
        parents.append(draft)


def _belongs(draft: Draft, parent: Role) -> bool:
    """Tell whether a subheading means no more than the section it stands in; a mistyped one is reported instead."""
    if parent not in _FIRM:
        return parent is Role.EXECUTION and draft.role is Role.UNKNOWN and nearest_name(draft.heading) is None
    if is_usual_name(draft.heading):
        return draft.heading.casefold() in _DETAILS and not _holds_numbered_list(draft)
    if draft.role is Role.UNKNOWN:
        return nearest_name(draft.heading, cutoff=_TYPO) is None
    return draft.role in _SOFT or draft.role is parent or (parent is Role.MISTAKES and _is_fault(draft.heading))


def _is_fault(heading: str) -> bool:
    return _FAULT.match(heading) is not None


def _is_own_name(heading: str, own_names: Sequence[str]) -> bool:
    """Tell whether a heading is the exercise's name, in any order of its words, or says how to do it."""
    letters = letters_of(_FILLERS.sub(" ", heading))
    return bool(letters) and any(letters == letters_of(_FILLERS.sub(" ", name)) for name in own_names)


def letters_of(text: str) -> tuple[tuple[str, int], ...]:
    """Return letters and digits of a text without their order."""
    return tuple(sorted(Counter(char for char in text.casefold() if char.isalnum()).items()))


def _holds_numbered_list(draft: Draft) -> bool:
    return any(isinstance(block, ItemList) and block.ordered for block in draft.blocks)


def _report(drafts: Sequence[Draft], found: Findings) -> None:
    for index, draft in enumerate(drafts):
        if draft.role is Role.UNKNOWN:
            close = nearest_name(draft.heading)
            usual = ", ".join(names[0] for names in NAMES.values())
            hint = f'did you mean "{close}"?' if close else f"usual headings are {usual}"
            found.warn("unknown-heading", f'unknown heading "{draft.heading}"', line=draft.location.line, hint=hint)
        holds = index + 1 < len(drafts) and drafts[index + 1].level > draft.level
        if not draft.blocks and not holds:
            hint = "write the section or delete the heading"
            found.warn("empty-section", f'nothing stands under "{draft.heading}"', line=draft.location.line, hint=hint)
