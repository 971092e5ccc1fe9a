"""The edit screens of a partnership: one set of pages, driven by the table of sections."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from samenwerkingswijzer.bestanden.tempo import TE_VEEL, te_snel
from samenwerkingswijzer.foutpaginas import TE_VAAK
from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.rechten import mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import onderdelen, weergave
from verbanden.forms.basis import Bewerkformulier
from verbanden.handelingen import rijen
from verbanden.handelingen.vergrendeling import VersieConflict, alle
from verbanden.models import Samenhang, Samenwerkingsverband
from verbanden.onderdelen import Onderdeel, Rijsoort
from verbanden.views import vel
from verbanden.views.bewerkpagina import (
    BOTSING,
    ONGELDIG,
    adres,
    bewerkpagina,
    eis_hier,
    kader,
    lees_versie,
    nu,
    toon,
    vandaag,
)
from verbanden.views.poging import geweigerd
from verbanden.views.rijlijst import lijst

NOG_IN_GEBRUIK = "Er is niets verwijderd. Andere gegevens horen hierbij of rusten hierop. Haal die eerst weg."


@bewerkpagina("GET", "HEAD")
def eerste(request: Verzoek, verband: Samenwerkingsverband) -> HttpResponse:
    """The door to the edit screens: the first section that this reader may edit."""
    dag = timezone.localdate()
    eigen = (deel for deel in onderdelen.alle() if mag(request.user, deel.recht, verband=verband, op=dag))
    eerste_deel = next(eigen, onderdelen.alle()[0])
    return HttpResponseRedirect(adres(verband, eerste_deel.sleutel))


@bewerkpagina("GET", "HEAD", "POST")
def onderdeel(request: Verzoek, verband: Samenwerkingsverband, onderdeel: str) -> HttpResponse:
    """One section: fields of the partnership, rows around it, or both."""
    deel = _zoek(verband, onderdeel)
    eis_hier(request, verband, deel.recht)
    if deel.eigen_pagina:
        raise Http404
    if request.method != "POST":
        return _toon_onderdeel(request, verband, deel)
    if deel.velden is None:
        return HttpResponseNotAllowed(("GET", "HEAD"))
    return vel.bewaar(request, _vel_van_verband(request, verband, deel))


@bewerkpagina("GET", "HEAD", "POST")
def rij_nieuw(request: Verzoek, verband: Samenwerkingsverband, onderdeel: str) -> HttpResponse:
    """A new row of a section."""
    deel = _zoek(verband, onderdeel)
    eis_hier(request, verband, deel.recht)
    soort = _rijen(deel)
    leeg = soort.model()
    if request.method != "POST":
        begin = {naam: request.GET[naam] for naam in soort.begin if naam in request.GET}
        formulier = soort.formulier(instance=leeg, initial=begin, verband=verband, vandaag=vandaag())
        return _toon_rij(request, verband, deel, formulier)
    formulier = soort.formulier(request.POST, request.FILES, instance=leeg, verband=verband, vandaag=vandaag())
    if formulier.is_valid() and te_snel(request):
        formulier.add_error(None, TE_VEEL)
        return _toon_rij(request, verband, deel, formulier, status=TE_VAAK)
    if formulier.is_valid() and _voeg_toe(request, verband, deel, soort, formulier):
        messages.success(request, f"{soort.lidwoord} {soort.enkelvoud} is toegevoegd.")
        return HttpResponseRedirect(adres(verband, deel.sleutel))
    return _toon_rij(request, verband, deel, formulier, status=ONGELDIG)


@bewerkpagina("GET", "HEAD", "POST")
def rij(request: Verzoek, verband: Samenwerkingsverband, onderdeel: str, rij_id: int) -> HttpResponse:
    """An existing row of a section."""
    deel = _zoek(verband, onderdeel)
    eis_hier(request, verband, deel.recht)
    soort = _rijen(deel)
    if not soort.wijzigbaar:
        raise Http404
    gevonden = alle(soort.model).filter(id=rij_id, verband=verband).first()
    if gevonden is not None and (waarom := soort.vast(gevonden)):
        raise PermissionDenied(waarom)
    if request.method == "POST":
        return vel.bewaar(request, _vel_van_rij(request, verband, deel, gevonden or _verdwenen(verband, soort, rij_id)))
    if gevonden is None:
        raise Http404
    formulier = soort.formulier(instance=gevonden, verband=verband, vandaag=vandaag())
    return _toon_rij(request, verband, deel, formulier, rij=gevonden)


@bewerkpagina("POST")
def rij_verwijderen(request: Verzoek, verband: Samenwerkingsverband, onderdeel: str, rij_id: int) -> HttpResponse:
    """Remove a row; its history stays."""
    deel = _zoek(verband, onderdeel)
    eis_hier(request, verband, deel.recht)
    soort = _rijen(deel)
    gevonden = alle(soort.model).filter(id=rij_id, verband=verband).first()
    if gevonden is None or not soort.verwijderbaar:
        raise Http404
    versie, reden = lees_versie(request.POST.get("versie")), request.POST.get("reden_wijziging", "").strip()[:300]
    try:
        rijen.haal_weg(
            verband=verband,
            rij=gevonden,
            versie=versie,
            door=request.user,
            op=nu(),
            reden=reden,
            poort=rijen.Poort(deel.recht),
        )
    except VersieConflict as botsing:
        return _niet_verwijderd(request, verband, deel, botsing)
    except ProtectedError:
        formulier = soort.formulier(instance=gevonden, verband=verband, vandaag=vandaag())
        return _toon_rij(request, verband, deel, formulier, rij=gevonden, status=ONGELDIG, melding=NOG_IN_GEBRUIK)
    messages.success(request, f"{soort.lidwoord} {soort.enkelvoud} is verwijderd. De geschiedenis blijft.")
    return HttpResponseRedirect(adres(verband, deel.sleutel))


def _niet_verwijderd(
    request: Verzoek, verband: Samenwerkingsverband, deel: Onderdeel, botsing: VersieConflict
) -> HttpResponse:
    if botsing.huidig is None:
        return HttpResponseRedirect(adres(verband, deel.sleutel))
    soort = _rijen(deel)
    formulier = soort.formulier(instance=botsing.huidig, verband=verband, vandaag=vandaag())
    melding = "Er is niets verwijderd. Iemand anders veranderde deze gegevens. Kijk ze na en kies daarna opnieuw."
    return _toon_rij(request, verband, deel, formulier, rij=botsing.huidig, status=BOTSING, melding=melding)


def _zoek(verband: Samenwerkingsverband, sleutel: str) -> Onderdeel:
    gevonden = onderdelen.zoek(sleutel)
    if gevonden is None or not gevonden.geldt(verband):
        raise Http404
    return gevonden


def _rijen(deel: Onderdeel) -> Rijsoort:
    if deel.rijen is None:
        raise Http404
    return deel.rijen


def _vel_van_verband(request: Verzoek, verband: Samenwerkingsverband, deel: Onderdeel) -> vel.Vel:
    """The sheet of a section that edits the partnership itself."""
    formulierklasse = deel.velden
    if formulierklasse is None:
        raise Http404
    schrijf = partial(
        rijen.wijzig_verband,
        verband=verband,
        door=request.user,
        op=nu(),
        poort=rijen.Poort(deel.recht, deel.veldcontrole),
    )
    return vel.Vel(
        verband=verband,
        sleutel=deel.sleutel,
        titel=deel.titel,
        rij=verband,
        formulier=formulierklasse(request.POST, instance=_kopie(verband)),
        schrijf=schrijf,
        toon=lambda formulier, status: _toon_onderdeel(request, verband, deel, formulier, status),
        klaar=adres(verband, deel.sleutel),
    )


def _vel_van_rij(request: Verzoek, verband: Samenwerkingsverband, deel: Onderdeel, rij: Gevolgd) -> vel.Vel:
    """The sheet of one row."""
    soort = _rijen(deel)
    schrijf = partial(
        rijen.wijzig,
        verband=verband,
        rij=rij,
        door=request.user,
        op=nu(),
        poort=rijen.Poort(deel.recht, soort.controle),
    )
    return vel.Vel(
        verband=verband,
        sleutel=deel.sleutel,
        titel=f"{deel.titel}: {soort.enkelvoud}",
        rij=rij,
        formulier=soort.formulier(request.POST, instance=_kopie(rij), verband=verband, vandaag=vandaag()),
        schrijf=schrijf,
        toon=lambda formulier, status: _toon_rij(request, verband, deel, formulier, rij=rij, status=status),
        klaar=adres(verband, deel.sleutel),
    )


def _kopie(rij: Any) -> Any:
    """A second instance of the same row: checking a form changes the one it is given."""
    kopie = type(rij)(**{veld.attname: getattr(rij, veld.attname) for veld in rij._meta.concrete_fields})
    kopie._state.adding = rij._state.adding  # otherwise the row counts as a double of itself
    return kopie


def _verdwenen(verband: Samenwerkingsverband, soort: Rijsoort, rij_id: int) -> Gevolgd:
    """The last state of a row that somebody removed; 404 when this partnership never had it."""
    laatste = soort.model.history.filter(id=rij_id, verband_id=verband.id).first()
    if laatste is None:
        raise Http404
    velden = {veld.attname: getattr(laatste, veld.attname) for veld in soort.model._meta.concrete_fields}
    return soort.model(**velden)


def _voeg_toe(
    request: Verzoek, verband: Samenwerkingsverband, deel: Onderdeel, soort: Rijsoort, formulier: Bewerkformulier
) -> bool:
    """Whether the act took the new row; its refusals stand on the form."""
    act = soort.voeg_toe or partial(rijen.voeg_toe, model=soort.model, poort=rijen.Poort(deel.recht, soort.controle))
    schrijf = partial(act, verband=verband, waarden=formulier.waarden(), reden=formulier.reden())
    return not geweigerd(formulier, partial(schrijf, door=request.user, op=nu()))


def _toon_onderdeel(
    request: Verzoek,
    verband: Samenwerkingsverband,
    deel: Onderdeel,
    formulier: Bewerkformulier | None = None,
    status: int = 200,
) -> HttpResponse:
    context = kader(request, verband, actief=deel.sleutel, titel=deel.titel)
    if deel.velden:
        context["formulier"] = formulier or deel.velden(instance=_kopie(verband))
        context["versie"] = request.POST.get("versie", "")[:20] if formulier else verband.versie
        context["laatst"] = verband.history.select_related("history_user").first()
    if deel.rijen:
        context["lijst"] = lijst(verband, deel, vandaag())
    if deel.sleutel == "samenhang":
        context["andersom"] = _andersom(verband)
    return toon(request, "bewerken", {**context, "deel": deel}, status)


def _andersom(verband: Samenwerkingsverband) -> list[Samenhang]:
    """What other partnerships say about this one."""
    return list(Samenhang.objects.select_related("verband").filter(met=verband))


def _toon_rij(
    request: Verzoek,
    verband: Samenwerkingsverband,
    deel: Onderdeel,
    formulier: Bewerkformulier,
    *,
    rij: Gevolgd | None = None,
    status: int = 200,
    melding: str = "",
) -> HttpResponse:
    soort = _rijen(deel)
    bestaat = rij is not None and alle(type(rij)).filter(pk=rij.pk).exists()
    if rij is not None and not bestaat:
        melding = f"Niet bewaard. Iemand anders verwijderde {soort.lidwoord.lower()} {soort.enkelvoud}."
    context = kader(
        request, verband, actief=deel.sleutel, titel=f"{'Nieuw' if rij is None else 'Bewerk'}: {soort.enkelvoud}"
    )
    context |= {
        "deel": deel,
        "soort": soort,
        "formulier": formulier,
        "rij": rij if bestaat else None,
        "kop": _kop(soort, rij) if rij is not None else "",
        "versie": _versie(request, rij),
        "melding": melding,
        "opnieuw": None if bestaat or rij is None else _vaste_waarden(soort, rij),
        "nieuw_url": reverse("verbanden:rij_nieuw", args=[verband.slug, deel.sleutel]),
    }
    return toon(request, "rij", context, BOTSING if context["opnieuw"] is not None else status)


def _versie(request: Verzoek, rij: Gevolgd | None) -> Any:
    if rij is None:
        return ""
    is_wijziging = request.method == "POST" and "verwijderen" not in request.path
    return request.POST.get("versie", "")[:20] if is_wijziging else rij.versie


def _kop(soort: Rijsoort, rij: Any) -> str:
    """The first column of the list, as the name of a row."""
    veld: Any = rij._meta.get_field(soort.kolommen[0])
    return str(getattr(rij, veld.name)) if veld.is_relation else weergave.tekst(veld, getattr(rij, veld.name))


def _vaste_waarden(soort: Rijsoort, rij: Any) -> list[tuple[str, Any]]:
    """What a removed row had in fields that an edit form does not show, to add it again."""
    nieuw = soort.formulier.base_fields
    vast = [naam for naam in nieuw if f"{naam}_id" in rij.ONVERANDERLIJK or naam in rij.ONVERANDERLIJK]
    return [(naam, getattr(rij, rij._meta.get_field(naam).attname)) for naam in vast]
