"""The weekly message with real transactions: the intention comes first, and two runs at once send one message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
import time_machine
from django.db import connection

from samenwerkingswijzer.models import Weekbericht
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente
from tests.gelijktijdig import samen
from tests.verbanden.signalering.situatie import alarm
from verbanden.handelingen import weekberichten
from verbanden.signalering.weekbericht import berichten

pytestmark = pytest.mark.usefixtures("leegbaar")


@pytest.fixture(autouse=True)
def op_de_dag(leegbaar: None) -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=500))
        yield


def test_het_voornemen_staat_vast_voor_het_bericht_weggaat() -> None:
    """At the moment of sending another connection already sees the intention."""
    alarm()
    maak_gebruiker(Rol.GRIFFIE)
    (bericht,) = [bericht for bericht in berichten(NU.date()) if bericht.nodig]
    gezien: list[str] = []

    class Brief:
        def send(self) -> int:
            def kijk(_: Barrier) -> None:
                gezien.extend(Weekbericht.objects.values_list("status", flat=True))

            assert samen(kijk) == []
            return 1

    brief: Any = Brief()
    uitkomst = weekberichten.verstuur(bericht=bericht, mail=brief, periode="2026-W21", op=NU)
    assert uitkomst is weekberichten.Uitkomst.VERSTUURD
    assert gezien == ["voorgenomen"]


def test_twee_opdrachten_tegelijk_sturen_een_bericht() -> None:
    alarm()
    griffier = maak_gebruiker(Rol.GRIFFIE)
    (bericht,) = [bericht for bericht in berichten(NU.date()) if bericht.nodig]
    connection.close()
    gestuurd: list[int] = []

    class Brief:
        def send(self) -> int:
            gestuurd.append(1)
            return 1

    def draai(hek: Barrier) -> None:
        hek.wait()
        brief: Any = Brief()
        weekberichten.verstuur(bericht=bericht, mail=brief, periode="2026-W21", op=NU)

    for _ in range(5):
        assert samen(draai, draai, draai, draai) == []
    assert gestuurd == [1]
    assert Weekbericht.objects.get(gebruiker=griffier).status == "verstuurd"
