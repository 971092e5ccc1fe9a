"""Addresses of the governance of partnerships."""

from django.urls import path

from governance.views import zeggenschap

app_name = "governance"

urlpatterns = [
    path("zeggenschap/", zeggenschap.lijst, name="zeggenschap"),
    path("verbanden/<slug:slug>/zeggenschap/", zeggenschap.verband, name="zeggenschap_verband"),
]
