"""The same write as plain Django would do it: one view, session and user, no checks, nothing marked, every time a new row."""

import json
from uuid import UUID

from django.http import JsonResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"]


@csrf_exempt
def write(request, quiz_key):
    from learning.progress.models import Attempt, LessonProgress  # apps are ready by now
    from learning.quizzes.models import QuizVersion

    version = QuizVersion.objects.get(pk=request.POST["phien-ban"])
    now = timezone.now()
    answers = json.dumps([request.POST.get(f"c{number}") for number in range(len(version.payload["questions"]))])
    attempt = Attempt.objects.create(
        id=UUID(request.POST["lan"]),
        member_id=request.user.pk,
        quiz_key=quiz_key,
        version=version,
        unit_id=request.user.unit_id,
        started=now,
        answers_json=answers,
        score=1000,
        maximum=1000,
        passed=True,
    )
    LessonProgress.objects.update_or_create(
        member_id=request.user.pk, lesson_key=version.parent_key, defaults={"best": 100, "passed": now}, create_defaults={"started": now, "best": 100}
    )
    return JsonResponse({"id": str(attempt.pk)})


urlpatterns = [path("bai-lam/<uuid:quiz_key>/gui/", write)]
