"""A program in, its week at a glance and the page for measurements out."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.bundle.program.parts import Plan
from cardgen.bundle.program.words import (
    TRAINER,
    counted,
    heads_of,
    long_date,
    minutes_text,
    name_of,
    title_of,
    unit_of,
    weekday_title,
)
from cardgen.layout.program.model import Measurement, ProgressPage, RestDay, TrainingDay, WeekPage
from cardgen.program.model import Day, Program, Weekday
from cardgen.values.prescription import Remark

REST = "Rest, or an easy walk"
MEASUREMENTS = ("Body weight", "Waist", "Resting pulse", "Sleep")
UNITS = {"Waist": "cm", "Resting pulse": "per min", "Sleep": "hours"}


def week_of(plan: Plan) -> WeekPage:
    """Return the week at a glance: every weekday, or the days alone where they are tied to none."""
    program = plan.program
    weeks = counted(program.weeks, "week")
    return WeekPage(
        eyebrow=f"{weeks} from {long_date(program.start)}" if program.start else weeks,
        days=tuple(_days(plan)),
        weeks=heads_of(program),
        remarks=tuple(_remarks(program)),
    )


def _remarks(program: Program) -> Iterator[Remark]:
    for at, line in enumerate(line for line in program.notes.splitlines() if line.strip()):
        yield Remark(lead="" if at else TRAINER, text=line.strip())


def progress_of(plan: Plan) -> ProgressPage:
    """Return the page for measurements; the last row is for whatever the client likes."""
    rows = [Measurement(name=name, unit=UNITS.get(name, unit_of(plan.program))) for name in MEASUREMENTS]
    return ProgressPage(weeks=plan.program.weeks, measurements=(*rows, Measurement()))


def _days(plan: Plan) -> list[TrainingDay | RestDay]:
    days = plan.program.days
    if not all(day.weekdays for day in days):
        return [_day(day, plan) for day in days]
    by_weekday = {weekday: day for day in days for weekday in day.weekdays}
    return [
        _day(by_weekday[weekday], plan, weekday) if weekday in by_weekday else RestDay(weekday=weekday.short, text=REST)
        for weekday in Weekday
    ]


def _title(day: Day) -> str:
    """Return what a day is called that is not listed under its days of the week: with them, or how often it is done."""
    return ", ".join(part for part in (weekday_title(day), day.often.text if day.often else "") if part)


def _day(day: Day, plan: Plan, weekday: Weekday | None = None) -> TrainingDay:
    asked = plan.of_day(day)
    return TrainingDay(
        weekday=shown.short if (shown := weekday or day.weekday) else "",
        number=str(day.number),
        title=title_of(day) if weekday or day.weekday else _title(day),
        times=1 if weekday else day.a_week,
        exercises=tuple(dict.fromkeys(name_of(it.guide) for it in asked)),
        page=plan.days[day.number],
        count=counted(len(asked), "exercise"),
        minutes=minutes_text(day, "min").removesuffix("s"),
    )
