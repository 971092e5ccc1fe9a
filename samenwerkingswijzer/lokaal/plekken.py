"""Where the local machinery keeps its things: all under `var/` of the working copy."""

import hashlib
import os
import tempfile
from pathlib import Path

from samenwerkingswijzer.omgeving import Databaseadres

BASIS = Path(__file__).resolve().parent.parent.parent
VAR = BASIS / "var"
DATABASENAAM = "samenwerkingswijzer"
# The path of a Unix socket is at most 107 bytes on Linux; PostgreSQL adds "/.s.PGSQL.5432" to the folder.
LANGSTE_SOCKETMAP = 107 - len("/.s.PGSQL.5432")


def socketmap(plek: Path) -> Path:
    """Folder of the Unix socket of the PostgreSQL cluster in `plek`; in the temporary folder when the path is long."""
    gewoon = plek / "socket"
    if len(os.fsencode(gewoon)) <= LANGSTE_SOCKETMAP:
        return gewoon
    kenmerk = hashlib.sha256(os.fsencode(plek)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"samenwerkingswijzer-{os.getuid()}-{kenmerk}"


def clusterplek(naam: str = "postgres") -> Path:
    """Folder of an embedded PostgreSQL under `var/`; a link there points to where its data really are."""
    return (VAR / naam).resolve()


def ingebouwd_adres(plek: Path) -> Databaseadres:
    """Address of our database in the embedded PostgreSQL in `plek`."""
    return Databaseadres(naam=DATABASENAAM, gebruiker="postgres", host=str(socketmap(plek)))
