"""The page of one moment, computed or noted by people, and the agenda of one partnership."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from governance.agenda import van_verband, verschoven
from governance.agenda.dagen import dagen
from governance.agenda.elders import elders
from governance.agenda.feiten import Verbandkern
from governance.agenda.lezen import Agenda, lees, stapadres
from governance.agenda.moment import Agendamoment, Stapsleutel
from governance.agenda.opmaken import staptitel
from governance.agenda.regel import ROLLEN, noot, uitleg
from governance.dashboard.reageren import MEESTE, nog_te_reageren
from governance.mandaat import adres as mandaatadres
from governance.mandaat import stapmandaat
from governance.models import Mandaat, Moment, Momentstatus
from governance.models.stukkenronde import stuktitel
from governance.regels.termijnen.stap import Stap
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import kruimels, vandaag

GEEN_MOMENT = "Dit moment is er niet."
INTUSSEN = "Iemand schreef intussen bij dit moment. Lees dat eerst."


@require_safe
def eigen(request: Verzoek, moment_id: int) -> HttpResponse:
    """A moment that people noted."""
    eis(request.user, Recht.BEKIJKEN)
    agenda = lees(request.peildatum)
    moment = next((een for een in agenda.momenten if een.moment_id == moment_id), None)
    if moment is None or moment.verband_id is None:
        raise Http404(GEEN_MOMENT)
    verband = agenda.verbanden[moment.verband_id]
    context = _kader(request, agenda, verband, moment)
    if context["mag_bewerken"]:
        context["bewerk_url"] = reverse("verbanden:rij", args=[verband.slug, "momenten", moment_id])
    context |= {"mandaat_url": mandaatadres(moment_id), "soort": Moment.Soort(moment.soort).label}
    return render(request, "governance/agenda/moment.html", context)


@require_safe
def stap(request: Verzoek, slug: str, **sleutel: Any) -> HttpResponse:
    """A computed step, with how its date comes about and what people wrote."""
    eis(request.user, Recht.BEKIJKEN)
    agenda, verband, gezocht = lees(request.peildatum), slug, Stapsleutel(**sleutel)
    kern, stap_, moment = zoek(request, agenda, verband, gezocht)
    context = _kader(request, agenda, kern, moment)
    if context["mag_schrijven"]:
        context["bewerk_url"] = f"{stapadres(kern.slug, gezocht)}schrijven/"
    context |= {
        "stap": stap_,
        "titel": moment.titel if moment else staptitel(stap_, stuktitel(*gezocht[:3])),
        "mandaat_url": "" if stap_.voor_de_raad else stapmandaat(kern.slug, gezocht),
        "feiten_url": reverse("verbanden:onderdeel", args=[kern.slug, "stukken"]) if context["mag_bewerken"] else "",
    }
    return render(request, "governance/agenda/moment.html", context)


@require_safe
def verband(request: Verzoek, slug: str) -> HttpResponse:
    """Who does what and when in one partnership, per paper."""
    eis(request.user, Recht.BEKIJKEN)
    agenda = lees(request.peildatum)
    kern = _kern(agenda, slug)
    mag_bewerken = _mag_bewerken(request, kern)
    context = {
        "verband": kern,
        "kruimels": kruimels(kern),  # type: ignore[arg-type]  # has the same name, short name and slug
        "stukken": van_verband.stukken(kern, agenda, request.peildatum),
        "reden": van_verband.zonder_kalender(kern),
        "eigen": [
            (moment, pagina, noot(moment, request.peildatum.dag)) for moment, pagina in van_verband.eigen(kern, agenda)
        ],
        "kansen": nog_te_reageren(agenda.tijdlijnen.get(kern.id, ()), request.peildatum.dag)[:MEESTE],
        "verschoven": verschoven.van_verband(agenda, request.peildatum, kern.id),
        "dag": request.peildatum.dag,
        "mag_bewerken": mag_bewerken,
        "verleden": request.peildatum.verleden,
    }
    return render(request, "governance/agenda/verband.html", context)


def _kern(agenda: Agenda, slug: str) -> Verbandkern:
    gevonden = next((een for een in agenda.verbanden.values() if een.slug == slug), None)
    if gevonden is None:
        raise Http404("Dit verband staat niet in het portaal.")
    return gevonden


def zoek(
    request: Verzoek, agenda: Agenda, slug: str, sleutel: Stapsleutel
) -> tuple[Verbandkern, Stap, Agendamoment | None]:
    """A step of a partnership, with its moment when it has a date; 404 when there is no such step."""
    kern = _kern(agenda, slug)
    gevonden = van_verband.stap_van(kern, sleutel, request.peildatum, agenda)
    if gevonden is None:
        raise Http404(GEEN_MOMENT)
    return kern, *gevonden


def _mag_bewerken(request: Verzoek, kern: Verbandkern) -> bool:
    if request.peildatum.verleden:
        return False
    echt = Samenwerkingsverband.objects.filter(id=kern.id).first()
    return echt is not None and mag(request.user, Recht.BEWERKEN, verband=echt, op=vandaag())


def _kader(request: Verzoek, agenda: Agenda, kern: Verbandkern, moment: Agendamoment | None) -> dict[str, Any]:
    mag_bewerken = _mag_bewerken(request, kern)
    tekst = moment.tekst if moment else None
    return {
        "verband": kern,
        "kruimels": [*kruimels(kern), ("Agenda", reverse("governance:agenda_verband", args=[kern.slug]))],  # type: ignore[arg-type]  # has the same names
        "moment": moment,
        "titel": moment.titel if moment else "",
        "stap": None,
        "rol": ROLLEN[moment.rol] if moment else "",
        "uitleg": uitleg(moment) if moment else "",
        "noot": noot(moment, request.peildatum.dag) if moment else None,
        "status": Momentstatus(tekst.status).label if tekst else "",
        "mandaat": Mandaat(tekst.mandaat).label if tekst else "",
        "dagen": dagen(moment, request.peildatum.dag) if moment else [],
        "elders": elders(moment, agenda, request.peildatum) if moment else [],
        "dag": request.peildatum.dag,
        "mag_bewerken": mag_bewerken,
        "mag_schrijven": mag_bewerken or (not request.peildatum.verleden and mag(request.user, Recht.AGENDA_BIJHOUDEN)),
    }
