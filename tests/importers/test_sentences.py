import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.files.importers.exercise import Passage, Use
from cardgen.files.importers.sentences import read_sentences, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Sit down. Stand up!", ["Sit down.", "Stand up!"]),
        ("Ready? Go on … Stop.", ["Ready?", "Go on …", "Stop."]),
        ("Use a low box, e.g. a step. Rise.", ["Use a low box, e.g. a step.", "Rise."]),
        ("Hold approx. Ten seconds at 1.5 m. Rest.", ["Hold approx. Ten seconds at 1.5 m.", "Rest."]),
        ("The skier, a.k.a. the glide, is next.", ["The skier, a.k.a. the glide, is next."]),
        ("Walk 5 min. slowly. Walk 5 min. Then run.", ["Walk 5 min. slowly.", "Walk 5 min.", "Then run."]),
        ("Lean on the wall.Then wait.", ["Lean on the wall.", "Then wait."]),
        ("Lean on the wall. then wait.", ["Lean on the wall.", "then wait."]),
        ("Stand (feet flat. Knees soft.) Then lean. Go.", ["Stand (feet flat. Knees soft.)", "Then lean.", "Go."]),
        ("Stand (feet flat. Then go.", ["Stand (feet flat.", "Then go."]),
        ("1. Stand tall. 2. Sit.", ["1. Stand tall.", "2. Sit."]),
        ("站好。坐下。", ["站好。", "坐下。"]),
        ('Say "now." Then jump.', ['Say "now."', "Then jump."]),
        ("No end", ["No end"]),
        ("...", ["..."]),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text, sentences):
    assert split_sentences(text) == sentences


@given(st.text(alphabet="aB1 .!?()[]:…。e.g", max_size=80))
def test_no_sign_is_lost_in_parting(text):
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


def uses(*texts):
    return [(it.use, it.text) for it in read_sentences([Passage(text=text) for text in texts])]


@pytest.mark.parametrize(
    ("label", "use"),
    [
        ("Tip:", Use.TIP),
        ("TIPS:", Use.TIP),
        ("Note -", Use.TIP),
        ("Hinweis:", Use.TIP),
        ("Caution:", Use.SAFETY),
        ("Important:", Use.SAFETY),
        ("Variations:", Use.VARIATION),
    ],
)
def test_a_label_says_what_its_sentence_is(label, use):
    assert uses(f"Go down. {label} look ahead. Breathe out.")[:2] == [(Use.STEP, "Go down."), (use, "Look ahead.")]


def test_what_explains_a_tip_goes_with_it_and_what_moves_on_does_not():
    found = uses("Go down. Tip: Look ahead. The neck stays long. Hold for a second. The neck is free.")
    assert [use for use, _ in found] == [Use.STEP, Use.TIP, Use.TIP, Use.STEP, Use.STEP]


def test_variations_take_the_rest_of_their_paragraph():
    found = uses("Go down. Variations: Hold a bell. Lift one foot.", "Come up.")
    assert [use for use, _ in found] == [Use.STEP, Use.VARIATION, Use.VARIATION, Use.STEP]


def test_a_note_in_brackets_loses_them_and_one_about_something_keeps_its_name():
    assert uses("Go down. (Note: Stay wide.) Rise.")[1] == (Use.TIP, "Stay wide.")
    assert uses("Go down. (note: stay wide).")[1] == (Use.TIP, "Stay wide.")
    assert uses("Go down. Note on grips: Any will do.")[1] == (Use.TIP, "Note on grips: Any will do.")


def test_a_label_at_the_end_of_a_paragraph_belongs_to_the_next_sentence():
    assert uses("Lift the bar. Tips:", "Only the arms move. Lower it.") == [
        (Use.STEP, "Lift the bar."),
        (Use.TIP, "Only the arms move."),
        (Use.STEP, "Lower it."),
    ]


def test_a_label_alone_is_text():
    assert uses("Tip:") == [(Use.STEP, "Tip:")]
