"""A guide in, its running text piece by piece out, each with its place. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cardgen.guide.model import Block, Guide, Item, ItemList, Paragraph, plain_text
from cardgen.values.errors import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, or a point of a list without its bold lead-in, which is a heading rather than part of a sentence."""

    text: str
    location: Location


def pieces_of(guide: Guide) -> tuple[Piece, ...]:
    """Return the text of a guide, each piece once: steps of the execution list stand in a section too."""
    blocks = [*(section.blocks for section in guide.sections), *(step.blocks for step in guide.steps)]
    body = (piece for part in blocks for piece in pieces_of_blocks(part))
    fronts = (("description", plain_text(guide.description)), ("note", guide.note))
    front = (Piece(text=text, location=guide.at(key)) for key, text in fronts if text)
    return tuple(dict.fromkeys((*front, *body)))


def text_of(block: Block) -> str:
    """Return all words of a block."""
    match block:
        case Paragraph(text=text):
            return plain_text(text)
        case ItemList(items=items):
            return " ".join(_text_of_item(item) for item in items)


def _text_of_item(item: Item) -> str:
    return " ".join((plain_text(item.text), *map(_text_of_item, item.children)))


def pieces_of_blocks(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yield the text of blocks, nested points in their order."""
    for block in blocks:
        match block:
            case Paragraph(text=text, location=location):
                yield Piece(text=plain_text(text), location=location)
            case ItemList(items=items):
                yield from _pieces_of_items(items)


def _pieces_of_items(items: Iterable[Item]) -> Iterator[Piece]:
    for item in items:
        if text := plain_text(item.rest):
            yield Piece(text=text, location=item.location)
        yield from _pieces_of_items(item.children)
