"""The tables and keys of `cardgen.toml` in, a file with all of them off and a JSON Schema for editors out."""

from __future__ import annotations

from typing import Any

from cardgen.files.config import FILE_NAME, SCHEMA, Key

__all__ = ["FILE_NAME", "TEMPLATE", "json_schema"]

_HEAD = """\
# Settings for the cards of this folder. A line that starts with # is off: take the # away to turn it on.
# What may stand here, for editors: `cardgen schema config` prints it as a JSON Schema.
"""
_ABOUT = {
    "gym": "The gym's brand",
    "card": "How cards are made where the command line does not say",
    "colors": "Colours of the brand, in place of those of the theme",
    "headings": "What the headings of your guides mean, where cardgen asks",
}


def template() -> str:
    """Return a `cardgen.toml` with every key, all off."""
    tables = (
        f"\n[{table}]\n" + "".join(f"# {key.about}\n# {name} = {key.example}\n" for name, key in keys.items())
        for table, keys in SCHEMA.items()
    )
    return _HEAD + "".join(tables)


def json_schema() -> dict[str, Any]:
    """Return what may stand in the file as a JSON Schema (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE_NAME,
        "description": "Settings for the cards of a folder.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            table: {
                "type": "object",
                "description": f"{_ABOUT[table]}.",
                "additionalProperties": False,
                "properties": {name: _key_schema(key) for name, key in keys.items()},
            }
            for table, keys in SCHEMA.items()
        },
    }


def _key_schema(key: Key) -> dict[str, Any]:
    if key.kind is list:
        return {"type": "array", "items": {"type": "string"}, "description": key.about}
    schema: dict[str, Any] = {"type": "string", "description": key.about, "examples": [key.example.strip('"')]}
    if key.allowed:
        schema["enum"] = list(key.allowed)
    if key.pattern:
        schema["pattern"] = key.pattern
    return schema


TEMPLATE = template()
