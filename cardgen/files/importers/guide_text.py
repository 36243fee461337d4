"""An exercise in, the text of its guide out: every value quoted, every sign of markup escaped. Writes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from cardgen.files.importers.arrange import Body
from cardgen.files.importers.exercise import Exercise, Use
from cardgen.files.importers.steps import Step

_HEADINGS = {
    Use.TIP: "Tips",
    Use.MISTAKE: "Common Mistakes",
    Use.SAFETY: "Safety",
    Use.VARIATION: "Variations",
    Use.NOTE: "Notes",
}
"""In the order of a guide."""

_MARKUP = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
_FIRST = re.compile(r"[-+#=:>]")
"""What makes a list, a heading or a quotation at the start of a line."""
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def guide_text(exercise: Exercise, body: Body, photos: Sequence[str] = ()) -> str:
    """Return a guide: front matter, numbered steps, and what is no step under headings of its own."""
    return "\n".join(("---", *_front(exercise, photos), "---", *_body(body), ""))


def _front(exercise: Exercise, photos: Sequence[str]) -> Iterator[str]:
    yield f"title: {quoted(exercise.title)}"
    for key, value in (
        ("equipment", exercise.equipment),
        ("level", exercise.level),
        ("description", exercise.lead),
    ):
        if value:
            yield f"{key}: {quoted(value)}"
    if exercise.primary or exercise.secondary:
        yield "muscles:"
        yield from (
            f"  {key}: {_listed(values)}"
            for key, values in (("primary", exercise.primary), ("secondary", exercise.secondary))
            if values
        )
    if photos:
        yield f"images: {_listed(photos)}"
    if exercise.tags:
        yield f"tags: {_listed(exercise.tags)}"
    yield f"video: {quoted(exercise.video) if exercise.video else 'none'}"
    yield f"lang: {quoted(exercise.language)}"
    for key, value in (("license", exercise.license), ("source", exercise.source)):
        if value:
            yield f"{key}: {quoted(value)}"


def _body(body: Body) -> Iterator[str]:
    yield from ("", "## Execution", "", *_numbered(body.steps))
    for use, heading in _HEADINGS.items():
        if points := body.boxes[use]:
            yield from ("", f"## {heading}", "", *(f"- {_headed(point.lead_in, point.text)}" for point in points))
    if body.short:
        yield from ("", "<!-- howto -->", "", *_numbered(body.short))


def _numbered(steps: Iterable[Step]) -> Iterator[str]:
    for number, step in enumerate(steps, start=1):
        yield f"{number}. {_headed(step.lead_in, step.text)}"
        # "Note on grips: ..." says already what it is
        yield from (f"   - {escaped(tip if tip.startswith('Note ') else f'Tip: {tip}')}" for tip in step.tips)


def _headed(lead_in: str, text: str) -> str:
    return f"**{escaped(lead_in)}:** {escaped(text)}" if lead_in else escaped(text)


def _listed(values: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, values))}]"


def quoted(text: str) -> str:
    """Return a text as YAML and JSON both quote it."""
    return json.dumps(text, ensure_ascii=False)


def escaped(text: str) -> str:
    """Return Markdown that reads as exactly this text; it stands at the start of a line."""
    text = _MARKUP.sub(r"\\\g<0>", text)
    if _FIRST.match(text):
        return f"\\{text}"
    return _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text
