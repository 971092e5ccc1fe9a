"""The permission matrix as cases, and every address of the portal as the URL resolver knows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.veiligheid.wereld import ANONIEM, GEDEACTIVEERD, Wereld

METHODEN = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
INLOGGEN = "inloggen"
ONBEKEND = 999_999
# Keys of addresses whose number stands by name in a list of the world.
BESTAND = Path(__file__).with_name("rechtenmatrix.yaml")


@dataclass(frozen=True)
class Geval:
    """One address in one state: what to send, and what each role must get."""

    naam: str
    toestand: str
    met: tuple[tuple[str, Any], ...]
    vraag: str
    regel: Any

    def __str__(self) -> str:
        deel = next((waarde for sleutel, waarde in self.met if sleutel in ("onderdeel", "formaat")), "")
        return "-".join(woord.replace(" ", "_") for woord in (self.naam, self.toestand, str(deel)) if woord)

    def adres(self, wereld: Wereld) -> str:
        """The address, with the objects of this world."""
        pad = reverse(self.naam, kwargs={sleutel: self._waarde(wereld, sleutel, w) for sleutel, w in self.met})
        return f"{pad}?{self.vraag}" if self.vraag else pad

    def _waarde(self, wereld: Wereld, sleutel: str, waarde: Any) -> Any:
        if sleutel == "slug":
            return "onbekend" if waarde == "onbekend" else getattr(wereld, waarde).slug
        if sleutel in wereld.nummers:
            return wereld.nummers[sleutel].get(waarde, waarde if sleutel == "sleutel" else ONBEKEND)
        if sleutel == "rij_id":
            onderdeel = dict(self.met)["onderdeel"]
            bron: dict[str, Any] = {"eigen": wereld.rijen, "ander": wereld.rijen_ander, "weg": wereld.weg}
            rij = bron[waarde][onderdeel] if waarde in bron else ONBEKEND
            return rij if isinstance(rij, int) else rij.pk
        return waarde

    def lichaam(self, wereld: Wereld) -> dict[str, str]:
        """The form to send along with a POST."""
        nummer = wereld.voorstel.pk if wereld.voorstel else 0
        return {naam.format(voorstel=nummer): waarde for naam, waarde in self.regel.get("lichaam", {}).items()}

    def verwacht(self, rol: str, methode: str) -> tuple[int | str, ...]:
        """The statuses that are right for this role and method."""
        regel = self.regel
        cel = regel.get("elke", regel.get("GET" if methode == "HEAD" else methode))
        buiten = rol in (ANONIEM, GEDEACTIVEERD)
        if cel is None:
            return (INLOGGEN,) if buiten and not regel.get("zonder_inloggen") else (405,)
        for kring, status in cel.items():
            if rol in matrix()["kringen"][kring]:
                return tuple(status) if isinstance(status, list) else (status,)
        return (INLOGGEN,) if buiten else (403,)

    @property
    def leesbaar(self) -> bool:
        """Whether this address answers GET."""
        return "GET" in self.regel


@cache
def matrix() -> dict[str, Any]:
    """The file as it is."""
    gelezen: dict[str, Any] = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    return gelezen


@cache
def gevallen() -> tuple[Geval, ...]:
    """Every case; a list of sections in the file is a case each."""
    return tuple(
        Geval(naam, regel.get("toestand", ""), tuple(met), regel.get("vraag", ""), regel)
        for naam, regels in matrix()["adressen"].items()
        for regel in regels
        for met in _combinaties(regel.get("met", {}))
    )


def _combinaties(met: dict[str, Any]) -> Iterator[tuple[tuple[str, Any], ...]]:
    lijsten = [[(sleutel, deel) for deel in (w if isinstance(w, list) else [w])] for sleutel, w in met.items()]
    yield from product(*lijsten)


def patronen() -> list[tuple[str, URLPattern]]:
    """Every pattern of the URL resolver with its full name; '' when it has none."""
    return list(_patronen(get_resolver(), ""))


def _patronen(resolver: URLResolver, ruimte: str) -> Iterator[tuple[str, URLPattern]]:
    for patroon in resolver.url_patterns:
        if isinstance(patroon, URLResolver):
            yield from _patronen(patroon, f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte)
        else:
            yield f"{ruimte}{patroon.name or ''}", patroon
