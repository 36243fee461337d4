"""The names of muscles: everyday, anatomical and Latin ones, and the groups of the map they stand for. Data, and how to look it up."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from cardgen.guide.anatomy import BROAD, GROUPS, is_english, plain_words
from cardgen.guide.languages import ENGLISH, language


class Kind(Enum):
    """What a name can mean in running text."""

    MUSCLE = "muscle"
    """Only the muscle: "triceps", "glutes"."""
    PLACE = "place"
    """The muscle, or where something is on the body: "chest" in "lower the bar to your chest"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a name stands for."""

    groups: tuple[str, ...]
    """Ids of the map; several for a broad word, those most often meant first."""
    kind: Kind
    whole: bool = True
    """Whether it names all of its groups; "soleus" is a part of the calves, so it may stand beside "calves"."""


_MUSCLES = """
traps: traps, trapezius, upper traps, upper trapezius, trapezius upper fibers, upper trap muscles
front_delts: front delts, front deltoids, front delt heads, front shoulders, front shoulder muscles, fronts of the shoulders,
  front of the shoulders, front of the deltoids, anterior delts, anterior deltoids, deltoid anterior, deltoideus anterior,
  deltoids anterior, anterior shoulders, anterior head of the deltoid, front heads of the shoulders
side_delts: side delts, side deltoids, side shoulders, side of the shoulders, sides of the shoulders, outer shoulders,
  outer delts, middle delts, middle deltoids, medial delts, medial deltoids, lateral delts, lateral deltoids, mid delts,
  deltoid lateral, deltoid medial, deltoideus medius, lateral shoulders, lateral head of the deltoid, medial shoulders
rear_delts: rear delts, rear deltoids, rear shoulders, rear shoulder muscles, back of the shoulders, backs of the shoulders,
  posterior delts, posterior deltoids, posterior shoulders, deltoid posterior, deltoideus posterior, rear head of the deltoid,
  rear of the shoulders
rotator_cuff: rotator cuff, rotator cuffs, rotator cuff muscles, rotators, shoulder rotators, external rotators,
  internal rotators, shoulder external rotators, shoulder internal rotators
chest: pecs, pectorals, pectoral, pectoralis, pectoralis major, pec muscles, pectoral muscles, chest muscles
serratus: serratus, serratus anterior, side ribs, serratus muscles
biceps: biceps, biceps brachii, bicep, front of the upper arms, fronts of the upper arms
triceps: triceps, triceps brachii, tricep, back of the upper arms, backs of the upper arms, back of the arms
forearms: forearm muscles, lower arm muscles, grip muscles
lats: lats, latissimus, latissimus dorsi, latissimus muscles, lat muscles
mid_back: mid back, middle back, mid back muscles, upper back muscles, upper back musculature,
  muscles between the shoulder blades, scapular muscles, scapular retractors, scapula retractors, scapular stabilizers,
  scapular stabilisers, rhomboids and middle traps
lower_back: erector spinae, erectors, spinal erectors, lower back muscles, low back muscles, back extensors, spinal extensors,
  erector spinae muscles, lumbar muscles, lumbar extensors, trunk extensors, paraspinals, paraspinal muscles
abs: abs, abdominals, abdominal muscles, abdominal, rectus abdominis, ab muscles, stomach muscles, belly muscles, six pack,
  abdominal wall, trunk flexors
obliques: obliques, oblique, obliquus, oblique muscles, side abs, side abdominals, side of the waist, sides of the waist,
  side of the core, sides of the core, side of the abdomen, love handles, waist muscles, lateral core, side waist
hip_flexors: hip flexors, hip flexor muscles, iliopsoas, front of the hips, fronts of the hips
glutes: glutes, gluteals, gluteal muscles, gluteus maximus, glute max, glute muscles, gluteus, buttocks, butt muscles
abductors: abductors, hip abductors, hip abductor muscles, outer hips, outer hip muscles, outer thighs, outer glutes,
  side glutes, side of the hips, sides of the hips, outside of the hips, outside of the thighs, upper glutes, side hips,
  hip stabilizers, hip stabilisers
