"""What the tests of members share: officials with the right to open the editor's admin."""

import pytest

from tests.cast import client_of, permission


@pytest.fixture
def office(cast):
    """office("hoa"): a client of hers in /cms/; of anybody in the cast."""

    def opened(who):
        getattr(cast, who).user_permissions.add(permission("wagtailadmin.access_admin"))
        return client_of(who)

    return opened
