"""Addresses of the register. Slugs of partnerships may not be one of `GERESERVEERD`."""

from django.urls import URLPattern, path

app_name = "verbanden"

GERESERVEERD = frozenset({"kosten", "nieuw", "voorstellen"})

urlpatterns: list[URLPattern] = []
