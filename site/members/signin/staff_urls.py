"""Under /cms/, before Wagtail's own: its sign-in by password alone is never reached."""

from django.urls import path

from members.signin import staff_views as views

urlpatterns = [
    path("login/", views.Login.as_view(), name="account_login"),
    path("vao/", views.SecondFactor.as_view(), name="mfa_index"),
    path("vao/ma/", views.Code.as_view(), name="mfa_authenticate"),
    path("vao/mat-khau/", views.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("vao/ma-lan-nua/", views.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("vao/bat/", views.SetUp.as_view(), name="mfa_activate_totp"),
    path("vao/tat/", views.TakeDown.as_view(), name="mfa_deactivate_totp"),
    path("vao/ma-du-phong/", views.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("vao/ma-du-phong/moi/", views.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("vao/khoa/", views.inactive, name="account_inactive"),
]
