"""Sections in, numbered steps out: for guides without a how-to part, and for lists that are steps anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cardgen.guide.draft import Draft
from cardgen.guide.findings import Findings
from cardgen.guide.headings import Headings
from cardgen.guide.inline import make_inline, split_lead_in, strip_numbering
from cardgen.guide.languages import Kind
from cardgen.guide.leads import label_of
from cardgen.guide.model import Block, Inline, Item, ItemList, Paragraph, Role, Span, Step, plain_text
from cardgen.guide.pieces import text_of
from cardgen.guide.prose import split_sentences
from cardgen.guide.syntax import ASIDE_LEVEL, BOLD_LEVEL
from cardgen.values.errors import Location


def step_of_item(item: Item) -> Step:
    """Make the bold lead-in of an entry the name of a step."""
    blocks: list[Block] = []
    if text := _uncounted(item.rest if item.lead_in else item.text):
        blocks.append(Paragraph(text=text, location=item.location))
    if item.children:
        blocks.append(ItemList(items=item.children, ordered=False, location=item.children[0].location))
    return Step(name=item.lead_in, blocks=tuple(blocks), location=item.location)


def step_of_paragraph(paragraph: Paragraph) -> Step:
    """Make the bold words a paragraph opens with the name of a step."""
    name, rest = split_lead_in(paragraph.text)
    if name and rest:
        return Step(name=name, blocks=(Paragraph(text=rest, location=paragraph.location),), location=paragraph.location)
    # "**Step 1:** ..." has a number in the place of a name; a name alone is all there is.
    text = _uncounted(rest) or paragraph.text
    return Step(name="", blocks=(replace(paragraph, text=text),), location=paragraph.location)


def _uncounted(text: Inline) -> Inline:
    """Return the text of a step without "Step 1:" before it: the disc says it."""
    if not text or (rest := strip_numbering(text[0].text)) == text[0].text:
        return text
    return make_inline((replace(text[0], text=rest), *text[1:]))


_SENTENCE_END = re.compile(r"[.!?…]\s")
_MAX_ANNOUNCING_WORDS = 12
_FEWEST = 2
"""Of points under no heading that may be steps; a single one is a remark."""
_LEAST_WORDS = 8
"""Of bare text that is the steps; less is a remark, or a mark of some program."""
_COUNTED_FACT_WORDS = 2
"""The same of a numbered point: people count what is done, and give it a name, rather than facts."""
_FACT_WORDS = 12
"""Of a point that states a fact behind a label ("Level: beginner"); steps say more."""

_NO_STEPS = frozenset(
    {
        Role.TIPS,
        Role.MISTAKES,
        Role.SAFETY,
        Role.NOT_FOR,
        Role.FEEL,
        Role.DOSE,
        Role.EASIER,
        Role.HARDER,
        Role.VARIATIONS,
        Role.BENEFITS,
        Role.NOTES,
        Role.CONCLUSION,
        Role.EQUIPMENT,
        Role.BREATHING,
    }
)
"""Sections that are known to be something else."""
_OF_THIS = frozenset({Role.EQUIPMENT, Role.BENEFITS})
"""Of these, what can hold no other exercise: a bold "Steps" below one of them begins a section of its own."""
_BETWEEN = frozenset({Role.SETUP, Role.EXECUTION, Role.BREATHING, Role.UNKNOWN, Role.OVERVIEW, Role.DOSE})
"""What a numbered heading among steps may be about; "3. Tips" numbers the sections of a guide."""


def steps_from_sections(drafts: Sequence[Draft], headings: Headings, found: Findings) -> tuple[Step, ...]:
    """Find the steps of a guide without a how-to part: what is known to be steps, by the surest knowledge there is."""
    sources = (
        _announced,
        _counted,
        _unheaded,
        _only_numbered,
        _phases,
        _only_listed,
    )
    drafts = [draft for draft in drafts if draft.level != ASIDE_LEVEL or draft.reading.heads_steps]
    steps = next((steps for source in sources if (steps := source(drafts, headings, found))), ())
    for draft in drafts:
        if draft.holds_steps:
            draft.role = Role.EXECUTION
            if draft.names_exercise and not headings.is_own(draft.heading):
                report_heading(draft.heading, draft.location, found)
        elif draft.role is Role.EXECUTION:  # a word of movement in its heading does not make it steps
            draft.role = Role.UNKNOWN if draft.heading else Role.OVERVIEW
    return steps


def announces_steps(drafts: Sequence[Draft]) -> bool:
    """Tell whether a heading that is known to announce the steps has a list below it."""
    return any(draft.reading.heads_steps and draft.role is Role.EXECUTION and draft.lists for draft in drafts)


def _announced(drafts: Sequence[Draft], _headings: Headings, found: Findings) -> tuple[Step, ...]:
    """Return what stands under headings that are known to announce the steps."""
    heads = [d for d in drafts if d.reading.heads_steps and d.role is Role.EXECUTION and _is_own(d)]
    heads += [d for d in drafts if _is_phase(d) and any(d.above is head.above for head in heads)]
    heads.sort(key=drafts.index)
    steps: list[Step] = []
    seen: set[int] = set()
    for head in heads:
        parts = [d for d in drafts if id(d) not in seen and (d is head or _stands_in(d, head))]
        parts = _chosen(parts, head)
        head.holds_steps = True
        seen |= {id(d) for d in parts}
        steps += _steps_of_parts(parts, head, found)
    return tuple(steps)


def _is_phase(draft: Draft) -> bool:
    return draft.reading.kind is Kind.PHASE and draft.reading.is_whole and draft.role is Role.EXECUTION


def _is_own(draft: Draft) -> bool:
    """Tell whether no section above says that this is of another exercise, or no exercise at all."""
    above = draft.above
    while above is not None:
        if above.role in _NO_STEPS and not (draft.level == BOLD_LEVEL and above.role in _OF_THIS):
            return False
        above = above.above
    return True


def _stands_in(draft: Draft, head: Draft) -> bool:
    above = draft.above
    while above is not None and above is not head:
        above = above.above
    return above is head


def _chosen(parts: Sequence[Draft], head: Draft) -> list[Draft]:
    """Return the parts of an announced section that hold steps: others have a role of their own, or are not known."""
    whole = [d for d in parts if d is not head and d.reading.is_whole and d.role is Role.EXECUTION]
    known = bool(whole or head.lists)
    chosen = (
        draft
        for draft in parts
        if draft is head
        or draft.role is Role.SETUP
        or draft in whole
        or (draft.numbered and not (draft.role is Role.OVERVIEW and draft.reading.is_whole))
        or (draft.role is Role.EXECUTION and (not known or draft.reading.role is Role.EXECUTION))
    )
    return [draft for draft in chosen if draft.role not in _NO_STEPS]


def _steps_of_parts(parts: Sequence[Draft], head: Draft, found: Findings) -> list[Step]:
    """Read the parts of an announced section; those that count themselves, or hold only text, are a step each."""
    filled = [draft for draft in parts if draft.blocks]
    counted = sum(draft.numbered for draft in filled) >= _FEWEST
    told = len(filled) > 1 and not any(draft.lists for draft in filled)
    steps: list[Step] = []
    for draft in filled:
        if draft is head and not draft.lists and len(filled) > 1:
            for block in draft.blocks:  # the parts say what to do, this leads up to them
                if isinstance(block, Paragraph) and not only_announces(block, found):
                    report_before(block, found)
            continue
        if draft is not head and (told or (counted and draft.numbered)):
            steps.append(_step_of_section(draft))
            continue
        read = _steps_of_section(draft, found)
        if read and not read[0].name and (_is_phase(draft) or (draft is not head and _names_step(draft))):
            read[0] = replace(read[0], name=draft.heading)
        elif draft is not head and (not read or read[0].name.casefold() != draft.heading.casefold()):
            report_heading(draft.heading, draft.location, found)
        steps += read
    return steps


def _names_step(draft: Draft) -> bool:
    """Tell whether a heading among the steps says what is done, rather than that it is done below."""
    return draft.role is Role.EXECUTION and not draft.reading.heads_steps


def _step_of_section(draft: Draft) -> Step:
    draft.holds_steps = True
    return Step(name=draft.heading, blocks=tuple(draft.blocks), location=draft.location)


def _counted(drafts: Sequence[Draft], _headings: Headings, _found: Findings) -> tuple[Step, ...]:
    """Return sections whose headings count themselves, side by side, none of them about something else.

    Numbers alone may be those of an article: one of the headings must say what is done, or "Step 1" that it is done.
    """
    for first in drafts:
        if not first.numbered or not _may_hold_steps(first.above):
            continue
        row = [d for d in drafts if d.numbered and d.level == first.level and d.above is first.above]
        if any(d.reading.kind is Kind.OVERVIEW and d.reading.is_whole for d in row):
            continue  # "1. Overview": what is counted are the sections of the guide
        sure = first.counts is Role.EXECUTION or any(d.reading.role in (Role.SETUP, Role.EXECUTION) for d in row)
        if sure and len(row) >= _FEWEST and all(d.role in _BETWEEN for d in row) and any(d.blocks for d in row):
            return tuple(_step_of_section(draft) for draft in row if draft.blocks)
    return ()


def _may_hold_steps(above: Draft | None) -> bool:
    return above is None or above.names_exercise or above.reading.heads_steps


def _unheaded(drafts: Sequence[Draft], _headings: Headings, found: Findings) -> tuple[Step, ...]:
    """Return a numbered list that stands under no heading but the exercise's own name."""
    for draft in drafts:
        if draft.is_unheaded and draft.role in (Role.EXECUTION, Role.OVERVIEW):
            for block in draft.lists:
                if block.ordered and not block.is_table and len(block.items) >= _FEWEST and not _is_facts(block):
                    return tuple(_steps_of_section(draft, found, block))
    return ()


