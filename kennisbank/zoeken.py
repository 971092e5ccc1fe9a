"""What the kennisbank lets people find: what is published, never what is being written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kennisbank.models import Artikelversie, Fase, Soort
from samenwerkingswijzer.zoeken.bron import Zoekbron, Zoeksoort, Zoekstuk
from samenwerkingswijzer.zoeken.woorden import kaal

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
    for versie in versies:
        fasen = ", ".join(str(Fase(fase).label).lower() for fase in versie.fase)
        yield Zoekstuk(
            soort=versie.artikel.soort,
            object_id=versie.artikel_id,
            titel=versie.titel,
            url=versie.artikel.get_absolute_url(),
            namen=tuple(versie.trefwoorden),
            tekst=f"{versie.samenvatting} {kaal(versie.tekst)}".strip(),
            bijschrift=f"Fase {fasen}" if fasen else "",
        )


BRON = Zoekbron(
    sleutel="kennisbank",
    soorten={soort.value: woorden for soort, woorden in SOORTEN.items()},
    lees=_artikelen,
    modellen={Artikelversie: "artikel_id"},
)
