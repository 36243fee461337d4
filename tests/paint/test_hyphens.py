"""A hyphen that parts a word at the end of a line is printed, and is no sign of the word for those who search or listen."""

import re

from cardgen.display import SOFT_HYPHEN
from cardgen.paint import paint_pdf
from cardgen.paint.svg import paint_svg
from cardgen.paint.trace import HYPHENATED, trace
from tests.builders import card, mistakes, page_of, tips, type_case
from tests.paint.opened import opened, text_of
from tests.paint.tagged import failures

LONG = "Gleichgewichtsstörungsübungsausführung"


def page():
    return page_of(card(boxes=(tips(f"Ohne {LONG} half-way."), mistakes("Too fast.")), language="de", lead=()), "a6")


def painted():
    return paint_pdf((page(),), title="Long Hinge", language="de", fonts=type_case().fonts)


def test_the_hyphen_is_printed_and_says_that_it_is_soft():
    document = opened(painted())
    words = document.pages[0].Contents.read_bytes().decode()
    assert words.count("/Span <</ActualText<feff00ad>>> BDC [<") == sum(
        run.text == SOFT_HYPHEN for item in page().items for run in getattr(item, "runs", ())
    )
    assert "ActualText" in words


def test_who_copies_the_text_gets_the_word_without_hyphens_and_the_authors_with():
    copied = re.sub("[\x02\ufffe]", "", text_of(painted()))  # what pdfium gives for a soft hyphen
    assert LONG in copied
    assert "half-way." in copied


def test_the_file_passes_as_accessible():
    assert failures(painted()) == {}


def test_a_browser_draws_the_hyphen_with_a_glyph_that_its_font_has():
    text = re.sub("<[^>]+>", "", paint_svg(page(), type_case().fonts).decode().partition("</style>")[2])
    assert SOFT_HYPHEN not in text
    assert LONG not in text
    assert LONG in text.replace("-", "")


def test_golden_files_tell_a_soft_hyphen_from_an_authors():
    told = trace(page())
    assert f"{HYPHENATED}" in told
    assert "half-way" in told
    assert SOFT_HYPHEN not in told
