"""Arguments in, text and exit codes out. Each command is a module, imported when it is called."""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from cardgen import __version__
from cardgen.cli import report
from cardgen.values.errors import CardgenError, GuideError, ProgramError

COMMANDS = {
    "render": "render",
    "booklet": "booklet",
    "overview": "overview",
    "watch": "watch",
    "check": "check",
    "list": "listing",
    "new": "new",
    "movements": "movements",
    "program": "programs",
    "circuit": "circuit",
    "split": "splitting",
    "import": "importing",
    "init": "init",
    "schema": "schema",
}
"""In the order in which `--help` shows them; each is `command` in its module (one named `list` would hide the built-in, one
named `program` the group below)."""

_CLOSED_PIPE = (errno.EPIPE, errno.ESHUTDOWN)

INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""
TERMINATED = 143
"""128 + SIGTERM."""


class Terminated(KeyboardInterrupt):
    """Somebody asked the process to end, and it does so as if by Ctrl-C: in order, its workers before it."""


class Program(click.Group):
    """The group of commands: it finds them late and turns what goes wrong into words and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{COMMANDS[cmd_name]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of a line; where there is none of that name, say which is meant."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f'there is no command "{report.printable(args[0])}". {_meant(args[0])}')
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what it raises is said without a traceback."""
        try:
            return super().invoke(ctx)
        except (GuideError, ProgramError) as error:
            report.say(str(error), err=True)  # each line starts with its file, for people and editors alike
            ctx.exit(int(error.exit_code))
        except CardgenError as error:
            report.say(f"cardgen: {error}", err=True)
            ctx.exit(int(error.exit_code))
        except KeyboardInterrupt as stop:
            report.say("stopped", err=True)
            ctx.exit(_stopped(stop))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise  # click has its own words for these
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _CLOSED_PIPE:
                raise  # click ends quietly
            if told := report.unwritable(error):
                report.say(f"cardgen: {told}", err=True)
                ctx.exit(int(told.exit_code))
            report.say_unexpected(error, verbose=report.is_verbose(ctx))
            ctx.exit(1)


@click.group(cls=Program, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cardgen", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Turn exercise guides written in Markdown into printable PDF cards."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> NoReturn:
    """Run the program with the arguments of the process."""
    try:
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, _terminate)
        report.use_utf8()
        program(prog_name="cardgen")
    except KeyboardInterrupt as stop:  # before or after the command itself
        sys.exit(_stopped(stop))
    except OSError as error:  # the version or the help; or a second one, while the first was told
        told = report.unwritable(error)
        if told is None:
            raise
        with suppress(OSError):
            report.say(f"cardgen: {told}", err=True)
        sys.exit(int(told.exit_code))
    sys.exit(0)


def _meant(name: str) -> str:
    """Return what may be meant by the name of a command that there is not."""
    from cardgen.values.nearest import nearest

    if close := nearest(name, COMMANDS):
        return f'Did you mean "{close}"?'
    if os.path.lexists(name):
        is_program = name.lower().endswith((".yaml", ".yml"))
        return f"To print it: cardgen {'booklet --program' if is_program else 'render'} {report.printable(name)}"
    return f"The commands are {', '.join(COMMANDS)}"


def _terminate(*_: object) -> NoReturn:
    raise Terminated


def _stopped(stop: KeyboardInterrupt) -> int:
    return TERMINATED if isinstance(stop, Terminated) else INTERRUPTED
