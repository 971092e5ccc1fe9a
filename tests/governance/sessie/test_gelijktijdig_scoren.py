"""Forty people score within a second and the chair closes half-way: none lost, none double, none late.

First the naive way, to show that the danger is real. Nothing here waits for a clock: barriers and locks decide.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Lock
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from governance.handelingen.scores import ScorenGesloten
from governance.models import Scoretelling, Sessie, Sessiestatus
from governance.models.score import Score
from samenwerkingswijzer.models import Gebeurtenis
from tests.fabriek import NU
from tests.gelijktijdig import samen, zonder_trigger
from tests.governance.sessie.opzet import Zaal, zaal
from verbanden.models import Klasse

pytestmark = pytest.mark.usefixtures("leegbaar")
FRACTIES = {"A": 14, "B": 12, "C": 7, "D": 3}  # 36, and 4 of the college
DRADEN = 12
WACHTENDEN = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())"  # noqa: E501


def _wacht_op_slot() -> None:
    """Until somebody waits for a lock; asks the database again and again."""
    with connection.cursor() as cursor:
        for _ in range(100_000):
            cursor.execute(WACHTENDEN)
            if cursor.fetchone()[0]:
                return
    raise AssertionError("nobody waited")


def test_naief_komt_een_score_te_laat_binnen() -> None:
    """Read the status, then write: the session closes in between, and the score stands in a closed session."""
    z, gelezen, gesloten = zaal("op_naam").open(), Event(), Event()

    def naief(_: Barrier) -> None:
        assert Sessie.objects.get(pk=z.sessie.pk).status == Sessiestatus.SCOREN
        gelezen.set()
        gesloten.wait(10)
        Score.objects.create(sessieverband=z.rijen[0], deelnemer=z.deelnemer(z.raad[1]), klasse=Klasse.POLITIEK, op=NU)

    def sluit(_: Barrier) -> None:
        gelezen.wait(10)
        z.sluit()
        gesloten.set()

    with zonder_trigger("alleen_tijdens_scoren"):
        assert samen(naief, sluit) == []
    assert z.nu().status == Sessiestatus.BESPREKEN
    assert Score.objects.count() == 1, "a score came in after closing"


def test_naief_geeft_dubbel_versturen_een_fout() -> None:
    """Look whether it is there, then insert: the second submit of the same person breaks."""
    z = zaal("op_naam").open()

    def naief(hek: Barrier) -> None:
        wie = z.deelnemer(z.raad[1])
        assert not Score.objects.filter(deelnemer=wie).exists()
        hek.wait()
        Score.objects.create(sessieverband=z.rijen[0], deelnemer=wie, klasse=Klasse.POLITIEK, op=NU)

    assert [type(fout) for fout in samen(naief, naief)] == [IntegrityError]


def test_sluiten_wacht_op_een_score_die_wordt_geschreven() -> None:
    z, geschreven, gesloten = zaal("op_naam").open(), Event(), Event()

    def scoor(_: Barrier) -> None:
        with transaction.atomic():
            z.scoor(z.raad[1])
            geschreven.set()
            _wacht_op_slot()
            assert not gesloten.is_set()

    def sluit(_: Barrier) -> None:
        geschreven.wait(10)
        z.sluit()
        gesloten.set()

    assert samen(scoor, sluit) == []
    assert Score.objects.count() == 1


def test_een_score_die_op_sluiten_wacht_komt_niet_meer_binnen() -> None:
    z, gesloten = zaal("op_naam").open(), Event()

    def sluit(_: Barrier) -> None:
        with transaction.atomic():
            z.sluit()
            gesloten.set()
            _wacht_op_slot()

    def scoor(_: Barrier) -> None:
        gesloten.wait(10)
        z.scoor(z.raad[1])

    assert [type(fout) for fout in samen(sluit, scoor)] == [ScorenGesloten]
    assert Score.objects.count() == 0


def test_twee_keer_tegelijk_versturen_is_een_score() -> None:
    z = zaal("op_naam").open()
    kwitanties = []

    def scoor(hek: Barrier) -> None:
        hek.wait()
        kwitanties.append(z.scoor(z.raad[1]))

    assert samen(*[scoor] * 6) == []
    assert sorted(een.eerste for een in kwitanties) == [False] * 5 + [True]
    assert (Score.objects.count(), Gebeurtenis.objects.filter(wat="gescoord").count()) == (1, 1)


class Storm:
    """Everybody sends the same score three times, out of order; half-way somebody closes the session."""

    def __init__(self, z: Zaal) -> None:
        self.z = z
        self.gemeld: dict[int, str] = {}  # who got a receipt, and for what
        self.te_laat = 0
        self.bij_sluiten = -1
        self._half, self._dicht, self._slot = Event(), Event(), Lock()

    def draai(self, verstuur: Callable[[Any, str, int], None]) -> None:
        """Send all; `verstuur` sends one score and returns only when it was acknowledged."""
        werk = [(wie, plek, keer) for keer in range(3) for plek, wie in enumerate(self.z.allen)]
        werk.sort(key=lambda stuk: (stuk[1] * 7 + stuk[2] * 11) % 40)
        with ThreadPoolExecutor(DRADEN + 1) as ploeg:
            sluiten = ploeg.submit(self._sluit)
            klaar = [ploeg.submit(self._een, verstuur, *stuk) for stuk in werk]
            klaar.append(ploeg.submit(self._na_sluiten, verstuur))
            for taak in [sluiten, *klaar]:
                taak.result(60)

    def _een(self, verstuur: Callable[[Any, str, int], None], wie: Any, plek: int, keer: int) -> None:
        klasse = list(Klasse)[plek % 4]
        try:
            verstuur(wie, klasse, plek + keer)
        except ScorenGesloten:
            with self._slot:
                self.te_laat += 1
        else:
            with self._slot:
                self.gemeld[wie.pk] = klasse
                if len(self.gemeld) == 20:
                    self._half.set()
        finally:
            connection.close()

    def _na_sluiten(self, verstuur: Callable[[Any, str, int], None]) -> None:
        assert self._dicht.wait(60)
        self._een(verstuur, self.z.allen[0], 0, 0)

    def _sluit(self) -> None:
        assert self._half.wait(30)
        try:
            self.z.sluit()
            self.bij_sluiten = self.geteld()
            self._dicht.set()
        finally:
            connection.close()

    def geteld(self) -> int:
        """How many scores are kept or counted."""
        if self.z.nu().samengevat:
            return sum(Scoretelling.objects.filter(sessieverband=self.z.rijen[0]).values_list("aantal", flat=True))
        return Score.objects.count()


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid)
def test_veertig_mensen_scoren_en_halverwege_wordt_gesloten(openbaarheid: str) -> None:
    z = zaal(openbaarheid, verbanden=1, **FRACTIES).open()
    storm = Storm(z)
    storm.draai(lambda wie, klasse, _: _ontvangen(z, wie, klasse))
    assert storm.te_laat > 0, "somebody was too late, and was told so"
    assert storm.geteld() == storm.bij_sluiten == len(storm.gemeld) >= 20
    if openbaarheid == Sessie.Openbaarheid.OP_NAAM:
        assert dict(Score.objects.values_list("deelnemer__gebruiker_id", "klasse")) == storm.gemeld
    else:
        assert Score.objects.count() == 0


def test_verbindingen_vallen_weg_en_wie_opnieuw_probeert_verliest_niets() -> None:
    """Every third submit loses its connection after writing and before it is final; every fifth just after."""
    z = zaal("op_naam", verbanden=1, **FRACTIES).open()
    storm, weggevallen = Storm(z), []

    def verstuur(wie: Any, klasse: str, nummer: int) -> None:
        try:
            with transaction.atomic():
                _ontvangen(z, wie, klasse)
                if nummer % 3 == 0:
                    _laat_wegvallen()
            if nummer % 5 == 0:
                _laat_wegvallen()
                Sessie.objects.exists()
        except OperationalError:
            weggevallen.append(nummer)
            connection.close()
            _ontvangen(z, wie, klasse)  # the client sends it again

    storm.draai(verstuur)
    assert weggevallen
    # A connection that fell away after writing left a score without a receipt when the session then closed.
    bewaard = dict(Score.objects.values_list("deelnemer__gebruiker_id", "klasse"))
    assert bewaard.items() >= storm.gemeld.items()
    assert {
        wie: list(Klasse)[plek % 4] for plek, wie in enumerate(een.pk for een in z.allen)
    }.items() >= bewaard.items()
    assert Score.objects.count() == storm.bij_sluiten


def _ontvangen(z: Zaal, wie: Any, klasse: str) -> None:
    z.scoor(wie, klasse)


def _laat_wegvallen() -> None:
    """End the backend of this thread from another connection, as an administrator or a crash would."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        nummer = cursor.fetchone()[0]
    instellingen = connection.get_connection_params()
    velden = {
        naam: instellingen[naam] for naam in ("dbname", "user", "host", "port", "password") if naam in instellingen
    }
    with psycopg.connect(**velden, autocommit=True) as ander:
        ander.execute("SELECT pg_terminate_backend(%s, 5000)", [nummer])
