"""Saving one form of fields: check, act, and when someone else was first, put both versions together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.http import HttpResponse, HttpResponseRedirect

from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import weergave
from verbanden.forms.basis import REDEN, Bewerkformulier
from verbanden.forms.velden import Lijstveld
from verbanden.handelingen.vergrendeling import VersieConflict, versie_van
from verbanden.models import Samenwerkingsverband
from verbanden.views import conflict
from verbanden.views.bewerkpagina import adres, kruimels, lees_versie, naam
from verbanden.views.poging import TEGELIJK


@dataclass(frozen=True)
class Vel:
    """What somebody edits: fields of the partnership itself, or one row around it.

    `schrijf(waarden=..., versie=..., reden=...)` is the act; `toon(formulier, status)` the page with the form.
    `omgeving` is what the conflict page says around it, when that is not about a partnership.
    """

    verband: Samenwerkingsverband | None
    sleutel: str
    titel: str
    rij: Gevolgd
    formulier: Bewerkformulier
    schrijf: Callable[..., list[str]]
    toon: Callable[[Bewerkformulier, int], HttpResponse]
    klaar: str
    omgeving: Mapping[str, Any] = field(default_factory=dict)


def bewaar(request: Verzoek, vel: Vel) -> HttpResponse:
    """Answer a POST: save, or show what is wrong (422), or what someone else did (409)."""
    if not vel.formulier.is_valid():
        return vel.toon(vel.formulier, 422)
    if "samenvoegen" in request.POST:
        return _voeg_samen(request, vel)
    return _probeer(request, vel, vel.formulier.waarden(), lees_versie(request.POST.get("versie")))


def _voeg_samen(request: Verzoek, vel: Vel) -> HttpResponse:
    """The choices of the conflict page: merge again from the versions themselves, then save."""
    gezien_versie = lees_versie(request.POST.get("versie"))
    basis_versie = lees_versie(request.POST.get("basis"))
    gezien = versie_van(vel.rij, gezien_versie)
    mijn = vel.formulier.waarden()
    if gezien is None:
        return _probeer(request, vel, mijn, basis_versie)
    strijd = _strijd(vel, mijn, versie_van(vel.rij, basis_versie), gezien)
    keuze = conflict.lees_keuzes(request.POST, strijd)
    if keuze.fouten:
        return _pagina(request, vel, strijd, basis_versie, gezien_versie, keuze=keuze)
    try:
        return _schrijf(request, vel, keuze.waarden, gezien_versie)
    except VersieConflict as botsing:
        return _botsing(request, vel, keuze.waarden, botsing)
    except ValidationError as fout:
        return _pagina(request, vel, strijd, basis_versie, gezien_versie, keuze=keuze, fouten=fout.messages)
    except IntegrityError:
        return _pagina(request, vel, strijd, basis_versie, gezien_versie, keuze=keuze, fouten=[TEGELIJK])


def _probeer(request: Verzoek, vel: Vel, waarden: Mapping[str, Any], versie: int | None) -> HttpResponse:
    try:
        return _schrijf(request, vel, waarden, versie)
    except VersieConflict as botsing:
        return _botsing(request, vel, waarden, botsing)
    except ValidationError as fout:
        vel.formulier.neem_fouten(fout)
    except IntegrityError:
        vel.formulier.add_error(None, TEGELIJK)
    return vel.toon(vel.formulier, 422)


def _schrijf(request: Verzoek, vel: Vel, waarden: Mapping[str, Any], versie: int | None) -> HttpResponse:
    anders = vel.schrijf(waarden=waarden, versie=versie, reden=vel.formulier.reden())
    messages.success(request, "Uw wijzigingen zijn bewaard." if anders else "Er was niets veranderd.")
    return HttpResponseRedirect(vel.klaar)


def _botsing(request: Verzoek, vel: Vel, mijn: Mapping[str, Any], botsing: VersieConflict) -> HttpResponse:
    if botsing.huidig is None:
        return vel.toon(vel.formulier, 409)
    huidig = versie_van(vel.rij, botsing.huidig.versie) or botsing.huidig
    basis_versie = botsing.basis.versie if botsing.basis else None
    strijd = _strijd(vel, mijn, botsing.basis, huidig)
    if not strijd.samen().botsingen and strijd.samen().waarden == strijd.ander:
        return _probeer(request, vel, mijn, botsing.huidig.versie)  # both wrote the same: nothing left to save
    return _pagina(request, vel, strijd, basis_versie, botsing.huidig.versie)


def _strijd(vel: Vel, mijn: Mapping[str, Any], basis: Any, ander: Any) -> conflict.Strijd:
    oud, nu = (None if rij is None else vel.formulier.stand(rij) for rij in (basis, ander))
    eigen = {naam: mijn[naam] for naam in vel.formulier.velden()}
    door = getattr(ander, "history_user", None)
    return conflict.Strijd(
        velden=_velden(vel, [stand for stand in (oud, nu, eigen) if stand]),
        basis=oud,
        mijn=eigen,
        ander=nu or {},
        wie=door.naam if door else "iemand anders",
        wanneer=getattr(ander, "history_date", None),
    )


def _velden(vel: Vel, standen: list[dict[str, Any]]) -> dict[str, conflict.Veld]:
    modelvelden = {naam: vel.rij._meta.get_field(naam) for naam in vel.formulier.velden()}
    namen = weergave.namen_van(
        (veld.remote_field.model, stand[naam])
        for naam, veld in modelvelden.items()
        if isinstance(veld, models.ForeignKey)
        for stand in standen
        if stand[naam]
    )
    return {
        naam: conflict.Veld(
            label=str(vel.formulier.fields[naam].label),
            woorden=partial(_woorden, vel.formulier.fields[naam], veld, namen),
            lees=vel.formulier.fields[naam].clean if _is_tekst(vel.formulier.fields[naam]) else None,
        )
        for naam, veld in modelvelden.items()
    }


def _woorden(invoer: forms.Field, veld: Any, namen: weergave.Namen, waarde: Any) -> str:
    """A value in words; lists of free text keep one line each, so that they can be put together."""
    if isinstance(invoer, Lijstveld):
        return "\n".join(waarde)
    return weergave.tekst(veld, waarde, namen)


def _is_tekst(invoer: forms.Field) -> bool:
    return isinstance(invoer, forms.CharField) and not isinstance(invoer, forms.URLField)


def _pagina(
    request: Verzoek, vel: Vel, strijd: conflict.Strijd, basis: int | None, huidig: int | None, **opties: Any
) -> HttpResponse:
    verborgen = conflict.verberg(vel.formulier, strijd.mijn)
    reden = vel.formulier.reden()
    verborgen += [(REDEN, reden)] if reden else []
    verborgen += [("basis", str(basis or "")), ("versie", str(huidig or "")), ("samenvoegen", "ja")]
    context = {**_omgeving(vel), "terug": vel.klaar}
    return conflict.pagina(request, strijd, context=context, verborgen=verborgen, **opties)


def _omgeving(vel: Vel) -> Mapping[str, Any]:
    if vel.verband is None:
        return vel.omgeving
    return {
        "verband": vel.verband,
        "kruimels": [*kruimels(vel.verband), (vel.titel, adres(vel.verband, vel.sleutel))],
        "onderwerp": f"{vel.titel} van {naam(vel.verband)}",
    }
