"""Guides with photographs, from the command line: what is told, and what is made all the same."""

import json
from dataclasses import replace

import pytest

import cardgen
from cardgen.display import Image, Mark, Negative, Role
from cardgen.layout.cards.fit import fit_card
from cardgen.pictures import open_photos
from cardgen.pipeline import stages
from cardgen.values.geometry import Rect
from cardgen.values.notes import LeftOut
from tests.drawn import noise, png_that_claims, saved
from tests.quick import mostly_slow

GUIDE = "content/pullthrough_band.md"


@pytest.fixture
def photo(content, make_guide):
    """Return a function that puts a file beside a guide that names it, in line 6."""

    def write(data, name="shots/start.jpg", more=""):
        path = content / name
        path.parent.mkdir(exist_ok=True)
        if data is not None:
            path.write_bytes(data)
        make_guide(
            content / "pullthrough_band.md", title="Pull Through", equipment="Band", more=f"image: {name}\n{more}"
        )
        return path

    return write


def test_a_good_photograph_is_no_news(terminal, photo):
    photo(saved(noise(), "JPEG"))
    assert terminal.run("check", "--strict").stdout == "3 guides checked: no problems\n"


def test_a_missing_photograph_is_a_warning_with_the_nearest_name_and_fails_only_strictly(terminal, photo):
    photo(saved(noise(), "JPEG"), "shots/strat.jpg")
    photo(None, "shots/start.jpg")
    for arguments, exit_code in (((), 0), (("--strict",), 1)):
        assert terminal.run("check", *arguments, exit_code=exit_code).stdout.splitlines() == [
            f"{GUIDE}:6: warning: content/shots/start.jpg: no such image",
            '  hint: did you mean "strat.jpg"?',
            "",
            "3 guides checked: 1 warning",
        ]
    terminal.run("render")
    assert (terminal.folder / "output" / "pullthrough_band.pdf").exists()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (saved(noise(), "GIF"), "the file is a GIF, not PNG, JPEG, WebP, AVIF, HEIC or SVG"),
        (b"", "the file is empty"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "the file is PostScript, not PNG, JPEG, WebP, AVIF, HEIC or SVG"),
        (png_that_claims(60_000, 60_000), "the image has more than 40 million pixels"),
        (saved(noise(), "JPEG")[:4000], "the image is damaged: "),
    ],
)
def test_any_other_fault_is_an_error_of_that_guide_alone(terminal, photo, data, message):
    photo(data)
    lines = terminal.run("check", exit_code=1).stdout.splitlines()
    assert lines[0].startswith(f"{GUIDE}:6: content/shots/start.jpg: {message}")
    assert lines[-1] == "3 guides checked: 1 error"
    terminal.run("render", exit_code=1)
    assert sorted(path.stem for path in (terminal.folder / "output").glob("*.pdf")) == [
        "goodmorning_barbell",
        "hipbridge_bodyweight",
    ]
    assert terminal.json("booklet", exit_code=1)["failed"] == [GUIDE]


def test_a_name_that_leads_out_is_a_warning_at_its_line(terminal, photo):
    photo(None, "../start.jpg")
    problem = terminal.json("check")["problems"][0]
    assert (problem["code"], problem["line"], problem["severity"]) == ("image-path", 6, "warning")


@pytest.mark.parametrize("jobs", mostly_slow(["1", "2"], every=2))
def test_photographs_beside_guides_are_found_whatever_the_processes(terminal, content, jobs):
    (content / "images").mkdir()
    (content / "images" / "pullthrough_band-2.jpg").write_bytes(b"GIF89a")
    lines = terminal.run("check", "-j", jobs, exit_code=1).stdout.splitlines()
    assert lines[0].startswith(f"{GUIDE}: content/images/pullthrough_band-2.jpg: the file is a GIF")


def test_the_manifest_tells_when_a_photograph_is_another_one(terminal, photo):
    def digest():
        terminal.run("render")
        cards = json.loads((terminal.folder / "output" / "cardgen-manifest.json").read_text())["cards"]
        return {card["stem"]: (card["guide_sha256"], card["photos_sha256"]) for card in cards}

    path = photo(saved(noise(), "JPEG"))
    before = digest()
    assert before["goodmorning_barbell"][1] == ""
    assert digest() == before
    path.write_bytes(saved(noise((200, 200)), "JPEG"))
    after = digest()
    assert after["pullthrough_band"][0] == before["pullthrough_band"][0]
    assert after["pullthrough_band"][1] != before["pullthrough_band"][1]


