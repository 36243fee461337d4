"""What the coach says: the first sentence of a long tip, fewer words where the sheet is full, never half of a question."""

from __future__ import annotations

import pytest

from cardgen.bundle.stations import SHORT, compose_circuit, opening
from cardgen.compose import Brand
from cardgen.guide import parse_guide
from cardgen.guide.model import Span, plain_text
from cardgen.layout.circuit.coach import place_coach
from cardgen.layout.forms.leaf import Leaf
from cardgen.words import english
from tests.layout.program import made
from tests.program import planned

TIP = "Lower the handle as if it were a full cup. Count to three on the way, and let your shoulder come along."
MISTAKE = (
    "Hasty hands: you let go of the handle before your arm is long. Count to three, and only then let it go again."
)
QUESTION = "Does your neck feel it first of all? Lower your elbows. Then begin again with a lighter band than before."


def words(text, **how):
    return plain_text(opening((Span(text=text),), **how))


@pytest.mark.parametrize(
    ("text", "how", "said"),
    [
        (TIP, {}, "Lower the handle as if it were a full cup."),
        (TIP[:60], {}, TIP[:60]),
        (MISTAKE, {"colon": True, "most": 40}, "Hasty hands"),
        (QUESTION, {}, "Does your neck feel it first of all? Lower your elbows."),
        (QUESTION, {"most": SHORT}, "Does your neck feel it first of all? Lower your elbows."),
    ],
)
def test_of_a_long_text_its_first_sentence_is_said_and_of_a_question_its_answer_too(text, how, said):
    assert words(text, **how) == said


def guide(at):
    front = (
        f'---\nvideo: "abcdefghijk"\ndescription: "A short one."\ntitle: "Hoist {at}"\nequipment: "Kit {at % 5}"\n---\n'
    )
    body = (
        f"1. **Rise**: Come up.\n2. **Sink**: Go down.\n## Tips\n- {TIP[:88]}\n## Common Mistakes\n- {MISTAKE[:88]}\n"
    )
    return parse_guide(f"{front}## Execution\n{body}", path=f"content/hoist{at}.md", stem=f"hoist{at}")


def sheets(stations):
    listed = ", ".join(f"Hoist {at}" for at in range(stations))
    text = planned.plan(planned.day(f"{{kind: circuit, work: 40s, rest: 20s, rounds: 3, exercises: [{listed}]}}"))
    block = planned.read(text).days[0].blocks[0]
    leaf = Leaf(kit=made.leaf("a4").kit, brand=Brand(), booklet="")
    return place_coach(compose_circuit(block, [guide(at) for at in range(stations)], english()), leaf)


def test_fifteen_stations_with_long_tips_stand_on_one_page():
    assert [len(sheets(stations)) for stations in (8, 15, 24)] == [1, 1, 2]
