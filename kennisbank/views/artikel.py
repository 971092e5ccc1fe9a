"""One article: reading it, saying whether it helped, and asking its owner something."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kennisbank.bijlagen import lees
from kennisbank.forms.artikel import Antwoord, Vraag
from kennisbank.handelingen import lezers
from kennisbank.lezen import Stuk, leespad, met_slugs
from kennisbank.models import Artikel, Artikelversie, Artikelvraag, Leespad, Nuttig, Soort
from kennisbank.views.pagina import kennispagina, kruimels, mag_schrijven, toon, zoek
from kennisbank.weergave import woorden_in
from samenwerkingswijzer.bewerken import BOTSING, ONGELDIG, geweigerd, lees_versie, nu
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.tekst import artikel_html
from samenwerkingswijzer.verzoek import Verzoek

LIJSTEN = {
    Soort.BEGRIP: ("Begrippen", "kennisbank:begrippen"),
    Soort.UITGANGSPUNT: ("Uitgangspunten", "kennisbank:uitgangspunten"),
    Soort.BELEIDSKADER: ("Beleidskaders", "kennisbank:beleidskaders"),
}


@kennispagina("GET", "HEAD")
def artikel(request: Verzoek, artikel: str) -> HttpResponse:
    """An article as readers saw it on the reference date."""
    return _toon(request, zoek(request, artikel), Vraag())


@kennispagina("POST")
def nuttig(request: Verzoek, artikel: str) -> HttpResponse:
    """Say whether the article helped."""
    gevonden = zoek(request, artikel)
    _gepubliceerd(request, gevonden)
    antwoord = request.POST.get("nut", "")
    if antwoord not in Nuttig.Antwoord.values:
        raise BadRequest("Kies ja of nee.")
    lezers.vind(artikel=gevonden, antwoord=antwoord, door=request.user, op=nu())
    messages.success(request, "Bedankt. U kunt uw antwoord altijd veranderen.")
    return HttpResponseRedirect(gevonden.get_absolute_url())


@kennispagina("POST")
def vraag(request: Verzoek, artikel: str) -> HttpResponse:
    """Ask the owner of the article something."""
    gevonden = zoek(request, artikel)
    _gepubliceerd(request, gevonden)
    formulier = Vraag(request.POST)
    if not formulier.is_valid():
        return _toon(request, gevonden, formulier, ONGELDIG)
    doe = partial(lezers.vraag, artikel=gevonden, tekst=formulier.cleaned_data["vraag"], door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _toon(request, gevonden, formulier, status)
    messages.success(request, "Uw vraag is gesteld. Het antwoord komt bij dit artikel te staan.")
    return HttpResponseRedirect(gevonden.get_absolute_url())


@kennispagina("GET", "HEAD", "POST", recht=Recht.KENNIS_SCHRIJVEN)
def antwoord(request: Verzoek, vraag_id: int) -> HttpResponse:
    """Answer a question, or mend the answer."""
    gesteld = Artikelvraag.objects.filter(id=vraag_id).first()
    if gesteld is None:
        raise Http404("Deze vraag is er niet.")
    if request.method != "POST":
        return _toon_antwoord(request, gesteld, Antwoord(initial={"antwoord": gesteld.antwoord}))
    formulier = Antwoord(request.POST)
    if not formulier.is_valid():
        return _toon_antwoord(request, gesteld, formulier, ONGELDIG)
    doe = partial(
        lezers.beantwoord,
        vraag=gesteld,
        versie=lees_versie(request.POST.get("versie")),
        antwoord=formulier.cleaned_data["antwoord"],
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, f"Iemand anders gaf intussen dit antwoord: {gesteld.antwoord}")
        return _toon_antwoord(request, gesteld, formulier, status)
    messages.success(request, "Het antwoord staat bij het artikel.")
    return HttpResponseRedirect(f"{Artikel.objects.get(id=gesteld.artikel_id).get_absolute_url()}#vragen")


def _toon_antwoord(request: Verzoek, gesteld: Artikelvraag, formulier: Antwoord, status: int = 200) -> HttpResponse:
    """The form; it carries the version that is shown, also after somebody else answered."""
    bij = Artikel.objects.get(id=gesteld.artikel_id)
    context = {
        "vraag": gesteld,
        "artikel": bij,
        "formulier": formulier,
        "kruimels": kruimels((bij.slug, bij.get_absolute_url())),
    }
    return toon(request, "antwoord", context, status)


def _gepubliceerd(request: Verzoek, gevonden: Artikel) -> Any:
    """The version that readers saw; 404 when there was none."""
    moment = request.peildatum.moment
    versie = Artikelversie.objects.gepubliceerd(moment).filter(artikel_id=gevonden.id).first()
    if versie is None:
        raise Http404("Dit artikel is niet gepubliceerd.")
    return versie


def _toon(request: Verzoek, gevonden: Artikel, formulier: Vraag, status: int = 200) -> HttpResponse:
    bestaat = Artikelversie.objects.gepubliceerd(request.peildatum.moment).filter(artikel_id=gevonden.id).first()
    if bestaat is None and mag_schrijven(request):
        return HttpResponseRedirect(reverse("kennisbank:versies", args=[gevonden.slug]))
    versie = bestaat or _gepubliceerd(request, gevonden)
    tekst = f"{versie.samenvatting}\n{versie.tekst}"
    bijlagen = lees(gevonden, versie)
    context = {
        "stuk": Stuk(gevonden, versie, len(versie.tekst)),
        "versie": versie,
        "bijlagen": bijlagen.lijst,
        "html": artikel_html(versie.tekst, bijlagen.beelden),
        "woorden": woorden_in(tekst, versie.titel),
        "meer": met_slugs(request.peildatum, versie.zie_ook),
        "verbanden": _verbanden(request, versie),
        "wie": namen([versie.nagekeken_door_id], request.peildatum.moment).get(versie.nagekeken_door_id or 0, ""),
        "tellingen": Nuttig.objects.op(request.peildatum.moment).per_antwoord(gevonden.id),
        "mijn": _mijn_antwoord(request, gevonden),
        "vragen": list(Artikelvraag.objects.op(request.peildatum.moment, artikel_id=gevonden.id)),
        "formulier": formulier,
        "dag": request.peildatum.dag,
        "kruimels": _kruimels(gevonden),
        **_pad(request, versie, gevonden),
    }
    return toon(request, "artikel", context, status)


def _mijn_antwoord(request: Verzoek, gevonden: Artikel) -> str:
    mijn = Nuttig.objects.op(request.peildatum.moment, artikel_id=gevonden.id).van(request.user.pk)
    return str(mijn.values_list("antwoord", flat=True).first() or "")


def _verbanden(request: Verzoek, versie: Any) -> list[Any]:
    """The partnerships that an article names; no query when it names none."""
    if not versie.verbanden:
        return []
    return [een for een in register.verbandnamen(request.peildatum) if een.slug in versie.verbanden]


def _pad(request: Verzoek, versie: Any, gevonden: Artikel) -> dict[str, Any]:
    """The reading path around an article: its steps, where we are, and what comes before and after."""
    if not versie.leespad:
        return {}
    stappen = leespad(request.peildatum, versie.leespad)
    hier = next(nr for nr, stuk in enumerate(stappen) if stuk.artikel.id == gevonden.id)
    return {
        "pad": str(Leespad(versie.leespad).label),
        "stappen": stappen,
        "hier": hier,
        "nummer": hier + 1,
        "nog": sum(stuk.minuten for stuk in stappen[hier:]),
        "vorige": stappen[hier - 1] if hier else None,
        "volgende": stappen[hier + 1] if hier + 1 < len(stappen) else None,
    }


def _kruimels(gevonden: Artikel) -> list[tuple[str, str]]:
    lijst = LIJSTEN.get(Soort(gevonden.soort))
    return kruimels((lijst[0], reverse(lijst[1]))) if lijst else kruimels()
