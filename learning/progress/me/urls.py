"""Below /toi/, under the prefix of each language."""

from django.urls import path

from learning.progress.certifying import views as certifying
from learning.progress.me import data, views
from learning.progress.visiting import views as visiting

urlpatterns = [
    path("", views.me, name="me"),
    path("nghe-truoc/", views.listen_first, name="listen_first"),
    path("tien-do/", visiting.visit, name="record_visit"),
    path("tien-do/xong/", visiting.finish, name="finish_lesson"),
    path("du-lieu/", data.data, name="my_data"),
    path("du-lieu/yeu-cau/", data.request_change, name="request_change"),
    path("du-lieu.json", data.as_json, name="my_data_json"),
    path("du-lieu.html", data.as_html, name="my_data_html"),
    path("giay-chung-nhan/<slug:code>/", certifying.mine, name="my_certificate"),
    path("giay-chung-nhan/<slug:code>.pdf", certifying.pdf, name="my_certificate_pdf"),
]
