"""Nobody learns a score that is not their own before closing, and an aggregated session forgets who chose what."""

from __future__ import annotations

import json
import logging
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.handelingen import scores, sessies
from governance.models import Scoretelling, Sessie, Sessiestatus
from governance.models.score import Score
from governance.regels.groepen import DREMPEL
from governance.sessie import besluit, lezen
from governance.sessie.beeld import lees_sessie
from governance.sessie.voortgang import kenmerk, voortgang
from samenwerkingswijzer.logboek import JsonRegel
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.peildatum import Peildatum, einde_van
from tests.fabriek import NU, VANDAAG
from tests.governance.sessie.opzet import STRAKS, Zaal, zaal
from verbanden.models import Klasse

pytestmark = pytest.mark.django_db
NU_KIJKEN = Peildatum(VANDAAG)
GISTEREN = Peildatum(VANDAAG - timedelta(days=1), einde_van(VANDAAG - timedelta(days=1)))
GEHEIM = "Niemand weet dat ik dit vind"
BEGIN = 917_000_001  # ids of people that stand out in a text
TABELLEN = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"


@pytest.fixture
def herkenbaar(db: None) -> None:
    """Numbers of users and participants that cannot be anything else."""
    with connection.cursor() as cursor:
        for plek, tabel in enumerate(("samenwerkingswijzer_gebruiker", "governance_sessiedeelnemer")):
            cursor.execute(f"ALTER TABLE {tabel} ALTER COLUMN id RESTART WITH {BEGIN + plek * 1_000_000}")


def alle_rijen() -> list[tuple[str, str]]:
    """Every row of every table, of history and the audit log too, as text."""
    with connection.cursor() as cursor:
        cursor.execute(TABELLEN)
        tabellen = [tabel for (tabel,) in cursor.fetchall()]
        rijen: list[tuple[str, str]] = []
        for tabel in tabellen:
            cursor.execute(f'SELECT row_to_json(t)::text FROM "{tabel}" t')  # noqa: S608  # names from the catalogue
            rijen += [(tabel, rij) for (rij,) in cursor.fetchall()]
    return rijen


def paren(z: Zaal) -> set[str]:
    """The tables with a row that names somebody who takes part together with a class or a sentence."""
    wie = [str(nummer) for een in z.allen for nummer in (een.pk, z.deelnemer(een).pk)]
    wat = [*Klasse.values, GEHEIM]
    return {
        tabel
        for tabel, rij in alle_rijen()
        if any(nummer in rij for nummer in wie) and any(woord in rij for woord in wat)
    }


def gescoord(openbaarheid: str) -> Zaal:
    """A session in which everybody scored, with a sentence that can be found again."""
    z = zaal(openbaarheid).open()
    z.scoor_allen()
    for plek, wie in enumerate(z.allen):
        z.scoor(wie, list(Klasse)[plek % 4], zin=f"{GEHEIM} {plek}")
    return z


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid)
@pytest.mark.usefixtures("herkenbaar")
def test_voor_het_sluiten_staat_een_score_op_een_plek(openbaarheid: str) -> None:
    z = gescoord(openbaarheid)
    assert paren(z) == {"governance_score"}
    assert {tabel for tabel, rij in alle_rijen() if GEHEIM in rij} == {"governance_score"}


@pytest.mark.usefixtures("herkenbaar")
def test_samengevat_laat_nergens_een_paar_achter() -> None:
    z = gescoord(Sessie.Openbaarheid.SAMENGEVAT).sluit()
    assert paren(z) == set()
    assert {tabel for tabel, rij in alle_rijen() if GEHEIM in rij} == {"governance_motieventelling"}
    per_groep: dict[tuple[int, str], int] = {}
    for rij in Scoretelling.objects.all():
        sleutel = (rij.sessieverband_id, rij.groep)
        per_groep[sleutel] = per_groep.get(sleutel, 0) + rij.aantal
    assert len(per_groep) == 6
    assert min(per_groep.values()) >= DREMPEL
    assert lezen.eigen_scores(z.sessie.pk, z.raad[1]) == {}


@pytest.mark.usefixtures("herkenbaar")
def test_met_een_deelnemer_die_niet_meetelt_blijft_er_ook_geen_paar() -> None:
    z = gescoord(Sessie.Openbaarheid.SAMENGEVAT)
    sessies.verwijder_deelnemer(deelnemer=z.deelnemer(z.raad[3]), telt_mee=False, door=z.griffier, op=NU)
    z.sluit()
    assert Score.objects.count() == 0
    assert paren(z) == set()
    zinnen = [zin for tabel, zin in alle_rijen() if tabel == "governance_motieventelling"]
    assert not any(f'"{GEHEIM} 3"' in zin for zin in zinnen), "who does not count says nothing either"


