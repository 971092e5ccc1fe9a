"""How progress is told: a mark (word and shape) for each outcome, and a sentence that says why. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluatie.regels.voortgang import Koers, Maat, Voortgang
from samenwerkingswijzer.opmaak import datum, getal


@dataclass(frozen=True)
class Merk:
    """A code of `samenwerkingswijzer.merken.OORDELEN` with the word that stands beside the shape."""

    code: str
    woord: str


KOERSEN = {
    Koers.GEHAALD: Merk("op_koers", "Gehaald"),
    Koers.OP_KOERS: Merk("op_koers", "Op koers"),
    Koers.ACHTER: Merk("aandacht", "Achter"),
    Koers.NIET_GEHAALD: Merk("bijsturen", "Niet gehaald"),
    Koers.GEEN_METING: Merk("geen", "Geen meting"),
    Koers.NIET_MEETBAAR: Merk("geen", "Niet te berekenen"),
}
OORDELEN = {
    "op_koers": Merk("op_koers", "Op koers"),
    "achter": Merk("aandacht", "Achter"),
    "gehaald": Merk("op_koers", "Gehaald"),
    "niet_te_zeggen": Merk("geen", "Niet te zeggen"),
}
GEEN_OORDEEL = Merk("geen", "Geen oordeel")
# The judgement of a person that says the same as an outcome of the measurements.
GELIJK_AAN = {
    Koers.GEHAALD: "gehaald",
    Koers.OP_KOERS: "op_koers",
    Koers.ACHTER: "achter",
    Koers.NIET_GEHAALD: "achter",
    Koers.GEEN_METING: "niet_te_zeggen",
    Koers.NIET_MEETBAAR: "niet_te_zeggen",
}
SAMENVATTING = {
    "Gehaald": "gehaald",
    "Op koers": "op koers",
    "Achter": "achter",
    "Niet gehaald": "niet gehaald",
    "Geen meting": "zonder meting",
    "Niet te berekenen": "niet te berekenen",
    "Niet te zeggen": "niet te zeggen",
}
AAN_HET_GETAL = ("%", "‰")  # units that stand against the number


def kort(waarde: Decimal) -> str:
    """A number with as many decimals as it has."""
    exponent = waarde.normalize().as_tuple().exponent
    return getal(waarde, max(0, -exponent if isinstance(exponent, int) else 0))


def hoeveel(waarde: Decimal | None, eenheid: str) -> str:
    """A value with its unit: 172 inwoners, 84%. Empty when there is none."""
    if waarde is None:
        return ""
    if not eenheid or eenheid in AAN_HET_GETAL:
        return f"{kort(waarde)}{eenheid}"
    return f"{kort(waarde)} {eenheid}"


def afgerond(waarde: Decimal, als: Decimal) -> str:
    """A computed value in the precision of a measured one, or just fine enough to differ from it."""
    exponent = als.normalize().as_tuple().exponent
    decimalen = max(0, -exponent if isinstance(exponent, int) else 0)
    if waarde != als and getal(waarde, decimalen) == getal(als, decimalen):
        decimalen += 1
    return getal(waarde, decimalen)


def opsomming(delen: Sequence[str]) -> str:
    """One, two and three."""
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}" if delen else ""


def uitleg(voortgang: Voortgang, maat: Maat, eenheid: str) -> str:
    """Why the measurements say what they say."""
    return _UITLEG[voortgang.koers](voortgang, maat, eenheid)


def _gemeten(voortgang: Voortgang, eenheid: str) -> str:
    laatste = voortgang.laatste
    return f"{hoeveel(laatste.waarde, eenheid)} gemeten op {datum(laatste.datum)}" if laatste else ""


def _gehaald(voortgang: Voortgang, maat: Maat, eenheid: str) -> str:
    vroeg = voortgang.laatste and maat.streefjaar and voortgang.laatste.datum.year < maat.streefjaar
    gehaald = f"Het doel voor {maat.streefjaar} is {'al ' if vroeg else ''}gehaald"
    return f"{_gemeten(voortgang, eenheid)}. {gehaald}: {hoeveel(maat.streefwaarde, eenheid)}."


def _onderweg(voortgang: Voortgang, maat: Maat, eenheid: str) -> str:
    laatste, nodig = voortgang.laatste, voortgang.nodig
    if laatste is None or nodig is None:
        return ""
    zin = f"{_gemeten(voortgang, eenheid)}. Op de lijn naar het doel hoort dan {afgerond(nodig, laatste.waarde)}."
    if voortgang.straks is None:
        return zin
    straks = afgerond(voortgang.straks, laatste.waarde)
    return f"{zin} Met dit tempo wordt het in {maat.streefjaar} ongeveer {straks}."


def _niet_gehaald(voortgang: Voortgang, maat: Maat, eenheid: str) -> str:
    return f"{_gemeten(voortgang, eenheid)}. Het doel voor {maat.streefjaar} was {hoeveel(maat.streefwaarde, eenheid)}."


def _geen_meting(voortgang: Voortgang, maat: Maat, eenheid: str) -> str:
    if voortgang.laatste is None:
        return "Er is nog niet gemeten."
    laatste = voortgang.laatste
    return f"Geen meting sinds {datum(laatste.datum)}. Toen was het {hoeveel(laatste.waarde, eenheid)}."


def _niet_meetbaar(voortgang: Voortgang, maat: Maat, eenheid: str) -> str:
    mist = [
        naam
        for naam, waarde in (
            ("wat beter is", maat.richting or None),
            ("een streefwaarde", maat.streefwaarde),
            ("een jaar", maat.streefjaar),
        )
        if waarde is None
    ]
    if mist:
        return f"Niet te berekenen: {opsomming(mist)} ontbreekt."
    return f"{_gemeten(voortgang, eenheid)}. Zonder nulmeting is niet te berekenen of dat genoeg is."


_UITLEG = {
    Koers.GEHAALD: _gehaald,
    Koers.OP_KOERS: _onderweg,
    Koers.ACHTER: _onderweg,
    Koers.NIET_GEHAALD: _niet_gehaald,
    Koers.GEEN_METING: _geen_meting,
    Koers.NIET_MEETBAAR: _niet_meetbaar,
}
