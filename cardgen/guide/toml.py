"""TOML front matter in, the same keys as YAML on the same lines out: what follows reads one syntax."""

from __future__ import annotations

import json
import re
import tomllib

_KEY = re.compile(r"\s*(?:\[+\s*)?[\"']?(?P<key>[^\"'=\[\].]+?)[\"']?\s*(?:[.=\]]|$)")


def yaml_of_toml(text: str) -> str:
    """Return TOML as YAML with each key of the top on its line; raise ValueError where it is none."""
    values = tomllib.loads(text)
    lines = ["" for _ in text.split("\n")]
    left = dict(values)
    for number, line in enumerate(text.split("\n")):
        match = _KEY.match(line)
        if match and match["key"] in left:
            lines[number] = _pair(match["key"], left.pop(match["key"]))
    tail = [_pair(key, value) for key, value in left.items()]
    return "\n".join([*lines, *tail])


def _pair(key: str, value: object) -> str:
    return f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False, default=str)}"
