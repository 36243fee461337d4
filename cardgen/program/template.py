"""The name of a program in, the text of one to fill in out. Knows the format, writes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import cycle, islice

from cardgen.program.schema import FIRST_LINE

SAMPLES = ("squat_barbell", "pushup_bodyweight", "plank_bodyweight")
"""Guides that come with cardgen, where there are no others to name."""
_EXERCISES = 4
_PLAIN = re.compile(r"[^\W\d_][\w-]*")

_TEXT = """\
{first_line}
# A program to fill in; `cardgen program check` says what is wrong with it, and how to mend it.
# Sets, reps and loads that you leave out become boxes to write in.
# Lines that start with # are off: take the # away to turn them on.

title: {title}
client: Client
trainer:
  name: Your trainer
  # contact: "telephone or e-mail"
  # logo: logo.png                    # an SVG, PNG, JPEG or WebP beside this file

# start: 2027-01-04                   # the first day of week 1: year-month-day
weeks: 8
# level: beginner                     # or intermediate, advanced
# place: gym                          # or home
# goal: "One sentence: what the client wants."
# notes: |
#   What the client should know,
#   a line for each thought.

days:
  - name: Day A
    # weekday: Monday                 # or several: Mon, Wed, Fri, or daily
    blocks:
      - kind: warm-up                 # or straight (the default), superset, circuit, cool-down
        exercises:
          - {{exercise: {0}, sets: 1, reps: 10, rest: 30}}

      - exercises:
          - exercise: {1}
            sets: 3
            reps: 8-12                # or 8, 5+, 12/10/8 set by set, AMRAP, 30s, 40 m
            # load: 40 kg             # or 70 %, RPE 7, RIR 2, BW + 10 kg, pin 5, light band, none
            # load: 40/50/60 kg       # or set by set, or "[40, 42.5, 45] kg by week"
            rest: 90                  # seconds, or 60-90, 1:30, 2 min, EMOM
            # hold: 5s                # of each repetition
            # tempo: 3-1-1-0          # seconds down, held, up, held
            # side: each              # or left, right
            # times: 2 x daily        # where it is done more often than its day
            # note: "What to watch for."

      - kind: superset                # a set of each in turn, then rest
        exercises:
          - {{exercise: {2}, sets: 3, reps: 10, rest: 0}}
          - {{exercise: {3}, sets: 3, reps: 10, rest: 60}}
"""


def template(title: str, stems: Sequence[str] = ()) -> str:
    """Return a program that is valid as it stands; `stems` are guides there are, for its exercises."""
    named = (stem if _PLAIN.fullmatch(stem) else _quoted(stem) for stem in islice(cycle(stems or SAMPLES), _EXERCISES))
    return _TEXT.format(*named, first_line=FIRST_LINE, title=_quoted(title))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # JSON's strings are YAML's double-quoted ones
