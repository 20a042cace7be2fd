"""What is recorded of learning."""

from learning.progress.attempts import Attempt, Regrade, Remark
from learning.progress.certificates import Certificate
from learning.progress.lessons import LessonProgress, LessonVisit

__all__ = ["Attempt", "Certificate", "LessonProgress", "LessonVisit", "Regrade", "Remark"]
