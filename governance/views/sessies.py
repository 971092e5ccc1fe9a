"""All sessions with the classes over the years, a new session, and the home of one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render

from governance.forms.sessie import NieuweSessie
from governance.handelingen import sessies
from governance.models import KLAAR, MET_UITSLAG, Sessie, Sessiestatus
from governance.relevantie import sessiejaar
from governance.sessie import beeld
from governance.sessie.portefeuille import jaren
from governance.sessie.toegang import deelnemer_van, mag_meekijken, mag_voorbereiden
from governance.sessie.voorbereiding import Regel, Voorbereiding, lees_voorbereiding
from governance.views.pagina import invulbaar
from governance.views.sessiekader import LEZEN, OOK_SCHRIJVEN, adres, kader, sessiepagina, wie_leest, wie_voorbereidt
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Klasse
from verbanden.opvolgen import Vervolg, opvolger
from verbanden.views.bewerkpagina import ONGELDIG, in_verleden, nu
from verbanden.views.poging import geweigerd

HERKOMST = "sessie"


def lijst(request: Verzoek) -> HttpResponse:
    """The sessions, and per partnership its class over the years with who moved and why."""
    if request.method not in LEZEN:
        return HttpResponseNotAllowed(LEZEN)
    eis(request.user, Recht.BEKIJKEN)
    context = {
        "sessies": beeld.sessies(request.peildatum),
        "portefeuille": jaren(request.peildatum),
        "mag_voorbereiden": not request.peildatum.verleden and mag_voorbereiden(request.user),
    }
    return render(request, "governance/sessies.html", context)


def nieuw(request: Verzoek) -> HttpResponse:
    """Begin a session."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    wie_voorbereidt(request)
    if weg := in_verleden(request):
        return weg
    if request.method != "POST":
        return _toon_nieuw(request, NieuweSessie(initial={"jaar": sessiejaar(request.peildatum.dag)}))
    formulier = NieuweSessie(request.POST)
    if not formulier.is_valid():
        return _toon_nieuw(request, formulier, ONGELDIG)
    gemaakt: list[Sessie] = []

    def doe() -> None:
        gemaakt.append(sessies.bereid_voor(**formulier.cleaned_data, door=request.user, op=nu()))

    if status := geweigerd(formulier, doe):
        return _toon_nieuw(request, formulier, status)
    messages.success(request, "De sessie is begonnen. Kies nu hoe scores getoond worden, wie meedoet en waarover.")
    return HttpResponseRedirect(adres("sessie", gemaakt[0]))


def _toon_nieuw(request: Verzoek, formulier: NieuweSessie, status: int = 200) -> HttpResponse:
    return render(request, "governance/sessie_nieuw.html", {"formulier": formulier}, status=status)


@sessiepagina(*LEZEN, eis_recht=wie_leest, verleden=True)
def thuis(request: Verzoek, sessie: Any) -> HttpResponse:
    """The session with everything around it, and what this reader can do next."""
    return toon_thuis(request, sessie)


def toon_thuis(request: Verzoek, sessie: Any, fouten: list[str] | None = None, status: int = 200) -> HttpResponse:
    """The home of a session, with what was refused."""
    return render(request, "governance/sessie.html", thuiscontext(request, sessie, fouten), status=status)


def thuiscontext(request: Verzoek, sessie: Any, fouten: list[str] | None = None) -> dict[str, Any]:
    """What every page of the griffie around one session shows of it."""
    gelezen, verleden = voorbereiding_of_404(request, sessie.id), request.peildatum.verleden
    open_ = sessie.status in (*MET_UITSLAG, *KLAAR) or mag_voorbereiden(request.user)
    doet_mee = not verleden and deelnemer_van(sessie, request.user) is not None
    return {
        **kader(request, sessie, ""),
        "gelezen": gelezen,
        "treden": treden(sessie.status),
        "voorbereiden": sessie.status == Sessiestatus.VOORBEREIDING,
        "vastgesteld": sessie.status == Sessiestatus.VASTGESTELD,
        "klaar": sessie.status in KLAAR,
        "toon_besluit": _toont_besluit(request, sessie),
        "regels": _regels(request, sessie, gelezen),
        "mag_voorbereiden": not verleden and mag_voorbereiden(request.user),
        "mag_meekijken": mag_meekijken(request.user),
        "doet_mee": doet_mee,
        "toon_vorig": sessie.toon_vorig or open_,
        "toon_voorstel": sessie.toon_voorstel or open_,
        "fouten": [("", tekst) for tekst in fouten or ()],
    }


def _toont_besluit(request: Verzoek, sessie: Any) -> bool:
    """What was decided is for who may see the session, until it is adopted."""
    gesloten = sessie.status == Sessiestatus.BESPREKEN and mag_meekijken(request.user)
    return gesloten or sessie.status == Sessiestatus.VASTGESTELD


def _regels(request: Verzoek, sessie: Any, gelezen: Voorbereiding) -> list[tuple[Regel, Vervolg | None]]:
    """The partnerships, each with what can be done about its decision once that is adopted. At most two queries."""
    besloten = gelezen.regels if sessie.status == Sessiestatus.VASTGESTELD else ()
    ids = [regel.rij.verband.id for regel in besloten if regel.rij.rij.klasse]
    gaten = opvolger(ids, request.peildatum.moment, invulbaar(request, ids) if ids else set())
    gat = f"{HERKOMST}:{sessie.id}"
    return [
        (regel, gaten.vervolg(regel.rij.verband, gat, _doen(sessie, regel.rij.rij.klasse)) if ids else None)
        for regel in gelezen.regels
    ]


def _doen(sessie: Any, klasse: str) -> str:
    """What a decision asks, as the title of an item; empty without one."""
    return f"Uitwerken wat de sessie van {sessie.jaar} besloot: {Klasse(klasse).label.lower()}" if klasse else ""


def voorbereiding_of_404(request: Verzoek, sessie_id: int) -> Voorbereiding:
    """The session with its participants and proposals."""
    gelezen = lees_voorbereiding(sessie_id, request.peildatum)
    if gelezen is None:
        raise Http404("Deze sessie is er niet.")
    return gelezen


def treden(status: str) -> list[tuple[str, str]]:
    """The states in order, each with how it stands: klaar, nu or straks."""
    if status == Sessiestatus.AFGEBROKEN:
        return [(Sessiestatus.AFGEBROKEN.label, "nu")]
    alle = [stand for stand in Sessiestatus if stand.value != "afgebroken"]
    hier = alle.index(Sessiestatus(status))
    klaar = status == Sessiestatus.VASTGESTELD
    return [
        (stand.label, "klaar" if plek < hier or klaar else "nu" if plek == hier else "straks")
        for plek, stand in enumerate(alle)
    ]
