"""The sections of governance in the data files of the example municipality."""

from pathlib import Path

from governance.models import (
    Afweging,
    Afwegingsoordeel,
    Antwoord,
    Instrumentversie,
    Moment,
    Partijaandeel,
    Raadsvergadering,
    Reces,
    Regimekeuze,
    Regimepunt,
    Relevantie,
    Sessie,
    Sessiedeelnemer,
    Sessieverband,
    Spelerspunt,
    Standpunt,
    Stapmoment,
    Stukkenronde,
    Wgrpunt,
    Zeggenschapsuitleg,
)
from governance.voorbeeld.afwegingen import instrument, lees_antwoorden
from verbanden.voorbeeld.secties import Sectie, registreer

registreer(
    Path(__file__).parent / "gegevens",
    momenten=Sectie(Moment),
    vergaderingen=Sectie(Raadsvergadering),
    recessen=Sectie(Reces),
    stukkenrondes=Sectie(Stukkenronde),
    stapmomenten=Sectie(Stapmoment),
    wgrpunten=Sectie(Wgrpunt),
    instrumenten=Sectie(Instrumentversie, maak=instrument),
    afwegingen=Sectie(Afweging),
    antwoorden=Sectie(Antwoord, lees=lees_antwoorden),
    afwegingsoordelen=Sectie(Afwegingsoordeel),
    zeggenschapsuitleg=Sectie(Zeggenschapsuitleg),
    regimekeuzes=Sectie(Regimekeuze),
    regimepunten=Sectie(Regimepunt),
    standpunten=Sectie(Standpunt),
    aandelen=Sectie(Partijaandeel),
    zelfcheck=Sectie(Spelerspunt),
    handreikingen=Sectie(Relevantie),
    sessies=Sectie(Sessie),
    sessiedeelnemers=Sectie(Sessiedeelnemer),
    sessieverbanden=Sectie(Sessieverband),
)
