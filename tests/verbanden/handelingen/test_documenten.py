"""Documents: right, history, and nothing half when something fails or two people are at it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from samenwerkingswijzer import historie
from samenwerkingswijzer.handelingen.bestanden import VELD, kluis
from samenwerkingswijzer.models import Bestand, Gebeurtenis, Gebruiker, gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_document, maak_gebruiker, maak_verband
from tests.gelijktijdig import samen
from tests.samenwerkingswijzer.bestanden import stukken
from verbanden import documenten
from verbanden.handelingen import rijen
from verbanden.handelingen.documenten import vervang, voeg_toe
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Document, Samenwerkingsverband


@pytest.fixture(autouse=True)
def eigen_kluis(settings: Any, tmp_path: Any) -> None:
    settings.OPSLAG = tmp_path


def upload(tekst: str = stukken.TEKST, naam: str = "stuk.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, stukken.docx(tekst))


def zet(verband: Samenwerkingsverband, door: Gebruiker, **anders: Any) -> Document:
    waarden = {"titel": "Begroting", "soort": "begroting", "datum": None, VELD: upload()} | anders
    return voeg_toe(verband=verband, waarden=waarden, door=door, op=NU)


@pytest.mark.django_db
def test_a_document_keeps_its_file_its_words_and_who_put_it() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(verband, door)
    document = zet(verband, door, **{VELD: upload(naam="../\u202eBegroting 2027.docx")})
    bestand = Bestand.objects.get()
    assert (document.bestand_id, bestand.naam, bestand.soort, bestand.door_id) == (
        bestand.pk, "Begroting 2027.docx", "docx", door.pk,
    )  # fmt: skip
    assert Bestand.objects.values_list("tekst", flat=True).get() == stukken.TEKST
    assert kluis().lees(bestand.sleutel, bestand.sha256) == stukken.docx()
    assert Gebeurtenis.objects.filter(wat="aangemaakt", object_id=document.pk, wie=door).count() == 1


@pytest.mark.django_db
def test_who_may_not_edit_puts_nothing_in() -> None:
    verband, ander = maak_verband(), maak_gebruiker(Rol.ACCOUNTHOUDER)
    for door in (ander, maak_gebruiker(Rol.RAADSLID)):
        with pytest.raises(PermissionDenied):
            zet(verband, door)
    document = maak_document(verband)
    with pytest.raises(PermissionDenied):
        vervang(document=document, upload=upload(), waarden={}, versie=1, door=ander, op=NU)
    assert kluis().sleutels().keys() == {document.bestand.sleutel}


@pytest.mark.django_db
def test_a_newer_version_leaves_the_older_one_and_a_past_day_shows_it() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    document = zet(verband, door)
    later = NU + timedelta(days=3)
    vervang(document=document, upload=upload("Nieuw."), waarden={"datum": NU.date()}, versie=1, door=door, op=later)
    (stuk,) = documenten.lees(verband.id, None)
    assert [versie.nummer for versie in stuk.versies] == [2, 1]
    (toen,) = documenten.lees(verband.id, NU + timedelta(days=1))
    assert ([versie.nummer for versie in toen.versies], toen.rij.datum) == ([1], None)
    document.refresh_from_db()
    rijen.haal_weg(verband=verband, rij=document, versie=2, door=door, op=later + timedelta(days=1))
    assert documenten.lees(verband.id, None) == []
    assert documenten.zoek(verband.id, document.pk or stuk.rij.id, None) is None
    assert len(documenten.lees(verband.id, later)[0].versies) == 2, "what was removed stays in history"
    assert Bestand.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("stap", ["Bestand.save", "historie", "gebeurtenis"])
def test_when_a_write_fails_nothing_is_left(stap: str, monkeypatch: pytest.MonkeyPatch) -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)

    def na(echt: Callable[..., Any]) -> Callable[..., Any]:
        def doe(*plaatsen: Any, **namen: Any) -> Any:
            echt(*plaatsen, **namen)
            raise RuntimeError(stap)

        return doe

    if stap == "Bestand.save":
        monkeypatch.setattr(Bestand, "save", na(Bestand.save))
    elif stap == "historie":
        monkeypatch.setattr(rijen, "bewaar", na(historie.bewaar))
    else:
        monkeypatch.setattr(rijen, "leg_vast", na(gebeurtenis.leg_vast))
    voor = Gebeurtenis.objects.count()
    with pytest.raises(RuntimeError, match=stap):
        zet(verband, door)
    assert (Bestand.objects.count(), Document.objects.count(), Document.history.count()) == (0, 0, 0)
    assert Gebeurtenis.objects.count() == voor
    assert kluis().sleutels() == {}


@pytest.mark.django_db
def test_the_same_title_twice_is_refused_and_leaves_no_file() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    document = zet(verband, door)
    with pytest.raises(ValidationError, match="Er staat al een document"):
        zet(verband, door)
    assert kluis().sleutels().keys() == {document.bestand.sleutel}


@pytest.mark.usefixtures("leegbaar")
def test_two_people_who_replace_the_same_document_do_not_overwrite_each_other() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    document = maak_document(verband)

    def werk(hek: Barrier) -> None:
        hek.wait()
        vervang(document=document, upload=upload("Anders."), waarden={}, versie=1, door=door, op=NU + timedelta(1))

    fouten = samen(werk, werk)
    assert [type(fout) for fout in fouten] == [VersieConflict]
    assert Document.objects.get().versie == 2
    assert kluis().sleutels().keys() == set(Bestand.objects.values_list("sleutel", flat=True))
    assert Bestand.objects.count() == 2
