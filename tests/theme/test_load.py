"""Themes from files: what is taken, what is refused and what is offered instead."""

import pytest

from cardgen.display import Color
from cardgen.theme import PETROL, THEMES, load_theme, named_theme, pairs
from cardgen.values.errors import UsageError

GOOD = 'band = "#203a1c"\naccent = "#f2d544"\n'


@pytest.fixture
def theme(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def load(text):
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return load_theme(path.relative_to(tmp_path))

    return load


@pytest.fixture
def refused(theme):
    def load(text):
        with pytest.raises(UsageError) as caught:
            theme(text)
        return str(caught.value)

    return load


def test_band_and_accent_are_taken_as_they_are(theme):
    found = theme(GOOD)
    assert (found.name, found.band.hex(), found.accent.hex()) == ("mine", "#203a1c", "#f2d544")
    assert found.tips == PETROL.tips


def test_a_theme_may_have_a_name_and_colours_for_boxes(theme):
    found = theme(f'name = "Moss"\n{GOOD}[tips]\nground = "#eef6ff"\nsign = "#2050a0"\nheading = "#103060"\n')
    assert found.name == "Moss"
    assert [color.hex() for color in (found.tips.ground, found.tips.sign, found.tips.heading)] == [
        "#eef6ff",
        "#2050a0",
        "#103060",
    ]


def test_colours_of_a_box_that_are_not_given_are_moved_until_they_can_be_read(theme):
    found = theme(f'{GOOD}[tips]\nground = "#86b89a"\n')
    assert found.tips.ground.hex() == "#86b89a"
    assert found.tips.sign != PETROL.tips.sign
    assert [pair for pair in pairs(found) if not pair.passes] == []


def test_a_band_too_light_is_refused_with_the_nearest_that_passes(refused, theme):
    message = refused('band = "#3f9fe0"\naccent = "#ffffff"\n')
    assert message.startswith("mine.toml:1: band: #3f9fe0 is too hard to read: ")
    assert "at least 4.5 is needed\n  hint: the nearest colour that passes is " in message
    offered = message.rpartition('"#')[2].rstrip('"')
    assert theme(f'band = "#{offered}"\naccent = "#ffffff"\n').band.hex() == f"#{offered}"


def test_an_accent_too_dark_is_refused_with_the_nearest_that_passes(refused, theme):
    message = refused('band = "#12343b"\naccent = "#8a6420"\n')
    assert message.startswith(
        "mine.toml:2: accent: #8a6420 is too hard to read: the accent on the band #12343b has a contrast of "
    )
    offered = message.rpartition('"#')[2].rstrip('"')
    assert theme(f'band = "#12343b"\naccent = "#{offered}"\n').accent.hex() == f"#{offered}"


def test_every_colour_that_fails_is_told_at_once(refused):
    message = refused(
        f'{GOOD}tips = {{ heading = "#88ccaa" }}\n[safety]\nsign = "#ffcc00"\n[mistakes]\nground = "#400000"\n'
    )
    assert "mine.toml:3: tips.heading: #88ccaa" in message
    assert "mine.toml:5: safety.sign: #ffcc00" in message
    assert "mine.toml:7: mistakes.ground: #400000" in message
    assert message.count("hint: the nearest colour that passes is") == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('bnad = "#123456"\n', 'mine.toml:1: unknown key "bnad"\n  hint: did you mean "band"? keys: name, band'),
        (f'{GOOD}[tip]\nsign = "#123456"\n', 'mine.toml:3: unknown key "tip"\n  hint: did you mean "tips"?'),
        (
            f'{GOOD}[tips]\nsing = "#123456"\n',
            'mine.toml:4: unknown key "sing" in [tips]\n  hint: did you mean "sign"?',
        ),
        ('accent = "#f2b544"\n', 'mine.toml: the theme has no key "band"\n  hint: such as: band = "#12343b"'),
        ('band = "#12343b"\n', 'mine.toml: the theme has no key "accent"'),
        ('band = "petrol"\n', 'mine.toml:1: "petrol" is not a colour\n  hint: write # and six digits'),
        ("band = 12\n", "mine.toml:1: band must be a text in quotes"),
        (f"{GOOD}name = 1\n", "mine.toml:3: name must be a text in quotes"),
        (f'{GOOD}tips = "#123456"\n', 'mine.toml:3: "tips" is not a table'),
        ("band = #12343b\n", "mine.toml:1: invalid value"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_line(refused, text, message):
    assert refused(text).startswith(message)


def test_a_name_is_that_of_a_theme_or_a_file(theme, tmp_path):
    assert named_theme(" Night ") is THEMES["night"]
    theme(GOOD)
    assert named_theme("mine.toml").band == Color.from_hex("#203a1c")


def test_an_unknown_name_offers_the_nearest(tmp_path):
    with pytest.raises(UsageError, match='unknown theme "oxblod"') as caught:
        named_theme("oxblod")
    assert caught.value.hint.startswith('did you mean "oxblood"? themes: petrol, night, oxblood, graphite, or a file')


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.toml: no such theme file"):
        named_theme((tmp_path / "nowhere.toml").as_posix())
