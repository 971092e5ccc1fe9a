"""What the database itself holds of a filled-in handreiking."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from governance.handelingen import relevantie
from governance.models import Relevantie
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_afwegingskader, maak_gebruiker, maak_verband
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db


def maak(verband: Samenwerkingsverband, jaar: int = 2026) -> Relevantie:
    maak_afwegingskader()
    return relevantie.vul_in(
        verband=verband, jaar=jaar, versie=None, antwoorden={"geld": "klein"}, vraagstukken=[], toelichting="",
        door=maak_gebruiker(Rol.CONTROLLER), op=NU,
    )  # fmt: skip


@pytest.mark.parametrize("jaar", [1999, 2101])
def test_een_jaar_dat_niet_bestaat_weigeren_formulier_en_database(jaar: int) -> None:
    with pytest.raises(ValidationError):
        maak(maak_verband(), jaar)
    rij = maak(maak_verband())
    with (
        pytest.raises(IntegrityError, match="relevantie_jaar_bestaat"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO governance_relevantie (versie, verband_id, jaar, instrument_id, antwoorden, vraagstukken,"
            " toelichting, invuller_id) SELECT versie, verband_id, %s, instrument_id, antwoorden, vraagstukken,"
            " toelichting, invuller_id FROM governance_relevantie WHERE id = %s",
            [jaar, rij.pk],
        )


def test_er_is_een_handreiking_per_verband_en_jaar() -> None:
    rij = maak(maak_verband())
    with (
        pytest.raises(IntegrityError, match="relevantie_een_per_jaar"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO governance_relevantie (versie, verband_id, jaar, instrument_id, antwoorden, vraagstukken,"
            " toelichting, invuller_id) SELECT versie, verband_id, jaar, instrument_id, antwoorden, vraagstukken,"
            " toelichting, invuller_id FROM governance_relevantie WHERE id = %s",
            [rij.pk],
        )


@pytest.mark.parametrize("veld", ["jaar", "verband_id", "instrument_id"])
def test_waar_het_over_gaat_verandert_nooit(veld: str) -> None:
    rij = maak(maak_verband())
    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE governance_relevantie SET {veld} = {veld} + 1 WHERE id = %s", [rij.pk])  # noqa: S608
