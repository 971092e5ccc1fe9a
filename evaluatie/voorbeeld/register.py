"""The sections of evaluatie in the data files of the example municipality."""

from pathlib import Path

from evaluatie.models import Doel, Doeloordeel, Meting, Ontwikkelpunt, Voortgang
from verbanden.voorbeeld.secties import Sectie, registreer

registreer(
    Path(__file__).parent / "gegevens",
    doelen=Sectie(Doel),
    metingen=Sectie(Meting),
    doeloordelen=Sectie(Doeloordeel),
    voortgangen=Sectie(Voortgang),
    ontwikkelpunten=Sectie(Ontwikkelpunt),
)
