"""Small multiples: one scale for all, what lies beyond it, gaps, and that anything can be drawn."""

from __future__ import annotations

from decimal import Decimal

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.grafieken import PAPIER, schaal_van, veelvoud_svg
from samenwerkingswijzer.grafieken.veelvoud import BOVEN, ONDER

SVG = "{http://www.w3.org/2000/svg}"
HONDERD, RAND = Decimal(100), Decimal(200)
WAARDEN = st.decimals(-(10**9), 10**9, places=3)
SCHAAL = schaal_van([Decimal(90), Decimal(640)], basis=HONDERD, hoogstens=RAND)


def test_een_uitschieter_rekt_de_schaal_niet_op_en_staat_aan_de_rand() -> None:
    assert (SCHAAL.streepjes[0], SCHAAL.streepjes[-1]) == (Decimal(0), RAND)
    assert SCHAAL.y(Decimal(640)) == SCHAAL.y(RAND) == BOVEN
    beeld = fromstring(veelvoud_svg(((2025, HONDERD, False), (2026, Decimal(640), True)), "Kring", SCHAAL))
    assert [een.text for een in beeld.iter(f"{SVG}text")][-1] == "640"
    assert beeld.findtext(f"{SVG}desc") == "2025: 100; 2026: 640 (verwacht)"


def test_een_jaar_zonder_bedrag_is_een_gat_in_de_lijn() -> None:
    punten = ((2023, HONDERD, False), (2024, None, False), (2025, Decimal(110), False), (2026, Decimal(120), True))
    beeld = fromstring(veelvoud_svg(punten, "Kring", SCHAAL))
    assert [een.get("class") for een in beeld.iter(f"{SVG}polyline")] == ["line line--expected"]
    assert len(list(beeld.iter(f"{SVG}circle"))) == 3
    assert "2024: niet opgegeven" in (beeld.findtext(f"{SVG}desc") or "")


def test_zonder_waarden_is_er_geen_tekening() -> None:
    assert veelvoud_svg(((2025, None, False),), "Kring", SCHAAL) == ""


@given(st.lists(st.none() | WAARDEN, min_size=1, max_size=6), st.booleans())
def test_alles_is_te_tekenen_binnen_het_vlak(waarden: list[Decimal | None], papier: bool) -> None:
    schaal = schaal_van([een for een in waarden if een is not None], basis=HONDERD, hoogstens=RAND)
    punten = tuple((2020 + nummer, waarde, False) for nummer, waarde in enumerate(waarden))
    svg = veelvoud_svg(punten, "<Kring>", schaal, kleuren=PAPIER if papier else None)
    if not svg:
        assert all(een is None for een in waarden)
        return
    for punt in fromstring(svg).iter(f"{SVG}circle"):
        assert BOVEN <= float(punt.get("cy", "")) <= ONDER
