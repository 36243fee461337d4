"""How long a circuit takes, in whole seconds: pure sums. Knows no page and no file."""

from __future__ import annotations


def round_length(stations: int, work: int, rest: int) -> int:
    """Return how long a round is: N x work + (N - 1) x rest; nobody rests behind the last station."""
    return stations * work + (stations - 1) * rest


def whole_length(rounds: int, one: int, round_rest: int) -> int:
    """Return how long all rounds take, `one` being the length of each: R x round + (R - 1) x round rest."""
    return rounds * one + (rounds - 1) * round_rest


def starts(stations: int, work: int, rest: int, *, begin: int = 0) -> tuple[int, ...]:
    """Return when each station starts in a round that begins at `begin`: begin + (k - 1)(work + rest)."""
    return tuple(begin + at * (work + rest) for at in range(stations))


def begins(rounds: int, one: int, round_rest: int) -> tuple[int, ...]:
    """Return when each round begins: (r - 1)(round + round rest)."""
    return tuple(at * (one + round_rest) for at in range(rounds))
