"""Every page, for who sees it differently, on a desk and on a phone: accessible, quiet and within the window."""

from __future__ import annotations

import re

import psycopg
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Bezoekers, Lezer
from tests.browser.portaal import Portaal
from verbanden import onderdelen

VOL, HALF = "/verbanden/stroomopwaarts-mvs/", "/verbanden/jongerennetwerk-voorbeeld/"
TOEN = "?peildatum=2026-05-01"
SECTIES = [onderdeel for onderdeel in onderdelen.alle() if onderdeel.sleutel != "cijfers"]

OPENBAAR = ["/account/login/", "/account/login/?next=/verbanden/", "/account/password/reset/"]
INWONER = ["/openbaar/", f"/openbaar{VOL}", f"/openbaar{HALF}", "/openbaar/gegevens/", "/openbaar/toegankelijkheid/"]
GELEZEN = {
    "raadslid": [
        "/verbanden/",
        "/verbanden/?zoek=bestaatniet",
        "/verbanden/kosten/",
        "/verbanden/voorstellen/",
        f"/verbanden/{TOEN}",
        VOL,
        f"{VOL}?beeld=totaal",
        HALF,
        f"{HALF}?beeld=totaal",
        VOL + TOEN,
        f"{VOL}geschiedenis/",
        "/peildatum/",
        "/zoeken/",
        "/zoeken/?q=uittreding",
        "/zoeken/?q=bestaatnergens",
        f"/zoeken/{TOEN}&q=begrotig",
        "/zeggenschap/",
        f"/zeggenschap/{TOEN}&band=2,5&tegen=inwoners",
        f"{VOL}zeggenschap/",
        f"{HALF}zeggenschap/",
        "/verbanden/dcmr-milieudienst-rijnmond/zeggenschap/",
        "/partners/",
        f"/partners/{TOEN}&soort=gemeente&tafels=regelingen",
        "/partners/20/",
        "/partners/27/",
        f"/partners/27/{TOEN}&jaar=2025",
        "/partners/samenspel/",
        f"/partners/samenspel/{TOEN}",
        "/verbanden/bestuurlijk-overleg-voorbeeldstreek/samenspel/",
        "/verbanden/inkoopkring-voorbeeld/samenspel/",
        "/verbanden/inkoopkring-voorbeeld/documenten/",
        f"{VOL}samenspel/",
        "/afwegingen/",
        "/afwegingen/9/",
        "/afwegingen/9/vragen/3/",
        "/afwegingen/12/",
        "/verbanden/rogplus/afweging/",
        "/regime/",
        "/belangrijkheid/",
        "/belangrijkheid/1/",
        "/verbanden/inkoopkring-voorbeeld/relevantie/",
        "/verbanden/jongerennetwerk-voorbeeld/regime/",
        "/wgr-check/",
        "/verbanden/klachtencommissie-voorbeeldstreek/wgr-check/",
        f"/wgr-check/{TOEN}",
        "/zienswijzen/",
        f"/zienswijzen/{TOEN}",
        "/zienswijzen/2/",
        "/zienswijzen/3/",
        "/verbanden/klachtencommissie-voorbeeldstreek/zienswijzen/",
        "/verbanden/rogplus/zienswijzen/",
        "/raadsvragen/",
        "/raadsvragen/?stand=over_tijd",
        "/raadsvragen/1/",
        "/raadsvragen/2/",
        "/verbanden/inkoopkring-voorbeeld/raadsvragen/nieuw/",
        "/verbanden/dcmr-milieudienst-rijnmond/raadsvragen/nieuw/",
        "/signalen/?voor=iedereen",
        f"/signalen/{TOEN}",
        "/signalen/drempels/",
        f"{VOL}signalen/",
        "/account/meldingen/",
        "/voortgang/",
        f"/voortgang/{TOEN}",
        "/prestatieladder/",
        f"{VOL}doelen/",
        f"{VOL}doelen/{TOEN}",
        "/verbanden/rogplus/doelen/",
        f"{VOL}voortgang/",
        f"{VOL}voortgang/2025/jaarrekening/",
        "/ontwikkelagenda/",
        f"/ontwikkelagenda/{TOEN}",
        "/ontwikkelagenda/gedaan/2025/",
        "/ontwikkelagenda/gedaan/2024/",
        "/evaluaties/?jaar=2026",
        f"/evaluaties/{TOEN}&jaar=2025",
        "/evaluaties/monitoring/",
        f"/evaluaties/monitoring/{TOEN}",
        "/evaluaties/3/",
        "/evaluaties/bundel/2025/",
        "/evaluaties/bundel/2026/",
        f"{VOL}evaluaties/",
        f"{HALF}evaluaties/",
        "/kennisbank/",
        "/kennisbank/?fase=aangaan&functie=evaluatie",
        "/kennisbank/raadslid-3-wanneer-bent-u-aan-zet/",
        "/kennisbank/wgr-kalender/",
        "/kennisbank/begrip-zienswijze/",
        "/kennisbank/handleiding/",
        "/kennisbank/handleiding/raadslid/",
        "/kennisbank/handleiding/artikel-schrijven/",
        "/kennisbank/begrippen/",
        "/kennisbank/beleidskaders/",
        "/kennisbank/uitgangspunten/",
        "/kennisbank/uitgangspunten/stroomopwaarts-mvs/",
        "/kennisbank/zienswijze/versies/",
        "/kennisbank/zienswijze/versies/1/",
    ],
    "college": [
        "/",
        VOL,
        "/momenten/1/mandaat/",
        "/agenda/momenten/stroomopwaarts-mvs/begroting/2028/1/begroting_vaststellen/mandaat/",
        "/evaluaties/11/oordeel/",
        "/raadsvragen/1/antwoord/",
        "/zienswijzen/4/",
        "/signalen/?eigen=on",
        "/agenda/",
        f"/agenda/{TOEN}&wie=iedereen",
        "/agenda/maand/?maand=2027-06",
        "/agenda/jaar/",
        f"/agenda/jaar/{TOEN}&periode=2026",
        "/agenda/vergaderingen/",
        "/agenda/abonnementen/",
        "/agenda/momenten/jeugdhulp-rijnmond/begrotingswijziging/2026/1/zienswijze_wijziging/",
        f"{VOL}agenda/",
        "/verbanden/archiefbeheer-maassluis/agenda/",
    ],
    "accounthouder": ["/", f"{VOL}bewerken/cijfers/2026/", VOL],
    "griffie": [
        "/ontwikkelagenda/nieuw/",
        "/kennisbank/onderhoud/",
        "/kennisbank/nieuw/",
        "/kennisbank/zienswijze/",
        "/agenda/vergaderingen/",
        "/agenda/kalender/recessen/1/",
        "/agenda/momenten/stroomopwaarts-mvs/begroting/2028/1/kaders/schrijven/",
        "/",
        f"{VOL}bewerken/belangrijkheid/",
        "/lijsten/",
        "/lijsten/begroting/2027/",
        "/belangrijkheid/nieuw/",
        "/evaluaties/9/vaststellen/",
        "/zienswijzen/2/",
        "/zienswijzen/4/",
        "/zienswijzen/2/stap/oordeel/",
        "/zienswijzen/4/stap/raadstekst/",
        "/zienswijzen/4/punten/nieuw/",
        "/zienswijzen/4/andere/nieuw/",
        "/verbanden/rogplus/zienswijzen/nieuw/",
    ],
    "controller": [
        "/evaluaties/",
        "/evaluaties/10/",
        "/evaluaties/10/planning/",
        "/evaluaties/10/gegevens/",
        "/evaluaties/12/opzet/",
        "/evaluaties/9/conclusie/",
        "/evaluaties/9/gesprek/",
        f"{HALF}evaluaties/",
        "/verbanden/inkoopkring-voorbeeld/relevantie/",
        "/verbanden/jongerennetwerk-voorbeeld/regime/",
        "/verbanden/jongerennetwerk-voorbeeld/ontwikkelagenda/",
        "/verbanden/jongerennetwerk-voorbeeld/doelen/",
        "/verbanden/stichting-voorbeeldscholen/voortgang/2027/begroting/",
        "/verbanden/inkoopkring-voorbeeld/voortgang/2027/begroting/",
        "/verbanden/jongerennetwerk-voorbeeld/bewerken/regime/",
        "/afwegingen/5/",
        "/afwegingen/5/standpunt/",
        "/afwegingen/5/vragen/",
        "/afwegingen/5/vragen/3/",
        "/verbanden/inkoopkring-voorbeeld/afweging/",
        "/lijsten/jaarstukken/2026/",
        "/verbanden/nieuw/",
        f"{VOL}fase/",
        f"{VOL}accounthouder/",
    ],
    "beheerder": [
        "/verbanden/",
        "/wgr-check/",
        "/signalen/drempels/",
        "/instrumenten/",
        "/instrumenten/1/",
        "/instrumenten/2/",
        "/instrumenten/3/",
        "/instrumenten/4/",
        "/instrumenten/5/",
    ],
}
GEWEIGERD = [
    ("/bestaat-niet/", 404),
    ("/verbanden/bestaat-niet/", 404),
    ("/verbanden/nieuw/", 403),
    ("/verbanden/?peildatum=onzin", 400),
    ("/peildatum/?dag=onzin", 400),
    ("/verbanden/?vorm=onzin", 400),
    (f"{VOL}geschiedenis/?van=onzin", 422),
    ("/zeggenschap/?band=onzin&tegen=onzin", 422),
    ("/agenda/?rol=onzin", 422),
    ("/partners/?soort=onzin", 422),
    ("/partners/27/?jaar=onzin", 422),
    ("/signalen/?ernst=onzin", 422),
    ("/account/meldingen/afmelden/verzonnen/", 404),
]


