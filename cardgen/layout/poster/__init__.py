"""The headline card: the names of the steps alone, huge, beside picture and code; a poster read across a gym.

The band runs down the right side, as on a card across; a station's number stands in its corner. One size serves all names: the
largest at which every row has its place.
"""

from __future__ import annotations

from cardgen.layout.poster.fit import fit_poster

__all__ = ["fit_poster"]
