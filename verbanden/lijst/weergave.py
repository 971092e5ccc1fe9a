"""From the plain data of a list to what a reader sees: words and numbers in Dutch notation, letters of the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from samenwerkingswijzer.opmaak import datum, datum_kort, duizend, kop, procent
from samenwerkingswijzer.tekst import naar_html
from verbanden.lijst.wijzigingen import lange_datum, wijzigingen
from verbanden.models import Post, Stadium
from verbanden.regels.bbv.belang import CATEGORIENAMEN, Categorie

STADIA = {"begroting": "Verwachte", "jaarstukken": "Werkelijke"}
# More letters than this do not fit beside the figures on one page.
LANG = 2500
VOORLOPIG = "voorlopig"
UITLEG_VOORLOPIG = "Staat er 'voorlopig' bij een cijfer, dan is het nog niet vastgesteld."
RIJEN = (
    ("Belang", "b", Post.BELANG_BEGIN, Post.BELANG_EIND),
    ("Eigen vermogen", "c", Post.EIGEN_VERMOGEN_BEGIN, Post.EIGEN_VERMOGEN_EIND),
    ("Vreemd vermogen", "c", Post.VREEMD_VERMOGEN_BEGIN, Post.VREEMD_VERMOGEN_EIND),
)


@dataclass(frozen=True)
class Cel:
    """A figure in words; `gat` when it is not given or not there, `voorlopig` when it may still change."""

    tekst: str
    gat: bool = False
    voorlopig: bool = False


@dataclass(frozen=True)
class Cijferrij:
    """A row of figures: begin and end of the year, or one cell for the whole year."""

    label: str
    letter: str
    cellen: tuple[Cel, ...]


@dataclass(frozen=True)
class Partijbeeld:
    """A party as it stands in the document. `feiten`: label, letter of the law, words."""

    nummer: str
    naam: str
    feiten: tuple[tuple[str, str, str], ...]
    cijfers: tuple[Cijferrij, ...]
    kop_cijfers: str
    begin: str
    eind: str

    @property
    def lang(self) -> bool:
        """Whether its texts may need more than a page."""
        return sum(len(waarde) for _, _, waarde in self.feiten) > LANG


@dataclass(frozen=True)
class Deelbeeld:
    """A category with its parties; 'geen' when there are none. `vervolg`: the title stands on an earlier sheet."""

    nummer: int
    naam: str
    partijen: tuple[Partijbeeld, ...]
    vervolg: bool = False


@dataclass(frozen=True)
class Lijstbeeld:
    """The whole document."""

    gemeente: str
    titel: str
    ondertitel: str
    stadium: str
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
        stadium=_stadium(gegevens, soort, jaar),
        editie=f"{naam}, versie {editie['nummer']}",
        peildatum=datum(date.fromisoformat(gegevens["peildatum"])),
        college_op=lange_datum(editie["college_op"]),
        raad_op=lange_datum(editie["raad_op"]),
        vervangt=f"Versie {editie['vervangt']}. {editie['correctie']}" if editie["vervangt"] else "",
        fictief=gegevens["fictief"],
        teksten=_teksten(gegevens["teksten"]),
        delen=delen,
        gaten=_gaten(gegevens),
        programmas=_programmas(gegevens),
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
    rijen = _samen(
        [
            Cijferrij(label, letter, tuple(_cel(cijfers[post], belang=letter == "b") for post in (begin, eind)))
            for label, letter, begin, eind in RIJEN
        ]
    )
    rijen.append(Cijferrij(f"Resultaat {jaar}", "d", (_cel(cijfers[Post.RESULTAAT]),)))
    return Partijbeeld(
        nummer=nummer,
        naam=partij["naam"],
        feiten=_feiten(partij, soort, jaar),
        cijfers=tuple(rijen),
        kop_cijfers=f"{STADIA[soort]} cijfers, keer € 1.000",
        begin=f"1-1-{jaar}",
        eind=f"31-12-{jaar}",
    )


def _feiten(partij: Mapping[str, Any], soort: str, jaar: int) -> tuple[tuple[str, str, str], ...]:
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
        merk = f" ({VOORLOPIG})" if _voorlopig(bijdrage) else ""
        feiten.append(("Bijdrage", "", kop(Decimal(bijdrage["bedrag"])) + merk))
    veranderd = wijzigingen(partij, soort)
    if veranderd:
        feiten.append((f"Veranderd in {jaar}", "b", " ".join(veranderd)))
    return tuple((label, letter, waarde or "nog niet ingevuld") for label, letter, waarde in feiten)


def _risicos(partij: Mapping[str, Any]) -> str:
    if not partij["risicos"]:
        return "Geen risico van betekenis voor de gemeente." if partij["geen_risicos"] else ""
    return " ".join(_risico(risico) for risico in partij["risicos"])


def _risico(risico: Mapping[str, Any]) -> str:
    gevolg = f" Gevolg voor de gemeente: {kop(Decimal(risico['gevolg']))}." if risico["gevolg"] else ""
    return f"{risico['omschrijving'].rstrip('.')}.{gevolg}"


def _samen(rijen: list[Cijferrij]) -> list[Cijferrij]:
    """A row of two gaps with the same words becomes one cell; with more such rows a table would be mostly headers."""
    gaten = [rij for rij in rijen if rij.cellen[0].gat and rij.cellen[0] == rij.cellen[1]]
    return [replace(rij, cellen=rij.cellen[:1]) if gaten == [rij] else rij for rij in rijen]


def _cel(cijfer: Mapping[str, Any] | None, *, belang: bool = False) -> Cel:
    if cijfer is None:
        return Cel("ontbreekt", gat=True)
    if cijfer["bedrag"] is None:
        return Cel(f"niet opgegeven, gevraagd op {datum_kort(date.fromisoformat(cijfer['gevraagd_op']))}", gat=True)
    bedrag = Decimal(cijfer["bedrag"])
    return Cel(procent(bedrag) if belang else duizend(bedrag), voorlopig=_voorlopig(cijfer))


def _voorlopig(cijfer: Mapping[str, Any] | None) -> bool:
    """Whether this is an amount that is not adopted yet."""
    return cijfer is not None and cijfer["bedrag"] is not None and cijfer["stadium"] == Stadium.VOORLOPIG


def _gaten(gegevens: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Per party which figures were not given, when we asked and why they are not there."""
    return tuple(
        (partij["naam"], "; ".join(open_)) for partij in _partijen(gegevens) if (open_ := _open_posten(partij))
    )


