"""A program in, its cover and the page before it out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cardgen.bundle.program.parts import Asked, Plan
from cardgen.bundle.program.words import long_date, minutes_of, unit_of, weights_of
from cardgen.guide.anatomy import GROUPS
from cardgen.layout.ground.figures import Subject
from cardgen.layout.program.model import Contact, HowToUse, ProgramCover
from cardgen.program import sums
from cardgen.program.model import BlockKind, Day, LoadUnit, Prescribed, Program, Side, Stage
from cardgen.program.quantity import Along, Counting
from cardgen.words import Words

MOST_PRIMARY = 4
"""Muscles that the figure on the cover shows as what the program is for."""
NOTATIONS = (
    "work",
    "sets",
    "least",
    "amrap",
    "each",
    "turn",
    "interval",
    "rpe",
    "rir",
    "percent",
    "bw",
    "weeks",
    "open",
)
"""In the order in which they are explained."""
FASTEST = "X"
"""In a tempo: the figure that needs a word most."""
_SITE = re.compile(r"(https?://)?([\w-]+\.)+[a-z]{2,}(/\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def cover_of(plan: Plan) -> ProgramCover:
    """Return the words of the cover."""
    program, words = plan.program, plan.words
    primary, helping = _muscles(plan)
    works, also = (words("list.comma").join(words(f"muscle.{it}") for it in found) for found in (primary, helping))
    figure = words("cover.works-also" if also else "cover.works", works=works, also=also) if works else ""
    return ProgramCover(
        eyebrow=words("program.length", weeks=words.count("count.weeks", program.weeks), days=_a_week(program, words)),
        title=program.title,
        facts=_facts(plan),
        client=program.client,
        goal=program.goal,
        dates=_dates(program, words),
        trainer=program.trainer.name,
        contacts=tuple(_contact(line) for line in program.trainer.contact.splitlines() if line.strip()),
        primary=primary,
        helping=helping,
        figure=figure,
        subject=_subject(plan),
    )


def how_to_use(plan: Plan) -> HowToUse:
    """Return what the page before the program refers to."""
    tempos = [it.exercise.tempo.text for it in plan.asked if it.exercise.tempo and it.exercise.tempo.figures]
    return HowToUse(
        week=plan.week,
        log=min(plan.logs.values(), default=0),
        distance=plan.distance,
        tempo=next((it for it in tempos if FASTEST in it), tempos[0] if tempos else ""),
        notations=tuple(_notations(plan)),
    )


def _notations(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield every notation of a program by its first use, and what that means."""
    found: dict[str, tuple[str, str]] = {}
    for it in plan.asked:
        for written, notation, meaning in _of_exercise(it, plan):
            if written:
                found.setdefault(notation, (written, meaning or plan.words(f"notation.{notation}")))
    yield from (found[notation] for notation in NOTATIONS if notation in found)


