"""What an evaluation still lacks before its next step can begin, in plain Dutch."""

from __future__ import annotations

from collections.abc import Iterator

from evaluatie.evaluaties.lezen import Beeld
from evaluatie.models.evaluatie import VOLGENDE_STAPPEN, Stap

VOLGORDE = list(Stap)


def volgende(stap: Stap) -> Stap | None:
    """The step after this one; None after the last."""
    return next((een for een in VOLGENDE_STAPPEN[stap] if _na(een, stap)), None)


def vorige(stap: Stap) -> Stap | None:
    """The step that this one may go back to; None when it may not."""
    return next((een for een in VOLGENDE_STAPPEN[stap] if _na(stap, een)), None)


def mist(beeld: Beeld) -> list[str]:
    """Why the next step cannot begin yet; empty when it can."""
    return list(
        {
            Stap.OPZET: _opzet,
            Stap.GEGEVENS: _gegevens,
            Stap.OORDEEL: _oordeel,
            Stap.GESPREK: _gesprek,
            Stap.CONCLUSIE: _conclusie,
            Stap.VASTGESTELD: _niets,
        }[beeld.stap](beeld)
    )


def _na(een: Stap, ander: Stap) -> bool:
    return VOLGORDE.index(een) > VOLGORDE.index(ander)


def _niets(beeld: Beeld) -> Iterator[str]:
    return iter(())


def _opzet(beeld: Beeld) -> Iterator[str]:
    if beeld.rij.leider_id is None:
        yield "Kies wie de evaluatie leidt."
    if not beeld.themas:
        yield "Kies ten minste één criterium."


def _gegevens(beeld: Beeld) -> Iterator[str]:
    if not beeld.rij.gegevens.strip():
        yield "Schrijf op welke gegevens er zijn en wat ontbreekt."


def _oordeel(beeld: Beeld) -> Iterator[str]:
    zonder = sum(een.aantal == 0 for een in beeld.criteria)
    if zonder:
        yield f"{zonder} {'criterium heeft' if zonder == 1 else 'criteria hebben'} nog geen oordeel."
    if any(een.aantal == 1 for een in beeld.criteria) and not beeld.rij.waarom_een.strip():
        yield "Niet elk criterium heeft twee oordelen. Vraag nog iemand, of leg uit waarom één genoeg is."


def _gesprek(beeld: Beeld) -> Iterator[str]:
    if not (beeld.rij.gesprek_op and beeld.rij.gesprek_met.strip() and beeld.rij.verslag.strip()):
        yield "Vul in wanneer en met wie het gesprek was, met een kort verslag."


def _conclusie(beeld: Beeld) -> Iterator[str]:
    if not beeld.rij.besluit:
        yield "Schrijf de conclusie."
    open_ = [thema.thema.naam.lower() for thema in beeld.themas if thema.conclusie is None]
    if open_:
        yield f"Schrijf ook een conclusie over {', '.join(open_)}."
