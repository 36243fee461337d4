"""Language tags in, whether they name another language than the page's out."""

from __future__ import annotations


def main_language(tag: str) -> str:
    """Return a tag without its region and script: `pt` of `pt-BR`."""
    return tag.lower().partition("-")[0]


def other_language(language: str, page: str) -> str:
    """Return a language where it is not that of the page; empty where it is."""
    return "" if main_language(language) == main_language(page) else language
