import inspect

import pytest

import cardgen
from cardgen.errors import Severity


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


@pytest.mark.parametrize("call", [cardgen.load, cardgen.check, cardgen.render])
def test_each_call_is_typed_and_documented(call):
    signature = inspect.signature(call)
    assert all(parameter.annotation is not parameter.empty for parameter in signature.parameters.values())
    assert signature.return_annotation is not signature.empty
    assert call.__doc__
