import tomllib

import pytest

from cardgen.config import SCHEMA, TEMPLATE, Config, load_config
from cardgen.errors import Severity, UsageError
from cardgen.stock import parse_sheet


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
