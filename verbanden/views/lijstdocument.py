"""The list itself: as a page, as a file, and what a new edition says differently."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django_htmx.http import HttpResponseClientRedirect

from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import uitvoer as rekenblad
from verbanden.lijst import uitvoer
from verbanden.lijst.druk import bestel, context
from verbanden.lijst.toetsing import Lijst
from verbanden.lijst.uitgave import Uitgave, edities, uitgave
from verbanden.lijst.verschillen import verschillen as vergelijk
from verbanden.models import Editie
from verbanden.uitvoer import Bestand
from verbanden.views.bewerkpagina import nu
from verbanden.views.lijstpagina import eis_recht, lijstpagina
from verbanden.views.lijstwacht import wachtpagina

FORMATEN = ("pdf", *rekenblad.FORMATEN, "json")


@lijstpagina("GET", "HEAD")
def voorbeeld(request: Verzoek, lijst: Lijst) -> HttpResponse:
    """The newest edition as a page, or that of `?versie=`; before there is one, what it would say."""
    eis_recht(request, Recht.BEKIJKEN)
    bekend = edities(lijst, request.peildatum)
    editie = _gekozen(bekend, request.GET.get("versie", "")) if bekend else None
    gelezen = _lees(request, editie or Editie(soort=lijst.soort, jaar=lijst.jaar, nummer=1))
    return render(
        request,
        "verbanden/lijst_voorbeeld.html",
        {
            **context(gelezen.gegevens, gelezen.teken),
            "welke": lijst,
            "editie": editie,
            "versies": [(e, e.nummer == editie.nummer) for e in bekend] if editie and len(bekend) > 1 else [],
            "downloads": _downloads(editie) if editie else [],
        },
    )


@lijstpagina("GET", "HEAD")
def document(request: Verzoek, lijst: Lijst, nummer: int, formaat: str) -> HttpResponse:
    """One edition as a file; an adopted one gives the same bytes for ever. Kept in the audit log."""
    eis_recht(request, Recht.BEKIJKEN)
    if formaat not in FORMATEN:
        raise Http404("Deze soort bestand maken we niet.")
    gelezen = _lees(request, _van_nummer(edities(lijst, request.peildatum), nummer))
    etag = _kenmerk(gelezen, formaat)
    ongewijzigd = get_conditional_response(request, etag=etag) if etag else None
    if ongewijzigd is not None:
        return ongewijzigd
    if formaat == "pdf" and gelezen.vast is None and settings.DRUK_BUITEN_WEB:
        opdracht = bestel(gelezen.gegevens, gelezen.teken)
        if not opdracht.klaar:
            return wachtpagina(request, lijst, opdracht)
        if request.htmx:
            return HttpResponseClientRedirect(request.get_full_path())
    if request.method == "GET":
        details: dict[str, Any] = _details(request, formaat)
        leg_vast(Handeling.GEDOWNLOAD, door=request.user, op=nu(), over=gelezen.editie, **details)
    antwoord = _als_antwoord(_bestand(gelezen, formaat))
    if etag:
        antwoord["ETag"] = etag
    return antwoord


@lijstpagina("GET", "HEAD")
def verschillen(request: Verzoek, lijst: Lijst, nummer: int) -> HttpResponse:
    """What an edition says differently from the one that it replaces."""
    eis_recht(request, Recht.BEKIJKEN)
    bekend = edities(lijst, request.peildatum)
    editie = _van_nummer(bekend, nummer)
    oud = next((vorige for vorige in bekend if vorige.id == editie.vervangt_id), None)
    if oud is None:
        raise Http404("Deze versie vervangt geen andere versie.")
    groepen = vergelijk(_lees(request, oud).gegevens, _lees(request, editie).gegevens)
    velden = {"welke": lijst, "editie": editie, "oud": oud, "groepen": groepen}
    return render(request, "verbanden/lijst_verschillen.html", velden)


def _lees(request: Verzoek, editie: Editie) -> Uitgave:
    return uitgave(editie, request.peildatum, gemeente_van(request))


def _gekozen(bekend: list[Editie], versie: str) -> Editie:
    """The edition that `?versie=` asks for, or the newest."""
    if not versie:
        return bekend[0]
    return _van_nummer(bekend, int(versie) if versie.isascii() and versie.isdigit() and len(versie) < 6 else 0)


def _van_nummer(bekend: list[Editie], nummer: int) -> Editie:
    for editie in bekend:
        if editie.nummer == nummer:
            return editie
    raise Http404("Deze versie van de lijst bestaat niet.")


def _kenmerk(gelezen: Uitgave, formaat: str) -> str:
    """What the bytes of an adopted list are known by; empty for a file that is made anew."""
    if gelezen.vast is None or formaat not in ("pdf", "json"):
        return ""
    return f'"{gelezen.vast.pdf_sha256 if formaat == "pdf" else gelezen.vast.gegevens_sha256}"'


def _details(request: Verzoek, formaat: str) -> dict[str, Any]:
    return {"soort": f"lijst.{formaat}", "peildatum": request.peildatum.dag.isoformat()}


def _bestand(gelezen: Uitgave, formaat: str) -> Bestand:
    if formaat in rekenblad.FORMATEN:
        return uitvoer.maak(formaat, gelezen.gegevens, gelezen.teken)
    naam = f"{uitvoer.bestandsnaam(gelezen.gegevens)}.{formaat}"
    inhoud = gelezen.pdf() if formaat == "pdf" else gelezen.json
    return Bestand(naam, f"application/{formaat}", inhoud)


def _als_antwoord(bestand: Bestand) -> HttpResponse:
    """A PDF opens in the browser, the rest is saved."""
    inline = bestand.mime == "application/pdf"
    kop = content_disposition_header(not inline, bestand.naam) or "attachment"
    return HttpResponse(bestand.inhoud, content_type=bestand.mime, headers={"Content-Disposition": kop})


def _downloads(editie: Editie) -> list[tuple[str, str]]:
    """The files of an edition: name and address."""
    soort: dict[str, Any] = {"soort": str(editie.soort), "jaar": editie.jaar, "nummer": editie.nummer}
    return [(f.upper(), reverse("verbanden:lijst_document", kwargs={**soort, "formaat": f})) for f in FORMATEN]
