"""The process that does one job of the werkbank: `python -m samenwerkingswijzer.drukpers.werker <task as JSON>`.

It inherits the lock on the job, limits itself before it reads any text, waits for its turn, and writes down how far
it is. It needs no settings and no database.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

from samenwerkingswijzer.drukpers.drukkerij import Drukkerij
from samenwerkingswijzer.drukpers.drukwerk import Drukwerk
from samenwerkingswijzer.drukpers.fouten import DrukFout
from samenwerkingswijzer.drukpers.werkbank import Grenzen, Stand, neem

VRIENDELIJK = 10  # pages of users go first
LANGST_WACHTEN = 1800  # seconds
TE_VEEL = "Het document vraagt te veel geheugen. Maak de teksten korter."


def main(taak: dict[str, Any]) -> None:
    """Print one document into the store."""
    plek, grenzen = Path(taak["plek"]), Grenzen(**taak["grenzen"])
    map_ = plek / "opdrachten" / taak["sleutel"]
    os.nice(VRIENDELIJK)
    beperk(grenzen)
    wacht_op_beurt(plek / "beurten", grenzen.tegelijk)
    signal.alarm(grenzen.seconden)  # its default action ends the process, even in the middle of foreign code
    stand = Stand.lees(map_)
    werk = Drukwerk.uit_json((map_ / "opdracht.json").read_bytes())
    try:
        Drukkerij(plek, [Path(deel) for deel in taak["mappen"]]).druk(
            werk,
            meld=lambda gereed, totaal: stand.bewaar(map_, gereed=gereed, totaal=totaal),
            processen=grenzen.processen,
        )
    except DrukFout as fout:
        stand.bewaar(map_, fout=str(fout))
    except MemoryError:
        stand.bewaar(map_, fout=TE_VEEL)
    else:
        stand.bewaar(map_, gereed=stand.totaal)
        (map_ / "opdracht.json").unlink()


def beperk(grenzen: Grenzen) -> None:
    """No more than this processor time and address space, and no core file with texts of users in it."""
    resource.setrlimit(resource.RLIMIT_CPU, (grenzen.rekenseconden, grenzen.rekenseconden))
    resource.setrlimit(resource.RLIMIT_AS, (grenzen.geheugen, grenzen.geheugen))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def wacht_op_beurt(map_: Path, tegelijk: int) -> None:
    """Take one of the turns; they are shared by all jobs on this machine. It is held until the process ends."""
    map_.mkdir(parents=True, exist_ok=True)
    signal.alarm(LANGST_WACHTEN)
    beurten = [os.open(map_ / str(nummer), os.O_RDWR | os.O_CREAT, 0o600) for nummer in range(tegelijk)]
    while not any(neem(beurt) for beurt in beurten):
        time.sleep(0.1)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
