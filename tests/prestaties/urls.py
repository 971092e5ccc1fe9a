"""The addresses of the portal, and the bare page against which the others are measured."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from samenwerkingswijzer.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

KAAL = engines["django"].from_string("{% extends 'basis.html' %}")


def kaal(request: HttpRequest) -> HttpResponse:
    """A logged-in page of the same base template, without content."""
    return HttpResponse(KAAL.render({}, request))


urlpatterns = [*urlpatterns, path("meting/kaal/", kaal, name="meting_kaal")]
