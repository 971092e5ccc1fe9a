"""The list of decisions: concept, adopted with four eyes, frozen, on at most two pages, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import page
import pikepdf
import pytest
import time_machine
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from governance.handelingen import sessiebesluiten
from governance.handelingen.sessiebesluiten import Uitkomst, Vraagstuk
from governance.models import Sessiestatus
from governance.sessie import besluit, besluitenlijst
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_belangrijkheid, maak_gebruiker, maak_gemeente
from tests.governance.sessie.opzet import STRAKS, Zaal, zaal
from tests.governance.sessie.scherm import klant, lees
from tests.verbanden.views.hulp import fouten
from verbanden.models import Belangrijkheid, Klasse

pytestmark = pytest.mark.django_db
S = Sessiestatus
MANDAAT = "Het college mag instemmen met wijzigingen tot € 100.000 per jaar."
VOORWAARDE = "Een tekort boven € 500.000 voor onze gemeente, of een wijziging van de regeling."


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(STRAKS, tick=False):
        maak_gemeente(NU - timedelta(days=1))
        yield


def pad(z: Zaal, deel: str = "besluitenlijst.pdf") -> str:
    return f"/belangrijkheid/{z.sessie.pk}/{deel}"


def besproken(verbanden: int = 2) -> Zaal:
    """A session with outcomes, recorded by the chair."""
    z = zaal(verbanden=verbanden)
    for rij in z.rijen:
        maak_belangrijkheid(rij.verband, Klasse.POLITIEK, datum=VANDAAG.replace(year=2025))
    z.tot(S.BESPREKEN)
    vragen = [Vraagstuk("Hoe verdelen wij het tekort?", ("naar inwoners", "naar gebruik"))]
    return z.besluit(
        Klasse.POLITIEK_ZEER, ook=[Klasse.AMBTELIJK], redenen=["geld", "opgave"],
        mandaat=MANDAAT, voorwaarden=VOORWAARDE,
        reden="De raad wil dit jaar de wachttijden bespreken.", vraagstukken=vragen,
    )  # fmt: skip


def tekst(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


def haal(z: Zaal, wie: Any) -> bytes:
    antwoord = klant(wie).get(pad(z))
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    inhoud: bytes = antwoord.content
    return inhoud


def stel_vast(z: Zaal, wie: Any) -> Any:
    """As a browser does: read the page, send what stood on it."""
    client = klant(wie)
    bladzijde = client.get(pad(z, "vaststellen/")).content.decode()
    gezien = bladzijde.partition('name="gezien" value="')[2].partition('"')[0]
    return client.post(pad(z, "vaststellen/"), {"gezien": gezien})


def test_voor_het_vaststellen_is_het_een_concept() -> None:
    z = besproken()
    woorden = tekst(haal(z, z.raad[1]))
    assert "Concept: deze besluiten zijn nog niet vastgesteld." in woorden
    assert "Controlegetal volgt bij het vaststellen" in woorden
    assert "Bevestigd door nog niet" in woorden
    assert klant(maak_gebruiker(Rol.CONTROLLER)).get(pad(z)).status_code == 403


def test_iemand_anders_stelt_vast_en_dan_ligt_het_document_vast() -> None:
    z = besproken()
    assert "U legde een uitkomst vast. Daarom stelt iemand anders de sessie vast." in lees(
        klant(z.voorzitter).get(pad(z, "vaststellen/"))
    )
    assert stel_vast(z, z.voorzitter).status_code == 422
    assert stel_vast(z, z.tweede).status_code == 302
    eerste = haal(z, z.tweede)
    assert eerste == haal(z, maak_gebruiker(Rol.CONTROLLER))
    vast = besluit.vastgesteld(z.sessie.pk)
    assert vast
    assert eerste == bytes(vast.pdf)
    woorden = tekst(eerste)
    assert f"· {vast.gegevens_sha256[:8]}" in woorden
    assert "Concept" not in woorden
    assert "Vastgelegd door voorzitter van de sessie, 20 mei 2026, 12.05 uur" in woorden
    assert "Bevestigd door griffie, 20 mei 2026, 12.05 uur" in woorden
    assert z.tweede.naam not in woorden
    assert Gebeurtenis.objects.latest("id").details == {"soort": "besluitenlijst.pdf"}


def test_wie_hem_al_heeft_krijgt_niets_nieuws() -> None:
    z = zaal().tot(S.VASTGESTELD)
    client = klant(z.tweede)
    etag = client.get(pad(z))["ETag"]
    assert client.get(pad(z), headers={"if-none-match": etag}).status_code == 304


def test_wat_intussen_anders_werd_wordt_niet_vastgesteld() -> None:
    z = besproken()
    client = klant(z.tweede)
    gezien = client.get(pad(z, "vaststellen/")).content.decode().partition('name="gezien" value="')[2].partition('"')[0]
    rij = z.rij()
    sessiebesluiten.leg_uitkomst_vast(
        sessieverband=rij, uitkomst=Uitkomst(Klasse.AMBTELIJK), versie=rij.versie, door=z.voorzitter, op=STRAKS
    )
    antwoord = client.post(pad(z, "vaststellen/"), {"gezien": gezien})
    assert antwoord.status_code == 409
    assert fouten(antwoord) == [
        "Er is intussen iets veranderd. Bekijk de besluitenlijst opnieuw en stel haar dan vast."
    ]
    assert z.nu().status == S.BESPREKEN


def test_de_lijst_heeft_haar_volgorde() -> None:
    woorden = tekst(haal(besproken(), maak_gebruiker(Rol.GRIFFIE)))
    volgorde = [
        "Besluitenlijst belangrijkheid",
        "Deelnemers 7 raadsleden, 4 collegeleden",
        "Scores samengevat, niet per persoon",
        "In het kort 2 verbanden kregen een klasse. 2 klassen zijn anders dan bij het vorige besluit",
        "1 Besluiten",
        "Politiek zeer belangrijk politiek belangrijk",
        "2 Onderwerpen, ruimte en mandaat",
        "Klasse Politiek zeer belangrijk, daarnaast ambtelijk belangrijk. Veel geld, zware maatschappelijke opgave",
        "Onderwerpen raad Hoe verdelen wij het tekort? Keuze: naar inwoners / naar gebruik",
        f"Ruimte college {MANDAAT}",
        f"Terug naar de raad bij {VOORWAARDE}",
        "Waarom dit besluit De raad wil dit jaar de wachttijden bespreken.",
        "Vaststelling",
    ]
    plekken = [woorden.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)


@pytest.mark.parametrize("verbanden", [2, 8])
def test_hoogstens_twee_bladzijden_en_zonder_fouten_voor_een_schermlezer(verbanden: int, tmp_path: Path) -> None:
    z = besproken(verbanden)
    bestand = tmp_path / "besluitenlijst.pdf"
    bestand.write_bytes(haal(z, z.tweede))
    with pikepdf.open(bestand) as document:
        assert len(document.pages) <= 2
        assert str(document.Root.Lang) == "nl"
        assert str(document.docinfo["/Title"]) == "Besluitenlijst belangrijkheid, 20 mei 2026, gemeente Voorbeeldstad"
    uitslag = outloud.check(str(bestand))
    assert [f"{v.rule} {v.message}" for v in uitslag.findings if str(v.severity) == "error"] == []
    assert page.validate_pdf_bytes(bestand.read_bytes(), profile="ua1").failures == []


@pytest.mark.parametrize(
    ("verschil", "woord"),
    [("0.49", "eens"), ("-0.49", "eens"), ("0.50", "raad hoger dan college"), ("-1.2", "college hoger dan raad"),
     (None, "niet te vergelijken: een groep is te klein")],
)  # fmt: skip
def test_hoe_raad_en_college_zich_verhouden(verschil: str | None, woord: str) -> None:
    gegevens = besluit.gegevens(besproken(1).sessie, door=maak_gebruiker(Rol.GRIFFIE), op=STRAKS)
    gegevens["verbanden"][0]["scores"]["verschil"] = verschil
    assert besluitenlijst.context(gegevens)["besluiten"][0].raad_college == woord


def test_het_besluit_staat_op_het_dashboard_in_het_overzicht_en_de_vorige_dag_niet() -> None:
    z = besproken(1)
    stel_vast(z, z.tweede)
    verband, client = z.rijen[0].verband, klant(maak_gebruiker())
    dashboard = client.get(f"/verbanden/{verband.slug}/")
    woorden = lees(dashboard)
    for deel in (
        "Politiek zeer belangrijk",
        "Daarnaast Ambtelijk belangrijk",
        "Hoe verdelen wij het tekort?",
        MANDAAT,
        VOORWAARDE,
    ):
        assert deel in woorden
    assert f'href="{pad(z)}"' in dashboard.content.decode()
    assert "Politiek zeer belangrijk" in client.get("/verbanden/").content.decode()
    eerder = client.get(f"/verbanden/{verband.slug}/?peildatum=2026-05-19").status_code
    assert eerder == 404  # het verband zelf is van vandaag
    with time_machine.travel(STRAKS + timedelta(days=1), tick=False):
        toen = klant(maak_gebruiker()).get(pad(z, "?peildatum=2026-05-20"))
        assert "Vastgesteld, klaar" in lees(toen)


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_voor_meer_verbanden(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    z = besproken(aantal)
    client = klant(z.tweede)
    client.get("/belangrijkheid/")
    with django_assert_num_queries(26):
        assert client.get(pad(z, "vaststellen/")).status_code == 200
    with django_assert_num_queries(17):
        assert client.get(pad(z)).status_code == 200


def test_het_vastgestelde_besluit_is_ook_bij_het_verband_niet_te_wijzigen() -> None:
    z = besproken(1)
    stel_vast(z, z.tweede)
    rij = Belangrijkheid.objects.get(verband=z.rijen[0].verband, datum=VANDAAG)
    plek = f"/verbanden/{rij.verband.slug}/bewerken/belangrijkheid/"
    for wie in (z.griffier, maak_gebruiker(Rol.CONTROLLER), maak_gebruiker(Rol.BEHEERDER)):
        client = klant(wie)
        assert client.get(f"{plek}{rij.pk}/").status_code == 403
        antwoord = client.post(f"{plek}{rij.pk}/", {"klasse": Klasse.AMBTELIJK, "versie": rij.versie})
        assert antwoord.status_code == 403
        assert "Dit besluit is in een sessie vastgesteld en verandert niet meer." in lees(antwoord)
        inhoud = client.get(plek).content.decode()
        assert f"{plek}{rij.pk}/" not in inhoud
    assert Belangrijkheid.objects.get(pk=rij.pk).klasse == Klasse.POLITIEK_ZEER


def test_een_later_besluit_blijft_gelden_en_dat_staat_erbij() -> None:
    z = besproken(1)
    with time_machine.travel(STRAKS + timedelta(days=2), tick=False):
        maak_belangrijkheid(z.rijen[0].verband, Klasse.AMBTELIJK, datum=VANDAAG + timedelta(days=1))
        naam = z.rijen[0].verband.naam
        assert f"van {naam} is er al een later besluit. Dat blijft gelden." in lees(
            klant(z.tweede).get(pad(z, "vaststellen/"))
        )
