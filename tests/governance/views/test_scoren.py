"""Scoring by a participant: what stands on the screen, what is kept, and what happens when it is too late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from governance.handelingen import sessies
from governance.models import Gescoord, Sessie, Sessiestatus, Sessieverband
from governance.models.score import Score
from governance.sessie.lezen import eigen_score
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_belangrijkheid, maak_gebruiker, maak_gemeente
from tests.governance.sessie.opzet import STRAKS, Zaal, zaal
from tests.governance.sessie.scherm import adres, klant, lees
from verbanden.models import Klasse

pytestmark = pytest.mark.django_db
KEUZE = {"klasse": Klasse.BESTUURLIJK.value, "redenen": ["geld", "kansen"], "zin": "Kanarie in de kolenmijn"}


@pytest.fixture(autouse=True)
def _rand() -> Iterator[None]:
    maak_gemeente()
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def z() -> Zaal:
    return zaal().open()


def test_een_score_wordt_bewaard_en_de_volgende_komt(z: Zaal) -> None:
    wie = klant(z.raad[1])
    antwoord = wie.post(adres(z), KEUZE)
    assert (antwoord.status_code, antwoord["Location"]) == (302, adres(z, nummer=2))
    score = eigen_score(z.rijen[0], z.raad[1])
    assert score
    assert (score.klasse, score.redenen, score.zin) == (Klasse.BESTUURLIJK, ("geld", "kansen"), KEUZE["zin"])
    volgende = lees(wie.get(adres(z, nummer=2)))
    assert "Opgeslagen om 12.00 uur: uw score van verband 1." in volgende
    assert "Verband 2 van 2, u scoorde er 1" in volgende
    assert "Opgeslagen om 12.00 uur. U kunt uw score nog wijzigen." in lees(wie.get(adres(z)))
    assert "checked" in wie.get(adres(z)).content.decode()


def test_na_het_laatste_verband_komt_de_lijst(z: Zaal) -> None:
    wie = klant(z.college[0])
    assert wie.post(adres(z, nummer=2), KEUZE)["Location"] == adres(z)
    assert wie.post(adres(z), KEUZE)["Location"] == adres(z, "scoren")
    lijst = lees(wie.get(adres(z, "scoren")))
    assert "U bent klaar U scoorde alle 2 verbanden." in lijst
    assert lijst.count("Bestuurlijk belangrijk") == 2


def test_twee_keer_versturen_is_een_score_en_een_regel_in_het_logboek(z: Zaal) -> None:
    wie = klant(z.raad[1])
    for _ in range(3):
        assert wie.post(adres(z), KEUZE).status_code == 302
    assert (Score.objects.count(), Gescoord.objects.count()) == (1, 1)
    assert Gebeurtenis.objects.filter(wat="gescoord").count() == 1


def test_wijzigen_tot_het_sluiten(z: Zaal) -> None:
    wie = klant(z.raad[1])
    wie.post(adres(z), KEUZE)
    wie.post(adres(z), {"klasse": Klasse.AMBTELIJK.value})
    score = eigen_score(z.rijen[0], z.raad[1])
    assert score
    assert (score.klasse, score.redenen, score.zin) == (Klasse.AMBTELIJK, (), "")


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"klasse": ""}, "Kies een van de vier klassen."),
        ({"klasse": "verzonnen"}, "verzonnen"),
        ({"redenen": ["verzonnen"]}, "verzonnen"),
        ({"zin": "x" * 241}, "240"),
    ],
)
def test_een_fout_laat_staan_wat_u_invulde(z: Zaal, fout: dict[str, Any], melding: str) -> None:
    antwoord = klant(z.raad[1]).post(adres(z), KEUZE | fout)
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "Uw score is nog niet opgeslagen." in tekst
    assert melding in tekst
    assert str(fout.get("zin") or KEUZE["zin"]) in tekst
    assert Score.objects.count() == 0


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid.values)
def test_te_laat_is_niet_opgeslagen_en_blijft_leesbaar(openbaarheid: str) -> None:
    z = zaal(openbaarheid).open()
    z.scoor_allen([Klasse.POLITIEK_ZEER])
    z.sluit()
    antwoord = klant(z.raad[1]).post(adres(z), KEUZE)
    tekst = lees(antwoord)
    assert antwoord.status_code == 409
    assert "Niet opgeslagen: het scoren is gesloten." in tekst
    assert "Klasse Bestuurlijk belangrijk Redenen Grote kansen, Veel geld Uw zin Kanarie in de kolenmijn" in tekst
    oud = "Wat u om 12.00 uur opsloeg, telt: politiek zeer belangrijk."
    assert (oud in tekst) == (openbaarheid == "op_naam")
    assert "Kanarie" not in str(list(Score.objects.values_list("zin", flat=True)))


def test_sluiten_terwijl_de_score_onderweg_is(z: Zaal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page was read while scoring was open; the act itself then refuses."""
    echt = sessies.sluit

    def nu_sluiten(*_: Any, **__: Any) -> Any:
        monkeypatch.undo()
        echt(sessie=z.sessie, door=z.voorzitter, op=STRAKS)
        return NU

    monkeypatch.setattr("governance.views.scoren.nu", nu_sluiten)
    antwoord = klant(z.raad[1]).post(adres(z), KEUZE)
    assert antwoord.status_code == 409
    assert "Kanarie in de kolenmijn" in antwoord.content.decode()
    assert z.nu().status == Sessiestatus.BESPREKEN


def test_voor_het_openen_is_er_niets_te_scoren() -> None:
    z = zaal()
    wie = klant(z.raad[1])
    assert wie.get(adres(z)).status_code == 302
    assert "Het scoren is nog niet begonnen" in lees(wie.get(adres(z, "scoren")))
    antwoord = wie.post(adres(z), KEUZE)
    assert antwoord.status_code == 409
    assert "nog niet begonnen" in lees(antwoord)


