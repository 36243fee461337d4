"""Callouts, alerts and admonitions of every dialect become quotes that begin with their type."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plainly import plain, told

CALLOUTS = [
    ("> [!tip] Heels\n> Push.", "> [!tip] Heels\n> Push."),
    ("> [!TIP]\n> Push.", "> [!tip]\n> Push."),
    ("> [!tip]- Heels\n> Push.", "> [!tip] Heels\n> Push."),
    ("> [!tip]+\n> Push.", "> [!tip]\n> Push."),
    (">[!tip|wide] Heels\n>Push.", "> [!tip] Heels\n>Push."),
    ("> \\[!WARNING]\n> Stop.", "> [!warning]\n> Stop."),
    ("> **[!note]** Heels", "> [!note] Heels"),
    ("> > [!danger]- Never", "> > [!danger] Never"),
    ("1. Lean.\n   > [!Tip] Heels", "1. Lean.\n   > [!tip] Heels"),
    ("> **Note**\n> Breathe.", "> [!note]\n> Breathe."),
    ("> **Warning:**\n> Stop.", "> [!warning]\n> Stop."),
    ("> Quoted.\n> **Note**", "> Quoted.\n> **Note**"),
    ("> **Lean** back.", "> **Lean** back."),
    ("> Plain words [!tip] within", "> Plain words [!tip] within"),
]


@pytest.mark.parametrize(("written", "meant"), CALLOUTS)
def test_callouts_have_one_form(written, meant):
    assert plain(written) == meant


INDENTED = [
    ('!!! tip "Heels"\n    Push.\n\nThen rest.', "> [!tip] Heels\n> Push.\n\nThen rest."),
    ("!!! warning\n    Stop.\nThen rest.", "> [!warning]\n> Stop.\nThen rest."),
    ('??? danger ""\n    Stop.', "> [!danger]\n> Stop."),
    ("???+ Note\n\n    - One\n    - Two\n\n    Three", "> [!note]\n>\n> - One\n> - Two\n>\n> Three"),
    ('!!! tip inline end "Heels"\n    Push.', "> [!tip] Heels\n> Push."),
    ("!!! tip “Heels”\n    Push.", "> [!tip] Heels\n> Push."),
    ('!!! danger "Stop when it hurts"', "> [!danger] Stop when it hurts"),
    ("!!! tip\n\tPush.", "> [!tip]\n> Push."),
    ("!!! note\n  Two blanks.", "> [!note]\n> Two blanks."),
    ("1. Lean.\n\n    !!! tip\n        Push.", "1. Lean.\n\n    > [!tip]\n    > Push."),
    ("!!! note\n    Out.\n\n    !!! tip\n        In.\n\nOn.", "> [!note]\n> Out.\n>\n>> [!tip]\n>> In.\n\nOn."),
    ("!!! Careful now\nText.", "!!! Careful now\nText."),
    ('=== "Beginner"\n\n    Lean.\n\n=== "Pro"\n\n    Jump.', "**Beginner**\n\nLean.\n\n**Pro**\n\nJump."),
]


@pytest.mark.parametrize(("written", "meant"), INDENTED)
def test_what_exclamation_marks_head_is_quoted(written, meant):
    assert plain(written) == meant


COLONS = [
    (":::tip\nPush.\n:::", "> [!tip]\n> Push.\n"),
    (":::tip Heels\nPush.\n:::\nThen rest.", "> [!tip] Heels\n> Push.\n\nThen rest."),
    (":::tip[Your *heels*]\nPush.\n:::", "> [!tip] Your *heels*\n> Push.\n"),
    ('::: {.callout-warning title="Knees"}\nStop.\n:::', "> [!warning] Knees\n> Stop.\n"),
    (':::note{title="Knees"}\nStop.\n:::', "> [!note] Knees\n> Stop.\n"),
    ("::::note\nOut.\n:::danger\nIn.\n:::\nOut.\n::::", "> [!note]\n> Out.\n>> [!danger]\n>> In.\n>\n> Out.\n"),
    (":::gefahr Achtung\nHalt.\n:::", "> [!gefahr] Achtung\n> Halt.\n"),
    (":::{warning} Knees\n:class: big\nStop.\n:::", "> [!warning] Knees\n>\n> Stop.\n"),
    ("::: columns\n::: column\nLeft.\n:::\n:::", "\n\nLeft.\n\n"),
    ("::: details Easier ways\nLean less.\n:::", "**Easier ways**\nLean less.\n"),
    (":::tip\n- One\n  - Two\n:::", "> [!tip]\n> - One\n>   - Two\n"),
]


@pytest.mark.parametrize(("written", "meant"), COLONS)
def test_what_colons_fence_is_quoted_or_layout(written, meant):
    assert plain(written) == meant


CLASSES = [
    (
        "Lean.\n\nStop\nwhen it hurts.\n{: .warning}\n\nRest.",
        "Lean.\n> [!warning]\n> Stop\n> when it hurts.\n\n\nRest.",
    ),
    ("Stop.\n{: .warning}", "> [!warning] Stop.\n"),
    ("# Lean\nStop.\n{: .important }", "# Lean\n> [!important] Stop.\n"),
    ("{: .note-title }\n> Heels\n>\n> Push.", "\n> [!note] Heels\n>\n> Push."),
    ("> Stop.\n{: .prompt-danger }", "> [!danger] Stop.\n"),
]


@pytest.mark.parametrize(("written", "meant"), CLASSES)
def test_a_paragraph_with_the_class_of_an_aside_is_quoted(written, meant):
    assert plain(written) == meant


BOXES = [
    ('\n<div class="alert alert-warning">Stop now.</div>\n\nRest.', "> [!warning]\n> Stop now.\n\nRest."),
    (
        'Lean.\n<div class="warning">\n  <p>One.</p>\n  <p>Two.</p>\n</div>\nRest.',
        "Lean.\n> [!warning]\n> One.\n> Two.\n\nRest.",
    ),
    ('<div class="warning">Stop now.</div>', "> [!warning] Stop now."),
    ('<p class="note">Breathe.</p>', "> [!note] Breathe."),
    ('1. Lean.\n   <div class="tip">\n   Push.\n   </div>\n2. Stay.', "1. Lean.\n   > [!tip]\n   > Push.\n\n2. Stay."),
    ('- <div class="tip">Push.</div>\n- Stay.', "- > [!tip] Push.\n- Stay."),
    ('Lean. <div class="tip">Push.</div> Stay.', "Lean. Push. Stay."),
    ("<aside>\n💡 Push.\n\n</aside>", "> [!tip]\n> Push.\n>\n"),
    ("<aside>\nPush.\n</aside>", "> [!note]\n> Push.\n"),
    ('<Callout type="warning" title="Knees">\n  Stop.\n</Callout>', "> [!warning] Knees\n> Stop.\n"),
    ("<Warning>Stop.</Warning>", "> [!warning] Stop."),
]


@pytest.mark.parametrize(("written", "meant"), BOXES)
def test_boxes_of_html_and_components_are_quoted(written, meant):
    assert plain(written) == meant


TEMPLATES = [
    ('{{% notice warning "Knees" %}}\nStop.\n{{% /notice %}}', "> [!warning] Knees\n> Stop.\n"),
    ('{{< callout type="danger" title="Knees" >}}\nStop.\n{{< /callout >}}', "> [!danger] Knees\n> Stop.\n"),
    ("{{< hint info >}}Breathe.{{< /hint >}}", "> [!info] Breathe."),
    ('{% hint style="warning" %}\nStop.\n{% endhint %}', "> [!warning]\n> Stop.\n"),
    ('{% include tip.html content="Push." %}', "> [!tip] Push."),
    ('{{< details "Easier ways" >}}\nLean less.\n{{< /details >}}', "**Easier ways**\nLean less.\n"),
]


@pytest.mark.parametrize(("written", "meant"), TEMPLATES)
def test_boxes_of_templates_are_quoted(written, meant):
    assert plain(written) == meant


FENCES = [
    ("```ad-warning\ntitle: Knees\nStop.\n```", "> [!warning] Knees\n>\n> Stop.\n"),
    ("```{tip} Heels\nPush.\n```", "> [!tip] Heels\n> Push.\n"),
]


@pytest.mark.parametrize(("written", "meant"), FENCES)
def test_fences_that_hold_an_aside_are_quoted(written, meant):
    assert plain(written) == meant


def test_an_aside_that_is_never_closed_goes_on_to_the_next_heading_and_is_told():
    written = "Lean.\n\n:::warning\nStop.\n\n## Tips\nPush."
    assert plain(written) == "Lean.\n\n> [!warning]\n> Stop.\n\n## Tips\nPush."
    assert told(written, first_line=10) == [("warning", "open-aside", 12, "the aside that begins here is never closed")]


def test_a_paragraph_right_below_an_aside_does_not_run_on_into_it():
    assert plain('Lean.\n\n<Tip title="A">\nPush.</Tip>\nRest.') == "Lean.\n> [!tip] A\n> Push.\n\nRest."


def test_asides_are_nested_eight_deep_and_no_deeper():
    text = plain(":::tip\n" * 12 + "In.\n" + ":::\n" * 12)
    assert max(line.count(">") for line in text.split("\n")) == 8
    assert "In." in text
