"""A goal stands on a rung that is there, and is only reached with a measurement or a signed explanation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from evaluatie.handelingen.doelen import beoordeel, doel_van_verband, geldige_trede
from evaluatie.models import Doel, Doeloordeel, Meting
from governance.instrumenten import laad_eigen_invulling
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_doel, maak_gebruiker, maak_meting, maak_verband
from verbanden.handelingen import rijen
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
TREDE, BIJ_DOEL = rijen.Poort(controle=geldige_trede), rijen.Poort(controle=doel_van_verband)
NIEUW: dict[str, Any] = {"titel": "Doel", "omschrijving": "In 2028 is het klaar.", "invalshoek": "inhoud"}
GEHAALD = {"oordeel": "gehaald", "zin": "Het is gelukt dit jaar.", "onderbouwing": "", "datum": VANDAAG}


@pytest.fixture
def door() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


@pytest.fixture
def verband() -> Samenwerkingsverband:
    laad_eigen_invulling(NU)
    return maak_verband()


def test_een_doel_staat_op_een_trede_die_er_is(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="Kies een trede van de prestatieladder"):
        rijen.voeg_toe(
            verband=verband, model=Doel, waarden={**NIEUW, "trede": "verzonnen"}, door=door, op=NU, poort=TREDE
        )
    rijen.voeg_toe(verband=verband, model=Doel, waarden={**NIEUW, "trede": "effect"}, door=door, op=NU, poort=TREDE)
    assert Doel.objects.get().trede == "effect"


def test_een_trede_die_verviel_mag_blijven_staan(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    doel = maak_doel(verband, trede="van_vroeger")
    rijen.wijzig(verband=verband, rij=doel, versie=1, waarden={"titel": "Anders"}, door=door, op=NU, poort=TREDE)
    doel.refresh_from_db()
    assert doel.titel == "Anders"


def test_een_meting_is_van_een_doel_van_dit_verband(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    vreemd = maak_doel(maak_verband())
    waarden = {"doel": vreemd.pk, "datum": VANDAAG, "waarde": Decimal(1), "bron": "telling"}
    with pytest.raises(ValidationError, match="Kies een doel van dit verband"):
        rijen.voeg_toe(verband=verband, model=Meting, waarden=waarden, door=door, op=NU, poort=BIJ_DOEL)


def test_gehaald_noemt_de_meting_die_het_laat_zien(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    doel = maak_doel(verband)
    maak_meting(doel, 150, datum=date(2025, 1, 1))
    meting = maak_meting(doel, 200)
    oordeel = beoordeel(verband=verband, waarden={**GEHAALD, "doel": doel.pk}, door=door, op=NU)
    assert (oordeel.meting, oordeel.auteur) == (meting, door)
    assert Gebeurtenis.objects.latest("id").wat == "aangemaakt"


@pytest.mark.parametrize("metingen", [[], [199], [200, 150]])
def test_zonder_meting_die_het_doel_haalt_is_een_toelichting_nodig(
    metingen: list[int], verband: Samenwerkingsverband, door: Gebruiker
) -> None:
    doel = maak_doel(verband)
    for nummer, waarde in enumerate(metingen):
        maak_meting(doel, waarde, datum=date(2025, 1 + nummer, 1))
    with pytest.raises(ValidationError, match="pas gehaald met een meting of een getekende toelichting"):
        beoordeel(verband=verband, waarden={**GEHAALD, "doel": doel.pk}, door=door, op=NU)
    getekend = {**GEHAALD, "doel": doel.pk, "onderbouwing": "Het contract is getekend."}
    oordeel = beoordeel(verband=verband, waarden=getekend, door=door, op=NU)
    assert (oordeel.meting, oordeel.auteur) == (None, door)


def test_een_ander_oordeel_vraagt_geen_bewijs(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    doel = maak_doel(verband)
    beoordeel(verband=verband, waarden={**GEHAALD, "doel": doel.pk, "oordeel": "achter"}, door=door, op=NU)
    assert Doeloordeel.objects.get().oordeel == "achter"


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE, Rol.ACCOUNTHOUDER])
def test_wie_niet_mag_oordeelt_niet(rol: Rol, verband: Samenwerkingsverband) -> None:
    doel = maak_doel(verband)
    with pytest.raises(PermissionDenied):
        beoordeel(verband=verband, waarden={**GEHAALD, "doel": doel.pk}, door=maak_gebruiker(rol), op=NU)
    assert Doeloordeel.objects.count() == 0
