"""The subjects of the Wgr: the table as domein.md has it, its provenance, and what always holds."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from governance.models import Wgrpunt
from governance.regels import wgr
from governance.regels.wgr import (
    ONDERWERPEN,
    Plicht,
    Stand,
    Telling,
    Uitkomst,
    geldend,
    plicht,
    tel,
    uitkomst,
    uitkomsten,
)
from verbanden.models import Vorm
from verbanden.models.keuzes import RECHTSPERSONEN, REGELINGEN

DAG = date(2026, 5, 20)
PER_SLEUTEL = {onderwerp.sleutel: onderwerp for onderwerp in ONDERWERPEN}
V, M, N, X = Plicht.VERPLICHT, Plicht.MAG, Plicht.NIET_VAN_TOEPASSING, Plicht.NA_TE_KIJKEN
VORMEN = (
    "openbaar_lichaam", "bedrijfsvoeringsorganisatie", "gemeenschappelijk_orgaan", "centrumregeling",
    "regeling_zonder_meer",
)  # fmt: skip
# What must, may, does not apply or is still to be looked up, in the order of VORMEN.
TABEL = {
    "zienswijze_besluiten": (V, V, V, X, X),
    "participatie": (V, V, V, X, X),
    "evaluatie": (V, V, V, X, X),
    "uittreding": (V, V, V, V, V),
    "vereffening": (V, V, N, N, N),
    "informatieplicht": (V, V, V, X, X),
    "adviescommissie": (M, M, M, X, X),
    "zienswijze_begroting": (V, V, V, N, N),
}


def test_de_tabel_kent_elk_onderwerp_en_elke_soort_regeling() -> None:
    assert list(TABEL) == [onderwerp.sleutel for onderwerp in ONDERWERPEN]
    assert set(VORMEN) == wgr.REGELINGEN == set(REGELINGEN)
    assert set(REGELINGEN & RECHTSPERSONEN) == wgr.RECHTSPERSOON


@pytest.mark.parametrize(
    ("sleutel", "vorm", "verwacht"),
    [(sleutel, vorm, wat) for sleutel, rij in TABEL.items() for vorm, wat in zip(VORMEN, rij, strict=True)],
)
def test_wat_de_wet_zegt(sleutel: str, vorm: str, verwacht: Plicht) -> None:
    assert plicht(PER_SLEUTEL[sleutel], vorm) is verwacht


@pytest.mark.parametrize("vorm", sorted(set(Vorm.values) - set(VORMEN)))
def test_een_ander_verband_hoeft_niets_van_de_wgr(vorm: str) -> None:
    assert {plicht(onderwerp, vorm) for onderwerp in ONDERWERPEN} == {N}


@pytest.mark.parametrize("onderwerp", ONDERWERPEN, ids=lambda onderwerp: onderwerp.sleutel)
def test_elk_onderwerp_heeft_een_bron(onderwerp: wgr.Onderwerp) -> None:
    assert (onderwerp.wet, onderwerp.bwb) == ("Wet gemeenschappelijke regelingen", "BWBR0003740")
    assert onderwerp.geldig_vanaf == date(2022, 7, 1)
    assert onderwerp.zeker in {"V", "O"}
    assert re.fullmatch(r"(art\. \d+[a-z]?( lid \d+( en \d+)?)?)?", onderwerp.artikel)
    for zin in (onderwerp.omschrijving, onderwerp.niet_gemodelleerd):
        assert zin[0].isupper()
        assert zin.endswith(".")


def test_alleen_een_nagekeken_artikel_wordt_genoemd() -> None:
    """domein.md names the article of the budget only; the others stay empty until somebody reads the law."""
    genoemd = {onderwerp.sleutel: onderwerp.artikel for onderwerp in ONDERWERPEN if onderwerp.artikel}
    assert genoemd == {"zienswijze_begroting": "art. 35 lid 1 en 3"}


def test_de_dagen_van_de_wet() -> None:
    assert (date(2022, 7, 1), date(2024, 7, 1)) == (wgr.GELDIG_VANAF, wgr.AANGEPAST_VOOR)
    assert geldend(date(2022, 6, 30)) == ()
    assert geldend(date(2022, 7, 1)) == ONDERWERPEN


def test_een_gewijzigde_wet_is_een_nieuwe_rij_op_dezelfde_plek() -> None:
    later = replace(ONDERWERPEN[2], verplicht=wgr.REGELINGEN, geldig_vanaf=date(2030, 1, 1))
    rijen = (later, *ONDERWERPEN)
    assert geldend(date(2029, 12, 31), onderwerpen=rijen) == ONDERWERPEN
    assert geldend(date(2030, 1, 1), onderwerpen=rijen) == (*ONDERWERPEN[:2], later, *ONDERWERPEN[3:])


@pytest.mark.parametrize("onderwerp", ONDERWERPEN, ids=lambda onderwerp: onderwerp.sleutel)
def test_de_verzamelingen_sluiten_elkaar_uit(onderwerp: wgr.Onderwerp) -> None:
    delen = (onderwerp.verplicht, onderwerp.mag, onderwerp.niet_van_toepassing)
    assert sum(map(len, delen)) == len(frozenset().union(*delen))
    assert frozenset().union(*delen) <= wgr.REGELINGEN


@pytest.mark.parametrize(
    ("sleutel", "vorm", "bekend", "stand", "telt", "open_"),
    [
        ("evaluatie", "openbaar_lichaam", None, Stand.ONBEKEND, True, True),
        ("evaluatie", "openbaar_lichaam", "geregeld", Stand.GEREGELD, True, False),
        ("evaluatie", "openbaar_lichaam", "niet_geregeld", Stand.NIET_GEREGELD, True, True),
        ("evaluatie", "openbaar_lichaam", "niet_van_toepassing", Stand.NIET_VAN_TOEPASSING, False, False),
        ("evaluatie", "regeling_zonder_meer", None, Stand.ONBEKEND, True, True),
        ("vereffening", "gemeenschappelijk_orgaan", None, Stand.NIET_VAN_TOEPASSING, False, False),
        ("vereffening", "gemeenschappelijk_orgaan", "geregeld", Stand.GEREGELD, False, False),
        ("adviescommissie", "openbaar_lichaam", None, Stand.ONBEKEND, False, False),
        ("adviescommissie", "openbaar_lichaam", "niet_geregeld", Stand.NIET_GEREGELD, False, False),
        ("adviescommissie", "regeling_zonder_meer", None, Stand.ONBEKEND, False, False),
        ("evaluatie", "stichting", None, Stand.NIET_VAN_TOEPASSING, False, False),
    ],
)
def test_wat_we_weten_naast_wat_de_wet_zegt(
    sleutel: str, vorm: str, bekend: str | None, stand: Stand, telt: bool, open_: bool
) -> None:
    gevonden = uitkomst(PER_SLEUTEL[sleutel], vorm, bekend)
    assert (gevonden.stand, gevonden.telt, gevonden.open) == (stand, telt, open_)


@pytest.mark.parametrize(("vorm", "aantal"), list(zip((*VORMEN, "stichting"), (7, 7, 6, 5, 5, 0), strict=True)))
def test_zonder_gegevens_is_alles_wat_telt_onbekend(vorm: str, aantal: int) -> None:
    assert tel(uitkomsten(vorm, {}, DAG)) == Telling(0, 0, aantal)


def test_tellen() -> None:
    bekend = {"evaluatie": "geregeld", "uittreding": "niet_geregeld", "adviescommissie": "niet_geregeld",
              "participatie": "niet_van_toepassing", "vereffening": "onbekend"}  # fmt: skip
    telling = tel(uitkomsten("openbaar_lichaam", bekend, DAG))
    assert telling == Telling(geregeld=1, niet_geregeld=1, onbekend=4)
    assert (telling.totaal, telling.open) == (6, 5)


def test_een_stand_die_niet_bestaat_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="half"):
        uitkomst(ONDERWERPEN[0], "openbaar_lichaam", "half")


def test_wat_open_staat_telt_en_wat_telt_is_precies_een_van_drie() -> None:
    """Over every subject, form and stand: the three counts add up to what counts, and open is never settled."""
    alle: list[Uitkomst] = [
        uitkomst(*paar) for paar in product(ONDERWERPEN, Vorm.values, (None, *(stand.value for stand in Stand)))
    ]
    assert len(alle) == 8 * 13 * 5
    assert tel(alle).totaal == sum(uit.telt for uit in alle)
    assert tel(alle).open == sum(uit.open for uit in alle)
    assert [uit for uit in alle if uit.open and (not uit.telt or uit.stand is Stand.GEREGELD)] == []
    assert [uit for uit in alle if uit.plicht in (M, N) and uit.telt] == []


def test_het_register_kent_dezelfde_sleutels_en_standen() -> None:
    assert [sleutel for sleutel, _ in Wgrpunt._meta.get_field("onderwerp").flatchoices] == list(PER_SLEUTEL)
    assert Wgrpunt.Stand.values == [stand.value for stand in Stand]
