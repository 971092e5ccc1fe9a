"""What evaluatie knows of one partnership, as evidence for the principles: whether we mend what we found."""

from __future__ import annotations

from django.urls import reverse

from evaluatie.models import Ontwikkelpunt
from evaluatie.models.ontwikkelpunt import OPEN, Stand
from samenwerkingswijzer.bewijs import Bewijs, Bewijsstand
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband


def bewijzen(peildatum: Peildatum, verband_id: int) -> list[Bewijs]:
    """How far the ontwikkelagenda is; two queries."""
    slug = Samenwerkingsverband.objects.filter(id=verband_id).values_list("slug", flat=True).first()
    rijen = Ontwikkelpunt.objects.van([verband_id], peildatum.moment).values_list("stand", "termijn")
    punten = [(stand, termijn) for stand, termijn in rijen if stand != Stand.VERVALLEN]
    if slug is None or not punten:
        return []
    open_ = [termijn for stand, termijn in punten if stand in OPEN]
    laat = sum(termijn is not None and termijn < peildatum.dag for termijn in open_)
    zin = f"Op de ontwikkelagenda: {len(open_)} open en {len(punten) - len(open_)} klaar"
    zin += f", {laat} te laat." if laat else "."
    stand = Bewijsstand.DEELS if laat else Bewijsstand.MET
    return [Bewijs("krachten_bundelen", stand, zin, reverse("evaluatie:ontwikkelagenda", args=[slug]))]
