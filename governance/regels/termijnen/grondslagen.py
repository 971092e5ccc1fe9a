"""The law of deadlines as rows, in our own words: all of them, and what is not modelled.

Sources, besides those of `rijen_begroting`: the text of Wgr art. 1 as of 1 July 2022 and as of 2004; Gemeentewet
art. 160 as of 2018; Algemene termijnenwet art. 1 and 3 as quoted on public pages, art. 4 in other words. Gemeentewet
art. 169, 191 and 200 and Wgr art. 51 were not read.
"""

from __future__ import annotations

from governance.regels.termijnen.grondslag import (
    EERSTE_DAG,
    Grondslag,
    Hoofdstuk,
    Verlenging,
    Versie,
    wetboek,
    wgr_rijen,
)
from governance.regels.termijnen.rijen_begroting import BEGROTING, GRENS_OPEN, JAARREKENING, VASTE_DAG_OPEN
from governance.regels.termijnen.tijd import LANGSTE_VERLENGDE_TERMIJN, Termijn, VoorDag, Weken, ZonderTermijn
from governance.regels.wgr import GELDIG_VANAF

GEMEENTEWET, GEMEENTEWET_BWB = "Gemeentewet", "BWBR0005416"
ALLEEN_I = ("V", "O")
TWEE_WEKEN_OPEN = "Een termijn na het vaststellen, die de wet ook kan noemen. " + GRENS_OPEN

REGELING: tuple[Grondslag, ...] = (
    *wgr_rijen(
        "ontwerp_regeling",
        "Het college stuurt het ontwerp van de regeling naar de raad, ook bij wijzigen, toetreden en uittreden.",
        "Hoe lang het college daarover mag doen: de wet noemt geen termijn.",
        Verlenging.GEEN_TERMIJN,
        Versie(GELDIG_VANAF, ZonderTermijn(), ("art. 1 lid 2 en 5", "art. 51"), ALLEEN_I),
    ),
    *wgr_rijen(
        "zienswijze_regeling",
        "De raad kan binnen zoveel weken na ontvangst een zienswijze geven op het ontwerp van de regeling.",
        "Dat de raad het zo snel mogelijk zegt als hij geen zienswijze geeft.",
        Verlenging.JA,
        Versie(GELDIG_VANAF, Weken(8), ("art. 1 lid 3 en 5", "art. 51"), ALLEEN_I),
    ),
    *wgr_rijen(
        "toestemming_regeling",
        "Het college besluit pas na toestemming van de raad. Weigeren mag alleen om het recht of het algemeen belang.",
        "Hoe lang de raad over de toestemming mag doen: de wet noemt geen termijn.",
        Verlenging.GEEN_TERMIJN,
        Versie(EERSTE_DAG, ZonderTermijn(), ("art. 1 lid 2 en 3", "art. 51"), ALLEEN_I),
        Versie(GELDIG_VANAF, ZonderTermijn(), ("art. 1 lid 4 en 5", "art. 51"), ALLEEN_I),
    ),
)


def _gemeentewet(sleutel: str, artikel: str, termijn: Termijn, zeker: str, regel: str, open_: str) -> Grondslag:
    """A row of the Gemeentewet, which knows no chapters here."""
    verlenging = Verlenging.VASTE_DAG if isinstance(termijn, VoorDag) else Verlenging.GEEN_TERMIJN
    wie = (sleutel, Hoofdstuk.GEEN, GEMEENTEWET, GEMEENTEWET_BWB, artikel)
    return Grondslag(*wie, regel, termijn, verlenging, zeker, open_)


