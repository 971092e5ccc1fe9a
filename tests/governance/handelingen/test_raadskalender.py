"""The council's own calendar: who keeps it, what it refuses, and that its past stays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from governance.handelingen import raadskalender
from governance.models import Raadsvergadering, Reces
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker
from verbanden.handelingen.vergrendeling import VersieConflict

pytestmark = pytest.mark.django_db
LATER = NU + timedelta(hours=1)


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


def test_meer_dagen_tegelijk_en_wat_er_al_staat_blijft(griffier: Gebruiker) -> None:
    dagen = [date(2026, 6, 2), date(2026, 6, 23), date(2026, 6, 2)]
    assert len(raadskalender.plan(soort="raad", dagen=dagen, door=griffier, op=NU)) == 2
    nieuw = raadskalender.plan(soort="raad", dagen=[*dagen, date(2026, 7, 7)], door=griffier, op=NU)
    assert [rij.datum for rij in nieuw] == [date(2026, 7, 7)]
    assert Gebeurtenis.objects.filter(wie=griffier, wat="aangemaakt").count() == 3
    with pytest.raises(ValidationError, match="staan er al"):
        raadskalender.plan(soort="raad", dagen=dagen, door=griffier, op=NU)
    assert raadskalender.plan(soort="commissie", dagen=dagen[:1], door=griffier, op=NU)


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER])
def test_een_ander_houdt_de_kalender_niet_bij(rol: Rol) -> None:
    wie = maak_gebruiker(rol)
    with pytest.raises(PermissionDenied):
        raadskalender.plan(soort="raad", dagen=[date(2026, 6, 2)], door=wie, op=NU)
    with pytest.raises(PermissionDenied):
        raadskalender.voeg_reces_toe(waarden={}, door=wie, op=NU)


def test_wijzigen_en_weghalen_laten_de_geschiedenis_staan(griffier: Gebruiker) -> None:
    (rij,) = raadskalender.plan(soort="raad", dagen=[date(2026, 6, 2)], door=griffier, op=NU)
    waarden = {"datum": date(2026, 6, 9), "stukken_uiterlijk": date(2026, 5, 26)}
    rij = raadskalender.wijzig(dag=rij, waarden=waarden, versie=1, door=griffier, op=LATER)
    assert (rij.datum, rij.versie) == (date(2026, 6, 9), 2)
    with pytest.raises(VersieConflict):
        raadskalender.haal_weg(dag=rij, versie=1, door=griffier, op=LATER)
    with pytest.raises(VersieConflict):
        raadskalender.wijzig(dag=rij, waarden={"datum": date(2026, 6, 16)}, versie=1, door=griffier, op=LATER)
    raadskalender.haal_weg(dag=rij, versie=2, door=griffier, op=LATER)
    assert not Raadsvergadering.objects.exists()
    assert Raadsvergadering.objects.op(NU).get().datum == date(2026, 6, 2)


def test_een_reces_eindigt_na_het_begin(griffier: Gebruiker) -> None:
    waarden = {"naam": "zomerreces", "van": date(2026, 8, 30), "tot": date(2026, 7, 11)}
    with pytest.raises(ValidationError, match="laatste dag ligt voor de eerste"):
        raadskalender.voeg_reces_toe(waarden=waarden, door=griffier, op=NU)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reces.objects.bulk_create([Reces(**waarden)])
