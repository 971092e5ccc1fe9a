from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.peildatum import EERSTE_DAG, Peildatum, einde_van, lees_peildatum

VANDAAG = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("dag", "einde"),
    [
        (date(2026, 1, 31), datetime(2026, 1, 31, 22, 59, 59, 999999, UTC)),
        (date(2026, 6, 30), datetime(2026, 6, 30, 21, 59, 59, 999999, UTC)),
        # The nights on which the clock in Amsterdam changes.
        (date(2026, 3, 29), datetime(2026, 3, 29, 21, 59, 59, 999999, UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 22, 59, 59, 999999, UTC)),
    ],
)
def test_een_dag_eindigt_om_middernacht_in_amsterdam(dag: date, einde: datetime) -> None:
    assert einde_van(dag) == einde


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_na_het_einde_begint_de_volgende_dag(dag: date) -> None:
    assert einde_van(dag) < einde_van(dag + timedelta(days=1))
    assert timedelta(hours=22) < einde_van(dag + timedelta(days=1)) - einde_van(dag) < timedelta(hours=26)


def test_vandaag_toont_de_rijen_van_nu() -> None:
    assert Peildatum.van(VANDAAG, vandaag=VANDAAG) == Peildatum(VANDAAG, None)
    assert not Peildatum(VANDAAG).verleden
    assert Peildatum.van(date(2026, 5, 19), vandaag=VANDAAG).verleden


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("morgen", "geen datum"),
        ("2026-02-30", "geen datum"),
        ("20-05-2026", "geen datum"),
        ("2026-05-21", "in de toekomst"),
        ("1899-12-31", "te ver terug"),
        ("", "geen datum"),
        ("9999-12-31", "in de toekomst"),
    ],
)
def test_een_onmogelijke_dag_geeft_een_zin(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        lees_peildatum(tekst, vandaag=VANDAAG)


@given(st.dates(EERSTE_DAG, VANDAAG))
def test_elke_gewone_dag_kan(dag: date) -> None:
    assert lees_peildatum(dag.isoformat(), vandaag=VANDAAG).dag == dag
