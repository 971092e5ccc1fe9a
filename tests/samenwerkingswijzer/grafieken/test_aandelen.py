"""Our own shares as bars on one scale, with the band behind them."""

from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring

from samenwerkingswijzer.grafieken import PAPIER, Kleuren, aandelen, aandelen_svg

SVG = "{http://www.w3.org/2000/svg}"
RIJEN = (("Stemmen", Decimal("33.33")), ("Kosten", Decimal(18)), ("Inwoners", "niet te vergelijken"))
BAND = (Decimal(8), Decimal(28))


def test_balken_en_band_staan_op_een_schaal() -> None:
    beeld = aandelen(RIJEN, BAND, breedte=482)  # 4 units per percent
    assert [y for y, _ in beeld.balken] == [4, 21, 38]
    assert [lengte and round(lengte, 6) for _, lengte in beeld.balken] == [133.32, 72, None]
    assert beeld.band == (110.0, 80.0)
    assert list(beeld.lijnen) == [178, 278, 378, 478]
    assert beeld.hoogte == 55


def test_een_balk_blijft_binnen_de_schaal() -> None:
    assert aandelen((("Kosten", Decimal(130)), ("Stemmen", Decimal(-3))), breedte=482).balken == ((4.0, 400), (21.0, 0))


@pytest.mark.parametrize("kleuren", [None, PAPIER])
def test_de_uitleg_noemt_elk_aandeel_en_de_band(kleuren: Kleuren | None) -> None:
    svg = fromstring(aandelen_svg(RIJEN, "Ons deel", band=BAND, kleuren=kleuren))
    assert svg.findtext(f"{SVG}desc") == (
        "Stemmen 33,3%, Kosten 18,0%, Inwoners niet te vergelijken. De band loopt van 8,0% tot 28,0%."
    )
    assert svg.get("role") == "img"


def test_elke_balk_draagt_zijn_eigen_woorden() -> None:
    svg = fromstring(aandelen_svg((*RIJEN[1:], ("Stemmen", Decimal(100))), "Ons deel"))
    assert [deel.text for deel in svg.iter(f"{SVG}text")] == [
        "Kosten", "18,0%", "Inwoners", "niet te vergelijken", "Stemmen", "100,0%",
    ]  # fmt: skip
    assert [deel.get("class") for deel in svg.iter(f"{SVG}rect")] == ["own", "other"]
    (vol,) = [deel for deel in svg.iter(f"{SVG}text") if deel.text == "100,0%"]
    assert (vol.get("text-anchor"), vol.get("class")) == ("end", "t-ink")


def test_vreemde_tekens_blijven_tekst() -> None:
    assert "<b>" not in aandelen_svg((("<b>", "<i>"),), "<b>")
