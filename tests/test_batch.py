import os
from functools import partial
from pathlib import Path

import pytest

from cardgen.batch import Depth, GuideFile, Outcome, Status, collect, process_count, read_one, run
from cardgen.errors import ExitCode
from cardgen.selection import parse_criterion


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
    if file.stem == "2":
        os._exit(1)
    return echo(file)


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
    first, second = collect([tmp_path], depth=Depth.DEEP).files
    assert first.clash == ""
    assert second.clash == (tmp_path / one).as_posix()


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
    lost = [outcome for outcome in outcomes if outcome.status is Status.FAILED]
    assert lost
    assert lost[0].problems[0].hint == "try again with --jobs 1"


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
