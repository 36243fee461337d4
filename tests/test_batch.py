import errno
import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import parent_process
from pathlib import Path

import pytest

from cardgen.bundle import batch
from cardgen.bundle.batch import Outcome, Status, process_count, read_one, run
from cardgen.files.collection import Depth, GuideFile, collect
from cardgen.files.selection import parse_criterion
from cardgen.values.errors import ExitCode


def names(collection):
    return [file.path.name for file in collection.files]


def touch(folder, *paths, text="---\ntitle: x\n---\n"):
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def echo(file: GuideFile) -> Outcome:
    """At the top level, as spawned processes need it."""
    return Outcome(file=file, status=Status.DONE, trace=str(os.getpid()))


def die_at_the_third(file: GuideFile) -> Outcome:
    if file.stem == "2" and parent_process():
        os._exit(1)
    return echo(file)


def tell_interrupts(file: GuideFile) -> Outcome:
    held = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return Outcome(file=file, status=Status.DONE, trace=f"{held} {signal.getsignal(signal.SIGINT).name}")


def wait_for_ever(file: GuideFile) -> Outcome:
    """Say that the work has begun; whoever waits for the end of the output waits for the end of the worker."""
    os.write(1, b"begun\n")
    signal.pause()
    return echo(file)


def refuse(monkeypatch, function, path, code=errno.EACCES):
    """Let a function of `os` fail for one path: the tests may run as one whom no permission stops."""
    real = getattr(os, function)

    def fail(where=".", *args, **kwargs):
        if not isinstance(where, int) and Path(os.fsdecode(where)) == path:
            raise OSError(code, os.strerror(code), os.fspath(where))
        return real(where, *args, **kwargs)

    monkeypatch.setattr(os, function, fail)


# --- finding guides ---------------------------------------------------------------------------------------------------


def test_a_folder_means_its_guides_sorted_without_regard_to_case(tmp_path):
    touch(tmp_path, "b.md", "A.md", "c.MD", "notes.txt", "deeper/d.md")
    assert names(collect([tmp_path])) == ["A.md", "b.md", "c.MD"]


def test_deeper_folders_are_searched_when_asked(tmp_path):
    touch(tmp_path, "b.md", "a/z.md", "a/b/y.md")
    assert names(collect([tmp_path], depth=Depth.DEEP)) == ["b.md", "z.md", "y.md"]


def test_hidden_files_and_folders_are_passed_over(tmp_path):
    touch(tmp_path, "a.md", "._a.md", ".venv/b.md")
    assert names(collect([tmp_path], depth=Depth.DEEP)) == ["a.md"]


def test_drafts_are_passed_over_unless_they_are_named(tmp_path):
    touch(tmp_path, "a.md", "_b.md", "_drafts/c.md")
    assert names(collect([tmp_path], depth=Depth.DEEP)) == ["a.md"]
    assert names(collect([tmp_path / "_b.md"])) == ["_b.md"]


def test_guides_in_folders_keep_their_place(tmp_path, monkeypatch):
    touch(tmp_path, "a.md", "en/b.md", "en/legs/c.md", "index.md", "squat/index.md", "en/lunge/README.md")
    cards = ["a", tmp_path.name, "en/b", "en/legs/c", "en/lunge", "squat"]
    assert [file.card for file in collect([tmp_path], depth=Depth.DEEP).files] == cards
    monkeypatch.chdir(tmp_path)
    assert [file.card for file in collect([Path()], depth=Depth.DEEP).files] == cards
    assert [file.card for file in collect([Path("en"), Path("squat/index.md"), Path("index.md")]).files] == [
        "b",
        "squat",
        tmp_path.name,
    ]
    assert [file.clash for file in collect([tmp_path], depth=Depth.DEEP).files] == [""] * len(cards)


def test_a_folder_and_a_file_of_one_name_clash(tmp_path):
    touch(tmp_path, "squat.md", "squat/index.md")
    assert [bool(file.clash) for file in collect([tmp_path], depth=Depth.DEEP).files] == [False, True]


def test_what_is_neither_guide_nor_picture_is_noted(tmp_path):
    touch(tmp_path, "a.md", "b.txt", "images/a.jpg", "deeper/c.yaml", "deeper/d.heic", ".e", "_f.txt")
    assert [path.name for path in collect([tmp_path]).passed] == ["b.txt"]
    assert [path.name for path in collect([tmp_path], depth=Depth.DEEP).passed] == ["b.txt", "c.yaml"]


