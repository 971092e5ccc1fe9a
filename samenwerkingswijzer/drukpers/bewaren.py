"""A store on disk under content addresses: what is missing or damaged is simply made again.

Writers and readers need no lock: a file appears whole or not at all, and carries the hash of what it should hold.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

SLEUTEL = re.compile(r"[0-9a-f]{64}")
HASH = 32  # bytes
RUIMTE_NA_OPRUIMEN = 0.8


class Bewaarplaats:
    """Bytes by key (64 hexadecimal digits) below `map_`, together at most about `grens` bytes."""

    def __init__(self, map_: Path, grens: int) -> None:
        self.map = map_
        self.grens = grens

    def haal(self, sleutel: str) -> bytes | None:
        """What was kept under this key, or None. A damaged file is thrown away."""
        pad = self._pad(sleutel)
        try:
            inhoud = pad.read_bytes()
            if sha256(inhoud[HASH:]).digest() != inhoud[:HASH]:
                pad.unlink(missing_ok=True)
                return None
            os.utime(pad)  # the oldest unused goes first
        except OSError:
            return None
        return inhoud[HASH:]

    def heeft(self, sleutel: str) -> bool:
        """Whether something stands under this key; only `haal` tells if it is whole."""
        return self._pad(sleutel).is_file()

    def zet(self, sleutel: str, inhoud: bytes) -> None:
        """Keep bytes under a key. A full or read-only disk is no reason to fail: then nothing is kept."""
        pad = self._pad(sleutel)
        with suppress(OSError):
            schrijf(pad, sha256(inhoud).digest() + inhoud)

    def ruim_op(self) -> None:
        """Throw away the longest unused when there is more than the limit."""
        bestanden = []
        for pad in self.map.glob("??/*"):
            with suppress(OSError):
                stand = pad.stat()
                bestanden.append((stand.st_mtime, stand.st_size, pad))
        over = sum(grootte for _, grootte, _ in bestanden)
        if over <= self.grens:
            return
        for _, grootte, pad in sorted(bestanden):
            if over <= self.grens * RUIMTE_NA_OPRUIMEN:
                return
            with suppress(OSError):
                pad.unlink()
            over -= grootte

    def _pad(self, sleutel: str) -> Path:
        if not SLEUTEL.fullmatch(sleutel):
            raise ValueError("een sleutel bestaat uit 64 hexadecimale cijfers")
        return self.map / sleutel[:2] / sleutel


def schrijf(pad: Path, inhoud: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    greep, tijdelijk = tempfile.mkstemp(dir=pad.parent, prefix=".")
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(inhoud)
        Path(tijdelijk).replace(pad)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
