"""What a dossier of a zienswijze does on the agenda: its days fill the chain of a paper, or it is a moment itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from governance.agenda.lezen import lees, tijdlijn
from governance.agenda.moment import Agendamoment
from governance.agenda.van_verband import stukken
from governance.models import Zienswijze
from governance.zienswijze.lezen import dossier
from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import NU, VANDAAG, maak_gemeente, maak_raadskalender, maak_regeling, maak_ronde
from tests.governance.zienswijze.opzet import S, maak_zienswijze, naar
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
HEDEN = Peildatum(VANDAAG)


@pytest.fixture(autouse=True)
def kalender() -> None:
    maak_gemeente()
    maak_raadskalender(date(2026, 5, 26), date(2026, 6, 2), date(2026, 6, 23), date(2026, 6, 30))


def zienswijze(verband: Samenwerkingsverband) -> Agendamoment:
    """The only moment with a dossier."""
    (moment,) = (een for een in lees(HEDEN).per_verband[verband.id] if een.dossier is not None)
    return moment


def test_de_dagen_van_een_dossier_tellen_in_de_keten_ook_zonder_genoteerd_stuk() -> None:
    verband = maak_regeling()
    rij = maak_zienswijze(verband, jaar=2027, ontvangen_op=date(2026, 4, 13), vergadering=date(2026, 7, 9))
    moment = zienswijze(verband)
    # Twelve weeks after 13 April is 6 July (Wgr art. 35 lid 3); the last meeting before it is on 30 June.
    assert (moment.dossier, moment.datum, moment.wettelijk) == (rij.pk, date(2026, 6, 30), date(2026, 7, 6))
    assert str(moment.stapsleutel) == "begroting-2027-1-zienswijze_begroting"
    (stuk,) = (een for een in stukken(lees(HEDEN).verbanden[verband.id], lees(HEDEN), HEDEN) if een.ronde.dossier)
    assert not stuk.bekend  # nobody noted the paper itself yet, so the page offers to
    assert stuk.ronde.vergadering == date(2026, 7, 9)


def test_dossier_en_stuk_spreken_elkaar_niet_tegen() -> None:
    verband = maak_regeling()
    gezegd: dict[str, Any] = {"zienswijze_verzonden": date(2026, 5, 1), "reactie_ontvangen": date(2026, 5, 2)}
    maak_ronde(verband, ontvangen=date(2026, 3, 2), vergadering=date(2026, 7, 2), **gezegd)
    maak_zienswijze(verband, jaar=2027, ontvangen_op=date(2026, 4, 13), vergadering=date(2026, 7, 9))
    moment = zienswijze(verband)
    assert (moment.vanaf, moment.gedaan) == (date(2026, 4, 13), False)
    (besluit,) = (een for een in lees(HEDEN).per_verband[verband.id] if "Begroting vaststellen" in een.titel
                  and een.stapsleutel and een.stapsleutel.jaar == 2027)  # fmt: skip
    een = dossier(moment.dossier or 0, HEDEN)
    assert een
    assert een.besluit_op == besluit.datum == date(2026, 7, 2)
    (stap,) = (stap for stap in een.termijn.bestuur if stap.sleutel == "reactie_zienswijzen")
    assert stap.wettelijk == date(2026, 7, 2)


@pytest.mark.parametrize(("status", "gedaan", "aan_zet"), [
    (S.ONTVANGEN, False, "de accounthouder of het college"),
    (S.VASTGESTELD, False, "de griffie"),
    (S.VERZONDEN, True, "het bestuur"),
    (S.GEEN, True, ""),
])  # fmt: skip
def test_de_stand_van_het_dossier_is_te_zien(status: S, gedaan: bool, aan_zet: str) -> None:
    verband = maak_regeling()
    maak_zienswijze(verband, status, jaar=2027)
    moment = zienswijze(verband)
    assert (moment.gedaan, moment.aan_zet) == (gedaan, aan_zet)
    (uitleg,) = {een.uitleg for een in tijdlijn(HEDEN, [verband.id]) if een.titel == moment.titel}
    assert (f"Nu aan zet in het dossier: {aan_zet}." in uitleg) is (not gedaan)


def test_een_ontwerp_van_een_regeling_is_zelf_een_moment() -> None:
    verband = maak_regeling()
    rij = maak_zienswijze(
        verband, stuk=Zienswijze.Stuk.REGELING, jaar=2026, ontvangen_op=date(2026, 4, 13), gevraagd_voor=None
    )
    moment = zienswijze(verband)
    # Eight weeks after 13 April is 8 June (Wgr art. 1 lid 3); the last meeting before it is on 2 June.
    assert (moment.datum, moment.wettelijk) == (date(2026, 6, 2), date(2026, 6, 8))
    assert (moment.pagina, moment.kenmerk) == (f"/zienswijzen/{rij.pk}/", f"zienswijze-{rij.pk}")
    assert moment.open_op(VANDAAG)


def test_zonder_termijn_in_de_wet_telt_wat_het_verband_vraagt() -> None:
    verband = maak_regeling()
    maak_zienswijze(
        verband, stuk=Zienswijze.Stuk.KADER, ontvangen_op=date(2026, 4, 13), gevraagd_voor=date(2026, 6, 25)
    )
    moment = zienswijze(verband)
    assert (moment.datum, moment.wettelijk) == (date(2026, 6, 23), None)


def test_een_tweede_wijziging_en_een_besloten_dossier_gaan_niet_verloren() -> None:
    verband = maak_regeling()
    soort: dict[str, Any] = {"stuk": Zienswijze.Stuk.BEGROTINGSWIJZIGING, "jaar": 2026}
    maak_zienswijze(verband, **soort)
    tweede = maak_zienswijze(verband, aanduiding="tweede wijziging", **soort)
    naar(tweede, S.GEEN)
    momenten = [een for een in lees(HEDEN).per_verband[verband.id] if een.dossier is not None]
    assert {(een.dossier == tweede.pk, een.gedaan) for een in momenten} == {(True, True), (False, False)}
    assert len({een.kenmerk for een in momenten}) == len(momenten)


def test_op_een_eerdere_dag_is_het_dossier_er_nog_niet() -> None:
    verband = maak_regeling(datetime(2026, 1, 5, tzinfo=NU.tzinfo))
    maak_zienswijze(verband, jaar=2027)
    vroeger = date(2026, 2, 1)
    toen = lees(Peildatum(vroeger, datetime(2026, 2, 1, 23, 59, tzinfo=NU.tzinfo)))
    assert not [een for een in toen.per_verband[verband.id] if een.dossier is not None]
