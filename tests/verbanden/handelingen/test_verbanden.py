"""A partnership begins, goes through its phases and ends."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_risico, maak_verband
from verbanden.handelingen import verbanden
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Levensfase, Risico, Samenwerkingsverband
from verbanden.models.keuzes import VOLGENDE_FASEN

EINDE = date(2026, 5, 1)


class Levensloop(RuleBasedStateMachine):
    """Asks for any phase at any time; only the table decides."""

    @initialize()
    def begin(self) -> None:
        self.verband = maak_verband(levensfase=Levensfase.VERKENNEN)
        self.door = maak_gebruiker(Rol.CONTROLLER)
        self.fase, self.versie, self.stappen = Levensfase.VERKENNEN, 1, 0

    @rule(naar=st.sampled_from(Levensfase), met_datum=st.booleans(), met_reden=st.booleans())
    def vraag(self, naar: Levensfase, met_datum: bool, met_reden: bool) -> None:
        einde = naar is Levensfase.BEEINDIGD
        mag = naar in VOLGENDE_FASEN[self.fase] and met_datum == einde and (met_reden or not einde)
        self.stappen += 1
        try:
            verbanden.wissel_fase(
                verband=self.verband,
                versie=self.versie,
                fase=naar,
                beeindigd_op=EINDE if met_datum else None,
                reden="omdat" if met_reden else "",
                door=self.door,
                op=NU + timedelta(minutes=self.stappen),
            )
        except ValidationError:
            assert not mag
        else:
            assert mag
            self.fase, self.versie = naar, self.versie + 1

    @invariant()
    def klopt(self) -> None:
        rij = Samenwerkingsverband.objects.get(id=self.verband.id)
        einde = EINDE if self.fase is Levensfase.BEEINDIGD else None
        assert (rij.levensfase, rij.versie, rij.beeindigd_op) == (self.fase, self.versie, einde)


class TestLevensloop(Levensloop.TestCase, TestCase):  # type: ignore[valid-type,misc]  # made by hypothesis
    settings = settings(max_examples=15, stateful_step_count=12, deadline=None)  # type: ignore[assignment]  # theirs


@pytest.mark.django_db
def test_beeindigen_bewaart_alles() -> None:
    verband, door = maak_verband(levensfase=Levensfase.BEEINDIGEN), maak_gebruiker(Rol.CONTROLLER)
    maak_risico(verband)
    verbanden.wissel_fase(
        verband=verband, versie=1, fase=Levensfase.BEEINDIGD, beeindigd_op=EINDE, reden="Taak klaar", door=door, op=NU
    )
    verband.refresh_from_db()
    gebeurtenis = Gebeurtenis.objects.get()
    assert (verband.beeindigd_op, Risico.objects.count()) == (EINDE, 1)
    assert (gebeurtenis.wat, gebeurtenis.details) == (
        Handeling.FASE_GEWIJZIGD,
        {"van": "beeindigen", "naar": "beeindigd"},
    )
    assert verband.history.first().history_change_reason == "Taak klaar"


@pytest.mark.django_db
def test_oude_versie_van_de_fase() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    vast: dict[str, Any] = {"verband": verband, "versie": 1, "door": door, "op": NU}
    verbanden.wissel_fase(fase=Levensfase.HEROVERWEGEN, **vast)
    with pytest.raises(VersieConflict):
        verbanden.wissel_fase(fase=Levensfase.BEEINDIGEN, **vast)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("naam", "bestaat", "slug"),
    [
        ("Verzonnen Dienst", [], "verzonnen-dienst"),
        ("Verzonnen Dienst", ["verzonnen-dienst"], "verzonnen-dienst-2"),
        ("Verzonnen Dienst", ["verzonnen-dienst", "verzonnen-dienst-2"], "verzonnen-dienst-3"),
        ("Kosten", [], "kosten-2"),
        ("Nieuw", [], "nieuw-2"),
        ("Voorstellen", [], "voorstellen-2"),
        ("!!!", [], "verband"),
        ("Coöperatie é", [], "cooperatie-e"),
        ("x" * 200, [], "x" * 70),
    ],
)
def test_adres_van_een_nieuw_verband(naam: str, bestaat: list[str], slug: str) -> None:
    for bezet in bestaat:
        maak_verband(slug=bezet)
    nieuw = verbanden.maak_aan(waarden={"naam": naam, "vorm": "nv"}, door=maak_gebruiker(Rol.CONTROLLER), op=NU)
    assert nieuw.slug == slug
    assert Gebeurtenis.objects.get().wat == Handeling.AANGEMAAKT


@pytest.mark.django_db
@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER, Rol.GRIFFIE])
def test_aanmaken_zonder_recht(rol: Rol) -> None:
    with pytest.raises(PermissionDenied):
        verbanden.maak_aan(waarden={"naam": "x", "vorm": "nv"}, door=maak_gebruiker(rol), op=NU)
    assert not Samenwerkingsverband.objects.exists()
