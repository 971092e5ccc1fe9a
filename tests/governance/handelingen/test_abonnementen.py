"""Personal addresses: random, kept as a fingerprint, one for each choice, and stopped for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from governance.handelingen import abonnementen
from governance.models import Abonnement
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_verband

pytestmark = pytest.mark.django_db
LATER = NU + timedelta(hours=1)


def test_de_sleutel_staat_nergens_leesbaar() -> None:
    gebruiker = maak_gebruiker(Rol.RAADSLID)
    rij, sleutel = abonnementen.neem(inhoud="raad", verband=None, door=gebruiker, op=NU)
    assert len(sleutel) >= 40
    assert rij.sleutel == abonnementen.vingerafdruk(sleutel)
    with connection.cursor() as cursor:
        for tabel in ("governance_abonnement", "governance_historicalabonnement", "samenwerkingswijzer_gebeurtenis"):
            cursor.execute(f"SELECT count(*) FROM {tabel} t WHERE t::text LIKE %s", [f"%{sleutel}%"])  # noqa: S608
            assert cursor.fetchone() == (0,)


def test_een_nieuw_adres_stopt_het_oude_van_dezelfde_keuze() -> None:
    gebruiker, ander, verband = maak_gebruiker(), maak_gebruiker(), maak_verband()
    oud, eerste = abonnementen.neem(inhoud="raad", verband=None, door=gebruiker, op=NU)
    abonnementen.neem(inhoud="verband", verband=verband, door=gebruiker, op=NU)
    abonnementen.neem(inhoud="raad", verband=None, door=ander, op=NU)
    _, tweede = abonnementen.neem(inhoud="raad", verband=None, door=gebruiker, op=LATER)
    oud.refresh_from_db()
    assert eerste != tweede
    assert oud.ingetrokken_op == LATER
    assert Abonnement.objects.geldig().count() == 3


def test_alleen_de_eigenaar_trekt_in_en_twee_keer_is_een_keer() -> None:
    gebruiker, ander = maak_gebruiker(), maak_gebruiker()
    rij, _ = abonnementen.neem(inhoud="alles", verband=None, door=gebruiker, op=NU)
    abonnementen.trek_in(abonnement=rij, door=ander, op=LATER)
    assert Abonnement.objects.geldig().count() == 1
    for moment in (LATER, LATER + timedelta(hours=1)):
        abonnementen.trek_in(abonnement=rij, door=gebruiker, op=moment)
    rij.refresh_from_db()
    assert rij.ingetrokken_op == LATER


def test_een_verband_hoort_bij_een_verband() -> None:
    with pytest.raises(ValidationError):
        abonnementen.neem(inhoud="verband", verband=None, door=maak_gebruiker(), op=NU)
    with pytest.raises(ValidationError):
        abonnementen.neem(inhoud="raad", verband=maak_verband(), door=maak_gebruiker(), op=NU)


def test_de_database_kent_een_geldig_adres_per_keuze() -> None:
    gebruiker = maak_gebruiker()
    rij, _ = abonnementen.neem(inhoud="raad", verband=None, door=gebruiker, op=NU)
    dubbel = Abonnement(gebruiker=gebruiker, inhoud="raad", sleutel="0" * 64, gemaakt_op=NU)
    with pytest.raises(IntegrityError), transaction.atomic():
        Abonnement.objects.bulk_create([dubbel])
    assert str(rij) == "Alle momenten van de raad"
