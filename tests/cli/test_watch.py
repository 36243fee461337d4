import os
import re
import signal
import subprocess
import sys

import pytest
from PIL import Image


@pytest.fixture
def watch(terminal, monkeypatch):
    """Return a function that runs `cardgen watch`; between its looks the given changes happen, one by one, then Ctrl-C."""

    def run(*arguments, changes=(), exit_code=0):
        left = list(changes)

        def ticks(folders):
            yield
            while left:
                left.pop(0)()
                yield
            raise KeyboardInterrupt

        monkeypatch.setattr("cardgen.cli.watch.ticks", ticks)
        result = terminal.run("watch", *arguments, exit_code=exit_code)
        assert not left
        return result

    return run


def told(result):
    """The lines about changes, without the time."""
    return [line[9:] for line in result.stdout.splitlines() if re.match(r"\d\d:\d\d:\d\d ", line)]


def test_every_card_is_made_once_and_the_end_sums_up(watch, content, terminal):
    result = watch()
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"3 cards in output/ \(\d+\.\d s\)", lines[0])
    assert lines[1:] == [
        "left out by design: 6 parts of 3 guides; -v names them",
        "watching content/, cardgen.toml; Ctrl-C ends it",
        "stopped: 0 cards made while watching, 0 failures",
    ]
    assert len(list((terminal.folder / "output").glob("*.pdf"))) == 3


def test_a_change_is_one_line_and_one_card(watch, content, terminal, make_guide):
    card = terminal.folder / "output" / "pullthrough_band.pdf"
    before = []

    def change():
        before.append(card.read_bytes())
        make_guide(content / "pullthrough_band.md", title="Pull Through Deep")

    result = watch(changes=[change])
    assert told(result) == ["content/pullthrough_band.md: changed; pullthrough_band.pdf made"]
    assert [card.read_bytes()] != before
    assert result.stdout.splitlines()[-1] == "stopped: 1 card made while watching, 0 failures"


def test_new_renamed_and_deleted_guides_are_told(watch, content, terminal, make_guide):
    result = watch(
        changes=[
            lambda: make_guide(content / "row_cable.md", title="Row"),
            lambda: (content / "row_cable.md").rename(content / "widerow_cable.md"),
            (content / "widerow_cable.md").unlink,
        ]
    )
    assert told(result) == [
        "content/row_cable.md: new; row_cable.pdf made",
        "content/widerow_cable.md: renamed from row_cable.md; widerow_cable.pdf made; row_cable.pdf is left alone",
        "content/widerow_cable.md: deleted; widerow_cable.pdf is left alone",
    ]
    assert (terminal.folder / "output" / "widerow_cable.pdf").exists()


def test_a_broken_guide_is_told_with_its_problems_and_mended(watch, content, make_guide):
    path = content / "pullthrough_band.md"
    result = watch(changes=[lambda: make_guide(path, text="---\nbroken: [\n---\n"), lambda: make_guide(path)])
    assert told(result) == [
        "content/pullthrough_band.md: changed; no card",
        "content/pullthrough_band.md: changed; pullthrough_band.pdf made",
    ]
    assert "the front matter is no valid YAML" in result.stderr
    assert result.stdout.splitlines()[-1] == "stopped: 1 card made while watching, 1 failure"


def test_changed_settings_make_every_card_again(watch, content, terminal):
    result = watch(changes=[lambda: (terminal.folder / "cardgen.toml").write_text('[card]\nsize = "a5"\n')])
    assert [line.partition(": ")[2] for line in told(result)] == [
        f"settings changed; {stem}.pdf made"
        for stem in ("goodmorning_barbell", "hipbridge_bodyweight", "pullthrough_band")
    ]


def test_settings_that_cannot_be_read_leave_those_from_before(watch, content, terminal, make_guide):
    settings = terminal.folder / "cardgen.toml"
    settings.write_text('[card]\nsize = "a5"\n')
    result = watch(
        changes=[
            lambda: settings.write_text('[card]\nsize = "a55"\n'),
            lambda: make_guide(content / "row.md", title="Row", equipment="Cable"),
            lambda: settings.write_text('[card]\nsize = "a4"\n'),
        ]
    )
    assert 'the settings from before are kept: cardgen.toml:2: unknown size "a55"' in result.stderr
    assert [line.partition(": ")[2].partition(";")[0] for line in told(result)] == ["new"] + ["settings changed"] * 4


