import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from odf import opendocument
from odf.table import TableCell
from openpyxl import load_workbook
from tablib import Dataset

from samenwerkingswijzer.functies import Tijdlijnmoment
from verbanden.overzicht.lezen import Overzicht
from verbanden.overzicht.rij import Bijdrage, Deel, Feiten, Kern, Rij, Stand, maak_rij
from verbanden.uitvoer import FORMATEN, FORMULETEKENS, koppen, maak, nederlands, onschadelijk

DAG = date(2026, 5, 20)
MOMENT = Tijdlijnmoment(date(2026, 6, 9), "ontwerpbegroting 2027", 1, "Raadscommissie")


def rij(naam: str = "Café Coöperatie", zin: str = "Het loopt goed; tot nu toe.") -> Rij:
    kern = Kern(1, "cafe", naam, "Café", "cooperatie", "uitvoeren", True, "ja", "ja", 4, ("zorg", "jeugd"))
    bijdragen = (
        Bijdrage(2023, "vastgesteld", Decimal("1234.500"), None),
        Bijdrage(2024, "begroot", None, date(2026, 5, 4)),
        None,
        Bijdrage(2026, "begroot", Decimal("1000.000"), None),
        Bijdrage(2027, "verwacht", Decimal("900.000"), None),
    )
    stand = Stand("aandacht", zin, date(2026, 4, 1))
    return maak_rij(Feiten(kern, "politiek_belangrijk", stand, 9, (Deel(1, Decimal(100)),), bijdragen), DAG)


def inhoud(formaat: str, *rijen: Rij) -> bytes:
    overzicht = Overzicht(rijen, {1: "Sociaal domein"}, {4: "wethouder zorg"}, {9: "Accounthouder zorg"})
    return maak(formaat, rijen, overzicht, [MOMENT], DAG).inhoud


def cellen(formaat: str, *rijen: Rij) -> list[list[Any]]:
    """The rows of the file below its head."""
    if formaat == "csv":
        return list(csv.reader(StringIO(inhoud("csv", *rijen).decode("utf-8-sig")), delimiter=";"))[1:]
    return [list(rij_) for rij_ in Dataset().load(inhoud(formaat, *rijen), format=formaat)]


def test_csv_is_nederlands_en_opent_goed_in_een_rekenblad() -> None:
    ruw = inhoud("csv", rij())

    assert ruw.startswith(b"\xef\xbb\xbf")
    assert ruw.decode("utf-8-sig").splitlines()[0] == ";".join(koppen(DAG))
    assert cellen("csv", rij()) == [
        [
            "Café Coöperatie",
            "Café",
            "Coöperatie",
            "Vennootschappen en coöperaties",
            "Politiek belangrijk",
            "Uitvoeren",
            "Sociaal domein",
            "zorg, jeugd",
            "wethouder zorg",
            "Accounthouder zorg",
            "Aandacht",
            "Het loopt goed; tot nu toe.",
            "1-4-2026",
            "1234,5",
            "Vastgesteld",
            "",
            "niet opgegeven",
            "",
            "nog niet ingevuld",
            "1000",
            "Begroot",
            "900",
            "Verwacht",
            "-10",
            "9-6-2026",
            "Raadscommissie: ontwerpbegroting 2027",
            "",
        ]
    ]


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_rekenblad_houdt_echte_getallen_en_datums(formaat: str) -> None:
    gevonden = cellen(formaat, rij())[0]

    assert [float(gevonden[plek]) for plek in (13, 19, 21, 23)] == [1234.5, 1000, 900, -10]
    assert not any(isinstance(gevonden[plek], str) for plek in (13, 19, 21, 23))
    assert str(gevonden[12])[:10] == "2026-04-01"


@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize(
    "teken", [*FORMULETEKENS, "\n", "＝", "＋", "－", "＠", " =", "\u00a0 +", "\u200b@", "\ufeff-", " \n="]
)
def test_tekst_wordt_nooit_een_formule(formaat: str, teken: str) -> None:
    gevonden = cellen(formaat, rij(naam=f"{teken}cmd|' /C calc'!A0"))[0][0]

    assert str(gevonden).startswith("'")


def test_xlsx_bewaart_elke_tekst_als_tekst() -> None:
    blad = load_workbook(BytesIO(inhoud("xlsx", rij(naam="#N/A", zin="=1+1 is geen formule")))).active

    assert (blad["A2"].data_type, blad["L2"].data_type, blad["N2"].data_type) == ("s", "s", "n")
    assert blad["L2"].value == "'=1+1 is geen formule"


def test_ods_heeft_geen_formules() -> None:
    document = opendocument.load(BytesIO(inhoud("ods", rij(naam="=1+1"))))

    assert [cel for cel in document.getElementsByType(TableCell) if cel.getAttribute("formula")] == []


@pytest.mark.parametrize("formaat", FORMATEN)
def test_stuurtekens_breken_geen_bestand(formaat: str) -> None:
    assert cellen(formaat, rij(naam="a\x0bb\x1fc"))[0][0] == "abc"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Decimal("-12.50"), "-12,5"),
        (Decimal("1000000.000"), "1000000"),
        (Decimal(0), "0"),
        (None, ""),
        (date(2026, 1, 2), "2-1-2026"),
        (Decimal("-0.11"), "-0,11"),
        ("-12", "'-12"),
        ("  -12", "'  -12"),
    ],
)
def test_waarden_in_csv(waarde: Any, tekst: str) -> None:
    assert nederlands(waarde) == tekst


@pytest.mark.parametrize("waarde", [Decimal("-12.50"), date(2026, 1, 2), "gewoon - met streepje", " a=b", "", " "])
def test_onschadelijk_laat_staan_wat_geen_kwaad_kan(waarde: Any) -> None:
    assert onschadelijk(waarde) == waarde


def test_de_naam_van_het_bestand_draagt_de_dag() -> None:
    bestand = maak("ods", [], Overzicht((), {}, {}, {}), [], DAG)

    assert (bestand.naam, bestand.mime) == (
        "samenwerkingsverbanden-2026-05-20.ods",
        "application/vnd.oasis.opendocument.spreadsheet",
    )
