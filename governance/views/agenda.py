"""The agenda as list, month and year, and as a file: the same moments, chosen in the address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.agenda import bestand
from governance.agenda.blad import blad
from governance.agenda.lezen import Agenda, lees
from governance.agenda.maandbeeld import WEEKDAGEN, weken
from governance.agenda.selectie import Selectie, jaren, kies, klassen
from governance.agenda.verschoven import verschoven
from governance.agenda.weergave import maandnaam
from governance.forms.agenda import Agendakeuze, Maandkeuze
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.pdf import als_pdf
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import uitvoer
from verbanden.views.bewerkpagina import ONGELDIG

WEERGAVEN = (
    ("Lijst", "governance:agenda"),
    ("Maand", "governance:agenda_maand"),
    ("Jaarbeeld", "governance:agenda_jaar"),
)
PDF = "pdf"
MEESTE = 8  # of what moved, on the list


@require_safe
def lijst(request: Verzoek) -> HttpResponse:
    """By month, with recesses between."""
    agenda, keuze = _keuze(request)
    gekozen, anders = keuze.gekozen, verschoven(agenda, request.peildatum)
    context = {
        **_gedeeld(request, keuze, "governance:agenda"),
        "verschoven": anders[:MEESTE],
        "verschoven_rest": max(len(anders) - MEESTE, 0),
        "blad": blad(agenda, request.peildatum, gekozen, "lijst"),
        "downloads": [
            (formaat.upper(), reverse("governance:agenda_bestand", args=[formaat]) + _vraag(gekozen))
            for formaat in (PDF, *uitvoer.FORMATEN)
        ],
        "mag_bijhouden": not request.peildatum.verleden and mag(request.user, Recht.AGENDA_BIJHOUDEN),
    }
    return render(request, "governance/agenda/lijst.html", context, status=ONGELDIG if keuze.errors else 200)


@require_safe
def jaar(request: Verzoek) -> HttpResponse:
    """A lane per partnership over twelve months, and the same terms as a table."""
    agenda, keuze = _keuze(request, wie="college")
    context = {
        **_gedeeld(request, keuze, "governance:agenda_jaar"),
        "blad": blad(agenda, request.peildatum, keuze.gekozen, "jaar"),
    }
    return render(request, "governance/agenda/jaar.html", context, status=ONGELDIG if keuze.errors else 200)


@require_safe
def maand(request: Verzoek) -> HttpResponse:
    """One month as a calendar."""
    agenda, keuze = _keuze(request)
    eerste = Maandkeuze(request.GET).eerste_dag(request.peildatum.dag)
    volgende, vorige = (eerste + timedelta(days=32)).replace(day=1), (eerste - timedelta(days=1)).replace(day=1)
    selectie = Selectie(
        agenda,
        klassen(request.peildatum),
        request.peildatum.dag,
        eerste,
        volgende - timedelta(days=1),
        keuze.gekozen,
    )
    rest = {naam: waarde for naam, waarde in keuze.gekozen.items() if naam != "periode"}
    context = {
        **_gedeeld(request, keuze, "governance:agenda_maand"),
        "titel": maandnaam(eerste),
        "weken": weken(selectie, eerste),
        "weekdagen": WEEKDAGEN,
        "aantal": len(selectie.momenten),
        "bladeren": [
            (naam, maandnaam(dag), f"{request.path}?{urlencode({**rest, 'maand': f'{dag:%Y-%m}'})}")
            for naam, dag in (("Vorige", vorige), ("Volgende", volgende))
        ],
        "verborgen": [("maand", f"{eerste:%Y-%m}")],
    }
    context["velden"] = [veld for veld in context["velden"] if veld.name != "periode"]
    return render(request, "governance/agenda/maand.html", context, status=ONGELDIG if keuze.errors else 200)


@require_safe
def download(request: Verzoek, formaat: str) -> HttpResponse:
    """The long term agenda as a file; kept in the audit log."""
    if formaat not in (PDF, *uitvoer.FORMATEN):
        raise Http404("Deze soort bestand maken we niet.")
    agenda, keuze = _keuze(request)
    if keuze.errors:
        return lijst(request)
    selectie = kies(agenda, request.peildatum, keuze.gekozen)
    if request.method == "GET":
        leg_vast(
            Handeling.GEDOWNLOAD,
            door=request.user,
            op=timezone.now(),
            soort=f"agenda.{formaat}",
            momenten=len(selectie.momenten),
            filters=keuze.gekozen,
            peildatum=request.peildatum.dag.isoformat(),
        )
    if formaat == PDF:
        return _pdf(request, selectie)
    gemaakt = bestand.maak(formaat, selectie)
    koppen = {"Content-Disposition": f'attachment; filename="{gemaakt.naam}"'}
    return HttpResponse(gemaakt.inhoud, content_type=gemaakt.mime, headers=koppen)


def _pdf(request: Verzoek, selectie: Selectie) -> HttpResponse:
    context = {
        "maanden": bestand.maanden(selectie),
        "aantal": len(selectie.momenten),
        "keuze": bestand.keuzezin(selectie),
        "gemeente": gemeente_van(request),
        "peildatum": request.peildatum,
    }
    naam = f"lange-termijn-agenda-{request.peildatum.dag.isoformat()}.pdf"
    return als_pdf(request, "governance/agenda/pdf.html", context, bestandsnaam=naam)


def _keuze(request: Verzoek, wie: str = "") -> tuple[Agenda, Agendakeuze]:
    """The agenda, read once for a request, and what was asked of it; `wie` is who is shown when nobody asked."""
    eis(request.user, Recht.BEKIJKEN)
    agenda = lees(request.peildatum)
    vraag = request.GET.copy()
    vraag.setdefault("wie", wie)
    lopend = [verband for verband in agenda.verbanden.values() if verband.lopend]
    return agenda, Agendakeuze(vraag, verbanden=lopend, jaren=jaren(agenda, request.peildatum.dag))


def _gedeeld(request: Verzoek, keuze: Agendakeuze, hier: str) -> dict[str, Any]:
    """What every view shows: the filters, and the way to the other views with the same choice."""
    vraag = _vraag({naam: waarde for naam, waarde in keuze.gekozen.items() if naam in request.GET})
    return {
        "keuze": keuze,
        "velden": list(keuze),
        "verborgen": [],
        "weergaven": [(titel, reverse(naam) + vraag, naam == hier) for titel, naam in WEERGAVEN]
        + [("Vergaderingen", reverse("governance:vergaderingen"), False)],
    }


def _vraag(gekozen: dict[str, str]) -> str:
    return f"?{urlencode(gekozen)}" if gekozen else ""
