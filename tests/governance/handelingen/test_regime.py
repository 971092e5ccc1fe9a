"""A role or agreement is recorded under the name that the afwegingskader gives it."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.handelingen import regime
from governance.models import Regimepunt
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_accounthouder, maak_afwegingskader, maak_gebruiker, maak_verband

pytestmark = pytest.mark.django_db
WAARDEN: dict[str, Any] = {"keuze": "informatieprotocol", "stand": "geldt", "nagekeken_op": VANDAAG}


def test_de_naam_komt_uit_het_kader() -> None:
    maak_afwegingskader()
    verband = maak_verband()
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(verband, houder)
    punt = regime.voeg_toe(verband=verband, waarden=WAARDEN, door=houder, op=NU)
    assert (punt.keuze, punt.naam, punt.versie) == ("informatieprotocol", "Informatieprotocol", 1)


@pytest.mark.parametrize("keuze", ["verzonnen", "netwerk", ""])
def test_wat_geen_rol_of_afspraak_is_komt_er_niet_in(keuze: str) -> None:
    maak_afwegingskader()
    with pytest.raises(ValidationError, match="staat niet in het afwegingskader"):
        regime.voeg_toe(
            verband=maak_verband(), waarden={**WAARDEN, "keuze": keuze}, door=maak_gebruiker(Rol.CONTROLLER), op=NU
        )
    assert Regimepunt.objects.count() == 0


def test_zonder_kader_is_er_niets_te_kiezen() -> None:
    with pytest.raises(ValidationError, match="staat niet in het afwegingskader"):
        regime.voeg_toe(verband=maak_verband(), waarden=WAARDEN, door=maak_gebruiker(Rol.CONTROLLER), op=NU)


def test_wie_niet_mag_bewerken_legt_niets_vast() -> None:
    maak_afwegingskader()
    with pytest.raises(PermissionDenied):
        regime.voeg_toe(verband=maak_verband(), waarden=WAARDEN, door=maak_gebruiker(Rol.RAADSLID), op=NU)
    assert Regimepunt.objects.count() == 0
