"""Readers say whether it helped, ask, and get an answer."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kennisbank.handelingen import lezers
from kennisbank.models import Nuttig
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.vergrendeling import VersieConflict
from tests.fabriek import NU, maak_artikel, maak_gebruiker

pytestmark = pytest.mark.django_db


def test_an_answer_counts_once_and_may_change() -> None:
    artikel, lezer = maak_artikel().artikel, maak_gebruiker()
    for antwoord in ("ja", "ja", "nee"):
        lezers.vind(artikel=artikel, antwoord=antwoord, door=lezer, op=NU)
    lezers.vind(artikel=artikel, antwoord="ja", door=maak_gebruiker(), op=NU)
    assert Nuttig.objects.per_antwoord(artikel.pk) == {"nee": 1, "ja": 1}
    assert Nuttig.history.count() == 3


def test_a_question_gets_an_answer_that_may_be_mended() -> None:
    artikel, griffier = maak_artikel().artikel, maak_gebruiker(Rol.GRIFFIE)
    gesteld = lezers.vraag(artikel=artikel, tekst=" Hoe? ", door=maak_gebruiker(), op=NU)
    assert gesteld.vraag == "Hoe?"
    gegeven = lezers.beantwoord(vraag=gesteld, versie=1, antwoord="Zo.", door=griffier, op=NU)
    assert (gegeven.antwoord, gegeven.beantwoord_door) == ("Zo.", griffier)
    with pytest.raises(VersieConflict):
        lezers.beantwoord(vraag=gesteld, versie=1, antwoord="Anders.", door=griffier, op=NU)
    assert lezers.beantwoord(vraag=gesteld, versie=2, antwoord="Beter.", door=griffier, op=NU).antwoord == "Beter."


def test_only_writers_answer_and_an_answer_has_words() -> None:
    gesteld = lezers.vraag(artikel=maak_artikel().artikel, tekst="Hoe?", door=maak_gebruiker(), op=NU)
    with pytest.raises(PermissionDenied):
        lezers.beantwoord(vraag=gesteld, versie=1, antwoord="Zo.", door=maak_gebruiker(), op=NU)
    with pytest.raises(ValidationError):
        lezers.beantwoord(vraag=gesteld, versie=1, antwoord=" ", door=maak_gebruiker(Rol.GRIFFIE), op=NU)
    with pytest.raises(ValidationError):
        lezers.vraag(artikel=gesteld.artikel, tekst="  ", door=maak_gebruiker(), op=NU)
