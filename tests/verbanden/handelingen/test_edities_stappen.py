"""Any row of steps by any people: the rules of the editions hold, whatever the order."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker
from verbanden.handelingen import edities
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Editie, VastgesteldeLijst

MENSEN = (Rol.GRIFFIE, Rol.GRIFFIE, Rol.CONTROLLER, Rol.ACCOUNTHOUDER, Rol.RAADSLID)
MAG = (0, 1, 2)
wie = st.integers(0, len(MENSEN) - 1)


class Stappen(RuleBasedStateMachine):
    """A small model of one list beside the real one."""

    def __init__(self) -> None:
        super().__init__()
        self.blok = transaction.atomic()
        self.blok.__enter__()
        self.mensen = [maak_gebruiker(rol) for rol in MENSEN]
        self.status, self.nummer, self.bewerkt, self.klaargezet = "", 0, -1, -1
        self.vast: dict[int, tuple[Any, ...]] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.blok.__exit__(None, None, None)

    def editie(self) -> Editie:
        return Editie.objects.van("begroting", 2027).first() or Editie(soort="begroting", jaar=2027)

    def probeer(self, mag: bool, doe: Any, **gegevens: Any) -> bool:
        """Do it: it must succeed exactly when the model says that it may."""
        try:
            with transaction.atomic():
                doe(op=NU, **gegevens)
        except (PermissionDenied, ValidationError, VersieConflict):
            assert not mag
            return False
        assert mag
        return True

    @rule(door=wie, correctie=st.sampled_from(["", "Typefout."]))
    def begin(self, door: int, correctie: str) -> None:
        mag = door in MAG and (self.status == "" or (self.status == "vastgesteld" and bool(correctie)))
        wat = {"soort": "begroting", "jaar": 2027, "correctie": correctie}
        if self.probeer(mag, edities.begin, door=self.mensen[door], **wat):
            self.status, self.nummer, self.bewerkt, self.klaargezet = "concept", self.nummer + 1, door, -1

    @rule(door=wie, zin=st.text("ab", max_size=2))
    def schrijf(self, door: int, zin: str) -> None:
        editie = self.editie()
        anders = editie.visie != zin
        mag = door in MAG and self.status == "concept"
        if self.probeer(mag, edities.schrijf, editie=editie, waarden={"visie": zin}, versie=editie.versie,
                        door=self.mensen[door]) and anders:  # fmt: skip
            self.bewerkt = door

    @rule(door=wie, ontbreekt=st.integers(0, 1))
    def zet_klaar(self, door: int, ontbreekt: int) -> None:
        mag = door in MAG and self.status == "concept" and not ontbreekt
        if self.probeer(mag, edities.zet_klaar, editie=self.editie(), ontbreekt=ontbreekt, door=self.mensen[door]):
            self.status, self.klaargezet = "klaargezet", door

    @rule(door=wie)
    def zet_terug(self, door: int) -> None:
        mag = door in MAG and self.status == "klaargezet"
        if self.probeer(mag, edities.zet_terug, editie=self.editie(), door=self.mensen[door], reden="Toch niet."):
            self.status, self.klaargezet = "concept", -1

    @rule(door=wie, ontbreekt=st.integers(0, 1))
    def stel_vast(self, door: int, ontbreekt: int) -> None:
        vreemd = door not in (self.bewerkt, self.klaargezet)
        mag = door in MAG and self.status == "klaargezet" and vreemd and not ontbreekt
        inhoud = {"nummer": self.nummer}
        if self.probeer(mag, edities.stel_vast, editie=self.editie(), gegevens=inhoud, pdf=b"%PDF",
                        ontbreekt=ontbreekt, door=self.mensen[door]):  # fmt: skip
            self.status = "vastgesteld"
            self.vast[self.nummer] = self.foto(self.nummer)

    def foto(self, nummer: int) -> tuple[Any, ...]:
        lijst = VastgesteldeLijst.objects.select_related("editie").get(editie__nummer=nummer)
        return lijst.gegevens_sha256, lijst.pdf_sha256, lijst.editie.visie, lijst.editie.versie

    @invariant()
    def de_stand_klopt(self) -> None:
        editie = Editie.objects.van("begroting", 2027).first()
        assert ("" if editie is None else editie.status) == self.status
        assert Editie.objects.count() == self.nummer
        assert Editie.objects.open().count() == (self.status in ("concept", "klaargezet"))

    @invariant()
    def wat_vastligt_verandert_niet(self) -> None:
        assert {nummer: self.foto(nummer) for nummer in self.vast} == self.vast


@pytest.mark.django_db
def test_elke_volgorde_van_stappen() -> None:
    regels = settings(max_examples=15, stateful_step_count=25, deadline=None,
                      suppress_health_check=list(HealthCheck))  # fmt: skip
    run_state_machine_as_test(Stappen, settings=regels)
