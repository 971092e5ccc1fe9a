"""Budget and accounts in the Wgr, art. 34, 34b and 35, and their twins in chapter IV, art. 58, 58b and 59.

Sources: those of docs/wetgeving.md, among which the text of art. 58 as of 1 July 2022, and a comparison of the terms
before and after that day in a professional journal (gemeente.nu, 2022) with the old days and terms of art. 34, 34b and
35. Of chapter IV only art. 58 was read: its other rows follow chapter I article by article and are marked O.
"""

from __future__ import annotations

from governance.regels.termijnen.grondslag import EERSTE_DAG, Grondslag, Verlenging, Versie, wgr_rijen
from governance.regels.termijnen.tijd import InJaar, VoorDag, Weken, ZonderTermijn
from governance.regels.wgr import GELDIG_VANAF

VASTE_DAG_OPEN = "Of de Algemene termijnenwet een vaste dag verschuift: wij rekenen met de dag zelf."
GRENS_OPEN = "Of de genoemde dag zelf nog op tijd is: wij rekenen met de dag ervoor. " + VASTE_DAG_OPEN
WEKEN_OPEN = "Of het overgangsrecht van 2022 iets anders zegt: wij volgen de wet van de dag waarop het ontwerp komt."
ALLEEN_I, BEIDE, OUD, GEEN = ("V", "O"), ("V", "V"), ("V", "O"), ("O", "O")
KADERS = ("art. 34b", "art. 58b")
TOEZENDEN = ("art. 35 lid 1", "art. 59 lid 1")
ZIENSWIJZE = ("art. 35 lid 3", "art. 59 lid 3")
WIJZIGING = ("art. 35 lid 5", "art. 59 lid 5")
TOEZICHT = ("art. 34 lid 2", "art. 58 lid 2")
REKENING = ("art. 34 lid 4", "art. 58 lid 4")

BEGROTING: tuple[Grondslag, ...] = (
    *wgr_rijen(
        "kaders",
        "De algemene kaders voor geld en beleid gaan vóór deze dag naar de raden.",
        GRENS_OPEN,
        Verlenging.VASTE_DAG,
        Versie(EERSTE_DAG, VoorDag(15, 4, -1), KADERS, OUD),
        Versie(GELDIG_VANAF, VoorDag(30, 4, -1), KADERS, ALLEEN_I),
    ),
    *wgr_rijen(
        "ontwerp_toezenden",
        "De ontwerpbegroting gaat zoveel weken voor het aanbieden aan het algemeen bestuur naar de raden.",
        "Aanbieden kan eerder zijn dan vergaderen: wij rekenen vanaf de vergadering. " + WEKEN_OPEN,
        Verlenging.TERUGGEREKEND,
        Versie(EERSTE_DAG, Weken(8), TOEZENDEN, OUD),
        Versie(GELDIG_VANAF, Weken(12), TOEZENDEN, ALLEEN_I),
    ),
    *wgr_rijen(
        "zienswijze_begroting",
        "De raad kan binnen zoveel weken na ontvangst een zienswijze geven op de ontwerpbegroting.",
        "Een ruimere termijn in de regeling zelf. " + WEKEN_OPEN,
        Verlenging.JA,
        Versie(EERSTE_DAG, Weken(8), ZIENSWIJZE, OUD),
        Versie(GELDIG_VANAF, Weken(12), ZIENSWIJZE, ALLEEN_I),
    ),
    *wgr_rijen(
        "reactie_zienswijzen",
        "Bij het aanbieden aan het algemeen bestuur antwoordt het bestuur met redenen op de zienswijzen.",
        "In welk lid dit staat, en sinds wanneer het antwoord redenen moet hebben.",
        Verlenging.GEEN_TERMIJN,
        Versie(EERSTE_DAG, ZonderTermijn(), ("art. 35", "art. 59"), ALLEEN_I),
    ),
    *wgr_rijen(
        "begroting_vaststellen",
        "Het algemeen bestuur stelt de begroting vast in het jaar voor het begrotingsjaar.",
        "Het toezicht daarna, zoals goedkeuring vooraf.",
        Verlenging.VASTE_DAG,
        Versie(EERSTE_DAG, InJaar(-1), ("art. 34 lid 1", "art. 58 lid 1"), BEIDE),
    ),
    *wgr_rijen(
        "begroting_toezicht",
        "De begroting gaat in ieder geval vóór deze dag naar de toezichthouder.",
        VASTE_DAG_OPEN,
        Verlenging.VASTE_DAG,
        Versie(EERSTE_DAG, VoorDag(1, 8, -1), TOEZICHT, OUD),
        Versie(GELDIG_VANAF, VoorDag(15, 9, -1), TOEZICHT, BEIDE),
    ),
    *wgr_rijen(
        "begroting_toezicht_weken",
        "De begroting gaat binnen zoveel weken na het vaststellen naar de toezichthouder.",
        "Wat er gebeurt als dat niet lukt.",
        Verlenging.JA,
        Versie(EERSTE_DAG, Weken(2), TOEZICHT, BEIDE),
    ),
    *wgr_rijen(
        "wijziging_toezenden",
        "Een ontwerp van een begrotingswijziging gaat zoveel weken voor het aanbieden naar de raden.",
        "Welke wijzigingen de regeling uitzondert: dat geeft u zelf op. " + WEKEN_OPEN,
        Verlenging.TERUGGEREKEND,
        Versie(EERSTE_DAG, Weken(8), WIJZIGING, GEEN),
        Versie(GELDIG_VANAF, Weken(12), WIJZIGING, GEEN),
    ),
    *wgr_rijen(
        "zienswijze_wijziging",
        "De raad kan binnen zoveel weken na ontvangst een zienswijze geven op een begrotingswijziging.",
        "Welke wijzigingen de regeling uitzondert: dat geeft u zelf op. " + WEKEN_OPEN,
        Verlenging.JA,
        Versie(EERSTE_DAG, Weken(8), WIJZIGING, GEEN),
        Versie(GELDIG_VANAF, Weken(12), WIJZIGING, GEEN),
    ),
)

JAARREKENING: tuple[Grondslag, ...] = (
    *wgr_rijen(
        "voorlopige_jaarrekening",
        "De voorlopige jaarrekening gaat vóór deze dag naar de raden.",
        GRENS_OPEN,
        Verlenging.VASTE_DAG,
        Versie(EERSTE_DAG, VoorDag(15, 4, 1), KADERS, OUD),
        Versie(GELDIG_VANAF, VoorDag(30, 4, 1), KADERS, ALLEEN_I),
    ),
    *wgr_rijen(
        "jaarrekening_vaststellen",
        "Het algemeen bestuur stelt de jaarrekening vast in het jaar erna.",
        "De verklaring van de accountant.",
        Verlenging.VASTE_DAG,
        Versie(EERSTE_DAG, InJaar(1), ("art. 34 lid 3", "art. 58 lid 3"), BEIDE),
    ),
    *wgr_rijen(
        "jaarrekening_toezicht",
        "De jaarrekening gaat in ieder geval vóór deze dag naar de toezichthouder.",
        VASTE_DAG_OPEN,
        Verlenging.VASTE_DAG,
        Versie(EERSTE_DAG, VoorDag(15, 7, 1), REKENING, BEIDE),
    ),
    *wgr_rijen(
        "jaarrekening_toezicht_weken",
        "De jaarrekening gaat binnen zoveel weken na het vaststellen naar de toezichthouder.",
        "Wat er gebeurt als dat niet lukt.",
        Verlenging.JA,
        Versie(EERSTE_DAG, Weken(2), REKENING, BEIDE),
    ),
)
