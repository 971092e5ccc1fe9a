"""Who changed what of a partnership, when and why."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import geschiedenis as lezing
from verbanden import onderdelen
from verbanden.forms.geschiedenis import Filter
from verbanden.views.bewerkpagina import ONGELDIG, kruimels, naam, toon
from verbanden.views.dashboard import verband_of_404

PER_BLADZIJDE = 50
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@require_safe
def geschiedenis(request: Verzoek, slug: str) -> HttpResponse:
    """The history of one partnership, newest first, as known on the reference date."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    alle = lezing.regels(verband.id, tot=request.peildatum.moment)
    titels = {deel.sleutel: deel.titel for deel in onderdelen.alle()}
    formulier = Filter(request.GET, onderdelen=titels, regels=alle)
    gekozen = formulier.kies(alle)
    bladzijde = Paginator(gekozen, PER_BLADZIJDE).get_page(request.GET.get("bladzijde"))
    context = {
        "verband": verband,
        "kruimels": kruimels(verband),
        "naam": naam(verband),
        "filter": formulier,
        "dagen": [_dag(dag, list(regels), titels) for dag, regels in groupby(bladzijde, key=lambda regel: regel.dag)],
        "bladzijde": bladzijde,
        "getoond": len(bladzijde.object_list),
        "totaal": len(alle),
        "vraag": _vraag(request),
        "terug": reverse("verbanden:dashboard", args=[slug]),
    }
    return toon(request, "geschiedenis", context, status=ONGELDIG if formulier.errors else 200)


def _dag(dag: Any, regels: list[lezing.Regel], titels: dict[str, str]) -> dict[str, Any]:
    return {
        "dag": dag,
        "naam": DAGEN[dag.weekday()],
        "regels": [{"regel": regel, "onderdeel": titels.get(regel.onderdeel, "")} for regel in regels],
    }


def _vraag(request: Verzoek) -> str:
    """The filter as it goes along to another page of the list."""
    vraag = request.GET.copy()
    for weg in ("bladzijde", "peildatum"):
        vraag.pop(weg, None)
    return vraag.urlencode()
