"""What the database itself holds of a subject of the Wgr-check, whatever the code above it does."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from governance.models import Wgrpunt
from tests.fabriek import NU, maak_verband, maak_wgrpunt
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
GOED = {"onderwerp": "evaluatie", "stand": "geregeld", "artikel": "artikel 3", "toelichting": "",
        "nagekeken_op": date(2026, 3, 1)}  # fmt: skip


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband()


def zet(verband_id: int, **velden: Any) -> None:
    """Insert a row by hand: no model, no form, no act."""
    waarden = {**GOED, "versie": 1, "url": "", "verband_id": verband_id, **velden}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO governance_wgrpunt ({', '.join(waarden)}) VALUES ({', '.join(['%s'] * len(waarden))})",  # noqa: S608
            list(waarden.values()),
        )


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"stand": "niet_geregeld", "artikel": ""},
        {"stand": "niet_van_toepassing", "artikel": "", "toelichting": "geen begroting"},
        {"stand": "onbekend", "artikel": "", "nagekeken_op": None},
    ],
)
def test_wat_klopt_mag(verband: Samenwerkingsverband, velden: dict[str, Any]) -> None:
    zet(verband.id, **velden)
    rij = Wgrpunt.objects.values(*GOED).get()
    assert rij == {**GOED, **velden}


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"artikel": ""}, "wgrpunt_geregeld_heeft_artikel"),
        ({"artikel": "  "}, "wgrpunt_geregeld_heeft_artikel"),
        ({"stand": "niet_van_toepassing"}, "wgrpunt_nvt_heeft_toelichting"),
        ({"stand": "niet_van_toepassing", "toelichting": " \n"}, "wgrpunt_nvt_heeft_toelichting"),
        ({"nagekeken_op": None}, "wgrpunt_nagekeken_heeft_datum"),
        ({"stand": "niet_geregeld", "nagekeken_op": None}, "wgrpunt_nagekeken_heeft_datum"),
        ({"stand": "half"}, "wgrpunt_stand_bekend"),
        ({"onderwerp": "verzonnen"}, "wgrpunt_onderwerp_bekend"),
    ],
)
def test_wat_niet_klopt_weigert_de_database(verband: Samenwerkingsverband, velden: dict[str, Any], regel: str) -> None:
    with pytest.raises(IntegrityError, match=regel):
        zet(verband.id, **velden)
    assert Wgrpunt.objects.count() == 0


def test_een_onderwerp_staat_er_een_keer(verband: Samenwerkingsverband) -> None:
    zet(verband.id)
    zet(maak_verband().id)
    zet(verband.id, onderwerp="uittreding")
    with pytest.raises(IntegrityError, match="wgrpunt_een_per_onderwerp"):
        zet(verband.id, stand="niet_geregeld")
    assert Wgrpunt.objects.count() == 3


@pytest.mark.parametrize("kolom", ["onderwerp", "verband_id"])
def test_onderwerp_en_verband_veranderen_nooit(verband: Samenwerkingsverband, kolom: str) -> None:
    zet(verband.id)
    waarde: Any = "uittreding" if kolom == "onderwerp" else maak_verband().id
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE governance_wgrpunt SET {kolom} = %s", [waarde])  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute("UPDATE governance_wgrpunt SET artikel = 'artikel 9'")
    assert Wgrpunt.objects.values_list("artikel", "onderwerp", "verband_id").get() == (
        "artikel 9", "evaluatie", verband.id,
    )  # fmt: skip


def test_een_verband_met_een_check_verdwijnt_niet(verband: Samenwerkingsverband) -> None:
    zet(verband.id)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM verbanden_samenwerkingsverband WHERE id = %s", [verband.id])
        with pytest.raises(IntegrityError, match="governance_wgrpunt"):
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_mensen_krijgen_een_zin(verband: Samenwerkingsverband) -> None:
    with pytest.raises(ValidationError) as gevonden:
        maak_wgrpunt(verband, artikel="", nagekeken_op=None)
    assert gevonden.value.messages == [
        "Bij 'geregeld' hoort het artikel in de regeling.",
        "Vul in op welke dag iemand dit in de regeling opzocht.",
    ]


def test_de_geschiedenis_blijft(verband: Samenwerkingsverband) -> None:
    punt = maak_wgrpunt(verband)
    assert str(punt) == "Evaluatie van de regeling"
    assert list(Wgrpunt.history.values_list("verband_id", "onderwerp", "stand", "history_date")) == [
        (verband.id, "evaluatie", "geregeld", NU)
    ]
