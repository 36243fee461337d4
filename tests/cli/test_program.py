"""The program as a process: version, help, exit codes, pipes, encodings, interrupts."""

import errno
import os
import signal
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from cardgen import __version__
from cardgen.bundle.batch import Outcome, Status
from cardgen.cli import COMMANDS, progress, report
from tests.quick import mostly_slow


@pytest.fixture
def process(tmp_path, repository):
    def start(*arguments, script=None, stdout=subprocess.PIPE, **changes):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
        environment |= {"PYTHONPATH": str(repository), **changes}
        command = [sys.executable, "-c", script] if script else [sys.executable, "-m", "cardgen", *arguments]
        return subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE
        )

    return start


def hold(file, selection=()):
    """Work that says it has begun and ends when the gate is opened; at the top level, as spawned processes need it."""
    os.write(1, b"begun\n")
    with Path(os.environ["GATE"]).open("rb", buffering=0) as gate:
        gate.read(1)
    return Outcome(file=file, status=Status.DONE)


def test_the_version_is_told(terminal):
    assert terminal.run("--version").stdout == f"cardgen {__version__}\n"


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",)])
def test_help_lists_every_command(terminal, arguments):
    text = terminal.run(*arguments).stdout
    assert all(f"  {command} " in text for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(terminal, command):
    assert terminal.run(command, "-h").stdout.startswith(f"Usage: cardgen {command}")


@pytest.mark.parametrize("arguments", [("rendr",), ("render", "--sise", "a4"), ("render", "-j", "0"), ("--nope",)])
def test_wrong_usage_ends_with_2(terminal, arguments):
    terminal.run(*arguments, exit_code=2)


def test_an_unknown_size_offers_the_nearest(terminal, content):
    result = terminal.run("render", "--size", "tabliod", exit_code=2)
    assert result.stderr.startswith('cardgen: unknown size "tabliod"\n  hint: did you mean "tabloid"?')


def test_a_fault_of_the_program_is_one_line_without_traceback(terminal, content, monkeypatch):
    def burst(*args, **kwargs):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("cardgen.files.collection.collect", burst)
    assert "cardgen: unexpected ZeroDivisionError: division by zero" in terminal.run("list", exit_code=1).stderr


def test_an_interrupt_ends_with_130(terminal, content, monkeypatch):
    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("cardgen.files.collection.collect", interrupt)
    assert terminal.run("list", exit_code=130).stderr == "stopped\n"


def test_the_module_runs_as_a_program(process):
    out, err = process("--version").communicate()
    assert (out.decode().strip(), err) == (f"cardgen {__version__}", b"")


@pytest.mark.parametrize(
    "changes", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}]
)
def test_text_is_utf_8_whatever_the_locale(process, tmp_path, make_guide, changes):
    make_guide(tmp_path / "row.md", title="Řow → Übung", equipment="Kabelzug ✓")
    running = process("list", "row.md", **changes)
    out, err = running.communicate()
    assert (running.returncode, err) == (0, b"")
    assert "Řow → Übung" in out.decode("utf-8")


def test_a_closed_pipe_leaves_no_traceback(process, tmp_path, make_guide):
    make_guide(tmp_path / "row.md")
    running = process("list", "row.md", "--json")
    running.stdout.close()
    err = running.stderr.read()
    running.wait()
    running.stderr.close()
    assert err == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
@pytest.mark.parametrize("stage", ["cardgen.files.collection.collect", "cardgen.cli.report.use_utf8"])
def test_ctrl_c_at_any_stage_of_a_process_leaves_no_traceback(process, tmp_path, make_guide, stage):
    make_guide(tmp_path / "row.md")
    module = stage.rpartition(".")[0]
    code = f"""
import os, signal, sys, {module}
{stage} = lambda *args, **kwargs: os.kill(os.getpid(), signal.SIGINT)
sys.argv = ["cardgen", "list", "row.md"]
from cardgen.cli import main
main()
"""
    running = process(script=code)
    _, err = running.communicate()
    assert running.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_who_is_asked_to_end_stops_in_order_and_leaves_no_worker(process, tmp_path, make_guide, number, code):
    make_guide(tmp_path / "row.md")
    make_guide(tmp_path / "squat.md")
    os.mkfifo(tmp_path / "gate")
    gate = os.open(tmp_path / "gate", os.O_RDWR)
    script = """
import sys, cardgen.bundle.batch
from tests.cli.test_program import hold
from cardgen.cli import main
cardgen.bundle.batch.read_one = hold
sys.argv = ["cardgen", "list", "-j", "2", "row.md", "squat.md"]
main()
"""
    running = process(script=script, GATE=str(tmp_path / "gate"))
    assert [running.stdout.readline() for _ in range(2)] == [b"begun\n"] * 2
    running.send_signal(number)
    os.write(gate, b"open")
    out, err = running.communicate()  # ends when no worker is left who could write
    os.close(gate)
    assert (running.returncode, out, err) == (code, b"", b"stopped\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    mostly_slow(
        ["--version", "--help", "render --help", "render", "check", "check --json", "list", "list --json", "init"],
        every=4,
        quick=["render"],
    ),
)
def test_an_output_that_is_full_ends_with_3_and_one_line(process, tmp_path, make_guide, arguments):
    make_guide(tmp_path / "content" / "row.md")
    with Path("/dev/full").open("wb") as full:
        running = process(*arguments.split(), stdout=full)
        _, err = running.communicate()
    assert (running.returncode, err) == (3, b"cardgen: cannot write standard output: the disk is full\n")


