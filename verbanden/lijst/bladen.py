"""The rows of a list for a spreadsheet: one sheet per kind of row, with the same values as the JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.opmaak import datum_kort
from verbanden.lijst.document import POSTEN
from verbanden.lijst.druk import Ondertekening
from verbanden.lijst.wijzigingen import wijzigingen
from verbanden.models import Post, Stadium
from verbanden.overzicht.rij import NIET_INGEVULD
from verbanden.uitvoer import Blad, Waarde, nederlands

Gegevens = Mapping[str, Any]
Rijen = Iterator[list[Waarde]]
GEEN = "geen"
GEEN_RISICO = "Geen risico van betekenis voor de gemeente."
ALLE_POSTEN = (Post.BIJDRAGE, *POSTEN)
PARTIJKOPPEN = (
    "Soort",
    "Nummer",
    "Naam",
    "Vorm",
    "Vestigingsplaats",
    "Openbaar belang",
    "Wijze van belang",
    "Risico's",
    "Programma's",
    "Veranderd in het jaar",
)
EDITIEKOPPEN = ("Editie", "Status", "Peildatum")
TEKSTEN = {"visie": "Visie op samenwerking", "voornemens": "Beleidsvoornemens", "ontwikkelingen": "Ontwikkelingen"}


def bladen(gegevens: Gegevens, teken: Ondertekening) -> list[Blad]:
    """The sheets of a workbook; a file that holds one table has the first."""
    cijferkoppen = ("Nummer", "Naam", "Cijfer", "Soort cijfer", "Getal", "Peildatum", "Bron", "Reden", "Gevraagd op")
    return [
        Blad("Verbonden partijen", partijkoppen(), _partijrijen(gegevens, teken)),
        Blad("Risico's", ("Nummer", "Naam", "Risico", "Gevolg voor de gemeente in euro"), _risicorijen(gegevens)),
        Blad("Cijfers", cijferkoppen, _cijferrijen(gegevens)),
        Blad("Editie", ("Gegeven", "Waarde"), _editierijen(gegevens, teken)),
        Blad("Teksten", ("Tekst", "Inhoud"), _tekstrijen(gegevens)),
        Blad("Programma's", ("Programma", "Bijdragen in euro", "Volledig"), _programmarijen(gegevens)),
    ]


def partijkoppen() -> tuple[str, ...]:
    """The names of the columns: of every figure the number and what kind of figure it is."""
    cijfers = [kop for post in ALLE_POSTEN for kop in (_postnaam(post), f"{post.label}, soort cijfer")]
    return (*PARTIJKOPPEN, *cijfers, *EDITIEKOPPEN)


def _postnaam(post: Post) -> str:
    return f"{post.label} ({'procent' if post in (Post.BELANG_BEGIN, Post.BELANG_EIND) else 'euro'})"


def _partijrijen(gegevens: Gegevens, teken: Ondertekening) -> Rijen:
    """A row per party, in legal order; one that says 'geen' for a category without parties."""
    editie: list[Waarde] = [_editienaam(gegevens), _status(teken), _dag(gegevens["peildatum"])]
    leeg: list[Waarde] = [None] * (len(partijkoppen()) - 3 - len(editie))
    for deel in gegevens["delen"]:
        if not deel["partijen"]:
            yield [deel["naam"], str(deel["categorie"]), GEEN, *leeg, *editie]
        for nummer, partij in _genummerd(deel):
            yield [deel["naam"], nummer, *_partij(partij, gegevens["soort"]), *editie]


def _partij(partij: Gegevens, soort: str) -> list[Waarde]:
    return [
        partij["naam"],
        partij["vorm"],
        partij["vestigingsplaats"],
        partij["openbaar_belang"],
        partij["wijze_van_belang"],
        _risicos(partij),
        ", ".join(f"{p['naam']} ({nederlands(Decimal(p['aandeel']))}%)" for p in partij["programmas"]),
        " ".join(wijzigingen(partij, soort)),
        *(cel for post in ALLE_POSTEN for cel in _cijfer(partij["cijfers"][post])),
    ]


def _risicorijen(gegevens: Gegevens) -> Rijen:
    for nummer, partij in _partijen(gegevens):
        for risico in partij["risicos"]:
            yield [nummer, partij["naam"], risico["omschrijving"], _getal(risico["gevolg"])]


def _cijferrijen(gegevens: Gegevens) -> Rijen:
    for nummer, partij in _partijen(gegevens):
        for post in ALLE_POSTEN:
            if cijfer := partij["cijfers"][post]:
                yield [
                    nummer,
                    partij["naam"],
                    _postnaam(post),
                    Stadium(cijfer["stadium"]).label,
                    _getal(cijfer["bedrag"]),
                    _dag(cijfer["peildatum"]),
                    cijfer["bron"],
                    cijfer["niet_opgegeven"],
                    _dag(cijfer["gevraagd_op"]),
                ]


def _editierijen(gegevens: Gegevens, teken: Ondertekening) -> Rijen:
    editie = gegevens["editie"]
    yield ["Gemeente", gegevens["gemeente"]]
    yield ["Editie", _editienaam(gegevens)]
    yield ["Status", _status(teken)]
    yield ["Peildatum", _dag(gegevens["peildatum"])]
    yield ["Besluit college", _dag(editie["college_op"])]
    yield ["Naar de raad", _dag(editie["raad_op"])]
    yield ["Vervangt versie", _getal(editie["vervangt"])]
    yield ["Correctie", editie["correctie"]]
    yield ["Klaargezet door", teken.klaargezet_door]
    yield ["Vastgesteld door", teken.vastgesteld_door]
    yield ["Vastgesteld op", teken.vastgesteld_op]
    yield ["Controlegetal (SHA-256)", teken.controlegetal or "volgt bij het vaststellen"]
    yield ["Verzonnen cijfers", "ja" if gegevens["fictief"] else "nee"]


def _tekstrijen(gegevens: Gegevens) -> Rijen:
    for sleutel, naam in TEKSTEN.items():
        yield [naam, gegevens["teksten"][sleutel]]


def _programmarijen(gegevens: Gegevens) -> Rijen:
    for programma in gegevens["programmas"]:
        volledig = "nee, niet van elke partij is een bijdrage bekend" if programma["onvolledig"] else "ja"
        yield [programma["naam"], _getal(programma["bijdrage"]), volledig]


def _editienaam(gegevens: Gegevens) -> str:
    return f"{gegevens['soort'].capitalize()} {gegevens['jaar']}, versie {gegevens['editie']['nummer']}"


def _status(teken: Ondertekening) -> str:
    return "concept" if teken.concept else "vastgesteld"


def _partijen(gegevens: Gegevens) -> Iterator[tuple[str, Gegevens]]:
    return (paar for deel in gegevens["delen"] for paar in _genummerd(deel))


def _genummerd(deel: Gegevens) -> Iterator[tuple[str, Gegevens]]:
    return ((f"{deel['categorie']}.{nummer}", partij) for nummer, partij in enumerate(deel["partijen"], 1))


def _risicos(partij: Gegevens) -> str:
    if partij["risicos"]:
        return " ".join(_risico(risico) for risico in partij["risicos"])
    return GEEN_RISICO if partij["geen_risicos"] else NIET_INGEVULD


def _risico(risico: Gegevens) -> str:
    gevolg = f" Gevolg: {nederlands(Decimal(risico['gevolg']))} euro." if risico["gevolg"] else ""
    return f"{risico['omschrijving'].rstrip('.')}.{gevolg}"


def _cijfer(cijfer: Gegevens | None) -> tuple[Waarde, str]:
    """A number with how certain it is; without number why it is not there."""
    if cijfer is None:
        return None, NIET_INGEVULD
    if cijfer["bedrag"] is None:
        gevraagd = datum_kort(date.fromisoformat(cijfer["gevraagd_op"]))
        return None, f"niet opgegeven, gevraagd op {gevraagd}: {cijfer['niet_opgegeven']}"
    return _getal(cijfer["bedrag"]), Stadium(cijfer["stadium"]).label


def _getal(waarde: str | int | None) -> Decimal | None:
    return None if waarde is None else Decimal(waarde)


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
