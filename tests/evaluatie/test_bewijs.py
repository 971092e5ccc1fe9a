"""What evaluatie says of the principle 'er is een evaluatiekader', by the rule that stands beside it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from evaluatie.bewijs import KADER, bewijzen
from evaluatie.models import Evaluatiestap
from evaluatie.models.evaluatie import Stap
from samenwerkingswijzer.bewijs import Bewijs, Bewijsstand
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.evaluatie.handelingen.test_evaluaties import stel_vast
from tests.evaluatie.views.test_evaluaties import geconcludeerd
from tests.fabriek import NU, maak_evaluatie, maak_gebruiker, maak_ontwikkelpunt, maak_verband
from verbanden.models import Levensfase, Samenwerkingsverband

pytestmark = pytest.mark.django_db
HEDEN = Peildatum(NU.date())
STRAKS = Peildatum(NU.date() + timedelta(days=400))


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(levensfase=Levensfase.UITVOEREN)


def kader(verband: Samenwerkingsverband, peildatum: Peildatum = HEDEN) -> Bewijs:
    (een,) = [een for een in bewijzen(peildatum, verband.pk) if een.uitgangspunt == KADER]
    assert een.url == f"/verbanden/{verband.slug}/evaluaties/"
    return een


def test_zonder_criteria_is_er_geen_kader(verband: Samenwerkingsverband) -> None:
    maak_evaluatie(verband, criteria=[])
    een = kader(verband)
    assert (een.stand, een.zin) == (Bewijsstand.NIET, "Er zijn geen criteria gekozen om dit verband te evalueren.")
    assert bewijzen(HEDEN, 0) == []


def test_een_lopende_evaluatie_telt_als_zij_op_tijd_is(verband: Samenwerkingsverband) -> None:
    evaluatie = maak_evaluatie(verband, stap="gesprek")
    eind = Evaluatiestap.objects.get(evaluatie=evaluatie, stap=Stap.VASTGESTELD)
    laat = Evaluatiestap.objects.get(evaluatie=evaluatie, stap=Stap.GESPREK)
    assert kader(verband).zin == "De evaluatie over 2025 is te laat: de stap gesprek."
    laat.gepland_op = NU.date()
    laat.save()
    een = kader(verband)
    assert (een.stand, een.zin) == (Bewijsstand.MET, "De evaluatie over 2025 loopt en is gepland voor 28 juni 2026.")
    eind.gepland_op = NU.date() + timedelta(days=367)
    eind.save()
    assert kader(verband).stand is Bewijsstand.DEELS
    eind.delete()
    assert kader(verband).zin == "De evaluatie over 2025 loopt, zonder planning."


def test_een_vastgestelde_evaluatie_telt_een_jaar(
    verband: Samenwerkingsverband, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stel_vast(geconcludeerd(verband, maak_gebruiker(Rol.CONTROLLER)), maak_gebruiker(Rol.GRIFFIE))
    maak_ontwikkelpunt(verband)
    een = kader(verband)
    assert (een.stand, een.zin) == (Bewijsstand.MET, "De laatste evaluatie is vastgesteld op 20 mei 2026.")
    een = kader(verband, STRAKS)
    assert (een.stand, een.zin.split(",")[0]) == (Bewijsstand.DEELS, "Er zijn criteria")
    maak_evaluatie(verband, 2026)
    with django_assert_num_queries(4):
        assert len(bewijzen(HEDEN, verband.pk)) == 2
