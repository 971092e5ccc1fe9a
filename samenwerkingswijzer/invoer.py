"""Input that no page can use is refused in one place, before a view or the database sees it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse

from samenwerkingswijzer import foutpaginas

NUL = "\x00"
NUL_UITLEG = "In wat u opstuurde staat een teken dat we niet kunnen verwerken."
FORMULIER = ("application/x-www-form-urlencoded", "multipart/form-data")


class InvoerMiddleware:
    """Answers 400 on a NUL byte in path, query or form, and 413 on a form that is too large."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or refuse it."""
        try:
            onbruikbaar = heeft_nul(request)
        except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent) as fout:
            return foutpaginas.te_groot(request, fout)
        if onbruikbaar:
            return foutpaginas.ongeldig_verzoek(request, BadRequest(NUL_UITLEG))
        return self.get_response(request)


def heeft_nul(request: HttpRequest) -> bool:
    """Whether a NUL byte stands in the path, the query or a field of the form."""
    if NUL in request.path_info or any(NUL in deel for paar in request.GET.lists() for deel in (paar[0], *paar[1])):
        return True
    if request.method != "POST" or request.content_type not in FORMULIER:
        return False
    if any(NUL in deel for naam, waarden in request.POST.lists() for deel in (naam, *waarden)):
        return True
    return any(NUL in (bestand.name or "") for _, bestanden in request.FILES.lists() for bestand in bestanden)
