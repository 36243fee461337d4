"""A link in, the modules of its QR code out: the smallest version at level M. Knows no millimetres and no page.

Level M (15 % of the code may be damaged) is kept although L would save a version here and there: cards hang in gyms and are
folded, sweated on and laminated. Within its version a code takes the highest level that still fits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
DIGITS = frozenset("0123456789")

QUIET_ZONE = 4
"""Modules of white on every side (ISO/IEC 18004:2015, 6.3.8)."""

MASK = 6
"""One mask for all: the search for the best costs ten times as much and readers do not care."""

_NUMERIC_MODE, _ALPHANUMERIC_MODE, _BYTE_MODE = 1, 2, 4
_COUNT_BITS = {_NUMERIC_MODE: (10, 12, 14), _ALPHANUMERIC_MODE: (9, 11, 13), _BYTE_MODE: (8, 16, 16)}
"""Bits of the character count by version class 1-9, 10-26, 27-40 (ISO/IEC 18004:2015, table 3)."""
_SIXTHS = {_NUMERIC_MODE: 20, _ALPHANUMERIC_MODE: 33, _BYTE_MODE: 48}
"""Bits a character in sixths: 10 for three digits, 11 for two alphanumerics, 8 for a byte."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code; `rows[y][x]` is True where the module is dark. No quiet zone."""

    rows: tuple[tuple[bool, ...], ...]
    version: int
    level: str
    """L, M, Q or H."""

    @property
    def modules(self) -> int:
        """Modules on a side: 4 x version + 17."""
        return len(self.rows)


@lru_cache(maxsize=4096)
def make_code(url: str) -> Code:
    """Return the smallest code at level M or better that holds `url`.

    It holds the address as it is given: several phones do not open one whose scheme is in capitals, though they mean the
    same and would take fewer modules. Raises ValueError when the address does not fit in version 40.
    """
    version, level, parts = _smallest(url)
    return Code(rows=_draw(version, level, parts), version=version, level=level)


Part = tuple[int, str]


def _smallest(text: str) -> tuple[int, str, tuple[Part, ...]]:
    """Return version, level and parts of the smallest code for `text`."""
    from qrcode.base import rs_blocks  # noqa: PLC0415 - 40 ms, and pages without a code do not need it
    from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q  # noqa: PLC0415

    levels = (("H", ERROR_CORRECT_H), ("Q", ERROR_CORRECT_Q), ("M", ERROR_CORRECT_M))
    for group, versions in enumerate((range(1, 10), range(10, 27), range(27, 41))):
        parts, bits = _split(text, group)
        for version in versions:
            for name, level in levels:
                if bits <= 8 * sum(block.data_count for block in rs_blocks(version, level)):
                    return version, name, parts
    raise ValueError(f"{len(text)} characters do not fit in a QR code")


def _split(text: str, group: int) -> tuple[tuple[Part, ...], int]:
    """Part `text` into modes so that it takes the fewest bits: dynamic programming over the characters.

    State: the mode of the character before; entering a mode costs its header. Costs are in sixths of a bit, rounded up at the
    end of each part, as the standard packs digits by three and alphanumerics by two.
    """
    best: dict[int, tuple[int, tuple[Part, ...]]] = {}
    for letter in text:
        modes = [_BYTE_MODE]
        if letter in ALPHANUMERIC:
            modes.append(_ALPHANUMERIC_MODE)
        if letter in DIGITS:
            modes.append(_NUMERIC_MODE)
        width = len(letter.encode())
        step: dict[int, tuple[int, tuple[Part, ...]]] = {}
        for mode in modes:
            cost = _SIXTHS[mode] * (width if mode == _BYTE_MODE else 1)
            options = []
            for before, (spent, parts) in best.items():
                if before == mode:
                    options.append((spent + cost, (*parts[:-1], (mode, parts[-1][1] + letter))))
                else:
                    options.append((_whole(spent) + _header(mode, group) + cost, (*parts, (mode, letter))))
            if not best:
                options.append((_header(mode, group) + cost, ((mode, letter),)))
            step[mode] = min(options, key=lambda option: (option[0], len(option[1])))
        best = step
    parts = min(best.values(), key=lambda option: (option[0], len(option[1])))[1] if best else ()
    return parts, sum(_bits(part, group) for part in parts)


def _whole(sixths: int) -> int:
    return -(-sixths // 6) * 6


def _header(mode: int, group: int) -> int:
    return 6 * (4 + _COUNT_BITS[mode][group])


def _bits(part: Part, group: int) -> int:
    mode, text = part
    length = len(text.encode())
    data = {_NUMERIC_MODE: -(-10 * length // 3), _ALPHANUMERIC_MODE: -(-11 * length // 2), _BYTE_MODE: 8 * length}[mode]
    return 4 + _COUNT_BITS[mode][group] + data


def _draw(version: int, level: str, parts: tuple[Part, ...]) -> tuple[tuple[bool, ...], ...]:
    import qrcode  # noqa: PLC0415 - see _smallest
    from qrcode.util import QRData  # noqa: PLC0415

    number = {"M": qrcode.ERROR_CORRECT_M, "Q": qrcode.ERROR_CORRECT_Q, "H": qrcode.ERROR_CORRECT_H}[level]
    code = qrcode.QRCode(version=version, error_correction=number, border=0, mask_pattern=MASK)
    for mode, text in parts:
        code.add_data(QRData(text.encode(), mode=mode), optimize=0)
    code.make(fit=False)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())
