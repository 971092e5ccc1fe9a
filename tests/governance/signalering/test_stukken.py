"""Signals of papers that did not come, of changes of the budget that cost us, and of a last day to give notice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from governance.agenda.lezen import lees
from governance.models import Moment
from governance.signalering import stukken
from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import maak_moment, maak_regeling, maak_ronde, maak_verband
from tests.governance.zienswijze.opzet import maak_zienswijze
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
DREMPELS = {"stuk_te_laat": Decimal(3), "begrotingswijziging": Decimal(25_000), "opzegdatum": Decimal(9)}
WIJZIGING: dict[str, Any] = {"stuk": "begrotingswijziging", "kost_ons": Decimal(25_000)}


def gevonden(verband: Samenwerkingsverband, dag: date) -> list[tuple[str, str]]:
    """Rule and sentence of the signals on a day."""
    gezien = stukken.vind(lees(Peildatum(dag)), Peildatum(dag), {verband.pk: verband}, DREMPELS)
    return sorted((een.regel.sleutel, een.zin.replace("\u00a0", " ")) for een in gezien)


@pytest.mark.parametrize(("dag", "gemeld"), [(date(2026, 5, 1), 0), (date(2026, 5, 2), 2), (date(2026, 10, 29), 2)])
def test_een_stuk_dat_er_had_moeten_zijn(dag: date, gemeld: int) -> None:
    verband = maak_regeling(naam="Jeugdkring", korte_naam="")
    gezien = [zin for regel, zin in gevonden(verband, dag) if regel == "stuk_te_laat" and "29 april" in zin]
    over = "van Jeugdkring had er op 29 april 2026 moeten zijn en is nog niet geregistreerd."
    stukken_ = ["De voorlopige jaarrekening 2025", "Het stuk met de kaders voor de begroting 2027"]
    assert gezien == [f"{stuk} {over}" for stuk in stukken_][:gemeld]


def test_wie_de_vergadering_verzet_ziet_een_andere_laatste_dag() -> None:
    verband = maak_regeling()
    maak_ronde(verband, kaders_ontvangen=date(2026, 4, 1), vergadering=date(2026, 7, 2))
    maak_ronde(verband, 2025, stuk="jaarrekening", ontvangen=date(2026, 4, 1))
    (signaal,) = gevonden(verband, date(2026, 5, 20))
    assert signaal[1].startswith("Het ontwerp van de begroting 2027 van")
    assert "had er op 9 april 2026 moeten zijn" in signaal[1]  # twelve weeks before 2 July (Wgr art. 35 lid 1)


def test_wat_al_verder_is_vraagt_niet_meer_naar_een_eerder_stuk() -> None:
    verband = maak_regeling()
    maak_ronde(verband, 2025, stuk="jaarrekening", vastgesteld=date(2026, 4, 30))
    maak_zienswijze(verband)  # the draft of the budget came
    assert gevonden(verband, date(2026, 5, 20)) == []


@pytest.mark.parametrize(
    ("velden", "gemeld"),
    [
        ({}, True),
        ({"kost_ons": Decimal("24999.99")}, False),
        ({"kost_ons": None}, False),
        ({"kost_ons": Decimal(-90_000)}, False),
        ({"zienswijze_verzonden": date(2026, 5, 1)}, False),
        ({"vastgesteld": date(2026, 5, 1)}, False),
    ],
)
def test_een_wijziging_die_ons_geld_kost(velden: dict[str, Any], *, gemeld: bool) -> None:
    verband = maak_regeling(naam="Jeugdkring", korte_naam="")
    maak_ronde(verband, 2026, **(WIJZIGING | {"ontvangen": date(2026, 4, 1)} | velden))
    zin = "Jeugdkring stuurt een begrotingswijziging die ons € 25.000 extra kost."
    assert (("begrotingswijziging", zin) in gevonden(verband, date(2026, 4, 20))) is gemeld


def test_een_besloten_dossier_beantwoordt_ook_de_wijziging() -> None:
    verband = maak_regeling()
    maak_ronde(verband, 2026, **WIJZIGING)
    maak_zienswijze(verband, "geen", stuk="begrotingswijziging", jaar=2026)
    assert "begrotingswijziging" not in dict(gevonden(verband, date(2026, 5, 10)))


@pytest.mark.parametrize(
    ("soort", "velden", "dag", "gemeld"),
    [
        (Moment.Soort.OPZEGGEN, {}, date(2026, 3, 30), True),
        (Moment.Soort.OPZEGGEN, {}, date(2026, 3, 29), False),
        (Moment.Soort.OPZEGGEN, {}, date(2026, 12, 30), True),
        (Moment.Soort.OPZEGGEN, {}, date(2026, 12, 31), False),
        (Moment.Soort.OPZEGGEN, {"status": "behandeld"}, date(2026, 12, 1), False),
        (Moment.Soort.EINDE, {}, date(2026, 12, 1), True),
        (Moment.Soort.WERKBEZOEK, {}, date(2026, 12, 1), False),
    ],
)
def test_een_laatste_dag_om_op_te_zeggen(soort: str, velden: dict[str, Any], dag: date, *, gemeld: bool) -> None:
    verband = maak_verband(naam="Inkoopkring", korte_naam="")
    maak_moment(verband, datum=date(2026, 12, 30), soort=soort, wie="college", **velden)
    zin = "Uiterlijk 30 december 2026 kan Inkoopkring worden opgezegd of verlengd."
    assert (("opzegdatum", zin) in gevonden(verband, dag)) is gemeld


def test_de_dag_om_op_te_zeggen_gaat_voor_het_einde_zelf() -> None:
    verband = maak_verband()
    maak_moment(verband, datum=date(2026, 12, 31), soort=Moment.Soort.EINDE, wie="college")
    maak_moment(verband, datum=date(2026, 6, 30), soort=Moment.Soort.OPZEGGEN, wie="college")
    (signaal,) = gevonden(verband, date(2026, 5, 20))
    assert "Uiterlijk 30 juni 2026" in signaal[1]


def test_een_regeling_die_nog_wordt_gemaakt_hoeft_niets_te_sturen() -> None:
    assert gevonden(maak_regeling(levensfase="verkennen"), date(2026, 5, 20)) == []
