"""The database itself refuses to change what was reviewed or published, also by hand."""

from typing import Any

import pgtrigger
import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kennisbank.models import VOLGENDE_STATUS, Artikelversie, Status
from tests.fabriek import NU, maak_artikel, maak_gebruiker

pytestmark = pytest.mark.django_db


def zet(versie: Artikelversie, kolommen: str, *waarden: Any) -> None:
    with pgtrigger.ignore(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE kennisbank_artikelversie SET {kolommen} WHERE id = %s", [*waarden, versie.pk])  # noqa: S608


@pytest.mark.parametrize("status", [Status.NAGEKEKEN, Status.GEPUBLICEERD])
@pytest.mark.parametrize("kolom", ["tekst", "titel", "samenvatting", "eigenaar", "bron"])
def test_what_others_reviewed_or_read_stays(status: Status, kolom: str) -> None:
    with pytest.raises(DatabaseError):
        zet(maak_artikel(status=status), f"{kolom} = 'griffie', eigen_invulling = false")


def test_a_text_cannot_change_on_its_way_to_readers() -> None:
    versie = maak_artikel(status=Status.NAGEKEKEN)
    with pytest.raises(DatabaseError):
        zet(versie, "status = 'gepubliceerd', gepubliceerd_op = %s, tekst = 'iets anders'", NU)
    zet(versie, "status = 'gepubliceerd', gepubliceerd_op = %s", NU)


@pytest.mark.parametrize("van", Status)
@pytest.mark.parametrize("naar", Status)
def test_only_the_steps_of_the_table_exist(van: Status, naar: Status) -> None:
    if van is Status.CONCEPT and naar is Status.CONCEPT:
        return
    versie = maak_artikel(status=van, ingetrokken_op=NU if van is Status.INGETROKKEN else None)
    door = versie.nagekeken_door or maak_gebruiker()
    nagekeken = (None, None) if naar is Status.CONCEPT else (door.pk, NU)
    gepubliceerd = NU if naar in (Status.GEPUBLICEERD, Status.INGETROKKEN) else None
    waarden = (naar.value, *nagekeken, gepubliceerd, NU if naar is Status.INGETROKKEN else None)
    kolommen = "status = %s, nagekeken_door_id = %s, nagekeken_op = %s, gepubliceerd_op = %s, ingetrokken_op = %s"
    if naar in VOLGENDE_STATUS[van]:
        zet(versie, kolommen, *waarden)
    else:
        with pytest.raises(DatabaseError):
            zet(versie, kolommen, *waarden)


@pytest.mark.parametrize("status", [Status.NAGEKEKEN, Status.GEPUBLICEERD])
def test_only_a_concept_can_be_thrown_away(status: Status) -> None:
    with pytest.raises(DatabaseError), pgtrigger.ignore(), transaction.atomic():
        maak_artikel(status=status).delete()


def test_the_writer_never_is_the_reviewer() -> None:
    schrijver = maak_gebruiker()
    versie = maak_artikel(status=Status.CONCEPT, schrijver=schrijver)
    with pytest.raises(IntegrityError):
        zet(versie, "status = 'nagekeken', nagekeken_door_id = %s, nagekeken_op = %s", schrijver.pk, NU)
