"""What may stand in the front matter: its keys, and what else people call them."""

from __future__ import annotations

import re
from collections.abc import Mapping

MUSCLES, SECONDARY, VIDEO, HEADINGS = "muscles", "secondary", "video", "headings"
TOLD = ("steps", "tips", "mistakes", "safety")
"""What may stand in the front matter in place of a section of the body."""
LISTS = (MUSCLES, "tags", "images", "captions", *TOLD)
TEXTS = (
    VIDEO,
    "description",
    "title",
    "equipment",
    "level",
    "position",
    "movement",
    "image",
    "image_alt",
    "lang",
    "license",
    "source",
    "note",
)
KEYS = (*TEXTS, *LISTS, HEADINGS)

ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": (
        *("name", "exercise", "exercise_name", "exercise_title", "titel", "nombre", "titulo", "nome", "nom", "titre"),
        *("nome_esercizio", "nombre_ejercicio", "nom_exercice", "nome_exercicio", "nazwa", "nazev", "название"),
    ),
    "description": (
        *("summary", "excerpt", "desc", "short_description", "beschreibung", "descripcion", "descrizione", "descricao"),
        *("intro", "opis", "popis", "beskrivning", "beskrivelse", "omschrijving", "описание", "aciklama", "descriere"),
    ),
    VIDEO: (
        *(
            "video_url",
            "video_id",
            "video_link",
            "youtube",
            "youtube_url",
            "youtube_id",
            "youtube_link",
            "youtube_video",
        ),
        *("yt", "vimeo", "vimeo_url", "vimeo_id", "videos", "video_embed", "embed_url"),
    ),
    "equipment": (
        *("equipment_needed", "required_equipment", "gear", "equipments", "equipamiento", "equipo", "attrezzatura"),
        *("material", "ausrüstung", "gerät", "geräte", "hilfsmittel", "sprzęt", "оборудование", "инвентарь", "ekipman"),
        *("utrustning", "udstyr", "vybavení", "echipament", "equipement", "équipement", "equipamento", "benodigdheden"),
    ),
    "level": (
        *("difficulty", "difficulty_level", "skill_level", "experience_level", "niveau", "nivel", "livello", "poziom"),
        *("schwierigkeit", "schwierigkeitsgrad", "dificultad", "dificuldade", "difficolta", "difficoltà", "difficulté"),
    ),
    MUSCLES: (
        *("primary_muscles", "primary_muscle", "muscles_primary", "target_muscles", "target_muscle", "muscles_worked"),
        *("exercise_muscles", "targets", "target", "primary", "muscle", "muscle_groups", "muscle_group", "músculos"),
        *("musculos", "muskeln", "muskelgruppen", "muscoli", "mięśnie", "мышцы", "body_parts", "body_part", "bodypart"),
    ),
    SECONDARY: (
        SECONDARY,
        "secondary_muscles",
        "secondary_muscle",
        "muscles_secondary",
        "synergists",
        "synergist_muscles",
    ),
    "images": ("photos", "pictures"),
    "image": ("img", "photo", "picture"),
    "lang": ("language", "locale"),
    "license": ("licence",),
    "steps": ("instructions", "instruction", "how_to", "howto", "execution", "directions", "procedure"),
    "tips": ("hints", "cues", "coaching_cues", "form_cues", "form_tips", "key_points", "pro_tips", "tip"),
    "mistakes": ("common_mistakes", "errors", "common_errors", "faults", "common_faults", "mistake"),
    "safety": ("warnings", "warning", "cautions", "caution", "contraindications", "precautions", "safety_notes"),
}
"""What people call the keys, as `plain_key` writes it; of several in one guide the first here counts."""
_MEANT = {alias: key for key, aliases in ALIASES.items() for alias in aliases} | {key: key for key in KEYS}
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])|[-\s.]+")


def plain_key(key: str) -> str:
    """Return a key in lower case, its words parted by an underscore: `primaryMuscles`, `Primary-Muscles`."""
    return _INNER.sub("_", key.strip()).casefold().strip("_")


def meant(key: str) -> str | None:
    """Return the key that is meant, without regard to case, dots, blanks and hyphens; None for one that is not known."""
    return _MEANT.get(plain_key(key))


def weight(key: str) -> int:
    """Return how early a key counts among those that mean the same: ours first, then its other names in their order."""
    plain = plain_key(key)
    wanted = _MEANT.get(plain, "")
    names = (wanted, *ALIASES.get(wanted, ()))
    return names.index(plain) if plain in names else len(names)
