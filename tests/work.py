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


def calls_to(work, *functions):
    """How often each of some functions is called, in their order."""
    codes = [function.__code__ for function in functions]
    found = dict.fromkeys(codes, 0)

    def see(frame, event, argument):
        if event == "call" and frame.f_code in found:
            found[frame.f_code] += 1

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(before)
    return tuple(found[code] for code in codes)
