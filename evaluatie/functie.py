"""Functie 3: what evaluatie adds to the portal: goals and progress, evaluations, and the ontwikkelagenda."""

from collections.abc import Iterable
from typing import Any

from evaluatie import voortgang
from evaluatie.dashboard import evaluatie as evaluatiedeel
from evaluatie.dashboard import ontwikkelagenda, resultaten
from evaluatie.evaluaties import overzicht
from evaluatie.evaluaties.bundel import HERKOMST
from evaluatie.models import Doel, Doeloordeel, Evaluatie, Meting, Ontwikkelpunt
from evaluatie.ontwikkelagenda import bekend
from samenwerkingswijzer.functies import (
    Aandachtspunt,
    Blok,
    Deel,
    Functie,
    Herkomst,
    Leegte,
    MenuPunt,
    Opvolging,
    register,
)
from samenwerkingswijzer.peildatum import Peildatum


def _aan_zet(lezing: Any) -> str:
    return str(lezing.aan_zet)


def _aandacht(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Aandachtspunt]:
    """Progress and evaluations that are overdue."""
    ids = list(verband_ids)
    return [*voortgang.aandacht(peildatum, ids), *overzicht.aandacht(peildatum, ids)]


register.registreer(
    Functie(
        sleutel="evaluatie",
        naam="Evaluatie en monitoring",
        menu=(MenuPunt("Evaluatie", "evaluatie:voortgangen", 65),),
        delen=(
            Deel(Blok.RESULTATEN, "doelen", "evaluatie/delen/doelen_kern.html", resultaten.kern, volgorde=100),
            Deel(
                Blok.RESULTATEN,
                "doelen_meer",
                "evaluatie/delen/doelen_meer.html",
                resultaten.meer,
                volgorde=50,
                meer=True,
                print=False,
            ),
            Deel(
                Blok.EVALUATIE,
                "evaluatie",
                "evaluatie/delen/evaluatie_kern.html",
                evaluatiedeel.kern,
                volgorde=100,
            ),
            Deel(
                Blok.EVALUATIE,
                "ontwikkelagenda",
                "evaluatie/delen/ontwikkelagenda.html",
                ontwikkelagenda.kern,
                volgorde=200,
            ),
        ),
        leegten=(Leegte(Blok.EVALUATIE, "Nog niet geëvalueerd en geen ontwikkelagenda.", _aan_zet),),
        modellen=(Ontwikkelpunt, Doel, Meting, Doeloordeel, Evaluatie),
        aandacht=_aandacht,
        herkomsten=(
            Herkomst("doelen", "Doelen", "evaluatie:doelen"),
            Herkomst(HERKOMST, "Evaluatie", "evaluatie:evaluaties_verband"),
        ),
        opvolging=Opvolging("evaluatie:ontwikkelagenda", bekend),
    )
)
