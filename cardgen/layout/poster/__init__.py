"""The headline card: what the exercise looks like, and the names of its steps, huge; a poster read across a gym."""

from __future__ import annotations

from cardgen.layout.poster.fit import fit_poster

__all__ = ["fit_poster"]
