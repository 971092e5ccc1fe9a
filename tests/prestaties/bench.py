"""Measures overview and dashboard against a bare logged-in page, today and at an earlier day, in one run.

`make bench` starts it. It makes a scratch database with 150 partnerships and ten years of figures, serves it with the
web server of production, and removes everything afterwards. A page fails when it is both slower than its ratio to
the bare page and slower than a generous bound in milliseconds; on a busy machine only one of the two may happen.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

BASIS = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(BASIS))

from samenwerkingswijzer.lokaal.postgres import Cluster  # noqa: E402

ONDERDELEN, JAREN = 150, 10
RONDES, OPWARMEN = 150, 15
KLANTEN, SECONDEN = 8, 4.0
KAAL, OVERZICHT, DASHBOARD = "kale pagina", "overzicht", "dashboard"
TOEN = ", eerdere dag"
GEWIJZIGD = "overzicht, net na een wijziging"
# Under load: the overview must serve this part of what the bare page serves, or this many pages a second.
DEEL_VAN_KAAL, PER_SECONDE = 150 / 1000, 150


@dataclass(frozen=True)
class Grens:
    """When a page is too slow at the median: times the bare page, and milliseconds."""

    maal: float
    milliseconden: float


GRENZEN = {
    OVERZICHT: Grens(6, 60),
    DASHBOARD: Grens(5, 50),
    OVERZICHT + TOEN: Grens(10, 100),
    DASHBOARD + TOEN: Grens(10, 100),
}


@dataclass(frozen=True)
class Uitslag:
    """How one page did: seconds one after another, and pages per second under load."""

    naam: str
    duren: list[float]
    per_seconde: float | None = None

    @property
    def mediaan(self) -> float:
        """In milliseconds."""
        return median(self.duren) * 1000

    def percentiel(self, procent: int) -> float:
        """In milliseconds."""
        return quantiles(self.duren, n=100, method="inclusive")[procent - 1] * 1000


@contextmanager
def kladdatabase() -> Iterator[str]:
    """The address of a database for this run only: on DATABASE_URL when that is set, otherwise on a server of ours."""
    import psycopg
    from psycopg import sql

    naam = f"sw_meting_{os.getpid()}"
    with ExitStack() as stapel:
        adres = os.environ.get("DATABASE_URL")
        if not adres:
            cluster = Cluster(f"meting-{os.getpid()}", duurzaam=False)
            stapel.callback(cluster.verwijder)
            stapel.callback(cluster.stop)
            cluster.start()
            adres = f"postgresql://postgres@/postgres?host={cluster.socket}"
        voor, _, na = adres.partition("?")
        with psycopg.connect(adres, autocommit=True) as verbinding:
            verbinding.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(naam)))
        try:
            yield f"{voor.rsplit('/', 1)[0]}/{naam}" + (f"?{na}" if na else "")
        finally:
            with psycopg.connect(adres, autocommit=True) as verbinding:
                verbinding.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(naam)))


def vul() -> tuple[str, str]:
    """Make tables and rows; gives the slug of a partnership and the key of a logged-in session."""
    import django

    django.setup()
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from samenwerkingswijzer.models import Gebruiker
    from samenwerkingswijzer.rechten import Rol
    from verbanden.voorbeeld.omvang import maak_omvang

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    verbanden = maak_omvang(ONDERDELEN, JAREN, nu=timezone.now())
    lezer = Gebruiker.objects.create_user(
        email="lezer@meting.test", password=os.urandom(20).hex(), naam="Lezer", rol=Rol.RAADSLID
    )
    sessie = SessionStore()
    sessie[SESSION_KEY] = str(lezer.pk)
    sessie[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    sessie[HASH_SESSION_KEY] = lezer.get_session_auth_hash()
    sessie.create()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return verbanden[0].slug, str(sessie.session_key)


@contextmanager
def webserver(poort: int) -> Iterator[None]:
    """The web server of production on a free port."""
    opdracht = [str(Path(sys.executable).parent / "gunicorn"), "-c", "python:samenwerkingswijzer.webserver"]
    with subprocess.Popen(  # noqa: S603 - our own program
        opdracht, cwd=BASIS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wacht(f"http://127.0.0.1:{poort}/healthz", server)
            yield
        finally:
            server.terminate()


def _wacht(adres: str, server: subprocess.Popen[bytes]) -> None:
    einde = time.monotonic() + 30
    while server.poll() is None and time.monotonic() < einde:
        try:
            with urllib.request.urlopen(adres, timeout=2):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    sys.exit("De webserver startte niet.")


def vrije_poort() -> int:
    """A port that nobody uses now."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
        return poort


def vraag_klant(**taak: Any) -> Any:
    """Let the client do a task in a process of its own."""
    klaar = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(Path(__file__).with_name("klant.py"))],
        input=json.dumps(taak),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(klaar.stdout)


