"""What a short form keeps between two presses of a button."""

from editing.start.short.models import ConsentPaper, WaitingPhoto, Writing

__all__ = ["ConsentPaper", "WaitingPhoto", "Writing"]