adductors: adductors, hip adductors, hip adductor muscles, adductor muscles, inner thighs, inner thigh muscles,
  inside of the thighs, insides of the thighs, inner leg muscles, groin muscles, inner legs
quads: quads, quadriceps, quadriceps femoris, quadricep, quad muscles, quadriceps muscles, thigh muscles, front thighs,
  front of the thighs, fronts of the thighs, front thigh muscles, knee extensors, front of the legs
hamstrings: hamstrings, hamstring muscles, hams, back of the thighs, backs of the thighs, back of the legs, rear thighs,
  leg biceps, knee flexors, posterior thighs, back thighs
calves: calves, calf, calf muscles, triceps surae, back of the lower legs, plantar flexors
tibialis: tibialis anterior, tibialis, anterior tibialis, shin muscles, tibs, dorsiflexors, ankle dorsiflexors,
  front of the lower legs, front of the shins
"""
"""Names of a whole group that can mean nothing else."""

_PARTS = """
neck: neck muscles, neck flexors, neck extensors, sternocleidomastoid, splenius, scalenes, deep neck flexors, cervical muscles,
  neck extensor muscles, neck flexor muscles
traps: levator scapulae
rotator_cuff: infraspinatus, supraspinatus, subscapularis, teres minor, teres major, teres
chest: upper chest, lower chest, inner chest, outer chest, middle chest, mid chest, upper pecs, lower pecs, inner pecs,
  outer pecs, pectoralis minor, pectoralis major clavicular head, pectoralis major sternal head, clavicular head,
  sternal head, clavicular pecs, upper pectorals, lower pectorals, inner pectorals, upper chest muscles,
  lower chest muscles, clavicular pectorals
biceps: brachialis, biceps peak, biceps short head, biceps long head
triceps: triceps long head, triceps lateral head, long head of the triceps, lateral head of the triceps
forearms: brachioradialis, wrist flexors, wrist extensors, forearm flexors, forearm extensors, finger flexors,
  finger extensors, wrist flexor muscles, wrist extensor muscles, forearm extensor muscles, forearm flexor muscles, pronators
lats: lower lats, upper lats, outer lats
mid_back: rhomboids, rhomboid, middle traps, lower traps, mid traps, middle trapezius, lower trapezius, mid trapezius,
  trapezius middle fibers, trapezius lower fibers, lower and middle traps, middle and lower traps,
  middle and lower trapezius, mid and lower traps
lower_back: multifidus, quadratus lumborum, longissimus, iliocostalis
abs: lower abs, upper abs, lower abdominals, upper abdominals, transverse abdominis, transversus abdominis,
  lower abdominal muscles, deep abdominals
obliques: obliquus externus abdominis, obliquus internus abdominis, external obliques, internal obliques
hip_flexors: psoas, psoas major, iliacus, sartorius
glutes: lower glutes
abductors: gluteus medius, gluteus minimus, glute medius, glute minimus, glute med, gluteus medius and minimus, tfl,
  tensor fasciae latae, hip external rotators, hip rotators, hip internal rotators, piriformis, deep hip rotators,
  external rotators of the hips, external hip rotators, internal hip rotators, hip rotator muscles
adductors: adductor magnus, adductor longus, adductor brevis, gracilis, pectineus, pectineous, adductor, hip adductor
quads: rectus femoris, vastus lateralis, vastus medialis, vastus intermedius, vmo, outer quads, inner quads
hamstrings: biceps femoris, semitendinosus, semimembranosus
calves: gastrocnemius, soleus
"""
"""Names of a part of a group."""

_PLACES = """
neck: neck
chest: chest
forearms: forearms, forearm, grip, lower arms
mid_back: upper back
lower_back: lower back, low back, lumbar, lumbar spine
abs: stomach, belly, abdomen, tummy
obliques: waist
glutes: butt, bum, booty, backside, rear end
adductors: groin
calves: lower legs
tibialis: shins, shin
"""
"""Names that also say where something is."""

_BROAD = """
front_delts side_delts rear_delts: delts, deltoids, deltoid, deltoid muscles, shoulder muscles, delt heads, deltoid heads, delt
quads glutes hamstrings calves: leg muscles, lower body muscles
glutes abductors hip_flexors: hip muscles
lats mid_back lower_back: back muscles
triceps biceps forearms: arm muscles
biceps triceps: upper arm muscles
glutes hamstrings lower_back: posterior chain, posterior chain muscles
abs obliques: core, core muscles, midsection, trunk muscles, trunk stabilizers, deep core, deep core muscles, core stabilizers,
  abdominals and obliques
