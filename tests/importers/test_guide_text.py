import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.files.importers.arrange import arrange
from cardgen.files.importers.exercise import Exercise, Passage, Use
from cardgen.files.importers.guide_text import escaped, guide_text
from cardgen.files.importers.records import clean
from cardgen.guide import parse_guide
from cardgen.guide.model import Role, plain_text
from tests.quick import examples


def text_of(*passages, **values):
    exercise = Exercise(origin="test: 1", stems=("it",), title="It", passages=passages, **values)
    return guide_text(exercise, arrange(passages))


def read(text):
    return parse_guide(text, path="it.md", stem="it")


NASTY = st.text(alphabet=st.sampled_from("aB1. *_`#<>[]()!&;:~|\\-+=\"'{}$@/?%\n\téß字"), min_size=1, max_size=30)


@given(NASTY)
@settings(max_examples=examples(150))
def test_any_text_is_read_as_it_was_given(text):
    text = clean(text)
    if not any(char.isalnum() for char in text):
        return
    guide = read(f'---\ntitle: "x"\nvideo: none\n---\n\n## Execution\n\n1. {escaped(text)}\n2. Go.\n')
    assert plain_text(guide.steps[0].blocks[0].text) == text
    assert len(guide.steps) == 2


@given(NASTY, NASTY)
def test_any_value_is_quoted(title, source):
    title, source = clean(f"a{title}"), clean(f"b{source}")
    values = Exercise(origin="test: 1", stems=("it",), title=title, source=source, license="x: y", level="#1")
    front = guide_text(values, arrange([Passage(text="Go.")])).split("---\n")[1]
    assert yaml.safe_load(front) == {
        "title": title,
        "level": "#1",
        "video": "none",
        "lang": "en",
        "license": "x: y",
        "source": source,
    }


def test_every_use_has_its_section():
    passages = [Passage(text=f"A {use.value} here.", use=use) for use in Use]
    guide = read(text_of(*passages))
    roles = (Role.TIPS, Role.MISTAKES, Role.SAFETY, Role.VARIATIONS, Role.NOTES)
    assert [len(guide.with_role(role)) for role in roles] == [1] * 5
    assert len(guide.steps) == 1
    assert not guide.steps_from_howto


def test_lead_ins_name_steps_and_tips_stay_in_theirs():
    guide = read(text_of(Passage(text="Stand tall.", lead_in="Starting position", listed=True), Passage(text="Sit.")))
    assert [step.name for step in guide.steps] == ["Starting position", ""]
    long = [Passage(text=f"{'word ' * 40}{number}.") for number in range(7)]
    guide = read(text_of(*long, Passage(text="Rise. Tip: Look up.")))
    assert "Tip: Look up." in [plain_text(item.text) for block in guide.steps[-1].blocks[1:] for item in block.items]


def test_a_guide_that_fits_no_card_has_its_short_steps_after_the_marker():
    guide = read(text_of(*[Passage(text=f"Go on. {'word ' * 60}{number}.") for number in range(9)]))
    assert guide.steps_from_howto
    assert guide.problems == ()


def test_muscles_and_photographs_are_lists_of_the_front_matter():
    exercise = Exercise(
        origin="test: 1", stems=("it",), title="It", primary=("lower back",), secondary=('a "b"', "c"), tags=("x",)
    )
    front = guide_text(exercise, arrange([Passage(text="Go.")]), ["images/it-1.jpg"]).split("---\n")[1]
    values = yaml.safe_load(front)
    assert values["muscles"] == {"primary": ["lower back"], "secondary": ['a "b"', "c"]}
    assert values["images"] == ["images/it-1.jpg"]
    assert values["tags"] == ["x"]
