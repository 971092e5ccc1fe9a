"""What was done on the ontwikkelagenda in a year, with the notes; as a page and as a file."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from evaluatie.gedaan import Werk, gedaan, per_verband
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.uitvoer import FORMATEN, Waarde, maak_tabel

EERSTE_JAAR = 2000
TERUG = 2
KOPPEN = (
    "Voor",
    "Wat verbeterden wij",
    "Wat moest het opleveren",
    "Wie",
    "Stand",
    "Klaar op",
    "Datum",
    "Wat is gedaan",
)


@require_safe
def toon(request: Verzoek, jaar: int) -> HttpResponse:
    """The items on which something was done, with the notes of that year."""
    eis(request.user, Recht.BEKIJKEN)
    werk = _lees(request, jaar)
    nu = request.peildatum.dag.year
    context = {
        "jaar": jaar,
        "jaren": sorted({*range(nu - TERUG, nu + 1), jaar}),
        "groepen": per_verband(werk),
        "aantal": len(werk),
        "klaar": sum(een.klaar_op is not None for een in werk),
        "downloads": [
            (formaat.upper(), reverse("evaluatie:gedaan_bestand", args=[jaar, formaat])) for formaat in FORMATEN
        ],
        "kruimels": [("Ontwikkelagenda", reverse("evaluatie:ontwikkelbord"))],
    }
    return render(request, "evaluatie/gedaan.html", context)


@require_safe
def download(request: Verzoek, jaar: int, formaat: str) -> HttpResponse:
    """The same as a file with a row per note; kept in the audit log."""
    eis(request.user, Recht.BEKIJKEN)
    if formaat not in FORMATEN:
        raise Http404("Deze soort bestand maken we niet.")
    werk, dag = _lees(request, jaar), request.peildatum.dag
    bestand = maak_tabel(formaat, f"Gedaan-in-{jaar}", KOPPEN, _rijen(werk), dag)
    if request.method == "GET":
        leg_vast(
            Handeling.GEDOWNLOAD,
            door=request.user,
            op=timezone.now(),
            soort=f"gedaan.{formaat}",
            jaar=jaar,
            punten=len(werk),
            peildatum=dag.isoformat(),
        )
    koppen = {"Content-Disposition": f'attachment; filename="{bestand.naam}"'}
    return HttpResponse(bestand.inhoud, content_type=bestand.mime, headers=koppen)


def _lees(request: Verzoek, jaar: int) -> list[Werk]:
    """What was done; a year that has not come yet has no page."""
    if not EERSTE_JAAR <= jaar <= request.peildatum.dag.year:
        raise Http404("Van dit jaar is er geen overzicht.")
    return gedaan(request.peildatum, jaar)


def _rijen(werk: list[Werk]) -> Iterator[list[Waarde]]:
    for een in werk:
        vast: list[Waarde] = [een.voor, een.rij.titel, een.rij.effect, een.rij.eigenaar, een.stand, een.klaar_op]
        for notitie in een.notities:
            yield [*vast, notitie.dag, notitie.tekst]
        if not een.notities:
            yield [*vast, None, ""]
