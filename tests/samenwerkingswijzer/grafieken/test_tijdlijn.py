"""A timeline: lanes, window, today and marks that do not cover each other."""

from datetime import date
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.grafieken import PAPIER, Baan, Merk, Venster, tijdlijn, tijdlijn_svg
from samenwerkingswijzer.grafieken.tijdlijn import uit_elkaar

SVG = "{http://www.w3.org/2000/svg}"
VAN, TOT = date(2026, 4, 1), date(2026, 11, 30)
VANDAAG = date(2026, 5, 20)
RAAD = Baan(
    "Raad",
    (
        Merk(date(2026, 6, 23), "besluit over de zienswijze", besluit=True),
        Merk(date(2026, 6, 9), "commissie"),
        Merk(date(2027, 1, 1), "valt erbuiten"),
    ),
    Venster(date(2026, 4, 13), date(2026, 7, 6), "raad in stelling tot en met 6 juli"),
)
COLLEGE = Baan("College", (Merk(date(2026, 7, 9), "stem in het algemeen bestuur"),))


def test_merken_staan_op_volgorde_en_binnen_de_lijn() -> None:
    lijn = tijdlijn([RAAD, COLLEGE], van=VAN, tot_en_met=TOT, vandaag=VANDAAG)
    assert [len(merken) for merken in lijn.merken] == [2, 1]
    assert list(lijn.merken[0]) == sorted(lijn.merken[0])
    assert [naam for naam, _ in lijn.maanden] == ["apr", "mei", "juni", "juli", "aug", "sep", "okt", "nov"]
    assert lijn.vensters[0] is not None
    assert lijn.vensters[1] is None


@pytest.mark.parametrize("vandaag", [date(2026, 3, 31), date(2026, 12, 1)])
def test_buiten_de_periode_is_vandaag_er_niet(vandaag: date) -> None:
    assert tijdlijn([RAAD], van=VAN, tot_en_met=TOT, vandaag=vandaag).vandaag is None


def test_over_jaren_wijken_maandnamen_voor_elkaar() -> None:
    lijn = tijdlijn([], van=date(2024, 1, 1), tot_en_met=date(2026, 12, 31), vandaag=VANDAAG)
    assert len(lijn.maanden) == 36
    assert sum(1 for naam, _ in lijn.maanden if naam) <= 9


def test_de_uitleg_noemt_elk_moment_en_een_besluit_is_een_ruit() -> None:
    svg = fromstring(tijdlijn_svg((RAAD, COLLEGE), "Momenten", van=VAN, tot_en_met=TOT, vandaag=VANDAAG))
    uitleg = svg.findtext(f"{SVG}desc") or ""
    assert uitleg.startswith("Vandaag is 20 mei 2026. Raad: raad in stelling tot en met 6 juli, van 13 april 2026")
    assert "Raad: 9 juni 2026 commissie, 23 juni 2026 besluit over de zienswijze" in uitleg
    assert len(svg.findall(f"{SVG}path")) == 1
    assert len(svg.findall(f"{SVG}circle")) == 2


@pytest.mark.parametrize("vandaag", [VAN, VANDAAG, TOT])
def test_opschriften_blijven_binnen_het_beeld(vandaag: date) -> None:
    svg = fromstring(tijdlijn_svg((RAAD,), "Momenten", van=VAN, tot_en_met=TOT, vandaag=vandaag, kleuren=PAPIER))
    for tekst in svg.findall(f"{SVG}text"):
        x, lengte = float(tekst.get("x", "0")), len(tekst.text or "") * 6.4
        links, rechts = (x - lengte, x) if tekst.get("text-anchor") == "end" else (x, x + lengte)
        assert links >= 0
        assert rechts <= 427


@given(st.lists(st.floats(65, 420), max_size=25).map(sorted))
def test_gedrongen_merken_schuiven_uit_elkaar(plekken: list[float]) -> None:
    geschoven = uit_elkaar(plekken, 65, 420)
    assert len(geschoven) == len(plekken)
    assert all(65 - 1e-6 <= plek <= 420 + 1e-6 for plek in geschoven)
    assert all(volgende - vorige >= 10 - 1e-6 for vorige, volgende in pairwise(geschoven))
