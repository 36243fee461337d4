"""Words that tell how a muscle is meant: to be trained, used, felt or spared. Data, and the forms of its verbs."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from enum import Enum, auto

from cardgen.guide.model import Verdict
from cardgen.guide.muscles.names import read_table
from cardgen.guide.muscles.tokens import Trie, grow


class Sign(Enum):
    """What a word does to the words after it, apart from naming a verdict."""

    AIM = auto()
    """In a description it is emphasis, elsewhere a mention: "open the hips"."""
    BRACE = auto()
    """A cue that for the trunk only asks to hold still: "engage your core"."""
    ALSO = auto()
    """Turns what follows into help: "while also working the triceps"."""
    NOT = auto()
    """What follows is not to work."""
    UNDO = auto()
    """After a negation it turns it round: "do not forget to squeeze the glutes"."""
    SLACK = auto()
    """What follows should have held: "loose core"."""
    NOT_ONLY = auto()
    """Looks like a negation and is none."""
    CLAUSE = auto()
    """A new clause begins."""
    BUT = auto()
    """A new clause begins in which a negation no longer holds."""
    AT = auto()
    """What follows is a place: "to your chest"."""
    GLUE = auto()
    """Binds the members of a list, or tells more of them, and changes nothing."""
    FOR = auto()
    """In a description it says whom the exercise serves: "a hard test for hip flexors and abs"."""


_VERBS = """
EMPHASIS: target, strengthen, build, develop, isolate, train, work, tone, grow, sculpt, emphasize, emphasise, challenge,
  stimulate, overload, improve, increase, boost, enhance, maximize, maximise, condition, bulletproof, bias, prioritize,
  prioritise, blast, torch, thicken, widen, hammer, focus on, reinforce, promote, rehab, rehabilitate
AIM: hit, shape, define, load, involve, fatigue, lengthen, stretch, loosen, mobilize, mobilise, open, open up, expand
CUE: squeeze, contract, flex, clench, fire up, fire, recruit, use, concentrate on, drive with, lift with, pull with, push with,
  press with, move with, power from, drive from, pull from, push from, lift from, initiate with, initiate from, lead with,
  rely on, pull through, push through, drive through, press through, crunch
BRACE: engage, brace, tighten, activate, tense, harden, draw in, pull in, switch on, turn on, stiffen
MENTION: feel, notice, sense, experience
NOT: avoid, prevent, protect, spare, strain, hurt, injure, relax, stress, minimize, minimise, reduce, relieve, limit, eliminate,
  overuse, overstress, compensate with, compress, irritate, aggravate, unload, disengage, round, hunch, arch,
  take load off, take pressure off, take stress off, keep stress off, keep tension off
UNDO: forget, lose, neglect, skip, stop, fail, relax, release, lack, miss, ignore
"""
_WORDS = """
EMPHASIS: primary muscle, primary muscles, target muscle, target muscles, targeted muscles, main muscles, muscles worked,
  muscles targeted, primarily, primary, prime mover, prime movers, main mover, main movers, main target, main targets,
  emphasis on, emphasis onto, emphasis to, emphasis toward, focus onto, exercise for, movement for, exercises for, move for,
  builder for, great for, ideal for, perfect for, effective for, useful for, stronger, strengthener for, development of,
  growth of, strength in, strength of, strength through, power in, power through, size in, activation of, activation in,
  engagement of, recruitment of, demand on, demands on, load on, loading of, works, deep stretch for, stretches
HELP: secondarily, secondary, secondary muscles, assist, assists, assisted by, assisting, helped by, help from, support from,
  supported by, supporting muscles, synergist, synergists, synergist muscles, to lesser extent, some help from
CUE: peak contraction in, contraction of, using
MENTION: stretch in, stretch through, stretch across, stretch along, stretch of, stretching in, tension in, tension on,
  tension through, pull along, tension across, tension throughout, burn in, contraction in, contraction through, working in,
  pump in, effort in, sensation in, work in
SUPPORT: stabilizer, stabilizers, stabiliser, stabilisers, stabilizing muscles, stabilising muscles
ALSO: also, additionally, as well, while engaging, while involving, while recruiting, while challenging, while activating,
  while working, along with engaging, in addition
NOT: not, don't, doesn't, do not, never, without, rather than, instead of, no, strain on, stress on, pressure on, strain to,
  pain in, less, easy on, gentle on, safe for, load off, injury to, injuries to, isn't, shouldn't, won't, cannot, can't,
  nothing in, out of, momentum from, help of, stress from, injuries, discomfort in, weight off
NOT_ONLY: not only, not just, not simply, not merely, no more than, not to mention
UNDO: forgetting, lacking
SLACK: inadequate, insufficient, poor, weak, incomplete, loose, lazy, soft
BUT: but, while, then, so, instead
CLAUSE: by, until, when, whenever, before, after, if, because, since, once, as, keep, keeping, maintain,
  maintaining, where, which, that, who, you, let, letting, allow, allowing, ensure, ensuring, holding, hold, is, are
AT: with, to, on, onto, over, above, below, under, underneath, beneath, behind, beside, between, against, near, toward, towards,
  from, off, at, around, across, in front of, next to, inside, outside, past, level with, in line with, rest, rests, resting,
  touch, touches, touching, lower, lowering, up, down, along
GLUE: and, or, but also, both, all, three, two, entire, whole, as well as, along with, plus, muscles, muscle, of, in,
  through, throughout, into, deep into, strong, stronger, bigger, larger, powerful, every, that, deep, upper, lower,
  heads, head, fibers, fibres, group, groups, region, area, especially, particularly, mainly, mostly, including, like,
  these, those, surrounding, entire, more, very, major, key, smaller, small, big, nor, even, then, simultaneously, equally,
  respectively, actively, hard, fully, directly, just, only, simply
