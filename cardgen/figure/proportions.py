"""The measures of a figure's body, in hundredths of its height: segments after Drillis and Contini (1966) and Winter (2009)."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

SHANK, THIGH, TRUNK = 24.6, 24.5, 28.8
UPPER_ARM, FOREARM, GRIP = 18.6, 14.6, 4.6
"""`GRIP` leads from the wrist to the middle of the fist."""
PALM = 6.5
"""From the wrist to the middle of a flat hand."""
FINGERS = 10.0
"""From the wrist to near the tips of the fingers: a hand measures 10.8."""
ANKLE = 3.9
"""Height over the sole."""
HEEL, BALL, TOE = -3.6, 7.4, 11.4
"""Heel, ball and tip of the foot ahead of the ankle."""
SHOULDER, HIP = 10.4, 5.0
"""Of the joints from the midline."""
NECK, HEAD_RADIUS = 12.2, 6.3
"""`NECK` leads from the shoulders to the middle of the head."""
NOSE, NOSE_UNDER = 6.6, 0.8
"""Of the tip of the nose ahead of the middle of the head, and under it."""
NECK_ROOT = 1.5
"""Where the neck begins to nod, above the shoulders."""

ARM_RADII = (3.9, 3.1, 2.35)
"""Of shoulder, elbow and wrist."""
FIST = 2.75
LEG_RADII = (5.8, 4.25, 2.75)
"""Of hip, knee and ankle: one straight taper where the leg is straight."""

SIDES = (("R", 1.0), ("L", -1.0))
"""The letter of a side, and its sign along z."""


@dataclass(frozen=True, slots=True)
class Girth:
    """The trunk at one height."""

    at: float
    """Along the trunk: 0 at the hips, 1 at the shoulders."""
    forward: float
    """Of its middle before the spine."""
    depth: float
    """Half of it, as is the width."""
    width: float


GIRTHS = (
    Girth(-0.13, -0.5, 4.6, 8.6),
    Girth(0.02, -0.5, 6.2, 10.6),
    Girth(0.22, -0.2, 5.7, 9.5),
    Girth(0.42, 0.0, 5.2, 8.8),
    Girth(0.66, 0.5, 5.8, 10.4),
    Girth(0.86, 0.4, 5.8, 12.2),
    Girth(1.00, -0.2, 4.9, 12.4),
    Girth(1.10, -0.6, 3.7, 8.6),
    Girth(1.145, -0.7, 2.4, 4.4),
)

MASS = MappingProxyType(
    {"head": 8.1, "trunk": 49.7, "upper": 2.8, "fore": 2.2, "thigh": 10.0, "shank": 4.65, "foot": 1.45}
)
"""Percent of the body's, each limb once a side."""
