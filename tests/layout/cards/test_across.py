"""A card across: the stage as a column at the left of the text."""

import pytest

from cardgen.display import Role
from cardgen.figure.repertoire import posed
from cardgen.layout.cards.across import SHARES
from cardgen.layout.cards.fit import Overflow
from cardgen.values.notes import LeftOut
from tests.builders import card, fit, page_of, step, works, zones_on
from tests.layout.reading import BODY, all_panels, around, band, bodies, figures, footer_rule, ink, stage, texts, tiles

SIZES = ("297x210mm", "210x148mm", "279.4x215.9mm", "420x297mm")
MADE = {"works": works("quads"), "also": works("glutes"), "figure": posed("squat")}


@pytest.mark.parametrize("size", SIZES)
def test_the_stage_runs_from_the_band_to_the_foot_and_the_text_stands_beside_it(size):
    page, zones = page_of(card(**MADE), size), zones_on(size)
    ground = stage(page)
    assert (ground.x, ground.y, ground.bottom) == (0, band(page).bottom, pytest.approx(page.height))
    assert ground.width == pytest.approx(SHARES[0] * page.width)
    for item in texts(page, *BODY):
        assert ink(item).x > ground.right
        assert ink(item).right <= page.width - zones.margin + 0.5
        assert band(page).bottom < ink(item).y < ink(item).bottom < footer_rule(page)
    assert all(panel.x > ground.right for panel in all_panels(page))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["squat", "benchpress", "plank_bodyweight"])
def test_figure_key_map_and_code_stand_under_one_another_on_the_stage(name, size):
    page = page_of(card(**{**MADE, "figure": posed(name)}), size)
    ground, figure = stage(page), around(*figures(page))
    legend = [ink(item) for item in texts(page, Role.LEGEND)]
    below = [*tiles(page), *(stamp.rect for stamp in bodies(page))]
    assert ground.contains(figure)
    assert all(ground.contains(rect) for rect in [*legend, *below])
    assert (
        figure.bottom
        <= min(rect.y for rect in legend)
        <= max(rect.bottom for rect in legend)
        <= min(rect.y for rect in below)
    )


@pytest.mark.parametrize("size", [*SIZES[:2], "6x4in"])
def test_a_longer_text_narrows_the_stage_then_leaves_it_out_and_is_refused_only_then(size):
    shares = []
    for times in range(1, 40):
        steps = tuple(step(f"Part {at}", "Keep both heels down. " * times) for at in range(5))
        page = fit(card(**MADE, steps=steps), size)
        if isinstance(page, Overflow):
            assert page.excess > 0, "by how much it is too long without its figure"
            break
        assert page.type_size >= {"297x210mm": 11.0, "210x148mm": 8.5, "6x4in": 7.5}[size]
        without = LeftOut.FIGURE in page.notes
        assert bool(figures(page)) is not without
        assert len(tiles(page)) == 1
        shares.append(0.0 if without else round(stage(page).width / page.width, 3))
    assert isinstance(page, Overflow)
    assert shares == sorted(shares, reverse=True)
    assert 0.0 == shares[-1] < shares[0]