FOR: for
"""
_STANDING = """
GAIN: strength, size, development, growth, hypertrophy, mass, width, thickness, definition, power, isolation, activation,
  engagement, recruitment, involvement, endurance, focus, emphasis, work, workout, exercise, training, loading, overload,
  stimulus, builder, building, strengthening, contraction, shape, tone, gains, stretch, dominant, focused, strengthener, day
SOFT: stability, mobility, flexibility, health, control, drive, posture, alignment, balance, position, coordination, opening,
  opener, range, motion, movement, awareness, function, tension
TIGHT: tight, tightened, engaged, braced, active, activated, firm, rigid, stable, switched, tensed, solid, strong
WORKED: contracted, squeezed, working, work, works, fire, fires, firing, engage, engages, engaging, contract, contracts, contracting,
  burn, burns, burning, do, does, doing, lengthen, lengthening, take, power, powers, shorten
DEED: press, presses, fly, flye, raise, curl, flexion, dip, squeeze, push, crossover, pull
NONE: width, height, level, distance, length, blade, blades, joint, joints, socket, line, bone, bones, supported, support, pad,
  rest, bar, wheel, roller, mat, machine, deck, hinge, crease, side, up, out, high, forward, back, down, straight, flat,
  apart, wide, position, placement, attachment, strap, lifted, tall, proud, crossed, bent,
  extended, stacked, square, squared, locked, together, clearance, pain, injury, injuries, strain, stress, discomfort,
  tuck, tucked, neutral, button, circumference, touch, touches, rise, sag, bones
"""
"""Words right after a muscle, or a list of them: "glute strength", "chest up", "glutes tight"."""

_OF_ONE_LIMB = """
single one opposite working standing front lead leading free extended straight bent other non trailing lifted
raised top bottom supporting planted forward back rear same moving stationary support outer inner alternate left
right narrow wide raising lowering straightening bending crossing moving swinging lifting extending separate
stacked
"""
OF_ONE_LIMB = frozenset(_OF_ONE_LIMB.split())
"""Words before an arm or a leg that tell which, or what it does, so that no muscle is meant."""

_STEADY = """
stability stabilize stabilise support balance keep maintain protect prevent avoid hold steady stabilizing
stabilising brace safety control posture safe resist stay help
"""
STEADY = frozenset(_STEADY.split())
"""What a muscle is tightened for when it only holds still: "for stability", "to keep your body in line"."""


LISTING = frozenset({"and", "or", ",", "both", "as", "well", "plus", "muscles", "muscle", "nor", "even"})
"""What may stand between muscles of the same list."""

STRICT = frozenset({"back", "grip"})
"""Names that are muscles only right after a verb, an article or another name: not "lean back", not "an overhand grip"."""

LIMBS = frozenset({"leg", "legs", "arm", "arms", "hip", "hips", "back"})
"""Names that in a title tell what moves, not which muscle moves it: "Leg Raise"."""

JOINTS = frozenset({"hip", "hips", "shoulder", "shoulders"})
JOINT_MOTIONS = frozenset({"extension", "flexion", "abduction", "adduction", "rotation"})
"""Behind a joint they name a movement, and it depends on that which of the muscles around it work."""

NOUNS = frozenset(
    {"load", "loads", "work", "works", "stretch", "stretches", "hit", "shape", "tone", "use", "challenge", "press"}
)
"""Verbs that after an article are none: "the load"."""

STATING = frozenset({"you", "your", "the", "it", "they", "if", "this", "that", "when", "a", "an", "one", "these"})
"""What a sentence opens with that tells what happens, and not what to do."""

MEASURES = frozenset({"width", "widths", "height", "level", "distance", "length"})


class After(Enum):
    """What a word right after a muscle makes of it."""

    GAIN = auto()
    """It is what the exercise is for: "glute strength"."""
    SOFT = auto()
    """It names something near: "hip mobility"."""
    TIGHT = auto()
    WORKED = auto()
    DEED = auto()
    """In a name, what it does: "Chest Press"."""
    NONE = auto()
    """No muscle is meant: "shoulder width", "chest up"."""


def forms_of(verb: str) -> Iterator[str]:
    """Yield a verb as it is and with its endings; wrong ones among them are read nowhere, so they do no harm."""
    head, _, rest = verb.partition(" ")
    stem = head.removesuffix("e")
    endings = [head, f"{head}s", f"{head}es", f"{stem}ing", f"{head}{head[-1]}ing"]
    endings += [f"{head[:-1]}ies"] if head.endswith("y") else []
    for form in endings:
        yield f"{form} {rest}" if rest else form


Meaning = Verdict | Sign


@functools.cache
def signs() -> Trie[Meaning]:
    """Return every phrase that tells how a muscle is meant."""
    phrases: dict[str, Meaning] = {}
    for name, entries in read_table(_WORDS):
        for entry in entries:
            phrases.setdefault(entry, _meaning(name))
    for name, verbs in read_table(_VERBS):
        for verb in verbs:
            for form in forms_of(verb):
                phrases.setdefault(form, _meaning(name))
    return grow(phrases)


def _meaning(name: str) -> Meaning:
    return Sign[name] if name in Sign.__members__ else Verdict[name]


@functools.cache
def afterwords() -> dict[str, After]:
    """Return the words that tell something of the muscle before them."""
    found: dict[str, After] = {}
    for name, entries in read_table(_STANDING):
        for entry in entries:
            found.setdefault(entry, After[name])
    return found
