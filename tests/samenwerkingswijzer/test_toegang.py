"""Guessing passwords is slow, tells nothing about who has an account, and the limits hold over all workers."""

import re
from typing import Any

import pytest
from django.conf import settings as echte_instellingen
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
    probeer(client, raadslid.email, WACHTWOORD)
    assert "_auth_user_id" not in client.session


def test_one_address_cannot_try_many_accounts(client: Client, raadslid: Gebruiker) -> None:
    for nummer in range(10):
        probeer(client, f"iemand{nummer}@voorbeeld.nl", "fout wachtwoord")
    probeer(client, raadslid.email, WACHTWOORD)
    assert "_auth_user_id" not in client.session


def test_a_made_up_origin_does_not_escape_the_limit(client: Client, raadslid: Gebruiker) -> None:
    for nummer in range(10):
        probeer(client, f"i{nummer}@voorbeeld.nl", "fout wachtwoord", headers={"x-forwarded-for": f"192.0.2.{nummer}"})
    probeer(client, raadslid.email, WACHTWOORD, headers={"x-forwarded-for": "192.0.2.99"})
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
