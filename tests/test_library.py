import inspect
import re
from pathlib import Path

import pypdfium2
import pytest
from mypy import api

import cardgen
from cardgen.compose import Brand
from cardgen.theme import PETROL
from cardgen.values.errors import Severity


@pytest.fixture
def guide(tmp_path, make_guide):
    return cardgen.load(make_guide(tmp_path / "goodmorning_barbell.md"))


def test_a_guide_is_loaded_from_a_path_or_its_text(tmp_path, make_guide):
    path = make_guide(tmp_path / "goodmorning_barbell.md")
    assert cardgen.load(path) == cardgen.load(str(path))
    assert cardgen.load(path).title == "Good Morning"


def test_a_file_that_is_no_guide_raises_with_its_problems(tmp_path, make_guide):
    with pytest.raises(cardgen.GuideError) as caught:
        cardgen.load(make_guide(tmp_path / "a.md", text=""))
    assert caught.value.problems[0].severity is Severity.ERROR


def test_a_good_guide_has_no_problems(guide):
    assert [problem for problem in cardgen.check(guide, size="a5") if problem.severity is not Severity.NOTE] == []


def test_a_card_is_rendered_to_bytes_and_twice_to_the_same(guide):
    card = cardgen.render(guide, size="a5", brand="Corner Gym")
    assert card.startswith(b"%PDF-")
    assert card == cardgen.render(guide, size="a5", brand="Corner Gym")
    assert card != cardgen.render(guide, size="a5")


def test_an_unknown_size_is_a_usage_error(guide):
    with pytest.raises(cardgen.UsageError, match="unknown size"):
        cardgen.render(guide, size="a44")


def page_size(pdf):
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    document.close()
    return round(width), round(height)


def test_a_card_can_be_small_full_or_across(guide):
    assert page_size(cardgen.render(guide, size="a6")) == (298, 420)
    assert page_size(cardgen.render(guide, size="a5", orientation="landscape")) == (595, 420)
    assert page_size(cardgen.render(guide, size="6x4in", orientation="portrait")) == (288, 432)
    full = cardgen.render(guide, detail="full")
    assert page_size(full) == (595, 842)
    assert full != cardgen.render(guide)


