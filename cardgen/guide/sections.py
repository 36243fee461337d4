"""Nodes of the body in, sections with roles out. Nothing is dropped: what has no role is kept as UNKNOWN and reported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cardgen.guide.draft import BOXED, Draft, nest
from cardgen.guide.findings import Findings
from cardgen.guide.headings import UNKNOWN, Headings, Knowledge
from cardgen.guide.inline import clean_name, counts_mistakes, has_numbering, split_lead_in
from cardgen.guide.languages import Kind
from cardgen.guide.leads import led_section, listed_sections, opened_section
from cardgen.guide.markdown import Aside, Heading, Node, unfold
from cardgen.guide.model import Block, Emphasis, ItemList, Paragraph, Role, Span, plain_text
from cardgen.guide.parting import part_items
from cardgen.guide.pieces import text_of
from cardgen.guide.syntax import ASIDE_LEVEL

_FIRM = frozenset(
    {
        Role.TIPS,
        Role.MISTAKES,
        Role.SAFETY,
        Role.NOT_FOR,
        Role.FEEL,
        Role.BENEFITS,
        Role.BREATHING,
        Role.EQUIPMENT,
    }
)
"""Sections whose subheadings belong to them unless a subheading is itself a usual name."""

OTHER_EXERCISES = frozenset({Role.VARIATIONS, Role.EASIER, Role.HARDER})
"""What stands under these is of another exercise, whatever it is called: steps below them are not this one's."""
_APART = frozenset({Kind.OTHER, Kind.DOSE, Kind.MUSCLES, Kind.BENEFITS, Kind.CONCLUSION, Kind.FEEL})
"""Sections in which no steps stand: questions, sources, sets and repetitions."""

_SOFT = frozenset({Role.SETUP, Role.EXECUTION, Role.NOTES, Role.OVERVIEW, Role.DOSE, Role.FEEL})
_ASIDES = {
    **dict.fromkeys(("tip", "hint", "success", "check", "done"), Role.TIPS),
    **dict.fromkeys(("warning", "caution", "attention", "danger", "error", "important", "alert"), Role.SAFETY),
    **dict.fromkeys(("failure", "fail", "missing", "bug"), Role.MISTAKES),
}
"""What a callout is by the word of its mark, where its title is no section's name; any other is a note."""
_MOST_WORDS = 14
"""Of a heading; what is longer, or ends like a sentence after six, is text that was set large."""
_SENTENCE_WORDS = 6
_DETAILS = frozenset({"grip", "stance", "foot placement", "positioning", "descent", "ascent", "return", "movement"})
"""Usual names that within tips or mistakes say what a point is about."""

_HINT = 0.75
"""How like a usual name a heading must be for the name to be offered."""
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

_POINTS = frozenset({Role.TIPS, Role.MISTAKES, Role.SAFETY, Role.NOT_FOR})
_PROTECTING = frozenset({Role.SAFETY, Role.NOT_FOR})
_STARTING_WORDS = 4
"""Of a sentence that may be a usual name of what protects."""
_MARKS = (":", ".", "!", "?", "…")
_SHOWN_WORDS = 8
_FILLERS = re.compile(
    r"\b(the|a|an|how to|perform|performing|do|doing|exercise|guide|movement|lift|main)\b", re.IGNORECASE
)


def read_sections(nodes: Sequence[Node], own_names: Sequence[str], headings: Headings, found: Findings) -> list[Draft]:
    """Group the nodes of a body under their headings and give each its role.

    `own_names` are the exercise's: its own name over a numbered list heads the execution.
    """
    drafts = _group(nodes, headings)
    _split_conclusion(drafts, headings)
    _assign_roles(drafts, own_names, headings)
    _report_conclusion(drafts, found)
    _report(drafts, own_names, headings, found)
    drafts = nest(part_items(drafts, headings))
    for draft in drafts:
        keep_heading(draft, headings)
    return drafts


def _group(nodes: Sequence[Node], headings: Headings) -> list[Draft]:
    drafts: list[Draft] = []
    current: Draft | None = None
    for node in nodes:
        match node:
            case Aside():
                drafts.append(aside_section(node, headings))
            case Heading() if not _is_sentence(plain_text(node.text)):
                name = plain_text(node.text)
                current = Draft(
                    heading=clean_name(name),
                    level=node.level,
                    location=node.location,
                    numbered=has_numbering(name) and not counts_mistakes(name),
                    counts=_counted(name),
                )
                drafts.append(current)
            case ItemList() if listed := listed_sections(node, current, headings):
                drafts += listed
                current = drafts[-1]
            case Paragraph() if opened := opened_section(node, current, headings):
                drafts.append(current := opened)
            case ItemList() if table := _table_apart(node, current, headings):
                drafts.append(table)
            case _:
                block = Paragraph(text=node.text, location=node.location) if isinstance(node, Heading) else node
                if isinstance(block, ItemList) and (led := led_section(current, headings)):
                    drafts.append(current := led)
                if current is None or _starts_anew(block, current):
                    role = Role.OVERVIEW if isinstance(block, Paragraph) else Role.EXECUTION
                    current = Draft(heading="", level=0, location=block.location, role=role)
                    drafts.append(current)
                current.blocks.append(block)
    return drafts


