"""A row about a party is about somebody who takes part; what is there stays when a participation goes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from governance.handelingen.samenspel import GEEN_DEELNEMER, alleen_deelnemers
from governance.models import Standpunt
from samenwerkingswijzer.historie import verwijder
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_deelname, maak_gebruiker, maak_organisatie, maak_verband
from verbanden.handelingen import rijen
from verbanden.models import Organisatie, Samenwerkingsverband

pytestmark = pytest.mark.django_db
POORT = rijen.Poort(controle=alleen_deelnemers)


def voeg_toe(verband: Samenwerkingsverband, partij: Organisatie) -> Standpunt:
    waarden = {"partij": partij.pk, "datum": date(2026, 3, 1), "belangen": "rust", "bron": "gesprek"}
    door = maak_gebruiker(Rol.CONTROLLER)
    return rijen.voeg_toe(verband=verband, model=Standpunt, waarden=waarden, door=door, op=NU, poort=POORT)


@pytest.mark.parametrize("tot", [None, date(2025, 1, 1)])
def test_wie_meedoet_of_meedeed_kan(tot: date | None) -> None:
    verband, partij = maak_verband(), maak_organisatie()
    maak_deelname(verband, partij, tot=tot)
    assert voeg_toe(verband, partij).partij == partij


def test_wie_elders_meedoet_niet() -> None:
    verband, partij = maak_verband(), maak_organisatie()
    maak_deelname(maak_verband(), partij)
    with pytest.raises(ValidationError) as gevonden:
        voeg_toe(verband, partij)
    assert gevonden.value.message_dict == {"partij": [GEEN_DEELNEMER]}
    assert Standpunt.objects.count() == 0


def test_een_standpunt_blijft_te_verbeteren_als_de_deelname_weg_is() -> None:
    verband, partij = maak_verband(), maak_organisatie()
    deelname = maak_deelname(verband, partij)
    rij = voeg_toe(verband, partij)
    verwijder(deelname, door=None, op=NU)
    door = maak_gebruiker(Rol.CONTROLLER)
    gewijzigd = rijen.wijzig(
        verband=verband, rij=rij, versie=1, waarden={"bron": "verslag"}, door=door, op=NU, poort=POORT
    )
    assert gewijzigd == ["bron"]
