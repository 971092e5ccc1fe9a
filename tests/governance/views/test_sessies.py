"""The griffie around a session: all sessions, a new one, and its way to being open, as a browser sends it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from governance.handelingen import sessies
from governance.handelingen.relevantie import vul_in
from governance.instrumenten import laad_eigen_invulling
from governance.models import Keuzevraagstuk, Sessie, Sessiedeelnemer, Sessiestatus, Sessieverband
from governance.relevantie import geldende_handreiking
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_gebruiker,
    maak_gemeente,
    maak_verband,
)
from tests.governance.sessie.opzet import Zaal, zaal
from tests.governance.sessie.scherm import klant, lees
from tests.verbanden.views.hulp import fouten
from verbanden.models import Klasse, Samenwerkingsverband

pytestmark = pytest.mark.django_db
S = Sessiestatus


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=1))
        yield


def pad(z: Zaal, deel: str = "") -> str:
    return f"/belangrijkheid/{z.sessie.pk}/{deel}"


def stuur(client: Client, adres: str, **velden: Any) -> Any:
    return client.post(adres, velden)


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


def test_van_niets_naar_open_met_alleen_formulieren(griffier: Gebruiker) -> None:
    client, verband = klant(griffier), maak_verband(NU, naam="Jeugdkring")
    raad = [maak_gebruiker(Rol.RAADSLID, fractie="A") for _ in range(3)]
    begonnen = stuur(client, "/belangrijkheid/nieuw/", jaar="2026", datum="30-6-2026", vergadering="Raad")
    sessie = Sessie.objects.get()
    thuis = f"/belangrijkheid/{sessie.pk}/"
    assert (begonnen.status_code, begonnen.url) == (302, thuis)
    assert "nog te kiezen" in lees(client.get(thuis))
    assert fouten(stuur(client, f"{thuis}openen/", versie=str(sessie.versie))) == [
        "Kies of de scores op naam staan of worden samengevat.",
        "Wijs een voorzitter aan.",
        "Zet ten minste één verband in de sessie.",
        "Voeg deelnemers toe.",
    ]
    velden = {"datum": "30-6-2026", "vergadering": "Raad", "openbaarheid": "samengevat", "toon_vorig": "on"}
    assert stuur(client, f"{thuis}wijzigen/", versie=str(sessie.versie), **velden).status_code == 302
    assert stuur(client, f"{thuis}verbanden/", verband=[str(verband.pk)]).status_code == 302
    assert stuur(client, f"{thuis}deelnemers/", gebruiker=[str(een.pk) for een in raad]).status_code == 302
    assert stuur(client, f"{thuis}voorzitter/", voorzitter=str(raad[0].pk)).status_code == 302
    woorden = lees(client.get(f"{thuis}openen/"))
    assert "3 deelnemers kunnen dan scoren over 1 verband." in woorden
    assert "Scores samengevat. Na het sluiten blijven alleen aantallen over" in woorden
    assert "de klasse van vorig jaar is te zien, het voorstel is verborgen" in woorden.lower()
    sessie.refresh_from_db()
    assert stuur(client, f"{thuis}openen/", versie=str(sessie.versie)).status_code == 302
    sessie.refresh_from_db()
    assert (sessie.status, sessie.openbaarheid, sessie.toon_voorstel) == (S.SCOREN, "samengevat", False)


def test_openen_gaat_over_wat_op_de_bladzijde_stond() -> None:
    z = zaal()
    client, versie = klant(z.griffier), z.sessie.versie
    sessies.wijzig(sessie=z.sessie, waarden={"toon_vorig": False}, versie=versie, door=z.tweede, op=NU)
    antwoord = stuur(client, pad(z, "openen/"), versie=str(versie))
    assert antwoord.status_code == 422
    assert fouten(antwoord) == ["De sessie is intussen gewijzigd. Kijk haar na en open haar dan."]
    assert z.nu().status == S.VOORBEREIDING


def test_een_oude_versie_van_de_afspraken_toont_beide() -> None:
    z = zaal()
    client, versie = klant(z.griffier), z.sessie.versie
    sessies.wijzig(sessie=z.sessie, waarden={"vergadering": "Andere raad"}, versie=versie, door=z.tweede, op=NU)
    antwoord = stuur(
        client,
        pad(z, "wijzigen/"),
        versie=str(versie),
        datum="1-6-2026",
        vergadering="Mijn raad",
        openbaarheid="op_naam",
    )
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Andere raad" in inhoud
    assert 'value="Mijn raad"' in inhoud
    assert z.nu().vergadering == "Andere raad"


def test_alleen_wat_iemand_zelf_aan_of_uit_zette_verandert() -> None:
    z = zaal()
    erbij, tussendoor = maak_verband(), maak_verband()
    sessies.voeg_verbanden_toe(sessie=z.sessie, verbanden=[tussendoor], door=z.tweede, op=NU)
    was = [str(rij.verband_id) for rij in z.rijen]
    stuur(klant(z.griffier), pad(z, "verbanden/"), was=was, verband=[was[0], str(erbij.pk)])
    erin = set(Sessieverband.objects.filter(sessie=z.sessie).values_list("verband_id", flat=True))
    assert erin == {z.rijen[0].verband_id, erbij.pk, tussendoor.pk}


def vul(verband: Samenwerkingsverband, **antwoorden: str) -> None:
    """An account holder fills in the handreiking: everything heavy, unless said otherwise."""
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(verband, houder)
    handreiking = geldende_handreiking()
    assert handreiking
    zwaar = {vraag.id: max(vraag.opties, key=lambda optie: optie.politiek).id for vraag in handreiking.vragen}
    vraagstukken = [{"vraag": "Wat gaat voor?", "mogelijkheden": ["Dit", "Dat"]}]
    vul_in(
        verband=verband, jaar=2026, versie=None, antwoorden=antwoorden or zwaar, vraagstukken=vraagstukken,
        toelichting="Omdat het zo is.", door=houder, op=NU,
    )  # fmt: skip


def test_een_voorstel_komt_met_een_klik_uit_de_handreiking() -> None:
    laad_eigen_invulling(NU)
    z = zaal()
    client = klant(z.griffier)
    vul(z.rijen[0].verband)
    bladzijde = client.get(pad(z, "verbanden/")).content.decode()
    assert bladzijde.count("Neem over<") == 1
    assert "Neem alle" not in bladzijde
    assert stuur(client, pad(z, "voorstellen/"), rij=str(z.rijen[0].pk)).status_code == 302
    rij = z.rij()
    assert (rij.voorstel_klasse, rij.voorstel_toelichting) == (Klasse.POLITIEK_ZEER, "Omdat het zo is.")
    vraagstuk = Keuzevraagstuk.objects.get(sessieverband=rij)
    assert (vraagstuk.vraag, vraagstuk.mogelijkheden) == ("Wat gaat voor?", ["Dit", "Dat"])
    assert "overgenomen" in lees(client.get(pad(z, "verbanden/")))


def test_alle_voorstellen_in_een_keer_behalve_wat_te_weinig_antwoorden_heeft() -> None:
    laad_eigen_invulling(NU)
    z = zaal(verbanden=3)
    for rij in z.rijen[:2]:
        vul(rij.verband)
    vul(z.rijen[2].verband, geld="klein")
    client = klant(z.griffier)
    assert "Neem alle 2 over" in client.get(pad(z, "verbanden/")).content.decode()
    assert "te weinig vragen beantwoord" in lees(client.get(pad(z, "verbanden/")))
    assert stuur(client, pad(z, "voorstellen/")).status_code == 302
    assert [z.rij(nummer).voorstel_klasse for nummer in range(3)] == [Klasse.POLITIEK_ZEER, Klasse.POLITIEK_ZEER, ""]


def test_na_het_openen_wordt_niets_meer_voorbereid() -> None:
    z = zaal().open()
    client = klant(z.griffier)
    adressen = {"verbanden/": {"verband": "1"}, "voorstellen/": {}, "openen/": {}}
    for deel, velden in adressen.items():
        assert stuur(client, pad(z, deel), **velden).status_code == 422
    assert "Neem over" not in client.get(pad(z, "verbanden/")).content.decode()


@pytest.mark.parametrize(("keuze", "telt_mee"), [("ja", True), ("nee", False)])
def test_wie_weggaat_gaat_met_een_keuze_in_het_logboek(keuze: str, telt_mee: bool) -> None:
    z = zaal().open()
    weg = z.deelnemer(z.raad[3])
    client, adres = klant(z.griffier), pad(z, f"deelnemers/{weg.pk}/verwijderen/")
    assert fouten(stuur(client, adres)) == ["Tellen de scores van deze deelnemer mee?: Kies of de scores meetellen."]
    assert stuur(client, adres, telt_mee=keuze).status_code == 302
    rij = Sessiedeelnemer.objects.get(pk=weg.pk)
    assert (rij.verwijderd_op is not None, rij.telt_mee) == (True, telt_mee)
    assert Gebeurtenis.objects.latest("id").details["telt_mee"] is telt_mee
    woorden = lees(client.get(pad(z, "deelnemers/")))
    assert f"scores tellen {'' if telt_mee else 'niet '}mee" in woorden


def test_na_samenvatten_kan_een_score_er_niet_meer_uit() -> None:
    z = zaal().tot(S.BESPREKEN)
    weg = z.deelnemer(z.raad[3])
    adres = pad(z, f"deelnemers/{weg.pk}/verwijderen/")
    client = klant(z.griffier)
    assert "De scores zijn al samengevat." in lees(client.get(adres))
    assert stuur(client, adres, telt_mee="nee").status_code == 422
    assert stuur(client, adres, telt_mee="ja").status_code == 302


def test_de_voorzitter_gaat_niet_weg_voor_er_een_ander_is() -> None:
    z = zaal().open()
    client = klant(z.griffier)
    adres = pad(z, f"deelnemers/{z.deelnemer(z.voorzitter).pk}/verwijderen/")
    assert "Wijs eerst een andere voorzitter aan." in fouten(stuur(client, adres, telt_mee="ja"))[0]
    assert stuur(client, pad(z, "voorzitter/"), voorzitter=str(z.raad[1].pk)).status_code == 302
    assert stuur(client, adres, telt_mee="ja").status_code == 302


def test_een_lezer_ziet_de_sessie_en_geen_knop() -> None:
    z = zaal()
    inhoud = klant(maak_gebruiker(Rol.RAADSLID)).get(pad(z)).content.decode()
    assert "Sessie 2026 over belangrijkheid" in inhoud
    assert "wijzigen/" not in inhoud
    assert "openen/" not in inhoud


def test_wie_van_klasse_veranderde_en_waarom() -> None:
    op, neer = maak_verband(NU, naam="Op"), maak_verband(NU, naam="Neer")
    maak_belangrijkheid(op, Klasse.BESTUURLIJK, datum=VANDAAG.replace(year=2024), redenen=["kansen"])
    maak_belangrijkheid(op, Klasse.POLITIEK, datum=VANDAAG.replace(year=2025), redenen=["geld"])
    maak_belangrijkheid(neer, Klasse.POLITIEK, datum=VANDAAG.replace(year=2024))
    maak_belangrijkheid(neer, Klasse.AMBTELIJK, datum=VANDAAG)
    maak_belangrijkheid(neer, Klasse.POLITIEK_ZEER, datum=VANDAAG + timedelta(days=1))
    woorden = lees(klant(maak_gebruiker()).get("/belangrijkheid/"))
    assert "Van de 2 verbanden met een klasse: 1 politiek belangrijk en 1 ambtelijk belangrijk." in woorden
    assert "Op 20 mei 2025 Omhoog van Bestuurlijk belangrijk naar Politiek belangrijk Erbij: veel geld." in woorden
    assert "Neer 20 mei 2026 Omlaag van Politiek belangrijk naar Ambtelijk belangrijk" in woorden
    assert "Op Bestuurlijk belangrijk Politiek belangrijk omhoog Politiek belangrijk" in woorden
    toen = lees(klant(maak_gebruiker()).get("/belangrijkheid/?peildatum=2026-05-19"))
    assert "Omlaag" not in toen


def test_een_verschuiving_noemt_de_reden_van_de_sessie() -> None:
    z = zaal(verbanden=1)
    maak_belangrijkheid(z.rijen[0].verband, Klasse.AMBTELIJK, datum=VANDAAG.replace(year=2025))
    z.tot(S.BESPREKEN).besluit(reden="De raad wil er meer van weten.").stel_vast()
    antwoord = klant(maak_gebruiker()).get("/belangrijkheid/")
    assert "De raad wil er meer van weten." in lees(antwoord)
    assert f'href="{pad(z)}">20 mei 2026</a>' in antwoord.content.decode()


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_voor_meer_verbanden(aantal: int) -> None:
    z = zaal(verbanden=aantal)
    for rij in z.rijen:
        maak_belangrijkheid(rij.verband, Klasse.POLITIEK, datum=VANDAAG.replace(year=2025))
    client = klant(z.griffier)
    client.get("/belangrijkheid/")
    vragen = {
        "/belangrijkheid/": 7,
        pad(z): 13,
        pad(z, "verbanden/"): 14,
        pad(z, "deelnemers/"): 14,
        pad(z, "openen/"): 13,
    }
    gedaan = {}
    for adres in vragen:
        with CaptureQueriesContext(connection) as geteld:
            assert client.get(adres).status_code == 200
        gedaan[adres] = len(geteld)
    assert gedaan == vragen


@pytest.mark.parametrize(("toon_vorig", "toon_voorstel"), [(True, False), (False, True), (False, False)])
def test_wat_verborgen_is_staat_pas_na_het_sluiten_op_de_sessie(toon_vorig: bool, toon_voorstel: bool) -> None:
    z = zaal()
    waarden = {"toon_vorig": toon_vorig, "toon_voorstel": toon_voorstel}
    z.sessie = sessies.wijzig(sessie=z.sessie, waarden=waarden, versie=z.sessie.versie, door=z.griffier, op=NU)
    z.open()
    koppen = {"Vorig besluit": toon_vorig, "Voorstel": toon_voorstel}
    for wie, verwacht in ((z.raad[1], koppen), (z.griffier, dict.fromkeys(koppen, True))):
        inhoud = klant(wie).get(pad(z)).content.decode()
        assert {kop: f'scope="col">{kop}</th>' in inhoud for kop in koppen} == verwacht
    z.sluit()
    inhoud = klant(z.raad[1]).get(pad(z)).content.decode()
    assert {kop: f'scope="col">{kop}</th>' in inhoud for kop in koppen} == dict.fromkeys(koppen, True)


def test_wat_nog_niet_is_vastgesteld_ziet_alleen_wie_meekijkt() -> None:
    z = zaal().tot(Sessiestatus.BESPREKEN).besluit()
    gezien = {rol: 'scope="col">Besluit</th>' in klant(maak_gebruiker(rol)).get(pad(z)).content.decode() for rol in Rol}
    assert {rol for rol, ziet in gezien.items() if ziet} == {Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE}


def test_de_griffie_breekt_af_met_een_reden() -> None:
    z = zaal().open()
    client = klant(z.griffier)
    assert "De scores van personen worden vernietigd." in lees(client.get(pad(z, "afbreken/")))
    leeg = client.post(pad(z, "afbreken/"), {"waarom": ""})
    assert (leeg.status_code, z.nu().status) == (422, Sessiestatus.SCOREN)
    assert client.post(pad(z, "afbreken/"), {"waarom": "Verzet naar 6 juli."}).status_code == 302
    woorden = lees(client.get(pad(z)))
    assert "Deze sessie is afgebroken op 20 mei 2026." in woorden
    assert "Verzet naar 6 juli." in woorden
    assert client.get(pad(z, "afbreken/")).status_code == 302
    assert client.post(pad(z, "afbreken/"), {"waarom": "Nog eens."}).status_code == 422
    zaal_ = klant(z.raad[1]).get(pad(z, "zaal/"))
    assert "Deze sessie is afgebroken." in lees(zaal_)
    assert "hx-get" not in zaal_.content.decode()
