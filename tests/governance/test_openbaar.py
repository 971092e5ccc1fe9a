"""Residents see a moment when its paper went to the raad, and then only what the public agenda says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from governance.models import Moment
from governance.models.momenttekst import Momentstatus
from governance.openbaar import openbare_momenten
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.peildatum import Peildatum
from tests import fabriek

pytestmark = pytest.mark.django_db
DAG = date(2026, 6, 9)


def maak(**anders: Any) -> Moment:
    gegevens: dict[str, Any] = {
        "datum": DAG,
        "wie": Moment.Wie.RAAD,
        "titel": "Begroting 2027",
        "status": Momentstatus.NAAR_DE_RAAD,
        "rol_raad": Moment.RolRaad.BESLUITVORMING,
        "lokale_betekenis": "verzonnen betekenis",
        "invloed": "verzonnen invloed",
    }
    moment = Moment(verband=fabriek.maak_verband(), **(gegevens | anders))
    bewaar(moment, door=None, op=fabriek.NU)
    return moment


def test_wat_naar_de_raad_is_is_openbaar_zonder_de_teksten_van_binnen() -> None:
    moment = maak()
    (gezien,) = openbare_momenten(Peildatum(DAG))
    assert (gezien.datum, gezien.titel, gezien.wie, gezien.verband_id) == (
        DAG, "Begroting 2027", "Raad", moment.verband_id,
    )  # fmt: skip
    assert (gezien.uitleg, gezien.url, gezien.pagina) == ("", "", "")


@pytest.mark.parametrize(
    "anders",
    [
        {"status": Momentstatus.GEPLAND},
        {"status": Momentstatus.VOORBEREIDING},
        {"status": Momentstatus.VERVALLEN},
        {"wie": Moment.Wie.COLLEGE},
        {"wie": Moment.Wie.ACCOUNTHOUDER},
        {"datum": date(2026, 6, 8)},
    ],
    ids=str,
)
def test_de_rest_blijft_binnen(anders: dict[str, Any]) -> None:
    maak(**anders)
    assert openbare_momenten(Peildatum(DAG)) == []
