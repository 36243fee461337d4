"""The elements of HTML, sorted by what becomes of them on paper."""

from __future__ import annotations

from cardgen.guide.dialect.margin import Kind

_INLINE = """
abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike
strong sub sup time tt u var wbr button
"""
INLINE = frozenset(_INLINE.split())
"""Their words go on with those round them."""

_SPACED = """
address body br caption center dialog dl fieldset figcaption figure footer form head header hgroup html legend main menu
nav pre table tbody tfoot thead title colgroup
"""
SPACED = frozenset(_SPACED.split())
"""Their words are parted from those round them."""

_EMPTY = """
area base col input link meta param source track embed img hr picture map progress meter select option
"""
EMPTY = frozenset(_EMPTY.split())
"""They hold no words, or none for paper."""

BOXED = ("div", "p", "section", "aside", "article", "blockquote")
"""They may be asides."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "summary")

ENTRIES = ("li", "tr", "dd", "dt")
"""They begin a line of a list."""

WITH_CONTENT = {
    "script": Kind.SCRIPT,
    "style": Kind.SCRIPT,
    "svg": Kind.SCRIPT,
    "math": Kind.SCRIPT,
    "canvas": Kind.SCRIPT,
    "template": Kind.SCRIPT,
    "iframe": Kind.FRAME,
    "video": Kind.PLAYER,
    "audio": Kind.PLAYER,
    "object": Kind.PLAYER,
}
"""They go with all they hold: what stands in them is for programs, or for browsers too old."""

SIGNS = {
    "💡": "tip",
    "⚠": "warning",
    "❗": "important",
    "🚨": "danger",
    "🛑": "danger",
    "🚫": "danger",
    "⛔": "danger",
    "\u2139": "info",
}
"""What Notion begins an aside with, and the type it stands for."""
