"""The ruler and the gauge: how large lengths and words are on a sheet, and the floors under which none falls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardgen.layout.ground.measures import SMALLEST
from cardgen.layout.ground.ruler import FLOOR
from cardgen.theme import AA_TEXT, THEMES, Ink, contrast
from cardgen.theme import type as styles
from cardgen.theme.type import BODY, FINE_NOTE, LIST, NAME, SECTION, Floor, Tone, TypeStyle
from tests.layout.program import made

NAMED = [it for it in vars(styles).values() if isinstance(it, TypeStyle)]


@made.each_place
def test_no_style_is_under_the_floor_of_its_sheet(size, use):
    gauge = made.leaf(size, use=use).gauge
    measures = gauge.kit.measures
    for style in NAMED:
        least = SMALLEST if style.floor is Floor.FINE else min(measures.floor, FLOOR)
        assert gauge.size(style) >= max(least, measures.least)
    assert gauge.size(LIST) >= gauge.running


def test_lengths_across_are_the_sheets_and_heights_grow_with_its_text():
    usual, large = made.leaf().gauge, made.leaf(use=made.LARGE).gauge
    assert usual.across(10.0) == large.across(10.0) == pytest.approx(usual.down(10.0))
    assert large.down(10.0) == pytest.approx(1.8 * large.across(10.0)) == large.gap(10.0)
    assert large.size(BODY) == pytest.approx(18.0)


def test_on_a_small_sheet_floors_hold_text_and_heights_grow_with_it():
    gauge = made.leaf("a6").gauge
    assert gauge.size(BODY) == gauge.kit.measures.floor > BODY.size * gauge.scale
    assert gauge.down(1.0) > gauge.gap(1.0) == gauge.across(1.0)


@pytest.mark.parametrize("factor", [1.0, 0.9, 0.5])
def test_a_shrunk_page_has_no_running_text_under_its_floor(factor):
    gauge = made.leaf(use=made.LARGE).gauge
    small = gauge.shrunk(factor)
    assert small.across(10.0) == pytest.approx(factor * gauge.across(10.0))
    assert small.size(SECTION) == pytest.approx(max(factor * gauge.size(SECTION), gauge.running))
    assert small.size(FINE_NOTE) >= gauge.kit.measures.least


def test_long_words_are_smaller_and_never_under_the_least_of_their_style():
    gauge = made.leaf().gauge
    wide = gauge.phrase("Anchor row", NAME).width
    assert gauge.fit("Anchor row", NAME, wide).setting.size == gauge.size(NAME)
    assert gauge.fit("Anchor row", NAME, 0.95 * wide).setting.size < gauge.size(NAME)
    assert gauge.fit("Anchor row", NAME, 0.5 * wide).setting.size == gauge.least_of(NAME)
    assert gauge.fit("Anchor row", replace(NAME, least=0.0), 0.5 * wide).setting.size == gauge.size(NAME)


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_words_can_be_read_on_what_each_role_stands_on(theme, ink):
    inked = theme.inked(ink)
    on_paper = (Tone.INK, Tone.LEAD, Tone.MUTED, Tone.HEADING, Tone.ACCENT)
    assert all(contrast(inked.color(tone), inked.paper) >= AA_TEXT for tone in on_paper)
    for surface in (inked.tile, inked.foot, inked.chosen, inked.blank):
        assert contrast(surface.words, surface.fill or inked.paper) >= AA_TEXT
        assert surface.fill or surface.edge, "it is seen"
    assert contrast(inked.on_foot, inked.foot.fill or inked.paper) >= AA_TEXT
