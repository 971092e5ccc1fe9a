"""The register for measuring: its size, its history, and that it is the same every time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance.models import Moment
from governance.voorbeeld.omvang import maak_momenten
from verbanden.models import Jaarcijfer, Samenwerkingsverband, StandVanZaken
from verbanden.voorbeeld.omvang import maak_omvang

pytestmark = pytest.mark.django_db

NU = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_aantallen_jaren_en_geschiedenis():
    verbanden = maak_omvang(10, 4, nu=NU)
    momenten = maak_momenten(verbanden, nu=NU)
    assert (len(verbanden), Samenwerkingsverband.objects.count(), Samenwerkingsverband.history.count()) == (10, 10, 12)
    assert set(Jaarcijfer.objects.values_list("jaar", flat=True)) == {2024, 2025, 2026, 2027}
    assert Jaarcijfer.objects.count() == 10 * 6 * (2 + 2 + 1 + 1)
    assert Jaarcijfer.history.count() == Jaarcijfer.objects.count() * 6 // 5
    assert (len(momenten), Moment.history.count()) == (80, 80)


def test_het_verleden_verschilt_van_vandaag():
    maak_omvang(5, 2, nu=NU)
    toen = StandVanZaken.objects.op(NU - timedelta(days=300)).order_by("id").values_list("versie", "zin")
    nu = StandVanZaken.objects.op(None).order_by("id").values_list("versie", "zin")
    zin = "Het gaat zoals afgesproken, maar de kosten vragen aandacht."
    assert set(toen) == {(1, zin)}
    assert set(nu) == {(1, zin), (2, f"{zin} (bijgewerkt)")}


def test_alles_zou_ook_door_een_formulier_komen():
    verbanden = maak_omvang(13, 2, nu=NU)
    for verband in verbanden:
        verband.refresh_from_db()
        verband.full_clean()
    for cijfer in Jaarcijfer.objects.all()[:20]:
        cijfer.full_clean()
