"""HTML as people write it: tags go, words stay in their lines, lists and headings become Markdown's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plainly import notes, plain, told, videos

ELEMENTS = [
    ("Lean<br>back<br/>far.", "Lean back far."),
    ("Push the <b>heels</b>, <em>hard</em>.", "Push the heels, hard."),
    ("<b>Tips:</b> push.", "**Tips:** push."),
    ("1. <strong>Press</strong> up.", "1. **Press** up."),
    ("<p><b>Tips</b></p>\n\n- Push.", "**Tips**\n\n- Push."),
    ("5 m<sup>2</sup>, H<sub>2</sub>O", "5 m², H2O"),
    ('<p style="color:red">Stop.</p>', "Stop."),
    ("<center>Lean.</center>", "Lean."),
    ("<p>One.</p><p>Two.</p>", "One. Two."),
    ("<div>\n    <p>Lean **far**.</p>\n</div>", "\n   Lean **far**.\n"),
    ('see <a href="https://gym.example/a">this</a>, <a href="#b">that</a>', "see [this](https://gym.example/a), that"),
    ("<figure>\n<figcaption>Lean.</figcaption>\n</figure>", "\nLean.\n"),
    ('<h2 align="center">Setup</h2>', "## Setup"),
    ("<h3>\n  Setup\n</h3>\nLean.", "\n### Setup\n\nLean."),
    ("<h2>Tips</h2><p>Push.</p>", "**Tips:** Push."),
    ("<details>\n<summary>Tips</summary>\n\n- Push.\n\n</details>", "\n**Tips**\n\n- Push.\n\n"),
    ("<details><summary><h2>Tips</h2></summary>\n\nPush.\n</details>", "**Tips**\n\nPush.\n"),
    ("<details><summary>Tips</summary>Push.</details>", "**Tips:** Push."),
    ("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>\nLean.", "\n- One\n- Two\n\nLean."),
    (
        "<ol>\n  <li>One\n  <ul>\n    <li>In</li>\n  </ul>\n  </li>\n  <li>Two</li>\n</ol>",
        "\n1. One\n\n   - In\n\n\n2. Two\n",
    ),
    ("<ol>\n<li>\n<p>Lie down.</p>\n</li>\n</ol>", "\n1.\n   Lie down.\n\n"),
    ("<ul><li>One</li><li>Two</li></ul>", "- One – Two"),
    ("<table>\n<tr><td>1</td><td>Lie</td></tr>\n</table>", "\n- 1 / Lie\n"),
    ("<dl>\n<dt>Setup</dt>\n<dd>Lie.</dd>\n</dl>", "\n- Setup\n- Lie.\n"),
    ('<script>\nvar a = "<b>";\n</script>\nLean.', "\n\n\nLean."),
    ("<style>p {}</style><svg><path/></svg>Lean.", "Lean."),
    ('Lean. <img src="a.gif" alt="Wall">', "Lean."),
    ("<video controls><source src='a.mp4'>Too old.</video>\nLean.", "\nLean."),
    ("<Tabs>\n<TabItem label='Easier'>\n\nLean less.\n\n</TabItem>\n</Tabs>", "\n**Easier**\n\nLean less.\n\n\n"),
    ("<>\nLean.\n</>", "\nLean.\n"),
    ("Hold <seconds> s, a < b, 3 > 2, <3", "Hold <seconds> s, a < b, 3 > 2, <3"),
    ("&lt;b&gt; 30&nbsp;s &deg;", "&lt;b&gt; 30&nbsp;s &deg;"),
    ("<https://gym.example/a>", "<https://gym.example/a>"),
    ("<script>\nnever closed", "\nnever closed"),
]


@pytest.mark.parametrize(("written", "meant"), ELEMENTS)
def test_tags_go_and_words_stay(written, meant):
    assert "\n".join(line.rstrip() for line in plain(written).split("\n")) == meant


def test_pictures_frames_films_scripts_and_components_are_named():
    written = '<img alt="Wall">\n<iframe src="https://maps.example/x"></iframe>\n<audio src="a.mp3"/>\n<script></script>\n<Tabs></Tabs>'
    assert notes(written) == [
        "1 picture is not printed: Wall",
        "1 frame of another site is not printed: https://maps.example/x",
        "1 film or sound is not printed: a.mp3",
        "1 script, style or drawing is not printed: script",
        "1 component is not printed: Tabs",
    ]


def test_a_frame_with_a_video_is_a_mention():
    frame = '<iframe\n  width="560" src="https://www.youtube.com/embed/VH4Bqn1FUhM">\n</iframe>'
    assert videos(f"Lean.\n{frame}", first_line=5) == [("https://www.youtube.com/embed/VH4Bqn1FUhM", 6, "iframe")]
    assert plain(f"## Video\n{frame}") == "\n\n\n"


def test_entries_in_one_line_are_told():
    assert [entry[:3] for entry in told("<ul><li>One</li><li>Two</li></ul>")] == [("warning", "html-list", 1)]


@pytest.mark.parametrize("after", ["## Tips", "**Tips**", "<details>", "<h2>Tips</h2>", "", "> [!tip]"])
def test_a_new_part_behind_what_is_folded_is_nobodys_doubt(after):
    assert not told(f"<details><summary>More</summary>\n\nLean.\n\n</details>\n\n{after}")


def test_text_behind_what_is_folded_is_told():
    written = "<details><summary>More</summary>\n\nLean.\n\n</details>\n\nStop."
    assert [entry[:3] for entry in told(written)] == [("warning", "details", 5)]
