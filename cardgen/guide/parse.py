"""A guide's file in, a Guide out: the stages of reading in their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.album import images_beside
from cardgen.guide.draft import finish
from cardgen.guide.findings import Findings
from cardgen.guide.front import MUSCLES, Front, Parts, read_front, split_front
from cardgen.guide.howto import steps_from_howto
from cardgen.guide.markdown import read_markdown
from cardgen.guide.model import NO_MUSCLES, Guide, Inline, Muscles, Origin, Section, Span, Step, Video
from cardgen.guide.movement import Named, family_for, read_movement
from cardgen.guide.muscles.given import given_muscles
from cardgen.guide.muscles.passages import Passage, Place, passages_of
from cardgen.guide.muscles.read import counted, read_muscles
from cardgen.guide.photos import read_photos
from cardgen.guide.sections import read_sections
from cardgen.guide.source import MAX_BODY, Source, read_source, source_of
from cardgen.guide.split import report_unused, split_body
from cardgen.guide.steps import steps_from_sections
from cardgen.guide.title import name_guide
from cardgen.guide.video import VideoError, read_video
from cardgen.movements import Family

_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")


def read_guide(path: Path, *, shown: str | None = None, beside: tuple[str, ...] | None = None) -> Guide:
    """Read a guide from its file; raise GuideError with every problem found when it cannot become a card.

    `beside` are the names of its images in the folder `images`, where whoever reads many guides has looked already.
    """
    path = Path(path)
    source = read_source(path, shown=shown)
    return _parse(source, path.parent, images_beside([path]).get(path, ()) if beside is None else beside)


def parse_guide(text: str, *, path: str, stem: str) -> Guide:
    """Read a guide from its text; `path` stands in messages, `stem` is its file name without the ending.

    Photographs are those that the front matter names, in the folder of `path`.
    """
    return _parse(source_of(text, path=path, stem=stem), Path(path).parent, ())


def _parse(source: Source, folder: Path, beside: tuple[str, ...]) -> Guide:

    found = Findings(source.path)
    parts = split_front(source.text, found)
    if parts is None:
        found.raise_errors()
        raise AssertionError("a text without front matter is an error")
    front = read_front(parts, found)
    video = _read_video(front, found)
    photos = read_photos(front, folder=folder, beside=beside, found=found)
    named = name_guide(source.stem, front=front, body=parts.body, found=found)
    body = _read_body(parts, (named.title, f"{named.title} {named.equipment}"), found)
    passages = _passages(named.title, front, body, found)
    kind = Named(
        title=named.title,
        equipment=named.equipment,
        told=counted(passages),
        texts=tuple(passage.text for passage in passages if passage.place in (Place.SETUP, Place.ACTION)),
    )
    movement = read_movement(front, kind, found)
    muscles = _muscles(family_for(movement, kind), front, passages, found)
    found.raise_errors()
    return Guide(
        path=source.path,
        stem=source.stem,
        title=named.title,
        title_origin=named.title_origin,
        equipment=named.equipment,
        equipment_origin=named.equipment_origin,
        description=_read_description(front.text("description")),
        video=video,
        sections=body.sections,
        steps=body.steps,
        steps_from_howto=body.steps_from_howto,
        language=front.text("lang") or "en",
        level=front.text("level"),
        position=front.text("position"),
        movement=movement,
        movement_asked=front.text("movement"),
        muscles=muscles,
        photos=photos,
        image_alt=front.text("image_alt"),
        tags=front.words("tags"),
        license=front.text("license"),
        source=front.text("source"),
        note=front.text("note"),
        problems=found.problems(),
        lines=front.lines,
        digest=source.digest,
    )


def _read_video(front: Front, found: Findings) -> Video | None:

    value = front.text("video")
    line = front.lines.get("video")
    if not value:
        if "video" not in front.broken:
            hint = 'add a line such as video: "VH4Bqn1FUhM"; the card is made without a code'
            found.warn("missing-video", "the guide names no video", line=line, hint=hint)
        return None
    if "video" in front.broken or value.casefold() == "none":
        return None
    try:
        return read_video(value)
    except VideoError as error:
        found.error("video", str(error), line=line, hint=error.hint)
        return None


def _passages(title: str, front: Front, body: _Body, found: Findings) -> tuple[Passage, ...]:
    """Return all that may name a muscle."""
    name = Passage(text=title, place=Place.TITLE, location=found.at(front.lines.get("title")))
    lead = front.text("description")
    description = Passage(text=lead, place=Place.DESCRIPTION, location=found.at(front.lines.get("description")))
    return (name, description, *passages_of(body.sections, body.steps))


def _muscles(family: Family | None, front: Front, passages: tuple[Passage, ...], found: Findings) -> Muscles:
    """Return the muscles that the front matter names, else those of the movement and of the text."""
    if MUSCLES in front.broken:
        return NO_MUSCLES
    language = front.text("lang") or "en"
    given = given_muscles(front.muscles, found, language=language)
    if given.origin is Origin.GIVEN:
        return replace(given, action=family.action if family else given.action)
    return read_muscles(family, passages, language)


def _read_description(text: str) -> Inline:
    """Return the description as plain text; marks of emphasis round whole words go."""
    while (plain := _EMPHASIS.sub(r"\2", text)) != text:
        text = plain
    return (Span(text=text),) if text else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """What both parts of the body hold."""

    sections: tuple[Section, ...] = ()
    steps: tuple[Step, ...] = ()
    steps_from_howto: bool = False


def _read_body(parts: Parts, names: tuple[str, ...], found: Findings) -> _Body:
    """Read both parts of the body into sections and steps; `names` are ways to write the exercise's name."""
    if len(parts.body.encode("utf-8", "surrogatepass")) > MAX_BODY:
        hint = "a card holds a page: shorten the guide"
        found.error("too-large", f"the body has more than {MAX_BODY // 1024} KB", line=parts.body_line, hint=hint)
        return _Body()
    body = split_body(parts.body, parts.body_line, found)
    nodes = read_markdown(body.main, first_line=body.main_line, found=found, links=body.links)
    drafts = read_sections(nodes, names, found)
    steps: tuple[Step, ...] = ()
    if body.howto is not None:
        nodes = read_markdown(body.howto, first_line=body.howto_line, found=found, links=body.links)
        steps, boxes = steps_from_howto(nodes, found)
        drafts += boxes
        _report_steps(steps, body.howto_line, found)
    report_unused(parts.body, body.links, body.main_line, found)
    if steps:
        return _Body(sections=finish(drafts), steps=steps, steps_from_howto=True)
    steps = steps_from_sections(drafts, found)
    if not steps and not found.has_errors():
        hint = 'write "<!-- howto -->" and under it "### Name" and text for each step, or a numbered list under "## Execution"'
        found.error("no-steps", "the guide holds no steps", hint=hint)
    return _Body(sections=finish(drafts), steps=steps)


def _report_steps(steps: tuple[Step, ...], line: int, found: Findings) -> None:
    if not steps:
        hint = 'write "### Name" and text under it for each step; until then they come from the execution'
        found.warn("empty-howto", "the how-to part holds no steps", line=line - 1, hint=hint)
    for step in steps:
        if step.name and not step.blocks:
            hint = "say how it is done, or delete the heading"
            found.warn("empty-step", f'the step "{step.name}" has no text', line=step.location.line, hint=hint)
