"""Text in; links to videos collected, and taken out where they stand alone. Opens nothing on the network."""

from __future__ import annotations

import re

from cardgen.guide.dialect.addresses import absolute, leads_to_video, without_time
from cardgen.guide.dialect.margin import Kind, Margin, What
from cardgen.guide.dialect.marks import HOLE

_URL = r"[^()\s<>]{1,600}(?:\([^()\s<>]{0,100}\)[^()\s<>]{0,600})?"
_TITLE = r"(?:[ \t]{1,3}(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))?"
_MENTION = re.compile(
    rf"\[!\[(?P<alt>[^\[\]\n]{{0,300}})\]\([^()\s]{{0,600}}{_TITLE}\)\]\([ \t]{{0,3}}<?(?P<shown>{_URL})>?{_TITLE}[ \t]{{0,3}}\)"
    rf"|(?P<bang>!?)\[(?P<words>[^\[\]\n]{{0,300}})\]\([ \t]{{0,3}}<?(?P<linked>{_URL})>?{_TITLE}[ \t]{{0,3}}\)"
    r"|<(?P<auto>https?://[^\s<>]{4,600})>"
    r"|(?<![\w/\"'=<(@.-])(?P<bare>(?:https?://|www\.|youtu\.be/|youtube\.com/|vimeo\.com/)[^\s<>()\[\]\"'|]{4,600})",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*<?(\S{4,600}?)>?(?:[ \t].*)?")
_TIME_CODE = re.compile(
    r"[(\[]?\d{1,2}(?:[:.]\d{2}){1,2}[)\]]?(?:[ \t]?[-–—][ \t]?\d{1,2}(?:[:.]\d{2}){1,2})?|\d{1,2}m\d{0,2}s?"
)
_LABEL = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?[*_]{0,3}(?:[^\W_][\w'’-]{0,20}[ \t]?){1,3}[*_]{0,3}:[*_]{0,3}[ \t]*")
_KEPT = re.compile(r"[ \t>]*(?:#{1,6}[ \t]|\d{1,9}[.)][ \t]|\|)|.*\|")
"""Headings, numbered entries and rows of tables: their words are more than a way to a video."""
_MOST_WORDS = 8
_EMBED = re.compile(r"\[/?(?:embed|youtube|vimeo|video)\b[^\[\]\n]{0,200}\]", re.IGNORECASE)
"""The tags of WordPress round an address."""
_LETTER = re.compile(r"[^\W_]")


def take_videos(text: str, margin: Margin) -> str:
    """Mention the videos that the text links to; a line that holds nothing else becomes empty."""
    return "\n".join(_read_line(line, number, margin) for number, line in enumerate(text.split("\n")))


_HINT = re.compile(r"https?:|//|www\.|youtu|vimeo", re.IGNORECASE)


def _read_line(line: str, number: int, margin: Margin) -> str:
    if not _HINT.search(line):
        return line
    if definition := _DEFINITION.fullmatch(line):
        if leads_to_video(url := absolute(definition[1])):
            margin.mention(url, number, What.LINK)
        return line
    videos = [match for match in _MENTION.finditer(line) if leads_to_video(_address(match))]
    if not videos:
        return line
    without = kept = ""
    at = 0
    longest = 0
    for match in videos:
        url = _address(match)
        between = line[at : match.start()]
        at = match.end()
        shown = _replacement(match, url, number, margin)
        longest = max(longest, len((match["words"] or "").split()))
        without += between
        kept += between + shown
    without += line[at:]
    kept += line[at:]
    without = _EMBED.sub("", without)
    alone = not _LETTER.search(without) or _LABEL.fullmatch(without)
    if alone and longest <= _MOST_WORDS and not (_KEPT.match(line) and HOLE not in kept):
        margin.drop(Kind.VIDEO, number, line.strip(" \t>-*+"))
        return without[: len(without) - len(without.lstrip(" \t>"))] + HOLE
    return kept


def _address(match: re.Match[str]) -> str:
    url = match["shown"] or match["linked"] or match["auto"] or match["bare"].rstrip(".,;:!?*_")
    return absolute(url) if url.startswith("//") or "://" in url else f"https://{url}"


def _replacement(match: re.Match[str], url: str, number: int, margin: Margin) -> str:
    """Mention one video and return what stays of it in the text."""
    picture = match["shown"] is not None or match["bang"] == "!"
    words = (match["words"] or "").strip()
    if picture:
        margin.mention(url, number, What.EMBED)
        return HOLE
    if _TIME_CODE.fullmatch(words):
        margin.mention(without_time(url), number, What.LINK)
        return HOLE
    margin.mention(url, number, What.LINK)
    return match[0]
