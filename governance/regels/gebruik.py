"""What refers to a question, an answer or a choice of an instrument, in Dutch, with the id of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from governance.regels.instrument import WEET_NIET

Inhoud = Mapping[str, Any]
MEESTE = 6  # ids that are written out; the rest is counted


def gebruik_van_vraag(inhoud: Inhoud, kenmerk: str) -> list[str]:
    """Rules that speak of an answer to this question."""
    return [
        *_noem("regels", (r["id"] for r in inhoud["matchregels"] if r["kenmerk"] == kenmerk)),
        *_noem("regels uit de wet", (r["id"] for r in inhoud["harde_regels"] if r["kenmerk"] == kenmerk)),
        *_noem("voorrangsregels", (r["id"] for r in inhoud.get("voorrangsregels", ()) if kenmerk in r["als"])),
    ]


def gebruik_van_optie(inhoud: Inhoud, kenmerk: str, optie: str) -> list[str]:
    """Rules that speak of this answer; 'weet ik nog niet' always stays."""
    if optie == WEET_NIET:
        return ["elke vraag heeft dit antwoord"]
    antwoord = (kenmerk, optie)
    wet, voorrang = inhoud["harde_regels"], inhoud.get("voorrangsregels", ())
    return [
        *_noem("regels", (r["id"] for r in inhoud["matchregels"] if (r["kenmerk"], r["optie"]) == antwoord)),
        *_noem("regels uit de wet", (r["id"] for r in wet if (r["kenmerk"], r["optie"]) == antwoord)),
        *_noem("voorrangsregels", (r["id"] for r in voorrang if r["als"].get(kenmerk) == optie)),
    ]


def gebruik_van_keuze(inhoud: Inhoud, keuze: str) -> list[str]:
    """Rules that weigh or exclude this choice, and choices that name it."""
    regels = (*inhoud["basisregels"], *inhoud["matchregels"])
    rijen = [rij for soort in inhoud["repertoire"].values() for rij in soort]
    return [
        *_noem("gewichten in de regels", (r["id"] for r in regels if keuze in r["gewichten"])),
        *_noem("regels uit de wet", (r["id"] for r in inhoud["harde_regels"] if keuze in r["keuzes"])),
        *_noem("voorrangsregels", (r["id"] for r in inhoud.get("voorrangsregels", ()) if r["keuze"] == keuze)),
        *_noem("keuzes die dit uitsluiten", (r["naam"] for r in rijen if keuze in r.get("sluit_uit", ()))),
        *_noem("keuzes die hierbij horen", (r["naam"] for r in rijen if keuze in _bij_vormen(r))),
    ]


def _bij_vormen(rij: Mapping[str, Any]) -> Iterable[str]:
    bij = rij.get("bij_vormen", ())
    return () if isinstance(bij, str) else bij


def _noem(wat: str, namen: Iterable[str]) -> Iterator[str]:
    gevonden = list(namen)
    if gevonden:
        rest = f" en nog {len(gevonden) - MEESTE}" if len(gevonden) > MEESTE else ""
        yield f"{wat} {', '.join(gevonden[:MEESTE])}{rest}"