def test_a_guide_that_is_no_longer_meant_is_told(watch, content, make_guide):
    result = watch(
        "--only", "equipment=band", changes=[lambda: make_guide(content / "pullthrough_band.md", equipment="Cable")]
    )
    assert told(result) == ["content/pullthrough_band.md: changed; left out by --only"]


def test_the_manifest_follows(watch, content, terminal, make_guide):
    watch(changes=[lambda: make_guide(content / "row_cable.md", title="Row")])
    watched = (terminal.folder / "output" / "cardgen-manifest.json").read_bytes()
    assert b"row_cable" in watched
    terminal.run("render", "-o", "again")
    assert (terminal.folder / "again" / "cardgen-manifest.json").read_bytes() == watched
    watch("-o", "bare", "--no-manifest")
    assert not (terminal.folder / "bare" / "cardgen-manifest.json").exists()


def test_a_new_folder_is_watched_when_deeper_ones_are(content, terminal, make_guide, monkeypatch):
    asked = []

    def ticks(folders):
        asked.append([folder.as_posix() for folder in folders])
        if len(asked) == 1:
            make_guide(content / "more" / "row_cable.md", title="Row")
            yield
        raise KeyboardInterrupt

    monkeypatch.setattr("cardgen.cli.watch.ticks", ticks)
    result = terminal.run("watch", "-r")
    assert told(result) == ["content/more/row_cable.md: new; row_cable.pdf made"]
    assert asked == [[".", "content"], [".", "content", "content/more"]]


def test_a_photograph_that_changes_makes_its_card_again(watch, content):
    image = content / "images" / "pullthrough_band-1.png"

    def save(color):
        image.parent.mkdir(exist_ok=True)
        Image.new("RGB", (80, 60), color).save(image)

    result = watch(changes=[lambda: save("red"), lambda: save("blue"), image.unlink])
    assert told(result) == ["content/pullthrough_band.md: photograph changed; pullthrough_band.pdf made"] * 3


def test_quiet_says_errors_alone(watch, content, make_guide):
    changes = [lambda: make_guide(content / "a.md"), lambda: make_guide(content / "b.md", text="---\n")]
    result = watch("-q", changes=changes)
    assert result.stdout == ""
    assert result.stderr.startswith("content/b.md")


def test_warnings_are_shown_as_they_are_made(watch, content, make_guide):
    result = watch(changes=[lambda: make_guide(content / "pullthrough_band.md", more="equipmnt: red\n")])
    assert 'content/pullthrough_band.md:6: warning: unknown key "equipmnt"' in result.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
def test_real_events_make_a_card_and_ctrl_c_ends_in_order(tmp_path, repository, make_guide):
    make_guide(tmp_path / "content" / "row_cable.md", title="Row")
    command = [sys.executable, "-u", "-m", "cardgen", "watch"]
    environment = {**os.environ, "PYTHONPATH": str(repository)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=pipe, stderr=pipe, text=True) as running:
        assert running.stdout.readline().startswith("1 card in output/")
        assert running.stdout.readline().startswith("watching content/")
        (tmp_path / "beside.md").write_text((tmp_path / "content" / "row_cable.md").read_text() + "\nStand still.\n")
        (tmp_path / "beside.md").replace(tmp_path / "content" / "row_cable.md")  # as editors save
        assert running.stdout.readline().endswith(" content/row_cable.md: changed; row_cable.pdf made\n")
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert (running.returncode, out, err) == (0, "stopped: 1 card made while watching, 0 failures\n", "")


def test_a_card_made_again_keeps_the_sizes_of_its_set(watch, content, terminal, make_guide):
    card = terminal.folder / "output" / "pullthrough_band.pdf"
    terminal.run("render", "--type-size", "12.5pt")
    before = card.read_bytes()
    good = (content / "pullthrough_band.md").read_bytes()
    changes = [
        lambda: make_guide(content / "pullthrough_band.md", title="Pull Through Deep"),
        lambda: (content / "pullthrough_band.md").write_bytes(good),
    ]
    assert len(told(watch(changes=changes))) == 2
    assert card.read_bytes() == before
