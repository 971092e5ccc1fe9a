"""What the law still lacks of a party, and what deserves a second look: (party, document, year) to findings.

Source: BBV (BWBR0014606), see `eisen` for the article of each datum and `controles` for the plausibility checks.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from samenwerkingswijzer import opmaak
from verbanden.regels.bbv.bevinding import ERNSTNAMEN, Bevinding, Ernst, Melding, maak
from verbanden.regels.bbv.cijfertoets import benoem, past, toets_cijfers
from verbanden.regels.bbv.controles import controles, procent
from verbanden.regels.bbv.eisen import EERSTE_JAAR, Eis, vereist
from verbanden.regels.bbv.partij import Documentsoort, Partij

__all__ = ["EERSTE_JAAR", "ERNSTNAMEN", "Bevinding", "Eis", "Ernst", "bevindingen", "vereist", "volledig"]

HONDERD = Decimal(100)


def bevindingen(
    partij: Partij,
    soort: Documentsoort,
    jaar: int,
    *,
    drempel_sprong: Decimal,
    vorige_moment: date | None,
) -> tuple[Bevinding, ...]:
    """Everything to say about a party: first what is missing, in the order of the law, then the plausibility.

    `drempel_sprong` is in percent; `vorige_moment` the day of the previous begroting or jaarstukken, if known.
    """
    wettelijk = [
        maak(melding, eis, partij) for eis in vereist(soort, jaar) for melding in _toets(eis, partij, soort, jaar)
    ]
    return (*wettelijk, *controles(partij, soort, jaar, drempel_sprong=drempel_sprong, vorige_moment=vorige_moment))


def volledig(partij: Partij, soort: Documentsoort, jaar: int) -> tuple[int, int]:
    """How many legal data of the party are complete, and how many there are; an honest gap is complete."""
    eisen = vereist(soort, jaar)
    open_ = sum(any(m.ernst is Ernst.ONTBREEKT for m in _toets(eis, partij, soort, jaar)) for eis in eisen)
    return len(eisen) - open_, len(eisen)


def _toets(eis: Eis, partij: Partij, soort: Documentsoort, jaar: int) -> Iterator[Melding]:
    if eis.posten:
        yield from toets_cijfers(eis, partij, soort, jaar)
    elif uitleg := TOETSEN[eis.sleutel](partij, jaar):
        yield Melding(Ernst.ONTBREEKT, benoem(eis, jaar), uitleg)


def _categorie(partij: Partij, _: int) -> str:
    return "" if partij.beoordeeld else "Beoordeel of de gemeente een bestuurlijk en een financieel belang heeft."


def _tekst(veld: str, uitleg: str) -> Callable[[Partij, int], str]:
    """A check that a text is there."""
    return lambda partij, _: "" if getattr(partij, veld).strip() else uitleg


def _wijze(partij: Partij, _: int) -> str:
    """Both interests have a reason; votes alone do not tell why the municipality has an interest."""
    redenen = {"een bestuurlijk": partij.bestuurlijke_reden, "een financieel": partij.financiele_reden}
    zonder = [soort for soort, reden in redenen.items() if not reden.strip()]
    return f"Schrijf op waarom er {' en '.join(zonder)} belang is." if zonder else ""


def _risicos(partij: Partij, _: int) -> str:
    genoemd = any(risico.omschrijving.strip() for risico in partij.risicos)
    return "" if partij.geen_risicos or genoemd else "Geen risico? Vul dan in: geen."


def _programmas(partij: Partij, _: int) -> str:
    if not partij.programmas:
        return "Kies bij welk programma deze partij hoort."
    som = sum((deel for _, deel in partij.programmas), Decimal(0))
    return "" if som == HONDERD else f"De delen zijn samen {procent(som)}. Dat moet 100% zijn."


def _wijzigingen(partij: Partij, jaar: int) -> str:
    """What changed in the year and is not told; empty when nothing changed or when it is told."""
    if partij.wijzigingen.strip():
        return ""
    veranderd = " ".join(_veranderingen(partij, jaar))
    return f"{veranderd} Schrijf op wat er veranderde." if veranderd else ""


def _veranderingen(partij: Partij, jaar: int) -> Iterator[str]:
    for dag, werkwoord in ((partij.ingetreden, "trad toe"), (partij.uitgetreden, "trad uit")):
        if dag and dag.year == jaar:
            yield f"De gemeente {werkwoord} op {opmaak.datum(dag)}."
    posten = [partij.cijfers.get(post) for post in ("belang_begin", "belang_eind")]
    bedragen = [cijfer.bedrag for cijfer in posten if cijfer and past(cijfer, Documentsoort.JAARSTUKKEN)]
    match bedragen:
        case [Decimal() as begin, Decimal() as eind] if begin != eind:
            yield f"Het belang ging van {procent(begin)} naar {procent(eind)}."


# Gives what is the matter in Dutch; empty when the datum is complete.
TOETSEN: dict[str, Callable[[Partij, int], str]] = {
    "categorie": _categorie,
    "naam": _tekst("naam", "Vul de naam in."),
    "vestigingsplaats": _tekst("vestigingsplaats", "Vul de plaats in."),
    "wijze_van_belang": _wijze,
    "openbaar_belang": _tekst("openbaar_belang", "Schrijf op welk doel voor iedereen dit dient."),
    "risicos": _risicos,
    "programmas": _programmas,
    "wijzigingen": _wijzigingen,
}
