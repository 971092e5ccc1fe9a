"""Two people write in the same measurement, round or evaluation at the same time: nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from evaluatie.handelingen import evaluaties
from evaluatie.handelingen.doelen import doel_van_verband
from evaluatie.handelingen.ontwikkelagenda import zet_op_agenda
from evaluatie.models import Evaluatie, Evaluatieoordeel, Evaluatiestap, Ontwikkelpunt, Voortgang
from evaluatie.models.evaluatie import Stap
from samenwerkingswijzer.rechten import Rol
from tests.evaluatie.handelingen.test_evaluaties import beoordeel
from tests.evaluatie.handelingen.test_voortgang import WAARDEN, schrijf_op
from tests.fabriek import NU, maak_doel, maak_evaluatie, maak_evaluatiekader, maak_gebruiker, maak_meting, maak_verband
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


def test_een_dubbele_klik_maakt_een_punt() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    gevonden: list[int] = []

    def klik(hek: Barrier) -> None:
        hek.wait()
        punt = zet_op_agenda(verband=verband, titel="Regelen", herkomst="raadsvraag:7", door=door, op=NU)
        gevonden.append(punt.pk)

    assert samen(klik, klik, klik) == []
    assert gevonden == [Ontwikkelpunt.objects.get().pk] * 3


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


def tegelijk(*taken: Callable[[], Any]) -> list[type[BaseException]]:
    """Which kinds of error these raise when they begin at the same moment."""

    def met_hek(taak: Callable[[], Any]) -> Callable[[Barrier], None]:
        def doe(hek: Barrier) -> None:
            hek.wait()
            taak()

        return doe

    return [type(fout) for fout in samen(*(met_hek(taak) for taak in taken))]


def test_twee_mensen_schrijven_in_dezelfde_evaluatie_en_een_wint() -> None:
    door = maak_gebruiker(Rol.CONTROLLER)
    evaluatie = maak_evaluatie(maak_verband(), stap="gegevens", leider=door)

    def schrijf(woorden: str) -> Any:
        return evaluaties.schrijf(
            evaluatie=evaluatie, velden=evaluaties.GEGEVENS, waarden={"gegevens": woorden}, versie=1, door=door, op=NU
        )

    assert tegelijk(lambda: schrijf("Van de een."), lambda: schrijf("Van de ander.")) == [VersieConflict]
    bewaard = Evaluatie.objects.get()
    assert (bewaard.gegevens in ("Van de een.", "Van de ander."), bewaard.versie) == (True, 2)


def test_twee_mensen_nemen_dezelfde_stap_en_een_wint() -> None:
    door = maak_gebruiker(Rol.CONTROLLER)
    evaluatie = maak_evaluatie(maak_verband(), stap="gegevens", leider=door)

    def stap() -> Any:
        return evaluaties.ga_naar(evaluatie=evaluatie, stap=Stap.OORDEEL, versie=1, door=door, op=NU)

    assert tegelijk(stap, stap) == [VersieConflict]
    assert Evaluatie.objects.get().stap == Stap.OORDEEL
    assert Evaluatiestap.objects.get(stap=Stap.GEGEVENS).klaar_op == NU.date()


def test_een_oordeel_komt_voor_het_gesprek_of_niet() -> None:
    leider, ander = maak_gebruiker(Rol.CONTROLLER), maak_gebruiker(Rol.COLLEGE)
    evaluatie = maak_evaluatie(maak_verband(), stap="oordeel", leider=leider, waarom_een="Klein verband.")
    beoordeel(evaluatie, leider)

    def verder() -> Any:
        return evaluaties.ga_naar(evaluatie=evaluatie, stap=Stap.GESPREK, versie=1, door=leider, op=NU)

    fouten = tegelijk(lambda: beoordeel(evaluatie, ander), verder)
    gegeven = Evaluatieoordeel.objects.filter(auteur=ander).count()
    assert (fouten, gegeven) in (([], 2), ([ValidationError], 0))
    assert Evaluatie.objects.get().stap == Stap.GESPREK


def test_twee_mensen_zetten_dezelfde_evaluatie_klaar_en_er_komt_er_een() -> None:
    door, verband = maak_gebruiker(Rol.CONTROLLER), maak_verband()
    maak_evaluatiekader()

    def begin() -> Any:
        return evaluaties.begin(verband=verband, jaar=2025, waarom="Werkt het?", door=door, op=NU)

    assert tegelijk(begin, begin) == [ValidationError]
    assert Evaluatie.objects.count() == 1
