"""Reading a version of an instrument from plain data, as a file or a version holds it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from governance.regels.instrument import (
    Afwegingskader,
    Drempel,
    HardeRegel,
    Kenmerk,
    Keuze,
    Optie,
    Plek,
    Regel,
    Soort,
    Uitgangspunt,
    Voorrang,
    Werking,
)


def vulling(gegevens: Mapping[str, Any]) -> tuple[int, ...]:
    """Which edition of a filling this content is, to compare: '1.10' comes after '1.9'."""
    return tuple(int(deel) for deel in str(gegevens["instrument"].get("versie", "0")).split(".") if deel.isdecimal())


def lees(gegevens: Mapping[str, Any]) -> Afwegingskader:
    """Read a version from plain data. What refers to nothing is for `governance.regels.toets.fouten` to tell."""
    repertoire, links = gegevens["repertoire"], gegevens.get("kennisbank_links", {})
    uitgangspunten = {id_: _uitgangspunt(id_, rij) for id_, rij in gegevens.get("uitgangspunten", {}).items()}
    return Afwegingskader(
        naam=gegevens["instrument"]["naam"],
        toelichting=gegevens["instrument"].get("toelichting", ""),
        bronnen=gegevens["bronnen"],
        kenmerken=tuple(_kenmerk(nr, rij, uitgangspunten) for nr, rij in enumerate(gegevens["kenmerken"], start=1)),
        keuzes=tuple(_keuze(soort, rij, links) for soort in Soort for rij in repertoire[soort.value]),
        regels=tuple(_regel(rij) for rij in (*gegevens["basisregels"], *gegevens["matchregels"])),
        harde_regels=tuple(_harde_regel(rij) for rij in gegevens["harde_regels"]),
        drempels={soort: _drempels(gegevens["drempels"][soort.value]) for soort in Soort},
        klein_verschil=gegevens["drempels"]["klein_verschil"],
        minimaal_beantwoord=gegevens["drempels"]["minimaal_beantwoord"],
        voorrang=tuple(_voorrang(rij) for rij in gegevens.get("voorrangsregels", ())),
        gespreksvragen=tuple(gegevens.get("gespreksvragen", ())),
        uitgangspunten=tuple(uitgangspunten.values()),
    )


def _uitgangspunt(id_: str, rij: Mapping[str, Any]) -> Uitgangspunt:
    return Uitgangspunt(id_, rij["naam"], rij["tekst"], rij["bron"])


def _kenmerk(nummer: int, rij: Mapping[str, Any], uitgangspunten: Mapping[str, Uitgangspunt]) -> Kenmerk:
    opties = tuple(Optie(optie["id"], optie["tekst"]) for optie in rij["opties"])
    woorden = (rij["groep"], rij["vraag"], rij["toelichting"], rij["waarom"])
    return Kenmerk(rij["id"], nummer, *woorden, opties, uitgangspunten.get(rij.get("uitgangspunt", "")))


def _keuze(soort: Soort, rij: Mapping[str, Any], links: Mapping[str, str]) -> Keuze:
    bij = rij.get("bij_vormen", "alle")
    return Keuze(
        id=rij["id"],
        soort=soort,
        naam=rij["naam"],
        uitleg=rij["uitleg"],
        past_als=rij["past_als"],
        vraagt_van_ons=rij["vraagt_van_ons"],
        groep=rij.get("groep", rij.get("soort", "")),
        grondslag=rij.get("grondslag", ""),
        let_op=rij.get("let_op", ""),
        artikel=links.get(rij["id"], ""),
        stappen=tuple(rij.get("stappen", ())),
        sluit_uit=frozenset(rij.get("sluit_uit", ())),
        bij_vormen=None if bij == "alle" else frozenset(bij),
    )


def _regel(rij: Mapping[str, Any]) -> Regel:
    return Regel(
        rij["id"], rij.get("kenmerk", ""), rij.get("optie", ""), rij["gewichten"], rij["reden"], rij.get("bron", "")
    )


def _harde_regel(rij: Mapping[str, Any]) -> HardeRegel:
    zeker = rij["zekerheid"] == "zeker"
    return HardeRegel(
        rij["id"],
        rij["kenmerk"],
        rij["optie"],
        frozenset(rij["keuzes"]),
        Werking(rij["werking"]),
        zeker,
        rij["artikel"],
        rij["reden"],
    )


def _voorrang(rij: Mapping[str, Any]) -> Voorrang:
    return Voorrang(rij["id"], rij["als"], rij["keuze"], Plek(rij["plek"]), rij["reden"])


def _drempels(rijen: Iterable[Mapping[str, Any]]) -> tuple[Drempel, ...]:
    return tuple(Drempel(rij["vanaf"], rij["woord"]) for rij in rijen)
