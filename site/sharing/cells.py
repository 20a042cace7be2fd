"""What of a number of opens is told above the branch: nothing that a handful of women could be known by. Pure.

A cell is one unit in one month. Small cells enter no sum either: whoever takes the cells that she sees from the sum, at
whatever level of the tree, is left with nothing, since nothing hidden is in it. So a sum is a little too small, and says so.
"""

from collections.abc import Iterable

FEWEST = 5


def told(count: int) -> int | None:
    """None for what is too small to tell, nought included."""
    return count if count >= FEWEST else None


def summed(counts: Iterable[int]) -> int:
    return sum(filter(None, map(told, counts)))


def stepped(count: int) -> int | None:
    """From five to five, where the same opens are told in another table too: the difference of both says nothing."""
    return count - count % FEWEST or None
