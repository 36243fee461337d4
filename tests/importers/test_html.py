import pytest

from cardgen.files.importers.html import MOST_TAGS, Kind, Line, read_html
from tests.work import calls_of


def lines(source):
    return [(line.kind.value, line.text) for line in read_html(source)]


def test_paragraphs_lists_and_headings_are_told_apart():
    source = (
        "<h3>Grip</h3><p>Hold the <b>bar</b>.</p><ul><li>Palms <i>up</i></li><li><p>Thumbs out</p></li></ul><p>Go.</p>"
    )
    assert lines(source) == [
        ("heading", "Grip"),
        ("text", "Hold the bar."),
        ("item", "Palms up"),
        ("item", "Thumbs out"),
        ("text", "Go."),
    ]


@pytest.mark.parametrize(
    "source", ["<p><strong>Starting position</strong></p>", "<p>Starting position:</p>", "Starting position:"]
)
def test_a_short_bold_line_and_one_with_a_colon_are_headings(source):
    assert [line.kind for line in read_html(source)] == [Kind.HEADING]


def test_a_bold_sentence_is_text():
    assert lines("<p><b>Keep still.</b></p>") == [("text", "Keep still.")]


def test_what_is_not_meant_to_be_read_goes():
    source = (
        "<p onclick='x()'>Sit<script>alert(1)</script><style>p{}</style>.</p><!-- no --><iframe>no</iframe>"
        "<svg><title>no</title><path/></svg><a href='javascript:x()'>Rise</a><img src=x onerror=y>"
    )
    assert lines(source) == [("text", "Sit."), ("text", "Rise")]


def test_entities_are_read_and_typed_tags_stay_text():
    assert lines("<p>Over &amp; under, 2&nbsp;m &lt;b&gt;, &#x1F600;&zwj;</p>") == [
        ("text", "Over & under, 2\xa0m <b>, 😀")
    ]


def test_breaks_and_typed_numbers_make_lines_of_a_list():
    assert lines("1. Sit<br>2) Rise<br/>- Rest<br>Done") == [
        ("item", "Sit"),
        ("item", "Rise"),
        ("item", "Rest"),
        ("text", "Done"),
    ]


def test_plain_text_has_a_line_for_each_of_its_own():
    assert lines("Sit down.\r\n\r\nRise.") == [("text", "Sit down."), ("text", "Rise.")]


@pytest.mark.parametrize("source", ["", "<p>.</p>", "<p>\xa0</p>", "<script>x", "<ul><li></li></ul>", "&nbsp;"])
def test_nothing_to_read_is_no_line(source):
    assert read_html(source) == ()


@pytest.mark.parametrize(
    "source", ["<p>Sit <b>now</p><p>Rise", "<li>Sit now</ul></svg></p><p>Rise", "<div><p>Sit now<div>Rise"]
)
def test_tags_that_do_not_match_do_no_harm(source):
    assert [line.text for line in read_html(source)] == ["Sit now", "Rise"]


@pytest.mark.parametrize("part", ["<", "<b>", "<!--", "<a href='", "</p>", "<svg>"])
def test_a_tag_costs_as_much_work_among_many_as_among_few(part):
    few, many = (calls_of(lambda times=times: read_html(part * times)) for times in (MOST_TAGS // 4, MOST_TAGS))
    assert many < 4.2 * few


def test_a_line_is_a_value():
    assert read_html("Go") == (Line(text="Go", kind=Kind.TEXT),)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "<p>Hold it.</p><title>Pull it <slowly> up.<p>Lower it.</p>",
            ["Hold it.", "Pull it <slowly> up.", "Lower it."],
        ),
        ("<title>Curl</title><p>Sit now.", ["Curl", "Sit now."]),
        ("<textarea>Sit <b>now</b>.</textarea>", ["Sit now."]),
        ("Sit.<plaintext>Rise <p>now.", ["Sit. Rise", "now."]),
        ("Sit <iframe src=x>now <p>Rise.", ["Sit now", "Rise."]),
        ("<noscript>Sit.<p>Rise.", ["Sit.", "Rise."]),
        ("<script>code()<p>Rise.", ["Rise."]),
        ("<style>p{}</style>Sit.<style>q{}<p>Rise.", ["Sit.", "Rise."]),
        ("<p>Sit <!-- never closed Rise.", ["Sit <!-- never closed Rise."]),
        ("<p>Hold for <5 s", ["Hold for <5 s"]),
        ("<p>Sit <now and rise", ["Sit <now and rise"]),
        ("<foo>Sit</foo> now.", ["<foo>Sit</foo> now."]),
        ("<o:p>Sit</o:p> <x-note>now</x-note>.", ["Sit now."]),
        ("Sit <![CDATA[ now ]]>.", ["Sit now ."]),
    ],
)
def test_no_word_is_lost_to_what_is_never_closed_or_is_no_tag(source, words):
    assert [line.text for line in read_html(source)] == words
