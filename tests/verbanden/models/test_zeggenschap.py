"""Half a share of votes does not exist: the database wants both numbers or neither."""

import pytest
from django.db import IntegrityError

from tests.fabriek import maak_verband
from verbanden.models import Bestuursorgaan, Zeggenschap

pytestmark = pytest.mark.django_db


def stemmen(onze: int | None, totaal: int | None) -> None:
    rij = Zeggenschap(verband=maak_verband(), orgaan=Bestuursorgaan.ALGEMEEN_BESTUUR, principe="gewogen")
    rij.onze_stemmen, rij.totaal_stemmen = onze, totaal
    rij.save()


@pytest.mark.parametrize(("onze", "totaal"), [(22, None), (None, 22), (3, 2), (0, 0)])
def test_een_halve_stemverhouding_komt_er_niet_in(onze: int | None, totaal: int | None) -> None:
    with pytest.raises(IntegrityError, match="zeggenschap_stemmen_passen"):
        stemmen(onze, totaal)


@pytest.mark.parametrize(("onze", "totaal"), [(None, None), (0, 2), (2, 2)])
def test_een_hele_of_geen_verhouding_wel(onze: int | None, totaal: int | None) -> None:
    stemmen(onze, totaal)
    assert list(Zeggenschap.objects.values_list("onze_stemmen", "totaal_stemmen")) == [(onze, totaal)]