def _open_posten(partij: Mapping[str, Any]) -> list[str]:
    """The gaps of a party, those with the same day and reason together."""
    samen: dict[tuple[str, str], list[str]] = {}
    for post, cijfer in partij["cijfers"].items():
        if cijfer and cijfer["bedrag"] is None:
            samen.setdefault((cijfer["gevraagd_op"], cijfer["niet_opgegeven"]), []).append(Post(post).label.lower())
    return [f"{', '.join(posten)} ({lange_datum(dag)}): {reden.rstrip('.')}" for (dag, reden), posten in samen.items()]


def _programmas(gegevens: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The total per programme; with a provisional amount in it, it is provisional itself."""
    onzeker = {
        programma["naam"]
        for partij in _partijen(gegevens)
        for programma in partij["programmas"]
        if _voorlopig(partij["cijfers"][Post.BIJDRAGE])
    }
    return tuple((p["naam"], _totaal(p, voorlopig=p["naam"] in onzeker)) for p in gegevens["programmas"])


def _totaal(programma: Mapping[str, Any], *, voorlopig: bool) -> str:
    merken = ("*" if programma["onvolledig"] else "") + (f" ({VOORLOPIG})" if voorlopig else "")
    return duizend(Decimal(programma["bijdrage"])) + merken


def _stadium(gegevens: Mapping[str, Any], soort: str, jaar: int) -> str:
    zin = f"Alle cijfers zijn {STADIA[soort].lower()} cijfers over {jaar}, in duizenden euro's."
    onzeker = any(_voorlopig(cijfer) for partij in _partijen(gegevens) for cijfer in partij["cijfers"].values())
    return f"{zin} {UITLEG_VOORLOPIG}" if onzeker else zin


def _partijen(gegevens: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (partij for deel in gegevens["delen"] for partij in deel["partijen"])
