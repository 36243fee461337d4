"""Markdown as people write it, made plain before it is parsed. Knows no guide, no sections, no steps."""

from __future__ import annotations

from cardgen.guide.dialect.margin import Mention, What
from cardgen.guide.dialect.marks import CARE, DO, DO_NOT
from cardgen.guide.dialect.plain import Plain, plain_markdown, without_emoji, without_links

__all__ = ["CARE", "DO", "DO_NOT", "Mention", "Plain", "What", "plain_markdown", "without_emoji", "without_links"]
