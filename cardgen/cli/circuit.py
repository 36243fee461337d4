"""`cardgen circuit`: a program file with a circuit in, posters, floor plan and coach's sheet out."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.cli import formats, options, report
from cardgen.cli.programs import names_in
from cardgen.cli.report import Talk
from cardgen.values.errors import GuideError, Problem, ProgramError, Severity, UsageError
from cardgen.values.use import Detail, Ink

if TYPE_CHECKING:
    from cardgen.bundle.circuit import CircuitSettings, MadeCircuit
    from cardgen.cli.formats import Written
    from cardgen.guide import Guide
    from cardgen.program.model import Block, Program

OUTPUT = "output/circuit"
"""Where it goes when no option says where; its format decides what the name ends in."""

F = TypeVar("F", bound=Callable[..., Any])


def posting(command: F) -> F:
    """Add the options that say what the pages are to look like."""
    decorators = (
        click.option(
            "--size", default="a4", metavar="SIZE", help="Of the posters: a5 to a2, letter, tabloid ... (default: a4)."
        ),
        click.option(
            "--orientation",
            type=click.Choice(["landscape", "portrait", "auto"], case_sensitive=False),
            default="landscape",
            help="How the posters hang (default: landscape).",
        ),
        click.option(
            "--read-from",
            default="3m",
            metavar="DISTANCE",
            help="From how far posters are read, such as 3m or 10ft: nothing is smaller than can be read from there (default: 3m).",
        ),
        click.option(
            "--scan-from", default="0.3m", metavar="DISTANCE", help="The code is a tenth as wide (default: 0.3m)."
        ),
        click.option(
            "--detail",
            type=click.Choice([Detail.HEADLINE.value, Detail.BRIEF.value], case_sensitive=False),
            default="headline",
            help="The names of the steps alone (the default), or their texts too where these can be read.",
        ),
        click.option(
            "--arrow",
            type=click.Choice(["right", "left", "up", "down"], case_sensitive=False),
            default="right",
            help="Where the next station is, seen from the poster (default: right).",
        ),
        click.option(
            "--plan",
            type=click.Choice(["ring", "grid", "none"], case_sensitive=False),
            default="ring",
            help="Stations round the room (the default), row by row, or no floor plan.",
        ),
        click.option("--coach/--no-coach", default=True, help="With the coach's sheet (the default), or without."),
        click.option("--theme", metavar="NAME|FILE", help="petrol, night, oxblood, graphite, or a theme file."),
        click.option(
            "--ink",
            type=click.Choice(options.asked(Ink), case_sensitive=False),
            help="Coloured grounds (the default), white grounds and outlines, or one ink.",
        ),
        click.option("--safe", metavar="LENGTH", help="Keep so much clear at every edge, such as 8mm, to laminate."),
        click.option(
            "--config",
            type=click.Path(path_type=Path, readable=False),
            metavar="FILE",
            help="The gym's settings (default: cardgen.toml, if it is here).",
        ),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


@click.command("circuit", short_help="Print a circuit: station posters, floor plan, coach's sheet.")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--guides",
    type=click.Path(path_type=Path, readable=False),
    metavar="DIR",
    help="Where the guides of the exercises are (default: content).",
)
@click.option(
    "--which", type=click.IntRange(min=1), metavar="N", help="Which circuit of the file, where it has several."
)
@posting
@formats.formatting
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="The file to write (default: output/circuit.pdf); pages of PNG and SVG are numbered: circuit-01.png ...",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say everything.")
def command(file: Path, output: Path | None, **shared: Any) -> None:
    """Print the circuit of a program FILE: a poster for each place of each station, the floor plan, the coach's sheet."""
    from cardgen.bundle.circuit import make_circuit

    options.require_working_folder()
    talk = options.talk_of(shared)
    settings, notices = _settings(shared)
    rendition = formats.rendition_of(shared, settings.card.sheet, output=output)
    path = formats.output_of(output, OUTPUT, rendition)
    started = time.perf_counter()
    block, guides, title, warnings = _circuit_of(file, shared)
    made = make_circuit(block, guides, settings, title=title)
    problems = (*notices, *warnings, *made.problems)
    _require_document(made, problems, talk)
    written = formats.write_document(made.document, path, rendition)
    seconds = time.perf_counter() - started
    _say_json(made, written, problems) if shared["as_json"] else _say(made, written, problems, talk, seconds)


