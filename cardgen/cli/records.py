"""A guide in, the object that `--json` prints for it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cardgen.cli.report import problem_record
from cardgen.guide.model import Block, Guide, Item, ItemList, Muscles, Paragraph, Role, Step, plain_text

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome


def guide_record(outcome: Outcome) -> dict[str, Any]:
    """Return what is known of a guide; all but its file and problems is null or empty when it cannot be read."""
    record: dict[str, Any] = {"stem": outcome.file.stem, "path": outcome.file.shown}
    record |= _EMPTY if outcome.guide is None else _contents(outcome.guide)
    return record | {"problems": [problem_record(problem) for problem in outcome.problems]}


_EMPTY: dict[str, Any] = {
    "title": None,
    "title_origin": None,
    "equipment": None,
    "video": None,
    "youtube_id": None,
    "steps": [],
    "tips": [],
    "mistakes": [],
    "safety": [],
    "level": "",
    "position": "",
    "tags": [],
    "movement": None,
    "muscles": {"primary": [], "secondary": []},
    "lang": None,
}


def _contents(guide: Guide) -> dict[str, Any]:
    return {
        "title": guide.title,
        "title_origin": guide.title_origin.value,
        "equipment": guide.equipment,
        "video": guide.video.url if guide.video else None,
        "youtube_id": guide.video.youtube_id if guide.video else None,
        "steps": [{"name": step.name, "text": _step_text(step)} for step in guide.steps],
        "tips": _texts_of(guide, Role.TIPS),
        "mistakes": _texts_of(guide, Role.MISTAKES),
        "safety": _texts_of(guide, Role.NOT_FOR, Role.SAFETY),
        "level": guide.level,
        "position": guide.position,
        "tags": list(guide.tags),
        "movement": guide.movement.movement if guide.movement else None,
        "muscles": _muscles(guide.muscles),
        "lang": guide.language,
    }


def _muscles(muscles: Muscles) -> dict[str, list[str]]:
    """Return the ids of the map, each once and in the order of the guide; names that are not known have none."""
    primary = list(dict.fromkeys(group for muscle in muscles.primary for group in muscle.groups))
    secondary = dict.fromkeys(group for muscle in muscles.secondary for group in muscle.groups)
    return {"primary": primary, "secondary": [group for group in secondary if group not in primary]}


def _step_text(step: Step) -> str:
    return " ".join(text for block in step.blocks for text in _texts(block))


def _texts_of(guide: Guide, *roles: Role) -> list[str]:
    return [text for section in guide.with_role(*roles) for block in section.blocks for text in _texts(block)]


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield plain_text(block.text)
        case ItemList():
            for item in block.items:
                yield from _item_texts(item)


def _item_texts(item: Item) -> Iterator[str]:
    if text := plain_text(item.text):
        yield text
    for child in item.children:
        yield from _item_texts(child)
