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
    Totaal,
    bijdrage_wijkt_af,
    conclusie,
    per_saldo,
)
from samenwerkingswijzer.grafieken import saldo_svg
from samenwerkingswijzer.opmaak import DUIZEND, bedrag, getal

SOORT = Partijaandeel.Soort


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


def overzicht(dossier: Dossier, gemeente: str) -> Overzicht:
    """Everything the page shows."""
    naam = dossier.partner.naam
    saldo = per_saldo([*map(_post, dossier.samen), *map(_post, dossier.zonder)])
    grootste = _grootste(saldo)
    return Overzicht(
        dossier=dossier,
        groepen=[groep for soort in SOORT if (groep := _groep(dossier, soort, grootste)).regels],
        totaal=_cellen(saldo.wij.som, saldo.zij.som),
        totaalbalk=saldo_svg(saldo.wij.som.saldo, saldo.zij.som.saldo, grootste),
        conclusie=conclusie(saldo, gemeente, naam),
        weggelaten=[zin for zin in (_weg("ons", saldo.wij), _weg(naam, saldo.zij)) if zin],
        bijdragen=_bijdragen(dossier),
        bronnen=[(_naam(rij), rij.wij.bron, rij.zij.bron) for rij in dossier.samen],
    )


def _post(rij: Samen) -> Post:
    return Post(_naam(rij), rij.wij.bedragen, rij.zij.bedragen)


def _naam(rij: Samen) -> str:
    """The partnership, and that it is about a purchase."""
    return f"{rij.verband} (inkoop)" if rij.soort == SOORT.EIGEN_INKOOP else rij.verband


def _grootste(saldo: Saldo) -> Decimal:
    """The largest balance on the page: the scale of every bar."""
    alle = [b.saldo for post in saldo.posten for b in (post.wij, post.zij)]
    bekend = [abs(s) for s in (*alle, saldo.wij.som.saldo, saldo.zij.som.saldo) if s is not None]
    return max(bekend, default=Decimal(0))


def _groep(dossier: Dossier, soort: Partijaandeel.Soort, grootste: Decimal) -> Groep:
    regels = [_regel(rij, grootste) for rij in dossier.samen if rij.soort == soort]
    return Groep(str(soort.label), regels)


def _regel(rij: Samen, grootste: Decimal) -> Regel:
    wij, zij = rij.wij.bedragen, rij.zij.bedragen
    return Regel(rij, _cellen(wij, zij), saldo_svg(wij.saldo, zij.saldo, grootste))


def _cellen(wij: Bedragen, zij: Bedragen) -> list[Cel]:
    """Cost, benefit and balance, of us and of them."""
    return [
        Cel("Kosten wij", _duizend(wij.kosten)),
        Cel("Kosten zij", _duizend(zij.kosten)),
        Cel("Baten wij", _duizend(wij.baten)),
        Cel("Baten zij", _duizend(zij.baten)),
        Cel("Saldo wij", _duizend(wij.saldo, teken=True), sterk=True),
        Cel("Saldo zij", _duizend(zij.saldo, teken=True)),
    ]


def _duizend(waarde: Decimal | None, *, teken: bool = False) -> str:
    """Thousands of euros; one decimal below a hundred thousand, so that a small amount does not become zero."""
    if waarde is None:
        return ""
    klein = 0 < abs(waarde) < 100 * DUIZEND and waarde % DUIZEND
    return getal(waarde / DUIZEND, 1 if klein else 0, teken=teken)


def _weg(wie: str, totaal: Totaal) -> str:
    """Which lines the total of this party leaves out."""
    if totaal.volledig:
        return ""
    return f"Niet in het totaal van {wie}, want kosten of baten zijn niet bekend: {', '.join(totaal.zonder)}."


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