@pytest.mark.parametrize("name", ["README.md", "readme.md"])
def test_the_only_text_of_a_folder_is_its_guide_whatever_it_holds(tmp_path, name):
    touch(tmp_path, f"squat/{name}", "lunge/a.md", text="# Squat\n")
    touch(tmp_path, f"lunge/{name}", text="# About lunges\n")
    touch(tmp_path, f"{name}", text="# About all\n")
    found = collect([tmp_path], depth=Depth.DEEP)
    assert [file.shown.removeprefix(f"{tmp_path.as_posix()}/") for file in found.files] == [
        "lunge/a.md",
        f"squat/{name}",
    ]


@pytest.mark.parametrize("name", ["README.md", "readme.md"])
def test_a_readme_without_front_matter_is_passed_over(tmp_path, name):
    touch(tmp_path, "a.md")
    touch(tmp_path, name, text="# About\n\n---\n")
    assert names(collect([tmp_path])) == ["a.md"]


def test_a_readme_with_front_matter_is_a_guide(tmp_path):
    touch(tmp_path, "README.md", text="\ufeff---\ntitle: Readme\n---\n")
    assert names(collect([tmp_path])) == ["README.md"]


def test_a_readme_that_is_named_is_taken(tmp_path):
    touch(tmp_path, "README.md", text="# About\n")
    assert names(collect([tmp_path / "README.md"])) == ["README.md"]


def test_a_file_given_twice_is_taken_once(tmp_path, monkeypatch):
    touch(tmp_path, "a.md")
    monkeypatch.chdir(tmp_path)
    assert [file.shown for file in collect([Path("a.md"), tmp_path, Path("../") / tmp_path.name / "a.md"]).files] == [
        "a.md"
    ]


def test_the_order_of_the_arguments_is_kept(tmp_path):
    touch(tmp_path, "z.md", "folder/a.md")
    assert names(collect([tmp_path / "z.md", tmp_path / "folder"])) == ["z.md", "a.md"]


def test_a_missing_path_and_an_empty_folder_are_told_and_the_rest_is_found(tmp_path):
    touch(tmp_path, "a.md")
    (tmp_path / "empty").mkdir()
    found = collect([tmp_path / "gone", tmp_path / "empty", tmp_path / "a.md"])
    assert names(found) == ["a.md"]
    assert [problem.code for problem in found.problems] == ["not-found", "no-guides"]


def test_a_mistyped_path_offers_the_nearest(tmp_path):
    touch(tmp_path, "Goblet_Squat.md")
    (problem,) = collect([tmp_path / "goblet_sqat.md"]).problems
    assert problem.hint == f'did you mean "{(tmp_path / "Goblet_Squat.md").as_posix()}"?'


def test_an_empty_folder_with_guides_deeper_down_offers_the_option(tmp_path):
    touch(tmp_path, "deeper/a.md")
    (problem,) = collect([tmp_path]).problems
    assert "-r" in problem.hint


@pytest.mark.parametrize(
    ("one", "two"),
    [("x/plank.md", "y/plank.md"), ("x/plank.md", "y/Plank.md"), ("x/\u00fcbung.md", "y/u\u0308bung.md")],
)
def test_the_second_of_two_guides_with_one_card_name_is_marked(tmp_path, one, two):
    touch(tmp_path, one, two)
    first, second = collect([tmp_path / "x", tmp_path / "y"]).files
    assert first.clash == ""
    assert second.clash == (tmp_path / one).as_posix()


def test_guides_with_one_card_name_do_not_clash_when_only_one_is_selected(tmp_path, make_guide):
    make_guide(tmp_path / "a" / "plank.md", equipment="Mat")
    make_guide(tmp_path / "b" / "plank.md", equipment="Band")
    make_guide(tmp_path / "c" / "plank.md", equipment="Band")

    def clashes(*only):
        folders = [tmp_path / name for name in "abc"]
        found = collect(folders, selection=tuple(parse_criterion(text) for text in only))
        return [Path(file.clash).parent.name for file in found.files]

    assert clashes() == ["", "a", "a"]
    assert clashes("equipment=mat") == ["", "", ""]
    assert clashes("equipment=band") == ["", "", "b"]
    assert clashes("equipment=sled") == ["", "", ""]


def test_a_guide_that_cannot_be_read_keeps_its_claim_to_a_card_name(tmp_path, make_guide):
    make_guide(tmp_path / "a" / "plank.md", text="")
    make_guide(tmp_path / "b" / "plank.md", equipment="Band")
    found = collect([tmp_path / "a", tmp_path / "b"], selection=(parse_criterion("equipment=band"),))
    assert [bool(file.clash) for file in found.files] == [False, True]


