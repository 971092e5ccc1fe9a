"""From the plain data of a list to what a reader sees: words and numbers in Dutch notation, letters of the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from samenwerkingswijzer.opmaak import datum, datum_kort, duizend, kop, procent
from verbanden.lijst.tekst import naar_html
from verbanden.models import Post
from verbanden.regels.bbv.belang import CATEGORIENAMEN, Categorie

STADIA = {"begroting": "Verwachte", "jaarstukken": "Werkelijke"}
RIJEN = (
    ("Belang", "b", Post.BELANG_BEGIN, Post.BELANG_EIND),
    ("Eigen vermogen", "c", Post.EIGEN_VERMOGEN_BEGIN, Post.EIGEN_VERMOGEN_EIND),
    ("Vreemd vermogen", "c", Post.VREEMD_VERMOGEN_BEGIN, Post.VREEMD_VERMOGEN_EIND),
)


@dataclass(frozen=True)
class Cel:
    """A figure in words; `gat` when it is not given or not there."""

    tekst: str
    gat: bool = False


@dataclass(frozen=True)
class Cijferrij:
    """A row of figures: begin and end of the year, or one cell for the whole year."""

    label: str
    letter: str
    cellen: tuple[Cel, ...]


@dataclass(frozen=True)
class Partijbeeld:
    """A party as it stands in the document."""

    nummer: str
    naam: str
    feiten: tuple[tuple[str, str, str], ...]
    cijfers: tuple[Cijferrij, ...]
    kop_cijfers: str
    begin: str
    eind: str


@dataclass(frozen=True)
class Deelbeeld:
    """A category with its parties; 'geen' when there are none."""

    nummer: int
    naam: str
    partijen: tuple[Partijbeeld, ...]


@dataclass(frozen=True)
class Lijstbeeld:
    """The whole document."""

    gemeente: str
    titel: str
    ondertitel: str
    editie: str
    peildatum: str
    college_op: str
    raad_op: str
    vervangt: str
    fictief: bool
    teksten: tuple[tuple[str, SafeString], ...]
    delen: tuple[Deelbeeld, ...]
    gaten: tuple[tuple[str, str], ...]
    programmas: tuple[tuple[str, str], ...]
    onvolledig: bool

    @property
    def aantal(self) -> int:
        return sum(len(deel.partijen) for deel in self.delen)


def lijstbeeld(gegevens: Mapping[str, Any]) -> Lijstbeeld:
    """The document of some data."""
    soort, jaar = str(gegevens["soort"]), int(gegevens["jaar"])
    editie, naam = gegevens["editie"], f"{soort.capitalize()} {jaar}"
    delen = tuple(_deel(deel, soort, jaar) for deel in gegevens["delen"])
    return Lijstbeeld(
        gemeente=gegevens["gemeente"],
        titel="Lijst verbonden partijen",
        ondertitel=f"{naam}, paragraaf verbonden partijen",
        editie=f"{naam}, versie {editie['nummer']}",
        peildatum=datum(date.fromisoformat(gegevens["peildatum"])),
        college_op=_lang(editie["college_op"]),
        raad_op=_lang(editie["raad_op"]),
        vervangt=f"Versie {editie['vervangt']}. {editie['correctie']}" if editie["vervangt"] else "",
        fictief=gegevens["fictief"],
        teksten=_teksten(gegevens["teksten"]),
        delen=delen,
        gaten=_gaten(gegevens),
        programmas=tuple((p["naam"], _totaal(p)) for p in gegevens["programmas"]),
        onvolledig=any(p["onvolledig"] for p in gegevens["programmas"]),
    )


def _teksten(teksten: Mapping[str, str]) -> tuple[tuple[str, SafeString], ...]:
    namen = {"visie": "Visie op samenwerking", "voornemens": "Beleidsvoornemens", "ontwikkelingen": "Ontwikkelingen"}
    return tuple((namen[sleutel], naar_html(teksten[sleutel])) for sleutel in namen if teksten[sleutel].strip())


def _deel(deel: Mapping[str, Any], soort: str, jaar: int) -> Deelbeeld:
    nummer = deel["categorie"]
    partijen = (_partij(p, f"{nummer}.{i}", soort, jaar) for i, p in enumerate(deel["partijen"], 1))
    return Deelbeeld(nummer, CATEGORIENAMEN[Categorie(nummer)], tuple(partijen))


def _partij(partij: Mapping[str, Any], nummer: str, soort: str, jaar: int) -> Partijbeeld:
    cijfers = partij["cijfers"]
    rijen = [
        Cijferrij(label, letter, tuple(_cel(cijfers[post], belang=letter == "b") for post in (begin, eind)))
        for label, letter, begin, eind in RIJEN
    ]
    rijen.append(Cijferrij(f"Resultaat {jaar}", "d", (_cel(cijfers[Post.RESULTAAT]),)))
    return Partijbeeld(
        nummer=nummer,
        naam=partij["naam"],
        feiten=_feiten(partij, soort),
        cijfers=tuple(rijen),
        kop_cijfers=f"{STADIA[soort]} cijfers, keer € 1.000",
        begin=f"1-1-{jaar}",
        eind=f"31-12-{jaar}",
    )


def _feiten(partij: Mapping[str, Any], soort: str) -> tuple[tuple[str, str, str], ...]:
    programmas = ", ".join(p["naam"] for p in partij["programmas"])
    feiten = [
        ("Vorm", "", partij["vorm"]),
        ("Vestigingsplaats", "", partij["vestigingsplaats"]),
        ("Openbaar belang", "a", partij["openbaar_belang"]),
        ("Wijze van belang", "a", partij["wijze_van_belang"]),
        ("Risico's", "e", _risicos(partij)),
        ("Programma", "", programmas),
    ]
    bijdrage = partij["cijfers"][Post.BIJDRAGE]
    if bijdrage and bijdrage["bedrag"] is not None:
        feiten.append(("Bijdrage", "", kop(Decimal(bijdrage["bedrag"]))))
    if soort == "jaarstukken" and partij["wijzigingen"]:
        feiten.append(("Veranderd", "b", partij["wijzigingen"]))
    return tuple((label, letter, waarde or "nog niet ingevuld") for label, letter, waarde in feiten)


def _risicos(partij: Mapping[str, Any]) -> str:
    if not partij["risicos"]:
        return "Geen risico van betekenis voor de gemeente." if partij["geen_risicos"] else ""
    return " ".join(_risico(risico) for risico in partij["risicos"])


def _risico(risico: Mapping[str, Any]) -> str:
    gevolg = f" Gevolg voor de gemeente: {kop(Decimal(risico['gevolg']))}." if risico["gevolg"] else ""
    return f"{risico['omschrijving'].rstrip('.')}.{gevolg}"


def _cel(cijfer: Mapping[str, Any] | None, *, belang: bool = False) -> Cel:
    if cijfer is None:
        return Cel("ontbreekt", gat=True)
    if cijfer["bedrag"] is None:
        gevraagd = f", gevraagd op {datum_kort(date.fromisoformat(cijfer['gevraagd_op']))}"
        return Cel(f"niet opgegeven{gevraagd}", gat=True)
    bedrag = Decimal(cijfer["bedrag"])
    return Cel(procent(bedrag) if belang else duizend(bedrag))


def _gaten(gegevens: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Per party which figures were not given, and when we asked."""
    gevonden = []
    for deel in gegevens["delen"]:
        for partij in deel["partijen"]:
            open_posten = [
                (Post(post).label.lower(), cijfer["gevraagd_op"])
                for post, cijfer in partij["cijfers"].items()
                if cijfer and cijfer["bedrag"] is None
            ]
            if open_posten:
                namen = ", ".join(naam for naam, _ in open_posten)
                dag = datum(date.fromisoformat(open_posten[0][1]))
                gevonden.append((partij["naam"], f"{namen} (gevraagd op {dag})"))
    return tuple(gevonden)


def _totaal(programma: Mapping[str, Any]) -> str:
    return duizend(Decimal(programma["bijdrage"])) + ("*" if programma["onvolledig"] else "")


def _lang(dag: str | None) -> str:
    return datum(date.fromisoformat(dag)) if dag else "nog niet"