def _only_numbered(drafts: Sequence[Draft], headings: Headings, found: Findings) -> tuple[Step, ...]:
    """Return the only numbered list there is, under a heading about form or about the exercise: people write both so."""
    told = [d for d in drafts if d.role not in _NO_STEPS or d.reading.kind is Kind.FORM]
    numbered = [draft for draft in told if any(block.ordered for block in draft.lists)]
    if len(numbered) != 1 or not _is_own(numbered[0]):
        return ()
    (draft,) = numbered
    if draft.reading.kind is Kind.OVERVIEW and any(block.ordered and _is_facts(block) for block in draft.lists):
        return ()  # "1. **Level**: beginner"; under "Form" such labels name what is done
    if draft.reading.kind is Kind.OVERVIEW and not _may_describe(draft, drafts, headings):
        return ()
    if draft.reading.is_whole and draft.reading.kind in (Kind.FORM, Kind.OVERVIEW):
        return tuple(_steps_of_section(draft, found))
    return ()


def _may_describe(draft: Draft, drafts: Sequence[Draft], headings: Headings) -> bool:
    """Tell whether a section about the exercise may say how it is done: no list before it, and steps announced nowhere."""
    if draft is not next(it for it in drafts if it.lists):
        return False
    if any(it.reading.heads_steps and it.blocks for it in drafts):
        return False  # if only below a section of another exercise
    texts = (block.text for it in drafts for block in it.blocks if isinstance(block, Paragraph))
    return not any(headings.read(label).heads_steps for text in texts if (label := label_of(text)))


