"""The list as a file for a spreadsheet."""

import csv
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from odf import opendocument
from odf.table import Table, TableCell
from openpyxl import load_workbook
from tablib import Databook

from tests.verbanden.lijst.hulp import lijst, partij
from verbanden.lijst.uitvoer import maak, partijkoppen
from verbanden.models import Post
from verbanden.regels.bbv.belang import Categorie
from verbanden.regels.bbv.partij import Risicoregel
from verbanden.uitvoer import FORMATEN

FORMULE = '=HYPERLINK("http://kwaad.example";"x")'


def regels(formaat: str, *partijen: Any) -> list[dict[str, Any]]:
    """The rows of the sheet with parties, by column."""
    inhoud = maak(formaat, lijst(*partijen)).inhoud
    if formaat == "csv":
        return list(csv.DictReader(StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))
    blad = Databook().load(inhoud, format=formaat).sheets()[0]
    return [dict(zip(blad.headers, rij, strict=True)) for rij in blad]


def test_de_naam_zegt_welke_lijst_het_is() -> None:
    bestand = maak("xlsx", lijst())
    assert (bestand.naam, bestand.mime) == ("lijst-verbonden-partijen-begroting-2027-versie-1.xlsx", FORMATEN["xlsx"])


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_rij_per_partij_in_de_volgorde_van_de_wet(formaat: str) -> None:
    rijen = regels(formaat, partij(), partij("Coöp", categorie=Categorie.VENNOOTSCHAP_OF_COOPERATIE), partij("Z"))
    assert list(rijen[0]) == partijkoppen()
    assert [(rij["Nummer"], rij["Naam"]) for rij in rijen] == [
        ("1.1", "Jeugdhulp Verzonnen"),
        ("1.2", "Z"),
        ("2.1", "Coöp"),
    ]


def test_getallen_zijn_getallen_en_een_gat_zegt_waarom() -> None:
    (rij,) = regels("xlsx", partij(bedragen={Post.RESULTAAT: None}))
    assert rij["Eigen vermogen op 1 januari (euro)"] == -1_150_000
    assert rij["Belang op 1 januari (procent)"] == pytest.approx(3.1)
    assert rij["Eigen vermogen op 1 januari, soort cijfer"] == "Verwacht"
    assert rij["Resultaat (euro)"] is None
    assert rij["Resultaat, soort cijfer"] == "niet opgegeven, gevraagd op 7-9-2026: Nog niet ontvangen."


def test_csv_schrijft_nederlandse_getallen() -> None:
    (rij,) = regels("csv", partij())
    assert rij["Belang op 1 januari (procent)"] == "3,1"
    assert rij["Eigen vermogen op 1 januari (euro)"] == "-1150000"


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_een_tweede_blad_met_de_risicos(formaat: str) -> None:
    risicos = (Risicoregel("Eerste", Decimal(1000)), Risicoregel("Tweede"))
    inhoud = maak(formaat, lijst(partij(risicos=risicos), partij("Zonder", risicos=(), geen_risicos=True))).inhoud
    blad = Databook().load(inhoud, format=formaat).sheets()[1]
    assert [rij[:3] for rij in blad] == [
        ("1.1", "Jeugdhulp Verzonnen", "Eerste"),
        ("1.1", "Jeugdhulp Verzonnen", "Tweede"),
    ]
    assert blad[0][3] == 1000


def vijandig() -> Any:
    tekst = dict.fromkeys(("naam", "vestigingsplaats", "openbaar_belang", "wijze_van_belang"), FORMULE)
    return partij(**tekst, slug="x", programmas=((FORMULE, Decimal(100)),), risicos=(Risicoregel(FORMULE),))


def test_geen_cel_is_een_formule() -> None:
    gegevens = lijst(vijandig())
    boek = load_workbook(BytesIO(maak("xlsx", gegevens).inhoud))
    cellen = [cel for blad in boek for rij in blad.iter_rows() for cel in rij]
    assert "f" not in {cel.data_type for cel in cellen}
    assert not [cel.value for cel in cellen if isinstance(cel.value, str) and cel.value.startswith("=")]
    ods = opendocument.load(BytesIO(maak("ods", gegevens).inhoud))
    assert len(ods.spreadsheet.getElementsByType(Table)) == 2
    assert not [cel for cel in ods.spreadsheet.getElementsByType(TableCell) if cel.getAttribute("formula")]
    tekst = maak("csv", gegevens).inhoud.decode("utf-8-sig")
    (rij,) = csv.DictReader(StringIO(tekst), delimiter=";")
    assert not [waarde for waarde in rij.values() if waarde.startswith(("=", "+", "@", "\t"))]


@pytest.mark.parametrize("formaat", FORMATEN)
def test_vreemde_tekens_en_lange_teksten_breken_niets(formaat: str) -> None:
    (rij,) = regels(formaat, partij(openbaar_belang="\x0b\x1f" + "lang " * 4000, naam="שלום 👩🏽‍🚒 مرحبا"))
    assert rij["Naam"] == "שלום 👩🏽‍🚒 مرحبا"
    assert rij["Openbaar belang"].strip() == ("lang " * 4000).strip()
