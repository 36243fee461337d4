"""A paragraph in, its sentences out; and which of them are tips or warnings. Knows no exercise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cardgen.files.importers.exercise import Passage, Use
from cardgen.guide.prose import split_sentences

_STOPS = frozenset(".!?…:;,。！？)]\"'”’」』")  # noqa: RUF001
"""Signs after which running text goes on."""
_TIP = r"(?:(?:pro|quick|helpful|trainer'?s?) )?tips?|hints?|notes?|n\.?b|remember|remark|tipps?|hinweise?|merke"
_WARNING = (
    r"cautions?|warnings?|important|safety(?: (?:tips?|notes?))?|danger|attention|achtung|wichtig|warnung|vorsicht"
)
_VARIATION = (
    r"(?:easier |harder )?variations?|modifications?|alternatives?|progressions?|regressions?|varianten?|variationen"
)
_LABEL = re.compile(
    rf"(?P<open>[(\[]?)(?:(?P<tip>{_TIP})|(?P<safety>{_WARNING})|(?P<variation>{_VARIATION}))"
    r"(?P<more> (?:on|about|for) [\w -]{1,30}?)?\s*(?::|\s[-–—]\s)\s*",
    re.IGNORECASE,
)

_RESUMES = re.compile(
    r"(?:th(?:is|at|ese) (?:will be |is |are |should be )?(?:the|your) (?:starting|beginning|start|initial|original) pos"
    r"|now\b|then\b|next\b|first\b|second,|repeat|continue|begin\b|start\b|perform\b|do (?:the|this|all|\d)"
    r"|breathe|inhale|exhale|hold\b|pause|slowly|return|reverse|switch|alternate|change sides"
    r"|lift|lower|raise|press|push|pull|curl|bring|step|bend|extend|flex|rotate|twist|turn|swing|jump|walk|straighten"
    r"|sit\b|stand|lie\b|lean|squat|grab|grasp|grip|take|place|position|allow|drive|move\b|go (?:back|down|up)|come (?:back|up)"
    r"|to get into|at (?:the|this|that)\b|after|before|once|as (?:you|the|soon)|while|when|from (?:here|this|there)|with (?:the|your)"
    r"|(?:this|that|which)(?: \w+)? (?:equals|completes|is (?:one|1)))",
    re.IGNORECASE,
)
"""How a sentence starts that goes on with the movement after a tip: it must stay in its step."""

_LEANS = re.compile(
    r"[(\[]|(?:th(?:is|at|ese)|it) (?:will (?:now )?be |is |should be |are |'s )?(?:the|your) (?:starting|beginning|start|initial) pos"
    r"|th(?:is|at) (?:is|equals|makes|completes|will be|counts)\b"
    r"|(?:breathe|inhale|exhale)\b.{0,60}$",
    re.IGNORECASE,
)
"""How a sentence starts that only makes sense right after the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, and the passage it came from."""

    text: str
    passage: int
    use: Use
    lead_in: str = ""
    opens: bool = False
    """Whether a label such as "Tip:" stood before it."""
    beside: bool = False
    """Whether it stood among the steps, so that it belongs to one of them whatever its use."""
    listed: bool = False
    """Whether its passage is an entry of a list."""

    @property
    def leans(self) -> bool:
        """Whether it must stand with the sentence before it, as "This will be your starting position" does."""
        return self.text[:1].islower() or _LEANS.match(self.text) is not None

    @property
    def words(self) -> int:
        """How many words it has, the lead-in included."""
        return len(self.text.split()) + len(self.lead_in.split())


def read_sentences(passages: Sequence[Passage]) -> list[Sentence]:
    """Part passages into sentences, each with its use: "Tip: ..." is a tip, and so is what goes on with it."""
    found: list[Sentence] = []
    carried: Use | None = None
    for number, passage in enumerate(passages):
        for sentence in _of_passage(passage, number, carried):
            carried = None
            found.append(sentence)
        goes_on = passage.use is Use.STEP and number + 1 < len(passages)
        if goes_on and found and (label := _LABEL.fullmatch(found[-1].text)):
            # "... as you lift. Tips:" ends a paragraph, and the tip is the first sentence of the next one.
            carried = _use_of(label)
            found.pop()
    return found


def _of_passage(passage: Passage, number: int, carried: Use | None) -> Iterator[Sentence]:
    lead_in = passage.lead_in
    if passage.use is not Use.STEP:
        for text in split_sentences(passage.text):
            yield Sentence(text=text, passage=number, use=passage.use, lead_in=lead_in)
            lead_in = ""
        return
    use = carried or Use.STEP
    for text in split_sentences(passage.text):
        rest, opens = text, False
        if label := _labelled(text):
            (use, rest), opens = label, True
        elif carried is None and use is not Use.VARIATION and _RESUMES.match(text):
            use = Use.STEP
        yield Sentence(
            text=rest,
            passage=number,
            use=use,
            lead_in=lead_in,
            opens=opens or carried is not None,
            beside=True,
            listed=passage.listed,
        )
        if carried is not None:
            use, carried = Use.STEP, None
        lead_in = ""


def _labelled(text: str) -> tuple[Use, str] | None:
    """Part a label such as "Tip:" or "(Note:" from its sentence; "Note on grips:" says something and stays."""
    match = _LABEL.match(text)
    if not match or match.end() == len(text):
        return None
    rest = text[match.end() :]
    if match["open"]:
        if rest[-1:] in ")]":
            rest = rest[:-1]
        elif rest[-2:-1] in (")", "]"):
            rest = rest[:-2].rstrip(".") + rest[-1]
        else:
            return None
    if match["more"]:
        rest = text[len(match["open"]) : match.end()] + rest
    return _use_of(match), rest[:1].upper() + rest[1:]


def joined(texts: Iterable[str]) -> str:
    """Return texts as running text: one that was an entry of a list gets the stop that it had no need of there."""
    *others, last = texts
    return " ".join([*(text if text[-1] in _STOPS else f"{text}." for text in others), last])


def _use_of(label: re.Match[str]) -> Use:
    if label["safety"]:
        return Use.SAFETY
    return Use.VARIATION if label["variation"] else Use.TIP