def paginas(slug: str, sessie: str) -> list[dict[str, Any]]:
    """What is measured. The reference date stands in the address and is remembered in a session of its own."""
    from django.conf import settings
    from django.utils import timezone

    toen = (timezone.localdate() - timedelta(days=365)).isoformat()
    koppen = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={sessie}"}
    adressen = {
        KAAL: "/meting/kaal/?peildatum=",
        OVERZICHT: "/verbanden/?peildatum=",
        DASHBOARD: f"/verbanden/{slug}/?peildatum=",
        OVERZICHT + TOEN: f"/verbanden/?peildatum={toen}",
        DASHBOARD + TOEN: f"/verbanden/{slug}/?peildatum={toen}",
    }
    return [{"naam": naam, "pad": pad, "koppen": koppen, "status": 200} for naam, pad in adressen.items()]


def meet(poort: int, lijst: list[dict[str, Any]]) -> list[Uitslag]:
    """Every page one after another, and then each of them under load."""
    duren: dict[str, list[float]] = {}
    heden, verleden = lijst[:3], lijst[3:]
    for groep in (heden, verleden):  # apart, so that the remembered date does not change with every request
        duren |= vraag_klant(soort="na_elkaar", poort=poort, paginas=groep, rondes=RONDES, opwarmen=OPWARMEN)
    return [
        Uitslag(
            pagina["naam"],
            duren[pagina["naam"]],
            vraag_klant(soort="tegelijk", poort=poort, pagina=pagina, klanten=KLANTEN, seconden=SECONDEN),
        )
        for pagina in lijst
    ]


def meet_na_wijziging(poort: int, pagina: dict[str, Any], slug: str) -> Uitslag:
    """The overview right after a change: nothing that was read before may be used."""
    from django.utils import timezone

    from samenwerkingswijzer.historie import bewaar
    from verbanden.models import Samenwerkingsverband

    duren = []
    for _ in range(20):
        bewaar(Samenwerkingsverband.objects.get(slug=slug), door=None, op=timezone.now())
        duren += vraag_klant(soort="na_elkaar", poort=poort, paginas=[pagina], rondes=1, opwarmen=0)[pagina["naam"]]
    return Uitslag(GEWIJZIGD, duren)


def toon(uitslagen: list[Uitslag]) -> None:
    """Print the table."""
    kaal = uitslagen[0]
    print(f"{ONDERDELEN} verbanden, {JAREN} jaar cijfers, {KLANTEN} klanten tegelijk, {os.cpu_count()} kernen.\n")
    print(f"{'pagina':34}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'x kaal':>9}{'per s':>9}{'x kaal':>9}")
    for uitslag in uitslagen:
        maal = uitslag.mediaan / kaal.mediaan
        regel = f"{uitslag.naam:34}{uitslag.mediaan:9.1f}{uitslag.percentiel(95):9.1f}{uitslag.percentiel(99):9.1f}"
        regel += f"{maal:9.1f}"
        if uitslag.per_seconde is not None and kaal.per_seconde is not None:
            regel += f"{uitslag.per_seconde:9.0f}{kaal.per_seconde / uitslag.per_seconde:9.1f}"
        print(regel)


def gebreken(uitslagen: list[Uitslag]) -> list[str]:
    """Which pages are too slow, in words."""
    kaal = uitslagen[0]
    gevonden = []
    for uitslag in uitslagen:
        grens = GRENZEN.get(uitslag.naam)
        maal = uitslag.mediaan / kaal.mediaan
        if grens and maal > grens.maal and uitslag.mediaan > grens.milliseconden:
            gevonden.append(f"{uitslag.naam}: {maal:.1f} maal de kale pagina, {uitslag.mediaan:.0f} ms")
        if uitslag.naam == OVERZICHT and uitslag.per_seconde and kaal.per_seconde:
            deel = uitslag.per_seconde / kaal.per_seconde
            if deel < DEEL_VAN_KAAL and uitslag.per_seconde < PER_SECONDE:
                gevonden.append(f"{uitslag.naam}: {uitslag.per_seconde:.0f} per seconde onder druk")
    return gevonden


def main() -> int:
    """Measure; 1 when a page is too slow."""
    poort = vrije_poort()
    with kladdatabase() as adres:
        os.environ |= {
            "SW_DEMO": "1",
            "SW_SECRET_KEY": os.urandom(32).hex(),
            "SW_WEB_WORKERS": "2",
            "DATABASE_URL": adres,
            "PORT": str(poort),
            "DJANGO_SETTINGS_MODULE": "tests.prestaties.instellingen",
        }
        slug, sessie = vul()
        with webserver(poort):
            lijst = paginas(slug, sessie)
            uitslagen = [*meet(poort, lijst), meet_na_wijziging(poort, lijst[1], slug)]
        _sluit_verbindingen()
    toon(uitslagen)
    for gebrek in (slecht := gebreken(uitslagen)):
        print(f"Te traag: {gebrek}")
    return 1 if slecht else 0


def _sluit_verbindingen() -> None:
    from django.db import connection

    connection.close()
    if pool := connection.pool:
        connection.close_pool()
        del pool


if __name__ == "__main__":
    sys.exit(main())
