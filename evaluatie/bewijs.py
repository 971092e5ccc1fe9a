"""What evaluatie knows of one partnership, as evidence for the principles: do we judge it, and mend what we found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from evaluatie.models import Evaluatie, Evaluatiestap, Ontwikkelpunt
from evaluatie.models.evaluatie import Stap
from evaluatie.models.ontwikkelpunt import OPEN, Stand
from samenwerkingswijzer.bewijs import Bewijs, Bewijsstand
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

JAAR = timedelta(days=366)
KADER = "evaluatiekader"


def bewijzen(peildatum: Peildatum, verband_id: int) -> list[Bewijs]:
    """The evaluations and the ontwikkelagenda; at most four queries."""
    slug = Samenwerkingsverband.objects.filter(id=verband_id).values_list("slug", flat=True).first()
    if slug is None:
        return []
    return [_evaluatie(peildatum, verband_id, slug), *_ontwikkelagenda(peildatum, verband_id, slug)]


def _evaluatie(peildatum: Peildatum, verband_id: int, slug: str) -> Bewijs:
    """Whether there are criteria, and an evaluation that was adopted or is planned within twelve months."""
    url = reverse("evaluatie:evaluaties_verband", args=[slug])
    met_criteria = [een for een in Evaluatie.objects.van([verband_id], peildatum.moment) if een.criteria]
    if not met_criteria:
        return Bewijs(KADER, Bewijsstand.NIET, "Er zijn geen criteria gekozen om dit verband te evalueren.", url)
    lopend = next((een for een in met_criteria if een.stap != Stap.VASTGESTELD), None)
    if lopend is not None:
        stand, zin = _lopend(lopend, peildatum)
        if stand is Bewijsstand.MET:
            return Bewijs(KADER, stand, zin, url)
    klaar = _laatst_vastgesteld(met_criteria)
    if klaar is not None and peildatum.dag - klaar <= JAAR:
        return Bewijs(KADER, Bewijsstand.MET, f"De laatste evaluatie is vastgesteld op {datum(klaar)}.", url)
    if lopend is None:
        zin = "Er zijn criteria, maar er is geen evaluatie van het laatste jaar en er is er geen gepland."
    return Bewijs(KADER, Bewijsstand.DEELS, zin, url)


def _lopend(evaluatie: Any, peildatum: Peildatum) -> tuple[Bewijsstand, str]:
    """Whether a running evaluation is on time and ends within twelve months."""
    rijen = Evaluatiestap.objects.op(peildatum.moment, evaluatie_id=evaluatie.id)
    gepland: dict[str, date] = dict(rijen.values_list("stap", "gepland_op"))
    nu, eind = gepland.get(evaluatie.stap), gepland.get(Stap.VASTGESTELD)
    if nu is None or eind is None:
        return Bewijsstand.DEELS, f"De evaluatie over {evaluatie.jaar} loopt, zonder planning."
    if nu < peildatum.dag:
        woord = Stap(evaluatie.stap).label.lower()
        return Bewijsstand.DEELS, f"De evaluatie over {evaluatie.jaar} is te laat: de stap {woord}."
    stand = Bewijsstand.MET if eind - peildatum.dag <= JAAR else Bewijsstand.DEELS
    return stand, f"De evaluatie over {evaluatie.jaar} loopt en is gepland voor {datum(eind)}."


def _laatst_vastgesteld(evaluaties: Sequence[Any]) -> date | None:
    dagen = (timezone.localdate(een.vastgesteld_op) for een in evaluaties if een.vastgesteld_op is not None)
    return max(dagen, default=None)


def _ontwikkelagenda(peildatum: Peildatum, verband_id: int, slug: str) -> Iterator[Bewijs]:
    """How far the ontwikkelagenda is; nothing while it is empty."""
    rijen = Ontwikkelpunt.objects.van([verband_id], peildatum.moment).values_list("stand", "termijn")
    punten = [(stand, termijn) for stand, termijn in rijen if stand != Stand.VERVALLEN]
    if not punten:
        return
    open_ = [termijn for stand, termijn in punten if stand in OPEN]
    laat = sum(termijn is not None and termijn < peildatum.dag for termijn in open_)
    zin = f"Op de ontwikkelagenda: {len(open_)} open en {len(punten) - len(open_)} klaar"
    zin += f", {laat} te laat." if laat else "."
    stand = Bewijsstand.DEELS if laat else Bewijsstand.MET
    yield Bewijs("krachten_bundelen", stand, zin, reverse("evaluatie:ontwikkelagenda", args=[slug]))