@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.EACCES, "no permission to look there"), (errno.ELOOP, "its links lead in a circle"), (errno.EIO, None)],
)
def test_a_path_that_cannot_be_opened_is_told_and_the_rest_is_found(tmp_path, monkeypatch, code, reason):
    touch(tmp_path, "a.md", "locked/b.md")
    refuse(monkeypatch, "stat", tmp_path / "locked", code)
    found = collect([tmp_path / "locked", tmp_path / "a.md"])
    assert names(found) == ["a.md"]
    (problem,) = found.problems
    assert (problem.code, problem.location.path) == ("unreadable", (tmp_path / "locked").as_posix())
    assert problem.message == f"cannot be opened: {reason or os.strerror(code)}"


def test_a_name_that_is_too_long_is_told_and_the_rest_is_found(tmp_path):
    touch(tmp_path, "a.md")
    found = collect([tmp_path / ("x" * 300 + ".md"), tmp_path / "a.md"])
    assert names(found) == ["a.md"]
    assert [problem.location.path[-10:] for problem in found.problems] == ["xxxxxxx.md"]


@pytest.mark.parametrize("depth", Depth)
def test_a_folder_that_cannot_be_searched_is_told(tmp_path, monkeypatch, depth):
    touch(tmp_path, "locked/b.md")
    refuse(monkeypatch, "scandir", tmp_path / "locked")
    (problem,) = collect([tmp_path / "locked"], depth=depth).problems
    assert (problem.code, problem.location.path) == ("unreadable", (tmp_path / "locked").as_posix())


def test_a_folder_within_that_cannot_be_searched_is_told_and_the_others_are_searched(tmp_path, monkeypatch):
    touch(tmp_path, "a.md", "locked/b.md", "open/c.md")
    refuse(monkeypatch, "scandir", tmp_path / "locked")
    found = collect([tmp_path], depth=Depth.DEEP)
    assert names(found) == ["a.md", "c.md"]
    assert [problem.message for problem in found.problems] == ["cannot be opened: no permission to look there"]
    assert collect([tmp_path], depth=Depth.FLAT).problems == ()


def test_a_mistyped_path_in_a_folder_that_cannot_be_listed_is_still_not_found(tmp_path, monkeypatch):
    refuse(monkeypatch, "listdir", tmp_path)
    refuse(monkeypatch, "scandir", tmp_path)
    (problem,) = collect([tmp_path / "gone.md"]).problems
    assert problem.code == "not-found"


def test_a_path_through_a_file_is_not_found(tmp_path):
    touch(tmp_path, "a.md")
    (problem,) = collect([tmp_path / "a.md" / "b.md"]).problems
    assert problem.code == "not-found"


def test_a_link_that_leads_nowhere_says_so(tmp_path):
    try:
        (tmp_path / "plank.md").symlink_to("moved.md")
    except OSError:
        pytest.skip("no links may be made here")
    (problem,) = collect([tmp_path / "plank.md"]).problems
    assert (problem.code, problem.message) == ("not-found", 'this is a link to "moved.md", where there is nothing')


def test_links_in_a_circle_are_told(tmp_path):
    try:
        (tmp_path / "a.md").symlink_to("b.md")
        (tmp_path / "b.md").symlink_to("a.md")
    except OSError:
        pytest.skip("no links may be made here")
    (problem,) = collect([tmp_path / "a.md"]).problems
    assert problem.code in {"unreadable", "not-found"}


# --- doing the work ---------------------------------------------------------------------------------------------------


def files(number):
    return tuple(GuideFile(path=Path(f"{index}.md")) for index in range(number))


def test_few_guides_are_done_in_this_process():
    assert process_count(23, None) == 1


@pytest.mark.parametrize(("guides", "cpus", "processes"), [(24, 8, 2), (360, 8, 8), (360, 1, 1), (3600, 128, 60)])
def test_many_guides_take_as_many_processes_as_pay_off(monkeypatch, guides, cpus, processes):
    monkeypatch.setattr(os, "cpu_count", lambda: cpus)
    assert process_count(guides, None) == processes


@pytest.mark.parametrize(("jobs", "processes"), [(1, 1), (3, 3), (99, 5)])
def test_a_number_of_processes_that_is_asked_for_is_kept_to(jobs, processes):
    assert process_count(5, jobs) == processes


