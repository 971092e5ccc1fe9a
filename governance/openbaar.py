"""What residents may know of the agenda: moments whose paper went to the raad, on days still to come."""

from __future__ import annotations

from governance.models import Moment
from governance.models.momenttekst import Momentstatus
from samenwerkingswijzer.functies import Tijdlijnmoment
from samenwerkingswijzer.openbaar.velden import rijen
from samenwerkingswijzer.peildatum import Peildatum

VAN_DE_RAAD = (Moment.Wie.RAAD, Moment.Wie.COMMISSIE)


def openbare_momenten(peildatum: Peildatum) -> list[Tijdlijnmoment]:
    """Those of raad and committee, by date, in words of the public agenda only; one query."""
    naar_de_raad = Moment.objects.filter(status=Momentstatus.NAAR_DE_RAAD, wie__in=VAN_DE_RAAD)
    gevonden = rijen(naar_de_raad.filter(datum__gte=peildatum.dag).order_by("datum", "id"))
    return [
        Tijdlijnmoment(rij["datum"], rij["titel"], rij["verband_id"], Moment.Wie(rij["wie"]).label) for rij in gevonden
    ]
