"""The name of an exercise in, the file name and text of a guide still to be written out. Knows the format, writes nothing."""

from __future__ import annotations

import json
import re
import unicodedata

from cardgen.guide.check import PLACEHOLDER
from cardgen.guide.equipment import EQUIPMENT

_BEYOND = re.compile(r"[\W_]+")
_TRANSLITERATED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th"})
"""Letters that Unicode does not take apart into a letter and an accent."""

_TEXT = """\
---
# Lines that start with # are for you; no card prints them.
title: {title}
{equipment}

# The video that the card's code opens: a YouTube id, or any address.
video: ""

# One sentence of up to 20 words, printed under the title: what the exercise trains, and how.
description: ""

# Take the # away to print the level, and to name the muscles yourself; they are read from the text otherwise:
# level: beginner
# muscles: {{primary: [glutes, quads], secondary: [calves]}}
---

## Setup
<!-- How to get ready. -->
- [Write: how to stand, sit or lie]
- [Write: where the hands go]

## Execution
<!-- The movement in detail, from start to finish. -->
1. [Write: what moves first]
2. [Write: how far to go]
3. [Write: how to come back]

## Tips
<!-- Up to five. -->
- [Write: a cue that helps]
- [Write: how to make it easier]

## Common Mistakes
<!-- Up to five: what goes wrong, then how to put it right. -->
- [Write: a mistake]: [Write: what to do instead]

<!-- howto -->

<!-- What the card prints large: three to five steps of one or two short sentences each. -->

### [Write: name of step 1]
[Write: how to get into position]

### [Write: name of step 2]
[Write: the movement]

### [Write: name of step 3]
[Write: the way back]
""".replace("[Write: ", PLACEHOLDER)

_NO_EQUIPMENT = "# Printed above the title:\n# equipment: Kettlebell"


def stem_for(name: str, equipment: str = "") -> str:
    """Return the file name without its ending: the letters of the name, and after an underscore those of the equipment."""
    return "_".join(part for part in (_letters(name), _letters(equipment)) if part)


def equipment_for(text: str) -> str:
    """Return equipment as it is usually written, or as given where it is not known."""
    return EQUIPMENT.get(_letters(text), text)


def skeleton(name: str, equipment: str = "") -> str:
    """Return a guide whose every placeholder shows as one."""
    line = f"equipment: {_quoted(equipment)}" if equipment else _NO_EQUIPMENT
    return _TEXT.format(title=_quoted(name), equipment=line)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_TRANSLITERATED))
    return _BEYOND.sub("", "".join(char for char in plain if not unicodedata.combining(char)))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # JSON's strings are YAML's double-quoted ones
