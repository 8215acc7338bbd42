"""How a file was read is said in words, whatever method it was."""

from __future__ import annotations

import pytest

from reader.services.importing import choosing, documents, drafts, feeds, html, tables
from reader.widgets.ways import METHODS, method_words

GIVEN = (
    *choosing.METHODS,
    *(html.DESCRIPTION, drafts.PLAIN_TEXT, drafts.WHOLE_TEXT, documents.DOCUMENT, documents.PLAIN),
    *(feeds.METHOD, tables.METHOD),
)


@pytest.mark.parametrize("method", GIVEN)
def test_each_method_of_an_import_has_words(method: str) -> None:
    assert method in METHODS and method_words(method)


def test_one_that_is_not_known_here_is_called_as_it_is_stored() -> None:
    assert method_words("reading by hand") == "reading by hand"
