"""The record of a pose in, a typed pose out: angles, and what hands and feet touch. Computes no joint.

Angles of limbs are in degrees and lie in the picture, not between bones: 0 hangs straight down, 90 forward, 180 up, -90 back. Lengths
are in hundredths of the body's height.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from cardgen.figure.proportions import HIP, SHOULDER, SIDES
from cardgen.figure.shape import Heads
from cardgen.figure.space import Vec

Record = Mapping[str, Any]
"""A part of a movement as it stands in a file."""

MARKS = frozenset(
    {"hip", "sh", "head", "hands", "back", "rack", "hips", "chest", "upper_back"}
    | {part + side for part in ("hand", "wr", "el", "sh", "hip", "knee", "ankle", "ball") for side, _ in SIDES}
)
"""Joints and places on the body that a file may name."""
FIELDS = frozenset(
    {"torso", "curl", "nod", "tilt", "shrug", "twist", "side", "roll", "balance", "at", "leg", "legR", "legL"}
    | {"arm", "armR", "armL", "arms", "arrow", "arrows", "held_up", "yaw", "props", "label", "like"}
)
"""Of a pose."""


class PoseError(ValueError):
    """A record does not describe a pose; the text says which field and what it may be."""


class Toes(Enum):
    """How a foot stands."""

    STRAIGHT = "straight"
    BENT = "bent"
    """On its ball."""


class Hand(Enum):
    """How a hand touches."""

    FIST = "fist"
    FLAT = "flat"
    OPEN = "open"
    """Flat, with its fingers drawn at their whole length."""


class Layering(Enum):
    """Where the near arm lies."""

    FRONT = "front"
    INSIDE = "inside"
    """Between the legs."""
    BEHIND = "behind"
    """Past the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point of the room, or a way from a mark on the body."""

    mark: str = ""
    """A joint or place; empty for the origin: the floor under the figure."""
    offset: Vec = (0.0, 0.0, 0.0)
    deep: bool = False
    """Whether the offset says how far from the midline."""


@dataclass(frozen=True, slots=True)
class Pole:
    """Where a bent joint points, in the angles of limbs."""

    angle: float
    out: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """A foot at the end of a leg."""

    pitch: float = 0.0
    """0 lies flat, negative points the toes down."""
    toe_out: float = 7.0
    toes: Toes = Toes.STRAIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class LegAngles:
    """A leg by its angles."""

    thigh: float
    shin: float
    out: float = 0.0
    shin_out: float = 0.0
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class LegDown:
    """A foot put down; the knee follows."""

    x: float
    y: float
    wide: float
    """From the midline."""
    z: float | None = None
    """To the figure's right, instead of `wide`."""
    knee: Pole
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmAngles:
    """An arm by its angles."""

    upper: float
    fore: float
    out: float = 0.0
    fore_out: float = 0.0
    palm: Pole | None = None
    """Where a bent wrist points the fist; None: along the forearm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmReach:
    """A hand that reaches for a spot; the elbow follows."""

    to: Spot
    grip: float
    """Of the hand from the midline."""
    elbow: Pole
    hand: Hand = Hand.FIST
    fingers: float = 90.0
    """Where those of a flat hand point."""
    palm: Pole | None = None


Leg = LegAngles | LegDown
Arm = ArmAngles | ArmReach


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArrow:
    """An arrow that is placed by hand."""

    way: tuple[Spot, ...]
    """Two spots, or three of an arc; the head is at the last."""
    heads: Heads = Heads.ONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Curl:
    """Rounding of the spine in degrees; negative arches."""

    even: float = 0.0
    """Spread over the whole of it."""
    low: float = 0.0
    """Of the lumbar part."""
    mid: float = 0.0
    """Of the thoracic part."""
    neck: float = 0.0

    def at(self, share: float) -> float:
        """Return the rounding from the hips to a share of the spine."""
        return self.even * share + self.low * min(share * 2, 1.0) + self.mid * max(0.0, share * 2 - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Instead of a lean: the one that brings a mark over mid-foot."""

    mark: str
    """`mass` is the centre of mass."""
    x: float | None = None
    """Where to, instead of mid-foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """One key pose."""

    torso: float = 0.0
    """Lean from upright: 90 face down, -90 on the back."""
    curl: Curl = Curl()
    nod: float = 0.0
    """Of the head, forward."""
    tilt: float = 0.0
    """Of the head, sideways."""
    shrug: float = 0.0
    """Shoulders up, a length."""
    twist: float = 0.0
    """Of the trunk."""
    side: float = 0.0
    """Bend of the trunk to the right."""
    roll: float = 0.0
    """The whole body tipped to the right."""
    balance: Balance | None = None
    nailed: str = "footR"
    """The joint that is held in place; `footR` is the sole under the right ankle."""
    nailed_at: tuple[float, float] = (0.0, 0.0)
    legs: Mapping[str, Leg]
    """By side."""
    arms: Mapping[str, Arm]
    layering: Layering | None = None
    """None: as the movement says."""
    arrow: str | None = None
    """The mark whose way is shown; empty for none, None: as the movement says."""
    arrows: tuple[DrawnArrow, ...] | None = None
    """Placed by hand; None where they are found."""
    supported: bool = False
    """Whether a machine carries the weight."""
    yaw: float | None = None
    props: tuple[Record, ...] = ()
    label: str = ""

    def __hash__(self) -> int:
        """Hash the instance: a pose is compared with none but itself."""
        return id(self)


def read_pose(record: Record) -> Pose:
    """Return the pose of a record.

    Raises:
        PoseError: a field is unknown, missing or of the wrong kind.

    """
    if unknown := sorted(set(record) - FIELDS):
        raise PoseError(f'a pose has no field "{unknown[0]}"')
    nailed, at = next(iter(record.get("at", {"footR": (0, 0)}).items()))
    if nailed not in MARKS | {"footR", "footL"}:
        raise PoseError(f'"at": nothing of the body is called "{nailed}"')
    numbers = ("torso", "nod", "tilt", "shrug", "twist", "side", "roll")
    arrows = record.get("arrows")
    return Pose(
        **{name: _number(record, name) for name in numbers if name in record},
        curl=_curl(record.get("curl", 0)),
        balance=_balance(record.get("balance")),
        nailed=nailed,
        nailed_at=_pair(at, "at"),
        legs={side: _leg(_limb(record, "leg", side)) for side, _ in SIDES},
        arms={side: _arm(_limb(record, "arm", side)) for side, _ in SIDES},
        layering=Layering(record["arms"]) if "arms" in record else None,
        arrow=record.get("arrow"),
        arrows=None if arrows is None else tuple(_arrow(one) for one in arrows),
        supported=bool(record.get("held_up")),
        yaw=record.get("yaw"),
        props=tuple(record.get("props", ())),
        label=str(record.get("label", "")),
    )


def read_spot(value: Any, field: str) -> Spot:
    """Return the spot of `[x, y]`, `[x, y, z]`, a mark, or `[mark, dx, dy]` with or without `dz`."""
    parts: Any = [value] if isinstance(value, str) else value
    mark, numbers = "", parts
    if isinstance(parts, list | tuple) and parts and isinstance(parts[0], str):
        mark, *numbers = parts
    if mark and mark not in MARKS:
        raise PoseError(f'"{field}": nothing of the body is called "{mark}"')
    if not isinstance(numbers, list | tuple) or not all(_is_number(part) for part in numbers):
        raise PoseError(f'"{field}" is a place: [x, y], a mark such as "hands", or ["hands", dx, dy]')
    x, y, z = (*(float(part) for part in numbers), 0.0, 0.0, 0.0)[:3]
    return Spot(mark=mark, offset=(x, y, z), deep=len(numbers) > 2)  # noqa: PLR2004 - the third is the depth


def _limb(record: Record, part: str, side: str) -> Record:
    """Return what a pose says of a limb: of its side, else of both; a list is short for angles."""
    found = record.get(part + side, record.get(part))
    if isinstance(found, list | tuple):
        names = ("thigh", "shin", "out", "shin_out") if part == "leg" else ("upper", "fore", "out", "fore_out")
        return dict(zip(names, found, strict=False))
    if not isinstance(found, Mapping):
        raise PoseError(f'a pose says where both {part}s are: "{part}", or "{part}R" and "{part}L"')
    return found


def _leg(record: Record) -> Leg:
    foot = Foot(
        pitch=_number(record, "foot"),
        toe_out=_number(record, "toe_out", 7.0),
        toes=Toes.BENT if record.get("ball") else Toes.STRAIGHT,
    )
    if "thigh" in record:
        out = _number(record, "out")
        return LegAngles(
            thigh=_number(record, "thigh"),
            shin=_number(record, "shin"),
            out=out,
            shin_out=_number(record, "shin_out", out),
            foot=foot,
        )
    if not ("to" in record or "ball" in record):
        raise PoseError('a leg has angles, [thigh, shin], or a place to stand: {"to": [x, y]} or {"ball": [x, y]}')
    spot = read_spot(record.get("to") or record["ball"], "leg")
    x, y, z = spot.offset
    if spot.mark:
        raise PoseError("a foot is put down at [x, y] or [x, y, z]")
    return LegDown(
        x=x,
        y=y,
        wide=_number(record, "wide", HIP + 1),
        z=z if spot.deep else None,
        knee=_pole(record.get("knee", 90)),
        foot=foot,
    )


def _arm(record: Record) -> Arm:
    palm = _pole(record["palm"]) if "palm" in record else None
    if "upper" in record:
        out = _number(record, "out")
        return ArmAngles(
            upper=_number(record, "upper"),
            fore=_number(record, "fore"),
            out=out,
            fore_out=_number(record, "fore_out", out),
            palm=palm,
        )
    if "to" not in record:
        raise PoseError('an arm has angles, [upper, fore], or a place to reach for: {"to": [x, y]}')
    return ArmReach(
        to=read_spot(record["to"], "to"),
        grip=_number(record, "grip", SHOULDER + 1),
        elbow=_pole(record.get("elbow", -40)),
        hand=Hand(record.get("hand", "fist")),
        fingers=_number(record, "fingers", 90.0),
        palm=palm,
    )


def _arrow(value: Any) -> DrawnArrow:
    """Return the arrow of two or three places, `both` behind them where it has two heads."""
    if not isinstance(value, list | tuple):
        raise PoseError('"arrows" takes lists of places: [[from, to], [from, over, to]]')
    heads = Heads.BOTH if value and value[-1] == Heads.BOTH.value else Heads.ONE
    way = tuple(read_spot(spot, "arrows") for spot in (value[:-1] if heads is Heads.BOTH else value))
    if len(way) not in (2, 3):
        raise PoseError("an arrow leads from one place to another, or over a third: [[from, to], [from, over, to]]")
    return DrawnArrow(way=way, heads=heads)


def _curl(value: Any) -> Curl:
    if isinstance(value, Mapping):
        return Curl(**{name: _number(value, name) for name in ("low", "mid", "neck")})
    return Curl(even=float(value))


def _balance(value: Any) -> Balance | None:
    if not value:
        return None
    mark, *at = [value] if isinstance(value, str) else value
    if mark not in MARKS | {"mass"}:
        raise PoseError(f'"balance": nothing of the body is called "{mark}"')
    return Balance(mark=mark, x=float(at[0]) if at else None)


def _pole(value: Any) -> Pole:
    return Pole(*(float(part) for part in _list(value)))


def _list(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _pair(value: Any, field: str) -> tuple[float, float]:
    if not isinstance(value, list | tuple) or len(value) != 2 or not all(map(_is_number, value)):  # noqa: PLR2004
        raise PoseError(f'"{field}" takes two numbers, [x, y]')
    return (float(value[0]), float(value[1]))


def _number(record: Record, name: str, default: float = 0.0) -> float:
    value = record.get(name, default)
    if not _is_number(value):
        raise PoseError(f'"{name}" takes a number')
    return float(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
