"""The reading sheets: one A4 for each partnership, with what was decided, what happened since, and the proposal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import outloud
import page
import pikepdf
import pytest
import time_machine
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from governance.handelingen import sessies
from governance.handelingen.sessiebesluiten import Vraagstuk, schrijf_vraagstukken
from governance.models import Moment, Sessiestatus
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis
from tests.fabriek import NU, VANDAAG, maak_belangrijkheid, maak_cijfer, maak_gemeente, maak_stand
from tests.governance.sessie.opzet import Zaal, zaal
from tests.governance.sessie.scherm import klant
from verbanden.models import Klasse

pytestmark = pytest.mark.django_db
LANG = "Woorden die ruimte vragen op papier. " * 16  # 592 tekens


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=1))
        yield


def gevuld(verbanden: int = 1, lengte: int = 60) -> Zaal:
    """A session with a partnership about which everything is known; `lengte` is how long its texts are."""
    z = zaal(verbanden=verbanden)
    for rij in z.rijen:
        maak_belangrijkheid(
            rij.verband, Klasse.POLITIEK, datum=VANDAAG.replace(year=2025), redenen=["geld"],
            onderwerpen=[LANG[: min(lengte, 160)]] * 3, mandaat=LANG[:lengte], voorwaarden=LANG[:lengte],
        )  # fmt: skip
        maak_stand(rij.verband, auteur=z.griffier, datum=VANDAAG - timedelta(days=3), zin=LANG[: min(lengte, 240)])
        for dag in [date(2026, 2, n) for n in range(1, 8)] + [date(2026, 7, n) for n in range(1, 6)]:
            titel = f"Moment van {dag.day} {'februari' if dag.month == 2 else 'juli'}"
            bewaar(Moment(verband=rij.verband, datum=dag, wie=Moment.Wie.RAAD, titel=titel), door=None, op=NU)
        for jaar in (2025, 2026):
            maak_cijfer(rij.verband, jaar)
        waarden = {
            "voorstel_klasse": Klasse.POLITIEK_ZEER,
            "voorstel_redenen": ["risicos"],
            "voorstel_toelichting": LANG[:lengte],
        }
        sessies.stel_voor(sessieverband=rij, waarden=waarden, versie=rij.versie, door=z.griffier, op=NU)
        vragen = [Vraagstuk(LANG[: min(lengte, 160)], (LANG[: min(lengte, 200)],) * 4)] * 3
        schrijf_vraagstukken(sessieverband=rij, vraagstukken=vragen, door=z.griffier, op=NU)
    return z


def haal(z: Zaal) -> bytes:
    antwoord = klant(z.raad[1]).get(f"/belangrijkheid/{z.sessie.pk}/leesbladen.pdf")
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    inhoud: bytes = antwoord.content
    return inhoud


def tekst(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


def test_wat_was_wat_gebeurde_en_wat_wordt_voorgesteld_op_volgorde() -> None:
    woorden = tekst(haal(gevuld()))
    volgorde = [
        "verband 1 van 1",
        "Vorig besluit Klasse Politiek belangrijk, besluit van 20 mei 2025 Waarom Veel geld",
        "Ruimte college Woorden die",
        "Terug naar de raad bij Woorden die",
        "Hoe het gaat, en wat er gebeurde sinds 20 mei 2025",
        "7 februari 2026 Raad: Moment van 7 februari",
        "Komt eraan 1 juli 2026 Raad: Moment van 1 juli",
        "Cijfers 2024 2025 2026 2027",
        "Voorstel Politiek zeer belangrijk, vanwege: grote risico's.",
    ]
    plekken = [woorden.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)
    assert "Moment van 2 februari" not in woorden  # alleen de laatste vijf
    assert "Moment van 4 juli" not in woorden  # en de eerste drie
    assert Gebeurtenis.objects.latest("id").details == {"soort": "leesbladen.pdf"}


def test_wat_de_griffie_verbergt_staat_er_pas_na_het_scoren_op() -> None:
    z = gevuld()
    waarden = {"toon_vorig": False, "toon_voorstel": False}
    z.sessie = sessies.wijzig(sessie=z.sessie, waarden=waarden, versie=z.nu().versie, door=z.griffier, op=NU)
    woorden = tekst(haal(z))
    assert "Politiek" not in woorden
    assert "De griffie toont de vorige klasse pas na het scoren." in woorden
    assert "De griffie toont het voorstel pas na het scoren." in woorden
    z.tot(Sessiestatus.BESPREKEN)
    assert "Politiek zeer belangrijk, vanwege" in tekst(haal(z))


@pytest.mark.parametrize(("verbanden", "lengte"), [(1, 60), (3, 600)])
def test_een_vel_per_verband_zonder_fouten_voor_een_schermlezer(verbanden: int, lengte: int, tmp_path: Path) -> None:
    bestand = tmp_path / "leesbladen.pdf"
    bestand.write_bytes(haal(gevuld(verbanden, lengte)))
    with pikepdf.open(bestand) as document:
        assert len(document.pages) == verbanden
        assert str(document.Root.Lang) == "nl"
        assert str(document.docinfo["/Title"]) == "Leesbladen voor de sessie 2026 over belangrijkheid, 20 mei 2026"
    uitslag = outloud.check(str(bestand))
    assert [f"{v.rule} {v.message}" for v in uitslag.findings if str(v.severity) == "error"] == []
    assert page.validate_pdf_bytes(bestand.read_bytes(), profile="ua1").failures == []


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_voor_meer_verbanden(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    z = gevuld(aantal)
    client = klant(z.griffier)
    client.get("/belangrijkheid/")
    with django_assert_num_queries(14):
        assert client.get(f"/belangrijkheid/{z.sessie.pk}/leesbladen.pdf").status_code == 200
