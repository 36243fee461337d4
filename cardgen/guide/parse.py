"""A guide's file in, a Guide out: the stages of reading in their order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from cardgen.figure.movements import Family
from cardgen.guide.album import images_beside
from cardgen.guide.body import Body, lead_of, read_body
from cardgen.guide.detect import detect
from cardgen.guide.dialect import Mention, plain_markdown
from cardgen.guide.findings import Findings
from cardgen.guide.front import Front, read_front, split_front
from cardgen.guide.frontvalues import report_unused
from cardgen.guide.headings import headings_for
from cardgen.guide.keys import MUSCLES
from cardgen.guide.languages import Kind
from cardgen.guide.model import NO_MUSCLES, Guide, Inline, Muscles, Origin, Span, Video
from cardgen.guide.movement import Named, family_for, read_movement
from cardgen.guide.muscles.given import given_muscles
from cardgen.guide.muscles.passages import Passage, Place, passages_of
from cardgen.guide.muscles.read import counted, read_muscles
from cardgen.guide.photos import read_photos
from cardgen.guide.source import Source, read_source, source_of
from cardgen.guide.title import name_guide
from cardgen.guide.video import LocalVideoError, VideoError, read_video, remark_on

_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")


def read_guide(
    path: Path,
    *,
    shown: str | None = None,
    beside: tuple[str, ...] | None = None,
    declared: Mapping[str, Kind] = MappingProxyType({}),
) -> Guide:
    """Read a guide from its file; raise GuideError with every problem found when it cannot become a card.

    `beside` are the names of its images in the folder `images`, where whoever reads many guides has looked already;
    `declared` are headings with the kind of section that they are said to be over.
    """
    path = Path(path)
    source = read_source(path, shown=shown)
    found = images_beside([path]).get(path, ()) if beside is None else beside
    return _parse(source, path.parent, found, declared)


def parse_guide(text: str, *, path: str, stem: str) -> Guide:
    """Read a guide from its text; `path` stands in messages, `stem` is its file name without the ending.

    Photographs are those that the front matter names, in the folder of `path`.
    """
    return _parse(source_of(text, path=path, stem=stem), Path(path).parent, (), {})


def _parse(source: Source, folder: Path, beside: tuple[str, ...], declared: Mapping[str, Kind]) -> Guide:

    found = Findings(source.path)
    parts = split_front(source.text, found)
    if parts is None:
        found.raise_errors()
        raise AssertionError("front matter that cannot be cut off is an error")
    front = read_front(parts, found)
    plain = plain_markdown(parts.body, parts.body_line, found)
    parts = replace(parts, body=plain.text)
    language = front.text("lang") or detect(f"{front.text('description')}\n{parts.body}")
    declared = {**declared, **{name: Kind(kind) for kind, names in front.headings.items() for name in names}}
    named = name_guide(source.stem, front=front, body=parts.body, headings=headings_for(language), found=found)
    names = (named.title, f"{named.title} {named.equipment}")
    headings = headings_for(language, own=names, given=declared)
    video = _read_video(front, plain.videos, found)
    photos = read_photos(front, folder=folder, beside=beside, found=found)
    body = read_body(parts, front, names=names, headings=headings, links=plain.links, found=found)
    report_unused({key: line for key, line in front.unused.items() if key not in body.used}, found)
    passages = _passages(named.title, front, body, found)
    kind = _kind(named.title, named.equipment, language, passages)
    movement = read_movement(front, kind, found)
    muscles = _muscles(family_for(movement, kind), front, passages, language, found)
    found.raise_errors()
    description = front.text("description")
    return Guide(
        path=source.path,
        stem=source.stem,
        title=named.title,
        title_origin=named.title_origin,
        equipment=named.equipment,
        equipment_origin=named.equipment_origin,
        description=_read_description(description or lead_of(body.sections)),
        description_origin=Origin.GIVEN if description else Origin.TEXT,
        video=video,
        sections=body.sections,
        steps=body.steps,
        steps_from_howto=body.steps_from_howto,
        language=language,
        level=_level(front, found),
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


def _level(front: Front, found: Findings) -> str:
    """Return the level where it is a word: "3" says nothing on paper."""
    level = front.text("level")
    if level and not any(char.isalpha() for char in level):
        hint = "write a word, such as beginner"
        found.note("level", f'the level "{level}" is not printed', line=front.lines["level"], hint=hint)
        return ""
    return level


def _kind(title: str, equipment: str, language: str, passages: Sequence[Passage]) -> Named:
    """Return what a guide says of its movement."""
    return Named(
        title=title,
        equipment=equipment,
        language=language,
        told=counted(passages),
        texts=tuple(passage.text for passage in passages if passage.place in (Place.SETUP, Place.ACTION)),
    )


def _read_video(front: Front, mentions: Sequence[Mention], found: Findings) -> Video | None:
    """Return the video that the front matter names, or the only one that the body links to."""
    value = front.text("video")
    line = front.lines.get("video")
    if not value:
        if video := _video_of(mentions, found):
            return video
        if "video" not in front.broken:
            hint = 'add a line such as video: "VH4Bqn1FUhM"; the card is made without a code'
            found.warn("missing-video", "the guide names no video", line=line, hint=hint)
        return None
    if "video" in front.broken or value.casefold() == "none":
        return None
    try:
        video = read_video(value)
    except LocalVideoError as error:
        found.warn("video", f"{error}: the card is made without a code", line=line, hint=error.hint)
        return _video_of(mentions, found)
    except VideoError as error:
        found.error("video", str(error), line=line, hint=error.hint)
        return None
    message, hint = remark_on(video)
    if message:
        found.warn("insecure-video", message, line=line, hint=hint)
    return video


def _video_of(mentions: Sequence[Mention], found: Findings) -> Video | None:
    """Return the only video among the links of a body; of several it is asked which."""
    videos: dict[str, Video] = {}
    for mention in mentions:
        with suppress(VideoError):
            video = read_video(mention.url)
            videos.setdefault(video.youtube_id or video.url, video)
    if len(videos) > 1:
        named = ", ".join(video.label for video in videos.values())
        hint = "say which the code leads to: video: ... in the front matter"
        found.warn("several-videos", f"the text links to several videos: {named}", line=mentions[0].line, hint=hint)
        return None
    return next(iter(videos.values()), None)


def _passages(title: str, front: Front, body: Body, found: Findings) -> tuple[Passage, ...]:
    """Return all that may name a muscle."""
    name = Passage(text=title, place=Place.TITLE, location=found.at(front.lines.get("title")))
    lead = front.text("description")
    description = Passage(text=lead, place=Place.DESCRIPTION, location=found.at(front.lines.get("description")))
    return (name, description, *passages_of(body.sections, body.steps))


def _muscles(
    family: Family | None, front: Front, passages: tuple[Passage, ...], language: str, found: Findings
) -> Muscles:
    """Return the muscles that the front matter names, else those of the movement and of the text."""
    if MUSCLES in front.broken:
        return NO_MUSCLES
    given = given_muscles(front.muscles, found, language=language)
    if given.origin is Origin.GIVEN:
        return replace(given, action=family.action if family else given.action)
    return read_muscles(family, passages, language)


def _read_description(text: str) -> Inline:
    """Return the description as plain text; marks of emphasis round whole words go."""
    while (plain := _EMPHASIS.sub(r"\2", text)) != text:
        text = plain
    return (Span(text=text),) if text else ()
