from __future__ import annotations

import pytest

from tests.importers.making import RECORD, lay_out


@pytest.fixture
def collection(tmp_path):
    """A copy of the collection with a single exercise."""
    return lay_out(tmp_path / "db", RECORD)
