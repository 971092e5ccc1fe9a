"""Reads articles as they were on the reference date. Queries do not grow with the number of articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, When
from django.db.models.functions import Length

from kennisbank.models import Artikel, Artikelversie, Fase, Leespad, Soort
from kennisbank.regels.tekst import minuten
from samenwerkingswijzer.peildatum import Peildatum

PER_BLAD = 20
LEESSOORTEN = (Soort.HANDREIKING, Soort.LES, Soort.PRAKTIJKVOORBEELD, Soort.BIBLIOTHEEK)


@dataclass(frozen=True)
class Keuze:
    """What a reader asked for on the list; empty is everything."""

    soort: str = ""
    fase: str = ""
    functie: str = ""
    trefwoord: str = ""


@dataclass(frozen=True)
class Stuk:
    """An article with the version that was published on the reference date; `omvang` in characters."""

    artikel: Any
    versie: Any
    omvang: int

    @property
    def url(self) -> str:
        return str(self.artikel.get_absolute_url())

    @property
    def minuten(self) -> int:
        return minuten(self.omvang)

    @property
    def soort(self) -> str:
        return str(Soort(self.artikel.soort).label)

    @property
    def fasen(self) -> str:
        """The life phases in words."""
        return ", ".join(str(Fase(fase).label).lower() for fase in self.versie.fase)


def stukken(peildatum: Peildatum, soorten: Iterable[str], keuze: Keuze = Keuze()) -> Any:
    """The published versions of these kinds within a choice, without their texts; a lazy query.

    By title, and of a life phase the page about that phase first.
    """
    rijen = Artikelversie.objects.gepubliceerd(peildatum.moment)
    rijen = rijen.filter(artikel_id__in=Artikel.objects.van_soort(*soorten).values("id"))
    if keuze.fase:
        rijen = rijen.filter(fase__contains=[keuze.fase])
    if keuze.functie:
        rijen = rijen.filter(functie=keuze.functie)
    if keuze.trefwoord:
        rijen = rijen.filter(trefwoorden__contains=[keuze.trefwoord])
    rijen = rijen.annotate(omvang=Length("tekst")).defer("tekst")
    if not keuze.fase:
        return rijen.order_by("titel", "id")
    over_de_fase = Artikel.objects.filter(slug=f"fase-{keuze.fase}").order_by().values("id")
    eerst = Case(When(artikel_id__in=over_de_fase, then=0), default=1)
    return rijen.order_by(eerst, "titel", "id")


def met_artikel(rijen: Iterable[Any]) -> list[Stuk]:
    """These versions with their articles; one query besides that of the rows."""
    versies = list(rijen)
    artikelen = Artikel.objects.in_bulk({versie.artikel_id for versie in versies}) if versies else {}
    return [Stuk(artikelen[versie.artikel_id], versie, versie.omvang) for versie in versies]


def per_soort(peildatum: Peildatum, keuze: Keuze) -> dict[str, int]:
    """How many articles of each kind fit the rest of a choice; two queries."""
    zonder = Keuze("", keuze.fase, keuze.functie, keuze.trefwoord)
    ids = list(stukken(peildatum, LEESSOORTEN, zonder).order_by().values_list("artikel_id", flat=True))
    soorten = dict(Artikel.objects.van_soort(*LEESSOORTEN).values_list("id", "soort")) if ids else {}
    telling: dict[str, int] = {}
    for nummer in ids:
        telling[soorten[nummer]] = telling.get(soorten[nummer], 0) + 1
    return telling


def van_soort(peildatum: Peildatum, soort: str) -> list[Stuk]:
    """Every published article of a kind, with its text, by title; two queries."""
    rijen = Artikelversie.objects.gepubliceerd(peildatum.moment)
    rijen = rijen.filter(artikel_id__in=Artikel.objects.van_soort(soort).values("id"))
    return met_artikel(rijen.annotate(omvang=Length("tekst")).order_by("titel", "id"))


def leespad(peildatum: Peildatum, pad: str) -> list[Stuk]:
    """The steps of a reading path, in order; two queries."""
    rijen = Artikelversie.objects.gepubliceerd(peildatum.moment).filter(leespad=pad)
    return met_artikel(rijen.annotate(omvang=Length("tekst")).defer("tekst").order_by("stap", "id"))


def leespaden(peildatum: Peildatum) -> list[tuple[str, str, list[Stuk]]]:
    """Every reading path with its steps: key, name, steps; two queries for all together."""
    rijen = Artikelversie.objects.gepubliceerd(peildatum.moment).exclude(leespad="")
    alle = met_artikel(rijen.annotate(omvang=Length("tekst")).defer("tekst").order_by("stap", "id"))
    per_pad: Mapping[str, list[Stuk]] = {
        pad.value: [stuk for stuk in alle if stuk.versie.leespad == pad] for pad in Leespad
    }
    return [(pad.value, str(pad.label), per_pad[pad.value]) for pad in Leespad if per_pad[pad.value]]


def met_slugs(peildatum: Peildatum, slugs: Iterable[str]) -> list[Stuk]:
    """The published articles with these addresses, in their order; two queries, none without addresses."""
    gezocht = list(slugs)
    if not gezocht:
        return []
    rijen = Artikelversie.objects.gepubliceerd(peildatum.moment)
    rijen = rijen.filter(artikel_id__in=Artikel.objects.filter(slug__in=gezocht).values("id"))
    gevonden = {stuk.artikel.slug: stuk for stuk in met_artikel(rijen.annotate(omvang=Length("tekst")).defer("tekst"))}
    return [gevonden[slug] for slug in gezocht if slug in gevonden]


def over_verband(peildatum: Peildatum, slug: str) -> list[Stuk]:
    """The published articles that name a partnership, by title; two queries."""
    rijen = Artikelversie.objects.gepubliceerd(peildatum.moment).filter(verbanden__contains=[slug])
    return met_artikel(rijen.annotate(omvang=Length("tekst")).defer("tekst").order_by("titel", "id"))
