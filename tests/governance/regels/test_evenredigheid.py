"""Shares of votes, cost and people: what adds up, what order cannot change, and what is said of what is missing."""

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.evenredigheid import (
    Inbreng,
    Principe,
    Stemming,
    Verdeling,
    evenredigheid,
    stemmen_gelijk,
)
from verbanden.models import Zeggenschap

STEMMEN = st.integers(0, 10_000)
INWONERS = st.integers(0, 900_000)
KOSTEN = st.decimals(0, 100, places=3)
DEELNEMER = st.builds(Inbreng, st.text(max_size=5), stemmen=STEMMEN, inwoners=INWONERS, kosten=KOSTEN)
ONVOLLEDIG = st.builds(
    Inbreng,
    st.text(max_size=5),
    gemeente=st.booleans(),
    stemmen=st.none() | STEMMEN,
    inwoners=st.none() | INWONERS,
    kosten=st.none() | KOSTEN,
)
BIJNA = Decimal("1e-20")


def wij(**velden: Any) -> Inbreng:
    return Inbreng("Gemeente Voorbeeldstad", eigen=True, **velden)


def ander(naam: str = "Gemeente Anderstad", **velden: Any) -> Inbreng:
    return Inbreng(naam, **velden)


def delen(verdeling: Verdeling) -> list[str | None]:
    """Shares with one decimal."""
    return [None if aandeel is None else f"{aandeel:.1f}" for aandeel in verdeling.aandelen]


def test_de_principes_zijn_die_van_het_register() -> None:
    assert [principe.value for principe in Principe] == Zeggenschap.Principe.values


def test_stemmen_kosten_en_inwoners_van_ons_en_van_elke_partner() -> None:
    vergeleken = evenredigheid(
        [
            wij(stemmen=2, kosten=Decimal(18), inwoners=30_000),
            ander("B", stemmen=2, kosten=Decimal(43), inwoners=60_000),
            ander("C", stemmen=2, kosten=Decimal(39), inwoners=10_000),
        ],
        Stemming(Principe.GELIJK, 2, 6),
    )

    assert delen(vergeleken.stemmen) == ["33.3", "33.3", "33.3"]
    assert delen(vergeleken.kosten) == ["18.0", "43.0", "39.0"]
    assert delen(vergeleken.inwoners) == ["30.0", "60.0", "10.0"]
    assert vergeleken.telling == (2, 6)
    assert vergeleken.eigen(vergeleken.kosten) == 18
    assert vergeleken.eigen(vergeleken.inwoners) == 30
    assert [v.reden for v in (vergeleken.stemmen, vergeleken.kosten, vergeleken.inwoners)] == ["", "", ""]
    assert all(v.volledig for v in (vergeleken.stemmen, vergeleken.kosten, vergeleken.inwoners))


def test_zonder_orgaan_tellen_de_stemmen_van_de_deelnemers() -> None:
    vergeleken = evenredigheid([wij(stemmen=1), ander(stemmen=3)], Stemming())
    assert vergeleken.telling == (1, 4)
    assert vergeleken.stem == 25
    assert delen(vergeleken.stemmen) == ["25.0", "75.0"]


def test_met_alleen_onze_stemmen_is_de_rest_van_niemand_bekend() -> None:
    vergeleken = evenredigheid([wij(stemmen=1), ander("B"), ander("C")], Stemming(Principe.GELIJK, 1, 4))
    assert delen(vergeleken.stemmen) == ["25.0", None, None]
    assert vergeleken.stemmen.rest == 75
    assert vergeleken.stemmen.reden == "Van 2 deelnemers is het aantal stemmen niet bekend."
    assert not vergeleken.stemmen.volledig


@pytest.mark.parametrize(
    ("deelnemers", "stemming", "aandelen", "reden"),
    [
        ([wij(stemmen=2), ander(stemmen=5)], Stemming(None, 2, 6), [None, None],
         "De stemmen van de deelnemers zijn samen 7, in het orgaan zijn er 6."),
        ([wij(stemmen=2), ander(stemmen=2)], Stemming(None, 2, 6), ["33.3", "33.3"],
         "De stemmen van de deelnemers zijn samen 4, in het orgaan zijn er 6."),
        ([wij(stemmen=3), ander(stemmen=4)], Stemming(None, 2, 6), ["33.3", "66.7"],
         "Bij het orgaan staan voor ons 2 stemmen, bij de deelnemers 3."),
        ([wij(stemmen=1), ander()], Stemming(), [None, None],
         "Van Gemeente Anderstad is het aantal stemmen niet bekend."),
        ([wij(), ander()], Stemming(), [None, None], "Van geen van de deelnemers is het aantal stemmen bekend."),
        ([wij(stemmen=0), ander(stemmen=0)], Stemming(), [None, None], "Niemand heeft stemmen."),
    ],
)  # fmt: skip
def test_stemmen_die_niet_kloppen_of_ontbreken_worden_genoemd(
    deelnemers: list[Inbreng], stemming: Stemming, aandelen: list[str | None], reden: str
) -> None:
    verdeling = evenredigheid(deelnemers, stemming).stemmen
    assert (delen(verdeling), verdeling.reden) == (aandelen, reden)


