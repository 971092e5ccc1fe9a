"""Who is important for the raad is evaluated, or has a signal."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine

from evaluatie.models import Evaluatiestap
from evaluatie.regels.signalen import maanden_terug
from evaluatie.signalering import EVALUATIESTAP as STAP
from evaluatie.signalering import ONTBREEKT, vind
from governance.models import Moment
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.evaluatie.handelingen.test_evaluaties import stel_vast
from tests.evaluatie.views.test_evaluaties import geconcludeerd
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_belangrijkheid,
    maak_evaluatie,
    maak_gebruiker,
    maak_gemeente,
    maak_moment,
    maak_verband,
)
from verbanden.models import Klasse, Levensfase, Samenwerkingsverband
from verbanden.signalering.lezen import lees

pytestmark = pytest.mark.django_db


@pytest.fixture
def verband() -> Samenwerkingsverband:
    maak_gemeente()
    kring: Samenwerkingsverband = maak_verband(naam="Kring", korte_naam="", levensfase=Levensfase.UITVOEREN)
    maak_belangrijkheid(kring, Klasse.POLITIEK)
    return kring


def gemeld(verband: Samenwerkingsverband, dag: date = VANDAAG) -> list[str]:
    """The sentences of the rule on a day."""
    gezien = vind(Peildatum(dag), {verband.pk: verband}, {ONTBREEKT: Decimal(14), "actie_over_tijd": Decimal(30)})
    return [een.zin for een in gezien if een.regel.sleutel == ONTBREEKT]


def test_een_belangrijk_verband_zonder_evaluatie(verband: Samenwerkingsverband) -> None:
    zin = "Kring is politiek belangrijk en heeft geen evaluatie gepland of afgerond in de laatste 14 maanden."
    assert gemeld(verband) == [zin]
    maak_belangrijkheid(verband, klasse=Klasse.BESTUURLIJK, datum=VANDAAG)
    assert gemeld(verband) == []


def test_een_klasse_ernaast_telt_ook(verband: Samenwerkingsverband) -> None:
    maak_belangrijkheid(verband, klasse=Klasse.BESTUURLIJK, ook=[Klasse.POLITIEK], datum=VANDAAG)
    assert [zin.split(" en heeft")[0] for zin in gemeld(verband)] == ["Kring is politiek belangrijk"]


def test_wie_bezig_is_of_een_moment_heeft_hoort_niets(verband: Samenwerkingsverband) -> None:
    moment = maak_moment(verband, soort=Moment.Soort.EVALUATIE)
    assert gemeld(verband, moment.datum) == []
    assert gemeld(verband, date(2026, 6, 24)) != []
    maak_evaluatie(verband)
    assert gemeld(verband, date(2026, 6, 24)) == []


def test_een_vastgestelde_evaluatie_telt_veertien_maanden(verband: Samenwerkingsverband) -> None:
    leider, griffie = maak_gebruiker(Rol.CONTROLLER), maak_gebruiker(Rol.GRIFFIE)
    with time_machine.travel(NU, tick=False):
        stel_vast(geconcludeerd(verband, leider), griffie)
    assert gemeld(verband) == gemeld(verband, date(2027, 7, 20)) == []
    assert gemeld(verband, date(2027, 7, 21)) != []


def test_een_stap_die_te_laat_is_geeft_een_signaal(verband: Samenwerkingsverband) -> None:
    evaluatie = maak_evaluatie(verband)
    stap = Evaluatiestap.objects.get(evaluatie=evaluatie, stap=evaluatie.stap)
    te_laat = stap.gepland_op + timedelta(days=1)
    assert [een for een in lees(Peildatum(stap.gepland_op), verband.pk) if een.signaal.regel.sleutel == STAP] == []
    (melding,) = [een for een in lees(Peildatum(te_laat), verband.pk) if een.signaal.regel.sleutel == STAP]
    assert melding.signaal.url == f"/evaluaties/{evaluatie.pk}/"
    assert melding.signaal.zin == (
        f"Evaluatie {evaluatie.jaar} van Kring: de stap opzet had op {datum(stap.gepland_op)} klaar moeten zijn."
    )
    assert melding.signaal.voor == {"accounthouder", "griffie"}


@pytest.mark.parametrize(
    ("dag", "maanden", "eerder"),
    [
        (date(2026, 5, 20), 14, date(2025, 3, 20)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_zoveel_maanden_terug(dag: date, maanden: int, eerder: date) -> None:
    assert maanden_terug(dag, maanden) == eerder
