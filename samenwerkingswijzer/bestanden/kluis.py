"""The place on disk where files of people lie, under random names. The database knows what is what."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

SLEUTEL = re.compile(r"[0-9a-f]{32}")


class Kwijt(Exception):
    """What should lie under this key is not there, or is not what it was."""


@dataclass(frozen=True)
class Bewaard:
    """What was put in: under which key, its hash, and how many bytes."""

    sleutel: str
    sha256: str
    grootte: int


class Kluis:
    """Files below `plek`: `binnenkomst/` for what comes in, and two hexadecimal digits for what stays."""

    def __init__(self, plek: Path) -> None:
        self.plek = plek

    @contextmanager
    def werkmap(self) -> Iterator[Path]:
        """A folder for one file that comes in, gone afterwards."""
        map_ = self.plek / "binnenkomst" / secrets.token_hex(16)
        map_.mkdir(parents=True, mode=0o700)
        try:
            yield map_
        finally:
            shutil.rmtree(map_, ignore_errors=True)

    def bewaar(self, bron: Path) -> Bewaard:
        """Take a file over from a working folder, whole or not at all, and safe on disk when this returns."""
        inhoud = bron.read_bytes()
        sleutel = secrets.token_hex(16)
        pad = self._pad(sleutel)
        pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with bron.open("rb") as bestand:
            os.fsync(bestand.fileno())
        bron.chmod(0o600)
        bron.replace(pad)
        _zet_vast(pad.parent)
        return Bewaard(sleutel, sha256(inhoud).hexdigest(), len(inhoud))

    def lees(self, sleutel: str, controlegetal: str) -> bytes:
        """What lies under this key, or `Kwijt` when it is not the file that was put there."""
        try:
            inhoud = self._pad(sleutel).read_bytes()
        except OSError as fout:
            raise Kwijt(sleutel) from fout
        if sha256(inhoud).hexdigest() != controlegetal:
            raise Kwijt(sleutel)
        return inhoud

    def klopt(self, sleutel: str, controlegetal: str) -> bool:
        """Whether `lees` would give the file."""
        try:
            self.lees(sleutel, controlegetal)
        except Kwijt:
            return False
        return True

    def gooi_weg(self, sleutel: str) -> None:
        """Throw a file away that nobody knows of."""
        with suppress(OSError):
            self._pad(sleutel).unlink()

    def sleutels(self) -> dict[str, float]:
        """Every key that lies here, with since when (seconds since 1970)."""
        gevonden: dict[str, float] = {}
        for pad in self.plek.glob("??/*"):
            with suppress(OSError):
                if SLEUTEL.fullmatch(pad.name):
                    gevonden[pad.name] = pad.stat().st_mtime
        return gevonden

    def ruim_werkmappen_op(self, voor: float) -> int:
        """Throw away what requests left that were killed before then (seconds since 1970); how many."""
        aantal = 0
        for map_ in (self.plek / "binnenkomst").glob("*"):
            with suppress(OSError):
                if SLEUTEL.fullmatch(map_.name) and map_.stat().st_mtime < voor:
                    shutil.rmtree(map_)
                    aantal += 1
        return aantal

    def _pad(self, sleutel: str) -> Path:
        if not SLEUTEL.fullmatch(sleutel):
            raise ValueError("een sleutel bestaat uit 32 hexadecimale cijfers")
        return self.plek / sleutel[:2] / sleutel


def _zet_vast(map_: Path) -> None:
    """The name of a new file is on disk too only when its folder is."""
    greep = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(greep)
    finally:
        os.close(greep)
