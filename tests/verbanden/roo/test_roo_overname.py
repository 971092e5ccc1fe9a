"""From the register's words to the portal's: what is taken together, shortened or left out."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbanden.roo.gegevens import Deelnemer, Gemeente, Gemeenteregister, Regeling
from verbanden.roo.overname import beelden, ingekort

DAG = date(2026, 6, 1)


def beeld(*deelnemers: Deelnemer):
    """One made-up regeling with these participants, in the portal's words."""
    leeg: dict[str, Any] = dict.fromkeys(
        ("afkorting", "doel", "vestigingsplaats", "website", "kvk", "rsin", "oin", "tooi", "bronhouder"), ""
    )
    leeg |= dict.fromkeys(("in_werking", "uit_werking", "oprichting", "gewijzigd_op", "geverifieerd_op"))
    leeg |= dict.fromkeys(("bevoegdheden", "grondslagen", "documenten", "beleidsterreinen", "versies"), ())
    regeling = Regeling(
        systeem_id="1",
        titel="Verzinsel",
        korte_naam="Verzinsel",
        vorm="openbaar_lichaam",
        bezoekadres=None,
        deelnemers=deelnemers,
        **leeg,
    )
    return beelden(Gemeenteregister(DAG, DAG, Gemeente("Gemeente X", "t"), (regeling,)))[0]


@pytest.mark.parametrize(
    ("soorten", "hoofdstuk"),
    [
        (("gemeente",), "I"),
        (("gemeente", "onbekend"), "I"),
        (("gemeente", "provincie"), "IV"),
        (("gemeente", "provincie", "waterschap"), "IV"),
        (("gemeente", "waterschap"), "anders"),
        (("gemeente", "ministerie"), "anders"),
    ],
)
def test_the_chapter_of_the_wgr_follows_from_who_takes_part(soorten, hoofdstuk):
    deelnemers = [Deelnemer(naam=soort, soort=soort) for soort in soorten]
    assert beeld(*deelnemers).velden["wgr_hoofdstuk"] == hoofdstuk


@pytest.mark.parametrize(
    ("perioden", "verwacht"),
    [
        ([(2010, 2015), (2015, 2020)], [(2010, 2015), (2015, 2020)]),
        ([(2010, 2016), (2015, 2020)], [(2010, 2020)]),
        ([(2015, None), (2010, 2016)], [(2010, None)]),
        ([(2010, None), (2015, 2020)], [(2010, None)]),
        ([(None, 2012), (2012, None)], [(None, 2012), (2012, None)]),
        ([(2015, 2015)], []),
        ([(2016, 2015)], []),
    ],
)
def test_periods_of_one_participant_never_overlap(perioden, verwacht):
    def dag(jaar):
        return jaar and date(jaar, 1, 1)

    deelnemers = [Deelnemer(naam="A", toegetreden_op=dag(van), uitgetreden_op=dag(tot)) for van, tot in perioden]
    assert [(d.van, d.tot) for d in beeld(*deelnemers).deelnames] == [(dag(van), dag(tot)) for van, tot in verwacht]


@pytest.mark.parametrize(
    ("aandeel", "verwacht"),
    [(None, None), ("33.25", "33.250"), ("12.34567", "12.346"), ("100", "100.000"), ("100.1", None)],
)
def test_a_cost_share_is_a_percentage(aandeel, verwacht):
    deelnemer = Deelnemer(naam="A", verdeelsleutel=Decimal(aandeel) if aandeel else None)
    assert beeld(deelnemer).deelnames[0].kostenaandeel == (Decimal(verwacht) if verwacht else None)


def test_unknown_bodies_are_called_another_body():
    deelnemer = Deelnemer(naam="A", organen=("Minister", "Burgemeester", "Staatssecretaris"))
    assert beeld(deelnemer).deelnames[0].organen == ("anders", "burgemeester")


@given(st.text(max_size=200), st.integers(5, 60))
def test_a_shortened_text_is_a_beginning_on_one_line(tekst, hoogstens):
    kort = ingekort(tekst, hoogstens)
    heel = " ".join(tekst.split())
    assert len(kort) <= hoogstens
    assert kort == heel or heel.startswith(kort.removesuffix("…"))


def test_a_long_text_ends_after_a_sentence():
    assert ingekort("Eerste zin. Tweede zin. Derde zin.", 25) == "Eerste zin. Tweede zin."
    assert ingekort("Een enkele hele lange zin zonder punt", 20) == "Een enkele hele…"
