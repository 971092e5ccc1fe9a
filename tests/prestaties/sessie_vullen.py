"""Fills the scratch database of the measurement of a session, and prints what the browsers need as one line of JSON."""

# ruff: noqa: E402 - Django must be ready before the models can be named

from __future__ import annotations

import json
import secrets
import sys
from typing import Any

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from governance.handelingen import sessies
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from verbanden.voorbeeld.omvang import maak_omvang

VERBANDEN, FRACTIES, COLLEGE = 15, 8, 5


def mens(nummer: int, rol: Rol) -> Gebruiker:
    """Somebody with this role; members of the raad spread over the fracties."""
    fractie = f"Fractie {nummer % FRACTIES}" if rol is Rol.RAADSLID else ""
    return Gebruiker.objects.create_user(
        email=f"m{nummer}@meting.test", password=secrets.token_hex(20), naam=f"Mens {nummer}", rol=rol, fractie=fractie
    )


def koek(wie: Gebruiker) -> str:
    """The cookie of a session of somebody who has just logged in."""
    opslag = SessionStore()
    opslag[SESSION_KEY] = str(wie.pk)
    opslag[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    opslag[HASH_SESSION_KEY] = wie.get_session_auth_hash()
    opslag.create()
    return f"{settings.SESSION_COOKIE_NAME}={opslag.session_key}"


def vul(deelnemers: int, openbaarheid: str) -> dict[str, Any]:
    """Make an open session with this many participants."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    vast: dict[str, Any] = {"door": mens(0, Rol.GRIFFIE), "op": timezone.now()}
    verbanden = maak_omvang(VERBANDEN, 3, nu=timezone.now())
    rollen = [Rol.COLLEGE if nummer < COLLEGE else Rol.RAADSLID for nummer in range(deelnemers)]
    mensen = [mens(nummer, rol) for nummer, rol in enumerate(rollen, 1)]
    dag = timezone.localdate()
    sessie = sessies.bereid_voor(jaar=dag.year, datum=dag, vergadering="Raad bij de kadernota", **vast)
    waarden = {"openbaarheid": openbaarheid}
    sessie = sessies.wijzig(sessie=sessie, waarden=waarden, versie=sessie.versie, **vast)
    sessies.voeg_deelnemers_toe(sessie=sessie, gebruikers=mensen, **vast)
    sessies.voeg_verbanden_toe(sessie=sessie, verbanden=verbanden, **vast)
    sessie = sessies.vervang_voorzitter(sessie=sessie, voorzitter=mensen[0], **vast)
    sessies.stel_open(sessie=sessie, **vast)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "stand": reverse("governance:scoren_stand", args=[sessie.pk]),
        "sluiten": reverse("governance:sessie_sluiten", args=[sessie.pk]),
        "scoren": reverse("governance:scoren", args=[sessie.pk]),
        "sessie": sessie.pk,
        "zaal": reverse("governance:zaal_stand", args=[sessie.pk]),
        "scoor": reverse("governance:scoor", args=[sessie.pk, 1]),
        "scoor_ander": reverse("governance:scoor", args=[sessie.pk, 2]),
        "deelnemers": [koek(een) for een in mensen],
        "scherm": koek(vast["door"]),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(vul(int(sys.argv[1]), sys.argv[2])))
