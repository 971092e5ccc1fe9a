"""How the balance with one partner is shown: lines by kind, totals, bars on a zero line, and what to know beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from governance.models import Partijaandeel
from governance.partners.aandelen import Dossier, Samen
from governance.regels.saldo import (
    Bedragen,
    Conclusie,
    Post,
    Saldo,
    bijdrage_wijkt_af,
    conclusie,
    per_saldo,
)
from samenwerkingswijzer.grafieken import saldo_svg
from samenwerkingswijzer.opmaak import DUIZEND, MILJOEN, bedrag, getal

SOORT = Partijaandeel.Soort
NUL = Decimal(0)


@dataclass(frozen=True)
class Maat:
    """How amounts are written and drawn: the largest balance in euro, and whether the page counts in thousands."""

    grootste: Decimal
    in_duizenden: bool

    def schrijf(self, waarde: Decimal | None, *, teken: bool = False) -> str:
        """An amount without its unit; empty when nobody knows it. A small amount does not become zero."""
        if waarde is None:
            return ""
        if not self.in_duizenden:
            return getal(waarde, teken=teken)
        return getal(waarde / DUIZEND, 1 if 0 < abs(waarde) < DUIZEND else 0, teken=teken)


@dataclass(frozen=True)
class Cel:
    """An amount as it is printed, with the label for narrow screens; no text when nobody knows it."""

    label: str
    tekst: str
    sterk: bool = False


@dataclass(frozen=True)
class Regel:
    """One line of the table."""

    samen: Samen
    cellen: Sequence[Cel]
    balk: SafeString


@dataclass(frozen=True)
class Groep:
    """Lines of one kind."""

    titel: str
    regels: Sequence[Regel]


@dataclass(frozen=True)
class Overzicht:
    """The whole page of one partner."""

    dossier: Dossier
    groepen: Sequence[Groep]
    totaal: Sequence[Cel]
    totaalbalk: SafeString
    conclusie: Conclusie
    weggelaten: Sequence[str]
    bijdragen: Sequence[str]
    bronnen: Sequence[tuple[str, str, str]]
    in_duizenden: bool


def overzicht(dossier: Dossier, gemeente: str) -> Overzicht:
    """Everything the page shows."""
    naam = dossier.partner.naam
    saldo = per_saldo([*map(_post, dossier.samen), *map(_post, dossier.zonder)])
    maat = _maat(saldo)
    totaal = saldo.wij.som, saldo.zij.som
    return Overzicht(
        dossier=dossier,
        groepen=[groep for soort in SOORT if (groep := _groep(dossier, soort, maat)).regels],
        totaal=_cellen(*totaal, maat),
        totaalbalk=_balk(*totaal, maat),
        conclusie=conclusie(saldo, gemeente, naam),
        weggelaten=_weggelaten(dossier, saldo),
        bijdragen=_bijdragen(dossier),
        bronnen=[(_naam(rij), rij.wij.bron, rij.zij.bron) for rij in dossier.samen],
        in_duizenden=maat.in_duizenden,
    )


def _post(rij: Samen) -> Post:
    return Post(_naam(rij), rij.wij.bedragen, rij.zij.bedragen)


def _naam(rij: Samen) -> str:
    """The partnership, and that it is about a purchase."""
    return f"{rij.verband} (inkoop)" if rij.soort == SOORT.EIGEN_INKOOP else rij.verband


def _maat(saldo: Saldo) -> Maat:
    """The scale of this page: that of its largest amounts."""
    alle = [b for post in saldo.posten for b in (post.wij, post.zij)] + [saldo.wij.som, saldo.zij.som]
    saldi = [abs(b.saldo) for b in alle if b.saldo is not None]
    bedragen = [waarde for b in alle for waarde in (b.kosten, b.baten) if waarde is not None]
    return Maat(max(saldi, default=NUL), max(bedragen, default=NUL) >= MILJOEN)


def _groep(dossier: Dossier, soort: Partijaandeel.Soort, maat: Maat) -> Groep:
    regels = [_regel(rij, maat) for rij in dossier.samen if rij.soort == soort]
    return Groep(str(soort.label), regels)


def _regel(rij: Samen, maat: Maat) -> Regel:
    wij, zij = rij.wij.bedragen, rij.zij.bedragen
    return Regel(rij, _cellen(wij, zij, maat), _balk(wij, zij, maat))


def _balk(wij: Bedragen, zij: Bedragen, maat: Maat) -> SafeString:
    return saldo_svg(wij.saldo, zij.saldo, maat.grootste)


def _cellen(wij: Bedragen, zij: Bedragen, maat: Maat) -> list[Cel]:
    """Cost, benefit and balance, of us and of them."""
    return [
        Cel("Kosten wij", maat.schrijf(wij.kosten)),
        Cel("Kosten zij", maat.schrijf(zij.kosten)),
        Cel("Baten wij", maat.schrijf(wij.baten)),
        Cel("Baten zij", maat.schrijf(zij.baten)),
        Cel("Saldo wij", maat.schrijf(wij.saldo, teken=True), sterk=True),
        Cel("Saldo zij", maat.schrijf(zij.saldo, teken=True)),
    ]


def _weggelaten(dossier: Dossier, saldo: Saldo) -> list[str]:
    """Which lines the totals leave out, each party apart; those without any figure only counted."""
    leeg = {_naam(rij) for rij in dossier.zonder}
    delen = ("ons", saldo.wij), (dossier.partner.naam, saldo.zij)
    zinnen = []
    for wie, totaal in delen:
        if half := [naam for naam in totaal.zonder if naam not in leeg]:
            zinnen.append(f"Niet in het totaal van {wie}, want kosten of baten zijn niet bekend: {', '.join(half)}.")
    if leeg:
        hoeveel = "Het verband" if len(leeg) == 1 else f"De {len(leeg)} verbanden"
        zinnen.append(f"{hoeveel} zonder cijfers {'telt' if len(leeg) == 1 else 'tellen'} in geen enkel totaal mee.")
    return zinnen


def _bijdragen(dossier: Dossier) -> list[str]:
    """Where our contribution in the register is another amount than our cost here."""
    kosten = {(rij.verband_id, rij.soort): rij.wij.bedragen.kosten for rij in dossier.samen}
    zinnen = []
    for rij in dossier.samen:
        bijdrage, ons = dossier.bijdragen.get(rij.verband_id), rij.wij.bedragen.kosten
        inkoop = kosten.get((rij.verband_id, SOORT.EIGEN_INKOOP))
        if rij.soort == SOORT.EIGENDOM and bijdrage is not None and bijdrage_wijkt_af(bijdrage, ons, inkoop):
            zinnen.append(f"{rij.verband}: het register noemt {bedrag(bijdrage)}, hier staat {bedrag(ons or 0)}.")
    return zinnen
