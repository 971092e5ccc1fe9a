"""What the kennisbank lets people find: what is published, never what is being written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from kennisbank.models import Artikelversie, Bijlage, Fase, Soort
from samenwerkingswijzer.zoeken.bron import Zoekbron, Zoeksoort, Zoekstuk
from samenwerkingswijzer.zoeken.woorden import kaal

TEKSTEN_PER_KEER = 50  # texts of attachments in memory at once
SOORTEN = {
    Soort.HANDREIKING: Zoeksoort("Handreiking", "Handreikingen", 1.1),
    Soort.LES: Zoeksoort("Les", "Lessen"),
    Soort.PRAKTIJKVOORBEELD: Zoeksoort("Praktijkvoorbeeld", "Praktijkvoorbeelden"),
    Soort.BIBLIOTHEEK: Zoeksoort("Bibliotheek", "Bibliotheek"),
    Soort.BEGRIP: Zoeksoort("Begrip", "Begrippen", 1.1),
    Soort.UITGANGSPUNT: Zoeksoort("Uitgangspunt", "Uitgangspunten", 0.9),
    Soort.BELEIDSKADER: Zoeksoort("Beleidskader", "Beleidskaders"),
}


def _artikelen(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    versies = Artikelversie.objects.gepubliceerd().select_related("artikel").order_by("artikel_id")
    if ids is not None:
        versies = versies.filter(artikel_id__in=set(ids))
    rest = iter(versies)
    while groep := list(islice(rest, TEKSTEN_PER_KEER)):
        erbij = _bijlagen([versie.pk for versie in groep])
        yield from (_stuk(versie, erbij.get(versie.pk, "")) for versie in groep)


def _stuk(versie: Artikelversie, bijlagen: str) -> Zoekstuk:
    fasen = ", ".join(str(Fase(fase).label).lower() for fase in versie.fase)
    return Zoekstuk(
        soort=versie.artikel.soort,
        object_id=versie.artikel_id,
        titel=versie.titel,
        url=versie.artikel.get_absolute_url(),
        namen=tuple(versie.trefwoorden),
        tekst=f"{versie.samenvatting} {kaal(versie.tekst)} {bijlagen}".strip(),
        bijschrift=f"Fase {fasen}" if fasen else "",
    )


def _bijlagen(versie_ids: list[int]) -> dict[int, str]:
    """What the attachments of these versions say, after their titles; one query."""
    teksten: dict[int, str] = {}
    rijen = Bijlage.objects.van_versies(versie_ids).values_list("artikelversie_id", "titel", "bestand__tekst")
    for versie_id, titel, tekst in rijen:
        teksten[versie_id] = f"{teksten.get(versie_id, '')} Bijlage '{titel}'. {tekst}".strip()
    return teksten


# The files of a version never change once readers see it, so its own history tells everything.
BRON = Zoekbron(
    sleutel="kennisbank",
    soorten={soort.value: woorden for soort, woorden in SOORTEN.items()},
    lees=_artikelen,
    modellen={Artikelversie: "artikel_id"},
)
