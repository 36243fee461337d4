"""Figures that are drawn when the package is built."""

import json
import zlib
from contextlib import ExitStack
from unittest.mock import patch

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from cardgen.figure import store
from cardgen.figure.drawn import write_poses
from cardgen.figure.repertoire import Posed, posed, works
from cardgen.figure.scene import CARD
from cardgen.figure.wording import describe
from cardgen.layout.ground import figures
from cardgen.layout.ground.text import Slot
from cardgen.paint.content import PageContent
from cardgen.paint.images import embed_drawings
from cardgen.theme import PETROL
from cardgen.words import english

SQUAT, BENCH = posed("squat", "barbell"), posed("benchpress", "dumbbell")


def forget():
    store._shelf.cache_clear()
    store._stored.cache_clear()


@pytest.fixture
def few(tmp_path, monkeypatch):
    """A store of two figures."""
    monkeypatch.setattr(store, "FILE", tmp_path / "figures.store")
    monkeypatch.setattr(store, "_all", lambda: iter((SQUAT, BENCH)))
    forget()
    store.write_store({"squat": ["adductors"]}, store.FILE)
    yield store.FILE
    forget()


def told(poses):
    return [(pose.frame, pose.stream, pose.inks, pose.digest) for pose in poses]


def test_what_is_stored_is_what_would_be_drawn(few):
    found = store.stored(BENCH)
    assert told(found.poses) == told(write_poses(BENCH, works(BENCH), CARD))
    assert found.told == describe(BENCH, english())
    assert store.is_fresh()


def test_muscles_of_the_table_are_stored_beside_those_of_the_movement(few):
    assert {"quads", "adductors"} <= store.stored(SQUAT).muscles
    assert "biceps" not in store.stored(SQUAT).muscles


def test_what_is_not_in_the_store_is_none(few):
    assert store.stored(posed("deadlift")) is None
    assert store.stored(Posed(name="squat", implement="barbell", own="{}")) is None


def test_a_card_reads_a_stored_figure_once_and_works_nothing_out(few):
    store._shelf()
    words = english()
    inks = figures.figure_inks(PETROL, figures.Ground.HEAD)
    with ExitStack() as patches:
        never = [
            patches.enter_context(patch.object(module, name))
            for module, name in (
                (figures, "write_poses"),
                (figures, "describe"),
                (zlib, "compress"),
                (zlib, "decompress"),
            )
        ]
        read = patches.enter_context(patch.object(json, "loads", wraps=json.loads))
        for form in (figures.Form.POSES, figures.Form.OVERLAY, figures.Form.POSES):
            plan = figures.plan_poses(BENCH, works(BENCH), (120.0, 60.0), inks, form)
            figures.place_figure(plan, Slot(0, 0), 1, words)
        drawings = {drawing.name: drawing for drawing in plan.drawings}
        embed_drawings(
            [PageContent(stream=b"", width=1, height=1, glyphs={}, links=(), drawings=drawings)], PDFDocument()
        )
    assert read.call_count == 1
    assert not any(mock.called for mock in never)


@pytest.mark.parametrize("data", [None, b"", b"something else", store.MAGIC + b"0" * 64 + b"\0\0\0\2xx"])
def test_a_store_that_is_missing_old_or_damaged_is_not_used(few, data):
    few.unlink()
    if data is not None:
        few.write_bytes(data)
    forget()
    assert store.stored(SQUAT) is None
    assert not store.is_fresh()
