"""Which signals are meant for somebody: by role, and for who has partnerships of their own only of those."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from verbanden.models import Portefeuille, Samenwerkingsverband
from verbanden.signalering.lezen import Melding
from verbanden.werk import eigen_verbanden

MET_EIGEN = frozenset({Rol.ACCOUNTHOUDER.value, Rol.COLLEGE.value})


def eigen(gebruiker: Any, peildatum: Peildatum) -> frozenset[int] | None:
    """Ids of the partnerships of an account holder or of a member of the college; None for every other role."""
    if gebruiker.rol == Rol.ACCOUNTHOUDER:
        return frozenset(eigen_verbanden(gebruiker, peildatum))
    if gebruiker.rol == Rol.COLLEGE:
        return frozenset(_portefeuille(gebruiker, peildatum))
    return None


def _portefeuille(gebruiker: Any, peildatum: Peildatum) -> list[int]:
    moment = peildatum.moment
    eigen_ = Portefeuille.objects.op(moment).filter(gebruiker_id=gebruiker.id).order_by().values_list("id", flat=True)
    rijen = Samenwerkingsverband.objects.op(moment).filter(portefeuille_id__in=list(eigen_)).order_by()
    return list(rijen.values_list("id", flat=True))


def voor(meldingen: Iterable[Melding], rol: str, ids: frozenset[int] | None) -> list[Melding]:
    """What is open and meant for this role, about these partnerships (None: about every one) or about none."""
    return [
        melding
        for melding in meldingen
        if melding.open and rol in melding.signaal.voor and _over(melding.signaal.verband_id, ids)
    ]


def _over(verband_id: int | None, ids: frozenset[int] | None) -> bool:
    return ids is None or verband_id is None or verband_id in ids
