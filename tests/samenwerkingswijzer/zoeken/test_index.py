"""The index follows history: whatever is written through it can be found, and nothing is found that is gone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from simple_history.utils import bulk_create_with_history

from evaluatie.handelingen.ontwikkelagenda import voeg_gemeentepunt_toe
from kennisbank.models import Status
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.historie import Gevolgd, bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker, Zoekregel, Zoekvermelding, Zoekwoord
from samenwerkingswijzer.rechten import Recht, Rol
from samenwerkingswijzer.zoeken import index
from samenwerkingswijzer.zoeken.bron import VAN_VERBAND, Zoekbron
from samenwerkingswijzer.zoeken.vraag import zichtbaar, zoek
from tests.fabriek import NU, maak_artikel, maak_doel, maak_gebruiker, maak_moment, maak_risico, maak_verband
from verbanden.models import Risico, Samenwerkingsverband

pytestmark = pytest.mark.django_db


@pytest.fixture
def lezer() -> Gebruiker:
    return maak_gebruiker(Rol.RAADSLID)


def gevonden(vraag: str, lezer: Gebruiker) -> list[str]:
    index.volg()
    return [treffer.regel.titel for treffer in zoek(vraag, gebruiker=lezer).treffers]


def test_what_is_saved_is_found_and_what_is_removed_is_not(lezer: Gebruiker) -> None:
    verband = maak_verband(naam="Waterkring Kabbelbeek")
    assert gevonden("kabbelbeek", lezer) == ["Waterkring Kabbelbeek"]
    verband.naam = "Waterkring Ruisdal"
    bewaar(verband, door=None, op=NU)
    assert gevonden("kabbelbeek", lezer) == []
    assert gevonden("ruisdal", lezer) == ["Waterkring Ruisdal"]
    risico = maak_risico(verband, omschrijving="De dijk kan verzakken")
    assert gevonden("verzakken", lezer) == ["Waterkring Ruisdal"]
    verwijder(risico, door=None, op=NU)
    assert gevonden("verzakken", lezer) == []


def test_an_item_of_the_municipality_as_a_whole_is_found(lezer: Gebruiker) -> None:
    beheerder = maak_gebruiker(Rol.BEHEERDER)
    waarden = {"titel": "Een gedeeld beeld van de kabbelbeek", "effect": "Ieder weet het."}
    voeg_gemeentepunt_toe(waarden=waarden, door=beheerder, op=NU)
    assert gevonden("kabbelbeek", lezer) == ["Een gedeeld beeld van de kabbelbeek"]
    (regel,) = Zoekregel.objects.filter(titel__contains="kabbelbeek")
    assert (regel.verband_id, regel.url) == (None, "/ontwikkelagenda/")


def test_another_name_of_a_partnership_reaches_everything_of_it(lezer: Gebruiker) -> None:
    verband = maak_verband(naam="Oude naam")
    maak_moment(verband, titel="Jaarlijks gesprek")
    maak_doel(verband, titel="Schoner water")
    assert set(gevonden("oude naam", lezer)) == {"Oude naam", "Jaarlijks gesprek", "Schoner water"}
    verband.korte_naam = "Kabbelbeek"
    bewaar(verband, door=None, op=NU)
    assert set(gevonden("kabbelbeek", lezer)) == {"Oude naam", "Jaarlijks gesprek", "Schoner water"}


def test_rows_that_were_written_in_bulk_are_found_too(lezer: Gebruiker) -> None:
    verband = maak_verband()
    bulk_create_with_history(
        [Risico(verband=verband, omschrijving="Een verzakking", kans="klein")], Risico, default_date=NU
    )
    assert gevonden("verzakking", lezer) == [verband.naam]


def test_only_published_articles_are_found(lezer: Gebruiker) -> None:
    maak_artikel("a", titel="Kabbelende gids")
    maak_artikel("b", titel="Kabbelend concept", status=Status.CONCEPT)
    assert gevonden("kabbelende", lezer) == ["Kabbelende gids"]


def test_following_costs_one_query_when_nothing_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "RUSTIG", "true")  # nobody else counts here
    maak_verband()
    index.volg()
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        assert index.volg()
    assert len(vragen) == 1


def test_the_index_does_not_move_on_while_others_write(lezer: Gebruiker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row with a lower number may still come; the same rows are then simply read again."""
    maak_verband(naam="Kabbelbeek")
    monkeypatch.setattr(index, "RUSTIG", "false")
    assert gevonden("kabbelbeek", lezer) == ["Kabbelbeek"]
    assert index.lees_stand().achter
    monkeypatch.setattr(index, "RUSTIG", "true")
    assert gevonden("kabbelbeek", lezer) == ["Kabbelbeek"]
    assert not index.lees_stand().achter


