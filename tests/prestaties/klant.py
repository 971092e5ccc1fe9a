"""A small web client in a process of its own: asks pages over kept connections and tells how long it took.

Reads a task as JSON on standard input and writes the outcome as JSON on standard output.
"""

from __future__ import annotations

import json
import sys
import time
from http.client import HTTPConnection
from threading import Thread
from typing import Any

Pagina = dict[str, Any]  # naam, pad, koppen, status


def vraag(verbinding: HTTPConnection, pagina: Pagina) -> float:
    """Ask one page and read it to the end; gives seconds."""
    begin = time.perf_counter()
    verbinding.request("GET", pagina["pad"], headers=pagina["koppen"])
    antwoord = verbinding.getresponse()
    antwoord.read()
    duur = time.perf_counter() - begin
    if antwoord.status != pagina["status"]:
        raise SystemExit(f"{pagina['pad']} gaf {antwoord.status} in plaats van {pagina['status']}")
    return duur


def na_elkaar(poort: int, paginas: list[Pagina], rondes: int, opwarmen: int) -> dict[str, list[float]]:
    """Ask all pages in turn, `rondes` times: noise of the machine then falls on all of them."""
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=30)
    duren: dict[str, list[float]] = {pagina["naam"]: [] for pagina in paginas}
    for ronde in range(opwarmen + rondes):
        for pagina in paginas:
            duur = vraag(verbinding, pagina)
            if ronde >= opwarmen:
                duren[pagina["naam"]].append(duur)
    return duren


def tegelijk(poort: int, pagina: Pagina, klanten: int, seconden: float) -> float:
    """Ask one page with several clients at once; gives pages per second."""
    aantallen = [0] * klanten
    begin = time.perf_counter()
    einde = begin + seconden

    def klant(nummer: int) -> None:
        verbinding = HTTPConnection("127.0.0.1", poort, timeout=30)
        while time.perf_counter() < einde:
            vraag(verbinding, pagina)
            aantallen[nummer] += 1

    draden = [Thread(target=klant, args=(nummer,)) for nummer in range(klanten)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return sum(aantallen) / (time.perf_counter() - begin)


def main() -> None:
    """Do the task."""
    taak = json.load(sys.stdin)
    soort = taak.pop("soort")
    json.dump(na_elkaar(**taak) if soort == "na_elkaar" else tegelijk(**taak), sys.stdout)


if __name__ == "__main__":
    main()
