"""Signals of the moments to come: the raad soon has a role, the last day has passed, or the mandate is too small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse

from governance.mandaat import adres
from governance.models import Moment
from governance.regels.signalen import na_uiterste_dag, raad_aan_zet
from governance.signalering.maken import maak
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum

REGELS = frozenset({"moment_raad", "moment_te_laat", "buiten_mandaat"})


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> Iterator[Signaal]:
    """Every signal about a moment to come; one query."""
    dag = peildatum.dag
    rijen = Moment.objects.op(peildatum.moment, verband_id__in=list(verbanden)).filter(datum__gte=dag)
    for moment in rijen.order_by("datum", "id"):
        verband = verbanden[moment.verband_id]
        if raad_aan_zet(moment.rol_raad, moment.datum, dag, drempels["moment_raad"]):
            yield _raad(moment, verband)
        if na_uiterste_dag(moment.datum, moment.uiterlijk, dag):
            yield _te_laat(moment, verband)
        if moment.mandaat == Moment.Mandaat.NEE:
            yield _buiten_mandaat(moment, verband)


def _raad(moment: Any, verband: Any) -> Signaal:
    return maak(
        "moment_raad",
        verband,
        reverse("verbanden:dashboard", args=[verband.slug]),
        (moment.id, moment.datum.isoformat(), moment.rol_raad),
        moment.datum,
        datum=datum(moment.datum),
        wie=_wie(moment.wie),
        moment=moment.titel,
        rol=Moment.RolRaad(moment.rol_raad).label.lower(),
    )


def _wie(wie: str) -> str:
    """Who acts, in the middle of a sentence."""
    label = Moment.Wie(wie).label.lower()
    return f"{'het' if wie in (Moment.Wie.COLLEGE, Moment.Wie.BESTUUR) else 'de'} {label}"


def _te_laat(moment: Any, verband: Any) -> Signaal:
    return maak(
        "moment_te_laat",
        verband,
        reverse("verbanden:rij", args=[verband.slug, "momenten", moment.id]),
        (moment.id, moment.datum.isoformat(), moment.uiterlijk.isoformat()),
        moment.uiterlijk,
        "BEWERKEN",
        moment=moment.titel,
        datum=datum(moment.datum),
        uiterlijk=datum(moment.uiterlijk),
    )


def _buiten_mandaat(moment: Any, verband: Any) -> Signaal:
    return maak(
        "buiten_mandaat",
        verband,
        adres(moment.id),
        (moment.id,),
        moment.datum,
        moment=moment.titel,
        datum=datum(moment.datum),
    )
