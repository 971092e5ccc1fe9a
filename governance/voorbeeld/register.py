"""The sections of governance in the data files of the example municipality."""

from pathlib import Path

from governance.models import (
    Afweging,
    Afwegingsoordeel,
    AndereZienswijze,
    Antwoord,
    Instrumentversie,
    Moment,
    Partijaandeel,
    Raadsvergadering,
    Raadsvraag,
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
    Zienswijze,
    Zienswijzepunt,
)
from governance.voorbeeld.afwegingen import instrument, lees_antwoorden
from governance.voorbeeld.gehouden import houd
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
    gehouden_sessies=Sectie(Sessie, doe=houd),
    zienswijzen=Sectie(Zienswijze),
    zienswijzepunten=Sectie(Zienswijzepunt),
    anderezienswijzen=Sectie(AndereZienswijze),
    raadsvragen=Sectie(Raadsvraag),
)
