"""Functie 3: what evaluatie adds to the portal: goals and progress, evaluations, and the ontwikkelagenda."""

from typing import Any

from evaluatie.agenda import BRON
from evaluatie.bewijs import bewijzen
from evaluatie.dashboard import evaluatie as evaluatiedeel
from evaluatie.dashboard import ontwikkelagenda, resultaten
from evaluatie.evaluaties.bundel import HERKOMST
from evaluatie.handelingen.ontwikkelagenda import richt_in
from evaluatie.models import Doel, Doeloordeel, Evaluatie, Evaluatiestap, Meting, Ontwikkelpunt, Voortgang
from evaluatie.ontwikkelagenda import bekend
from evaluatie.signalering import VINDER
from evaluatie.zoeken import BRONNEN
from governance.agenda import bronnen
from samenwerkingswijzer.functies import Blok, Deel, Functie, Herkomst, Leegte, MenuPunt, Opvolging, register


def _aan_zet(lezing: Any) -> str:
    return str(lezing.aan_zet)


bronnen.registreer(BRON)
register.registreer(
    Functie(
        sleutel="evaluatie",
        naam="Evaluatie en monitoring",
        menu=(MenuPunt("Evaluatie", "evaluatie:voortgangen", 65),),
        delen=(
            Deel(Blok.RESULTATEN, "doelen", "evaluatie/delen/doelen_kern.html", resultaten.kern, volgorde=100),
            Deel(
                Blok.RESULTATEN,
                "doelen_meer",
                "evaluatie/delen/doelen_meer.html",
                resultaten.meer,
                volgorde=50,
                meer=True,
                print=False,
            ),
            Deel(
                Blok.EVALUATIE,
                "evaluatie",
                "evaluatie/delen/evaluatie_kern.html",
                evaluatiedeel.kern,
                volgorde=100,
            ),
            Deel(
                Blok.EVALUATIE,
                "ontwikkelagenda",
                "evaluatie/delen/ontwikkelagenda.html",
                ontwikkelagenda.kern,
                volgorde=200,
            ),
        ),
        leegten=(Leegte(Blok.EVALUATIE, "Nog niet geëvalueerd en geen ontwikkelagenda.", _aan_zet),),
        modellen=(Ontwikkelpunt, Doel, Meting, Doeloordeel, Voortgang, Evaluatie, Evaluatiestap),
        signalen=VINDER,
        inrichten=richt_in,
        herkomsten=(
            Herkomst("doelen", "Doelen", "evaluatie:doelen"),
            Herkomst(HERKOMST, "Evaluatie", "evaluatie:evaluaties_verband"),
        ),
        plekken=lambda: {
            "ontwikkelagenda": "Ontwikkelagenda van een verband",
            "doelen": "Doelen van een verband",
            "evaluatie": "Evaluatie: bij elke stap",
        },
        bewijzen=bewijzen,
        zoekbronnen=BRONNEN,
        opvolging=Opvolging("evaluatie:ontwikkelagenda", bekend),
    )
)
