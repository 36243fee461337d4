import pytest

from cardgen.files.selection import Criterion, Match, parse_criterion, selects
from cardgen.guide.model import Guide, Muscle, Muscles, Origin
from cardgen.values.errors import UsageError


@pytest.fixture
def guide():
    return Guide(
        path="content/press.md",
        stem="overheadpress_barbell",
        title="Overhead Press",
        title_origin=Origin.GIVEN,
        equipment="Resistance Band",
        equipment_origin=Origin.GIVEN,
        description=(),
        video=None,
        sections=(),
        steps=(),
        steps_from_howto=True,
        level="beginner",
        position="standing",
        tags=("warm-up", "shoulders"),
        muscles=Muscles(primary=(Muscle(name="Deltoid Anterior"), Muscle(name="Triceps Brachii"))),
    )


@pytest.mark.parametrize(
    "text",
    [
        "equipment=resistance band",
        "EQUIPMENT = Resistance  Band",
        "equipment~band",
        "tag=warm-up",
        "tags=Shoulders",
        "level=beginner",
        "position=standing",
        "muscle~triceps",
        "title~press",
        "lang=en",
        "stem=overheadpress_barbell",
    ],
)
def test_a_guide_that_holds_the_value_is_selected(guide, text):
    assert selects((parse_criterion(text),), guide)


@pytest.mark.parametrize(
    "text", ["equipment=band", "tag=warm", "title=press", "title~row", "level=advanced", "muscle~quad"]
)
def test_a_guide_that_does_not_is_left_out(guide, text):
    assert not selects((parse_criterion(text),), guide)


def test_all_criteria_must_hold(guide):
    press, row, band = (parse_criterion(text) for text in ("title~press", "title~row", "equipment~band"))
    assert selects((press, band), guide)
    assert not selects((press, row), guide)


def test_no_criterion_selects_every_guide(guide):
    assert selects((), guide)


def test_an_absent_value_equals_nothing(guide):
    with pytest.raises(UsageError, match="cannot read"):
        parse_criterion("level=")


def test_the_value_may_hold_the_signs_themselves():
    assert parse_criterion("title=a=b~c") == Criterion(field="title", match=Match.EQUAL, value="a=b~c")


def test_an_unknown_field_offers_the_nearest():
    with pytest.raises(UsageError, match='unknown field "equipmnt"') as caught:
        parse_criterion("equipmnt=band")
    assert caught.value.hint.startswith('did you mean "equipment"?')


@pytest.mark.parametrize("text", ["", "band", "equipment", "title~"])
def test_what_is_no_criterion_shows_how_to_write_one(text):
    with pytest.raises(UsageError) as caught:
        parse_criterion(text)
    assert "equipment=band" in caught.value.hint
