"""The marks of Obsidian, kramdown and Pandoc within text: words stay, marks go, and what goes with them is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plainly import notes, plain, told

from cardgen.guide.dialect import without_links

WORDS_STAY = [
    ("Lean like in the [[Squat|box squat]].", "Lean like in the box squat."),
    ("Do [[Glute Bridge]] first.", "Do Glute Bridge first."),
    ("See [[legs/Squat.md]].", "See Squat."),
    ("See [[Squat#Setup]].", "See Squat (Setup)."),
    ("See [[#Setup]] and [[Squat#^a1]].", "See Setup and Squat."),
    ("| [[Squat\\|box]] | x |", "| box | x |"),
    ("Hold ==thirty seconds==.", "Hold thirty seconds."),
    ("Hold ==a=b== here, x == y == z.", "Hold a=b here, x == y == z."),
    ("Text ++added++ here.", "Text added here."),
    ("Stay down ^step2", "Stay down"),
    ("10 ^2", "10 ^2"),
    ("Do #squats today. Rated #1 of 3.", "Do squats today. Rated #1 of 3."),
    ("#squats are hard", "squats are hard"),
    ("Hold (time:: 30 s) here.", "Hold 30 s here."),
    ("std::vector and a::b", "std::vector and a::b"),
    ("Half of 50 %% is 25 %% or 5%% more.", "Half of 50 %% is 25 %% or 5%% more."),
    ("#Tips\n- Push.", "#Tips\n- Push."),
    ("Mail [me@gym.example] or @coach.", "Mail [me@gym.example] or @coach."),
    ("See {note} and {a, b}.", "See {note} and {a, b}."),
    ("Lean \\[[here]] and \\==there==.", "Lean \\[[here]] and \\==there==."),
    ("Type `[[a]]` and ``==b`c==``.", "Type `[[a]]` and ``==b`c==``."),
]


@pytest.mark.parametrize(("written", "meant"), WORDS_STAY)
def test_words_stay_where_marks_go(written, meant):
    assert plain(written) == meant
    assert not told(written)


LEFT_OUT = [
    ("![[wall-sit.png]]\nLean.", "\nLean.", "1 embed is not printed: wall-sit.png"),
    ("Lean. ![[Squat#Setup]] Stay.", "Lean. Stay.", "1 embed is not printed: Squat#Setup"),
    ("Lean. %%my own%% Stay.", "Lean. Stay.", "1 private comment is not printed: my own"),
    ("Lean.\n%%\nmy\nown\n%%\nStay.", "Lean.\n\n\n\n\nStay.", "1 private comment is not printed: my own"),
    ("#legs #push/pull\nLean.", "\nLean.", "1 tag is not printed: #legs #push/pull"),
    ("- Lean. #legs/quads", "- Lean.", "1 tag is not printed: #legs/quads"),
    ("**Tags**: #legs #wall\n", "\n", None),
    ("Muscles:: [[Quads]], [[Glutes]]", "", "1 field of data is not printed: Muscles:: Quads, Glutes"),
    ("- Sets:: 3\n- Lean.", "\n- Lean.", "1 field of data is not printed: Sets:: 3"),
    ("Lean. [sets:: 3]", "Lean.", "1 field of data is not printed: [sets:: 3]"),
    ("(sets:: 3) [reps:: 5]", "", "1 field of data is not printed: (sets:: 3) [reps:: 5]"),
    ("## Setup {#setup .big}", "## Setup", "1 list of attributes is not printed: {#setup .big}"),
    ("Lean.{: .red} Stay.", "Lean. Stay.", "1 list of attributes is not printed: {: .red}"),
    ('![wall](w.png){ width="300" }', "![wall](w.png)", '1 list of attributes is not printed: { width="300" }'),
    (
        "Lean.[^1]\n\n[^1]: By a coach.\n    Long ago.",
        "Lean.\n\n\n",
        "1 footnote is not printed: By a coach. Long ago.",
    ),
    ("Lean^[by a coach].", "Lean.", "1 footnote is not printed: by a coach"),
    ("As shown [@lee2020, p. 3].", "As shown.", "1 citation is not printed: [@lee2020, p. 3]"),
    ("[TOC]\n\nLean.", "\n\nLean.", "1 list of contents is not printed: [TOC]"),
    ("[[_TOC_]]", "", "1 list of contents is not printed: [[_TOC_]]"),
    ("* TOC\n{:toc}\n\nLean.", "\n\n\nLean.", None),
    ("*[RPE]: Rate of exertion\nLean.", "\nLean.", "1 footnote is not printed: *[RPE]: Rate of exertion"),
]


@pytest.mark.parametrize(("written", "meant", "note"), LEFT_OUT)
def test_what_has_no_place_on_paper_goes_with_a_note(written, meant, note):
    assert plain(written) == meant
    assert notes(written)
    assert note is None or notes(written) == [note]


def test_a_note_is_told_once_a_kind_with_its_first_line_its_count_and_three_names():
    written = "".join(f"![[{name}.mp4]]\n\n" for name in ("plank", "squat", "lunge", "dip", "plank"))
    message = "5 embeds are not printed: plank.mp4, squat.mp4, lunge.mp4, ..."
    assert told(f"Lean.\n{written}", first_line=7) == [("note", "embed", 8, message)]


def test_long_names_are_cut_in_notes():
    [message] = notes(f"Lean.\n\n%%{'word ' * 40}%%")
    assert message.endswith("…")
    assert len(message) < 100


EMPTIED = [
    ("## Log\n![[log]]\n\n## Tips\nPush.", "\n\n\n## Tips\nPush."),
    ("## Log\n### Chart\n![[log]]\n## Tips\nPush.", "\n\n\n## Tips\nPush."),
    ("## Log\n![[log]]\nLean.", "## Log\n\nLean."),
    ("## Log\n\n## Tips\nPush.", "## Log\n\n## Tips\nPush."),
    ("**Log**\n\n![[log]]\n\nLean.", "\n\n\n\nLean."),
    ("> [!note] Log\n> ![[log]]\n\nLean.", "\n>\n\nLean."),
    ("- ![[log]]\n- Lean.", "\n- Lean."),
    ("**![[log]]**", ""),
    ("Lean (![[log]]).", "Lean."),
]


@pytest.mark.parametrize(("written", "meant"), EMPTIED)
def test_headings_and_marks_of_what_was_left_out_whole_go_with_it(written, meant):
    assert plain(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[[Glutes|glutes]]", "glutes"),
        ("[[legs/Quads]], [[Core]]", "Quads, Core"),
        ("[[]]", "[[]]"),
        ("Quads", "Quads"),
    ],
)
def test_front_matter_keeps_the_words_of_wikilinks(written, meant):
    assert without_links(written) == meant