def _phases(drafts: Sequence[Draft], _headings: Headings, found: Findings) -> tuple[Step, ...]:
    """Return sections that are each called after a phase of the movement, at least two of them side by side."""
    for first in drafts:
        row = [d for d in drafts if d.above is first.above and d.level == first.level and d.blocks]
        phases = [d for d in row if _is_phase(d)]
        if len(phases) < _FEWEST or not _may_hold_steps(first.above):
            continue
        row = [d for d in row if d in phases or (d.role is Role.SETUP and d.reading.is_whole)]
        if any(draft.lists for draft in row):
            return tuple(step for draft in row for step in _steps_of_section(draft, found))
        return tuple(_step_of_section(draft) for draft in row)
    return ()


def _only_listed(drafts: Sequence[Draft], _headings: Headings, found: Findings) -> tuple[Step, ...]:
    """Return a list under no heading, where no heading that is not known has one too."""
    if any(draft.lists and draft.role is Role.UNKNOWN for draft in drafts):
        return ()
    lists = [(d, block) for d in drafts if d.is_unheaded and d.role is not Role.CONCLUSION for block in d.lists]
    lists = [(d, block) for d, block in lists if not (block.is_table or _is_facts(block))]
    if len(lists) != 1 or len(lists[0][1].items) < _FEWEST:
        return ()
    ((draft, block),) = lists
    return tuple(_steps_of_section(draft, found, block))


