"""The versions of an article: what changed, who reviewed it, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kennisbank.bijlagen import anders, lees
from kennisbank.forms.artikel import Publicatie
from kennisbank.handelingen import artikelen
from kennisbank.models import VOLGENDE_STATUS, Artikel, Artikelversie, Status
from kennisbank.onderhoud import werk
from kennisbank.views.pagina import OPENBAAR, kennispagina, kruimels, mag_schrijven, toon, zichtbare_versies, zoek
from kennisbank.weergave import verschillen
from samenwerkingswijzer.bewerken import BOTSING, ONGELDIG, geweigerd, lees_versie, nu
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.tekst import artikel_html
from samenwerkingswijzer.verzoek import Verzoek

INTUSSEN = "Iemand anders veranderde deze versie intussen. Er is niets gebeurd. Kijk haar opnieuw na."
GEDAAN = {
    "nakijken": "Nagekeken. De versie kan nu worden gepubliceerd.",
    "publiceren": "Gepubliceerd. Lezers zien nu deze versie.",
    "intrekken": "Ingetrokken. Lezers zien dit artikel niet meer.",
    "weggooien": "Het concept is weggegooid.",
}


@kennispagina("GET", "HEAD")
def versies(request: Verzoek, artikel: str) -> HttpResponse:
    """All versions of an article; readers see those that were published once."""
    gevonden = zoek(request, artikel)
    rijen = zichtbare_versies(request, gevonden)
    if not rijen:
        raise Http404("Dit artikel is niet gepubliceerd.")
    ids = [nummer for rij in rijen for nummer in (rij.schrijver_id, rij.nagekeken_door_id)]
    wie = namen(ids, request.peildatum.moment)
    context = {
        "artikel": gevonden,
        "titel": rijen[0].titel,
        "regels": [(rij, wie.get(rij.schrijver_id), wie.get(rij.nagekeken_door_id)) for rij in rijen],
        "kan_beginnen": mag_schrijven(request) and rijen[0].status in OPENBAAR,
        "kruimels": kruimels((rijen[0].titel, gevonden.get_absolute_url())),
    }
    return toon(request, "versies", context)


@kennispagina("GET", "HEAD", "POST")
def versie(request: Verzoek, artikel: str, nummer: int) -> HttpResponse:
    """One version with what differs from the one before; a POST takes the next step with it."""
    if request.method == "POST":
        eis(request.user, Recht.KENNIS_SCHRIJVEN)
    gevonden = zoek(request, artikel)
    rijen = zichtbare_versies(request, gevonden)
    rij = next((een for een in rijen if een.nummer == nummer), None)
    if rij is None:
        raise Http404("Deze versie is er niet.")
    if request.method != "POST":
        return _toon(request, gevonden, rij, rijen, Publicatie())
    return _zet_stap(request, gevonden, rij, rijen)


@kennispagina("GET", "HEAD", recht=Recht.KENNIS_SCHRIJVEN)
def onderhoud(request: Verzoek) -> HttpResponse:
    """What asks for work: review dates that passed, versions on their way, questions."""
    return toon(request, "onderhoud", {"tab": "onderhoud", "werk": werk(request.peildatum)})


def _zet_stap(request: Verzoek, gevonden: Artikel, rij: Artikelversie, rijen: list[Any]) -> HttpResponse:
    formulier = Publicatie(request.POST)
    formulier.is_valid()
    stap, toelichting = request.POST.get("doe", ""), formulier.cleaned_data.get("toelichting", "")
    vast: dict[str, Any] = {"versie": lees_versie(request.POST.get("versie")), "door": request.user, "op": nu()}
    stappen: dict[str, Callable[[], object]] = {
        "nakijken": partial(artikelen.kijk_na, concept=rij, **vast),
        "publiceren": partial(artikelen.publiceer, concept=rij, toelichting=toelichting, **vast),
        "intrekken": partial(artikelen.trek_in, artikelversie=rij, **vast),
        "weggooien": partial(artikelen.gooi_weg, concept=rij, **vast),
    }
    if stap not in stappen:
        raise BadRequest("Deze stap is er niet.")
    status = geweigerd(formulier, stappen[stap]) if not formulier.errors else ONGELDIG
    if status:
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, gevonden, rij, rijen, formulier, status)
    messages.success(request, GEDAAN[stap])
    return HttpResponseRedirect(_daarna(gevonden, rij, stap))


def _daarna(gevonden: Artikel, rij: Artikelversie, stap: str) -> str:
    if stap == "publiceren":
        return gevonden.get_absolute_url()
    if stap == "weggooien":
        return reverse("kennisbank:onderhoud")
    return reverse("kennisbank:versie", args=[gevonden.slug, rij.nummer])


def _toon(
    request: Verzoek, gevonden: Artikel, rij: Any, rijen: list[Any], formulier: Publicatie, status: int = 200
) -> HttpResponse:
    vorige = next((een for een in rijen if een.nummer < rij.nummer), None)
    wie = namen([rij.schrijver_id, rij.nagekeken_door_id], request.peildatum.moment)
    schrijft = mag_schrijven(request)
    bijlagen = lees(gevonden, rij)
    erbij, weg = anders(vorige.id, bijlagen.lijst) if vorige else ([], [])
    mogelijk = VOLGENDE_STATUS[Status(rij.status)] if schrijft else frozenset()
    context = {
        "artikel": gevonden,
        "rij": rij,
        "vorige": vorige,
        "verschillen": verschillen(vorige, rij) if vorige else [],
        "bijlagen": bijlagen.lijst,
        "bijlagen_erbij": erbij,
        "bijlagen_weg": weg,
        "html": artikel_html(rij.tekst, bijlagen.beelden),
        "schrijver": wie.get(rij.schrijver_id, ""),
        "nagekeken_door": wie.get(rij.nagekeken_door_id, ""),
        "formulier": formulier,
        "kan_nakijken": Status.NAGEKEKEN in mogelijk and not artikelen.schreef_mee(rij, request.user),
        "schreef_mee": Status.NAGEKEKEN in mogelijk and artikelen.schreef_mee(rij, request.user),
        "kan_publiceren": Status.GEPUBLICEERD in mogelijk,
        "kan_intrekken": Status.INGETROKKEN in mogelijk,
        "kan_bewerken": schrijft and rij.status in (Status.CONCEPT, Status.NAGEKEKEN),
        "kan_weggooien": schrijft and rij.status == Status.CONCEPT,
        "kruimels": kruimels(
            (rij.titel, gevonden.get_absolute_url()), ("Versies", reverse("kennisbank:versies", args=[gevonden.slug]))
        ),
    }
    return toon(request, "versie", context, status)
