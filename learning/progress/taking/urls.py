"""Where quizzes are sent. Never under a language's prefix: the version that was taken knows its language."""

from django.urls import path

from learning.progress.taking import views

urlpatterns = [
    path("ket-qua/<str:signed>/", views.anonymous_result, name="quiz_marked"),
    path("giu/<str:signed>/", views.keep, name="quiz_keep"),
    path("<uuid:quiz_key>/", views.check, name="quiz_check"),
    path("<uuid:quiz_key>/gui/", views.submit, name="quiz_submit"),
]
