"""Below /Q/ and /q/, in no language: the link knows its own."""

from django.urls import path

from sharing import views

urlpatterns = [
    path("", views.typed, name="type_code"),
    path("<str:code>/", views.follow),
    path("<str:code>", views.follow, name="short_link"),
    path("<str:code>/mo/", views.opened, name="count_open"),
]
