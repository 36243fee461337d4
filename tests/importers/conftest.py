from __future__ import annotations

import pytest

from tests.cli.conftest import terminal
from tests.importers.making import RECORD, lay_out

__all__ = ["collection", "terminal"]


@pytest.fixture
def collection(tmp_path):
    """A copy of the collection with a single exercise."""
    return lay_out(tmp_path / "db", RECORD)
