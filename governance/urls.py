"""Addresses of governance."""

from django.urls import URLPattern, path

from governance.views import wgr

app_name = "governance"

urlpatterns: list[URLPattern] = [
    path("wgr-check/", wgr.check, name="wgr"),
]
