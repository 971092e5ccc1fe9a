"""Guessing passwords is slow, tells nothing about who has an account, and the limits hold over all workers."""

import re
from typing import Any

import pytest
from django.conf import settings as echte_instellingen
from django.contrib.auth.hashers import get_hasher
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol

pytestmark = pytest.mark.django_db

WACHTWOORD = "een lange zin als wachtwoord"


@pytest.fixture
def raadslid() -> Gebruiker:
    """Somebody with an account."""
    cache.clear()
    return Gebruiker.objects.create_user("raad@voorbeeld.nl", WACHTWOORD, naam="R. Aad", rol=Rol.RAADSLID)


def probeer(client: Client, email: str, wachtwoord: str, **extra: Any) -> Any:
    """Send the login form."""
    return client.post("/account/login/", {"login": email, "password": wachtwoord}, **extra)


def antwoordtekst(antwoord: Any, email: str) -> str:
    """The page without what differs by nature: the security code and the address that was typed."""
    tekst = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", antwoord.content.decode())
    return tekst.replace(email, "")


def test_the_right_password_lets_in(client: Client, raadslid: Gebruiker) -> None:
    antwoord = probeer(client, "RAAD@voorbeeld.nl", WACHTWOORD)
    assert antwoord.status_code == 302
    assert client.session["_auth_user_id"] == str(raadslid.pk)


def test_an_unknown_user_gets_the_same_answer(client: Client, raadslid: Gebruiker) -> None:
    bekend = probeer(client, raadslid.email, "fout wachtwoord")
    onbekend = probeer(client, "niemand@voorbeeld.nl", "fout wachtwoord")
    assert bekend.status_code == onbekend.status_code == 200
    assert antwoordtekst(bekend, raadslid.email) == antwoordtekst(onbekend, "niemand@voorbeeld.nl")


def test_after_five_failures_the_right_password_no_longer_helps(client: Client, raadslid: Gebruiker) -> None:
    for _ in range(5):
        assert probeer(client, raadslid.email, "fout wachtwoord").status_code == 200
    antwoord = probeer(client, raadslid.email, WACHTWOORD)
    assert antwoord.status_code == 429
    assert "_auth_user_id" not in client.session


def test_the_answer_after_too_many_tells_nothing_either(raadslid: Gebruiker) -> None:
    """Also the refusal is the same for an address that is nobody's, and for the right password."""
    teksten = []
    for email, laatste in ((raadslid.email, "fout"), ("niemand@voorbeeld.nl", "fout"), (raadslid.email, WACHTWOORD)):
        cache.clear()
        for _ in range(5):
            probeer(Client(), email, "fout wachtwoord")
        antwoord = probeer(Client(), email, laatste)
        teksten.append((antwoord.status_code, antwoordtekst(antwoord, email)))
    assert teksten[0] == teksten[1] == teksten[2]
    assert teksten[0][0] == 429


def test_one_address_cannot_try_many_accounts(client: Client, raadslid: Gebruiker) -> None:
    for nummer in range(10):
        probeer(client, f"iemand{nummer}@voorbeeld.nl", "fout wachtwoord")
    assert probeer(client, raadslid.email, WACHTWOORD).status_code == 429
    assert "_auth_user_id" not in client.session


def test_thirty_attempts_in_a_minute_are_the_end(client: Client, raadslid: Gebruiker) -> None:
    """Also of forms that are empty, so that nobody can keep the server busy with them."""
    statussen = [client.post("/account/login/", {}).status_code for _ in range(31)]
    assert statussen == [200] * 30 + [429]
    assert "Wacht een paar minuten" in client.post("/account/login/", {}).content.decode()


def test_a_made_up_origin_does_not_escape_the_limit(client: Client, raadslid: Gebruiker) -> None:
    for nummer in range(10):
        probeer(client, f"i{nummer}@voorbeeld.nl", "fout wachtwoord", headers={"x-forwarded-for": f"192.0.2.{nummer}"})
    antwoord = probeer(client, raadslid.email, WACHTWOORD, headers={"x-forwarded-for": "192.0.2.99"})
    assert antwoord.status_code == 429
    assert "_auth_user_id" not in client.session


def test_the_limits_are_counted_in_the_database() -> None:
    assert echte_instellingen.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_the_session_gets_a_new_number_at_login_and_dies_at_logout(client: Client, raadslid: Gebruiker) -> None:
    client.session["iets"] = 1
    client.session.save()
    voor = client.session.session_key
    probeer(client, raadslid.email, WACHTWOORD)
    na = client.session.session_key
    assert voor != na
    client.post("/account/logout/")
    client.cookies[echte_instellingen.SESSION_COOKIE_NAME] = na or ""
    assert "_auth_user_id" not in client.session


def test_a_session_id_that_somebody_else_chose_is_not_taken(client: Client, raadslid: Gebruiker) -> None:
    client.cookies[echte_instellingen.SESSION_COOKIE_NAME] = "gekozendoordeaanvaller0123456789ab"
    probeer(client, raadslid.email, WACHTWOORD)
    assert client.session.session_key != "gekozendoordeaanvaller0123456789ab"
    assert "_auth_user_id" in client.session


def test_who_loses_the_account_is_out_at_the_next_request(client: Client, raadslid: Gebruiker) -> None:
    client.force_login(raadslid)
    assert client.get("/peildatum/").status_code == 200
    raadslid.is_active = False
    raadslid.save()
    assert client.get("/peildatum/").headers["Location"].startswith("/account/login/")
    cache.clear()
    assert probeer(Client(), raadslid.email, WACHTWOORD).headers["Location"] == "/account/inactive/"


