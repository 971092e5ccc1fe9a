"""What people type: dates, amounts, shares and lists."""

from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.forms import Field
from hypothesis import given
from hypothesis import strategies as st

from verbanden.forms import velden


@pytest.mark.parametrize(
    ("veld", "tekst", "waarde"),
    [
        (velden.datumveld(), "13-4-2026", date(2026, 4, 13)),
        (velden.datumveld(), " 2026-04-13 ", date(2026, 4, 13)),
        (velden.bedragveld(), "€ 3.900,50", Decimal("3900.50")),
        (velden.bedragveld(), "−200", Decimal(-200)),
        (velden.procentveld(), "18,375%", Decimal("18.375")),
        (velden.duizendveld(), "3.900", Decimal(3_900_000)),
        (velden.duizendveld(), "0,00001", Decimal("0.01")),
        (velden.geheelveld(), "1.200", 1200),
        (velden.Lijstveld(lengte=10), "een\r\n\r\n twee \neen", ["een", "twee"]),
    ],
)
def test_lezen(veld: Field, tekst: str, waarde: Any) -> None:
    assert veld.clean(tekst) == waarde


@pytest.mark.parametrize(
    ("veld", "tekst"),
    [
        (velden.datumveld(), "31-2-2026"),
        (velden.datumveld(), "1-1-1500"),
        (velden.datumveld(), "gisteren"),
        (velden.datumveld(), "1" * 100_000),
        (velden.bedragveld(), "3,9 mln"),
        (velden.bedragveld(), "1,234"),
        (velden.bedragveld(), "1e5"),
        (velden.bedragveld(), "NaN"),
        (velden.bedragveld(), "9" * 50_000),
        (velden.duizendveld(), "1.00"),
        (velden.procentveld(), "18,3751"),
        (velden.geheelveld(), "1,5"),
        (velden.geheelveld(), "١٢"),
        (velden.Lijstveld(lengte=3), "lang"),
        (velden.Lijstveld(lengte=3), "\n".join(map(str, range(51)))),
    ],
)
def test_weigeren_met_een_zin(veld: Field, tekst: str) -> None:
    with pytest.raises(ValidationError) as fout:
        veld.clean(tekst)
    assert all(melding.endswith(".") for melding in fout.value.messages)


@given(st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False))
def test_een_bedrag_komt_terug_zoals_het_erin_ging(bedrag: Decimal) -> None:
    for veld in (velden.bedragveld(), velden.duizendveld()):
        assert veld.clean(veld.prepare_value(bedrag)) == bedrag


@given(st.decimals(0, 100, places=3, allow_nan=False, allow_infinity=False))
def test_een_deel_komt_terug_zoals_het_erin_ging(deel: Decimal) -> None:
    veld = velden.procentveld()
    assert veld.clean(veld.prepare_value(deel)) == deel


@given(st.dates(velden.EERSTE_DAG, velden.LAATSTE_DAG))
def test_een_datum_komt_terug_zoals_hij_erin_ging(dag: date) -> None:
    veld = velden.datumveld()
    assert veld.clean(veld.prepare_value(dag)) == dag


@given(st.text(max_size=40))
def test_onzin_is_een_waarde_of_een_zin(tekst: str) -> None:
    for veld in (velden.datumveld(), velden.bedragveld(), velden.procentveld(), velden.geheelveld()):
        with suppress(ValidationError):  # and nothing else
            veld.clean(tekst)
