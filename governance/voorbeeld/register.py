"""The sections of governance in the data files of the example municipality."""

from pathlib import Path

from governance.models import Moment, Wgrpunt
from verbanden.voorbeeld.secties import Sectie, registreer

registreer(Path(__file__).parent / "gegevens", momenten=Sectie(Moment), wgrpunten=Sectie(Wgrpunt))
