"""Versions of a regeling: which is in force on a day, and which belong together."""

from collections.abc import Iterable, Mapping
from datetime import date

from verbanden.roo.gegevens import Versie

Keten = tuple[Versie, ...]


def geldt_op(begin: date | None, einde: date | None, dag: date) -> bool:
    """Tell whether a period holds on a day: begin <= day < einde.

    The end day itself no longer counts, as the next version begins on it. A missing begin counts as long ago, a
    missing end as not ended: the register leaves out what it does not know and what has not happened.
    """
    return (begin is None or begin <= dag) and (einde is None or dag < einde)


def geldende_versie(keten: Iterable[Versie], dag: date) -> Versie | None:
    """Return the version of a chain in force on a day, or None; where several qualify the one that began last."""
    geldig = [versie for versie in keten if geldt_op(versie.in_werking, versie.uit_werking, dag)]
    return max(geldig, key=_volgorde, default=None)


def ketens(versies: Mapping[str, Versie]) -> list[Keten]:
    """Divide versions (by systeem_id) into chains, each oldest first.

    A link counts for both sides also where only one side has it; a link to a version that is not in the file is
    ignored, and a circle of links is simply one chain.
    """
    buren = _buren(versies)
    over = dict.fromkeys(versies)
    gevonden = []
    while over:
        groep = _bereikbaar(next(iter(over)), buren)
        for systeem_id in groep:
            del over[systeem_id]
        gevonden.append(tuple(sorted((versies[systeem_id] for systeem_id in groep), key=_volgorde)))
    return gevonden


def _buren(versies: Mapping[str, Versie]) -> dict[str, set[str]]:
    buren: dict[str, set[str]] = {systeem_id: set() for systeem_id in versies}
    for versie in versies.values():
        for ander in (versie.vorige, versie.volgende):
            if ander in buren:
                buren[versie.systeem_id].add(ander)
                buren[ander].add(versie.systeem_id)
    return buren


def _bereikbaar(begin: str, buren: Mapping[str, set[str]]) -> set[str]:
    gezien = {begin}
    te_doen = [begin]
    while te_doen:
        nieuw = buren[te_doen.pop()] - gezien
        gezien |= nieuw
        te_doen += nieuw
    return gezien


def _volgorde(versie: Versie) -> tuple[date, date, str]:
    return versie.in_werking or date.min, versie.uit_werking or date.max, versie.systeem_id
