"""What nobody may read: passwords, sessions, and the e-mail addresses of people (T03)."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from pypdf import PdfReader

from samenwerkingswijzer.models import Gebruiker
from tests.veiligheid.matrix import Geval, gevallen
from tests.veiligheid.wereld import Wereld

BLADZIJDEN = [geval for geval in gevallen() if geval.leesbaar and not geval.regel.get("zonder_inloggen")]


def geheimen(wereld: Wereld) -> list[str]:
    """Whatever may stand in no page: addresses, password hashes and sessions."""
    gebruikers = Gebruiker.objects.all()
    adressen = [gebruiker.email.lower() for gebruiker in gebruikers]
    hashes = [gebruiker.password.lower() for gebruiker in gebruikers]
    return [*adressen, *hashes, *wereld.sessies.values()]


def leesbaar(inhoud: bytes, soort: str) -> str:
    """All text of an answer, also of a compressed file."""
    if "spreadsheet" in soort or "opendocument" in soort:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            return "\n".join(archief.read(naam).decode("utf-8", "replace") for naam in archief.namelist())
    if soort == "application/pdf":
        lezer = PdfReader(io.BytesIO(inhoud))
        return "\n".join(bladzijde.extract_text() for bladzijde in lezer.pages) + str(lezer.metadata)
    return inhoud.decode("utf-8", "replace")


@pytest.mark.parametrize("geval", BLADZIJDEN, ids=str)
def test_no_page_or_file_tells_a_secret(wereld: Wereld, geval: Geval) -> None:
    geheim = geheimen(wereld)
    for rol in ("raadslid", "beheerder"):
        antwoord = wereld.klant(rol).get(geval.adres(wereld))
        tekst = leesbaar(antwoord.content, antwoord["Content-Type"]).lower()
        assert [woord for woord in geheim if woord in tekst] == []


def test_the_secrets_would_be_seen(wereld: Wereld) -> None:
    """The search itself works: the admin does show an address, and a name does stand in the file."""
    raadslid = wereld.gebruikers["raadslid"]
    tekst = wereld.klant("beheerder").get("/beheer/samenwerkingswijzer/gebruiker/").content.decode()
    assert raadslid.email in tekst
    bestand = wereld.klant("raadslid").get("/verbanden/selectie.xlsx")
    assert wereld.verband.naam in leesbaar(bestand.content, bestand["Content-Type"])


def test_not_even_the_admin_shows_a_password(wereld: Wereld) -> None:
    raadslid = wereld.gebruikers["raadslid"]
    adres = f"/beheer/samenwerkingswijzer/gebruiker/{raadslid.pk}"
    for pagina in (f"{adres}/change/", f"{adres}/password/", f"{adres}/history/"):
        assert raadslid.password not in wereld.klant("beheerder").get(pagina).content.decode()


def test_the_file_has_the_columns_of_the_screen_and_no_others(wereld: Wereld) -> None:
    inhoud = wereld.klant("raadslid").get("/verbanden/selectie.csv").content.decode("utf-8-sig")
    koppen = next(csv.reader(io.StringIO(inhoud), delimiter=";"))
    verboden = ("mail", "wachtwoord", "telefoon", "bsn", "reden")
    assert [kop for kop in koppen if any(woord in kop.lower() for woord in verboden)] == []


def test_the_history_of_an_account_keeps_no_password() -> None:
    velden = {veld.name for veld in Gebruiker.history.model._meta.get_fields()}
    assert not velden & {"password", "last_login"}