@pytest.mark.usefixtures("herkenbaar")
def test_op_naam_blijft_een_score_op_die_ene_plek() -> None:
    z = gescoord(Sessie.Openbaarheid.OP_NAAM).sluit()
    assert paren(z) == {"governance_score"}
    uitslag = lezen.uitslag(z.sessie.pk, NU_KIJKEN)
    assert uitslag is not None
    personen = uitslag[z.rijen[0].pk].personen
    assert {(een.naam, een.klasse) for een in personen} == {
        (wie.naam, list(Klasse)[plek % 4]) for plek, wie in enumerate(z.allen)
    }


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid)
@pytest.mark.parametrize("status", [Sessiestatus.VOORBEREIDING, Sessiestatus.SCOREN])
def test_voor_het_sluiten_is_er_geen_uitslag(openbaarheid: str, status: Sessiestatus) -> None:
    z = zaal(openbaarheid).tot(status)
    if status is Sessiestatus.SCOREN:
        z.scoor_allen()
    assert lezen.uitslag(z.sessie.pk, NU_KIJKEN) is None
    with pytest.raises(ValueError, match="closed"):
        besluit.gegevens(z.sessie, door=z.tweede, op=STRAKS)


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid)
def test_op_een_dag_voor_het_sluiten_is_er_ook_later_geen_uitslag(openbaarheid: str) -> None:
    z = zaal(openbaarheid).open()
    z.scoor_allen()
    z.sessie = sessies.sluit(sessie=z.sessie, door=z.voorzitter, op=NU + timedelta(days=1))
    toen = Peildatum(VANDAAG, einde_van(VANDAAG))
    assert lezen.uitslag(z.sessie.pk, toen) is None
    assert lezen.uitslag(z.sessie.pk, GISTEREN) is None
    assert lezen.uitslag(z.sessie.pk, Peildatum(VANDAAG + timedelta(days=1))) is not None
    beeld = lees_sessie(z.sessie.pk, toen)
    assert beeld is not None
    assert beeld.sessie.status == Sessiestatus.SCOREN


def test_eigen_scores_zijn_alleen_van_de_lezer() -> None:
    z = gescoord(Sessie.Openbaarheid.OP_NAAM)
    for plek, wie in enumerate(z.allen):
        eigen = lezen.eigen_score(z.rijen[0], wie)
        assert eigen is not None
        assert eigen.zin == f"{GEHEIM} {plek}"
    for buiten in (z.griffier, z.tweede):
        assert lezen.eigen_scores(z.sessie.pk, buiten) == {}


def test_wat_iedereen_mag_zien_raakt_de_scores_niet_aan() -> None:
    """Neither progress, nor the session, nor what polling asks: so no answer or its time depends on a score."""
    z = zaal().open()

    def vragen() -> list[str]:
        with CaptureQueriesContext(
            connection,
        ) as gevangen:
            lees_sessie(z.sessie.pk, NU_KIJKEN)
            voortgang(z.sessie.pk)
            kenmerk(z.sessie.pk)
            lezen.uitslag(z.sessie.pk, NU_KIJKEN)
        return [vraag["sql"] for vraag in gevangen.captured_queries]

    leeg = vragen()
    z.scoor_allen()
    vol = vragen()
    assert len(leeg) == len(vol)
    assert not any('"governance_score"' in vraag for vraag in vol)


def test_geen_waarde_drukt_zichzelf_af() -> None:
    z = gescoord(Sessie.Openbaarheid.OP_NAAM)
    rij = Score.objects.get(sessieverband=z.rijen[0], deelnemer=z.deelnemer(z.raad[2]))
    eigen = lezen.eigen_score(z.rijen[0], z.raad[2])
    z.sluit()
    uitslag = lezen.uitslag(z.sessie.pk, NU_KIJKEN)
    assert uitslag is not None
    een = uitslag[z.rijen[0].pk]
    teksten = [f"{wat} {wat!r}" for wat in (rij, eigen, een, een.personen[0])]
    assert not [tekst for tekst in teksten if GEHEIM in tekst or rij.klasse in tekst]


def test_het_logboek_zegt_alleen_dat_er_is_gescoord() -> None:
    z = gescoord(Sessie.Openbaarheid.OP_NAAM)
    gebeurtenissen = Gebeurtenis.objects.filter(wat="gescoord")
    assert gebeurtenissen.count() == 22
    assert {json.dumps(een.details) for een in gebeurtenissen} == {"{}"}
    assert gebeurtenissen.exclude(object_soort="governance.sessieverband").count() == 0
    z.scoor(z.raad[1], Klasse.AMBTELIJK, zin="anders")
    assert gebeurtenissen.count() == 22, "a change of mind is nobody's business"


def test_een_fout_bij_het_scoren_verraadt_niets_in_het_logboek(monkeypatch: pytest.MonkeyPatch) -> None:
    z = zaal().open()

    def stuk(*_: Any, **__: Any) -> None:
        raise RuntimeError(f"{GEHEIM} {Klasse.AMBTELIJK}")

    monkeypatch.setattr(scores, "leg_vast", stuk)
    try:
        z.scoor(z.raad[1], Klasse.AMBTELIJK, zin=GEHEIM)
    except RuntimeError:
        record = logging.LogRecord("django.request", 40, "", 0, "fout", None, sys.exc_info())
    regel = JsonRegel().format(record)
    assert "RuntimeError" in regel
    assert GEHEIM not in regel
    assert Klasse.AMBTELIJK not in regel
    assert lezen.eigen_scores(z.sessie.pk, z.raad[1]) == {}, "all or nothing"


def test_de_bevroren_lijst_noemt_niemand_bij_een_score() -> None:
    z = gescoord(Sessie.Openbaarheid.OP_NAAM).sluit().besluit()
    tekst = json.dumps(z.stel_vast().gegevens)
    genoemd = {wie.naam for wie in z.allen if wie.naam in tekst}
    assert genoemd == {z.voorzitter.naam}
