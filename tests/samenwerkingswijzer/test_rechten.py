from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied

from samenwerkingswijzer.rechten import RECHTEN, Bereik, Recht, Rol, eis, mag

DAG = date(2026, 5, 20)
# What each role may do, written out: the table of the code must be equal to it.
# A session is of raad and college, and led by the griffie: nobody else has a part in it.
IN_DE_SESSIE = {Recht.SESSIE_LEIDEN, Recht.SCOREN}
# So is what the raad says to a board or asks of the college: the register has no part in it.
VAN_DE_RAAD = {
    Recht.ZIENSWIJZE_BIJHOUDEN,
    Recht.ZIENSWIJZE_ADVISEREN,
    Recht.ZIENSWIJZE_VASTSTELLEN,
    Recht.RAADSVRAAG_STELLEN,
    Recht.RAADSVRAAG_BEANTWOORDEN,
}
VERWACHT = {
    Rol.RAADSLID: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.SCOREN: Bereik.ALLE,
        Recht.RAADSVRAAG_STELLEN: Bereik.ALLE,
    },
    Rol.COLLEGE: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.ADVISEREN: Bereik.ALLE,
        Recht.MANDAAT_TOETSEN: Bereik.ALLE,
        Recht.SIGNAAL_AFHANDELEN: Bereik.ALLE,
        Recht.SCOREN: Bereik.ALLE,
        Recht.ZIENSWIJZE_ADVISEREN: Bereik.ALLE,
        Recht.RAADSVRAAG_BEANTWOORDEN: Bereik.ALLE,
    },
    Rol.ACCOUNTHOUDER: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.BEWERKEN: Bereik.EIGEN,
        Recht.OORDELEN: Bereik.EIGEN,
        Recht.ADVISEREN: Bereik.ALLE,
        Recht.MANDAAT_TOETSEN: Bereik.EIGEN,
        Recht.SIGNAAL_AFHANDELEN: Bereik.EIGEN,
        Recht.VOORSTEL_BEOORDELEN: Bereik.EIGEN,
        Recht.ZIENSWIJZE_BIJHOUDEN: Bereik.EIGEN,
        Recht.ZIENSWIJZE_ADVISEREN: Bereik.EIGEN,
        Recht.RAADSVRAAG_BEANTWOORDEN: Bereik.EIGEN,
        Recht.KENNIS_SCHRIJVEN: Bereik.ALLE,
    },
    Rol.GRIFFIE: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.ADVISEREN: Bereik.ALLE,
        Recht.AGENDA_BIJHOUDEN: Bereik.ALLE,
        Recht.KLASSE_VASTLEGGEN: Bereik.ALLE,
        Recht.SESSIE_LEIDEN: Bereik.ALLE,
        Recht.SIGNAAL_AFHANDELEN: Bereik.ALLE,
        Recht.LIJST_SAMENSTELLEN: Bereik.ALLE,
        Recht.LIJST_VASTSTELLEN: Bereik.ALLE,
        Recht.EVALUATIES_VASTSTELLEN: Bereik.ALLE,
        Recht.ONTWIKKELAGENDA_BIJHOUDEN: Bereik.ALLE,
        Recht.ZIENSWIJZE_BIJHOUDEN: Bereik.ALLE,
        Recht.ZIENSWIJZE_VASTSTELLEN: Bereik.ALLE,
        Recht.RAADSVRAAG_STELLEN: Bereik.ALLE,
        Recht.KENNIS_SCHRIJVEN: Bereik.ALLE,
    },
    Rol.CONTROLLER: {
        recht: Bereik.ALLE for recht in Recht if recht not in {Recht.BEHEREN, *IN_DE_SESSIE, *VAN_DE_RAAD}
    },
    Rol.BEHEERDER: {recht: Bereik.ALLE for recht in Recht if recht not in IN_DE_SESSIE | VAN_DE_RAAD},
}


class Eigen:
    """A partnership that belongs to one user."""

    def __init__(self, van: object) -> None:
        self.van = van

    def is_van(self, gebruiker: object, op: date) -> bool:
        return gebruiker is self.van and op == DAG


def wie(rol: str, **velden: object) -> SimpleNamespace:
    return SimpleNamespace(**{"rol": rol, "is_authenticated": True, "is_active": True, **velden})


def test_de_tabel_is_zoals_afgesproken() -> None:
    assert RECHTEN == VERWACHT


@pytest.mark.parametrize("recht", Recht)
def test_wie_niet_is_ingelogd_mag_niets(recht: Recht) -> None:
    assert not mag(None, recht)
    assert not mag(SimpleNamespace(is_authenticated=False), recht)
    assert not mag(wie(Rol.BEHEERDER, is_active=False), recht)


def test_een_accounthouder_mag_alleen_het_eigen_verband() -> None:
    ik = wie(Rol.ACCOUNTHOUDER)
    assert mag(ik, Recht.BEWERKEN, verband=Eigen(ik), op=DAG)
    assert not mag(ik, Recht.BEWERKEN, verband=Eigen(wie(Rol.ACCOUNTHOUDER)), op=DAG)
    assert not mag(ik, Recht.BEWERKEN, verband=Eigen(ik), op=date(2030, 1, 1))


def test_een_recht_op_eigen_verbanden_vraagt_om_een_dag() -> None:
    ik = wie(Rol.ACCOUNTHOUDER)
    with pytest.raises(ValueError, match="needs the day"):
        mag(ik, Recht.BEWERKEN, verband=Eigen(ik))


def test_wie_niet_mag_hoort_welk_recht_ontbreekt() -> None:
    with pytest.raises(PermissionDenied, match="gegevens van een verband bijwerken"):
        eis(wie(Rol.RAADSLID), Recht.BEWERKEN, verband=Eigen(None), op=DAG)
