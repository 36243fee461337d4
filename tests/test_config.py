import re
import tomllib
from pathlib import Path

import pytest

from cardgen.compose import Detail
from cardgen.files.config import SCHEMA, Config, Web, load_config, read_web
from cardgen.files.config_template import TEMPLATE, json_schema
from cardgen.theme import NIGHT, Head, pairs
from cardgen.values.errors import Severity, UsageError
from cardgen.values.stock import Orientation, parse_sheet


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def load(text):
        path = tmp_path / "cardgen.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_config(path.relative_to(tmp_path))

    return load


def test_a_folder_without_settings_has_the_defaults(tmp_path):
    assert load_config(tmp_path / "cardgen.toml") == Config()


def test_name_and_size_are_read(config):
    read = config('[gym]\nname = "Corner & Sons"\n[card]\nsize = "a5"\n')
    assert (read.gym_name, read.card_size, read.problems) == ("Corner & Sons", "a5", ())


def test_an_empty_file_has_the_defaults(config):
    assert config("") == Config()


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(config):
    assert config('\ufeff[gym]\r\nname = "Corner"\r\n').gym_name == "Corner"


def test_an_unknown_key_warns_with_line_and_nearest(config):
    (problem,) = config('[gym]\nname = "Corner"\n\nnaem = "x"\n').problems
    assert problem.severity is Severity.WARNING
    assert str(problem.location) == "cardgen.toml:4"
    assert problem.message == 'unknown key "naem" in [gym]'
    assert problem.hint.startswith('did you mean "name"?')


def test_an_unknown_table_warns_with_line_and_nearest(config):
    (problem,) = config('# settings\n[crad]\nsize = "a5"\n').problems
    assert (str(problem.location), problem.message) == ("cardgen.toml:2", 'unknown table or key "crad"')
    assert problem.hint.startswith('did you mean "card"?')


def test_a_key_outside_any_table_warns(config):
    (problem,) = config('size = "a5"\n').problems
    assert str(problem.location) == "cardgen.toml:1"


def test_an_inline_table_and_a_dotted_key_are_understood(config):
    assert config('gym = { name = "Corner" }\ncard.size = "a5"\n') == Config(gym_name="Corner", card_size="a5")


@pytest.mark.parametrize(
    ("value", "words"), [("5", "a whole number"), ("true", "true or false"), ("1979-05-27", "a date"), ("[]", "a list")]
)
def test_a_wrong_type_is_refused_with_file_and_line(config, value, words):
    with pytest.raises(UsageError, match=rf"cardgen\.toml:2: name must be a text in quotes, not {words}") as caught:
        config(f"[gym]\nname = {value}\n")
    assert caught.value.hint == 'such as: name = "Corner Gym"'


def test_a_value_in_the_place_of_a_table_is_refused(config):
    with pytest.raises(UsageError, match=r'cardgen\.toml:1: "gym" is not a table'):
        config('gym = "Corner"\n')


def test_broken_toml_names_file_and_line(config):
    with pytest.raises(UsageError, match=r"^cardgen\.toml:2: invalid value"):
        config("[gym]\nname = Corner\n")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_latin_1_is_refused_with_file_and_line(config, mark):
    with pytest.raises(UsageError, match=r"^cardgen\.toml:2: the file is not UTF-8: byte 0xe4") as caught:
        config(mark + '[gym]\nname = "Stärke"\n'.encode("latin-1"))
    assert caught.value.hint == "save the file as UTF-8"


def test_it_is_known_where_a_setting_stands(config):
    read = config('[gym]\n\nname = "Corner"\n')
    assert str(read.where("gym_name")) == "cardgen.toml:3"
    assert str(read.where("card_size")) == "cardgen.toml"


