import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.files.storage import prepare_folder, unsafe_name, write_file
from cardgen.values.errors import OutputError


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def failing(code):
    def fail(*args, **kwargs):
        raise OSError(code, os.strerror(code))

    return fail


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path):
    write_file(tmp_path / "plank.pdf", b"card")
    assert (tmp_path / "plank.pdf").read_bytes() == b"card"
    assert names_in(tmp_path) == ["plank.pdf"]


def test_an_older_file_is_replaced(tmp_path):
    (tmp_path / "plank.pdf").write_bytes(b"an older and longer card")
    write_file(tmp_path / "plank.pdf", b"new")
    assert (tmp_path / "plank.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_good_file_outlives_a_write_that_fails(tmp_path, monkeypatch, step):
    (tmp_path / "plank.pdf").write_bytes(b"good")
    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), failing(errno.ENOSPC))
    with pytest.raises(OutputError, match="the disk is full"):
        write_file(tmp_path / "plank.pdf", b"broken")
    assert (tmp_path / "plank.pdf").read_bytes() == b"good"
    assert names_in(tmp_path) == ["plank.pdf"]


def test_the_file_is_on_the_disk_before_it_takes_its_name(tmp_path, monkeypatch):
    steps = []
    sync, move = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (steps.append("fsync"), sync(fd)))
    monkeypatch.setattr(Path, "replace", lambda *args: (steps.append("replace"), move(*args)))
    write_file(tmp_path / "plank.pdf", b"card")
    assert steps == ["fsync", "replace"]


def test_an_interrupt_leaves_no_half_file(tmp_path, monkeypatch):
    def interrupt(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "plank.pdf", b"card")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "no permission"),
        (errno.EROFS, "read-only"),
        (errno.ENOSPC, "disk is full"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_what_the_system_refuses_is_said_in_words_with_the_path(tmp_path, monkeypatch, code, words):
    monkeypatch.setattr(os, "open", failing(code))
    with pytest.raises(OutputError, match=f"cannot write .*plank.pdf: .*{words}"):
        write_file(tmp_path / "plank.pdf", b"card")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path):
    (tmp_path / "plank.pdf").mkdir()
    with pytest.raises(OutputError, match=r"plank\.pdf: it is a folder"):
        write_file(tmp_path / "plank.pdf", b"card")
    assert names_in(tmp_path) == ["plank.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_gets_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "plain").touch()
    write_file(tmp_path / "plank.pdf", b"card")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_missing_folder_is_made_with_its_parents(tmp_path):
    prepare_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    assert names_in(tmp_path / "a" / "b") == []


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match="out: it is a file, not a folder"):
        prepare_folder(tmp_path / "out")


def test_a_folder_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file"):
        prepare_folder(tmp_path / "file" / "out")


def test_a_folder_that_takes_no_files_is_refused_before_any_work(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "open", failing(errno.EACCES))
    with pytest.raises(OutputError, match="no permission"):
        prepare_folder(tmp_path)


@pytest.mark.parametrize("stem", ["CON", "con", "Nul", "com1", "LPT9", "aux.v2", "COM¹", "con ", "conin$"])
def test_names_that_windows_keeps_for_devices_are_unsafe(stem):
    assert "device" in unsafe_name(stem)


@pytest.mark.parametrize(
    "stem", ["../up", "a/b", "a\\b", "what?", "a:b", "line\nbreak", "nul\x00", "", "..", " ", "x" * 241]
)
def test_names_that_leave_the_folder_or_fit_no_file_system_are_unsafe(stem):
    assert unsafe_name(stem)


@pytest.mark.parametrize(
    "stem", ["plank", "console", "com", "com10x", "Über-Kopf & Zug", "push up (easy)", ".hidden", "auxiliary"]
)
def test_ordinary_names_are_safe(stem):
    assert unsafe_name(stem) is None


def test_an_unsafe_name_is_never_written(tmp_path):
    with pytest.raises(OutputError, match="not safe"):
        write_file(tmp_path / "NUL.pdf", b"card")


@given(st.text(max_size=40))
def test_a_safe_name_stays_in_its_folder(stem):
    if unsafe_name(stem) is None:
        assert (Path("folder") / f"{stem}.pdf").parent == Path("folder")
