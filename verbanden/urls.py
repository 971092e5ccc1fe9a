"""Addresses of the register; `adressen.GERESERVEERD` keeps slugs away from the fixed ones."""

from django.urls import URLPattern, path

from verbanden.views import dashboard, overzicht

app_name = "verbanden"

urlpatterns: list[URLPattern] = [
    path("verbanden/", overzicht.toon, name="overzicht"),
    path("verbanden/kosten/", overzicht.kosten, name="kosten"),
    path("verbanden/selectie.<slug:formaat>", overzicht.download, name="selectie"),
    path("verbanden/<slug:slug>/", dashboard.toon, name="dashboard"),
    path("verbanden/<slug:slug>/dashboard.pdf", dashboard.pdf, name="dashboard_pdf"),
]
