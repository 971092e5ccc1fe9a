"""From differences to proposals: new ones are added, changed ones renewed, solved ones lapse, refused ones stay off."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from verbanden.models import Voorstel
from verbanden.register import teksten
from verbanden.register.bron import Bron
from verbanden.roo.beeld import Verbandbeeld, als_json
from verbanden.roo.vergelijking import Koppeling, Verschil, nieuw, verschillen, weg

Plek = tuple[int | None, str, str]  # verband_id, soort, sleutel
VERVALLEN = "Het verschil is er niet meer."


@dataclass
class Telling:
    """What an import did with proposals, and how many are open after it."""

    nieuw: int = 0
    bijgewerkt: int = 0
    vervallen: int = 0
    open: int = 0


@dataclass(frozen=True)
class Gevonden:
    """A difference, and when the register changed its own record."""

    verschil: Verschil
    gewijzigd_op: date | None


def zoek_verschillen(koppeling: Koppeling, dag: date) -> dict[Plek, Gevonden]:
    """Everything in which portal and register differ on a day."""
    alle: list[tuple[int | None, Verbandbeeld, Iterable[Verschil]]] = [
        *((eigen.nummer, beeld, verschillen(eigen, beeld, dag)) for eigen, beeld in koppeling.paren),
        *((None, beeld, [nieuw(beeld)]) for beeld in koppeling.nieuw),
        *((eigen.nummer, eigen, [weg(eigen, dag)]) for eigen in koppeling.weg),
    ]
    return {
        (nummer, verschil.soort, verschil.sleutel): Gevonden(verschil, beeld.roo_gewijzigd_op)
        for nummer, beeld, groep in alle
        for verschil in groep
    }


def leg_voor(gevonden: dict[Plek, Gevonden], *, bron: Bron) -> Telling:
    """Bring the stored proposals in line with these differences."""
    telling = Telling()
    open_rijen = {_plek(rij): rij for rij in Voorstel.objects.open().select_for_update().order_by("id")}
    afgewezen = _afgewezen()
    for plek, rij in open_rijen.items():
        if plek not in gevonden:
            _laat_vervallen(rij, bron)
            telling.vervallen += 1
    for plek, verschil in gevonden.items():
        if plek in open_rijen:
            telling.bijgewerkt += _werk_bij(open_rijen[plek], verschil, bron)
        elif _kenmerk(verschil.verschil.kenmerk) not in afgewezen.get(plek, set()):
            _maak(plek, verschil, bron)
            telling.nieuw += 1
    telling.open = len(open_rijen) - telling.vervallen + telling.nieuw
    return telling


def _afgewezen() -> dict[Plek, set[str]]:
    """Per place the statements of the register that were rejected since something was last accepted there."""
    gevonden: dict[Plek, set[str]] = {}
    besloten = Voorstel.objects.filter(status__in=(Voorstel.Status.AANGENOMEN, Voorstel.Status.AFGEWEZEN))
    velden = ("verband_id", "soort", "sleutel", "status", "waarde__kenmerk")
    for verband, soort, sleutel, status, kenmerk in besloten.order_by("besluit_op", "id").values_list(*velden):
        plek = (verband, soort, sleutel)
        if status == Voorstel.Status.AANGENOMEN:
            gevonden.pop(plek, None)
        else:
            gevonden.setdefault(plek, set()).add(_kenmerk(kenmerk))
    return gevonden


def _plek(rij: Voorstel) -> Plek:
    return rij.verband_id, rij.soort, rij.sleutel


def _kenmerk(waarde: Any) -> str:
    return json.dumps(waarde, sort_keys=True)


def _maak(plek: Plek, gevonden: Gevonden, bron: Bron) -> None:
    verband, soort, sleutel = plek
    rij = Voorstel(verband_id=verband, soort=soort, sleutel=sleutel)
    _vul(rij, gevonden, bron)
    bron.bewaar(rij)


def _werk_bij(rij: Voorstel, gevonden: Gevonden, bron: Bron) -> bool:
    verschil = gevonden.verschil
    # A day that only follows from the day of the import is no news; what a new partnership looks like is.
    zelfde = (rij.waarde["nu"], rij.waarde["kenmerk"]) == (verschil.nu, verschil.kenmerk)
    if zelfde and (rij.soort != Voorstel.Soort.NIEUW or rij.waarde["register"] == verschil.register):
        return False
    _vul(rij, gevonden, bron)
    bron.bewaar(rij)
    return True


def _vul(rij: Voorstel, gevonden: Gevonden, bron: Bron) -> None:
    verschil = gevonden.verschil
    rij.omschrijving = teksten.omschrijving(verschil)
    rij.nu = teksten.tekst(verschil.soort, verschil.sleutel, verschil.nu)
    rij.register = teksten.tekst(verschil.soort, verschil.sleutel, verschil.register)
    rij.waarde = {
        "nu": verschil.nu,
        "register": verschil.register,
        "kenmerk": verschil.kenmerk,
        "wie": als_json(verschil.wie),
    }
    rij.bestand_van = bron.bestand_van
    rij.register_gewijzigd_op = gevonden.gewijzigd_op


def _laat_vervallen(rij: Voorstel, bron: Bron) -> None:
    rij.status = Voorstel.Status.VERVALLEN
    rij.besluit_op = bron.op
    rij.reden = VERVALLEN
    bron.bewaar(rij)