def test_a_library_call_opens_the_photographs_too(terminal, photo):
    photo(saved(noise((400, 300)), "JPEG"), more='captions: ["Top"]\n')
    guide = cardgen.load(GUIDE)
    (opened,), problems = open_photos(guide)
    assert (opened.negative, opened.caption, problems) == (
        Negative(file="content/shots/start.jpg", columns=400, rows=300),
        "Top",
        (),
    )
    photo(b"")
    assert [problem.code for problem in cardgen.check(guide)] == ["image"]
    with pytest.raises(cardgen.GuideError, match="the file is empty"):
        cardgen.render(guide)


# --- photographs that a card has no room for ------------------------------------------------------------------------------


def test_a_small_card_has_photographs_too(terminal, photo):
    photo(saved(noise(), "JPEG"))
    assert terminal.json("check", GUIDE, "--size", "a6")["problems"] == []


def test_photographs_that_had_to_be_left_out_are_a_warning(terminal, photo, monkeypatch):
    photo(saved(noise(), "JPEG"))
    monkeypatch.setattr(
        "cardgen.layout.cards.sides.fit_card",
        lambda *args, **how: replace(fit_card(*args, **how), notes=(LeftOut.PHOTOS,)),
    )
    told = terminal.run("check", GUIDE).stdout
    assert f"{GUIDE}: warning: the photographs were left out, so that the card fits" in told
    assert "  hint: shorten the description or the steps, or take a larger sheet" in told


# --- damage that shows only when a photograph is decoded ------------------------------------------------------------------


@pytest.fixture
def damaged_inside(photo, monkeypatch):
    """A photograph with a good header and a good end, on a card that has it in a corner."""
    data = bytearray(saved(noise()))
    at = data.index(b"IDAT") + 2000
    data[at : at + 400] = b"\0" * 400
    photo(bytes(data), "shots/start.png")
    plain = stages.lay_out

    def lay_out(guide, *given, **how):
        (page,), problems = plain(guide, *given, **how)
        for opened in open_photos(guide)[0]:
            mark = Mark(role=Role.LOGO, order=900, alternative="The start")
            image = Image(rect=Rect(x=300, y=20, width=80, height=60), pixels=opened.negative, mark=mark)
            page = replace(page, items=(*page.items, image))
        return (page,), problems

    monkeypatch.setattr("cardgen.pipeline.stages.lay_out", lay_out)
    monkeypatch.setattr("cardgen.bundle.booklet.lay_out", lay_out)


def test_check_and_render_tell_damage_inside_a_photograph(terminal, damaged_inside):
    told = f"{GUIDE}:6: content/shots/start.png: the image is damaged: "
    assert terminal.run("check", exit_code=1).stdout.startswith(told)
    assert terminal.run("render", exit_code=1).stderr.startswith(told)


def test_a_booklet_is_planned_again_without_a_guide_whose_photograph_is_damaged_inside(
    terminal, damaged_inside, content
):
    made = terminal.json("booklet", exit_code=1)
    assert [(card["stem"], card["page"]) for card in made["cards"]] == [
        ("goodmorning_barbell", made["cards"][0]["page"]),
        ("hipbridge_bodyweight", made["cards"][0]["page"] + 1),
    ]
    assert [problem["code"] for problem in made["problems"]] == ["image"]
    with_damage = (terminal.folder / "output" / "booklet.pdf").read_bytes()
    (content / "pullthrough_band.md").unlink()
    terminal.run("booklet")
    assert (terminal.folder / "output" / "booklet.pdf").read_bytes() == with_damage


def test_photographs_of_a_booklet_are_developed(terminal, damaged_inside, content):
    noise().save(content / "shots" / "start.png")
    assert len(terminal.json("booklet")["cards"]) == 3
    assert b"/DCTDecode" in (terminal.folder / "output" / "booklet.pdf").read_bytes()