def _of_exercise(it: Asked, plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield the notations of an exercise: as they are written, which each is, and a meaning of its own; empty where there is none."""
    asked, words = it.exercise, plan.words
    yield _plain_work(asked), "work", _work_told(asked, words)
    yield words("side.each") if asked.side is Side.EACH else "", "each", ""
    partners = [other.label for other in plan.of_day(it.day) if other.block is it.block]
    in_superset = it.block.kind is BlockKind.SUPERSET and len(partners) > 1
    yield words("list.comma").join(partners) if in_superset else "", "turn", ""
    weights = weights_of(asked, it.guide, it.block, plan.program.weeks)
    yield unit_of(asked, plan.program) if weights and not any(weights) else "", "open", ""
    for written, notation in _of_amounts(asked, words):
        yield written, notation, ""


def _plain_work(asked: Prescribed) -> str:
    """Return sets and repetitions that are counted, as they are written; empty where there are none such."""
    amounts = asked.reps.amounts if asked.reps else ()
    is_plain = len(amounts) == 1 and amounts[0].counting is Counting.COUNT and not amounts[0].words
    return f"{asked.sets.text} × {amounts[0].text}" if is_plain and asked.sets and not amounts[0].is_least else ""


def _work_told(asked: Prescribed, words: Words) -> str:
    if not _plain_work(asked) or asked.sets is None or asked.reps is None:
        return ""
    sets, reps = (text.replace("–", words("notation.to")) for text in (asked.sets.text, asked.reps.text))
    return words.count("program.work", asked.sets.high, sets=sets, reps=reps)


def _of_amounts(asked: Prescribed, words: Words) -> Iterator[tuple[str, str]]:
    """Yield how repetitions, rests and loads are written."""
    amounts = asked.reps.amounts if asked.reps else ()
    in_turn = asked.reps is not None and asked.reps.along is Along.SETS and len(amounts) > 1
    unit = asked.load.unit if asked.load else None
    load = asked.load.text(1) if asked.load else ""
    is_percent = unit in (LoadUnit.PERCENT, LoadUnit.PERCENT_1RM)
    is_open = any(it.counting is Counting.AMRAP and not it.words for it in amounts)
    yield "AMRAP" if is_open else "", "amrap"
    yield next((it.text for it in amounts if it.is_least), ""), "least"
    yield asked.reps.text if asked.reps and in_turn else "", "sets"
    yield asked.rest.told(words) if asked.rest and asked.rest.is_interval else "", "interval"
    yield load if unit is LoadUnit.RPE else "", "rpe"
    yield load if unit is LoadUnit.RIR else "", "rir"
    yield "BW" if load.startswith("BW") else "", "bw"
    yield load if is_percent else "", "percent"
    is_weekly = asked.load is not None and asked.load.changes and asked.load.along is Along.WEEKS
    yield asked.load.span if asked.load and is_weekly else "", "weeks"


def _facts(plan: Plan) -> tuple[str, ...]:
    level, words = plan.program.level, plan.words
    exercises = words.count("count.exercises", len({it.guide.path for it in plan.asked}))
    return (
        _minutes(plan.program.days, words),
        words("cover.exercises-level", exercises=exercises, level=words(f"level.{level.value}"))
        if level
        else exercises,
    )


def _a_week(program: Program, words: Words) -> str:
    """Return on how many days of a week there is training, and where."""
    days = words.count("count.days", min(sum(day.a_week for day in program.days), 7))
    return words(f"cover.days-{program.place.value}" if program.place else "cover.days", days=days)


def _minutes(days: tuple[Day, ...], words: Words) -> str:
    """Return how long a day takes: the only one as its page has it, several in the mean of theirs, to five minutes."""
    if len(days) == 1:
        minutes = words.count("count.minutes", minutes_of(days[0]))
        return words("cover.minutes" if sums.is_timed(days[0]) else "cover.minutes-about", minutes=minutes)
    mean = round(sum(sums.day_minutes(day) for day in days) / len(days) / 5) * 5
    return words("cover.minutes-about", minutes=words.count("count.minutes", max(mean, 5)))


def _dates(program: Program, words: Words) -> str:
    last = sums.end_of(program)
    if program.start is None or last is None:
        return ""
    return words("date.range", first=long_date(program.start, words), last=long_date(last, words))


def _contact(line: str) -> Contact:
    text = line.strip()
    if _MAIL.fullmatch(text):
        return Contact(text=text, link=f"mailto:{text}")
    if _SITE.fullmatch(text):
        return Contact(text=text, link=text if text.lower().startswith("http") else f"https://{text}")
    return Contact(text=text)


def _muscles(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the muscles that most exercises of the main work are for, and those that others are for."""
    counts: Counter[str] = Counter()
    for it in plan.asked:
        if it.block.kind.stage is Stage.MAIN:
            counts.update({group for muscle in it.guide.muscles.primary for group in muscle.groups})
    ranked = [group for group, _ in sorted(counts.items(), key=lambda pair: (-pair[1], list(GROUPS).index(pair[0])))]
    return tuple(ranked[:MOST_PRIMARY]), tuple(ranked[MOST_PRIMARY : 2 * MOST_PRIMARY])


def _subject(plan: Plan) -> Subject | None:
    """Return what the cover shows: the first exercise of the main work that has a figure."""
    main = (it.guide.path for it in plan.asked if it.block.kind.stage is Stage.MAIN)
    return next((plan.subjects[path] for path in main if path in plan.subjects), None)
