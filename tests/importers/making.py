"""Collections made up on the spot: records of their own, photographs drawn here."""

from __future__ import annotations

import io
import json
from pathlib import Path

from PIL import Image

RECORD = {
    "id": "Wall_Lean",
    "name": "Wall Lean",
    "force": "push",
    "level": "beginner",
    "mechanic": "compound",
    "equipment": "body only",
    "primaryMuscles": ["calves"],
    "secondaryMuscles": ["glutes", "calves"],
    "instructions": [
        "Face a wall at the length of your arms. Put both palms flat on it. This will be your starting position.",
        "Lean in until your nose is a hand away from the wall. Tip: Let the elbows point at the floor.",
        "Push off again and stand tall.",
    ],
    "category": "strength",
    "images": ["Wall_Lean/0.jpg", "Wall_Lean/1.jpg"],
}

WGER = {
    "id": 77,
    "uuid": "0a1b2c3d-0000-4000-8000-00000000004d",
    "category": {"id": 9, "name": "Legs"},
    "muscles": [{"id": 10, "name": "Quadriceps femoris", "name_en": "Quads"}],
    "muscles_secondary": [{"id": 3, "name": "Serratus anterior", "name_en": ""}],
    "equipment": [{"id": 2, "name": "SZ-Bar"}, {"id": 8, "name": "Bench"}],
    "license": {
        "id": 2,
        "full_name": "Creative Commons Attribution Share Alike 4",
        "short_name": "CC-BY-SA 4",
        "url": "https://creativecommons.org/licenses/by-sa/4.0/deed.en",
    },
    "license_author": "Jane Doe",
    "images": [{"image": "https://example.com/never-fetched.png"}],
    "videos": [],
    "translations": [
        {
            "language": 2,
            "name": "Bench Hop",
            "description": "<p>Stand beside the bench.</p><ol><li>Bend your knees.</li><li>Hop over &amp; land softly.</li></ol>",
            "license": 2,
            "license_author": "John Roe",
            "notes": [{"comment": "Land on both feet."}],
        },
        {"language": 1, "name": "Bankhüpfer", "description": "<p>Stell dich neben die Bank. Spring hinüber.</p>"},
    ],
}


def picture(colour: str = "teal", kind: str = "JPEG") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(data, kind)
    return data.getvalue()


def record(**changes) -> dict:
    return {**RECORD, **changes}


def wger_record(text: dict | None = None, **changes) -> dict:
    """An exercise of wger; `text` changes its English translation."""
    translations = [{**WGER["translations"][0], **(text or {})}, *WGER["translations"][1:]]
    return {**WGER, "translations": translations, **changes}


def lay_out(root: Path, *records: dict, photos: bool = True) -> Path:
    """Write records as the collection has them: exercises/ID.json beside ID/0.jpg."""
    folder = root / "exercises"
    folder.mkdir(parents=True, exist_ok=True)
    for number, it in enumerate(records):
        name = it.get("id") if isinstance(it, dict) else None
        name = name if isinstance(name, str) and name.isascii() and name.replace("_", "").isalnum() else f"odd{number}"
        (folder / f"{name}.json").write_text(json.dumps(it), encoding="utf-8")
        if photos:
            (folder / name).mkdir(exist_ok=True)
            for at, colour in enumerate(("teal", "tomato")):
                (folder / name / f"{at}.jpg").write_bytes(picture(colour))
    return root
