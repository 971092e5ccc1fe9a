"""The monitoring as a file for a spreadsheet: in CSV a row per partnership, in XLSX and ODS the totals around it. Pure.

Amounts are in euro and stay numbers; what nobody gave is an empty cell, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.utils import timezone

from evaluatie.monitoring.beeld import Beeld
from evaluatie.monitoring.blootstelling import POSTEN, Regel
from evaluatie.monitoring.dekking import Dekking
from evaluatie.monitoring.reeksen import indexen_van
from samenwerkingswijzer import opmaak
from verbanden.models import Klasse, Levensfase, Stadium
from verbanden.overzicht.rij import Rij, geen_bijdrage
from verbanden.overzicht.totalen import Som
from verbanden.uitvoer import Bestand, Blad, Waarde, maak_boek

NAAM = "monitoring"
TELT_NIET_MEE = "telt nog niet mee"
DEKKINGKOPPEN = (
    "Doelen",
    "Doelen met een meting",
    "Laatste meting",
    "Evaluatie over",
    "Evaluatie vastgesteld op",
    "Evaluatie die loopt",
    "Wat ontbreekt",
)


def maak(formaat: str, beeld: Beeld) -> Bestand:
    """The file in one of `FORMATEN`, with the reference date in its name."""
    return maak_boek(formaat, f"{NAAM}-{beeld.dag.isoformat()}", list(bladen(beeld)))


def bladen(beeld: Beeld) -> Iterator[Blad]:
    """The sheets: each partnership first, then the totals, and how to read them."""
    yield Blad("Verbanden", _koppen(beeld), _verbanden(beeld))
    for kop, regels in (("Programma", beeld.samen.programmas), ("Portefeuillehouder", beeld.samen.houders)):
        yield Blad(f"Per {kop.lower()}", [kop, *_totaalkoppen(beeld)], map(_totaal, (*regels, beeld.samen.totaal)))
    yield Blad("Toelichting", ["Wat", "Uitleg"], _toelichting(beeld))


def _koppen(beeld: Beeld) -> list[str]:
    per_jaar = [
        kop for jaar in beeld.lijnen.jaren for kop in (f"Bijdrage {jaar}", f"Soort cijfer {jaar}", f"Index {jaar}")
    ]
    posten = [kop for post in POSTEN for kop in (post.label, f"Jaar van {post.label.lower()}")]
    vooraf = ["Naam", "Korte naam", "Fictief", "Belangrijkheid", "Levensfase", "Programma's", "Portefeuillehouder"]
    return [*vooraf, *per_jaar, *posten, *DEKKINGKOPPEN]


def _verbanden(beeld: Beeld) -> Iterator[list[Waarde]]:
    dekking = {een.rij.id: een for een in beeld.gaten.alle}
    for rij in beeld.rijen:
        yield [*_wie(rij, beeld), *_jaren(rij), *_verplicht(rij, beeld), *_dekking(dekking.get(rij.id), beeld)]


def _wie(rij: Rij, beeld: Beeld) -> Iterator[Waarde]:
    kern, namen = rij.feiten.kern, beeld.overzicht
    yield from (kern.naam, kern.korte_naam, "ja" if kern.fictief else "nee")
    yield Klasse(rij.feiten.klasse).label if rij.feiten.klasse else "Nog niet bepaald"
    yield Levensfase(kern.levensfase).label
    yield ", ".join(namen.programmas.get(deel.programma_id, "") for deel in rij.feiten.delen)
    yield namen.portefeuilles.get(kern.portefeuille_id or 0, "")


def _jaren(rij: Rij) -> Iterator[Waarde]:
    """Per year the amount, how certain it is, and the index of the chart."""
    niets = "geen bijdrage" if geen_bijdrage(rij.feiten) else ""
    for bijdrage, index in zip(rij.feiten.bijdragen, indexen_van(rij), strict=True):
        bedrag = bijdrage.bedrag if bijdrage else None
        soort = Stadium(bijdrage.stadium).label if bijdrage and bedrag is not None else niets or "onbekend"
        yield from (bedrag, soort, None if index is None else round(index, 1))


def _verplicht(rij: Rij, beeld: Beeld) -> Iterator[Waarde]:
    for post in POSTEN:
        bekend = beeld.verplichtingen.get((rij.id, post.value))
        yield from (bekend.bedrag, Decimal(bekend.jaar)) if bekend else (None, None)


def _dekking(een: Dekking | None, beeld: Beeld) -> Iterator[Waarde]:
    """What there is to judge it by; a partnership that does nothing yet says so."""
    if een is None:
        yield from (*(None,) * (len(DEKKINGKOPPEN) - 1), TELT_NIET_MEE)
        return
    yield from (Decimal(een.doelen), Decimal(een.gemeten), een.laatst)
    klaar, loopt = een.evaluatie, een.loopt
    yield Decimal(klaar.jaar) if klaar else None
    yield timezone.localdate(klaar.vastgesteld_op) if klaar else None
    yield f"over {loopt.jaar}, stap {loopt.get_stap_display().lower()}" if loopt else ""
    yield ", ".join(_ontbreekt(een)) or "niets"


def _ontbreekt(een: Dekking) -> Iterator[str]:
    if not een.doelen:
        yield "doelen"
    if een.zonder_meting:
        yield "meting"
    if een.evaluatie is None:
        yield "evaluatie deze raadsperiode"


def _totaalkoppen(beeld: Beeld) -> list[str]:
    posten = (f"Bijdrage {beeld.dag.year}", "Garanties", "Leningen")
    return ["Verbanden", *(kop for post in posten for kop in (post, f"{post}: niet bekend van")), "Deel begroting (%)"]


def _totaal(regel: Regel) -> list[Waarde]:
    sommen = (waarde for _, totaal in regel.cellen for waarde in _som(totaal))
    deel = None if regel.deel is None else round(regel.deel, 2)
    return [regel.naam, Decimal(regel.aantal), *sommen, deel]


def _som(totaal: Som) -> tuple[Waarde, Waarde]:
    return (None if totaal.leeg else round(totaal.bedrag, 2), Decimal(totaal.zonder))


def _toelichting(beeld: Beeld) -> Iterable[list[Waarde]]:
    periode = beeld.gaten.periode
    return [
        ["Peildatum", beeld.dag],
        ["Totaal van de gemeentebegroting", beeld.begroting if beeld.begroting is not None else "niet ingevuld"],
        ["Leeg bedrag", "Niemand gaf het op. Het is onbekend en telt niet als nul."],
        ["Index", "De bijdrage in het eerste bekende jaar is 100."],
        ["Garantie en lening", f"Het laatste bekende bedrag tot en met {beeld.dag.year}, met het jaar erbij."],
        ["Per programma", "Een verband met meer programma's telt bij elk mee. Bedragen zijn verdeeld als de bijdrage."],
        ["Raadsperiode", f"{opmaak.datum(periode.begin)} tot en met {opmaak.datum(periode.eind)} (Kieswet art. C 4)"],
        ["Telt nog niet mee", "Een verkend verband hoeft nog geen doelen, metingen of evaluatie te hebben."],
    ]
