"""What every test may use: guides made up on the spot, and the flag that updates golden files."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from PIL.Image import Image

from tests.quick import THOROUGH

# The same examples on every run and machine, and no stopwatch; `make test-all` asks for the thorough profile.
settings.register_profile("thorough", derandomize=True, deadline=None, database=None, max_examples=THOROUGH)
settings.register_profile("steady", settings.get_profile("thorough"), max_examples=30)
settings.load_profile("steady")

REPOSITORY = Path(__file__).resolve().parent.parent

GUIDE = """\
---
title: {title}
equipment: {equipment}
video: "{video}"
description: "{title} trains the hips and the back."
{more}---

## Execution
1. **Reach**: Push the hips back.

## Tips
- Look at the floor ahead of you.
- Keep the weight close.

## Common Mistakes
- Rounding the back: stop where it stays flat.

<!-- howto -->

### Stand Tall
Place the feet under the hips. Hold the weight in front.

### Push Back
Bend at the hips until the back is level. Keep the knees soft.

### Stand Up
Press through the heels. Finish tall.
"""

WriteGuide = Callable[..., Path]


def pytest_configure() -> None:
    # A shell that starts a job in the background has it ignore Ctrl-C; the tests of Ctrl-C need it heard.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    # Thousands of tests stay as they are to the end: what is searched for waste is the rest.
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """One flag updates golden files; review the diff like code."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def make_guide() -> WriteGuide:
    """Return a function that writes a good guide; `text` replaces it, the rest changes single fields."""

    def write(
        path: Path,
        *,
        text: str | None = None,
        title: str = "Good Morning",
        equipment: str = "Barbell",
        video: str = "abcdefghijk",
        more: str = "",
    ) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        content = GUIDE.format(title=title, equipment=equipment, video=video, more=more) if text is None else text
        path.write_text(content, encoding="utf-8")
        return path

    return write


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that saves an image, or the bytes of one, in a file."""

    def write(image: Image | bytes, name: str = "logo.png", kind: str = "PNG", **how: object) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        if isinstance(image, bytes):
            path.write_bytes(image)
        else:
            image.save(path, kind, **how)
        return path

    return write
