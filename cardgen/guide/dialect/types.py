"""Words of a container in, the type of the aside out. Knows no syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TYPES = """
note info tip hint important warning caution danger error attention success check done question help faq failure fail
missing bug example quote cite abstract summary tldr todo seealso remember critical
"""
TYPES = frozenset(_TYPES.split())
"""What callouts and admonitions are called by those who draw them."""

BOXES = frozenset(
    {
        "callout",
        "admonition",
        "alert",
        "aside",
        "notice",
        "hint",
        "message",
        "box",
        "infobox",
        "note-box",
        "panel",
        "banner",
    }
)
"""Names of containers that leave their type to an argument."""

_LAYOUT = """
row rows col cols column columns grid flex card cards tab tabs tabitem tab-item tab-set tabset group code-group container
center left right div span section figure wrapper steps raw v-pre pagebreak clearfix
"""
LAYOUT = frozenset(_LAYOUT.split())
"""Containers that only say where on a screen their text stands."""

_PREFIX = re.compile(
    r"(?:(?:bd-)?callout|alert|admonition|notice|message|prompt|is|hint|note|box|panel|banner|bg|text|theme-admonition|md)-{1,2}"
)
_SUFFIX = re.compile(r"-(?:title|box|block|callout|alert|message|text)")


def aside_type(words: Iterable[str]) -> str | None:
    """Return the type that classes, names or arguments tell of; a container without one is a note, an alert a warning."""
    boxed: str | None = None
    for word in words:
        for part in word.lower().split():
            name = part.strip(".\"'{}")
            whole = _SUFFIX.sub("", name, count=1)
            for plain in (name, whole, _PREFIX.sub("", whole, count=1)):
                if plain in TYPES:
                    return plain
            if name in BOXES and boxed is None:
                boxed = "warning" if name == "alert" else "note"
    return boxed
