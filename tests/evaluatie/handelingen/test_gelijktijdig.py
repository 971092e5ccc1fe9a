"""Two people save the same measurement or the same round at the same time: one wins, and nothing is lost unseen."""

from __future__ import annotations

from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest

from evaluatie.handelingen.doelen import doel_van_verband
from evaluatie.models import Voortgang
from samenwerkingswijzer.rechten import Rol
from tests.evaluatie.handelingen.test_voortgang import WAARDEN, schrijf_op
from tests.fabriek import NU, maak_doel, maak_gebruiker, maak_meting, maak_verband
from tests.gelijktijdig import samen
from verbanden.handelingen import rijen
from verbanden.handelingen.vergrendeling import VersieConflict

pytestmark = pytest.mark.usefixtures("leegbaar")
BIJ_DOEL = rijen.Poort(controle=doel_van_verband)


def test_twee_mensen_veranderen_een_meting_en_een_wint() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    meting = maak_meting(maak_doel(verband), 100)

    def werk(waarde: int) -> Any:
        def doe(hek: Barrier) -> None:
            hek.wait()
            rijen.wijzig(
                verband=verband, rij=meting, versie=1, waarden={"waarde": Decimal(waarde)}, door=door, op=NU,
                poort=BIJ_DOEL,
            )  # fmt: skip

        return doe

    fouten = samen(werk(110), werk(120))
    assert [type(fout) for fout in fouten] == [VersieConflict]
    meting.refresh_from_db()
    assert (meting.waarde in (110, 120), meting.versie) == (True, 2)


def test_twee_mensen_beginnen_dezelfde_ronde_en_een_wint() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)

    def werk(woorden: str) -> Any:
        def doe(hek: Barrier) -> None:
            hek.wait()
            schrijf_op(verband, door, waarden={**WAARDEN, "resultaten": woorden})

        return doe

    fouten = samen(werk("Van de een."), werk("Van de ander."))
    assert [type(fout) for fout in fouten] == [VersieConflict]
    assert Voortgang.objects.count() == 1