def _is_facts(block: ItemList) -> bool:
    """Tell whether the points of a list state facts ("Level: beginner") or lead elsewhere."""
    most = _COUNTED_FACT_WORDS if block.ordered else _FACT_WORDS
    facts = sum(_is_fact(item, most) for item in block.items)
    return facts * 2 >= len(block.items)  # of as many steps as facts nobody knows which they are


def _is_fact(item: Item, most: int) -> bool:
    linked = all(span.link for span in item.text if span.text.strip())
    return linked or (bool(item.lead_in) and len(plain_text(item.rest).split()) <= most and not item.children)


def _steps_of_section(draft: Draft, found: Findings, only: ItemList | None = None) -> list[Step]:
    """Read the numbered points of a section as steps, or its points, or its paragraphs; `only` names the list."""
    draft.holds_steps = True
    lists = draft.lists
    ordered = [block for block in lists if block.ordered]
    chosen = [only] if only else (ordered or list(lists))
    if not chosen:
        return _steps_of_paragraphs([block for block in draft.blocks if isinstance(block, Paragraph)])
    steps: list[Step] = []
    for block in draft.blocks:
        if isinstance(block, ItemList) and any(block is one for one in chosen):
            steps.extend(step_of_item(item) for item in block.items)
        elif steps:
            steps[-1] = replace(steps[-1], blocks=(*steps[-1].blocks, block))
        elif isinstance(block, ItemList) or not only_announces(block, found):
            report_before(block, found)
    return steps


def _steps_of_paragraphs(paragraphs: Sequence[Paragraph]) -> list[Step]:
    """Make each paragraph a step; a single one is parted into its sentences."""
    if len(paragraphs) == 1 and not split_lead_in(paragraphs[0].text)[0]:
        return steps_of_text(paragraphs[0])
    return [step_of_paragraph(paragraph) for paragraph in paragraphs]


def steps_of_text(paragraph: Paragraph) -> list[Step]:
    """Part running text into steps, a sentence each; text with links or emphasis stays whole, one without ends too."""
    if len(paragraph.text) != 1 or paragraph.text[0].link:
        return [step_of_paragraph(paragraph)]
    return [
        step_of_paragraph(Paragraph(text=(Span(text=sentence),), location=paragraph.location))
        for sentence in split_sentences(paragraph.text[0].text)
    ]


def steps_from_text(drafts: Sequence[Draft]) -> tuple[Step, ...]:
    """Read bare text as the steps where it is all that there is: no heading but the exercise's name, no list."""
    told = [draft for draft in drafts if draft.level != ASIDE_LEVEL]
    if any(draft.lists or not draft.is_unheaded for draft in told) or any(draft.lists for draft in drafts):
        return ()
    paragraphs = [block for draft in told for block in draft.blocks if isinstance(block, Paragraph)]
    paragraphs = [paragraph for paragraph in paragraphs if not all(span.link for span in paragraph.text)]
    if sum(len(plain_text(paragraph.text).split()) for paragraph in paragraphs) < _LEAST_WORDS:
        return ()
    for draft in told:
        draft.role = Role.EXECUTION
    return tuple(_steps_of_paragraphs(paragraphs))


def report_before(block: Block, found: Findings) -> None:
    """Report text between the heading of the steps and their list: it is no step."""
    message = f'this text over the steps is not printed as one: "{text_of(block)}"'
    found.warn("over-steps", message, line=block.location.line, hint="put a number before it if it is a step")


def only_announces(paragraph: Paragraph, found: Findings) -> bool:
    """Tell, and report, that a paragraph over a list is such as "Follow these steps:", and no step."""
    text = plain_text(paragraph.text)
    if not text.endswith(":") or len(text.split()) > _MAX_ANNOUNCING_WORDS or _SENTENCE_END.search(text):
        return False
    message = f'"{text}" only leads up to the steps: it is not printed as one'
    found.note("over-steps", message, line=paragraph.location.line, hint="put a number before it if it is a step")
    return True


def report_heading(heading: str, location: Location, found: Findings) -> None:
    """Report a heading that no step is named after."""
    message = f'the heading "{heading}" over the steps is not printed'
    hint = "delete it, or say it in a step"
    found.note("heading-over-steps", message, line=location.line, hint=hint)