def test_a_folder_in_the_place_of_the_settings_is_refused(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        load_config(tmp_path)


def test_the_template_changes_nothing_as_it_stands(config):
    assert config(TEMPLATE) == Config()


def test_the_template_shows_every_key_with_a_good_example(config):
    lines = [line.removeprefix("# ") if " = " in line else line for line in TEMPLATE.splitlines()]
    uncommented = "\n".join(lines)
    shown = {table: set(keys) for table, keys in tomllib.loads(uncommented).items()}
    assert shown == {table: set(keys) for table, keys in SCHEMA.items()}
    assert config(uncommented).problems == ()
    assert parse_sheet(config(uncommented).card_size)


def test_all_that_a_gym_sets_is_read(config, tmp_path):
    read = config(
        '[gym]\nname = "Corner"\nweb = "https://corner.example/"\nlogo = "art/logo.png"\nnote = "Ask."\n'
        '[card]\ndetail = "FULL"\norientation = "auto"\ntheme = "Night"\n[colors]\naccent = "#fff"\n'
    )
    assert read.gym_web == Web(shown="corner.example", link="https://corner.example/")
    assert (read.gym_logo, read.gym_note) == (Path("art/logo.png"), "Ask.")
    assert (read.card_detail, read.card_orientation) == (Detail.FULL, Orientation.AUTO)
    assert (read.theme.band, read.theme.accent.hex()) == (NIGHT.band, "#ffffff")
    assert read.files == (Path("art/logo.png"),)


def test_paths_start_at_the_file(tmp_path):
    (tmp_path / "cardgen.toml").write_text('[gym]\nlogo = "logo.png"\n[card]\ntheme = "mine.toml"\n')
    (tmp_path / "mine.toml").write_text('band = "#203a1c"\naccent = "#f2d544"\n')
    read = load_config(tmp_path / "cardgen.toml")
    assert read.gym_logo == tmp_path / "logo.png"
    assert read.theme.band.hex() == "#203a1c"
    assert set(read.files) == {tmp_path / "logo.png", tmp_path / "mine.toml"}


def test_empty_texts_set_nothing(config):
    assert config('[gym]\nname = ""\nweb = " "\nlogo = ""\nnote = ""\n') == Config()


@pytest.mark.parametrize(
    ("text", "shown", "link"),
    [
        ("corner.example", "corner.example", "https://corner.example"),
        ("HTTP://corner.example:8080/a/", "corner.example:8080/a", "HTTP://corner.example:8080/a/"),
        ("www.stärke.example/über", "www.stärke.example/über", "https://www.xn--strke-hra.example/%C3%BCber"),
        ("a-b.co.example/?x=1&y=2#z", "a-b.co.example/?x=1&y=2#z", "https://a-b.co.example/?x=1&y=2#z"),
    ],
)
def test_a_web_address_is_printed_to_be_typed_and_linked_to_be_clicked(text, shown, link):
    assert read_web(text) == Web(shown=shown, link=link)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('web = "corner"', '"corner" is not an address on the web'),
        ('web = "javascript:alert(1)"', "is not an address on the web"),
        ('web = "me@corner.example"', "is not an address on the web"),
        ('web = "corner gym.example"', "is not an address on the web"),
        ('web = "10.0.0.1"', "is not an address on the web"),
        ("web = 1", "web must be a text in quotes, not a whole number"),
        ('logo = ["a.png"]', "logo must be a text in quotes, not a list"),
    ],
)
def test_a_wrong_value_is_refused_with_file_and_line(config, line, message):
    with pytest.raises(UsageError, match=r"^cardgen\.toml:2: ") as caught:
        config(f"[gym]\n{line}\n")
    assert message in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("table", "line", "message", "hint"),
    [
        ("card", 'detail = "ful"', 'unknown detail "ful"', 'did you mean "full"?'),
        ("card", 'orientation = "given"', 'unknown orientation "given"', "known: portrait, landscape, auto"),
        ("card", 'theme = "petrl"', 'unknown theme "petrl"', 'did you mean "petrol"?'),
        ("card", 'theme = "mine.toml"', "mine.toml: no such theme file", "themes: petrol"),
        ("colors", 'brand = "red"', '"red" is not a colour', "write # and six digits"),
        ("colors", 'accent = "#12343b"', "accent: #12343b is too hard to read", 'the nearest colour that passes is "#'),
    ],
)
def test_a_value_that_means_nothing_offers_what_does(config, table, line, message, hint):
    with pytest.raises(UsageError) as caught:
        config(f"\n[{table}]\n{line}\n")
    assert str(caught.value).startswith(f"cardgen.toml:3: {message}")
    assert hint in str(caught.value)


