"""Fills the scratch database of a measurement, and changes something in it whenever asked.

Prints one line of JSON when it is filled: the slug of a partnership, the cookie of a logged-in reader and the two
reference dates. After that every line on standard input makes one change and is answered with a line.
"""

# ruff: noqa: E402 - Django must be ready before the models can be named

from __future__ import annotations

import json
import secrets
import sys
from datetime import timedelta

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from governance.voorbeeld.omvang import maak_agenda
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.rechten import Rol
from tests.prestaties.teksten import maak_teksten
from verbanden.models import Samenwerkingsverband
from verbanden.voorbeeld.omvang import maak_omvang


def vul(onderdelen: int, jaren: int) -> dict[str, str]:
    """Make tables, rows and a logged-in reader."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    verbanden = maak_omvang(onderdelen, jaren, nu=timezone.now())
    maak_agenda(verbanden, jaren, nu=timezone.now())
    maak_teksten(verbanden, nu=timezone.now())
    open_de_openbare_kant()
    call_command("zoekindex", stdout=sys.stderr)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    toen = timezone.localdate() - timedelta(days=365)
    return {
        "slug": verbanden[0].slug,
        "cookie": f"{settings.SESSION_COOKIE_NAME}={sessie()}",
        "toen": toen.isoformat(),
    }


def open_de_openbare_kant() -> None:
    """What the beheerder does, so that the pages for residents can be measured too."""
    gemeente = Gemeente.huidige()
    gemeente.openbaar = True
    bewaar(gemeente, door=None, op=timezone.now())


def sessie() -> str:
    """The key of the session of someone who has just logged in."""
    lezer = Gebruiker.objects.create_user(
        email="lezer@meting.test", password=secrets.token_hex(20), naam="Lezer", rol=Rol.RAADSLID
    )
    opslag = SessionStore()
    opslag[SESSION_KEY] = str(lezer.pk)
    opslag[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    opslag[HASH_SESSION_KEY] = lezer.get_session_auth_hash()
    opslag.create()
    return str(opslag.session_key)


def zeg(regel: str) -> None:
    """Answer at once: the other side waits for it."""
    sys.stdout.write(f"{regel}\n")
    sys.stdout.flush()


def main() -> None:
    """Fill, and then change as often as asked."""
    gegevens = vul(*map(int, sys.argv[1:3]))
    zeg(json.dumps(gegevens))
    for _ in sys.stdin:
        bewaar(Samenwerkingsverband.objects.get(slug=gegevens["slug"]), door=None, op=timezone.now())
        zeg("gewijzigd")


if __name__ == "__main__":
    main()
