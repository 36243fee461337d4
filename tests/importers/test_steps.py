import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.files.importers.arrange import Room, arrange
from cardgen.files.importers.exercise import Passage, Use
from cardgen.files.importers.steps import MOST_STEPS
from tests.quick import examples
from tests.work import calls_of


def arranged(*texts):
    return arrange([Passage(text=text) for text in texts])


def texts(body):
    return [step.text for step in body.steps]


def sentence(words, number=0):
    return " ".join([f"Word{number}", *["word"] * (words - 1)]) + "."


def test_paragraphs_of_a_good_length_stay_steps():
    given = [sentence(20, number) for number in range(4)]
    assert texts(arranged(*given)) == given


def test_a_long_paragraph_is_parted_between_sentences():
    body = arranged(" ".join(sentence(15, number) for number in range(8)))
    assert 3 <= len(body.steps) <= 6
    assert all(15 <= step.words <= 45 for step in body.steps)


def test_a_short_last_step_joins_the_one_before():
    found = texts(arranged(*[sentence(20, number) for number in range(3)], "Repeat as often as you like."))
    assert [text.startswith("Word") for text in found] == [True] * 3


@pytest.mark.parametrize("leaning", ["This will be your starting position.", "Inhale as you do so.", "(Or kneel.)"])
def test_what_leans_on_a_sentence_stays_with_it(leaning):
    for size in (15, 30, 44):
        found = texts(arranged(f"{sentence(size)} {leaning} {sentence(40, 1)} {sentence(30, 2)}"))
        assert sum(leaning in text and "Word0" in text for text in found) == 1


def test_steps_that_are_counted_stay_as_they_are():
    given = ["Sit.", "Rise.", "Tip: Look up.", "Sit again.", "Repeat steps 2-4 ten times."]
    assert texts(arranged(*given)) == ["Sit.", "Rise.", "Look up.", *given[3:]]


def test_tips_of_a_guide_stand_in_a_box_and_of_a_longer_one_in_their_step():
    short = arranged(sentence(30), f"{sentence(30, 1)} Tip: Look up. The neck is long.", sentence(30, 2))
    assert [point.text for point in short.boxes[Use.TIP]] == ["Look up. The neck is long."]
    long = arranged(*[sentence(30, n) for n in range(9)], f"{sentence(30, 9)} Tip: Look up. The neck is long.")
    assert long.boxes[Use.TIP] == ()
    assert [step.tips for step in long.steps if step.tips] == [("Look up. The neck is long.",)]
    assert short.room is long.room is Room.ALL


def test_tips_of_a_very_long_guide_are_kept_as_notes():
    body = arranged(*[sentence(37, n) for n in range(10)], "Go. Tip: Look up.")
    assert (body.room, body.short) == (Room.NO_TIPS, ())
    assert [point.text for point in body.boxes[Use.NOTE]] == ["Look up."]


def test_a_guide_that_fits_no_card_has_short_steps_beside_the_whole_ones():
    body = arranged(*[f"{sentence(30, n)} {sentence(25, n)}" for n in range(10)], "End here.")
    assert body.room is Room.FIRST_SENTENCES
    assert len(body.short) == len(body.steps) == MOST_STEPS
    assert sum(step.words for step in body.short) < 340 < sum(step.words for step in body.steps)
    assert body.short[-1].text.endswith("End here.")


def test_tips_alone_are_steps():
    assert " ".join(texts(arranged("Tip: Look up. Tip: Stay loose."))) == "Look up. Stay loose."


WORDS = (
    "Sit. Rise up now. Tip: Look up. (Note: Stay. Wide.) Caution: hot! Repeat steps 2-3. e.g. this 1.5 Tips:".split()
)

PASSAGES = st.lists(
    st.builds(
        Passage,
        text=st.lists(
            st.sampled_from([*WORDS, "Variations: none.", "This will be your starting position.", sentence(40)]),
            min_size=1,
            max_size=8,
        ).map(" ".join),
        use=st.sampled_from([Use.STEP, Use.STEP, Use.STEP, Use.TIP, Use.NOTE]),
        lead_in=st.sampled_from(["", "", "Grip"]),
        listed=st.booleans(),
    ),
    min_size=1,
    max_size=12,
)

LABELS = {"Tip:", "(Note:", "Caution:", "Variations:", "Tips:", "Note:"}


def words_of(text):
    return sorted(word.strip("().").casefold() for word in text.split() if word not in LABELS and word.strip("()."))


@given(PASSAGES)
@settings(max_examples=examples(40))
def test_no_word_is_lost_and_none_is_made_up(passages):
    body = arrange(passages)
    said = [part for step in body.steps for part in (step.lead_in, step.text, *step.tips)]
    said += [part for points in body.boxes.values() for point in points for part in (point.lead_in, point.text)]
    given = " ".join(f"{passage.lead_in} {passage.text}" for passage in passages)
    assert words_of(" ".join(said).replace("Grip:", "Grip")) == words_of(given)
    assert body.steps


@given(PASSAGES)
@settings(max_examples=examples(40))
def test_there_are_few_steps_and_each_says_something(passages):
    body = arrange(passages)
    if not any("teps" in passage.text for passage in passages):
        assert 1 <= len(body.steps) <= MOST_STEPS
    assert all(step.text for step in body.steps)


def test_a_sentence_costs_as_much_work_among_many_as_among_few():
    few, many = (calls_of(lambda times=times: arranged("Go. " * times)) for times in (500, 2000))
    assert many < 4.2 * few
    assert len(arranged("Go. " * 2000).steps) == MOST_STEPS
