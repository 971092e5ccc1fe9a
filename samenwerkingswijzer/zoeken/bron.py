"""What a function tells the search page: which things can be found, what they say, and what they are read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Model

from samenwerkingswijzer.rechten import Recht

# Instead of a column: the change touches whatever in the index stands under the partnership of that row.
VAN_VERBAND = "*verband"


@dataclass(frozen=True)
class Zoeksoort:
    """A kind of thing to find: its name, the name of many, and how much it counts against other kinds."""

    naam: str
    meervoud: str
    gewicht: float = 1.0


@dataclass(frozen=True)
class Zoekstuk:
    """One thing that can be found, as it is now. `namen` are other names of it, abbreviations too.

    `verband` holds the names of its partnership: who types those finds it, though less than the partnership itself.
    `ook` are words for what its page shows besides; they are looked in, but never quoted.
    """

    soort: str
    object_id: int
    titel: str
    url: str
    tekst: str = ""
    namen: tuple[str, ...] = ()
    bijschrift: str = ""
    verband_id: int | None = None
    verband: str = ""
    ook: str = ""


@dataclass(frozen=True)
class Zoekbron:
    """Reads things to find: `lees` gives those with these numbers, or all when it gets None.

    `modellen` names every tracked model that `lees` reads, with the column of it that holds the number of the thing
    (or `VAN_VERBAND`). History of those models tells which things changed, so no act has to remember the index.
    """

    sleutel: str
    soorten: Mapping[str, Zoeksoort]
    lees: Callable[[Iterable[int] | None], Iterable[Zoekstuk]]
    modellen: Mapping[type[Model], str]
    recht: Recht = Recht.BEKIJKEN
