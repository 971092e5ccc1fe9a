"""Measurements against a goal: where the points stand, what the chart says, and that anything can be drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.grafieken import PAPIER, doellijn_svg
from samenwerkingswijzer.grafieken.doellijn import BOVEN, ONDER, as_van
from samenwerkingswijzer.grafieken.treden import treden_svg

SVG = "{http://www.w3.org/2000/svg}"
METINGEN = ((date(2023, 12, 31), Decimal(150)), (date(2025, 12, 31), Decimal(172)))
WAARDEN = st.decimals(-(10**9), 10**9, places=3)
JAREN = st.integers(1990, 2100)
PUNTEN = st.none() | st.tuples(JAREN, WAARDEN)


def test_de_woorden_zeggen_alles_wat_de_tekening_toont() -> None:
    beeld = fromstring(
        doellijn_svg(METINGEN, "Werk", nulmeting=(2022, Decimal(131)), doel=(2027, Decimal(210)), eenheid="inwoners")
    )
    assert beeld.findtext(f"{SVG}title") == "Werk"
    assert beeld.findtext(f"{SVG}desc") == (
        "Nulmeting 2022: 131. Doel 2027: 210. "
        "Metingen: 31 december 2023: 150; 31 december 2025: 172. Eenheid: inwoners."
    )
    woorden = [tekst.text for tekst in beeld.iter(f"{SVG}text")]
    assert woorden == ["100", "150", "200", "250", "2022", "2023", "2024", "2025", "2026", "2027", "doel 210", "172"]


def test_het_laatste_getal_staat_aan_de_andere_kant_van_de_lijn() -> None:
    def hoogte(waarde: int) -> tuple[float, float]:
        punt = ((date(2025, 12, 31), Decimal(waarde)),)
        beeld = fromstring(doellijn_svg(punt, "a", nulmeting=(2023, Decimal(0)), doel=(2027, Decimal(100))))
        stip = [een for een in beeld.iter(f"{SVG}circle") if een.get("class") == "dot"][-1]
        return float(list(beeld.iter(f"{SVG}text"))[-1].get("y", "")), float(stip.get("cy", ""))

    woord, stip = hoogte(70)
    assert woord < stip
    woord, stip = hoogte(30)
    assert woord > stip


def test_zonder_iets_is_er_geen_tekening() -> None:
    assert doellijn_svg((), "Leeg") == ""
    assert "Nog geen metingen." in doellijn_svg((), "Alleen een doel", doel=(2027, Decimal(1)))


def test_op_papier_heeft_elke_vorm_haar_eigen_kleur() -> None:
    papier = doellijn_svg(METINGEN, "Werk", nulmeting=(2022, Decimal(131)), doel=(2027, Decimal(210)), kleuren=PAPIER)
    assert 'class="' not in papier.replace('class="sw-chart sw-goalchart"', "")
    assert f'stroke="{PAPIER.as_lijn}"' in papier


@pytest.mark.parametrize(
    ("waarden", "streepjes"),
    [
        ([131, 210], [100, 150, 200, 250]),
        ([37, 44], [35, 40, 45]),
        ([5, 5], [5, 7.5]),
        ([0, 0], [0, 1]),
        ([-3, 4], [-5, 0, 5]),
        ([0.2, 0.9], [0, 0.5, 1]),
    ],
)
def test_de_as_heeft_ronde_getallen(waarden: list[float], streepjes: list[float]) -> None:
    as_ = as_van([Decimal(str(waarde)) for waarde in waarden])
    assert [float(streep) for streep in as_.streepjes] == streepjes


@given(st.lists(WAARDEN, min_size=1, max_size=6))
def test_elke_waarde_valt_binnen_de_as(waarden: list[Decimal]) -> None:
    as_ = as_van(waarden)
    assert 2 <= len(as_.streepjes) <= 6
    assert all(BOVEN - 0.01 <= as_.y(waarde) <= ONDER + 0.01 for waarde in waarden)


@given(st.lists(st.tuples(st.dates(date(1991, 1, 1), date(2100, 12, 31)), WAARDEN), max_size=5), PUNTEN, PUNTEN)
def test_alles_is_te_tekenen(
    metingen: list[tuple[date, Decimal]], nulmeting: tuple[int, Decimal] | None, doel: tuple[int, Decimal] | None
) -> None:
    beeld = doellijn_svg(tuple(sorted(metingen)), "Titel <b>", nulmeting=nulmeting, doel=doel, eenheid="& zo")
    assert not beeld or fromstring(beeld).tag == f"{SVG}svg"


@pytest.mark.parametrize(("nummer", "aantal", "uit"), [(5, 5, 0), (2, 5, 3), (0, 5, 5), (1, 1, 0), (3, 7, 4)])
def test_de_ladder_is_gevuld_tot_haar_trede(nummer: int, aantal: int, uit: int) -> None:
    ladder = treden_svg(nummer, aantal)
    assert (ladder.count("<rect"), ladder.count("is-off")) == (aantal, uit)
    assert treden_svg(1, 0) == ""
