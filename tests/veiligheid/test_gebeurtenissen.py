"""The audit log: every event that must be there is there, says enough, gives nothing away, and stays (T43-T46)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client

from samenwerkingswijzer import signalen
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from tests.fabriek import NU, WACHTWOORD
from tests.repository.broncode import aanroepen
from tests.veiligheid.wereld import Wereld

FOUT = "dit-is-niet-het-wachtwoord"


@pytest.fixture(autouse=True)
def _lege_tellers(wereld: Wereld) -> None:
    cache.clear()


def nieuw(sinds: int) -> list[tuple[str, int | None, bool]]:
    """What came into the log after this number: what, who, and whether it succeeded."""
    rijen = Gebeurtenis.objects.filter(pk__gt=sinds).order_by("pk")
    return [(rij.wat, rij.wie_id, rij.gelukt) for rij in rijen]


def laatste() -> int:
    """The number of the latest event."""
    return Gebeurtenis.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def test_every_kind_of_event_is_written_somewhere() -> None:
    """The list of events that are kept equals the list of events that our code writes."""
    geschreven = {
        deel.attr
        for _, wat, roep in aanroepen()
        if wat.split(".")[-1] == "leg_vast" and roep.args
        for deel in handelingen_in(roep.args[0])
    }
    assert geschreven | {"GEWIJZIGD", "AANGEMAAKT"} == set(Handeling.names)


def handelingen_in(knoop: Any) -> list[Any]:
    """The members of Handeling that an argument names; one behind a variable is named elsewhere."""
    return [knoop] if hasattr(knoop, "attr") else []


def test_logging_in_and_out_is_kept(wereld: Wereld) -> None:
    gebruiker, sinds, klant = wereld.gebruikers["raadslid"], laatste(), Client()
    klant.post("/account/login/", {"login": gebruiker.email, "password": WACHTWOORD})
    klant.post("/account/logout/")
    klant.post("/account/logout/")
    assert nieuw(sinds) == [(Handeling.INGELOGD, gebruiker.pk, True), (Handeling.UITGELOGD, gebruiker.pk, True)]


def test_a_failure_on_a_known_account_names_the_account(wereld: Wereld) -> None:
    gebruiker, sinds = wereld.gebruikers["raadslid"], laatste()
    Client().post("/account/login/", {"login": gebruiker.email.upper(), "password": FOUT})
    assert nieuw(sinds) == [(Handeling.INLOGGEN_MISLUKT, None, False)]
    rij = Gebeurtenis.objects.latest("pk")
    assert (rij.object_soort, rij.object_id) == ("samenwerkingswijzer.gebruiker", gebruiker.pk)
    niets_verklapt(rij, gebruiker.email)


def test_of_an_unknown_address_only_a_fingerprint_is_kept(wereld: Wereld) -> None:
    for email in ("niemand@voorbeeld.test", "Niemand@Voorbeeld.test", "ander@voorbeeld.test"):
        Client().post("/account/login/", {"login": email, "password": FOUT})
    eerste, zelfde, ander = list(Gebeurtenis.objects.order_by("-pk")[:3])[::-1]
    assert eerste.details["adres"] == zelfde.details["adres"] != ander.details["adres"]
    for rij in (eerste, zelfde, ander):
        assert rij.object_id is None
        niets_verklapt(rij, "niemand@voorbeeld.test", "ander@voorbeeld.test")


def niets_verklapt(rij: Gebeurtenis, *woorden: str) -> None:
    """No password, and none of these words, in the row."""
    tekst = json.dumps([rij.details, rij.object_soort, rij.herkomst]).lower()
    assert FOUT not in tekst
    assert not [woord for woord in woorden if woord.lower() in tekst]


def test_one_attempt_too_many_is_kept(wereld: Wereld) -> None:
    gebruiker = wereld.gebruikers["raadslid"]
    for _ in range(6):
        Client().post("/account/login/", {"login": gebruiker.email, "password": FOUT})
    redenen = [rij.details["reden"] for rij in Gebeurtenis.objects.filter(wat=Handeling.INLOGGEN_MISLUKT)]
    assert redenen.count("te vaak geprobeerd") == 1
    assert redenen.count("adres of wachtwoord klopt niet") == 5


def test_a_refusal_says_who_what_and_where(wereld: Wereld) -> None:
    gebruiker, sinds = wereld.gebruikers["raadslid"], laatste()
    adres = f"/verbanden/{wereld.verband.slug}/fase/"
    assert wereld.klant("raadslid").post(adres).status_code == 403
    assert nieuw(sinds) == [(Handeling.GEWEIGERD, gebruiker.pk, False)]
    details = Gebeurtenis.objects.latest("pk").details
    assert details["pagina"] == "verbanden:fase"
    assert details["van"] == {"slug": wereld.verband.slug}
    assert (details["status"], details["methode"]) == (403, "POST")
    assert "bijwerken" in details["uitleg"]


def test_a_forged_form_of_a_user_is_kept(wereld: Wereld) -> None:
    sinds = laatste()
    wereld.klant("raadslid", csrf=True).post("/account/logout/")
    assert nieuw(sinds) == [(Handeling.GEWEIGERD, wereld.gebruikers["raadslid"].pk, False)]


def test_who_is_not_logged_in_cannot_fill_the_audit_log(wereld: Wereld) -> None:
    sinds = laatste()
    Client(enforce_csrf_checks=True).post("/account/login/")
    Client().get(f"/verbanden/{wereld.verband.slug}/fase/")
    Client().get("/bestaat-niet/")
    assert nieuw(sinds) == []


def test_too_many_requests_of_a_user_are_kept(wereld: Wereld) -> None:
    klant, sinds = wereld.klant("raadslid"), laatste()
    statussen = [klant.post("/account/password/change/").status_code for _ in range(7)]
    assert statussen == [200] * 5 + [429] * 2
    assert nieuw(sinds) == [(Handeling.GEWEIGERD, wereld.gebruikers["raadslid"].pk, False)] * 2


def test_a_new_password_is_kept_without_the_password(wereld: Wereld) -> None:
    nieuwe, sinds = "nog een lange zin als wachtwoord", laatste()
    lichaam = {"oldpassword": WACHTWOORD, "password1": nieuwe, "password2": nieuwe}
    assert wereld.klant("raadslid").post("/account/password/change/", lichaam).status_code == 302
    assert nieuw(sinds) == [(Handeling.GEWIJZIGD, wereld.gebruikers["raadslid"].pk, True)]
    rij = Gebeurtenis.objects.latest("pk")
    assert rij.details == {"velden": ["wachtwoord"]}


def test_downloads_are_kept_with_what_was_asked(wereld: Wereld) -> None:
    sinds, klant = laatste(), wereld.klant("college")
    klant.get("/verbanden/selectie.csv?zoek=verband&sorteer=naam")
    klant.get(f"/verbanden/{wereld.beeindigd.slug}/dashboard.pdf")
    assert nieuw(sinds) == [(Handeling.GEDOWNLOAD, wereld.gebruikers["college"].pk, True)] * 2
    eerste, tweede = Gebeurtenis.objects.filter(pk__gt=sinds).order_by("pk")
    assert eerste.details["soort"] == "selectie.csv"
    assert eerste.details["filters"] == {"zoek": "verband", "sorteer": "naam"}
    assert (tweede.object_soort, tweede.object_id) == ("verbanden.samenwerkingsverband", wereld.beeindigd.pk)


def test_every_change_of_a_user_by_the_beheerder_is_kept(wereld: Wereld) -> None:
    raadslid, klant, sinds = wereld.gebruikers["raadslid"], wereld.klant("beheerder"), laatste()
    lichaam = {"email": raadslid.email, "naam": raadslid.naam, "rol": "griffie", "fractie": "", "is_active": "on"}
    adres = f"/beheer/samenwerkingswijzer/gebruiker/{raadslid.pk}/change/"
    assert klant.post(adres, lichaam).status_code == 302
    assert nieuw(sinds) == [(Handeling.GEWIJZIGD, wereld.gebruikers["beheerder"].pk, True)]
    rij = Gebeurtenis.objects.latest("pk")
    assert (rij.object_id, rij.herkomst) == (raadslid.pk, "beheer")
    assert set(rij.details["velden"]) == {"rol", "fractie"}


def test_a_password_set_by_the_beheerder_is_kept(wereld: Wereld) -> None:
    raadslid, klant, sinds = wereld.gebruikers["raadslid"], wereld.klant("beheerder"), laatste()
    nieuwe = "nog een lange zin als wachtwoord"
    lichaam = {"usable_password": "true", "password1": nieuwe, "password2": nieuwe, "set-password": "1"}
    adres = f"/beheer/samenwerkingswijzer/gebruiker/{raadslid.pk}/password/"
    assert klant.post(adres, lichaam).status_code == 302
    assert nieuw(sinds) == [(Handeling.GEWIJZIGD, wereld.gebruikers["beheerder"].pk, True)]


def test_logging_in_is_no_change_of_the_account(wereld: Wereld) -> None:
    gebruiker = wereld.gebruikers["raadslid"]
    voor = gebruiker.history.count()
    Client().post("/account/login/", {"login": gebruiker.email, "password": WACHTWOORD})
    assert gebruiker.history.count() == voor
    assert Gebruiker.objects.get(pk=gebruiker.pk).last_login is not None


def test_a_refusal_is_answered_also_when_it_cannot_be_kept(wereld: Wereld, monkeypatch: Any) -> None:
    def weg(*_: object, **__: object) -> None:
        raise DatabaseError("weg")

    monkeypatch.setattr(signalen, "leg_vast", weg)
    assert wereld.klant("raadslid").post(f"/verbanden/{wereld.verband.slug}/fase/").status_code == 403


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE samenwerkingswijzer_gebeurtenis SET gelukt = false",
        "UPDATE samenwerkingswijzer_gebeurtenis SET details = '{}' WHERE id = (SELECT max(id) FROM %s)",
        "DELETE FROM samenwerkingswijzer_gebeurtenis",
        "DELETE FROM samenwerkingswijzer_gebeurtenis WHERE id = (SELECT max(id) FROM %s)",
        "TRUNCATE samenwerkingswijzer_gebeurtenis",
        "TRUNCATE samenwerkingswijzer_gebruiker CASCADE",
    ],
)
def test_the_database_lets_nobody_change_the_audit_log(wereld: Wereld, opdracht: str) -> None:
    leg_vast(Handeling.GEWIJZIGD, door=None, op=NU)
    voor = list(Gebeurtenis.objects.values_list())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht.replace("%s", "samenwerkingswijzer_gebeurtenis"))
    assert list(Gebeurtenis.objects.values_list()) == voor


@pytest.mark.parametrize("tekst", ["a\r\nINFO nep", "\x1b[31mrood", "a\u2028b", '","gelukt":true'])
def test_input_cannot_forge_a_line_of_the_audit_log(wereld: Wereld, tekst: str) -> None:
    sinds = laatste()
    wereld.klant("raadslid").get("/verbanden/selectie.csv", {"zoek": tekst})
    (rij,) = Gebeurtenis.objects.filter(pk__gt=sinds)
    assert rij.details["filters"].get("zoek", "") in (tekst, tekst.strip())
    assert rij.gelukt


@pytest.mark.parametrize(
    ("adres", "status"),
    [("/verbanden/onbekend/", 404), ("/peildatum/?dag=morgen", 400), ("/account/logout/", 405)],
)
def test_the_request_log_has_every_refusal(wereld: Wereld, caplog: Any, adres: str, status: int) -> None:
    with caplog.at_level("INFO", logger="samenwerkingswijzer.verzoek"):
        wereld.klant("raadslid").get(adres)
    velden = caplog.records[-1].velden
    assert (velden["status"], velden["rol"]) == (status, "raadslid")
