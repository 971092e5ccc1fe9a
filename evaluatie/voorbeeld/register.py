"""The sections of evaluatie in the data files of the example municipality."""

from pathlib import Path

from evaluatie.models import Ontwikkelpunt
from verbanden.voorbeeld.secties import Sectie, registreer

registreer(Path(__file__).parent / "gegevens", ontwikkelpunten=Sectie(Ontwikkelpunt))
