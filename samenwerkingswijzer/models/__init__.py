from samenwerkingswijzer.models.gebeurtenis import Gebeurtenis
from samenwerkingswijzer.models.gebruiker import Gebruiker, namen
from samenwerkingswijzer.models.gemeente import Gemeente

__all__ = ["Gebeurtenis", "Gebruiker", "Gemeente", "namen"]
