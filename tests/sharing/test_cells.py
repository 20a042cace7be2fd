"""Opens above the branch: small cells are not told, and nothing that is told gives them away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharing.cells import FEWEST, stepped, summed, told

CELLS = st.lists(st.integers(min_value=0, max_value=40), max_size=12)


@pytest.mark.parametrize(("count", "shown"), [(0, None), (1, None), (4, None), (5, 5), (37, 37)])
def test_what_is_under_five_is_not_told(count, shown):
    assert told(count) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10), (13, 10)])
def test_elsewhere_it_is_told_from_five_to_five(count, shown):
    assert stepped(count) == shown


@given(CELLS)
def test_subtracting_what_is_told_from_the_sum_leaves_nothing(cells):
    """At every level: a sum of sums is the sum of their cells."""
    assert summed(cells) - sum(filter(None, map(told, cells))) == 0
    middle = len(cells) // 2
    assert summed(cells) == summed(cells[:middle]) + summed(cells[middle:])


@given(CELLS, st.integers(0, FEWEST - 1), st.integers(0, FEWEST - 1))
def test_a_hidden_cell_changes_nothing_that_is_told(cells, hidden, other):
    assert summed([*cells, hidden]) == summed([*cells, other])
