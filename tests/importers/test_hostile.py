"""Whatever a JSON file holds, each entry has an outcome and nothing is written outside of the folder."""

import json
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.files.importers import free_exercise_db, wger
from cardgen.files.importers.exercise import Entry, Exercise, Fate, Passage, Read
from cardgen.files.importers.keep import import_entries
from cardgen.guide import parse_guide
from cardgen.values.errors import UsageError
from tests.importers.making import RECORD, WGER
from tests.quick import examples

TEXTS = st.sampled_from(
    [
        "",
        "a",
        "../x",
        "C:\\x",
        "con",
        "\x00",
        "\ud800",
        "<script>x</script>",
        "---\n---",
        "# x\n- [a](b)",
        "x" * 300,
        "é" * 120,
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def twisted(record):
    """Records some of whose values are anything."""
    return st.dictionaries(st.sampled_from(sorted(record)), VALUES, max_size=4).map(
        lambda changes: {**record, **changes}
    )


def import_all(path, collection):
    folder = path.parent / "guides"
    folder.mkdir(exist_ok=True)
    outside = {it for it in path.parent.iterdir() if it != folder}
    done = list(import_entries(collection.entries, folder))
    assert len(done) == len(collection.entries)
    assert {it for it in path.parent.iterdir() if it != folder} == outside
    for outcome in done:
        assert (outcome.fate in (Fate.FAILED, Fate.LEFT_OUT)) == (outcome.path == "")
        if outcome.path:
            text = (path.parent / outcome.path).read_text(encoding="utf-8")
            assert parse_guide(text, path="x.md", stem="x").steps


@given(twisted(RECORD))
@settings(max_examples=examples(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_free_exercise_db(tmp_path, record):
    path = tmp_path / "exercises.json"
    path.write_text(json.dumps([record, RECORD]), encoding="utf-8")
    import_all(path, free_exercise_db.find_entries(path))


@given(twisted(WGER), st.dictionaries(st.sampled_from(sorted(WGER["translations"][0])), VALUES, max_size=3))
@settings(max_examples=examples(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wger(tmp_path, record, text):
    path = tmp_path / "wger.json"
    texts = {**WGER, "translations": [{**WGER["translations"][0], **text}, *WGER["translations"]]}
    path.write_text(json.dumps([record, texts, WGER]), encoding="utf-8")
    import_all(path, wger.find_entries(path, "en"))


@given(VALUES)
@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_is_read_or_refused(tmp_path, value):
    path = tmp_path / "x.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    for find in (free_exercise_db.find_entries, lambda it: wger.find_entries(it, "en")):
        with suppress(UsageError):
            assert find(path).entries


def test_what_nobody_foresaw_fails_alone(tmp_path):
    def fall():
        raise ZeroDivisionError("by zero")

    good = Read(
        name="Sit", exercise=Exercise(origin="a: b", stems=("sit",), title="Sit", passages=(Passage(text="Go."),))
    )
    entries = (Entry(shown="x.json: record 1", read=fall), Entry(shown="x.json: record 2", read=lambda: good))
    bad, done = import_entries(entries, tmp_path)
    assert (bad.fate, bad.problems[0].message) == (Fate.FAILED, "unexpected ZeroDivisionError: by zero")
    assert done.fate is Fate.NEW
