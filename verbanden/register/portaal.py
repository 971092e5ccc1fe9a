"""What the portal says of its partnerships, in the shape in which it is compared with the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from verbanden.models import Deelname, Levensfase, Regelingversie, Samenwerkingsverband, Verwijzing
from verbanden.roo.beeld import VELDEN, Deelnamebeeld, Verbandbeeld, Versiebeeld, Verwijzingbeeld


def lees_portaal(nummers: Collection[int] | None = None) -> list[Verbandbeeld]:
    """These partnerships (all of them without `nummers`), by id; four queries."""
    verbanden = Samenwerkingsverband.objects.order_by("id")
    if nummers is not None:
        verbanden = verbanden.filter(id__in=nummers)
    rijen = list(verbanden)
    ids = [rij.id for rij in rijen]
    deelnames, verwijzingen, versies = _deelnames(ids), _verwijzingen(ids), _versies(ids)
    return [_beeld(rij, deelnames[rij.id], verwijzingen[rij.id], versies[rij.id]) for rij in rijen]


def _beeld(
    rij: Samenwerkingsverband,
    deelnames: list[Deelnamebeeld],
    verwijzingen: list[Verwijzingbeeld],
    versies: list[Versiebeeld],
) -> Verbandbeeld:
    velden = {naam: getattr(rij, naam) for naam in VELDEN}
    return Verbandbeeld(
        velden={naam: tuple(waarde) if isinstance(waarde, list) else waarde for naam, waarde in velden.items()},
        deelnames=tuple(deelnames),
        verwijzingen=tuple(verwijzingen),
        versies=tuple(versies),
        korte_naam=rij.korte_naam,
        roo_regeling=rij.roo_regeling,
        roo_organisatie=rij.roo_organisatie,
        roo_gewijzigd_op=rij.roo_gewijzigd_op,
        roo_geverifieerd_op=rij.roo_geverifieerd_op,
        nummer=rij.id,
        beeindigd=rij.levensfase == Levensfase.BEEINDIGD,
    )


def _deelnames(ids: list[int]) -> dict[int, list[Deelnamebeeld]]:
    velden = (
        "verband_id",
        "organisatie__naam",
        "organisatie__soort",
        "organisatie__tooi",
        "van",
        "tot",
        "organen",
        "kostenaandeel",
    )
    gevonden: dict[int, list[Deelnamebeeld]] = defaultdict(list)
    rijen = Deelname.objects.filter(verband_id__in=ids).order_by("id").values_list(*velden)
    for verband, naam, soort, tooi, van, tot, organen, kostenaandeel in rijen:
        gevonden[verband].append(Deelnamebeeld(naam, soort, tooi, van, tot, tuple(organen), kostenaandeel))
    return gevonden


def _verwijzingen(ids: list[int]) -> dict[int, list[Verwijzingbeeld]]:
    rijen = Verwijzing.objects.filter(verband_id__in=ids).order_by("id")
    return _per_verband(Verwijzingbeeld, rijen.values_list("verband_id", "soort", "titel", "url"))


def _versies(ids: list[int]) -> dict[int, list[Versiebeeld]]:
    rijen = Regelingversie.objects.filter(verband_id__in=ids).order_by("in_werking", "id")
    return _per_verband(
        Versiebeeld, rijen.values_list("verband_id", "roo_regeling", "titel", "in_werking", "uit_werking")
    )


def _per_verband(vorm: type[Any], rijen: Any) -> dict[int, list[Any]]:
    gevonden: dict[int, list[Any]] = defaultdict(list)
    for verband, *waarden in rijen:
        gevonden[verband].append(vorm(*waarden))
    return gevonden
