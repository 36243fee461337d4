"""A page in, what it is in place of an exercise out: an article, an index, a product, a workout. Such a page is no card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cardgen.guide.draft import Draft
from cardgen.guide.findings import Findings
from cardgen.guide.front import Front
from cardgen.guide.headings import Headings
from cardgen.guide.languages import Kind
from cardgen.guide.model import Item, ItemList, Paragraph, Step, plain_text

_TITLES = (
    (
        "an article",
        r"(?:the )?(?:top |best )?\d+ (?!.*\b(?:degrees?|kg|lb)\b).*\b(?:exercises|moves|workouts|stretches|ways|tips|reasons|mistakes|benefits|things)\b",
    ),
    ("an article", r"(?:the )?(?:best|top) .*\b(?:exercises|moves|workouts|stretches)\b"),
    ("an article", r"(?:the )?(?:benefits|history|science|importance|anatomy|pros and cons) of\b"),
    (
        "an article",
        r"(?:the )?(?:most )?(?:common |\d+ )?(?:mistakes|errors|faults) (?:in|of|with|when|during|people)\b",
    ),
    ("an article", r"exercises (?:for|to|that)\b"),
    ("an article", r"(?:why|what (?:is|are)|when|which|should|is|are|can|does) .*\?"),
    (
        "an article",
        r"how to (?!do\b|perform\b|execute\b|use (?:the|a|an)\b|get (?:into|up)\b|hold\b|squat|deadlift|press|row|lunge|plank|stretch|lift|swing)\w+ (?:a |an |the |your )?\w+",
    ),
    ("a comparison", r".+ (?:vs\.?|versus) .+"),
    ("a page of questions", r"(?:faqs?|frequently asked questions|q ?& ?a)\b"),
    (
        "a page about the site",
        r"(?:about(?: us)?|contact(?: us)?|impressum|imprint|privacy(?: policy)?|datenschutz\w*|terms(?: .*)?|home|welcome.*|pricing|changelog|contributing|license|code of conduct)",
    ),
    (
        "a plan, not one exercise",
        r".*\b(?:workout|training|exercise|fitness|rehab\w*) (?:plan|program(?:me)?|schedule|split|log|journal|routine|diary)\b.*",
    ),
    ("a plan, not one exercise", r".*\b(?:program(?:me)?|schedule|weekly plan)\b"),
    (
        "a plan, not one exercise",
        r"(?:.*\b(?:leg|push|pull|chest|back|arm|shoulder|core|upper|lower|full)(?:[ -]body)? day|day|week)(?: \d+| [a-d])?$",
    ),
    ("a list of exercises", r".*\bprogressions?"),
)
"""Titles of pages that are no exercise, in English."""

_MANY = (
    r"übungen|ejercicios|estiramientos|exercices|étirements|exercícios|alongamentos|esercizi|oefeningen|ćwiczeń|ćwiczenia|упражнени[йя]|"
    r"вправи?|egzersiz(?:ler\w*)?|hareket(?:ler\w*)?|övningar|øvelser|cviků|cviky|exerciții|exercitii|tips|tipps|consejos|conseils|dicas|"
    r"fehler|fejl|misstag|errores|erreurs|erros|errori|fouten|błędów|ошибок|помилок|hata|chyb|greșeli"
)
"""Exercises, hints and mistakes in the plural, in the languages besides English."""
_ELSEWHERE = (
    (
        "a plan, not one exercise",
        (
            r".*\b(?:trainings?(?:plan|programm|schema|tagebuch)|wochenplan|weekschema|træningsprogram|trænings?plan|träningsprogram|"
            r"träningsschema|tréninkový plán|trenažní plán|plan(?:o)? (?:de )?(?:entrenamiento|treino|antrenament|treningowy)|"
            r"program(?:ma|me|a)? (?:de |di |d['’])?(?:entrenamiento|entraînement|treino|antrenament|allenamento|treningowy)|"
            r"rutina (?:de|semanal)|scheda (?:di )?(?:allenamento|palestra)|(?:план|программа|програма|щоденник|дневник) тренуван\w*|"
            r"(?:план|программа|дневник) трениров\w*|antrenman (?:programı|planı|günlüğü))\b.*"
        ),
    ),
    ("an article", rf"(?:(?:top|die|los|las|les|os|as|i|gli|de|топ)[ -]*)?\d+ (?:\S+ ){{0,2}}(?:{_MANY})\b"),
)
"""The same in the other languages: words that mean one thing in all of them."""
_MAY_BE_NAMES = frozenset({Kind.STEPS, Kind.PHASE, Kind.BREATHING, Kind.FORM})
"""What an exercise may be called as well: "Breathing", "Hold"."""
WORKOUT = "a workout of several exercises"
_HINTS = {
    WORKOUT: "a card shows one exercise: write a guide of each, and name them in a program: cardgen program new",
    "a plan, not one exercise": "a card shows one exercise; a plan of several is a program: cardgen program new",
}
_PRODUCT = frozenset({"price", "sku", "product_id", "buy_url", "affiliate_link", "currency"})
_TYPES = {"product": "a product", "faq": "a page of questions", "index": "an index", "author": "a page about a person"}
_KEYS_OF_TYPE = ("type", "schema_type", "page_type", "post_type")
_DOSE = re.compile(
    r"(?<!\d)\d++\s*+(?:[x×*]\s*\d+|(?:sets?|reps?|rounds?|each side|s[äa]tze|wdh|series|repeticiones|serie)\b)",
    re.IGNORECASE,
)
_MOST_WORDS = 9
"""Of an entry that names an exercise and its dose."""
_MOST = 0.6
"""The share of entries from which on a list is what they are."""


def refuse_other(title: str, front: Front, steps: Sequence[Step], headings: Headings, found: Findings) -> None:
    """Add an error where a page is no exercise, which says what it is."""
    titles = (*_TITLES, *_ELSEWHERE) if headings.is_english or title.isascii() else _ELSEWHERE
    what = _by_front(front) or _by_title(title, titles) or _by_section(title, headings) or _by_steps(steps)
    if what:
        hint = _HINTS.get(
            what, 'a card shows one exercise; if this is one, call it so in the front matter: title: "..."'
        )
        found.error("no-exercise", f'"{title}" is {what}, no exercise', hint=hint)


def _by_front(front: Front) -> str:
    if any(key.casefold() in _PRODUCT for key in front.unused):
        return "a product"
    for key, entries in front.others.items():
        if key.casefold() in _KEYS_OF_TYPE:
            for entry in entries:
                if what := _TYPES.get(entry.text.casefold()):
                    return what
    return ""


def _by_title(title: str, titles: Sequence[tuple[str, str]]) -> str:
    plain = " ".join(title.casefold().split())
    return next((what for what, pattern in titles if re.fullmatch(rf"(?:{pattern}).*", plain)), "")


def _by_section(title: str, headings: Headings) -> str:
    """Tell a page that is called after a part of a guide: "Common Mistakes"; "Posture Exercise" may well be one."""
    reading = replace(headings, own=frozenset()).read(title)
    part = reading.is_whole and reading.kind not in _MAY_BE_NAMES and not headings.speaks_of_exercise(title)
    return "a part of a guide" if part else ""


def _by_steps(steps: Sequence[Step]) -> str:
    """Tell a workout by its "steps": names of exercises with their sets and repetitions."""
    texts = [" ".join((step.name, *_texts(step))) for step in steps]
    doses = sum(len(text.split()) <= _MOST_WORDS and _DOSE.search(text) is not None for text in texts)
    return WORKOUT if len(texts) > 1 and doses > _MOST * len(texts) else ""


def _texts(step: Step) -> Iterable[str]:
    return (plain_text(block.text) for block in step.blocks if isinstance(block, Paragraph))


def is_index(drafts: Sequence[Draft], links: frozenset[int]) -> bool:
    """Tell whether a page is mostly a list of links; `links` are the lines of points that are a link and nothing else."""
    items = [item for draft in drafts for block in draft.blocks if isinstance(block, ItemList) for item in block.items]
    return len(items) > 1 and sum(_is_linked(item, links) for item in items) > _MOST * len(items)


def leads_elsewhere(steps: Sequence[Step], links: frozenset[int]) -> bool:
    """Tell whether what would be the steps are links to other pages."""
    return len(steps) > 1 and sum(step.location.line in links for step in steps) > _MOST * len(steps)


def refuse_index(title: str, found: Findings) -> None:
    """Add the error of a page that lists others."""
    hint = "name the guides that it lists, or their folder"
    found.error("no-exercise", f'"{title}" is a list of links, no exercise', hint=hint)


def _is_linked(item: Item, links: frozenset[int]) -> bool:
    return item.location.line in links or any(span.link for span in item.text)
