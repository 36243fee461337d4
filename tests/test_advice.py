"""A card on any sheet, read from any distance: it fits and can be read, or every suggestion that is made then works."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.cli.settings import card_settings
from cardgen.display import Turn
from cardgen.files.config import load_config
from cardgen.pipeline import stages
from cardgen.values import resources
from cardgen.values.errors import Severity, UsageError
from cardgen.values.geometry import Rect, mm
from cardgen.values.stock import NAMED_MM
from cardgen.values.use import LIMIT
from tests.layout.reading import ink, texts
from tests.quick import examples

STEMS = sorted(path.stem for path in resources.content_folder().glob("*.md"))
NOTHING = {
    "size": "a4", "orientation": None, "detail": None, "ink": None, "read_from": None, "scan_from": None,
    "edition": None, "sides": None, "safe": None, "punch": None,
}  # fmt: skip
"""What nobody asked for."""
FLAG = re.compile(r"--([a-z-]+) (\S+)")


@cache
def guide(stem):
    return stages.load_guide(resources.content_folder() / f"{stem}.md")


def settings_of(**options):
    """Settings from options, as the command line makes them."""
    return card_settings({**NOTHING, **options}, load_config(Path("none.toml")))


def laid_out(stem, options):
    """The pages, and the hint of what keeps them from being made."""
    pages, problems = stages.lay_out(guide(stem), settings_of(**options))
    return pages, next((problem.hint for problem in problems if problem.severity is Severity.ERROR), "")


def suggested(hint):
    """The options of every suggestion in a hint."""
    parts = [FLAG.findall(part) for part in hint.split(", or ")]
    return [{flag.replace("-", "_"): value for flag, value in part} for part in parts if part]


def assert_legible(pages, options):
    use = settings_of(**options).use
    least = LIMIT * use.read_from.metres
    for page in pages:
        inset = mm(max(5.0, use.safe_mm))
        safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(inset, inset)
        for item in texts(page):
            assert item.size >= least - 1e-6, (item.text, item.size, least)
            if item.turn is not Turn.NONE:  # the word of a tab, whose place is measured with the tabs
                continue
            # side bearings, and the heads of letters over the first cap line
            assert safe.contains(ink(item), tolerance=0.06 * item.size), item.text


asked = st.fixed_dictionaries(
    {
        "size": st.one_of(
            st.sampled_from(sorted(NAMED_MM)),
            st.builds("{}x{}mm".format, st.integers(70, 600), st.integers(70, 800)),
        ),
        "detail": st.sampled_from(["brief", "brief", "full", "headline", "headline"]),
    },
    optional={
        "read_from": st.one_of(
            st.integers(2, 80).map(lambda tenths: f"{tenths / 20:g}m"), st.integers(1, 12).map("{}ft".format)
        ),
        "scan_from": st.sampled_from(["0.3m", "0.5m", "1m", "2m", "4ft", "7.2ft"]),
        "edition": st.just("large-print"),
        "sides": st.just("2"),
        "safe": st.sampled_from(["8mm", "0.6in", "40mm"]),
        "punch": st.sampled_from(["top", "corners"]),
        "orientation": st.sampled_from(["portrait", "landscape", "auto"]),
        "ink": st.sampled_from(["low", "mono"]),
    },
)


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck), database=None)
@given(stem=st.sampled_from(STEMS), options=asked)
def test_a_card_fits_and_is_legible_or_every_suggestion_works(stem, options):
    try:
        pages, hint = laid_out(stem, options)
    except UsageError as refused:
        assert refused.hint, "what nobody can mean is refused before anything is read"
        return
    assert_legible(pages, options)
    if not pages:
        found = suggested(hint)
        assert found, hint
        for changes in found:
            changed = options | changes
            pages, left = laid_out(stem, changed)
            assert pages, (changes, left)
            assert_legible(pages, changed)


# --- what is suggested ------------------------------------------------------------------------------------------------


def hint_for(stem="bentoverrow_barbell", **options):
    pages, hint = laid_out(stem, options)
    assert not pages
    return hint


def test_the_smallest_sheet_the_greatest_distance_two_sides_and_less_are_named():
    assert re.fullmatch(
        r"a3 holds it from 1.5m: --size a3, or a4 serves up to [\d.]+m: --read-from [\d.]+m, "
        r"or two sides hold it: --sides 2, or less of it fits: --detail headline",
        hint_for(size="a4", read_from="1.5m"),
    )


def test_no_smaller_sheet_and_no_greater_distance_would_do():
    larger, found, *_ = suggested(hint_for(size="a4", read_from="2m"))
    assert larger == {"size": "a2"}
    assert not laid_out("bentoverrow_barbell", {"size": "a3", "read_from": "2m"})[0]
    farther = f"{float(found['read_from'].removesuffix('m')) + 0.05:.2f}m"
    assert not laid_out("bentoverrow_barbell", {"size": "a4", "read_from": farther})[0]


def test_who_prints_in_inches_and_measures_in_feet_is_answered_so():
    found = suggested(hint_for(size="letter", read_from="5ft"))
    assert [changes["size"] for changes in found if "size" in changes] == ["tabloid"]
    assert all(changes["read_from"].endswith("ft") for changes in found if "read_from" in changes)
    assert "--size tabloid" in hint_for(size="5x7in", read_from="5ft")


def test_a_sheet_across_is_answered_with_one_across():
    (size,) = (
        changes["size"] for changes in suggested(hint_for(size="210x148mm", read_from="1m")) if "size" in changes
    )
    width, height = (float(side) for side in size.removesuffix("mm").split("x"))
    assert width > height


def test_a_code_that_is_too_large_may_be_scanned_from_nearer():
    hint = hint_for("plank_bodyweight", size="a5", scan_from="2m")
    assert "its code is scanned from up to" in hint
    (found,) = (changes["scan_from"] for changes in suggested(hint) if "scan_from" in changes)
    assert laid_out("plank_bodyweight", {"size": "a5", "scan_from": found})[0]


def test_where_one_change_does_not_do_two_are_named():
    assert hint_for(size="a2", read_from="12m").startswith("a2 serves up to 2.")
    assert "or less of it fits and a2 serves up to 5." in hint_for(size="a2", read_from="12m")
    assert suggested(hint_for(size="a6", read_from="8m")) == [{"scan_from": "0.25m", "read_from": "0.6m"}]


def test_from_far_away_a_small_sheet_with_a_wide_edge_is_answered_too():
    for asked in ({"size": "a5", "safe": "40mm"}, {"size": "a6", "detail": "headline", "scan_from": "2m"}):
        found = suggested(hint_for(read_from="5.7m", **asked))
        assert found
        for changes in found:
            assert laid_out("squat_barbell", {"read_from": "5.7m", **asked, **changes})[0], changes


def test_distances_in_feet_are_suggested_as_they_were_tried():
    for far in ("18ft", "5.7m"):
        for changes in suggested(hint_for(size="a6", read_from=far, scan_from="7.2ft")):
            assert float(changes.get("scan_from", "7.0ft").removesuffix("ft")) % 0.5 == 0


@pytest.mark.parametrize("command", ["render", "check"])
def test_a_suggestion_can_be_pasted(tmp_path, monkeypatch, command):
    from click.testing import CliRunner

    from cardgen.cli import program

    monkeypatch.chdir(tmp_path)
    path = str(resources.content_folder() / "bentoverrow_barbell.md")
    told = CliRunner().invoke(program, [command, path, "--read-from", "1.5m"])
    assert told.exit_code == 1
    hint = next(line for line in told.output.splitlines() if line.startswith("  hint: "))
    found = [FLAG.findall(part) for part in hint.split(", or ")]
    assert len(found) == 4
    for flags in found:
        arguments = [part for flag, value in flags for part in (f"--{flag}", value)]
        assert CliRunner().invoke(program, [command, path, "--read-from", "1.5m", *arguments]).exit_code == 0
