"""Addresses of the register. Slugs of partnerships may not be one of `GERESERVEERD`."""

from django.urls import URLPattern, path

from verbanden.views import dashboard

app_name = "verbanden"

GERESERVEERD = frozenset({"kosten", "nieuw", "voorstellen"})

urlpatterns: list[URLPattern] = [
    path("verbanden/<slug:slug>/", dashboard.toon, name="dashboard"),
    path("verbanden/<slug:slug>/dashboard.pdf", dashboard.pdf, name="dashboard_pdf"),
]
