"""Signals of computed moments: a term that ends in the recess, too few weeks, a day that passed unnoticed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from governance.agenda.lezen import lees
from governance.signalering import momenten
from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import maak_moment, maak_raadskalender, maak_regeling, maak_ronde
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
ONTVANGEN = date(2026, 4, 20)  # 12 weeks later is 13 July 2026
DREMPELS = {"moment_raad": Decimal(28), "moment_voorbij": Decimal(7), "korte_behandeltijd": Decimal(4)}


def gevonden(verband: Samenwerkingsverband, dag: date, **drempels: int) -> dict[str, str]:
    """The sentences of the signals on a day, by rule; the last of each."""
    grenzen = DREMPELS | {naam: Decimal(waarde) for naam, waarde in drempels.items()}
    gezien = momenten.vind(lees(Peildatum(dag)), Peildatum(dag), {verband.pk: verband}, grenzen)
    return {een.regel.sleutel: een.zin.replace("\u00a0", " ") for een in gezien}


@pytest.fixture
def verband() -> Samenwerkingsverband:
    regeling: Samenwerkingsverband = maak_regeling(naam="Jeugdkring", korte_naam="")
    maak_ronde(regeling, 2027, ontvangen=ONTVANGEN)
    return regeling


def test_een_termijn_in_het_reces(verband: Samenwerkingsverband) -> None:
    maak_raadskalender(date(2026, 6, 23), reces=(date(2026, 7, 11), date(2026, 8, 23)))
    zin = gevonden(verband, date(2026, 5, 20))["termijn_in_reces"]
    assert zin.startswith("De termijn voor 'Zienswijze op de begroting 2027' van Jeugdkring loopt af op 13 juli 2026")
    assert zin.endswith("De laatste vergadering ervoor is op 23 juni 2026.")
    maak_raadskalender(date(2026, 7, 7))
    assert "termijn_in_reces" in gevonden(verband, date(2026, 5, 20))
    assert "termijn_in_reces" not in gevonden(verband, date(2026, 7, 14))


@pytest.mark.parametrize(("raad", "minimum", "gemeld"), [(date(2026, 5, 12), 4, True), (date(2026, 5, 12), 3, False),
                                                         (date(2026, 6, 23), 4, False)])  # fmt: skip
def test_te_weinig_weken_voor_de_raad(verband: Samenwerkingsverband, raad: date, minimum: int, gemeld: bool) -> None:
    maak_raadskalender(raad)
    zinnen = gevonden(verband, date(2026, 5, 1), korte_behandeltijd=minimum)
    assert ("korte_behandeltijd" in zinnen) is gemeld
    if gemeld:
        assert zinnen["korte_behandeltijd"] == (
            "Bij 'Zienswijze op de begroting 2027' van Jeugdkring zit tussen ontvangst en de laatste "
            "raadsvergadering 3 weken."
        )


@pytest.mark.parametrize(("dagen", "gemeld"), [(6, False), (7, True), (183, True), (184, False)])
def test_wat_voorbij_is_vraagt_een_tijd_lang_om_afronding(dagen: int, gemeld: bool) -> None:
    regeling = maak_regeling()
    moment = maak_moment(regeling, wie="college")
    dag = moment.datum + timedelta(days=dagen)
    assert ("moment_voorbij" in gevonden(regeling, dag)) is gemeld


def test_wat_is_behandeld_vraagt_niets() -> None:
    regeling = maak_regeling()
    moment = maak_moment(regeling, wie="college", status="behandeld")
    assert gevonden(regeling, moment.datum + timedelta(days=30)) == {}


def test_een_stap_waar_niemand_iets_bij_schreef_vraagt_niets_achteraf() -> None:
    regeling = maak_regeling()
    assert "moment_voorbij" not in gevonden(regeling, date(2026, 5, 20))
