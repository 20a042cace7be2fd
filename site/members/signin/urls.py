from django.urls import path

from members.signin import views

urlpatterns = [
    path("dang-nhap/", views.sign_in, name="sign_in"),
    path("dang-nhap/ma-pin/", views.pin, name="sign_in_pin"),
    path("dang-nhap/the/<slug:token>/", views.card, name="sign_in_card"),
    path("dang-nhap/doi/", views.switch, name="switch_member"),
    path("dang-xuat/", views.sign_out, name="sign_out"),
    path("tham-gia/<slug:token>/", views.join, name="join"),
]
