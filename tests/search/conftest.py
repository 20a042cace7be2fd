"""The site that is searched: pages and documents whose words the questions are about."""

import pytest

from tests.search import corpus


@pytest.fixture
def found(tree):
    """A function from a query to the titles that a stranger finds in a language, in their order."""
    corpus.lay(tree)
    return corpus.found
