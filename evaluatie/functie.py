"""Functie 3: what evaluatie adds to the portal: the ontwikkelagenda. Until there is an evaluation its block says so."""

from typing import Any

from evaluatie.bewijs import bewijzen
from evaluatie.dashboard import ontwikkelagenda
from evaluatie.models import Ontwikkelpunt
from evaluatie.ontwikkelagenda import bekend
from samenwerkingswijzer.functies import Blok, Deel, Functie, Leegte, Opvolging, register


def _aan_zet(lezing: Any) -> str:
    return str(lezing.aan_zet)


register.registreer(
    Functie(
        sleutel="evaluatie",
        naam="Evaluatie en monitoring",
        delen=(
            Deel(
                Blok.EVALUATIE,
                "ontwikkelagenda",
                "evaluatie/delen/ontwikkelagenda.html",
                ontwikkelagenda.kern,
                volgorde=200,
            ),
        ),
        leegten=(Leegte(Blok.EVALUATIE, "Nog niet geëvalueerd en geen ontwikkelagenda.", _aan_zet),),
        modellen=(Ontwikkelpunt,),
        plekken=lambda: {"ontwikkelagenda": "Ontwikkelagenda van een verband"},
        bewijzen=bewijzen,
        opvolging=Opvolging("evaluatie:ontwikkelagenda", bekend),
    )
)
