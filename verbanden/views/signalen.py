"""The signals: of the whole portfolio and of one partnership."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.signalen import IEDEREEN, Signaalfilter
from verbanden.signalering import weergave
from verbanden.signalering.lezen import Melding, lees, portefeuille
from verbanden.signalering.voor import MET_EIGEN, eigen
from verbanden.views.bewerkpagina import ONGELDIG, kruimels, naam
from verbanden.views.dashboard import verband_of_404


@require_safe
def lijst(request: Verzoek) -> HttpResponse:
    """Every signal; for the role of the reader unless another was chosen."""
    eis(request.user, Recht.BEKIJKEN)
    alle = portefeuille(request.peildatum)
    namen = {(melding.slug, melding.naam) for melding in alle if melding.slug}
    verbanden = sorted(namen, key=lambda paar: paar[1].casefold())
    vraag = {"voor": request.user.rol, **request.GET.dict()}
    filter_ = Signaalfilter(vraag, verbanden=verbanden, met_eigen=request.user.rol in MET_EIGEN)
    gekozen = _kies(request, alle, filter_) if filter_.is_valid() else []
    context = {"filter": filter_, "dag": request.peildatum.dag, **_groepen(gekozen)}
    return render(request, "verbanden/signalen.html", context, status=200 if filter_.is_valid() else ONGELDIG)


def _kies(request: Verzoek, alle: Iterable[Melding], filter_: Signaalfilter) -> list[Melding]:
    """What the filter leaves."""
    keuze: dict[str, Any] = filter_.cleaned_data
    ids = eigen(request.user, request.peildatum) if keuze.get("eigen") else None
    voor = keuze["voor"] or request.user.rol
    return [
        melding
        for melding in alle
        if (voor == IEDEREEN or voor in melding.signaal.voor)
        and keuze["ernst"] in ("", melding.signaal.regel.ernst)
        and keuze["groep"] in ("", melding.signaal.regel.groep)
        and keuze["verband"] in ("", melding.slug)
        and (ids is None or melding.signaal.verband_id in ids)
    ]


@require_safe
def van_verband(request: Verzoek, slug: str) -> HttpResponse:
    """The signals of one partnership, for every role."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    context = {
        "verband": verband,
        "onderwerp": naam(verband),
        "kruimels": kruimels(verband),
        "dag": request.peildatum.dag,
        **_groepen(lees(request.peildatum, verband.id)),
    }
    return render(request, "verbanden/signalen_verband.html", context)


def _groepen(meldingen: Iterable[Melding]) -> dict[str, Any]:
    """The open ones by seriousness, and what was dealt with."""
    alle = list(meldingen)
    open_ = [melding for melding in alle if melding.open]
    return {
        "groepen": weergave.per_ernst(open_),
        "aantal": len(open_),
        "afgehandeld": [melding for melding in alle if not melding.open],
    }
