from samenwerkingswijzer.models.gebeurtenis import Gebeurtenis
from samenwerkingswijzer.models.gebruiker import Gebruiker, namen
from samenwerkingswijzer.models.gemeente import Gemeente
from samenwerkingswijzer.models.weekbericht import Meldingkeuze, Weekbericht

__all__ = ["Gebeurtenis", "Gebruiker", "Gemeente", "Meldingkeuze", "Weekbericht", "namen"]
