"""Addresses of governance."""

from django.urls import URLPattern, path

from governance.views import wgr, zeggenschap

app_name = "governance"

urlpatterns: list[URLPattern] = [
    path("zeggenschap/", zeggenschap.lijst, name="zeggenschap"),
    path("verbanden/<slug:slug>/zeggenschap/", zeggenschap.verband, name="zeggenschap_verband"),
    path("wgr-check/", wgr.check, name="wgr"),
]
