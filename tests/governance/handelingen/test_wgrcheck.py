"""Only a regeling gets a Wgr-check, also when its form changed while somebody typed."""

import pytest
from django.core.exceptions import ValidationError

from governance.handelingen.wgrcheck import alleen_regelingen
from governance.models import Wgrpunt
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_verband
from verbanden.handelingen import rijen
from verbanden.models import Vorm
from verbanden.models.keuzes import REGELINGEN

pytestmark = pytest.mark.django_db


def voeg_toe(vorm: str) -> None:
    """Add a subject to a new partnership of this form."""
    verband, door = maak_verband(vorm=vorm), maak_gebruiker(Rol.CONTROLLER)
    velden = {"onderwerp": "evaluatie", "stand": "onbekend"}
    poort = rijen.Poort(controle=alleen_regelingen)
    rijen.voeg_toe(verband=verband, model=Wgrpunt, waarden=velden, door=door, op=NU, poort=poort)


@pytest.mark.parametrize("vorm", sorted(REGELINGEN))
def test_een_regeling_krijgt_een_check(vorm: str) -> None:
    voeg_toe(vorm)
    assert Wgrpunt.objects.get().onderwerp == "evaluatie"


@pytest.mark.parametrize("vorm", sorted(set(Vorm) - REGELINGEN))
def test_een_ander_verband_niet(vorm: str) -> None:
    with pytest.raises(ValidationError, match="Dit verband is geen gemeenschappelijke regeling"):
        voeg_toe(vorm)
    assert Wgrpunt.objects.count() == 0
