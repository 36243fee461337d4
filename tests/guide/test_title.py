"""Titles and equipment, read off file names and texts written for these tests."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cardgen.guide import read_guide
from cardgen.guide.findings import Findings
from cardgen.guide.front import Front
from cardgen.guide.headings import headings_for
from cardgen.guide.model import Origin
from cardgen.guide.title import name_guide

SHARED = Path(__file__).resolve().parents[3] / "shared"


def named(stem, description="", body="", **given):
    return name_guide(
        stem,
        front=Front(texts={"description": description, **given}),
        body=body,
        headings=headings_for("en"),
        found=Findings("x.md"),
    )


NAMES = {
    "lyinglegcurl_leveragemachine": "Lying Leg Curl",
    "tbarrow_landmine": "T Bar Row",
    "closegripbenchpress_barbell": "Close Grip Bench Press",
    "bentoveronearmrow_dumbbell": "Bent Over One Arm Row",
    "pikepushup_bodyweight": "Pike Push Up",
    "vup_bodyweight": "V Up",
    "overheadtricepsextension_cable": "Overhead Triceps Extension",
    "skullcrusher_ezbar": "Skull Crusher",
    "cleanandjerk_barbell": "Clean and Jerk",
    "turkishgetup_kettlebell": "Turkish Get Up",
    "singlelegromaniandeadlift_dumbbell": "Single Leg Romanian Deadlift",
    "zottmancurl_dumbbell": "Zottman Curl",
    "lowtohighfly_cable": "Low to High Fly",
    "skinthecat_rings": "Skin the Cat",
    "trapbardeadlift_trapbar": "Trap Bar Deadlift",
    "ballslams_medicineball": "Ball Slams",
    "kettlebellswing_kettlebell": "Kettlebell Swing",
    "pallofpress_band": "Pallof Press",
    "superman_bodyweight": "Superman",
    "hackslide_sled": "Hack Slide",
    "calfpress_smith": "Calf Press",
    "frontraise_plate": "Front Raise",
}
EQUIPMENT = {
    "leveragemachine": "Leverage Machine",
    "ezbar": "EZ Bar",
    "trapbar": "Trap Bar",
    "medicineball": "Medicine Ball",
    "smith": "Smith Machine",
}
SHAPES = {
    "as it is": "Grow strong with the {eq} {name}, moving under control.",
    "without equipment": "The {name} trains the whole body, from the floor up.",
    "equipment behind": "Grow strong with the {name} {eq}, a steady builder.",
    "equipment between": "Grow strong with the {first} {eq} {rest}, a steady builder.",
    "in lower case": "Use the {lower} to grow strong, and take your time.",
    "hyphenated": "Grow strong with the {eq} {hyphens}, moving under control.",
    "sentence start": "{eq} {name} for strong people.",
}


def key(text):
    return re.sub(r"[^a-z0-9]", "", text.lower())


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize("stem", NAMES)
def test_the_words_of_the_description_part_the_name(stem, shape):
    name, suffix = NAMES[stem], stem.rpartition("_")[2]
    equipment = EQUIPMENT.get(suffix, suffix.capitalize())
    first, _, rest = name.partition(" ")
    described = shape.format(
        eq=equipment, name=name, first=first, rest=rest, lower=name.lower(), hyphens=name.replace(" ", "-")
    )
    got = named(stem, described)
    assert got.title.replace("-", " ").lower() == name.lower()
    assert (got.equipment, got.equipment_origin, got.title_origin) == (equipment, Origin.FILE_NAME, Origin.DESCRIPTION)


@pytest.mark.parametrize("stem", NAMES)
def test_the_words_of_the_body_part_the_name(stem):
    got = named(stem, "A calm way to grow strong.", f"## Setup\nFor the {NAMES[stem].lower()}, stand on the mat.\n")
    assert got.title.replace("-", " ").lower() == NAMES[stem].lower()


@pytest.mark.parametrize(
    ("stem", "description", "title"),
    [
        ("benchpressclosegrip_ezbar", "Learn the EZ Bar Close Grip Bench Press.", "Close Grip Bench Press"),
        ("benchpressclosegrip_ezbar", "Learn the Close Grip EZ Bar Bench Press.", "Close Grip Bench Press"),
        ("benchpressclosegrip_ezbar", "try the close-grip bench press today", "Close-Grip Bench Press"),
        ("rowseatedwide_cable", "The Wide Seated Row is good.", "Wide Seated Row"),
        ("rowbent_barbell", "The Bent Barbell Row.", "Bent Row"),
        ("squatfront_barbell", "Squat low, in front of a mirror.", "Squat Front"),
        ("legpress_smith", "Press with one leg.", "Leg Press"),
        ("pushup_band", "The Band Push-Up.", "Push-Up"),
        ("pushup_band", "Band push ups for all.", "Push Up"),
        ("pushup_band", "The Band Pushup.", "Pushup"),
        ("ezcurl_ezbar", "The EZ Curl.", "EZ Curl"),
        ("trxrow_suspension", "The TRX Row.", "TRX Row"),
        ("shrug_dumbbell", "DUMBBELL SHRUG FOR ALL", "Shrug"),
        ("farmerscarry_dumbbell", "The Farmer’s Carry.", "Farmer’s Carry"),
        ("curls_dumbbell", "The Dumbbell Curl.", "Curls"),
        ("lunge_dumbbell", "Dumbbell Lunges for all.", "Lunge"),
        ("pressoverhead_dumbbell", "", "Press Overhead"),
    ],
)
def test_order_capitals_and_hyphens_follow_the_description(stem, description, title):
    assert named(stem, description).title == title


@pytest.mark.parametrize(
    ("stem", "title", "equipment"),
    [
        ("goblet-squat_dumbbell", "Goblet Squat", "Dumbbell"),
        ("Goblet Squat", "Goblet Squat", ""),
        ("Goblet Squat (Smith Machine)", "Goblet Squat", "Smith Machine"),
        ("GobletSquat_Kettlebell", "Goblet Squat", "Kettlebell"),
        ("goblet_squat", "Goblet Squat", ""),
        ("single_arm_row_ez_bar", "Single Arm Row", "EZ Bar"),
        ("3-push-ups", "3 Push Ups", ""),
        ("03-push-ups", "Push Ups", ""),
        ("ball-slams-medicine-ball", "Ball Slams", "Medicine Ball"),
        ("battle-ropes", "Battle Ropes", ""),
        ("overhead-press_barbell", "Overhead Press", "Barbell"),
        ("step-to-bench_box", "Step to Bench", "Box"),
        ("walk_vikingbar", "Walk Vikingbar", ""),
    ],
)
def test_words_that_the_file_name_shows_are_kept(stem, title, equipment):
    got = named(stem)
    assert (got.title, got.equipment) == (title, equipment)


def test_without_a_suffix_the_equipment_is_that_of_the_description():
    got = named("gobletsquat", "Grow with the Smith Machine Goblet Squat.")
    assert (got.title, got.equipment, got.equipment_origin) == ("Goblet Squat", "Smith Machine", Origin.DESCRIPTION)
    assert named("gobletsquat", "Grow with the Goblet Squat.").equipment_origin is Origin.NONE


@pytest.mark.parametrize("stem", ["IMG_0042", "guide17", "xqzw", "新しい"])
def test_a_name_that_matches_nothing_gives_the_words_that_the_description_capitalises(stem):
    got = named(stem, "Grow steady legs with the Barbell Front Squat, for all.")
    assert (got.title, got.title_origin) == ("Barbell Front Squat", Origin.DESCRIPTION)


@pytest.mark.parametrize(
    ("stem", "title"), [("IMG_0042", "IMG 0042"), ("guide17", "Guide 17"), ("xqzw", "Xqzw"), ("", "Untitled")]
)
def test_without_description_the_file_name_is_made_readable(stem, title):
    got = named(stem, "for all of us")
    assert (got.title, got.title_origin) == (title, Origin.FILE_NAME)


def test_given_values_always_win_and_are_not_told():
    found = Findings("x.md")
    front = Front(texts={"title": "My own", "equipment": "A chair", "description": "The Band Row."})
    got = name_guide("row_band", front=front, body="", headings=headings_for("en"), found=found)
    assert (got.title, got.title_origin) == ("My own", Origin.GIVEN)
    assert (got.equipment, got.equipment_origin) == ("A chair", Origin.GIVEN)
    assert found.problems() == ()


@pytest.mark.parametrize(
    ("stem", "description", "source"),
    [
        ("closerow_band", "The Band Close Row.", "the file name and the description"),
        ("closerow_band", "Good.", "the file name"),
        ("xqzw_band", "Grow with the Close Row.", "the description"),
    ],
)
def test_an_inferred_title_is_told_with_its_source(stem, description, source):
    found = Findings("x.md")
    title = name_guide(
        stem, front=Front(texts={"description": description}), body="", headings=headings_for("en"), found=found
    ).title
    (problem,) = found.problems()
    assert problem.code == "inferred-title"
    assert problem.message == f'the title "{title}" was read from {source}'
    assert f'title: "{title}"' in problem.hint


def truth():
    path = SHARED / "facts" / "sample-titles.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}


@pytest.mark.skipif(not truth(), reason="the guides to test with stand beside a checkout of their own")
@pytest.mark.parametrize("stem", truth())
def test_titles_of_real_guides(stem):
    guide = read_guide(SHARED / "guides" / f"{stem}.md")
    want = truth()[stem]
    assert sorted(key(guide.title)) == sorted(key(want["name"]))
    assert abs(len(re.findall(r"\w+", guide.title)) - len(want["name"].split())) <= 1
    assert guide.equipment == want["equipment"]
