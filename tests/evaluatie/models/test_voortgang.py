"""What the database itself holds of a progress report: one per round, whole when finished, and then it stays."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from evaluatie.models import Voortgang
from evaluatie.models.voortgang import VOLGENDE
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_verband, maak_voortgang

pytestmark = pytest.mark.django_db
GOED: dict[str, Any] = {
    "jaar": 2025,
    "moment": "jaarrekening",
    "status": "concept",
    "resultaten": "",
    "kosten": "",
    "risicos": "",
    "beantwoordt": "onbekend",
    "motief": "",
    "veranderd": "",
}


def zet(**velden: Any) -> None:
    """Insert a row by hand."""
    waarden = {**GOED, "versie": 1, **velden}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO evaluatie_voortgang ({', '.join(waarden)}) VALUES ({', '.join(['%s'] * len(waarden))})",  # noqa: S608
            list(waarden.values()),
        )


def werk_bij(voortgang: Voortgang, opdracht: str) -> None:
    """Change or remove a row by hand."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"{opdracht} WHERE id = %s", [voortgang.pk])


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"jaar": 1900}, "voortgang_jaar_bestaat"),
        ({"moment": "kadernota"}, "voortgang_moment_bekend"),
        ({"beantwoordt": "misschien"}, "voortgang_beantwoordt_bekend"),
        ({"status": "half"}, "voortgang_afgerond_heeft_wie_en_wanneer"),
        ({"status": "afgerond"}, "voortgang_afgerond_heeft_wie_en_wanneer"),
        ({"afgerond_op": NU}, "voortgang_afgerond_heeft_wie_en_wanneer"),
    ],
)
def test_wat_niet_klopt_weigert_de_database(velden: dict[str, Any], regel: str) -> None:
    with pytest.raises(IntegrityError, match=regel):
        zet(verband_id=maak_verband().id, **velden)


@pytest.mark.parametrize("leeg", ["resultaten", "motief"])
def test_afgerond_is_ingevuld(leeg: str) -> None:
    door = maak_gebruiker(Rol.CONTROLLER)
    vol: dict[str, Any] = {"resultaten": "Iets.", "motief": "Iets.", "status": "afgerond"}
    vol |= {"afgerond_op": NU, "afgerond_door_id": door.pk}
    with pytest.raises(IntegrityError, match="voortgang_afgerond_is_ingevuld"):
        zet(verband_id=maak_verband().id, **(vol | {leeg: " "}))


def test_er_is_een_voortgang_per_ronde() -> None:
    verband = maak_verband()
    zet(verband_id=verband.id)
    zet(verband_id=verband.id, moment="begroting")
    with pytest.raises(IntegrityError, match="voortgang_een_per_ronde"):
        zet(verband_id=verband.id)


def test_wat_afgerond_is_verandert_niet_en_verdwijnt_niet() -> None:
    voortgang = maak_voortgang(maak_verband())
    for opdracht in ("UPDATE evaluatie_voortgang SET resultaten = 'Anders.'", "DELETE FROM evaluatie_voortgang"):
        with pytest.raises(DatabaseError, match="a finished progress report stays as it is"):
            werk_bij(voortgang, opdracht)
    werk_bij(
        voortgang,
        "UPDATE evaluatie_voortgang SET status = 'concept', afgerond_op = NULL, afgerond_door_id = NULL",
    )
    werk_bij(voortgang, "UPDATE evaluatie_voortgang SET resultaten = 'Anders.'")


def test_de_ronde_verandert_nooit() -> None:
    voortgang = maak_voortgang(maak_verband(), klaar=False)
    with pytest.raises(DatabaseError, match="onveranderlijk"):
        werk_bij(voortgang, "UPDATE evaluatie_voortgang SET jaar = 2026")


def test_elke_status_heeft_een_volgende() -> None:
    assert set(VOLGENDE) == set(Voortgang.Status)
    assert set().union(*VOLGENDE.values()) == set(Voortgang.Status)
