"""The screen in the room: who is done while people score, and after closing where they differ."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from governance.handelingen import sessies
from governance.models import KLAAR, Sessiestatus
from governance.sessie.beeld import lees_sessie
from governance.sessie.lezen import uitslag
from governance.sessie.voortgang import Voortgang, kenmerk, voortgang
from governance.sessie.zaal import Plek, Zaalbeeld, klassen, zaalbeeld
from governance.views.sessiekader import (
    LEZEN,
    OOK_SCHRIJVEN,
    adres,
    kader,
    leider,
    merk,
    ongewijzigd,
    poll,
    sessiepagina,
    wie_meekijkt,
)
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import nu

ROL = "Scherm voor de zaal"


@sessiepagina(*LEZEN, eis_recht=wie_meekijkt, verleden=True)
def zaal(request: Verzoek, sessie: Any) -> HttpResponse:
    """The whole page; its middle part asks for itself again every two seconds."""
    return render(request, "governance/zaal.html", _context(request, sessie, _merk(request, sessie)))


@sessiepagina(*LEZEN, eis_recht=wie_meekijkt, verleden=True)
def stand(request: Verzoek, sessie: Any) -> HttpResponse:
    """The middle part alone; an empty 304 while nothing changed that everybody may see."""
    etag = _merk(request, sessie)
    antwoord = ongewijzigd(request, etag)
    if antwoord is None:
        antwoord = render(request, "governance/delen/zaal.html", _context(request, sessie, etag))
    antwoord["ETag"] = etag
    return antwoord


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_meekijkt)
def sluit(request: Verzoek, sessie: Any) -> HttpResponse:
    """Close scoring, after a page that says what that means; closing again changes nothing."""
    leider(request, sessie)
    if sessie.status != Sessiestatus.SCOREN:
        return HttpResponseRedirect(adres("zaal", sessie))
    if request.method != "POST":
        return _vraag(request, sessie)
    try:
        sessies.sluit(sessie=sessie, door=request.user, op=nu())
    except ValidationError:  # somebody else closed it at the same moment
        return HttpResponseRedirect(adres("zaal", sessie))
    messages.success(request, "Het scoren is gesloten. De uitslag is open.")
    return HttpResponseRedirect(adres("zaal", sessie))


def _vraag(request: Verzoek, sessie: Any) -> HttpResponse:
    gang = voortgang(sessie.id)
    context = {
        **kader(request, sessie, "Voorzitter"),
        "kanten": gang.per_kant(),
        "nog_bezig": _nog_bezig(gang),
    }
    return render(request, "governance/sessie_sluiten.html", context)


def _merk(request: Verzoek, sessie: Any) -> str:
    """The same for the page and for the part it polls."""
    vraag = ("zaal", request.GET.get("verband", ""), request.GET.get("namen", ""), request.peildatum.dag)
    return merk(request, kenmerk(sessie.id), *vraag)


def _context(request: Verzoek, sessie: Any, etag: str) -> dict[str, Any]:
    context = kader(request, sessie, ROL)
    vraag = request.GET.urlencode()
    waar = adres("zaal_stand", sessie) + (f"?{vraag}" if vraag else "")
    context["poll"] = poll(waar, etag)
    context["loopt"] = not request.peildatum.verleden and sessie.status not in KLAAR
    if context["gesloten"] and (gezien := spreiding(sessie, request.peildatum)):
        return context | _open(request, gezien)
    if context["scoren_loopt"] and not request.peildatum.verleden:
        return context | _wacht(request, sessie, context["leidt"])
    return context


def spreiding(sessie: Any, peildatum: Peildatum) -> Zaalbeeld | None:
    """What was scored, in the order of the talk; None before closing."""
    uitslagen, beeld = uitslag(sessie.id, peildatum), lees_sessie(sessie.id, peildatum)
    return zaalbeeld(beeld, uitslagen) if uitslagen is not None and beeld else None


def plekcontext(gezien: Zaalbeeld, plek: Plek) -> dict[str, Any]:
    """What a screen needs to show one partnership beside the others."""
    return {"zaal": gezien, "plek": plek, "onderwerp": plek.naam, "klassen": klassen(plek)}


def _open(request: Verzoek, gezien: Zaalbeeld) -> dict[str, Any]:
    """The partnership that was asked for, or else the one whose turn it is."""
    gevraagd = request.GET.get("verband", "")
    plek = gezien.van(int(gevraagd)) if gevraagd.isascii() and gevraagd.isdigit() else None
    if gevraagd and plek is None:
        raise Http404("Dit verband staat niet in de sessie.")
    plek = plek or gezien.aan_de_beurt
    return plekcontext(gezien, plek) | {"vast": bool(gevraagd)} if plek else {"zaal": gezien}


def _wacht(request: Verzoek, sessie: Any, leidt: bool) -> dict[str, Any]:
    """Who is done, per group and per partnership; with names only for who leads, when asked for."""
    gang = voortgang(sessie.id)
    beeld = lees_sessie(sessie.id, request.peildatum)
    kanten = gang.per_kant()
    rijen = beeld.rijen if beeld else ()
    per_verband = [(rij.verband, sum(gang.klaar(een, rij.rij.id) for een in gang.deelnemers)) for rij in rijen]
    return {
        "groepen": gang.per_groep(),
        "kanten": kanten,
        "nog": sum(kant.van - kant.gedaan for kant in kanten),
        "per_verband": per_verband,
        "aantal_deelnemers": len(gang.deelnemers),
        "namen": leidt and request.GET.get("namen") == "ja",
        "nog_bezig": _nog_bezig(gang) if leidt else (),
    }


def _nog_bezig(gang: Voortgang) -> list[Any]:
    return [een for een in gang.deelnemers if not gang.klaar(een)]
