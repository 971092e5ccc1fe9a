"""Functie 2 and 2a: what the register adds to the portal."""

from django.apps import apps

from samenwerkingswijzer.functies import Blok, Deel, Functie, Leegte, MenuPunt, register
from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.rechten import Recht, Rol
from verbanden import onderdelen
from verbanden.bewijs import bewijzen, verbandnamen
from verbanden.dashboard import belangrijkheid, kenmerken, regime, resultaten, signalen
from verbanden.dashboard.lezing import Lezing
from verbanden.signalering.vinden import VINDER
from verbanden.views import start
from verbanden.zoeken import BESTANDEN, DOCUMENTEN, VERBANDEN

GEVOLGD = [model for model in apps.get_app_config("verbanden").get_models() if issubclass(model, Gevolgd)]
STARTPAGINAS = {Rol.ACCOUNTHOUDER: start.accounthouder, Rol.GRIFFIE: start.griffie}


def _plekken() -> dict[str, str]:
    """Where guidance may stand: beside every section of the edit screens, and on the pages of the list."""
    secties = {f"bewerken.{deel.sleutel}": f"Bewerken: {deel.titel.lower()}" for deel in onderdelen.alle()}
    return secties | {
        "lijst.poort": "Lijst: wat de wet nog mist",
        "start.accounthouder": "Startpagina van de accounthouder",
        "start.griffie": "Startpagina van de griffie",
    }


def _aan_zet(lezing: Lezing) -> str:
    return lezing.aan_zet


register.registreer(
    Functie(
        sleutel="verbanden",
        naam="Verbanden",
        menu=(
            MenuPunt("Start", "start", 10, rollen=frozenset(STARTPAGINAS)),
            MenuPunt("Overzicht", "verbanden:overzicht", 20),
            MenuPunt("Lijst", "verbanden:lijsten", 50),
            MenuPunt("Register", "verbanden:voorstellen", 80, Recht.VOORSTEL_BEOORDELEN),
            MenuPunt("Beheer", "admin:index", 90, Recht.BEHEREN),
        ),
        startpaginas=STARTPAGINAS,
        signalen=VINDER,
        plekken=_plekken,
        bewijzen=bewijzen,
        verbandnamen=verbandnamen,
        zoekbronnen=(VERBANDEN, DOCUMENTEN, BESTANDEN),
        modellen=(*GEVOLGD, Gemeente, Gebruiker),
        delen=(
            Deel(Blok.KENMERKEN, "kern", "verbanden/delen/feiten.html", kenmerken.kern),
            Deel(Blok.KENMERKEN, "meer", "verbanden/delen/kenmerken_meer.html", kenmerken.meer, meer=True, print=False),
            Deel(Blok.REGIME, "kern", "verbanden/delen/regime.html", regime.kern),
            Deel(Blok.REGIME, "meer", "verbanden/delen/regime_meer.html", regime.meer, meer=True, print=False),
            Deel(Blok.BELANGRIJKHEID, "kern", "verbanden/delen/feiten.html", belangrijkheid.kern),
            Deel(
                Blok.BELANGRIJKHEID,
                "meer",
                "verbanden/delen/belangrijkheid_meer.html",
                belangrijkheid.meer,
                meer=True,
                print=False,
            ),
            Deel(Blok.RESULTATEN, "risicos", "verbanden/delen/risicos.html", resultaten.risicos, volgorde=200),
            Deel(
                Blok.RESULTATEN, "meer", "verbanden/delen/resultaten_meer.html", resultaten.meer, meer=True, print=False
            ),
            Deel(
                Blok.PROCES,
                "signalen",
                "verbanden/delen/signalen_meer.html",
                signalen.meer,
                volgorde=300,
                meer=True,
                print=False,
            ),
        ),
        leegten=(
            Leegte(
                Blok.BELANGRIJKHEID, "Raad en college hebben nog geen klasse bepaald.", lambda _: "Aan zet: griffie."
            ),
            Leegte(Blok.RESULTATEN, "Nog geen resultaten of risico's ingevuld.", _aan_zet),
        ),
    )
)
