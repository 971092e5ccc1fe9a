"""A sparkline: where its lines run, what it says and how fast it is."""

from decimal import Decimal
from time import perf_counter

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.grafieken import PAPIER, Punt, sparklijn, sparklijn_svg
from samenwerkingswijzer.grafieken.waarden import Eenheid

SVG = "{http://www.w3.org/2000/svg}"
VIJF: tuple[Punt, ...] = (
    (2023, Decimal(21_040_000), False),
    (2024, Decimal(21_790_000), False),
    (2025, Decimal(22_615_000), False),
    (2026, Decimal(23_400_000), False),
    (2027, Decimal(25_506_000), True),
)
REEKS = st.lists(
    st.tuples(st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=2)), st.booleans()), max_size=12
).map(lambda rij: tuple((2015 + index, waarde, verwacht) for index, (waarde, verwacht) in enumerate(rij)))


def test_vast_is_een_lijn_en_verwacht_een_stippellijn_met_open_punt() -> None:
    lijn = sparklijn(VIJF)
    assert lijn.vast == ("5.0,26.0 28.5,22.6 52.0,18.9 75.5,15.4",)
    assert lijn.verwacht == ("75.5,15.4 99.0,6.0",)
    assert lijn.eind == (99.0, 6.0)
    assert lijn.eind_verwacht


def test_een_jaar_zonder_cijfer_is_een_gat() -> None:
    lijn = sparklijn([*VIJF[:2], (2025, None, False), *VIJF[3:]])
    assert [len(deel.split()) for deel in lijn.vast] == [2]
    assert [len(deel.split()) for deel in lijn.verwacht] == [2]


def test_een_los_jaar_blijft_zichtbaar() -> None:
    lijn = sparklijn([(2023, Decimal(1), False), (2024, None, False), (2025, Decimal(2), False)])
    assert lijn.vast == ()
    assert len(lijn.los) == 1
    assert lijn.eind == (99.0, 6.0)


def test_gelijke_cijfers_liggen_in_het_midden() -> None:
    assert sparklijn([(2025, Decimal(7), False), (2026, Decimal(7), False)]).vast == ("5.0,16.0 99.0,16.0",)


@pytest.mark.parametrize("punten", [(), ((2025, None, False),)])
def test_zonder_cijfers_is_er_geen_lijn(punten: tuple[Punt, ...]) -> None:
    assert sparklijn(punten).eind is None
    assert sparklijn_svg(punten, "Bijdrage") == ""


def test_de_uitleg_noemt_elk_jaar() -> None:
    svg = fromstring(sparklijn_svg((*VIJF[:2], (2025, None, False), *VIJF[3:]), "Bijdrage aan A & <B>"))
    assert svg.findtext(f"{SVG}title") == "Bijdrage aan A & <B>"
    assert svg.findtext(f"{SVG}desc") == (
        "2023: 21.040; 2024: 21.790; 2025: niet opgegeven; 2026: 23.400; 2027: 25.506 (verwacht); × € 1.000"
    )
    assert svg.get("role") == "img"


def test_op_papier_dragen_de_vormen_hun_kleuren() -> None:
    svg = fromstring(sparklijn_svg(VIJF, "Bijdrage", hoogte=60, jaartallen=True, kleuren=PAPIER))
    delen = [deel for deel in svg if deel.tag not in {f"{SVG}title", f"{SVG}desc"}]
    assert delen
    assert all(deel.get("fill") or deel.get("stroke") for deel in delen)
    assert not any(deel.get("class") or deel.get("style") for deel in delen)
    assert "25.506 (verwacht)" in (svg.findtext(f"{SVG}title") or "")


@given(REEKS, st.sampled_from(Eenheid), st.booleans())
def test_elke_reeks_blijft_binnen_de_rand(punten: tuple[Punt, ...], eenheid: Eenheid, jaartallen: bool) -> None:
    tekst = sparklijn_svg(punten, "Reeks", eenheid=eenheid, hoogte=60, jaartallen=jaartallen)
    if not tekst:
        return
    for lijn in fromstring(tekst).iter(f"{SVG}polyline"):
        for punt in lijn.get("points", "").split():
            x, y = map(float, punt.split(","))
            assert 0 <= x <= 104
            assert 0 <= y <= 60


def test_een_lijst_van_150_kost_bijna_niets() -> None:
    rijen = [
        tuple((jaar, Decimal(nummer * 1000 + jaar), jaar == 2027) for jaar in range(2023, 2028))
        for nummer in range(150)
    ]
    for rij in rijen:
        sparklijn_svg(rij, "Bijdrage")
    begin = perf_counter()
    for rij in rijen:
        sparklijn_svg(rij, "Bijdrage")
    assert perf_counter() - begin < 0.02
