"""Parties to judge: one that is complete for a document, and each way to leave out one legal datum."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from verbanden.regels.bbv import Categorie
from verbanden.regels.bbv.partij import Cijfer, Documentsoort, Partij, Risicoregel

JAAR = 2027
BEGROTING, JAARSTUKKEN = Documentsoort
STADIUM = {BEGROTING: "begroot", JAARSTUKKEN: "vastgesteld"}
DAG = date(2026, 7, 3)
BEDRAGEN = {
    "belang_begin": Decimal("18.0"),
    "belang_eind": Decimal("19.5"),
    "eigen_vermogen_begin": Decimal(4_000_000),
    "eigen_vermogen_eind": Decimal(3_900_000),
    "vreemd_vermogen_begin": Decimal(9_000_000),
    "vreemd_vermogen_eind": Decimal(8_500_000),
    "resultaat": Decimal(-100_000),
}
PAREN = ("belang", "eigen_vermogen", "vreemd_vermogen")


def cijfer(bedrag: Decimal | int | str, stadium: str = "begroot", peildatum: date = DAG) -> Cijfer:
    """A figure with its source."""
    return Cijfer(stadium, Decimal(bedrag), peildatum, "Stuk (verzonnen), bladzijde 3")


def gat(stadium: str = "begroot", reden: str = "Staat niet in de stukken") -> Cijfer:
    """An honest gap."""
    return Cijfer(stadium, niet_opgegeven=reden, gevraagd_op=date(2026, 5, 11))


def volledige_partij(soort: Documentsoort, **anders: Any) -> Partij:
    """A party of which nothing is missing and nothing looks wrong; its interest changes in the year."""
    gegevens: dict[str, Any] = {
        "id": 7,
        "slug": "verzonnen-dienst",
        "naam": "Verzonnen Dienst",
        "categorie": Categorie.GEMEENSCHAPPELIJKE_REGELING,
        "vestigingsplaats": "Stad",
        "vorm": "openbaar_lichaam",
        "openbaar_belang": "Inwoners kunnen meedoen.",
        "wijze_van_belang": "Een wethouder zit in het algemeen bestuur. De gemeente betaalt mee aan een tekort.",
        "bestuurlijke_reden": "Een wethouder zit in het algemeen bestuur.",
        "financiele_reden": "De gemeente betaalt mee aan een tekort.",
        "programmas": (("Sociaal", Decimal(60)), ("Bestuur", Decimal(40))),
        "cijfers": {post: cijfer(bedrag, STADIUM[soort]) for post, bedrag in BEDRAGEN.items()},
        "cijfers_vorig": {f"{groep}_eind": cijfer(BEDRAGEN[f"{groep}_begin"], STADIUM[soort]) for groep in PAREN},
        "bijdragen": {JAAR - 1: Decimal(1_000), JAAR: Decimal(1_050)},
        "risicos": (Risicoregel("Meer vraag dan begroot", Decimal(50_000)),),
        "kostenaandelen": (Decimal("33.3"), Decimal("33.3"), Decimal("33.4")),
        "wijzigingen": "Het belang steeg door een andere verdeling van de kosten.",
        "wie": "Accounthouder sociaal domein",
        "wie_id": 3,
    }
    return Partij(**gegevens | anders)


def zonder_posten(partij: Partij, *posten: str) -> Partij:
    """The party without the figures of these posts."""
    return replace(partij, cijfers={post: wat for post, wat in partij.cijfers.items() if post not in posten})


def met(partij: Partij, **cijfers: Cijfer) -> Partij:
    """The party with these figures instead."""
    return replace(partij, cijfers={**partij.cijfers, **cijfers})


def _zonder_veld(**leeg: Any) -> Callable[[Partij], Partij]:
    return lambda partij: replace(partij, **leeg)


def _zonder_cijfers(*posten: str) -> Callable[[Partij], Partij]:
    return lambda partij: zonder_posten(partij, *posten)


# Per legal datum the ways to leave it out.
WEGLATINGEN: dict[str, tuple[Callable[[Partij], Partij], ...]] = {
    "categorie": (_zonder_veld(beoordeeld=False),),
    "naam": (_zonder_veld(naam=""), _zonder_veld(naam="  ")),
    "vestigingsplaats": (_zonder_veld(vestigingsplaats=""),),
    "wijze_van_belang": (
        _zonder_veld(bestuurlijke_reden=""),
        _zonder_veld(financiele_reden=" "),
        _zonder_veld(bestuurlijke_reden="", financiele_reden=""),
    ),
    "openbaar_belang": (_zonder_veld(openbaar_belang="\n"),),
    **{
        groep: (
            _zonder_cijfers(f"{groep}_begin"),
            _zonder_cijfers(f"{groep}_eind"),
            _zonder_cijfers(f"{groep}_begin", f"{groep}_eind"),
        )
        for groep in PAREN
    },
    "resultaat": (_zonder_cijfers("resultaat"),),
    "risicos": (_zonder_veld(risicos=()), _zonder_veld(risicos=(Risicoregel(" "),))),
    "programmas": (_zonder_veld(programmas=()), _zonder_veld(programmas=(("Sociaal", Decimal("99.9")),))),
    "wijzigingen": (_zonder_veld(wijzigingen=""),),
}
