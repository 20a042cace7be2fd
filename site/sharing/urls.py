"""Below /Q/ and /q/, in no language: the link knows its own."""

from django.urls import path

from sharing import printing, views

urlpatterns = [
    path("", views.typed, name="type_code"),
    path("<slug:code>.svg", printing.svg, name="link_svg"),
    path("<slug:code>.png", printing.png, name="link_png"),
    path("<slug:code>/to/<slug:size>.pdf", printing.sheet, name="link_sheet"),
    path("<str:code>/", views.follow),
    path("<str:code>", views.follow, name="short_link"),
    path("<str:code>/mo/", views.opened, name="count_open"),
]
