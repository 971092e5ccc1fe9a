import re
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_deelname,
    maak_gebruiker,
    maak_gemeente,
    maak_organisatie,
    maak_verband,
    onze_organisatie,
)
from tests.verbanden.views.test_dashboard import vul
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db


@pytest.fixture
def verband() -> Samenwerkingsverband:
    maak_gemeente()
    verband = maak_verband(naam="Werk en Zo", doel="Meer mensen aan het werk.", rollen="eigenaar")
    vul(verband, 3)
    return verband


def pdf_van(client: Client, verband: Samenwerkingsverband) -> bytes:
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    with time_machine.travel(NU, tick=False):
        antwoord = client.get(reverse("verbanden:dashboard_pdf", args=[verband.slug]))
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == f'inline; filename="{verband.slug}-2026-05-20.pdf"'
    inhoud: bytes = antwoord.content
    return inhoud


def test_een_vel_met_taal_titel_en_letter(client: Client, verband: Samenwerkingsverband) -> None:
    with pikepdf.open(BytesIO(pdf_van(client, verband))) as document:
        assert len(document.pages) == 1
        breed, hoog = (float(maat) for maat in document.pages[0].MediaBox[2:])
        assert (round(breed), round(hoog)) == (842, 595)  # A4 on its side, in points
        assert str(document.Root.Lang) == "nl"
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo["/Title"]) == "Werk en Zo, dashboard op 20 mei 2026"


def test_een_vol_dashboard_past_ook_op_een_vel(client: Client, verband: Samenwerkingsverband) -> None:
    vol = "Een lange zin die laat zien wat er gebeurt als iemand veel schrijft. "
    for veld in ("doel", "meerwaarde", "afspraken"):
        setattr(verband, veld, (vol * 20)[:600])
    verband.save()
    with pikepdf.open(BytesIO(pdf_van(client, verband))) as document:
        assert len(document.pages) == 1


@pytest.mark.parametrize("demo", [False, True])
def test_de_controle_op_toegankelijkheid_vindt_geen_fout(
    client: Client, verband: Samenwerkingsverband, tmp_path: Path, settings: Any, demo: bool
) -> None:
    settings.DEMO = demo
    bestand = tmp_path / "dashboard.pdf"
    bestand.write_bytes(pdf_van(client, verband))
    assert fouten(str(bestand)) == []


def fouten(pad: str) -> list[Any]:
    """What the checker calls an error."""
    uitslag = outloud.check(pad)
    return [vondst for vondst in uitslag.findings if str(vondst.severity).lower().endswith("error")]


def test_elke_tabelkop_zegt_waarvoor_hij_is(client: Client, verband: Samenwerkingsverband) -> None:
    with pikepdf.open(BytesIO(pdf_van(client, verband))) as document:
        koppen = [
            element
            for element in document.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.TH
        ]
        assert koppen
        assert {str(kop.A.Scope) for kop in koppen} <= {"/Column", "/Row"}


def test_elke_figuur_heeft_woorden(client: Client, verband: Samenwerkingsverband) -> None:
    with pikepdf.open(BytesIO(pdf_van(client, verband))) as document:
        figuren = [
            str(element.get("/Alt", ""))
            for element in document.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.Figure
        ]
    assert len(figuren) >= 2
    assert all(len(woorden) > 20 for woorden in figuren)


def test_de_tekst_staat_in_dezelfde_volgorde_als_op_het_scherm(client: Client, verband: Samenwerkingsverband) -> None:
    woorden = PdfReader(BytesIO(pdf_van(client, verband))).pages[0].extract_text()
    koppen = re.findall(r"[1-6]\s+(Algemene|Governance|Belangrijkheid|Resultaten|Proces|Evaluatie)", woorden)
    assert koppen == ["Algemene", "Governance", "Belangrijkheid", "Resultaten", "Proces", "Evaluatie"]
    assert woorden.index("Bijdrage") < woorden.index("Resultaat") < woorden.index("Doel")


def test_een_download_staat_in_het_logboek(client: Client, verband: Samenwerkingsverband) -> None:
    pdf_van(client, verband)
    regel = Gebeurtenis.objects.get(wat="gedownload")
    assert (regel.object_id, regel.details) == (verband.id, {"soort": "dashboard.pdf"})


def test_een_verband_met_veel_deelnemers_past(client: Client) -> None:
    maak_gemeente()
    verband = maak_verband()
    maak_deelname(verband, onze_organisatie(), kostenaandeel=4, stemmen=1)
    for _ in range(23):
        maak_deelname(verband, maak_organisatie(inwoners=1000), kostenaandeel=4, stemmen=1)
    with pikepdf.open(BytesIO(pdf_van(client, verband))) as document:
        assert len(document.pages) == 1