quads hamstrings: upper leg muscles
"""
_BROAD_PLACES = """
front_delts side_delts rear_delts: shoulders, shoulder
quads glutes hamstrings calves: legs, leg, lower body
glutes abductors hip_flexors: hips, hip
lats mid_back lower_back: back
triceps biceps forearms: arms, arm
biceps triceps: upper arms, upper arm
quads hamstrings: thighs, thigh, upper legs
abs obliques: trunk
"""
"""Words for several groups, those first that are meant most often."""

_TABLES = (
    (_MUSCLES, Kind.MUSCLE, True),
    (_PARTS, Kind.MUSCLE, False),
    (_PLACES, Kind.PLACE, True),
    (_BROAD, Kind.MUSCLE, True),
    (_BROAD_PLACES, Kind.PLACE, True),
)
_BEYOND = re.compile(r"[\W_]+")
_SILENT = frozenset({"the", "your", "my", "of", "muscle", "muscles"})
"""Words that names of the front matter may have or not."""


def read_table(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what stands before the colon of each row and the entries after it; a row goes on in lines that are indented."""
    for row in table.strip().replace("\n  ", " ").splitlines():
        head, _, rest = row.partition(":")
        yield head.strip(), [entry.strip() for entry in rest.split(",")]


LONGEST = 5
"""Words of the longest name."""


@functools.cache
def known_names() -> Mapping[str, Name]:
    """Return every name of the lexicon in lower case, singular and plural, with what it stands for."""
    names: dict[str, Name] = {}
    for table, kind, whole in _TABLES:
        for groups, entries in read_table(table):
            name = Name(groups=tuple(groups.split()), kind=kind, whole=whole)
            for entry in entries:
                for form in (entry, *_other_number(entry)):
                    names.setdefault(form, name)
    return names


def _other_number(name: str) -> Iterator[str]:
    """Yield the name with its last word in the other number, where only a letter tells them apart."""
    if name.endswith("s") and not name.endswith(("ss", "is", "us", "calves")):
        yield name[:-1]
    elif name[-1] in "dhlmprt" and not name.endswith(("calf", "erector spinae")):
        yield f"{name}s"


@functools.cache
def _keys(tag: str) -> Mapping[str, Name]:
    """Return the names a front matter may use: those of the lexicon, of its language, ids and plain names, by their keys."""
    keys = {_key(text): name for text, name in known_names().items()}
    for group, plain in GROUPS.items():
        keys |= dict.fromkeys((_key(group), _key(plain)), Name(groups=(group,), kind=Kind.MUSCLE))
    spoken = None if is_english(tag) else language(tag)
    broad = {word: groups for groups, word in BROAD.items()}
    for known, names in spoken.muscles.items() if spoken else ():
        groups = (known,) if known in GROUPS else broad.get(known)
        if groups:
            whole = Name(groups=groups, kind=Kind.MUSCLE)
            keys |= dict.fromkeys(map(_key, names), whole)
    return keys


def _key(text: str) -> str:
    words = _BEYOND.sub(" ", text.casefold()).split()
    return " ".join([word for word in words if word not in _SILENT] or words)


def find_name(text: str, tag: str = ENGLISH) -> Name | None:
    """Return what a name given by hand stands for, however it is written; in English and Latin, and in the language of a tag."""
    key = _key(text)
    keys = _keys(tag)
    return keys.get(key) or keys.get(key.removesuffix("s")) or keys.get(f"{key}s")


def names_to_offer(tag: str = ENGLISH) -> tuple[str, ...]:
    """Return the names among which the nearest to a mistyped one is sought."""
    words = plain_words(tag) or {}
    return (*words.values(), *GROUPS, *known_names())
