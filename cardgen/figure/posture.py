"""A solved pose in, what is to be seen in it out, as keys of phrases: posture, legs, trunk, arms. Knows no words.

Lengths are in hundredths of the body's height, angles in degrees.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from cardgen.figure.pose import Pose
from cardgen.figure.scene import Movement
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.space import bent, less

FLAT = 60.0
"""A trunk that leans more lies, or stands on the hands."""
LOW, SEAT = 14.0, 44.0
"""Hips lower than the first are on the floor; lower than the second, on a seat or deep in a squat."""
STRAIGHT = 32.0
"""A joint bent by less looks straight."""
PADS = frozenset({"bench", "pad", "frame"})
TIPTOE = 0.84
"""The upward part of a sole's normal below which a foot hangs: it points down by 33 degrees and more."""
CARRIED = frozenset({"barbell", "dumbbell", "kettlebell", "medball", "loop"})
"""What may be in the hands in a jump."""
LEAP = 32.0
"""Feet that are higher stand on nothing: no box is so high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """Keys of the phrases of a pose; empty for what need not be said."""

    posture: str
    legs: str
    trunk: str
    arms: str


def posture_of(movement: Movement, at: int, body: Skeleton) -> Posture:
    """Return what is to be seen in a pose of a movement."""
    seen = _Seen(movement, movement.poses[at], body)
    return Posture(posture=seen.posture(), legs=seen.legs(), trunk=seen.trunk(), arms=seen.arms())


@dataclass(frozen=True, slots=True)
class _Seen:
    movement: Movement
    pose: Pose
    body: Skeleton

    def height(self, mark: str) -> float:
        return self.body[mark][1]

    def lean(self) -> float:
        """Return the lean of the whole trunk: 90 face down, -90 on the back."""
        x, y, _ = less(self.body["sh"], self.body["hip"])
        return math.degrees(math.atan2(x, y))

    def padded(self) -> bool:
        return any(prop["type"] in PADS for prop in (*self.movement.props, *self.pose.props))

    def knees(self) -> tuple[float, float]:
        """Return by how much right and left knee are bent."""
        right, left = (bent(*(self.body[joint + side] for joint in ("hip", "knee", "ankle"))) for side in "RL")
        return right, left

    def elbows(self) -> tuple[float, float]:
        right, left = (bent(*(self.body[joint + side] for joint in ("sh", "el", "wr"))) for side in "RL")
        return right, left

    def down(self) -> tuple[bool, bool]:
        """Return whether the right and the left foot are on the floor, or on what stands there."""
        right, left = (self.height("ball" + side) for side in "RL")
        low = min(right, left)
        return right < low + 6, left < low + 6

    def posture(self) -> str:
        lean, hip = self.lean(), self.height("hip")
        if self.off_the_floor() and (held := self.held(lean)):
            return held
        if abs(self.pose.roll) > 45:  # noqa: PLR2004 - on its side
            return "lying-side" if self.height("sh") < LOW + 6 else "plank-side"
        if lean > FLAT and self.pose.roll > 20:  # noqa: PLR2004 - so that the back is seen
            return "lying-front"
        if self.propped(lean, hip):
            return "propped"
        if lean < -FLAT:
            return self.on_back(hip)
        far = max(abs(self.body["hand" + side][0] - self.body["ankle" + side][0]) for side in "RL")
        hands_low = min(self.height("handR"), self.height("handL")) < 6 and far > 45  # noqa: PLR2004 - they carry weight
        if hands_low and hip > self.height("sh") + 8 and max(self.knees()) < STRAIGHT + 10:
            return "pike"
        forearms_low = self.height("elR") < 6 and self.height("elL") < 6  # noqa: PLR2004 - on the floor
        if lean > FLAT and (hands_low or forearms_low or (hip < SEAT and self.padded()) or hip < LOW):
            return self.face_down(hip, forearm=forearms_low)
        return self.kneeling(hip) or self.upright(lean, hip)

    def off_the_floor(self) -> bool:
        pointed = all(self.body.soles[side][1] < TIPTOE for side in "RL")
        return min(self.height("ballR"), self.height("ballL")) > 3 or pointed  # noqa: PLR2004 - more than a sole's give

    def held(self, lean: float) -> str:
        """Return how a body is held whose feet are off the floor; empty where it is not."""
        kinds = {prop["type"] for prop in (*self.movement.props, *self.pose.props)}
        if kinds & {"bar", "strap"} and max(self.height("handR"), self.height("handL")) > self.height("sh") + 6:
            return "hanging"
        upright = lean < FLAT and abs(self.pose.roll) < STRAIGHT and self.height("hip") > SEAT
        if upright and kinds <= CARRIED | {"box"} and min(self.height("ballR"), self.height("ballL")) > LEAP:
            return "airborne"
        if kinds & {"bar", "strap", "handle", "frame"} and "bench" not in kinds and lean < STRAIGHT:
            return "supported" if self.height("hands") < self.height("sh") - 8 else ""
        return "airborne" if upright and kinds <= CARRIED else ""

    def propped(self, lean: float, hip: float) -> bool:
        """Say whether the body leans back on hands that are on the floor."""
        back = lean < -STRAIGHT and self.height("sh") > hip + 4
        return back and LOW < hip < SEAT and max(self.height("handR"), self.height("handL")) < 6  # noqa: PLR2004

    def on_back(self, hip: float) -> str:
        if self.padded() and hip > LOW:
            return "lying-bench"
        return "bridge" if hip > self.height("sh") + 5 else "lying-back"

    def face_down(self, hip: float, *, forearm: bool) -> str:
        if self.padded() and LOW < hip < SEAT:
            return "lying-front-bench"
        if hip < LOW - 3:
            return "lying-front"
        if min(self.height("kneeR"), self.height("kneeL")) < 7 or min(self.knees()) > 60:  # noqa: PLR2004 - on the floor
            return "all-fours"
        return "plank-forearms" if forearm else "plank"

    def kneeling(self, hip: float) -> str:
        low = [self.height("knee" + side) < 7 for side in "RL"]  # noqa: PLR2004 - on the floor
        if not any(low) or hip < LOW:
            return ""
        if all(low):
            return "kneeling"
        return "half-kneeling" if self.pose.nailed.startswith("knee") else "lunging"

    def upright(self, lean: float, hip: float) -> str:
        bends = self.knees()
        if hip < LOW:
            behind = max(self.body["kneeR"][0], self.body["kneeL"][0]) < self.body["hip"][0] - 10
            return "lying-front" if behind else "sitting-floor"
        if self.padded() and hip < SEAT:
            return ("leaning" if lean < -20 else "sitting") if self.seated() else ""  # noqa: PLR2004 - a machine
        apart = abs(self.body["ankleR"][0] - self.body["ankleL"][0])
        if all(self.down()) and apart > 24:  # noqa: PLR2004 - a long step
            return "lunging" if max(bends) > 70 and min(bends) > 40 else "split"  # noqa: PLR2004
        if not all(self.down()):
            return "one-leg"
        if min(bends) > 75:  # noqa: PLR2004
            return "squatting"
        if lean > 38:  # noqa: PLR2004
            return "hinged"
        if min(bends) > STRAIGHT and lean < -20:  # noqa: PLR2004 - on a sled
            return ""
        return "half-squatting" if min(bends) > STRAIGHT else "standing"

    def seated(self) -> bool:
        """Say whether the thighs are nearly level."""
        return any(abs(self.height("knee" + side) - self.height("hip" + side)) < 14 for side in "RL")  # noqa: PLR2004

    def legs(self) -> str:
        posture, bends = self.posture(), self.knees()
        if posture == "lying-bench":
            return ""
        hip, knee = self.height("hip"), (self.height("kneeR") + self.height("kneeL")) / 2
        if posture == "squatting":
            return "hips-below-knees" if hip < knee - 1 else "hips-level" if hip < knee + 5 else ""
        if posture == "lunging":
            return "back-knee-low" if min(self.height("kneeR"), self.height("kneeL")) < 12 else ""  # noqa: PLR2004
        if posture in ("standing", "split") and all(self.raised_heel(side) for side in "RL"):
            return "heels-raised"
        lifted = [self.height("ankle" + side) - hip for side in "RL"]
        if posture in ("lying-back", "hanging", "sitting-floor", "lying-front", "supported"):
            return self.lifted(lifted, bends, hanging=posture == "hanging")
        if posture == "one-leg":
            free = min("RL", key=lambda side: -self.height("ball" + side))
            ahead = self.body["knee" + free][0] - self.body["hip"][0]
            aside = abs(self.body["ankle" + free][2]) > 18  # noqa: PLR2004
            return "leg-side" if aside else "leg-back" if ahead < 0 else "leg-raised"
        if posture in ("sitting", "leaning"):
            return "legs-straight" if max(bends) < STRAIGHT else ""
        wide = self.body["ankleR"][2] - self.body["ankleL"][2]
        return "legs-apart" if wide > 44 and posture in ("standing", "airborne") else ""  # noqa: PLR2004

    def raised_heel(self, side: str) -> bool:
        return self.body["ankle" + side][1] - self.body["ball" + side][1] > 9  # noqa: PLR2004 - 4 where the sole is flat

    def lifted(self, lifted: list[float], bends: tuple[float, float], *, hanging: bool) -> str:
        knees = [self.height("knee" + side) - self.height("hip" + side) for side in "RL"]
        if hanging:
            return "legs-raised" if min(lifted) > -15 else "knees-raised" if min(knees) > -12 else ""  # noqa: PLR2004
        if min(lifted) > 12:  # noqa: PLR2004
            return "legs-raised" if max(bends) < 50 else "knees-raised"  # noqa: PLR2004
        if max(lifted) > 12:  # noqa: PLR2004
            return "leg-raised"
        return "legs-straight" if max(bends) < STRAIGHT else "knees-bent" if min(bends) > STRAIGHT else "one-knee-bent"

    def trunk(self) -> str:
        curl, posture = self.pose.curl.at(1), self.posture()
        if posture == "lying-back" and self.height("sh") > self.height("hip") + 5:
            return "lifted"
        if abs(self.pose.twist) > 20:  # noqa: PLR2004
            return "turned"
        if abs(self.pose.side) > 12:  # noqa: PLR2004
            return "side"
        if self.pose.shrug > 2:  # noqa: PLR2004
            return "shrugged"
        if curl > 25 or curl < -15:  # noqa: PLR2004
            return "rounded" if curl > 0 else "arched"
        if posture in ("sitting", "sitting-floor", "kneeling", "standing") and self.lean() > 22:  # noqa: PLR2004
            return "forward"
        return ""

    def arms(self) -> str:
        body, bends, posture = self.body, self.elbows(), self.posture()
        if posture.startswith(("plank", "all-fours", "pike", "propped")):
            return "" if max(bends) < STRAIGHT or posture != "plank" else "elbows-bent"
        if posture in ("bridge", "lying-back", "sitting-floor") and self.height("hands") < 7:  # noqa: PLR2004 - on the floor
            return ""
        right, left = (self.arm(side, bend) for side, bend in zip("RL", bends, strict=True))
        if right == left:
            return right
        high = [body["hand" + side][1] > self.height("sh") + 8 for side in "RL"]
        if high[0] != high[1]:
            return "one-raised"
        return "one-bent" if (bends[0] > STRAIGHT) != (bends[1] > STRAIGHT) else right

    def arm(self, side: str, bend: float) -> str:
        """Return where a hand is, seen from the trunk."""
        body = self.body
        frame, way = body.trunk, less(body["hand" + side], body["sh" + side])
        up = sum(a * b for a, b in zip(way, frame.up, strict=True))
        ahead = sum(a * b for a, b in zip(way, frame.forward, strict=True))
        out = abs(sum(a * b for a, b in zip(way, frame.right, strict=True)))
        straight = bend < STRAIGHT + 10
        if up > 22 and (way[1] > 12 or self.lean() < -FLAT or self.posture() == "lying-front"):  # noqa: PLR2004
            return "overhead-straight" if straight else "overhead-bent"
        if math.dist(body["hand" + side], body["head"]) < 11 and ahead < 3:  # noqa: PLR2004
            return "behind-head"
        if out > 24 and straight:  # noqa: PLR2004
            return "sides"
        if ahead < -12:  # noqa: PLR2004
            return "back"
        lying = self.lean() < -FLAT
        if straight and way[1] < -25:  # noqa: PLR2004 - whatever the trunk does
            return "down"
        if straight:
            if ahead > 22:  # noqa: PLR2004
                return "above-straight" if lying else "front"
            return "down"
        if lying and up > -16:  # noqa: PLR2004
            return "above-bent"
        if up > -9:  # noqa: PLR2004
            return "front-bent" if ahead > 20 else "shoulders"  # noqa: PLR2004
        return "chest" if up > -17 else "waist"  # noqa: PLR2004
