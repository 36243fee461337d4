"""A Markdown file to a guide, and what a good guide must contain. Knows no fonts, no paper, no PDF."""

from __future__ import annotations

from cardgen.guide.check import check_content
from cardgen.guide.model import Guide
from cardgen.guide.parse import parse_guide, read_guide

__all__ = ["Guide", "check_content", "parse_guide", "read_guide"]
