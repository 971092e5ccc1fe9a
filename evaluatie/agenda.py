"""Evaluations on the langetermijnagenda: the talk, and the adoption by the raad, as they are planned.

Source: founding document, 2.3 point 4; the steps of the evaluatiekader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from django.urls import reverse

from evaluatie.models import Evaluatie, Evaluatiestap
from evaluatie.models.evaluatie import Stap
from governance.agenda.bronnen import Bron
from governance.agenda.feiten import Raadskalender, Verbandkern
from governance.agenda.moment import Agendamoment
from governance.models import Moment, RolRaad
from samenwerkingswijzer.peildatum import Peildatum

# The steps in which the raad has a part, with that part and what the agenda calls them.
VAN_DE_RAAD = {
    Stap.GESPREK.value: (RolRaad.OORDEELSVORMING.value, "gesprek"),
    Stap.VASTGESTELD.value: (RolRaad.BESLUITVORMING.value, "vaststellen"),
}
RAAD = Moment.Wie.RAAD.label.lower()
EEN_DAG = timedelta(days=1)


def momenten(
    peildatum: Peildatum, verbanden: Mapping[int, Verbandkern], kalender: Raadskalender
) -> Iterator[Agendamoment]:
    """The steps of running evaluations in which the raad has a part; at most two queries."""
    stappen = Evaluatiestap.objects.op(peildatum.moment).filter(stap__in=list(VAN_DE_RAAD), klaar_op__isnull=True)
    open_ = list(stappen.order_by("gepland_op", "id").values_list("evaluatie_id", "stap", "wie", "gepland_op"))
    if not open_:
        return
    lopend = Evaluatie.objects.op(peildatum.moment, id__in={rij[0] for rij in open_}).lopend()
    waarvan = {nummer: (verband, jaar) for nummer, verband, jaar in lopend.values_list("id", "verband_id", "jaar")}
    for nummer, stap, wie, gepland in open_:
        if nummer in waarvan and waarvan[nummer][0] in verbanden:
            yield _moment(nummer, *waarvan[nummer], stap, wie, dag_van(stap, gepland, kalender), kalender)


def _moment(
    nummer: int, verband_id: int, jaar: int, stap: str, wie: str, dag: date, kalender: Raadskalender
) -> Agendamoment:
    rol, naam = VAN_DE_RAAD[stap]
    return Agendamoment(
        datum=dag,
        titel=f"Evaluatie {jaar}: {naam}",
        verband_id=verband_id,
        wie=RAAD if stap == Stap.VASTGESTELD else wie[:1].lower() + wie[1:],
        rol=rol,
        soort=Moment.Soort.EVALUATIE.value,
        vergadering=kalender.soort_op(dag) if stap == Stap.VASTGESTELD else "",
        pagina=reverse("evaluatie:evaluatie", args=[nummer]),
        bron=f"evaluatie-{nummer}-{stap}",
    )


def dag_van(stap: str, gepland: date, kalender: Raadskalender) -> date:
    """What the raad adopts is on the agenda of its last meeting up to the planned day; a talk is on the day itself."""
    if stap != Stap.VASTGESTELD:
        return gepland
    eerder = kalender.kalender.tussen(gepland.replace(month=1, day=1), gepland + EEN_DAG)
    return eerder[-1] if eerder else gepland


BRON = Bron("evaluatie", (Evaluatie, Evaluatiestap), momenten)
