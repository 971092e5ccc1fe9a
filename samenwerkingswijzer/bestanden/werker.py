"""The process that looks at one file: `python -m samenwerkingswijzer.bestanden.werker <task as JSON>`.

It limits itself before it reads a byte of the file. It writes a line with the verdict, and then a line with the text:
when it dies over the text, the verdict stands. It needs no settings, no database and no keys.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

VRIENDELIJK = 10  # pages of users go first


def main(taak: dict[str, Any]) -> None:
    """Look at the file `bron`; what is kept of it comes in `uit`."""
    beperk(taak["grenzen"])
    from samenwerkingswijzer.bestanden import keuring, soorten  # noqa: PLC0415 - within the limits too

    bron, uit = Path(taak["bron"]), Path(taak["uit"])
    try:
        soort, inhoud = keuring.keur(bron.read_bytes(), taak["naam"])
    except soorten.Geweigerd as fout:
        _zeg(geweigerd=str(fout))
        return
    uit.write_bytes(inhoud)
    _zeg(soort=soort)
    _zeg(tekst=keuring.tekst(inhoud, soort))


def beperk(grenzen: dict[str, int]) -> None:
    """No more than this time, address space and output, and no core file with somebody's document in it."""
    signal.alarm(grenzen["seconden"])  # its default action ends the process, even in the middle of foreign code
    resource.setrlimit(resource.RLIMIT_CPU, (grenzen["rekenseconden"], grenzen["rekenseconden"]))
    resource.setrlimit(resource.RLIMIT_AS, (grenzen["geheugen"], grenzen["geheugen"]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (grenzen["uitvoer"], grenzen["uitvoer"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(VRIENDELIJK)


def _zeg(**wat: str) -> None:
    sys.stdout.write(json.dumps(wat) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
