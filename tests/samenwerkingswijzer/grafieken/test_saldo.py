"""Two balances on one zero line."""

from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring

from samenwerkingswijzer.grafieken import PAPIER, Kleuren, Saldobalk, saldo_svg, saldobalk

GROOT = Decimal(100)


@pytest.mark.parametrize(
    ("bedrag", "x", "breedte"),
    [(100, 68, 64.4), (-100, 3.6, 64.4), (50, 68, 32.2), (-50, 35.8, 32.2), (0, 68, 0), (500, 68, 64.4)],
)
def test_een_plus_staat_rechts_van_nul_en_een_min_links(bedrag: int, x: float, breedte: float) -> None:
    balk = saldobalk(Decimal(bedrag), GROOT)
    assert balk is not None
    assert [balk.x, balk.breedte] == pytest.approx([x, breedte])


def test_onbekend_heeft_geen_balk_en_zonder_bedragen_is_er_geen_schaal() -> None:
    assert saldobalk(None, GROOT) is None
    assert saldobalk(Decimal(0), Decimal(0)) == Saldobalk(68, 0)


@pytest.mark.parametrize("kleuren", [None, PAPIER])
def test_het_beeld_is_versiering(kleuren: Kleuren | None) -> None:
    svg = fromstring(saldo_svg(Decimal(100), None, GROOT, kleuren=kleuren))
    assert svg.get("aria-hidden") == "true"
    assert len(svg.findall("rect")) == 1
    assert len(svg.findall("line")) == 1
