"""What `make test` takes of much; `make test-all` takes all of it."""

from __future__ import annotations

import pytest
from hypothesis import settings

THOROUGH = 100
"""Examples of a property in `make test-all`, where a test does not say how many."""


def examples(most):
    """So many of `most` examples as belong to the profile of this run, and never fewer than five."""
    return max(round(most * settings.default.max_examples / THOROUGH), min(most, 5))


def mostly_slow(cases, *, every, quick=()):
    """The cases of a test: one in so many runs in `make test`, and those in `quick`; the others are slow.

    Of a product, such as guides by sizes, all guides and all sizes come up where `every` has no factor in common with either.
    """
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if at % every == 0 or case in quick else pytest.mark.slow,
        )
        for at, case in enumerate(cases)
    ]