def _table_apart(block: ItemList, around: Draft | None, headings: Headings) -> Draft | None:
    """Read a table whose first column is called "Mistake" as mistakes, though it stands under the steps."""
    if not block.head or not headings.is_name(block.head):
        return None
    role = headings.read(block.head).role
    if role not in _FIRM or (around is not None and headings.read(around.heading).role is role):
        return None
    return Draft(heading="", level=ASIDE_LEVEL, location=block.location, role=role, blocks=[block])


def _counted(name: str) -> Role:
    """Return what a heading counts by its own words."""
    if not has_numbering(name) or not name.lstrip()[:1].isalpha():
        return Role.UNKNOWN
    return Role.MISTAKES if counts_mistakes(name) else Role.EXECUTION


def _is_sentence(heading: str) -> bool:
    """Tell whether a heading is a text set large: "Strengthens the muscles round the shoulder blades."."""
    words = len(heading.split())
    return words > _MOST_WORDS or (heading.endswith(".") and words >= _SENTENCE_WORDS)


def aside_section(aside: Aside, headings: Headings) -> Draft:
    """Make a callout a section of its own: its title says what it is for, or else its mark."""
    reading = headings.read(aside.title)
    known = reading.role is not Role.UNKNOWN and reading.knowledge is not Knowledge.CONTAINED
    if _ASIDES.get(aside.kind) is Role.SAFETY and reading.role is Role.MISTAKES:
        known = headings.is_general(aside.title, Kind.MISTAKES)  # "Never" over what harms is a warning all the same
    role = reading.role if known else _ASIDES.get(aside.kind, Role.NOTES)
    blocks = [
        Paragraph(text=node.text, location=node.location) if isinstance(node, Heading) else node
        for node in unfold(aside.nodes)
    ]
    if not blocks and aside.title and not known:  # `> [!warning] Stop when it hurts`
        blocks = [Paragraph(text=(Span(text=aside.title),), location=aside.location)]
        return Draft(heading="", level=ASIDE_LEVEL, location=aside.location, role=role, blocks=list(blocks))
    return Draft(
        heading=aside.title,
        level=ASIDE_LEVEL,
        location=aside.location,
        role=role,
        reading=reading if known else UNKNOWN,
        blocks=list(blocks),
    )


def _starts_anew(node: Block, draft: Draft) -> bool:
    """Tell whether a list without any heading follows the words of introduction."""
    return draft.level == 0 and draft.role is Role.OVERVIEW and isinstance(node, ItemList)


def _warns(block: Block, headings: Headings) -> bool:
    """Tell whether closing words begin as what protects does: "Stop if your knee hurts."."""
    words = text_of(block).split()
    starts = (" ".join(words[:count]) for count in range(2, min(len(words), _STARTING_WORDS + 1)))
    return any(_protects(start, headings) for start in starts)


def _protects(name: str, headings: Headings) -> bool:
    return headings.is_name(name) and headings.read(name).role in _PROTECTING


def _split_conclusion(drafts: list[Draft], headings: Headings) -> None:
    """Give the closing words after the last list a section of their own."""
    if not drafts or drafts[-1].level == ASIDE_LEVEL:
        return
    last = drafts[-1]
    role = last.role if last.level == 0 else headings.read(last.heading).role
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
        if headings.is_english and isinstance(block, Paragraph) and _CLOSING.match(plain_text(block.text)):
            cut -= 1
    if cut < len(last.blocks):
        closing = last.blocks[cut:]
        del last.blocks[cut:]
        warnings = [block for block in closing if _warns(block, headings)]
        drafts[-1:-1] = [
            Draft(heading="", level=ASIDE_LEVEL, location=block.location, role=Role.SAFETY, blocks=[block])
            for block in warnings
        ]
        if rest := [block for block in closing if block not in warnings]:
            drafts.append(Draft(heading="", level=0, location=rest[0].location, role=Role.CONCLUSION, blocks=rest))


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


