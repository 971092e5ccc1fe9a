"""What may be filled in for a subject, and what goes with each stand."""

from datetime import timedelta
from typing import Any

import pytest

from governance.forms.wgrcheck import WgrpuntFormulier
from governance.models import Wgrpunt
from governance.regels.wgr import ONDERWERPEN
from tests.fabriek import VANDAAG, maak_verband, maak_wgrpunt
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
ALLE = [onderwerp.sleutel for onderwerp in ONDERWERPEN]


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband()


def formulier(verband: Samenwerkingsverband, **velden: Any) -> WgrpuntFormulier:
    data = {"onderwerp": "evaluatie", "stand": "onbekend"} | velden
    return WgrpuntFormulier(data, instance=Wgrpunt(), verband=verband, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({}, {}),
        ({"stand": "geregeld", "artikel": "art. 3", "nagekeken_op": "20-5-2026"}, {}),
        ({"stand": "niet_geregeld", "nagekeken_op": "20-5-2026"}, {}),
        ({"stand": "niet_van_toepassing", "toelichting": "Geen bezit.", "nagekeken_op": "20-5-2026"}, {}),
        (
            {"stand": "geregeld", "artikel": "  "},
            {
                "artikel": ["Noem het artikel in de regeling. Zonder artikel is het niet geregeld."],
                "nagekeken_op": ["Vul in op welke dag iemand dit in de regeling opzocht."],
            },
        ),
        (
            {"stand": "niet_van_toepassing", "nagekeken_op": "20-5-2026"},
            {"toelichting": ["Schrijf op waarom dit onderwerp niet van toepassing is."]},
        ),
        (
            {"stand": "niet_geregeld", "nagekeken_op": "21-5-2026"},
            {"nagekeken_op": ["Deze datum ligt in de toekomst."]},
        ),
        ({"url": "javascript:alert(1)"}, {"url": ["Voer een geldige URL in."]}),
    ],
)
def test_wat_bij_een_stand_hoort(
    verband: Samenwerkingsverband, velden: dict[str, str], fouten: dict[str, list[str]]
) -> None:
    """Each error stands once, at its own field."""
    assert formulier(verband, **velden).errors == fouten


def test_alleen_wat_er_nog_niet_staat_is_te_kiezen(verband: Samenwerkingsverband) -> None:
    maak_wgrpunt(verband, "evaluatie")
    maak_wgrpunt(maak_verband(), "uittreding")
    leeg = WgrpuntFormulier(instance=Wgrpunt(), verband=verband, vandaag=VANDAAG)
    keuzes = [sleutel for sleutel, _ in leeg.fields["onderwerp"].choices]  # type: ignore[attr-defined]
    assert keuzes == ["", *(sleutel for sleutel in ALLE if sleutel != "evaluatie")]
    assert list(formulier(verband).errors) == ["onderwerp"]


def test_een_bestaand_onderwerp_verandert_niet_meer(verband: Samenwerkingsverband) -> None:
    punt = maak_wgrpunt(verband, "uittreding")
    bewerk = WgrpuntFormulier(instance=punt, verband=verband, vandaag=VANDAAG + timedelta(days=1))
    assert list(bewerk.fields) == ["stand", "artikel", "url", "toelichting", "nagekeken_op", "reden_wijziging"]
    assert bewerk.fields["stand"].help_text == next(o.omschrijving for o in ONDERWERPEN if o.sleutel == "uittreding")
