"""What nobody may read: passwords, sessions, and the e-mail addresses of people (T03); every page is in the matrix."""

from __future__ import annotations

import csv
import io

from samenwerkingswijzer.models import Gebruiker
from tests.veiligheid.antwoord import leesbaar
from tests.veiligheid.wereld import Wereld


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
