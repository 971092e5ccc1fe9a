"""Bars: on and under a zero line, and the bar beside an amount."""

from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring

from samenwerkingswijzer.grafieken import Punt, balk_svg, staven, staven_svg

SVG = "{http://www.w3.org/2000/svg}"
RESULTAAT: tuple[Punt, ...] = (
    (2021, Decimal(500_000), False),
    (2022, Decimal(0), False),
    (2023, None, False),
    (2024, Decimal(-700_000), False),
    (2025, Decimal(-600_000), True),
)


def test_een_tekort_hangt_onder_de_lijn() -> None:
    nul, delen = staven(RESULTAAT)
    assert [deel.tekort for deel in delen] == [False, False, True, True]
    assert delen[0].y + delen[0].hoogte == pytest.approx(nul)
    assert delen[2].y == pytest.approx(nul)
    assert delen[3].klasse == "expected"


def test_nul_blijft_zichtbaar_en_niet_opgegeven_is_een_gat() -> None:
    _, delen = staven(RESULTAAT)
    assert delen[1].hoogte == 1.0
    assert delen[2].x - delen[1].x == pytest.approx(50.0)


def test_de_uitleg_noemt_het_tekort() -> None:
    svg = fromstring(staven_svg(RESULTAAT, "Resultaat"))
    assert "2024: −0,7" in (svg.findtext(f"{SVG}desc") or "")


def test_zonder_cijfers_geen_staven() -> None:
    assert staven_svg(((2025, None, False),), "Resultaat") == ""


@pytest.mark.parametrize(
    ("nieuw", "oud", "breedtes"),
    [
        (Decimal(100), Decimal(50), ["240.0", "120.0"]),
        (Decimal(50), Decimal(100), ["120.0", "120.0"]),
        (Decimal(50), None, ["120.0"]),
        (None, Decimal(50), []),
    ],
)
def test_balk_naast_een_bedrag(nieuw: Decimal | None, oud: Decimal | None, breedtes: list[str]) -> None:
    svg = fromstring(balk_svg(nieuw, oud, Decimal(100)))
    assert [deel.get("width") for deel in svg] == breedtes
    assert svg.get("aria-hidden") == "true"


def test_een_balk_zonder_schaal_is_leeg() -> None:
    assert len(fromstring(balk_svg(Decimal(0), None, Decimal(0)))) == 0
