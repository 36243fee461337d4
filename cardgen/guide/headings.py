"""A heading in, what its section is for out, and how surely that is known. Knows the words of a language, not guides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from cardgen.guide.languages import ENGLISH, ROLES, Kind, Language, Name, common_words, language, tags, words_of
from cardgen.guide.model import Role
from cardgen.guide.roles import english_role
from cardgen.values.nearest import nearest


class Knowledge(Enum):
    """How surely it is known what a heading means."""

    NAMED = "it is a name of such a section"
    WORDED = "it is such a name with words that change nothing"
    CONTAINED = "it has such a name in it"
    NONE = "it says nothing that is known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a heading means."""

    role: Role
    kind: Kind | None = None
    knowledge: Knowledge = Knowledge.NONE

    @property
    def is_whole(self) -> bool:
        """Whether the heading says this and nothing else."""
        return self.knowledge in (Knowledge.NAMED, Knowledge.WORDED)

    @property
    def heads_steps(self) -> bool:
        """Whether what stands below is known to be the steps."""
        return self.kind is Kind.STEPS and self.is_whole


UNKNOWN = Reading(role=Role.UNKNOWN)

_PRECEDENCE = (
    Kind.BOTH,
    Kind.MISTAKES,
    Kind.NOT_FOR,
    Kind.SAFETY,
    Kind.VARIATIONS,
    Kind.EASIER,
    Kind.HARDER,
    Kind.FEEL,
    Kind.TIPS,
    Kind.DOSE,
    Kind.MUSCLES,
    Kind.EQUIPMENT,
    Kind.BREATHING,
    Kind.BENEFITS,
    Kind.CONCLUSION,
    Kind.OTHER,
    Kind.FORM,
    Kind.PHASE,
    Kind.SETUP,
    Kind.STEPS,
    Kind.OVERVIEW,
)
"""Of several names in one heading the first here decides: "mistakes in the execution" is about mistakes."""

_WITH_STEPS = frozenset({Kind.STEPS, Kind.PHASE, Kind.SETUP, Kind.BREATHING, Kind.FORM, Kind.OVERVIEW})
"""Beside the steps these leave them steps: "Setup and Execution" holds what a card cannot do without."""

_MARKED = frozenset({Kind.BREATHING, Kind.PHASE, Kind.FORM, Kind.FEEL})
"""What a heading must be marked as one for: as plain words over a list they are part of the text."""

_CLEAR = frozenset(
    {Kind.MISTAKES, Kind.NOT_FOR, Kind.SAFETY, Kind.MUSCLES, Kind.EQUIPMENT, Kind.BENEFITS, Kind.VARIATIONS}
)
"""What a plain line over a list may be called with words that change nothing: "Effects of the exercise"."""

_ELSEWHERE = frozenset({*_CLEAR, Kind.EASIER, Kind.HARDER})
"""What a sentence over a list may say that the list holds in place of steps."""

_APART = frozenset({Kind.TIPS, Kind.MISTAKES, Kind.SAFETY, Kind.NOT_FOR})
"""What a column of a table may hold beside steps."""

_SAY_HOW = frozenset({Kind.STEPS, Kind.PHASE, Kind.SETUP})

_SHORTEST = 4
"""Letters of a single word that means something within a longer heading; "do" alone is a name, "how to do" is not of it."""
_SHORT = 3
"""Letters from which on a word is more than an article: the "l" of "l'exercice"."""
_GENERAL = 6
"""Letters of a word such as "safety"; shorter ones, such as "stop", are the start of a condition."""
_OFFERED = 8
"""Names of each kind that a mistyped heading may be of: of all the hundreds, some one is like any word."""
_OWN_ENDING = 4
"""Letters in which a word of the exercise's name may differ in a heading: "Squatting" of "Squat"."""
_KINDS = {role: kind for kind, role in reversed(tuple(ROLES.items()))}
"""Of the roles that rules of English find."""
_STRONG = frozenset(
    {"tips", "mistakes", "errors", "cues", "variations", "benefits", "safety", "equipment", "execution"}
)
_WEAK = frozenset({Role.SETUP, Role.OVERVIEW, Role.NOTES, Role.UNKNOWN})
_MOST_WORDS = 5
"""A line with more words is text, whatever names are in it."""


