"""Evaluations on the langetermijnagenda: what the raad still does in them, on its own meetings."""

from __future__ import annotations

from datetime import date

import pytest

from evaluatie.agenda import BRON
from evaluatie.models import Evaluatiestap
from governance.agenda import bronnen
from governance.agenda.lezen import lees
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_evaluatie, maak_gebruiker, maak_gemeente, maak_raadskalender, maak_verband

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kalender() -> None:
    maak_gemeente()
    maak_raadskalender(date(2026, 6, 23), date(2026, 7, 7), date(2026, 7, 14))


def test_wat_de_raad_nog_doet_staat_op_de_agenda() -> None:
    verband = maak_verband()
    evaluatie = maak_evaluatie(verband)
    Evaluatiestap.objects.get(evaluatie=evaluatie, stap="vastgesteld")
    momenten = [een for een in lees(Peildatum(VANDAAG)).per_verband[verband.id] if een.bron]
    gesprek, slot = sorted(momenten, key=lambda een: een.rol == "besluitvorming")
    gepland = dict(Evaluatiestap.objects.filter(evaluatie=evaluatie).values_list("stap", "gepland_op"))
    assert (gesprek.titel, gesprek.rol, gesprek.datum) == (
        "Evaluatie 2025: gesprek", "oordeelsvorming", gepland["gesprek"],
    )  # fmt: skip
    assert (slot.titel, slot.wie, slot.rol) == ("Evaluatie 2025: vaststellen", "raad", "besluitvorming")
    assert slot.datum <= gepland["vastgesteld"]
    assert slot.pagina == f"/evaluaties/{evaluatie.pk}/" == gesprek.pagina
    assert len({een.kenmerk for een in momenten}) == 2


def test_wat_klaar_is_staat_er_niet_meer() -> None:
    verband = maak_verband()
    evaluatie = maak_evaluatie(verband)
    stap = Evaluatiestap.objects.get(evaluatie=evaluatie, stap="gesprek")
    stap.klaar_op = VANDAAG
    bewaar(stap, door=maak_gebruiker(Rol.GRIFFIE), op=NU)
    momenten = [een.titel for een in lees(Peildatum(VANDAAG)).per_verband[verband.id] if een.bron]
    assert momenten == ["Evaluatie 2025: vaststellen"]


def test_een_bron_staat_er_een_keer_in() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        bronnen.registreer(BRON)
