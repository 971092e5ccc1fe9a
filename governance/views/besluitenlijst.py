"""The list of decisions: as a document, and adopting it with four eyes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from governance.handelingen import sessiebesluiten
from governance.handelingen.sessiebesluiten import INTUSSEN_ANDERS
from governance.models import Sessie, Sessiestatus
from governance.sessie import besluit, besluitenlijst
from governance.sessie.toegang import eis_meekijken
from governance.views.sessiekader import LEZEN, OOK_SCHRIJVEN, adres, leider, sessiepagina, wie_leest, wie_meekijkt
from governance.views.sessies import thuiscontext
from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.dashboard.feiten import opsomming
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, nu
from verbanden.views.poging import TEGELIJK

NOG_NIETS = "Er zijn nog geen besluiten. De besluitenlijst komt er als het scoren is gesloten."
ALLEEN_NU = "Op deze dag was de sessie nog niet vastgesteld. Een concept is er alleen van vandaag."


@sessiepagina(*LEZEN, eis_recht=wie_leest, verleden=True)
def pdf(request: Verzoek, sessie: Any) -> HttpResponse:
    """The adopted list, the same bytes for ever; before that a concept, for who may see the session."""
    if sessie.status == Sessiestatus.VASTGESTELD:
        return _bevroren(request, sessie)
    eis_meekijken(request.user)
    if sessie.status != Sessiestatus.BESPREKEN:
        raise Http404(NOG_NIETS)
    if request.peildatum.verleden:
        raise Http404(ALLEEN_NU)
    gegevens = besluit.gegevens(_vers(sessie), door=request.user, op=nu())
    _log(request, sessie)
    return _antwoord(sessie, besluitenlijst.document(gegevens, gemeente=gemeente_van(request).naam), "-concept")


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_meekijkt)
def vaststellen(request: Verzoek, sessie: Any) -> HttpResponse:
    """Adopt what was decided, as it was read on this page, by somebody who recorded none of it."""
    leider(request, sessie)
    if sessie.status != Sessiestatus.BESPREKEN and request.method != "POST":
        return HttpResponseRedirect(adres("sessie", sessie))
    if request.method != "POST":
        return _toon(request, sessie)
    try:
        _stel_vast(request, _vers(sessie))
    except ValidationError as fout:
        status = BOTSING if INTUSSEN_ANDERS in fout.messages else ONGELDIG
        return _toon(request, sessie, fout.messages, status)
    except IntegrityError:
        return _toon(request, sessie, [TEGELIJK], BOTSING)
    messages.success(request, "De sessie is vastgesteld. De klassen gelden nu op elk dashboard en in het overzicht.")
    if later := sessiebesluiten.later_besloten(_vers(sessie)):
        messages.warning(request, f"Van {opsomming(later)} was er al een later besluit. Dat blijft gelden.")
    return HttpResponseRedirect(adres("sessie", sessie))


def _stel_vast(request: Verzoek, sessie: Sessie) -> None:
    moment = nu()
    sessiebesluiten.mag_vaststellen(sessie=sessie, door=request.user, op=moment)
    gegevens = besluit.gegevens(sessie, door=request.user, op=moment)
    if request.POST.get("gezien") != gezien(gegevens):
        raise ValidationError(INTUSSEN_ANDERS)
    inhoud = besluitenlijst.document(
        gegevens, gemeente=gemeente_van(request).naam, controlegetal=controlegetal(gegevens)
    )
    sessiebesluiten.stel_vast(sessie=sessie, gegevens=gegevens, pdf=inhoud, door=request.user, op=moment)


def gezien(gegevens: dict[str, Any]) -> str:
    """A mark of the decisions themselves, without who adopts them and when."""
    vast = {naam: waarde for naam, waarde in gegevens.items() if not naam.startswith("vastgesteld_")}
    return hashlib.sha256(json.dumps(vast, sort_keys=True).encode()).hexdigest()[:32]


def _toon(request: Verzoek, sessie: Any, fouten: list[str] | None = None, status: int = 200) -> HttpResponse:
    context = thuiscontext(request, sessie, fouten)
    if sessie.status == Sessiestatus.BESPREKEN:
        vers, moment = _vers(sessie), nu()
        gegevens = besluit.gegevens(vers, door=request.user, op=moment)
        context |= {"lijst": besluitenlijst.context(gegevens), "gezien": gezien(gegevens)}
        context["later"] = sessiebesluiten.later_besloten(vers)
        context["bezwaar"] = _bezwaar(vers, request.user, moment)
    return render(request, "governance/sessie_vaststellen.html", context, status=status)


def _bezwaar(sessie: Sessie, wie: Any, moment: Any) -> list[str]:
    """Why this person cannot adopt now; empty when they can."""
    try:
        sessiebesluiten.mag_vaststellen(sessie=sessie, door=wie, op=moment)
    except ValidationError as fout:
        return list(fout.messages)
    return []


def _bevroren(request: Verzoek, sessie: Any) -> HttpResponse:
    vast = besluit.vastgesteld(sessie.id)
    if vast is None:
        raise Http404(NOG_NIETS)
    etag = f'"{vast.pdf_sha256}"'
    antwoord: HttpResponse | None = get_conditional_response(request, etag=etag)
    if antwoord is None:
        _log(request, sessie)
        antwoord = _antwoord(sessie, bytes(vast.pdf))
    antwoord["ETag"] = etag
    return antwoord


def _log(request: Verzoek, sessie: Any) -> None:
    if request.method == "GET":
        leg_vast(Handeling.GEDOWNLOAD, door=request.user, op=nu(), over=_vers(sessie), soort="besluitenlijst.pdf")


def _vers(sessie: Any) -> Sessie:
    """The session of now: a historical row cannot be acted on."""
    return sessie if isinstance(sessie, Sessie) else Sessie.objects.get(pk=sessie.id)


def _antwoord(sessie: Any, inhoud: bytes, soort: str = "") -> HttpResponse:
    kop = content_disposition_header(False, f"besluitenlijst-belangrijkheid-{sessie.jaar}{soort}.pdf") or "inline"
    return HttpResponse(inhoud, content_type="application/pdf", headers={"Content-Disposition": kop})
