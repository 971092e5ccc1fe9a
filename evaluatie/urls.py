"""Addresses of evaluatie."""

from django.urls import URLPattern, path

from evaluatie.views import ontwikkelagenda

app_name = "evaluatie"

urlpatterns: list[URLPattern] = [
    path("verbanden/<slug:slug>/ontwikkelagenda/", ontwikkelagenda.van_verband, name="ontwikkelagenda"),
]
