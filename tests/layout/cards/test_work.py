"""Work: what a card of a set costs, counted; the same on every machine."""

from collections import Counter

from cardgen.layout.cards import body
from cardgen.layout.cards.fit import agreed, wish_of
from cardgen.layout.ground import text
from cardgen.theme import PETROL
from cardgen.typeset import shape
from cardgen.values.stock import parse_sheet
from tests.builders import fit, fresh_case, from_content, kit_of

STEMS = (
    "squat_barbell",
    "pushup_bodyweight",
    "facepull_band",
    "lunge_dumbbell",
    "deadlift_barbell",
    "pullup_bodyweight",
)
MOST = {"shapings": 130, "breakings": 45, "counts": 1600}
"""Of each, a card; words that another card of the set has shaped are not shaped again."""


def work_of_a_set(monkeypatch):
    """What the cards of a set cost from the first wish to the last page, a card on the mean."""
    done = Counter()

    def counted(module, name, kind):
        real = getattr(module, name)

        def call(*args, **more):
            done[kind] += 1
            return real(*args, **more)

        monkeypatch.setattr(module, name, call)

    cards = [from_content(stem) for stem in STEMS]
    with monkeypatch.context():
        counted(shape, "shape_run", "shapings")
        counted(text, "break_lines", "breakings")
        counted(body, "count_lines", "counts")
        case = fresh_case()
        shared = agreed([wish_of(it, sheet=parse_sheet("a5"), theme=PETROL, case=case) for it in cards], kit_of("a5"))
        for card in cards:
            fit(card, "a5", case, shared=shared)
    return {kind: done[kind] / len(cards) for kind in MOST}


def test_a_card_of_a_set_costs_no_more_than_it_must(monkeypatch):
    found = work_of_a_set(monkeypatch)
    assert all(found[kind] > 0 for kind in MOST)
    assert all(found[kind] <= most for kind, most in MOST.items()), found