@pytest.mark.parametrize(
    ("kosten", "reden", "volledig"),
    [
        ((Decimal("33.333"), Decimal("66.667")), "", True),
        ((Decimal("33.3"), Decimal("66.66")), "", True),
        ((Decimal(30), Decimal(60)), "De delen van de kosten zijn samen 90,0%.", False),
        ((Decimal(60), Decimal(60)), "De delen van de kosten zijn samen 120,0%.", False),
        ((Decimal(30), None), "Van Gemeente Anderstad is het deel van de kosten niet bekend.", False),
        ((None, None), "Van geen van de deelnemers is het deel van de kosten bekend.", False),
    ],
)
def test_delen_van_de_kosten_blijven_zoals_ze_zijn_ingevuld(kosten: Any, reden: str, volledig: bool) -> None:
    verdeling = evenredigheid([wij(kosten=kosten[0]), ander(kosten=kosten[1])], Stemming()).kosten
    assert (verdeling.aandelen, verdeling.reden, verdeling.volledig) == (kosten, reden, volledig)


@pytest.mark.parametrize(
    ("anderen", "reden"),
    [
        ([ander("Provincie A", gemeente=False, inwoners=9)],
         "Provincie A is geen gemeente. Daarom vergelijken wij de inwoners niet."),
        ([ander("P", gemeente=False), ander("Q", gemeente=False), ander(inwoners=1)],
         "2 deelnemers zijn geen gemeente. Daarom vergelijken wij de inwoners niet."),
        ([ander()], "Van Gemeente Anderstad is het aantal inwoners niet bekend."),
    ],
)  # fmt: skip
def test_inwoners_worden_alleen_tussen_gemeenten_vergeleken(anderen: list[Inbreng], reden: str) -> None:
    verdeling = evenredigheid([wij(inwoners=30_000), *anderen], Stemming()).inwoners
    assert verdeling.aandelen == (None,) * (len(anderen) + 1)
    assert verdeling.reden == reden


def test_zonder_deelnemers_is_er_niets_te_delen() -> None:
    vergeleken = evenredigheid([], Stemming(Principe.GEWOGEN, 34, 100))
    assert [v.aandelen for v in (vergeleken.stemmen, vergeleken.kosten, vergeleken.inwoners)] == [(), (), ()]
    assert vergeleken.stem == 34
    assert vergeleken.eigen(vergeleken.kosten) is None


@pytest.mark.parametrize(
    ("stemmen", "gelijk"), [((2, 2, 2), True), ((1, 0, 1), True), ((1, None, 1), True), ((1, 2, 1), False), ((), True)]
)
def test_gelijke_stemmen(stemmen: tuple[int | None, ...], gelijk: bool) -> None:
    deelnemers = [ander(stemmen=aantal) for aantal in stemmen]
    assert stemmen_gelijk(evenredigheid(deelnemers, Stemming(Principe.GELIJK))) is gelijk


@given(st.lists(DEELNEMER, min_size=1, max_size=30))
def test_bekende_aandelen_zijn_samen_honderd(deelnemers: list[Inbreng]) -> None:
    vergeleken = evenredigheid(deelnemers, Stemming())
    for verdeling, waarden in (
        (vergeleken.stemmen, [deelnemer.stemmen for deelnemer in deelnemers]),
        (vergeleken.inwoners, [deelnemer.inwoners for deelnemer in deelnemers]),
    ):
        if sum(waarde or 0 for waarde in waarden):
            assert abs(sum((aandeel or Decimal(0) for aandeel in verdeling.aandelen), Decimal(-100))) < BIJNA
            assert verdeling.volledig
        else:
            assert set(verdeling.aandelen) == {None}


@given(st.lists(ONVOLLEDIG, max_size=12), st.none() | st.integers(1, 50_000))
def test_bekend_en_rest_zijn_samen_honderd(deelnemers: list[Inbreng], totaal: int | None) -> None:
    vergeleken = evenredigheid(deelnemers, Stemming(None, None, totaal))
    for verdeling in (vergeleken.stemmen, vergeleken.kosten, vergeleken.inwoners):
        assert len(verdeling.aandelen) == len(deelnemers)
        bekend = sum((aandeel for aandeel in verdeling.aandelen if aandeel is not None), Decimal(0))
        assert bekend + verdeling.rest == 100
        if None in verdeling.aandelen:
            assert verdeling.reden


@given(st.lists(ONVOLLEDIG, max_size=12), st.none() | st.integers(1, 50_000), st.randoms())
def test_de_volgorde_maakt_niets_uit(deelnemers: list[Inbreng], totaal: int | None, toeval: random.Random) -> None:
    genummerd = [replace(deelnemer, naam=f"{nummer}") for nummer, deelnemer in enumerate(deelnemers)]
    geschud = toeval.sample(genummerd, len(genummerd))

    def per_naam(rij: list[Inbreng]) -> dict[str, tuple[Decimal | None, ...]]:
        vergeleken = evenredigheid(rij, Stemming(None, None, totaal))
        delen = zip(vergeleken.stemmen.aandelen, vergeleken.kosten.aandelen, vergeleken.inwoners.aandelen, strict=True)
        return {deelnemer.naam: deel for deelnemer, deel in zip(rij, delen, strict=True)}

    assert per_naam(geschud) == per_naam(genummerd)


@given(STEMMEN, STEMMEN, st.randoms())
def test_wie_wij_zijn_maakt_voor_de_aandelen_niets_uit(een: int, twee: int, toeval: random.Random) -> None:
    """Seen from the other side the two shares change places."""
    van_ons = evenredigheid([wij(stemmen=een), ander(stemmen=twee)], Stemming())
    van_hen = evenredigheid([ander(stemmen=een), wij(stemmen=twee)], Stemming())
    if een + twee:
        assert van_ons.stem is not None
        assert van_hen.stem is not None
        assert abs(van_ons.stem + van_hen.stem - 100) < BIJNA
    else:
        assert van_ons.stem is van_hen.stem is None
