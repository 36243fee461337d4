"""Text in, text without pictographs out; signs that mean do, do not and take care keep their meaning. Knows no Markdown but where text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardgen.guide.dialect.margin import Kind, Margin
from cardgen.guide.dialect.marks import CARE, DO, DO_NOT, HOLE, close_holes

_WITHIN = {DO: "\u2713", DO_NOT: "\u2717", CARE: CARE}
"""The same within text, where it is printed: fonts for reading have these."""

_MEANING = {
    **dict.fromkeys("✅✔✓☑👍", DO),
    **dict.fromkeys("❌✖✗✘☒❎🚫⛔👎", DO_NOT),
    **dict.fromkeys("⚠🛑🚨", CARE),
}

_NAMED = {
    **dict.fromkeys(("white_check_mark", "heavy_check_mark", "ballot_box_with_check", "+1", "thumbsup"), "✅"),
    **dict.fromkeys(("x", "heavy_multiplication_x", "no_entry", "no_entry_sign", "-1", "thumbsdown"), "❌"),
    **dict.fromkeys(("warning", "octagonal_sign", "stop_sign", "rotating_light"), "⚠"),
}
_PICTURED = (
    "bulb muscle fire star star2 sparkles tada rocket dart memo pencil pushpin bookmark link video_camera movie_camera "
    "camera clapper tv film_projector weight_lifting weight_lifting_man weight_lifting_woman man_lifting_weights "
    "running runner walking bicyclist swimmer person_in_lotus_position bone brain heart lungs leg foot hand raised_hand "
    "ok_hand clap point_right point_down point_up arrow_right arrow_down arrow_up question grey_question exclamation "
    "grey_exclamation bangbang information_source books book clipboard calendar clock stopwatch timer_clock hourglass "
    "house stop_button arrows_counterclockwise repeat recycle key mag zap boom trophy medal_sports 100 smile grin wink "
    "red_circle green_circle yellow_circle blue_circle white_circle black_circle speech_balloon thought_balloon eyes"
)
_NAME = re.compile(
    rf"(?<![\w:])(?::({'|'.join(map(re.escape, (*_NAMED, *_PICTURED.split())))}):"
    r"|:(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,60}:)(?![\w:])"
)
"""Emoji and icons by their names, as GitHub and Material for MkDocs write them."""

_BASE = (
    "\U0001f000-\U0001faff\u2600-\u2604\u2606-\u269f\u26a1-\u2712\u2714-\u2716\u2718-\u2775\u27a1\u27b0\u27bf\u231a\u231b\u2328\u23cf"
    "\u23e9-\u23f3\u23f8-\u23fa\u25fb-\u25fe\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u2934\u2935\u3030\u303d\u3297\u3299\u2139"
)
_WITH_SELECTOR = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2194-\u2199\u21a9\u21aa\u24c2\u25aa\u25ab\u25b6\u25c0\u2605\u2713\u2717"
)
_MODIFIER = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u20e3]"
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_ONE = rf"(?:{_FLAG}{_FLAG}|[{_BASE}]{_MODIFIER}{{0,40}}|[{_WITH_SELECTOR}]\ufe0f)"
_SEQUENCE_OF = rf"{_ONE}(?:\u200d{_ONE}){{0,9}}"
"""A pictograph whole: with its selectors and shades, and joined to others."""

_PICTURED_LINE = re.compile(rf"([ \t>]*)({_SEQUENCE_OF})(?=[ \t]*[^\s|])")
_SEQUENCE = re.compile(_SEQUENCE_OF)
_KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3[ \t]?(?=(\\w)?)")
_NUMERAL = {code: str((code - 0x2776) % 10 + 1) for code in range(0x2776, 0x2794)}
_ARROWS = str.maketrans({**dict.fromkeys([0x2794, *range(0x2798, 0x27A0), *range(0x27A2, 0x27B0)], "→"), **_NUMERAL})
_ARROW = re.compile("(?<=[^\\s])([ \t]*)\u27a1\ufe0f?(?=[ \t]*\\w)")

_LEAD = re.compile(
    r"[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t]))[ \t]*)*(?:\[![\w-]+\][ \t]*)?[*_]{0,3}"
)
_CIRCLED = re.compile(_LEAD.pattern + "(?=[🟢🔴])")
_SIGN = f"[{''.join(_MEANING)}]{_MODIFIER}{{0,3}}"
_SIGN_FIRST = re.compile(rf"(?:(?![{''.join(_MEANING)}])(?:{_SEQUENCE_OF})[ \t]*){{0,3}}({_SIGN})[ \t]*")
_SIGN_LAST = re.compile(rf"[ \t]{{0,3}}({_SIGN})(?=[\s*_.!]{{0,9}}$)")
_ANY_SIGN = re.compile(_SIGN)


def plain_emoji(text: str, margin: Margin) -> str:
    """Leave out pictographs; what they say about an entry stands at its start in one of three signs."""
    if ":" in text:
        text = _NAME.sub(lambda match: _NAMED.get(match[1] or "", "\U0001f3f7"), text)
    if text.isascii():
        return text
    lines = text.translate(_ARROWS).split("\n")
    _ask_about_colours(lines, margin)
    _pictured_runs(lines)
    return "\n".join(line if line.isascii() else _plain_line(line, number, margin) for number, line in enumerate(lines))


def _ask_about_colours(lines: Sequence[str], margin: Margin) -> None:
    """Warn where green and red circles begin entries: they may part what to do from what not."""
    firsts = {line[lead.end()]: number for number, line in enumerate(lines) if (lead := _CIRCLED.match(line))}
    if {"🟢", "🔴"} <= firsts.keys():
        hint = "if they part what to do from what not, write two headings"
        message = "green and red circles before entries are not printed"
        margin.warn("colours", message, line=firsts["🔴"], hint=hint)


def _pictured_runs(lines: list[str]) -> None:
    """Write lines that follow each other and begin with a pictograph as a list."""
    run: list[int] = []
    for number, line in enumerate([*lines, ""]):
        if not line.isascii() and _PICTURED_LINE.match(line):
            run.append(number)
            continue
        for at in _entries(lines, run):
            start = len(lines[at]) - len(lines[at].lstrip(" \t>"))
            lines[at] = f"{lines[at][:start]}- {lines[at][start:]}"
        run = []


def _entries(lines: Sequence[str], run: Sequence[int]) -> Sequence[int]:
    """Return the lines of a run that are entries: a first one with a picture of its own may head signs that are alike."""
    firsts = [lines[at].lstrip(" \t>")[0] for at in run[:3]]
    heads = len(firsts) > 1 and firsts[0] not in _MEANING and firsts[0] != firsts[1]
    if heads and (firsts[1] in _MEANING or firsts[1:2] == firsts[2:]):
        return run[1:]
    return run if len(run) > 1 else ()


def plain_words(text: str) -> str:
    """Return a text of one line, as front matter holds it, without pictographs and signs."""
    text = _KEYCAP.sub(_digit, text.translate(_ARROWS))
    text = _SEQUENCE.sub(HOLE, _ANY_SIGN.sub(HOLE, text))
    return close_holes(text).strip() if HOLE in text else text


def _plain_line(line: str, number: int, margin: Margin) -> str:
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    head, text = line[:start], line[start:]
    sign, text = _take_sign(text)
    text = _KEYCAP.sub(_digit, _ARROW.sub(r"\1→", text))
    text = _ANY_SIGN.sub(lambda match: _WITHIN[_MEANING[match[0][0]]], text)

    def drop(match: re.Match[str]) -> str:
        margin.drop(Kind.EMOJI, number, match[0] if match[0] != "\U0001f3f7" else "")
        return HOLE

    text = _SEQUENCE.sub(drop, text)
    return f"{head}{sign} {text}" if sign and text.strip(f"{HOLE} ") else f"{head}{sign}{text}"


def _take_sign(text: str) -> tuple[str, str]:
    """Part the one sign that a text begins with, or that says behind it whether to do it; signs at odds stay within."""
    meanings = [_MEANING[match[0][0]] for match in _ANY_SIGN.finditer(text)]
    if not meanings or {DO, DO_NOT} <= set(meanings):
        return "", text
    if first := _SIGN_FIRST.match(text):
        return _MEANING[first[1][0]], text[first.end() :]
    last = _SIGN_LAST.search(text)
    if last and len(meanings) == 1 and meanings != [CARE] and "|" not in text:
        return meanings[0], text[: last.start()] + text[last.end() :]
    return "", text


def _digit(match: re.Match[str]) -> str:
    """Return what a key shows; one that shows no number is a picture."""
    if match[1] in "#*":
        return HOLE
    return f"{match[1]} " if match[2] else match[1]
