"""One signal: why it is there, and dealing with it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from samenwerkingswijzer.attendering.catalogus import ernstwoorden
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.signalen import Afhandelformulier, schrijf
from verbanden.handelingen import signalen
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Signaalafhandeling
from verbanden.signalering.drempels import drempels
from verbanden.signalering.lezen import Melding, lees, zoek
from verbanden.signalering.weergave import Regelgroep
from verbanden.views.bewerkpagina import ONGELDIG, eis_hier, in_verleden, kruimels, lees_versie, naam, nu
from verbanden.views.dashboard import verband_of_404
from verbanden.views.poging import geweigerd

METHODEN = ("GET", "HEAD", "POST")
WEG = "Dit signaal is er niet meer: de oorzaak is weg of veranderd."
GELUKT = {
    Signaalafhandeling.Uitkomst.AFGEHANDELD: "Het signaal is afgehandeld. Het komt terug als de oorzaak verandert.",
    Signaalafhandeling.Uitkomst.AGENDA: "Het staat op de langetermijnagenda van de raad.",
}


def signaal(request: Verzoek, slug: str, regel: str, merk: str) -> HttpResponse:
    """Read one signal; a POST deals with it."""
    if request.method not in METHODEN:
        return HttpResponseNotAllowed(METHODEN)
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    melding = _melding(request, verband, regel, merk)
    formulier = partial(Afhandelformulier, met_agenda=register.agendeer is not None)
    if request.method != "POST":
        return _toon(request, verband, melding, formulier())
    return in_verleden(request) or _handel_af(request, verband, melding, formulier(request.POST))


def _melding(request: Verzoek, verband: Any, regel: str, merk: str) -> Melding:
    """The signal as it stands; 404 when its cause is gone."""
    melding = zoek(lees(request.peildatum, verband.id), regel, merk)
    if melding is None:
        raise Http404(WEG)
    return melding


def _handel_af(request: Verzoek, verband: Any, melding: Melding, formulier: Afhandelformulier) -> HttpResponse:
    eis_hier(request, verband, Recht.SIGNAAL_AFHANDELEN)
    if not formulier.is_valid():
        return _toon(request, verband, melding, formulier, ONGELDIG)
    keuze = formulier.cleaned_data
    vast: dict[str, Any] = {"verband": verband, "signaal": melding.signaal, "uitleg": keuze["uitleg"]}
    doe = partial(signalen.handel_af, **vast, door=request.user, op=nu())
    if register.agendeer and keuze["uitkomst"] == Signaalafhandeling.Uitkomst.AGENDA:
        vast |= {"dag": keuze["agendadatum"], "agendeer": register.agendeer}
        doe = partial(signalen.zet_op_agenda, **vast, door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _toon(request, verband, melding, formulier, status)
    messages.success(request, GELUKT[keuze["uitkomst"]])
    return HttpResponseRedirect(reverse("verbanden:signalen_verband", args=[verband.slug]))


def _toon(
    request: Verzoek, verband: Any, melding: Melding, formulier: Afhandelformulier, status: int = 200
) -> HttpResponse:
    hier, regel = melding.signaal, melding.signaal.regel
    context = {
        "verband": verband,
        "onderwerp": naam(verband),
        "kruimels": [*kruimels(verband), ("Signalen", reverse("verbanden:signalen_verband", args=[verband.slug]))],
        "melding": melding,
        "regel": regel,
        "groep": Regelgroep(regel, [melding]),
        "ernst": ernstwoorden()[regel.ernst],
        "drempel": _drempel(request, melding),
        "plek": hier.url if not hier.recht or _mag(request, verband, Recht[hier.recht]) else "",
        "mag_afhandelen": _mag(request, verband, Recht.SIGNAAL_AFHANDELEN),
        "formulier": formulier,
    }
    return render(request, "verbanden/signaal.html", context, status=status)


def _mag(request: Verzoek, verband: Any, recht: Recht) -> bool:
    """Whether this reader may do this today; nothing in the past."""
    return not request.peildatum.verleden and mag(request.user, recht, verband=verband, op=timezone.localdate())


def _drempel(request: Verzoek, melding: Melding) -> str:
    """From where on this rule speaks, with its unit; empty for a rule without a threshold."""
    drempel = melding.signaal.regel.drempel
    if drempel is None:
        return ""
    waarde = drempels(request.peildatum.moment)[melding.signaal.regel.sleutel]
    return f"{schrijf(waarde)} {drempel.eenheid}"


@require_POST
def heropen(request: Verzoek, slug: str, regel: str, merk: str) -> HttpResponse:
    """Open a signal again that was dealt with."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    if weg := in_verleden(request):
        return weg
    eis_hier(request, verband, Recht.SIGNAAL_AFHANDELEN)
    melding = _melding(request, verband, regel, merk)
    try:
        signalen.heropen(
            verband=verband,
            afhandeling_id=melding.afhandeling.id if melding.afhandeling else 0,
            versie=lees_versie(request.POST.get("versie")),
            door=request.user,
            op=nu(),
        )
    except VersieConflict:
        messages.error(request, "Iemand anders veranderde dit intussen. Kijk het na en probeer het opnieuw.")
    else:
        messages.success(request, "Het signaal staat weer open.")
    return HttpResponseRedirect(reverse("verbanden:signaal", args=[slug, regel, merk]))
