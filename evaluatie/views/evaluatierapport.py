"""The report of an evaluation as a document, and adopting it with four eyes; the bundle of a year."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from evaluatie.evaluaties import bundel as bundels
from evaluatie.evaluaties import rapport
from evaluatie.evaluaties.lezen import Beeld, lees_een
from evaluatie.evaluaties.overzicht import van_jaar
from evaluatie.handelingen import evaluatieconclusies
from evaluatie.handelingen.evaluatieconclusies import INTUSSEN_ANDERS
from evaluatie.models import Evaluatie, VastgesteldeEvaluatie
from evaluatie.models.evaluatie import EERSTE_JAAR, LAATSTE_JAAR, MET_UITSLAG, Stap
from evaluatie.views.evaluatiepagina import LEZEN, OOK_SCHRIJVEN, adres, evaluatiepagina, kader
from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, nu
from verbanden.views.poging import TEGELIJK

NOG_NIETS = "Er is nog geen rapport. Het komt er als alle oordelen zijn gegeven."
ALLEEN_NU = "Op deze dag was de evaluatie nog niet vastgesteld. Een concept is er alleen van vandaag."


@evaluatiepagina(*LEZEN, verleden=True)
def pdf(request: Verzoek, beeld: Beeld) -> HttpResponse:
    """The adopted report, the same bytes for ever; before that a concept, from the talk on."""
    if beeld.stap is Stap.VASTGESTELD:
        return _bevroren(request, beeld)
    if beeld.stap not in MET_UITSLAG:
        raise Http404(NOG_NIETS)
    if request.peildatum.verleden:
        raise Http404(ALLEEN_NU)
    _log(request, beeld)
    inhoud = rapport.document(rapport.gegevens(beeld), gemeente=gemeente_van(request).naam)
    return _antwoord(inhoud, f"evaluatie-{beeld.rij.jaar}-{beeld.verband.slug}-concept.pdf")


@evaluatiepagina(*OOK_SCHRIJVEN)
def vaststellen(request: Verzoek, beeld: Beeld) -> HttpResponse:
    """Adopt the evaluation as it was read on this page, by somebody who did not write the conclusion."""
    eis(request.user, Recht.EVALUATIES_VASTSTELLEN)
    if beeld.stap is not Stap.CONCLUSIE and request.method != "POST":
        return HttpResponseRedirect(adres(beeld))
    if request.method != "POST":
        return _toon(request, beeld)
    try:
        _stel_vast(request, beeld)
    except VersieConflict:
        return _toon(request, _vers(request, beeld), [INTUSSEN_ANDERS], BOTSING)
    except ValidationError as fout:
        status = BOTSING if INTUSSEN_ANDERS in fout.messages else ONGELDIG
        return _toon(request, beeld, fout.messages, status)
    except IntegrityError:
        return _toon(request, beeld, [TEGELIJK], BOTSING)
    messages.success(request, "De evaluatie is vastgesteld en staat in de bundel.")
    return HttpResponseRedirect(adres(beeld))


@require_safe
def bundel(request: Verzoek, jaar: int) -> HttpResponse:
    """The adopted evaluations of a year as one table, and what changes."""
    eis(request.user, Recht.BEKIJKEN)
    gelezen = _bundel(request, jaar)
    context = {
        "bundel": gelezen,
        "jaren": bundels.jaren(request.peildatum),
        "bespreken": _bespreken(gelezen, request) if gelezen.bezig else None,
    }
    return render(request, "evaluatie/bundel.html", context)


@require_safe
def bundel_pdf(request: Verzoek, jaar: int) -> HttpResponse:
    """The bundle as a document."""
    eis(request.user, Recht.BEKIJKEN)
    gelezen = _bundel(request, jaar)
    if not gelezen.regels:
        raise Http404("Er is over dit jaar nog geen evaluatie vastgesteld.")
    if request.method == "GET":
        leg_vast(Handeling.GEDOWNLOAD, door=request.user, op=nu(), soort="evaluatiebundel.pdf", jaar=jaar)
    return _antwoord(bundels.document(gelezen, gemeente=gemeente_van(request).naam), f"evaluatiebundel-{jaar}.pdf")


def _bundel(request: Verzoek, jaar: int) -> bundels.Bundel:
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise Http404("Dit jaar is er niet.")
    return bundels.lees(jaar, request.peildatum)


def _bespreken(gelezen: bundels.Bundel, request: Verzoek) -> Any:
    """The planned day of the next adoption; None when none lies ahead."""
    rijen = van_jaar(gelezen.jaar, request.peildatum)
    dagen = [een.nu.gepland_op for een in rijen if een.stap is Stap.CONCLUSIE and een.nu]
    komend = [dag for dag in dagen if dag >= request.peildatum.dag]
    return min(komend, default=None)


def _stel_vast(request: Verzoek, beeld: Beeld) -> None:
    moment = nu()
    evaluatie = Evaluatie.objects.get(pk=beeld.rij.id)
    evaluatieconclusies.mag_vaststellen(evaluatie=evaluatie, door=request.user, op=moment)
    gegevens = rapport.gegevens(beeld, door=request.user, op=moment)
    if request.POST.get("gezien") != gezien(rapport.gegevens(beeld)):
        raise ValidationError(INTUSSEN_ANDERS)
    naam = gemeente_van(request).naam
    inhoud = rapport.document(gegevens, gemeente=naam, controlegetal=controlegetal(gegevens))
    evaluatieconclusies.stel_vast(
        evaluatie=evaluatie, gegevens=gegevens, pdf=inhoud, versie=beeld.rij.versie, door=request.user, op=moment
    )


def gezien(gegevens: dict[str, Any]) -> str:
    """A mark of the evaluation before it is adopted, so that it is the same on the day after it was read."""
    vast = {naam: waarde for naam, waarde in gegevens.items() if not naam.startswith("vastgesteld_")}
    return hashlib.sha256(json.dumps(vast, sort_keys=True).encode()).hexdigest()[:32]


def _vers(request: Verzoek, beeld: Beeld) -> Beeld:
    return lees_een(beeld.rij.id, request.peildatum, request.user.pk) or beeld


def _toon(request: Verzoek, beeld: Beeld, fouten: list[str] | None = None, status: int = 200) -> HttpResponse:
    context = {
        **kader(request, beeld),
        "gezien": gezien(rapport.gegevens(beeld)),
        "fouten": [("", fout) for fout in fouten or ()],
        "bezwaar": _bezwaar(request, beeld),
    }
    return render(request, "evaluatie/evaluatie_vaststellen.html", context, status=status)


def _bezwaar(request: Verzoek, beeld: Beeld) -> list[str]:
    """Why this person cannot adopt now; empty when they can."""
    evaluatie = Evaluatie.objects.get(pk=beeld.rij.id)
    try:
        evaluatieconclusies.mag_vaststellen(evaluatie=evaluatie, door=request.user, op=timezone.now())
    except ValidationError as fout:
        return list(fout.messages)
    return []


def _bevroren(request: Verzoek, beeld: Beeld) -> HttpResponse:
    vast = VastgesteldeEvaluatie.objects.get(evaluatie_id=beeld.rij.id)
    etag = f'"{vast.pdf_sha256}"'
    antwoord: HttpResponse | None = get_conditional_response(request, etag=etag)
    if antwoord is None:
        _log(request, beeld)
        antwoord = _antwoord(bytes(vast.pdf), f"evaluatie-{beeld.rij.jaar}-{beeld.verband.slug}.pdf")
    antwoord["ETag"] = etag
    return antwoord


def _log(request: Verzoek, beeld: Beeld) -> None:
    if request.method == "GET":
        over = Evaluatie.objects.get(pk=beeld.rij.id)
        leg_vast(
            Handeling.GEDOWNLOAD, door=request.user, op=nu(), over=over, verband=beeld.verband.id, soort="evaluatie.pdf"
        )


def _antwoord(inhoud: bytes, bestand: str) -> HttpResponse:
    kop = content_disposition_header(False, bestand) or "inline"
    return HttpResponse(inhoud, content_type="application/pdf", headers={"Content-Disposition": kop})
