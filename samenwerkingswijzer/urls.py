"""Addresses of the portal. Each function adds its own in `<app>/urls.py`."""

from importlib.util import find_spec

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from samenwerkingswijzer import demo, gezondheid
from samenwerkingswijzer.views import peildatum, start, zoeken

handler400 = "samenwerkingswijzer.foutpaginas.ongeldig_verzoek"
handler403 = "samenwerkingswijzer.foutpaginas.geen_toegang"
handler404 = "samenwerkingswijzer.foutpaginas.niet_gevonden"
handler429 = "samenwerkingswijzer.foutpaginas.te_vaak"
handler500 = "samenwerkingswijzer.foutpaginas.serverfout"

# One door: the admin's own log-in form would count no failures.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

FUNCTIES = ("verbanden", "governance", "evaluatie", "kennisbank")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", start.start, name="start"),
    path("peildatum/", peildatum.kies, name="peildatum"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("demo/inloggen/", demo.inloggen, name="demo_inloggen"),
    path("healthz", gezondheid.healthz, name="healthz"),
    path("readyz", gezondheid.readyz, name="readyz"),
    path("account/", include("samenwerkingswijzer.accountadressen")),
    path("beheer/", admin.site.urls),
]
urlpatterns += [path("", include(f"{functie}.urls")) for functie in FUNCTIES if find_spec(f"{functie}.urls")]
