"""The few pages of allauth that the portal needs, and our own about messages.

Accounts come from the beheerder: all other pages of allauth are closed.
"""

from allauth.account import views
from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenwerkingswijzer.toegang import Inloggen, WachtwoordWijzigen
from samenwerkingswijzer.views import meldingen

formulier = require_http_methods(["GET", "HEAD", "POST"])

urlpatterns: list[URLPattern] = [
    path("login/", formulier(Inloggen.as_view()), name="account_login"),
    path("logout/", require_POST(views.logout), name="account_logout"),
    path("meldingen/", formulier(meldingen.meldingen), name="account_meldingen"),
    path("meldingen/afmelden/<str:key>/", formulier(meldingen.afmelden), name="account_afmelden"),
    path("inactive/", require_safe(views.account_inactive), name="account_inactive"),
    path("password/change/", formulier(WachtwoordWijzigen.as_view()), name="account_change_password"),
    path("password/reset/", formulier(views.password_reset), name="account_reset_password"),
    path("password/reset/done/", require_safe(views.password_reset_done), name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        require_safe(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        formulier(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
