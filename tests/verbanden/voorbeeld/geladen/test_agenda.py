"""Two budget years of the regelingen in the example municipality: every day counted by hand, against the law."""

from __future__ import annotations

from datetime import date

import pytest

from governance.agenda.lezen import Agenda, lees
from governance.agenda.moment import Agendamoment
from samenwerkingswijzer.peildatum import Peildatum

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("geladen")]
DAG = date(2026, 11, 21)

# Per regeling what was typed (draft received; meeting of the board) and what follows, counted on a calendar:
# zienswijze: receipt + 12 weeks (Wgr art. 35 lid 3, with a province art. 59 lid 3);
# supervisor: meeting + 2 weeks, at most 14 September (art. 34 lid 2).
BEGROTING_2027 = {
    "ggd-rotterdam-rijnmond": (date(2026, 6, 5), date(2026, 6, 2), date(2026, 7, 16)),
    "veiligheidsregio-rotterdam-rijnmond": (date(2026, 7, 2), date(2026, 6, 30), date(2026, 7, 20)),
    "rogplus": (date(2026, 7, 3), date(2026, 6, 30), date(2026, 7, 22)),
    "stroomopwaarts-mvs": (date(2026, 7, 6), date(2026, 6, 30), date(2026, 7, 23)),
    "dcmr-milieudienst-rijnmond": (date(2026, 7, 9), date(2026, 7, 7), date(2026, 7, 24)),
    "jeugdhulp-rijnmond": (date(2026, 7, 10), date(2026, 7, 7), date(2026, 7, 28)),
    "metropoolregio-rotterdam-den-haag": (date(2026, 7, 23), date(2026, 7, 7), date(2026, 9, 11)),
}
# Draft at the latest: meeting - 12 weeks, and never after 22 June (14 September - 12 weeks); then the same sums.
BEGROTING_2028 = {
    "ggd-rotterdam-rijnmond": (date(2027, 4, 8), date(2027, 7, 1), date(2027, 7, 15)),
    "veiligheidsregio-rotterdam-rijnmond": (date(2027, 4, 12), date(2027, 7, 5), date(2027, 7, 19)),
    "rogplus": (date(2027, 4, 15), date(2027, 7, 8), date(2027, 7, 22)),
    "stroomopwaarts-mvs": (date(2027, 4, 15), date(2027, 7, 8), date(2027, 7, 22)),
    "dcmr-milieudienst-rijnmond": (date(2027, 4, 16), date(2027, 7, 9), date(2027, 7, 23)),
    "jeugdhulp-rijnmond": (date(2027, 4, 20), date(2027, 7, 13), date(2027, 7, 27)),
    "metropoolregio-rotterdam-den-haag": (date(2027, 6, 4), date(2027, 8, 27), date(2027, 9, 10)),
}


def stappen(agenda: Agenda, slug: str, jaar: int) -> dict[str, Agendamoment]:
    """The steps of the budget of a year and of the accounts that are adopted in the same year."""
    verband = next(een for een in agenda.verbanden.values() if een.slug == slug)
    sleutels = {("begroting", jaar), ("jaarrekening", jaar - 2)}
    return {
        moment.stapsleutel.stap: moment
        for moment in agenda.per_verband[verband.id]
        if moment.stapsleutel and moment.stapsleutel[:2] in sleutels
    }


def test_de_hele_kringloop_van_twee_begrotingsjaren() -> None:
    agenda = lees(Peildatum(DAG))
    for slug, (zienswijze, laatste_raad, toezicht) in BEGROTING_2027.items():
        hier = stappen(agenda, slug, 2027)
        assert (hier["zienswijze_begroting"].wettelijk, hier["zienswijze_begroting"].laatste) == (
            zienswijze,
            laatste_raad,
        )
        assert hier["begroting_inzenden"].wettelijk == toezicht, slug
    for slug, (ontwerp, zienswijze, toezicht) in BEGROTING_2028.items():
        hier = stappen(agenda, slug, 2028)
        assert hier["ontwerp_toezenden"].wettelijk == ontwerp, slug
        assert hier["zienswijze_begroting"].wettelijk == zienswijze, slug
        assert hier["begroting_inzenden"].wettelijk == toezicht, slug


@pytest.mark.parametrize("jaar", [2027, 2028])
def test_elke_regeling_met_een_bestuur_heeft_elk_jaar_negen_stappen(jaar: int) -> None:
    agenda = lees(Peildatum(DAG))
    for slug in BEGROTING_2028:
        hier = stappen(agenda, slug, jaar)
        assert len(hier) == 9, slug
        assert hier["kaders"].wettelijk == hier["voorlopige_jaarrekening"].wettelijk == date(jaar - 1, 4, 29)
        assert hier["begroting_vaststellen"].wettelijk == date(jaar - 1, 9, 14)
        assert hier["jaarrekening_vaststellen"].wettelijk == date(jaar - 1, 7, 14)


def test_niets_in_het_voorbeeld_zegt_dat_een_echte_regeling_te_laat_was() -> None:
    agenda = lees(Peildatum(DAG))
    te_laat = [moment.titel for moment in agenda.momenten if moment.stap and moment.stap.was_te_laat]
    assert te_laat == []


def test_een_regeling_zonder_bestuur_heeft_geen_kalender() -> None:
    agenda = lees(Peildatum(DAG))
    archief = next(een for een in agenda.verbanden.values() if een.slug == "archiefbeheer-maassluis")
    assert not [moment for moment in agenda.per_verband[archief.id] if moment.berekend]
