"""What the accounthouder proposed in the handreiking comes into a session, to be discussed there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from governance.handelingen import sessiebesluiten, sessies
from governance.handelingen.sessiebesluiten import Vraagstuk
from governance.models import Sessie, Sessieverband
from governance.relevantie import Ingevuld, ingevuld
from samenwerkingswijzer.models import Gebruiker

LANGSTE_VRAAG, LANGSTE_TOELICHTING = 160, 600
NIETS = "Er is geen handreiking ingevuld om over te nemen."


@transaction.atomic
def neem_over(
    *, sessie: Sessie, sessieverbanden: Sequence[Sessieverband], door: Gebruiker, op: datetime
) -> list[Sessieverband]:
    """Take over class, reasons and questions for these rows; rows without enough answers stay as they are.

    Refuses when none of them has anything to take over. Returns the rows that changed.
    """
    gevonden = ingevuld([rij.verband_id for rij in sessieverbanden], sessie.jaar, None)
    rijen = [rij for rij in sessieverbanden if rij.verband_id in gevonden and gevonden[rij.verband_id].voorstel.genoeg]
    if not rijen:
        raise ValidationError(NIETS)
    return [_neem_over(rij, gevonden[rij.verband_id], door=door, op=op) for rij in rijen]


def _neem_over(rij: Sessieverband, gevuld: Ingevuld, *, door: Gebruiker, op: datetime) -> Sessieverband:
    waarden = {
        "voorstel_klasse": gevuld.voorstel.klasse.id,
        "voorstel_redenen": list(gevuld.voorstel.redenen),
        "voorstel_toelichting": gevuld.rij.toelichting[:LANGSTE_TOELICHTING],
    }
    vers = sessies.stel_voor(sessieverband=rij, waarden=waarden, versie=rij.versie, door=door, op=op)
    vragen = [
        Vraagstuk(een["vraag"][:LANGSTE_VRAAG], tuple(een.get("mogelijkheden", ()))) for een in gevuld.rij.vraagstukken
    ]
    if vragen:
        sessiebesluiten.schrijf_vraagstukken(sessieverband=rij, vraagstukken=vragen, door=door, op=op)
    return vers