def test_outcomes_keep_the_order_whatever_the_number_of_processes():
    outcomes = list(run(files(9), echo, jobs=2))
    assert [outcome.file for outcome in outcomes] == list(files(9))
    assert str(os.getpid()) not in {outcome.trace for outcome in outcomes}


def test_a_process_that_dies_costs_no_guide_its_outcome():
    outcomes = list(run(files(6), die_at_the_third, jobs=2))
    assert [outcome.file for outcome in outcomes] == list(files(6))
    assert {outcome.status for outcome in outcomes} == {Status.DONE}
    assert outcomes[2].trace == str(os.getpid())


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch):
    def refused(*args, **kwargs):
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refused)
    assert {outcome.trace for outcome in run(files(5), echo, jobs=2)} == {str(os.getpid())}


def test_guides_are_handed_over_a_few_at_a_time(monkeypatch):
    chunks = []
    monkeypatch.setattr(ProcessPoolExecutor, "map", lambda *args, chunksize: (chunks.append(chunksize), iter(()))[1])
    for number in (2, 30, 3600):
        list(batch._shared_out(files(number), echo, 2))
    assert chunks == [1, 4, 4]


no_signals = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")


@no_signals
def test_workers_are_deaf_to_ctrl_c_from_their_first_moment():
    assert {outcome.trace for outcome in run(files(4), tell_interrupts, jobs=2)} == {"True SIG_IGN"}
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@no_signals
def test_ctrl_c_while_workers_start_is_heard_once_they_are_started(monkeypatch):
    real, started = ProcessPoolExecutor.map, []

    def interrupted(*args, **kwargs):
        signal.raise_signal(signal.SIGINT)
        outcomes = real(*args, **kwargs)
        started.append(True)
        return outcomes

    monkeypatch.setattr(ProcessPoolExecutor, "map", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(run(files(4), echo, jobs=2))
    assert started


def test_a_batch_that_is_closed_lets_its_processes_go(monkeypatch):
    ended = []
    real = ProcessPoolExecutor.shutdown

    def shutdown(pool, **options):
        ended.append(options.get("cancel_futures"))
        real(pool, **options)

    monkeypatch.setattr(ProcessPoolExecutor, "shutdown", shutdown)
    outcomes = run(files(40), echo, jobs=2)
    next(outcomes)
    outcomes.close()
    assert ended[0] is True


@no_signals
def test_workers_do_not_outlive_a_parent_that_is_killed(repository):
    script = "from tests.test_batch import *; list(run(files(2), wait_for_ever, jobs=2))"
    with subprocess.Popen([sys.executable, "-c", script], cwd=repository, stdout=subprocess.PIPE) as parent:
        assert [parent.stdout.readline() for _ in range(2)] == [b"begun\n"] * 2
        parent.kill()
        rest, _ = parent.communicate()  # ends when nobody is left who could write
    assert rest == b""


def test_a_guide_that_the_selection_does_not_mean_is_left_out(tmp_path, make_guide):
    file = GuideFile(path=make_guide(tmp_path / "a.md", equipment="Barbell"))
    band, barbell = (parse_criterion(f"equipment={name}") for name in ("band", "barbell"))
    assert read_one(file, selection=(band,)).status is Status.LEFT_OUT
    assert read_one(file, selection=(barbell,)).status is Status.DONE


def test_a_guide_that_cannot_be_read_fails_with_its_problems(tmp_path, make_guide):
    outcome = read_one(GuideFile(path=make_guide(tmp_path / "a.md", text="")))
    assert (outcome.status, outcome.exit_code) == (Status.FAILED, ExitCode.SOME_FAILED)
    assert outcome.problems


def test_an_exception_that_nobody_foresaw_becomes_a_problem(tmp_path, make_guide, monkeypatch):
    def burst(*args, **kwargs):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("cardgen.guide.read_guide", burst)
    (outcome,) = run([GuideFile(path=make_guide(tmp_path / "a.md"))], partial(read_one, selection=()))
    (problem,) = outcome.problems
    assert problem.message == "unexpected ZeroDivisionError: division by zero"
    assert "ZeroDivisionError" in outcome.trace


def test_a_guide_whose_name_no_card_can_have_fails(tmp_path, make_guide):
    outcome = read_one(GuideFile(path=make_guide(tmp_path / "con.md")))
    assert [problem.code for problem in outcome.problems if problem.code == "unsafe-name"]
    assert outcome.status is Status.FAILED
