"""The list as a file for a spreadsheet."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from odf import opendocument
from odf.table import Table, TableCell
from openpyxl import load_workbook
from tablib import Databook

from tests.verbanden.lijst.hulp import lijst, partij
from verbanden.lijst.bladen import GEEN, partijkoppen
from verbanden.lijst.druk import Ondertekening
from verbanden.lijst.uitvoer import maak
from verbanden.models import Post
from verbanden.regels.bbv.belang import Categorie
from verbanden.regels.bbv.partij import Risicoregel
from verbanden.uitvoer import FORMATEN

CONCEPT = Ondertekening()
GETEKEND = Ondertekening("Griffie", "Concerncontroller", "20 september 2026", "4f9c21ab" * 8)
FORMULE = '=HYPERLINK("http://kwaad.example";"x")'


def regels(formaat: str, *partijen: Any, leeg: bool = False) -> list[dict[str, Any]]:
    """The rows of the sheet with parties, by column; with `leeg` also those of categories without parties."""
    inhoud = maak(formaat, lijst(*partijen), CONCEPT).inhoud
    if formaat == "csv":
        rijen: list[dict[str, Any]] = list(csv.DictReader(StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))
    else:
        rijen = als_rijen(Databook().load(inhoud, format=formaat).sheets()[0])
    return [rij for rij in rijen if leeg or rij["Naam"] != GEEN]


def als_rijen(blad: Any) -> list[dict[str, Any]]:
    """The rows of a sheet, by column."""
    return [dict(zip(blad.headers, rij, strict=True)) for rij in blad]


def boek(formaat: str, gegevens: Any, teken: Ondertekening = CONCEPT) -> dict[str, list[dict[str, Any]]]:
    """The rows of every sheet, by its title."""
    return {
        blad.title: als_rijen(blad)
        for blad in Databook().load(maak(formaat, gegevens, teken).inhoud, format=formaat).sheets()
    }


def test_de_naam_zegt_welke_lijst_het_is() -> None:
    bestand = maak("xlsx", lijst(), CONCEPT)
    assert (bestand.naam, bestand.mime) == ("lijst-verbonden-partijen-begroting-2027-versie-1.xlsx", FORMATEN["xlsx"])


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_rij_per_partij_in_de_volgorde_van_de_wet(formaat: str) -> None:
    rijen = regels(formaat, partij(), partij("Coöp", categorie=Categorie.VENNOOTSCHAP_OF_COOPERATIE), partij("Z"))
    assert tuple(rijen[0]) == partijkoppen()
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
    inhoud = maak(
        formaat, lijst(partij(risicos=risicos), partij("Zonder", risicos=(), geen_risicos=True)), CONCEPT
    ).inhoud
    blad = Databook().load(inhoud, format=formaat).sheets()[1]
    assert [rij[:3] for rij in blad] == [
        ("1.1", "Jeugdhulp Verzonnen", "Eerste"),
        ("1.1", "Jeugdhulp Verzonnen", "Tweede"),
    ]
    assert blad[0][3] == 1000


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_soort_zonder_partijen_zegt_geen(formaat: str) -> None:
    rijen = regels(formaat, partij(categorie=Categorie.STICHTING_OF_VERENIGING), leeg=True)
    assert [(rij["Soort"], rij["Nummer"], rij["Naam"]) for rij in rijen] == [
        ("Gemeenschappelijke regelingen", "1", "geen"),
        ("Vennootschappen en coöperaties", "2", "geen"),
        ("Stichtingen en verenigingen", "3.1", "Jeugdhulp Verzonnen"),
        ("Overige verbonden partijen", "4", "geen"),
    ]


def test_csv_zegt_welke_editie_het_is_en_wat_een_risico_kost() -> None:
    half = (("Sociaal domein", Decimal("33.5")), ("Veiligheid", Decimal("66.5")))
    inhoud = lijst(partij(programmas=half))
    for teken, status in ((CONCEPT, "concept"), (GETEKEND, "vastgesteld")):
        tekst = maak("csv", inhoud, teken).inhoud.decode("utf-8-sig")
        for rij in csv.DictReader(StringIO(tekst), delimiter=";"):
            editie = (rij["Editie"], rij["Status"], rij["Peildatum"])
            assert editie == ("Begroting 2027, versie 1", status, "15-9-2026")
    (rij,) = regels("csv", partij(programmas=half))
    assert rij["Risico's"] == "Meer zware hulp. Gevolg: 900000 euro."
    assert rij["Programma's"] == "Sociaal domein (33,5%), Veiligheid (66,5%)"


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_het_werkboek_zegt_hetzelfde_als_de_json(formaat: str) -> None:
    zonder = partij("Zonder", bedragen={Post.BIJDRAGE: None, Post.RESULTAAT: None})
    gegevens = lijst(partij(), zonder, ontwikkelingen="Er komt een fusie.", college_op=date(2026, 9, 22))
    bladen = boek(formaat, gegevens, GETEKEND)
    assert list(bladen) == ["Verbonden partijen", "Risico's", "Cijfers", "Editie", "Teksten", "Programma's"]

    editie = {rij["Gegeven"]: rij["Waarde"] for rij in bladen["Editie"]}
    assert (editie["Editie"], editie["Status"]) == ("Begroting 2027, versie 1", "vastgesteld")
    assert (dag(editie["Peildatum"]), dag(editie["Besluit college"])) == ("2026-09-15", "2026-09-22")
    assert editie["Controlegetal (SHA-256)"] == GETEKEND.controlegetal
    assert editie["Vastgesteld door"] == "Concerncontroller"

    assert [rij["Inhoud"] or "" for rij in bladen["Teksten"]] == list(gegevens["teksten"].values())
    assert [(r["Programma"], r["Bijdragen in euro"], r["Volledig"][:3]) for r in bladen["Programma's"]] == [
        (p["naam"], Decimal(p["bijdrage"]), "nee" if p["onvolledig"] else "ja") for p in gegevens["programmas"]
    ]
    cijfers = [(p["naam"], c) for deel in gegevens["delen"] for p in deel["partijen"] for c in p["cijfers"].values()]
    assert len(cijfers) == len(bladen["Cijfers"]) == 16
    for (naam, cijfer), rij in zip(cijfers, bladen["Cijfers"], strict=True):
        assert (rij["Naam"], rij["Soort cijfer"].lower()) == (naam, cijfer["stadium"])
        assert (rij["Bron"] or "", rij["Reden"] or "") == (cijfer["bron"], cijfer["niet_opgegeven"])
        assert (dag(rij["Peildatum"]), dag(rij["Gevraagd op"])) == (cijfer["peildatum"], cijfer["gevraagd_op"])
        if cijfer["bedrag"] is None:
            assert not rij["Getal"]
        else:
            assert rij["Getal"] == pytest.approx(float(cijfer["bedrag"]))


def dag(waarde: Any) -> str | None:
    """A day of a sheet as in the JSON."""
    return str(waarde)[:10] if waarde else None


def test_een_concept_heeft_nog_geen_controlegetal() -> None:
    editie = {rij["Gegeven"]: rij["Waarde"] for rij in boek("xlsx", lijst())["Editie"]}
    assert (editie["Status"], editie["Controlegetal (SHA-256)"]) == ("concept", "volgt bij het vaststellen")


def vijandig() -> Any:
    tekst = dict.fromkeys(("naam", "vestigingsplaats", "openbaar_belang", "wijze_van_belang"), FORMULE)
    return partij(**tekst, slug="x", programmas=((FORMULE, Decimal(100)),), risicos=(Risicoregel(FORMULE),))


def test_geen_cel_is_een_formule() -> None:
    gegevens = lijst(vijandig())
    werkboek = load_workbook(BytesIO(maak("xlsx", gegevens, CONCEPT).inhoud))
    cellen = [cel for blad in werkboek for rij in blad.iter_rows() for cel in rij]
    assert "f" not in {cel.data_type for cel in cellen}
    assert not [cel.value for cel in cellen if isinstance(cel.value, str) and cel.value.startswith("=")]
    ods = opendocument.load(BytesIO(maak("ods", gegevens, CONCEPT).inhoud))
    assert len(ods.spreadsheet.getElementsByType(Table)) == 6
    assert not [cel for cel in ods.spreadsheet.getElementsByType(TableCell) if cel.getAttribute("formula")]
    tekst = maak("csv", gegevens, CONCEPT).inhoud.decode("utf-8-sig")
    rij = next(csv.DictReader(StringIO(tekst), delimiter=";"))
    assert not [waarde for waarde in rij.values() if waarde.startswith(("=", "+", "@", "\t"))]


@pytest.mark.parametrize("formaat", FORMATEN)
def test_vreemde_tekens_en_lange_teksten_breken_niets(formaat: str) -> None:
    (rij,) = regels(formaat, partij(openbaar_belang="\x0b\x1f" + "lang " * 4000, naam="שלום 👩🏽‍🚒 مرحبا"))
    assert rij["Naam"] == "שלום 👩🏽‍🚒 مرحبا"
    assert rij["Openbaar belang"].strip() == ("lang " * 4000).strip()
