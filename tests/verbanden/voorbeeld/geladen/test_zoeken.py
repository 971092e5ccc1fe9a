"""How good the search page is: questions that people ask, with what must stand at the top, on the example municipality.

The mean reciprocal rank (1 for the first place, 1/2 for the second, 0 when it is not on the first sheet) is measured
over all questions together. Change the weights in `samenwerkingswijzer.zoeken.gewicht` and see what it does.
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from samenwerkingswijzer.functies import register
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.zoeken.index import herbouw
from samenwerkingswijzer.zoeken.vraag import zoek
from tests.fabriek import maak_gebruiker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("geladen")]
ONDERGRENS = 0.85

MRDH = "/verbanden/metropoolregio-rotterdam-den-haag/"
VRR = "/verbanden/veiligheidsregio-rotterdam-rijnmond/"
STROOM = "/verbanden/stroomopwaarts-mvs/"
UITTREDEN = "/kennisbank/uittreding/"
# What is typed, and what must come first (or one of them): an address, or a title where the address holds a number.
VRAGEN: list[tuple[str, tuple[str, ...]]] = [
    # names, abbreviations, parts of names
    ("MRDH", (MRDH,)),
    ("metropoolregio", (MRDH,)),
    ("vrr", (VRR,)),
    ("dcmr", ("/verbanden/dcmr-milieudienst-rijnmond/",)),
    ("milieudienst", ("/verbanden/dcmr-milieudienst-rijnmond/",)),
    ("ggd", ("/verbanden/ggd-rotterdam-rijnmond/",)),
    ("Stroomopwaarts MVS", (STROOM,)),
    ("jeugdhulp", ("/verbanden/jeugdhulp-rijnmond/",)),
    ("archief", ("/verbanden/archiefbeheer-maassluis/",)),
    ("afval", ("/verbanden/afvalbedrijf-voorbeeld-bv/",)),
    ("klachten", ("/verbanden/klachtencommissie-voorbeeldstreek/",)),
    ("toerisme", ("/verbanden/vereniging-voorbeeldtoerisme/",)),
    ("brandweer", (VRR, f"{VRR}doelen/")),
    ("vlaardingen", ("Gemeente Vlaardingen",)),
    ("gemeente schiedam", ("Gemeente Schiedam",)),
    # typing errors
    ("mrhd", (MRDH,)),
    ("stroomopwarts", (STROOM,)),
    ("veiligheidregio", (VRR,)),
    ("uitreding", ("/kennisbank/begrip-uittreding/", UITTREDEN)),
    ("gemeenschapelijke regeling", ("/kennisbank/begrip-gemeenschappelijke-regeling/",)),
    ("solvabilitiet", ("/kennisbank/begrip-solvabiliteit/",)),
    ("zienwijze", ("/kennisbank/begrip-zienswijze/", "/kennisbank/zienswijze/")),
    # other forms, accents, compounds
    ("cooperatie", ("/kennisbank/begrip-cooperatie/", "/verbanden/cooperatie-voorbeeldwarmte-ua/")),
    ("uittreden", (UITTREDEN, "/kennisbank/begrip-uittreding/")),
    ("uittreedsommen", ("/kennisbank/begrip-uittreedsom/",)),
    ("rapporteurs", ("/kennisbank/begrip-raadsrapporteur/", "/kennisbank/voorbeeld-raadsrapporteurs/")),
    ("ladder", ("/kennisbank/begrip-prestatieladder/",)),
    ("verbonden partijen", ("/kennisbank/begrip-lijst-verbonden-partijen/", "/kennisbank/begrip-verbonden-partij/")),
    # questions
    ("wat kost stroomopwaarts ons", (STROOM,)),
    ("wanneer kunnen wij nog reageren op de begroting van de MRDH", (f"{MRDH}agenda/",)),
    ("waarom is de VRR van de raad", (VRR,)),
    ("wat leerden wij van een uittreding", ("/kennisbank/voorbeeld-uitstappen/",)),
    ("hoeveel stemmen hebben wij", ("/kennisbank/evenredige-zeggenschap/", "/zeggenschap/")),
    ("wat mag het college zelf", ("/kennisbank/mandaat/",)),
    ("wat is een verbonden partij", ("/kennisbank/raadslid-2-wat-is-een-verbonden-partij/",)),
    ("zelf doen of samenwerken", ("/kennisbank/zelf-doen-of-samenwerken/",)),
    ("hoe draag ik een verband over", ("/kennisbank/les-10-draag-over/",)),
    # subjects
    ("begroting 2027 mrdh", (f"{MRDH}agenda/",)),
    ("jaarrekening vrr 2026", (f"{VRR}agenda/",)),
    ("zienswijze begroting stroomopwaarts", ("Zienswijze op de begroting 2027: Stroomopwaarts MVS",)),
    ("evaluatie rogplus 2025", ("Evaluatie 2025: Rogplus",)),
    ("wachttijd jeugdhulp", ("/verbanden/jeugdhulp-rijnmond/doelen/",)),
    ("brandweer op tijd", (f"{VRR}doelen/",)),
    ("haven overleg", ("Overleg over de haven", "/verbanden/gebiedsfonds-voorbeeldhaven/")),
    ("weerstandsvermogen", ("/kennisbank/begrip-weerstandsvermogen/",)),
    ("evenredige zeggenschap", ("/kennisbank/begrip-evenredige-zeggenschap/", "/kennisbank/evenredige-zeggenschap/")),
    ("lijst verbonden partijen", ("/kennisbank/begrip-lijst-verbonden-partijen/", "/kennisbank/bbv-lijst/")),
    ("wgr termijnen", ("/kennisbank/wgr-kalender/",)),
    ("gemeentewet", ("/kennisbank/gemeentewet/",)),
    ("ontwikkelagenda", ("/kennisbank/begrip-ontwikkelagenda/", "/kennisbank/ontwikkelagenda/")),
    ("mandaat college", ("/kennisbank/begrip-ruimte-en-mandaat/", "/kennisbank/mandaat/")),
]


@pytest.fixture
def lezer() -> Gebruiker:
    for _ in register.inrichten(timezone.now()):
        pass
    herbouw()
    return maak_gebruiker(Rol.RAADSLID)


def plaats(vraag: str, goed: tuple[str, ...], lezer: Gebruiker) -> float:
    """One divided by the place of the first right answer; 0 when there is none on the first sheet."""
    regels = [treffer.regel for treffer in zoek(vraag, gebruiker=lezer).treffers]
    return max((1 / nr for nr, regel in enumerate(regels, start=1) if {regel.url, regel.titel} & set(goed)), default=0)


def test_what_people_look_for_comes_first(lezer: Gebruiker) -> None:
    assert len(VRAGEN) >= 40
    plaatsen = {vraag: plaats(vraag, goed, lezer) for vraag, goed in VRAGEN}
    gemiddeld = sum(plaatsen.values()) / len(plaatsen)
    lager = {vraag: round(waarde, 2) for vraag, waarde in plaatsen.items() if waarde < 1}
    assert gemiddeld >= ONDERGRENS, f"{gemiddeld:.3f}: {lager}"
    assert [vraag for vraag, waarde in plaatsen.items() if not waarde] == []
