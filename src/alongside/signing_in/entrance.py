"""The addresses of signing in, under the names by which the library that signs people in asks for them."""

from __future__ import annotations

from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import path

from alongside.signing_in import second_step, views

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/second-step/", second_step.second_step, name="mfa_authenticate"),
    path("sign-in/with/<slug:provider_id>/", openid.login, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", openid.callback, name="openid_connect_callback"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("change-password/", views.change_password, name="account_change_password"),
    path("change-password/done/", views.password_changed, name="password_changed"),
]