@pytest.mark.parametrize("call", [cardgen.check, cardgen.render])
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"detail": "ful"}, 'unknown detail "ful"'),
        ({"orientation": "landscap"}, 'unknown orientation "landscap"'),
        ({"detail": "full", "size": "a6"}, "full detail needs A5 or larger: the shorter side of a6 is 105 mm"),
        ({"detail": "full", "size": "5x8in"}, "full detail needs A5 or larger: the shorter side of 5x8in is 127 mm"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error_with_a_hint(guide, call, options, message):
    with pytest.raises(cardgen.UsageError, match=message) as caught:
        call(guide, **options)
    assert caught.value.hint


def test_a_brand_that_no_font_can_print_is_a_usage_error(guide):
    with pytest.raises(cardgen.UsageError, match=r"brand: no font has the character .* \(U\+3042"):
        cardgen.render(guide, brand="Gym \N{HIRAGANA LETTER A}")


def test_a_brand_may_be_all_that_a_gym_puts_on_a_card_and_a_theme_a_name_or_a_value(guide):
    named = cardgen.render(guide, brand="Corner Gym")
    assert cardgen.render(guide, brand=Brand(name="Corner Gym"), theme=PETROL) == named
    assert cardgen.render(guide, brand=Brand(name="Corner Gym", note="Ask first.")) != named
    assert cardgen.render(guide, brand="Corner Gym", theme="night") != named
    with pytest.raises(cardgen.UsageError, match='unknown theme "nigth"'):
        cardgen.render(guide, theme="nigth")


@pytest.mark.parametrize("call", [cardgen.load, cardgen.check, cardgen.render])
def test_each_call_is_typed_and_documented(call):
    signature = inspect.signature(call)
    assert all(parameter.annotation is not parameter.empty for parameter in signature.parameters.values())
    assert signature.return_annotation is not signature.empty
    assert call.__doc__


def test_a_distance_and_an_ink_are_asked_for_as_on_the_command_line(guide):
    poster = cardgen.render(guide, size="a2", detail="headline", read_from="1.5m", format="svg").decode()
    assert min(float(size) for size in re.findall(r'font-size="([\d.]+)"', poster)) >= 19.5 - 0.01
    assert cardgen.render(guide, ink="low") != cardgen.render(guide, ink="mono") != cardgen.render(guide)
    assert any(problem.code == "too-long" for problem in cardgen.check(guide, size="a6", read_from="2m"))
    for asked in ({"ink": "some"}, {"read_from": "far"}):
        with pytest.raises(cardgen.UsageError):
            cardgen.render(guide, **asked)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"size": 5}, "size must be str, not int"),
        ({"detail": None}, "detail must be str, not NoneType"),
        ({"orientation": b"portrait"}, "orientation must be str, not bytes"),
        ({"read_from": 1.5}, "read_from must be str, not float"),
        ({"read_from": None}, "read_from must be str, not NoneType"),
    ],
)
@pytest.mark.parametrize("call", [cardgen.check, cardgen.render])
def test_an_argument_of_a_wrong_type_is_a_usage_error(guide, call, options, message):
    with pytest.raises(cardgen.UsageError, match=f"^{message}"):
        call(guide, **options)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"brand": None}, "brand must be str or Brand, not NoneType"),
        ({"brand": Brand(name="Corner Gym", note=5)}, "a text of the brand must be str, not int"),
        ({"theme": Path("my.toml")}, "theme must be str or Theme, not [A-Z][a-z]+Path"),
        ({"ink": 1}, "ink must be str, not int"),
        ({"format": None}, "format must be str, not NoneType"),
        ({"format": "png", "dpi": "300"}, "dpi must be int, not str"),
        ({"dpi": True}, "dpi must be int, not bool"),
    ],
)
def test_an_argument_of_a_card_of_a_wrong_type_is_a_usage_error(guide, options, message):
    with pytest.raises(cardgen.UsageError, match=f"^{message}"):
        cardgen.render(guide, **options)


def test_what_is_no_text_but_one_of_few_words_is_told_how_to_write_it(guide):
    with pytest.raises(cardgen.UsageError) as caught:
        cardgen.render(guide, ink=PETROL.mode)
    assert caught.value.hint == 'write it as a text: ink="full"'


@pytest.mark.parametrize("path", [None, 5, b"plank.md"])
def test_what_is_no_path_is_a_usage_error(path):
    with pytest.raises(cardgen.UsageError, match="path must be str or PathLike, not "):
        cardgen.load(path)


@pytest.mark.parametrize("call", [cardgen.check, cardgen.render])
@pytest.mark.parametrize("guide", ["plank.md", Path("plank.md"), None])
def test_a_path_in_the_place_of_a_guide_is_told_that_it_is_to_be_loaded(call, guide):
    with pytest.raises(cardgen.UsageError, match="guide must be Guide, not ") as caught:
        call(guide)
    assert "cardgen.load(" in caught.value.hint


def test_a_type_checker_knows_the_names_that_there_are_and_no_others(tmp_path, repository):
    script = tmp_path / "script.py"
    script.write_text("import cardgen\n\nprint(cardgen.render, cardgen.__version__)\nprint(cardgen.rendr)\n")
    options = ("--strict", "--follow-imports=skip", "--config-file=", f"--cache-dir={tmp_path / 'cache'}")
    told, _, _ = api.run([*options, str(repository / "cardgen" / "__init__.py"), str(script)])
    assert re.findall(r"script\.py:(\d+): error: (.*?);", told) == [("4", 'Module has no attribute "rendr"')]


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'cardgen' has no attribute 'rendr'"):
        cardgen.rendr  # noqa: B018 - to ask is the test
