"""The agenda as it is read: what the law computes from stored facts, and what people wrote beside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from governance.agenda.lezen import Agenda, lees, tijdlijn
from governance.agenda.moment import Agendamoment, Stapsleutel
from governance.handelingen.stapmomenten import schrijf
from governance.models import Moment, Momentstatus, Stapmoment, Stukkenronde
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.peildatum import Peildatum, einde_van
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_gebruiker,
    maak_gemeente,
    maak_moment,
    maak_raadskalender,
    maak_regeling,
    maak_ronde,
    maak_verband,
)
from verbanden.models import Levensfase, Samenwerkingsverband, Vorm

pytestmark = pytest.mark.django_db
NU_LEZEN = Peildatum(VANDAAG)
RAADSDAGEN = [date(2026, 6, 2), date(2026, 6, 23), date(2026, 6, 30), date(2026, 7, 7), date(2026, 9, 15)]
ZIENSWIJZE = Stapsleutel("begroting", 2027, 1, "zienswijze_begroting")
RECES = (date(2026, 7, 11), date(2026, 8, 30))


@pytest.fixture(autouse=True)
def kalender() -> None:
    maak_gemeente()
    maak_raadskalender(*RAADSDAGEN, reces=RECES)


def stap(agenda: Agenda, verband: Samenwerkingsverband, naam: str, jaar: int = 2027) -> Agendamoment:
    """The computed moment of a step of the budget."""
    gevonden = [
        moment
        for moment in agenda.per_verband[verband.id]
        if moment.stapsleutel and moment.stapsleutel.stap == naam and moment.stapsleutel.jaar == jaar
    ]
    assert len(gevonden) == 1
    return gevonden[0]


def zienswijze(verband: Samenwerkingsverband) -> Agendamoment:
    return stap(lees(NU_LEZEN), verband, ZIENSWIJZE.stap)


def test_zonder_feiten_staan_de_dagen_van_de_wet_er() -> None:
    verband = maak_regeling()
    dagen = {
        str(moment.stapsleutel): moment.datum
        for moment in lees(NU_LEZEN).per_verband[verband.id]
        if moment.stapsleutel and moment.stapsleutel.jaar in (2025, 2027)
    }
    # Wgr art. 34b, 35, 34: vóór 30 april, 12 weken voor 14 september, vóór 15 september; de jaarrekening vóór 15 juli.
    assert dagen == {
        "begroting-2027-1-kaders": date(2026, 4, 29),
        "begroting-2027-1-ontwerp_toezenden": date(2026, 6, 22),
        "begroting-2027-1-zienswijze_begroting": date(2026, 7, 7),
        "begroting-2027-1-begroting_vaststellen": date(2026, 9, 14),
        "begroting-2027-1-begroting_inzenden": date(2026, 9, 14),
        "jaarrekening-2025-1-voorlopige_jaarrekening": date(2026, 4, 29),
        "jaarrekening-2025-1-jaarrekening_vaststellen": date(2026, 7, 14),
        "jaarrekening-2025-1-jaarrekening_inzenden": date(2026, 7, 14),
    }


def test_twaalf_weken_na_ontvangst_en_de_laatste_raad_ervoor() -> None:
    verband = maak_regeling()
    maak_ronde(verband, ontvangen=date(2026, 4, 13), gevraagd_voor=date(2026, 6, 26))
    moment = zienswijze(verband)
    assert (moment.wettelijk, moment.gevraagd) == (date(2026, 7, 6), date(2026, 6, 26))
    assert (moment.datum, moment.laatste, moment.later) == (date(2026, 6, 23), date(2026, 6, 30), 1)
    assert not moment.laatste_kans
    assert not moment.vraagt_te_vroeg
    assert moment.open_op(VANDAAG)


def test_een_partner_die_te_vroeg_vraagt_krijgt_de_laatste_vergadering_van_de_wet() -> None:
    verband = maak_regeling()
    maak_ronde(verband, ontvangen=date(2026, 3, 13), gevraagd_voor=date(2026, 5, 22))
    moment = zienswijze(verband)
    assert (moment.datum, moment.wettelijk, moment.dagen_meer) == (date(2026, 6, 2), date(2026, 6, 5), 14)
    assert moment.laatste_kans
    assert moment.vraagt_te_vroeg


def test_een_termijn_die_in_het_reces_eindigt_wordt_voor_het_reces_behandeld() -> None:
    verband = maak_regeling()
    maak_ronde(verband, ontvangen=date(2026, 4, 30))
    moment = zienswijze(verband)
    assert (moment.datum, moment.wettelijk, moment.reces) == (date(2026, 7, 7), date(2026, 7, 23), "zomerreces")


def test_een_andere_vergadering_van_het_bestuur_verschuift_de_keten() -> None:
    verband = maak_regeling()
    ronde = maak_ronde(verband, vergadering=date(2026, 7, 3))
    eerst = lees(NU_LEZEN)
    ronde.vergadering = date(2026, 7, 10)
    bewaar(ronde, door=None, op=NU + timedelta(minutes=1))
    daarna = lees(NU_LEZEN)
    een_week = timedelta(weeks=1)
    for naam in ("ontwerp_toezenden", "reactie_zienswijzen", "begroting_inzenden", "begroting_vaststellen"):
        assert stap(daarna, verband, naam).datum - stap(eerst, verband, naam).datum == een_week, naam
    assert stap(eerst, verband, "ontwerp_toezenden").datum == date(2026, 4, 10)
    assert stap(eerst, verband, "zienswijze_begroting").wettelijk == date(2026, 7, 3)
    assert stap(daarna, verband, "zienswijze_begroting").wettelijk == date(2026, 7, 10)
    assert stap(daarna, verband, "kaders").datum == stap(eerst, verband, "kaders").datum


def test_wat_mensen_schreven_blijft_staan_als_alles_verschuift() -> None:
    verband, door = maak_regeling(), maak_gebruiker(Rol.GRIFFIE)
    ronde = maak_ronde(verband, ontvangen=date(2026, 4, 13))
    waarden = {"lokale_betekenis": "Onze bijdrage stijgt.", "status": Momentstatus.NAAR_DE_RAAD}
    schrijf(verband=verband, sleutel=ZIENSWIJZE, waarden=waarden, versie=None, door=door, op=NU)
    for dag in (date(2026, 4, 30), None):
        ronde.ontvangen = dag
        bewaar(ronde, door=None, op=NU + timedelta(minutes=1))
        assert zienswijze(verband).tekst.lokale_betekenis == "Onze bijdrage stijgt."
    verwijder(ronde, door=None, op=NU + timedelta(minutes=2))
    assert zienswijze(verband).tekst.status == Momentstatus.NAAR_DE_RAAD
    assert Stapmoment.objects.count() == 1


def test_een_gekozen_vergadering_gaat_voor_en_te_laat_valt_op() -> None:
    verband, door = maak_regeling(), maak_gebruiker(Rol.GRIFFIE)
    maak_ronde(verband, ontvangen=date(2026, 4, 13), gevraagd_voor=date(2026, 6, 26))
    for dag, te_laat, kans in ((date(2026, 6, 30), False, True), (date(2026, 7, 7), True, False)):
        rij = Stapmoment.objects.first()
        versie = rij.versie if rij else None
        schrijf(verband=verband, sleutel=ZIENSWIJZE, waarden={"behandeling": dag}, versie=versie, door=door, op=NU)
        moment = zienswijze(verband)
        assert (moment.datum, moment.te_laat, moment.laatste_kans) == (dag, te_laat, kans)


def test_wat_gedaan_is_staat_bij_de_vergadering_waarin_het_was() -> None:
    verband = maak_regeling()
    maak_ronde(verband, ontvangen=date(2026, 4, 13), zienswijze_verzonden=date(2026, 6, 25))
    moment = zienswijze(verband)
    assert moment.gedaan
    assert moment.datum == date(2026, 6, 23)


@pytest.mark.parametrize(
    "velden",
    [
        {"vorm": Vorm.STICHTING, "wgr_hoofdstuk": ""},
        {"vorm": Vorm.REGELING_ZONDER_MEER},
        {"wgr_hoofdstuk": "anders"},
        {"wgr_hoofdstuk": ""},
        {"levensfase": Levensfase.BEEINDIGD, "beeindigd_op": date(2026, 1, 1)},
    ],
)
def test_wie_geen_kalender_heeft_krijgt_geen_geraden_dagen(velden: dict[str, Any]) -> None:
    verband = maak_regeling(**velden)
    assert verband.id not in lees(NU_LEZEN).per_verband


@pytest.mark.parametrize("fase", [Levensfase.VERKENNEN, Levensfase.AANGAAN])
def test_een_regeling_die_er_nog_niet_is_heeft_alleen_stukken_met_dagen(fase: Levensfase) -> None:
    """Nobody owes the raad a budget before there is a regeling; what people noted stays."""
    verband = maak_regeling(levensfase=fase)
    assert verband.id not in lees(NU_LEZEN).per_verband
    maak_ronde(verband, ontvangen=date(2026, 4, 16))
    stukken = {moment.stapsleutel[:2] for moment in lees(NU_LEZEN).per_verband[verband.id] if moment.stapsleutel}
    assert stukken == {("begroting", 2027)}


def test_een_provincie_geeft_hoofdstuk_vier() -> None:
    verband = maak_regeling(wgr_hoofdstuk="IV")
    maak_ronde(verband, ontvangen=date(2026, 4, 16))
    bron = zienswijze(verband).stap
    assert bron is not None
    assert bron.grondslagen[0].artikel == "art. 59 lid 3"


def test_een_begrotingswijziging_krijgt_een_eigen_zienswijze() -> None:
    verband = maak_regeling()
    vast: dict[str, Any] = {"stuk": Stukkenronde.Stuk.BEGROTINGSWIJZIGING, "ontvangen": date(2026, 7, 13)}
    maak_ronde(verband, 2026, **vast)
    maak_ronde(verband, 2026, nummer=2, uitgezonderd="ja", **vast)
    titels = [moment.titel for moment in lees(NU_LEZEN).per_verband[verband.id] if moment.wie == "raad"]
    assert titels.count("Zienswijze op de begrotingswijziging 2026") == 1
    assert "Zienswijze op de begrotingswijziging 2026, nummer 2" not in titels


def test_toen_stond_er_wat_toen_bekend_was() -> None:
    gisteren, vorige_week = NU - timedelta(days=1), NU - timedelta(days=7)
    verband = maak_regeling(vorige_week)
    ronde = maak_ronde(verband, op=vorige_week, vergadering=date(2026, 7, 3))
    ronde.vergadering = date(2026, 7, 10)
    bewaar(ronde, door=None, op=gisteren)
    toen = Peildatum(vorige_week.date(), einde_van(vorige_week.date()))
    assert stap(lees(toen), verband, "ontwerp_toezenden").datum == date(2026, 4, 10)
    assert stap(lees(NU_LEZEN), verband, "ontwerp_toezenden").datum == date(2026, 4, 17)


def test_de_tijdlijn_heeft_eigen_momenten_en_die_van_de_wet() -> None:
    verband, ander = maak_regeling(), maak_verband()
    maak_moment(verband, titel="Werkbezoek", soort=Moment.Soort.WERKBEZOEK, rol_raad="informeren")
    maak_moment(verband, titel="Gaat niet door", status=Momentstatus.VERVALLEN)
    maak_moment(ander, titel="Elders")
    gevonden = {moment.titel: moment for moment in tijdlijn(NU_LEZEN, [verband.id])}
    assert "Elders" not in gevonden
    assert "Gaat niet door" not in gevonden
    assert gevonden["Werkbezoek"].rol_raad == "informeren"
    assert gevonden["Zienswijze op de begroting 2027"].beslist
    assert gevonden["Begroting vaststellen (begroting 2027)"].rol_raad == ""
    assert gevonden["Zienswijze op de begroting 2027"].pagina.endswith("/begroting/2027/1/zienswijze_begroting/")
    assert {moment.verband_id for moment in tijdlijn(NU_LEZEN, None)} == {verband.id, ander.id}


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_regelingen(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(aantal):
        maak_ronde(maak_regeling(), ontvangen=date(2026, 4, 13))
    with django_assert_num_queries(
        8
    ):  # what changed, partnerships, calendar, own, dossiers, papers, texts, evaluations
        lees(NU_LEZEN)


def test_zonder_regelingen_wordt_er_minder_gevraagd(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    maak_verband()
    with django_assert_num_queries(6):
        lees(NU_LEZEN)
