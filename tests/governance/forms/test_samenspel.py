"""What may be filled in about a party and about ourselves, with each error once at its own field."""

from typing import Any

import pytest

from governance.forms.samenspel import PartijaandeelFormulier, SpelerspuntFormulier, StandpuntFormulier
from governance.models import Partijaandeel, Spelerspunt, Standpunt
from governance.regels.samenspeler import PUNTEN
from tests.fabriek import (
    VANDAAG,
    maak_aandeel,
    maak_deelname,
    maak_organisatie,
    maak_spelerspunt,
    maak_standpunt,
    maak_verband,
)
from verbanden.models import Organisatie, Samenwerkingsverband

pytestmark = pytest.mark.django_db


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband()


@pytest.fixture
def partij(verband: Samenwerkingsverband) -> Organisatie:
    partij = maak_organisatie(naam="Gemeente Anderstad")
    maak_deelname(verband, partij)
    maak_deelname(maak_verband(), maak_organisatie())
    return partij


def vul(formulier: Any, rij: Any, verband: Samenwerkingsverband, **velden: Any) -> Any:
    return formulier(velden, instance=rij, verband=verband, vandaag=VANDAAG)


def test_alleen_wie_meedoet_is_te_kiezen(verband: Samenwerkingsverband, partij: Organisatie) -> None:
    maak_deelname(verband, maak_organisatie(naam="Gemeente Weg"), tot=VANDAAG)
    for formulier, rij in ((StandpuntFormulier, Standpunt()), (PartijaandeelFormulier, Partijaandeel())):
        leeg = formulier(instance=rij, verband=verband, vandaag=VANDAAG)
        keuzes = leeg.fields["partij"].queryset  # type: ignore[attr-defined]
        assert [keuze.naam for keuze in keuzes] == ["Gemeente Anderstad", "Gemeente Weg"]


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({"perspectief": "zelf_per_verband"}, {}),
        ({"perspectief": "onbekend", "belangen": "Rust."}, {}),
        ({"perspectief": "zelf_per_verband", "datum": "21-5-2026"}, {"datum": ["Deze datum ligt in de toekomst."]}),
        ({"perspectief": "zelf_per_verband", "bron": " "}, {"bron": ["Dit veld is verplicht."]}),
        (
            {"perspectief": "onbekend"},
            {"__all__": ["Kies een perspectief of schrijf op welke belangen er zijn."]},
        ),
        ({"perspectief": "zelf_per_verband", "url": "javascript:alert(1)"}, {"url": ["Voer een geldige URL in."]}),
    ],
)
def test_een_standpunt(
    verband: Samenwerkingsverband, partij: Organisatie, velden: dict[str, str], fouten: dict[str, list[str]]
) -> None:
    gegevens = {"partij": partij.pk, "datum": "20-5-2026", "bron": "gesprek"} | velden
    assert vul(StandpuntFormulier, Standpunt(), verband, **gegevens).errors == fouten


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({"deel_sleutel": "38,4", "kosten": "€ 63.000", "baten": "71.000,50"}, {}),
        ({"soort": "eigen_inkoop", "kosten": "12.000"}, {}),
        (
            {"soort": "eigen_inkoop", "deel_sleutel": "10"},
            {"deel_sleutel": ["Laat dit leeg: inkoop voor eigen rekening telt niet mee in de sleutel."]},
        ),
        ({"deel_taak": "101"}, {"deel_taak": ["Zorg ervoor dat deze waarde hoogstens 100 is."]}),
        ({"kosten": "-5"}, {"kosten": ["Zorg ervoor dat deze waarde minstens 0 is."]}),
    ],
)
def test_een_aandeel(
    verband: Samenwerkingsverband, partij: Organisatie, velden: dict[str, str], fouten: dict[str, list[str]]
) -> None:
    gegevens = {"partij": partij.pk, "jaar": "2026", "soort": "eigendom", "bron": "verslag"} | velden
    assert vul(PartijaandeelFormulier, Partijaandeel(), verband, **gegevens).errors == fouten


def test_de_soort_van_een_bestaand_aandeel_telt_mee(verband: Samenwerkingsverband, partij: Organisatie) -> None:
    rij = maak_aandeel(verband, partij, soort="eigen_inkoop")
    bewerk = vul(PartijaandeelFormulier, rij, verband, bron="verslag", deel_sleutel="10")
    assert "deel_sleutel" in bewerk.errors
    assert {"partij", "jaar", "soort"} & set(bewerk.fields) == set()


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({"oordeel": "goed", "bewijs": "Besluit."}, {}),
        ({"oordeel": "onbekend"}, {}),
        ({"oordeel": "onbekend", "jaar": "2025"}, {}),
        (
            {"oordeel": "niet", "bewijs": " "},
            {"bewijs": ["Schrijf op waar dit uit blijkt. Zonder bewijs kiest u 'Weten wij nog niet'."]},
        ),
        ({"oordeel": "onbekend", "jaar": "2027"}, {"jaar": ["Dit jaar moet nog beginnen."]}),
    ],
)
def test_een_punt_van_de_zelfcheck(
    verband: Samenwerkingsverband, velden: dict[str, str], fouten: dict[str, list[str]]
) -> None:
    gegevens = {"punt": "betrokken", "jaar": "2026"} | velden
    assert vul(SpelerspuntFormulier, Spelerspunt(), verband, **gegevens).errors == fouten


def test_een_leeg_formulier_begint_met_dit_jaar_en_de_vraag(verband: Samenwerkingsverband) -> None:
    begin = {"punt": "betrokken", "jaar": "2025"}
    gevraagd = SpelerspuntFormulier(instance=Spelerspunt(), initial=begin, verband=verband, vandaag=VANDAAG)
    leeg = SpelerspuntFormulier(instance=Spelerspunt(), verband=verband, vandaag=VANDAAG)
    assert (gevraagd["jaar"].value(), leeg["jaar"].value()) == ("2025", 2026)
    assert gevraagd.fields["oordeel"].help_text == PUNTEN[2].vraag
    rij = maak_spelerspunt(verband, "krachten_bundelen", jaar=2024)
    bewerk = SpelerspuntFormulier(instance=rij, verband=verband, vandaag=VANDAAG)
    assert list(bewerk.fields) == ["oordeel", "bewijs", "reden_wijziging"]
    assert bewerk.fields["oordeel"].help_text == PUNTEN[3].vraag


def test_een_bestaand_standpunt_houdt_partij_en_dag(verband: Samenwerkingsverband, partij: Organisatie) -> None:
    rij = maak_standpunt(verband, partij)
    bewerk = StandpuntFormulier(instance=rij, verband=verband, vandaag=VANDAAG)
    assert list(bewerk.fields) == ["perspectief", "belangen", "bron", "url", "reden_wijziging"]
