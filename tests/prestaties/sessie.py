"""Measures a session in the room over loopback: sixty participants and a screen that ask every two seconds, and forty
scores at once.

`make bench` starts it. It serves a scratch database with the web server of production and prints two lines: how fast
polling is answered while somebody scores now and then, and how long forty scores take that are sent together.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from threading import Barrier, Lock
from typing import Any
from urllib.parse import urlencode

BASIS = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(BASIS))

from tests.prestaties.bench import kladdatabase, vrije_poort, webserver  # noqa: E402

DEELNEMERS, TEGELIJK = 60, 40
SECONDEN, TUSSEN = 20.0, 2.0
P95_MS, SCORES_S = 150, 1.0


@dataclass
class Meting:
    """How long each request took, in seconds, and how often each status came."""

    duren: list[float] = field(default_factory=list)
    statussen: dict[int, int] = field(default_factory=dict)
    slot: Lock = field(default_factory=Lock)

    def voeg_toe(self, duur: float, status: int) -> None:
        with self.slot:
            self.duren.append(duur)
            self.statussen[status] = self.statussen.get(status, 0) + 1

    def percentiel(self, procent: int) -> float:
        """In milliseconds."""
        return quantiles(self.duren, n=100, method="inclusive")[procent - 1] * 1000


@contextmanager
def gegevens() -> Iterator[dict[str, Any]]:
    """A session in which people score, in the scratch database, with a cookie for each of them and for the screen."""
    opdracht = [sys.executable, "-m", "tests.prestaties.sessie_vullen", str(DEELNEMERS), "samengevat"]
    klaar = subprocess.run(opdracht, cwd=BASIS, stdout=subprocess.PIPE, text=True, check=True)
    gelezen: dict[str, Any] = json.loads(klaar.stdout)
    yield gelezen


def peil(poort: int, pad: str, cookie: str, begin: float, meting: Meting) -> None:
    """One browser that asks its small part every two seconds, and says what it holds."""
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=30)
    merk, volgende = "", begin
    while volgende < begin + SECONDEN:
        time.sleep(max(0.0, volgende - time.perf_counter()))
        van = time.perf_counter()
        verbinding.request("GET", pad, headers={"Cookie": cookie, "HX-Request": "true", "If-None-Match": merk})
        antwoord = verbinding.getresponse()
        antwoord.read()
        meting.voeg_toe(time.perf_counter() - van, antwoord.status)
        merk = antwoord.headers.get("ETag") or merk
        volgende += TUSSEN
    verbinding.close()


def bewijs(poort: int, pad: str, cookie: str) -> tuple[str, str]:
    """The cookie with the one against forgery, and its form value."""
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=30)
    verbinding.request("GET", pad, headers={"Cookie": cookie})
    antwoord = verbinding.getresponse()
    inhoud = antwoord.read().decode()
    koek = (antwoord.headers.get("Set-Cookie") or "").split(";")[0]
    waarde = inhoud.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    verbinding.close()
    return f"{cookie}; {koek}", waarde


def stuur(poort: int, pad: str, sleutels: tuple[str, str], klasse: str, meting: Meting, hek: Barrier | None) -> None:
    """Send one score; with a gate everybody sends at the same moment."""
    cookie, waarde = sleutels
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=30)
    verbinding.connect()
    koppen = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    lichaam = urlencode({"csrfmiddlewaretoken": waarde, "klasse": klasse, "redenen": "geld", "zin": "verzonnen"})
    if hek:
        hek.wait()
    van = time.perf_counter()
    verbinding.request("POST", pad, lichaam, koppen)
    antwoord = verbinding.getresponse()
    antwoord.read()
    meting.voeg_toe(time.perf_counter() - van, antwoord.status)
    verbinding.close()


def meet_peilen(poort: int, gevuld: dict[str, Any]) -> Meting:
    """Everybody polls, spread over the two seconds; every second somebody scores, so that answers really change."""
    meting, scores = Meting(), Meting()
    cookies = gevuld["deelnemers"]
    sleutels = bewijs(poort, gevuld["scoor"], cookies[0])
    begin = time.perf_counter() + 1
    klanten = [(gevuld["stand"], cookie) for cookie in cookies] + [(gevuld["zaal"], gevuld["scherm"])]
    with ThreadPoolExecutor(len(klanten) + 1) as draden:
        for plek, (pad, cookie) in enumerate(klanten):
            draden.submit(peil, poort, pad, cookie, begin + TUSSEN * plek / len(klanten), meting)
        for plek, cookie in enumerate(cookies[: int(SECONDEN)]):
            time.sleep(max(0.0, begin + plek - time.perf_counter()))
            sleutels = bewijs(poort, gevuld["scoor"], cookie)
            stuur(poort, gevuld["scoor"], sleutels, "politiek_belangrijk", scores, None)
    return meting


def meet_scores(poort: int, gevuld: dict[str, Any]) -> tuple[Meting, float]:
    """Forty people send the score of another partnership at the same moment; gives also the seconds for all."""
    sleutels = [bewijs(poort, gevuld["scoor_ander"], cookie) for cookie in gevuld["deelnemers"][:TEGELIJK]]
    meting, hek = Meting(), Barrier(TEGELIJK + 1)
    with ThreadPoolExecutor(TEGELIJK) as draden:
        for een in sleutels:
            draden.submit(stuur, poort, gevuld["scoor_ander"], een, "bestuurlijk_belangrijk", meting, hek)
        hek.wait()
        begin = time.perf_counter()
    return meting, time.perf_counter() - begin


def toon(peilen: Meting, scores: Meting, samen: float) -> None:
    """Print what was measured."""
    print(f"Sessie: {DEELNEMERS} deelnemers en een scherm, elke {TUSSEN:.0f} seconden, {os.cpu_count()} kernen.")
    cijfers = f"p50 {median(peilen.duren) * 1000:.0f} ms, p95 {peilen.percentiel(95):.0f} ms (doel {P95_MS})"
    print(f"  peilen: {len(peilen.duren)} keer, {cijfers}, statussen {peilen.statussen}")
    print(f"  {TEGELIJK} scores tegelijk: {samen:.2f} s (doel {SCORES_S:.0f}), statussen {scores.statussen}")


def main() -> int:
    """Measure; 1 when an answer is wrong or a goal is not met."""
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
        with gegevens() as gevuld, webserver(poort):
            peilen = meet_peilen(poort, gevuld)
            scores, samen = meet_scores(poort, gevuld)
    toon(peilen, scores, samen)
    goed = set(peilen.statussen) <= {200, 304} and scores.statussen == {302: TEGELIJK}
    return 0 if goed and peilen.percentiel(95) < P95_MS and samen < SCORES_S else 1


if __name__ == "__main__":
    sys.exit(main())
