"""The council's own calendar beside a date: hand-made calendars, and what holds for all of them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.stap import Keten
from governance.regels.termijnen.tijd import is_werkdag
from governance.regels.termijnen.vergaderingen import (
    Eisen,
    Reces,
    Vergaderkalender,
    agendadag,
    raadsruimte,
    ruimte,
)
from tests.governance.regels.termijnen.ketens import maak

ZOMER = Reces("Zomerreces", date(2026, 7, 11), date(2026, 8, 23))
# An invented calendar.
KALENDER = Vergaderkalender(
    (date(2026, 5, 12), date(2026, 6, 23), date(2026, 9, 8), date(2026, 10, 6)),
    (ZOMER, Reces("Meireces", date(2026, 4, 25), date(2026, 5, 10))),
)
GEVALLEN = yaml.safe_load((Path(__file__).parent / "termijnen.yaml").read_text("utf-8"))["gevallen"]
DAGEN = st.dates(date(2026, 1, 1), date(2026, 12, 31))
RECESSEN = st.lists(
    st.tuples(DAGEN, st.integers(0, 50)).map(lambda paar: Reces("Reces", paar[0], paar[0] + timedelta(days=paar[1]))),
    max_size=4,
).map(tuple)
KALENDERS = st.builds(Vergaderkalender, st.lists(DAGEN, max_size=20).map(tuple), RECESSEN, bekend_tot=st.none() | DAGEN)


def test_een_termijn_die_in_het_reces_eindigt() -> None:
    """A draft of 30 April may be answered until 23 July, but the council last meets on 23 June: under eight weeks."""
    gevonden = ruimte(date(2026, 7, 23), KALENDER, vanaf=date(2026, 4, 30))
    assert (gevonden.vergadering, gevonden.agenda, gevonden.weken) == (date(2026, 6, 23), date(2026, 6, 9), 7)
    assert (gevonden.in_reces, gevonden.reces, gevonden.te_kort) == (True, "Zomerreces", False)
    assert gevonden.recesdagen == 11 + 13  # 30 April to 10 May, and 11 to 23 July
    assert gevonden.kalender_bekend


def test_minder_weken_dan_de_gemeente_vraagt() -> None:
    """Our own least: exactly so many weeks is enough, a day less is not."""
    for vanaf, te_kort in ((date(2026, 5, 26), False), (date(2026, 5, 27), True)):
        gevonden = ruimte(date(2026, 7, 1), KALENDER, vanaf=vanaf)
        assert (gevonden.vergadering, gevonden.te_kort) == (date(2026, 6, 23), te_kort)
    assert ruimte(date(2026, 7, 1), KALENDER, vanaf=date(2026, 5, 26), eisen=Eisen(minimum_weken=6)).te_kort


def test_een_vergadering_op_de_laatste_dag_zelf_is_te_laat() -> None:
    assert ruimte(date(2026, 6, 23), KALENDER).vergadering == date(2026, 5, 12)
    assert ruimte(date(2026, 6, 24), KALENDER).vergadering == date(2026, 6, 23)


def test_een_stuk_na_de_agenda_valt_op() -> None:
    gevonden = ruimte(date(2026, 7, 1), KALENDER, vanaf=date(2026, 6, 10))
    assert (gevonden.agenda, gevonden.agenda_voorbij, gevonden.te_kort) == (date(2026, 6, 9), True, True)
    assert not ruimte(date(2026, 7, 1), KALENDER, vanaf=date(2026, 6, 9)).agenda_voorbij


def test_zonder_vergadering_in_de_termijn() -> None:
    gevonden = ruimte(date(2026, 9, 1), KALENDER, vanaf=date(2026, 6, 24))
    assert (gevonden.vergadering, gevonden.agenda, gevonden.weken) == (None, None, None)
    assert (gevonden.geen_vergadering, gevonden.te_kort, gevonden.in_reces) == (True, True, False)


def test_een_kalender_die_nog_niet_is_gevuld_zegt_niets() -> None:
    """Of next year nobody knows the meetings yet: that is no 'last chance'."""
    gevonden = ruimte(date(2027, 6, 1), KALENDER, vanaf=date(2027, 3, 1))
    assert (gevonden.kalender_bekend, gevonden.geen_vergadering, gevonden.te_kort) == (False, False, False)
    bekend = Vergaderkalender(KALENDER.vergaderingen, bekend_tot=date(2027, 12, 31))
    assert ruimte(date(2027, 6, 1), bekend, vanaf=date(2027, 3, 1)).geen_vergadering
    assert not ruimte(date(2027, 6, 1), Vergaderkalender()).kalender_bekend
    assert ruimte(date(2026, 10, 7), KALENDER).kalender_bekend
    assert not ruimte(date(2026, 10, 8), KALENDER).kalender_bekend


def test_de_agenda_wijkt_voor_weekend_feestdag_en_reces() -> None:
    assert agendadag(date(2026, 6, 23), KALENDER, 9) == date(2026, 6, 12)  # Sunday 14 June
    assert agendadag(date(2026, 6, 8), KALENDER, 14) == date(2026, 5, 22)  # Whit Monday
    assert agendadag(date(2026, 9, 1), KALENDER, 14) == date(2026, 7, 10)  # recess


def test_recessen_die_overlappen_tellen_een_keer() -> None:
    kalender = Vergaderkalender((), (ZOMER, Reces("Bouwvak", date(2026, 7, 20), date(2026, 8, 30))))
    assert kalender.recesdagen(date(2026, 7, 1), date(2026, 8, 31)) == 51
    assert kalender.recesdagen(date(2026, 8, 31), date(2026, 7, 1)) == 0


def test_de_stappen_waarin_de_raad_zelf_iets_doet() -> None:
    geval = next(geval for geval in GEVALLEN if geval["id"] == "ontvangen_op_30_april")
    keten = maak(geval, Rekenaar(gevraagd={"zienswijze_begroting": date(2026, 7, 8)}))
    ruimten = raadsruimte(keten, KALENDER)
    assert list(ruimten) == ["zienswijze_begroting"]
    gevonden = ruimten["zienswijze_begroting"]
    assert (gevonden.vanaf, gevonden.uiterlijk) == (date(2026, 4, 30), date(2026, 7, 8))
    assert (gevonden.vergadering, gevonden.in_reces) == (date(2026, 6, 23), False)
    assert raadsruimte(Keten(), KALENDER) == {}


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["id"])
def test_alleen_stappen_van_de_raad_met_een_dag_krijgen_ruimte(geval: dict) -> None:
    keten = maak(geval)
    met_dag = [stap.sleutel for stap in keten.stappen if stap.wie == "raad" and stap.wettelijk]
    assert list(raadsruimte(keten, KALENDER)) == met_dag


@given(KALENDERS, DAGEN, st.none() | DAGEN, st.integers(0, 10), st.integers(0, 30))
def test_wat_altijd_geldt(
    kalender: Vergaderkalender, uiterlijk: date, vanaf: date | None, minimum: int, agendadagen: int
) -> None:
    """Never in a recess, never on or after the last day, never before the paper came, and nothing better left out."""
    gevonden = ruimte(uiterlijk, kalender, vanaf=vanaf, eisen=Eisen(minimum, agendadagen))
    kan = [
        dag
        for dag in kalender.vergaderingen
        if dag < uiterlijk
        and (vanaf is None or dag >= vanaf)
        and not any(reces.van <= dag <= reces.tot for reces in kalender.recessen)
    ]
    assert gevonden.vergadering == max(kan, default=None)
    if gevonden.vergadering and gevonden.agenda:
        assert gevonden.agenda <= gevonden.vergadering - timedelta(days=agendadagen)
        assert is_werkdag(gevonden.agenda)
        assert kalender.reces(gevonden.agenda) is None
    if vanaf is not None and vanaf <= uiterlijk:
        dagen = [vanaf + timedelta(days=plek) for plek in range((uiterlijk - vanaf).days + 1)]
        assert gevonden.recesdagen == sum(kalender.reces(dag) is not None for dag in dagen)
    assert gevonden.in_reces == (kalender.reces(uiterlijk) is not None)
    assert ruimte(uiterlijk, kalender, vanaf=vanaf, eisen=Eisen(minimum, agendadagen)) == gevonden


@given(KALENDERS, DAGEN, DAGEN)
def test_een_latere_dag_geeft_nooit_een_eerdere_vergadering(kalender: Vergaderkalender, een: date, ander: date) -> None:
    eerst, laatst = (ruimte(dag, kalender).vergadering for dag in sorted((een, ander)))
    assert eerst is None or (laatst is not None and eerst <= laatst)
