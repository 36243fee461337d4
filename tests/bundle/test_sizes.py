"""How the type sizes of a booklet are chosen."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.bundle.sizes import choose_sizes

sizes = st.lists(st.integers(180, 280).map(lambda twentieths: twentieths / 20), min_size=1, max_size=30)


def loss(found, steps):
    return sum(size - max(step for step in steps if step <= size) for size in found)


@given(sizes)
def test_there_are_at_most_three_and_every_card_takes_one(found):
    steps = choose_sizes(found)
    assert 1 <= len(steps) <= 3
    assert list(steps) == sorted(set(steps))
    assert steps[0] == min(found)
    assert set(steps) <= set(found)


@given(st.lists(st.sampled_from([9.0, 9.4, 9.5, 10.0, 10.2, 11.0, 12.5]), min_size=4, max_size=20))
def test_no_other_choice_loses_less(found):
    values = sorted(set(found))
    options = [(values[0], *rest) for count in range(3) for rest in combinations(values[1:], count)]
    assert loss(found, choose_sizes(found)) == pytest.approx(min(loss(found, steps) for steps in options))


def test_three_sizes_or_fewer_are_kept():
    assert choose_sizes([10.0, 9.5, 10.0]) == (9.5, 10.0)