PRIVAAT: tuple[Grondslag, ...] = (
    _gemeentewet(
        "wensen_en_bedenkingen",
        "art. 160 lid 2",
        ZonderTermijn(),
        "V",
        "Het college richt pas iets op of doet pas mee als de raad het ontwerpbesluit had en iets kon laten weten.",
        "Hoe lang de raad de tijd krijgt: de wet noemt geen termijn. Een reglement van de raad kan dat wel doen.",
    ),
    _gemeentewet(
        "vooraf_inlichten",
        "art. 169 lid 4",
        ZonderTermijn(),
        "O",
        "Vraagt de raad erom, of zijn de gevolgen ingrijpend, dan hoort de raad het voordat het college besluit.",
        "Wanneer gevolgen ingrijpend zijn. Hoe lang de raad de tijd krijgt: de wet noemt geen termijn.",
    ),
)
GEMEENTE: tuple[Grondslag, ...] = (
    _gemeentewet(
        "gemeente_begroting",
        "art. 191 lid 2",
        VoorDag(15, 11, -1),
        "O",
        "De begroting van de gemeente gaat vóór deze dag naar gedeputeerde staten.",
        TWEE_WEKEN_OPEN,
    ),
    _gemeentewet(
        "gemeente_jaarstukken",
        "art. 200",
        VoorDag(15, 7, 1),
        "O",
        "De jaarstukken van de gemeente gaan vóór deze dag naar gedeputeerde staten.",
        TWEE_WEKEN_OPEN,
    ),
)


def _termijnenwet(sleutel: str, artikel: str, termijn: Termijn, regel: str, open_: str) -> Grondslag:
    """A row of the Algemene termijnenwet, read in another text than the law itself."""
    wie = (sleutel, Hoofdstuk.GEEN, "Algemene termijnenwet", "BWBR0002448", artikel)
    return Grondslag(*wie, regel, termijn, Verlenging.GEEN_TERMIJN, "V", open_)


TERMIJNENWET: tuple[Grondslag, ...] = (
    _termijnenwet(
        "verlengen",
        "art. 1 lid 1",
        ZonderTermijn(),
        "Een termijn die op zaterdag, zondag of een feestdag eindigt, loopt door tot de eerstvolgende werkdag.",
        "Art. 2: elke termijn van een week of langer telt al genoeg werkdagen.",
    ),
    _termijnenwet(
        "terugrekenen",
        "art. 1 lid 2",
        ZonderTermijn(),
        "Een termijn die wordt teruggerekend, verschuift niet.",
        VASTE_DAG_OPEN,
    ),
    _termijnenwet(
        "feestdagen",
        "art. 3",
        ZonderTermijn(),
        "De feestdagen van de wet, met Goede Vrijdag erbij.",
        "Lid 3: dagen die bij besluit gelijkstaan. Die geeft u zelf op.",
    ),
    _termijnenwet(
        "langste_termijn",
        "art. 4",
        Weken(LANGSTE_VERLENGDE_TERMIJN),
        "Een termijn van meer dan zoveel weken wordt niet verlengd.",
        "Termijnen in uren, dagen, maanden en jaren: die komen hier niet voor.",
    ),
)
GRONDSLAGEN: tuple[Grondslag, ...] = (*BEGROTING, *JAARREKENING, *REGELING, *PRIVAAT, *GEMEENTE, *TERMIJNENWET)
WETBOEK = wetboek(GRONDSLAGEN)

NIET_GEMODELLEERD: tuple[str, ...] = (
    "De Wgr van vóór 1 januari 2015.",
    "Regelingen met een waterschap of een ander hoofdstuk dan I en IV van de Wgr.",
    "Wat een regeling zelf anders of ruimer regelt, zoals zienswijzen op andere besluiten en opzegtermijnen.",
    "Een zienswijze van de raad bij de toezichthouder, nadat de begroting is vastgesteld.",
    "Het inzenden van een begrotingswijziging aan de toezichthouder.",
    "Bekendmaken, inschrijven en in werking treden van een regeling, en goedkeuring of aanwijzing.",
    "Termijnen van het Burgerlijk Wetboek voor de jaarrekening en de vergadering van een vennootschap of vereniging.",
    "Dagen die bij besluit met een feestdag zijn gelijkgesteld: die geeft u zelf op.",
)
