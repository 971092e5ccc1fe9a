"""The pages of zienswijzen as people use them: reading, every form, conflicts, the past, and hostile input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from governance.models import AndereZienswijze, Zienswijze, Zienswijzepunt
from governance.zienswijze import lezen
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_gemeente, maak_organisatie, maak_verband
from tests.governance.sessie.scherm import klant, lees
from tests.governance.zienswijze.opzet import S, maak_andere, maak_punt, maak_raadsvraag, maak_zienswijze, naar
from tests.verbanden.views.hulp import fouten, velden
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
VROEGER = NU - timedelta(days=40)


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=90))
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(VROEGER, naam="Jeugdkring", slug="jeugdkring", wgr_hoofdstuk="I")


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


@pytest.fixture
def raadslid() -> Client:
    return klant(maak_gebruiker())


def pad(rij: Zienswijze, deel: str = "") -> str:
    return f"/zienswijzen/{rij.pk}/{deel}"


def stuur(client: Client, adres: str, **anders: Any) -> Any:
    """Open a form, fill in what is given, and send it as a browser would."""
    return client.post(adres, {**velden(client.get(adres)), **{naam: [w] for naam, w in anders.items()}})


def test_from_draft_to_judgement_with_forms_only(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    houder = maak_accounthouder(verband)
    client, accounthouder = klant(griffier), klant(houder)
    begonnen = stuur(
        client, "/verbanden/jeugdkring/zienswijzen/nieuw/", stuk="begroting", jaar="2027", ontvangen_op="13-4-2026",
        gevraagd_voor="26-6-2026", vergadering="9-7-2026", ontwerp_url="https://stuk.example/",
    )  # fmt: skip
    rij = Zienswijze.objects.get()
    assert (begonnen.status_code, begonnen.url) == (302, pad(rij))
    woorden = lees(client.get(pad(rij)))
    assert "Nu aan zet: de accounthouder of het college Uiterlijk 26 juni 2026" in woorden
    assert "13 april 2026 Ontwerp ontvangen + 12 weken Wgr, art. 35 lid 3 6 juli 2026 Wettelijk tot en met" in woorden
    assert "Nog niet ingevuld. Zonder deze alinea kan het stuk niet naar de raad." in woorden
    stap = f"{pad(rij)}stap/"
    advies = {"adviestekst": "Doe het", "lokale_betekenis": "Het kost ons geld."}
    assert stuur(accounthouder, f"{stap}advies/", **advies).status_code == 302
    punt = {"vraag": "Spreid de stijging.", "waarom": "Anders moet iets anders weg."}
    assert stuur(accounthouder, f"{pad(rij)}punten/nieuw/", **punt).status_code == 302
    assert stuur(client, f"{stap}raadstekst/", raadstekst="De raad vraagt:\n\n- **spreiding**").status_code == 302
    assert "<li><strong>spreiding</strong></li>" in client.get(pad(rij)).content.decode()
    assert stuur(client, f"{stap}vastgesteld/", stemming="21 voor en 4 tegen").status_code == 302
    assert stuur(client, f"{stap}verzonden/").status_code == 302
    nummer = Zienswijzepunt.objects.get().pk
    antwoord = {"antwoord": "Wij spreiden deels.", f"antwoord-{nummer}": "Deels, over twee jaar."}
    assert stuur(accounthouder, f"{stap}antwoord/", **antwoord).status_code == 302
    oordeel = {f"oordeel-{nummer}": "deels", f"toelichting-{nummer}": "Een begin."}
    assert stuur(client, f"{stap}oordeel/", **oordeel).status_code == 302
    woorden = lees(client.get(pad(rij)))
    assert "Klaar op 20 mei 2026 De raad vroeg 1 ding: 1 deels." in woorden
    assert "Deels overgenomen Een begin." in woorden
    assert "raad, 21 voor en 4 tegen" in woorden
    jaren = lees(client.get("/verbanden/jeugdkring/zienswijzen/"))
    assert "2026: de raad vroeg 1 ding: 1 deels" in jaren
    assert "Jeugdkring 2026 1 De raad vroeg 1 ding: 1 deels" in lees(client.get("/zienswijzen/"))


def test_the_portfolio_sorts_what_runs_and_what_waits(verband: Samenwerkingsverband, raadslid: Client) -> None:
    maak_zienswijze(verband, aanduiding="loopt")
    maak_zienswijze(verband, S.VERZONDEN, aanduiding="wacht", vergadering=date(2026, 5, 7))
    maak_zienswijze(verband, S.BEANTWOORD, aanduiding="beantwoord")
    maak_zienswijze(verband, S.GEEN, aanduiding="bewust")
    maak_raadsvraag(verband)
    woorden = lees(raadslid.get("/zienswijzen/"))
    loopt, rest = woorden.split("Wacht op antwoord of op ons oordeel")
    wacht, gekomen = rest.split("Wat vroegen wij en wat kwam ervan")
    assert "begroting 2027, loopt" in loopt
    assert "raadsvragen (1 open)" in loopt
    assert "begroting 2027, wacht 6 mei 2026 Antwoord uiterlijk 7 mei 2026 13 dagen te laat" in wacht
    assert "begroting 2027, beantwoord 6 mei 2026 Beantwoord op 12 mei 2026, nog te beoordelen" in wacht
    assert "1 keer gaf de raad er bewust geen" in gekomen


def test_no_zienswijze_is_a_decision_too(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij, client = maak_zienswijze(verband, S.ADVIES), klant(griffier)
    leeg = stuur(client, f"{pad(rij)}stap/geen/")
    assert leeg.status_code == 422
    assert fouten(leeg) == ["Waarom geen zienswijze: Dit veld is verplicht."] or "verplicht" in fouten(leeg)[0]
    assert stuur(client, f"{pad(rij)}stap/geen/", geen_reden="De raad is tevreden.").status_code == 302
    woorden = lees(client.get(pad(rij)))
    assert "Klaar op 20 mei 2026 De raad gaf geen zienswijze." in woorden
    assert "Waarom geen zienswijze De raad is tevreden." in woorden
    assert "3 Geen zienswijze" in woorden


def test_an_error_keeps_what_was_typed(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij = maak_zienswijze(verband, S.VERZONDEN, punten=1)
    nummer = Zienswijzepunt.objects.get().pk
    antwoord = stuur(
        klant(griffier), f"{pad(rij)}stap/antwoord/", antwoord_op="31-2-2026", antwoord="mijn antwoord",
        **{f"antwoord-{nummer}": "per punt"},
    )  # fmt: skip
    assert antwoord.status_code == 422
    getypt = velden(antwoord)
    assert getypt["antwoord_op"] == ["31-2-2026"]
    assert (getypt["antwoord"], getypt[f"antwoord-{nummer}"]) == (["mijn antwoord"], ["per punt"])
    te_vroeg = stuur(klant(griffier), f"{pad(rij)}stap/antwoord/", antwoord_op="1-5-2026", antwoord="x")
    assert te_vroeg.status_code == 422
    assert "Deze dag ligt voor een eerdere stap. Kijk de dagen na." in fouten(te_vroeg)


def test_somebody_else_was_first(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij, client, tweede = maak_zienswijze(verband), klant(griffier), klant(maak_gebruiker(Rol.GRIFFIE))
    adres = f"{pad(rij)}stap/ontwerp/"
    oud = velden(client.get(adres))
    anders = {"gevraagd_voor": "26-6-2026", "vergadering": "9-7-2026", "reden_wijziging": "brief"}
    assert stuur(tweede, adres, **anders).status_code == 302
    mijn = {**oud, "gevraagd_voor": ["1-6-2026"], "ontwerp_url": ["https://stuk.example/"]}
    zonder = client.post(adres, mijn)
    assert zonder.status_code == 409
    assert "Iemand anders veranderde dit intussen" in lees(zonder)  # nothing says why yet: the form asks that first
    antwoord = client.post(adres, {**mijn, "reden_wijziging": ["ook"]})
    assert antwoord.status_code == 409
    woorden = lees(antwoord)
    assert "26 juni 2026" in woorden
    assert "1 juni 2026" in woorden
    kiezen = velden(antwoord)
    assert client.post(adres, kiezen).status_code == 422
    opnieuw = client.post(adres, {**kiezen, "keuze-gevraagd_voor": ["mij"]})
    assert (opnieuw.status_code, opnieuw.headers["Location"]) == (302, pad(rij))
    bewaard = Zienswijze.objects.get()
    # My choice, what only the other changed, and what only I changed.
    assert (bewaard.gevraagd_voor, bewaard.vergadering) == (date(2026, 6, 1), date(2026, 7, 9))
    assert bewaard.ontwerp_url == "https://stuk.example/"


def test_two_people_change_a_point(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij = maak_zienswijze(verband, punten=1)
    client, punt = klant(griffier), Zienswijzepunt.objects.get()
    andere = maak_andere(rij, maak_organisatie(naam="Rivierstad"))
    for adres, veld, ander in (
        (f"{pad(rij)}punten/{punt.pk}/", "vraag", "waarom"),
        (f"{pad(rij)}andere/{andere.pk}/", "kort", "bron"),
    ):
        oud = velden(client.get(adres))
        assert stuur(client, adres, **{veld: "Eerste", ander: "Van de eerste"}).status_code == 302
        antwoord = client.post(adres, {**oud, veld: ["Tweede"]})
        assert antwoord.status_code == 409
        klaar = client.post(adres, {**velden(antwoord), f"keuze-{veld}": ["beide"], f"tekst-{veld}": ["Samen"]})
        assert klaar.status_code == 302
    punt.refresh_from_db()
    andere.refresh_from_db()
    assert (punt.vraag, punt.waarom) == ("Samen", "Van de eerste")
    assert (andere.kort, andere.bron) == ("Samen", "Van de eerste")


def test_a_point_is_changed_and_taken_away(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij, client = maak_zienswijze(verband, punten=1), klant(griffier)
    punt = Zienswijzepunt.objects.get()
    adres = f"{pad(rij)}punten/{punt.pk}/"
    assert stuur(client, adres, vraag="Anders").status_code == 302
    assert Zienswijzepunt.objects.get().vraag == "Anders"
    assert client.post(adres, {"versie": "1", "actie": "verwijder"}).status_code == 409
    assert client.post(adres, {"versie": "2", "actie": "verwijder"}).status_code == 302
    assert not Zienswijzepunt.objects.exists()
    maak_punt(rij)
    for status in (S.ADVIES, S.RAADSTEKST, S.VASTGESTELD):
        naar(rij, status)
    vast = Zienswijzepunt.objects.get()
    adres = f"{pad(rij)}punten/{vast.pk}/"
    assert client.get(adres).status_code == 302
    antwoord = client.post(adres, {"versie": "1", "vraag": "A", "waarom": "B"})
    assert fouten(antwoord) == ["De raad heeft al besloten. Wat de raad vraagt, verandert niet meer."]
    weg = client.post(adres, {"versie": "1", "actie": "verwijder"})
    assert fouten(weg) == ["De raad heeft al besloten. Wat de raad vraagt, verandert niet meer."]
    assert client.get(f"{pad(maak_zienswijze(verband, jaar=2026))}punten/{vast.pk}/").status_code == 404


def test_what_another_council_says(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij, client, buur = maak_zienswijze(verband), klant(griffier), maak_organisatie(naam="Gemeente Buurdorp")
    nieuw = f"{pad(rij)}andere/nieuw/"
    assert "Wie: Kies een organisatie." in fouten(client.post(nieuw))
    vast = {"kort": "Wil het ook.", "bron": "hun besluit", "url": "https://buur.example/"}
    assert stuur(client, nieuw, organisatie=str(buur.pk), **vast).status_code == 302
    assert "Gemeente Buurdorp: Wil het ook. Bron: hun besluit." in lees(client.get(pad(rij)))
    andere = AndereZienswijze.objects.get()
    assert stuur(client, f"{pad(rij)}andere/{andere.pk}/", kort="Toch niet.").status_code == 302
    assert client.post(f"{pad(rij)}andere/{andere.pk}/", {"versie": "2", "actie": "verwijder"}).status_code == 302
    assert "is niet bekend" in lees(client.get(pad(rij)))


def test_on_an_earlier_day_it_is_as_it_was(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij = maak_zienswijze(verband, S.RAADSTEKST, punten=1, op=VROEGER)
    for status in (S.VASTGESTELD, S.VERZONDEN, S.BEANTWOORD):
        naar(rij, status)
    maak_andere(rij, maak_organisatie())
    client, dag = klant(griffier), f"?peildatum={VROEGER.date()}"
    woorden = lees(client.get(pad(rij) + dag))
    assert "Nu aan zet: de raad" in woorden
    assert "Wat u nu kunt doen" not in woorden
    assert "Klopt er iets niet?" not in woorden
    assert "verzonnen bron" not in woorden
    assert client.get(f"{pad(rij)}stap/antwoord/").status_code == 403
    assert client.get(f"/zienswijzen/{rij.pk}/?peildatum={VROEGER.date() - timedelta(days=1)}").status_code == 404
    for adres in ("/zienswijzen/", "/verbanden/jeugdkring/zienswijzen/", f"{pad(rij)}zienswijze.pdf"):
        assert client.get(f"{adres}{dag}").status_code == 200


def test_the_dashboard_tells_and_links(verband: Samenwerkingsverband, raadslid: Client) -> None:
    assert "Zienswijze op de begroting 2027 Aan zet" not in lees(raadslid.get("/verbanden/jeugdkring/"))
    rij = maak_zienswijze(verband)
    maak_raadsvraag(verband, op=VROEGER)
    antwoord = raadslid.get("/verbanden/jeugdkring/")
    assert "Zienswijze op de begroting 2027 Aan zet: de accounthouder of het college, uiterlijk 6 juli 2026." in lees(
        antwoord
    )
    assert "1 open raadsvraag, waarvan 1 over tijd" in lees(antwoord)
    assert f'href="{pad(rij)}"' in antwoord.content.decode()
    assert "Stel een vraag" in lees(antwoord)
    assert "Stel een vraag" not in lees(klant(maak_gebruiker(Rol.COLLEGE)).get("/verbanden/jeugdkring/"))


def test_the_history_of_the_partnership_knows_points_too(verband: Samenwerkingsverband, raadslid: Client) -> None:
    rij = maak_zienswijze(verband, punten=1)
    maak_andere(rij, maak_organisatie())
    maak_raadsvraag(verband)
    maak_punt(maak_zienswijze(maak_verband()), vraag="van een ander verband")
    woorden = lees(raadslid.get("/verbanden/jeugdkring/geschiedenis/"))
    for deel in (
        "Zienswijze: Begroting",
        "Punt van een zienswijze",
        "verzonnen vraag 1",
        "Raadsvraag: verzonnen onderwerp",
    ):
        assert deel in woorden
    assert "van een ander verband" not in woorden


def test_the_sheet_is_an_accessible_pdf(verband: Samenwerkingsverband, raadslid: Client, tmp_path: Path) -> None:
    rij = maak_zienswijze(verband, S.BEOORDEELD, punten=2)
    antwoord = raadslid.get(f"{pad(rij)}zienswijze.pdf")
    assert antwoord["Content-Type"] == "application/pdf"
    lezer = PdfReader(BytesIO(antwoord.content))
    tekst = " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())
    assert "Zienswijze op de begroting 2027" in tekst
    assert "verzonnen vraag 2" in tekst
    assert "6 juli 2026" in tekst
    wortel: Any = lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/Lang"] == "nl"
    bestand = tmp_path / "zienswijze.pdf"
    bestand.write_bytes(antwoord.content)
    uitslag = outloud.check(str(bestand))
    assert [vondst for vondst in uitslag.findings if str(vondst.severity).lower().endswith("error")] == []


HOSTIEL = ["", "x", "-1", "99999999999999999999", "\u202e😀", "2026-02-30", "<script>", "0" * 5000, "NaN", "'"]


@pytest.mark.parametrize("waarde", HOSTIEL)
def test_hostile_input_never_breaks_a_form(waarde: str, verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    client, houder = klant(griffier), klant(maak_accounthouder(verband))
    loopt, gegeven = maak_zienswijze(verband, punten=1), maak_zienswijze(verband, S.VERZONDEN, jaar=2026, punten=1)
    punt = Zienswijzepunt.objects.get(zienswijze=loopt)
    andere = maak_andere(loopt, maak_organisatie())
    adressen = [
        "/verbanden/jeugdkring/zienswijzen/nieuw/",
        *(f"{pad(loopt)}stap/{stap}/" for stap in ("ontwerp", "advies", "raadstekst", "geen", "verzonden")),
        *(f"{pad(gegeven)}stap/{stap}/" for stap in ("antwoord", "oordeel", "vastgesteld")),
        f"{pad(loopt)}punten/nieuw/",
        f"{pad(loopt)}punten/{punt.pk}/",
        f"{pad(loopt)}andere/nieuw/",
        f"{pad(loopt)}andere/{andere.pk}/",
    ]
    for adres in adressen:
        for wie in (client, houder):
            open_ = wie.get(adres)
            namen = velden(open_) if open_.status_code == 200 else {"versie": ["1"]}
            antwoord = wie.post(adres, dict.fromkeys([*namen, "versie", "actie", "status", "verband"], waarde))
            assert antwoord.status_code in (302, 403, 409, 422), adres
            assert "<script>" not in antwoord.content.decode().replace('<script src="', "").replace("<script defer", "")
    assert {rij.status for rij in Zienswijze.objects.filter(jaar__in=[2026])} == {"verzonden"}


@pytest.mark.parametrize("adres", ["stap/bestaat-niet/", "punten/999999/", "andere/999999/"])
def test_what_is_not_there(adres: str, verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij = maak_zienswijze(verband)
    assert klant(griffier).get(pad(rij) + adres).status_code == 404
    assert klant(griffier).get("/zienswijzen/999999/").status_code == 404
    assert klant(griffier).get("/zienswijzen/99999999999999999999/").status_code in (404, 400)


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_the_number_of_queries_does_not_grow(
    aantal: int, raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(aantal):
        maak_zienswijze(maak_verband(wgr_hoofdstuk="I"), S.BEANTWOORD, punten=2)
    raadslid.get("/belangrijkheid/")
    with django_assert_num_queries(10):
        assert raadslid.get("/zienswijzen/").status_code == 200


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_a_dossier_and_the_years_take_the_same_queries(
    aantal: int, verband: Samenwerkingsverband, raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rij = maak_zienswijze(verband, S.BEANTWOORD, punten=aantal)
    for nummer in range(aantal):
        maak_zienswijze(verband, S.BEOORDEELD, jaar=2000 + nummer, punten=2)
        maak_andere(rij, maak_organisatie())
    raadslid.get("/belangrijkheid/")
    with django_assert_num_queries(15):
        assert raadslid.get(pad(rij)).status_code == 200
    with django_assert_num_queries(8):
        assert raadslid.get("/verbanden/jeugdkring/zienswijzen/").status_code == 200


def test_what_is_remembered_watches_every_table_it_reads(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    maak_zienswijze(verband, S.BEOORDEELD, punten=2)
    with CaptureQueriesContext(connection) as vragen:
        lezen.portefeuille(Peildatum(NU.date()))
    gelezen = {naam for vraag in vragen for naam in re.findall(r'(?:FROM|JOIN) "(\w+)"', vraag["sql"])}
    bewaakt = {model._meta.db_table for model in lezen._geheugen.modellen}
    geschiedenis = {f"{naam.split('_')[0]}_historical{naam.split('_')[1]}" for naam in bewaakt}
    assert gelezen == bewaakt | geschiedenis
