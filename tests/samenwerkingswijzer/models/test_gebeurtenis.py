"""The audit log: one line per event, that nobody can change, remove or empty."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_verband

pytestmark = pytest.mark.django_db


def test_a_line_says_who_did_what_to_which_object() -> None:
    wie, verband = maak_gebruiker(Rol.CONTROLLER), maak_verband()
    regel = leg_vast(Handeling.GEWIJZIGD, door=wie, op=NU, over=verband, velden=["naam"])
    regel.refresh_from_db()
    assert (regel.wie, regel.wat, regel.tijd, regel.gelukt, regel.herkomst) == (wie, "gewijzigd", NU, True, "web")
    assert (regel.object_soort, regel.object_id) == ("verbanden.samenwerkingsverband", verband.id)
    assert regel.details == {"velden": ["naam"]}


def test_a_line_without_user_or_object_can_be_kept() -> None:
    regel = leg_vast(Handeling.INLOGGEN_MISLUKT, door=None, op=NU, gelukt=False)
    assert (regel.wie, regel.object_soort, regel.object_id, regel.gelukt) == (None, "", None, False)


def verander(regel: Gebeurtenis) -> None:
    regel.wat = Handeling.UITGELOGD
    regel.save()


def verwijder(regel: Gebeurtenis) -> None:
    regel.delete()


def maak_leeg(regel: Gebeurtenis) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {regel._meta.db_table}")


@pytest.mark.parametrize("knoeien", [verander, verwijder, maak_leeg])
def test_the_database_refuses_to_touch_a_line(knoeien: Callable[[Gebeurtenis], None]) -> None:
    regel = leg_vast(Handeling.INGELOGD, door=None, op=NU)
    with pytest.raises(DatabaseError), transaction.atomic():
        knoeien(regel)
    assert Gebeurtenis.objects.get().wat == Handeling.INGELOGD


@pytest.mark.parametrize("handeling", Handeling)
def test_every_kind_of_event_can_be_kept(handeling: Handeling) -> None:
    assert leg_vast(handeling, door=None, op=NU).get_wat_display() == handeling.label
