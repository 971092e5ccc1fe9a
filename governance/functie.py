"""Functie 1: what governance adds to the portal: moments of raad and college, our say, and the Wgr-check."""

from governance.agenda import lezen
from governance.bewijs import bewijzen
from governance.dashboard import belangrijkheid, proces, reageren, regime, wgr, zienswijzen
from governance.handelingen import momenten
from governance.instrumenten import laad_eigen_invulling
from governance.models import (
    Afweging,
    Antwoord,
    Raadsvraag,
    Regimekeuze,
    Regimepunt,
    Sessie,
    Sessieverband,
    Wgrpunt,
    Zeggenschapsuitleg,
    Zienswijze,
    Zienswijzepunt,
)
from governance.openbaar import openbare_momenten
from governance.signalering import VINDER
from governance.views import raadsvragen, sessies, start, zeggenschap
from governance.views import regime as regimepagina
from governance.views import wgr as wgrpagina
from governance.zoeken import BRONNEN
from samenwerkingswijzer.functies import Actie, Blok, Deel, Functie, Herkomst, Leegte, MenuPunt, register
from samenwerkingswijzer.rechten import Recht, Rol

PLEKKEN = {
    "afweging": "Afweging: bij elke vraag",
    "relevantie": "Handreiking politieke relevantie",
    "scoren": "Sessie over belangrijkheid: scoren",
    "zienswijze": "Zienswijze: bij elke stap",
    "raadsvraag": "Vraag aan het college",
    "zeggenschap": "Zeggenschap in een verband",
    "samenspel": "Samenspel met partners",
    "wgr": "Wgr-check van de regelingen",
    "sessie": "Sessie over belangrijkheid: voorbereiden",
    "mandaat": "Moment toetsen aan het mandaat",
    "start.college": "Startpagina van een collegelid",
}

register.registreer(
    Functie(
        sleutel="governance",
        naam="Governance",
        menu=(
            MenuPunt("Start", "start", 10, rollen=frozenset({Rol.COLLEGE})),
            MenuPunt("Agenda", "governance:agenda", 25),
            MenuPunt("Belangrijkheid", "governance:sessies", 40),
            MenuPunt("Zienswijzen", "governance:zienswijzen", 50),
            MenuPunt("Kaders", "governance:zeggenschap", 60),
        ),
        inrichten=laad_eigen_invulling,
        plekken=lambda: PLEKKEN,
        bewijzen=bewijzen,
        zoekbronnen=BRONNEN,
        delen=(
            Deel(
                Blok.REGIME,
                "regime_meer",
                "governance/delen/regime_meer.html",
                regime.meer,
                volgorde=200,
                meer=True,
                print=False,
            ),
            Deel(Blok.REGIME, "regime", "governance/delen/regime.html", regime.kern, volgorde=150),
            Deel(Blok.REGIME, "wgr", "governance/delen/wgr.html", wgr.meer, volgorde=150, meer=True, print=False),
            Deel(
                Blok.BELANGRIJKHEID,
                "sessie",
                "governance/delen/besluitenlijst_link.html",
                belangrijkheid.naar_sessie,
                volgorde=150,
                print=False,
            ),
            Deel(
                Blok.BELANGRIJKHEID,
                "relevantie",
                "governance/delen/relevantie_link.html",
                belangrijkheid.naar_handreiking,
                volgorde=200,
                meer=True,
                print=False,
            ),
            Deel(Blok.PROCES, "tijdlijn", "governance/delen/tijdlijn.html", proces.kern),
            Deel(
                Blok.PROCES,
                "reageren",
                "governance/delen/reageren.html",
                reageren.kern,
                volgorde=120,
                print=False,
            ),
            Deel(
                Blok.PROCES,
                "zienswijzen",
                "governance/delen/zienswijzen.html",
                zienswijzen.kern,
                volgorde=150,
                print=False,
            ),
            Deel(Blok.PROCES, "meer", "governance/delen/momenten_meer.html", proces.meer, meer=True, print=False),
        ),
        leegten=(Leegte(Blok.PROCES, "Er zijn nog geen momenten gepland.", proces.aan_zet),),
        modellen=(
            Afweging,
            Antwoord,
            *lezen.MODELLEN,
            Raadsvraag,
            Regimekeuze,
            Regimepunt,
            Sessie,
            Sessieverband,
            Wgrpunt,
            Zeggenschapsuitleg,
            Zienswijze,
            Zienswijzepunt,
        ),
        acties=(Actie("Stel een vraag", "governance:raadsvraag_nieuw", Recht.RAADSVRAAG_STELLEN),),
        momenten=lezen.tijdlijn,
        openbare_momenten=openbare_momenten,
        signalen=VINDER,
        agendeer=momenten.agendeer,
        startpaginas={Rol.COLLEGE: start.college},
        herkomsten=(
            Herkomst(regimepagina.HERKOMST, "Advies tegenover werkelijkheid", "governance:regime_verband"),
            Herkomst(wgrpagina.HERKOMST, "Wgr-check", "governance:wgr_verband"),
            Herkomst(zeggenschap.HERKOMST, "Zeggenschap", "governance:zeggenschap_verband"),
            Herkomst(sessies.HERKOMST, "Sessie over belangrijkheid", "governance:sessie", op_nummer=True),
            Herkomst(raadsvragen.HERKOMST, "Raadsvraag", "governance:raadsvraag", op_nummer=True),
        ),
    )
)
