from samenwerkingswijzer.models.bestand import Bestand
from samenwerkingswijzer.models.drukte import Drukte
from samenwerkingswijzer.models.gebeurtenis import Gebeurtenis
from samenwerkingswijzer.models.gebruiker import Gebruiker, namen
from samenwerkingswijzer.models.gemeente import Gemeente
from samenwerkingswijzer.models.weekbericht import Meldingkeuze, Weekbericht
from samenwerkingswijzer.models.zoekindex import Zoekregel, Zoekstand, Zoekvermelding, Zoekwoord

__all__ = [
    "Bestand",
    "Drukte",
    "Gebeurtenis",
    "Gebruiker",
    "Gemeente",
    "Meldingkeuze",
    "Weekbericht",
    "Zoekregel",
    "Zoekstand",
    "Zoekvermelding",
    "Zoekwoord",
    "namen",
]