def _assign_roles(drafts: Sequence[Draft], own_names: Sequence[str], headings: Headings) -> None:
    parents: list[Draft] = []
    for index, draft in enumerate(drafts):
        if draft.level in (0, ASIDE_LEVEL):
            continue
        while parents and parents[-1].level >= draft.level:
            parents.pop()
        draft.above = parents[-1] if parents else None
        draft.reading = headings.read(draft.heading)
        is_title = index == 0 and draft.level == 1 and not headings.opens_section(draft.heading)
        if (is_title or _is_own_name(draft.heading, own_names)) and not headings.is_name(draft.heading):
            draft.role = Role.EXECUTION if _holds_numbered_list(draft) else Role.OVERVIEW
            draft.names_exercise = not parents or parents[-1].names_exercise
        else:
            draft.role = draft.reading.role
            if parents and _belongs(draft, parents[-1], headings):
                draft.role = parents[-1].role
                draft.parent = parents[-1]
            elif draft.counts is Role.MISTAKES:
                draft.role = Role.MISTAKES
        parents.append(draft)


def _belongs(draft: Draft, parent: Draft, headings: Headings) -> bool:
    """Tell whether a subheading means no more than the section it stands in; a mistyped one is reported instead."""
    role = parent.role
    named = draft.reading.knowledge is Knowledge.NAMED
    if role in OTHER_EXERCISES or (parent.parent is not None and role in (Role.NOTES, Role.DOSE)):
        return not (named and draft.role in _POINTS)
    if parent.reading.kind in _APART and role in (Role.NOTES, Role.DOSE, Role.CONCLUSION):
        return not (draft.reading.is_whole and draft.role in _POINTS)
    if role not in _FIRM:
        return role is Role.EXECUTION and draft.role is Role.UNKNOWN and headings.nearest(draft.heading) is None
    if named:
        return draft.heading.casefold() in _DETAILS and not _holds_numbered_list(draft)
    if draft.role is Role.UNKNOWN:
        return not _is_mistyped(draft.heading, headings)
    faulty = role is Role.MISTAKES and headings.is_english and _is_fault(draft.heading)
    return draft.role in _SOFT or draft.role is role or faulty


def _is_mistyped(heading: str, headings: Headings) -> bool:
    close = headings.nearest(heading)
    return close is not None and _likeness(heading.casefold(), close.casefold()) >= _TYPO


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - as in `nearest`: only odd headings pay

    return SequenceMatcher(None, other, one).ratio()


def keep_heading(draft: Draft, headings: Headings) -> None:
    """Print the heading in its box where it says more than the box: when it holds, or for whom it does not."""
    if draft.role not in BOXED or not draft.heading or not draft.blocks:
        return
    plain = draft.role is not Role.NOT_FOR and not _is_condition(draft, headings)
    if plain and not headings.says_more(draft.heading):
        return
    heading = draft.heading if draft.heading.endswith(_MARKS) else f"{draft.heading}:"
    lead = Paragraph(text=(Span(text=heading, emphasis=Emphasis.STRONG),), location=draft.location)
    draft.blocks.insert(0, lead)


def _is_condition(draft: Draft, headings: Headings) -> bool:
    """Tell whether a heading of safety is the half of what it says: "Stop if", over "A knee hurts"."""
    return draft.role is Role.SAFETY and not headings.is_general(draft.heading, Kind.SAFETY)


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


def _report(drafts: Sequence[Draft], own_names: Sequence[str], headings: Headings, found: Findings) -> None:
    for index, draft in enumerate(drafts):
        holds = index + 1 < len(drafts) and drafts[index + 1].level > draft.level
        if not draft.blocks and not holds:
            hint = "write the section or delete the heading"
            found.warn("empty-section", f'nothing stands under "{draft.heading}"', line=draft.location.line, hint=hint)
        elif not draft.blocks and headings.says_more(draft.heading) and not _is_own_name(draft.heading, own_names):
            message = f'the heading "{draft.heading}" is not printed: it stands over other headings alone'
            found.note("heading-alone", message, line=draft.location.line)


def report_unknown(drafts: Sequence[Draft], headings: Headings, found: Findings) -> None:
    """Report headings that mean nothing known; where the steps are asked for these are named there."""
    for draft in drafts:
        if draft.role is Role.UNKNOWN and draft.heading:
            close = headings.nearest(draft.heading)
            mistyped = close is not None and _likeness(draft.heading.casefold(), close.casefold()) >= _HINT
            shown = draft.heading.replace('"', "'")
            asked = f'headings: {{other: "{shown}"}} says that it is left out; steps, tips, mistakes or safety print it'
            hint = f'did you mean "{close}"?' if mistyped else asked
            found.warn("unknown-heading", f'unknown heading "{draft.heading}"', line=draft.location.line, hint=hint)
