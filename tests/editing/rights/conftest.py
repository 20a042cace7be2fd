import pytest

from tests.editing.rights import ground


@pytest.fixture
def house(tree):
    """Sections of a province and two communes, with their staff."""
    return ground.lay(tree)
