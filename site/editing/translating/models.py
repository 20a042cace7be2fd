"""What wagtail-localize does not keep: how far each translation is, pages being sent, terms, and what is said about a sentence."""

from editing.translating.comments import Comment
from editing.translating.sendings import Refusal, Sending
from editing.translating.standings import Standing
from editing.translating.terms import Term

__all__ = ["Comment", "Refusal", "Sending", "Standing", "Term"]
