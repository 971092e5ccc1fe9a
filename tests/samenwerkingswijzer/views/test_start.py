"""The first page: every role lands somewhere, and people who are not logged in are asked to."""

import pytest
from django.test import Client
from django.urls import reverse

from samenwerkingswijzer.rechten import Rol
from tests.fabriek import maak_gebruiker

pytestmark = pytest.mark.django_db
EIGEN_START = {
    Rol.ACCOUNTHOUDER: "verbanden/start_accounthouder.html",
    Rol.GRIFFIE: "verbanden/start_griffie.html",
    Rol.COLLEGE: "governance/start_college.html",
}


@pytest.mark.parametrize("rol", Rol)
def test_every_role_arrives_in_one_step_at_most(client: Client, rol: Rol) -> None:
    client.force_login(maak_gebruiker(rol))
    antwoord = client.get(reverse("start"), follow=True)
    assert antwoord.status_code == 200
    if rol in EIGEN_START:
        assert antwoord.redirect_chain == []
        assert EIGEN_START[rol] in [sjabloon.name for sjabloon in antwoord.templates]
    else:
        assert antwoord.redirect_chain == [(reverse("verbanden:overzicht"), 302)]


def test_who_is_not_logged_in_is_asked_to(client: Client) -> None:
    antwoord = client.get(reverse("start"))
    assert antwoord.status_code == 302
    assert antwoord["Location"] == f"{reverse('account_login')}?next=/"


@pytest.mark.parametrize("methode", ["post", "put", "delete"])
def test_the_first_page_is_only_read(client: Client, methode: str) -> None:
    client.force_login(maak_gebruiker())
    assert getattr(client, methode)(reverse("start")).status_code == 405
