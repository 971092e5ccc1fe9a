"""What holds for every chain: later facts give no earlier dates, no date passes the law, and no clock matters."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
import yaml
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.termijnen.begroting import Begrotingsfeiten
from governance.regels.termijnen.jaarrekening import Rekeningfeiten
from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.regeling import Handeling, Regelingfeiten
from governance.regels.termijnen.stap import Keten, Regeling, verschuivingen
from governance.regels.wgr import MET_BESTUUR
from tests.governance.regels.termijnen.ketens import dagen, maak

GEVALLEN: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "termijnen.yaml").read_text("utf-8"))[
    "gevallen"
]
WIJZIGING = date(2022, 7, 1)
JAREN = st.integers(2017, 2090)
REGELINGEN = st.builds(Regeling, st.sampled_from(sorted(MET_BESTUUR)), st.sampled_from(["I", "IV"]))


def in_jaar(jaar: int) -> st.SearchStrategy[date]:
    """Any day from the last quarter of two years before to the end of the year before."""
    return st.dates(date(jaar - 2, 10, 1), date(jaar - 1, 12, 31))


def niet_later(eerst: Keten, laatst: Keten) -> bool:
    """Whether no step of the first chain has a later date than the same step of the second."""
    paren = zip(dagen(eerst).values(), dagen(laatst).values(), strict=True)
    return all(een is None or ander is None or een <= ander for een, ander in paren)


@given(st.data(), REGELINGEN, JAREN)
def test_een_latere_vergadering_geeft_geen_eerdere_dag(data: st.DataObject, regeling: Regeling, jaar: int) -> None:
    eerst, laatst = sorted(data.draw(st.tuples(in_jaar(jaar), in_jaar(jaar))))
    een, ander = (Rekenaar().begroting(regeling, jaar, Begrotingsfeiten(dag)) for dag in (eerst, laatst))
    assert niet_later(een, ander)
    een, ander = (Rekenaar().begrotingswijziging(regeling, Begrotingsfeiten(dag)) for dag in (eerst, laatst))
    assert niet_later(een, ander)
    een, ander = (Rekenaar().jaarrekening(regeling, jaar - 2, Rekeningfeiten(dag)) for dag in (eerst, laatst))
    assert niet_later(een, ander)


@given(st.data(), REGELINGEN, JAREN)
def test_een_later_ontwerp_geeft_geen_eerder_einde(data: st.DataObject, regeling: Regeling, jaar: int) -> None:
    eerst, laatst = sorted(data.draw(st.tuples(in_jaar(jaar), in_jaar(jaar))))
    een, ander = (
        Rekenaar().begroting(regeling, jaar, Begrotingsfeiten(ontwerp_ontvangen=dag)) for dag in (eerst, laatst)
    )
    assert niet_later(een, ander)


@given(st.data(), REGELINGEN, JAREN)
def test_geen_dag_gaat_over_de_grens_van_de_wet(data: st.DataObject, regeling: Regeling, jaar: int) -> None:
    """The limits, written here once more as in the law and not as in the rows."""
    vergadering = data.draw(in_jaar(jaar))
    feiten = Begrotingsfeiten(vergadering, vastgesteld=data.draw(st.none() | st.just(vergadering)))
    keten = {sleutel: dag or date.max for sleutel, dag in dagen(Rekenaar().begroting(regeling, jaar, feiten)).items()}
    nieuw = jaar >= 2023
    grens = date(jaar - 1, 9, 14) if nieuw else date(jaar - 1, 7, 31)
    assert keten["kaders"] == (date(jaar - 1, 4, 29) if jaar >= 2024 else date(jaar - 1, 4, 14))
    assert keten["begroting_inzenden"] <= grens
    assert keten["begroting_vaststellen"] == grens
    toezenden = keten["ontwerp_toezenden"]
    assert toezenden <= min(vergadering, grens) - timedelta(weeks=12 if toezenden >= WIJZIGING else 8)
    weken = timedelta(weeks=12 if toezenden >= WIJZIGING else 8)
    assert timedelta() <= keten["zienswijze_begroting"] - (toezenden + weken) <= timedelta(days=5)


@given(st.data(), REGELINGEN, JAREN)
def test_een_verzoek_schuift_een_dag_nooit_over_de_wet(data: st.DataObject, regeling: Regeling, jaar: int) -> None:
    feiten = Begrotingsfeiten(data.draw(in_jaar(jaar)))
    sleutels = [stap.sleutel for stap in Rekenaar().begroting(regeling, jaar, feiten).stappen]
    gevraagd = data.draw(st.dictionaries(st.sampled_from(sleutels), in_jaar(jaar)))
    for stap in Rekenaar(gevraagd=gevraagd).begroting(regeling, jaar, feiten).stappen:
        assert stap.wettelijk is not None
        assert stap.uiterlijk == min(stap.wettelijk, gevraagd.get(stap.sleutel, date.max))
        assert stap.eerder_gevraagd == (stap.wettelijk - stap.uiterlijk).days


@given(st.dates(date(2015, 1, 1), date(2090, 1, 1)), st.sampled_from(Handeling))
def test_de_raad_heeft_acht_weken_sinds_2022(ontvangen: date, handeling: Handeling) -> None:
    keten = Rekenaar().regeling(Regeling("centrumregeling"), handeling, Regelingfeiten(ontwerp_ontvangen=ontvangen))
    if ontvangen < WIJZIGING:
        assert [stap.sleutel for stap in keten.stappen] == ["toestemming_regeling"]
        return
    eind = keten.stap("zienswijze_regeling").wettelijk
    assert eind is not None
    assert timedelta(weeks=8) <= eind - ontvangen <= timedelta(weeks=8, days=5)


@given(st.data(), REGELINGEN, JAREN)
def test_twee_keer_rekenen_geeft_hetzelfde(data: st.DataObject, regeling: Regeling, jaar: int) -> None:
    feiten = Begrotingsfeiten(
        data.draw(st.none() | in_jaar(jaar)), ontwerp_ontvangen=data.draw(st.none() | in_jaar(jaar))
    )
    een, ander = (Rekenaar().begroting(regeling, jaar, feiten) for _ in range(2))
    assert een == ander
    assert verschuivingen(een, ander) == ()
    assert een.met_verzoeken({}) == een


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Amsterdam"])
@pytest.mark.parametrize("jaar", [1999, 2022, 2060])
def test_geen_klok_en_geen_tijdzone_doet_ertoe(jaar: int, zone: str) -> None:
    """On another day, in another time zone of the machine, every chain of the table is the same."""
    verwacht = [maak(geval) for geval in GEVALLEN]
    with time_machine.travel(datetime(jaar, 12, 31, 23, 59, tzinfo=ZoneInfo(zone))):
        assert [maak(geval) for geval in GEVALLEN] == verwacht
