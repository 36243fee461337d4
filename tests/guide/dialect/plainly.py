"""Short ways to look at what the dialects of a text become."""

from __future__ import annotations

from cardgen.guide.dialect import plain_markdown
from cardgen.guide.findings import Findings


def plain(text):
    """The text in plain Markdown; each line stays in its place."""
    result = plain_markdown(text, 1, Findings("drill.md")).text
    assert result.count("\n") == text.count("\n")
    return result


def told(text, first_line=1):
    """Severity, code, line and message of all that was found."""
    found = Findings("drill.md")
    plain_markdown(text, first_line, found)
    return [(p.severity.value, p.code, p.location.line, p.message) for p in found.problems()]


def notes(text):
    """The messages alone."""
    return [message for *_, message in told(text)]


def videos(text, first_line=1):
    """Address, line and kind of every video that a text points at."""
    mentions = plain_markdown(text, first_line, Findings("drill.md")).videos
    return [(mention.url, mention.line, mention.what.value) for mention in mentions]
