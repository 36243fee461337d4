"""Guides beside what is read from them; wrong ones beside the exact words that say so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from outline import outline

from cardgen.guide import parse_guide, read_guide
from cardgen.guide.model import Emphasis, Role, plain_text
from cardgen.values.errors import GuideError, Severity

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.md"))
ERRORS = sorted((HERE / "errors").glob("*.md"))

FRONT = '---\nvideo: "abcdefghijk"\ndescription: "A short one."\ntitle: "Drill"\n---\n'
STEPS = "\n## Execution\n1. **Rise**: Come up.\n2. **Sink**: Go down.\n"


def read(text, stem="drill_band"):
    return parse_guide(text, path="drill.md", stem=stem)


def codes(guide):
    return [problem.code for problem in guide.problems]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_guide_is_read_as_its_outline_says(path):
    assert outline(read_guide(path, shown=path.name)) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_wrong_guide_is_refused_in_these_words(path):
    with pytest.raises(GuideError) as caught:
        read_guide(path, shown=path.name)
    told = [str(problem) for problem in caught.value.problems if problem.severity is not Severity.NOTE]
    assert "\n".join(told) + "\n" == path.with_suffix(".txt").read_text("utf-8")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path):
    plain, other = tmp_path / "a" / "drill_band.md", tmp_path / "b" / "drill_band.md"
    for path in (plain, other):
        path.parent.mkdir()
    plain.write_bytes((FRONT + STEPS).encode())
    other.write_bytes(b"\xef\xbb\xbf" + (FRONT + STEPS).replace("\n", "\r\n").encode())
    assert read_guide(plain, shown="x.md") == read_guide(other, shown="x.md")


def test_lines_are_counted_the_same_with_windows_line_ends():
    text = (FRONT + STEPS + "\n## Qwertz\nNothing.\n").replace("\n", "\r\n")
    assert [(p.code, p.location.line) for p in read(text).problems] == [("unknown-heading", 11)]


@pytest.mark.parametrize(("name", "code"), [("nothing.md", "no-file"), ("", "not-a-file")])
def test_what_is_no_file_is_said(tmp_path, name, code):
    with pytest.raises(GuideError) as caught:
        read_guide(tmp_path / name)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.md"
    path.write_bytes(b"x" * 200_000)
    with pytest.raises(GuideError, match="195 KB, more than 128 KB"):
        read_guide(path)


def test_a_guide_of_five_thousand_words_is_read():
    assert (
        len(read(FRONT + STEPS + "\n## Tips\n" + "- one two three four five\n" * 1000).sections[1].blocks[0].items)
        == 1000
    )


def test_every_field_may_hold_any_sign():
    odd = r"a & b < c % d [e] {f} 'g' #h @i *j* > k: <b>l</b>"
    keys = ("title", "equipment", "level", "position", "license", "source", "note")
    front = "---\nvideo: abcdefghijk\n" + "".join(f'{key}: "{odd}"\n' for key in (*keys, "description")) + "---\n"
    guide = read(front + STEPS)
    assert [getattr(guide, key) for key in keys] == [odd] * len(keys)
    assert plain_text(guide.description) == odd.replace("*j*", "j")


def test_lists_may_be_written_with_commas_or_as_lists():
    guide = read(FRONT.replace("title:", "muscles: [Glutes, Core]\ntags: home,  warm up ,\ntitle:") + STEPS)
    assert (guide.muscles.names, guide.tags) == (("glutes", "core"), ("home", "warm up"))


def test_values_without_text_count_as_not_given():
    guide = read("---\nvideo:\nequipment: ~\ntitle: Drill\n---\n" + STEPS)
    assert (guide.video, guide.equipment, codes(guide)) == (None, "Band", ["missing-video"])
    assert guide.problems[0].location.line == 2


@pytest.mark.parametrize("word", ["none", "None", '"none"'])
def test_a_guide_may_be_meant_to_have_no_video(word):
    guide = read(FRONT.replace('"abcdefghijk"', word) + STEPS)
    assert (guide.video, guide.problems) == (None, ())


@pytest.mark.parametrize("tag", ["de", "pt-BR", "zh-Hant-TW", "es-419", "sl-rozaj", "en-x-gym"])
def test_language_tags(tag):
    assert read(FRONT.replace("title:", f"lang: {tag}\ntitle:") + STEPS).language == tag


def test_unknown_key_names_its_line_and_the_nearest_key():
    (problem,) = read(FRONT.replace("title:", "equipmnet: Band\ntitle:") + STEPS).problems
    assert str(problem) == 'drill.md:4: warning: unknown key "equipmnet"\n  hint: did you mean "equipment"?'


@pytest.mark.parametrize("marker", ["<!-- howto -->", "<!--HOWTO-->", "  <!--  How-To  -->  "])
def test_howto_marker_parts_the_body(marker):
    guide = read(f"{FRONT}{STEPS}\n{marker}\n\n### One\nText.\n")
    assert ([step.name for step in guide.steps], guide.steps_from_howto) == (["One"], True)


def test_howto_marker_within_code_is_code():
    guide = read(f"{FRONT}{STEPS}\n```\n<!-- howto -->\n```\n")
    assert not guide.steps_from_howto


def test_howto_marker_needs_a_line_of_its_own():
    guide = read(f"{FRONT}{STEPS}\nsome <!-- howto --> text\n")
    assert (codes(guide), guide.steps_from_howto) == (["stray-howto"], False)


def test_empty_howto_falls_back_and_is_told():
    guide = read(f"{FRONT}{STEPS}\n<!-- howto -->\n")
    assert ([step.name for step in guide.steps], codes(guide)) == (["Rise", "Sink"], ["empty-howto"])


def test_numbered_list_serves_as_howto():
    guide = read(f"{FRONT}\n<!-- howto -->\n1. **Rise**: Come up.\n2. **Sink**: Go down.\n\nOnce more.\n")
    assert [(step.name, len(step.blocks)) for step in guide.steps] == [("Rise", 1), ("Sink", 2)]


def test_comments_do_not_print_but_comments_in_code_do():
    guide = read(f"{FRONT}{STEPS}\n## Tips\n- Be <!-- not --> still.\n- `<!-- this -->`\n\n<!--\nnor\n\nthis\n-->\n")
    (tips,) = guide.with_role(Role.TIPS)
    assert [plain_text(item.text) for item in tips.blocks[0].items] == ["Be still.", "<!-- this -->"]


def test_bold_line_right_after_a_list_is_a_heading():
    guide = read(f"{FRONT}{STEPS}**Tips:**\n- Smile.\nPointers:\n- Breathe.\n")
    assert [section.role for section in guide.sections] == [Role.EXECUTION, Role.TIPS, Role.TIPS]


def test_a_bold_sentence_is_no_heading():
    guide = read(f"{FRONT}{STEPS}\n## Tips\n- Smile.\n\n**Never train through sharp pain.**\n")
    assert [section.role for section in guide.sections] == [Role.EXECUTION, Role.TIPS, Role.CONCLUSION]


@pytest.mark.parametrize(
    ("source", "lead", "rest"),
    [
        ("**Press**: up", "Press", "up"),
        ("**Press:** up", "Press", "up"),
        ("**Press** - up", "Press", "up"),
        ("**Press** – up", "Press", "up"),
        ("**Press**— up", "Press", "up"),
        ("**Press.** up", "Press", "up"),
        ("**Press**", "Press", ""),
        ("__Press__: up", "Press", "up"),
        ("*Press*: up", "Press", "up"),
        ("**1. Press:** up", "Press", "up"),
        ("**Press** the bar", "", "Press the bar"),
        ("Press: up", "", "Press: up"),
        ("**A** b **C**: d", "", "A b C: d"),
    ],
)
def test_lead_ins(source, lead, rest):
    item = read(f"{FRONT}{STEPS}\n## Tips\n- {source}\n").with_role(Role.TIPS)[0].blocks[0].items[0]
    assert (item.lead_in, plain_text(item.rest)) == (lead, rest)


def test_emphasis_and_links_become_spans():
    guide = read(f"{FRONT}{STEPS}\n## Tips\n- Keep __your *back*__ [flat](https://example.org), `so`.\n")
    spans = guide.with_role(Role.TIPS)[0].blocks[0].items[0].text
    assert [(span.text, span.emphasis, span.link) for span in spans] == [
        ("Keep ", Emphasis.PLAIN, None),
        ("your back", Emphasis.STRONG, None),
        (" ", Emphasis.PLAIN, None),
        ("flat", Emphasis.PLAIN, "https://example.org"),
        (", so.", Emphasis.PLAIN, None),
    ]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "notes.md", "data:text/html,x"])
def test_other_links_are_printed_as_text_and_told(target):
    guide = read(f"{FRONT}{STEPS}\n## Tips\n- See [this]({target}).\n")
    text = guide.with_role(Role.TIPS)[0].blocks[0].items[0].text
    assert (plain_text(text), [span.link for span in text], codes(guide)) == ("See this.", [None], ["link"])


def test_no_break_spaces_stay():
    assert (
        plain_text(read(f"{FRONT}{STEPS}\n## Tips\n- Hold  5\u00a0kg\n").sections[1].blocks[0].items[0].text)
        == "Hold 5\u00a0kg"
    )


def test_own_name_over_a_numbered_list_heads_the_execution():
    guide = read(f"{FRONT}\n### The Drill\n1. Rise.\n2. Sink.\n")
    assert (guide.sections[0].role, len(guide.steps)) == (Role.EXECUTION, 2)


def test_a_numbered_list_under_an_unknown_heading_is_asked_about():
    with pytest.raises(GuideError) as caught:
        read(f"{FRONT}\n## Qwertz\n1. Rise.\n2. Sink.\n")
    (problem,) = caught.value.problems
    assert problem.code == "no-steps"
    assert 'which of these is it: "Qwertz" (line 7)?' in problem.message
    assert 'headings: {steps: "Qwertz"}' in problem.hint


def test_a_heading_that_the_guide_declares_is_known():
    front = FRONT.replace("title:", "headings: {steps: Qwertz}\ntitle:")
    guide = read(f"{front}\n## Qwertz\n1. Rise.\n2. Sink.\n")
    assert (len(guide.steps), codes(guide)) == (2, [])


def test_words_that_announce_the_list_are_no_step():
    guide = read(f"{FRONT}\n## Execution\nDo it like this:\n1. Rise.\n2. Sink.\n")
    assert len(guide.steps) == 2


def test_subheadings_belong_to_their_section_unless_they_are_usual_names():
    guide = read(f"{FRONT}{STEPS}\n## Tips\n### Keep Your Back Flat\nAlways.\n### Breathing\nSlow.\n")
    assert [section.role for section in guide.sections[1:]] == [Role.TIPS, Role.BREATHING]


def test_numbered_section_headings_are_not_steps_beside_an_execution_list():
    guide = read(f"{FRONT}\n## 1. Setup\nStand.\n\n## 2. Execution\n1. Rise.\n2. Sink.\n\n## 3. Tips\n- Smile.\n")
    assert ([s.heading for s in guide.sections], len(guide.steps)) == (["Setup", "Execution", "Tips"], 2)


def test_unused_link_definitions_are_told():
    assert codes(read(f"{FRONT}{STEPS}\n[a]: https://example.org\n")) == ["link"]


def test_a_second_reading_gives_the_same():
    text = CASES[0].read_text("utf-8")
    assert read(text) == read(text)