def _settings(shared: dict[str, Any]) -> tuple[CircuitSettings, tuple[Problem, ...]]:
    """Return how the pages are made, and what there is to say about `cardgen.toml`."""
    from cardgen.bundle.circuit import CircuitSettings
    from cardgen.cli.settings import card_settings, config_of
    from cardgen.layout.circuit.model import Arrow, Plan

    config = config_of(shared)
    settings = CircuitSettings(
        card=card_settings(shared, config),
        arrow=Arrow(shared["arrow"]),
        plan=Plan(shared["plan"]),
        has_coach=shared["coach"],
    )
    return settings, config.problems


def _circuit_of(file: Path, shared: dict[str, Any]) -> tuple[Block, tuple[Guide, ...], str, tuple[Problem, ...]]:
    """Return the circuit of a file, its guides, its name and warnings; ProgramError where the file has errors."""
    from cardgen.files.plans import program_files, read_plan

    if file.is_dir():
        raise UsageError(f"{file.as_posix()} is a folder", hint="name the program in it that holds the circuit")
    (path,) = program_files([file])
    plan = read_plan(path, names_in(shared["guides"]))
    if plan.program is None or plan.resolved is None or plan.has_errors:
        raise ProgramError(report.of_weight(plan.problems, Severity.ERROR))
    block, title = _chosen(plan.program, shared["which"])
    resolved = plan.resolved
    return block, tuple(resolved.guide(exercise) for exercise in block.exercises), title, plan.problems


def _chosen(program: Program, which: int | None) -> tuple[Block, str]:
    """Return the circuit that is meant, and its name: its own, else the program's where that has no other day."""
    found = list(program.circuits())
    if not found:
        raise UsageError(
            f"{program.path} has no circuit",
            hint="a circuit is a block with `kind: circuit`, or the file's own `circuit:`",
        )
    if which is None and len(found) > 1:
        raise UsageError(
            f"{program.path} has {len(found)} circuits", hint=f"say which is meant: --which 1 to --which {len(found)}"
        )
    if which and which > len(found):
        told = report.counted(len(found), "circuit")
        raise UsageError(
            f"--which is {which}, but {program.path} has {told}",
            hint=f"choose 1 to {len(found)}" if len(found) > 1 else "leave it out",
        )
    day, block = found[(which or 1) - 1]
    alone = len(program.days) == 1 and len(day.blocks) == 1
    return block, block.name or (program.title if alone else "")


def _require_document(made: MadeCircuit, problems: tuple[Problem, ...], talk: Talk) -> None:
    """Refuse to write a circuit that lacks one of its pages."""
    if made.document is None:
        raise GuideError(problems if talk is Talk.VERBOSE else report.of_weight(problems, Severity.ERROR))


def _say(made: MadeCircuit, written: Written, problems: tuple[Problem, ...], talk: Talk, seconds: float) -> None:
    """Say what was made, warnings too, and notes with -v."""
    shown = {Talk.QUIET: (), Talk.NORMAL: (Severity.WARNING,), Talk.VERBOSE: (Severity.WARNING, Severity.NOTE)}
    own = problems if talk is Talk.VERBOSE else tuple(it for it in problems if it.code in ("layout", "config"))
    say = report.say_problems if talk is Talk.VERBOSE else report.say_alike
    say(report.of_weight(own, *shown[talk]))
    if talk is Talk.QUIET or made.document is None:
        return
    if written.left:  # nobody is to take them for a part of this
        report.say(f"left from before, and left alone: {report.named(written.left)}", err=True)
    pages = report.counted(len(made.document.pages), "page")
    told = (
        f"{report.counted(len(made.circuit.stations), 'station')}, {report.counted(made.posters, 'poster')} on {pages}"
    )
    report.say(f"{told} in {written.files[0].as_posix()} ({seconds:.1f} s)")


def _say_json(made: MadeCircuit, written: Written, problems: tuple[Problem, ...]) -> None:
    circuit = made.circuit
    report.say_json(
        {
            "circuit": written.files[0].as_posix() if written.files else None,
            "files": [path.as_posix() for path in written.files],
            "title": circuit.title,
            "stations": [
                {"number": it.number, "title": it.title, "equipment": it.equipment, "places": it.places}
                for it in circuit.stations
            ],
            "seconds": {"round": circuit.times[0].end if circuit.times else None, "total": circuit.whole},
            "setup": list(circuit.kit),
            "problems": [report.problem_record(problem) for problem in problems],
        }
    )
