"""A library of the size of a large municipality: a thousand articles and a thousand documents, invented.

The words are those of our own guidance, as often as they stand there, so that common words are common here too. They
come out of counting, not out of chance: two runs measure the same rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

import kennisbank
from kennisbank.models import Artikel, Artikelversie, Soort, Status
from samenwerkingswijzer.rechten import Rol
from verbanden.models import Samenwerkingsverband, Verwijzing
from verbanden.voorbeeld.omvang import bewaar_alle

ARTIKELEN, DOCUMENTEN, LENGTE = 1000, 1000, 400


def maak_teksten(verbanden: list[Samenwerkingsverband], *, nu: datetime) -> None:
    """Published articles of 400 words, and documents spread over the partnerships."""
    op, bron = nu - timedelta(days=400), _woorden()
    nieuw = (Artikel(slug=f"stuk-{nummer}", soort=Soort.HANDREIKING) for nummer in range(ARTIKELEN))
    artikelen = enumerate(bewaar_alle(nieuw, op=op))
    bewaar_alle((_versie(artikel, nummer, bron, op) for nummer, artikel in artikelen), op=op)
    bewaar_alle((_document(verbanden[nummer % len(verbanden)], nummer, bron) for nummer in range(DOCUMENTEN)), op=op)


def _woorden() -> Iterator[str]:
    """The words of our guidance, without end, in an order that mixes the texts."""
    bestanden = sorted((Path(kennisbank.__file__).parent / "inhoud").rglob("*.md"))
    alle = re.findall(r"[^\W\d_]{2,}", " ".join(bestand.read_text(encoding="utf-8") for bestand in bestanden))
    plek = 0
    while True:
        yield alle[plek % len(alle)]
        plek += 7919  # prime, so that every word comes round


def _versie(artikel: Artikel, nummer: int, bron: Iterator[str], op: datetime) -> Artikelversie:
    return Artikelversie(
        artikel=artikel,
        nummer=1,
        status=Status.GEPUBLICEERD,
        titel=f"{' '.join(islice(bron, 5))} {nummer}",
        samenvatting=" ".join(islice(bron, 30)),
        tekst=" ".join(islice(bron, LENGTE)),
        eigenaar=Rol.GRIFFIE,
        eigen_invulling=True,
        gepubliceerd_op=op,
    )


def _document(verband: Samenwerkingsverband, nummer: int, bron: Iterator[str]) -> Verwijzing:
    return Verwijzing(
        verband=verband,
        soort=Verwijzing.Soort.ANDERS,
        titel=" ".join(islice(bron, 8)),
        url=f"https://meetstad.example/stuk-{nummer}",
    )
