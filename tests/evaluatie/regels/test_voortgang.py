"""How far a goal is: a table of cases, and what must hold for every goal and every value."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluatie.regels.voortgang import Koers, Maat, Richting, Waarneming, bereken, gehaald, lijn, tempo, verouderd

MEER = Maat("hoger", Decimal(100), 2024, Decimal(200), 2028)
MINDER = Maat("lager", Decimal(200), 2024, Decimal(100), 2028)
ROND = Maat("gelijk", Decimal(52), 2024, Decimal(50), 2028, marge=Decimal(8))
EIND_2025, EIND_2026, EIND_2028 = date(2025, 12, 31), date(2026, 12, 31), date(2028, 12, 31)
RANG = {Koers.ACHTER: 0, Koers.NIET_GEHAALD: 0, Koers.OP_KOERS: 1, Koers.GEHAALD: 2}

waarden = st.decimals(min_value=-10_000, max_value=10_000, places=3)
jaren = st.integers(2015, 2040)
dagen = st.dates(date(2010, 1, 1), date(2045, 12, 31))
maten = st.builds(
    Maat,
    st.sampled_from([richting.value for richting in Richting]),
    st.none() | waarden,
    st.none() | jaren,
    st.none() | waarden,
    st.none() | jaren,
    st.decimals(min_value=0, max_value=100, places=1),
    st.integers(1, 30),
)


@pytest.mark.parametrize(
    ("maat", "dag", "waarde", "koers"),
    [
        (MEER, EIND_2025, 125, Koers.OP_KOERS),
        (MEER, EIND_2025, "124.9", Koers.ACHTER),
        (MEER, EIND_2025, 200, Koers.GEHAALD),
        (MEER, EIND_2028, "199.999", Koers.NIET_GEHAALD),
        (MEER, EIND_2028, 200, Koers.GEHAALD),
        (MINDER, EIND_2025, 175, Koers.OP_KOERS),
        (MINDER, EIND_2025, "175.1", Koers.ACHTER),
        (MINDER, EIND_2025, 99, Koers.GEHAALD),
        (MINDER, EIND_2028, 101, Koers.NIET_GEHAALD),
        (ROND, EIND_2025, 42, Koers.GEHAALD),
        (ROND, EIND_2025, 58, Koers.GEHAALD),
        (ROND, EIND_2025, 59, Koers.OP_KOERS),
        (ROND, EIND_2025, 60, Koers.ACHTER),
        (ROND, EIND_2028, 60, Koers.NIET_GEHAALD),
        (MEER, EIND_2025, 0, Koers.ACHTER),
    ],
)
def test_wat_een_meting_zegt(maat: Maat, dag: date, waarde: int | str, koers: Koers) -> None:
    assert bereken(maat, [Waarneming(dag, Decimal(waarde))], dag).koers is koers


@pytest.mark.parametrize(
    ("maat", "koers"),
    [
        (Maat("", Decimal(1), 2024, Decimal(2), 2028), Koers.NIET_MEETBAAR),
        (Maat("hoger", Decimal(1), 2024, None, 2028), Koers.NIET_MEETBAAR),
        (Maat("hoger", Decimal(1), 2024, Decimal(2), None), Koers.NIET_MEETBAAR),
        (Maat("hoger", None, None, Decimal(2), 2028), Koers.GEEN_METING),
        (MEER, Koers.GEEN_METING),
    ],
)
def test_zonder_meting_is_er_geen_koers(maat: Maat, koers: Koers) -> None:
    voortgang = bereken(maat, [], EIND_2025)
    assert (voortgang.koers, voortgang.laatste, voortgang.nodig) == (koers, None, None)


def test_zonder_nulmeting_zegt_alleen_het_doel_zelf_iets() -> None:
    maat = Maat("hoger", None, None, Decimal(200), 2028)
    assert bereken(maat, [Waarneming(EIND_2025, Decimal(150))], EIND_2025).koers is Koers.NIET_MEETBAAR
    assert bereken(maat, [Waarneming(EIND_2025, Decimal(200))], EIND_2025).koers is Koers.GEHAALD


def test_een_oude_meting_zegt_niets_meer_maar_gehaald_blijft_gehaald() -> None:
    oud = EIND_2025 + timedelta(days=560)
    assert bereken(MEER, [Waarneming(EIND_2025, Decimal(125))], oud).koers is Koers.GEEN_METING
    assert bereken(MEER, [Waarneming(EIND_2025, Decimal(201))], oud).koers is Koers.GEHAALD


@pytest.mark.parametrize(
    ("gemeten", "dag", "oud"),
    [
        (date(2025, 1, 31), date(2026, 7, 31), False),
        (date(2025, 1, 31), date(2026, 8, 1), True),
        (date(2025, 1, 15), date(2026, 7, 15), False),
        (date(2025, 1, 15), date(2026, 7, 16), True),
    ],
)
def test_na_anderhalf_jaar_is_een_meting_oud(gemeten: date, dag: date, oud: bool) -> None:
    assert verouderd(MEER, Waarneming(gemeten, Decimal(1)), dag) is oud


def test_de_laatste_meting_telt_en_wat_nog_moet_komen_niet() -> None:
    reeks = [Waarneming(EIND_2026, Decimal(200)), Waarneming(EIND_2025, Decimal(125))]
    assert bereken(MEER, reeks, date(2026, 6, 1)).koers is Koers.OP_KOERS
    assert bereken(MEER, reeks, EIND_2026).koers is Koers.GEHAALD


def test_de_lijn_en_het_tempo() -> None:
    assert lijn(MEER, date(2024, 12, 31)) == 100
    assert lijn(MEER, EIND_2028) == 200
    assert lijn(MEER, date(2040, 1, 1)) == 200
    assert lijn(MEER, date(2000, 1, 1)) == 100
    halverwege = bereken(MEER, [Waarneming(EIND_2026, Decimal(130))], EIND_2026)
    assert halverwege.nodig is not None
    assert round(halverwege.nodig, 1) == Decimal("150.0")
    assert halverwege.straks is not None
    assert round(halverwege.straks) == 160


@given(maten, st.lists(st.builds(Waarneming, dagen, waarden), max_size=5), dagen)
def test_er_komt_altijd_een_uitkomst_en_nooit_een_nul_voor_onbekend(
    maat: Maat, reeks: list[Waarneming], dag: date
) -> None:
    voortgang = bereken(maat, reeks, dag)
    bekend = [een for een in reeks if een.datum <= dag]
    if not bekend:
        assert voortgang.koers in (Koers.GEEN_METING, Koers.NIET_MEETBAAR)
        assert voortgang.laatste is None
    if voortgang.koers in (Koers.OP_KOERS, Koers.ACHTER):
        assert None not in (maat.nulmeting, maat.streefwaarde, voortgang.nodig)


@given(maten, st.builds(Waarneming, dagen, waarden))
def test_gehaald_als_en_alleen_als_de_waarde_het_doel_haalt(maat: Maat, een: Waarneming) -> None:
    uitkomst = bereken(maat, [een], een.datum).koers
    meetbaar = None not in (maat.streefwaarde, maat.streefjaar)
    assert (uitkomst is Koers.GEHAALD) == (meetbaar and gehaald(maat, een.waarde))


@given(waarden, waarden, jaren, jaren, dagen, waarden, waarden)
def test_een_betere_waarde_geeft_nooit_een_slechtere_koers(
    nul: Decimal, streef: Decimal, van: int, tot: int, dag: date, een: Decimal, ander: Decimal
) -> None:
    laag, hoog = sorted((een, ander))
    for richting, slecht, goed in (("hoger", laag, hoog), ("lager", hoog, laag)):
        maat = Maat(richting, nul, van, streef, tot)
        koersen = [bereken(maat, [Waarneming(dag, waarde)], dag).koers for waarde in (slecht, goed)]
        assert Koers.NIET_MEETBAAR in koersen or RANG[koersen[0]] <= RANG[koersen[1]]


@given(waarden, waarden, jaren, jaren, dagen, waarden)
def test_meer_en_minder_zijn_elkaars_spiegelbeeld(
    nul: Decimal, streef: Decimal, van: int, tot: int, dag: date, waarde: Decimal
) -> None:
    meer = bereken(Maat("hoger", nul, van, streef, tot), [Waarneming(dag, waarde)], dag)
    minder = bereken(Maat("lager", -nul, van, -streef, tot), [Waarneming(dag, -waarde)], dag)
    assert meer.koers is minder.koers
    assert meer.nodig == (None if minder.nodig is None else -minder.nodig)


@given(maten, st.builds(Waarneming, dagen, waarden))
def test_er_wordt_nooit_door_nul_gedeeld(maat: Maat, een: Waarneming) -> None:
    straks = tempo(maat, een)
    assert straks is None or straks.is_finite()
    hier = lijn(maat, een.datum)
    if hier is not None and maat.nulmeting is not None and maat.streefwaarde is not None:
        laag, hoog = sorted((maat.nulmeting, maat.streefwaarde))
        assert laag <= hier <= hoog
