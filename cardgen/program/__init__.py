"""A program file to typed values: days, blocks, exercises and their numbers. Knows no fonts, no paper, no PDF."""

from __future__ import annotations

from cardgen.program.model import Program
from cardgen.program.read import parse_program, read_program

__all__ = ["Program", "parse_program", "read_program"]
