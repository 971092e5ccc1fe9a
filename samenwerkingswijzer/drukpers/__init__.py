"""The press: HTML becomes a tagged PDF (PDF/UA-1); a document of many parts is also fit for the archive (PDF/A-2a).

- `druk`: one HTML document, now.
- `druk_delen`: a document of many parts, now. Parts that did not change come from the store.
- `opdracht`, `stand`, `haal`: the same in a process of its own, with its progress.

Nothing is fetched but our own static files: a text of a user cannot make the server open a file or an address.
The heavy libraries are only loaded by the functions that need them: most processes never print.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from samenwerkingswijzer.drukpers.drukwerk import Drukwerk
from samenwerkingswijzer.drukpers.fouten import DrukFout, GeweigerdAdres, TeDiepGenest
from samenwerkingswijzer.drukpers.werkbank import Opdracht, Werkbank

__all__ = ["DrukFout", "GeweigerdAdres", "Opdracht", "TeDiepGenest", "druk", "druk_delen", "haal", "opdracht", "stand"]

_beurt = threading.Lock()


def druk(html: str, *, basis: str) -> bytes:
    """Render HTML (with `lang` and `title`) to a tagged PDF. The same input gives the same bytes.

    `basis` is the address under which the document finds our static files.
    """
    from samenwerkingswijzer.drukpers.drukkerij import Drukkerij  # noqa: PLC0415  # a second of imports

    with _beurt:
        return Drukkerij(_plek(), _mappen()).druk_los(html, basis=basis)


def druk_delen(delen: Sequence[str], *, titel: str, taal: str = "nl", voettekst: str, basis: str) -> bytes:
    """One PDF of complete HTML documents in order, which share their style sheets; each begins on a new page.

    With all tags, bookmarks and links (`#name` also reaches into another part), `voettekst` and 'Pagina x van y' at
    the foot of every page. The same input gives the same bytes. Raises `DrukFout` with a Dutch message.
    """
    from samenwerkingswijzer.drukpers.drukkerij import Drukkerij  # noqa: PLC0415  # as above

    with _beurt:
        return Drukkerij(_plek(), _mappen()).druk(Drukwerk(tuple(delen), titel, taal, voettekst, basis))


def opdracht(delen: Sequence[str], *, titel: str, taal: str = "nl", voettekst: str, basis: str) -> Opdracht:
    """Start `druk_delen` in a process of its own, unless it is done or going on already. Returns at once."""
    return _werkbank().opdracht(Drukwerk(tuple(delen), titel, taal, voettekst, basis))


def stand(sleutel: str) -> Opdracht:
    """How far a job is. The caller judges who may ask: the key is an address, not a right."""
    return _werkbank().stand(sleutel)


def haal(sleutel: str) -> bytes | None:
    """The PDF of a job, or None as long as there is none."""
    return _werkbank().haal(sleutel)


def _werkbank() -> Werkbank:
    return Werkbank(_plek(), _mappen())


def _plek() -> Path:
    return Path(settings.OPSLAG) / "drukpers"


def _mappen() -> list[Path]:
    return [Path(map_) for map_ in settings.STATICFILES_DIRS]
