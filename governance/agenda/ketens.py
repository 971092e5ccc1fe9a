"""Asks the engine for the chain of each paper: of what is stored, and of the years around it that nobody noted yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from governance.agenda.feiten import Ronde, Verbandkern
from governance.models import Stukkenronde
from governance.regels.termijnen.begroting import Begrotingsfeiten
from governance.regels.termijnen.jaarrekening import Rekeningfeiten
from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.stap import Keten, Regeling

Stuk = Stukkenronde.Stuk
# Which step carries the day that the partner asks for.
GEVRAAGD_BIJ = {Stuk.BEGROTING: "zienswijze_begroting", Stuk.BEGROTINGSWIJZIGING: "zienswijze_wijziging"}
UITGEZONDERD = {"ja": True, "nee": False, "": None}
BEGROTINGSJAREN, REKENINGJAREN = range(1, 3), range(-1, 1)


def rondes(verband: Verbandkern, bekend: Iterable[Ronde], jaar: int) -> Iterator[Ronde]:
    """The papers of a regeling: those with stored days, and once it exists what the law expects around a year."""
    op_sleutel = {ronde[:3]: ronde for ronde in bekend}
    yield from op_sleutel.values()
    if verband.bestaat:
        yield from (ronde for ronde in verwacht(jaar) if ronde[:3] not in op_sleutel)


@lru_cache(maxsize=16)
def verwacht(jaar: int) -> tuple[Ronde, ...]:
    """The budgets and accounts that every regeling with a board makes around a year, without any stored day."""
    return (
        *(Ronde(Stuk.BEGROTING.value, jaar + verder) for verder in BEGROTINGSJAREN),
        *(Ronde(Stuk.JAARREKENING.value, jaar + verder) for verder in REKENINGJAREN),
    )


@lru_cache(maxsize=16384)
def keten(regeling: Regeling, ronde: Ronde) -> Keten:
    """The chain of one paper. Pure, so equal facts are counted once."""
    rekenaar = Rekenaar()
    if ronde.stuk == Stuk.JAARREKENING:
        return rekenaar.jaarrekening(regeling, ronde.jaar, _rekening(ronde))
    if ronde.stuk == Stuk.BEGROTING:
        gemaakt = rekenaar.begroting(regeling, ronde.jaar, _begroting(ronde))
    else:
        uitgezonderd = UITGEZONDERD[ronde.uitgezonderd]
        gemaakt = rekenaar.begrotingswijziging(regeling, _begroting(ronde), uitgezonderd=uitgezonderd)
    if ronde.gevraagd_voor is None:
        return gemaakt
    return gemaakt.met_verzoeken({GEVRAAGD_BIJ[Stuk(ronde.stuk)]: ronde.gevraagd_voor})


def _begroting(ronde: Ronde) -> Begrotingsfeiten:
    return Begrotingsfeiten(
        vergadering=ronde.vergadering,
        kaders_ontvangen=ronde.kaders_ontvangen,
        ontwerp_ontvangen=ronde.ontvangen,
        zienswijze_verzonden=ronde.zienswijze_verzonden,
        reactie_ontvangen=ronde.reactie_ontvangen,
        vastgesteld=ronde.vastgesteld,
        ingezonden=ronde.ingezonden,
    )


def _rekening(ronde: Ronde) -> Rekeningfeiten:
    return Rekeningfeiten(
        vergadering=ronde.vergadering,
        voorlopig_ontvangen=ronde.ontvangen,
        vastgesteld=ronde.vastgesteld,
        ingezonden=ronde.ingezonden,
    )
