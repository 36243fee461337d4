"""Draws all figures once when the package is built or installed, so that a card finds them drawn."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FigureStore(BuildHookInterface[Any]):
    """Puts the store of figures into the wheel, and beside the data of a working copy."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the signature is hatchling's
        """Write the store before the files of the wheel are chosen."""
        sys.path.insert(0, self.root)
        from cardgen.figure.movements import movements  # noqa: PLC0415 - likewise
        from cardgen.figure.store import FILE, is_fresh, write_store  # noqa: PLC0415 - only now on the path

        if not is_fresh():
            write_store({name: movement.family.main for name, movement in movements().items()})
        build_data["artifacts"].append(FILE.relative_to(Path(self.root)).as_posix())
