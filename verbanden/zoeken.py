"""What the register lets people find: partnerships, and documents and links of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.urls import reverse

from samenwerkingswijzer.models import Bestand
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.zoeken.bron import VAN_VERBAND, Zoekbron, Zoeksoort, Zoekstuk
from verbanden.models import Document, Levensfase, Risico, Samenwerkingsverband, Verwijzing, Vorm
from verbanden.models.keuzes import Motief

TEKSTEN_PER_KEER = 50  # texts of documents in memory at once
OP_HET_DASHBOARD = (
    "Wat kost het ons: kosten, bijdrage, begroting, resultaten, risico's, doelen, deelnemers, governance regime, "
    "zeggenschap, klasse van belangrijkheid voor raad en college, evaluatie en ontwikkelagenda."
)


@dataclass(frozen=True)
class Verbandwoorden:
    """What a row about a partnership needs of it: its address, what it is called, and every word of its name."""

    slug: str
    naam: str
    woorden: str


def verbandwoorden(ids: Iterable[int] | None = None) -> dict[int, Verbandwoorden]:
    """The names of these partnerships (None: of all), by number; one query."""
    rijen = Samenwerkingsverband.objects.order_by("id")
    if ids is not None:
        rijen = rijen.filter(id__in=set(ids))
    return {
        nummer: Verbandwoorden(slug, kort or naam, f"{naam} {kort}")
        for nummer, slug, naam, kort in rijen.values_list("id", "slug", "naam", "korte_naam")
    }


def van_verband(rijen: Any, ids: Iterable[int] | None) -> Iterator[tuple[Any, Verbandwoorden]]:
    """The rows with these numbers (None: all), each with the names of its partnership; two queries."""
    gekozen = list(rijen.order_by("id") if ids is None else rijen.filter(id__in=set(ids)).order_by("id"))
    namen = verbandwoorden({rij.verband_id for rij in gekozen})
    return ((rij, namen[rij.verband_id]) for rij in gekozen)


def tekst(*delen: object) -> str:
    """What there is of these texts, one after another."""
    return " ".join(str(deel).strip() for deel in delen if deel)


def _verbanden(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    rijen = Samenwerkingsverband.objects.order_by("id")
    if ids is not None:
        rijen = rijen.filter(id__in=set(ids))
    risicos: dict[int, list[str]] = defaultdict(list)
    blijft = Risico.objects.filter(vervallen_op__isnull=True)
    for verband_id, omschrijving in blijft.values_list("verband_id", "omschrijving"):
        risicos[verband_id].append(f"Risico: {omschrijving}.")
    for rij in rijen:
        fase = Levensfase(rij.levensfase).label
        yield Zoekstuk(
            soort="verband",
            object_id=rij.id,
            titel=rij.naam,
            url=rij.get_absolute_url(),
            namen=(rij.korte_naam, rij.slug.replace("-", " ")),
            bijschrift=f"{Vorm(rij.vorm).label}, fase {fase.lower()}",
            tekst=tekst(
                rij.doel,
                rij.meerwaarde,
                rij.openbaar_belang,
                rij.lokaal_belang,
                ", ".join(rij.onderwerpen),
                ", ".join(str(Motief(motief).label) for motief in rij.motieven),
                rij.vestigingsplaats,
                rij.rollen,
                rij.afspraken,
                *risicos[rij.id],
            ),
            verband_id=rij.id,
            ook=OP_HET_DASHBOARD,
        )


def _documenten(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    for rij, verband in van_verband(Verwijzing.objects, ids):
        soort = Verwijzing.Soort(rij.soort).label
        yield Zoekstuk(
            soort="document",
            object_id=rij.id,
            titel=rij.titel,
            url=f"{Samenwerkingsverband(slug=verband.slug).get_absolute_url()}?beeld=totaal#documenten",
            tekst=f"{soort} van {verband.naam}. Staat op {rij.url}.",
            bijschrift=tekst(soort, f"van {datum(rij.datum)}" if rij.datum else ""),
            verband_id=rij.verband_id,
            verband=verband.woorden,
        )


def _bestanden(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    rest = iter(van_verband(Document.objects, ids))
    while groep := list(islice(rest, TEKSTEN_PER_KEER)):
        gezocht = Bestand.objects.filter(id__in={rij.bestand_id for rij, _ in groep})
        teksten = {nummer: (naam, inhoud) for nummer, naam, inhoud in gezocht.values_list("id", "naam", "tekst")}
        yield from (_bestand(rij, verband, *teksten[rij.bestand_id]) for rij, verband in groep)


def _bestand(rij: Document, verband: Verbandwoorden, naam: str, inhoud: str) -> Zoekstuk:
    soort = Document.Soort(rij.soort).label
    plek = reverse("verbanden:documenten", args=[verband.slug])
    return Zoekstuk(
        soort="bestand",
        object_id=rij.id,
        titel=rij.titel,
        url=f"{plek}#document-{rij.id}",
        tekst=inhoud or f"{soort} van {verband.naam}.",
        bijschrift=tekst(soort, f"van {datum(rij.datum)}" if rij.datum else ""),
        verband_id=rij.verband_id,
        verband=verband.woorden,
        ook=naam,
    )


VERBANDEN = Zoekbron(
    sleutel="verbanden",
    soorten={"verband": Zoeksoort("Verband", "Verbanden", 1.5)},
    lees=_verbanden,
    modellen={Samenwerkingsverband: "id", Risico: "verband_id"},
)
DOCUMENTEN = Zoekbron(
    sleutel="documenten",
    soorten={"document": Zoeksoort("Link", "Links", 0.9)},
    lees=_documenten,
    modellen={Verwijzing: "id", Samenwerkingsverband: VAN_VERBAND},
)
# The file of a document never changes, so the history of the document tells everything.
BESTANDEN = Zoekbron(
    sleutel="bestanden",
    soorten={"bestand": Zoeksoort("Document", "Documenten")},
    lees=_bestanden,
    modellen={Document: "id", Samenwerkingsverband: VAN_VERBAND},
)
