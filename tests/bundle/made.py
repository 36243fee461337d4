"""Guides as values, made up on the spot."""

from __future__ import annotations

from cardgen.guide.model import Guide, Muscle, Muscles, Origin, Video


def guide(title="Long Hinge", equipment="Sandbag", **changes):
    stem = title.lower().replace(" ", "")
    fields = {
        "path": f"made/{stem}.md",
        "stem": stem,
        "title": title,
        "title_origin": Origin.GIVEN,
        "equipment": equipment,
        "equipment_origin": Origin.GIVEN,
        "description": (),
        "video": Video(url="https://youtu.be/Qk7_zR2-wXa", label="youtu.be/Qk7_zR2-wXa"),
        "sections": (),
        "steps": (),
        "steps_from_howto": True,
    }
    return Guide(**{**fields, **changes})


def muscles(*names):
    return Muscles(primary=tuple(Muscle(name=name) for name in names), origin=Origin.GIVEN)


def guides(*titles, **changes):
    return [guide(title, **changes) for title in titles]
