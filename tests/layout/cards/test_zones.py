"""Zones: the same lines on every card of a set."""

from dataclasses import replace

import pytest

from cardgen.display import Role
from cardgen.figure.repertoire import posed
from cardgen.layout.ground.measures import SetSize
from cardgen.values.geometry import mm, to_mm
from cardgen.values.use import Punch, Use
from tests.builders import card, page_of, step, tips, works, zones_on
from tests.layout.reading import band, discs, footer_rule, stage, texts

SHEETS = ("a4", "a5", "letter", "105x148mm", "a3")
SET = SetSize(body=9.0, stage=mm(48))
MADE = (
    card(works=works("quads")),
    card(title="A Title That Is So Long That It Takes Two Lines of the Band", boxes=()),
    replace(card(boxes=(tips("Up."),), number="3"), figure=posed("benchpress")),
    card(steps=(step("Rise", "Stand up."),), video=None, brand=""),
)


@pytest.mark.parametrize("size", SHEETS)
def test_the_unit_is_what_the_sheet_is_larger_than_a5(size):
    zones, page = zones_on(size), page_of(size=size)
    unit = min(to_mm(page.width) / 148, to_mm(page.height) / 210)
    assert to_mm(zones.unit) == pytest.approx(unit)
    assert band(page).height == pytest.approx(zones.band)
    assert zones.band >= 25 * zones.unit - 1e-6
    assert footer_rule(page) == pytest.approx(page.height - 9.2 * zones.unit, abs=mm(2.5))


def test_the_cards_of_a_set_share_their_lines():
    pages = [page_of(made, shared=SET) for made in MADE]
    assert {page.type_size for page in pages} == {9.0}
    assert len({round(stage(page).bottom, 3) for page in pages}) == 1
    assert len({round(discs(page)[0].y, 3) for page in pages}) == 1
    assert len({round(texts(page, Role.EYEBROW)[0].y, 3) for page in pages}) == 1
    ends = {round(max(item.y for item in texts(page, Role.FOOTER, Role.ADDRESS)), 3) for page in pages[:3]}
    assert len(ends) == 1


def test_the_text_of_a_card_across_stands_beside_the_stage_and_keeps_its_width():
    zones = zones_on("297x210mm")
    assert zones.text_width == pytest.approx(zones.width - 2 * zones.margin)
    assert replace(zones, left=mm(150)).text_width == pytest.approx(zones.width - zones.margin - mm(150))


def test_a_band_under_holes_is_as_much_higher_as_they_need():
    plain, punched = zones_on(), zones_on(use=Use(punch=Punch.CORNERS))
    assert punched.band > plain.band
    assert punched.band - plain.band == pytest.approx(punched.eyebrow - plain.eyebrow)
    assert punched.title - punched.eyebrow == pytest.approx(plain.title - plain.eyebrow)
