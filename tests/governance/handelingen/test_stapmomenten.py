"""Writing about a computed step: who may, what must be there before it goes to the raad, and in which order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from governance.agenda.moment import Stapsleutel
from governance.handelingen.momenten import eis_volgorde
from governance.handelingen.stapmomenten import schrijf
from governance.models import VOLGENDE_MOMENTSTATUS, Momentstatus, RolRaad, Stapmoment
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_moment, maak_regeling
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
SLEUTEL = Stapsleutel("begroting", 2027, 1, "zienswijze_begroting")
LATER = NU + timedelta(hours=1)


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_regeling()


def doe(verband: Samenwerkingsverband, door: Any, versie: int | None = None, **waarden: Any) -> Stapmoment:
    schrijf(verband=verband, sleutel=SLEUTEL, waarden=waarden, versie=versie, door=door, op=LATER)
    return Stapmoment.objects.get()


def test_accounthouder_en_griffie_schrijven_en_een_ander_niet(verband: Samenwerkingsverband) -> None:
    houder = maak_accounthouder(verband)
    assert doe(verband, houder, invloed="nog iets").versie == 1
    assert doe(verband, maak_gebruiker(Rol.GRIFFIE), 1, invloed="nog meer").versie == 2
    for rol in (Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER):
        with pytest.raises(PermissionDenied):
            doe(verband, maak_gebruiker(rol), 2, invloed="anders")
    assert Stapmoment.objects.get().invloed == "nog meer"
    assert list(Gebeurtenis.objects.order_by("id").values_list("wat", flat=True)) == ["aangemaakt", "gewijzigd"]


def test_zonder_lokale_betekenis_gaat_het_niet_naar_de_raad(verband: Samenwerkingsverband) -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    for leeg in ("", "  \n"):
        with pytest.raises(ValidationError, match="Schrijf eerst wat dit voor onze gemeente betekent"):
            doe(verband, griffier, status=Momentstatus.NAAR_DE_RAAD, lokale_betekenis=leeg)
    with pytest.raises(ValidationError, match="Schrijf eerst"):
        maak_moment(verband, status=Momentstatus.NAAR_DE_RAAD)
    rij = doe(verband, griffier, status=Momentstatus.NAAR_DE_RAAD, lokale_betekenis="Onze bijdrage stijgt.")
    with pytest.raises(ValidationError, match="Schrijf eerst"):
        doe(verband, griffier, 1, lokale_betekenis="")
    tabel = connection.ops.quote_name(Stapmoment._meta.db_table)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {tabel} SET lokale_betekenis = ' ' WHERE id = %s", [rij.pk])  # noqa: S608  # our name


def test_een_oude_versie_wordt_geweigerd(verband: Samenwerkingsverband) -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    doe(verband, griffier, invloed="een")
    for oud in (None, 7):
        with pytest.raises(VersieConflict):
            doe(verband, griffier, oud, invloed="twee")


def test_buiten_het_mandaat_spreekt_de_raad(verband: Samenwerkingsverband) -> None:
    rij = doe(verband, maak_gebruiker(Rol.GRIFFIE), mandaat="nee", rol_raad="informeren")
    assert rij.rol_raad == RolRaad.OORDEELSVORMING


@pytest.mark.parametrize("was", list(Momentstatus))
@pytest.mark.parametrize("wordt", list(Momentstatus))
def test_de_volgorde_van_de_status(was: Momentstatus, wordt: Momentstatus) -> None:
    if was == wordt or wordt in VOLGENDE_MOMENTSTATUS[was]:
        eis_volgorde(was, wordt)
    else:
        with pytest.raises(ValidationError, match="Een moment kan niet van"):
            eis_volgorde(was, wordt)


def test_wat_vervallen_is_gaat_niet_ineens_naar_de_raad(verband: Samenwerkingsverband) -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    doe(verband, griffier, status=Momentstatus.VERVALLEN, lokale_betekenis="Iets.")
    with pytest.raises(ValidationError, match="Een moment kan niet van 'Vervallen' naar 'Naar de raad'"):
        doe(verband, griffier, 1, status=Momentstatus.NAAR_DE_RAAD)
