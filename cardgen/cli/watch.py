"""`cardgen watch`: guides in, their cards out, and again whenever a guide changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import formats, options, report
from cardgen.cli.options import CONTENT, Request
from cardgen.cli.report import Talk
from cardgen.cli.uniform import shared_size, uniforming
from cardgen.values.errors import Problem, Severity, UsageError

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome, Work
    from cardgen.files.collection import GuideFile
    from cardgen.files.watch import Reaction, Render, Scope
    from cardgen.pipeline.rendition import Rendition
    from cardgen.pipeline.settings import CardSettings

_STEP = 50
"""Milliseconds of quiet after which a change is acted on: longer than an editor takes from one write to the next."""
_MOST = 400
"""Milliseconds after which it is acted on even when there is no quiet."""
_ANYWAY = 5000
"""Milliseconds after which the guides are looked at without an event: not every network folder sends events."""


@click.command("watch", short_help="Print cards again whenever a guide changes.")
@options.selecting
@options.printing
@formats.formatting
@options.writing
@uniforming
def command(output: Path, *, no_manifest: bool, **shared: Any) -> None:
    """Print a card for each guide, then again for each that changes, until Ctrl-C ends it.

    New and renamed guides get a card, and so do those whose photographs change; the card of a guide that was deleted is left
    alone. When cardgen.toml changes, every card is made again.
    """
    desk = _set_up(output, shared, with_manifest=not no_manifest)
    try:
        desk.stay()
    except KeyboardInterrupt:
        made, failed = report.counted(desk.made, "card"), report.counted(desk.failed, "failure")
        desk.say(f"stopped: {made} made while watching, {failed}")


def _set_up(output: Path, given: dict[str, Any], *, with_manifest: bool) -> _Desk:
    from cardgen.files.storage import prepare_folder

    request, settings = options.cards_of(given)
    if formats.place_of(output, settings.sheet) != formats.Place(path=output):
        raise UsageError(f"watch cannot write to {output.as_posix()}", hint="name a folder: a card is a file there")
    rendition = formats.rendition_of(given, settings.sheet)
    prepare_folder(output)
    settings = shared_size(request, settings, given, output if with_manifest else None)
    return _Desk(
        request=request,
        settings=settings,
        given=given,
        output=output,
        rendition=rendition,
        with_manifest=with_manifest,
    )


@dataclass(slots=True, kw_only=True)
class _Desk:
    """Where changes come in: what is asked, how cards look at present, and what was done so far."""

    request: Request
    settings: CardSettings
    given: dict[str, Any]
    output: Path
    rendition: Rendition
    with_manifest: bool
    made: int = field(default=0, init=False)
    failed: int = field(default=0, init=False)

    def stay(self) -> None:
        """Make every card, then those that change, until somebody interrupts."""
        from cardgen.files.watch import folders_of, look, react

        scope = _scope(self.request, self.given)
        before = look(scope)
        self._make_all()
        self.say(f"watching {_named(scope)}; Ctrl-C ends it")
        while True:
            folders = folders_of(scope, before)
            for _ in ticks(folders):
                after = look(scope, before)
                usable = before.settings == after.settings or self._configure()
                self._act_on(react(before, after if usable else replace(after, settings=before.settings)))
                before = after
                if folders_of(scope, before) != folders:
                    break

    def say(self, text: str) -> None:
        """Print a line, but in quiet mode."""
        if self.request.talk is not Talk.QUIET:
            report.say(text)

    def _make_all(self) -> None:
        from cardgen.cli.render import say_cards

        summary = options.carry_out(self.request, self._work(), label="cards")
        summary = summary.noticing(self._entered(summary.outcomes))
        say_cards(summary, self.output, self.request.talk)

    def _configure(self) -> bool:
        """Take the settings as they are now and tell whether they can be used; otherwise those from before stay."""
        try:
            request, settings = options.configured(self.request, self.given)
            self.rendition.require_room(settings.sheet)
        except UsageError as error:
            report.say(f"{_clock()} the settings from before are kept: {error}", err=True)
            return False
        self.request = request
        self.settings = shared_size(request, settings, self.given, self.output if self.with_manifest else None)
        return True

    def _act_on(self, reaction: Reaction) -> None:
        from contextlib import closing

        from cardgen.bundle.batch import run

        for file in reaction.deleted:
            self.say(f"{_clock()} {file.shown}: deleted{self._left_alone(file)}")
        files = [render.file for render in reaction.renders]
        with closing(run(files, self._work(), jobs=self.request.jobs)) as outcomes:
            done = [self._told(render, outcome) for render, outcome in zip(reaction.renders, outcomes, strict=True)]
        if done:
            report.say_problems(self._entered(done))

    def _work(self) -> Work:
        from functools import partial

        from cardgen.bundle.batch import RenderRequest, render_one

        asked = RenderRequest(
            settings=self.settings,
            folder=self.output,
            rendition=self.rendition,
            selection=self.request.selection,
        )
        return partial(render_one, request=asked)

    def _told(self, render: Render, outcome: Outcome) -> Outcome:
        """Say in a line what became of a guide, and its problems under it."""
        from cardgen.values.errors import ExitCode

        self.made += bool(outcome.cards)
        self.failed += outcome.exit_code is not ExitCode.OK
        cause = f"renamed from {render.earlier.path.name}" if render.earlier else render.cause.value
        left = self._left_alone(render.earlier) if render.earlier else ""
        self.say(f"{_clock()} {outcome.file.shown}: {cause}; {_result(outcome)}{left}")
        weights = {Talk.QUIET: (Severity.ERROR,), Talk.NORMAL: (Severity.ERROR, Severity.WARNING)}
        shown = report.of_weight(outcome.problems, *weights.get(self.request.talk, tuple(Severity)))
        report.say_problems(report.down_the_file(shown))
        if self.request.talk is Talk.VERBOSE:
            report.say_traces((outcome,))
        return outcome

    def _left_alone(self, file: GuideFile) -> str:
        card = f"{file.card}{self.rendition.format.suffix}"
        return f"; {card} is left alone" if (self.output / card).exists() else ""

    def _entered(self, outcomes: Iterable[Outcome]) -> tuple[Problem, ...]:
        from cardgen.files.manifest import keep_manifest

        if not self.with_manifest:
            return ()
        return keep_manifest(self.output, outcomes, self.settings, self.rendition)


def ticks(folders: tuple[Path, ...]) -> Iterator[None]:
    """Yield at once, then whenever something changes in the folders, and every few seconds anyway."""
    import watchfiles

    yield
    try:
        for _ in watchfiles.watch(
            *folders,
            watch_filter=None,
            step=_STEP,
            debounce=_MOST,
            rust_timeout=_ANYWAY,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        ):
            yield
    except FileNotFoundError:
        return  # a folder that has just been deleted: the next look tells
    except OSError as error:
        raise UsageError(
            f"these folders cannot be watched: {error}", hint="set WATCHFILES_FORCE_POLLING=1 in the environment"
        ) from None


def _scope(request: Request, given: dict[str, Any]) -> Scope:
    from cardgen.cli.settings import config_of, settings_files
    from cardgen.files.collection import Depth
    from cardgen.files.watch import Scope

    return Scope(
        paths=given["guides"] or (CONTENT,),
        depth=Depth.DEEP if given["recursive"] else Depth.FLAT,
        selection=request.selection,
        headings=config_of(given).headings,
        settings=settings_files(given),
    )


def _named(scope: Scope) -> str:
    return ", ".join(path.as_posix() + "/" * path.is_dir() for path in (*scope.paths, *scope.settings))


def _result(outcome: Outcome) -> str:
    from cardgen.bundle.batch import Status

    match outcome.status:
        case Status.LEFT_OUT:
            return "left out by --only"
        case Status.FAILED:
            return "no card"
        case Status.DONE:
            return f"{outcome.cards[0].name} made" if outcome.cards else "no card"


def _clock() -> str:
    import time

    return time.strftime("%H:%M:%S")