def test_the_cards_are_made_although_nobody_can_be_told(terminal, content, monkeypatch):
    def full(text, *, err=False):
        if not err:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("cardgen.cli.report.say", full)
    terminal.run("render", exit_code=3)
    assert len(list((terminal.folder / "output").glob("*.pdf"))) == 3


@pytest.mark.parametrize(
    ("stream", "arguments"),
    mostly_slow(product(["stdout", "stderr"], [["list"], ["render"], ["check", "-v"]]), every=4),
)
def test_a_stream_that_was_closed_at_the_start_does_no_harm(process, tmp_path, make_guide, stream, arguments):
    make_guide(tmp_path / "content" / "row.md")
    script = f"""
import sys
sys.{stream} = None
sys.argv = ["cardgen", *{arguments}]
from cardgen.cli import main
main()
"""
    running = process(script=script)
    _, err = running.communicate()
    assert (running.returncode, err) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no folder that is in use")
@pytest.mark.parametrize("arguments", mostly_slow([["render"], ["check", "/"], ["list", "--json"], ["init"]], every=3))
def test_a_working_folder_that_was_deleted_is_told(process, tmp_path, arguments):
    script = f"""
import os, sys
os.mkdir("gone")
os.chdir("gone")
os.rmdir("../gone")
sys.argv = ["cardgen", *{arguments}]
from cardgen.cli import main
main()
"""
    running = process(script=script)
    _, err = running.communicate()
    assert running.returncode == 2
    assert err.decode().splitlines()[0] == "cardgen: the working folder has been deleted"


PLANTED = """
multiprocessing concurrent yaml click json PIL reportlab local_reportlab_settings reportlab_mods sitecustomize usercustomize typing
re signal enum dataclasses hashlib zlib tomllib ctypes frontmatter markdown_it msgspec qrcode rich syllapy uharfbuzz watchfiles
pypdfium2 _posixsubprocess random csv
""".split()
"""Names of modules that this program, its libraries or its workers import."""
CONSOLE_SCRIPT = "import sys\nfrom cardgen.cli import main\nsys.exit(main())\n"
"""As pip writes it."""


@pytest.mark.parametrize("start", ["script", "module"])
@pytest.mark.parametrize(
    "arguments",
    mostly_slow(
        [
            "render -j 2",
            "check -v -j 2",
            "list -r",
            "booklet -j 2",
            "overview -j 2",
            "render --format png --dpi 36 -j 2",
            "booklet --program plan.yaml --clients clients.csv -j 2 -o made",
            "program check plan.yaml",
            "new thruster",
            "init",
        ],
        every=20,
    ),
)
def test_nothing_of_the_working_folder_is_imported(tmp_path, make_guide, repository, start, arguments):
    folder = tmp_path / "mine"
    for stem in ("row", "squat"):
        make_guide(folder / "content" / f"{stem}.md", title=stem.title())
    (folder / "plan.yaml").write_text("title: Short\ndays:\n  - blocks:\n      - exercises: [row, squat]\n")
    (folder / "clients.csv").write_text("client\nAnn\nBen\n")
    for name in PLANTED:
        (folder / f"{name}.py").write_text(f"open('{(tmp_path / 'ran').as_posix()}', 'a').write('{name} ')\n")
    script = tmp_path / "bin" / "cardgen"
    script.parent.mkdir()
    script.write_text(CONSOLE_SCRIPT)
    command = [script] if start == "script" else ["-m", "cardgen"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    subprocess.run(
        [sys.executable, *command, *arguments.split()],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(repository)},
        capture_output=True,
        check=True,
    )
    assert not (tmp_path / "ran").exists(), (tmp_path / "ran").read_text()


def test_a_pipe_gets_no_progress_bar(terminal, content):
    assert terminal.run("render").stderr == ""


def test_a_terminal_gets_a_progress_bar_and_every_outcome(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(progress.watched(range(5), total=5, label="cards")) == [0, 1, 2, 3, 4]


def test_many_failures_are_named_in_part():
    assert report.named([f"content/{letter}.md" for letter in "abcdefg"]) == "a.md, b.md, c.md, d.md, e.md and 2 more"
