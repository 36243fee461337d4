"""The types of `file` in, a program out: texts read, days and blocks checked against each other. Knows no YAML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TypeVar

from cardgen.guide.blanks import CONTROL, fold, has_form
from cardgen.guide.bounds import check_characters
from cardgen.guide.photos import leads_out
from cardgen.program.amounts import ReadReps, read_all_of_reps, read_hold, read_reps_list
from cardgen.program.dates import read_date
from cardgen.program.file import BlockEntry, CircuitEntry, DayEntry, ExerciseEntry, ProgramFile, TrainerEntry
from cardgen.program.loads import check_weeks, read_load, read_loads
from cardgen.program.model import (
    MOST_WEEKS,
    USUAL_RECORDS,
    USUAL_WEEKS,
    Block,
    BlockKind,
    Day,
    Often,
    Prescribed,
    Program,
    Side,
    Trainer,
    Weekday,
)
from cardgen.program.often import read_often
from cardgen.program.quantity import Along, Load
from cardgen.program.rules import check_block, refuse_twice, settle
from cardgen.program.shape import Places
from cardgen.program.times import read_pause, read_rest, read_work
from cardgen.program.words import (
    EVERY_DAY,
    Unread,
    read_kind,
    read_level,
    read_place,
    read_records,
    read_sets,
    read_side,
    read_tempo,
    read_weekdays,
    shown,
)
from cardgen.words import english

T = TypeVar("T")

MOST_LETTERS = {
    "title": 80,
    "client": 80,
    "exercise": 200,
    "name": 80,
    "contact": 200,
    "logo": 500,
    "goal": 200,
    "note": 200,
    "notes": 2000,
}
"""More than a page has room for."""
_ONE_WAY = {
    "circuit": "make the circuit a block of a day, with kind: circuit",
    "blocks": "put the blocks under a day: a dash, and blocks: under it",
    "exercises": "put the exercises under a day: a dash, and exercises: under it",
}
"""What to do with what stands beside something else."""
_MOST_OF_A_VALUE = 600
"""Letters of a text that is read into a value: 52 weeks of loads."""


def build(raw: ProgramFile, path: str, places: Places) -> Program:
    """Return the program of a file; what is wrong goes to `places`, and stands in it as if left out."""
    # a number of weeks that is wrong is told once, not again at every load
    wrong = raw.weeks is None and places.found.error_at(places.line("weeks"))
    builder = _Builder(places, MOST_WEEKS if wrong else raw.weeks or USUAL_WEEKS)
    text, read = builder.text, builder.read
    return Program(
        path=path,
        title=text("title", raw.title),
        client=text("client", raw.client),
        trainer=builder.trainer(raw.trainer, PurePath(path).parent),
        start=read("start", raw.start, read_date),
        weeks=raw.weeks or USUAL_WEEKS,
        level=read("level", raw.level, read_level),
        place=read("place", raw.place, read_place),
        goal=text("goal", raw.goal),
        notes=builder.lines("notes", raw.notes),
        records=read("log", _listed(raw.log), read_records) or USUAL_RECORDS,
        days=builder.days(raw),
        location=places.found.at(places.line("title")),
    )


def _listed(raw: str | list[str] | None) -> str | None:
    """Return a list as a text."""
    return ", ".join(raw) if isinstance(raw, list) else raw


@dataclass(frozen=True, slots=True)
class _Builder:
    places: Places
    weeks: int

    def read(self, path: str, raw: object, reader: Callable[[str], T]) -> T | None:
        """Return the value of a text, or None where there is none to be read."""
        text = "" if raw is None else fold(CONTROL.sub("", str(raw))).strip()
        if not text:
            return None
        if len(text) > _MOST_OF_A_VALUE:
            self.places.error(path, "wrong-value", f'"{shown(text)}" has {len(text)} letters', "a value is short")
            return None
        try:
            return reader(text)
        except Unread as told:
            self.places.unread(path, "wrong-value", told)
            return None

    def text(self, path: str, raw: str | None) -> str:
        """Return a text on one line, its white space folded."""
        return " ".join(self.lines(path, raw).split("\n"))

    def lines(self, path: str, raw: str | None) -> str:
        """Return a text whose lines are kept, blank ones left out."""
        if not raw:
            return ""
        check_characters(path, raw, self.places.line(path), self.places.found)
        lines = (fold(CONTROL.sub("", line)).strip() for line in raw.splitlines())
        text = "\n".join(line for line in lines if line)
        if text and not has_form(text):
            self.places.error(path, "empty", "there is no letter in it", "write a word")
        most = MOST_LETTERS[path.rpartition(".")[2] if not path.endswith("]") else "exercise"]
        if len(text) > most:
            self.places.error(
                path, "too-large", f"{len(text)} letters are more than {most}", "a page has room for less"
            )
        return text

    def trainer(self, raw: TrainerEntry | str | None, folder: PurePath) -> Trainer:
        place = self.places.found.at(self.places.line("trainer.logo")) if raw else None
        if not isinstance(raw, TrainerEntry):
            return Trainer(name=self.text("trainer.name", raw), location=place)
        # as Windows writes a path, and as every system reads it
        logo = self.text("trainer.logo", raw.logo).replace("\\", "/")
        if reason := leads_out(logo, Path(folder), of="program") if logo else "":
            hint = "put the file into the folder of the program, or one in it, and name it from there"
            self.places.error("trainer.logo", "logo-path", f'"{logo[:60]}" {reason}', hint)
            logo = ""
        return Trainer(
            name=self.text("trainer.name", raw.name),
            contact=self.lines("trainer.contact", raw.contact),
            logo=(folder / logo).as_posix() if logo else "",
            location=place,
        )

    def days(self, raw: ProgramFile) -> tuple[Day, ...]:
        ways = ("days", "blocks", "exercises", "circuit")
        given = [key for key in ways if getattr(raw, key) is not None]
        if len(given) > 1:
            self.places.error(
                given[-1], "two-ways", f'"{given[-1]}" and "{given[0]}" exclude each other', _ONE_WAY[given[-1]]
            )
        if raw.circuit is not None:
            block = self.block("circuit", raw.circuit)
            return (Day(number=1, blocks=(block,), location=block.location),)
        if raw.days:
            for key in ("weekday", "times"):
                if getattr(raw, key) is not None:
                    self.places.error(key, "of-a-day", f'"{key}" belongs to a day', f"write {key}: at each day")
            entries = self.present("days", raw.days)
            days = tuple(self.day(path, entry, number) for number, (path, entry) in enumerate(entries, start=1))
            refuse_twice(days, [path for path, _ in entries], self.places)
            return days
        if raw.blocks is not None or raw.exercises is not None:
            only = DayEntry(weekday=raw.weekday, times=raw.times, blocks=raw.blocks, exercises=raw.exercises)
            return (self.day("", only, 1),)
        if not self.places.found.has_errors():
            hint = 'write "exercises:" and a list under it; or "days:", each with exercises of its own'
            self.places.error("", "no-days", "the program has no exercises", hint)
        return ()

    def day(self, path: str, raw: DayEntry, number: int) -> Day:
        """Return a day; an empty path is that of a program which is one day itself."""
        under = f"{path}." if path else ""
        weekdays, often = self.when(under, raw)
        return Day(
            number=number,
            name=self.text(f"{under}name", raw.name),
            weekdays=weekdays,
            often=often,
            note=self.text(f"{under}note", raw.note),
            blocks=self.blocks(path, under, raw),
            location=self.places.found.at(self.places.line(path or f"{under}exercises")),
        )

    def when(self, under: str, raw: DayEntry) -> tuple[tuple[Weekday, ...], Often | None]:
        """Return on which days of the week something is done, and how often."""
        weekdays = self.read(f"{under}weekday", _listed(raw.weekday), read_weekdays) or ()
        if raw.times is None or raw.times.strip().casefold() not in EVERY_DAY:
            often = self.read(f"{under}times", raw.times, read_often)
            if often and weekdays and often.a_week < len(Weekday) and often.a_week != len(weekdays):
                message = f"{len(weekdays)} days of the week are named, but it is done {often.told(english())}"
                self.places.error(f"{under}times", "contradiction", message, "leave one of them out")
            return weekdays, often
        if weekdays and len(weekdays) < len(Weekday):
            message = "daily is every day of the week, and weekday names some"
            self.places.error(f"{under}times", "contradiction", message, "leave one of them out")
        return tuple(Weekday), None

    def blocks(self, path: str, under: str, raw: DayEntry) -> tuple[Block, ...]:
        if raw.blocks is not None and raw.exercises is not None:
            hint = "put the exercises into a block: a dash, and exercises: under it"
            self.places.error(f"{under}exercises", "two-ways", '"blocks" and "exercises" exclude each other', hint)
        if raw.blocks is not None:
            return tuple(self.block(inner, entry) for inner, entry in self.present(f"{under}blocks", raw.blocks))
        if raw.exercises is not None:
            return (self.block(path, BlockEntry(exercises=raw.exercises)),)
        if not self.places.found.error_at(self.places.line(path)):
            self.places.error(
                path, "missing-key", '"exercises" is missing', "write a list under it: - exercise: squat_barbell"
            )
        return ()

    def block(self, path: str, raw: CircuitEntry) -> Block:
        kind = BlockKind.CIRCUIT
        if isinstance(raw, BlockEntry):
            kind = self.read(f"{path}.kind", raw.kind, read_kind) or BlockKind.STRAIGHT
        under = f"{path}." if path else ""
        entries: list[tuple[str, ExerciseEntry | str]] = self.present(f"{under}exercises", raw.exercises)
        block = Block(
            kind=kind,
            name=self.text(f"{under}name", raw.name),
            exercises=tuple(self.exercise(inner, entry) for inner, entry in entries),
            note=self.text(f"{under}note", raw.note),
            rounds=raw.rounds,
            work=self.read(f"{under}work", raw.work, read_work),
            rest=self.read(f"{under}rest", raw.rest, read_pause),
            round_rest=self.read(f"{under}round_rest", raw.round_rest, read_pause),
            location=self.places.found.at(self.places.line(path or "exercises")),
        )
        check_block(path, block, raw, self.places)
        return settle(block, [inner for inner, _ in entries], self.weeks, self.places)

    def exercise(self, path: str, raw: ExerciseEntry | str) -> Prescribed:
        place = self.places.found.at(self.places.line(path))
        if isinstance(raw, str):
            return Prescribed(exercise=self.text(path, raw), path=path, location=place)
        sets = self.read(f"{path}.sets", raw.sets, read_sets)
        told = self.reps(f"{path}.reps", raw.reps)
        hold = self.read(f"{path}.hold", raw.hold, read_hold)
        load = self.load(f"{path}.load", raw.load)
        rest = self.read(f"{path}.rest", raw.rest, read_rest)
        tempo = self.read(f"{path}.tempo", raw.tempo, read_tempo)
        side = self.read(f"{path}.side", raw.side, read_side)
        if told and told.side and side not in (None, told.side):
            hint = "leave one of them out"
            self.places.error(
                f"{path}.side", "contradiction", "the repetitions are for each side, and side says other", hint
            )
        return Prescribed(
            exercise=self.text(f"{path}.exercise", raw.exercise),
            sets=sets,
            reps=told.reps if told else None,
            hold=hold,
            load=load,
            rest=rest,
            tempo=tempo,
            side=side or (told.side if told else None) or Side.BOTH,
            often=self.read(f"{path}.times", raw.times, read_often),
            note=self.text(f"{path}.note", raw.note),
            places=raw.places or 1,
            path=f"{path}.exercise",
            location=place,
        )

    def reps(self, path: str, raw: int | str | Sequence[object] | None) -> ReadReps | None:
        if raw is None or isinstance(raw, int | str):
            return self.read(path, raw, read_all_of_reps)
        entries = [fold(str(entry)).strip() for entry in raw]
        return self.read(path, ", ".join(entries) or "[]", lambda _: ReadReps(reps=read_reps_list(entries)))

    def load(self, path: str, raw: str | Sequence[object] | None) -> Load | None:
        if raw is None or isinstance(raw, str):
            load = self.read(path, raw, read_load)
        else:
            entries = [fold(str(entry)).strip() for entry in raw]
            load = self.read(path, ", ".join(entries) or "[]", lambda _: read_loads(entries))
        try:
            if load is not None and load.along is Along.WEEKS:
                check_weeks(load, self.weeks)
        except Unread as told:
            self.places.unread(path, "too-many-weeks", told)
        return load

    def present(self, path: str, entries: Sequence[T | None]) -> list[tuple[str, T]]:
        """Return the entries of a list with their paths; an empty one is an error, and so is an empty list."""
        kept: list[tuple[str, T]] = []
        for number, entry in enumerate(entries):
            inner = f"{path}[{number}]"
            if entry is None or entry == "":
                if not self.places.found.error_at(self.places.line(inner)):
                    self.places.error(
                        inner, "empty", "nothing stands here", "delete the dash, or write what belongs there"
                    )
                continue
            kept.append((inner, entry))
        if not entries and path in self.places.lines and not self.places.found.error_at(self.places.line(path)):
            self.places.error(path, "empty", "the list is empty", "write at least one entry under it")
        return kept