def test_a_new_password_ends_the_other_sessions(raadslid: Gebruiker) -> None:
    hier, elders = Client(), Client()
    hier.force_login(raadslid)
    elders.force_login(raadslid)
    nieuw = "nog een lange zin als wachtwoord"
    lichaam = {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw}
    assert hier.post("/account/password/change/", lichaam).status_code == 302
    assert hier.get("/peildatum/").status_code == 200
    assert elders.get("/peildatum/").status_code == 302


def test_another_role_holds_at_the_next_request(client: Client, raadslid: Gebruiker) -> None:
    raadslid.rol, raadslid.fractie = Rol.BEHEERDER, ""
    raadslid.save()
    client.force_login(raadslid)
    assert client.get("/beheer/").status_code == 200
    raadslid.rol = Rol.RAADSLID
    raadslid.save()
    assert client.get("/beheer/", follow=True).status_code == 403


def test_logging_out_takes_a_form(client: Client, raadslid: Gebruiker) -> None:
    client.force_login(raadslid)
    assert client.get("/account/logout/").status_code == 405
    assert client.get("/peildatum/").status_code == 200


@pytest.mark.parametrize(
    "adres",
    ["signup/", "email/", "confirm-email/", "confirm-email/x/", "password/set/", "reauthenticate/", "login/code/",
     "login/code/confirm/", "social/signup/", "2fa/", ""],
)  # fmt: skip
def test_pages_that_nobody_needs_are_not_there(client: Client, raadslid: Gebruiker, adres: str) -> None:
    client.force_login(raadslid)
    assert client.get(f"/account/{adres}").status_code == 404
    assert client.post(f"/account/{adres}").status_code == 404


def test_the_admin_has_no_door_of_its_own(client: Client, raadslid: Gebruiker) -> None:
    """Its log-in form would count no failures."""
    lichaam = {"username": raadslid.email, "password": WACHTWOORD}
    for antwoord in (client.get("/beheer/login/"), client.post("/beheer/login/", lichaam)):
        assert antwoord.headers["Location"].startswith("/account/login/?next=")
    assert "_auth_user_id" not in client.session


def test_asking_for_a_password_tells_nobody_who_has_an_account(raadslid: Gebruiker, mailoutbox: Any) -> None:
    """The same page, and for both a message: only its reader learns more."""
    bekend = Client().post("/account/password/reset/", {"email": raadslid.email})
    onbekend = Client().post("/account/password/reset/", {"email": "niemand@voorbeeld.nl"})
    assert (bekend.status_code, bekend["Location"]) == (onbekend.status_code, onbekend["Location"])
    eerste, tweede = mailoutbox
    assert "/account/password/reset/key/" in eerste.body
    assert "hoort geen account" in tweede.body
    assert "http" not in tweede.body


def test_asking_for_a_password_stops_after_five_times(raadslid: Gebruiker, mailoutbox: Any) -> None:
    antwoorden = [Client().post("/account/password/reset/", {"email": raadslid.email}) for _ in range(6)]
    assert [antwoord.status_code for antwoord in antwoorden] == [302] * 5 + [429]
    assert len(mailoutbox) == 5


def test_a_key_from_a_message_works_once(raadslid: Gebruiker, mailoutbox: Any) -> None:
    klant, nieuw = Client(), "nog een lange zin als wachtwoord"
    klant.post("/account/password/reset/", {"email": raadslid.email})
    koppeling = next(woord for woord in mailoutbox[0].body.split() if "/key/" in woord)
    formulier = klant.get(koppeling)["Location"]
    assert klant.post(formulier, {"password1": nieuw, "password2": nieuw}).status_code == 302
    assert raadslid.__class__.objects.get(pk=raadslid.pk).check_password(nieuw)
    assert "Deze koppeling werkt niet meer" in Client().get(koppeling).content.decode()


def test_an_unknown_user_costs_as_much_work(raadslid: Gebruiker, monkeypatch: Any) -> None:
    """One password is hashed in either case, so the clock tells nothing."""
    aantal: list[int] = []
    hasher = get_hasher()
    echt = type(hasher).encode

    def tel(zelf: Any, *waarden: Any, **namen: Any) -> str:
        aantal.append(1)
        return str(echt(zelf, *waarden, **namen))

    monkeypatch.setattr(type(hasher), "encode", tel)
    per_keer = []
    for email in (raadslid.email, "niemand@voorbeeld.nl"):
        aantal.clear()
        probeer(Client(), email, "fout wachtwoord")
        per_keer.append(len(aantal))
    assert per_keer == [1, 1]


@pytest.mark.parametrize("wachtwoord", ["veertien teken", "wachtwoord", "polniypizdec0211"])
def test_a_short_or_common_password_is_refused(wachtwoord: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(wachtwoord)


def test_a_long_password_without_digits_is_fine(raadslid: Gebruiker) -> None:
    validate_password("zomaar een hele lange zin zonder een enkel cijfer en met meer dan vierenzestig tekens", raadslid)


def test_the_log_line_holds_the_role_and_no_name(client: Client, raadslid: Gebruiker, caplog: Any) -> None:
    client.force_login(raadslid)
    with caplog.at_level("INFO", logger="samenwerkingswijzer.verzoek"):
        client.get("/beheer/")
    velden = caplog.records[-1].velden
    assert velden["rol"] == "raadslid"
    assert "R. Aad" not in str(velden)
    assert raadslid.email not in str(velden)
