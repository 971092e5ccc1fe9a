"""Every address, every method, every role, against the permission matrix (T01-T04, T21-T26, T28)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from django.urls import URLPattern, reverse

from samenwerkingswijzer.geheugen import laatste_nummers
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.models.gebeurtenis import Handeling
from tests.veiligheid.antwoord import controleer, geheimen, in_de_zandbak, koekjes_kloppen, soort_van, verklapt
from tests.veiligheid.matrix import INLOGGEN, METHODEN, Geval, gevallen, matrix, patronen
from tests.veiligheid.wereld import ANONIEM, GEDEACTIVEERD, ROLLEN, Wereld

ALLE_METHODEN = (ANONIEM, "beheerder")  # the least and the most powerful; the others only read and send
LEZERS = ("raadslid", "beheerder")  # whose pages are searched for secrets
VEILIG = ("GET", "HEAD", "OPTIONS")
LEZEN_LAAT_NA = (Handeling.GEDOWNLOAD, Handeling.GEWEIGERD)


def antwoord_op(
    klant: Client, methode: str, adres: str, lichaam: dict[str, str], *, let_op: bool = False
) -> tuple[Any, bool]:
    """Send a request and take back whatever it changed; whether it changed anything, when we are to look (`let_op`)."""
    with transaction.atomic():
        voor = stand() if let_op else None
        doe = getattr(klant, methode.lower())
        antwoord = doe(adres, lichaam, secure=True) if methode == "POST" else doe(adres, secure=True)
        gewijzigd = let_op and stand() != voor
        transaction.set_rollback(True)
    return antwoord, gewijzigd


def uitkomst(antwoord: Any) -> int | str:
    """The status, or that one must log in."""
    naar_inloggen = antwoord.status_code == 302 and antwoord["Location"].startswith(f"{reverse('account_login')}?")
    return INLOGGEN if naar_inloggen else antwoord.status_code


def test_every_address_stands_in_the_matrix() -> None:
    alleen_beheer = tuple(f"{ruimte}:" for ruimte in matrix()["alleen_beheerder"])
    gevonden = {naam for naam, _ in patronen() if not naam.startswith(alleen_beheer)}
    assert gevonden == set(matrix()["adressen"])


def test_the_matrix_knows_the_roles_and_nothing_else() -> None:
    assert set(matrix()["kringen"]["iedereen"]) == set(ROLLEN)
    assert all(set(rollen) <= set(ROLLEN) for rollen in matrix()["kringen"].values())


@pytest.mark.parametrize("geval", gevallen(), ids=str)
def test_the_matrix_holds(wereld: Wereld, geval: Geval) -> None:
    """Every role gets the answer of the matrix, with the right headers and no secret in it.

    Looking changes nothing, not even for the most powerful.
    """
    adres, lichaam, geheim = geval.adres(wereld), geval.lichaam(wereld), geheimen(wereld)
    fout = []
    for rol in ROLLEN:
        for methode in METHODEN if rol in ALLE_METHODEN else ("GET", "POST"):
            let_op = rol == "beheerder" and methode in VEILIG and geval.leesbaar
            klant = wereld.klant(rol)
            antwoord, gewijzigd = antwoord_op(klant, methode, adres, lichaam, let_op=let_op)
            controleer(antwoord, soort_van(geval, antwoord), zandbak=in_de_zandbak(geval, antwoord))
            koekjes_kloppen(klant)
            if methode == "GET" and rol in LEZERS and not geval.regel.get("zonder_inloggen"):
                assert verklapt(antwoord, geheim) == []
            kreeg, mag = uitkomst(antwoord), geval.verwacht(rol, methode)
            if kreeg not in mag or gewijzigd:
                fout.append(f"{rol} {methode}: {kreeg}, verwacht {mag}{' en verandert iets' if gewijzigd else ''}")
    assert fout == []


def stand() -> Any:
    """What is stored: the highest numbers of history and the audit log."""
    return laatste_nummers(_gevolgd())[0], Gebeurtenis.objects.exclude(wat__in=LEZEN_LAAT_NA).count()


@cache
def _gevolgd() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if hasattr(model, "history")]


ADMIN = [(naam, patroon) for naam, patroon in patronen() if naam.startswith("admin:")]


@pytest.mark.parametrize(("naam", "patroon"), ADMIN, ids=[naam for naam, _ in ADMIN])
def test_only_the_beheerder_enters_the_admin(wereld: Wereld, naam: str, patroon: URLPattern) -> None:
    adres = beheeradres(naam, patroon)
    for rol in ROLLEN:
        for methode in ("get", "post"):
            antwoord = getattr(wereld.klant(rol), methode)(adres, follow=True)
            if rol in (ANONIEM, GEDEACTIVEERD):
                assert antwoord.redirect_chain[-1][0].startswith(reverse("account_login")), (rol, methode)
            elif rol != "beheerder":
                assert antwoord.status_code == 403, (rol, methode)
                assert b'id="changelist' not in antwoord.content
            else:
                assert antwoord.status_code < 500, (rol, methode)


def beheeradres(naam: str, patroon: URLPattern) -> str:
    """An address of this pattern of the admin; object 1 of its model."""
    uitdrukking = re.compile(patroon.pattern.regex.pattern)
    if naam == "admin:":
        return reverse("admin:index") + "verzonnen/"
    if uitdrukking.groupindex:
        return reverse(naam, kwargs={g: {"app_label": "verbanden"}.get(g, "1") for g in uitdrukking.groupindex})
    return reverse(naam, args=["1"] * uitdrukking.groups)