@dataclass(slots=True, kw_only=True, eq=False)
class Headings:
    """The names of sections that one guide may use."""

    language: Language | None
    own: frozenset[str] = frozenset()
    """The folded words of the exercise's name: beside the name of a section they change nothing."""
    given: Mapping[tuple[str, ...], Kind] = field(default_factory=dict)
    """Names that the guide or the settings declare, folded."""
    _read: dict[str, Reading] = field(default_factory=dict, init=False)

    @property
    def is_english(self) -> bool:
        """Whether the rules of English may run."""
        return self.language is not None and self.language.tag == ENGLISH

    def read(self, heading: str) -> Reading:
        """Return what a heading means."""
        found = self._read.get(heading)
        if found is None:
            found = self._read[heading] = self._classify(heading)
        return found

    def is_name(self, text: str) -> bool:
        """Tell whether a text is a name of a section and nothing else, so that nothing around it changes its meaning."""
        return self.read(text).knowledge is Knowledge.NAMED

    def is_spoken(self, text: str) -> bool:
        """Tell whether a text is a name of a section in this language."""
        words = words_of(text)
        return bool(words) and self.language is not None and self._in(self.language, words).is_whole

    def columns_apart(self, heads: Sequence[str]) -> tuple[int, ...]:
        """Return the columns of a table that are sections of their own: "Do" and "Don't", or "Mistake" beside "Action".

        Beside anything else a mistake stays with what is said of it, such as its remedy.
        """
        readings = [self.read(head) for head in heads]
        kinds = [reading.kind if reading.is_whole else None for reading in readings]
        apart = tuple(at for at, kind in enumerate(kinds) if kind in _APART)
        opposed = set(kinds) == {Kind.TIPS, Kind.MISTAKES}
        return apart if opposed or not _SAY_HOW.isdisjoint(kinds) else ()

    def leads_to(self, text: str) -> Kind | None:
        """Return what a sentence over a list says that it is of: steps, or mistakes, benefits and the like in their place."""
        words = words_of(text)
        names = _cover(self.language, words)[0] if self.language else []
        names = [name for name in names if len(name.words) > 1 or len(name.words[0]) >= _SHORTEST]
        kinds = [name.kind for name in names]
        if Kind.STEPS in kinds and not _ELSEWHERE.isdisjoint(kinds):  # "the mistakes of the exercise"
            kinds = [name.kind for name in names if self.language and not _is_subject(self.language, name)]
        return Kind.STEPS if Kind.STEPS in kinds else next((kind for kind in kinds if kind in _ELSEWHERE), None)

    def speaks_of_exercise(self, text: str) -> bool:
        """Tell whether a word of a text is "exercise" or the like in this language."""
        return self.language is not None and any(word in self.language.subjects for word in words_of(text))

    def is_muscle(self, text: str) -> bool:
        """Tell whether a text is the name of muscles or a part of the body in this language."""
        names = self.language.muscles.items() if self.language else ()
        words = words_of(text)
        return any(words == words_of(name) for key, texts in names for name in (key, *texts))

    def heads_list(self, text: str) -> bool:
        """Tell whether a plain line over a list is the name of its section; "Breathe:" may well be a point."""
        reading = self.read(text)
        colon = text.rstrip().endswith(":")
        sure = colon or (reading.kind in _CLEAR and reading.is_whole)
        known = self.opens_section(text) if sure else reading.knowledge is Knowledge.NAMED
        felt = colon and reading.kind is Kind.FEEL
        return known and (felt or reading.kind not in _MARKED or _is_heading(reading.kind, words_of(text)))

    def heads_text(self, text: str) -> bool:
        """Tell whether a plain line over running text is the name of its section; "Hold" may well be a step."""
        reading = self.read(text)
        return reading.knowledge is Knowledge.NAMED and (text.rstrip().endswith(":") or reading.kind is not Kind.PHASE)

    def opens_section(self, text: str) -> bool:
        """Tell whether a line is by itself the name of a section: one that is known, or one with a word more."""
        reading = self.read(text)
        if reading.knowledge is Knowledge.NAMED:
            return True
        words = words_of(text)
        if not 1 < len(words) <= _MOST_WORDS or reading.role in _WEAK:
            return False
        return reading.is_whole or (self.is_english and any(word in _STRONG for word in words))

    def nearest(self, heading: str) -> str | None:
        """Return the usual name most like a heading."""
        known = {shown.casefold(): shown for shown in self.usual(_OFFERED)}
        close = nearest(heading.casefold(), known)
        return known[close] if close else None

    def usual(self, most: int = 1) -> tuple[str, ...]:
        """Return so many usual names of each kind of section."""
        spoken = self.language or language(ENGLISH)
        shown = (name for names in (spoken.shown if spoken else {}).values() for name in names[:most])
        return tuple(name[:1].upper() + name[1:].rstrip("*") for name in shown)

    def is_general(self, heading: str, kind: Kind) -> bool:
        """Tell whether a heading holds a long single word that names this kind: "Safety Notes", not "Stop If"."""
        words = words_of(heading)
        spoken = [it for it in (self.language, language(ENGLISH)) if it]
        names = (name for it in spoken for at in range(len(words)) for name in it.names_at(words, at))
        return any(
            name.kind is kind and len(name.words) == 1 and len(name.words[0].rstrip("*")) >= _GENERAL for name in names
        )

    def says_more(self, heading: str) -> bool:
        """Tell whether a heading has words besides a section's name, such as when it holds."""
        return not self.read(heading).is_whole

    def is_own(self, heading: str) -> bool:
        """Tell whether a heading has no word that is not in the exercise's name."""
        return all(word in self.own for word in words_of(heading))

    def is_section(self, heading: str) -> bool:
        """Tell whether a heading is that of a section, so that it names no exercise."""
        return self.read(heading).is_whole or self.opens_section(heading)

    def _classify(self, heading: str) -> Reading:
        words = words_of(heading)
        if not words:
            return UNKNOWN
        if kind := self.given.get(words):
            return Reading(role=ROLES[kind], kind=kind, knowledge=Knowledge.NAMED)
        found = self._in(self.language, words) if self.language else UNKNOWN
        if found.knowledge is Knowledge.NAMED or found.heads_steps:
            return found
        if self.is_english:
            role = english_role(heading)
            if role is found.role or role not in _KINDS:
                return found
            return Reading(role=role, kind=_KINDS[role], knowledge=Knowledge.CONTAINED)
        if found.is_whole:
            return found
        english = language(ENGLISH)
        also = self._in(english, words) if english else UNKNOWN
        return also if also.knowledge is Knowledge.NAMED else found

    def _in(self, spoken: Language, words: tuple[str, ...]) -> Reading:
        """Read a heading's words by the names of one language."""
        names, left = _cover(spoken, words)
        if left and (bare := tuple(word for word in words if not self._is_own(word))) != words:
            others = _cover(spoken, bare)
            names, left = others if len(others[1]) < len(left) - (len(words) - len(bare)) + 1 else (names, left)
        if not names:
            return UNKNOWN
        if len(names) == 1 and not left:
            return Reading(role=ROLES[names[0].kind], kind=names[0].kind, knowledge=Knowledge.NAMED)
        left = [word for word in left if not self._changes_nothing(spoken, word)]
        if left:
            names = [name for name in names if len(name.words) > 1 or len(name.words[0]) >= _SHORTEST]
        if not names:
            return UNKNOWN
        names = [name for name in names if not _is_subject(spoken, name)] or names
        names = [name for name in names if not _is_praise(spoken, name)]
        if not names:
            return UNKNOWN
        kind = _decide([name.kind for name in names])
        if left and kind in (Kind.STEPS, Kind.PHASE):
            return Reading(role=Role.UNKNOWN, kind=kind)  # "Ausführung im Sitzen": perhaps the steps of something else
        return Reading(role=ROLES[kind], kind=kind, knowledge=Knowledge.CONTAINED if left else Knowledge.WORDED)

    def _changes_nothing(self, spoken: Language, word: str) -> bool:
        return word.isdigit() or spoken.is_plain(word) or self._is_own(word)

    def _is_own(self, word: str) -> bool:
        return any(_alike(word, own) for own in self.own)


