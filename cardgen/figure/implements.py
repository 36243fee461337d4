"""The name of an implement and what a movement says of it in, the equipment that it brings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from cardgen.figure.pose import Record

ANCHORS = MappingProxyType({"low": 7, "mid": 66, "high": 118})
"""Heights of pulleys and of bands' anchors."""
COLUMN = 56
"""How far ahead a cable column or a post stands."""
HIGH, LOW = 100, 20
"""A pulley above the first hangs from a long arm, one below the second from a short one."""

Props = list[dict[str, Any]]


def implement_props(name: str, own: Record) -> Props:
    """Return the equipment of an implement; none for `machine` and `bodyweight`, whose parts are in the movement."""
    found = _BRINGS.get(name)
    return found(own) if found else []


def _picked(own: Record, names: str) -> dict[str, Any]:
    return {name: own[name] for name in names.split() if name in own}


def _barbell(own: Record) -> Props:
    return [{"type": "barbell", **_picked(own, "at plate half z layer")}]


def _ezbar(own: Record) -> Props:
    return [{"type": "barbell", "plate": 9, "half": 30, "z": 23, **_picked(own, "at layer")}]


def _smith(own: Record) -> Props:
    return [{"type": "rails", **_picked(own, "at x")}, {"type": "barbell", **_picked(own, "at plate layer")}]


def _dumbbell(own: Record) -> Props:
    if "one" in own:  # a single bell in both hands
        axis = own.get("axis", "y")
        return [{"type": "dumbbell", "hands": "R", "at": own["one"], "axis": axis, **_picked(own, "layer")}]
    hands = own.get("hands", "RL")
    return [{"type": "dumbbell", "axis": own.get("axis", "x"), "hands": hands, **_picked(own, "layer")}]


def _kettlebell(own: Record) -> Props:
    where = {"at": own["one"]} if "one" in own else {"hands": own.get("hands", "RL")[::-1]}
    return [{"type": "kettlebell", **where, **_picked(own, "hang layer")}]


def _trapbar(own: Record) -> Props:
    return [{"type": "trapbar", **_picked(own, "at plate layer")}]


def _medball(own: Record) -> Props:
    return [{"type": "medball", **_picked(own, "at layer")}]


def _plate(own: Record) -> Props:
    return [{"type": "weight", **_picked(own, "at axis layer r hands")}]


def _landmine(own: Record) -> Props:
    hinge = own.get("anchor", [-62, 3])
    return [{"type": "landmine", "from": hinge, **_picked(own, "beyond plate_at layer plate_layer at")}]


def _rings(own: Record) -> Props:
    return [{"type": "strap", "from": own.get("anchor", [0, 126]), "ring": True, **_picked(own, "z")}]


def _trx(own: Record) -> Props:
    return [{"type": "strap", "from": own.get("anchor", [0, 126]), "ring": False, **_picked(own, "z")}]


def _band(own: Record) -> Props:
    """Return a band under the foot, or from a post."""
    hands, anchor = own.get("hands", "RL"), own.get("anchor", "foot")
    if own.get("attach") == "x":  # its lines are in the movement
        return []
    if anchor == "foot":
        return [
            {
                "type": "band",
                "from": ["ball" + side, -2, -0.6],
                "to": "hand" + side,
                "pulley": False,
                "layer": _side(side),
            }
            for side in hands
        ]
    place = [own.get("column", COLUMN), ANCHORS[anchor] - 2] if isinstance(anchor, str) else anchor
    post = {"type": "frame", "segments": [[[place[0], 1], [place[0], max(place[1] + 12, 40)]]]}
    lines = [
        {"type": "band", "from": place, "to": own.get("to", "hand" + side), "layer": _side(side)} for side in hands
    ]
    return [*([post] if own.get("post", True) else []), *lines]


def _cable(own: Record) -> Props:
    """Return a column, the cable from its pulley and what is held at its end."""
    if own.get("attach") == "x":
        return []
    hands, x, z = own.get("hands", "RL"), own.get("column", COLUMN), own.get("z", 0)
    pulley = _pulley(own, x, z)
    y = pulley[1]
    arm = {"arm": [pulley[0] + (1 if x > 0 else -1), y + 4]} if y > HIGH else {}
    column = {"type": "stack", "x": x, "z": z, "top": max(y + 4, own.get("top", 60)), **arm}
    layer = own.get("layer", "mid")
    match own.get("attach", "bar"):
        case "grips":
            lines = [{"type": "cable", "from": pulley, "to": "hand" + side, "layer": _side(side)} for side in hands]
            return [column, *lines]
        case "rope":
            knot = own["knot"]
            cable = {"type": "cable", "from": pulley, "to": knot, "layer": layer}
            return [column, cable, {"type": "rope", "from": knot, "layer": layer}]
        case attach:
            one = len(hands) == 1
            target = own.get("to", "hand" + hands if one else "hands")
            cable = {"type": "cable", "from": pulley, "to": target, "layer": layer}
            return [column, cable, *([] if attach == "none" else [_grip(own, attach, target)])]


def _pulley(own: Record, x: float, z: float) -> list[float]:
    anchor = own.get("anchor", "low")
    if not isinstance(anchor, str):
        return [anchor[0], anchor[1], z]
    y = ANCHORS[anchor]
    reach = own.get("arm", 20 if y > HIGH else 8 if y < LOW else 3)
    return [x - (1 if x > 0 else -1) * reach, y, z]


def _grip(own: Record, attach: str, target: Any) -> dict[str, Any]:
    """Return the bar or handle at the end of a cable."""
    one, upright = len(own.get("hands", "RL")) == 1, attach == "vbar"
    half = own.get("half", 4 if one or upright else 16)
    over = {} if one else {"layer": "front"}
    return {"type": "handle", "at": target, "axis": "y" if upright else "z", "half": half, **over}


def _side(side: str) -> str:
    """Return the layer of what the hand of a side pulls, the figure being seen from its right."""
    return "held" if side == "R" else "back"


_BRINGS: Mapping[str, Callable[[Record], Props]] = MappingProxyType(
    {
        "barbell": _barbell,
        "safetybar": _barbell,
        "ezbar": _ezbar,
        "smith": _smith,
        "dumbbell": _dumbbell,
        "kettlebell": _kettlebell,
        "trapbar": _trapbar,
        "medball": _medball,
        "plate": _plate,
        "landmine": _landmine,
        "rings": _rings,
        "trx": _trx,
        "band": _band,
        "cable": _cable,
    }
)

IMPLEMENTS: Iterable[str] = (*_BRINGS, "machine", "bodyweight")
"""Their names."""
