"""The types of `file` in, a program out: texts read, days and blocks checked against each other. Knows no YAML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TypeVar

from cardgen.guide.blanks import CONTROL, fold
from cardgen.guide.bounds import check_characters
from cardgen.guide.photos import leads_out
from cardgen.program.file import BlockEntry, CircuitEntry, DayEntry, ExerciseEntry, ProgramFile, TrainerEntry
from cardgen.program.loads import check_weeks, read_load, read_loads
from cardgen.program.model import MOST_WEEKS, USUAL_WEEKS, Block, BlockKind, Day, Prescribed, Program, Side, Trainer
from cardgen.program.quantity import Load
from cardgen.program.rules import check_block, refuse_twice
from cardgen.program.shape import Places
from cardgen.program.words import (
    Unread,
    read_date,
    read_kind,
    read_level,
    read_place,
    read_reps,
    read_rest,
    read_side,
    read_tempo,
    read_weekday,
    read_work,
    shown,
)

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
        days=builder.days(raw),
        location=places.found.at(places.line("title")),
    )


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
        if raw.circuit is not None:
            if raw.days is not None:
                hint = "make the circuit a block of a day, with kind: circuit"
                self.places.error("circuit", "circuit-and-days", '"circuit" and "days" exclude each other', hint)
            block = self.block("circuit", raw.circuit)
            return (Day(number=1, blocks=(block,), location=block.location),)
        if not raw.days:
            if not self.places.found.has_errors():
                hint = 'write "days:" and a list under it, or "circuit:"'
                self.places.error("", "no-days", "the program has no days", hint)
            return ()
        entries = self.present("days", raw.days)
        days = tuple(self.day(path, entry, number) for number, (path, entry) in enumerate(entries, start=1))
        refuse_twice(days, [path for path, _ in entries], self.places)
        return days

    def day(self, path: str, raw: DayEntry, number: int) -> Day:
        blocks = tuple(self.block(inner, entry) for inner, entry in self.present(f"{path}.blocks", raw.blocks))
        return Day(
            number=number,
            name=self.text(f"{path}.name", raw.name),
            weekday=self.read(f"{path}.weekday", raw.weekday, read_weekday),
            note=self.text(f"{path}.note", raw.note),
            blocks=blocks,
            location=self.places.found.at(self.places.line(path)),
        )

    def block(self, path: str, raw: CircuitEntry) -> Block:
        kind = BlockKind.CIRCUIT
        if isinstance(raw, BlockEntry):
            kind = self.read(f"{path}.kind", raw.kind, read_kind) or BlockKind.STRAIGHT
        entries: list[tuple[str, ExerciseEntry | str]] = self.present(f"{path}.exercises", raw.exercises)
        block = Block(
            kind=kind,
            name=self.text(f"{path}.name", raw.name),
            exercises=tuple(self.exercise(inner, entry) for inner, entry in entries),
            note=self.text(f"{path}.note", raw.note),
            rounds=raw.rounds,
            work=self.read(f"{path}.work", raw.work, read_work),
            rest=self.read(f"{path}.rest", raw.rest, read_rest),
            round_rest=self.read(f"{path}.round_rest", raw.round_rest, read_rest),
            location=self.places.found.at(self.places.line(path)),
        )
        check_block(path, block, raw, self.places)
        return block

    def exercise(self, path: str, raw: ExerciseEntry | str) -> Prescribed:
        place = self.places.found.at(self.places.line(path))
        if isinstance(raw, str):
            return Prescribed(exercise=self.text(path, raw), path=path, location=place)
        return Prescribed(
            exercise=self.text(f"{path}.exercise", raw.exercise),
            sets=raw.sets,
            reps=self.read(f"{path}.reps", raw.reps, read_reps),
            load=self.load(f"{path}.load", raw.load),
            rest=self.read(f"{path}.rest", raw.rest, read_rest),
            tempo=self.read(f"{path}.tempo", raw.tempo, read_tempo),
            side=self.read(f"{path}.side", raw.side, read_side) or Side.BOTH,
            note=self.text(f"{path}.note", raw.note),
            places=raw.places or 1,
            path=f"{path}.exercise",
            location=place,
        )

    def load(self, path: str, raw: str | Sequence[object] | None) -> Load | None:
        if raw is None or isinstance(raw, str):
            load = self.read(path, raw, read_load)
        else:
            entries = [fold(str(entry)).strip() for entry in raw]
            load = self.read(path, ", ".join(entries) or "[]", lambda _: read_loads(entries))
        try:
            if load is not None:
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
        if not entries and not self.places.found.error_at(self.places.line(path)):
            self.places.error(path, "empty", "the list is empty", "write at least one entry under it")
        return kept
