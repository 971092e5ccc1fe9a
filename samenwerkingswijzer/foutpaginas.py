"""The pages for 400, 403, 404, 413 and 500, all in Dutch and none of them in need of the database."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.urls import Resolver404

from samenwerkingswijzer.signalen import meld_weigering

KOPPEN = {
    400: "Dit verzoek kunnen we niet lezen",
    403: "U mag dit niet bekijken of doen",
    404: "Deze pagina bestaat niet",
    413: "Dit is te groot om te versturen",
    429: "U probeerde dit te vaak",
    500: "Er ging iets mis bij ons",
    503: "Dit kunnen we nu niet geven",
}


def foutpagina(request: HttpRequest, status: int, uitleg: str = "") -> HttpResponse:
    """Render `<status>.html` (413, 429 and 503 share the page of 400) with a heading and an optional sentence."""
    sjabloon = "400.html" if status not in KOPPEN or status in (TE_GROOT, TE_VAAK, NIET_NU) else f"{status}.html"
    inhoud = loader.render_to_string(sjabloon, {"kop": KOPPEN.get(status, ""), "uitleg": uitleg}, request)
    return HttpResponse(inhoud, status=status)


TE_GROOT, TE_VAAK, NIET_NU = 413, 429, 503


def ongeldig_verzoek(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request cannot be read. A `BadRequest` carries our own sentence; other exceptions keep theirs inside."""
    return foutpagina(request, 400, str(exception) if isinstance(exception, BadRequest) else "")


def geen_toegang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known, but not allowed. The exception says which right is missing."""
    uitleg = str(exception or "")
    meld_weigering(request, 403, uitleg)
    return foutpagina(request, 403, uitleg)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not for this reader. An address that leads nowhere needs no explanation."""
    uitleg = "" if exception is None or isinstance(exception, Resolver404) else str(exception)
    return foutpagina(request, 404, uitleg)


def te_groot(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """413: more fields, files or text than a form may hold."""
    return foutpagina(request, TE_GROOT, "Verstuur minder tekst of minder bestanden tegelijk.")


def te_vaak(request: HttpRequest, uitleg: str = "") -> HttpResponse:
    """429: more attempts than a person makes."""
    meld_weigering(request, TE_VAAK, "te vaak")
    return foutpagina(request, TE_VAAK, uitleg or "Wacht een paar minuten en probeer het dan opnieuw.")


def serverfout(request: HttpRequest) -> HttpResponse:
    """500: our mistake. The page uses no context processor, so that it also appears when the database is down."""
    return HttpResponse(loader.render_to_string("500.html", {"kop": KOPPEN[500]}), status=500)


def csrf_mislukt(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 when the security code of a form is missing or stale."""
    meld_weigering(request, 403, "beveiligingscode klopt niet")
    return foutpagina(
        request,
        403,
        "De beveiligingscode van het formulier klopt niet meer. Ga terug, laad de pagina opnieuw en verstuur nog eens.",
    )
