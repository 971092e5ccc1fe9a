from verbanden.models.accounthouder import Accounthouderschap, Teamlid
from verbanden.models.belangwijziging import Belangwijziging
from verbanden.models.document import Document
from verbanden.models.editie import VOLGENDE_STATUSSEN, Editie, Opvraging, VastgesteldeLijst
from verbanden.models.jaarcijfer import Jaarcijfer, Post, Stadium
from verbanden.models.keuzes import (
    Aard,
    Belangkeuze,
    Bevoegdheid,
    Klasse,
    Levensfase,
    Motief,
    Oordeel,
    Orgaan,
    Reden,
    Trend,
    Vorm,
    WgrHoofdstuk,
)
from verbanden.models.organisatie import Deelname, Organisatie
from verbanden.models.programma import Portefeuille, Programma, Programmadeel
from verbanden.models.risico import Risico
from verbanden.models.signaal import Signaalafhandeling, Signaaldrempel
from verbanden.models.stand import Belangrijkheid, StandVanZaken
from verbanden.models.verband import Samenwerkingsverband
from verbanden.models.verwijzing import Regelingversie, Samenhang, Verwijzing
from verbanden.models.voorstel import Voorstel
from verbanden.models.zeggenschap import Bestuursorgaan, Vertegenwoordiging, Zeggenschap

__all__ = [
    "VOLGENDE_STATUSSEN",
    "Aard",
    "Accounthouderschap",
    "Belangkeuze",
    "Belangrijkheid",
    "Belangwijziging",
    "Bestuursorgaan",
    "Bevoegdheid",
    "Deelname",
    "Document",
    "Editie",
    "Jaarcijfer",
    "Klasse",
    "Levensfase",
    "Motief",
    "Oordeel",
    "Opvraging",
    "Orgaan",
    "Organisatie",
    "Portefeuille",
    "Post",
    "Programma",
    "Programmadeel",
    "Reden",
    "Regelingversie",
    "Risico",
    "Samenhang",
    "Samenwerkingsverband",
    "Signaalafhandeling",
    "Signaaldrempel",
    "Stadium",
    "StandVanZaken",
    "Teamlid",
    "Trend",
    "VastgesteldeLijst",
    "Vertegenwoordiging",
    "Verwijzing",
    "Voorstel",
    "Vorm",
    "WgrHoofdstuk",
    "Zeggenschap",
]
