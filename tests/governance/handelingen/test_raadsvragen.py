"""A question of the raad: asked by a council member or for one, put right while open, answered for the college."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.handelingen import raadsvragen
from governance.models import Raadsvraag
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_accounthouder, maak_gebruiker, maak_verband
from tests.governance.zienswijze.opzet import maak_raadsvraag
from verbanden.handelingen.vergrendeling import VersieConflict

pytestmark = pytest.mark.django_db
WAARDEN = {"onderwerp": "Wachttijd", "vraag": "Hoe lang?", "politiek_punt": "Snel of grondig."}
LATER = NU + timedelta(days=3)


def stel(door: Any, **opties: Any) -> Raadsvraag:
    return raadsvragen.stel(
        verband=maak_verband(), waarden=WAARDEN | opties.pop("waarden", {}), door=door, op=NU, **opties
    )


def test_a_council_member_asks() -> None:
    lid = maak_gebruiker(Rol.RAADSLID, fractie="B")
    vraag = stel(lid, namens=maak_gebruiker(Rol.RAADSLID))
    assert (vraag.gesteld_door, vraag.fractie, vraag.gesteld_op) == (lid, "B", VANDAAG)


def test_the_griffie_asks_for_a_council_member_only() -> None:
    griffier, lid = maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.RAADSLID, fractie="C")
    vraag = stel(griffier, namens=lid)
    assert (vraag.gesteld_door, vraag.fractie) == (lid, "C")
    assert vraag.history.get().history_user == griffier
    for namens in (None, maak_gebruiker(Rol.COLLEGE)):
        with pytest.raises(ValidationError, match="Kies het raadslid"):
            stel(griffier, namens=namens)


@pytest.mark.parametrize("rol", [Rol.COLLEGE, Rol.ACCOUNTHOUDER, Rol.CONTROLLER, Rol.BEHEERDER])
def test_who_asks_no_questions(rol: Rol) -> None:
    with pytest.raises(PermissionDenied):
        stel(maak_gebruiker(rol))


@pytest.mark.parametrize("veld", list(WAARDEN))
def test_no_question_without_its_point(veld: str) -> None:
    with pytest.raises(ValidationError):
        stel(maak_gebruiker(), waarden={veld: "  "})


def test_an_open_question_is_put_right_by_who_asked_or_the_griffie() -> None:
    lid = maak_gebruiker()
    vraag = maak_raadsvraag(door=lid)
    raadsvragen.verbeter(vraag=vraag, waarden={"vraag": "Beter"}, versie=1, door=lid, op=LATER)
    raadsvragen.verbeter(vraag=vraag, waarden={"vraag": "Best"}, versie=2, door=maak_gebruiker(Rol.GRIFFIE), op=LATER)
    with pytest.raises(VersieConflict):
        raadsvragen.verbeter(vraag=vraag, waarden={"vraag": "Oud"}, versie=1, door=lid, op=LATER)
    for ander in (maak_gebruiker(), maak_gebruiker(Rol.COLLEGE)):
        with pytest.raises(PermissionDenied):
            raadsvragen.verbeter(vraag=vraag, waarden={"vraag": "Nee"}, versie=3, door=ander, op=LATER)
    assert Raadsvraag.objects.get().vraag == "Best"


def test_the_college_or_the_own_accounthouder_answers() -> None:
    verband = maak_verband()
    houder, wethouder = maak_accounthouder(verband), maak_gebruiker(Rol.COLLEGE)
    vraag = maak_raadsvraag(verband)
    raadsvragen.beantwoord(vraag=vraag, antwoord="Drie weken.", versie=1, door=houder, op=LATER)
    vraag.refresh_from_db()
    assert (vraag.beantwoord_door, vraag.beantwoord_op) == (houder, LATER.date())
    with pytest.raises(ValidationError, match="waarom"):
        raadsvragen.beantwoord(vraag=vraag, antwoord="Vier weken.", versie=2, door=wethouder, op=LATER)
    raadsvragen.beantwoord(
        vraag=vraag, antwoord="Vier weken.", versie=2, door=wethouder, op=LATER + timedelta(days=9), reden="Fout"
    )
    vraag.refresh_from_db()
    assert (vraag.antwoord, vraag.beantwoord_door, vraag.beantwoord_op) == ("Vier weken.", houder, LATER.date())
    with pytest.raises(ValidationError, match="al beantwoord"):
        raadsvragen.verbeter(
            vraag=vraag, waarden={"vraag": "Anders"}, versie=3, door=maak_gebruiker(Rol.GRIFFIE), op=LATER
        )


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.GRIFFIE, Rol.CONTROLLER, Rol.BEHEERDER, Rol.ACCOUNTHOUDER])
def test_who_does_not_answer(rol: Rol) -> None:
    with pytest.raises(PermissionDenied):
        raadsvragen.beantwoord(vraag=maak_raadsvraag(), antwoord="x", versie=1, door=maak_gebruiker(rol), op=LATER)


def test_two_answers_at_once() -> None:
    vraag, wethouder = maak_raadsvraag(), maak_gebruiker(Rol.COLLEGE)
    raadsvragen.beantwoord(vraag=vraag, antwoord="Eerst", versie=1, door=wethouder, op=LATER)
    with pytest.raises(VersieConflict):
        raadsvragen.beantwoord(vraag=vraag, antwoord="Later", versie=1, door=wethouder, op=LATER)
