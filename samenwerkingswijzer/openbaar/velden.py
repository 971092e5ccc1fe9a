"""The one table of what is public: every field that a public page or file may show, with the reason.

What does not stand here is not public. Readers take their columns from this table (`kolommen`), so a field that is
left out cannot be read; `tests/veiligheid/test_openbaar.py` crawls every page and file for anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db.models import QuerySet


class Plek(Enum):
    """Where a field may be seen."""

    BLADZIJDE = "de bladzijden en de open data"
    LIJST = "alleen een vastgestelde lijst"
    KEUZE = "nergens: bepaalt alleen wat er te zien is"


@dataclass(frozen=True)
class Veld:
    """One public field: the model ('app.Model'), its column, why it is public, and where it may be seen."""

    model: str
    naam: str
    reden: str
    plek: Plek = Plek.BLADZIJDE


REGELING = "staat in de regeling of de statuten, die bekend zijn gemaakt"
HANDELSREGISTER = "staat in een openbaar register (KVK of overheidsorganisaties)"
BEGROTING = "staat in de begroting of de jaarstukken, en die zijn openbaar"
AMBT = "is een openbaar ambt, geen persoon: namen staan er niet in"
LIJSTTEKST = "hoort bij de lijst verbonden partijen (BBV art. 15), een deel van begroting of jaarstukken"
WIJZE = "is de wijze waarop de gemeente een belang heeft, die op de lijst hoort (BBV art. 15 lid 2 a)"
EIGEN = "is de gemeente zelf, die dit openbaar maakt"
BINDT = "verbindt of kiest rijen en is zelf geen gegeven"
RAADSAGENDA = "staat op de openbare agenda van de raad: alleen als het stuk naar de raad is"


def _van(model: str, reden: str, *namen: str, plek: Plek = Plek.BLADZIJDE) -> tuple[Veld, ...]:
    return tuple(Veld(model, naam, reden, plek) for naam in namen)


VELDEN: tuple[Veld, ...] = (
    *_van("samenwerkingswijzer.Gemeente", EIGEN, "naam", "tooi", "contactpagina", "toegankelijkheidspagina"),
    *_van("samenwerkingswijzer.Gemeente", BEGROTING, "inwoners", "inwoners_peiljaar", "begrotingstotaal"),
    *_van("samenwerkingswijzer.Gemeente", BINDT, "openbaar", plek=Plek.KEUZE),
    *_van("verbanden.Samenwerkingsverband", BINDT, "id", "levensfase", "portefeuille_id", plek=Plek.KEUZE),
    *_van("verbanden.Samenwerkingsverband", REGELING, "slug", "naam", "korte_naam", "vorm", "sinds", "doel"),
    *_van("verbanden.Samenwerkingsverband", "zegt dat een voorbeeld is verzonnen", "fictief"),
    *_van("verbanden.Samenwerkingsverband", HANDELSREGISTER, "kvk", "tooi", "vestigingsplaats", "website"),
    *_van("verbanden.Samenwerkingsverband", LIJSTTEKST, "openbaar_belang", "bestuurlijk_belang", "financieel_belang"),
    *_van("verbanden.Portefeuille", BINDT, "id", plek=Plek.KEUZE),
    *_van("verbanden.Portefeuille", AMBT, "houder"),
    *_van("verbanden.Programma", BINDT, "id", "volgorde", plek=Plek.KEUZE),
    *_van("verbanden.Programma", BEGROTING, "naam"),
    *_van("verbanden.Programmadeel", BINDT, "verband_id", "programma_id", "aandeel", plek=Plek.KEUZE),
    *_van("verbanden.Organisatie", BINDT, "id", plek=Plek.KEUZE),
    *_van("verbanden.Organisatie", REGELING, "naam"),
    *_van("verbanden.Deelname", BINDT, "verband_id", "organisatie_id", "van", "tot", plek=Plek.KEUZE),
    *_van("verbanden.Vertegenwoordiging", BINDT, "verband_id", "van", "tot", plek=Plek.KEUZE),
    *_van("verbanden.Vertegenwoordiging", AMBT, "orgaan", "plaats"),
    *_van("verbanden.Zeggenschap", BINDT, "verband_id", plek=Plek.KEUZE),
    *_van("verbanden.Zeggenschap", REGELING, "orgaan", "onze_stemmen", "totaal_stemmen"),
    *_van("verbanden.Jaarcijfer", BINDT, "verband_id", plek=Plek.KEUZE),
    *_van("verbanden.Jaarcijfer", BEGROTING, "jaar", "post", "stadium", "bedrag"),
    *_van("verbanden.Verwijzing", BINDT, "verband_id", plek=Plek.KEUZE),
    *_van("verbanden.Verwijzing", "verwijst naar een stuk dat elders al openbaar is", "soort", "titel", "url", "datum"),
    *_van("governance.Moment", BINDT, "verband_id", "status", plek=Plek.KEUZE),
    *_van("governance.Moment", RAADSAGENDA, "datum", "wie", "titel"),
    *_van("verbanden.Editie", BINDT, "id", "status", plek=Plek.KEUZE),
    *_van("verbanden.Editie", LIJSTTEKST, "soort", "jaar", "nummer", "peildatum", "raad_op"),
    *_van("verbanden.VastgesteldeLijst", BINDT, "editie_id", plek=Plek.KEUZE),
    *_van("verbanden.VastgesteldeLijst", LIJSTTEKST, "gegevens", "pdf", plek=Plek.LIJST),
    *_van("verbanden.Editie", LIJSTTEKST, "visie", "voornemens", "ontwikkelingen", plek=Plek.LIJST),
    *_van("verbanden.Editie", LIJSTTEKST, "correctie", "college_op", plek=Plek.LIJST),
    *_van("verbanden.Risico", LIJSTTEKST, "omschrijving", "gevolg", plek=Plek.LIJST),
    *_van("verbanden.Belangwijziging", LIJSTTEKST, "tekst", plek=Plek.LIJST),
    *_van("verbanden.Samenwerkingsverband", LIJSTTEKST, "geen_risicos", plek=Plek.LIJST),
    *_van("verbanden.Samenwerkingsverband", WIJZE, "bestuurlijk_belang_motivering", plek=Plek.LIJST),
    *_van("verbanden.Samenwerkingsverband", WIJZE, "financieel_belang_motivering", plek=Plek.LIJST),
    *_van("verbanden.Jaarcijfer", LIJSTTEKST, "bron", "niet_opgegeven", "peildatum", "gevraagd_op", plek=Plek.LIJST),
)  # fmt: skip


def kolommen(model: str, *plekken: Plek) -> tuple[str, ...]:
    """The columns of a model ('app.Model') that may be read for these places; ValueError when there are none."""
    gevraagd = plekken or (Plek.BLADZIJDE, Plek.KEUZE)
    namen = tuple(veld.naam for veld in VELDEN if veld.model == model and veld.plek in gevraagd)
    if not namen:
        raise ValueError(f"{model} has no public fields")
    return namen


def rijen(selectie: QuerySet[Any, Any], *plekken: Plek) -> list[dict[str, Any]]:
    """These rows, with their public columns and nothing else; one query."""
    return list(selectie.values(*kolommen(selectie.model._meta.label, *plekken)))
