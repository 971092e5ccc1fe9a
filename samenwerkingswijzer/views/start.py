"""The first page, by role: each function may offer one; without an offer one starts on the first menu entry."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from samenwerkingswijzer.functies import register
from samenwerkingswijzer.rechten import Recht, Rol, eis
from samenwerkingswijzer.verzoek import Verzoek


@require_safe
def start(request: Verzoek) -> HttpResponse:
    """The start page of this reader's role."""
    eis(request.user, Recht.BEKIJKEN)
    rol = Rol(request.user.rol)
    pagina = register.startpagina(rol)
    if pagina:
        return pagina(request)  # type: ignore[no-any-return]  # a view of a function
    return HttpResponseRedirect(reverse(next(punt.url_naam for punt in register.menu if rol in punt.rollen)))
