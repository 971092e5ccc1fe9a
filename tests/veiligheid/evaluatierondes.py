"""An evaluation in every step for the security tests; the controller leads them and wrote the conclusions."""

from __future__ import annotations

from typing import Any

from evaluatie.evaluaties import rapport
from evaluatie.handelingen import evaluatieconclusies, evaluaties
from evaluatie.models import Evaluatie, Evaluatieconclusie
from evaluatie.models.evaluatie import Stap
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from tests import fabriek
from tests.veiligheid.papier import leeg_document
from verbanden.models import Samenwerkingsverband

EERSTE_JAAR = 2016
THEMAS = {"doelbereik": ("aandacht", "verzonnen zin"), "risico": ("op_koers", "verzonnen zin")}


def evaluatierondes(gebruikers: dict[str, Gebruiker], verband: Samenwerkingsverband) -> dict[str, int]:
    """One evaluation per step by its name, each over another year."""
    return {
        stap.value: _evaluatie(EERSTE_JAAR + nummer, stap, gebruikers, verband).pk for nummer, stap in enumerate(Stap)
    }


def met_tekst(evaluatie_id: int) -> list[Any]:
    """The rows around an evaluation that hold what people wrote."""
    evaluatie = Evaluatie.objects.get(pk=evaluatie_id)
    return [evaluatie, *evaluatie.stappen.all()[:1], *evaluatie.oordelen.all(), *evaluatie.conclusies.all()]


def naar_conclusie(evaluatie_id: int, door: Gebruiker) -> None:
    """Take an evaluation in which people judge to its conclusion, so that everybody sees what was written in it."""
    for stap in (Stap.GESPREK, Stap.CONCLUSIE):
        evaluatie = Evaluatie.objects.get(pk=evaluatie_id)
        evaluatie.stap, evaluatie.gesprek_op = stap, fabriek.NU.date()
        if stap is Stap.CONCLUSIE:
            evaluatie.besluit, evaluatie.conclusie_door, evaluatie.conclusie_op = "bijsturen", door, fabriek.NU
        bewaar(evaluatie, door=door, op=fabriek.NU)


def _evaluatie(jaar: int, stap: Stap, gebruikers: dict[str, Gebruiker], verband: Samenwerkingsverband) -> Evaluatie:
    leider = gebruikers["controller"]
    begin = Stap.CONCLUSIE if stap is Stap.VASTGESTELD else stap
    evaluatie = fabriek.maak_evaluatie(verband, jaar, begin, leider=leider, waarom="verzonnen vraag")
    if stap is Stap.OORDEEL:
        fabriek.maak_evaluatieoordeel(evaluatie, gebruikers["college"])
        rij = Evaluatieconclusie(evaluatie=evaluatie, thema="risico", oordeel="geen", zin="verzonnen zin")
        bewaar(rij, door=leider, op=fabriek.NU)
    if begin is Stap.CONCLUSIE:
        evaluatie = evaluatieconclusies.concludeer(
            evaluatie=evaluatie, besluit="bijsturen", zin="verzonnen zin", themas=THEMAS, versie=evaluatie.versie,
            door=leider, op=fabriek.NU,
        )  # fmt: skip
    if stap is Stap.VASTGESTELD:
        _stel_vast(evaluatie, gebruikers["griffie"])
    return evaluatie


def _stel_vast(evaluatie: Evaluatie, griffie: Gebruiker) -> None:
    gegevens = rapport.gegevens(evaluaties.beeld_van(evaluatie, fabriek.NU), door=griffie, op=fabriek.NU)
    evaluatieconclusies.stel_vast(
        evaluatie=evaluatie,
        gegevens=gegevens,
        pdf=leeg_document(),
        versie=evaluatie.versie,
        door=griffie,
        op=fabriek.NU,
    )