def test_when_following_fails_the_index_stays_as_it_was(lezer: Gebruiker, monkeypatch: pytest.MonkeyPatch) -> None:
    maak_verband(naam="Kabbelbeek")
    index.volg()
    maak_verband(naam="Ruisdal")

    def stuk(*_: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(index, "_schrijf", stuk)
    assert not index.volg()
    assert [treffer.regel.titel for treffer in zoek("kabbelbeek", gebruiker=lezer).treffers] == ["Kabbelbeek"]


def test_the_command_makes_it_all_again(lezer: Gebruiker, capsys: pytest.CaptureFixture[str]) -> None:
    maak_verband(naam="Kabbelbeek")
    index.volg()
    Zoekvermelding.objects.all().delete()
    Zoekwoord.objects.all().delete()
    assert gevonden("kabbelbeek", lezer) == []
    call_command("zoekindex")
    assert "1 stukken te vinden" in capsys.readouterr().out
    assert gevonden("kabbelbeek", lezer) == ["Kabbelbeek"]


def test_only_what_the_reader_may_see_is_found_or_counted(lezer: Gebruiker) -> None:
    verband = maak_verband(naam="Kabbelbeek")
    index.volg()
    Zoekregel.objects.filter(object_id=verband.pk).update(recht=Recht.BEHEREN.name.lower())
    uitslag = zoek("kabbelbeek", gebruiker=lezer)
    assert (uitslag.treffers, uitslag.per_soort) == ([], {})
    assert zoek("kabbelbeek", gebruiker=maak_gebruiker(Rol.BEHEERDER)).per_soort == {"verband": 1}
    assert zichtbaar(maak_gebruiker(Rol.BEHEERDER, is_active=False)) == []
    # A right on own partnerships only opens nothing here.
    assert "bewerken" not in zichtbaar(maak_gebruiker(Rol.ACCOUNTHOUDER))


@pytest.mark.parametrize("bron", register.zoekbronnen, ids=lambda bron: bron.sleutel)
def test_a_source_names_every_table_it_reads(bron: Zoekbron) -> None:
    """History of the models it names tells the index what changed: a table that is not named would be missed."""
    maak_verband()
    maak_moment(maak_verband())
    with CaptureQueriesContext(connection) as vragen:
        list(bron.lees(None))
        list(bron.lees([1]))
    gelezen = {tabel for vraag in vragen for tabel in re.findall(r'(?:FROM|JOIN) "(\w+)"', vraag["sql"])}
    genoemd = {model._meta.db_table for model in bron.modellen}
    assert gelezen - genoemd <= {"kennisbank_artikel", "samenwerkingswijzer_bestand"}, "these never change"
    for model, kolom in bron.modellen.items():
        assert issubclass(model, Gevolgd)
        assert model is Samenwerkingsverband if kolom == VAN_VERBAND else hasattr(model, kolom)


def test_sources_and_kinds_have_keys_of_their_own() -> None:
    bronnen = register.zoekbronnen
    assert len({bron.sleutel for bron in bronnen}) == len(bronnen)
    assert len(register.zoeksoorten) == sum(len(bron.soorten) for bron in bronnen)
