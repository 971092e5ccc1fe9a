"""Shares under each other on one base."""

from decimal import Decimal
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring

from samenwerkingswijzer.grafieken import PAPIER, Kleuren, vergelijking, vergelijking_svg

SVG = "{http://www.w3.org/2000/svg}"
DRIE = ("Maassluis", "Schiedam", "Vlaardingen")
RIJEN = (
    ("Stemmen AB", (Decimal(33), Decimal(33), Decimal(34))),
    ("Bijdrage", (Decimal(18), Decimal(43), Decimal(39))),
)


def test_de_eigen_gemeente_staat_vooraan_en_donker() -> None:
    beeld = vergelijking(RIJEN, DRIE)
    assert [deel.klasse for deel in beeld.delen[:3]] == ["own", "other", "other-soft"]
    assert [naam for naam, _ in beeld.namen] == list(DRIE)
    assert beeld.delen[0].x == beeld.delen[3].x


def test_delen_vullen_de_balk_samen() -> None:
    laatste = vergelijking(RIJEN, DRIE, breedte=400).delen[2]
    assert laatste.x + laatste.breedte == pytest.approx(400, abs=2)


def test_meer_dan_honderd_wordt_teruggebracht() -> None:
    laatste = vergelijking([("Kosten", (Decimal(80), Decimal(80)))], ("A", "B"), breedte=400).delen[1]
    assert laatste.x + laatste.breedte <= 400


def test_bij_veel_deelnemers_raken_namen_elkaar_niet() -> None:
    namen = tuple(f"Gemeente {nummer}" for nummer in range(25))
    beeld = vergelijking([("Stemmen", (Decimal(4),) * 25)], namen)
    assert 0 < len(beeld.namen) < 25
    plekken = [x for _, x in beeld.namen]
    assert all(volgende - vorige > 60 for vorige, volgende in pairwise(plekken))


@pytest.mark.parametrize("kleuren", [None, PAPIER])
def test_de_uitleg_noemt_elk_aandeel(kleuren: Kleuren | None) -> None:
    svg = fromstring(vergelijking_svg(RIJEN, DRIE, "Zeggenschap en kosten", kleuren=kleuren))
    assert svg.findtext(f"{SVG}desc") == (
        "Stemmen AB: Maassluis 33%, Schiedam 33%, Vlaardingen 34%; "
        "Bijdrage: Maassluis 18%, Schiedam 43%, Vlaardingen 39%"
    )
