"""The list of decisions as a document: frozen or concept values in, words out, and the PDF that is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from governance.models import Sessie
from governance.sessie.portefeuille import VOLGORDE, richting
from samenwerkingswijzer import opmaak
from samenwerkingswijzer.pdf import STATISCH, aantal_bladzijden, maak_pdf
from verbanden.dashboard.feiten import opsomming
from verbanden.models import Klasse, Reden

BLADZIJDEN = 2
ONGEVEER_EENS = Decimal("0.5")  # a difference of less than half a class is called 'eens' (eigen invulling)
SCORES = {
    Sessie.Openbaarheid.OP_NAAM.value: "op naam; namen staan niet in deze lijst",
    Sessie.Openbaarheid.SAMENGEVAT.value: "samengevat, niet per persoon",
}


@dataclass(frozen=True)
class Besluit:
    """A line of the list. `raad_college` says how they compare; `anders` that the class is not that of before."""

    nummer: int
    naam: str
    klasse: str
    vorig: str
    raad_college: str
    anders: bool
    richting: str
    ook: str
    redenen: str
    vraagstukken: tuple[Mapping[str, Any], ...]
    mandaat: str
    voorwaarden: str
    reden: str
    voorstel: str

    @property
    def heeft_ruimte(self) -> bool:
        """Whether more than the class was decided."""
        return bool(self.vraagstukken or self.mandaat or self.voorwaarden or self.reden)


def document(gegevens: Mapping[str, Any], *, gemeente: str, controlegetal: str = "") -> bytes:
    """The PDF of these decisions; without a hash it is a concept. Closer set when it would not fit on two pages.

    The same values give the same bytes.
    """
    inhoud = context(gegevens) | {"gemeente": gemeente, "controlegetal": controlegetal, "concept": not controlegetal}
    pdf = b""
    for dicht in (False, True):
        velden = inhoud | {"dicht": dicht, "statisch": STATISCH}
        pdf = maak_pdf(render_to_string("governance/besluitenlijst.html", velden))
        if aantal_bladzijden(pdf) <= BLADZIJDEN:
            break
    return pdf


def context(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """The decisions in words, the most political class first."""
    verbanden = sorted(gegevens["verbanden"], key=_op_klasse)
    besluiten = [_besluit(een, nummer) for nummer, een in enumerate(verbanden, 1)]
    dag = date.fromisoformat(gegevens["datum"])
    return {
        "jaar": gegevens["jaar"],
        "datum": opmaak.datum(dag),
        "vergadering": gegevens["vergadering"],
        "scores": SCORES[gegevens["openbaarheid"]],
        "deelnemers": _deelnemers(gegevens["deelnemers"]),
        "besluiten": besluiten,
        "ruimte": [een for een in besluiten if een.heeft_ruimte],
        "kort": _kort(besluiten, opmaak.datum(dag)),
        "vastgelegd_door": opsomming(gegevens["vastgelegd_functies"]),
        "vastgelegd_op": _tijdstip(gegevens["vastgelegd_op"]),
        "vastgesteld_door": gegevens["vastgesteld_functie"],
        "vastgesteld_op": _tijdstip(gegevens["vastgesteld_op"]),
        "fictief": settings.DEMO,
    }


def _op_klasse(een: Mapping[str, Any]) -> tuple[int, str]:
    plek = VOLGORDE.index(Klasse(een["klasse"])) if een["klasse"] else len(VOLGORDE)
    return plek, een["naam"].casefold()


def _besluit(een: Mapping[str, Any], nummer: int) -> Besluit:
    vorig = een["vorig"]["klasse"] if een["vorig"] else ""
    kant = richting(vorig, een["klasse"])
    return Besluit(
        nummer=nummer,
        naam=een["naam"],
        klasse=Klasse(een["klasse"]).label if een["klasse"] else "",
        vorig="gelijk" if kant == "gelijk" else Klasse(vorig).label.lower() if vorig else "eerste keer",
        raad_college=_raad_college(een),
        anders=kant in ("omhoog", "omlaag"),
        richting=kant,
        ook=", ".join(Klasse(klasse).label.lower() for klasse in een["ook"]),
        redenen=", ".join(Reden(reden).label.lower() for reden in een["redenen"]),
        vraagstukken=tuple(een["vraagstukken"]),
        mandaat=een["mandaat"],
        voorwaarden=een["voorwaarden"],
        reden=een["reden"],
        voorstel=Klasse(een["voorstel"]).label.lower() if een["voorstel"] not in ("", een["klasse"]) else "",
    )


def _raad_college(een: Mapping[str, Any]) -> str:
    """How the scores of raad and college compare, in a few words."""
    if een["zonder_bespreking"]:
        return "zonder bespreking"
    if een["scores"]["verschil"] is None:
        return "niet te vergelijken: een groep is te klein"
    verschil = Decimal(een["scores"]["verschil"])
    if abs(verschil) < ONGEVEER_EENS:
        return "eens"
    return "raad hoger dan college" if verschil > 0 else "college hoger dan raad"


def _kort(besluiten: list[Besluit], dag: str) -> list[str]:
    """The list in a few sentences."""
    met, zonder = [een for een in besluiten if een.klasse], [een for een in besluiten if not een.klasse]
    anders = [f"{een.naam} gaat {een.richting}" for een in met if een.anders]
    verschil = sum("hoger dan" in een.raad_college for een in besluiten)
    zinnen = [_aantal(len(met), "verband kreeg", "verbanden kregen") + " een klasse."]
    if zonder:
        zinnen.append(_aantal(len(zonder), "verband heeft", "verbanden hebben") + " nog geen uitkomst.")
    if anders:
        zinnen.append(
            _aantal(len(anders), "klasse is", "klassen zijn")
            + f" anders dan bij het vorige besluit: {opsomming(anders)}."
        )
    if verschil:
        zinnen.append(f"Bij {_aantal(verschil, 'verband', 'verbanden')} keken raad en college verschillend.")
    return [*zinnen, f"De besluiten gelden vanaf {dag}, tot de volgende sessie."]


def _aantal(hoeveel: int, een: str, meer: str) -> str:
    return f"{hoeveel} {een if hoeveel == 1 else meer}"


def _deelnemers(aantallen: Mapping[str, int]) -> str:
    raad = _aantal(aantallen["raad"], "raadslid", "raadsleden")
    return f"{raad}, {_aantal(aantallen['college'], 'collegelid', 'collegeleden')}"


def _tijdstip(tekst: str) -> str:
    """A moment as written on paper; empty without one."""
    if not tekst:
        return ""
    moment = datetime.fromisoformat(tekst)
    return f"{opmaak.datum(moment.date())}, {opmaak.tijd(moment)} uur"
