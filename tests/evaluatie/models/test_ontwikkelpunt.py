"""What the database itself holds of an item of the ontwikkelagenda, and the table of its steps."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from evaluatie.models import Ontwikkelpunt
from evaluatie.models.ontwikkelpunt import BEGIN, OPEN, VOLGENDE, Stand
from tests.fabriek import maak_ontwikkelpunt, maak_verband

pytestmark = pytest.mark.django_db
GOED: dict[str, Any] = {
    "titel": "Verbeter iets",
    "effect": "",
    "stap": "",
    "eigenaar": "griffie",
    "termijn": date(2027, 1, 1),
    "stand": "bezig",
    "voortgang": "",
    "herkomst": "regime:informatieprotocol",
}


def zet(verband_id: int | None, **velden: Any) -> None:
    """Insert a row by hand: no model, no form, no act."""
    waarden = {**GOED, "versie": 1, "verband_id": verband_id, **velden}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO evaluatie_ontwikkelpunt ({', '.join(waarden)}) VALUES ({', '.join(['%s'] * len(waarden))})",  # noqa: S608
            list(waarden.values()),
        )


@pytest.mark.parametrize(
    "velden", [{}, {"stand": "voorgesteld", "eigenaar": "", "termijn": None}, {"stand": "klaar", "termijn": None}]
)
def test_wat_klopt_mag(velden: dict[str, Any]) -> None:
    zet(maak_verband().id, **velden)
    assert Ontwikkelpunt.objects.values(*GOED).get() == {**GOED, **velden}


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"titel": " "}, "ontwikkelpunt_heeft_titel"),
        ({"stand": "half"}, "ontwikkelpunt_stand_bekend"),
        ({"stand": "gepland", "termijn": None}, "ontwikkelpunt_gepland_heeft_wie_en_wanneer"),
        ({"eigenaar": "  "}, "ontwikkelpunt_gepland_heeft_wie_en_wanneer"),
    ],
)
def test_wat_niet_klopt_weigert_de_database(velden: dict[str, Any], regel: str) -> None:
    with pytest.raises(IntegrityError, match=regel):
        zet(maak_verband().id, **velden)


def test_een_gat_staat_een_keer_open() -> None:
    verband = maak_verband()
    zet(verband.id, stand="klaar")
    zet(verband.id)
    zet(maak_verband().id)
    with pytest.raises(IntegrityError, match="ontwikkelpunt_een_open_per_herkomst"):
        zet(verband.id, stand="voorgesteld")


def test_een_gat_van_de_gemeente_staat_een_keer_open() -> None:
    zet(None, stand="klaar")
    zet(None)
    with pytest.raises(IntegrityError, match="ontwikkelpunt_een_open_per_herkomst"):
        zet(None, stand="voorgesteld")


def test_waar_het_vandaan_komt_verandert_nooit() -> None:
    punt = maak_ontwikkelpunt(maak_verband(), herkomst="regime:a")
    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE evaluatie_ontwikkelpunt SET herkomst = '' WHERE id = %s", [punt.pk])


def test_elke_stand_heeft_een_volgende_en_is_te_bereiken() -> None:
    assert set(VOLGENDE) == set(Stand)
    assert set().union(*VOLGENDE.values()) == set(Stand)
    assert all(VOLGENDE[stand] and stand not in VOLGENDE[stand] for stand in Stand)
    assert BEGIN < OPEN
