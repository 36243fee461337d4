"""Work, counted in calls of functions: the same on every machine, however busy it is."""

from __future__ import annotations

import sys


def calls_of(work):
    """How many functions are called, those of the interpreter among them."""
    calls = 0

    def see(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