@pytest.mark.parametrize("pad", OPENBAAR)
def test_bladzijde_voor_iedereen(lezer: Lezer, pad: str) -> None:
    bezoek = lezer("")
    bezoek.ga(pad)
    bezoek.bekijk()


@pytest.mark.parametrize("pad", INWONER)
def test_bladzijde_voor_inwoners(bezoeker: Bezoekers, schrijfportaal: Portaal, pad: str) -> None:
    with psycopg.connect(schrijfportaal.database, autocommit=True) as verbinding:
        verbinding.execute("UPDATE samenwerkingswijzer_gemeente SET openbaar = true")
    bezoek = bezoeker(schrijfportaal)
    bezoek.ga(pad)
    bezoek.bekijk()


@pytest.mark.parametrize(("rol", "pad"), [(rol, pad) for rol, paden in GELEZEN.items() for pad in paden])
def test_bladzijde_per_rol(lezer: Lezer, rol: str, pad: str) -> None:
    bezoek = lezer(rol)
    bezoek.ga(pad)
    bezoek.bekijk()


@pytest.mark.parametrize(("pad", "status"), GEWEIGERD)
def test_foutpagina(lezer: Lezer, pad: str, status: int) -> None:
    bezoek = lezer("raadslid")
    bezoek.ga(pad, status)
    bezoek.bekijk()


@pytest.mark.parametrize("sleutel", [onderdeel.sleutel for onderdeel in SECTIES])
def test_onderdeel_bewerken(lezer: Lezer, sleutel: str) -> None:
    bezoek = lezer("controller")
    bezoek.ga(f"{VOL}bewerken/{sleutel}/")
    bezoek.bekijk()


@pytest.mark.parametrize("sleutel", [onderdeel.sleutel for onderdeel in SECTIES if onderdeel.rijen])
def test_rij_met_fouten(lezer: Lezer, sleutel: str) -> None:
    """An empty row is refused, so that this looks at the form and at its errors in one go."""
    bezoek = lezer("controller")
    bezoek.ga(f"{VOL}bewerken/{sleutel}/nieuw/")
    bezoek.page.get_by_role("button", name="Bewaar").click()
    expect(bezoek.page).to_have_title(re.compile("^Fout: "))
    bezoek.bekijk()
