"""What the database itself holds of a role or agreement that holds in fact."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from governance.models import Regimepunt
from tests.fabriek import maak_regimepunt, maak_verband

pytestmark = pytest.mark.django_db
GOED: dict[str, Any] = {
    "keuze": "informatieprotocol",
    "naam": "Informatieprotocol",
    "stand": "geldt",
    "vindplaats": "",
    "toelichting": "",
    "sinds": date(2024, 1, 1),
    "nagekeken_op": date(2026, 3, 1),
}


def zet(verband_id: int, **velden: Any) -> None:
    """Insert a row by hand: no model, no form, no act."""
    waarden = {**GOED, "versie": 1, "url": "", "verband_id": verband_id, **velden}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO governance_regimepunt ({', '.join(waarden)}) VALUES ({', '.join(['%s'] * len(waarden))})",  # noqa: S608
            list(waarden.values()),
        )


@pytest.mark.parametrize("velden", [{}, {"sinds": None}, {"stand": "geldt_niet", "sinds": None}])
def test_wat_klopt_mag(velden: dict[str, Any]) -> None:
    zet(maak_verband().id, **velden)
    assert Regimepunt.objects.values(*GOED).get() == {**GOED, **velden}


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"stand": "half", "sinds": None}, "regimepunt_stand_bekend"),
        ({"stand": "geldt_niet"}, "regimepunt_sinds_alleen_als_het_geldt"),
        ({"keuze": " "}, "regimepunt_heeft_keuze"),
        ({"naam": ""}, "regimepunt_heeft_naam"),
        ({"nagekeken_op": None}, "nagekeken_op"),
    ],
)
def test_wat_niet_klopt_weigert_de_database(velden: dict[str, Any], regel: str) -> None:
    with pytest.raises(IntegrityError, match=regel):
        zet(maak_verband().id, **velden)
    assert Regimepunt.objects.count() == 0


def test_een_rol_of_afspraak_staat_er_een_keer() -> None:
    verband = maak_verband()
    zet(verband.id)
    zet(maak_verband().id)
    with pytest.raises(IntegrityError, match="regimepunt_een_per_keuze"):
        zet(verband.id)


@pytest.mark.parametrize(("veld", "waarde"), [("keuze", "'vereffening'"), ("naam", "'Anders'"), ("verband_id", "0")])
def test_wat_het_is_verandert_nooit(veld: str, waarde: str) -> None:
    punt = maak_regimepunt(maak_verband())
    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE governance_regimepunt SET {veld} = {waarde} WHERE id = %s", [punt.pk])  # noqa: S608
