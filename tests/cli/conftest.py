"""The program run in this process, in a folder of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cardgen.cli import program


@dataclass(frozen=True)
class Terminal:
    folder: Path

    def run(self, *arguments: str, exit_code: int = 0) -> Result:
        result = CliRunner().invoke(program, arguments, prog_name="cardgen")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        assert "Traceback" not in result.output
        assert result.exit_code == exit_code, result.output
        return result

    def json(self, *arguments: str, exit_code: int = 0):
        return json.loads(self.run(*arguments, "--json", exit_code=exit_code).stdout)


@pytest.fixture
def terminal(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path)


@pytest.fixture
def content(terminal, make_guide):
    """A folder content/ of three good guides."""
    for stem, title, equipment in (
        ("goodmorning_barbell", "Good Morning", "Barbell"),
        ("pullthrough_band", "Pull Through", "Band"),
        ("hipbridge_bodyweight", "Hip Bridge", "Bodyweight"),
    ):
        make_guide(terminal.folder / "content" / f"{stem}.md", title=title, equipment=equipment)
    return terminal.folder / "content"
