"""Functie 3: what evaluatie adds to the portal. Its instruments come later; until then its block says so."""

from typing import Any

from samenwerkingswijzer.functies import Blok, Functie, Leegte, register


def _aan_zet(lezing: Any) -> str:
    return str(lezing.aan_zet)


register.registreer(
    Functie(
        sleutel="evaluatie",
        naam="Evaluatie en monitoring",
        leegten=(Leegte(Blok.EVALUATIE, "Nog niet geëvalueerd en geen ontwikkelagenda.", _aan_zet),),
    )
)
