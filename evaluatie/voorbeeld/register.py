"""The sections of evaluatie in the data files of the example municipality."""

from pathlib import Path

from evaluatie.models import Doel, Doeloordeel, Evaluatie, Meting, Ontwikkelpunt, Voortgang
from evaluatie.voorbeeld.evaluaties import houd, ronde
from verbanden.voorbeeld.secties import Sectie, registreer

registreer(
    Path(__file__).parent / "gegevens",
    doelen=Sectie(Doel),
    metingen=Sectie(Meting),
    doeloordelen=Sectie(Doeloordeel),
    voortgangen=Sectie(Voortgang),
    ontwikkelpunten=Sectie(Ontwikkelpunt),
    evaluatierondes=Sectie(Evaluatie, doe=ronde),
    evaluaties=Sectie(Evaluatie, doe=houd),
)
