"""Links to videos are found; where they stand alone, they leave nothing behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plainly import notes, plain, videos

WATCH = "https://www.youtube.com/watch?v=VH4Bqn1FUhM"
SHORT = "https://youtu.be/VH4Bqn1FUhM"

ALONE = [
    (f"[Watch it]({WATCH})", WATCH, "link"),
    (f"- [Watch it]({WATCH})", WATCH, "link"),
    (f"**[Watch it]({WATCH} 'title')**", WATCH, "link"),
    (WATCH, WATCH, "link"),
    (f"<{WATCH}>", WATCH, "link"),
    (f"Video: {SHORT}", SHORT, "link"),
    (f"**Watch here:** [{SHORT}]({SHORT})", SHORT, "link"),
    (f"![]({WATCH})", WATCH, "embed"),
    (f"[![thumb](https://img.youtube.com/vi/VH4Bqn1FUhM/0.jpg)]({WATCH})", WATCH, "embed"),
    (f'<a href="{WATCH}">Watch</a>', WATCH, "link"),
    (f'<a href="{WATCH}"><img src="a.jpg" alt="thumb"></a>', WATCH, "link"),
    (f"[embed]{SHORT}[/embed]", SHORT, "link"),
    (f"[youtube {SHORT}]", SHORT, "link"),
    ("www.youtube.com/watch?v=VH4Bqn1FUhM", "https://www.youtube.com/watch?v=VH4Bqn1FUhM", "link"),
    ("https://vimeo.com/76979871/8272103f6e", "https://vimeo.com/76979871/8272103f6e", "link"),
    ("https://gym.example/clips/squat.mp4", "https://gym.example/clips/squat.mp4", "link"),
]


@pytest.mark.parametrize(("line", "url", "what"), ALONE)
def test_a_video_alone_is_a_mention_and_its_section_goes(line, url, what):
    text = f"Lean.\n\n## Film\n{line}\n\n## Tips\nPush."
    assert videos(text, first_line=5) == [(url, 8, what)]
    assert plain(text) == "Lean.\n\n\n\n\n## Tips\nPush."


WITHIN = [
    f"Lean as in [this film]({SHORT}) shown.",
    f"1. [Lie down.]({SHORT})",
    f"## [Wall Sit]({SHORT})",
    f"- [Keep the back on the wall and the heels down all the time]({SHORT})",
    f"| Sit | [film]({SHORT}) |",
    f"Read {SHORT} first.",
]


@pytest.mark.parametrize("line", WITHIN)
def test_a_link_in_running_text_stays_and_is_a_mention(line):
    assert plain(line) == line
    assert videos(line) == [(SHORT, 1, "link")]


def test_time_codes_go_and_lead_to_the_whole_video():
    text = f"[00:00]({WATCH}&t=0) Lean.\n[1:25]({WATCH}&t=85s) Stay."
    assert plain(text) == "Lean.\nStay."
    assert videos(text) == [(WATCH, 1, "link")]


def test_a_video_is_mentioned_once_whatever_its_address():
    assert videos(f"{WATCH}\n\n{SHORT}?si=x\n\n{{{{< youtube VH4Bqn1FUhM >}}}}") == [(WATCH, 1, "link")]


NO_VIDEO = [
    "https://www.youtube.com/@somebody",
    "https://www.youtube.com/playlist?list=PL1",
    "https://gym.example/squat",
    "[Squat](squat.md)",
    "![wall](wall.png)",
    "mailto:coach@gym.example",
    "https://notyoutube.com/watch?v=VH4Bqn1FUhM",
    "ftp://gym.example/a.mp4",
]


@pytest.mark.parametrize("line", NO_VIDEO)
def test_what_leads_to_no_video_stays_as_it_is(line):
    assert plain(line) == line
    assert not videos(line)


def test_a_definition_of_a_link_is_a_mention_and_stays():
    text = f"[Watch][1] it.\n\n[1]: {WATCH}"
    assert plain(text) == text
    assert videos(text) == [(WATCH, 3, "link")]


def test_links_left_out_are_told():
    assert notes(f"[Watch it]({SHORT})\n\nLean.") == [f"1 video link is not printed as text: [Watch it]({SHORT})"]
