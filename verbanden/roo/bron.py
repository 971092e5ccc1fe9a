"""Opening a register file: XML or gzipped XML, in blocks, within fixed limits."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from verbanden.roo.fouten import RegisterFout

BLOK = 64 * 1024  # bytes per read
BYTES_MAX = 500 * 1024 * 1024  # unpacked; the national cut of May 2026 is 13 MB
VERHOUDING_MAX = 100  # unpacked : packed; the national cut is 15 : 1
VERHOUDING_VANAF = 8 * 1024 * 1024  # below this many unpacked bytes the ratio is not judged

WEBPAGINA = "Het bestand is een webpagina, geen uitvoer van het Register van Overheidsorganisaties."

_KOP = 256  # bytes that tell the kind of file
_WEBPAGINA = (b"<!doctype html", b"<html")
_GZIP = b"\x1f\x8b"
_ANDERE_SOORTEN = {
    b"PK\x03\x04": "een zip-bestand",
    b"PK\x05\x06": "een zip-bestand",
    b"%PDF": "een pdf-bestand",
    b"BZh": "een bzip2-bestand",
    b"\xfd7zXZ": "een xz-bestand",
    b"7z\xbc\xaf": "een 7z-bestand",
}


def blokken(bestand: Path) -> Iterator[bytes]:
    """Yield the unpacked bytes of the file; whether it is packed is seen from its content, not its name."""
    try:
        yield from _blokken(bestand)
    except (EOFError, zlib.error):
        raise RegisterFout("Het ingepakte bestand is afgebroken of beschadigd; haal het opnieuw op.") from None
    except gzip.BadGzipFile:
        raise RegisterFout("Het ingepakte bestand is beschadigd; haal het opnieuw op.") from None
    except (OSError, ValueError):
        raise RegisterFout("Het bestand kan niet worden gelezen; controleer de naam en de leesrechten.") from None


def _blokken(bestand: Path) -> Iterator[bytes]:
    if not bestand.exists():
        raise RegisterFout(f"Het bestand '{bestand.name}' bestaat niet.")
    if not bestand.is_file():
        raise RegisterFout(f"'{bestand.name}' is geen gewoon bestand; wijs een .xml- of .xml.gz-bestand aan.")
    with bestand.open("rb") as ruw:
        kop = ruw.read(_KOP)
        ruw.seek(0)
        _controleer_soort(kop)
        if kop.startswith(_GZIP):
            with gzip.GzipFile(fileobj=ruw) as uitgepakt:
                yield from _begrensd(uitgepakt, ruw)
        else:
            yield from _begrensd(ruw, None)


def _controleer_soort(kop: bytes) -> None:
    if not kop:
        raise RegisterFout("Het bestand is leeg.")
    for begin, soort in _ANDERE_SOORTEN.items():
        if kop.startswith(begin):
            raise RegisterFout(f"Het bestand is {soort}; het register komt als .xml of .xml.gz.")
    if kop.lstrip().lower().startswith(_WEBPAGINA):
        raise RegisterFout(WEBPAGINA)


def _begrensd(bron: IO[bytes] | gzip.GzipFile, ingepakt: IO[bytes] | None) -> Iterator[bytes]:
    totaal = 0
    while blok := bron.read(BLOK):
        totaal += len(blok)
        if totaal > BYTES_MAX:
            raise RegisterFout(f"Het bestand is uitgepakt groter dan {BYTES_MAX // 1024**2} MB en wordt niet gelezen.")
        if ingepakt is not None and totaal > max(VERHOUDING_VANAF, VERHOUDING_MAX * ingepakt.tell()):
            raise RegisterFout("Het ingepakte bestand zwelt bij het uitpakken verdacht op en wordt niet gelezen.")
        yield blok
    if totaal == 0:
        raise RegisterFout("Het bestand is leeg.")
