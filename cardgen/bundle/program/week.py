"""A program in, its week at a glance and the page for measurements out."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.bundle.program.parts import Plan
from cardgen.bundle.program.words import (
    heads_of,
    long_date,
    minutes_of,
    name_of,
    said_by,
    short_weekday,
    title_of,
    unit_of,
    weekday_title,
    work_text,
)
from cardgen.layout.program.model import Measurement, ProgressPage, RestDay, TrainingDay, WeekPage
from cardgen.program.model import Day, Program, Weekday
from cardgen.values.prescription import Remark
from cardgen.words import Words

SHOWN_WHOLE = 2
"""A week of no more days than this says what is done on each."""


def week_of(plan: Plan) -> WeekPage:
    """Return the week at a glance: every weekday, or the days alone where they are tied to none."""
    program, words = plan.program, plan.words
    weeks = words.count("count.weeks", program.weeks)
    return WeekPage(
        eyebrow=words("week.from", weeks=weeks, date=long_date(program.start, words)) if program.start else weeks,
        days=tuple(_days(plan)),
        weeks=heads_of(program, words),
        remarks=tuple(_remarks(program, words)),
    )


def _remarks(program: Program, words: Words) -> Iterator[Remark]:
    for at, line in enumerate(line for line in program.notes.splitlines() if line.strip()):
        yield Remark(lead="" if at else said_by(program, words), text=line.strip())


def progress_of(plan: Plan) -> ProgressPage:
    """Return the page for measurements; the last row is for whatever the client likes."""
    words = plan.words
    rows = (
        Measurement(name=words("measure.weight"), unit=unit_of(None, plan.program)),
        Measurement(name=words("measure.waist"), unit=words("measure.waist-unit")),
        Measurement(name=words("measure.pulse"), unit=words("measure.pulse-unit")),
        Measurement(name=words("measure.sleep"), unit=words("measure.sleep-unit")),
    )
    return ProgressPage(weeks=plan.program.weeks, measurements=(*rows, Measurement()))


def _days(plan: Plan) -> list[TrainingDay | RestDay]:
    days = plan.program.days
    if not all(day.weekdays for day in days):
        return [_day(day, plan) for day in days]
    by_weekday = {weekday: day for day in days for weekday in day.weekdays}
    return [
        _day(by_weekday[weekday], plan, weekday)
        if weekday in by_weekday
        else RestDay(weekday=short_weekday(weekday, plan.words), text=plan.words("week.rest"))
        for weekday in Weekday
    ]


def _title(day: Day, words: Words) -> str:
    """Return what a day is called that is not listed under its days of the week: with them, or how often it is done."""
    return words("list.comma").join(
        part for part in (weekday_title(day, words), day.often.told(words) if day.often else "") if part
    )


def _day(day: Day, plan: Plan, weekday: Weekday | None = None) -> TrainingDay:
    asked, words = plan.of_day(day), plan.words
    is_whole = sum(it.a_week for it in plan.program.days) <= SHOWN_WHOLE
    names = [name_of(it.guide) for it in asked]
    return TrainingDay(
        weekday=short_weekday(weekday or day.weekday, words),
        number=str(day.number),
        title=title_of(day, words) if weekday or day.weekday else _title(day, words),
        times=1 if weekday else day.a_week,
        exercises=tuple(names if is_whole else dict.fromkeys(names)),
        works=tuple(work_text(it.exercise, it.block) for it in asked) if is_whole else (),
        page=plan.days[day.number],
        count=words.count("count.exercises", len(asked)),
        minutes=words("time.min", number=minutes_of(day)),
    )
