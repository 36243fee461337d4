"""A sentence in, what it says of the muscles it names out. Knows grammar a little; what to make of it is the weigher's to say."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.guide.model import Evidence, Verdict
from cardgen.guide.muscles.names import Kind, Name, known_names
from cardgen.guide.muscles.passages import Passage, Place
from cardgen.guide.muscles.phrases import (
    JOINT_MOTIONS,
    JOINTS,
    LIMBS,
    LISTING,
    MEASURES,
    NOUNS,
    OF_ONE_LIMB,
    STATING,
    STEADY,
    STRICT,
    After,
    Meaning,
    Sign,
    afterwords,
    signs,
)
from cardgen.guide.muscles.tokens import MARKS, SKIPPED, Sentence, Trie, find, grow

_REACH = {Verdict.EMPHASIS: 6, Verdict.HELP: 6, Verdict.MENTION: 4, Verdict.CUE: 3, Verdict.SUPPORT: 3}
"""How many words of no meaning here may part a verb from its muscle: lists of what is built are longer than cues."""

_FOR_REACH = 4
_LISTED_REACH = 2
_UNDONE_REACH = 5
_STEADY_REACH = 7
_MOST_SHOWN = 9
"""More words than these are not shown before a muscle."""

_PRAISING = (Place.DESCRIPTION, Place.PURPOSE)
_COMMANDS = frozenset({"not", "do", "don't", "never"})
"""Negations that hold for two verbs joined by "and"."""
_FAULTS = frozenset({"not", "no", "without"})
"""What a mistake opens with that is left undone."""
_PARTS = frozenset({";", ":", " - ", "–", "—"})
_TRUNK = frozenset({"abs", "obliques", "lower_back"})
"""What is braced in nearly every exercise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What is said of a muscle, or of several by a broad word."""

    evidence: Evidence
    place: Place
    rank: int
    """Its number among the muscles of its sentence, from 0."""


@dataclass(slots=True)
class _State:
    """What the words so far do to a muscle that comes next."""

    verdict: Verdict | None = None
    start: int = 0
    """The word that set the verdict."""
    reach: int = 0
    brace: bool = False
    negated: bool = False
    also: bool = False
    placed: bool = False

    def say(self, verdict: Verdict, at: int, reach: int = 0) -> None:
        """Set the verdict for the muscles that follow."""
        self.verdict, self.start, self.reach = verdict, at, reach or _REACH[verdict]
        self.brace = self.placed = False

    def wear(self) -> None:
        """Let a word of no meaning part the verdict from what follows."""
        self.reach -= 1
        self.placed = False
        if self.reach <= 0:
            self.verdict = None


@dataclass(frozen=True, slots=True)
class _Run:
    """Muscles one after another, with only "and", commas and the like between them."""

    names: tuple[tuple[Name, int, int], ...]
    """Each with the words where it begins and ends."""
    after: After | None
    """What the word after the last of them makes of them."""

    @property
    def end(self) -> int:
        return self.names[-1][2]


@functools.cache
def _names() -> Trie[Name]:
    return grow(known_names())


@functools.cache
def _known() -> frozenset[str]:
    """Return every word that may mean something: most do not, and are passed at once."""
    return frozenset({*_names(), *signs(), *SKIPPED, *MARKS})


def mentions_of(passage: Passage, sentence: Sentence, *, is_first: bool) -> Iterator[Mention]:
    """Yield what a sentence says of each muscle, in the order of its words; places on the body are left out.

    Getting ready is no part of the exercise, so nothing is said there. `is_first` tells whether the passage begins with the
    sentence: a mistake is named first, then comes what to do instead.
    """
    names, telling, words = _names(), signs(), sentence.words
    if passage.place is Place.SETUP or names.keys().isdisjoint(words):
        return
    state = _opening(sentence, 0, passage, is_first=is_first)
    at = rank = 0
    known, size = _known(), len(words)
    while at < size:
        word = words[at]
        if word not in known:
            state.wear()
            at += 1
        elif word in SKIPPED:
            at += 1
        elif word in names and (run := _run(sentence, at)):
            for evidence in _judge(run, sentence, state, passage):
                yield Mention(evidence=evidence, place=passage.place, rank=rank)
                rank += 1
            state.placed = False
            state.reach -= 1
            at = run.end
        elif word in telling and (found := _sign(sentence, at)):
            state.negated = state.negated and not _ends_negation(sentence, at, state)
            _take_sign(state, found[0], at, passage.place)
            at = found[1]
        elif word in MARKS:
            state = _after_mark(state, sentence, at, passage)
            at += 1
        else:
            state.wear()
            at += 1


def _sign(sentence: Sentence, at: int) -> tuple[Meaning, int] | None:
    if at and sentence.words[at] in NOUNS and sentence.words[at - 1] in SKIPPED:
        return None
    return find(signs(), sentence.words, at)


def _ends_negation(sentence: Sentence, at: int, state: _State) -> bool:
    """Tell whether a verb begins anew: in "avoid arching and squeeze your glutes", not in "do not arch and use your arms"."""
    joined = at > 0 and sentence.words[at - 1] == "and"
    return joined and not sentence.words[at].endswith("ing") and sentence.words[state.start] not in _COMMANDS


def _opening(sentence: Sentence, at: int, passage: Passage, *, is_first: bool) -> _State:
    """Return what a clause starts with: in a list of muscles the verdict of its heading, among mistakes a negation."""
    if passage.place is not Place.MISTAKES:
        return _State(verdict=passage.listed, start=at, reach=_LISTED_REACH if passage.listed else 0)
    word = sentence.words[at]
    found = find(signs(), sentence.words, at)
    states = word in STATING or word in _FAULTS or word.endswith("ing")
    advises = found is not None and found[0] not in (Sign.UNDO, Sign.SLACK)
    return _State(start=at, negated=states or (is_first and not advises))


def _take_sign(state: _State, meaning: Meaning, at: int, place: Place) -> None:
    match meaning:
        case Verdict():
            state.say(meaning, at)
        case Sign.AIM:
            state.say(Verdict.EMPHASIS if place in _PRAISING else Verdict.MENTION, at)
        case Sign.BRACE:
            state.say(Verdict.CUE, at)
            state.brace = True
        case Sign.ALSO:
            state.also, state.start = True, at
        case Sign.NOT:
            # "Not squeezing the glutes", named as a mistake, asks to squeeze them.
            state.negated = not (state.negated and place is Place.MISTAKES)
            state.verdict, state.start = None, at
        case Sign.UNDO | Sign.SLACK if state.negated:
            state.negated = False
            state.say(Verdict.CUE if meaning is Sign.UNDO else Verdict.SUPPORT, at, _UNDONE_REACH)
        case Sign.CLAUSE | Sign.BUT | Sign.UNDO | Sign.SLACK:
            state.verdict, state.also, state.placed = None, False, False
            state.negated = state.negated and meaning is not Sign.BUT
        case Sign.AT:
            state.verdict, state.placed = None, True
        case Sign.FOR if place is Place.DESCRIPTION and state.verdict is None:
            state.say(Verdict.EMPHASIS, at, _FOR_REACH)
        case _:
            pass


def _after_mark(state: _State, sentence: Sentence, at: int, passage: Passage) -> _State:
    """Return what a mark leaves of the state: a comma ends negations, a colon most often all."""
    word = sentence.words[at]
    if word in _PARTS:
        # "Target muscles: glutes" is one clause, "Squeeze: the bar touches your chest" is two.
        goes_on = word == ":" and state.verdict is not None and state.reach >= _REACH[state.verdict]
        is_last = at + 1 == len(sentence.words)
        return state if goes_on or is_last else _opening(sentence, at + 1, passage, is_first=False)
    state.reach -= 1
    state.negated = state.also = state.placed = False
    return state


def _run(sentence: Sentence, at: int) -> _Run | None:
    """Return the muscles that begin at a word, all members of the list."""
    words, trie = sentence.words, _names()
    found = find(trie, words, at)
    if not found:
        return None
    names = [(found[0], at, found[1])]
    following = found[1]
    while following < len(words):
        word = words[following]
        if word in LISTING or word in SKIPPED:
            following += 1
        elif word in trie and (more := find(trie, words, following)):
            names.append((more[0], following, more[1]))
            following = more[1]
        else:
            break
    return _Run(tuple(names), afterwords().get(sentence.word(names[-1][2])))


def _judge(run: _Run, sentence: Sentence, state: _State, passage: Passage) -> Iterator[Evidence]:
    for name, start, end in run.names:
        if _is_place(name, start, end, run, sentence) or (state.negated and state.placed and name.kind is Kind.PLACE):
            continue
        if passage.place is Place.TITLE:
            verdict = _in_title(name, start, run, sentence)
        else:
            verdict = Verdict.NEGATION if state.negated else _verdict(name, start, run, sentence, state, passage)
        if verdict is not None:
            told = state.verdict is not None or state.negated
            begin = state.start if told and start - state.start < _MOST_SHOWN else start
            told_after = end == run.end and run.after not in (None, After.NONE)
            words = sentence.excerpt(begin, end + told_after)
            yield Evidence(groups=name.groups, words=words, verdict=verdict, location=passage.location)


def _is_place(name: Name, start: int, end: int, run: _Run, sentence: Sentence) -> bool:
    """Tell whether a name stands where no muscle is meant: "chest up", "shoulder width", "top leg", "lean back"."""
    is_last = end == run.end
    if is_last and run.after is After.NONE:
        return True
    before = sentence.words[start - 1] if start else ""
    if name.kind is Kind.PLACE and (before in OF_ONE_LIMB or (is_last and sentence.word(end) in MEASURES)):
        return True
    if sentence.words[start] in JOINTS and sentence.word(end) in JOINT_MOTIONS:
        return True
    if sentence.words[start] not in STRICT or before in SKIPPED or before in LISTING:
        return False
    return find(signs(), sentence.words, start - 1) is None if start else sentence.words[start] == "back"


def _in_title(name: Name, start: int, run: _Run, sentence: Sentence) -> Verdict | None:
    does = run.after is After.DEED and sentence.words[start] not in LIMBS
    return Verdict.TITLE if name.kind is Kind.MUSCLE or does else None


def _verdict(name: Name, start: int, run: _Run, sentence: Sentence, state: _State, passage: Passage) -> Verdict | None:
    """Return how a muscle is meant, or None where it is only a place."""
    said, praised = state.verdict, passage.place in _PRAISING
    is_trunk = _TRUNK.issuperset(name.groups)
    if sentence.words[start] == "grip" and not praised and run.after is not After.GAIN:
        return None
    if said is None:
        return _unsaid(name, run, state, praised=praised, is_trunk=is_trunk)
    if run.after is After.SOFT and name.kind is Kind.PLACE and said in (Verdict.EMPHASIS, Verdict.CUE):
        return Verdict.MENTION
    if said is Verdict.CUE:
        # Who tightens the trunk and something else makes the body stiff; who squeezes the glutes alone uses them.
        whole_body = len(run.names) > 1 and any(_TRUNK.issuperset(other.groups) for other, _, _ in run.names)
        holds = whole_body or (state.brace and is_trunk) or run.after is After.TIGHT or _steadies(sentence, run.end)
        if holds or not praised:
            return Verdict.SUPPORT if holds else Verdict.CUE
        said = Verdict.EMPHASIS
    return Verdict.HELP if said is Verdict.EMPHASIS and state.also else said


def _unsaid(name: Name, run: _Run, state: _State, *, praised: bool, is_trunk: bool) -> Verdict | None:
    """Return how a muscle is meant that no verb stands before."""
    if run.after is After.GAIN:
        if praised:
            return Verdict.EMPHASIS
        return Verdict.SUPPORT if is_trunk else Verdict.CUE
    if run.after is After.TIGHT:
        return Verdict.SUPPORT
    if run.after is After.WORKED:
        return Verdict.CUE
    if state.placed:
        return None
    return Verdict.MENTION if name.kind is Kind.MUSCLE and len(name.groups) == 1 else None


def _steadies(sentence: Sentence, at: int) -> bool:
    """Tell whether a cue goes on with what it is for, and that is to hold still."""
    ahead = sentence.words[at : at + _STEADY_REACH]
    return any(
        word in ("for", "to", "so") and not STEADY.isdisjoint(ahead[i + 1 : i + 4]) for i, word in enumerate(ahead)
    )
