"""Handing over a partnership."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_verband
from verbanden.handelingen import accounthouders
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Accounthouderschap

pytestmark = pytest.mark.django_db
VANAF = date(2026, 6, 1)


def perioden() -> list[tuple[int, date, date | None]]:
    return list(Accounthouderschap.objects.order_by("van").values_list("gebruiker_id", "van", "tot"))


def test_de_vorige_eindigt_op_de_dag_dat_de_nieuwe_begint() -> None:
    verband, door, nieuw = maak_verband(), maak_gebruiker(Rol.CONTROLLER), maak_gebruiker(Rol.ACCOUNTHOUDER)
    oud = maak_accounthouder(verband)
    vorige = Accounthouderschap.objects.get().pk
    accounthouders.draag_over(verband=verband, aan=nieuw, van=VANAF, vorige=vorige, door=door, op=NU)
    assert perioden() == [(oud.pk, date(2025, 1, 1), VANAF), (nieuw.pk, VANAF, None)]
    assert [verband.is_van(oud, dag) for dag in (date(2026, 5, 31), VANAF)] == [True, False]
    assert Gebeurtenis.objects.get().wat == Handeling.AANGEWEZEN


def test_de_eerste_accounthouder() -> None:
    verband, door, nieuw = maak_verband(), maak_gebruiker(Rol.CONTROLLER), maak_gebruiker(Rol.ACCOUNTHOUDER)
    accounthouders.draag_over(verband=verband, aan=nieuw, van=VANAF, vorige=None, door=door, op=NU)
    assert perioden() == [(nieuw.pk, VANAF, None)]


def test_iemand_anders_droeg_al_over() -> None:
    verband, door, nieuw = maak_verband(), maak_gebruiker(Rol.CONTROLLER), maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(verband)
    with pytest.raises(VersieConflict):
        accounthouders.draag_over(verband=verband, aan=nieuw, van=VANAF, vorige=None, door=door, op=NU)


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE, Rol.ACCOUNTHOUDER])
def test_zonder_recht(rol: Rol) -> None:
    verband, nieuw = maak_verband(), maak_gebruiker(Rol.ACCOUNTHOUDER)
    with pytest.raises(PermissionDenied):
        accounthouders.draag_over(verband=verband, aan=nieuw, van=VANAF, vorige=None, door=maak_gebruiker(rol), op=NU)


@pytest.mark.parametrize(
    ("rol", "actief", "van", "veld"),
    [
        (Rol.RAADSLID, True, VANAF, "gebruiker"),
        (Rol.ACCOUNTHOUDER, False, VANAF, "gebruiker"),
        (Rol.ACCOUNTHOUDER, True, date(2025, 1, 1), "van"),
        (Rol.ACCOUNTHOUDER, True, date(2024, 1, 1), "van"),
    ],
)
def test_wat_niet_kan(rol: Rol, actief: bool, van: date, veld: str) -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    maak_accounthouder(verband)
    voor = perioden()
    with pytest.raises(ValidationError) as fout:
        accounthouders.draag_over(
            verband=verband,
            aan=maak_gebruiker(rol, is_active=actief),
            van=van,
            vorige=Accounthouderschap.objects.get().pk,
            door=door,
            op=NU,
        )
    assert (list(fout.value.message_dict), perioden()) == ([veld], voor)


def test_een_fout_onderweg_laat_niets_achter(monkeypatch: pytest.MonkeyPatch) -> None:
    verband, door, nieuw = maak_verband(), maak_gebruiker(Rol.CONTROLLER), maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(verband)
    voor = perioden()

    def stuk(*_: object, **__: object) -> None:
        raise RuntimeError("stroomstoring")

    monkeypatch.setattr(accounthouders, "leg_vast", stuk)
    vorige = Accounthouderschap.objects.get().pk
    with pytest.raises(RuntimeError):
        accounthouders.draag_over(verband=verband, aan=nieuw, van=VANAF, vorige=vorige, door=door, op=NU)
    assert perioden() == voor