def test_wie_niet_meedoet_scoort_niet(z: Zaal) -> None:
    sessies.verwijder_deelnemer(deelnemer=z.deelnemer(z.raad[3]), telt_mee=False, door=z.griffier, op=NU)
    for wie in (maak_gebruiker(Rol.RAADSLID), z.raad[3], z.griffier, maak_gebruiker(Rol.CONTROLLER)):
        client = klant(wie)
        paden = [adres(z), adres(z, "scoren"), adres(z, "scoren_stand")]
        assert [client.get(pad).status_code for pad in paden] == [403, 403, 403]
        assert client.post(adres(z), KEUZE).status_code == 403
    assert Score.objects.count() == 0


def test_een_verband_of_sessie_die_er_niet_is(z: Zaal) -> None:
    wie = klant(z.raad[1])
    for nummer in (0, 3, 99):
        assert wie.get(reverse("governance:scoor", args=[z.sessie.pk, nummer])).status_code == 404
        assert wie.post(reverse("governance:scoor", args=[z.sessie.pk, nummer]), KEUZE).status_code == 404
    assert wie.get(reverse("governance:scoren", args=[z.sessie.pk + 1])).status_code == 404


@pytest.mark.parametrize("toon", [True, False])
def test_vorig_besluit_en_voorstel_zoals_de_griffie_koos(toon: bool) -> None:
    z = zaal()
    rij = z.rij()
    maak_belangrijkheid(rij.verband, klasse=Klasse.AMBTELIJK, datum=date(2025, 6, 24), mandaat="Tot een ton.")
    waarden = {"voorstel_klasse": Klasse.POLITIEK, "voorstel_toelichting": "Er is veel geld mee gemoeid."}
    sessies.stel_voor(sessieverband=rij, waarden=waarden, versie=rij.versie, door=z.griffier, op=NU)
    keuze = {"toon_vorig": toon, "toon_voorstel": toon}
    z.sessie = sessies.wijzig(sessie=z.nu(), waarden=keuze, versie=z.nu().versie, door=z.griffier, op=NU)
    tekst = lees(klant(z.open().raad[1]).get(adres(z)))
    assert ("Vorig besluit" in tekst, "Tot een ton." in tekst) == (toon, toon)
    assert ("Voorstel" in tekst, "Er is veel geld mee gemoeid." in tekst) == (toon, toon)


@pytest.mark.parametrize(
    ("openbaarheid", "zin"),
    [("op_naam", "Deze sessie is op naam."), ("samengevat", "Deze sessie wordt samengevat.")],
)
def test_iedereen_leest_wat_anderen_zien(openbaarheid: str, zin: str) -> None:
    z = zaal(openbaarheid).open()
    for pad in (adres(z), adres(z, "scoren"), adres(z, "zaal")):
        assert zin in lees(klant(z.raad[1]).get(pad))


def test_de_stand_voor_deelnemers(z: Zaal) -> None:
    z.scoor(z.raad[0], nummer=0)
    z.scoor(z.raad[0], nummer=1)
    wie = klant(z.raad[1])
    antwoord = wie.get(adres(z, "scoren_stand"))
    assert "1 van 7 raadsleden en 0 van 4 collegeleden zijn klaar." in lees(antwoord)
    assert wie.get(adres(z, "scoren_stand"), headers={"If-None-Match": antwoord["ETag"]}).status_code == 304
    z.sluit()
    daarna = wie.get(adres(z, "scoren_stand"), headers={"If-None-Match": antwoord["ETag"]})
    assert "Het scoren is gesloten" in lees(daarna)
    assert "hx-get" not in daarna.content.decode()


def test_in_het_verleden_scoort_niemand(z: Zaal) -> None:
    vraag = f"?peildatum={NU.date()}"
    with time_machine.travel(NU + timedelta(days=2)):
        wie = klant(z.raad[1])
        namen = ("scoren", "scoren_stand", "scoor")
        assert [wie.get(adres(z, naam) + vraag).status_code for naam in namen] == [403] * 3
        assert wie.post(adres(z) + vraag, KEUZE).status_code == 403
    assert Score.objects.count() == 0


def test_na_een_onderbreking_gaat_het_verder_waar_het_was(z: Zaal) -> None:
    """Another browser of the same person: what was kept stands there, and the list says where to go on."""
    klant(z.raad[1]).post(adres(z), KEUZE)
    opnieuw = klant(z.raad[1])
    lijst = opnieuw.get(adres(z, "scoren")).content.decode()
    assert "Ga verder met verband 2" in lijst
    assert re.search(r'value="bestuurlijk_belangrijk" checked', opnieuw.get(adres(z)).content.decode())


def _met_rijen(aantal: int) -> Zaal:
    z = zaal(verbanden=aantal).open()
    for nummer in range(len(z.rijen)):
        z.scoor(z.raad[1], nummer=nummer)
        z.scoor(z.raad[2], nummer=nummer)
    return z


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_vragen_aan_de_database(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    z = _met_rijen(aantal)
    assert Sessieverband.objects.count() == aantal
    wie = klant(z.raad[1])
    wie.get(adres(z))
    with django_assert_num_queries(15):
        wie.get(adres(z, nummer=aantal))
    with django_assert_num_queries(13):
        wie.get(adres(z, "scoren"))
    with django_assert_num_queries(6):
        merk = wie.get(adres(z, "scoren_stand"))["ETag"]
    with django_assert_num_queries(6):
        assert wie.get(adres(z, "scoren_stand"), headers={"If-None-Match": merk}).status_code == 304
    with django_assert_num_queries(25):
        assert wie.post(adres(z, nummer=1), KEUZE).status_code == 302
