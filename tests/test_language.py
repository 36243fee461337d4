"""Language tags: what is marked as another language than the page's."""

import pytest

from cardgen.values.language import other_language


@pytest.mark.parametrize(
    ("language", "page", "marked"),
    [("en", "en", ""), ("en-GB", "en", ""), ("EN", "en-US", ""), ("de", "en", "de"), ("en", "de-AT", "en")],
)
def test_a_language_is_marked_where_it_is_not_that_of_its_page(language, page, marked):
    assert other_language(language, page) == marked
