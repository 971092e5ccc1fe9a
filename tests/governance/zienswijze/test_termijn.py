"""The sum of the term, computed from the facts; the law itself is tested with the engine."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.termijnen.vergaderingen import Vergaderkalender
from governance.zienswijze.termijn import bereken, dagen_te_laat, dagen_zonder_antwoord

VERBAND = SimpleNamespace(vorm="openbaar_lichaam", wgr_hoofdstuk="I")
LEEG = Vergaderkalender()


def rij(**velden: Any) -> Any:
    vast = {"stuk": "begroting", "jaar": 2027, "status": "ontvangen", "ontvangen_op": date(2026, 4, 13),
            "gevraagd_voor": None, "vergadering": None, "verzonden_op": None, "antwoord_op": None}  # fmt: skip
    return SimpleNamespace(**(vast | velden))


def regels(termijn: Any) -> list[str]:
    return [f"{regel.dag or regel.erbij} {regel.tekst}" for regel in termijn.regels]


def test_the_sum_of_a_budget() -> None:
    termijn = bereken(rij(gevraagd_voor=date(2026, 6, 26), vergadering=date(2026, 7, 9)), VERBAND, LEEG)
    assert regels(termijn) == [
        "2026-04-13 Ontwerp ontvangen",
        "+ 12 weken Wgr, art. 35 lid 3",
        "2026-07-06 Wettelijk tot en met",
        "2026-06-26 Verband vraagt uiterlijk",
    ]
    assert (termijn.wettelijk, termijn.uiterlijk) == (date(2026, 7, 6), date(2026, 6, 26))
    assert {stap.sleutel for stap in termijn.bestuur} >= {"ontwerp_toezenden", "reactie_zienswijzen"}


@pytest.mark.parametrize(
    ("stuk", "weken", "artikel"),
    [("begrotingswijziging", 12, "art. 35 lid 5"), ("regeling", 8, "art. 1 lid 3 en 5")],
)
def test_other_papers_have_their_own_term(stuk: str, weken: int, artikel: str) -> None:
    termijn = bereken(rij(stuk=stuk), VERBAND, LEEG)
    assert termijn.wettelijk == date(2026, 4, 13) + timedelta(weeks=weken)
    assert f"+ {weken} weken Wgr, {artikel}" in regels(termijn)


def test_before_2022_the_term_was_shorter() -> None:
    termijn = bereken(rij(jaar=2023, ontvangen_op=date(2022, 4, 4)), VERBAND, LEEG)
    assert termijn.wettelijk == date(2022, 4, 4) + timedelta(weeks=8)


def test_a_holiday_is_told_in_the_sum() -> None:
    termijn = bereken(rij(ontvangen_op=date(2026, 2, 2)), VERBAND, LEEG)
    assert termijn.wettelijk == date(2026, 4, 28)
    assert "verlengd Algemene termijnenwet, art. 1 lid 1" in regels(termijn)


def test_a_province_takes_part() -> None:
    termijn = bereken(rij(), SimpleNamespace(vorm="openbaar_lichaam", wgr_hoofdstuk="IV"), LEEG)
    assert "+ 12 weken Wgr, art. 59 lid 3" in regels(termijn)
    assert termijn.na_te_kijken


@pytest.mark.parametrize(
    ("velden", "vorm", "hoofdstuk", "zegt"),
    [
        ({"stuk": "jaarrekening"}, "openbaar_lichaam", "I", "geen zienswijze op de jaarrekening"),
        ({"stuk": "kader"}, "openbaar_lichaam", "I", "geen zienswijze op kaders"),
        ({}, "nv", "", "geen gemeenschappelijke regeling"),
        ({}, "openbaar_lichaam", "", "Kijk welk hoofdstuk"),
        ({}, "centrumregeling", "I", "geen eigen bestuur"),
    ],
)
def test_without_a_legal_day_the_reason_stands_there(velden: Any, vorm: str, hoofdstuk: str, zegt: str) -> None:
    gevraagd = date(2026, 6, 1)
    verband = SimpleNamespace(vorm=vorm, wgr_hoofdstuk=hoofdstuk)
    termijn = bereken(rij(gevraagd_voor=gevraagd, **velden), verband, LEEG)
    assert zegt in termijn.reden
    assert (termijn.wettelijk, termijn.uiterlijk) == (None, gevraagd)
    assert dagen_te_laat(rij(), termijn, date(2030, 1, 1)) == 0


def test_the_last_meeting_comes_from_the_calendar_of_the_raad() -> None:
    kalender = Vergaderkalender((date(2026, 5, 26), date(2026, 6, 23), date(2026, 6, 30), date(2026, 7, 6)))
    assert bereken(rij(), VERBAND, LEEG).vergadering is None
    assert bereken(rij(), VERBAND, kalender).vergadering == date(2026, 6, 30)
    gevraagd = bereken(rij(gevraagd_voor=date(2026, 6, 26)), VERBAND, kalender)
    assert regels(gevraagd)[-1] == "2026-06-23 Laatste raad ervoor"


def test_how_late() -> None:
    termijn = bereken(rij(), VERBAND, LEEG)
    assert dagen_te_laat(rij(), termijn, date(2026, 7, 6)) == 0
    assert dagen_te_laat(rij(), termijn, date(2026, 7, 8)) == 2
    verzonden = rij(status="verzonden", verzonden_op=date(2026, 7, 1), vergadering=date(2026, 7, 9))
    assert dagen_te_laat(verzonden, termijn, date(2026, 12, 1)) == 0
    assert dagen_te_laat(rij(status="geen"), termijn, date(2026, 12, 1)) == 0
    assert dagen_zonder_antwoord(verzonden, date(2026, 7, 12)) == 3
    beantwoord = rij(verzonden_op=date(2026, 7, 1), vergadering=date(2026, 7, 9), antwoord_op=date(2026, 7, 9))
    assert dagen_zonder_antwoord(beantwoord, date(2026, 12, 1)) == 0
    assert dagen_zonder_antwoord(rij(verzonden_op=date(2026, 7, 1)), date(2026, 12, 1)) == 0


DAGEN = st.dates(date(2016, 1, 1), date(2040, 12, 31))


@given(DAGEN, st.none() | DAGEN, st.sampled_from(["begroting", "begrotingswijziging", "regeling"]))
def test_the_day_to_work_towards_is_never_after_the_law(op: date, gevraagd: date | None, stuk: str) -> None:
    termijn = bereken(rij(stuk=stuk, ontvangen_op=op, gevraagd_voor=gevraagd, jaar=op.year + 1), VERBAND, LEEG)
    if termijn.wettelijk is not None:
        assert op < termijn.wettelijk
        assert termijn.uiterlijk is not None
        assert termijn.uiterlijk <= termijn.wettelijk
