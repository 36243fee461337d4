"""Figures that are drawn when the package is built."""

import pytest

from cardgen.figure import store
from cardgen.figure.drawn import write_poses
from cardgen.figure.repertoire import Posed, posed, works
from cardgen.figure.scene import CARD, LARGE

SQUAT, BENCH = posed("squat", "barbell"), posed("benchpress", "dumbbell")


@pytest.fixture
def few(tmp_path, monkeypatch):
    """A store of two figures."""
    monkeypatch.setattr(store, "FILE", tmp_path / "figures.store")
    monkeypatch.setattr(store, "_all", lambda: iter((SQUAT, BENCH)))
    store._index.cache_clear()
    store.write_store({"squat": ["adductors"]}, store.FILE)
    yield store.FILE
    store._index.cache_clear()


def told(poses):
    return [(pose.frame, pose.parts, pose.digest) for pose in poses]


def test_what_is_stored_is_what_would_be_drawn(few):
    assert told(store.stored(BENCH, works(BENCH), CARD)) == told(write_poses(BENCH, works(BENCH), CARD))
    assert store.is_fresh()


def test_muscles_of_the_table_are_stored_beside_those_of_the_movement(few):
    assert store.stored(SQUAT, ("quads", "adductors"), CARD)
    assert store.stored(SQUAT, ("biceps",), CARD) is None


def test_what_is_not_in_the_store_is_drawn(few):
    assert store.stored(posed("deadlift"), (), CARD) is None
    assert store.stored(SQUAT, (), LARGE) is None
    assert store.stored(Posed(name="squat", implement="barbell", own="{}"), (), CARD) is None


@pytest.mark.parametrize("data", [None, b"", b"something else", store.MAGIC + b"0" * 64 + b"\0\0\0\2xx"])
def test_a_store_that_is_missing_old_or_damaged_is_not_used(few, data):
    few.unlink()
    if data is not None:
        few.write_bytes(data)
    store._index.cache_clear()
    assert store.stored(SQUAT, (), CARD) is None
    assert not store.is_fresh()
