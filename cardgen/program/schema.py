"""The types of `file` in, a JSON Schema out, by which editors complete and check what is typed. Knows no editor."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from cardgen.program.file import ProgramFile

SCHEMA_NAME = "program.schema.json"
"""It lies beside the programs, so that their first line can name it wherever the folder is."""
FIRST_LINE = f"# yaml-language-server: $schema={SCHEMA_NAME}"
"""How the YAML extensions of editors learn which schema a file has."""


def json_schema() -> dict[str, Any]:
    """Return what may stand in a program file as a JSON Schema (draft 2020-12)."""
    _, parts = msgspec.json.schema_components([ProgramFile], ref_template="#/$defs/{name}")
    definitions = {name.removesuffix("Entry"): _tidied(part) for name, part in sorted(parts.items())}
    for part in definitions.values():
        del part["title"]  # the name of a class
    top = definitions.pop("ProgramFile")
    one_of = [{"required": [key]} for key in ("days", "blocks", "exercises", "circuit")]
    schema = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": schema, "title": "cardgen program", **top, "oneOf": one_of, "$defs": definitions}


def schema_text() -> str:
    """Return the schema as a file has it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _tidied(part: Any) -> Any:
    """Return a part as short as it can be said: alternatives of plain types as one list of types, no default of null."""
    if isinstance(part, list):
        return [_tidied(it) for it in part]
    if not isinstance(part, dict):
        return part
    tidy = {key: _tidied(value) for key, value in part.items() if (key, value) != ("default", None)}
    if "$ref" in tidy:
        tidy["$ref"] = tidy["$ref"].removesuffix("Entry")
    if isinstance(items := tidy.get("items"), dict):
        tidy["items"] = _without_null(items)
    return _merged(tidy, tidy.pop("anyOf")) if "anyOf" in tidy else tidy


def _merged(whole: dict[str, Any], choices: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a value that may be of several types; those that are no mapping are said together."""
    types: list[str] = []
    plain: dict[str, Any] = {}
    others: list[dict[str, Any]] = []
    for choice in choices:
        kinds = choice.get("type", "object")
        if kinds == "object" or "anyOf" in choice:
            others.append(choice)
            continue
        types += [kinds] if isinstance(kinds, str) else kinds
        plain |= {key: value for key, value in choice.items() if key != "type"}
    if "number" in types:  # whole numbers among them
        types.remove("integer")
    kind: Any = types[0] if len(types) == 1 else types
    if others:
        return whole | {"anyOf": [*others, {"type": kind, **plain}]}
    return {**whole, "type": kind, **plain}


def _without_null(items: dict[str, Any]) -> dict[str, Any]:
    """Return what an entry of a list may be; reading tells of an empty one, so it is no part of the file's shape."""
    choices = [{**choice} for choice in items.get("anyOf", ())]
    for choice in choices:
        kinds = choice.get("type", ())
        if "null" in kinds:
            left = [kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind != "null"]
            choice["type"] = left[0] if len(left) == 1 else left
    kept = [choice for choice in choices if choice.get("type") != []]
    if not choices:
        return items
    return kept[0] if len(kept) == 1 else {**items, "anyOf": kept}
