"""Attachments: who may, what the review covers, conflict, and nothing half when something fails."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier
from typing import Any

import pgtrigger
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from kennisbank.handelingen import artikelen, bijlagen
from kennisbank.models import Artikelversie, Bijlage, Status
from samenwerkingswijzer import historie
from samenwerkingswijzer.handelingen.bestanden import kluis
from samenwerkingswijzer.models import Bestand, Gebeurtenis, Gebruiker, gebeurtenis
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.vergrendeling import VersieConflict
from tests.bijlagen import maak_artikel_met, maak_bijlage
from tests.fabriek import NU, maak_artikel, maak_gebruiker
from tests.gelijktijdig import samen
from tests.samenwerkingswijzer.bestanden import stukken

LATER = NU + timedelta(hours=1)


@pytest.fixture(autouse=True)
def eigen_kluis(settings: Any, tmp_path: Any) -> None:
    settings.OPSLAG = tmp_path


def zet(concept: Artikelversie, door: Gebruiker, titel: str = "Schema", versie: int | None = None) -> Bijlage:
    upload = SimpleUploadedFile("schema.png", stukken.png())
    return bijlagen.voeg_toe(
        concept=concept, versie=versie or concept.versie, titel=titel, upload=upload, door=door, op=LATER
    )


@pytest.mark.django_db
def test_it_belongs_to_the_version_and_is_written_down() -> None:
    concept, door = maak_artikel(status=Status.CONCEPT), maak_gebruiker(Rol.CONTROLLER)
    bijlage = zet(concept, door)
    assert (bijlage.nummer, bijlage.titel, bijlage.is_beeld) == (1, "Schema", True)
    concept.refresh_from_db()
    assert (concept.versie, concept.schrijver_id) == (2, door.pk)
    assert Gebeurtenis.objects.filter(wat="aangemaakt", object_id=bijlage.pk, wie=door).count() == 1
    with pytest.raises(ValidationError, match="U schreef zelf"):
        artikelen.kijk_na(concept=concept, versie=2, door=door, op=LATER)


@pytest.mark.django_db
def test_only_who_writes_may_and_only_before_readers_see_it() -> None:
    concept, lezer, door = maak_artikel(status=Status.CONCEPT), maak_gebruiker(), maak_gebruiker(Rol.GRIFFIE)
    bijlage = maak_bijlage(concept)
    with pytest.raises(PermissionDenied):
        zet(concept, lezer)
    with pytest.raises(PermissionDenied):
        bijlagen.haal_weg(concept=concept, versie=1, nummer=bijlage.nummer, door=lezer, op=LATER)
    gepubliceerd = maak_artikel_met("gids")
    with pytest.raises(ValidationError, match="verandert niet meer"):
        zet(gepubliceerd, door)
    with pytest.raises(ValidationError, match="verandert niet meer"):
        bijlagen.haal_weg(concept=gepubliceerd, versie=gepubliceerd.versie, nummer=1, door=door, op=LATER)
    assert Bijlage.objects.count() == 2
    assert len(kluis().sleutels()) == 2


@pytest.mark.django_db
def test_what_was_reviewed_must_be_reviewed_again_with_another_file() -> None:
    concept, griffier = maak_artikel(status=Status.CONCEPT), maak_gebruiker(Rol.GRIFFIE)
    gezien = concept.versie
    zet(concept, griffier)
    ander = maak_gebruiker(Rol.CONTROLLER)
    with pytest.raises(VersieConflict):
        artikelen.kijk_na(concept=concept, versie=gezien, door=ander, op=LATER)
    concept.refresh_from_db()
    nagekeken = artikelen.kijk_na(concept=concept, versie=concept.versie, door=ander, op=LATER)
    bijlagen.haal_weg(concept=nagekeken, versie=nagekeken.versie, nummer=1, door=griffier, op=LATER)
    concept.refresh_from_db()
    assert (concept.status, concept.nagekeken_door_id) == (Status.CONCEPT, None)


@pytest.mark.django_db
@pytest.mark.parametrize("status", [Status.NAGEKEKEN, Status.GEPUBLICEERD])
def test_the_database_itself_keeps_what_was_reviewed(status: Status) -> None:
    versie = maak_artikel_met("gids") if status is Status.GEPUBLICEERD else maak_artikel(status=Status.CONCEPT)
    if status is Status.NAGEKEKEN:
        maak_bijlage(versie)
        versie.status, versie.nagekeken_door, versie.nagekeken_op = status, maak_gebruiker(), NU
        versie.save()
    with pytest.raises(DatabaseError, match="keeps its attachments"), transaction.atomic():
        maak_bijlage(versie, "Nog een")
    for vraag in ("DELETE FROM kennisbank_bijlage", "UPDATE kennisbank_bijlage SET titel = 'Anders'"):
        with pytest.raises(DatabaseError), pgtrigger.ignore(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(vraag)


@pytest.mark.django_db
def test_the_next_version_takes_the_files_along_and_numbers_never_come_back() -> None:
    eerste, door = maak_artikel_met("gids", 2), maak_gebruiker(Rol.GRIFFIE)
    tweede = artikelen.begin_versie(artikel=eerste.artikel, door=door, op=LATER)
    assert [(rij.nummer, rij.titel) for rij in Bijlage.objects.van(tweede.pk)] == [(1, "Beeld 1"), (2, "Stuk 2")]
    assert Bestand.objects.count() == 2
    bijlagen.haal_weg(concept=tweede, versie=1, nummer=2, door=door, op=LATER)
    assert zet(tweede, door, versie=2).nummer == 3
    assert [rij.nummer for rij in Bijlage.objects.van(eerste.pk)] == [1, 2]
    tweede.refresh_from_db()
    artikelen.gooi_weg(concept=tweede, versie=tweede.versie, door=door, op=LATER)
    assert Bijlage.objects.count() == 2
    assert Bijlage.history.filter(artikelversie_id__gt=eerste.pk, history_type="-").count() == 3


@pytest.mark.django_db
def test_the_same_title_or_too_many_is_refused_and_leaves_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    concept, door = maak_artikel(status=Status.CONCEPT), maak_gebruiker(Rol.CONTROLLER)
    maak_bijlage(concept, "Schema")
    with pytest.raises(ValidationError, match="al een bijlage met deze titel"):
        zet(concept, door)
    monkeypatch.setattr(bijlagen, "MEESTE", 1)
    with pytest.raises(ValidationError, match="hoogstens"):
        zet(concept, door, "Anders")
    assert len(kluis().sleutels()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("stap", ["bewaar", "leg_vast"])
def test_when_a_write_fails_nothing_is_left(stap: str, monkeypatch: pytest.MonkeyPatch) -> None:
    concept, door = maak_artikel(status=Status.CONCEPT), maak_gebruiker(Rol.CONTROLLER)
    echt: Any = {"bewaar": historie.bewaar, "leg_vast": gebeurtenis.leg_vast}[stap]

    def stuk(*plaatsen: Any, **namen: Any) -> None:
        echt(*plaatsen, **namen)
        raise RuntimeError(stap)

    monkeypatch.setattr(bijlagen, stap, stuk)
    voor = Gebeurtenis.objects.count()
    with pytest.raises(RuntimeError, match=stap):
        zet(concept, door)
    concept.refresh_from_db()
    assert (Bestand.objects.count(), Bijlage.objects.count(), Bijlage.history.count()) == (0, 0, 0)
    assert (Gebeurtenis.objects.count(), concept.versie, kluis().sleutels()) == (voor, 1, {})


@pytest.mark.usefixtures("leegbaar")
def test_a_review_and_a_file_at_the_same_moment_do_not_both_happen() -> None:
    concept, schrijver, nakijker = (
        maak_artikel(status=Status.CONCEPT), maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.CONTROLLER)
    )  # fmt: skip

    def schrijf(hek: Barrier) -> None:
        hek.wait()
        zet(concept, schrijver)

    def kijk_na(hek: Barrier) -> None:
        hek.wait()
        artikelen.kijk_na(concept=concept, versie=1, door=nakijker, op=LATER)

    fouten = samen(schrijf, kijk_na)
    assert [type(fout) for fout in fouten] == [VersieConflict]
    versie = Artikelversie.objects.get()
    assert (versie.status == Status.NAGEKEKEN) != Bijlage.objects.exists()
    assert len(kluis().sleutels()) == Bijlage.objects.count()
