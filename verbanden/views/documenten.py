"""The documents of a partnership: the list, the files themselves, and a newer version."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samenwerkingswijzer.bestanden.afgifte import geef
from samenwerkingswijzer.bestanden.formulier import KIES_OPNIEUW
from samenwerkingswijzer.bestanden.tempo import TE_VEEL, te_snel
from samenwerkingswijzer.foutpaginas import TE_VAAK
from samenwerkingswijzer.handelingen.bestanden import VELD
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import documenten
from verbanden.forms.document import NieuweVersie
from verbanden.handelingen.documenten import vervang
from verbanden.models import Document, Samenwerkingsverband
from verbanden.views.bewerkpagina import (
    BOTSING,
    ONGELDIG,
    bewerkpagina,
    eis_hier,
    kader,
    kruimels,
    lees_versie,
    naam,
    nu,
    toon,
)
from verbanden.views.dashboard import verband_of_404
from verbanden.views.poging import geweigerd

SLEUTEL = "bestanden"  # of the edit section
GELUKT = 200


@require_safe
def lijst(request: Verzoek, slug: str) -> HttpResponse:
    """Every document as it stood on the reference date, with its earlier versions."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    nu_ = not request.peildatum.verleden
    context = {
        "verband": verband,
        "onderwerp": naam(verband),
        "kruimels": kruimels(verband),
        "stukken": documenten.lees(verband.id, request.peildatum.moment),
        "mag_bewerken": nu_ and mag(request.user, Recht.BEWERKEN, verband=verband, op=timezone.localdate()),
        "sleutel": SLEUTEL,
    }
    return render(request, "verbanden/documenten.html", context)


@require_safe
def bestand(request: Verzoek, slug: str, document_id: int, nummer: int | None = None) -> HttpResponse:
    """The file of a document: the one of the reference date, or the version with this number."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    stuk = documenten.zoek(verband.id, document_id, request.peildatum.moment)
    versies = stuk.versies if stuk else []
    gevonden = next((versie for versie in versies if nummer in (None, versie.nummer)), None)
    if gevonden is None:
        raise Http404("Dit document is er niet.")
    antwoord = geef(request, gevonden.bestand)
    if request.method == "GET" and antwoord.status_code == GELUKT:
        leg_vast(Handeling.GEDOWNLOAD, door=request.user, op=nu(), over=gevonden.bestand, document=document_id)
    return antwoord


@bewerkpagina("GET", "HEAD", "POST")
def vervangen(request: Verzoek, verband: Samenwerkingsverband, document_id: int) -> HttpResponse:
    """A newer file in the place of the one that is there; the older one stays in the list."""
    eis_hier(request, verband, Recht.BEWERKEN)
    document = Document.objects.filter(id=document_id, verband=verband).first()
    if document is None:
        raise Http404("Dit document is er niet.")
    if request.method != "POST":
        return _toon(request, document, NieuweVersie(initial={"datum": document.datum}))
    formulier = NieuweVersie(request.POST, request.FILES)
    if not formulier.is_valid():
        return _toon(request, document, formulier, ONGELDIG)
    if te_snel(request):
        formulier.add_error(VELD, TE_VEEL)
        return _toon(request, document, formulier, TE_VAAK)
    return _vervang(request, document, formulier)


def _vervang(request: Verzoek, document: Document, formulier: NieuweVersie) -> HttpResponse:
    gegevens: dict[str, Any] = formulier.cleaned_data
    doe = partial(
        vervang,
        document=document,
        upload=gegevens[VELD],
        waarden={"datum": gegevens["datum"]},
        versie=lees_versie(request.POST.get("versie")),
        reden=gegevens["reden"],
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(VELD, KIES_OPNIEUW)
        return _toon(request, document, formulier, status)
    messages.success(request, "De nieuwe versie staat er. De vorige blijft bewaard.")
    return HttpResponseRedirect(reverse("verbanden:documenten", args=[document.verband.slug]))


def _toon(request: Verzoek, document: Document, formulier: NieuweVersie, status: int = 200) -> HttpResponse:
    verband = document.verband
    huidig = Document.objects.filter(id=document.pk).first() if status == BOTSING else document
    stuk = documenten.zoek(verband.id, document.pk, None)
    context = kader(request, verband, actief=SLEUTEL, titel="Nieuwe versie")
    context |= {
        "formulier": formulier,
        "document": document,
        "laatste": stuk.laatste if stuk else None,
        "botsing": status == BOTSING,
        "versie": huidig.versie if huidig and status in (200, BOTSING) else request.POST.get("versie", "")[:20],
    }
    return toon(request, "document_vervangen", context, status)