def test_a_brand_is_made_readable_and_what_is_given_beside_it_is_kept(config):
    read = config('[colors]\nbrand = "#ffd500"\n')
    assert (read.theme.band.hex(), read.theme.accent.hex(), read.theme.title.hex()) == ("#ffd500", "#ffd500", "#000000")
    read = config('[colors]\nbrand = "#e30613"\nband = "#400008"\n')
    assert read.theme.band.hex() == "#400008"


@pytest.mark.parametrize("head", Head)
def test_what_the_title_stands_on_is_a_setting_of_the_card(config, head):
    assert config(f'[card]\nhead = "{head.value}"\n').card_head is head
    assert Config().card_head is Head.BRAND


def test_an_unknown_head_offers_the_nearest(config):
    with pytest.raises(UsageError, match='unknown head "drak"') as caught:
        config('[card]\nhead = "drak"\n')
    assert 'did you mean "dark"?' in caught.value.hint


def test_a_band_alone_takes_the_accent_of_the_theme_made_readable(config):
    read = config('[colors]\nband = "#0a6b5d"\n')
    assert read.theme.band.hex() == "#0a6b5d"
    assert [pair for pair in pairs(read.theme) if not pair.passes] == []


def test_the_schema_allows_every_example_and_knows_every_choice():
    properties = json_schema()["properties"]
    for table, keys in SCHEMA.items():
        for name, key in keys.items():
            schema, example = properties[table]["properties"][name], tomllib.loads(f"it = {key.example}")["it"]
            assert schema["type"] == {str: "string", list: "array"}[key.kind]
            assert schema["description"] in TEMPLATE
            if key.kind is list:
                assert all(isinstance(text, str) for text in example)
                continue
            assert re.search(schema.get("pattern", ""), example)
            assert example in schema.get("enum", [example])
            for choice in key.allowed:
                key.read(choice)


def test_a_file_without_end_in_its_nesting_is_refused(config):
    with pytest.raises(UsageError, match=r"^cardgen\.toml"):
        config("a = " + "[" * 100_000)


def test_all_that_is_wrong_is_told_at_once_by_line(config):
    with pytest.raises(UsageError) as caught:
        config('[gym]\nname = 5\nweb = "corner"\n[card]\ntheme = "petrl"\nsize = "a9"\n[colors]\nbrand = "red"\n')
    told = [line.split(": ")[0] for line in str(caught.value).splitlines() if not line.startswith("  hint")]
    assert told == [f"cardgen.toml:{line}" for line in (2, 3, 5, 6, 8)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = " + "9" * 5000, "a value cannot be read"),
        ('[gym]\nname = "' + "x" * 600 + '"\n', "name has 600 letters, more than 500"),
        ('[gym]\nname = "' + "x" * 70_000 + '"\n', "the file has 68 KB, more than 64 KB"),
    ],
)
def test_what_no_settings_need_is_refused(config, text, told):
    with pytest.raises(UsageError) as caught:
        config(text)
    assert told in str(caught.value)


def test_of_many_unknown_keys_the_first_are_told_and_the_others_counted(config):
    problems = config("[gym]\n" + "".join(f"k{number} = 1\n" for number in range(3000))).problems
    assert len(problems) == 21
    assert problems[-1].message == "2980 more keys are unknown"
