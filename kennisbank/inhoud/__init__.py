"""Our own filling of the kennisbank: content files, read into what an article holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kennisbank.models import Soort
from kennisbank.models.artikel import VOORVOEGSELS

MAP = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Vulling:
    """An article as it lies in a content file: address, kind, and the fields of its version."""

    slug: str
    soort: str
    velden: dict[str, Any]


@dataclass(frozen=True)
class Hoofdpunt:
    """One of the four main points under which the principles stand."""

    id: str
    nummer: int
    naam: str
    tekst: str
    uitgangspunten: tuple[str, ...]


def vullingen() -> list[Vulling]:
    """Everything that comes with the portal."""
    return [*_artikelen(), *_begrippen(), *_uitgangspunten(), *_beleidskaders()]


@cache
def hoofdpunten() -> tuple[Hoofdpunt, ...]:
    """The main points of the founding document (1.1), each with the keys of its principles in their order."""
    gelezen = _lees("uitgangspunten")
    return tuple(Hoofdpunt(**punt, uitgangspunten=tuple(_van(gelezen, punt["id"]))) for punt in gelezen["hoofdpunten"])


@cache
def gemeentebreed() -> frozenset[str]:
    """The principles about the whole municipality, of which a single partnership says nothing."""
    return frozenset(rij["id"] for rij in _lees("uitgangspunten")["uitgangspunten"] if rij.get("gemeentebreed"))


def slug_van(soort: Soort, sleutel: str) -> str:
    """The address of a term or a principle by its key: 'meer_ambitie' -> 'uitgangspunt-meer-ambitie'."""
    return f"{VOORVOEGSELS[soort]}{sleutel.replace('_', '-')}"


def _van(gelezen: dict[str, Any], hoofdpunt: str) -> Iterator[str]:
    return (rij["id"] for rij in gelezen["uitgangspunten"] if rij["hoofdpunt"] == hoofdpunt)


def _artikelen() -> Iterator[Vulling]:
    for pad in sorted((MAP / "artikelen").glob("*.md")):
        _, kop, tekst = pad.read_text(encoding="utf-8").split("---\n", 2)
        velden = yaml.safe_load(kop)
        yield Vulling(pad.stem, velden.pop("soort"), {**velden, "tekst": tekst.strip()})


def _begrippen() -> Iterator[Vulling]:
    for rij in _lees("begrippen")["begrippen"]:
        velden = {"titel": rij["term"], "samenvatting": rij["uitleg"], "bron": rij["bron"], "eigenaar": "griffie"}
        zie_ook = [slug_van(Soort.BEGRIP, ander) for ander in rij["zie_ook"]]
        yield Vulling(slug_van(Soort.BEGRIP, rij["id"]), Soort.BEGRIP, {**velden, "zie_ook": zie_ook})


def _uitgangspunten() -> Iterator[Vulling]:
    for rij in _lees("uitgangspunten")["uitgangspunten"]:
        velden = {"titel": rij["naam"], "samenvatting": rij["tekst"], "bron": rij["bron"], "eigenaar": "griffie"}
        velden |= {"tekst": _uitleg(rij), "functie": "strategie"}
        yield Vulling(slug_van(Soort.UITGANGSPUNT, rij["id"]), Soort.UITGANGSPUNT, velden)


def _uitleg(rij: dict[str, Any]) -> str:
    """The text of a principle: what shows it, when it is met, and a question to talk about."""
    regel = rij["regel"]
    gezien = "\n".join(f"- {een}" for een in rij["te_zien_aan"])
    return (
        f"## Waaraan u het ziet\n\n{gezien}\n\n## Wanneer voldoet een verband?\n\n"
        f"- **Voldoet.** {regel['voldoet']}\n- **Deels.** {regel['deels']}\n- **Niet.** {regel['niet']}\n\n"
        f"Weet niemand het? Dan is het nog niet te zeggen. Dat is iets anders dan 'niet'.\n\n"
        f"## Vraag voor het gesprek\n\n> {rij['vraag']}"
    )


def _beleidskaders() -> Iterator[Vulling]:
    for rij in _lees("beleidskaders")["beleidskaders"]:
        velden = {"titel": rij["onderwerp"], "samenvatting": rij["relevantie"], "bron": rij["bron"]}
        velden |= {"bronlink": rij["link"], "eigenaar": rij["eigenaar"], "herzien_voor": rij["herzien_voor"]}
        yield Vulling(rij["id"], Soort.BELEIDSKADER, velden)


def _lees(naam: str) -> dict[str, Any]:
    gelezen: dict[str, Any] = yaml.safe_load((MAP / f"{naam}.yaml").read_text(encoding="utf-8"))
    return gelezen