def _is_heading(kind: Kind | None, words: tuple[str, ...]) -> bool:
    """Tell whether a name that may be a point is a heading all the same: "How to breathe", "Sensations"."""
    if kind is Kind.FEEL:
        return len(words) > 1 or len(words[0]) >= _GENERAL
    return kind is Kind.BREATHING and len(words) > 1


def _is_subject(spoken: Language, name: Name) -> bool:
    """Tell whether a name only says "the exercise": over steps a heading, but in "About the Exercise" what that is about."""
    named = [word for word in name.words if word in spoken.subjects]
    return bool(named) and all(
        word in named or word in common_words(spoken.tag) or len(word) < _SHORT for word in name.words
    )


def _is_praise(spoken: Language, name: Name) -> bool:
    """Tell whether a name is "right" or "do": alone over tips, within "do it right" no name of anything."""
    return name.kind is Kind.TIPS and all(spoken.is_plain(word) for word in name.words)


def _alike(word: str, own: str) -> bool:
    stem = own[: max(_SHORTEST, len(own) - 2)]
    return word == own or (len(own) >= _SHORTEST and word.startswith(stem) and len(word) <= len(own) + _OWN_ENDING)


def _cover(spoken: Language, words: tuple[str, ...]) -> tuple[list[Name], list[str]]:
    """Return the names in a heading from its start on, the longest where several begin, and the words of none."""
    names: list[Name] = []
    left: list[str] = []
    at = 0
    while at < len(words):
        name = next(spoken.names_at(words, at), None)
        if name is None:
            left.append(words[at])
            at += 1
        else:
            names.append(name)
            at += len(name.words)
    return names, left


def _decide(kinds: Sequence[Kind]) -> Kind:
    """Return which of several kinds a heading with all of them is."""
    found = set(kinds)
    if Kind.STEPS in found and found <= _WITH_STEPS:
        return Kind.STEPS
    if found == {Kind.EASIER, Kind.HARDER}:
        return Kind.VARIATIONS
    if found == {Kind.TIPS, Kind.SAFETY}:
        return kinds[0]
    return next(kind for kind in _PRECEDENCE if kind in found)


def named_anywhere(text: str) -> bool:
    """Tell whether a text is a name of a section in any language there is a file of."""
    return any(headings_for(tag).is_name(text) for tag in tags())


def headings_for(tag: str, *, own: Sequence[str] = (), given: Mapping[str, Kind] | None = None) -> Headings:
    """Return the names for a guide in a language; `own` are ways to write the exercise's name."""
    return Headings(
        language=language(tag),
        own=frozenset(word for name in own for word in words_of(name)),
        given={words_of(name): kind for name, kind in (given or {}).items()},
    )
