"""All partnerships: by importance class, what they cost per programme, and the selection to take along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.functies import Tijdlijnmoment
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Recht, eis, mag
from verbanden import uitvoer
from verbanden.filters import VerbandFilter
from verbanden.kosten import kostentabel
from verbanden.overzicht import lezen, ordenen, weergave
from verbanden.overzicht.lezen import Overzicht
from verbanden.overzicht.rij import Rij
from verbanden.overzicht.totalen import totalen
from verbanden.signalering.start import voor_start


@dataclass(frozen=True)
class Selectie:
    """What one request asks of the overview: the filter, the rows in order and the moments ahead."""

    peildatum: Peildatum
    overzicht: Overzicht
    filter: VerbandFilter
    momenten: Sequence[Tijdlijnmoment]
    rijen: Sequence[Rij]

    @property
    def status(self) -> int:
        """400 when a filter cannot be read, and then nothing is selected."""
        return 200 if self.filter.form.is_valid() else 400

    @property
    def beperkt(self) -> bool:
        """Whether a filter narrows the selection, or cannot be read."""
        return self.status != 200 or self.filter.beperkt

    @property
    def vraag(self) -> str:
        """The filters in use, as they stand in an address."""
        return urlencode(self.filter.gekozen) if self.status == 200 else ""


def selecteer(request: HttpRequest) -> Selectie:
    """Read what this request asks for."""
    eis(request.user, Recht.BEKIJKEN)
    peildatum: Peildatum = request.peildatum  # type: ignore[attr-defined]  # set by the middleware
    overzicht = lezen.lees(peildatum)
    momenten = lezen.momenten(peildatum, overzicht)
    filter_ = VerbandFilter(request.GET, overzicht=overzicht, peildatum=peildatum)
    rijen: list[Rij] = []
    if filter_.form.is_valid():
        volgorde = filter_.gekozen.get("sorteer", ordenen.Volgorde.BIJDRAGE)
        rijen = ordenen.orden(_gekozen(overzicht, filter_), volgorde, lezen.eerste_per_verband(momenten))
    return Selectie(peildatum, overzicht, filter_, momenten, rijen)


def _gekozen(overzicht: Overzicht, filter_: VerbandFilter) -> list[Rij]:
    """The rows that the filter leaves; only a filter in use asks the database."""
    if not filter_.beperkt:
        return [rij for rij in overzicht.rijen if rij.lopend]
    ids = set(filter_.qs.values_list("id", flat=True))
    return [rij for rij in overzicht.rijen if rij.id in ids]


@require_safe
def toon(request: HttpRequest) -> HttpResponse:
    """The overview by importance class; for htmx only the list."""
    selectie = selecteer(request)
    lopend = [rij for rij in selectie.overzicht.rijen if rij.lopend]
    context = {
        **_gedeeld(selectie, "verbanden:overzicht"),
        "mag_aanmaken": not selectie.peildatum.verleden and mag(request.user, Recht.AANMAKEN),
        "totalen": weergave.totaalband(totalen(lopend), selectie.peildatum.dag, gemeente_van(request).begrotingstotaal),
        "aandacht": weergave.aandacht(selectie.momenten, selectie.overzicht, selectie.peildatum.dag),
        "groepen": weergave.groepen(selectie.rijen, selectie.momenten, selectie.peildatum.dag),
        "resultaat": weergave.resultaat(selectie.rijen, len(lopend), selectie.peildatum.dag, beperkt=selectie.beperkt),
        "signalen": SimpleLazyObject(lambda: voor_start(request)["signalen"]),
    }
    return _antwoord(request, selectie, "verbanden/overzicht.html", "verbanden/delen/overzicht_lijst.html", context)


@require_safe
def kosten(request: HttpRequest) -> HttpResponse:
    """Our contributions per programme over five years; for htmx only the table."""
    selectie, gemeente = selecteer(request), gemeente_van(request)
    gekozen = selectie.filter.gekozen if selectie.status == 200 else {}
    tabel = kostentabel(
        selectie.rijen,
        selectie.overzicht.programmas,
        selectie.peildatum.dag,
        alleen=int(gekozen["programma"]) if "programma" in gekozen else None,
        grootste_eerst="sorteer" not in gekozen,
    )
    context = {
        **_gedeeld(selectie, "verbanden:kosten"),
        "tabel": tabel,
        "rijen": weergave.kostenrijen(tabel),
        "resultaat": weergave.kostenzin(
            tabel.nu, gemeente.naam, selectie.peildatum.dag, gemeente.begrotingstotaal, beperkt=selectie.beperkt
        ),
    }
    return _antwoord(request, selectie, "verbanden/kosten.html", "verbanden/delen/kosten_tabel.html", context)


@require_safe
def download(request: HttpRequest, formaat: str) -> HttpResponse:
    """The selection as a file; kept in the audit log."""
    if formaat not in uitvoer.FORMATEN:
        raise Http404("Deze soort bestand maken we niet.")
    selectie = selecteer(request)
    if selectie.status != 200:
        return toon(request)
    bestand = uitvoer.maak(formaat, selectie.rijen, selectie.overzicht, selectie.momenten, selectie.peildatum.dag)
    if request.method == "GET":
        leg_vast(
            Handeling.GEDOWNLOAD,
            door=request.user,  # type: ignore[arg-type]  # logged in: the middleware sees to it
            op=timezone.now(),
            soort=f"selectie.{formaat}",
            verbanden=len(selectie.rijen),
            filters=selectie.filter.gekozen,
            peildatum=selectie.peildatum.dag.isoformat(),
        )
    return HttpResponse(
        bestand.inhoud,
        content_type=bestand.mime,
        headers={"Content-Disposition": f'attachment; filename="{bestand.naam}"'},
    )


def _gedeeld(selectie: Selectie, weergave_naam: str) -> dict[str, Any]:
    """What both views show: the filter, the way to the other view and to the files."""
    vraag = f"?{selectie.vraag}" if selectie.vraag else ""
    return {
        "filter": weergave.filtervelden(selectie.filter),
        "jaren": lezen.jaren(selectie.peildatum.dag),
        "jaar": selectie.peildatum.dag.year,
        "volgend": selectie.peildatum.dag.year + 1,
        "vraag": vraag,
        "weergaven": [
            (titel, reverse(naam) + vraag, naam == weergave_naam)
            for titel, naam in (
                ("Op belangrijkheid", "verbanden:overzicht"),
                ("Kosten per programma", "verbanden:kosten"),
            )
        ],
        "downloads": [
            (formaat.upper(), reverse("verbanden:selectie", args=[formaat]) + vraag) for formaat in uitvoer.FORMATEN
        ],
    }


def _antwoord(
    request: HttpRequest, selectie: Selectie, sjabloon: str, fragment: str, context: dict[str, Any]
) -> HttpResponse:
    """The whole page, or for htmx its changing part with the short address of the selection."""
    htmx = request.htmx  # type: ignore[attr-defined]  # set by the middleware
    deel = bool(htmx) and not htmx.boosted and not htmx.history_restore_request and selectie.status == 200
    antwoord = render(request, fragment if deel else sjabloon, {**context, "deel": deel}, status=selectie.status)
    patch_vary_headers(antwoord, ["HX-Request"])
    if deel:
        antwoord.headers["HX-Push-Url"] = request.path + context["vraag"]
    return antwoord
